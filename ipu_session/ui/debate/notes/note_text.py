"""The field of a note: it grows with its lines; Enter sends it, Shift+Enter begins a line, Tab completes."""

from PySide6.QtCore import QEvent, QRect, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent

from ipu_session.service.completer import Completion
from ipu_session.ui.widgets.announcements import announce
from ipu_session.ui.widgets.text.undoable_fields import TextEdit

_MAX_LINES = 6
_COMPLETION_CONTEXT = 80
"""Letters before the cursor that say how its word may go on."""
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class NoteTextEdit(TextEdit):
    """Has the words of a line edit where it is used as one."""

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
        """What stands before the cursor in its line; nothing if there is something behind it."""
        cursor = self.textCursor()
        if cursor.hasSelection() or not cursor.atBlockEnd():
            return ""
        return cursor.block().text()[-_COMPLETION_CONTEXT:]

    def show_completion(self, offer: Completion | None) -> None:
        """Show what Tab would complete; None for nothing."""
        if offer != self._completion:
            self._completion = offer
            said = self.tr("Tab: {text}").format(text=offer.display_text or offer.text) if offer else ""
            self.setAccessibleDescription(said)
            announce(self, said)
            self.viewport().update()

    def event(self, event: QEvent) -> bool:
        """Complete the word by Tab if there is an offer; else Tab moves on."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._completion is not None:
            plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
            if plain and Qt.Key(event.key()) is Qt.Key.Key_Tab:
                self._insert_completion(self._completion)
                return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rest of the word that is offered behind the cursor."""
        super().paintEvent(event)
        if self._completion is None:
            return
        cursor = self.cursorRect()
        place, align = QRect(cursor), Qt.AlignmentFlag.AlignLeft
        place.setLeft(cursor.right() + 1)
        place.setRight(self.viewport().width())
        if self.textCursor().block().textDirection() is Qt.LayoutDirection.RightToLeft:
            place.setLeft(0)
            place.setRight(cursor.left() - 1)
            align = Qt.AlignmentFlag.AlignRight
        rest = f"{self._completion.display_text or self._completion.text[self._completion.replaced_length :]} ⇥"
        shown = self.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, place.width())
        painter = QPainter(self.viewport())
        painter.setPen(self.palette().placeholderText().color())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | align), shown)
        painter.end()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Offer nothing while the keyboard is elsewhere."""
        super().focusOutEvent(event)
        self.show_completion(None)

    def _insert_completion(self, offer: Completion) -> None:
        cursor = self.textCursor()
        back, keep = cursor.MoveOperation.PreviousCharacter, cursor.MoveMode.KeepAnchor
        cursor.movePosition(back, keep, offer.replaced_length)
        cursor.insertText(offer.text)

    def text(self) -> str:
        """Return what stands in the field, with its line breaks."""
        return self.plain_text

    def setText(self, text: str) -> None:
        """Put another text into the field; its history is forgotten, the cursor stands at its end."""
        self.setPlainText(text)
        self.moveCursor(self.textCursor().MoveOperation.End)

    def reset(self) -> None:
        """Empty the field and forget its history, so that the next Ctrl+Z is the session's."""
        self.setPlainText("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send the note by Enter; part it where the cursor stands by Ctrl+Enter."""
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
        """Be as high as the text, within reason."""
        lines = max(1, min(_MAX_LINES, int(self.document().size().height())))
        margins = 2 * (self.frameWidth() + int(self.document().documentMargin())) + 2
        height = lines * self.fontMetrics().lineSpacing() + margins
        if self.height() != height or self.maximumHeight() != height:
            self.setFixedHeight(height)
