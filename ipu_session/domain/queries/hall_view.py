"""What the hall may see, as a value: no gender nor title, no note, no stance (product.md, H1)."""

from dataclasses import dataclass
from enum import StrEnum

from ipu_session.domain.model.intervention import Intervention
from ipu_session.domain.model.rules import Kind
from ipu_session.domain.model.session import Person, Session
from ipu_session.domain.queries.time_signal import Light, light

_NEXT = 2
"""So many of the next are shown (practice.md §5, row 28)."""


class HallState(StrEnum):
    """What the hall display shows at all."""

    BLACKOUT = "blackout"
    BEFORE = "before"
    FREE = "free"
    SPEAKING = "speaking"
    SUSPENDED = "suspended"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Shown:
    """Somebody as the hall sees them: on whose behalf, and the bare name."""

    delegation: str
    name: str


@dataclass(frozen=True, slots=True)
class Face:
    """A clock as the hall sees it; ``time_ms`` is what is left, or was spoken where there is no limit."""

    light: Light
    time_ms: int
    limit_ms: int

    @property
    def share(self) -> float:
        """How much of the time is used, 0 to 1."""
        if not self.limit_ms:
            return 0.0
        return min(1.0, max(0.0, 1 - self.time_ms / self.limit_ms))


@dataclass(frozen=True, slots=True)
class HallView:
    """Everything on the hall display at one moment."""

    state: HallState
    title: str = ""
    speaker: Shown | None = None
    kind: Kind | None = None
    face: Face | None = None
    next: tuple[Shown, ...] = ()
    theme: str = ""
    list_closed: bool = False
    list_closes_ms: int | None = None
    reason: str = ""
    message: str = ""
    to_speaker: str = ""


@dataclass(frozen=True, slots=True)
class Signs:
    """What the secretary puts on the display by hand."""

    message: str = ""
    to_speaker: str = ""
    blackout: bool = False


def hall_view(session: Session, signs: Signs, language: str, now_ms: int) -> HallView:
    """Return what the hall sees at a moment, names in ``language``."""
    if signs.blackout:
        return HallView(HallState.BLACKOUT)
    speech = shown_speech(session)
    sitting = session.sitting
    return HallView(
        state=_state(session, speech),
        title=session.details.title,
        speaker=None if speech is None else shown(session, session.person(speech.delegate), language),
        kind=None if speech is None else speech.kind,
        face=None if speech is None else face(session, speech, now_ms),
        next=() if session.sitting is None and session.closed else next_shown(session, language),
        theme=_theme(session, speech),
        list_closed=session.list_closed,
        list_closes_ms=session.closing_announced_ms,
        reason=sitting.suspensions[-1].reason if sitting is not None and sitting.suspended else "",
        message=signs.message,
        to_speaker=signs.to_speaker if speech is not None else "",
    )


def shown_speech(session: Session) -> Intervention | None:
    """Return the intervention to show: the one on the floor, or the one that the suspension holds."""
    if session.floor is not None:
        return session.floor
    suspended = session.sitting is not None and session.sitting.suspended
    return session.interventions[session.held[-1]] if suspended and session.held else None


def face(session: Session, speech: Intervention, now_ms: int) -> Face:
    """Return the clock of an intervention."""
    time_ms = speech.remaining_ms(now_ms) if speech.limited else speech.spoken_ms(now_ms)
    limit_ms = speech.limit_ms() if speech.limited else 0
    return Face(light(session.rules, speech, now_ms), time_ms, limit_ms)


def shown(session: Session, person: Person, language: str) -> Shown:
    """Return somebody as the hall sees them."""
    delegation = session.delegations.get(person.delegation)
    return Shown(delegation.name(language) if delegation else person.organization, person.name)


def next_shown(session: Session, language: str) -> tuple[Shown, ...]:
    """Return the next ones as the hall sees them."""
    people = [session.person(session.requests[n].delegate) for n in session.next_up[:_NEXT]]
    return tuple(shown(session, person, language) for person in people)


def _state(session: Session, speech: Intervention | None) -> HallState:
    if session.sitting is None:
        return HallState.CLOSED if session.closed else HallState.BEFORE
    if session.sitting.suspended:
        return HallState.SUSPENDED
    return HallState.FREE if speech is None else HallState.SPEAKING


def _theme(session: Session, speech: Intervention | None) -> str:
    """Return the theme that the speaker announced, if there is one alone."""
    if speech is None or speech.request is None:
        return ""
    announced = session.requests[speech.request].themes
    theme = session.theme(announced[0]) if len(announced) == 1 else None
    return "" if theme is None else theme.title
