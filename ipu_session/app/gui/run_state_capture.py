"""Capture and restoration of the window's state: geometry, workspace and displays of the open session."""

from pathlib import Path

from ipu_session.app.gui.run_state import RunState
from ipu_session.ui.shell.main_window import MainWindow
from ipu_session.ui.shell.session_view import WORKSPACES, SessionView

_DISPLAYS = frozenset({"hall", "chair"})


def run_state_from_window(window: MainWindow, view: SessionView | None, path: Path) -> RunState:
    """Return the state of the window; if there is a view, with the session at ``path``, its workspace and displays."""
    shown = window.geometry()
    place = (shown.x(), shown.y(), shown.width(), shown.height()) if window.isVisible() else ()
    if view is None or view is not window.centralWidget():
        return RunState(window=place)
    return RunState(str(path), view.workspaces.current_name, view.display_controller.wanted_displays(), place)


def saved_workspace(state: RunState) -> str:
    """Return the name of the saved workspace; "debate" if no workspace has that name."""
    return state.workspace if state.workspace in WORKSPACES else "debate"


def restore_displays(view: SessionView | None, state: RunState) -> None:
    """Show the saved displays again."""
    if view is not None:
        view.display_controller.show_displays(name for name in state.displays if name in _DISPLAYS)
