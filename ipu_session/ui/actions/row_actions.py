"""Actions on the current row of a list: enabled by conditions; the status tip of a disabled action says why."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

from ipu_session.domain.model.session import Session
from ipu_session.ui.actions.action_spec import CurrentRow, KeyedRowsModel, RowActionSpec, translate_text
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.keyboard.active_shortcuts import pressed_sequence
from ipu_session.ui.strings import labels


class RowAction(QAction):
    """Action on the current row of ``view``, which is first scrolled into view."""

    def __init__(self, spec: RowActionSpec, view: QAbstractItemView, bridge: SessionBridge | None) -> None:
        super().__init__(view)
        self._spec = spec
        self._view = view
        self._bridge = bridge
        self.triggered.connect(self._scroll_to_row)
        if spec.make_command is not None:
            self.triggered.connect(self._execute)

    def refresh(self, row: CurrentRow) -> None:
        """Enable or disable the action for the current row; if it is disabled, its status tip says why."""
        reason = self._refusal(row)
        self.setEnabled(reason is None)
        self.setStatusTip("" if reason is None else reason or labels.unavailable_message(self._spec.label))

    def _refusal(self, row: CurrentRow) -> str | None:
        for condition in self._spec.conditions:
            if not condition.is_met(row):
                return translate_text(condition.otherwise) if condition.otherwise else ""
        if self._spec.make_command is None or self._bridge is None:
            return None
        reason = self._bridge.rejection_reason(self._spec.make_command(row))
        return None if reason is None else labels.rejection_message(reason.value)

    @Slot()
    def _scroll_to_row(self) -> None:
        if self._view.currentIndex().isValid():
            self._view.scrollTo(self._view.currentIndex())

    @Slot()
    def _execute(self) -> None:
        if self._spec.make_command is not None and self._bridge is not None:
            self._bridge.execute(self._spec.make_command(_current_row(self._view, self._bridge)))


class CurrentRowWatcher(QObject):
    """Refreshes the row actions of a list when its current row, its rows or the session change.

    The key of a disabled action makes `SessionBridge.action_unavailable` be emitted, with the reason.
    """

    def __init__(self, view: QAbstractItemView, actions: Sequence[RowAction], bridge: SessionBridge | None) -> None:
        super().__init__(view)
        self._view = view
        self._actions = tuple(actions)
        self._bridge = bridge
        view.selectionModel().currentRowChanged.connect(self._refresh)
        model = view.model()
        for signal in (model.rowsInserted, model.rowsRemoved, model.modelReset, model.dataChanged):
            signal.connect(self._refresh)
        if bridge is not None:
            bridge.committed.connect(self._refresh)
        view.installEventFilter(self)
        self._refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Consume the key of a disabled row action and emit why it is disabled (if there is a session)."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        pressed = pressed_sequence(event)
        disabled = next((a for a in self._actions if not a.isEnabled() and pressed in a.shortcuts()), None)
        if disabled is not None and self._bridge is not None:
            self._bridge.action_unavailable.emit(disabled.statusTip())
        return disabled is not None

    @Slot()
    def _refresh(self) -> None:
        row = _current_row(self._view, self._bridge)
        for action in self._actions:
            action.refresh(row)


def _current_row(view: QAbstractItemView, bridge: SessionBridge | None) -> CurrentRow:
    """Return the current row of a list whose model has keys; without ``bridge``, its session is an empty one."""
    session = Session() if bridge is None else bridge.session
    return CurrentRow(cast("KeyedRowsModel", view.model()), view.currentIndex().row(), session)
