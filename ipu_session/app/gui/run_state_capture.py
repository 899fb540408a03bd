"""How the window stands, taken down and brought back: workspace and displays of the open session."""

from pathlib import Path

from ipu_session.app.gui.run_state import Standing
from ipu_session.ui.shell.main_window import MainWindow
from ipu_session.ui.shell.session_view import WORKSPACES, SessionView

_DISPLAYS = frozenset({"hall", "chair"})


def standing_of(window: MainWindow, view: SessionView | None, path: Path) -> Standing:
    """Return how the window stands with the session in ``path``, or without one."""
    shown = window.geometry()
    place = (shown.x(), shown.y(), shown.width(), shown.height()) if window.isVisible() else ()
    if view is None or view is not window.centralWidget():
        return Standing(window=place)
    return Standing(str(path), view.current, view.displays.wanted(), place)


def bring_back(view: SessionView | None, standing: Standing) -> None:
    """Show the workspace and the displays again that were there."""
    if view is not None and standing.workspace in WORKSPACES:
        view.go(standing.workspace).setFocus()
        view.displays.show(name for name in standing.displays if name in _DISPLAYS)
