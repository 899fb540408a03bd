"""The notes that are shown: of this speech, of a theme, all, or those looked for; by time, speaker, kind."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ipu_session.domain.model.ids import ContributionId, InterventionId, NoteId, ThemeId
from ipu_session.domain.model.session import Session
from ipu_session.service.notes_projection import Found
from ipu_session.service.session_service import Committed
from ipu_session.ui.core.session_bridge import Bridge
from ipu_session.ui.debate.notes.note_rows import By, Written, keys, note_line, written_keys, written_line
from ipu_session.ui.strings.literal_text import set_tip
from ipu_session.ui.widgets.announcements import StatusLabel
from ipu_session.ui.widgets.factories import label, named, row_action
from ipu_session.ui.widgets.flow_layout import FlowRow
from ipu_session.ui.widgets.rows.lazy_rows_model import LongLines
from ipu_session.ui.widgets.rows.rows_model import Line
from ipu_session.ui.widgets.rows.tables import WRAPPED, choose_row, current_row, table
from ipu_session.ui.widgets.text.cleared_texts import ERASURES
from ipu_session.ui.widgets.text.undoable_fields import LineEdit

SPEECH, THEME, ALL = range(3)
_WHO = 3
_FIXED = {0: "00:00:00", 1: "1 2 3 !", _WHO: "Switzerland"}
"""The columns that never change their width, with a text that fits into each."""
_BESIDE = 14
_FIND_LETTERS = 16
_FED_AT_ONCE = 100
_FED_AFTER_MS = 150
"""The window is to be laid out and painted first."""
_BY = tuple(
    map(
        str,
        (
            QT_TRANSLATE_NOOP("Debate", "by time"),
            QT_TRANSLATE_NOOP("Debate", "by speaker"),
            QT_TRANSLATE_NOOP("Debate", "by kind"),
        ),
    )
)


class NotesShown(QWidget):
    """A list with what is asked of it below; ``themes`` are those of the line."""

    find_left = Signal()
    """The search was given up, and the keyboard with it."""

    def __init__(
        self, bridge: Bridge, themes: Callable[[], tuple[ThemeId, ...]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._line_themes = themes
        self._scope = SPEECH
        self._by = By.TIME
        self._speech: InterventionId | None = None
        """The intervention asked for; None for the one that has the floor, or had it last."""
        self._floor: InterventionId | None = bridge.session.speaking
        self._found: tuple[ContributionId, ...] = ()
        """The written contributions that were found with the notes."""
        self.find_line = self._make_find_line()
        headings = (self.tr("Time"), "", self.tr("Note"), self.tr("Who"))
        self.model = LongLines(headings, self._line, self)
        self.list = self._make_list()
        self.source = label("", "quiet", wrap=True)
        self.found = StatusLabel(role="quiet", wrap=True)
        self.order = self._make_order()
        self._scopes = QButtonGroup(self)
        self._lay_out()
        bridge.committed.connect(self._on_committed)
        # While nothing else is to be done: a debate of a hundred thousand notes takes seconds.
        self._feeding = QTimer(self)
        self._feeding.timeout.connect(self._feed)
        self._feeding.start(_FED_AFTER_MS)
        self.refresh()

    @property
    def chosen(self) -> NoteId | None:
        """The note that the keyboard is on."""
        return self._note_at(current_row(self.list))

    @property
    def written(self) -> tuple[ContributionId, str] | None:
        """The contribution that the keyboard is on, or that the note there quotes; and the words to go to."""
        key = self.model.key(current_row(self.list))
        if isinstance(key, Written):
            return key.entry, self.find_line.text()
        note = None if self.chosen is None else self._bridge.session.notes[self.chosen]
        return None if note is None or note.contribution is None else (note.contribution, note.text)

    @property
    def above(self) -> NoteId | None:
        """The note above it."""
        return self._note_at(current_row(self.list) - 1)

    def focus_find(self) -> None:
        """Put the keyboard into *find*."""
        self.find_line.setFocus()
        self.find_line.selectAll()

    @Slot()
    def leave_find(self) -> None:
        """Show again what was shown before the search."""
        had_focus = self.find_line.hasFocus() or self.list.hasFocus()
        ERASURES.erase(self.find_line)
        if had_focus:
            self.find_left.emit()

    def show_speech(self, speech: InterventionId) -> None:
        """Show the notes of an intervention, with the keyboard on them."""
        self._speech = speech
        self.show_scope(SPEECH)
        self.list.setFocus()

    def show_note(self, note: NoteId) -> None:
        """Show a note among those of its intervention, or among all, with the keyboard on it."""
        self.find_line.clear()
        self._speech = self._bridge.session.notes[note].intervention
        self.show_scope(ALL if self._speech is None else SPEECH)
        choose_row(self.list, max(0, self.model.row_of(note)))
        self.list.setFocus()

    @Slot(int)
    def show_scope(self, scope: int) -> None:
        """Show the notes of this speech, of the line's theme, or all."""
        if scope != SPEECH:
            self._speech = None
        self._scope = scope
        self._scopes.button(scope).setChecked(True)
        self.refresh()

    @Slot()
    def next_scope(self) -> None:
        """Show the next scope: this speech, theme, all."""
        self.show_scope((self._scope + 1) % 3)

    @Slot()
    def next_order(self) -> None:
        """Sort by the next: time, speaker, kind."""
        self._by = By((self._by + 1) % len(By))
        self.order.setText(QCoreApplication.translate("Debate", _BY[self._by]))
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show what is asked for as the session stands; the keyboard stays on its note."""
        session = self._bridge.session
        before, rows_before = current_row(self.list), self.model.rowCount()
        chosen = self.model.key(before)
        was_last = before == rows_before - 1 and not isinstance(chosen, Written)
        self._found = ()
        shown = keys(session, self._bridge.notebook, self._wanted(session), self._by)
        last = len(shown) - 1
        shown += written_keys(self._found)
        rows = self.list.verticalHeader()
        wrapped = len(shown) <= WRAPPED
        if not wrapped:
            rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.model.show_keys(shown)
        if wrapped:
            # Only now: before, the rows to be measured were those of the longer list.
            rows.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        # In one speech everybody is the same.
        self.list.setColumnHidden(_WHO, self._scope == SPEECH and not self.find_line.text())
        kept = self.model.row_of(chosen) if chosen is not None else -1
        if kept >= 0 and not was_last:
            choose_row(self.list, kept)
        elif 0 <= before < rows_before - 1 and len(shown) == rows_before - 1:
            # One was struck out: the keyboard stays where it was.
            choose_row(self.list, before)
        elif shown:
            choose_row(self.list, last if last >= 0 else len(shown) - 1)
            self.list.scrollToBottom()

    def _wanted(self, session: Session) -> Sequence[NoteId]:
        """Return the notes that are asked for, in the order they were taken."""
        notebook = self._bridge.notebook
        looked_for = self.find_line.text().strip()
        found = notebook.find(looked_for) if looked_for else None
        self._tell_found(found)
        of_theme = found is None and self._scope == THEME
        self.source.setVisible(of_theme)
        if found is not None:
            self._found = found.contributions
            return found.notes
        if self._scope == ALL:
            return notebook.all
        if of_theme:
            return self._of_themes(session)
        if self._speech in session.interventions:
            return notebook.of_speech(self._speech)
        latest = (
            session.speaking if session.speaking is not None else max(session.interventions, default=None)
        )
        return notebook.of_speech(latest)

    def _tell_found(self, found: Found | None) -> None:
        """Say how much was found, or that nothing was."""
        self.found.setVisible(found is not None)
        if found is None:
            self.found.clear()
            return
        count = len(found.notes) + len(found.contributions)
        if found.more:
            self.found.setText(self.tr("More were found: the latest 500 are shown."))
        elif count:
            self.found.setText(self.tr("{count} found").format(count=count))
        else:
            self.found.setText(self.tr("Nothing is found."))

    def _of_themes(self, session: Session) -> Sequence[NoteId]:
        """Return the notes on the line's themes, each once, and show where the concept note names these."""
        ids = self._line_themes()
        chosen = [theme for theme in session.themes if theme.id in ids]
        lines = [f"{t.number} {t.title}" + (f" – {t.source}" if t.source else "") for t in chosen]
        self.source.setText("\n".join(lines) or self.tr("Notes without a theme"))
        notebook = self._bridge.notebook
        return list(dict.fromkeys(note for theme in ids or (None,) for note in notebook.of_theme(theme)))

    def _line(self, key: object) -> Line:
        """Return the row of a note, or of a heading."""
        session = self._bridge.session
        if isinstance(key, Written):
            entry = session.contributions.get(key.entry)
            typed = self.find_line.text()
            return written_line(session, entry, typed) if entry else Line(("", "", "", ""))
        if not isinstance(key, int):
            return Line(("", "", str(key), ""), heading=True)
        note = session.notes.get(NoteId(key))
        if note is None:
            return Line(("", "", "", ""))
        return note_line(session, note, self._bridge.now())

    def _note_at(self, row: int) -> NoteId | None:
        key = self.model.key(row)
        return NoteId(key) if isinstance(key, int) else None

    @Slot()
    def _feed(self) -> None:
        """Let more notes be found, as long as there are any that cannot be yet."""
        if self._feeding.interval():
            self._feeding.setInterval(0)
        if self._bridge.notebook.feed(_FED_AT_ONCE):
            return
        self._feeding.stop()
        if self.find_line.text():
            self.refresh()

    @Slot()
    def _to_list(self) -> None:
        self.list.setFocus()

    @Slot(Committed)
    def _on_committed(self, committed: Committed) -> None:
        if committed.session.speaking != self._floor:
            self._floor, self._speech = committed.session.speaking, None
        self.refresh()

    def _make_find_line(self) -> LineEdit:
        made = LineEdit()
        named(made, self.tr("Find in all notes"), "Ctrl+F")
        made.setPlaceholderText(self.tr("find (Ctrl+F)"))
        made.setClearButtonEnabled(True)
        made.setMinimumWidth(_FIND_LETTERS * self.fontMetrics().averageCharWidth())
        made.textChanged.connect(self.refresh)
        made.returnPressed.connect(self._to_list)
        row_action(made, self.tr("End the search"), "Esc", self.leave_find)
        return made

    def _make_order(self) -> QPushButton:
        made = QPushButton(QCoreApplication.translate("Debate", _BY[By.TIME]))
        made.setProperty("role", "chip")
        set_tip(made, "Ctrl+Shift+PgDown")
        made.clicked.connect(self.next_order)
        return made

    def _make_list(self) -> QTableView:
        made = table(self.model, self.tr("Notes"), (2,), wrap=True)
        # Scrolled beyond the end of what comes, the view would measure every row.
        self.model.modelAboutToBeReset.connect(made.scrollToTop)
        row_action(made, self.tr("End the search"), "Esc", self.leave_find)
        columns = made.horizontalHeader()
        # What each of these columns says is about as wide in every row: nothing has to be measured.
        for column, text in _FIXED.items():
            columns.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            columns.resizeSection(column, self.fontMetrics().horizontalAdvance(text) + _BESIDE)
        return made

    def _make_scopes(self) -> FlowRow:
        row = FlowRow(spacing=3)
        for number, text in enumerate((self.tr("This speech"), self.tr("Theme"), self.tr("All"))):
            made = QPushButton(text)
            made.setCheckable(True)
            made.setChecked(number == SPEECH)
            made.setProperty("role", "chip")
            set_tip(made, "Ctrl+PgDown")
            self._scopes.addButton(made, number)
            row.addWidget(made)
        self._scopes.idClicked.connect(self.show_scope)
        row.addWidget(self.order)
        row.addWidget(self.find_line)
        return row

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(5)
        layout.addWidget(self.source)
        layout.addWidget(self.list, 1)
        layout.addLayout(self._make_scopes())
        layout.addWidget(self.found)
