"""The line below the page: a refusal, news, or quietly the latest act with *Undo* (product.md, F7)."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ipu_session.ui.widgets.act_button import ActButton
from ipu_session.ui.widgets.elided import Elided
from ipu_session.ui.widgets.plain import set_role

_SHOWN_MS = 8_000


class MessageLine(QWidget):
    """What it says goes by itself; only the name of the latest act stays until the next.

    The label has no accessible name of its own: it would be read in place of the text.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.said = Elided("quiet")
        self.undo: QPushButton | None = None
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(6, 0, 6, 0)
        self._layout.addWidget(self.said, 1)
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.setInterval(_SHOWN_MS)
        self._silence.timeout.connect(self.clear)

    def offer_undo(self, undo: QAction | None) -> None:
        """Let a button for ``undo`` stand beside the name of an act; none without a session."""
        if self.undo is not None:
            self.undo.deleteLater()
        self.undo = None
        if undo is not None:
            self.undo = made = ActButton(undo, "chip")
            made.say(self.tr("Undo"))
            # Its place is kept while it is hidden: the page above must not move at each act, nor be lower.
            policy = QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
            policy.setRetainSizeWhenHidden(True)
            made.setSizePolicy(policy)
            made.hide()
            self._layout.addWidget(made)

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
        self.name_step_back(sentence)
        if self.undo is not None:
            self.undo.setVisible(bool(sentence))

    @Slot(str)
    def name_step_back(self, sentence: str) -> None:
        """Name what was undone or done again; it stays until something else is said."""
        self._silence.stop()
        self._show(sentence, "quiet")

    @Slot()
    def clear(self) -> None:
        """Say nothing."""
        self._silence.stop()
        self._show("", "quiet")

    def _show(self, sentence: str, role: str) -> None:
        set_role(self.said, role)
        self.said.setText(sentence)
        if self.undo is not None:
            self.undo.hide()
