"""Tables of the actions of the notes pane: its list, the search, the note line and the line for a new theme."""

from functools import partial

from ipu_session.domain import commands as c
from ipu_session.domain.model.ids import NoteId
from ipu_session.domain.model.session import Note
from ipu_session.ui.actions.action_spec import ActionSpec, ActionTable, CurrentRow, RowActionSpec, RowCondition
from ipu_session.ui.actions.scopes import NEW_THEME_LINE, NOTE_LINE, NOTES_LIST, NOTES_PANE, NOTES_SEARCH
from ipu_session.ui.strings.translatable import QT_TRANSLATE_NOOP


def _note(row: CurrentRow) -> Note | None:
    """Return the note of the row; None without a row, and for a heading or a written contribution."""
    return row.session.notes.get(NoteId(row.id))


def _has_source(row: CurrentRow) -> bool:
    note = _note(row)
    return note is None or note.intervention is not None or note.contribution is not None


def _toggle_restricted(row: CurrentRow) -> c.Command:
    note = NoteId(row.id)
    return c.RestrictNote(note, not row.session.notes[note].restricted)


def _join_to_above(row: CurrentRow) -> c.Command:
    return c.JoinNotes(NoteId(row.id_at(-1)), NoteId(row.id))


_NO_NOTE = QT_TRANSLATE_NOOP("Actions", "No note is chosen; there is none in this view.")
_HAS_NOTE = RowCondition(lambda row: _note(row) is not None, _NO_NOTE)
_HAS_ENTRY = RowCondition(lambda row: row.key is not None and not isinstance(row.key, str), _NO_NOTE)
"""The row is a note or a written contribution, not a heading, whose key is its text."""
_HAS_SOURCE = RowCondition(_has_source, QT_TRANSLATE_NOOP("Actions", "This note belongs to no intervention."))
_HAS_NOTE_ABOVE = RowCondition(
    lambda row: bool(row.id_at(-1)),
    QT_TRANSLATE_NOOP("Actions", "There is no note above it to join it to."),
)

NOTES_LIST_ACTIONS = ActionTable(
    NOTES_LIST,
    (
        ActionSpec("notes-list-end-search", QT_TRANSLATE_NOOP("Actions", "End the search"), "Esc"),
        RowActionSpec(
            "note-edit",
            QT_TRANSLATE_NOOP("Actions", "Correct the note"),
            "F4",
            more_keys=("Return",),
            conditions=(_HAS_ENTRY,),
        ),
        RowActionSpec(
            "note-join",
            QT_TRANSLATE_NOOP("Actions", "Join to the one above"),
            "Ctrl+J",
            conditions=(_HAS_NOTE, _HAS_NOTE_ABOVE),
            make_command=_join_to_above,
        ),
        RowActionSpec(
            "note-source",
            QT_TRANSLATE_NOOP("Actions", "Show its intervention or text"),
            "Ctrl+Return",
            conditions=(_HAS_ENTRY, _HAS_SOURCE),
        ),
        RowActionSpec(
            "note-restrict",
            QT_TRANSLATE_NOOP("Actions", "For the report or not"),
            "Ctrl+R",
            conditions=(_HAS_NOTE,),
            make_command=_toggle_restricted,
        ),
        RowActionSpec(
            "note-delete",
            QT_TRANSLATE_NOOP("Actions", "Strike out"),
            "Delete",
            conditions=(_HAS_NOTE,),
            make_command=lambda row: c.DeleteNote(NoteId(row.id)),
        ),
    ),
)

_THEME = QT_TRANSLATE_NOOP("Actions", "Theme {number}; with Ctrl held, a further digit for those above 9")

NOTES_PANE_ACTIONS = ActionTable(
    NOTES_PANE,
    (
        *(
            ActionSpec(
                f"theme-{digit}", _THEME, f"Ctrl+{digit}", data=digit, placeholders=partial(dict, number=str(digit))
            )
            for digit in range(1, 10)
        ),
        ActionSpec(
            "theme-new",
            QT_TRANSLATE_NOOP("Actions", "A theme that the floor brought up; 0 behind another digit"),
            "Ctrl+0",
            data=0,
            tooltip=QT_TRANSLATE_NOOP("Actions", "A theme that the floor brought up"),
        ),
        ActionSpec("note-to-previous", QT_TRANSLATE_NOOP("Actions", "To the speaker before"), "Ctrl+Shift+P"),
        ActionSpec("notes-scope", QT_TRANSLATE_NOOP("Actions", "This speech, theme, all"), "Ctrl+PgDown"),
        ActionSpec("notes-order", QT_TRANSLATE_NOOP("Actions", "By time, speaker, kind"), "Ctrl+Shift+PgDown"),
    ),
)

NOTES_SEARCH_ACTIONS = ActionTable(
    NOTES_SEARCH, (ActionSpec("notes-end-search", QT_TRANSLATE_NOOP("Actions", "End the search"), "Esc"),)
)
NOTE_LINE_ACTIONS = ActionTable(
    NOTE_LINE, (ActionSpec("note-line-clear", QT_TRANSLATE_NOOP("Actions", "Clear the line"), "Esc"),)
)
NEW_THEME_LINE_ACTIONS = ActionTable(
    NEW_THEME_LINE, (ActionSpec("new-theme-leave", QT_TRANSLATE_NOOP("Actions", "Leave"), "Esc"),)
)
