"""What a blind secretary hears, and everybody reads in the message line: every act, refusal and threshold."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ipu_session.domain import events as e
from ipu_session.domain.exchange.save_status import Unsaved
from ipu_session.domain.history import Step
from ipu_session.domain.model.ids import InterventionId, Moment
from ipu_session.domain.model.intervention import Intervention
from ipu_session.domain.model.session import Session
from ipu_session.domain.queries.hall_view import shown_speech
from ipu_session.domain.queries.time_signal import Light, light
from ipu_session.domain.rejections import Reason
from ipu_session.domain.user_facing_error import TroubleError
from ipu_session.service.session_service import Committed
from ipu_session.ui.core.session_bridge import Bridge
from ipu_session.ui.core.ticker import Heartbeat
from ipu_session.ui.strings import event_messages, labels
from ipu_session.ui.strings.event_subjects import subject, who_has
from ipu_session.ui.widgets.announcements import announce

THRESHOLDS = frozenset({Light.NEARLY_UP, Light.TIME_IS_UP, Light.OVER_TIME})
"""The lights that are announced when they come; a pause and its end are acts."""
_STILL = frozenset({Light.PAUSED, Light.HELD})

_WORDS = {
    "undone": QT_TRANSLATE_NOOP("Told", "Undone: {act}."),
    "redone": QT_TRANSLATE_NOOP("Told", "Done again: {act}."),
    "act-of": QT_TRANSLATE_NOOP("Told", "{act} – {subject}"),
    "again": QT_TRANSLATE_NOOP("Told", "{who} has the floor, {left}."),
    "again-as": QT_TRANSLATE_NOOP("Told", "{kind}: {who}, {left}."),
    "again-nobody": QT_TRANSLATE_NOOP("Told", "{kind}, {left}."),
    "stopped": QT_TRANSLATE_NOOP("Told", "The clock stands."),
    "free": QT_TRANSLATE_NOOP("Told", "The floor is free."),
    "no-sitting": QT_TRANSLATE_NOOP("Told", "No sitting is open."),
    "sitting": QT_TRANSLATE_NOOP("Told", "Sitting {number} is open."),
    "suspended": QT_TRANSLATE_NOOP("Told", "Sitting {number} is suspended."),
    "next": QT_TRANSLATE_NOOP("Told", "Next: {who}."),
    "nobody-next": QT_TRANSLATE_NOOP("Told", "Nobody is waiting."),
    "waiting": QT_TRANSLATE_NOOP("Told", "{count} waiting."),
    "list-closed": QT_TRANSLATE_NOOP("Told", "The list is closed."),
    "names": QT_TRANSLATE_NOOP("Told", "Names on the list: {change}."),
    "notes": QT_TRANSLATE_NOOP("Told", "Notes: {change}."),
    "passages": QT_TRANSLATE_NOOP("Told", "Passages: {change}."),
    "themes": QT_TRANSLATE_NOOP("Told", "Themes: {change}."),
    "threshold": QT_TRANSLATE_NOOP("Told", "{light}: {who}, {left}."),
    "on-disk": QT_TRANSLATE_NOOP("Told", "Everything is on the disk."),
}


class Announcer(QObject):
    """Turns what is committed, refused and measured into sentences, shown and announced.

    Acts and news are polite: a screen reader finishes first. What cannot wait interrupts it: refusals,
    trouble with the disk, and a speaker's thresholds. `event_words.SENTENCES` has a row for each event.
    """

    acted = Signal(str)
    """An act was done, which the sentence names; empty for one that is silent on purpose."""
    rewound = Signal(str)
    """An act was undone or done again."""
    refused = Signal(str)
    """A rule or the disk said no."""
    informed = Signal(str)
    """Something is so, without an act."""

    def __init__(self, bridge: Bridge, heartbeat: Heartbeat, home: QWidget) -> None:
        super().__init__(home)
        self._bridge = bridge
        self._home = home
        self._session = bridge.session
        self._undoable, self._redoable = bridge.undoable, bridge.redoable
        self._speech: InterventionId | None = None
        self._light: Light | None = None
        bridge.committed.connect(self._on_committed)
        bridge.rejected.connect(self._on_rejected)
        bridge.troubled.connect(self._on_troubled)
        bridge.unable.connect(self.refuse)
        bridge.unchanged.connect(self._on_unchanged)
        bridge.saving.connect(self.say_saved)
        heartbeat.beat.connect(self._on_beat)

    def say(self, sentence: str) -> None:
        """Announce a sentence when the screen reader has finished."""
        announce(self._home, sentence)

    @Slot()
    def tell_state(self) -> None:
        """Say who speaks, how long is left, who is next, and how the sitting stands."""
        sentence = state_sentence(self._bridge.session, self._bridge.now().utc_ms)
        self.informed.emit(sentence)
        announce(self._home, sentence, urgent=True)

    @Slot(str)
    def inform(self, sentence: str) -> None:
        """Show and announce news."""
        self.informed.emit(sentence)
        self.say(sentence)

    @Slot(Committed)
    def _on_committed(self, committed: Committed) -> None:
        sentence = self._sentence(committed)
        self._session = committed.session
        self._undoable, self._redoable = self._bridge.undoable, self._bridge.redoable
        told = self.rewound if isinstance(committed.events[0], e.Rewound) else self.acted
        told.emit(sentence)
        self.say(sentence)

    @Slot(Unsaved)
    def say_saved(self, unsaved: Unsaved) -> None:
        """Say that nothing waits for the disk, if that is so; the bar says the rest."""
        if unsaved.trouble is None:
            self.inform(_say("on-disk"))

    @Slot(str)
    def refuse(self, sentence: str) -> None:
        """Show and announce why something was not done."""
        self.refused.emit(sentence)
        announce(self._home, sentence, urgent=True)

    @Slot(str)
    def _on_rejected(self, reason: str) -> None:
        self.refuse(labels.refusal(reason))

    @Slot()
    def _on_unchanged(self) -> None:
        self.inform(labels.refusal(Reason.NOTHING_CHANGES.value))

    @Slot(TroubleError)
    def _on_troubled(self, error: TroubleError) -> None:
        self.refuse(labels.trouble(error))

    @Slot(Moment)
    def _on_beat(self, now: Moment) -> None:
        speech = shown_speech(self._bridge.session)
        if speech is None:
            self._speech = self._light = None
            return
        if speech.id != self._speech:
            self._speech, self._light = speech.id, None
        shown = light(self._bridge.session.rules, speech, now.utc_ms)
        if shown in _STILL or shown is self._light:
            return
        self._light = shown
        if shown in THRESHOLDS:
            announce(self._home, _threshold(self._bridge.session, speech, shown, now.utc_ms), urgent=True)

    def _sentence(self, committed: Committed) -> str:
        now = self._bridge.now()
        session = committed.session
        if isinstance(committed.events[0], e.Rewound):
            return self._rewound(session, now.utc_ms)
        told = event_messages.Told(None, self._session, session, now.utc_ms, now.offset_min)
        return event_messages.sentences(committed.events, told)

    def _rewound(self, session: Session, now_ms: int) -> str:
        """Return what was taken back or done again, and what else changed by it."""
        again = self._redoable is not None and self._bridge.undoable == self._redoable
        step = self._redoable if again else self._undoable
        found = [_named(step, self._session, session, again=again)] if step is not None else []
        found += _counts(self._session, session)
        if _standing(self._session) != _standing(session):
            found.append(floor_sentence(session, now_ms))
        return " ".join(found)


def state_sentence(session: Session, now_ms: int) -> str:
    """Return who speaks, how long is left, who is next, how many wait, and how the sitting stands."""
    found = [floor_sentence(session, now_ms)]
    if session.queue:
        person = session.person(session.requests[session.next_up[0]].delegate)
        found += [
            _say("next", who=labels.origin_and_name(session, person)),
            _say("waiting", count=len(session.queue)),
        ]
    else:
        found.append(_say("nobody-next"))
    if session.list_closed:
        found.append(_say("list-closed"))
    if session.sitting is not None and not session.sitting.suspended:
        found.append(_say("sitting", number=len(session.sittings)))
    return " ".join(found)


def floor_sentence(session: Session, now_ms: int) -> str:
    """Return who has the floor and for how long, or why nobody has it."""
    speech, found = shown_speech(session), []
    if session.sitting is None:
        return _say("no-sitting")
    if session.sitting.suspended:
        found.append(_say("suspended", number=len(session.sittings)))
    if speech is None:
        return " ".join([*found, *([] if found else [_say("free")])])
    who, kind = who_has(session, speech), labels.word(speech.kind).capitalize()
    name = "again" if speech.kind.value == "speech" else "again-as" if who else "again-nobody"
    found.append(_say(name, who=who, kind=kind, left=event_messages.left(speech, now_ms)))
    if light(session.rules, speech, now_ms) in _STILL:
        found.append(_say("stopped"))
    return " ".join(found)


def _named(step: Step, before: Session, after: Session, *, again: bool) -> str:
    act = labels.act(step.event)
    whose = subject(step.event, before) or subject(step.event, after)
    named = _say("act-of", act=act, subject=whose) if whose else act
    return _say("redone" if again else "undone", act=named)


def _counts(before: Session, after: Session) -> list[str]:
    """Return by how much things that came or went several at a time became more or fewer."""
    pairs = (
        ("names", len(before.requests), len(after.requests)),
        ("notes", len(before.notes), len(after.notes)),
        ("passages", len(before.passages), len(after.passages)),
        ("themes", len(before.themes), len(after.themes)),
    )
    changed = ((name, new - old) for name, old, new in pairs)
    return [_say(name, change=f"{change:+d}") for name, change in changed if abs(change) > 1]


def _standing(session: Session) -> tuple[object, ...]:
    """Return what of the floor and the sitting an undo may change."""
    speech, sitting = shown_speech(session), session.sitting
    phase = None if speech is None else (speech.id, speech.watch.phase)
    return (phase, None if sitting is None else (sitting.id, sitting.suspended))


def _threshold(session: Session, speech: Intervention, shown: Light, now_ms: int) -> str:
    who = who_has(session, speech) or labels.word(speech.kind).capitalize()
    word = labels.word(shown).capitalize()
    return _say("threshold", light=word, who=who, left=event_messages.left(speech, now_ms))


def _say(key: str, **values: object) -> str:
    return QCoreApplication.translate("Told", str(_WORDS[key])).format(**values)
