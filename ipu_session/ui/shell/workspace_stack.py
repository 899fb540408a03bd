"""The three workspaces of a session view, each built in steps when it is first opened (decision 0054)."""

from collections import deque
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ipu_session.domain.exchange.report_preview import SourceReference
from ipu_session.ui.core.app_services import AppServices
from ipu_session.ui.core.display_ticker import DisplayTicker
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.core.staged_construction import StagedConstruction
from ipu_session.ui.debate.workspace import DebateWorkspace
from ipu_session.ui.keyboard.deferred_keys import DEFERRED_KEYS
from ipu_session.ui.prepare import workspace as prepare
from ipu_session.ui.report import workspace as report
from ipu_session.ui.widgets.shrinkable import ShrinkableStack

if TYPE_CHECKING:
    Workspace = DebateWorkspace | prepare.PrepareWorkspace | report.ReportWorkspace

WorkspaceT = TypeVar("WorkspaceT", bound="Workspace")


class WorkspaceEntry(Generic[WorkspaceT]):
    """One workspace by name; ``workspace`` is None until it is complete."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.workspace: WorkspaceT | None = None

    def call(self, then: Callable[[WorkspaceT], object]) -> None:
        """Call ``then`` with the complete workspace; RuntimeError if it is not complete."""
        if self.workspace is None:
            raise RuntimeError(self.name)
        then(self.workspace)


class WorkspaceStack(ShrinkableStack):
    """Shows one workspace at a time, and carries out requests (`open`) in order.

    A request for a workspace that is not built waits until it is; key presses are held meanwhile (``DEFERRED_KEYS``).
    """

    workspace_shown = Signal(str)
    """Name of the workspace that is shown now."""
    contributions_closed = Signal()
    contribution_requested = Signal(int, str)
    """Id of a contribution, and the text to find in it."""
    source_requested = Signal(SourceReference)
    print_list_requested = Signal()

    def __init__(
        self,
        bridge: SessionBridge,
        ticker: DisplayTicker,
        services: AppServices,
        command_actions: dict[str, QAction],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._ticker = ticker
        self._services = services
        self._command_actions = command_actions
        self.prepare: WorkspaceEntry[prepare.PrepareWorkspace] = WorkspaceEntry("prepare")
        self.debate: WorkspaceEntry[DebateWorkspace] = WorkspaceEntry("debate")
        self.report: WorkspaceEntry[report.ReportWorkspace] = WorkspaceEntry("report")
        self._builders = {"prepare": self._build_prepare, "debate": self._build_debate, "report": self._build_report}
        self._requests: deque[tuple[str, Callable[[], object]]] = deque()
        self._construction: StagedConstruction | None = None

    @property
    def is_opening(self) -> bool:
        """Whether a workspace is being built."""
        return self._construction is not None

    @property
    def current_name(self) -> str:
        """Name of the workspace shown; before any is shown, of the first one requested; "" if there is none."""
        shown = (name for name, built in self.built_workspaces().items() if built is self.currentWidget())
        return next(shown, self._requests[0][0] if self._requests else "")

    def open(self, entry: WorkspaceEntry[WorkspaceT], then: Callable[[WorkspaceT], object] = QWidget.setFocus) -> None:
        """Show a workspace and call ``then`` with it: at once if it is built, else when it is complete."""
        self._requests.append((entry.name, partial(entry.call, then)))
        self._carry_out_requests()

    def open_named(self, name: str, then: "Callable[[Workspace], object]" = QWidget.setFocus) -> None:
        """Show the workspace called ``name`` and call ``then`` with it, as `open` does."""
        if name == self.prepare.name:
            self.open(self.prepare, then)
        elif name == self.report.name:
            self.open(self.report, then)
        else:
            self.open(self.debate, then)

    def complete(self) -> None:
        """Carry out all requests at once, for a caller that cannot wait for the event loop (`StagedConstruction`)."""
        while self._construction is not None:
            self._construction.complete()

    def cancel(self) -> None:
        """Stop building and drop all requests: the view is about to be deleted, or building has failed."""
        self._requests.clear()
        if self._construction is not None:
            self._construction.cancel()
            self._end_construction()

    def built_workspaces(self) -> "dict[str, Workspace]":
        """Return the workspaces that are complete, by name."""
        entries = ((entry.name, entry.workspace) for entry in (self.prepare, self.debate, self.report))
        return {name: workspace for name, workspace in entries if workspace is not None}

    def _carry_out_requests(self) -> None:
        while self._requests and self._construction is None:
            name, then = self._requests[0]
            workspace = self.built_workspaces().get(name)
            if workspace is None:
                self._start_construction(name)
                return
            self._requests.popleft()
            self.setCurrentWidget(workspace)
            self.workspace_shown.emit(name)
            then()

    def _start_construction(self, name: str) -> None:
        DEFERRED_KEYS.hold()
        self._construction = StagedConstruction(self._builders[name](), self)
        self._construction.finished.connect(self._on_constructed)
        self._construction.failed.connect(self.cancel)
        self._construction.start()

    def _end_construction(self) -> None:
        if self._construction is not None:
            self._construction.deleteLater()
            self._construction = None
            DEFERRED_KEYS.release()

    @Slot()
    def _on_constructed(self) -> None:
        # Key presses are held until the requests have set the focus, so that they reach the focused widget.
        DEFERRED_KEYS.hold()
        try:
            self._end_construction()
            self._carry_out_requests()
        finally:
            DEFERRED_KEYS.release()

    def _build_prepare(self) -> Iterator[None]:
        page = prepare.PrepareWorkspace(self._bridge, self._services, self)
        yield from self._build(page)
        page.contributions.closed.connect(self.contributions_closed)
        self.prepare.workspace = page

    def _build_debate(self) -> Iterator[None]:
        page = DebateWorkspace(self._bridge, self._ticker, self._command_actions, self)
        yield from self._build(page)
        page.notes.contribution_requested.connect(self.contribution_requested)
        self.debate.workspace = page

    def _build_report(self) -> Iterator[None]:
        page = report.ReportWorkspace(self._bridge, self._services, self)
        yield from self._build(page)
        page.source_requested.connect(self.source_requested)
        page.speakers_list_requested.connect(self.print_list_requested)
        self.report.workspace = page

    def _build(self, page: "Workspace") -> Iterator[None]:
        yield
        yield from page.build_steps()
        yield
        # A step of its own: adding the page to the stack lays it out, which takes time.
        self.addWidget(page)
        yield
