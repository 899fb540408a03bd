"""The note line: a text and Enter take a note during the speech (docs/rules.md#n1)."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ipu_session.domain.commands import EditNote, SetNoteThemes, SplitNote, TakeNote
from ipu_session.domain.model.ids import InterventionId, NoteId, ThemeId
from ipu_session.domain.model.session import Session
from ipu_session.domain.rejections import Reason
from ipu_session.domain.text.note_syntax import ParsedNote, parse_note
from ipu_session.service.session_service import CommittedChange
from ipu_session.ui.actions.action_factory import add_actions, key_text
from ipu_session.ui.actions.notes_actions import NOTE_LINE_ACTIONS
from ipu_session.ui.actions.window_actions import SESSION_ACTIONS
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.core.timers import ThrottleTimer
from ipu_session.ui.debate.notes.note_draft import LineDraft, NoteDrafts, NoteTarget
from ipu_session.ui.debate.notes.note_tags import InheritedTags, NoteTags
from ipu_session.ui.debate.notes.note_text_edit import NoteTextEdit
from ipu_session.ui.strings import labels
from ipu_session.ui.widgets.announcements import StatusLabel
from ipu_session.ui.widgets.factories import make_label, set_accessible_name, set_role
from ipu_session.ui.widgets.text.cleared_texts import CLEARED_TEXTS


class NoteLine(QWidget):
    """Line bound to the speech in which typing began; the next line of that speech inherits kind and themes."""

    themes_changed = Signal()
    """The themes of the line have changed."""

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._tags = NoteTags()
        self._target = NoteTarget()
        self._is_begun = False
        self._edited_note: NoteId | None = None
        self._suspended_text = ""
        """Half-typed text of a new note when the correction of another note began; restored afterwards."""
        self._suspended_target = NoteTarget()
        self._drafts = NoteDrafts(bridge)
        self.line = self._create_line()
        self.kind_label = make_label("")
        self.status = StatusLabel(role="quiet", wrap=True)
        self._throttle = ThrottleTimer(self.save_draft, self)
        self._build_ui()
        bridge.committed.connect(self._on_committed)
        self._restore_draft()
        self._tags.speech = self._target.speech if self._is_begun else _current_speech(bridge.session)
        self._refresh()

    @property
    def themes(self) -> tuple[ThemeId, ...]:
        """The themes of the line unless its text names others."""
        return self._tags.themes

    def toggle_theme(self, theme: ThemeId) -> None:
        """Make ``theme`` the only theme of the line; if it is the only one already, clear the themes."""
        self._tags.toggle_theme(theme, is_pending=self._bridge.session.speaking is None)
        self._refresh()
        self.themes_changed.emit()

    def edit_note(self, note: NoteId) -> None:
        """Put a note into the line to be corrected."""
        self._begin_correction(note, self._bridge.session.notes[note].text)
        self.line.setFocus()
        self._refresh()

    def inherited_tags(self) -> InheritedTags:
        """Return a snapshot of the tags that the next line inherits."""
        return self._tags.snapshot()

    def inherit(self, tags: InheritedTags) -> None:
        """Take over the tags from the snapshot of another note line of the same session."""
        self._tags.restore(tags)
        self._refresh()
        self.themes_changed.emit()

    @Slot()
    def submit(self) -> None:
        """Take a note from the text, or correct the note being edited; show why if that is not possible."""
        typed = parse_note(self.line.text(), self._bridge.session.themes)
        themes = self.themes if typed.themes is None else _find_themes(self._bridge.session, typed.themes)
        if not typed.text:
            self._bridge.action_unavailable.emit(labels.rejection_message(Reason.EMPTY_TEXT.value))
            return
        if themes is None:
            set_role(self.status, "warning")
            self.status.setText(self.tr("There is no theme of that number."))
            return
        if self._edited_note is not None:
            done = self._submit_correction(self._edited_note, typed, themes)
        else:
            done = self._submit_note(typed, themes)
        if done:
            self.clear()
            self.themes_changed.emit()

    @Slot()
    def clear(self) -> None:
        """Clear the line and end a correction; restore the half-typed text from before the correction."""
        self._edited_note = None
        text, self._suspended_text = self._suspended_text, ""
        self.line.reset()
        self.line.setText(text)
        if text and self._suspended_target.speech in self._bridge.session.interventions:
            self._target = self._suspended_target
        self._sync_tags()
        self.save_draft()
        self._refresh()

    @Slot()
    def cancel(self) -> None:
        """Clear the line, or cancel the correction of a note; undo restores the text typed."""
        note, text = self._edited_note, self.line.text()
        if note is None:
            CLEARED_TEXTS.clear_field(self.line, partial(self._restore_target, self._target))
            self._sync_tags()
            self.save_draft()
            self._refresh()
            return
        changed = text != self._bridge.session.notes[note].text
        self.clear()
        if changed:
            is_possible = partial(self._can_edit_again, note, self.line.text())
            CLEARED_TEXTS.add(self.line, partial(self._edit_again, note, text), is_possible)

    def _restore_target(self, target: NoteTarget) -> None:
        """Bind the text restored by undo to the speech and time at which it was begun, unless the speech is gone."""
        if target.speech is None or target.speech in self._bridge.session.interventions:
            self._target = target
            self._sync_tags()
            self._refresh()

    def _can_edit_again(self, note: NoteId, other_text: str) -> bool:
        """Return whether the note exists, none is being corrected, and the text is still ``other_text``."""
        return self._edited_note is None and note in self._bridge.session.notes and self.line.text() == other_text

    def _edit_again(self, note: NoteId, text: str) -> None:
        self.edit_note(note)
        self.line.setText(text)

    @Slot()
    def split_note(self) -> None:
        """Split the note being corrected in two at the cursor; show why if that is not possible."""
        text, at = self.line.text(), self.line.textCursor().position()
        before, after = _split_text(text, at)
        if self._edited_note is None or not before or not after:
            reason = self.tr("Only a note that is being corrected is parted, with words on both sides (F4).")
            self._bridge.action_unavailable.emit(reason)
            return
        if self._bridge.execute(SplitNote(self._edited_note, before, after)):
            self.clear()

    @property
    def has_new_text(self) -> bool:
        """Whether a new note is half-typed."""
        return self._edited_note is None and bool(self.line.text().strip())

    def attach_to_previous(self) -> None:
        """Bind the half-typed line to the end of the intervention before the one that it is bound to."""
        interventions = self._bridge.session.interventions
        bound = self._target.speech
        earlier = [i for i, each in interventions.items() if not each.on_paper and (bound is None or i < bound)]
        if earlier:
            self._attach_to(max(earlier))
            self._sync_tags()
            self.save_draft()
            self._refresh()
        else:
            self._bridge.action_unavailable.emit(self.tr("Nobody spoke before that."))

    @Slot()
    def save_draft(self) -> None:
        """Save the half-typed line and correction as drafts, so that they survive a power cut."""
        self._throttle.stop()
        self._drafts.save_correction(self._edited_note, self.line.text())
        text, target = self.line.text(), self._target
        if self._edited_note is not None:
            text, target = self._suspended_text, self._suspended_target
        self._drafts.save_line(LineDraft(text, target, self._tags.kind, self._tags.themes))

    @Slot()
    def _on_text_changed(self) -> None:
        if not self.line.text():
            self._is_begun = False
        elif not self._is_begun:
            self._is_begun = True
            self._attach_to(_current_speech(self._bridge.session))
        self._throttle.trigger()
        self._refresh()

    @Slot()
    def _update_completion(self) -> None:
        """Offer a completion of the text before the cursor; hide it without the focus."""
        begun = self.line.text_before_cursor if self.line.hasFocus() else ""
        self.line.show_completion(self._bridge.notes_projection.complete(begun) if begun else None)

    @Slot(CommittedChange)
    def _on_committed(self, committed: CommittedChange) -> None:
        self._tags.drop_removed_themes(committed.session)
        if self._target.speech not in committed.session.interventions:
            self._attach_to(_current_speech(committed.session))
        if self._edited_note is not None and self._edited_note not in committed.session.notes:
            self._edited_note = None
        self._sync_tags()
        self._refresh()

    def _sync_tags(self) -> None:
        """Switch to kind and themes of the line's speech, so that the next speaker does not inherit the last one's."""
        session = self._bridge.session
        speech = self._target.speech if self._is_begun else _current_speech(session)
        if self._tags.switch_to_speech(session, speech):
            self.themes_changed.emit()

    def _attach_to(self, speech: InterventionId | None) -> None:
        """Bind the line to the present time of ``speech``, or to its end if it has ended."""
        intervention = None if speech is None else self._bridge.session.interventions.get(speech)
        begun_ms = None if intervention is None else intervention.spoken_ms(self._bridge.now().utc_ms)
        self._target = NoteTarget(speech, begun_ms)

    def _restore_draft(self) -> None:
        """Restore the half-typed line, with the speech that it is bound to, and a half-typed correction."""
        draft = self._drafts.load_line()
        if draft is not None:
            self.line.setText(draft.text)
            self._tags.kind, self._tags.themes = draft.kind, draft.themes
            if draft.target.speech is not None:
                self._target = draft.target
        correction = self._drafts.load_correction()
        if correction is not None:
            self._begin_correction(*correction)
        self._throttle.stop()

    def _begin_correction(self, note: NoteId, text: str) -> None:
        """Put ``text`` into the line to correct a note; `clear` restores the half-typed text of a new note."""
        if self._edited_note is None:
            self._suspended_text, self._suspended_target = self.line.text(), self._target
        self._edited_note = note
        self.line.setText(text)

    def _submit_note(self, typed: ParsedNote, themes: tuple[ThemeId, ...]) -> bool:
        """Take a note on the speech of the line; the next line inherits its kind and themes."""
        kind, (speech, begun_ms) = typed.kind or self._tags.kind, self._target
        note = TakeNote(typed.text, kind, themes, speech, loose=speech is None, begun_ms=begun_ms)
        done = self._bridge.execute(note)
        if done:
            self._tags.set_from_note(kind, themes)
        return done

    def _submit_correction(self, note: NoteId, typed: ParsedNote, themes: tuple[ThemeId, ...]) -> bool:
        """Correct text and kind of a note, and its themes if the line names any, by as many commands as needed."""
        old = self._bridge.session.notes[note]
        kind = typed.kind or old.kind
        done = (old.text, old.kind) == (typed.text, kind) or self._bridge.execute(EditNote(note, typed.text, kind))
        if done and typed.themes is not None and themes != old.themes:
            return self._bridge.execute(SetNoteThemes(note, themes))
        return done

    def _create_line(self) -> NoteTextEdit:
        line = NoteTextEdit()
        set_accessible_name(line, self.tr("Note what is said"), key_text(SESSION_ACTIONS["note"]))
        line.setPlaceholderText(self.tr('note (F3): #2 theme · ! proposal · + good practice · ? · "'))
        line.textChanged.connect(self._on_text_changed)
        line.cursorPositionChanged.connect(self._update_completion)
        line.returnPressed.connect(self.submit)
        line.split_requested.connect(self.split_note)
        add_actions(line, NOTE_LINE_ACTIONS, {"note-line-clear": self.cancel})
        return line

    def _build_ui(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.kind_label)
        top.addWidget(self.line, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(top)
        layout.addWidget(self.status)
        self.setFocusProxy(self.line)

    def _refresh(self) -> None:
        typed = parse_note(self.line.text(), self._bridge.session.themes)
        session = self._bridge.session
        numbers = typed.themes
        if numbers is None:
            numbers = tuple(theme.number for theme in session.themes if theme.id in self.themes)
        mark = " ".join(f"#{number}" for number in numbers)
        self.kind_label.setText(f"{mark} {labels.enum_label(typed.kind or self._tags.kind)}".strip())
        set_role(self.status, "quiet")
        self.status.setText(self._status_text())

    def _status_text(self) -> str:
        session = self._bridge.session
        if self._edited_note is not None:
            return self.tr("Enter corrects the note, Ctrl+Enter parts it here; Esc leaves it as it was.")
        if not self._is_begun or self._target.speech is None or self._target.speech == _current_speech(session):
            return ""
        person = session.person(session.interventions[self._target.speech].delegate)
        who = labels.delegation_name(session, person, labels.screen_language()) or person.titled_name
        return self.tr("This line was begun while {who} spoke and stays there.").format(who=who)


def _find_themes(session: Session, numbers: tuple[int, ...]) -> tuple[ThemeId, ...] | None:
    """Return the themes with these numbers; None if a number is unknown."""
    known = {theme.number: theme.id for theme in session.themes}
    return tuple(known[n] for n in numbers) if all(n in known for n in numbers) else None


def _split_text(text: str, position: int) -> tuple[str, str]:
    """Return the stripped text before and after a cursor position of Qt, which counts UTF-16 code units."""
    units = text.encode("utf-16-le", "surrogatepass")
    halves = (units[: 2 * position], units[2 * position :])
    before, after = (half.decode("utf-16-le", "surrogatepass").strip() for half in halves)
    return before, after


def _current_speech(session: Session) -> InterventionId | None:
    """Return the intervention that a line begun now belongs to: the one on the floor, else the latest not on paper."""
    if session.speaking is not None:
        return session.speaking
    return max((i.id for i in session.interventions.values() if not i.on_paper), default=None)
