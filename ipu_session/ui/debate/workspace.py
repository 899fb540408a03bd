"""The Debate workspace: speakers, floor and notes panes side by side."""

from collections.abc import Iterator

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QSplitter, QVBoxLayout, QWidget
from shiboken6 import isValid

from ipu_session.domain.model.ids import InterventionId, NoteId
from ipu_session.ui.core.display_ticker import DisplayTicker
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.debate.floor.pane import FloorPane
from ipu_session.ui.debate.notes.pane import NotesPane
from ipu_session.ui.debate.speakers.pane import SpeakersPane

_PANE_SHARES = (33, 33, 34)
_FLOOR_MIN_LETTERS = 34
"""Minimum width of the floor pane, in average characters: it scrolls inside and has no useful minimum of its own."""

_NOTES_MIN_LETTERS = 34
"""Minimum width of the notes pane, in average characters: narrower, chips and buttons take too many lines."""


class DebateWorkspace(QWidget):
    """Creates and connects the three panes, which do not refer to each other."""

    def __init__(
        self, bridge: SessionBridge, ticker: DisplayTicker, actions: dict[str, QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._ticker = ticker
        self._command_actions = actions
        self._focus_before_question: QWidget | None = None
        """The widget that had the focus before the line *raised by*; None if it was outside the workspace."""

    def build_steps(self) -> Iterator[None]:
        """Build the panes, one in each step; the workspace is complete after the last step."""
        panes = QSplitter(self)
        panes.setChildrenCollapsible(False)
        self.speakers = SpeakersPane(self._bridge, panes)
        yield
        self.floor = FloorPane(self._bridge, self._ticker, self._command_actions, panes)
        self.floor.setMinimumWidth(_FLOOR_MIN_LETTERS * self.fontMetrics().averageCharWidth())
        yield
        self.notes = NotesPane(self._bridge, panes)
        self.notes.setMinimumWidth(_NOTES_MIN_LETTERS * self.fontMetrics().averageCharWidth())
        self._connect_panes()
        self._build_layout(panes)

    def _connect_panes(self) -> None:
        self.floor.raised_by.closed.connect(self._restore_focus)
        self.floor.motion_form.closed.connect(self.notes.focus_note_line)
        self.floor.reason_line.closed.connect(self.notes.focus_note_line)
        self.floor.allotment_form.closed.connect(self.notes.focus_note_line)
        self.notes.speech_requested.connect(self.speakers.show_intervention)
        self.speakers.history.notes_requested.connect(self._show_notes_of)

    def _build_layout(self, panes: QSplitter) -> None:
        for pane, share in zip((self.speakers, self.floor, self.notes), _PANE_SHARES, strict=True):
            panes.addWidget(pane)
            panes.setStretchFactor(panes.count() - 1, share)
        panes.setSizes([share * 13 for share in _PANE_SHARES])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.addWidget(panes)
        self.setFocusProxy(self.speakers.add_line)

    def focus_add_line(self) -> None:
        """Give the line *add a name* the keyboard focus."""
        self.speakers.focus_add_line()

    def focus_list(self) -> None:
        """Give the speakers list the keyboard focus."""
        self.speakers.focus_list()

    def focus_note_line(self) -> None:
        """Give the note line the keyboard focus."""
        self.notes.focus_note_line()

    def focus_raised_by(self) -> None:
        """Focus the line *raised by*; when it closes, the previous widget in the workspace gets the focus back."""
        focus = QApplication.focusWidget()
        if focus is not None and not self.floor.raised_by.isAncestorOf(focus):
            self._focus_before_question = focus if self.isAncestorOf(focus) else None
        self.floor.raised_by.focus_line()

    @Slot()
    def _restore_focus(self) -> None:
        before, self._focus_before_question = self._focus_before_question, None
        if before is not None and isValid(before) and before.isVisible() and before.isEnabled():
            before.setFocus()
        else:
            self.notes.focus_note_line()

    def focus_search(self) -> None:
        """Give the search line of the notes the keyboard focus."""
        self.notes.focus_search()

    def show_note(self, note: NoteId) -> None:
        """Show a note among the others of its intervention, and make it current."""
        self.notes.show_note(note)

    @Slot(int)
    def _show_notes_of(self, intervention: int) -> None:
        self.notes.show_speech(InterventionId(intervention))

    def save_drafts(self) -> None:
        """Save half-typed texts to disk."""
        self.notes.save_draft()

    def shut_down(self) -> None:
        """Save drafts before the view is destroyed."""
        self.save_drafts()
