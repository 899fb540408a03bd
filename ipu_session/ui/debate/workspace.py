"""The second workspace: speakers, floor, notes, side by side."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QSplitter, QVBoxLayout, QWidget
from shiboken6 import isValid

from ipu_session.domain.model.ids import InterventionId, NoteId
from ipu_session.ui.core.background_task import process_paint_events
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.core.ticker import Ticker
from ipu_session.ui.debate.floor.pane import FloorPane
from ipu_session.ui.debate.notes.pane import NotesPane
from ipu_session.ui.debate.speakers.pane import SpeakersPane

_PANE_SHARES = (33, 33, 34)
_FLOOR_MIN_LETTERS = 34
"""The floor scrolls inside, so it would let itself be pulled to nothing; it stays this wide, in letters."""

_NOTES_MIN_LETTERS = 34
"""The chips and the keys of the notes would go below each other for ever."""


class DebateWorkspace(QWidget):
    """Puts the three panes together; they do not know each other."""

    def __init__(
        self, bridge: SessionBridge, heartbeat: Ticker, acts: dict[str, QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        panes = QSplitter(self)
        panes.setChildrenCollapsible(False)
        # Each of the three takes a while to make.
        self.speakers = SpeakersPane(bridge, panes)
        process_paint_events()
        self.floor = FloorPane(bridge, heartbeat, acts, panes)
        self.floor.setMinimumWidth(_FLOOR_MIN_LETTERS * self.fontMetrics().averageCharWidth())
        process_paint_events()
        self.notes = NotesPane(bridge, panes)
        self.notes.setMinimumWidth(_NOTES_MIN_LETTERS * self.fontMetrics().averageCharWidth())
        self._focus_before_question: QWidget | None = None
        """What had the keyboard before it was asked whose an interruption is."""
        self.floor.raised_by.closed.connect(self._restore_focus)
        self.floor.motion_form.closed.connect(self.notes.focus_note_line)
        self.floor.reason_line.closed.connect(self.notes.focus_note_line)
        self.floor.allotment_form.closed.connect(self.notes.focus_note_line)
        self.notes.speech_requested.connect(self.speakers.show_intervention)
        self.speakers.history.notes_requested.connect(self._show_notes_of)
        for pane, share in zip((self.speakers, self.floor, self.notes), _PANE_SHARES, strict=True):
            panes.addWidget(pane)
            panes.setStretchFactor(panes.count() - 1, share)
        panes.setSizes([share * 13 for share in _PANE_SHARES])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.addWidget(panes)
        self.setFocusProxy(self.speakers.add_line)

    def focus_add_line(self) -> None:
        """Put the keyboard into *add a name*."""
        self.speakers.focus_add_line()

    def focus_list(self) -> None:
        """Put the keyboard on the speakers list."""
        self.speakers.focus_list()

    def focus_note_line(self) -> None:
        """Put the keyboard into the note line."""
        self.notes.focus_note_line()

    def focus_raised_by(self) -> None:
        """Ask whose the interruption is that has the floor; afterwards the keyboard goes back."""
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
        """Put the keyboard into *find* among the notes."""
        self.notes.focus_search()

    def show_note(self, note: NoteId) -> None:
        """Show a note in its place, with the keyboard on it."""
        self.notes.show_note(note)

    @Slot(int)
    def _show_notes_of(self, intervention: int) -> None:
        self.notes.show_speech(InterventionId(intervention))

    def save_drafts(self) -> None:
        """Keep whatever is half-typed on disk."""
        self.notes.save_draft()

    def shut_down(self) -> None:
        """Keep whatever is half-typed: the view is about to go."""
        self.save_drafts()
