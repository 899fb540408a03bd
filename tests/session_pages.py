"""The page of an open session in the main window, and its workspaces by their own types."""

from ipu_session.ui.debate.workspace import DebateWorkspace
from ipu_session.ui.prepare.workspace import PrepareWorkspace
from ipu_session.ui.report.workspace import ReportWorkspace
from ipu_session.ui.shell.main_window import MainWindow
from ipu_session.ui.shell.session_view import SessionView


def session_view(window: MainWindow) -> SessionView:
    view = window.centralWidget()
    assert isinstance(view, SessionView)
    return view


def show_prepare(view: SessionView) -> PrepareWorkspace:
    workspace = view.show_workspace("prepare")
    assert isinstance(workspace, PrepareWorkspace)
    return workspace


def show_debate(view: SessionView) -> DebateWorkspace:
    workspace = view.show_workspace("debate")
    assert isinstance(workspace, DebateWorkspace)
    return workspace


def show_report(view: SessionView) -> ReportWorkspace:
    workspace = view.show_workspace("report")
    assert isinstance(workspace, ReportWorkspace)
    return workspace
