"""The note line: one line of text and Enter take a note during the speech (docs/rules.md#n1)."""

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ipu_session.domain.commands import EditNote, SetNoteThemes, SplitNote, TakeNote
from ipu_session.domain.model.ids import InterventionId, NoteId, ThemeId
from ipu_session.domain.model.session import NoteKind, Session
from ipu_session.domain.rejections import Reason
from ipu_session.domain.text.note_syntax import ParsedNote, parse_note
from ipu_session.service.session_service import CommittedChange
from ipu_session.ui.actions.action_factory import add_actions, key_text
from ipu_session.ui.actions.navigation_actions import SESSION_ACTIONS
from ipu_session.ui.actions.notes_actions import NOTE_LINE_ACTIONS
from ipu_session.ui.core.draft_text import parse_id
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.debate.notes.note_text import NoteTextEdit
from ipu_session.ui.strings import labels
from ipu_session.ui.widgets.announcements import StatusLabel
from ipu_session.ui.widgets.factories import make_label, set_accessible_name, set_role
from ipu_session.ui.widgets.text.cleared_texts import CLEARED_TEXTS
from ipu_session.ui.widgets.throttle import ThrottleTimer

_DRAFT_KEY = "note"
_CORRECTION_KEY = "note-correction"
"""Draft key: id of the note being corrected, and its half-typed text."""
_TARGET_KEY = "note-about"
"""Draft key: what the half-typed line is bound to: speech, milliseconds into it, kind, themes."""


class InheritedTags(NamedTuple):
    """Kind and themes that following lines inherit, as a snapshot for a rebuilt `NoteLine`."""

    kind: NoteKind
    themes: tuple[ThemeId, ...]
    speech: InterventionId | None
    by_speech: dict[InterventionId | None, tuple[NoteKind, tuple[ThemeId, ...]]]
    pending_themes: tuple[ThemeId, ...]


class NoteLine(QWidget):
    """Line bound to the speech in which typing began; the next line of that speech inherits kind and themes."""

    themes_changed = Signal()
    """The themes of the line have changed."""

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._kind = NoteKind.POINT
        self.themes: tuple[ThemeId, ...] = ()
        """The themes of the line unless its text names others."""
        self._inherited_speech: InterventionId | None = None
        """The speech to which the inherited kind and themes belong."""
        self._tags_by_speech: dict[InterventionId | None, tuple[NoteKind, tuple[ThemeId, ...]]] = {}
        """Kind and themes of the latest line of each speech, restored when the speech resumes."""
        self._pending_themes: tuple[ThemeId, ...] = ()
        """Themes chosen while nobody spoke; they apply to the next speech."""
        self._target_speech: InterventionId | None = None
        self._target_ms: int | None = None
        """Time spoken (ms) when the line was begun."""
        self._is_begun = False
        self._edited_note: NoteId | None = None
        self._suspended_draft = ""
        """Half-typed text set aside when the correction of a note began; restored afterwards."""
        self._suspended_speech: InterventionId | None = None
        """The speech to which the text set aside is bound."""
        self._suspended_ms: int | None = None
        self.line = self._create_line()
        self.kind_label = make_label("")
        self.status = StatusLabel(role="quiet", wrap=True)
        self._throttle = ThrottleTimer(self.save_draft, self)
        self._build_ui()
        bridge.committed.connect(self._on_committed)
        self._restore_draft()
        self._inherited_speech = self._target_speech if self._is_begun else _current_speech(bridge.session)
        self._refresh()

    def toggle_theme(self, theme: ThemeId) -> None:
        """Make `theme` the only theme of the line, or clear the themes if it is that already."""
        self.themes = () if self.themes == (theme,) else (theme,)
        self._pending_themes = self.themes if self._bridge.session.speaking is None else ()
        self._refresh()
        self.themes_changed.emit()

    def edit_note(self, note: NoteId) -> None:
        """Put a note into the line to be corrected."""
        if self._edited_note is None:
            self._suspended_draft, self._suspended_speech, self._suspended_ms = (
                self.line.text(),
                self._target_speech,
                self._target_ms,
            )
        self._edited_note = note
        self.line.setText(self._bridge.session.notes[note].text)
        self.line.setFocus()
        self._refresh()

    def inherited_tags(self) -> InheritedTags:
        """Return a snapshot of what the next line inherits."""
        return InheritedTags(
            self._kind, self.themes, self._inherited_speech, dict(self._tags_by_speech), self._pending_themes
        )

    def inherit(self, standing: InheritedTags) -> None:
        """Take over the snapshot of another line of the same session."""
        self._kind, self.themes, self._inherited_speech, self._tags_by_speech, self._pending_themes = standing
        self._refresh()
        self.themes_changed.emit()

    @Slot()
    def submit(self) -> None:
        """Take a note from the text, or correct the note being edited."""
        typed = parse_note(self.line.text(), self._bridge.session.themes)
        themes = self.themes if typed.themes is None else self._find_themes(typed.themes)
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
            kind = typed.kind or self._kind
            begun_ms = self._target_ms if self._target_speech is not None else None
            loose = self._target_speech is None
            note = TakeNote(typed.text, kind, themes, self._target_speech, loose=loose, begun_ms=begun_ms)
            done = self._bridge.execute(note)
            if done:
                self._kind, self.themes, self._pending_themes = kind, themes, ()
        if done:
            self.clear()
            self.themes_changed.emit()

    @Slot()
    def clear(self) -> None:
        """Clear the line and end a correction; the text set aside for the correction is restored."""
        self._edited_note = None
        back, self._suspended_draft = self._suspended_draft, ""
        self.line.reset()
        self.line.setText(back)
        if back and self._suspended_speech in self._bridge.session.interventions:
            self._target_speech, self._target_ms = self._suspended_speech, self._suspended_ms
        self._sync_tags()
        self.save_draft()
        self._refresh()

    @Slot()
    def cancel(self) -> None:
        """Clear the line, or end a correction; undo restores the text."""
        note, text = self._edited_note, self.line.text()
        if note is None:
            bound = (self._target_speech, self._target_ms)
            CLEARED_TEXTS.clear_field(self.line, partial(self._restore_target, *bound))
            self._sync_tags()
            self.save_draft()
            self._refresh()
            return
        changed = text != self._bridge.session.notes[note].text
        self.clear()
        if changed:
            back = self.line.text()
            is_possible = partial(self._can_edit_again, note, back)
            CLEARED_TEXTS.add(self.line, partial(self._edit_again, note, text), is_possible)

    def _restore_target(self, speech: InterventionId | None, begun_ms: int | None) -> None:
        """Bind the restored text to the speech and time it was begun at."""
        if speech is None or speech in self._bridge.session.interventions:
            self._target_speech, self._target_ms = speech, begun_ms
            self._sync_tags()
            self._refresh()

    def _can_edit_again(self, note: NoteId, back: str) -> bool:
        return self._edited_note is None and note in self._bridge.session.notes and self.line.text() == back

    def _edit_again(self, note: NoteId, text: str) -> None:
        self.edit_note(note)
        self.line.setText(text)

    @Slot()
    def split_note(self) -> None:
        """Split the edited note in two at the cursor."""
        text, at = self.line.text(), self.line.textCursor().position()
        # Cursor positions of Qt count UTF-16 code units.
        units = text.encode("utf-16-le", "surrogatepass")
        head, rest = (part.decode("utf-16-le", "surrogatepass") for part in (units[: 2 * at], units[2 * at :]))
        if self._edited_note is None or not head.strip() or not rest.strip():
            said = self.tr("Only a note that is being corrected is parted, with words on both sides (F4).")
            self._bridge.action_unavailable.emit(said)
            return
        if self._bridge.execute(SplitNote(self._edited_note, head.strip(), rest.strip())):
            self.clear()

    @property
    def has_new_text(self) -> bool:
        """Whether a new note is half-typed."""
        return self._edited_note is None and bool(self.line.text().strip())

    def attach_to_previous(self) -> None:
        """Bind the half-typed line to the end of the previous speech."""
        interventions = self._bridge.session.interventions
        bound = self._target_speech
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
        """Save the half-typed line to disk, so that it survives a power cut."""
        self._throttle.stop()
        corrected = "" if self._edited_note is None else f"{self._edited_note} {self.line.text()}"
        if corrected != self._bridge.load_draft(_CORRECTION_KEY):
            self._bridge.save_draft(_CORRECTION_KEY, corrected)
        text = self.line.text() if self._edited_note is None else self._suspended_draft
        if text == self._bridge.load_draft(_DRAFT_KEY):
            return
        speech, begun_ms = self._target_speech, self._target_ms
        if self._edited_note is not None:
            speech, begun_ms = self._suspended_speech, self._suspended_ms
        themes = " ".join(str(theme) for theme in self.themes)
        about = f"{_or_dash(speech)} {_or_dash(begun_ms)} {self._kind.value} {themes}"
        self._bridge.save_draft(_TARGET_KEY, about if text else "")
        self._bridge.save_draft(_DRAFT_KEY, text)

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
        """Offer a completion of the word at the cursor."""
        begun = self.line.text_before_cursor if self.line.hasFocus() else ""
        self.line.show_completion(self._bridge.notes_projection.complete(begun) if begun else None)

    @Slot(CommittedChange)
    def _on_committed(self, committed: CommittedChange) -> None:
        known = {theme.id for theme in committed.session.themes}
        self.themes = tuple(theme for theme in self.themes if theme in known)
        if self._target_speech not in committed.session.interventions:
            self._attach_to(_current_speech(committed.session))
        if self._edited_note is not None and self._edited_note not in committed.session.notes:
            self._edited_note = None
        self._sync_tags()
        self._refresh()

    def _sync_tags(self) -> None:
        """Switch to kind and themes of the line's speech, so that nothing carries over to the next speaker.

        A new speech begins with kind *point* and the themes the speaker asked for.
        """
        session = self._bridge.session
        speech = self._target_speech if self._is_begun else _current_speech(session)
        if speech == self._inherited_speech:
            return
        self._tags_by_speech[self._inherited_speech], self._inherited_speech = ((self._kind, self.themes), speech)
        if speech in self._tags_by_speech:
            self._kind, self.themes = self._tags_by_speech[speech]
        else:
            self._kind, self.themes = (NoteKind.POINT, self._pending_themes or _requested_themes(session, speech))
        self._pending_themes = ()
        self.themes_changed.emit()

    def _attach_to(self, speech: InterventionId | None) -> None:
        """Bind the line to the present time of `speech`, or to its end if it has ended."""
        self._target_speech, self._target_ms = speech, None
        if speech is not None and speech in self._bridge.session.interventions:
            now_ms = self._bridge.now().utc_ms
            self._target_ms = self._bridge.session.interventions[speech].spoken_ms(now_ms)

    def _restore_draft(self) -> None:
        """Restore the half-typed line saved by an earlier run, with the speech it is bound to."""
        self.line.setText(self._bridge.load_draft(_DRAFT_KEY))
        about = self._bridge.load_draft(_TARGET_KEY).split()
        if self.line.text() and len(about) >= 3:
            speech, begun, kind, *themes = about
            known = {theme.id for theme in self._bridge.session.themes}
            if (begun_in := InterventionId(parse_id(speech))) in self._bridge.session.interventions:
                self._target_speech = begun_in
                self._target_ms = parse_id(begun) if begun.isdecimal() else None
            self._kind = NoteKind(kind) if kind in set(NoteKind) else NoteKind.POINT
            self.themes = tuple(ThemeId(number) for number in map(parse_id, themes) if number in known)
        self._restore_correction()
        self._throttle.stop()

    def _restore_correction(self) -> None:
        """Resume a half-typed correction; the half-typed line is set aside again."""
        note, _, text = self._bridge.load_draft(_CORRECTION_KEY).partition(" ")
        if (editing := NoteId(parse_id(note))) in self._bridge.session.notes:
            self._suspended_draft, self._suspended_speech, self._suspended_ms = (
                self.line.text(),
                self._target_speech,
                self._target_ms,
            )
            self._edited_note = editing
            self.line.setText(text)

    def _submit_correction(self, note: NoteId, typed: ParsedNote, themes: tuple[ThemeId, ...]) -> bool:
        """Correct text and kind of a note, and its themes if the line names any: one or two commands."""
        old = self._bridge.session.notes[note]
        kind = typed.kind or old.kind
        done = (old.text, old.kind) == (typed.text, kind) or self._bridge.execute(EditNote(note, typed.text, kind))
        if done and typed.themes is not None and themes != old.themes:
            return self._bridge.execute(SetNoteThemes(note, themes))
        return done

    def _find_themes(self, numbers: tuple[int, ...]) -> tuple[ThemeId, ...] | None:
        """Return the themes with these numbers; None if a number is unknown."""
        known = {theme.number: theme.id for theme in self._bridge.session.themes}
        return tuple(known[n] for n in numbers) if all(n in known for n in numbers) else None

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
        self.kind_label.setText(f"{mark} {labels.enum_label(typed.kind or self._kind)}".strip())
        set_role(self.status, "quiet")
        self.status.setText(self._status_text())

    def _status_text(self) -> str:
        session = self._bridge.session
        if self._edited_note is not None:
            return self.tr("Enter corrects the note, Ctrl+Enter parts it here; Esc leaves it as it was.")
        if not self._is_begun or self._target_speech is None or self._target_speech == _current_speech(session):
            return ""
        person = session.person(session.interventions[self._target_speech].delegate)
        who = labels.delegation_name(session, person, labels.screen_language()) or person.titled_name
        return self.tr("This line was begun while {who} spoke and stays there.").format(who=who)


def _or_dash(number: int | None) -> str:
    return "-" if number is None else str(number)


def _requested_themes(session: Session, speech: InterventionId | None) -> tuple[ThemeId, ...]:
    """Return the themes the speaker asked to speak on, as far as they still exist."""
    number = None if speech is None else session.interventions[speech].request
    request = None if number is None else session.requests.get(number)
    asked = () if request is None else request.themes
    known = {theme.id for theme in session.themes}
    return tuple(theme for theme in asked if theme in known)


def _current_speech(session: Session) -> InterventionId | None:
    """Return the intervention that a line begun now belongs to: the current one, or else the latest."""
    if session.speaking is not None:
        return session.speaking
    return max((i.id for i in session.interventions.values() if not i.on_paper), default=None)
