"""What each event did, as a sentence: for the message line and for screen readers (decision 0041).

`SENTENCES` has a row for every kind of event; None is silence on purpose, with its reason beside it.
"""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from ipu_session.domain import events as e
from ipu_session.domain.model.ids import Moment
from ipu_session.domain.model.intervention import Intervention, Ruling
from ipu_session.domain.model.motions import Decision, MotionKind
from ipu_session.domain.model.rules import Kind
from ipu_session.domain.model.session import Session
from ipu_session.domain.model.stopwatch import Phase
from ipu_session.domain.model.timing_gaps import GapCause
from ipu_session.ui.strings import labels, venue_time
from ipu_session.ui.strings.event_subjects import delegation, intervention_of, subject, who_has, who_of
from ipu_session.ui.strings.event_templates import say

_MANY = 3
"""So many events of one kind in one act are counted, not read out."""


class Told(NamedTuple):
    """An event, the session before and after its act, and when (UTC; minutes that the machine is ahead)."""

    event: Any
    before: Session
    after: Session
    now_ms: int
    offset_min: int

    @property
    def clock(self) -> str:
        """The room's wall clock."""
        return venue_time.time_now(self.after, Moment(self.now_ms, self.offset_min))

    def time_at(self, at_ms: int) -> str:
        """Return the time of day of another moment, in its own room."""
        return venue_time.time_at(self.after, at_ms, Moment(self.now_ms, self.offset_min))


def sentences(events: Iterable[e.Event], told: Told) -> str:
    """Return what an act did; "" if nothing is to be said. ``told`` carries the act's circumstances."""
    events = tuple(events)
    kinds = list(dict.fromkeys(type(event) for event in events))
    found = []
    for kind in kinds:
        same = [event for event in events if type(event) is kind]
        sentence = SENTENCES[kind]
        if sentence is None:
            continue
        if len(same) > _MANY:
            found.append((events.index(same[0]), _counted(same)))
        else:
            found += [(events.index(event), sentence(told._replace(event=event))) for event in same]
    return " ".join(text for _, text in sorted(found, key=lambda pair: pair[0]) if text)


def left(speech: Intervention, now_ms: int) -> str:
    """Return "1:47 left", "0:12 over time", or "1:10 spoken" where there is no limit."""
    if not speech.limited:
        return say("spoken", time=labels.duration(speech.spoken_ms(now_ms)))
    left_ms = speech.remaining_ms(now_ms)
    name = "left" if left_ms >= 0 else "over"
    return say(name, time=labels.clock(left_ms).removeprefix("+"))


def limit(limit_ms: int) -> str:
    """Return "3:00", or that there is no limit."""
    return labels.duration(limit_ms) if limit_ms else say("no-limit")


def _counted(same: list[Any]) -> str:
    if isinstance(same[0], e.RequestMade):
        return say("names", count=len(same))
    return say("recorded-many", act=labels.act(same[0]), count=len(same))


def _recorded(told: Told) -> str:
    act, whose = labels.act(told.event), subject(told.event, told.after) or subject(told.event, told.before)
    return say("recorded-of", act=act, subject=whose) if whose else say("recorded", act=act)


def _given(told: Told) -> str:
    event, speech = told.event, told.after.interventions[told.event.intervention]
    who, kind = who_has(told.after, speech), labels.word(speech.kind).capitalize()
    words = {"who": who, "kind": kind, "limit": limit(event.allotted_ms)}
    if speech.kind is Kind.SPEECH:
        return say("given", **words)
    return say("given-as" if who and speech.kind is not Kind.CHAIR else "given-nobody", **words)


def _ended(told: Told) -> str:
    speech = told.after.interventions[told.event.intervention]
    if speech.kind is Kind.POINT_OF_ORDER:
        return ""  # its ruling says so
    spoken, over_ms = labels.duration(speech.spoken_ms(told.now_ms)), speech.overtime_ms(told.now_ms)
    who = who_has(told.after, speech) or labels.word(speech.kind).capitalize()
    if not over_ms:
        return say("ended", who=who, spoken=spoken)
    return say("ended-over", who=who, spoken=spoken, over=say("over", time=labels.duration(over_ms)))


def _clock(name: str) -> Callable[[Told], str]:
    """Return what says how a speaker's clock stands after an event."""

    def sentence(told: Told) -> str:
        speech = intervention_of(told.event, told.after)
        if speech is None:
            return ""
        who = who_has(told.after, speech) or labels.word(speech.kind).capitalize()
        return say(name, who=who, left=left(speech, told.now_ms))

    return sentence


def _restored(told: Told) -> str:
    speech = intervention_of(told.event, told.after)
    paused = speech is not None and speech.watch.phase is Phase.PAUSED
    return _clock("still-paused" if paused else "goes-on")(told)


def _granted(told: Told) -> str:
    speech, amount_ms = told.after.interventions[told.event.intervention], told.event.granted_ms
    who = who_has(told.after, speech) or labels.word(speech.kind).capitalize()
    time = labels.duration(abs(amount_ms))
    return say("more" if amount_ms > 0 else "less", who=who, time=time, left=left(speech, told.now_ms))


def _allotted(told: Told) -> str:
    speech = told.after.interventions[told.event.intervention]
    who = who_has(told.after, speech) or labels.word(speech.kind).capitalize()
    return say("allotted", who=who, limit=limit(told.event.allotted_ms))


def _ruled(told: Told) -> str:
    return say("ruled", ruling=labels.word(Ruling(told.event.ruling)))


def _attributed(told: Told) -> str:
    speech = told.after.interventions[told.event.intervention]
    return say("attributed", kind=labels.word(speech.kind).capitalize(), who=who_has(told.after, speech))


def _explained(told: Told) -> str:
    return say("motion", what=told.event.subject or labels.word(MotionKind(told.event.motion_kind)))


def _decided(told: Told) -> str:
    return say(str(told.event.decision or Decision.LAPSED))


def _at(name: str) -> Callable[[Told], str]:
    """Return what says what became of the sitting, with the room's time."""

    def sentence(told: Told) -> str:
        return say(name, time=told.clock)

    return sentence


def _reason(told: Told) -> str:
    return say("reason", reason=told.event.reason) if told.event.reason else ""


def _list_closed(told: Told) -> str:
    return say("list-closed", count=told.event.remaining)


def _list_open(told: Told) -> str:
    return say("list-open")


def _list_closes(told: Told) -> str:
    return say("list-closes", time=told.time_at(told.event.closes_ms))


def _placed(name: str) -> Callable[[Told], str]:
    """Return what says where a request stands now."""

    def sentence(told: Told) -> str:
        request, session = told.event.request, told.after
        who = who_of(told.event, session)
        if session.requests[request].kind is Kind.REPLY and name == "asked":
            return say("asked-reply", who=who)
        if request not in session.queue:
            return ""
        return say(name, who=who, number=session.own_list(request).index(request) + 1)

    return sentence


def _gone(name: str) -> Callable[[Told], str]:
    """Return what says what became of a request."""

    def sentence(told: Told) -> str:
        return say(name, who=who_of(told.event, told.after))

    return sentence


def _swapped(told: Told) -> str:
    requests, session = told.after.requests, told.after
    one, other = (
        labels.origin_and_name(session, session.person(requests[each].delegate))
        for each in (told.event.one, told.event.other)
    )
    return say("swapped", one=one, other=other)


def _ordered(told: Told) -> str:
    session = told.after
    if not session.next_up:
        return _recorded(told)
    first = session.person(session.requests[session.next_up[0]].delegate)
    return say("ordered", who=labels.origin_and_name(session, first))


def _reserved(told: Told) -> str:
    return say("reserve" if told.event.reserve else "no-reserve", who=who_of(told.event, told.after))


def _noted(told: Told) -> str:
    event, session = told.event, told.after
    who = subject(event, session)
    if not who:
        return say("noted-nobody")
    if event.second_ms is None:
        return say("noted-for", who=who)
    return say("noted", who=who, time=labels.duration(event.second_ms))


def _note_moved(told: Told) -> str:
    who = subject(told.event, told.after)
    return say("note-moved", who=who) if who else say("noted-nobody")


def _restricted(told: Told) -> str:
    return say("note-kept-out" if told.event.restricted else "note-let-in")


def _record(name: str, *, gone: bool = False) -> Callable[[Told], str]:
    """Return what says what became of an intervention's entry in the record."""

    def sentence(told: Told) -> str:
        session = told.before if gone else told.after
        speech = session.interventions[told.event.intervention]
        who = who_has(session, speech) or labels.word(speech.kind).capitalize()
        return say(name, who=who, spoken=say("spoken", time=labels.duration(speech.spoken_ms(told.now_ms))))

    return sentence


def _gap(told: Told) -> str:
    gap = next((gap for gap in told.after.gaps if gap.id == told.event.gap), None)
    counted = told.event.counted
    if gap is not None and gap.cause is GapCause.CLOCK_SET:
        return say("clock-taken" if counted else "clock-kept")
    return say("gap-counts" if counted else "gap-left-out")


def _final(told: Told) -> str:
    return say("final", number=told.event.number)


def _moved(told: Told) -> str:
    return say("moved")


def _contribution(told: Told) -> str:
    entry = told.event.contribution
    found = told.before.contributions[entry] if isinstance(told.event, e.ContributionRemoved) else entry
    return say("recorded-of", act=labels.act(told.event), subject=delegation(told.after, found.delegation))


SENTENCES: dict[type, Callable[[Told], str] | None] = {
    e.SessionCreated: None,  # the window that opens says its title
    e.DetailsChanged: _recorded,
    e.RulesSet: _recorded,
    e.DelegationsLoaded: None,  # comes with a new session
    e.DelegationChanged: _recorded,
    e.ThemeAdded: _recorded,
    e.ThemeRenamed: _recorded,
    e.ThemesOrdered: _recorded,
    e.ThemeRemoved: _recorded,
    e.ThemesMerged: _recorded,
    e.ThemeSplit: _recorded,
    e.DelegateAdded: None,  # comes with the request, the intervention or the entry that names them
    e.DelegateChanged: _recorded,
    e.PresenceCounted: _recorded,
    e.RequestMade: _placed("asked"),
    e.RequestMoved: _placed("placed"),
    e.RequestWithdrawn: _gone("off"),
    e.RequestPassedOver: _gone("passed"),
    e.RequestAbsent: _gone("absent"),
    e.RequestRestored: _placed("asked"),
    e.RequestsSwapped: _swapped,
    e.LotsDrawn: _ordered,
    e.OrderAccepted: _ordered,
    e.RequestReserved: _reserved,
    e.ListClosingAnnounced: _list_closes,
    e.ListClosed: _list_closed,
    e.ListReopened: _list_open,
    e.SittingOpened: _at("opened"),
    e.SittingSuspended: _at("suspended"),
    e.SuspensionExplained: _reason,
    e.SittingResumed: _at("resumed"),
    e.SittingClosed: _at("closed"),
    e.FloorGiven: _given,
    e.InterventionAttributed: _attributed,
    e.SpeechPaused: _clock("paused"),
    e.SpeechResumed: _clock("goes-on"),
    e.SpeechHeld: _clock("held"),
    e.SpeechRestored: _restored,
    e.TimeGranted: _granted,
    e.AllotmentChanged: _allotted,
    e.PointOfOrderRuled: _ruled,
    e.InterventionEnded: _ended,
    e.MotionMoved: _moved,
    e.MotionExplained: _explained,
    e.MotionDecided: _decided,
    e.InterventionCorrected: _record("corrected"),
    e.InterventionDeleted: _record("struck", gone=True),
    e.InterventionEntered: _record("on-paper"),
    e.GapFound: None,  # the bar about it, or the message line, says what happened
    e.GapAnswered: _gap,
    e.NoteTaken: _noted,
    e.NoteEdited: _recorded,
    e.NoteThemed: _recorded,
    e.NoteMoved: _note_moved,
    e.NoteRestricted: _restricted,
    e.NoteSplit: _recorded,
    e.NotesJoined: _recorded,
    e.NoteDeleted: _recorded,
    e.SynthesisWritten: _recorded,
    e.PassageWritten: _recorded,
    e.PassagesOrdered: _recorded,
    e.PassageRemoved: _recorded,
    e.ContributionRegistered: _contribution,
    e.ContributionRemoved: _contribution,
    e.ReportFinalized: _final,
    e.CorrectionReceived: _recorded,
    e.Rewound: None,  # the history says what was undone or redone (`Announcer`)
}
