"""Makes the QActions of a table, with shortcuts, tooltips and conditions, and adds them to their widget."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QPushButton, QWidget

from ipu_session.domain.rejections import Reason
from ipu_session.service.session_service import CommittedChange
from ipu_session.ui.actions.action_spec import (
    ActionSpec,
    ActionTable,
    CommandActionSpec,
    RowActionSpec,
    translate_text,
)
from ipu_session.ui.actions.row_actions import CurrentRowWatcher, RowAction
from ipu_session.ui.actions.scopes import Scope
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.keyboard.alternative_keys import key_sequences, native_key_text
from ipu_session.ui.strings import labels
from ipu_session.ui.strings.literal_text import action_label, escape_mnemonic, set_literal_tooltip
from ipu_session.ui.widgets.factories import make_button

ActionSlot = Callable[[], object]


class CommandAction(QAction):
    """Action that executes a command on the session; enabled or disabled after each commit."""

    def __init__(self, spec: CommandActionSpec, bridge: SessionBridge, parent: QObject) -> None:
        super().__init__(parent)
        self._spec = spec
        self._bridge = bridge
        self._refresh(CommittedChange((), bridge.session))
        self.triggered.connect(self._execute)
        bridge.committed.connect(self._refresh)

    @Slot()
    def _execute(self) -> None:
        self._bridge.execute(self._spec.make_command(self._bridge.session))

    def _unavailable_reason(self) -> str:
        session = self._bridge.session
        reason = self._bridge.rejection_reason(self._spec.make_command(session))
        if reason is Reason.FLOOR_FREE and session.sitting is not None and session.sitting.is_suspended:
            # During a suspension nobody has the floor: name the suspension, which is the cause.
            reason = Reason.SITTING_SUSPENDED
        if reason is None:
            return labels.unavailable_message(self._spec.label)
        return labels.rejection_message(reason.value)

    @Slot(CommittedChange)
    def _refresh(self, committed: CommittedChange) -> None:
        self.setEnabled(self._spec.is_allowed(committed.session))
        # The status tip of a disabled action says why: see `unavailable_reason`.
        self.setStatusTip("" if self.isEnabled() else self._unavailable_reason())


def add_actions(
    widget: QWidget, table: ActionTable, slots: Mapping[str, ActionSlot], bridge: SessionBridge | None = None
) -> dict[str, QAction]:
    """Add a QAction for each row of ``table`` to ``widget``, connected to the slot of that name; return them by name.

    A row that executes a command needs ``bridge`` instead of a slot. If ``widget`` is an item view, its context menu
    shows the actions, and actions on the current row are enabled or disabled when that row changes.

    ValueError if a row lacks its slot or the bridge, if a slot has no row, or if a row acts on the current row and
    ``widget`` is not an item view.
    """
    if not isinstance(widget, QAbstractItemView) and any(isinstance(spec, RowActionSpec) for spec in table.specs):
        raise ValueError(f"{table.scope.name}: a row acts on the current row, which only a list has")
    with_slot = {spec.name for spec in table.specs if not _executes_command(spec)}
    if bridge is None and len(with_slot) < len(table.specs):
        raise ValueError(f"{table.scope.name}: a row executes a command, which needs a bridge")
    if with_slot != set(slots):
        raise ValueError(f"{table.scope.name}: rows and slots differ: {sorted(with_slot ^ set(slots))}")
    actions = {spec.name: _make_action(spec, table.scope, widget, bridge) for spec in table.specs}
    for name, slot in slots.items():
        actions[name].triggered.connect(slot)
    widget.addActions(list(actions.values()))
    if isinstance(widget, QAbstractItemView):
        widget.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        row_actions = [action for action in actions.values() if isinstance(action, RowAction)]
        if row_actions:
            CurrentRowWatcher(widget, row_actions, bridge)
    return actions


def make_action_button(action: QAction, role: str = "") -> QPushButton:
    """Return a button with text and tooltip of an action, which it triggers; enabled while the action is enabled."""
    button = make_button(escape_mnemonic(action.iconText()), action.trigger, action.toolTip(), role)
    action.enabledChanged.connect(button.setEnabled)
    button.setEnabled(action.isEnabled())
    return button


def make_spec_button(spec: ActionSpec, slot: ActionSlot, role: str = "") -> QPushButton:
    """Return a button with text and tooltip of ``spec`` that calls ``slot``, for a view without the QAction."""
    return make_button(escape_mnemonic(spec.button_label), slot, tooltip_text(spec), role)


def key_text(spec: ActionSpec) -> str:
    """Return the first key of an action in the platform's notation; "" if it has none."""
    return native_key_text(key_sequences(spec.keys[0])[0]) if spec.keys else ""


def tooltip_text(spec: ActionSpec) -> str:
    """Return the tooltip of an action: what it does, and its first key if it has one."""
    text = translate_text(spec.tooltip) if spec.tooltip else spec.label
    return f"{text} ({key_text(spec)})" if spec.keys else text


def unavailable_reason(action: QAction) -> str:
    """Return the sentence that says why an action is disabled: its status tip, or a general one if that is empty."""
    return action.statusTip() or labels.unavailable_message(action_label(action))


def _executes_command(spec: ActionSpec) -> bool:
    return isinstance(spec, CommandActionSpec) or (isinstance(spec, RowActionSpec) and spec.make_command is not None)


def _make_action(spec: ActionSpec, scope: Scope, widget: QWidget, bridge: SessionBridge | None) -> QAction:
    if isinstance(spec, CommandActionSpec) and bridge is not None:
        action: QAction = CommandAction(spec, bridge, widget)
    elif isinstance(spec, RowActionSpec) and isinstance(widget, QAbstractItemView):
        action = RowAction(spec, widget, bridge)
    else:
        action = QAction(widget)
    action.setObjectName(spec.name)
    action.setText(spec.label)
    action.setIconText(spec.button_label)
    set_literal_tooltip(action, tooltip_text(spec))
    action.setShortcuts([sequence for key in spec.keys for sequence in key_sequences(key)])
    action.setShortcutContext(scope.key_context)
    # An action may record a command: a key held down must not record it again and again.
    action.setAutoRepeat(False)
    action.setData(spec.data)
    return action
