"""Hints for the chair; none of them is enforced (docs/rules.md#row-11 and #row-12)."""

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum

from ipu_session.domain.model.ids import DelegateId
from ipu_session.domain.model.rules import MINUTE
from ipu_session.domain.model.session import Gender, Person, Session, Theme
from ipu_session.domain.model.value import Value
from ipu_session.domain.queries.ages import is_young, session_day
from ipu_session.domain.queries.forecast import forecast_end_ms, planned_end_ms
from ipu_session.domain.queries.parties import groups_of, party_of
from ipu_session.domain.queries.tallies import speeches
from ipu_session.domain.queries.time_signal import TimeSignal, time_signal


class HintKind(StrEnum):
    """Kind of a hint."""

    OVER_TIME = "over-time"
    LATE = "late"
    CLOSE_THE_LIST = "close-the-list"
    IN_A_ROW = "in-a-row"
    NEXT_WOMAN = "next-woman"
    NEXT_YOUNG = "next-young"
    UNHEARD_GROUPS = "unheard-groups"
    REPLIES = "replies"
    THEMES = "themes"


class ChairHint(Value, frozen=True):
    """A hint and what it is about: a delegate, or words (names of groups, numbers of themes).

    ``number`` is by kind: ms over time, minutes late, speakers in a row, a place on the list, or waiting replies.
    """

    kind: HintKind
    number: int = 0
    delegate: DelegateId | None = None
    words: tuple[str, ...] = ()


def find_chair_hints(session: Session, now_ms: int, untouched: Sequence[Theme]) -> tuple[ChairHint, ...]:
    """Return the hints for the chair at ``now_ms`` (UTC), the most urgent first.

    ``untouched`` are the themes without a note or announcement: a parameter, because finding them goes over all notes,
    and this function is called every second. Without an open sitting there are no hints.
    """
    if session.sitting is None:
        return ()
    return (
        *_urgent_hints(session, now_ms),
        *_repetition_hints(session),
        *_balance_hints(session),
        *_other_hints(session, untouched),
    )


def _urgent_hints(session: Session, now_ms: int) -> Iterator[ChairHint]:
    floor = session.floor
    if floor is not None and time_signal(session.rules, floor, now_ms) is TimeSignal.OVER_TIME:
        yield ChairHint(HintKind.OVER_TIME, floor.overtime_ms(now_ms), floor.delegate)
    announced = session.closing_announced_ms
    if announced is not None and announced <= now_ms:
        yield ChairHint(HintKind.CLOSE_THE_LIST)
    planned, forecast = planned_end_ms(session, now_ms), forecast_end_ms(session, now_ms)
    if planned is not None and forecast is not None and forecast - planned >= MINUTE:
        yield ChairHint(HintKind.LATE, (forecast - planned) // MINUTE)


def _repetition_hints(session: Session) -> Iterator[ChairHint]:
    """Yield a hint if the next speaker is of the same party or group as the last ``rules.consecutive`` speakers."""
    most = session.rules.consecutive
    following = [session.requests[request].delegate for request in session.calling_order[:1]]
    latest = [speech.delegate for speech in speeches(session)[-most:]] if most else []
    if not following or len(latest) < most or not most:
        return
    row = [session.person(delegate) for delegate in (*latest, *following)]
    if len({party_of(person) for person in row}) == 1:
        yield ChairHint(HintKind.IN_A_ROW, len(row), following[0])
        return
    common = set.intersection(*(set(groups_of(session, person)) for person in row))
    if common:
        yield ChairHint(HintKind.IN_A_ROW, len(row), words=tuple(sorted(common)))


def _balance_hints(session: Session) -> Iterator[ChairHint]:
    heard = [session.person(speech.delegate) for speech in speeches(session)]
    day = session_day(session)

    def young(person: Person) -> bool:
        return is_young(person, session.rules.young_under, day)

    women = sum(person.gender is Gender.WOMAN for person in heard)
    if 2 * women < sum(person.gender is not Gender.NOT_STATED for person in heard):
        yield from _first_waiting_hint(session, HintKind.NEXT_WOMAN, lambda p: p.gender is Gender.WOMAN)
    if not any(map(young, heard)):
        yield from _first_waiting_hint(session, HintKind.NEXT_YOUNG, young)
    spoken = {group for person in heard for group in groups_of(session, person)}
    waiting = [session.person(session.requests[request].delegate) for request in session.speakers]
    left = {group for person in waiting for group in groups_of(session, person)} - spoken
    if left and heard:
        yield ChairHint(HintKind.UNHEARD_GROUPS, words=tuple(sorted(left)))


def _first_waiting_hint(session: Session, hint: HintKind, suits: Callable[[Person], bool]) -> Iterator[ChairHint]:
    """Yield a hint with the place of the first request whose person ``suits``, unless it is first on the list."""
    for position, request in enumerate(session.speakers, start=1):
        delegate = session.requests[request].delegate
        if suits(session.person(delegate)):
            if position > 1:
                yield ChairHint(hint, position, delegate)
            return


def _other_hints(session: Session, untouched: Sequence[Theme]) -> Iterator[ChairHint]:
    if session.replies:
        yield ChairHint(HintKind.REPLIES, len(session.replies))
    if untouched and speeches(session):
        yield ChairHint(HintKind.THEMES, words=tuple(str(theme.number) for theme in untouched))
