"""Line edit for a person: country or code, and a name after a comma."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ipu_session.domain.model.session import Person
from ipu_session.domain.text.honorifics import gender_of_title, split_title
from ipu_session.domain.text.speaker_syntax import parse_speaker_tags
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.strings import labels
from ipu_session.ui.widgets.announcements import StatusLabel
from ipu_session.ui.widgets.factories import set_accessible_name
from ipu_session.ui.widgets.text.undoable_fields import LineEdit


class PersonLineEdit(QWidget):
    """A line edit with the recognized delegation beside it."""

    submitted = Signal()
    """Enter was pressed."""

    def __init__(self, bridge: SessionBridge, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.line = LineEdit()
        set_accessible_name(self.line, name, self.tr("Country or code, and a name after a comma; Enter"))
        self.line.textChanged.connect(self._on_text_changed)
        self.line.returnPressed.connect(self.submitted)
        self.match_label = StatusLabel(role="quiet")
        self.setFocusProxy(self.line)
        self.row_layout = layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line, 2)
        layout.addWidget(self.match_label, 1)

    def set_person(self, person: Person) -> None:
        """Show a person as delegation and titled name."""
        origin = labels.delegation_name(self._bridge.session, person, labels.screen_language())
        parts = (part for part in (origin, person.titled_name) if part)
        self.line.setText(", ".join(parts))

    def person(self) -> Person | None:
        """Return the typed person; the delegation is the best match. None if no delegation matches."""
        text, tags = parse_speaker_tags(self.line.text())
        query, _, titled_name = text.partition(",")
        matches = self._bridge.notes_projection.finder.find(query.strip(), 1)
        if not matches:
            return None
        title, name = split_title(titled_name)
        person = Person(matches[0].id, name, title, gender_of_title(title), category=matches[0].category)
        return tags.apply_to(person)

    @Slot()
    def _on_text_changed(self) -> None:
        session, person = self._bridge.session, self.person()
        if person is None and self.line.text().strip():
            self.match_label.setText(self.tr("no such delegation"))
            return
        name = labels.delegation_name(session, person, labels.screen_language()) if person else ""
        self.match_label.setText(name)
