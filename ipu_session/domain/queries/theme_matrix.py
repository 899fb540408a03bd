"""Matrix of themes by parties, with counts by kind and time: who spoke on which theme (docs/rules.md#n2)."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet

from msgspec import Struct, field

from ipu_session.domain.model.ids import ContributionId, InterventionId, ThemeId
from ipu_session.domain.model.intervention import Intervention
from ipu_session.domain.model.session import Note, NoteKind, Session, Theme
from ipu_session.domain.model.value import Value
from ipu_session.domain.queries.parties import Party, all_groups, groups_of_party, party_of_source
from ipu_session.domain.queries.tallies import spoken_seconds

KINDS = tuple(NoteKind)
_NO_NOTES = (0,) * len(KINDS)

NoteOrigin = tuple[InterventionId | None, ContributionId | None]
"""Source of a note: an intervention, a written contribution, or neither."""
NoteCounts = Mapping[tuple[NoteOrigin, ThemeId], tuple[int, ...]]
"""Number of notes of each of KINDS, by source and theme."""


class CellCount(Value, frozen=True):
    """Content of a cell: notes of each of KINDS, interventions on the theme, and their time on it (seconds)."""

    kinds: tuple[int, ...] = _NO_NOTES
    interventions: int = 0
    seconds: int = 0

    @property
    def notes(self) -> int:
        """Number of notes."""
        return sum(self.kinds)

    def __add__(self, other: "CellCount") -> "CellCount":
        """Return the sum of two cells."""
        kinds = tuple(a + b for a, b in zip(self.kinds, other.kinds, strict=True))
        return CellCount(kinds, self.interventions + other.interventions, self.seconds + other.seconds)


MatrixRow = tuple[Party, tuple[CellCount, ...]]


class ThemeMatrix(Value, frozen=True):
    """One row for each party, with one cell for each theme in the order of ``themes``."""

    themes: tuple[Theme, ...]
    rows: tuple[MatrixRow, ...]

    @property
    def column_totals(self) -> tuple[CellCount, ...]:
        """The sum of all rows, by theme."""
        return _sum_columns((cells for _, cells in self.rows), len(self.themes))


def origin_of_note(note: Note) -> NoteOrigin:
    """Return the source of a note."""
    return (note.intervention, note.contribution)


def count_notes(notes: Iterable[Note]) -> NoteCounts:
    """Return the number of notes of each kind, by source and theme."""
    counts: dict[tuple[NoteOrigin, ThemeId], tuple[int, ...]] = {}
    for note in notes:
        adjust_count(counts, note, 1)
    return counts


def adjust_count(counts: dict[tuple[NoteOrigin, ThemeId], tuple[int, ...]], note: Note, by: int) -> None:
    """Add ``by`` (1 or -1) to the counts of a note's source and themes."""
    for theme in note.themes:
        key = (origin_of_note(note), theme)
        kinds = counts.get(key, _NO_NOTES)
        counts[key] = tuple(count + by * (kind is note.kind) for kind, count in zip(KINDS, kinds, strict=True))
        if not any(counts[key]):
            del counts[key]


def build_matrix(session: Session, now_ms: int, notes: NoteCounts) -> ThemeMatrix:
    """Return the matrix of themes by parties.

    An intervention counts on a theme if it has a note on it, or if its request announced it. Its time is split
    equally among its themes; of the seconds left over, the first themes get one each, so that no second counts twice.
    """
    cells: dict[tuple[Party, ThemeId], CellCount] = {}
    themes_of: dict[InterventionId, set[ThemeId]] = {}
    for (source, theme), kinds in notes.items():
        _add_to_cell(cells, (party_of_source(session, *source), theme), CellCount(kinds))
        if source[1] is None and source[0] is not None:
            themes_of.setdefault(source[0], set()).add(theme)
    for each in session.interventions.values():
        party = party_of_source(session, each.id, None)
        themes = themes_of.get(each.id, set()).union(_announced_themes(session, each))
        for theme, seconds in _split_time(session, themes, spoken_seconds(each, now_ms)):
            _add_to_cell(cells, (party, theme), CellCount(_NO_NOTES, 1, seconds))
    parties = dict.fromkeys(party for party, _ in cells)
    ids = [theme.id for theme in session.themes]
    rows = tuple((p, tuple(cells.get((p, theme), CellCount()) for theme in ids)) for p in parties)
    return ThemeMatrix(session.themes, rows)


def build_report_matrix(session: Session, now_ms: int) -> ThemeMatrix:
    """Return the matrix as `build_matrix`, without the notes marked *not for the report*."""
    return build_matrix(session, now_ms, count_notes(note for note in session.notes.values() if not note.restricted))


class ThemeContributors(Struct):
    """The parties recorded on a theme; each party once, in the first group that applies."""

    spoken: dict[Party, None] = field(default_factory=dict)
    """With a note of what they said on the theme."""
    written: dict[Party, None] = field(default_factory=dict)
    """With a written contribution, or a note that quotes one."""
    announced: dict[Party, None] = field(default_factory=dict)
    """Announced on the slip only: they took the floor, but nothing that they said on the theme is noted."""

    def __bool__(self) -> bool:
        """Return whether there is any party."""
        return bool(self.spoken or self.written or self.announced)

    def without_duplicates(self) -> "ThemeContributors":
        """Return each party in its first group only, without unknown parties."""
        nobody = Party()
        spoken = {party: None for party in self.spoken if party != nobody}
        written = {party: None for party in self.written if party not in (*spoken, nobody)}
        announced = {p: None for p in self.announced if p not in (*spoken, *written, nobody)}
        return ThemeContributors(spoken, written, announced)


def contributors_by_theme(session: Session) -> dict[ThemeId, ThemeContributors]:
    """Return the parties recorded on each theme, without notes *not for the report*."""
    contributors = {theme.id: ThemeContributors() for theme in session.themes}
    for note in session.notes.values():
        if note.restricted:
            continue
        for theme in contributors.keys() & note.themes:
            parties = contributors[theme].spoken if note.contribution is None else contributors[theme].written
            parties[party_of_source(session, *origin_of_note(note))] = None
    for contribution in session.contributions.values():
        for theme in contributors.keys() & contribution.themes:
            contributors[theme].written[Party(contribution.delegation)] = None
    for each in session.interventions.values():
        for theme in contributors.keys() & _announced_themes(session, each):
            contributors[theme].announced[party_of_source(session, each.id, None)] = None
    return {theme: each.without_duplicates() for theme, each in contributors.items()}


def rows_by_group(matrix: ThemeMatrix, session: Session) -> tuple[tuple[str, tuple[CellCount, ...]], ...]:
    """Return one row for each geopolitical group; a delegation in two groups counts in each.

    Parties without a group have a common row under an empty name, if there are any.
    """
    members: dict[str, list[tuple[CellCount, ...]]] = {group: [] for group in all_groups(session)}
    for party, cells in matrix.rows:
        for group in groups_of_party(session, party) or ("",):
            members.setdefault(group, []).append(cells)
    return tuple((group, _sum_columns(rows, len(matrix.themes))) for group, rows in members.items())


def untouched_themes(session: Session, *, restricted: bool = True) -> tuple[Theme, ...]:
    """Return the themes that have no note and that no intervention announced, in their order.

    ``restricted``: whether notes marked *not for the report* count.
    """
    notes = session.notes.values()
    noted = {theme for note in notes if restricted or not note.restricted for theme in note.themes}
    return themes_absent_from(session, noted)


def themes_absent_from(session: Session, noted: AbstractSet[ThemeId]) -> tuple[Theme, ...]:
    """Return the themes that are not in ``noted`` and that no intervention announced."""
    present = set(noted)
    for intervention in session.interventions.values():
        present.update(_announced_themes(session, intervention))
    return tuple(theme for theme in session.themes if theme.id not in present)


def _announced_themes(session: Session, intervention: Intervention) -> tuple[ThemeId, ...]:
    request = None if intervention.request is None else session.requests.get(intervention.request)
    return () if request is None else request.themes


def _split_time(session: Session, themes: AbstractSet[ThemeId], seconds: int) -> Iterator[tuple[ThemeId, int]]:
    counted = [theme.id for theme in session.themes if theme.id in themes]
    for index, theme in enumerate(counted):
        yield theme, seconds // len(counted) + (index < seconds % len(counted))


def _add_to_cell(cells: dict[tuple[Party, ThemeId], CellCount], key: tuple[Party, ThemeId], count: CellCount) -> None:
    cells[key] = cells.get(key, CellCount()) + count


def _sum_columns(rows: Iterable[tuple[CellCount, ...]], width: int) -> tuple[CellCount, ...]:
    total = (CellCount(),) * width
    for cells in rows:
        total = tuple(a + b for a, b in zip(total, cells, strict=True))
    return total
