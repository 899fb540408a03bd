"""Bar with the recovery options for a session file that could not be opened; not a modal dialog."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDockWidget, QFrame, QHBoxLayout, QWidget

from ipu_session.ui.widgets.announcements import StatusLabel
from ipu_session.ui.widgets.factories import make_button, set_accessible_name


class RecoveryBar(QDockWidget):
    """Dock widget below the page with buttons to repair, restore or unlock; signals carry the session file's path."""

    repair_requested = Signal(Path)
    restore_requested = Signal(Path)
    unlock_requested = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rescue")
        self.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        self.setTitleBarWidget(QWidget())
        self.setAllowedAreas(Qt.DockWidgetArea.BottomDockWidgetArea)
        self._path = Path()
        self._unknown_holder_text = self.tr("The lock does not say whose it is.")
        self._unlock_warning_text = self.tr("Remove the lock only if nobody has the session open.")
        self.message_label = StatusLabel(role="warning", wrap=True)
        self.repair_button = make_button(self.tr("Repair into a copy…"), self._request_repair)
        self.restore_button = make_button(self.tr("Restore a backup…"), self._request_restore)
        self.unlock_button = make_button(self.tr("Remove the lock"), self._request_unlock)
        self.dismiss_button = make_button(self.tr("Leave it"), self.hide)
        frame = QFrame()
        frame.setProperty("role", "card")
        set_accessible_name(frame, self.tr("A session that did not open"))
        row = QHBoxLayout(frame)
        row.setContentsMargins(10, 6, 10, 6)
        row.addWidget(self.message_label, 1)
        for button in (self.repair_button, self.restore_button, self.unlock_button, self.dismiss_button):
            row.addWidget(button)
        frame.setFixedHeight(3 * self.fontMetrics().height() + 24)
        self.setWidget(frame)
        self.hide()

    def show_options(self, path: Path, sentence: str, *, repair: bool, restore: bool, holder: str | None) -> None:
        """Show the message, and a button for each option; there must be at least one option.

        ``holder`` is the owner of the file's lock: "" if unknown, None if the file is not locked. A lock makes
        *Remove the lock* an option.
        """
        self._path = path
        if holder == "":
            sentence = f"{sentence} {self._unknown_holder_text}"
        if holder is not None:
            sentence = f"{sentence} {self._unlock_warning_text}"
        self.message_label.setText(sentence)
        self.repair_button.setVisible(repair)
        self.restore_button.setVisible(restore)
        self.unlock_button.setVisible(holder is not None)
        self.show()
        buttons = (self.repair_button, self.restore_button, self.unlock_button)
        next(button for button in buttons if not button.isHidden()).setFocus()

    @Slot()
    def _request_repair(self) -> None:
        self.repair_requested.emit(self._path)

    @Slot()
    def _request_restore(self) -> None:
        self.restore_requested.emit(self._path)

    @Slot()
    def _request_unlock(self) -> None:
        self.unlock_requested.emit(self._path)
