"""What is half-typed about contributions, kept on disk: the form, and which files wait to be confirmed."""

import json
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Slot

from ipu_session.ui.core.draft_text import object_in
from ipu_session.ui.core.session_bridge import Bridge
from ipu_session.ui.widgets.throttle import Soon

DRAFT = "contribution"


@dataclass(frozen=True, slots=True)
class Draft:
    """The form as a text, and where the files that wait were found."""

    bridge: Bridge
    form: str
    files: tuple[str, ...]

    def keep(self) -> None:
        """Keep it on disk if it is not there already."""
        text = json.dumps({"form": self.form, "files": self.files}) if self.form or self.files else ""
        if text != self.bridge.draft(DRAFT):
            self.bridge.keep_draft(DRAFT, text)


def kept_draft(bridge: Bridge) -> Draft:
    """Return what was kept."""
    found = object_in(bridge.draft(DRAFT))
    files = found.get("files")
    return Draft(
        bridge, str(found.get("form", "")), tuple(map(str, files if isinstance(files, list) else ()))
    )


class Keeper(QObject):
    """Keeps the draft soon after something was typed."""

    def __init__(self, parent: QObject, draft: Callable[[], Draft]) -> None:
        super().__init__(parent)
        self._draft = draft
        self._soon = Soon(self.keep, self)

    @Slot()
    def keep_soon(self) -> None:
        """Keep the draft soon, however the typing goes on."""
        self._soon.ask()

    @Slot()
    def keep(self) -> None:
        """Keep the draft now."""
        self._soon.stop()
        self._draft().keep()
