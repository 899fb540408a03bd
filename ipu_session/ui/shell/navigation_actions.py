"""Where the keys lead that change nothing: panes, workspaces, pages. One table, like the acts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ipu_session.ui.keyboard.alternative_keys import sequences


@dataclass(frozen=True, slots=True)
class MoveSpec:
    """One row: a name, what it is called, its key."""

    name: str
    text: str
    key: str


WINDOW_MOVES = (
    MoveSpec("new", str(QT_TRANSLATE_NOOP("Actions", "New session…")), "Ctrl+N"),
    MoveSpec("open", str(QT_TRANSLATE_NOOP("Actions", "Open…")), "Ctrl+O"),
    MoveSpec("start", str(QT_TRANSLATE_NOOP("Actions", "Close the session")), "Ctrl+W"),
    MoveSpec("save-copy", str(QT_TRANSLATE_NOOP("Actions", "Save a copy…")), "Ctrl+Shift+C"),
    MoveSpec("restore", str(QT_TRANSLATE_NOOP("Actions", "Restore a backup…")), "Ctrl+U"),
    MoveSpec("quit", str(QT_TRANSLATE_NOOP("Actions", "Quit")), "Ctrl+Q"),
    MoveSpec("settings", str(QT_TRANSLATE_NOOP("Actions", "Settings")), "Ctrl+,"),
    MoveSpec("palette", str(QT_TRANSLATE_NOOP("Actions", "Find an action")), "Ctrl+K"),
    MoveSpec("keys", str(QT_TRANSLATE_NOOP("Actions", "Keys")), "F1"),
    MoveSpec("fault-report", str(QT_TRANSLATE_NOOP("Actions", "Report of a fault…")), "Ctrl+F1"),
    MoveSpec("log-folder", str(QT_TRANSLATE_NOOP("Actions", "Open the log folder")), "Ctrl+Shift+F1"),
    MoveSpec("full-screen", str(QT_TRANSLATE_NOOP("Actions", "Full screen")), "F11"),
)

SESSION_MOVES = (
    MoveSpec("undo", str(QT_TRANSLATE_NOOP("Actions", "Undo")), "Ctrl+Z"),
    MoveSpec("redo", str(QT_TRANSLATE_NOOP("Actions", "Redo")), "Ctrl+Shift+Z"),
    MoveSpec(
        "undo-act",
        str(QT_TRANSLATE_NOOP("Actions", "Undo the last act, no typing")),
        "Ctrl+Shift+Backspace",
    ),
    MoveSpec(
        "redo-act",
        str(QT_TRANSLATE_NOOP("Actions", "Redo the last act, no typing")),
        "Ctrl+Shift+Delete",
    ),
    MoveSpec("write-now", str(QT_TRANSLATE_NOOP("Actions", "Write what waits for the disk")), "Ctrl+F12"),
    MoveSpec(
        "state", str(QT_TRANSLATE_NOOP("Actions", "Who speaks, how long, who is next")), "Ctrl+Shift+Space"
    ),
    MoveSpec("prepare", str(QT_TRANSLATE_NOOP("Actions", "Prepare")), "Alt+1"),
    MoveSpec("debate", str(QT_TRANSLATE_NOOP("Actions", "Debate")), "Alt+2"),
    MoveSpec("report", str(QT_TRANSLATE_NOOP("Actions", "Report")), "Alt+3"),
    MoveSpec("add-name", str(QT_TRANSLATE_NOOP("Actions", "Add a name")), "F2"),
    MoveSpec("note", str(QT_TRANSLATE_NOOP("Actions", "Note line")), "F3"),
    MoveSpec("list", str(QT_TRANSLATE_NOOP("Actions", "Speakers list")), "Ctrl+L"),
    MoveSpec("find", str(QT_TRANSLATE_NOOP("Actions", "Find in the notes")), "Ctrl+F"),
    MoveSpec("contributions", str(QT_TRANSLATE_NOOP("Actions", "Written contributions")), "Ctrl+Shift+W"),
    MoveSpec("allotment", str(QT_TRANSLATE_NOOP("Actions", "New allotment for the speaker")), "Shift+F6"),
    MoveSpec("order", str(QT_TRANSLATE_NOOP("Actions", "Another order of the list")), "Ctrl+D"),
    MoveSpec("replies", str(QT_TRANSLATE_NOOP("Actions", "Rights of reply")), "Ctrl+Shift+G"),
    MoveSpec("heard", str(QT_TRANSLATE_NOOP("Actions", "Interventions held")), "Ctrl+H"),
    MoveSpec("from-paper", str(QT_TRANSLATE_NOOP("Actions", "Enter a speech held on paper")), "Ctrl+Shift+I"),
    MoveSpec("balance", str(QT_TRANSLATE_NOOP("Actions", "Balance")), "Ctrl+G"),
    MoveSpec("matrix", str(QT_TRANSLATE_NOOP("Actions", "Who said what on which theme")), "Ctrl+T"),
    MoveSpec("hall", str(QT_TRANSLATE_NOOP("Actions", "Hall display")), "Ctrl+Shift+H"),
    MoveSpec("chair", str(QT_TRANSLATE_NOOP("Actions", "Chair's screen")), "Ctrl+Shift+D"),
    MoveSpec("blackout", str(QT_TRANSLATE_NOOP("Actions", "Hall dark / light again")), "Ctrl+B"),
    MoveSpec("tell-hall", str(QT_TRANSLATE_NOOP("Actions", "Message to the hall")), "Ctrl+M"),
    MoveSpec("tell-speaker", str(QT_TRANSLATE_NOOP("Actions", "Message to the speaker")), "Ctrl+Shift+S"),
    MoveSpec("print-list", str(QT_TRANSLATE_NOOP("Actions", "Print the speakers list…")), "Ctrl+P"),
    MoveSpec("export", str(QT_TRANSLATE_NOOP("Actions", "Export the report")), "Ctrl+E"),
    MoveSpec("export-again", str(QT_TRANSLATE_NOOP("Actions", "Export the report again")), "Ctrl+Shift+T"),
    MoveSpec("preview", str(QT_TRANSLATE_NOOP("Actions", "Preview of the report")), "Shift+F4"),
)


def make_moves(
    specs: tuple[MoveSpec, ...], slots: Mapping[str, Callable[[], object]], parent: QWidget
) -> dict[str, QAction]:
    """Return a live action for each row, by name, put on ``parent``; every row must have a slot."""
    made: dict[str, QAction] = {}
    for spec in specs:
        action = QAction(QCoreApplication.translate("Actions", spec.text), parent)
        action.setObjectName(spec.name)
        action.setShortcuts(sequences(spec.key))
        action.setAutoRepeat(False)
        action.triggered.connect(slots[spec.name])
        made[spec.name] = action
    parent.addActions(list(made.values()))
    return made
