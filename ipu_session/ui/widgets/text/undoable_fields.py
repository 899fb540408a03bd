"""Text fields whose undo steps are numbered together with transactions, and that leave chords to the window.

Ctrl+Z undoes the latest change, typing or a transaction (``ui/shell/undo_dispatch.py``): a field therefore does
not handle the shortcut before the window, and numbers each step of typing. On X11 Qt's own fields would use
Ctrl+E and Ctrl+K as Emacs does.
"""

from typing import NamedTuple, Protocol

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSpinBox

from ipu_session.ui.core.common_prefix import common_prefix_length
from ipu_session.ui.widgets.text.action_counter import ACTION_COUNTER

_FIELD_CHORD_KEYS = frozenset({Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_V, Qt.Key.Key_X})
"""Letters that the field itself handles with Ctrl: select all, copy, paste, cut."""

_UNLIMITED_LENGTH = 2**30

_MAX_UNDO_STEPS = 500
"""Undo steps of a `LineEdit`; older ones are dropped."""

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class TypingHistory(Protocol):
    """Interface of a field with undo; numbers come from ``ACTION_COUNTER``, and 0 means that there is no step."""

    @property
    def undo_number(self) -> int:
        """Action number of the step that `undo_typing` would undo."""

    @property
    def redo_number(self) -> int:
        """Action number of the undo that `redo_typing` would revert."""

    def undo_typing(self) -> None:
        """Undo the latest step."""

    def redo_typing(self) -> None:
        """Redo the step that was undone last."""


def _is_window_chord(event: QEvent) -> bool:
    """Return whether a ShortcutOverride is for the window: Ctrl with a letter that does not edit the text."""
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if not event.modifiers() & _CONTROL:
        return False
    key = Qt.Key(event.key())
    # Ctrl+Insert is an older key for copying: it copies only if the window has no shortcut for it.
    return (Qt.Key.Key_A <= key <= Qt.Key.Key_Z and key not in _FIELD_CHORD_KEYS) or key is Qt.Key.Key_Insert


def _is_alt_character(event: QEvent) -> bool:
    """Return whether a key press has Alt and a character, which Qt would insert into the text."""
    if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
        return False
    is_alt_alone = event.modifiers() & _ALT and not event.modifiers() & _CONTROL
    return bool(is_alt_alone) and event.text().isprintable() and bool(event.text())


def _left_to_window(event: QEvent) -> bool:
    """Return whether an event is for the window; it is then ignored, so that the window receives it."""
    if _is_window_chord(event) or _is_alt_character(event):
        event.ignore()
        return True
    return False


def _handle_undo_key(field: TypingHistory, event: QKeyEvent) -> bool:
    """Undo or redo typing on the standard keys; return whether the event was one of them."""
    direction = _undo_redo_direction(event)
    if direction == "undo":
        field.undo_typing()
    elif direction == "redo":
        field.redo_typing()
    return bool(direction)


def _undo_redo_direction(event: QKeyEvent) -> str:
    """Return ``undo``, ``redo`` or "" for a key press that no action of the window has handled."""
    if event.modifiers() & ~_SHIFT != _CONTROL:
        return ""
    key, shift = Qt.Key(event.key()), bool(event.modifiers() & _SHIFT)
    if key is Qt.Key.Key_Z:
        return "redo" if shift else "undo"
    return "redo" if key is Qt.Key.Key_Y and not shift else ""


def _continues_step(before: str, after: str, *, step_kind: str) -> bool:
    """Return whether a change continues the present step: a character typed in the same word, or deleted.

    ``step_kind`` is the kind of the present step: ``typed``, ``erased`` or "" (any other change).
    """
    if len(after) == len(before) + 1:
        position = common_prefix_length(before, after)
        char = after[position]
        return step_kind == "typed" and (char.isspace() or (position > 0 and not after[position - 1].isspace()))
    return len(after) + 1 == len(before) and step_kind == "erased"


class _TypingStep(NamedTuple):
    text: str
    action_number: int
    kind: str


class LineEdit(QLineEdit):
    """QLineEdit with undo word by word; a text set by the program clears the history."""

    def __init__(self) -> None:
        super().__init__()
        # Qt's default limit silently truncates a paste at 32,767 characters.
        self.setMaxLength(_UNLIMITED_LENGTH)
        self._undo_steps: list[_TypingStep] = []
        self._redo_steps: list[_TypingStep] = []
        self._last_text = ""
        self._is_setting_text = False
        self.textChanged.connect(self._record_change)

    @property
    def plain_text(self) -> str:
        """The text; same interface as `TextEdit`."""
        return self.text()

    @property
    def undo_number(self) -> int:
        """Action number of the step that `undo_typing` would undo; 0 if there is none."""
        return self._undo_steps[-1].action_number if self._undo_steps else 0

    @property
    def redo_number(self) -> int:
        """Action number of the undo that `redo_typing` would revert; 0 if there is none."""
        return self._redo_steps[-1].action_number if self._redo_steps else 0

    def undo_typing(self) -> None:
        """Undo the latest step, if there is one."""
        self._apply_step(self._undo_steps, self._redo_steps)

    def redo_typing(self) -> None:
        """Redo the step that was undone last, if there is one."""
        self._apply_step(self._redo_steps, self._undo_steps)

    def setText(self, text: str | None) -> None:
        """Set the text and clear the history."""
        self._undo_steps.clear()
        self._redo_steps.clear()
        self._set_text_silently(text or "")

    def reset(self) -> None:
        """Clear the text and the history, so that the next Ctrl+Z undoes a transaction."""
        self.setText("")

    def erase(self) -> None:
        """Clear the text as one undoable step."""
        self.clear()

    def event(self, event: QEvent) -> bool:
        """Leave chords of the window unhandled."""
        if _left_to_window(event):
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo or redo typing if no action of the window has handled the key."""
        if not _handle_undo_key(self, event):
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
            and _continues_step(before, text, step_kind=last.kind)
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
        tail = common_prefix_length(before[::-1], after[::-1])
        self._set_text_silently(after)
        self.setCursorPosition(max(common_prefix_length(before, after), len(after) - tail))
        self.textEdited.emit(after)

    def _set_text_silently(self, text: str) -> None:
        self._is_setting_text = True
        super().setText(text)
        self._last_text, self._is_setting_text = self.text(), False


class _SpinBoxLineEdit(LineEdit):
    """Line edit of a `SpinBox`; a change that is not typed is one by the box, and clears the history."""

    def __init__(self) -> None:
        super().__init__()
        # Qt's name for the line edit of a spin box: screen readers then get the accessible name of the box.
        self.setObjectName("qt_spinbox_lineedit")
        self._is_typing = False

    def event(self, event: QEvent) -> bool:
        """Leave chords of the window unhandled; mark changes during input events as typed."""
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
    """QSpinBox with the undo history of a `LineEdit`."""

    def __init__(self) -> None:
        super().__init__()
        self.setLineEdit(_SpinBoxLineEdit())


class TextEdit(QPlainTextEdit):
    """QPlainTextEdit with undo word by word; Tab moves the focus, so that there is no keyboard trap."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self._undo_numbers: dict[int, int] = {}
        """Number of available undo steps → action number of the latest of them."""
        self._redo_numbers: dict[int, int] = {}
        """Number of available redo steps → action number of the latest undo."""
        self._last_typed_number = 0
        self.document().undoCommandAdded.connect(self._record_step)

    @property
    def plain_text(self) -> str:
        """The text with its no-break spaces, which QPlainTextEdit.toPlainText() replaces by ordinary ones."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    @property
    def undo_number(self) -> int:
        """Action number of the step that `undo_typing` would undo; 0 if there is none."""
        document = self.document()
        return self._undo_numbers.get(document.availableUndoSteps(), 1) if document.isUndoAvailable() else 0

    @property
    def redo_number(self) -> int:
        """Action number of the undo that `redo_typing` would revert; 0 if there is none."""
        document = self.document()
        return self._redo_numbers.get(document.availableRedoSteps(), 1) if document.isRedoAvailable() else 0

    def undo_typing(self) -> None:
        """Undo the latest step."""
        self.undo()
        self._redo_numbers[self.document().availableRedoSteps()] = ACTION_COUNTER.next_number()

    def redo_typing(self) -> None:
        """Redo the step that was undone last."""
        self.redo()
        self._undo_numbers[self.document().availableUndoSteps()] = ACTION_COUNTER.next_number()

    def erase(self) -> None:
        """Clear the text as one undoable step."""
        cursor = self.textCursor()
        cursor.select(cursor.SelectionType.Document)
        # Otherwise Qt merges the deletion into the latest undo step.
        self.document().setModified(False)
        cursor.removeSelectedText()

    def event(self, event: QEvent) -> bool:
        """Leave chords of the window unhandled; begin an undo step with a word from an input method."""
        if _left_to_window(event):
            return False
        if event.type() is QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            self._begin_step_if_needed(event.commitString())
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo or redo typing if no action of the window has handled the key; begin an undo step with each word."""
        if not _handle_undo_key(self, event):
            self._begin_step_if_needed(event.text())
            super().keyPressEvent(event)

    def _begin_step_if_needed(self, text: str) -> None:
        """Begin a new undo step if ``text`` begins a word, or if another action was done since the latest step."""
        cursor = self.textCursor()
        text_before = cursor.block().text()[: cursor.positionInBlock()]
        begins = bool(text) and not text[0].isspace() and (not text_before or text_before[-1].isspace())
        if begins or self._last_typed_number != ACTION_COUNTER.latest_number:
            # Qt does not merge a change into the step before an unmodified document.
            self.document().setModified(False)

    @Slot()
    def _record_step(self) -> None:
        self._last_typed_number = self._undo_numbers[self.document().availableUndoSteps()] = (
            ACTION_COUNTER.next_number()
        )
