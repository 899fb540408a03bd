"""Tables of the actions of the theme matrix dialog: the dialog, its cells, and the notes of a cell."""

from ipu_session.ui.actions.action_spec import HAS_ROW, ActionSpec, ActionTable, RowActionSpec
from ipu_session.ui.actions.scopes import MATRIX_CELLS, MATRIX_DIALOG, MATRIX_NOTES
from ipu_session.ui.strings.translatable import QT_TRANSLATE_NOOP

MATRIX_DIALOG_ACTIONS = ActionTable(
    MATRIX_DIALOG,
    (ActionSpec("matrix-rows", QT_TRANSLATE_NOOP("Actions", "Delegations or groups"), "Ctrl+PgDown"),),
)
MATRIX_CELLS_ACTIONS = ActionTable(
    MATRIX_CELLS,
    (ActionSpec("matrix-notes", QT_TRANSLATE_NOOP("Actions", "Go to the notes of the cell"), "Return"),),
)
MATRIX_NOTES_ACTIONS = ActionTable(
    MATRIX_NOTES,
    (
        RowActionSpec(
            "matrix-show-note",
            QT_TRANSLATE_NOOP("Actions", "Show the note in the debate"),
            "Return",
            conditions=(HAS_ROW,),
        ),
    ),
)
