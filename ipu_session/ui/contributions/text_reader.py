"""The text of a contribution, read only: found in, and quoted from."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from ipu_session.domain.model.ids import ContributionId
from ipu_session.domain.model.session import Contribution
from ipu_session.domain.text.text_search import Place, places_of
from ipu_session.ui.contributions import table_rows
from ipu_session.ui.contributions.quote_line import QuoteLine
from ipu_session.ui.core.session_bridge import Bridge
from ipu_session.ui.strings.dates import day_in_words
from ipu_session.ui.widgets.announcements import StatusLabel
from ipu_session.ui.widgets.factories import button, label, named, row_action
from ipu_session.ui.widgets.text.undoable_fields import LineEdit, TextEdit

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class _Text(TextEdit):
    """Read by the keyboard: arrows, Shift and arrows select, Enter quotes."""

    quoted = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        keyboard = Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(keyboard | Qt.TextInteractionFlag.TextSelectableByMouse)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter and Escape; the rest moves in the text."""
        if Qt.Key(event.key()) in _ENTER:
            self.quoted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class ContributionReader(QWidget):
    """Heading, a line to find in the text, the text, a line to quote with."""

    left = Signal()
    """Escape was pressed: back to the register."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.entry: ContributionId | None = None
        self._text = ""
        self._places: tuple[Place, ...] = ()
        self._at = 0
        """Which of the places is gone to."""
        self.heading = label("", "heading", wrap=True)
        self.find_line = LineEdit()
        named(self.find_line, self.tr("Find in the text"), "Ctrl+Shift+F")
        self.find_line.setPlaceholderText(self.tr("find in the text (Ctrl+Shift+F); Enter: the next place"))
        self.count = StatusLabel(role="quiet")
        self.text = _Text()
        named(self.text, self.tr("Text of the contribution"), self.tr("Enter quotes what is selected"))
        self.quote = QuoteLine(bridge)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.text)

    def show_entry(self, entry: Contribution, typed: str = "") -> None:
        """Show a contribution at the place where what was typed stands."""
        self.entry = entry.id
        self._name(entry)
        self._text = entry.text
        self.text.setPlainText(entry.text or self.tr("No text was read from its file."))
        self.quote.show_entry(entry.id)
        self.find_line.setText(typed)
        self._find()

    def refresh(self) -> None:
        """Follow what was corrected; what was removed is left."""
        entry = self._bridge.session.contributions.get(self.entry or ContributionId(0))
        if entry is None:
            self.entry = None
            self.left.emit()
        elif entry.text != self._text:
            self.show_entry(entry, self.find_line.text())
        else:
            self._name(entry)

    @Slot()
    def quote_selected(self) -> None:
        """Put what is selected into the line that notes it."""
        selected = self.text.textCursor().selectedText().replace("\u2029", "\n")
        if text := " ".join(selected.split()):
            self.quote.quote(text)
        else:
            self.quote.setFocus()

    @Slot()
    def next_place(self) -> None:
        """Go to the next place found."""
        self._go(1)

    @Slot()
    def previous_place(self) -> None:
        """Go to the place found before."""
        self._go(-1)

    @Slot()
    def focus_find(self) -> None:
        """Put the keyboard into *find*."""
        self.find_line.setFocus()
        self.find_line.selectAll()

    def _name(self, entry: Contribution) -> None:
        session = self._bridge.session
        parts = (
            table_rows.delegation_of(session, entry),
            entry.title or entry.file,
            day_in_words(entry.received),
        )
        self.heading.setText(" – ".join(filter(None, parts)))

    @Slot()
    def _find(self) -> None:
        self._places = places_of(self._text, self.find_line.text())
        self._at = 0
        self._mark()
        self._go(0)

    def _go(self, by: int) -> None:
        if not self._places:
            self.count.setText(self.tr("not found") if self.find_line.text().strip() else "")
            return
        self._at = (self._at + by) % len(self._places)
        place = self._places[self._at]
        self.text.setTextCursor(self._cursor(place))
        self.text.centerCursor()
        said = self.tr("{number} of {count}")
        self.count.setText(said.format(number=self._at + 1, count=len(self._places)))

    def _mark(self) -> None:
        look = QTextCharFormat()
        look.setFontUnderline(True)
        marks = []
        for place in self._places[:500]:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = self._cursor(place)
            mark.format = look
            marks.append(mark)
        self.text.setExtraSelections(marks)

    def _cursor(self, place: Place) -> QTextCursor:
        cursor = self.text.textCursor()
        cursor.setPosition(_units(self._text, place.start))
        cursor.setPosition(_units(self._text, place.end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    @Slot()
    def _leave(self) -> None:
        self.quote.keep_draft()
        self.left.emit()

    def _connect(self) -> None:
        self.find_line.textChanged.connect(self._find)
        self.find_line.returnPressed.connect(self.next_place)
        row_action(self.find_line, self.tr("The place before"), "Shift+Return", self.previous_place)
        row_action(self.find_line, self.tr("To the text"), "Down", self.text.setFocus)
        row_action(self.find_line, self.tr("Back to the register"), "Esc", self._leave)
        self.text.quoted.connect(self.quote_selected)
        self.text.left.connect(self._leave)
        self.quote.left.connect(self.text.setFocus)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.find_line, 1)
        top.addWidget(self.count)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.heading)
        layout.addLayout(top)
        layout.addWidget(self.text, 1)
        layout.addWidget(
            label(
                self.tr("Shift and the arrows select; Enter quotes; Esc: back to the register"),
                "quiet",
                wrap=True,
            )
        )
        layout.addWidget(self.quote)
        back = QHBoxLayout()
        back.addWidget(button(self.tr("Back to the register"), self._leave, self.tr("Escape")))
        back.addStretch(1)
        layout.addLayout(back)


def _units(text: str, at: int) -> int:
    """Return a place as Qt counts it: in units of UTF-16."""
    return len(text[:at].encode("utf-16-le", "surrogatepass")) // 2
