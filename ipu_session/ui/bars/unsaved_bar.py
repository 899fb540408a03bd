"""A quiet bar while the disk takes nothing: what waits, where it is kept, and *Write now*."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ipu_session.domain.exchange.save_status import Unsaved
from ipu_session.domain.user_facing_error import TroubleError
from ipu_session.ui.core.session_bridge import Bridge
from ipu_session.ui.strings import labels
from ipu_session.ui.widgets.command_button import ActButton
from ipu_session.ui.widgets.factories import set_role
from ipu_session.ui.widgets.responsive_bar import Bar


class SaveBar(Bar):
    """Shown while something waits for the disk; the debate goes on."""

    def __init__(self, bridge: Bridge, write_now: QAction, parent: QWidget | None = None) -> None:
        self.write_now = ActButton(write_now)
        super().__init__("alarm", (self.write_now,), parent)
        self.write_now.say(self.tr("Write now"))
        bridge.saving.connect(self.show_unsaved)
        self.show_unsaved(bridge.unsaved)

    @Slot(Unsaved)
    def show_unsaved(self, unsaved: Unsaved) -> None:
        """Say what waits, why and where it is meanwhile."""
        if unsaved.trouble is not None:
            set_role(self.said, "warning" if unsaved.copy else "alarm")
            why = self._why(unsaved.trouble)
            # How many acts wait changes with every act: that is shown, and announced with another reason.
            self.said.tell(self._text(unsaved, why), f"{why} {self._where(unsaved)}")
        self.setVisible(unsaved.trouble is not None)

    def _why(self, trouble: TroubleError) -> str:
        said = {
            "missing": self.tr("The session's file is not where it was: {path}."),
            "disk-full": self.tr("The disk is full: {path}."),
            "session-in-use": self.tr("Another program holds the session's file: {path}."),
        }.get(trouble.trouble.value)
        return labels.trouble(trouble) if said is None else said.format(path=trouble.path)

    def _text(self, unsaved: Unsaved, why: str) -> str:
        if unsaved.acts:
            waiting = self.tr("Acts that wait for the disk: {acts}; the debate goes on.")
            waiting = waiting.format(acts=unsaved.acts)
        else:
            waiting = self.tr("No act waits yet; the debate goes on.")
        return f"{why} {waiting} {self._where(unsaved)}"

    def _where(self, unsaved: Unsaved) -> str:
        if unsaved.copy:
            return self.tr("All is kept in the emergency copy {path}.").format(path=unsaved.copy)
        return self.tr(
            "No emergency copy could be written either: all is in memory only; do not close the program."
        )
