"""The notes: themes, what was noted, and the line."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipu_session.domain import commands as c
from ipu_session.domain.model.ids import InterventionId, NoteId, ThemeId
from ipu_session.domain.rejections import Reason
from ipu_session.ui.core.session_bridge import Bridge
from ipu_session.ui.debate.notes.note_line import NoteLine
from ipu_session.ui.debate.notes.notes_list import NotesShown
from ipu_session.ui.debate.notes.theme_chips import ThemeChips
from ipu_session.ui.keyboard.ctrl_hold_tracker import HELD
from ipu_session.ui.strings import labels
from ipu_session.ui.widgets.factories import row_action
from ipu_session.ui.widgets.rows.row_target import acted_on
from ipu_session.ui.widgets.shrinkable import SplitterPane


class NotesPane(SplitterPane):
    """The right pane of the debate."""

    speech_asked = Signal(int)
    """An intervention that is to be shown among those held."""
    contribution_asked = Signal(int, str)
    """A written contribution that is to be read, at the place where these words stand."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._bridge = bridge
        self.note = NoteLine(bridge, self)
        self.shown = NotesShown(bridge, self._line_themes, self)
        self.themes = ThemeChips(bridge, self._line_themes, self)
        self.themes.asked.connect(self.choose_theme)
        self.themes.left.connect(self.focus_note)
        self.shown.find_left.connect(self.focus_note)
        self.note.themed.connect(self.themes.refresh)
        self.note.themed.connect(self.shown.refresh)
        self._hold: int | None = None
        """The holding of Ctrl in which the latest digit was pressed."""
        self._number = 0
        self._make_actions()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.setSpacing(5)
        layout.addWidget(self.themes)
        layout.addWidget(self.shown, 1)
        layout.addWidget(self.note)

    @Slot()
    def focus_note(self) -> None:
        """Put the keyboard into the note line."""
        self.note.line.setFocus()

    def focus_find(self) -> None:
        """Put the keyboard into *find*."""
        self.shown.focus_find()

    def keep_draft(self) -> None:
        """Keep the half-typed note on disk."""
        self.note.keep_draft()

    @Slot()
    def edit(self) -> None:
        """Correct the chosen note in the line."""
        if self.shown.written is not None and self.shown.chosen is None:
            self.ask_for_speech()
        elif (note := self._asked()) is not None:
            self.note.edit(note)

    @Slot()
    def delete(self) -> None:
        """Strike the chosen note out."""
        if (note := self._asked()) is not None:
            self._bridge.execute(c.DeleteNote(note))

    @Slot()
    def restrict(self) -> None:
        """Keep the chosen note out of the report, or let it in again."""
        if (note := self._asked()) is not None:
            self._bridge.execute(c.RestrictNote(note, not self._bridge.session.notes[note].restricted))

    @Slot()
    def join(self) -> None:
        """Join the chosen note to the one above it."""
        note, above = self._asked(), self.shown.above
        if note is not None and above is not None:
            self._bridge.execute(c.JoinNotes(above, note))
        elif note is not None:
            self._bridge.unable.emit(self.tr("There is no note above it to join it to."))

    @Slot()
    def ask_for_speech(self) -> None:
        """Ask to be shown the intervention that the chosen note belongs to, or what was written."""
        if (written := self.shown.written) is not None:
            self.contribution_asked.emit(*written)
            return
        note = self._asked()
        speech = None if note is None else self._bridge.session.notes[note].intervention
        if speech is not None:
            self.speech_asked.emit(speech)
        elif note is not None:
            self._bridge.unable.emit(self.tr("This note belongs to no intervention."))

    def _asked(self) -> NoteId | None:
        nothing = self.tr("No note is chosen; there is none in this view.")
        return acted_on(self._bridge, self.shown.list, self.shown.chosen, nothing)

    def show_speech(self, speech: InterventionId) -> None:
        """Show the notes of an intervention, with the keyboard on them."""
        self.shown.show_speech(speech)

    def show_note(self, note: NoteId) -> None:
        """Show a note among those of its intervention, with the keyboard on it."""
        self.shown.show_note(note)

    @Slot()
    def to_previous(self) -> None:
        """Bind the chosen note, the line that is half-typed, or the last note to the speaker before."""
        on_list = self.shown.list.hasFocus()
        if self.note.begun and not on_list:
            self.note.to_previous()
            return
        latest = self._bridge.notebook.all[-1:]
        note_id = self.shown.chosen if on_list else max(latest, default=None)
        if note_id is None:
            self._bridge.unable.emit(self.tr("There is no note yet."))
            return
        session = self._bridge.session
        bound = session.notes[note_id].intervention
        earlier = [each for each in session.interventions if bound is None or each < bound]
        if earlier:
            self._bridge.execute(c.MoveNote(note_id, max(earlier)))
        else:
            self._bridge.unable.emit(self.tr("Nobody spoke before that."))

    @Slot()
    def _on_digit(self) -> None:
        """Choose a theme by its number, of several digits while Ctrl is held; 0 alone begins a new theme."""
        digit, hold = int(self.sender().property("digit")), HELD.hold
        goes_on = hold is not None and hold == self._hold and self._number > 0
        number = 10 * self._number + digit if goes_on else digit
        known = {theme.number for theme in self._bridge.session.themes}
        if number not in known and digit in known:
            number = digit
        self._hold, before, self._number = hold, self._number if goes_on else 0, number
        if not number:
            self.themes.begin_theme()
        elif number not in known:
            self._bridge.unable.emit(labels.refusal(Reason.UNKNOWN_THEME.value))
        else:
            if before in known and before != number:
                self.choose_theme(before)
            self.choose_theme(number)

    @Slot(int)
    def choose_theme(self, number: int) -> None:
        """Set the theme of the line; of the chosen note while the list has the keyboard."""
        theme = next((t for t in self._bridge.session.themes if t.number == number), None)
        if theme is None:
            return
        note_id = self.shown.chosen if self.shown.list.hasFocus() else None
        if note_id is None:
            self.note.choose_theme(theme.id)
            return
        old = self._bridge.session.notes[note_id].themes
        new = tuple(t for t in old if t != theme.id) if theme.id in old else (*old, theme.id)
        self._bridge.execute(c.ThemeNote(note_id, new))

    def _line_themes(self) -> tuple[ThemeId, ...]:
        return self.note.themes

    def _make_actions(self) -> None:
        for text, key, slot in (
            (self.tr("Correct the note"), "F4", self.edit),
            (self.tr("Correct the note"), "Return", self.edit),
            (self.tr("Join to the one above"), "Ctrl+J", self.join),
            (self.tr("Show its intervention or text"), "Ctrl+Return", self.ask_for_speech),
            (self.tr("For the report or not"), "Ctrl+R", self.restrict),
            (self.tr("Strike out"), "Delete", self.delete),
        ):
            row_action(self.shown.list, text, key, slot)
        self.shown.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        for digit in range(1, 10):
            text = self.tr("Theme {number}; with Ctrl held, a further digit for those above 9")
            self._shortcut(f"Ctrl+{digit}", text.format(number=digit), self._on_digit).setProperty(
                "digit", digit
            )
        text = self.tr("A theme that the floor brought up; 0 behind another digit")
        self._shortcut("Ctrl+0", text, self._on_digit).setProperty("digit", 0)
        self._shortcut("Ctrl+Shift+P", self.tr("To the speaker before"), self.to_previous)
        self._shortcut("Ctrl+PgDown", self.tr("This speech, theme, all"), self.shown.next_scope)
        self._shortcut("Ctrl+Shift+PgDown", self.tr("By time, speaker, kind"), self.shown.next_order)

    def _shortcut(self, key: str, text: str, slot: Callable[[], object]) -> QShortcut:
        made = QShortcut(QKeySequence(key), self)
        made.setWhatsThis(text)
        made.setAutoRepeat(False)
        made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.activated.connect(slot)
        return made
