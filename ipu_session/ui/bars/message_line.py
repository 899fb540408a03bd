"""Message line in the status bar: a warning, a message, or the latest command with *Undo* (docs/rules.md#f7)."""

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ipu_session.ui.core.timers import SingleShotTimer
from ipu_session.ui.widgets.command_button import CommandButton
from ipu_session.ui.widgets.factories import set_role
from ipu_session.ui.widgets.text.elided_label import ElidedLabel

_DISPLAY_MS = 8_000


class MessageLine(QWidget):
    """Shows one sentence: a warning or message for 8 seconds, a command or undo until the next sentence.

    The label has no accessible name, because screen readers would read the name instead of the text.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.message_label = ElidedLabel("quiet")
        self.undo_button: QPushButton | None = None
        self.redo_button: QPushButton | None = None
        self._can_redo: Callable[[], bool] = bool
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(6, 0, 6, 0)
        self._layout.addWidget(self.message_label, 1)
        self._clear_timer = SingleShotTimer(self.clear, _DISPLAY_MS, self)

    def set_history_actions(
        self, undo: QAction | None, redo: QAction | None, can_redo: Callable[[], bool] = bool
    ) -> None:
        """Make the buttons of two actions: ``undo`` is shown beside a command, ``redo`` after an undo.

        ``can_redo`` returns whether there is a transaction to redo. None instead of an action (no session is open)
        removes its button.
        """
        for old in (self.undo_button, self.redo_button):
            if old is not None:
                old.deleteLater()
        self._can_redo = can_redo
        self.undo_button = None if undo is None else self._make_button(undo, self.tr("Undo"))
        self.redo_button = None if redo is None else self._make_button(redo, self.tr("Redo"))

    @property
    def is_undo_shown(self) -> bool:
        """Whether the undo button is shown."""
        return self.undo_button is not None and not self.undo_button.isHidden()

    def _make_button(self, action: QAction, text: str) -> QPushButton:
        button = CommandButton(action, "chip")
        button.set_short_text(text)
        # Retain the size while hidden and ignore the height: the page above must not change its size at a command.
        policy = QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
        policy.setRetainSizeWhenHidden(True)
        button.setSizePolicy(policy)
        button.hide()
        self._layout.addWidget(button)
        return button

    @Slot(str)
    def show_warning(self, sentence: str) -> None:
        """Show a rejection or an error for 8 seconds."""
        self._set_message(sentence, "warning")
        self._clear_timer.start()

    @Slot(str)
    def show_message(self, sentence: str) -> None:
        """Show a message for 8 seconds."""
        self._set_message(sentence, "quiet")
        self._clear_timer.start()

    @Slot(str)
    def show_command(self, sentence: str) -> None:
        """Show the sentence about a command until the next one, with the undo button unless the sentence is ""."""
        self._clear_timer.stop()
        self._set_message(sentence, "quiet")
        if self.undo_button is not None:
            self.undo_button.setVisible(bool(sentence))

    @Slot(str)
    def show_history_change(self, sentence: str) -> None:
        """Show the sentence about an undo or redo until the next one, with *Redo* if there is a redo, else *Undo*."""
        self._clear_timer.stop()
        self._set_message(sentence, "quiet")
        can_redo = self._can_redo()
        if self.redo_button is not None:
            self.redo_button.setVisible(can_redo)
        if self.undo_button is not None:
            self.undo_button.setVisible(bool(sentence) and not can_redo)

    @Slot()
    def clear(self) -> None:
        """Clear the message and hide the buttons."""
        self._clear_timer.stop()
        self._set_message("", "quiet")

    def _set_message(self, sentence: str, role: str) -> None:
        set_role(self.message_label, role)
        self.message_label.setText(sentence)
        for each in (self.undo_button, self.redo_button):
            if each is not None:
                each.hide()
