"""Non-modal message bars above the page: a message, and buttons for the choices of the user."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QMenuBar, QPushButton, QVBoxLayout, QWidget

from ipu_session.ui.widgets.factories import make_button, set_accessible_name
from ipu_session.ui.widgets.responsive_bar import ResponsiveBar

ButtonSpec = tuple[str, Callable[[], object]]
"""Text of a button, and the bound method that it calls."""


class MessageBar(ResponsiveBar):
    """Bar with a sentence, a button for each choice, and a close button."""

    def __init__(self, sentence: str, choices: Sequence[ButtonSpec], parent: QWidget | None = None) -> None:
        self.buttons = [make_button(text, slot) for text, slot in choices]
        self.close_button = QPushButton()
        super().__init__("warning", (*self.buttons, self.close_button), parent)
        self.message_label.setText(sentence)
        self.close_button.setText(self.tr("Close"))
        self.close_button.setAutoDefault(True)
        self.close_button.clicked.connect(self.dismiss)
        set_accessible_name(self.close_button, self.tr("Close this notice"), self.tr("Take this bar away"))

    @Slot()
    def dismiss(self) -> None:
        """Hide and delete the bar."""
        self.hide()
        self.deleteLater()


class MessageBars(QWidget):
    """Column of the message bars of a window, the latest at the bottom; at most one bar of each kind."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(6, 4, 6, 0)
        self._layout.setSpacing(4)
        self.hide()

    @property
    def visible_bars(self) -> list[MessageBar]:
        """The bars that are shown; a dismissed bar is hidden until Qt deletes it (`deleteLater()`)."""
        return [each for each in self.findChildren(MessageBar) if not each.isHidden()]

    def show_message(self, kind: str, sentence: str, choices: Sequence[ButtonSpec] = ()) -> MessageBar:
        """Show a new bar and return it; it replaces a bar of the same ``kind``, a name that is not shown."""
        self.dismiss(kind)
        bar = MessageBar(sentence, choices, self)
        bar.setObjectName(kind)
        bar.destroyed.connect(self._hide_if_empty)
        self._layout.addWidget(bar)
        bar.show()
        self.show()
        return bar

    def dismiss(self, kind: str) -> None:
        """Remove the bar of this kind, if there is one."""
        for each in self.visible_bars:
            if each.objectName() == kind:
                each.dismiss()

    @Slot()
    def _hide_if_empty(self) -> None:
        self.setVisible(bool(self.visible_bars))


class MenuAndMessageBars(QWidget):
    """Menu widget of the main window: the menu bar, and the message bars below it."""

    def __init__(self, menus: QMenuBar, message_bars: MessageBars) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(menus)
        column.addWidget(message_bars)

    def heightForWidth(self, width: int) -> int:
        """Return the height for ``width``; the minimum height if ``width`` is less than the window's present width.

        `QMainWindow` computes its minimum height with the height of the menu widget at the minimum width, where a
        sentence wraps to many lines: the window then grows beyond the screen (Qt 6).
        """
        if width < self.window().width():
            return self.minimumSizeHint().height()
        return super().heightForWidth(width)
