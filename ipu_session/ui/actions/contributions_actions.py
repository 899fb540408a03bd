"""Tables of the actions of the contributions page: the page, the register, and the search line of the reader."""

from ipu_session.ui.actions.action_spec import ActionSpec, ActionTable, RowActionSpec, RowCondition
from ipu_session.ui.actions.scopes import CONTRIBUTION_SEARCH, CONTRIBUTIONS_LIST, CONTRIBUTIONS_PAGE
from ipu_session.ui.strings.translatable import QT_TRANSLATE_NOOP

_HAS_ENTRY = RowCondition(
    lambda row: row.key is not None,
    QT_TRANSLATE_NOOP("Actions", "No contribution is chosen; there is none yet."),
)

CONTRIBUTIONS_PAGE_ACTIONS = ActionTable(
    # On the whole page, not only in the list: a file may arrive while another contribution is entered or read.
    CONTRIBUTIONS_PAGE,
    (
        ActionSpec("contribution-save-file", QT_TRANSLATE_NOOP("Actions", "Save its file…"), "Ctrl+S"),
        ActionSpec("contributions-add-files", QT_TRANSLATE_NOOP("Actions", "Add files…"), "Ctrl+Ins"),
    ),
)
CONTRIBUTIONS_LIST_ACTIONS = ActionTable(
    CONTRIBUTIONS_LIST,
    (
        RowActionSpec("contribution-read", QT_TRANSLATE_NOOP("Actions", "Read it"), "Return", conditions=(_HAS_ENTRY,)),
        RowActionSpec(
            "contribution-correct",
            QT_TRANSLATE_NOOP("Actions", "Correct the entry"),
            "F4",
            conditions=(_HAS_ENTRY,),
        ),
        ActionSpec("contribution-new", QT_TRANSLATE_NOOP("Actions", "New entry"), "Ins"),
        RowActionSpec(
            "contribution-remove",
            QT_TRANSLATE_NOOP("Actions", "Remove"),
            "Delete",
            conditions=(_HAS_ENTRY,),
        ),
        ActionSpec("contributions-leave", QT_TRANSLATE_NOOP("Actions", "Back to where you came from"), "Esc"),
    ),
)
CONTRIBUTION_SEARCH_ACTIONS = ActionTable(
    CONTRIBUTION_SEARCH,
    (
        ActionSpec("contribution-find-previous", QT_TRANSLATE_NOOP("Actions", "The place before"), "Shift+Return"),
        ActionSpec("contribution-text", QT_TRANSLATE_NOOP("Actions", "To the text"), "Down"),
        ActionSpec("contribution-close", QT_TRANSLATE_NOOP("Actions", "Back to the register"), "Esc"),
    ),
)
