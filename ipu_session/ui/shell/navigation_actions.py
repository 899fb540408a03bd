"""Table of the actions that are no commands of the session: opening panes, workspaces, dialogs; files, undo."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ipu_session.ui.keyboard.alternative_keys import key_sequences


@dataclass(frozen=True, slots=True)
class NavigationActionSpec:
    """One row of the table: action name, text on the screen, shortcut."""

    name: str
    text: str
    key: str


WINDOW_NAVIGATION_ACTIONS = (
    NavigationActionSpec("new", str(QT_TRANSLATE_NOOP("Actions", "New session…")), "Ctrl+N"),
    NavigationActionSpec("open", str(QT_TRANSLATE_NOOP("Actions", "Open…")), "Ctrl+O"),
    NavigationActionSpec("start", str(QT_TRANSLATE_NOOP("Actions", "Close the session")), "Ctrl+W"),
    NavigationActionSpec("save-copy", str(QT_TRANSLATE_NOOP("Actions", "Save a copy…")), "Ctrl+Shift+C"),
    NavigationActionSpec("restore", str(QT_TRANSLATE_NOOP("Actions", "Restore a backup…")), "Ctrl+U"),
    NavigationActionSpec("quit", str(QT_TRANSLATE_NOOP("Actions", "Quit")), "Ctrl+Q"),
    NavigationActionSpec("settings", str(QT_TRANSLATE_NOOP("Actions", "Settings")), "Ctrl+,"),
    NavigationActionSpec("palette", str(QT_TRANSLATE_NOOP("Actions", "Find an action")), "Ctrl+K"),
    NavigationActionSpec("keys", str(QT_TRANSLATE_NOOP("Actions", "Keys")), "F1"),
    NavigationActionSpec("fault-report", str(QT_TRANSLATE_NOOP("Actions", "Report of a fault…")), "Ctrl+F1"),
    NavigationActionSpec("log-folder", str(QT_TRANSLATE_NOOP("Actions", "Open the log folder")), "Ctrl+Shift+F1"),
    NavigationActionSpec("full-screen", str(QT_TRANSLATE_NOOP("Actions", "Full screen")), "F11"),
)

SESSION_NAVIGATION_ACTIONS = (
    NavigationActionSpec("undo", str(QT_TRANSLATE_NOOP("Actions", "Undo")), "Ctrl+Z"),
    NavigationActionSpec("redo", str(QT_TRANSLATE_NOOP("Actions", "Redo")), "Ctrl+Shift+Z"),
    NavigationActionSpec(
        "undo-act", str(QT_TRANSLATE_NOOP("Actions", "Undo the last act, no typing")), "Ctrl+Shift+Backspace"
    ),
    NavigationActionSpec(
        "redo-act", str(QT_TRANSLATE_NOOP("Actions", "Redo the last act, no typing")), "Ctrl+Shift+Delete"
    ),
    NavigationActionSpec("write-now", str(QT_TRANSLATE_NOOP("Actions", "Write what waits for the disk")), "Ctrl+F12"),
    NavigationActionSpec(
        "state", str(QT_TRANSLATE_NOOP("Actions", "Who speaks, how long, who is next")), "Ctrl+Shift+Space"
    ),
    NavigationActionSpec("prepare", str(QT_TRANSLATE_NOOP("Actions", "Prepare")), "Alt+1"),
    NavigationActionSpec("debate", str(QT_TRANSLATE_NOOP("Actions", "Debate")), "Alt+2"),
    NavigationActionSpec("report", str(QT_TRANSLATE_NOOP("Actions", "Report")), "Alt+3"),
    NavigationActionSpec("add-name", str(QT_TRANSLATE_NOOP("Actions", "Add a name")), "F2"),
    NavigationActionSpec("note", str(QT_TRANSLATE_NOOP("Actions", "Note line")), "F3"),
    NavigationActionSpec("list", str(QT_TRANSLATE_NOOP("Actions", "Speakers list")), "Ctrl+L"),
    NavigationActionSpec("find", str(QT_TRANSLATE_NOOP("Actions", "Find in the notes")), "Ctrl+F"),
    NavigationActionSpec("contributions", str(QT_TRANSLATE_NOOP("Actions", "Written contributions")), "Ctrl+Shift+W"),
    NavigationActionSpec("allotment", str(QT_TRANSLATE_NOOP("Actions", "New allotment for the speaker")), "Shift+F6"),
    NavigationActionSpec("order", str(QT_TRANSLATE_NOOP("Actions", "Another order of the list")), "Ctrl+D"),
    NavigationActionSpec("replies", str(QT_TRANSLATE_NOOP("Actions", "Rights of reply")), "Ctrl+Shift+G"),
    NavigationActionSpec("heard", str(QT_TRANSLATE_NOOP("Actions", "Interventions held")), "Ctrl+H"),
    NavigationActionSpec(
        "from-paper", str(QT_TRANSLATE_NOOP("Actions", "Enter a speech held on paper")), "Ctrl+Shift+I"
    ),
    NavigationActionSpec("balance", str(QT_TRANSLATE_NOOP("Actions", "Balance")), "Ctrl+G"),
    NavigationActionSpec("matrix", str(QT_TRANSLATE_NOOP("Actions", "Who said what on which theme")), "Ctrl+T"),
    NavigationActionSpec("hall", str(QT_TRANSLATE_NOOP("Actions", "Hall display")), "Ctrl+Shift+H"),
    NavigationActionSpec("chair", str(QT_TRANSLATE_NOOP("Actions", "Chair's screen")), "Ctrl+Shift+D"),
    NavigationActionSpec("blackout", str(QT_TRANSLATE_NOOP("Actions", "Hall dark / light again")), "Ctrl+B"),
    NavigationActionSpec("tell-hall", str(QT_TRANSLATE_NOOP("Actions", "Message to the hall")), "Ctrl+M"),
    NavigationActionSpec("tell-speaker", str(QT_TRANSLATE_NOOP("Actions", "Message to the speaker")), "Ctrl+Shift+S"),
    NavigationActionSpec("print-list", str(QT_TRANSLATE_NOOP("Actions", "Print the speakers list…")), "Ctrl+P"),
    NavigationActionSpec("export", str(QT_TRANSLATE_NOOP("Actions", "Export the report")), "Ctrl+E"),
    NavigationActionSpec("export-again", str(QT_TRANSLATE_NOOP("Actions", "Export the report again")), "Ctrl+Shift+T"),
    NavigationActionSpec("preview", str(QT_TRANSLATE_NOOP("Actions", "Preview of the report")), "Shift+F4"),
)


def make_navigation_actions(
    specs: tuple[NavigationActionSpec, ...], slots: Mapping[str, Callable[[], object]], parent: QWidget
) -> dict[str, QAction]:
    """Return a QAction for each row, by name, added to ``parent``; ``slots`` must hold each name (else KeyError)."""
    made: dict[str, QAction] = {}
    for spec in specs:
        action = QAction(QCoreApplication.translate("Actions", spec.text), parent)
        action.setObjectName(spec.name)
        action.setShortcuts(key_sequences(spec.key))
        action.setAutoRepeat(False)
        action.triggered.connect(slots[spec.name])
        made[spec.name] = action
    parent.addActions(list(made.values()))
    return made
