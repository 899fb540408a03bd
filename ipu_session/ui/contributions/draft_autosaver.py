"""Autosaved draft of the contributions page: the half-typed form, and the paths of unconfirmed files."""

import json

from PySide6.QtCore import QObject, Slot

from ipu_session.ui.contributions.file_receiver import FileReceiver
from ipu_session.ui.contributions.form import ContributionForm
from ipu_session.ui.core.draft_parsing import parse_json_object
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.core.timers import ThrottleTimer

_DRAFT_KEY = "contribution"


class DraftAutosaver(QObject):
    """Saves the draft 600 ms after an edit, and restores it."""

    def __init__(self, bridge: SessionBridge, form: ContributionForm, receiver: FileReceiver) -> None:
        super().__init__(form)
        self._bridge = bridge
        self._form = form
        self._receiver = receiver
        self._throttle = ThrottleTimer(self.save, self)
        form.edited.connect(self._throttle.trigger)

    @Slot()
    def save(self) -> None:
        """Save the draft now, unless it is stored already."""
        self._throttle.stop()
        form, files = self._form.build_draft(), self._receiver.paths
        text = json.dumps({"form": form, "files": files}) if form or files else ""
        if text != self._bridge.load_draft(_DRAFT_KEY):
            self._bridge.save_draft(_DRAFT_KEY, text)

    def restore(self) -> None:
        """Restore the half-typed form and read the unconfirmed files again."""
        draft = parse_json_object(self._bridge.load_draft(_DRAFT_KEY))
        form, files = str(draft.get("form", "")), draft.get("files")
        if form:
            self._form.restore_draft(form)
        self._receiver.restore_files(map(str, files if isinstance(files, list) else ()))
