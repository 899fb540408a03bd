"""What can be done for a session that did not open: a line with actions, never a dialog over a debate."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDockWidget, QFrame, QHBoxLayout, QWidget

from ipu_session.ui.widgets.announcements import StatusLabel
from ipu_session.ui.widgets.factories import button, named


class RescueBar(QDockWidget):
    """Shown below the page until something was done or it was put away."""

    repair_asked = Signal(Path)
    restore_asked = Signal(Path)
    unlock_asked = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rescue")
        self.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        self.setTitleBarWidget(QWidget())
        self.setAllowedAreas(Qt.DockWidgetArea.BottomDockWidgetArea)
        self._path = Path()
        self._nobody = self.tr("The lock does not say whose it is.")
        self._only = self.tr("Remove the lock only if nobody has the session open.")
        self.said = StatusLabel(role="warning", wrap=True)
        self.repair_button = button(self.tr("Repair into a copy…"), self._repair)
        self.restore_button = button(self.tr("Restore a backup…"), self._restore)
        self.unlock_button = button(self.tr("Remove the lock"), self._unlock)
        self.away_button = button(self.tr("Leave it"), self.hide)
        inside = QFrame()
        inside.setProperty("role", "card")
        named(inside, self.tr("A session that did not open"))
        row = QHBoxLayout(inside)
        row.setContentsMargins(10, 6, 10, 6)
        row.addWidget(self.said, 1)
        for made in (self.repair_button, self.restore_button, self.unlock_button, self.away_button):
            row.addWidget(made)
        inside.setFixedHeight(3 * self.fontMetrics().height() + 24)
        self.setWidget(inside)
        self.hide()

    def offer(self, path: Path, sentence: str, *, repair: bool, restore: bool, holder: str | None) -> None:
        """Say what is wrong with a session; ``holder`` is whose lock it has, None if none is in the way."""
        self._path = path
        if holder == "":
            sentence = f"{sentence} {self._nobody}"
        if holder is not None:
            sentence = f"{sentence} {self._only}"
        self.said.setText(sentence)
        self.repair_button.setVisible(repair)
        self.restore_button.setVisible(restore)
        self.unlock_button.setVisible(holder is not None)
        self.show()
        first = (self.repair_button, self.restore_button, self.unlock_button)
        next(made for made in first if not made.isHidden()).setFocus()

    @Slot()
    def _repair(self) -> None:
        self.repair_asked.emit(self._path)

    @Slot()
    def _restore(self) -> None:
        self.restore_asked.emit(self._path)

    @Slot()
    def _unlock(self) -> None:
        self.unlock_asked.emit(self._path)
