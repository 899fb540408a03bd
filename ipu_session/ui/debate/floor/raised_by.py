"""Whose an interruption is, said a moment later: the clock runs meanwhile."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ipu_session.domain.commands import AttributeIntervention
from ipu_session.domain.ids import InterventionId
from ipu_session.ui.bridge import Bridge
from ipu_session.ui.widgets.who_line import WhoLine


class RaisedBy(WhoLine):
    """A line for the delegation, shown while it is not recorded whose the intervention is."""

    left = Signal()
    """It has gone, and the keyboard with it."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(bridge, "", parent)
        self._asked: InterventionId | None = None
        self.line.setAccessibleName(self.tr("Raised by"))
        self.line.setPlaceholderText(self.tr("raised by: country"))
        self.taken.connect(self.take)

    def show_for(self, intervention: InterventionId | None) -> None:
        """Ask about one intervention, or about none; what was typed for another is forgotten."""
        if intervention != self._asked:
            self._asked = intervention
            self.line.reset()
        had_focus = self.line.hasFocus()
        self.setVisible(intervention is not None)
        if intervention is None and had_focus:
            self.left.emit()

    @Slot()
    def take(self) -> None:
        """Record whose the intervention is."""
        person = self.person()
        if self._asked is None or person is None:
            self._bridge.unable.emit(self.tr("Type the country or code of whoever raised it."))
            return
        if self._bridge.execute(AttributeIntervention(self._asked, person)):
            self.line.reset()
