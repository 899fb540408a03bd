"""Sentences that describe events, for the message line and for screen readers (decision 0041).

`EVENT_DESCRIBERS` has a row for every event class; None means deliberately no message, for the reason beside it.
"""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from ipu_session.domain import events as e
from ipu_session.domain.model.ids import Timestamp
from ipu_session.domain.model.intervention import Intervention, Ruling
from ipu_session.domain.model.motions import MotionDecision, MotionKind
from ipu_session.domain.model.rules import Kind
from ipu_session.domain.model.session import Session
from ipu_session.domain.model.stopwatch import Phase
from ipu_session.domain.model.timing_gaps import TimingGapCause
from ipu_session.ui.strings import labels, venue_time
from ipu_session.ui.strings.event_subjects import (
    delegation_name_by_code,
    event_subject,
    find_intervention,
    requester_name,
    speaker_name,
)
from ipu_session.ui.strings.event_templates import format_event_message

_MAX_SEPARATE_MESSAGES = 3
"""If a transaction has more events of one class than this, one message with their number describes them."""


class EventContext(NamedTuple):
    """An event, the session before and after its transaction, and the time: UTC in ms, UTC offset in minutes."""

    event: Any
    before: Session
    after: Session
    now_ms: int
    offset_min: int

    @property
    def venue_time_text(self) -> str:
        """The present time of day at the venue."""
        return venue_time.format_time_now(self.after, Timestamp(self.now_ms, self.offset_min))

    def format_time_at(self, at_ms: int) -> str:
        """Return another UTC time as the time of day at the venue."""
        return venue_time.format_time_at(self.after, at_ms, Timestamp(self.now_ms, self.offset_min))


def describe_events(events: Iterable[e.Event], told: EventContext) -> str:
    """Return the sentences that describe the events of a transaction; "" if none has a message.

    ``told`` is the context of the transaction; its ``event`` is replaced for each event.
    """
    events = tuple(events)
    kinds = list(dict.fromkeys(type(event) for event in events))
    found = []
    for kind in kinds:
        same = [event for event in events if type(event) is kind]
        sentence = EVENT_DESCRIBERS[kind]
        if sentence is None:
            continue
        if len(same) > _MAX_SEPARATE_MESSAGES:
            found.append((events.index(same[0]), _describe_count(same)))
        else:
            found += [(events.index(event), sentence(told._replace(event=event))) for event in same]
    return " ".join(text for _, text in sorted(found, key=lambda pair: pair[0]) if text)


def format_remaining_time(speech: Intervention, now_ms: int) -> str:
    """Return "1:47 left", "0:12 over time", or "1:10 spoken" where there is no limit."""
    if not speech.has_limit:
        return format_event_message("spoken", time=labels.format_minutes_seconds(speech.spoken_ms(now_ms)))
    left_ms = speech.remaining_ms(now_ms)
    name = "left" if left_ms >= 0 else "over"
    return format_event_message(name, time=labels.format_countdown(left_ms).removeprefix("+"))


def format_limit(limit_ms: int) -> str:
    """Return a time limit such as "3:00"; 0 means no limit."""
    return labels.format_minutes_seconds(limit_ms) if limit_ms else format_event_message("no-limit")


def _describe_count(same: list[Any]) -> str:
    if isinstance(same[0], e.RequestMade):
        return format_event_message("names", count=len(same))
    return format_event_message("recorded-many", act=labels.event_label(same[0]), count=len(same))


def _describe_recorded(told: EventContext) -> str:
    act, whose = (
        labels.event_label(told.event),
        event_subject(told.event, told.after) or event_subject(told.event, told.before),
    )
    return (
        format_event_message("recorded-of", act=act, subject=whose)
        if whose
        else format_event_message("recorded", act=act)
    )


def _describe_floor_given(told: EventContext) -> str:
    event, speech = told.event, told.after.interventions[told.event.intervention]
    who, kind = speaker_name(told.after, speech), labels.enum_label(speech.kind).capitalize()
    words = {"who": who, "kind": kind, "limit": format_limit(event.allotted_ms)}
    if speech.kind is Kind.SPEECH:
        return format_event_message("given", **words)
    return format_event_message("given-as" if who and speech.kind is not Kind.CHAIR else "given-nobody", **words)


def _describe_ended(told: EventContext) -> str:
    speech = told.after.interventions[told.event.intervention]
    if speech.kind is Kind.POINT_OF_ORDER:
        return ""  # the message about its ruling is enough
    spoken, over_ms = (labels.format_minutes_seconds(speech.spoken_ms(told.now_ms)), speech.overtime_ms(told.now_ms))
    who = speaker_name(told.after, speech) or labels.enum_label(speech.kind).capitalize()
    if not over_ms:
        return format_event_message("ended", who=who, spoken=spoken)
    return format_event_message(
        "ended-over",
        who=who,
        spoken=spoken,
        over=format_event_message("over", time=labels.format_minutes_seconds(over_ms)),
    )


def _clock_describer(name: str) -> Callable[[EventContext], str]:
    """Return a describer that states the time left on the speaker's clock after an event."""

    def sentence(told: EventContext) -> str:
        speech = find_intervention(told.event, told.after)
        if speech is None:
            return ""
        who = speaker_name(told.after, speech) or labels.enum_label(speech.kind).capitalize()
        return format_event_message(name, who=who, left=format_remaining_time(speech, told.now_ms))

    return sentence


def _describe_restored(told: EventContext) -> str:
    speech = find_intervention(told.event, told.after)
    paused = speech is not None and speech.stopwatch.phase is Phase.PAUSED
    return _clock_describer("still-paused" if paused else "goes-on")(told)


def _describe_time_granted(told: EventContext) -> str:
    speech, amount_ms = told.after.interventions[told.event.intervention], told.event.granted_ms
    who = speaker_name(told.after, speech) or labels.enum_label(speech.kind).capitalize()
    time = labels.format_minutes_seconds(abs(amount_ms))
    return format_event_message(
        "more" if amount_ms > 0 else "less", who=who, time=time, left=format_remaining_time(speech, told.now_ms)
    )


def _describe_allotment(told: EventContext) -> str:
    speech = told.after.interventions[told.event.intervention]
    who = speaker_name(told.after, speech) or labels.enum_label(speech.kind).capitalize()
    return format_event_message("allotted", who=who, limit=format_limit(told.event.allotted_ms))


def _describe_ruling(told: EventContext) -> str:
    return format_event_message("ruled", ruling=labels.enum_label(Ruling(told.event.ruling)))


def _describe_attribution(told: EventContext) -> str:
    speech = told.after.interventions[told.event.intervention]
    return format_event_message(
        "attributed", kind=labels.enum_label(speech.kind).capitalize(), who=speaker_name(told.after, speech)
    )


def _describe_motion(told: EventContext) -> str:
    return format_event_message(
        "motion", what=told.event.subject or labels.enum_label(MotionKind(told.event.motion_kind))
    )


def _describe_motion_decision(told: EventContext) -> str:
    return format_event_message(str(told.event.decision or MotionDecision.LAPSED))


def _sitting_describer(name: str) -> Callable[[EventContext], str]:
    """Return a describer of a change of the sitting, with the time of day at the venue."""

    def sentence(told: EventContext) -> str:
        return format_event_message(name, time=told.venue_time_text)

    return sentence


def _describe_suspension_reason(told: EventContext) -> str:
    return format_event_message("reason", reason=told.event.reason) if told.event.reason else ""


def _describe_list_closed(told: EventContext) -> str:
    return format_event_message("list-closed", count=told.event.remaining)


def _describe_list_reopened(told: EventContext) -> str:
    return format_event_message("list-open")


def _describe_list_closing(told: EventContext) -> str:
    return format_event_message("list-closes", time=told.format_time_at(told.event.closes_ms))


def _list_position_describer(name: str) -> Callable[[EventContext], str]:
    """Return a describer of a request's new position on the list."""

    def sentence(told: EventContext) -> str:
        request, session = told.event.request, told.after
        who = requester_name(told.event, session)
        if session.requests[request].kind is Kind.REPLY and name == "asked":
            return format_event_message("asked-reply", who=who)
        if request not in session.queue:
            return ""
        return format_event_message(name, who=who, number=session.list_containing(request).index(request) + 1)

    return sentence


def _request_outcome_describer(name: str) -> Callable[[EventContext], str]:
    """Return a describer of the outcome of a request."""

    def sentence(told: EventContext) -> str:
        return format_event_message(name, who=requester_name(told.event, told.after))

    return sentence


def _describe_swap(told: EventContext) -> str:
    requests, session = told.after.requests, told.after
    one, other = (
        labels.delegation_and_name(session, session.person(requests[each].delegate))
        for each in (told.event.one, told.event.other)
    )
    return format_event_message("swapped", one=one, other=other)


def _describe_new_order(told: EventContext) -> str:
    session = told.after
    if not session.calling_order:
        return _describe_recorded(told)
    first = session.person(session.requests[session.calling_order[0]].delegate)
    return format_event_message("ordered", who=labels.delegation_and_name(session, first))


def _describe_reserve(told: EventContext) -> str:
    return format_event_message(
        "reserve" if told.event.reserve else "no-reserve", who=requester_name(told.event, told.after)
    )


def _describe_note_taken(told: EventContext) -> str:
    event, session = told.event, told.after
    who = event_subject(event, session)
    if not who:
        return format_event_message("noted-nobody")
    if event.second_ms is None:
        return format_event_message("noted-for", who=who)
    return format_event_message("noted", who=who, time=labels.format_minutes_seconds(event.second_ms))


def _describe_note_moved(told: EventContext) -> str:
    who = event_subject(told.event, told.after)
    return format_event_message("note-moved", who=who) if who else format_event_message("noted-nobody")


def _describe_note_restricted(told: EventContext) -> str:
    return format_event_message("note-kept-out" if told.event.restricted else "note-let-in")


def _record_entry_describer(name: str, *, gone: bool = False) -> Callable[[EventContext], str]:
    """Return a describer of a change to the record of an intervention; ``gone`` if the event deletes it."""

    def sentence(told: EventContext) -> str:
        session = told.before if gone else told.after
        speech = session.interventions[told.event.intervention]
        who = speaker_name(session, speech) or labels.enum_label(speech.kind).capitalize()
        return format_event_message(
            name,
            who=who,
            spoken=format_event_message("spoken", time=labels.format_minutes_seconds(speech.spoken_ms(told.now_ms))),
        )

    return sentence


def _describe_interruption_resolved(told: EventContext) -> str:
    gap = next((gap for gap in told.after.gaps if gap.id == told.event.gap), None)
    counted = told.event.counted
    if gap is not None and gap.cause is TimingGapCause.CLOCK_SET:
        return format_event_message("clock-taken" if counted else "clock-kept")
    return format_event_message("gap-counts" if counted else "gap-left-out")


def _describe_final_version(told: EventContext) -> str:
    return format_event_message("final", number=told.event.number)


def _describe_motion_moved(told: EventContext) -> str:
    return format_event_message("moved")


def _describe_contribution(told: EventContext) -> str:
    entry = told.event.contribution
    found = told.before.contributions[entry] if isinstance(told.event, e.ContributionRemoved) else entry
    return format_event_message(
        "recorded-of", act=labels.event_label(told.event), subject=delegation_name_by_code(told.after, found.delegation)
    )


EVENT_DESCRIBERS: dict[type, Callable[[EventContext], str] | None] = {
    e.SessionCreated: None,  # the title of the new window is read out
    e.DetailsChanged: _describe_recorded,
    e.RulesSet: _describe_recorded,
    e.DelegationsLoaded: None,  # comes with a new session
    e.DelegationChanged: _describe_recorded,
    e.ThemeAdded: _describe_recorded,
    e.ThemeRenamed: _describe_recorded,
    e.ThemesOrdered: _describe_recorded,
    e.ThemeRemoved: _describe_recorded,
    e.ThemesMerged: _describe_recorded,
    e.ThemeSplit: _describe_recorded,
    e.DelegateAdded: None,  # comes with the request, the intervention or the entry that names the delegate
    e.DelegateChanged: _describe_recorded,
    e.PresenceCounted: _describe_recorded,
    e.RequestMade: _list_position_describer("asked"),
    e.RequestMoved: _list_position_describer("placed"),
    e.RequestWithdrawn: _request_outcome_describer("off"),
    e.RequestPassedOver: _request_outcome_describer("passed"),
    e.RequestAbsent: _request_outcome_describer("absent"),
    e.RequestRestored: _list_position_describer("asked"),
    e.RequestsSwapped: _describe_swap,
    e.LotsDrawn: _describe_new_order,
    e.OrderAccepted: _describe_new_order,
    e.RequestReserved: _describe_reserve,
    e.ListClosingAnnounced: _describe_list_closing,
    e.ListClosed: _describe_list_closed,
    e.ListReopened: _describe_list_reopened,
    e.SittingOpened: _sitting_describer("opened"),
    e.SittingSuspended: _sitting_describer("suspended"),
    e.SuspensionExplained: _describe_suspension_reason,
    e.SittingResumed: _sitting_describer("resumed"),
    e.SittingClosed: _sitting_describer("closed"),
    e.FloorGiven: _describe_floor_given,
    e.InterventionAttributed: _describe_attribution,
    e.SpeechPaused: _clock_describer("paused"),
    e.SpeechResumed: _clock_describer("goes-on"),
    e.SpeechHeld: _clock_describer("held"),
    e.SpeechRestored: _describe_restored,
    e.TimeGranted: _describe_time_granted,
    e.AllotmentChanged: _describe_allotment,
    e.PointOfOrderRuled: _describe_ruling,
    e.InterventionEnded: _describe_ended,
    e.MotionMoved: _describe_motion_moved,
    e.MotionExplained: _describe_motion,
    e.MotionDecided: _describe_motion_decision,
    e.InterventionCorrected: _record_entry_describer("corrected"),
    e.InterventionDeleted: _record_entry_describer("struck", gone=True),
    e.InterventionEntered: _record_entry_describer("on-paper"),
    e.GapFound: None,  # described by the timing gap bar or by its message
    e.GapAnswered: _describe_interruption_resolved,
    e.NoteTaken: _describe_note_taken,
    e.NoteEdited: _describe_recorded,
    e.NoteThemed: _describe_recorded,
    e.NoteMoved: _describe_note_moved,
    e.NoteRestricted: _describe_note_restricted,
    e.NoteSplit: _describe_recorded,
    e.NotesJoined: _describe_recorded,
    e.NoteDeleted: _describe_recorded,
    e.SynthesisWritten: _describe_recorded,
    e.PassageWritten: _describe_recorded,
    e.PassagesOrdered: _describe_recorded,
    e.PassageRemoved: _describe_recorded,
    e.ContributionRegistered: _describe_contribution,
    e.ContributionRemoved: _describe_contribution,
    e.ReportFinalized: _describe_final_version,
    e.CorrectionReceived: _describe_recorded,
    e.Rewound: None,  # `Announcer` describes what was undone or redone
}
