"""Table of the actions that are no commands of the session: opening panes, workspaces, dialogs; files, undo."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ipu_session.ui.actions.action_spec import ActionSpec, ActionTable
from ipu_session.ui.actions.scopes import SESSION, WINDOW

WINDOW_ACTIONS = ActionTable(
    WINDOW,
    (
        ActionSpec("new", str(QT_TRANSLATE_NOOP("Actions", "New session…")), "Ctrl+N"),
        ActionSpec("open", str(QT_TRANSLATE_NOOP("Actions", "Open…")), "Ctrl+O"),
        ActionSpec("start", str(QT_TRANSLATE_NOOP("Actions", "Close the session")), "Ctrl+W"),
        ActionSpec("save-copy", str(QT_TRANSLATE_NOOP("Actions", "Save a copy…")), "Ctrl+Shift+C"),
        ActionSpec(
            "restore",
            str(QT_TRANSLATE_NOOP("Actions", "Restore a backup…")),
            "Ctrl+U",
            button_text=str(QT_TRANSLATE_NOOP("Actions", "Restore…")),
        ),
        ActionSpec("quit", str(QT_TRANSLATE_NOOP("Actions", "Quit")), "Ctrl+Q"),
        ActionSpec("settings", str(QT_TRANSLATE_NOOP("Actions", "Settings")), "Ctrl+,"),
        ActionSpec("palette", str(QT_TRANSLATE_NOOP("Actions", "Find an action")), "Ctrl+K"),
        ActionSpec("keys", str(QT_TRANSLATE_NOOP("Actions", "Keys")), "F1"),
        ActionSpec("fault-report", str(QT_TRANSLATE_NOOP("Actions", "Report of a fault…")), "Ctrl+F1"),
        ActionSpec("log-folder", str(QT_TRANSLATE_NOOP("Actions", "Open the log folder")), "Ctrl+Shift+F1"),
        ActionSpec("full-screen", str(QT_TRANSLATE_NOOP("Actions", "Full screen")), "F11"),
    ),
)

SESSION_ACTIONS = ActionTable(
    SESSION,
    (
        ActionSpec("undo", str(QT_TRANSLATE_NOOP("Actions", "Undo")), "Ctrl+Z"),
        ActionSpec("redo", str(QT_TRANSLATE_NOOP("Actions", "Redo")), "Ctrl+Shift+Z"),
        ActionSpec(
            "undo-act", str(QT_TRANSLATE_NOOP("Actions", "Undo the last act, no typing")), "Ctrl+Shift+Backspace"
        ),
        ActionSpec("redo-act", str(QT_TRANSLATE_NOOP("Actions", "Redo the last act, no typing")), "Ctrl+Shift+Delete"),
        ActionSpec("write-now", str(QT_TRANSLATE_NOOP("Actions", "Write what waits for the disk")), "Ctrl+F12"),
        ActionSpec("state", str(QT_TRANSLATE_NOOP("Actions", "Who speaks, how long, who is next")), "Ctrl+Shift+Space"),
        ActionSpec("prepare", str(QT_TRANSLATE_NOOP("Actions", "Prepare")), "Alt+1"),
        ActionSpec("debate", str(QT_TRANSLATE_NOOP("Actions", "Debate")), "Alt+2"),
        ActionSpec("report", str(QT_TRANSLATE_NOOP("Actions", "Report")), "Alt+3"),
        ActionSpec("add-name", str(QT_TRANSLATE_NOOP("Actions", "Add a name")), "F2"),
        ActionSpec("note", str(QT_TRANSLATE_NOOP("Actions", "Note line")), "F3"),
        ActionSpec("list", str(QT_TRANSLATE_NOOP("Actions", "Speakers list")), "Ctrl+L"),
        ActionSpec("find", str(QT_TRANSLATE_NOOP("Actions", "Find in the notes")), "Ctrl+F"),
        ActionSpec("contributions", str(QT_TRANSLATE_NOOP("Actions", "Written contributions")), "Ctrl+Shift+W"),
        ActionSpec("allotment", str(QT_TRANSLATE_NOOP("Actions", "New allotment for the speaker")), "Shift+F6"),
        ActionSpec(
            "order",
            str(QT_TRANSLATE_NOOP("Actions", "Another order of the list")),
            "Ctrl+D",
            button_text=str(QT_TRANSLATE_NOOP("Actions", "Order…")),
        ),
        ActionSpec("replies", str(QT_TRANSLATE_NOOP("Actions", "Rights of reply")), "Ctrl+Shift+G"),
        ActionSpec("heard", str(QT_TRANSLATE_NOOP("Actions", "Interventions held")), "Ctrl+H"),
        ActionSpec(
            "from-paper",
            str(QT_TRANSLATE_NOOP("Actions", "Enter a speech held on paper")),
            "Ctrl+Shift+I",
            button_text=str(QT_TRANSLATE_NOOP("Actions", "From paper…")),
        ),
        ActionSpec("balance", str(QT_TRANSLATE_NOOP("Actions", "Balance")), "Ctrl+G"),
        ActionSpec("matrix", str(QT_TRANSLATE_NOOP("Actions", "Who said what on which theme")), "Ctrl+T"),
        ActionSpec("hall", str(QT_TRANSLATE_NOOP("Actions", "Hall display")), "Ctrl+Shift+H"),
        ActionSpec("chair", str(QT_TRANSLATE_NOOP("Actions", "Chair's screen")), "Ctrl+Shift+D"),
        ActionSpec("blackout", str(QT_TRANSLATE_NOOP("Actions", "Hall dark / light again")), "Ctrl+B"),
        ActionSpec("tell-hall", str(QT_TRANSLATE_NOOP("Actions", "Message to the hall")), "Ctrl+M"),
        ActionSpec("tell-speaker", str(QT_TRANSLATE_NOOP("Actions", "Message to the speaker")), "Ctrl+Shift+S"),
        ActionSpec("print-list", str(QT_TRANSLATE_NOOP("Actions", "Print the speakers list…")), "Ctrl+P"),
        ActionSpec(
            "export",
            str(QT_TRANSLATE_NOOP("Actions", "Export the report")),
            "Ctrl+E",
            button_text=str(QT_TRANSLATE_NOOP("Actions", "Export the report…")),
            tooltip=str(QT_TRANSLATE_NOOP("Actions", "Word document")),
        ),
        ActionSpec(
            "export-again",
            str(QT_TRANSLATE_NOOP("Actions", "Export the report again")),
            "Ctrl+Shift+T",
            button_text=str(QT_TRANSLATE_NOOP("Actions", "Export again")),
            tooltip=str(QT_TRANSLATE_NOOP("Actions", "The same report in the same place")),
        ),
        ActionSpec(
            "preview",
            str(QT_TRANSLATE_NOOP("Actions", "Preview of the report")),
            "Shift+F4",
            button_text=str(QT_TRANSLATE_NOOP("Actions", "Preview")),
            tooltip=str(QT_TRANSLATE_NOOP("Actions", "The report as it would be written")),
        ),
    ),
)
