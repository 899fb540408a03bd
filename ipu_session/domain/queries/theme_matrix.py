"""Who said what on which theme: themes by parties, with counts, kinds and time (product.md, N2)."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from ipu_session.domain.model.ids import ContributionId, InterventionId, ThemeId
from ipu_session.domain.model.intervention import Intervention
from ipu_session.domain.model.session import Note, NoteKind, Session, Theme
from ipu_session.domain.queries.statistics import Party, all_groups, groups_of_party, party_of_source, spoken_seconds

KINDS = tuple(NoteKind)
_NO_NOTES = (0,) * len(KINDS)

NoteOrigin = tuple[InterventionId | None, ContributionId | None]
"""Where something was noted: in an intervention, in a written contribution, or in neither."""
NoteCounts = Mapping[tuple[NoteOrigin, ThemeId], tuple[int, ...]]
"""How many notes of each of KINDS a source has on a theme."""


@dataclass(frozen=True, slots=True)
class CellCount:
    """How a theme was touched: notes of each of KINDS, interventions that spoke to it, their time on it."""

    kinds: tuple[int, ...] = _NO_NOTES
    interventions: int = 0
    seconds: int = 0

    @property
    def notes(self) -> int:
        """How many notes were taken on it."""
        return sum(self.kinds)

    def __add__(self, other: "CellCount") -> "CellCount":
        """Return both together."""
        kinds = tuple(a + b for a, b in zip(self.kinds, other.kinds, strict=True))
        return CellCount(kinds, self.interventions + other.interventions, self.seconds + other.seconds)


MatrixRow = tuple[Party, tuple[CellCount, ...]]


@dataclass(frozen=True, slots=True)
class ThemeMatrix:
    """One row for each party, one cell for each theme in their order."""

    themes: tuple[Theme, ...]
    rows: tuple[MatrixRow, ...]

    @property
    def column_totals(self) -> tuple[CellCount, ...]:
        """All rows together."""
        return _sum_columns((cells for _, cells in self.rows), len(self.themes))


def origin_of_note(note: Note) -> NoteOrigin:
    """Return where a note was taken."""
    return (note.intervention, note.contribution)


def count_notes(notes: Iterable[Note]) -> NoteCounts:
    """Return how many notes of each kind each source has on each theme."""
    found: dict[tuple[NoteOrigin, ThemeId], tuple[int, ...]] = {}
    for note in notes:
        adjust_count(found, note, 1)
    return found


def adjust_count(found: dict[tuple[NoteOrigin, ThemeId], tuple[int, ...]], note: Note, by: int) -> None:
    """Let a note count once more, or once less if ``by`` is -1."""
    for theme in note.themes:
        place = (origin_of_note(note), theme)
        kinds = found.get(place, _NO_NOTES)
        found[place] = tuple(n + by * (kind is note.kind) for kind, n in zip(KINDS, kinds, strict=True))
        if not any(found[place]):
            del found[place]


def build_matrix(session: Session, now_ms: int, notes: NoteCounts) -> ThemeMatrix:
    """Return themes by parties.

    An intervention touches a theme by a note on it, or because its request announced it. Its time is shared
    equally among the themes that it touched, the seconds that are left over going to the first of them, so
    that no second counts twice.
    """
    cells: dict[tuple[Party, ThemeId], CellCount] = {}
    touched: dict[InterventionId, set[ThemeId]] = {}
    for (source, theme), kinds in notes.items():
        _add_to_cell(cells, (party_of_source(session, *source), theme), CellCount(kinds))
        if source[1] is None and source[0] is not None:
            touched.setdefault(source[0], set()).add(theme)
    for each in session.interventions.values():
        party = party_of_source(session, each.id, None)
        themes = touched.get(each.id, set()).union(_announced_themes(session, each))
        for theme, seconds in _split_time(session, themes, spoken_seconds(each, now_ms)):
            _add_to_cell(cells, (party, theme), CellCount(_NO_NOTES, 1, seconds))
    parties = dict.fromkeys(party for party, _ in cells)
    ids = [theme.id for theme in session.themes]
    rows = tuple((p, tuple(cells.get((p, theme), CellCount()) for theme in ids)) for p in parties)
    return ThemeMatrix(session.themes, rows)


def build_report_matrix(session: Session, now_ms: int) -> ThemeMatrix:
    """Return themes by parties without the notes that are *not for the report*."""
    return build_matrix(session, now_ms, count_notes(note for note in session.notes.values() if not note.restricted))


@dataclass(slots=True)
class ThemeContributors:
    """Who is recorded with something on a theme; each party once, where it stands first."""

    spoken: dict[Party, None] = field(default_factory=dict)
    """By what they said, a note of which was taken on the theme."""
    written: dict[Party, None] = field(default_factory=dict)
    """By a written contribution alone."""
    announced: dict[Party, None] = field(default_factory=dict)
    """By a slip alone: they took the floor, and nothing that they said on the theme is recorded."""

    def __bool__(self) -> bool:
        """Return whether anybody is."""
        return bool(self.spoken or self.written or self.announced)

    def without_duplicates(self) -> "ThemeContributors":
        """Return each party in one place only, and nobody unknown."""
        nobody = Party()
        spoken = {party: None for party in self.spoken if party != nobody}
        written = {party: None for party in self.written if party not in (*spoken, nobody)}
        announced = {p: None for p in self.announced if p not in (*spoken, *written, nobody)}
        return ThemeContributors(spoken, written, announced)


def contributors_by_theme(session: Session) -> dict[ThemeId, ThemeContributors]:
    """Return for each theme who addressed it, by the notes that may stand in a report and by the slips."""
    found = {theme.id: ThemeContributors() for theme in session.themes}
    for note in session.notes.values():
        if note.restricted:
            continue
        for theme in found.keys() & note.themes:
            place = found[theme].spoken if note.contribution is None else found[theme].written
            place[party_of_source(session, *origin_of_note(note))] = None
    for contribution in session.contributions.values():
        for theme in found.keys() & contribution.themes:
            found[theme].written[Party(contribution.delegation)] = None
    for each in session.interventions.values():
        for theme in found.keys() & _announced_themes(session, each):
            found[theme].announced[party_of_source(session, each.id, None)] = None
    return {theme: each.without_duplicates() for theme, each in found.items()}


def rows_by_group(found: ThemeMatrix, session: Session) -> tuple[tuple[str, tuple[CellCount, ...]], ...]:
    """Return a row for each geopolitical group; a delegation in two groups counts in each.

    Those in no group stand together under an empty name, if there are any.
    """
    members: dict[str, list[tuple[CellCount, ...]]] = {group: [] for group in all_groups(session)}
    for party, cells in found.rows:
        for group in groups_of_party(session, party) or ("",):
            members.setdefault(group, []).append(cells)
    return tuple((group, _sum_columns(rows, len(found.themes))) for group, rows in members.items())


def untouched_themes(session: Session, *, restricted: bool = True) -> tuple[Theme, ...]:
    """Return the themes that no note and no announced intervention touched, in their order."""
    notes = session.notes.values()
    touched = {theme for note in notes if restricted or not note.restricted for theme in note.themes}
    return themes_absent_from(session, touched)


def themes_absent_from(session: Session, noted: AbstractSet[ThemeId]) -> tuple[Theme, ...]:
    """Return the themes that are not among those noted, and that no intervention announced."""
    touched = set(noted)
    for intervention in session.interventions.values():
        touched.update(_announced_themes(session, intervention))
    return tuple(theme for theme in session.themes if theme.id not in touched)


def _announced_themes(session: Session, intervention: Intervention) -> tuple[ThemeId, ...]:
    request = None if intervention.request is None else session.requests.get(intervention.request)
    return () if request is None else request.themes


def _split_time(session: Session, themes: AbstractSet[ThemeId], seconds: int) -> Iterator[tuple[ThemeId, int]]:
    touched = [theme.id for theme in session.themes if theme.id in themes]
    for place, theme in enumerate(touched):
        yield theme, seconds // len(touched) + (place < seconds % len(touched))


def _add_to_cell(cells: dict[tuple[Party, ThemeId], CellCount], place: tuple[Party, ThemeId], touch: CellCount) -> None:
    cells[place] = cells.get(place, CellCount()) + touch


def _sum_columns(rows: Iterable[tuple[CellCount, ...]], width: int) -> tuple[CellCount, ...]:
    total = (CellCount(),) * width
    for cells in rows:
        total = tuple(a + b for a, b in zip(total, cells, strict=True))
    return total
