"""Drafts of the fields of a form, stored on disk until they are committed."""

import json
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Slot

from ipu_session.ui.core.draft_parsing import parse_json_object
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.core.timers import ThrottleTimer
from ipu_session.ui.widgets.text.undoable_fields import LineEdit, TextEdit

TextField = LineEdit | TextEdit


class FieldDrafts(QObject):
    """Saves the texts that differ from the recorded texts as one JSON draft under ``key``, throttled, while typed.

    ``recorded`` returns the recorded text of each field by name; ``about`` returns the id of what the form edits (""
    for a new entry). After a commit call `save_drafts()`, which deletes the draft if no text differs.
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
        """Write the draft now, unless the stored one is the same."""
        self._save_timer.stop()
        recorded = self._recorded_texts()
        unsaved = {name: text for name, text in self.current_texts().items() if text != recorded.get(name, "")}
        draft = json.dumps({"about": self._draft_subject(), "fields": unsaved}, ensure_ascii=False) if unsaved else ""
        if draft != self._bridge.load_draft(self._key):
            self._bridge.save_draft(self._key, draft)

    def current_texts(self) -> dict[str, str]:
        """Return the text of each field."""
        return {
            name: field.plain_text if isinstance(field, TextEdit) else field.text()
            for name, field in self._fields.items()
        }

    def load_draft(self) -> tuple[str, dict[str, str]]:
        """Return the stored draft: id of what it edits, and texts by name of field; "" and {} if there is none."""
        draft = parse_json_object(self._bridge.load_draft(self._key))
        fields = draft.get("fields")
        texts = fields if isinstance(fields, dict) else {}
        return str(draft.get("about", "")), {name: str(text) for name, text in texts.items() if name in self._fields}

    def restore_drafts(self) -> None:
        """Put the texts of the stored draft into the fields."""
        for name, text in self.load_draft()[1].items():
            field = self._fields[name]
            if isinstance(field, TextEdit):
                field.setPlainText(text)
            else:
                field.setText(text)
        self._save_timer.stop()
