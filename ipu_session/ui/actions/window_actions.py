"""Tables of the window's actions that a view connects to a function, such as files, undo, workspaces and dialogs."""

from ipu_session.ui.actions.action_spec import ActionSpec, ActionTable
from ipu_session.ui.actions.scopes import SESSION, WINDOW
from ipu_session.ui.strings.translatable import QT_TRANSLATE_NOOP

WINDOW_ACTIONS = ActionTable(
    WINDOW,
    (
        ActionSpec("new", QT_TRANSLATE_NOOP("Actions", "New session…"), "Ctrl+N"),
        ActionSpec("open", QT_TRANSLATE_NOOP("Actions", "Open…"), "Ctrl+O"),
        ActionSpec("start", QT_TRANSLATE_NOOP("Actions", "Close the session"), "Ctrl+W"),
        ActionSpec("save-copy", QT_TRANSLATE_NOOP("Actions", "Save a copy…"), "Ctrl+Shift+C"),
        ActionSpec(
            "restore",
            QT_TRANSLATE_NOOP("Actions", "Restore a backup…"),
            "Ctrl+U",
            button_text=QT_TRANSLATE_NOOP("Actions", "Restore…"),
        ),
        ActionSpec("quit", QT_TRANSLATE_NOOP("Actions", "Quit"), "Ctrl+Q"),
        ActionSpec("settings", QT_TRANSLATE_NOOP("Actions", "Settings"), "Ctrl+,"),
        ActionSpec("palette", QT_TRANSLATE_NOOP("Actions", "Find an action"), "Ctrl+K"),
        ActionSpec("keys", QT_TRANSLATE_NOOP("Actions", "Keys"), "F1"),
        ActionSpec("fault-report", QT_TRANSLATE_NOOP("Actions", "Report of a fault…"), "Ctrl+F1"),
        ActionSpec("log-folder", QT_TRANSLATE_NOOP("Actions", "Open the log folder"), "Ctrl+Shift+F1"),
        ActionSpec("full-screen", QT_TRANSLATE_NOOP("Actions", "Full screen"), "F11"),
    ),
)

SESSION_ACTIONS = ActionTable(
    SESSION,
    (
        ActionSpec("undo", QT_TRANSLATE_NOOP("Actions", "Undo"), "Ctrl+Z"),
        ActionSpec("redo", QT_TRANSLATE_NOOP("Actions", "Redo"), "Ctrl+Shift+Z"),
        ActionSpec("undo-act", QT_TRANSLATE_NOOP("Actions", "Undo the last act, no typing"), "Ctrl+Shift+Backspace"),
        ActionSpec("redo-act", QT_TRANSLATE_NOOP("Actions", "Redo the last act, no typing"), "Ctrl+Shift+Delete"),
        ActionSpec("write-now", QT_TRANSLATE_NOOP("Actions", "Write what waits for the disk"), "Ctrl+F12"),
        ActionSpec("state", QT_TRANSLATE_NOOP("Actions", "Who speaks, how long, who is next"), "Ctrl+Shift+Space"),
        ActionSpec("prepare", QT_TRANSLATE_NOOP("Actions", "Prepare"), "Alt+1"),
        ActionSpec("debate", QT_TRANSLATE_NOOP("Actions", "Debate"), "Alt+2"),
        ActionSpec("report", QT_TRANSLATE_NOOP("Actions", "Report"), "Alt+3"),
        ActionSpec("add-name", QT_TRANSLATE_NOOP("Actions", "Add a name"), "F2"),
        ActionSpec("note", QT_TRANSLATE_NOOP("Actions", "Note line"), "F3"),
        ActionSpec("list", QT_TRANSLATE_NOOP("Actions", "Speakers list"), "Ctrl+L"),
        ActionSpec("find", QT_TRANSLATE_NOOP("Actions", "Find in the notes"), "Ctrl+F"),
        ActionSpec("contributions", QT_TRANSLATE_NOOP("Actions", "Written contributions"), "Ctrl+Shift+W"),
        ActionSpec("allotment", QT_TRANSLATE_NOOP("Actions", "New allotment for the speaker"), "Shift+F6"),
        ActionSpec(
            "order",
            QT_TRANSLATE_NOOP("Actions", "Another order of the list"),
            "Ctrl+D",
            button_text=QT_TRANSLATE_NOOP("Actions", "Order…"),
        ),
        ActionSpec("replies", QT_TRANSLATE_NOOP("Actions", "Rights of reply"), "Ctrl+Shift+G"),
        ActionSpec("heard", QT_TRANSLATE_NOOP("Actions", "Interventions held"), "Ctrl+H"),
        ActionSpec(
            "from-paper",
            QT_TRANSLATE_NOOP("Actions", "Enter a speech held on paper"),
            "Ctrl+Shift+I",
            button_text=QT_TRANSLATE_NOOP("Actions", "From paper…"),
        ),
        ActionSpec("balance", QT_TRANSLATE_NOOP("Actions", "Balance"), "Ctrl+G"),
        ActionSpec("matrix", QT_TRANSLATE_NOOP("Actions", "Who said what on which theme"), "Ctrl+T"),
        ActionSpec("hall", QT_TRANSLATE_NOOP("Actions", "Hall display"), "Ctrl+Shift+H"),
        ActionSpec("chair", QT_TRANSLATE_NOOP("Actions", "Chair's screen"), "Ctrl+Shift+D"),
        ActionSpec("blackout", QT_TRANSLATE_NOOP("Actions", "Hall dark / light again"), "Ctrl+B"),
        ActionSpec("tell-hall", QT_TRANSLATE_NOOP("Actions", "Message to the hall"), "Ctrl+M"),
        ActionSpec("tell-speaker", QT_TRANSLATE_NOOP("Actions", "Message to the speaker"), "Ctrl+Shift+S"),
        ActionSpec("print-list", QT_TRANSLATE_NOOP("Actions", "Print the speakers list…"), "Ctrl+P"),
        ActionSpec(
            "export",
            QT_TRANSLATE_NOOP("Actions", "Export the report"),
            "Ctrl+E",
            button_text=QT_TRANSLATE_NOOP("Actions", "Export the report…"),
            tooltip=QT_TRANSLATE_NOOP("Actions", "Word document"),
        ),
        ActionSpec(
            "export-again",
            QT_TRANSLATE_NOOP("Actions", "Export the report again"),
            "Ctrl+Shift+T",
            button_text=QT_TRANSLATE_NOOP("Actions", "Export again"),
            tooltip=QT_TRANSLATE_NOOP("Actions", "The same report in the same place"),
        ),
        ActionSpec(
            "preview",
            QT_TRANSLATE_NOOP("Actions", "Preview of the report"),
            "Shift+F4",
            button_text=QT_TRANSLATE_NOOP("Actions", "Preview"),
            tooltip=QT_TRANSLATE_NOOP("Actions", "The report as it would be written"),
        ),
    ),
)
