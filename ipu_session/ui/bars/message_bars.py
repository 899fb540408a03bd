"""Quiet bars above the page: what happened to the program, and what can be done about it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QMenuBar, QPushButton, QVBoxLayout, QWidget

from ipu_session.ui.widgets.factories import button, named
from ipu_session.ui.widgets.responsive_bar import Bar

Choice = tuple[str, Callable[[], object]]
"""What a button says, and the bound method that it calls."""


class Notice(Bar):
    """One bar: a sentence, its buttons, and one that takes it away."""

    def __init__(self, sentence: str, choices: Sequence[Choice], parent: QWidget | None = None) -> None:
        self.buttons = [button(text, slot) for text, slot in choices]
        self.close_button = QPushButton()
        super().__init__("warning", (*self.buttons, self.close_button), parent)
        self.said.setText(sentence)
        self.close_button.setText(self.tr("Close"))
        self.close_button.setAutoDefault(True)
        self.close_button.clicked.connect(self.go)
        named(self.close_button, self.tr("Close this notice"), self.tr("Take this bar away"))

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


class MenusAndNotices(QWidget):
    """What stands above the page: the menus, and below them the bars."""

    def __init__(self, menus: QMenuBar, notices: Notices) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(menus)
        column.addWidget(notices)

    def heightForWidth(self, width: int) -> int:
        """Return the height in the window's own width; in any narrower one, the least height.

        `QMainWindow` computes its minimum height with the height of the menus in its minimum width, where a
        sentence takes many lines: the window then grows beyond the screen (Qt 6).
        """
        if width < self.window().width():
            return self.minimumSizeHint().height()
        return super().heightForWidth(width)
