"""Table rows of notes (time, theme and kind, text, speaker) and the headings between them."""

from collections.abc import Iterable, Sequence
from enum import IntEnum

from msgspec import Struct

from ipu_session.domain.model.ids import ContributionId, NoteId, Timestamp
from ipu_session.domain.model.session import Contribution, Note, NoteKind, Session
from ipu_session.domain.text.note_syntax import KIND_SIGNS
from ipu_session.domain.text.text_folding import fold
from ipu_session.domain.text.text_search import extract_snippet
from ipu_session.service.notes_projection import NotesProjection
from ipu_session.ui.strings import labels, venue_time
from ipu_session.ui.strings.translatable import QT_TRANSLATE_NOOP
from ipu_session.ui.strings.translation import translate
from ipu_session.ui.widgets.rows.rows_model import TableRow

_KIND_MARKS: dict[NoteKind, str] = {kind: sign for sign, kind in reversed(KIND_SIGNS.items())} | {NoteKind.POINT: ""}
_RESTRICTED = QT_TRANSLATE_NOOP("Debate", "(not for the report)")
_WRITTEN = QT_TRANSLATE_NOOP("Debate", "(in writing)")
_CONTRIBUTIONS = QT_TRANSLATE_NOOP("Debate", "Written contributions")
_NOBODY = QT_TRANSLATE_NOOP("Debate", "Bound to no intervention")


class ContributionHit(Struct, frozen=True):
    """Row key of a contribution; not its bare id, because a note may have the same id."""

    entry: ContributionId


class SortBy(IntEnum):
    """Sort key of the notes; by speaker and by kind, they have headings."""

    TIME = 0
    SPEAKER = 1
    KIND = 2


def sort_into_keys(
    session: Session, notebook: NotesProjection, notes: Sequence[NoteId], sort_by: SortBy
) -> list[object]:
    """Return the row keys: ids of the notes and, unless sorted by time, headings (strings) above each group."""
    if sort_by is SortBy.TIME:
        return list(notes)
    is_all = notes is notebook.all_notes
    if sort_by is SortBy.KIND:
        kinds = {kind: notebook.notes_of_kind(kind) for kind in NoteKind} if is_all else _by_kind(session, notes)
        headed = [(labels.enum_label(kind), kinds[kind]) for kind in NoteKind if kinds.get(kind)]
    else:
        headed = _by_speaker(session, _all_by_source(session, notebook) if is_all else _by_source(session, notes))
    keys: list[object] = []
    for heading, group_notes in headed:
        keys.append(f"{heading} ({len(group_notes)})")
        keys += group_notes
    return keys


def _by_kind(session: Session, notes: Iterable[NoteId]) -> dict[NoteKind, list[NoteId]]:
    kinds: dict[NoteKind, list[NoteId]] = {}
    for note in notes:
        kinds.setdefault(session.notes[note].kind, []).append(note)
    return kinds


def _by_source(session: Session, notes: Iterable[NoteId]) -> list[Sequence[NoteId]]:
    """Return the notes grouped by the intervention or contribution that they belong to."""
    sources: dict[object, list[NoteId]] = {}
    for note in notes:
        each = session.notes[note]
        sources.setdefault((each.intervention, each.contribution), []).append(note)
    return list(sources.values())


def _all_by_source(session: Session, notebook: NotesProjection) -> list[Sequence[NoteId]]:
    """Return all notes grouped by intervention, in their order, then by contribution, from the projection's index."""
    # A persistent map has no order.
    notes_by_speech = (notebook.notes_of_speech(speech) for speech in sorted(session.interventions))
    return [*filter(None, notes_by_speech), *_by_source(session, notebook.notes_of_speech(None))]


def _by_speaker(session: Session, sources: Iterable[Sequence[NoteId]]) -> list[tuple[str, Sequence[NoteId]]]:
    """Return pairs (name, notes) of the speakers and senders, sorted by name."""
    notes_by_name: dict[str, list[NoteId]] = {}
    for notes in sources:
        notes_by_name.setdefault(_speaker_name(session, session.notes[notes[0]]), []).extend(notes)
    return sorted(notes_by_name.items(), key=lambda entry: fold(entry[0]))


def _speaker_name(session: Session, note: Note) -> str:
    source = labels.note_source_name(session, note, labels.screen_language())
    if note.intervention is None:
        return source or translate("Debate", _NOBODY)
    name = session.person(session.interventions[note.intervention].delegate).titled_name
    return source if name in {"", source} else f"{source}, {name}"


def contribution_keys(contributions: Sequence[ContributionId]) -> list[object]:
    """Return a heading and the row keys of the contributions; an empty list if there are none."""
    heading = f"{translate('Debate', _CONTRIBUTIONS)} ({len(contributions)})"
    return [heading, *map(ContributionHit, contributions)] if contributions else []


def build_contribution_row(session: Session, entry: Contribution, query: str) -> TableRow:
    """Return the row of a contribution, with a snippet of its text around the words searched for."""
    delegation = session.delegations.get(entry.delegation)
    sender = delegation.name(labels.screen_language()) if delegation else entry.delegation
    numbers = " ".join(str(theme.number) for theme in session.themes if theme.id in entry.themes)
    parts = (entry.title or entry.file, extract_snippet(entry.text, query))
    label = translate("Debate", _WRITTEN)
    return TableRow(
        (entry.received, numbers, f"{label} {' – '.join(filter(None, parts))}", sender), ContributionHit(entry.id)
    )


def build_note_row(session: Session, note: Note, now: Timestamp) -> TableRow:
    """Return the row of a note: time, tags, text, and who said or wrote it."""
    numbers = " ".join(str(theme.number) for theme in session.themes if theme.id in note.themes)
    tags = f"{numbers}{_KIND_MARKS[note.kind]}"
    restricted_label = translate("Debate", _RESTRICTED) if note.restricted else ""
    contribution_label = "" if note.contribution is None else translate("Debate", _WRITTEN)
    text = " ".join(filter(None, (restricted_label, contribution_label, note.text)))
    time = venue_time.format_time_at(session, note.taken_ms, now, seconds=True)
    source = labels.note_source_name(session, note, labels.screen_language())
    return TableRow((time, tags, text, source), note.id, is_quiet=note.restricted)
