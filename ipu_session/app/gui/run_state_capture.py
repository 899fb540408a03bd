"""Capture and restoration of the window's state: geometry, workspace and displays of the open session."""

from pathlib import Path

from ipu_session.app.gui.run_state import RunState
from ipu_session.ui.shell.main_window import MainWindow
from ipu_session.ui.shell.session_view import WORKSPACES, SessionView

_DISPLAYS = frozenset({"hall", "chair"})


def run_state_from_window(window: MainWindow, view: SessionView | None, path: Path) -> RunState:
    """Return the state of the window, with the session at ``path`` if its view is shown."""
    shown = window.geometry()
    place = (shown.x(), shown.y(), shown.width(), shown.height()) if window.isVisible() else ()
    if view is None or view is not window.centralWidget():
        return RunState(window=place)
    return RunState(str(path), view.workspaces.current_name, view.display_controller.wanted_displays(), place)


def restore_view(view: SessionView | None, standing: RunState) -> None:
    """Show the saved workspace and displays again."""
    if view is not None and standing.workspace in WORKSPACES:
        view.show_workspace(standing.workspace).setFocus()
        view.display_controller.show_displays(name for name in standing.displays if name in _DISPLAYS)
