"""Text fields whose history can be compared with the acts of the session, and that leave us our chords.

Ctrl+Z takes back the latest thing done, a word typed or an act (``ui/shell/undo_dispatch.py``): so a field
never takes the key for itself, and knows when each step was typed. On X11 Qt's own fields take Ctrl+E and
Ctrl+K, as Emacs does.
"""

from typing import NamedTuple, Protocol

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSpinBox

from ipu_session.ui.widgets.text.action_counter import ACTION_COUNTER

_FIELD_CHORD_KEYS = frozenset({Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_V, Qt.Key.Key_X})
"""Letters that belong to the field while Ctrl is down."""

_UNLIMITED_LENGTH = 2**30

_MAX_UNDO_STEPS = 500
"""Steps that a line remembers."""

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class TypingHistory(Protocol):
    """What a field can take back; ticks are those of ``ACTION_COUNTER``, 0 for nothing."""

    @property
    def undo_number(self) -> int:
        """When the step was typed that undo would take back."""

    @property
    def redo_number(self) -> int:
        """When the step was taken back that redo would type again."""

    def undo_typing(self) -> None:
        """Take the latest step back."""

    def redo_typing(self) -> None:
        """Type the step again that was taken back last."""


def _is_window_chord(event: QEvent) -> bool:
    """Whether a key is the window's: a chord with a letter that is not for editing the text."""
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if not event.modifiers() & _CONTROL:
        return False
    key = Qt.Key(event.key())
    # Ctrl+Insert, an older Ctrl+C, is left to the field where the window does nothing by it.
    return (Qt.Key.Key_A <= key <= Qt.Key.Key_Z and key not in _FIELD_CHORD_KEYS) or key is Qt.Key.Key_Insert


def _is_alt_character(event: QEvent) -> bool:
    """Whether a key with Alt would leave its character in the text (Qt takes it for writing)."""
    if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
        return False
    alone = event.modifiers() & _ALT and not event.modifiers() & _CONTROL
    return bool(alone) and event.text().isprintable() and bool(event.text())


def _left_to_window(event: QEvent) -> bool:
    """Whether an event of a field is the window's; it is left to it then."""
    if _is_window_chord(event) or _is_alt_character(event):
        event.ignore()
        return True
    return False


def _stepped(field: TypingHistory, event: QKeyEvent) -> bool:
    """Take a step of a field back or forward, where a key says so; return whether it did."""
    way = _undo_redo_direction(event)
    if way == "undo":
        field.undo_typing()
    elif way == "redo":
        field.redo_typing()
    return bool(way)


def _undo_redo_direction(event: QKeyEvent) -> str:
    """Return which way Ctrl+Z, Ctrl+Shift+Z or Ctrl+Y leads, where no action of the window has taken it."""
    if event.modifiers() & ~_SHIFT != _CONTROL:
        return ""
    key, shift = Qt.Key(event.key()), bool(event.modifiers() & _SHIFT)
    if key is Qt.Key.Key_Z:
        return "redo" if shift else "undo"
    return "redo" if key is Qt.Key.Key_Y and not shift else ""


def _continues_step(before: str, after: str, *, begun: str) -> bool:
    """Whether one more letter goes on with the word that a step of typing began, or erases one more."""
    if len(after) == len(before) + 1:
        place = _common_prefix_length(before, after)
        typed = after[place]
        return begun == "typed" and (typed.isspace() or (place > 0 and not after[place - 1].isspace()))
    return len(after) + 1 == len(before) and begun == "erased"


def _common_prefix_length(one: str, other: str) -> int:
    """Return the length of the common beginning."""
    pairs = zip(one, other, strict=False)
    return next((place for place, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


class _TypingStep(NamedTuple):
    text: str
    action_number: int
    kind: str


class LineEdit(QLineEdit):
    """One line of text, undone word by word; a text that the program sets begins a new history."""

    def __init__(self) -> None:
        super().__init__()
        # Qt's own limit cuts a long paste off at 32,767 letters without a word.
        self.setMaxLength(_UNLIMITED_LENGTH)
        self._undo_steps: list[_TypingStep] = []
        self._redo_steps: list[_TypingStep] = []
        self._last_text = ""
        self._is_setting_text = False
        self.textChanged.connect(self._record_change)

    @property
    def plain_text(self) -> str:
        """The text as it is."""
        return self.text()

    @property
    def undo_number(self) -> int:
        """When the step was typed that undo would take back."""
        return self._undo_steps[-1].action_number if self._undo_steps else 0

    @property
    def redo_number(self) -> int:
        """When the step was taken back that redo would type again."""
        return self._redo_steps[-1].action_number if self._redo_steps else 0

    def undo_typing(self) -> None:
        """Take the latest step back."""
        self._apply_step(self._undo_steps, self._redo_steps)

    def redo_typing(self) -> None:
        """Type the step again that was taken back last."""
        self._apply_step(self._redo_steps, self._undo_steps)

    def setText(self, text: str | None) -> None:
        """Put another text into the line and forget its history."""
        self._undo_steps.clear()
        self._redo_steps.clear()
        self._set_text_silently(text or "")

    def reset(self) -> None:
        """Empty the line and forget its history, so that the next Ctrl+Z is the session's."""
        self.setText("")

    def erase(self) -> None:
        """Empty the line as one step of typing, which undo takes back."""
        self.clear()

    def event(self, event: QEvent) -> bool:
        """Let the window have its keys."""
        if _left_to_window(event):
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a step back or forward where no action of the window does."""
        if not _stepped(self, event):
            super().keyPressEvent(event)

    @Slot(str)
    def _record_change(self, text: str) -> None:
        before, self._last_text = self._last_text, text
        if self._is_setting_text or text == before:
            return
        self._redo_steps.clear()
        last = self._undo_steps[-1] if self._undo_steps else None
        if (
            last
            and last.action_number == ACTION_COUNTER.latest_number
            and _continues_step(before, text, begun=last.kind)
        ):
            return
        kind = {1: "typed", -1: "erased"}.get(len(text) - len(before), "")
        self._undo_steps.append(_TypingStep(before, ACTION_COUNTER.next_number(), kind))
        del self._undo_steps[:-_MAX_UNDO_STEPS]

    def _apply_step(self, source: list[_TypingStep], target: list[_TypingStep]) -> None:
        if not source:
            return
        before, after = self.text(), source.pop().text
        target.append(_TypingStep(before, ACTION_COUNTER.next_number(), ""))
        tail = _common_prefix_length(before[::-1], after[::-1])
        self._set_text_silently(after)
        self.setCursorPosition(max(_common_prefix_length(before, after), len(after) - tail))
        self.textEdited.emit(after)

    def _set_text_silently(self, text: str) -> None:
        self._is_setting_text = True
        super().setText(text)
        self._last_text, self._is_setting_text = self.text(), False


class _SpinBoxLineEdit(LineEdit):
    """The line of a spin box: what is not typed comes from the box, and begins a new history."""

    def __init__(self) -> None:
        super().__init__()
        # As Qt calls the line it makes for a spin box: the box itself has the accessible name.
        self.setObjectName("qt_spinbox_lineedit")
        self._is_typing = False

    def event(self, event: QEvent) -> bool:
        """Let the window have its keys; remember that a change is the user's."""
        self._is_typing = event.type() in {QEvent.Type.KeyPress, QEvent.Type.InputMethod}
        try:
            return super().event(event)
        finally:
            self._is_typing = False

    @Slot(str)
    def _record_change(self, text: str) -> None:
        super()._record_change(text)
        if not self._is_typing and not self._is_setting_text:
            self._undo_steps.clear()
            self._redo_steps.clear()


class SpinBox(QSpinBox):
    """A number whose typing is undone like that of a line."""

    def __init__(self) -> None:
        super().__init__()
        self.setLineEdit(_SpinBoxLineEdit())


class TextEdit(QPlainTextEdit):
    """Several lines of plain text; Tab moves on, so that the keyboard is never caught."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self._undo_numbers: dict[int, int] = {}
        """By the number of steps that could be undone: when the latest of them was typed."""
        self._redo_numbers: dict[int, int] = {}
        """By the number of steps that could be redone: when the latest of them was taken back."""
        self._last_typed_number = 0
        self.document().undoCommandAdded.connect(self._record_step)

    @property
    def plain_text(self) -> str:
        """The text as it is; Qt's own toPlainText() makes ordinary spaces of those that must not break."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    @property
    def undo_number(self) -> int:
        """When the step was typed that undo would take back."""
        document = self.document()
        return self._undo_numbers.get(document.availableUndoSteps(), 1) if document.isUndoAvailable() else 0

    @property
    def redo_number(self) -> int:
        """When the step was taken back that redo would type again."""
        document = self.document()
        return self._redo_numbers.get(document.availableRedoSteps(), 1) if document.isRedoAvailable() else 0

    def undo_typing(self) -> None:
        """Take the latest step back."""
        self.undo()
        self._redo_numbers[self.document().availableRedoSteps()] = ACTION_COUNTER.next_number()

    def redo_typing(self) -> None:
        """Type the step again that was taken back last."""
        self.redo()
        self._undo_numbers[self.document().availableUndoSteps()] = ACTION_COUNTER.next_number()

    def erase(self) -> None:
        """Empty the field as one step of typing, which undo takes back."""
        cursor = self.textCursor()
        cursor.select(cursor.SelectionType.Document)
        # Else Qt joins it to the latest step.
        self.document().setModified(False)
        cursor.removeSelectedText()

    def event(self, event: QEvent) -> bool:
        """Let the window have its keys."""
        if _left_to_window(event):
            return False
        if event.type() is QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            self._begin_step_if_needed(event.commitString())
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin a step with each word; take steps back and forward where no action of the window does."""
        if not _stepped(self, event):
            self._begin_step_if_needed(event.text())
            super().keyPressEvent(event)

    def _begin_step_if_needed(self, text: str) -> None:
        """Let what comes be no part of the latest step, if it begins a word or something was done since."""
        cursor = self.textCursor()
        left = cursor.block().text()[: cursor.positionInBlock()]
        begins = bool(text) and not text[0].isspace() and (not left or left[-1].isspace())
        if begins or self._last_typed_number != ACTION_COUNTER.latest_number:
            # Qt joins no step to one after which the document was as saved.
            self.document().setModified(False)

    @Slot()
    def _record_step(self) -> None:
        self._last_typed_number = self._undo_numbers[self.document().availableUndoSteps()] = (
            ACTION_COUNTER.next_number()
        )
