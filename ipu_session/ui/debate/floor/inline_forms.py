"""Inline forms of the floor pane, shown when needed: subject of a motion, reason of a suspension, new allotment."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from ipu_session.domain.commands import CloseSitting, DecideMotion, ExplainMotion, ExplainSuspension, SetAllotment
from ipu_session.domain.model.motions import MotionKind
from ipu_session.domain.model.session import Session
from ipu_session.domain.rejections import Reason
from ipu_session.domain.text.durations import format_duration, parse_duration_ms
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.strings import labels
from ipu_session.ui.widgets.announcements import StatusLabel
from ipu_session.ui.widgets.factories import make_label, set_accessible_name, set_role
from ipu_session.ui.widgets.text.cleared_texts import CLEARED_TEXTS
from ipu_session.ui.widgets.text.recorded_text import update_recorded_text
from ipu_session.ui.widgets.text.undoable_fields import LineEdit


class MotionForm(QWidget):
    """Form for the pending motion: a list for its kind, and a line for its subject."""

    closed = Signal()
    """Emitted when the form is hidden while it had the keyboard focus."""

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._motion_id: int | None = None
        self._recorded_subject = ""
        """The subject recorded in the session."""
        self.kind_box = QComboBox()
        set_accessible_name(self.kind_box, self.tr("What is moved"))
        for kind in MotionKind:
            self.kind_box.addItem(labels.enum_label(kind), kind.value)
        set_accessible_name(self.kind_box.view(), self.kind_box.accessibleName())
        self.kind_box.activated.connect(self.submit)
        self.line = LineEdit()
        set_accessible_name(self.line, self.tr("What is moved, in words"), self.tr("Enter"))
        self.line.setPlaceholderText(self.tr("what is moved"))
        self.line.returnPressed.connect(self.submit)
        self.line.editingFinished.connect(self._submit_if_changed)
        bridge.about_to_execute.connect(self._on_command_requested)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.kind_box)
        layout.addWidget(self.line, 1)

    def refresh(self, session: Session) -> None:
        """Show the pending motion, or hide the form if there is none."""
        motion = session.pending_motion
        had_focus = self.line.hasFocus() or self.kind_box.hasFocus()
        self.setVisible(motion is not None)
        if motion is None:
            if had_focus:
                self.closed.emit()
            return
        subject, self._recorded_subject = self._recorded_subject, motion.subject
        if motion.id != self._motion_id:
            self._motion_id = motion.id
            self.line.setText(motion.subject)
        update_recorded_text(self.line, subject, motion.subject)
        if not self.line.hasFocus():
            self.kind_box.setCurrentIndex(self.kind_box.findData(motion.kind.value))

    @Slot()
    def submit(self) -> None:
        """Record kind and subject of the motion."""
        kind = MotionKind(str(self.kind_box.currentData()))
        if not self._bridge.execute(ExplainMotion(kind, self.line.text())):
            self.refresh(self._bridge.session)

    @Slot()
    def _submit_if_changed(self) -> None:
        """Record the subject if it has changed, when editing ends and before a command that ends the motion."""
        motion = self._bridge.session.pending_motion
        if motion is not None and motion.id == self._motion_id and self.line.text().strip() != motion.subject:
            self.submit()

    @Slot(object)
    def _on_command_requested(self, command: object) -> None:
        if isinstance(command, DecideMotion | CloseSitting):
            self._submit_if_changed()


class SuspensionReasonLine(LineEdit):
    """Line for the reason of a suspension, visible while the sitting is suspended."""

    closed = Signal()
    """Emitted when the line is hidden while it had the keyboard focus."""

    def __init__(self, bridge: SessionBridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._suspension_key = (0, 0)
        """Id of the sitting and number of its suspension."""
        self._recorded_reason = ""
        set_accessible_name(self, self.tr("Why the sitting is suspended"), self.tr("Enter"))
        self.setPlaceholderText(self.tr("reason for the suspension"))
        self.editingFinished.connect(self.submit)

    def refresh(self, session: Session) -> None:
        """Show the line with the recorded reason while the sitting is suspended, else hide it."""
        sitting = session.sitting
        suspended = sitting is not None and sitting.is_suspended
        had_focus = self.hasFocus()
        self.setVisible(suspended)
        if had_focus and not suspended:
            self.closed.emit()
        if sitting is not None and suspended:
            number, reason = len(sitting.suspensions), sitting.suspensions[-1].reason
            if (sitting.id, number) != self._suspension_key:
                self._suspension_key = (sitting.id, number)
                self.setText(reason)
            update_recorded_text(self, self._recorded_reason, reason)
            self._recorded_reason = reason

    @Slot()
    def submit(self) -> None:
        """Record the reason if it has changed."""
        sitting = self._bridge.session.sitting
        if sitting is None or not sitting.is_suspended:
            return
        if sitting.suspensions[-1].reason != self.text().strip():
            self._bridge.execute(ExplainSuspension(self.text()))


class AllotmentForm(QWidget):
    """Form for a new allotment of the intervention on the floor: Enter submits, Escape cancels."""

    closed = Signal()

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._intervention_id: int | None = None
        """The intervention whose allotment is being edited."""
        self._initial_text = ""
        """The text of the line when the form was opened."""
        self.line = LineEdit()
        set_accessible_name(
            self.line, self.tr("New allotment for this speaker"), self.tr("3, 3:00, 180s or 1h05; 0 for none")
        )
        self.line.returnPressed.connect(self.submit)
        self.message = StatusLabel(role="quiet")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(make_label(self.tr("new allotment")))
        layout.addWidget(self.line, 1)
        layout.addWidget(self.message, 1)
        self.hide()

    def open_form(self) -> None:
        """Show the form with the current allotment; if the floor is free, emit `action_unavailable` instead."""
        floor = self._bridge.session.floor
        if floor is None:
            self._bridge.action_unavailable.emit(labels.rejection_message(Reason.FLOOR_FREE.value))
            return
        self._intervention_id = floor.id
        self._initial_text = format_duration(floor.allotted_ms)
        self.line.setText(self._initial_text)
        self._show_message("", "quiet")
        self.show()
        self.line.setFocus()
        self.line.selectAll()

    def refresh(self, session: Session) -> None:
        """Hide the form when the intervention it was opened for no longer has the floor."""
        if self.isVisible() and (session.floor is None or session.floor.id != self._intervention_id):
            self._close_form()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Cancel on Escape; undo restores a text that was changed."""
        if event.key() == Qt.Key.Key_Escape:
            if self.line.text() != self._initial_text:
                restore = partial(self._restore_text, self._intervention_id, self.line.text())
                CLEARED_TEXTS.add(self.line, restore, partial(self._can_restore, self._intervention_id))
            self._close_form()
            return
        super().keyPressEvent(event)

    @Slot()
    def submit(self) -> None:
        """Set the allotment of the intervention on the floor to the time typed; show an error if it is not a time."""
        typed_ms = parse_duration_ms(self.line.text())
        if typed_ms is None:
            self._show_message(self.tr("Write 3, 3:00, 180s or 1h05"), "alarm")
            return
        floor = self._bridge.session.floor
        is_unchanged = floor is None or floor.allotted_ms == typed_ms
        if is_unchanged or self._bridge.execute(SetAllotment(typed_ms)):
            self._close_form()

    def _can_restore(self, intervention_id: int | None) -> bool:
        floor = self._bridge.session.floor
        return floor is not None and floor.id == intervention_id and not self.isVisible()

    def _restore_text(self, intervention_id: int | None, text: str) -> None:
        """Open the form again with the text that was cancelled."""
        self.open_form()
        self.line.setText(text)

    def _show_message(self, text: str, role: str) -> None:
        self.message.setText(text)
        set_role(self.message, role)

    def _close_form(self) -> None:
        had_focus = self.line.hasFocus()
        self.hide()
        if had_focus:
            self.closed.emit()
