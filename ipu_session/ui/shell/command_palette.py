"""Ctrl+K: any action found by its name and done by Enter. It lies over the window and stops no key."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ipu_session.domain.text.text_folding import fold
from ipu_session.ui.strings import labels
from ipu_session.ui.strings.literal_text import name_of
from ipu_session.ui.widgets.announcements import RowAnnouncer, StatusLabel
from ipu_session.ui.widgets.text.undoable_fields import LineEdit

_ROWS = 12


class Palette(QFrame):
    """A line to type in, and the actions that match."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAutoFillBackground(True)
        self._actions: list[QAction] = []
        self._not_now: list[QAction] = []
        """Actions that cannot be done now: found only to say why."""
        self._before: QWidget | None = None
        self._host = parent
        self.line = LineEdit()
        self.line.setAccessibleName(self.tr("Find an action by its name"))
        self.line.setPlaceholderText(self.tr("What do you want to do?"))
        self.line.installEventFilter(self)
        self.nothing = StatusLabel(role="warning", wrap=True)
        self.nothing.hide()
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Actions found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.addWidget(self.line)
        layout.addWidget(self.nothing)
        layout.addWidget(self.list)
        RowAnnouncer(self.list)
        self.line.textChanged.connect(self._find)
        self.line.returnPressed.connect(self._do)
        self.list.itemClicked.connect(self._do)
        self.hide()

    def ask(self, actions: Iterable[QAction]) -> None:
        """Offer the actions that can be done now."""
        named = [action for action in actions if action.text()]
        self._actions = [action for action in named if action.isEnabled()]
        self._not_now = [action for action in named if not action.isEnabled()]
        self._before = self.window().focusWidget()
        width = min(560, self._host.width() - 40)
        height = self.line.sizeHint().height() + self.list.sizeHintForRow(0) + 320
        self.setGeometry((self._host.width() - width) // 2, 60, width, height)
        self.line.clear()
        self._find("")
        self.show()
        self.raise_()
        self.line.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows move in the list, Escape and the loss of focus close it."""
        if event.type() is QEvent.Type.FocusOut:
            self.hide()
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _key(self, key: Qt.Key) -> bool:
        if key is Qt.Key.Key_Escape:
            self._leave()
            return True
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(key)
        if step is None:
            return False
        row = self.list.currentRow() + step
        self.list.setCurrentRow(max(0, min(row, self.list.count() - 1)))
        return True

    @Slot(str)
    def _find(self, typed: str) -> None:
        words = fold(typed).split()
        self.list.clear()
        for action in self._actions:
            name = name_of(action)
            if _has(action, words) and self.list.count() < _ROWS:
                key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                item = QListWidgetItem(f"{name}    {key}".rstrip())
                item.setData(Qt.ItemDataRole.UserRole, action)
                self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.nothing.setText("" if self.list.count() else self._nothing(typed, words))
        self.nothing.setVisible(not self.list.count())

    def _nothing(self, typed: str, words: list[str]) -> str:
        """Return that nothing has this name, or why what has it cannot be done now."""
        for action in self._not_now:
            if _has(action, words):
                return action.statusTip() or labels.not_now(name_of(action))
        return self.tr("No action has “{typed}” in its name.").format(typed=typed)

    @Slot()
    def _do(self) -> None:
        item = self.list.currentItem()
        self._leave()
        if item is not None:
            action: QAction = item.data(Qt.ItemDataRole.UserRole)
            action.trigger()

    def _leave(self) -> None:
        self.hide()
        if self._before is not None:
            self._before.setFocus()


def _has(action: QAction, words: list[str]) -> bool:
    """Return whether all the words, folded, stand in an action's name."""
    name = fold(name_of(action))
    return all(word in name for word in words)
