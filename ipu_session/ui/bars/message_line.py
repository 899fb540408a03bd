"""The line below the page: a refusal, news, or quietly the latest act with *Undo* (product.md, F7)."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ipu_session.ui.widgets.command_button import CommandButton
from ipu_session.ui.widgets.factories import set_role
from ipu_session.ui.widgets.text.elided_label import ElidedLabel

_DISPLAY_MS = 8_000


class MessageLine(QWidget):
    """What it says goes by itself; only the name of the latest act stays until the next.

    The label has no accessible name of its own: it would be read in place of the text.
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
        self._clear_timer = QTimer(self)
        self._clear_timer.setSingleShot(True)
        self._clear_timer.setInterval(_DISPLAY_MS)
        self._clear_timer.timeout.connect(self.clear)

    def set_history_actions(
        self, undo: QAction | None, redo: QAction | None, can_redo: Callable[[], bool] = bool
    ) -> None:
        """Let a button for ``undo`` stand beside the name of an act, and one for ``redo`` when it is undone.

        ``can_redo`` says whether there is an act to take again; without a session there are no buttons.
        """
        for old in (self.undo_button, self.redo_button):
            if old is not None:
                old.deleteLater()
        self._can_redo = can_redo
        self.undo_button = None if undo is None else self._make_button(undo, self.tr("Undo"))
        self.redo_button = None if redo is None else self._make_button(redo, self.tr("Redo"))

    @property
    def is_undo_shown(self) -> bool:
        """Whether the latest act is named, with *Undo* beside it."""
        return self.undo_button is not None and not self.undo_button.isHidden()

    def _make_button(self, action: QAction, text: str) -> QPushButton:
        made = CommandButton(action, "chip")
        made.set_short_text(text)
        # Its place is kept while it is hidden: the page above must not move at each act, nor be lower.
        policy = QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
        policy.setRetainSizeWhenHidden(True)
        made.setSizePolicy(policy)
        made.hide()
        self._layout.addWidget(made)
        return made

    @Slot(str)
    def show_warning(self, sentence: str) -> None:
        """Say that something was refused or went wrong."""
        self._set_message(sentence, "warning")
        self._clear_timer.start()

    @Slot(str)
    def show_message(self, sentence: str) -> None:
        """Say something that goes by itself."""
        self._set_message(sentence, "quiet")
        self._clear_timer.start()

    @Slot(str)
    def show_command(self, sentence: str) -> None:
        """Name what was done, with *Undo*; it stays until something else is said."""
        self._clear_timer.stop()
        self._set_message(sentence, "quiet")
        if self.undo_button is not None:
            self.undo_button.setVisible(bool(sentence))

    @Slot(str)
    def show_history_change(self, sentence: str) -> None:
        """Name what was undone or done again, with *Redo* if there is more; it stays until the next."""
        self._clear_timer.stop()
        self._set_message(sentence, "quiet")
        redoes = self._can_redo()
        if self.redo_button is not None:
            self.redo_button.setVisible(redoes)
        if self.undo_button is not None:
            self.undo_button.setVisible(bool(sentence) and not redoes)

    @Slot()
    def clear(self) -> None:
        """Say nothing."""
        self._clear_timer.stop()
        self._set_message("", "quiet")

    def _set_message(self, sentence: str, role: str) -> None:
        set_role(self.message_label, role)
        self.message_label.setText(sentence)
        for each in (self.undo_button, self.redo_button):
            if each is not None:
                each.hide()
