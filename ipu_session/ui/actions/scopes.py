"""Scopes of actions: the window, a page, or a widget (list, line, menu) in which the keys of a table work.

Scopes are nested: while a list has the focus, its keys and those of every scope around it are active.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt

_WINDOW_KEYS = Qt.ShortcutContext.WindowShortcut
_PAGE_KEYS = Qt.ShortcutContext.WidgetWithChildrenShortcut
_WIDGET_KEYS = Qt.ShortcutContext.WidgetShortcut


@dataclass(frozen=True, slots=True)
class Scope:
    """A part of the window; ``key_context`` says where the focus must be for its keys: window, page or widget."""

    name: str
    key_context: Qt.ShortcutContext
    parent: "Scope | None" = None

    def with_ancestors(self) -> Iterator["Scope"]:
        """Yield this scope, then its parent, and so on up to the window: their keys are active together."""
        scope: Scope | None = self
        while scope is not None:
            yield scope
            scope = scope.parent


def _page(name: str, parent: Scope) -> Scope:
    return Scope(name, _PAGE_KEYS, parent)


def _widget(name: str, parent: Scope) -> Scope:
    return Scope(name, _WIDGET_KEYS, parent)


WINDOW = Scope("window", _WINDOW_KEYS)
SESSION = Scope("session", _WINDOW_KEYS, WINDOW)

SPEAKERS_LIST = _widget("speakers list", SESSION)
HISTORY_LIST = _widget("interventions held", SESSION)
ORDER_PANEL = _page("order of the list", SESSION)
NOTES_PANE = _page("notes", SESSION)
NOTES_LIST = _widget("list of notes", NOTES_PANE)
NOTES_SEARCH = _widget("search in the notes", NOTES_PANE)
NOTE_LINE = _widget("note line", NOTES_PANE)
NEW_THEME_LINE = _widget("line for a new theme", NOTES_PANE)

DELEGATIONS_SEARCH = _widget("search in the delegations", SESSION)
THEMES_LIST = _widget("themes", SESSION)
THEME_TITLE_LINE = _widget("title of a theme", SESSION)
CONCEPT_NOTE_TEXT = _widget("text of a concept note", SESSION)
CONCEPT_NOTE_FIELDS = _widget("fields of a concept note", SESSION)
CONCEPT_NOTE_THEMES = _widget("themes of a concept note", SESSION)
CONCEPT_NOTE_THEME_TITLE = _widget("title of a theme of a concept note", SESSION)
IMPORTED_SPEAKERS = _widget("rows of a speakers list", SESSION)

MATRIX_DIALOG = _page("matrix", SESSION)
MATRIX_CELLS = _widget("cells of the matrix", MATRIX_DIALOG)
MATRIX_NOTES = _widget("notes of a cell", MATRIX_DIALOG)

CONTRIBUTIONS_PAGE = _page("written contributions", SESSION)
CONTRIBUTIONS_LIST = _widget("register of contributions", CONTRIBUTIONS_PAGE)
CONTRIBUTION_SEARCH = _widget("search in a contribution", CONTRIBUTIONS_PAGE)

REPORT_THEMES = _widget("themes of the report", SESSION)
REPORT_NOTES = _widget("notes of the report", SESSION)
PASSAGES_LIST = _widget("passages of the synthesis", SESSION)
PASSAGE_TEXT = _widget("text of a passage", SESSION)
CORRECTIONS_LIST = _widget("corrections received", SESSION)
REMARKS_LIST = _widget("remarks on the report", SESSION)
PREVIEW_LIST = _widget("preview of the report", SESSION)
PREVIEW_SEARCH = _widget("search in the report", SESSION)
TEMPLATE_MENU = _widget("house template", SESSION)
EXPORT_MENU = _widget("other forms of the report", SESSION)
