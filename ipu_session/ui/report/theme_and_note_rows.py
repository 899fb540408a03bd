"""Rows of the themes with their numbers of notes and passages, and rows of notes."""

from collections import Counter
from collections.abc import Sequence

from ipu_session.domain.model.ids import NoteId
from ipu_session.domain.model.session import Note, NoteKind, Session
from ipu_session.service.notes_projection import NotesProjection
from ipu_session.ui.strings import labels
from ipu_session.ui.strings.translatable import QT_TRANSLATE_NOOP
from ipu_session.ui.strings.translation import translate
from ipu_session.ui.widgets.rows.rows_model import TableRow

_TEXTS = (
    QT_TRANSLATE_NOOP("Report", "Notes without a theme"),
    QT_TRANSLATE_NOOP("Report", "not for the report"),
    QT_TRANSLATE_NOOP("Report", "used"),
    QT_TRANSLATE_NOOP("Report", "unused"),
    QT_TRANSLATE_NOOP("Report", "All proposals"),
    QT_TRANSLATE_NOOP("Report", "in writing"),
)
PROPOSALS_KEY = "proposals"
"""Key of the row for the proposals on all themes."""
_NO_THEME, _RESTRICTED, _USED, _UNUSED, _PROPOSALS, _WRITTEN = map(str, _TEXTS)


def build_theme_rows(session: Session, notebook: NotesProjection) -> tuple[TableRow, ...]:
    """Return a row for each theme, then one for notes without a theme and one for all proposals, if there are notes."""
    passage_counts = Counter(passage.theme for passage in session.passages)
    rows = [
        TableRow(
            (
                str(theme.number),
                theme.title,
                str(len(notebook.notes_on_theme(theme.id))),
                str(passage_counts[theme.id]) if passage_counts[theme.id] else "–",
            ),
            theme.id,
        )
        for theme in session.themes
    ]
    if notes_without_theme := notebook.notes_on_theme(None):
        rows.append(TableRow(("", translate("Report", _NO_THEME), str(len(notes_without_theme)), ""), None))
    if notebook.all_notes:
        rows.append(
            TableRow(
                ("", translate("Report", _PROPOSALS), str(len(all_proposals(session, notebook))), ""), PROPOSALS_KEY
            )
        )
    return tuple(rows)


def all_proposals(session: Session, notebook: NotesProjection) -> Sequence[NoteId]:
    """Return the proposals on all themes, the material of the elements for the resolution."""
    return [note for note in notebook.all_notes if session.notes[note].kind is NoteKind.PROPOSAL]


def build_note_row(session: Session, note: Note, used: frozenset[NoteId]) -> TableRow:
    """Return the row of a note; ``used`` are the notes that are sources of a passage."""
    kind = labels.enum_label(note.kind)
    if note.contribution is not None:
        kind = f"{kind} · {translate('Report', _WRITTEN)}"
    if note.restricted:
        kind = f"{kind} · {translate('Report', _RESTRICTED)}"
    return TableRow(
        (
            kind,
            note.text,
            labels.note_source_name(session, note, session.details.language),
            "" if note.restricted else translate("Report", _USED if note.id in used else _UNUSED),
        ),
        note.id,
        is_quiet=note.restricted,
    )
