"""Tables of the actions of the Prepare workspace and of a new session: themes, delegations, files to be imported."""

from ipu_session.domain import commands as c
from ipu_session.domain.model.ids import ThemeId
from ipu_session.ui.actions.action_spec import (
    HAS_ROW,
    ActionSpec,
    ActionTable,
    CurrentRow,
    RowActionSpec,
    RowCondition,
)
from ipu_session.ui.actions.scopes import (
    CONCEPT_NOTE_FIELDS,
    CONCEPT_NOTE_TEXT,
    CONCEPT_NOTE_THEME_TITLE,
    CONCEPT_NOTE_THEMES,
    DELEGATIONS_SEARCH,
    IMPORTED_SPEAKERS,
    THEME_TITLE_LINE,
    THEMES_LIST,
)
from ipu_session.ui.strings.translatable import QT_TRANSLATE_NOOP


def _move_by(row: CurrentRow, step: int) -> c.Command:
    return c.MoveTheme(ThemeId(row.id), row.number + step)


_HAS_THEME = RowCondition(
    lambda row: bool(row.id), QT_TRANSLATE_NOOP("Actions", "No theme is chosen; there is none yet.")
)
_HAS_THEME_ABOVE = RowCondition(
    lambda row: bool(row.id_at(-1)),
    QT_TRANSLATE_NOOP("Actions", "There is no theme above it to join it to."),
)
_IS_NOT_FIRST = RowCondition(
    lambda row: row.number > 0, QT_TRANSLATE_NOOP("Actions", "This theme is the first already.")
)
_IS_NOT_LAST = RowCondition(
    lambda row: not row.is_last, QT_TRANSLATE_NOOP("Actions", "This theme is the last already.")
)

THEMES_LIST_ACTIONS = ActionTable(
    THEMES_LIST,
    (
        ActionSpec("theme-add", QT_TRANSLATE_NOOP("Actions", "Add a theme"), "Ins"),
        RowActionSpec(
            "theme-rename",
            QT_TRANSLATE_NOOP("Actions", "Change the title"),
            "Return",
            more_keys=("F4",),
            conditions=(_HAS_THEME,),
        ),
        RowActionSpec(
            "theme-remove",
            QT_TRANSLATE_NOOP("Actions", "Take out"),
            "Delete",
            conditions=(_HAS_THEME,),
            make_command=lambda row: c.RemoveTheme(ThemeId(row.id)),
        ),
        RowActionSpec(
            "theme-up",
            QT_TRANSLATE_NOOP("Actions", "Up"),
            "Alt+Up",
            conditions=(_HAS_THEME, _IS_NOT_FIRST),
            make_command=lambda row: _move_by(row, -1),
        ),
        RowActionSpec(
            "theme-down",
            QT_TRANSLATE_NOOP("Actions", "Down"),
            "Alt+Down",
            conditions=(_HAS_THEME, _IS_NOT_LAST),
            make_command=lambda row: _move_by(row, 1),
        ),
        RowActionSpec(
            "theme-join",
            QT_TRANSLATE_NOOP("Actions", "Join to the theme above"),
            "Ctrl+J",
            conditions=(_HAS_THEME, _HAS_THEME_ABOVE),
        ),
    ),
)
THEME_TITLE_ACTIONS = ActionTable(
    THEME_TITLE_LINE,
    (
        ActionSpec("theme-title-leave", QT_TRANSLATE_NOOP("Actions", "Leave it"), "Esc"),
        ActionSpec("theme-split", QT_TRANSLATE_NOOP("Actions", "Make a theme out of the chosen one"), "Ctrl+Return"),
    ),
)
DELEGATIONS_SEARCH_ACTIONS = ActionTable(
    DELEGATIONS_SEARCH,
    (ActionSpec("delegations-end-search", QT_TRANSLATE_NOOP("Actions", "End the search"), "Esc"),),
)

CONCEPT_NOTE_TEXT_ACTIONS = ActionTable(
    CONCEPT_NOTE_TEXT,
    (ActionSpec("concept-note-read", QT_TRANSLATE_NOOP("Actions", "Read the text"), "Ctrl+Return"),),
)
NEW_SESSION_TEXT_ACTIONS = ActionTable(
    CONCEPT_NOTE_TEXT, (ActionSpec("new-session-cancel", QT_TRANSLATE_NOOP("Actions", "Cancel"), "Esc"),)
)
CONCEPT_NOTE_FIELDS_ACTIONS = ActionTable(
    CONCEPT_NOTE_FIELDS,
    (
        RowActionSpec(
            "concept-note-field-edit",
            QT_TRANSLATE_NOOP("Actions", "Correct"),
            "Return",
            more_keys=("F4",),
            conditions=(HAS_ROW,),
        ),
    ),
)
CONCEPT_NOTE_THEMES_ACTIONS = ActionTable(
    CONCEPT_NOTE_THEMES,
    (
        ActionSpec(
            "concept-note-theme-add",
            QT_TRANSLATE_NOOP("Actions", "Add a theme"),
            "Ins",
            button_text=QT_TRANSLATE_NOOP("Actions", "Add"),
        ),
        RowActionSpec(
            "concept-note-theme-remove",
            QT_TRANSLATE_NOOP("Actions", "Remove the theme"),
            "Delete",
            button_text=QT_TRANSLATE_NOOP("Actions", "Remove"),
            conditions=(HAS_ROW,),
        ),
        RowActionSpec(
            "concept-note-theme-join",
            QT_TRANSLATE_NOOP("Actions", "Join to the theme above"),
            "Ctrl+J",
            button_text=QT_TRANSLATE_NOOP("Actions", "Join to the one above"),
            conditions=(HAS_ROW,),
        ),
        RowActionSpec(
            "concept-note-theme-up",
            QT_TRANSLATE_NOOP("Actions", "Theme up"),
            "Alt+Up",
            button_text=QT_TRANSLATE_NOOP("Actions", "Up"),
            conditions=(HAS_ROW,),
        ),
        RowActionSpec(
            "concept-note-theme-down",
            QT_TRANSLATE_NOOP("Actions", "Theme down"),
            "Alt+Down",
            button_text=QT_TRANSLATE_NOOP("Actions", "Down"),
            conditions=(HAS_ROW,),
        ),
        ActionSpec(
            "concept-note-theme-edit",
            QT_TRANSLATE_NOOP("Actions", "Edit the title"),
            "F4",
            more_keys=("Return",),
        ),
    ),
)
CONCEPT_NOTE_THEME_TITLE_ACTIONS = ActionTable(
    CONCEPT_NOTE_THEME_TITLE,
    (ActionSpec("concept-note-theme-split", QT_TRANSLATE_NOOP("Actions", "Split at the cursor"), "Ctrl+Return"),),
)
IMPORTED_SPEAKERS_ACTIONS = ActionTable(
    IMPORTED_SPEAKERS,
    (
        RowActionSpec(
            "imported-row-correct",
            QT_TRANSLATE_NOOP("Actions", "Correct the row"),
            "F4",
            more_keys=("Return",),
            conditions=(HAS_ROW,),
        ),
        RowActionSpec(
            "imported-row-leave-out",
            QT_TRANSLATE_NOOP("Actions", "Leave the row out"),
            "Delete",
            conditions=(HAS_ROW,),
        ),
    ),
)
