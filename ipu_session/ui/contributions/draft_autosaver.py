"""Autosaved draft of the contributions page: the half-typed form, and the paths of unconfirmed files."""

import json
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Slot

from ipu_session.ui.core.draft_text import parse_json_object
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.widgets.throttle import ThrottleTimer

DRAFT_KEY = "contribution"


@dataclass(frozen=True, slots=True)
class ContributionsDraft:
    """The form as JSON text, and the paths of the files not yet confirmed."""

    bridge: SessionBridge
    form: str
    files: tuple[str, ...]

    def save(self) -> None:
        """Save the draft to disk if it has changed."""
        text = json.dumps({"form": self.form, "files": self.files}) if self.form or self.files else ""
        if text != self.bridge.load_draft(DRAFT_KEY):
            self.bridge.save_draft(DRAFT_KEY, text)


def load_draft(bridge: SessionBridge) -> ContributionsDraft:
    """Return the draft stored on disk."""
    found = parse_json_object(bridge.load_draft(DRAFT_KEY))
    files = found.get("files")
    return ContributionsDraft(
        bridge, str(found.get("form", "")), tuple(map(str, files if isinstance(files, list) else ()))
    )


class DraftAutosaver(QObject):
    """Saves the draft shortly after an edit."""

    def __init__(self, parent: QObject, draft: Callable[[], ContributionsDraft]) -> None:
        super().__init__(parent)
        self._build_draft = draft
        self._throttle = ThrottleTimer(self.save, self)

    @Slot()
    def save_soon(self) -> None:
        """Throttle (not debounce): save a short time after the first call, even if typing continues."""
        self._throttle.trigger()

    @Slot()
    def save(self) -> None:
        """Save the draft now."""
        self._throttle.stop()
        self._build_draft().save()
