"""Navigation within a session view: which workspace an action shows, and what gets the focus there."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from ipu_session.domain.events import FloorGiven
from ipu_session.domain.exchange.report_preview import SourceKind, SourceReference
from ipu_session.domain.model.ids import ContributionId, NoteId
from ipu_session.domain.queries.unnamed_interruptions import is_unnamed
from ipu_session.service.session_service import CommittedChange
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.debate.workspace import DebateWorkspace
from ipu_session.ui.shell.workspace_stack import WorkspaceStack


class SessionNavigation(QObject):
    """Slots of the actions that show a workspace or a part of it."""

    def __init__(self, bridge: SessionBridge, workspaces: WorkspaceStack, parent: QObject) -> None:
        super().__init__(parent)
        self._workspaces = workspaces
        self._return_workspace = workspaces.prepare.name
        """Name of the workspace that is shown again when the written contributions are closed."""
        workspaces.contributions_closed.connect(self._return_from_contributions)
        workspaces.contribution_requested.connect(self._open_contribution)
        workspaces.source_requested.connect(self._show_source)
        bridge.commit_handled.connect(self._ask_for_speaker)

    def slots(self) -> dict[str, Callable[[], object]]:
        """Return the slot of each action, by the name of the action."""
        return {
            "prepare": self._focus_prepare,
            "debate": self._focus_add_line,
            "report": self._focus_report,
            "add-name": self._focus_add_line,
            "note": self._focus_note_line,
            "list": self._focus_list,
            "find": self._focus_search,
            "contributions": self._focus_contributions,
            "allotment": self._edit_allotment,
            "order": self._propose_order,
            "replies": self._show_replies,
            "heard": self._show_heard,
            "from-paper": self._enter_from_paper,
            "export": self._export_report,
            "export-again": self._export_again,
            "preview": self._show_preview,
        }

    @Slot(int)
    def show_note(self, note: int) -> None:
        """Show a note in the debate workspace."""
        self._workspaces.window().activateWindow()
        self._open_debate(lambda debate: debate.show_note(NoteId(note)))

    def _open_debate(self, then: Callable[[DebateWorkspace], object]) -> None:
        self._workspaces.open(self._workspaces.debate, then)

    @Slot()
    def _focus_prepare(self) -> None:
        self._workspaces.open(self._workspaces.prepare)

    @Slot()
    def _focus_report(self) -> None:
        self._workspaces.open(self._workspaces.report)

    @Slot()
    def _focus_add_line(self) -> None:
        self._open_debate(DebateWorkspace.focus_add_line)

    @Slot()
    def _focus_note_line(self) -> None:
        self._open_debate(DebateWorkspace.focus_note_line)

    @Slot()
    def _focus_list(self) -> None:
        self._open_debate(DebateWorkspace.focus_list)

    @Slot()
    def _focus_search(self) -> None:
        """Focus the search of the preview or of the contribution, if one is shown; else show and search the notes."""
        workspaces = (self._workspaces.report.workspace, self._workspaces.prepare.workspace)
        current = self._workspaces.currentWidget()
        shown = next((each for each in workspaces if each is not None and each is current), None)
        if shown is None or not shown.focus_search():
            self._open_debate(DebateWorkspace.focus_search)

    @Slot()
    def _export_report(self) -> None:
        self._workspaces.open(self._workspaces.report, lambda report: report.export_report())

    @Slot()
    def _export_again(self) -> None:
        self._workspaces.open(self._workspaces.report, lambda report: report.export_again())

    @Slot()
    def _show_preview(self) -> None:
        self._workspaces.open(self._workspaces.report, lambda report: report.show_preview())

    @Slot()
    def _edit_allotment(self) -> None:
        self._open_debate(lambda debate: debate.floor.allotment_form.open_form())

    @Slot()
    def _propose_order(self) -> None:
        self._open_debate(lambda debate: debate.speakers.propose_order())

    @Slot()
    def _show_replies(self) -> None:
        self._open_debate(lambda debate: debate.speakers.focus_replies())

    @Slot()
    def _show_heard(self) -> None:
        self._open_debate(lambda debate: debate.speakers.focus_history())

    @Slot()
    def _enter_from_paper(self) -> None:
        self._open_debate(lambda debate: debate.speakers.enter_from_paper())

    @Slot(SourceReference)
    def _show_source(self, source: SourceReference) -> None:
        """Show an intervention, request or contribution: the source of a preview line, or an unnamed interruption."""
        if source.kind is SourceKind.INTERVENTION:
            self._open_debate(lambda debate: debate.speakers.show_intervention(source.id))
        elif source.kind is SourceKind.REQUEST:
            self._open_debate(lambda debate: debate.speakers.show_request(source.id))
        else:
            self._open_contribution(source.id, "")

    @Slot()
    def _focus_contributions(self) -> None:
        self._remember_return_workspace()
        self._workspaces.open(self._workspaces.prepare, lambda prepare: prepare.show_contributions().focus_entry())

    @Slot(int, str)
    def _open_contribution(self, entry: int, typed: str) -> None:
        self._remember_return_workspace()
        contribution = ContributionId(entry)
        self._workspaces.open(
            self._workspaces.prepare, lambda prepare: prepare.show_contributions().show_text(contribution, typed)
        )

    def _remember_return_workspace(self) -> None:
        if self._workspaces.current_name != self._workspaces.prepare.name:
            self._return_workspace = self._workspaces.current_name

    @Slot()
    def _return_from_contributions(self) -> None:
        self._workspaces.open_named(self._return_workspace, _restore_focus)

    @Slot(CommittedChange)
    def _ask_for_speaker(self, committed: CommittedChange) -> None:
        """Focus the field for the name if an interruption has just begun for which no name is recorded."""
        floor = committed.session.floor
        begun = any(isinstance(event, FloorGiven) for event in committed.events)
        if begun and floor is not None and is_unnamed(floor):
            self._open_debate(DebateWorkspace.focus_raised_by)


def _restore_focus(workspace: QWidget) -> None:
    (workspace.focusWidget() or workspace).setFocus()
