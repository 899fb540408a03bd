"""What the chair may want to be reminded of: hints only (practice.md §5, rows 11 and 12)."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ipu_session.domain.model.ids import DelegateId
from ipu_session.domain.model.rules import MINUTE
from ipu_session.domain.model.session import Gender, Person, Session, Theme
from ipu_session.domain.queries.ages import is_young, session_day
from ipu_session.domain.queries.forecast import forecast_end_ms, planned_end_ms
from ipu_session.domain.queries.statistics import groups_of, party_of, speeches
from ipu_session.domain.queries.time_signal import Light, light


class Hint(StrEnum):
    """One kind of reminder."""

    OVER_TIME = "over-time"
    LATE = "late"
    CLOSE_THE_LIST = "close-the-list"
    IN_A_ROW = "in-a-row"
    NEXT_WOMAN = "next-woman"
    NEXT_YOUNG = "next-young"
    UNHEARD_GROUPS = "unheard-groups"
    REPLIES = "replies"
    THEMES = "themes"


@dataclass(frozen=True, slots=True)
class Reminder:
    """A hint and what it is about: a number, a delegate, or words."""

    hint: Hint
    number: int = 0
    delegate: DelegateId | None = None
    words: tuple[str, ...] = ()


def reminders(session: Session, now_ms: int, untouched: Sequence[Theme]) -> tuple[Reminder, ...]:
    """Return what the chair may want to know now, the most pressing first.

    The ``untouched`` themes are handed in: who asks each second does not go over all notes for them.
    """
    if session.sitting is None:
        return ()
    return (
        *_pressing(session, now_ms),
        *_in_a_row(session),
        *_balance(session),
        *_rest(session, untouched),
    )


def _pressing(session: Session, now_ms: int) -> Iterator[Reminder]:
    floor = session.floor
    if floor is not None and light(session.rules, floor, now_ms) is Light.OVER_TIME:
        yield Reminder(Hint.OVER_TIME, floor.overtime_ms(now_ms), floor.delegate)
    announced = session.closing_announced_ms
    if announced is not None and announced <= now_ms:
        yield Reminder(Hint.CLOSE_THE_LIST)
    planned, forecast = planned_end_ms(session, now_ms), forecast_end_ms(session, now_ms)
    if planned is not None and forecast is not None and forecast - planned >= MINUTE:
        yield Reminder(Hint.LATE, (forecast - planned) // MINUTE)


def _in_a_row(session: Session) -> Iterator[Reminder]:
    """Say so if the next would be one too many of a delegation or a group in a row."""
    most = session.rules.consecutive
    following = [session.requests[n].delegate for n in session.next_up[:1]]
    latest = [s.delegate for s in speeches(session)[-most:]] if most else []
    if not following or len(latest) < most or not most:
        return
    row = [session.person(delegate) for delegate in (*latest, *following)]
    if len({party_of(person) for person in row}) == 1:
        yield Reminder(Hint.IN_A_ROW, len(row), following[0])
        return
    common = set.intersection(*(set(groups_of(session, person)) for person in row))
    if common:
        yield Reminder(Hint.IN_A_ROW, len(row), words=tuple(sorted(common)))


def _balance(session: Session) -> Iterator[Reminder]:
    heard = [session.person(speech.delegate) for speech in speeches(session)]
    day = session_day(session)

    def young(person: Person) -> bool:
        return is_young(person, session.rules.young_under, day)

    women = sum(person.gender is Gender.WOMAN for person in heard)
    if 2 * women < sum(person.gender is not Gender.NOT_STATED for person in heard):
        yield from _first(session, Hint.NEXT_WOMAN, lambda p: p.gender is Gender.WOMAN)
    if not any(map(young, heard)):
        yield from _first(session, Hint.NEXT_YOUNG, young)
    spoken = {group for person in heard for group in groups_of(session, person)}
    waiting = [session.person(session.requests[n].delegate) for n in session.speakers]
    left = {group for person in waiting for group in groups_of(session, person)} - spoken
    if left and heard:
        yield Reminder(Hint.UNHEARD_GROUPS, words=tuple(sorted(left)))


def _first(session: Session, hint: Hint, suits: Callable[[Person], bool]) -> Iterator[Reminder]:
    """Say at which place the first one stands whom it is about, unless that is the next anyway."""
    for place, request in enumerate(session.speakers, start=1):
        delegate = session.requests[request].delegate
        if suits(session.person(delegate)):
            if place > 1:
                yield Reminder(hint, place, delegate)
            return


def _rest(session: Session, untouched: Sequence[Theme]) -> Iterator[Reminder]:
    if session.replies:
        yield Reminder(Hint.REPLIES, len(session.replies))
    if untouched and speeches(session):
        yield Reminder(Hint.THEMES, words=tuple(str(theme.number) for theme in untouched))
