"""Read-only view of a contribution's text, with search and quoting."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from ipu_session.domain.model.ids import ContributionId
from ipu_session.domain.model.session import Contribution
from ipu_session.domain.text.text_search import TextMatch, find_matches
from ipu_session.ui.actions.action_factory import ActionSlot, add_actions, key_text, make_action_button
from ipu_session.ui.actions.contributions_actions import CONTRIBUTION_SEARCH_ACTIONS
from ipu_session.ui.actions.window_actions import SESSION_ACTIONS
from ipu_session.ui.contributions import register_rows
from ipu_session.ui.contributions.quote_line import QuoteLine
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.strings.dates import format_long_date
from ipu_session.ui.widgets.announcements import StatusLabel
from ipu_session.ui.widgets.factories import make_label, set_accessible_name
from ipu_session.ui.widgets.text.undoable_fields import LineEdit, TextEdit

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class _ReaderTextEdit(TextEdit):
    """Read-only text edit with a cursor: arrow keys move it, with Shift they select, Enter quotes the selection."""

    quote_requested = Signal()
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        keyboard = Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(keyboard | Qt.TextInteractionFlag.TextSelectableByMouse)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Emit `quote_requested` on Enter and `cancelled` on Escape."""
        if Qt.Key(event.key()) in _ENTER:
            self.quote_requested.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)


class ContributionReader(QWidget):
    """Heading, search line, text and quote line of a contribution."""

    closed = Signal()
    """Return to the register: the user closed the reader, or the entry was removed."""

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.entry: ContributionId | None = None
        self._shown_text = ""
        self._matches: tuple[TextMatch, ...] = ()
        self._match_index = 0
        """Index of the current match in ``_matches``."""
        self.heading = make_label("", "heading", wrap=True)
        self.search_line = LineEdit()
        set_accessible_name(self.search_line, self.tr("Find in the text"), key_text(SESSION_ACTIONS["find"]))
        self.search_line.setPlaceholderText(self.tr("find in the text (Ctrl+F); Enter: the next place"))
        self.match_count_label = StatusLabel(role="quiet")
        self.text_view = _ReaderTextEdit()
        set_accessible_name(
            self.text_view, self.tr("Text of the contribution"), self.tr("Enter quotes what is selected")
        )
        self.quote_line = QuoteLine(bridge)
        self._build_ui()
        self._connect_signals()
        self.setFocusProxy(self.text_view)

    def show_entry(self, entry: Contribution, query: str = "") -> None:
        """Show a contribution and search it for ``query``."""
        self.entry = entry.id
        self._refresh_heading(entry)
        self._shown_text = entry.text
        self.text_view.setPlainText(entry.text or self.tr("No text was read from its file."))
        self.quote_line.set_entry(entry.id)
        self.search_line.setText(query)
        self._update_matches()

    def refresh(self) -> None:
        """Update the view from the session; close it if the entry was removed."""
        entry = self._bridge.session.contributions.get(self.entry or ContributionId(0))
        if entry is None:
            self.entry = None
            self.closed.emit()
        elif entry.text != self._shown_text:
            self.show_entry(entry, self.search_line.text())
        else:
            self._refresh_heading(entry)

    @Slot()
    def quote_selection(self) -> None:
        """Put the selected text into the quote line; if nothing is selected, only focus the line."""
        selected = self.text_view.textCursor().selectedText().replace("\u2029", "\n")
        if text := " ".join(selected.split()):
            self.quote_line.set_quote(text)
        else:
            self.quote_line.setFocus()

    @Slot()
    def find_next(self) -> None:
        """Go to the next match, from the last one to the first."""
        self._show_match(1)

    @Slot()
    def find_previous(self) -> None:
        """Go to the previous match, from the first one to the last."""
        self._show_match(-1)

    @Slot()
    def focus_search(self) -> None:
        """Focus the search line and select its text."""
        self.search_line.setFocus()
        self.search_line.selectAll()

    def _refresh_heading(self, entry: Contribution) -> None:
        session = self._bridge.session
        parts = (
            register_rows.delegation_name(session, entry),
            entry.title or entry.file,
            format_long_date(entry.received),
        )
        self.heading.setText(" – ".join(filter(None, parts)))

    @Slot()
    def _update_matches(self) -> None:
        self._matches = find_matches(self._shown_text, self.search_line.text())
        self._match_index = 0
        self._highlight_matches()
        self._show_match(0)

    def _show_match(self, step: int) -> None:
        if not self._matches:
            self.match_count_label.setText(self.tr("not found") if self.search_line.text().strip() else "")
            return
        self._match_index = (self._match_index + step) % len(self._matches)
        match = self._matches[self._match_index]
        self.text_view.setTextCursor(self._create_cursor(match))
        self.text_view.centerCursor()
        count_text = self.tr("{number} of {count}")
        self.match_count_label.setText(count_text.format(number=self._match_index + 1, count=len(self._matches)))

    def _highlight_matches(self) -> None:
        text_format = QTextCharFormat()
        text_format.setFontUnderline(True)
        selections = []
        for match in self._matches[:500]:
            selection = QTextEdit.ExtraSelection()
            selection.cursor = self._create_cursor(match)
            selection.format = text_format
            selections.append(selection)
        self.text_view.setExtraSelections(selections)

    def _create_cursor(self, match: TextMatch) -> QTextCursor:
        cursor = self.text_view.textCursor()
        cursor.setPosition(_utf16_index(self._shown_text, match.start))
        cursor.setPosition(_utf16_index(self._shown_text, match.end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    @Slot()
    def _cancel(self) -> None:
        self.quote_line.save_draft()
        self.closed.emit()

    def _connect_signals(self) -> None:
        self.search_line.textChanged.connect(self._update_matches)
        self.search_line.returnPressed.connect(self.find_next)
        self.text_view.quote_requested.connect(self.quote_selection)
        self.text_view.cancelled.connect(self._cancel)
        self.quote_line.closed.connect(self.text_view.setFocus)

    def _build_ui(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.search_line, 1)
        top.addWidget(self.match_count_label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.heading)
        layout.addLayout(top)
        layout.addWidget(self.text_view, 1)
        layout.addWidget(
            make_label(
                self.tr("Shift and the arrows select; Enter quotes; Esc: back to the register"), "quiet", wrap=True
            )
        )
        layout.addWidget(self.quote_line)
        button_row = QHBoxLayout()
        slots: dict[str, ActionSlot] = {
            "contribution-find-previous": self.find_previous,
            "contribution-text": self.text_view.setFocus,
            "contribution-close": self._cancel,
        }
        actions = add_actions(self.search_line, CONTRIBUTION_SEARCH_ACTIONS, slots)
        button_row.addWidget(make_action_button(actions["contribution-close"]))
        button_row.addStretch(1)
        layout.addLayout(button_row)


def _utf16_index(text: str, index: int) -> int:
    """Return the index in UTF-16 code units (as Qt counts) of the character at ``index``."""
    return len(text[:index].encode("utf-16-le", "surrogatepass")) // 2
