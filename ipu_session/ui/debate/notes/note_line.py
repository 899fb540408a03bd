"""Notes at the speed of speech: one line, Enter (product.md, N1)."""

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ipu_session.domain.commands import EditNote, SplitNote, TakeNote, ThemeNote
from ipu_session.domain.model.ids import InterventionId, NoteId, ThemeId
from ipu_session.domain.model.session import NoteKind, Session
from ipu_session.domain.rejections import Reason
from ipu_session.domain.text.note_syntax import TypedNote, parse_note
from ipu_session.service.session_service import Committed
from ipu_session.ui.core.draft_text import number_in
from ipu_session.ui.core.session_bridge import Bridge
from ipu_session.ui.debate.notes.note_text import NoteText
from ipu_session.ui.strings import labels
from ipu_session.ui.widgets.announcements import StatusLabel
from ipu_session.ui.widgets.factories import label, named, row_action, set_role
from ipu_session.ui.widgets.text.cleared_texts import ERASURES
from ipu_session.ui.widgets.throttle import Soon

_DRAFT = "note"
_CORRECTED = "note-correction"
"""The note that is being corrected, and its text as half-typed."""
_ABOUT = "note-about"
"""What the half-typed line is bound to: speech, milliseconds into it, kind, themes."""


class Inherited(NamedTuple):
    """Kind and themes that lines inherit, for a line that is made anew."""

    kind: NoteKind
    themes: tuple[ThemeId, ...]
    of: InterventionId | None
    by_speech: dict[InterventionId | None, tuple[NoteKind, tuple[ThemeId, ...]]]
    ahead: tuple[ThemeId, ...]


class NoteLine(QWidget):
    """A line for the speech in which it was begun; the next line of that speech inherits kind and themes."""

    themed = Signal()
    """The themes of the line have changed."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._kind = NoteKind.POINT
        self.themes: tuple[ThemeId, ...] = ()
        """The themes that the line has unless it names others."""
        self._of: InterventionId | None = None
        """The speech whose kind and themes these are."""
        self._inherited: dict[InterventionId | None, tuple[NoteKind, tuple[ThemeId, ...]]] = {}
        """By speech: kind and themes of its latest line; they come back when the speech goes on."""
        self._ahead: tuple[ThemeId, ...] = ()
        """Themes that were chosen while nobody spoke: they are for whoever speaks next."""
        self._begun_in: InterventionId | None = None
        self._begun_ms: int | None = None
        """How long had been spoken when the line was begun."""
        self._begun = False
        self._editing: NoteId | None = None
        self._aside = ""
        """What was half-typed when the editing of a note began; it comes back afterwards."""
        self._aside_of: InterventionId | None = None
        """Whose speech the half-typed line that was put aside was begun in."""
        self._aside_ms: int | None = None
        self.line = self._make_line()
        self.kind = label("")
        self.about = StatusLabel(role="quiet", wrap=True)
        self._soon = Soon(self.keep_draft, self)
        self._lay_out()
        bridge.committed.connect(self._on_committed)
        self._bring_back()
        self._of = self._begun_in if self._begun else _heard_now(bridge.session)
        self._say()

    def choose_theme(self, theme: ThemeId) -> None:
        """Let the line belong to one theme; the same again frees it."""
        self.themes = () if self.themes == (theme,) else (theme,)
        self._ahead = self.themes if self._bridge.session.speaking is None else ()
        self._say()
        self.themed.emit()

    def edit(self, note: NoteId) -> None:
        """Put a note into the line to be corrected."""
        if self._editing is None:
            self._aside, self._aside_of, self._aside_ms = self.line.text(), self._begun_in, self._begun_ms
        self._editing = note
        self.line.setText(self._bridge.session.notes[note].text)
        self.line.setFocus()
        self._say()

    def standing(self) -> Inherited:
        """Return what the next line inherits."""
        return Inherited(self._kind, self.themes, self._of, dict(self._inherited), self._ahead)

    def resume(self, standing: Inherited) -> None:
        """Inherit what another line of the same session did."""
        self._kind, self.themes, self._of, self._inherited, self._ahead = standing
        self._say()
        self.themed.emit()

    @Slot()
    def take(self) -> None:
        """Note the line, or correct the note that is being edited."""
        typed = parse_note(self.line.text(), self._bridge.session.themes)
        themes = self.themes if typed.themes is None else self._themes(typed.themes)
        if not typed.text:
            self._bridge.unable.emit(labels.refusal(Reason.EMPTY_TEXT.value))
            return
        if themes is None:
            set_role(self.about, "warning")
            self.about.setText(self.tr("There is no theme of that number."))
            return
        if self._editing is not None:
            done = self._correct(self._editing, typed, themes)
        else:
            kind = typed.kind or self._kind
            begun_ms = self._begun_ms if self._begun_in is not None else None
            loose = self._begun_in is None
            note = TakeNote(typed.text, kind, themes, self._begun_in, loose=loose, begun_ms=begun_ms)
            done = self._bridge.execute(note)
            if done:
                self._kind, self.themes, self._ahead = kind, themes, ()
        if done:
            self.clear()
            self.themed.emit()

    @Slot()
    def clear(self) -> None:
        """Forget what was typed; what was half-typed before a note was edited comes back."""
        self._editing = None
        back, self._aside = self._aside, ""
        self.line.reset()
        self.line.setText(back)
        if back and self._aside_of in self._bridge.session.interventions:
            self._begun_in, self._begun_ms = self._aside_of, self._aside_ms
        self._follow()
        self.keep_draft()
        self._say()

    @Slot()
    def leave(self) -> None:
        """Clear the line, or end a correction; undo brings back what was written."""
        note, text = self._editing, self.line.text()
        if note is None:
            bound = (self._begun_in, self._begun_ms)
            ERASURES.erase(self.line, partial(self._rebind, *bound))
            self._follow()
            self.keep_draft()
            self._say()
            return
        changed = text != self._bridge.session.notes[note].text
        self.clear()
        if changed:
            back = self.line.text()
            is_possible = partial(self._may_correct, note, back)
            ERASURES.note(self.line, partial(self._correct_again, note, text), is_possible)

    def _rebind(self, speech: InterventionId | None, begun_ms: int | None) -> None:
        """Bind the line that has come back to what it was begun in."""
        if speech is None or speech in self._bridge.session.interventions:
            self._begun_in, self._begun_ms = speech, begun_ms
            self._follow()
            self._say()

    def _may_correct(self, note: NoteId, back: str) -> bool:
        return self._editing is None and note in self._bridge.session.notes and self.line.text() == back

    def _correct_again(self, note: NoteId, text: str) -> None:
        self.edit(note)
        self.line.setText(text)

    @Slot()
    def split(self) -> None:
        """Part the note that is edited in two where the cursor stands."""
        text, at = self.line.text(), self.line.textCursor().position()
        # Qt counts UTF-16 units.
        units = text.encode("utf-16-le", "surrogatepass")
        head, rest = (
            part.decode("utf-16-le", "surrogatepass") for part in (units[: 2 * at], units[2 * at :])
        )
        if self._editing is None or not head.strip() or not rest.strip():
            said = self.tr("Only a note that is being corrected is parted, with words on both sides (F4).")
            self._bridge.unable.emit(said)
            return
        if self._bridge.execute(SplitNote(self._editing, head.strip(), rest.strip())):
            self.clear()

    @property
    def begun(self) -> bool:
        """Whether a new line is half-typed."""
        return self._editing is None and bool(self.line.text().strip())

    def to_previous(self) -> None:
        """Let the half-typed line belong to the end of the speech before."""
        interventions = self._bridge.session.interventions
        bound = self._begun_in
        earlier = [
            i for i, each in interventions.items() if not each.on_paper and (bound is None or i < bound)
        ]
        if earlier:
            self._bind(max(earlier))
            self._follow()
            self.keep_draft()
            self._say()
        else:
            self._bridge.unable.emit(self.tr("Nobody spoke before that."))

    @Slot()
    def keep_draft(self) -> None:
        """Keep the half-typed line on disk, so that a power cut does not take it."""
        self._soon.stop()
        corrected = "" if self._editing is None else f"{self._editing} {self.line.text()}"
        if corrected != self._bridge.draft(_CORRECTED):
            self._bridge.keep_draft(_CORRECTED, corrected)
        text = self.line.text() if self._editing is None else self._aside
        if text == self._bridge.draft(_DRAFT):
            return
        speech, begun_ms = self._begun_in, self._begun_ms
        if self._editing is not None:
            speech, begun_ms = self._aside_of, self._aside_ms
        themes = " ".join(str(theme) for theme in self.themes)
        about = f"{_or_dash(speech)} {_or_dash(begun_ms)} {self._kind.value} {themes}"
        self._bridge.keep_draft(_ABOUT, about if text else "")
        self._bridge.keep_draft(_DRAFT, text)

    @Slot()
    def _on_typed(self) -> None:
        if not self.line.text():
            self._begun = False
        elif not self._begun:
            self._begun = True
            self._bind(_heard_now(self._bridge.session))
        self._soon.ask()
        self._say()

    @Slot()
    def _offer(self) -> None:
        """Offer to complete the word at the cursor."""
        begun = self.line.begun if self.line.hasFocus() else ""
        self.line.offer(self._bridge.notebook.offer(begun) if begun else None)

    @Slot(Committed)
    def _on_committed(self, committed: Committed) -> None:
        known = {theme.id for theme in committed.session.themes}
        self.themes = tuple(theme for theme in self.themes if theme in known)
        if self._begun_in not in committed.session.interventions:
            self._bind(_heard_now(committed.session))
        if self._editing is not None and self._editing not in committed.session.notes:
            self._editing = None
        self._follow()
        self._say()

    def _follow(self) -> None:
        """Take over kind and themes of the speech that the line belongs to: none goes on to the next speaker.

        A speech that is new begins as a point, on the themes that the speaker asked for.
        """
        session = self._bridge.session
        speech = self._begun_in if self._begun else _heard_now(session)
        if speech == self._of:
            return
        self._inherited[self._of], self._of = (self._kind, self.themes), speech
        if speech in self._inherited:
            self._kind, self.themes = self._inherited[speech]
        else:
            self._kind, self.themes = NoteKind.POINT, self._ahead or _announced(session, speech)
        self._ahead = ()
        self.themed.emit()

    def _bind(self, speech: InterventionId | None) -> None:
        """Bind the line to this second of a speech, or to its end."""
        self._begun_in, self._begun_ms = speech, None
        if speech is not None and speech in self._bridge.session.interventions:
            now_ms = self._bridge.now().utc_ms
            self._begun_ms = self._bridge.session.interventions[speech].spoken_ms(now_ms)

    def _bring_back(self) -> None:
        """Show what was half-typed when the program ended, bound to what it was begun in."""
        self.line.setText(self._bridge.draft(_DRAFT))
        about = self._bridge.draft(_ABOUT).split()
        if self.line.text() and len(about) >= 3:
            speech, begun, kind, *themes = about
            known = {theme.id for theme in self._bridge.session.themes}
            if (begun_in := InterventionId(number_in(speech))) in self._bridge.session.interventions:
                self._begun_in = begun_in
                self._begun_ms = number_in(begun) if begun.isdecimal() else None
            self._kind = NoteKind(kind) if kind in set(NoteKind) else NoteKind.POINT
            self.themes = tuple(ThemeId(number) for number in map(number_in, themes) if number in known)
        self._bring_correction_back()
        self._soon.stop()

    def _bring_correction_back(self) -> None:
        """Go on with the correction of a note that was half-typed; the half-typed line is put aside again."""
        note, _, text = self._bridge.draft(_CORRECTED).partition(" ")
        if (editing := NoteId(number_in(note))) in self._bridge.session.notes:
            self._aside, self._aside_of, self._aside_ms = self.line.text(), self._begun_in, self._begun_ms
            self._editing = editing
            self.line.setText(text)

    def _correct(self, note: NoteId, typed: TypedNote, themes: tuple[ThemeId, ...]) -> bool:
        """Correct a note's text, kind, and the themes if the line names any; one act, or two."""
        old = self._bridge.session.notes[note]
        kind = typed.kind or old.kind
        done = (old.text, old.kind) == (typed.text, kind) or self._bridge.execute(
            EditNote(note, typed.text, kind)
        )
        if done and typed.themes is not None and themes != old.themes:
            return self._bridge.execute(ThemeNote(note, themes))
        return done

    def _themes(self, numbers: tuple[int, ...]) -> tuple[ThemeId, ...] | None:
        """Return the themes of these numbers; None if there is one that is none."""
        known = {theme.number: theme.id for theme in self._bridge.session.themes}
        return tuple(known[n] for n in numbers) if all(n in known for n in numbers) else None

    def _make_line(self) -> NoteText:
        line = NoteText()
        named(line, self.tr("Note what is said"), "F3")
        line.setPlaceholderText(self.tr('note (F3): #2 theme · ! proposal · + good practice · ? · "'))
        line.textChanged.connect(self._on_typed)
        line.cursorPositionChanged.connect(self._offer)
        line.returnPressed.connect(self.take)
        line.split_asked.connect(self.split)
        row_action(line, self.tr("Clear the line"), "Esc", self.leave)
        return line

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.kind)
        top.addWidget(self.line, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(top)
        layout.addWidget(self.about)
        self.setFocusProxy(self.line)

    def _say(self) -> None:
        typed = parse_note(self.line.text(), self._bridge.session.themes)
        session = self._bridge.session
        numbers = typed.themes
        if numbers is None:
            numbers = tuple(theme.number for theme in session.themes if theme.id in self.themes)
        mark = " ".join(f"#{number}" for number in numbers)
        self.kind.setText(f"{mark} {labels.word(typed.kind or self._kind)}".strip())
        set_role(self.about, "quiet")
        self.about.setText(self._about())

    def _about(self) -> str:
        session = self._bridge.session
        if self._editing is not None:
            return self.tr("Enter corrects the note, Ctrl+Enter parts it here; Esc leaves it as it was.")
        if not self._begun or self._begun_in is None or self._begun_in == _heard_now(session):
            return ""
        person = session.person(session.interventions[self._begun_in].delegate)
        who = labels.delegation_name(session, person, labels.screen_language()) or person.titled_name
        return self.tr("This line was begun while {who} spoke and stays there.").format(who=who)


def _or_dash(number: int | None) -> str:
    return "-" if number is None else str(number)


def _announced(session: Session, speech: InterventionId | None) -> tuple[ThemeId, ...]:
    """Return the themes on which the speaker asked to speak, as far as there are such themes."""
    number = None if speech is None else session.interventions[speech].request
    request = None if number is None else session.requests.get(number)
    asked = () if request is None else request.themes
    known = {theme.id for theme in session.themes}
    return tuple(theme for theme in asked if theme in known)


def _heard_now(session: Session) -> InterventionId | None:
    """Return the intervention that a line begun now belongs to: the one on the floor, else the latest."""
    if session.speaking is not None:
        return session.speaking
    return max((i.id for i in session.interventions.values() if not i.on_paper), default=None)
