"""View model of the hall display: persons by name only, without gender or title; no notes (docs/rules.md#h1)."""

from enum import StrEnum

from ipu_session.domain.model.intervention import Intervention
from ipu_session.domain.model.rules import Kind
from ipu_session.domain.model.session import Person, Session
from ipu_session.domain.model.value import Value
from ipu_session.domain.queries.time_signal import TimeSignal, time_signal

_NEXT_SHOWN = 2
"""Number of next speakers that are shown (docs/rules.md#row-28)."""


class HallState(StrEnum):
    """Overall state of the hall display."""

    BLACKOUT = "blackout"
    BEFORE = "before"
    FREE = "free"
    SPEAKING = "speaking"
    SUSPENDED = "suspended"
    CLOSED = "closed"


class SpeakerView(Value, frozen=True):
    """A person on the hall display: delegation or organization, and the name without title."""

    delegation: str
    name: str


class ClockView(Value, frozen=True):
    """A clock on the hall display; ``time_ms`` is the time left, or the time spoken if there is no limit."""

    signal: TimeSignal
    time_ms: int
    limit_ms: int

    @property
    def used_share(self) -> float:
        """The share of the time that is used, 0 to 1; 0 if there is no limit."""
        if not self.limit_ms:
            return 0.0
        return min(1.0, max(0.0, 1 - self.time_ms / self.limit_ms))


class HallView(Value, frozen=True):
    """Content of the hall display at one moment."""

    state: HallState
    title: str = ""
    speaker: SpeakerView | None = None
    kind: Kind | None = None
    clock: ClockView | None = None
    next_speakers: tuple[SpeakerView, ...] = ()
    theme: str = ""
    is_list_closed: bool = False
    list_closes_ms: int | None = None
    reason: str = ""
    message: str = ""
    message_to_speaker: str = ""


class HallMessages(Value, frozen=True):
    """Texts that the secretary typed for the display, and whether it is blacked out."""

    message: str = ""
    message_to_speaker: str = ""
    is_blackout: bool = False


def hall_view(session: Session, signs: HallMessages, language: str, now_ms: int) -> HallView:
    """Return the content of the hall display at ``now_ms`` (UTC), names in ``language``."""
    if signs.is_blackout:
        return HallView(HallState.BLACKOUT)
    speech = displayed_speech(session)
    sitting = session.sitting
    return HallView(
        state=_hall_state(session, speech),
        title=session.details.title,
        speaker=None if speech is None else speaker_view(session, session.person(speech.delegate), language),
        kind=None if speech is None else speech.kind,
        clock=None if speech is None else clock_view(session, speech, now_ms),
        next_speakers=() if session.sitting is None and session.is_closed else next_speaker_views(session, language),
        theme=_announced_theme(session, speech),
        is_list_closed=session.is_list_closed,
        list_closes_ms=session.closing_announced_ms,
        reason=sitting.suspensions[-1].reason if sitting is not None and sitting.is_suspended else "",
        message=signs.message,
        message_to_speaker=signs.message_to_speaker if speech is not None else "",
    )


def displayed_speech(session: Session) -> Intervention | None:
    """Return the intervention on the floor, or the one that a suspension holds; None if there is neither."""
    if session.floor is not None:
        return session.floor
    suspended = session.sitting is not None and session.sitting.is_suspended
    return session.interventions[session.held[-1]] if suspended and session.held else None


def clock_view(session: Session, speech: Intervention, now_ms: int) -> ClockView:
    """Return the view of an intervention's clock."""
    time_ms = speech.remaining_ms(now_ms) if speech.has_limit else speech.spoken_ms(now_ms)
    limit_ms = speech.limit_ms() if speech.has_limit else 0
    return ClockView(time_signal(session.rules, speech, now_ms), time_ms, limit_ms)


def speaker_view(session: Session, person: Person, language: str) -> SpeakerView:
    """Return the view of a person, the delegation's name in ``language``."""
    delegation = session.delegations.get(person.delegation)
    return SpeakerView(delegation.name(language) if delegation else person.organization, person.name)


def next_speaker_views(session: Session, language: str) -> tuple[SpeakerView, ...]:
    """Return the views of the next two speakers in the calling order."""
    people = [session.person(session.requests[request].delegate) for request in session.calling_order[:_NEXT_SHOWN]]
    return tuple(speaker_view(session, person, language) for person in people)


def _hall_state(session: Session, speech: Intervention | None) -> HallState:
    if session.sitting is None:
        return HallState.CLOSED if session.is_closed else HallState.BEFORE
    if session.sitting.is_suspended:
        return HallState.SUSPENDED
    return HallState.FREE if speech is None else HallState.SPEAKING


def _announced_theme(session: Session, speech: Intervention | None) -> str:
    """Return the title of the theme that the speaker announced; "" if no theme or several were announced."""
    if speech is None or speech.request is None:
        return ""
    announced = session.requests[speech.request].themes
    theme = session.theme(announced[0]) if len(announced) == 1 else None
    return "" if theme is None else theme.title
