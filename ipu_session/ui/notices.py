"""Quiet bars above the page: what happened to the program, and what can be done about it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ipu_session.ui.widgets.plain import button, named, set_text
from ipu_session.ui.widgets.wrapped import Wrapped

Choice = tuple[str, Callable[[], object]]
"""What a button says, and the bound method that it calls."""


class Notice(QFrame):
    """One bar: a sentence, its buttons, and one that takes it away."""

    def __init__(self, sentence: str, choices: Sequence[Choice], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.said = Wrapped("warning")
        set_text(self.said, sentence)
        self.buttons = [button(text, slot) for text, slot in choices]
        self.close_button = button(self.tr("Close"), self.go, self.tr("Take this bar away"))
        named(self.close_button, self.tr("Close this notice"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 4, 10, 4)
        layout.addWidget(self.said, 1)
        for each in (*self.buttons, self.close_button):
            each.setAutoDefault(True)
            layout.addWidget(each)

    @Slot()
    def go(self) -> None:
        """Take the bar away."""
        self.hide()
        self.deleteLater()


class Notices(QWidget):
    """The bars of a window, the latest below; one of the same kind takes the place of the one before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(6, 4, 6, 0)
        self._layout.setSpacing(4)
        self.hide()

    @property
    def shown(self) -> list[Notice]:
        """The bars that are there."""
        return [each for each in self.findChildren(Notice) if not each.isHidden()]

    def tell(self, kind: str, sentence: str, choices: Sequence[Choice] = ()) -> Notice:
        """Show a bar."""
        self.forget(kind)
        made = Notice(sentence, choices, self)
        made.setObjectName(kind)
        made.destroyed.connect(self._fold)
        self._layout.addWidget(made)
        made.show()
        self.show()
        return made

    def forget(self, kind: str) -> None:
        """Take the bar of a kind away, if there is one."""
        for each in self.shown:
            if each.objectName() == kind:
                each.go()

    @Slot()
    def _fold(self) -> None:
        self.setVisible(bool(self.shown))
