"""The line below the page: a refusal, news, or quietly the latest act with *Undo* (product.md, F7)."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ipu_session.ui.widgets.command_button import ActButton
from ipu_session.ui.widgets.factories import set_role
from ipu_session.ui.widgets.text.elided_label import Elided

_SHOWN_MS = 8_000


class MessageLine(QWidget):
    """What it says goes by itself; only the name of the latest act stays until the next.

    The label has no accessible name of its own: it would be read in place of the text.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.said = Elided("quiet")
        self.undo: QPushButton | None = None
        self.redo: QPushButton | None = None
        self._can_redo: Callable[[], bool] = bool
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(6, 0, 6, 0)
        self._layout.addWidget(self.said, 1)
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.setInterval(_SHOWN_MS)
        self._silence.timeout.connect(self.clear)

    def offer_history(
        self, undo: QAction | None, redo: QAction | None, can_redo: Callable[[], bool] = bool
    ) -> None:
        """Let a button for ``undo`` stand beside the name of an act, and one for ``redo`` when it is undone.

        ``can_redo`` says whether there is an act to take again; without a session there are no buttons.
        """
        for old in (self.undo, self.redo):
            if old is not None:
                old.deleteLater()
        self._can_redo = can_redo
        self.undo = None if undo is None else self._button(undo, self.tr("Undo"))
        self.redo = None if redo is None else self._button(redo, self.tr("Redo"))

    @property
    def undo_is_offered(self) -> bool:
        """Whether the latest act is named, with *Undo* beside it."""
        return self.undo is not None and not self.undo.isHidden()

    def _button(self, action: QAction, text: str) -> QPushButton:
        made = ActButton(action, "chip")
        made.say(text)
        # Its place is kept while it is hidden: the page above must not move at each act, nor be lower.
        policy = QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
        policy.setRetainSizeWhenHidden(True)
        made.setSizePolicy(policy)
        made.hide()
        self._layout.addWidget(made)
        return made

    @Slot(str)
    def warn(self, sentence: str) -> None:
        """Say that something was refused or went wrong."""
        self._show(sentence, "warning")
        self._silence.start()

    @Slot(str)
    def inform(self, sentence: str) -> None:
        """Say something that goes by itself."""
        self._show(sentence, "quiet")
        self._silence.start()

    @Slot(str)
    def name_act(self, sentence: str) -> None:
        """Name what was done, with *Undo*; it stays until something else is said."""
        self._silence.stop()
        self._show(sentence, "quiet")
        if self.undo is not None:
            self.undo.setVisible(bool(sentence))

    @Slot(str)
    def name_step_back(self, sentence: str) -> None:
        """Name what was undone or done again, with *Redo* if there is more; it stays until the next."""
        self._silence.stop()
        self._show(sentence, "quiet")
        redoes = self._can_redo()
        if self.redo is not None:
            self.redo.setVisible(redoes)
        if self.undo is not None:
            self.undo.setVisible(bool(sentence) and not redoes)

    @Slot()
    def clear(self) -> None:
        """Say nothing."""
        self._silence.stop()
        self._show("", "quiet")

    def _show(self, sentence: str, role: str) -> None:
        set_role(self.said, role)
        self.said.setText(sentence)
        for each in (self.undo, self.redo):
            if each is not None:
                each.hide()
