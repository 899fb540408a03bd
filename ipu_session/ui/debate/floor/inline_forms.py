"""Lines shown when there is something to say: what is moved, why the sitting stands still, a new time."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from ipu_session.domain.commands import (
    CloseSitting,
    DecideMotion,
    ExplainMotion,
    ExplainSuspension,
    SetAllotment,
)
from ipu_session.domain.model.motions import MotionKind
from ipu_session.domain.model.session import Session
from ipu_session.domain.rejections import Reason
from ipu_session.domain.text.durations import format_duration, parse_duration_ms
from ipu_session.ui.core.session_bridge import Bridge
from ipu_session.ui.strings import labels
from ipu_session.ui.widgets.announcements import StatusLabel
from ipu_session.ui.widgets.factories import label, named, set_role
from ipu_session.ui.widgets.text.cleared_texts import ERASURES
from ipu_session.ui.widgets.text.recorded_text import show_recorded
from ipu_session.ui.widgets.text.undoable_fields import LineEdit


class MotionLine(QWidget):
    """What is moved: one of the usual motions, or some words."""

    left = Signal()
    """It has gone, and the keyboard with it."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._shown: int | None = None
        self._subject = ""
        """What is recorded as the subject."""
        self.kind = QComboBox()
        named(self.kind, self.tr("What is moved"))
        for kind in MotionKind:
            self.kind.addItem(labels.word(kind), kind.value)
        named(self.kind.view(), self.kind.accessibleName())
        self.kind.activated.connect(self.take)
        self.line = LineEdit()
        named(self.line, self.tr("What is moved, in words"), self.tr("Enter"))
        self.line.setPlaceholderText(self.tr("what is moved"))
        self.line.returnPressed.connect(self.take)
        self.line.editingFinished.connect(self._take_typed)
        bridge.asked.connect(self._on_asked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.kind)
        layout.addWidget(self.line, 1)

    def show_for(self, session: Session) -> None:
        """Show the motion that is on, if there is one."""
        motion = session.motion
        had_focus = self.line.hasFocus() or self.kind.hasFocus()
        self.setVisible(motion is not None)
        if motion is None:
            if had_focus:
                self.left.emit()
            return
        subject, self._subject = self._subject, motion.subject
        if motion.id != self._shown:
            self._shown = motion.id
            self.line.setText(motion.subject)
        show_recorded(self.line, subject, motion.subject)
        if not self.line.hasFocus():
            self.kind.setCurrentIndex(self.kind.findData(motion.kind.value))

    @Slot()
    def take(self) -> None:
        """Record what is moved."""
        kind = MotionKind(str(self.kind.currentData()))
        if not self._bridge.execute(ExplainMotion(kind, self.line.text())):
            self.show_for(self._bridge.session)

    @Slot()
    def _take_typed(self) -> None:
        """Record what was typed since, when the line is left or the motion is decided."""
        motion = self._bridge.session.motion
        if motion is not None and motion.id == self._shown and self.line.text().strip() != motion.subject:
            self.take()

    @Slot(object)
    def _on_asked(self, command: object) -> None:
        if isinstance(command, DecideMotion | CloseSitting):
            self._take_typed()


class ReasonLine(LineEdit):
    """Why the sitting stands still, said when there is time for it."""

    left = Signal()
    """It has gone, and the keyboard with it."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._shown = (0, 0)
        """The sitting, and the number of its suspension."""
        self._reason = ""
        named(self, self.tr("Why the sitting is suspended"), self.tr("Enter"))
        self.setPlaceholderText(self.tr("reason for the suspension"))
        self.editingFinished.connect(self.take)

    def show_for(self, session: Session) -> None:
        """Show the reason while the sitting is suspended."""
        sitting = session.sitting
        suspended = sitting is not None and sitting.suspended
        had_focus = self.hasFocus()
        self.setVisible(suspended)
        if had_focus and not suspended:
            self.left.emit()
        if sitting is not None and suspended:
            number, reason = len(sitting.suspensions), sitting.suspensions[-1].reason
            if (sitting.id, number) != self._shown:
                self._shown = (sitting.id, number)
                self.setText(reason)
            show_recorded(self, self._reason, reason)
            self._reason = reason

    @Slot()
    def take(self) -> None:
        """Record the reason, if it is another one."""
        sitting = self._bridge.session.sitting
        if sitting is None or not sitting.suspended:
            return
        if sitting.suspensions[-1].reason != self.text().strip():
            self._bridge.execute(ExplainSuspension(self.text()))


class AllotmentLine(QWidget):
    """A new allotment for whoever has the floor: asked for by a key, taken by Enter, left by Escape."""

    left = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._asked: int | None = None
        """Whose allotment is asked for."""
        self._usual = ""
        """What the line said when it was asked for."""
        self.line = LineEdit()
        named(
            self.line, self.tr("New allotment for this speaker"), self.tr("3, 3:00, 180s or 1h05; 0 for none")
        )
        self.line.returnPressed.connect(self.take)
        self.said = StatusLabel(role="quiet")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(label(self.tr("new allotment")))
        layout.addWidget(self.line, 1)
        layout.addWidget(self.said, 1)
        self.hide()

    def ask(self) -> None:
        """Show the line with the allotment as it is, if somebody has the floor."""
        floor = self._bridge.session.floor
        if floor is None:
            self._bridge.unable.emit(labels.refusal(Reason.FLOOR_FREE.value))
            return
        self._asked = floor.id
        self._usual = format_duration(floor.allotted_ms)
        self.line.setText(self._usual)
        self._say("", "quiet")
        self.show()
        self.line.setFocus()
        self.line.selectAll()

    def show_for(self, session: Session) -> None:
        """Go with the speaker it was asked for: the next one's time is another question."""
        if self.isVisible() and (session.floor is None or session.floor.id != self._asked):
            self._leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape leave the line as though it had not been asked for."""
        if event.key() == Qt.Key.Key_Escape:
            if self.line.text() != self._usual:
                again = partial(self._ask_again, self._asked, self.line.text())
                ERASURES.note(self.line, again, partial(self._may_ask, self._asked))
            self._leave()
            return
        super().keyPressEvent(event)

    @Slot()
    def take(self) -> None:
        """Give whoever has the floor the time that was typed."""
        typed_ms = parse_duration_ms(self.line.text())
        if typed_ms is None:
            self._say(self.tr("Write 3, 3:00, 180s or 1h05"), "alarm")
            return
        floor = self._bridge.session.floor
        same = floor is None or floor.allotted_ms == typed_ms
        if same or self._bridge.execute(SetAllotment(typed_ms)):
            self._leave()

    def _may_ask(self, asked: int | None) -> bool:
        floor = self._bridge.session.floor
        return floor is not None and floor.id == asked and not self.isVisible()

    def _ask_again(self, asked: int | None, typed: str) -> None:
        """Go on with what was left."""
        self.ask()
        self.line.setText(typed)

    def _say(self, text: str, role: str) -> None:
        self.said.setText(text)
        set_role(self.said, role)

    def _leave(self) -> None:
        had_focus = self.line.hasFocus()
        self.hide()
        if had_focus:
            self.left.emit()
