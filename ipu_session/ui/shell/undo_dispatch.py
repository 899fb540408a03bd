"""Dispatch of Ctrl+Z to the latest change: typing in the focused field, a text cleared by Escape, or a transaction.

The latest change is undone first: if *next* is pressed by mistake while a note is half-typed, Ctrl+Z undoes *next*
and the text stays. Redo restores what was undone last. Typing in a field is undone only while the field has the
focus; a text cleared by Escape is restored in any field.
"""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from ipu_session.domain.events import GapFound, Rewound
from ipu_session.domain.history import UndoStep
from ipu_session.service.session_service import CommittedChange
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.widgets.text.action_counter import ACTION_COUNTER
from ipu_session.ui.widgets.text.cleared_texts import CLEARED_TEXTS
from ipu_session.ui.widgets.text.undoable_fields import LineEdit, SpinBox, TextEdit, TypingHistory


class UndoDispatcher(QObject):
    """Numbers transactions and undos with `ACTION_COUNTER`, as typing is numbered, and compares the numbers."""

    def __init__(self, bridge: SessionBridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._done_numbers: dict[int, int] = {}
        """Session version before a transaction → its action number; transactions older than the view have none (0)."""
        self._undone_numbers: dict[int, int] = {}
        """Session version before a transaction → action number of its undo."""
        bridge.committed.connect(self._on_committed)

    @Slot()
    def undo(self) -> None:
        """Undo the latest change: restore a cleared text, undo typing, or undo a transaction."""
        field = self._focused_field()
        act_tick = self._number_of_step(self._bridge.undo_step, self._done_numbers)
        typed_tick = 0 if field is None else field.undo_number
        erased = CLEARED_TEXTS.latest_restorable
        if erased is not None and erased.action_number > act_tick and erased.action_number >= typed_tick:
            CLEARED_TEXTS.restore(erased)
        elif field is not None and typed_tick > act_tick:
            field.undo_typing()
        else:
            self._bridge.undo()

    @Slot()
    def redo(self) -> None:
        """Redo what was undone last: typing in the focused field, or a transaction."""
        field = self._focused_field()
        if field is not None and field.redo_number > self._number_of_step(self._bridge.redo_step, self._undone_numbers):
            field.redo_typing()
        else:
            self._bridge.redo()

    @property
    def action_numbers(self) -> tuple[dict[int, int], dict[int, int]]:
        """Action numbers of transactions, and of their undos, by the session version before the transaction."""
        return self._done_numbers, self._undone_numbers

    def restore_action_numbers(self, done: dict[int, int], taken_back: dict[int, int]) -> None:
        """Add the `action_numbers` of a former view of the same session."""
        self._done_numbers |= done
        self._undone_numbers |= taken_back

    @Slot(CommittedChange)
    def _on_committed(self, committed: CommittedChange) -> None:
        """Give the undo or the transaction just committed the next action number; a timing gap gets none."""
        first = committed.events[0]
        redoable, undoable = self._bridge.redo_step, self._bridge.undo_step
        if isinstance(first, GapFound):
            return
        if isinstance(first, Rewound) and redoable is not None and redoable.before == first.to_version:
            self._undone_numbers[redoable.before] = ACTION_COUNTER.next_number()
        elif undoable is not None:
            self._done_numbers[undoable.before] = ACTION_COUNTER.next_number()

    @staticmethod
    def _focused_field() -> TypingHistory | None:
        focus = QApplication.focusWidget()
        if isinstance(focus, SpinBox):
            focus = focus.lineEdit()
        return focus if isinstance(focus, LineEdit | TextEdit) and not focus.isReadOnly() else None

    @staticmethod
    def _number_of_step(step: UndoStep | None, ticks: dict[int, int]) -> int:
        return 0 if step is None else ticks.get(step.before, 0)
