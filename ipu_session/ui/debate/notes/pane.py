"""The notes: a line, themes, and what was noted in this speech, on this theme, or in all."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ipu_session.domain import commands as c
from ipu_session.domain.figures import untouched_themes
from ipu_session.domain.finder import fold
from ipu_session.domain.ids import InterventionId, NoteId
from ipu_session.domain.state import Note, Session, Theme
from ipu_session.service.session_service import Committed
from ipu_session.ui import wording
from ipu_session.ui.bridge import Bridge
from ipu_session.ui.debate.notes.note_line import NoteLine
from ipu_session.ui.debate.notes.rows import matches, note_lines
from ipu_session.ui.widgets.chip import Chip
from ipu_session.ui.widgets.lines_model import LinesModel
from ipu_session.ui.widgets.plain import label, named, row_action
from ipu_session.ui.widgets.tables import choose_row, current_row, table
from ipu_session.ui.widgets.text import LineEdit

_SPEECH, _THEME, _ALL = range(3)
_WHO = 3
_WHO_LETTERS = 11
_WRAPPED = 120
"""So many rows may be as high as their text; to measure thousands would take seconds."""


class NotesPane(QFrame):
    """The right pane of the debate."""

    speech_asked = Signal(int)
    """An intervention that is to be shown among those held."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._bridge = bridge
        self._scope = _SPEECH
        self._speech: InterventionId | None = None
        """The intervention asked for; None for the one that has the floor, or had it last."""
        self._floor: InterventionId | None = bridge.session.speaking
        self._themes: tuple[Theme, ...] | None = None
        self.note = NoteLine(bridge)
        self.find_line = LineEdit()
        named(self.find_line, self.tr("Find in all notes"), "Ctrl+F")
        self.find_line.setPlaceholderText(self.tr("find (Ctrl+F)"))
        self.find_line.setClearButtonEnabled(True)
        self.find_line.textChanged.connect(self._show_anew)
        self.model = LinesModel((self.tr("Time"), "", self.tr("Note"), self.tr("Who")), self)
        self.list = self._make_list()
        self.untouched = label("", "quiet", wrap=True)
        self._chips = QHBoxLayout()
        self._chip_group = QButtonGroup(self)
        self._chip_group.setExclusive(False)
        self._chip_group.idClicked.connect(self.choose_theme)
        self._chips.setSpacing(3)
        self._scopes = QButtonGroup(self)
        self._make_actions()
        self._lay_out()
        self.note.themed.connect(self._show_anew)
        bridge.committed.connect(self._on_committed)
        self._show(bridge.session)

    def focus_note(self) -> None:
        """Put the keyboard into the note line."""
        self.note.line.setFocus()

    def focus_find(self) -> None:
        """Put the keyboard into *find*."""
        self.find_line.setFocus()
        self.find_line.selectAll()

    def keep_draft(self) -> None:
        """Keep the half-typed note on disk."""
        self.note.keep_draft()

    @Slot(int)
    def show_scope(self, scope: int) -> None:
        """Show the notes of this speech, of the line's theme, or all."""
        if scope != _SPEECH:
            self._speech = None
        self._scope = scope
        self._scopes.button(scope).setChecked(True)
        self._show_anew()

    @Slot()
    def next_scope(self) -> None:
        """Show the next scope: this speech, theme, all."""
        self.show_scope((self._scope + 1) % 3)

    @Slot()
    def edit(self) -> None:
        """Correct the chosen note in the line."""
        if (note := self._chosen()) is not None:
            self.note.edit(note)

    @Slot()
    def delete(self) -> None:
        """Strike the chosen note out."""
        if (note := self._chosen()) is not None:
            self._bridge.execute(c.DeleteNote(note))

    @Slot()
    def restrict(self) -> None:
        """Keep the chosen note out of the report, or let it in again."""
        if (note := self._chosen()) is not None:
            self._bridge.execute(c.RestrictNote(note, not self._bridge.session.notes[note].restricted))

    @Slot()
    def join(self) -> None:
        """Join the chosen note to the one above it."""
        note, above = self._chosen(), self.model.key(current_row(self.list) - 1)
        if note is not None and isinstance(above, int):
            self._bridge.execute(c.JoinNotes(NoteId(above), note))

    @Slot()
    def ask_for_speech(self) -> None:
        """Ask to be shown the intervention that the chosen note belongs to."""
        note = self._chosen()
        speech = None if note is None else self._bridge.session.notes[note].intervention
        if speech is not None:
            self.speech_asked.emit(speech)

    def show_speech(self, speech: InterventionId) -> None:
        """Show the notes of an intervention, with the keyboard on them."""
        self._speech = speech
        self.show_scope(_SPEECH)
        self.list.setFocus()

    @Slot()
    def to_previous(self) -> None:
        """Bind the chosen note, the line that is half-typed, or the last note to the speaker before."""
        if self.note.begun and not self.list.hasFocus():
            self.note.to_previous()
            return
        note_id = self._chosen() if self.list.hasFocus() else max(self._bridge.session.notes, default=None)
        if note_id is None:
            return
        session = self._bridge.session
        bound = session.notes[note_id].intervention
        earlier = [each for each in session.interventions if bound is None or each < bound]
        if earlier:
            self._bridge.execute(c.MoveNote(note_id, max(earlier)))

    @Slot()
    def _on_theme_key(self) -> None:
        self.choose_theme(int(self.sender().property("number")))

    @Slot(int)
    def choose_theme(self, number: int) -> None:
        """Set the theme of the line; of the chosen note while the list has the keyboard."""
        theme = next((t for t in self._bridge.session.themes if t.number == number), None)
        if theme is None:
            return
        note_id = self._chosen() if self.list.hasFocus() else None
        if note_id is None:
            self.note.choose_theme(theme.id)
            return
        old = self._bridge.session.notes[note_id].themes
        new = tuple(t for t in old if t != theme.id) if theme.id in old else (*old, theme.id)
        self._bridge.execute(c.ThemeNote(note_id, new))

    @Slot(Committed)
    def _on_committed(self, committed: Committed) -> None:
        if committed.session.speaking != self._floor:
            self._floor, self._speech = committed.session.speaking, None
        self._show(committed.session)

    @Slot()
    def _show_anew(self) -> None:
        self._show(self._bridge.session)

    def _show(self, session: Session) -> None:
        if session.themes != self._themes:
            self._themes = session.themes
            self._lay_chips(session.themes)
        for number in range(self._chips.count()):
            item = self._chips.itemAt(number)
            chip = item.widget() if item is not None else None
            if isinstance(chip, QPushButton):
                chip.setChecked(chip.property("theme") in self.note.themes)
        self._show_notes(session)
        count = len(untouched_themes(session))
        self.untouched.setText(self.tr("themes untouched: {count}").format(count=count))

    def _show_notes(self, session: Session) -> None:
        chosen, before, rows_before = self._chosen(), current_row(self.list), self.model.rowCount()
        was_last = before == rows_before - 1
        offset_min = wording.offset_min(session, self._bridge.now().offset_min)
        looked_for = fold(self.find_line.text())
        wanted = partial(matches, session, looked_for) if looked_for else self._wanted
        lines = note_lines(session, offset_min, wanted)
        rows = self.list.verticalHeader()
        wrapped = len(lines) <= _WRAPPED
        if not wrapped:
            rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.model.show(lines)
        if wrapped:
            # Only now: before, the rows to be measured were those of the longer list.
            rows.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        # In one speech everybody is the same.
        self.list.setColumnHidden(_WHO, self._scope == _SPEECH and not self.find_line.text())
        kept = self.model.row_of(chosen) if chosen is not None else -1
        if kept >= 0 and not was_last:
            choose_row(self.list, kept)
        elif 0 <= before < rows_before - 1 and len(lines) == rows_before - 1:
            # One was struck out: the keyboard stays where it was.
            choose_row(self.list, before)
        elif lines:
            choose_row(self.list, len(lines) - 1)
            self.list.scrollToBottom()

    def _wanted(self, note: Note) -> bool:
        session = self._bridge.session
        if self._scope == _ALL:
            return True
        if self._scope == _THEME:
            return bool(set(self.note.themes) & set(note.themes)) if self.note.themes else not note.themes
        if self._speech in session.interventions:
            return note.intervention == self._speech
        latest = (
            session.speaking if session.speaking is not None else max(session.interventions, default=None)
        )
        return note.intervention == latest

    def _chosen(self) -> NoteId | None:
        key = self.model.key(current_row(self.list))
        return NoteId(key) if isinstance(key, int) else None

    def _lay_chips(self, themes: tuple[Theme, ...]) -> None:
        while (item := self._chips.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for theme in themes:
            chip = Chip(f"{theme.number} {theme.title}", f"Ctrl+{theme.number}")
            chip.setProperty("theme", theme.id)
            self._chip_group.addButton(chip, theme.number)
            self._chips.addWidget(chip, 1)

    def _make_list(self) -> QTableView:
        made = table(self.model, self.tr("Notes"), (2,), wrap=True)
        columns = made.horizontalHeader()
        columns.setSectionResizeMode(_WHO, QHeaderView.ResizeMode.Interactive)
        columns.resizeSection(_WHO, self.fontMetrics().averageCharWidth() * _WHO_LETTERS)
        return made

    def _make_actions(self) -> None:
        for text, key, slot in (
            (self.tr("Correct the note"), "F4", self.edit),
            (self.tr("Correct the note"), "Return", self.edit),
            (self.tr("Join to the one above"), "Ctrl+J", self.join),
            (self.tr("Show its intervention"), "Ctrl+Return", self.ask_for_speech),
            (self.tr("For the report or not"), "Ctrl+R", self.restrict),
            (self.tr("Strike out"), "Delete", self.delete),
        ):
            row_action(self.list, text, key, slot)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for number in range(1, 10):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.setContext(within)
            shortcut.setProperty("number", number)
            shortcut.activated.connect(self._on_theme_key)
        for key, slot in (("Ctrl+Shift+P", self.to_previous), ("Ctrl+PgDown", self.next_scope)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(within)
            shortcut.activated.connect(slot)

    def _lay_out(self) -> None:
        scopes = QHBoxLayout()
        scopes.setSpacing(3)
        for number, text in enumerate((self.tr("This speech"), self.tr("Theme"), self.tr("All"))):
            made = QPushButton(text)
            made.setCheckable(True)
            made.setChecked(number == _SPEECH)
            made.setProperty("role", "chip")
            made.setToolTip("Ctrl+PgDown")
            self._scopes.addButton(made, number)
            scopes.addWidget(made)
        self._scopes.idClicked.connect(self.show_scope)
        scopes.addWidget(self.find_line, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.setSpacing(5)
        layout.addLayout(self._chips)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.note)
        layout.addLayout(scopes)
        layout.addWidget(self.untouched)
