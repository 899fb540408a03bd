"""Line that takes a quotation from a contribution, with the tags of the note line, such as ``#2`` and ``!``."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ipu_session.domain.commands import TakeNote
from ipu_session.domain.model.ids import ContributionId, ThemeId
from ipu_session.domain.model.session import NoteKind
from ipu_session.domain.text.note_syntax import parse_note
from ipu_session.ui.core.draft_parsing import parse_id
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.core.timers import ThrottleTimer
from ipu_session.ui.strings import labels
from ipu_session.ui.widgets.announcements import StatusLabel
from ipu_session.ui.widgets.factories import make_label, set_accessible_name
from ipu_session.ui.widgets.text.cleared_texts import CLEARED_TEXTS
from ipu_session.ui.widgets.text.undoable_fields import TextEdit

_DRAFT_KEY = "contribution-quote"
_VISIBLE_LINES = 3
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class _QuoteTextEdit(TextEdit):
    """Text edit in which Enter submits and Escape cancels."""

    submitted = Signal()
    cancelled = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Emit `submitted` on Enter and `cancelled` on Escape."""
        if Qt.Key(event.key()) in _ENTER:
            if not event.isAutoRepeat():
                self.submitted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)


class QuoteLine(QWidget):
    """Takes notes that quote a contribution; the next note has the same kind and themes unless its tags name others."""

    closed = Signal()
    """The quotation was submitted or cancelled."""

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._entry: ContributionId | None = None
        self._kind = NoteKind.QUOTATION
        self._themes: tuple[ThemeId, ...] = ()
        self.field = _QuoteTextEdit()
        set_accessible_name(self.field, self.tr("Quote as a note"), self.tr("Enter notes it, Escape leaves it"))
        self.field.setPlaceholderText(
            self.tr("#2 theme · ! proposal · + good practice · ? question, then the quotation")
        )
        self.field.setFixedHeight(self.fontMetrics().lineSpacing() * _VISIBLE_LINES + 14)
        self.kind_label = make_label("")
        self.message = StatusLabel(role="alarm", wrap=True)
        self._throttle = ThrottleTimer(self.save_draft, self)
        top = QHBoxLayout()
        top.addWidget(self.kind_label)
        top.addWidget(self.field, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(top)
        layout.addWidget(self.message)
        self.setFocusProxy(self.field)
        self.field.textChanged.connect(self._on_text_changed)
        self.field.submitted.connect(self.submit)
        self.field.cancelled.connect(self._cancel)

    @property
    def draft_entry(self) -> ContributionId | None:
        """The contribution of the half-typed quotation stored as a draft; None if there is none."""
        number = ContributionId(parse_id(self._bridge.load_draft(_DRAFT_KEY).partition(" ")[0]))
        return number if number in self._bridge.session.contributions else None

    def set_entry(self, entry: ContributionId) -> None:
        """Quote from this contribution; restore its half-typed quotation if that is the stored draft."""
        if entry == self._entry:
            return
        self.save_draft()
        themes = self._bridge.session.contributions[entry].themes
        self._entry, self._themes = entry, themes if len(themes) == 1 else self._themes
        self.field.setPlainText(
            self._bridge.load_draft(_DRAFT_KEY).partition(" ")[2] if self.draft_entry == entry else ""
        )
        self._refresh()

    def set_quote(self, text: str) -> None:
        """Replace the text of the field by ``text``, with the cursor at its start, where tags may be typed."""
        self.field.setPlainText(text)
        self.field.moveCursor(self.field.textCursor().MoveOperation.Start)
        self.field.setFocus()

    @Slot()
    def submit(self) -> None:
        """Take the quotation as a note and clear the field; show an error instead if a theme's number is unknown."""
        parsed = parse_note(self.field.plain_text, self._bridge.session.themes)
        themes_by_number = {theme.number: theme.id for theme in self._bridge.session.themes}
        numbers = parsed.themes
        if numbers is not None and not themes_by_number.keys() >= set(numbers):
            self.message.setText(self.tr("There is no theme of that number."))
            return
        if not parsed.text or self._entry is None:
            return
        kind = parsed.kind or self._kind
        themes = self._themes if numbers is None else tuple(themes_by_number[number] for number in numbers)
        if self._bridge.execute(TakeNote(parsed.text, kind, themes, contribution=self._entry)):
            self._kind, self._themes = kind, themes
            self.finish()

    @Slot()
    def finish(self) -> None:
        """Clear the field and emit `closed`."""
        self.field.setPlainText("")
        self.save_draft()
        self.closed.emit()

    @Slot()
    def _cancel(self) -> None:
        """Clear the field and emit `closed`; undo restores the text."""
        CLEARED_TEXTS.clear_field(self.field)
        self.save_draft()
        self.closed.emit()

    @Slot()
    def save_draft(self) -> None:
        """Save the half-typed quotation to disk."""
        self._throttle.stop()
        text = self.field.plain_text
        draft = f"{self._entry} {text}" if text and self._entry is not None else ""
        if self._entry is not None and draft != self._bridge.load_draft(_DRAFT_KEY):
            self._bridge.save_draft(_DRAFT_KEY, draft)

    @Slot()
    def _on_text_changed(self) -> None:
        self._throttle.trigger()
        self._refresh()

    def _refresh(self) -> None:
        session = self._bridge.session
        parsed = parse_note(self.field.plain_text, session.themes)
        numbers = parsed.themes
        if numbers is None:
            numbers = tuple(theme.number for theme in session.themes if theme.id in self._themes)
        tags = " ".join(f"#{number}" for number in numbers)
        self.kind_label.setText(f"{tags} {labels.enum_label(parsed.kind or self._kind)}".strip())
        self.message.clear()
