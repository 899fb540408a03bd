"""What is quoted of a contribution; signs as in the note line: ``#2`` a theme, ``!`` a proposal."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ipu_session.domain.commands import TakeNote
from ipu_session.domain.model.ids import ContributionId, ThemeId
from ipu_session.domain.model.session import NoteKind
from ipu_session.domain.text.note_syntax import parse_note
from ipu_session.ui.core.draft_text import number_in
from ipu_session.ui.core.session_bridge import Bridge
from ipu_session.ui.strings import labels
from ipu_session.ui.widgets.announcements import StatusLabel
from ipu_session.ui.widgets.factories import label, named
from ipu_session.ui.widgets.text.cleared_texts import ERASURES
from ipu_session.ui.widgets.text.undoable_fields import TextEdit
from ipu_session.ui.widgets.throttle import Soon

_DRAFT = "contribution-quote"
_LINES = 3
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class _Field(TextEdit):
    """Enter sends, Escape leaves."""

    sent = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter and Escape for the line; the rest is typed."""
        if Qt.Key(event.key()) in _ENTER:
            if not event.isAutoRepeat():
                self.sent.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class QuoteLine(QWidget):
    """A note that belongs to a contribution; the next inherits its kind and themes."""

    left = Signal()
    """The quotation was noted, or left."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._entry: ContributionId | None = None
        self._kind = NoteKind.QUOTATION
        self._themes: tuple[ThemeId, ...] = ()
        self.field = _Field()
        named(self.field, self.tr("Quote as a note"), self.tr("Enter notes it, Escape leaves it"))
        self.field.setPlaceholderText(
            self.tr("#2 theme · ! proposal · + good practice · ? question, then the quotation")
        )
        self.field.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + 14)
        self.kind = label("")
        self.said = StatusLabel(role="alarm", wrap=True)
        self._soon = Soon(self.keep_draft, self)
        top = QHBoxLayout()
        top.addWidget(self.kind)
        top.addWidget(self.field, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(top)
        layout.addWidget(self.said)
        self.setFocusProxy(self.field)
        self.field.textChanged.connect(self._on_typed)
        self.field.sent.connect(self.take)
        self.field.left.connect(self._put_off)

    @property
    def drafted(self) -> ContributionId | None:
        """The contribution of which something is half-quoted on disk."""
        number = ContributionId(number_in(self._bridge.draft(_DRAFT).partition(" ")[0]))
        return number if number in self._bridge.session.contributions else None

    def show_entry(self, entry: ContributionId) -> None:
        """Quote from this contribution; what was half-quoted of it comes back."""
        if entry == self._entry:
            return
        self.keep_draft()
        themes = self._bridge.session.contributions[entry].themes
        self._entry, self._themes = entry, themes if len(themes) == 1 else self._themes
        self.field.setPlainText(self._bridge.draft(_DRAFT).partition(" ")[2] if self.drafted == entry else "")
        self._say()

    def quote(self, text: str) -> None:
        """Put a stretch of the text into the field, with the cursor before it for the signs."""
        self.field.setPlainText(text)
        self.field.moveCursor(self.field.textCursor().MoveOperation.Start)
        self.field.setFocus()

    @Slot()
    def take(self) -> None:
        """Note the quotation."""
        typed = parse_note(self.field.plain, self._bridge.session.themes)
        known = {theme.number: theme.id for theme in self._bridge.session.themes}
        numbers = typed.themes
        if numbers is not None and not known.keys() >= set(numbers):
            self.said.setText(self.tr("There is no theme of that number."))
            return
        if not typed.text or self._entry is None:
            return
        kind = typed.kind or self._kind
        themes = self._themes if numbers is None else tuple(known[number] for number in numbers)
        if self._bridge.execute(TakeNote(typed.text, kind, themes, contribution=self._entry)):
            self._kind, self._themes = kind, themes
            self.leave()

    @Slot()
    def leave(self) -> None:
        """Empty the field and go back to the text."""
        self.field.setPlainText("")
        self.keep_draft()
        self.left.emit()

    @Slot()
    def _put_off(self) -> None:
        """Empty the field and go back to the text; undo brings back what was written."""
        ERASURES.erase(self.field)
        self.keep_draft()
        self.left.emit()

    @Slot()
    def keep_draft(self) -> None:
        """Keep what is half-quoted on disk."""
        self._soon.stop()
        text = self.field.plain
        draft = f"{self._entry} {text}" if text and self._entry is not None else ""
        if self._entry is not None and draft != self._bridge.draft(_DRAFT):
            self._bridge.keep_draft(_DRAFT, draft)

    @Slot()
    def _on_typed(self) -> None:
        self._soon.ask()
        self._say()

    def _say(self) -> None:
        session = self._bridge.session
        typed = parse_note(self.field.plain, session.themes)
        numbers = typed.themes
        if numbers is None:
            numbers = tuple(theme.number for theme in session.themes if theme.id in self._themes)
        mark = " ".join(f"#{number}" for number in numbers)
        self.kind.setText(f"{mark} {labels.word(typed.kind or self._kind)}".strip())
        self.said.clear()
