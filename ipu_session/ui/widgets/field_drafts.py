"""What is half-typed in the fields of a form, kept on disk until it is recorded."""

import json
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Slot

from ipu_session.ui.core.draft_text import object_in
from ipu_session.ui.core.session_bridge import Bridge
from ipu_session.ui.widgets.text.undoable_fields import LineEdit, TextEdit
from ipu_session.ui.widgets.throttle import Soon

Field = LineEdit | TextEdit


class KeptFields(QObject):
    """Keeps the fields that differ from what is recorded as one draft, by their names.

    ``recorded`` returns the text of each field as recorded; ``about`` what the form is for (an identity, or
    nothing for something new). Call ``keep()`` when something was recorded: nothing differs then, and the
    draft is forgotten.
    """

    def __init__(
        self,
        bridge: Bridge,
        key: str,
        fields: Mapping[str, Field],
        recorded: Callable[[], Mapping[str, str]],
        about: Callable[[], str] = str,
    ) -> None:
        owner = next(iter(fields.values()))
        super().__init__(owner)
        self._bridge = bridge
        self._key = key
        self._fields = fields
        self._recorded = recorded
        self._about = about
        self._soon = Soon(self.keep, self)
        for field in fields.values():
            field.textChanged.connect(self._soon.ask)

    @Slot()
    def keep(self) -> None:
        """Put on disk what differs from the record, if it is not there already."""
        self._soon.stop()
        recorded = self._recorded()
        typed = {name: text for name, text in self.texts().items() if text != recorded.get(name, "")}
        draft = json.dumps({"about": self._about(), "fields": typed}, ensure_ascii=False) if typed else ""
        if draft != self._bridge.draft(self._key):
            self._bridge.keep_draft(self._key, draft)

    def texts(self) -> dict[str, str]:
        """Return the text of each field."""
        return {
            name: field.plain if isinstance(field, TextEdit) else field.text()
            for name, field in self._fields.items()
        }

    def drafted(self) -> tuple[str, dict[str, str]]:
        """Return what the kept draft is about, and its fields; nothing if none was kept."""
        found = object_in(self._bridge.draft(self._key))
        fields = found.get("fields")
        typed = fields if isinstance(fields, dict) else {}
        return str(found.get("about", "")), {
            name: str(text) for name, text in typed.items() if name in self._fields
        }

    def bring_back(self) -> None:
        """Put the fields of the kept draft into the form."""
        for name, text in self.drafted()[1].items():
            field = self._fields[name]
            if isinstance(field, TextEdit):
                field.setPlainText(text)
            else:
                field.setText(text)
        self._soon.stop()
