"""A quiet bar while the disk takes nothing: what waits, where it is kept, and *Write now*."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ipu_session.domain.saving import Unsaved
from ipu_session.ui import wording
from ipu_session.ui.bridge import Bridge
from ipu_session.ui.widgets.act_button import ActButton
from ipu_session.ui.widgets.plain import set_role, set_text
from ipu_session.ui.widgets.wrapped import Wrapped


class SaveBar(QFrame):
    """Shown while something waits for the disk; the debate goes on."""

    def __init__(self, bridge: Bridge, write_now: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.said = Wrapped("alarm")
        self.said.setAccessibleName(self.tr("What is not saved"))
        self.write_now = ActButton(write_now)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 4, 10, 4)
        layout.addWidget(self.said, 1)
        layout.addWidget(self.write_now)
        bridge.saving.connect(self.show_unsaved)
        self.show_unsaved(bridge.unsaved)

    @Slot(Unsaved)
    def show_unsaved(self, unsaved: Unsaved) -> None:
        """Say what waits, why and where it is meanwhile."""
        if unsaved.trouble is not None:
            set_role(self.said, "warning" if unsaved.copy else "alarm")
            set_text(self.said, self._text(unsaved, wording.trouble(unsaved.trouble)))
        self.setVisible(unsaved.trouble is not None)

    def _text(self, unsaved: Unsaved, why: str) -> str:
        waiting = (
            self.tr("Acts that wait for the disk: {acts}; the debate goes on.").format(acts=unsaved.acts)
            if unsaved.acts
            else self.tr("A half-typed text waits for the disk; the debate goes on.")
        )
        if unsaved.copy:
            where = self.tr("All is kept in the emergency copy {path}.").format(path=unsaved.copy)
        else:
            where = self.tr(
                "No emergency copy could be written either: all is in memory only; do not close the program."
            )
        return f"{why} {waiting} {where}"
