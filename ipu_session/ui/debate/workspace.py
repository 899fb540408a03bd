"""The second workspace: speakers, floor, notes, side by side."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QSplitter, QVBoxLayout, QWidget
from shiboken6 import isValid

from ipu_session.domain.model.ids import InterventionId, NoteId
from ipu_session.ui.core.background_task import breathe
from ipu_session.ui.core.session_bridge import Bridge
from ipu_session.ui.core.ticker import Heartbeat
from ipu_session.ui.debate.floor.pane import FloorPane
from ipu_session.ui.debate.notes.pane import NotesPane
from ipu_session.ui.debate.speakers.pane import SpeakersPane

_SHARES = (33, 33, 34)
_FLOOR_LETTERS = 34
"""The floor scrolls inside, so it would let itself be pulled to nothing; it stays this wide, in letters."""

_NOTES_LETTERS = 34
"""The chips and the keys of the notes would go below each other for ever."""


class DebateWorkspace(QWidget):
    """Puts the three panes together; they do not know each other."""

    def __init__(
        self,
        bridge: Bridge,
        heartbeat: Heartbeat,
        acts: dict[str, QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        panes = QSplitter(self)
        panes.setChildrenCollapsible(False)
        # Each of the three takes a while to make.
        self.speakers = SpeakersPane(bridge, panes)
        breathe()
        self.floor = FloorPane(bridge, heartbeat, acts, panes)
        self.floor.setMinimumWidth(_FLOOR_LETTERS * self.fontMetrics().averageCharWidth())
        breathe()
        self.notes = NotesPane(bridge, panes)
        self.notes.setMinimumWidth(_NOTES_LETTERS * self.fontMetrics().averageCharWidth())
        self._before: QWidget | None = None
        """What had the keyboard before it was asked whose an interruption is."""
        self.floor.raised_by.left.connect(self._go_back)
        self.floor.motion.left.connect(self.notes.focus_note)
        self.floor.reason.left.connect(self.notes.focus_note)
        self.floor.allotment.left.connect(self.notes.focus_note)
        self.notes.speech_asked.connect(self.speakers.show_heard)
        self.speakers.heard.notes_asked.connect(self._show_notes)
        for pane, share in zip((self.speakers, self.floor, self.notes), _SHARES, strict=True):
            panes.addWidget(pane)
            panes.setStretchFactor(panes.count() - 1, share)
        panes.setSizes([share * 13 for share in _SHARES])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.addWidget(panes)
        self.setFocusProxy(self.speakers.add)

    def focus_add(self) -> None:
        """Put the keyboard into *add a name*."""
        self.speakers.focus_add()

    def focus_list(self) -> None:
        """Put the keyboard on the speakers list."""
        self.speakers.focus_list()

    def focus_note(self) -> None:
        """Put the keyboard into the note line."""
        self.notes.focus_note()

    def ask_who(self) -> None:
        """Ask whose the interruption is that has the floor; afterwards the keyboard goes back."""
        focus = QApplication.focusWidget()
        if focus is not None and not self.floor.raised_by.isAncestorOf(focus):
            self._before = focus if self.isAncestorOf(focus) else None
        self.floor.raised_by.ask()

    @Slot()
    def _go_back(self) -> None:
        before, self._before = self._before, None
        if before is not None and isValid(before) and before.isVisible() and before.isEnabled():
            before.setFocus()
        else:
            self.notes.focus_note()

    def focus_find(self) -> None:
        """Put the keyboard into *find* among the notes."""
        self.notes.focus_find()

    def show_note(self, note: NoteId) -> None:
        """Show a note in its place, with the keyboard on it."""
        self.notes.show_note(note)

    @Slot(int)
    def _show_notes(self, intervention: int) -> None:
        self.notes.show_speech(InterventionId(intervention))

    def keep_drafts(self) -> None:
        """Keep whatever is half-typed on disk."""
        self.notes.keep_draft()

    def rest(self) -> None:
        """Keep whatever is half-typed: the view is about to go."""
        self.keep_drafts()
