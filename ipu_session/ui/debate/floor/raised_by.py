"""Who raised a point of order, said a moment later: the clock runs meanwhile."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ipu_session.domain.commands import AttributeIntervention
from ipu_session.domain.finder import Finder
from ipu_session.domain.ids import InterventionId
from ipu_session.domain.state import Person, Session
from ipu_session.domain.titles import gender_of_title, split_title
from ipu_session.ui import wording
from ipu_session.ui.bridge import Bridge
from ipu_session.ui.widgets.plain import label, named
from ipu_session.ui.widgets.text import LineEdit


class RaisedBy(QWidget):
    """A line for the delegation, shown while it is not recorded whose the intervention is."""

    left = Signal()
    """It has gone, and the keyboard with it."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._asked: InterventionId | None = None
        self._delegations = bridge.session.delegations
        self._finder: Finder | None = None
        self.line = LineEdit()
        named(self.line, self.tr("Raised by"), self.tr("Country or code, and a name after a comma; Enter"))
        self.line.setPlaceholderText(self.tr("raised by: country"))
        self.line.textChanged.connect(self._on_typed)
        self.line.returnPressed.connect(self.take)
        self.found = label("", "quiet")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line, 1)
        layout.addWidget(self.found, 1)

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
        floor = self._bridge.session.floor
        person = self._person(self._bridge.session)
        if floor is None or person is None:
            return
        if self._bridge.execute(AttributeIntervention(floor.id, person)):
            self.line.reset()

    @Slot()
    def _on_typed(self) -> None:
        session = self._bridge.session
        person = self._person(session)
        if person is None and self.line.text().strip():
            self.found.setText(self.tr("no such delegation"))
            return
        shown = wording.delegation_name(session, person, wording.screen_language()) if person else ""
        self.found.setText(shown)

    def _person(self, session: Session) -> Person | None:
        query, _, rest = self.line.text().partition(",")
        if self._finder is None or session.delegations is not self._delegations:
            self._delegations = session.delegations
            self._finder = Finder(session.delegations.values())
        found = self._finder.find(query.strip(), 1)
        if not found:
            return None
        title, name = split_title(rest)
        return Person(found[0].id, name, title, gender_of_title(title), category=found[0].category)
