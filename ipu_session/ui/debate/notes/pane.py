"""The notes pane: themes, list of notes, and the note line."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipu_session.domain import commands as c
from ipu_session.domain.model.ids import InterventionId, NoteId, ThemeId
from ipu_session.domain.rejections import Reason
from ipu_session.ui.actions.action_factory import ActionSlot, add_actions
from ipu_session.ui.actions.notes_actions import NOTES_LIST_ACTIONS, NOTES_PANE_ACTIONS
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.debate.notes.note_line import NoteLine
from ipu_session.ui.debate.notes.notes_list import NotesList
from ipu_session.ui.debate.notes.theme_chips import ThemeChips
from ipu_session.ui.keyboard.ctrl_hold_tracker import CTRL_HOLDS
from ipu_session.ui.strings import labels
from ipu_session.ui.widgets.shrinkable import SplitterPane


class NotesPane(SplitterPane):
    """The right pane of the Debate workspace."""

    speech_requested = Signal(int)
    """Carries the id of an intervention to be shown among those held."""
    contribution_requested = Signal(int, str)
    """Carries the id of a written contribution to be shown, and a text to look for in it."""

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._bridge = bridge
        self.note_line = NoteLine(bridge, self)
        self.notes_list = NotesList(bridge, self._line_themes, self)
        self.theme_chips = ThemeChips(bridge, self._line_themes, self)
        self.theme_chips.theme_requested.connect(self.toggle_theme)
        self.theme_chips.closed.connect(self.focus_note_line)
        self.notes_list.search_closed.connect(self.focus_note_line)
        self.note_line.themes_changed.connect(self.theme_chips.refresh_checked)
        self.note_line.themes_changed.connect(self.notes_list.refresh)
        self._ctrl_hold: int | None = None
        """Id of the Ctrl key press during which the latest digit was typed."""
        self._typed_number = 0
        self._create_actions()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.setSpacing(5)
        layout.addWidget(self.theme_chips)
        layout.addWidget(self.notes_list, 1)
        layout.addWidget(self.note_line)

    @Slot()
    def focus_note_line(self) -> None:
        """Give the note line the keyboard focus."""
        self.note_line.line.setFocus()

    def focus_search(self) -> None:
        """Give the search line the keyboard focus."""
        self.notes_list.focus_search()

    def save_draft(self) -> None:
        """Save the half-typed note to disk."""
        self.note_line.save_draft()

    @Slot()
    def edit_note(self) -> None:
        """Put the current note into the note line to be corrected; for a contribution, request that it be shown."""
        if self.notes_list.current_contribution is not None and self.notes_list.current_note is None:
            self.request_speech()
        elif (note := self.notes_list.current_note) is not None:
            self.note_line.edit_note(note)

    @Slot()
    def request_speech(self) -> None:
        """Request that the current contribution, or the contribution or intervention of the current note, be shown."""
        if (contribution := self.notes_list.current_contribution) is not None:
            self.contribution_requested.emit(*contribution)
            return
        note = self.notes_list.current_note
        speech = None if note is None else self._bridge.session.notes[note].intervention
        if speech is not None:
            self.speech_requested.emit(speech)

    def show_speech(self, speech: InterventionId) -> None:
        """Show the notes of an intervention and focus the list."""
        self.notes_list.show_speech(speech)

    def show_note(self, note: NoteId) -> None:
        """Show a note among those of its intervention and make it current."""
        self.notes_list.show_note(note)

    @Slot()
    def attach_to_previous(self) -> None:
        """Bind a note to the intervention before its own.

        If the list has the focus, the current note; else the half-typed line, or if it is empty, the latest note.
        """
        is_list_focused = self.notes_list.list.hasFocus()
        if self.note_line.has_new_text and not is_list_focused:
            self.note_line.attach_to_previous()
            return
        latest = self._bridge.notes_projection.all_notes[-1:]
        note_id = self.notes_list.current_note if is_list_focused else max(latest, default=None)
        if note_id is None:
            self._bridge.action_unavailable.emit(self.tr("There is no note yet."))
            return
        session = self._bridge.session
        current_speech = session.notes[note_id].intervention
        earlier = [each for each in session.interventions if current_speech is None or each < current_speech]
        if earlier:
            self._bridge.execute(c.MoveNote(note_id, max(earlier)))
        else:
            self._bridge.action_unavailable.emit(self.tr("Nobody spoke before that."))

    @Slot()
    def _on_digit(self) -> None:
        """Toggle the theme with the number typed (digits typed while Ctrl is held are one number); 0: a new theme."""
        action = self.sender()
        if not isinstance(action, QAction):
            return
        digit, hold = int(action.data()), CTRL_HOLDS.current_hold
        continues_number = hold is not None and hold == self._ctrl_hold and self._typed_number > 0
        number = 10 * self._typed_number + digit if continues_number else digit
        theme_numbers = {theme.number for theme in self._bridge.session.themes}
        if number not in theme_numbers and digit in theme_numbers:
            number = digit
        self._ctrl_hold, number_before, self._typed_number = hold, self._typed_number if continues_number else 0, number
        if not number:
            self.theme_chips.start_new_theme()
        elif number not in theme_numbers:
            self._bridge.action_unavailable.emit(labels.rejection_message(Reason.UNKNOWN_THEME.value))
        else:
            if number_before in theme_numbers and number_before != number:
                self.toggle_theme(number_before)
            self.toggle_theme(number)

    @Slot(int)
    def toggle_theme(self, number: int) -> None:
        """Toggle a theme of the note line; while the list has the focus, of the current note."""
        theme = next((each for each in self._bridge.session.themes if each.number == number), None)
        if theme is None:
            return
        note_id = self.notes_list.current_note if self.notes_list.list.hasFocus() else None
        if note_id is None:
            self.note_line.toggle_theme(theme.id)
            return
        old = self._bridge.session.notes[note_id].themes
        new = tuple(each for each in old if each != theme.id) if theme.id in old else (*old, theme.id)
        self._bridge.execute(c.SetNoteThemes(note_id, new))

    def _line_themes(self) -> tuple[ThemeId, ...]:
        return self.note_line.themes

    def _create_actions(self) -> None:
        slots: dict[str, ActionSlot] = {
            "notes-list-end-search": self.notes_list.close_search,
            "note-edit": self.edit_note,
            "note-source": self.request_speech,
        }
        add_actions(self.notes_list.list, NOTES_LIST_ACTIONS, slots, self._bridge)
        slots = {f"theme-{digit}": self._on_digit for digit in range(1, 10)}
        slots |= {
            "theme-new": self._on_digit,
            "note-to-previous": self.attach_to_previous,
            "notes-scope": self.notes_list.show_next_scope,
            "notes-order": self.notes_list.sort_by_next,
        }
        add_actions(self, NOTES_PANE_ACTIONS, slots)
