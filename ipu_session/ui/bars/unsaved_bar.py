"""Bar shown while writes fail: the number of pending commands, the emergency copy, and *Write now*."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ipu_session.domain.exchange.save_status import SaveStatus
from ipu_session.domain.user_facing_error import UserFacingError
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.strings import labels
from ipu_session.ui.widgets.command_button import CommandButton
from ipu_session.ui.widgets.factories import set_role
from ipu_session.ui.widgets.responsive_bar import ResponsiveBar


class UnsavedBar(ResponsiveBar):
    """Visible while the save status has an error; work goes on meanwhile."""

    def __init__(self, bridge: SessionBridge, write_now: QAction, parent: QWidget | None = None) -> None:
        self.write_now_button = CommandButton(write_now)
        super().__init__("alarm", (self.write_now_button,), parent)
        self.write_now_button.set_short_text(self.tr("Write now"))
        bridge.save_status_changed.connect(self.show_save_status)
        self.show_save_status(bridge.save_status)

    @Slot(SaveStatus)
    def show_save_status(self, unsaved: SaveStatus) -> None:
        """Show the error, the number of pending commands and the emergency copy; hide the bar if there is no error."""
        if unsaved.error is not None:
            set_role(self.message_label, "warning" if unsaved.emergency_copy else "alarm")
            error_text = self._describe_error(unsaved.error)
            # The announced text leaves out the number of pending commands, which changes with every command.
            self.message_label.show_and_announce(
                self._format_text(unsaved, error_text), f"{error_text} {self._describe_copy(unsaved)}"
            )
        self.setVisible(unsaved.error is not None)

    def _describe_error(self, error: UserFacingError) -> str:
        sentence = {
            "missing": self.tr("The session's file is not where it was: {path}."),
            "disk-full": self.tr("The disk is full: {path}."),
            "session-in-use": self.tr("Another program holds the session's file: {path}."),
        }.get(error.code.value)
        return labels.error_message(error) if sentence is None else sentence.format(path=error.path)

    def _format_text(self, unsaved: SaveStatus, error_text: str) -> str:
        if unsaved.pending_commands:
            waiting = self.tr("Acts that wait for the disk: {acts}; the debate goes on.")
            waiting = waiting.format(acts=unsaved.pending_commands)
        else:
            waiting = self.tr("No act waits yet; the debate goes on.")
        return f"{error_text} {waiting} {self._describe_copy(unsaved)}"

    def _describe_copy(self, unsaved: SaveStatus) -> str:
        if unsaved.emergency_copy:
            return self.tr("All is kept in the emergency copy {path}.").format(path=unsaved.emergency_copy)
        return self.tr("No emergency copy could be written either: all is in memory only; do not close the program.")
