"""Command palette (Ctrl+K): find any action by its name, trigger it by Enter. It is not modal."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ipu_session.domain.text.text_folding import fold
from ipu_session.ui.actions.action_factory import unavailable_reason
from ipu_session.ui.keyboard.alternative_keys import first_key_text
from ipu_session.ui.strings.literal_text import action_label
from ipu_session.ui.widgets.announcements import RowAnnouncer, StatusLabel
from ipu_session.ui.widgets.text.undoable_fields import LineEdit

_MAX_RESULTS = 12


class CommandPalette(QFrame):
    """A search field and a list of up to 12 matching enabled actions; closes by Escape or when it loses the focus."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAutoFillBackground(True)
        self._enabled_actions: list[QAction] = []
        self._disabled_actions: list[QAction] = []
        """Disabled actions: searched only to say why one of them is unavailable."""
        self._previous_focus: QWidget | None = None
        self._host = parent
        self.search_edit = LineEdit()
        self.search_edit.setAccessibleName(self.tr("Find an action by its name"))
        self.search_edit.setPlaceholderText(self.tr("What do you want to do?"))
        self.search_edit.installEventFilter(self)
        self.no_match_label = StatusLabel(role="warning", wrap=True)
        self.no_match_label.hide()
        self.result_list = QListWidget()
        self.result_list.setAccessibleName(self.tr("Actions found"))
        self.result_list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.addWidget(self.search_edit)
        layout.addWidget(self.no_match_label)
        layout.addWidget(self.result_list)
        RowAnnouncer(self.result_list)
        self.search_edit.textChanged.connect(self._filter_actions)
        self.search_edit.returnPressed.connect(self._trigger_current)
        self.result_list.itemClicked.connect(self._trigger_current)
        self.hide()

    def show_actions(self, actions: Iterable[QAction]) -> None:
        """Open the palette with ``actions``; actions without text are ignored."""
        named = [action for action in actions if action.text()]
        self._enabled_actions = [action for action in named if action.isEnabled()]
        self._disabled_actions = [action for action in named if not action.isEnabled()]
        self._previous_focus = self.window().focusWidget()
        width = min(560, self._host.width() - 40)
        height = self.search_edit.sizeHint().height() + self.result_list.sizeHintForRow(0) + 320
        self.setGeometry((self._host.width() - width) // 2, 60, width, height)
        self.search_edit.clear()
        self._filter_actions("")
        self.show()
        self.raise_()
        self.search_edit.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Select in the list by the Up and Down keys; close on Escape and on loss of focus."""
        if event.type() is QEvent.Type.FocusOut:
            self.hide()
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._handle_key(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _handle_key(self, key: Qt.Key) -> bool:
        if key is Qt.Key.Key_Escape:
            self._dismiss()
            return True
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(key)
        if step is None:
            return False
        row = self.result_list.currentRow() + step
        self.result_list.setCurrentRow(max(0, min(row, self.result_list.count() - 1)))
        return True

    @Slot(str)
    def _filter_actions(self, typed: str) -> None:
        words = fold(typed).split()
        self.result_list.clear()
        for action in self._enabled_actions:
            name = action_label(action)
            if _matches(action, words) and self.result_list.count() < _MAX_RESULTS:
                key = first_key_text(action)
                item = QListWidgetItem(f"{name}    {key}".rstrip())
                item.setData(Qt.ItemDataRole.UserRole, action)
                self.result_list.addItem(item)
        self.result_list.setCurrentRow(0)
        self.no_match_label.setText("" if self.result_list.count() else self._no_match_text(typed, words))
        self.no_match_label.setVisible(not self.result_list.count())

    def _no_match_text(self, typed: str, words: list[str]) -> str:
        """Return why the first matching disabled action is unavailable, or that no action matches."""
        for action in self._disabled_actions:
            if _matches(action, words):
                return unavailable_reason(action)
        return self.tr("No action has “{typed}” in its name.").format(typed=typed)

    @Slot()
    def _trigger_current(self) -> None:
        item = self.result_list.currentItem()
        self._dismiss()
        if item is not None:
            action: QAction = item.data(Qt.ItemDataRole.UserRole)
            action.trigger()

    def _dismiss(self) -> None:
        self.hide()
        if self._previous_focus is not None:
            self._previous_focus.setFocus()


def _matches(action: QAction, words: list[str]) -> bool:
    """Return whether the folded name of ``action`` contains each of ``words``, which are folded."""
    name = fold(action_label(action))
    return all(word in name for word in words)
