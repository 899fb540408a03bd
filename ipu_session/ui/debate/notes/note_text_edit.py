"""Text field of a note that grows with its lines: Enter submits, Shift+Enter breaks the line, Tab completes."""

from PySide6.QtCore import QEvent, QRect, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent

from ipu_session.service.completer import Completion
from ipu_session.ui.widgets.announcements import announce
from ipu_session.ui.widgets.text.undoable_fields import TextEdit

_MAX_LINES = 6
_COMPLETION_CONTEXT = 80
"""Maximum number of characters before the cursor from which a completion is computed."""
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class NoteTextEdit(TextEdit):
    """Text edit with part of the interface of QLineEdit: `text`, `setText`, `returnPressed`."""

    returnPressed = Signal()
    split_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.document().setDocumentMargin(3)
        self.setLineWrapMode(self.LineWrapMode.WidgetWidth)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.document().documentLayout().documentSizeChanged.connect(self._fit_height)
        self._completion: Completion | None = None
        self._fit_height()

    @property
    def text_before_cursor(self) -> str:
        """Up to 80 characters before the cursor; "" if text follows it in its paragraph, or text is selected."""
        cursor = self.textCursor()
        if cursor.hasSelection() or not cursor.atBlockEnd():
            return ""
        return cursor.block().text()[-_COMPLETION_CONTEXT:]

    def show_completion(self, completion: Completion | None) -> None:
        """Show and announce the completion that Tab would insert; None hides it."""
        if completion != self._completion:
            self._completion = completion
            description = (
                self.tr("Tab: {text}").format(text=completion.display_text or completion.text) if completion else ""
            )
            self.setAccessibleDescription(description)
            announce(self, description)
            self.viewport().update()

    def event(self, event: QEvent) -> bool:
        """Insert the completion on Tab if one is offered; otherwise Tab moves the focus."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._completion is not None:
            plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
            if plain and Qt.Key(event.key()) is Qt.Key.Key_Tab:
                self._insert_completion(self._completion)
                return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rest of the completion behind the cursor."""
        super().paintEvent(event)
        if self._completion is None:
            return
        cursor = self.cursorRect()
        rect, alignment = QRect(cursor), Qt.AlignmentFlag.AlignLeft
        rect.setLeft(cursor.right() + 1)
        rect.setRight(self.viewport().width())
        if self.textCursor().block().textDirection() is Qt.LayoutDirection.RightToLeft:
            rect.setLeft(0)
            rect.setRight(cursor.left() - 1)
            alignment = Qt.AlignmentFlag.AlignRight
        remaining_text = (
            f"{self._completion.display_text or self._completion.text[self._completion.replaced_length :]} ⇥"
        )
        elided = self.fontMetrics().elidedText(remaining_text, Qt.TextElideMode.ElideRight, rect.width())
        painter = QPainter(self.viewport())
        painter.setPen(self.palette().placeholderText().color())
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter | alignment), elided)
        painter.end()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the completion when the focus is lost."""
        super().focusOutEvent(event)
        self.show_completion(None)

    def _insert_completion(self, completion: Completion) -> None:
        cursor = self.textCursor()
        previous_char, keep_anchor = cursor.MoveOperation.PreviousCharacter, cursor.MoveMode.KeepAnchor
        cursor.movePosition(previous_char, keep_anchor, completion.replaced_length)
        cursor.insertText(completion.text)

    def text(self) -> str:
        """Return the text with its line breaks."""
        return self.plain_text

    def setText(self, text: str) -> None:
        """Replace the text, clear the undo history and place the cursor at the end."""
        self.setPlainText(text)
        self.moveCursor(self.textCursor().MoveOperation.End)

    def reset(self) -> None:
        """Clear the text and its undo history, so that the next Ctrl+Z undoes a command of the session."""
        self.setPlainText("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Submit on Enter, break the line on Shift+Enter, request a split at the cursor on Ctrl+Enter."""
        if Qt.Key(event.key()) not in _ENTER:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.insertPlainText("\n")
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.split_requested.emit()
        elif not event.isAutoRepeat():
            self.returnPressed.emit()

    @Slot()
    def _fit_height(self) -> None:
        """Fit the height to the text, up to `_MAX_LINES` lines."""
        lines = max(1, min(_MAX_LINES, int(self.document().size().height())))
        margins = 2 * (self.frameWidth() + int(self.document().documentMargin())) + 2
        height = lines * self.fontMetrics().lineSpacing() + margins
        if self.height() != height or self.maximumHeight() != height:
            self.setFixedHeight(height)
