"""What is half-typed in the fields of a form, kept on disk until it is recorded."""

import json
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Slot

from ipu_session.ui.core.draft_text import parse_json_object
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.widgets.text.undoable_fields import LineEdit, TextEdit
from ipu_session.ui.widgets.throttle import ThrottleTimer

TextField = LineEdit | TextEdit


class FieldDrafts(QObject):
    """Keeps the fields that differ from what is recorded as one draft, by their names.

    ``recorded`` returns the text of each field as recorded; ``about`` what the form is for (an identity, or
    nothing for something new). Call ``keep()`` when something was recorded: nothing differs then, and the
    draft is forgotten.
    """

    def __init__(
        self,
        bridge: SessionBridge,
        key: str,
        fields: Mapping[str, TextField],
        recorded: Callable[[], Mapping[str, str]],
        about: Callable[[], str] = str,
    ) -> None:
        owner = next(iter(fields.values()))
        super().__init__(owner)
        self._bridge = bridge
        self._key = key
        self._fields = fields
        self._recorded_texts = recorded
        self._draft_subject = about
        self._save_timer = ThrottleTimer(self.save_drafts, self)
        for field in fields.values():
            field.textChanged.connect(self._save_timer.trigger)

    @Slot()
    def save_drafts(self) -> None:
        """Put on disk what differs from the record, if it is not there already."""
        self._save_timer.stop()
        recorded = self._recorded_texts()
        typed = {name: text for name, text in self.current_texts().items() if text != recorded.get(name, "")}
        draft = json.dumps({"about": self._draft_subject(), "fields": typed}, ensure_ascii=False) if typed else ""
        if draft != self._bridge.load_draft(self._key):
            self._bridge.save_draft(self._key, draft)

    def current_texts(self) -> dict[str, str]:
        """Return the text of each field."""
        return {
            name: field.plain_text if isinstance(field, TextEdit) else field.text()
            for name, field in self._fields.items()
        }

    def load_draft(self) -> tuple[str, dict[str, str]]:
        """Return what the kept draft is about, and its fields; nothing if none was kept."""
        found = parse_json_object(self._bridge.load_draft(self._key))
        fields = found.get("fields")
        typed = fields if isinstance(fields, dict) else {}
        return str(found.get("about", "")), {name: str(text) for name, text in typed.items() if name in self._fields}

    def restore_drafts(self) -> None:
        """Put the fields of the kept draft into the form."""
        for name, text in self.load_draft()[1].items():
            field = self._fields[name]
            if isinstance(field, TextEdit):
                field.setPlainText(text)
            else:
                field.setText(text)
        self._save_timer.stop()
