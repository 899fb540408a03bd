"""Validation of events: references must exist, numbers and lengths must be in range.

The hash chain does not protect against somebody who recomputes it. An event that refers to something missing, or
holds a number that no calendar, clock or screen can show, is refused before it is applied, so that any session that
opens can also be shown, reported and exported (docs/reliability.md).
"""

from collections.abc import Callable, Container, Iterable, Iterator
from functools import partial
from types import NoneType, UnionType
from typing import NewType, Protocol, Union, get_args, get_origin, get_type_hints

from msgspec import Struct

from ipu_session.domain import events as e
from ipu_session.domain.exchange.report_options import LANGUAGE_CODES
from ipu_session.domain.model import ids
from ipu_session.domain.model.date_range import is_in_calendar
from ipu_session.domain.model.intervention import TimeAccount
from ipu_session.domain.model.passages import RESOLUTION_SECTIONS, Passage
from ipu_session.domain.model.report_versions import CorrectionRequest
from ipu_session.domain.model.rules import Rules
from ipu_session.domain.model.session import Contribution, Delegation, Details, Presence, Session

FieldCheck = Callable[[object, Session, int], None]
"""Called with a field's value, the session before the event, and the event's version; raises an error if invalid."""


class _HasId(Protocol):
    @property
    def id(self) -> int: ...


MAX_TEXT_LENGTH = 5_400_000
"""Maximum length of a text field, in characters."""
_MAX_DURATION_MS = 100 * 366 * 86_400_000
_MAX_NUMBER = 10**9
_MAX_UTC_OFFSET_MIN = 18 * 60
_TIMESTAMP_FIELDS = frozenset({"closes_ms", "started_ms", "from_ms", "to_ms"})
_LANGUAGES = frozenset(LANGUAGE_CODES)
_NON_NEGATIVE_TYPES = frozenset({Rules, Presence, TimeAccount, Details, Contribution})
"""Numbers of these types must not be negative, except time that was taken back (``granted_ms``)."""

_SESSION_MAPS: dict[object, Callable[[Session], Container[object]]] = {
    ids.DelegateId: lambda session: session.delegates,
    ids.RequestId: lambda session: session.requests,
    ids.InterventionId: lambda session: session.interventions,
    ids.NoteId: lambda session: session.notes,
    ids.ContributionId: lambda session: session.contributions,
    ids.CorrectionId: lambda session: session.correction_requests,
}
_SESSION_LISTS: dict[object, Callable[[Session], Iterable[_HasId]]] = {
    ids.ThemeId: lambda session: session.themes,
    ids.SittingId: lambda session: session.sittings,
    ids.MotionId: lambda session: session.motions,
    ids.GapId: lambda session: session.gaps,
    ids.PassageId: lambda session: session.passages,
}
_NEW_ID_FIELDS = frozenset(
    {
        (e.DelegateAdded, "delegate"),
        (e.RequestMade, "request"),
        (e.ThemeAdded, "theme"),
        (e.ThemeSplit, "new"),
        (e.SittingOpened, "sitting"),
        (e.FloorGiven, "intervention"),
        (e.InterventionEntered, "intervention"),
        (e.MotionMoved, "motion"),
        (e.GapFound, "gap"),
        (e.NoteTaken, "note"),
        (e.NoteSplit, "new"),
    }
)
"""Fields with the id of what the event creates: it equals the version of the event (decision 0001)."""
_UPSERTED_TYPES: dict[type, Callable[[Session], Container[object]]] = {
    Passage: lambda session: {passage.id for passage in session.passages},
    Contribution: lambda session: session.contributions,
    CorrectionRequest: lambda session: session.correction_requests,
}
"""Types of values that an event adds or replaces, each with a function that returns the ids in use."""
_DISTINCT_FIELDS = {
    e.ThemesMerged: ("theme", "into"),
    e.NotesJoined: ("note", "other"),
    e.RequestsSwapped: ("one", "other"),
}
"""Pairs of fields that must differ."""
_KINDS_CHECKED_WHOLE = _DISTINCT_FIELDS.keys() | {
    e.PassageWritten,
    e.ThemesOrdered,
    e.PassagesOrdered,
    e.LotsDrawn,
    e.OrderAccepted,
}


def check_event(session: Session, event: e.Event, version: int, at_ms: int) -> None:
    """Raise ValueError, TypeError or LookupError if ``event``, as event ``version``, is not valid after ``session``."""
    if not is_in_calendar(at_ms):
        raise ValueError("a time outside the calendar")
    kind = type(event)
    for name, check in _CHECKS[kind]:
        value = getattr(event, name)
        if value is not None:
            check(value, session, version)
    if kind in _KINDS_CHECKED_WHOLE:
        _check_whole(session, event)


def _check_whole(session: Session, event: e.Event) -> None:
    """Raise ValueError if two fields of an event contradict each other, or it orders other things than there are."""
    apart = _DISTINCT_FIELDS.get(type(event))
    if apart is not None and getattr(event, apart[0]) == getattr(event, apart[1]):
        raise ValueError("one thing in two places")
    if isinstance(event, e.PassageWritten):
        _check_section(event.passage)
    for order, things in _permutations(session, event):
        if sorted(order) != sorted(things):
            raise ValueError("an order of other things")


def _check_section(passage: Passage) -> None:
    """Raise ValueError for an element for the resolution with a theme, or another passage without one."""
    if (passage.theme is None) is not (passage.section in RESOLUTION_SECTIONS):
        raise ValueError("a passage in a section of another kind")


def _permutations(session: Session, event: e.Event) -> Iterator[tuple[Iterable[int], Iterable[int]]]:
    """Yield each order that an event sets, with the ids that it must be a permutation of."""
    match event:
        case e.ThemesOrdered(order=order):
            yield order, (theme.id for theme in session.themes)
        case e.PassagesOrdered(order=order):
            yield order, (passage.id for passage in session.passages)
        case e.LotsDrawn(before=before, order=order):
            yield from ((before, session.speakers), (order, session.speakers))
        case e.OrderAccepted(places=places):
            yield (place.request for place in places), session.speakers


def check_text_lengths(session: Session, event: e.Event) -> None:
    """Raise ValueError if ``event`` merged themes and a source text in ``session``, the state after it, is too long."""
    if isinstance(event, e.ThemesMerged) and any(len(each.source) > MAX_TEXT_LENGTH for each in session.themes):
        raise ValueError("a text without end")


def _build_checks(cls: type[Struct], *, event: bool) -> list[tuple[str, FieldCheck]]:
    found = []
    hints = get_type_hints(cls)
    for name in cls.__struct_fields__:
        hint = hints[name]
        if event and (cls, name) in _NEW_ID_FIELDS:
            check: FieldCheck | None = _check_new_id
        elif cls in _UPSERTED_TYPES and name == "id":
            check = partial(_check_new_or_existing_id, _UPSERTED_TYPES[cls])
        elif cls is Delegation and name == "id":
            check = _check_text_length
        elif cls is Details and name == "language":
            check = _check_language
        else:
            check = _check_for_type(hint, name, least=0 if cls in _NON_NEGATIVE_TYPES else -_MAX_NUMBER)
        if check is not None:
            found.append((name, check))
    return found


def _check_for_type(hint: object, name: str, least: int) -> FieldCheck | None:
    if get_origin(hint) is tuple:
        return _check_for_tuple(get_args(hint)[0], name, least)
    if get_origin(hint) in {UnionType, Union}:
        # Fields that are None are not checked.
        return _check_for_type(next(part for part in get_args(hint) if part is not NoneType), name, least)
    if isinstance(hint, NewType):
        return _check_for_id(hint)
    if isinstance(hint, type) and issubclass(hint, Struct):
        return partial(_check_fields, _build_checks(hint, event=False))
    if hint is int:
        return _check_for_number(name, least)
    return _check_text_length if hint is str else None


def _check_for_tuple(hint: object, name: str, least: int) -> FieldCheck | None:
    inner = _check_for_type(hint, name, least)
    if inner is None:
        return None
    return partial(_check_each_unique if isinstance(hint, NewType) else _check_each, inner)


def _check_for_id(hint: NewType) -> FieldCheck:
    if hint is ids.DelegationId:
        return _check_delegation
    if hint in _SESSION_MAPS:
        return partial(_check_id_in_map, _SESSION_MAPS[hint])
    return partial(_check_id_in_list, _SESSION_LISTS[hint])


def _check_for_number(name: str, least: int) -> FieldCheck:
    if name in _TIMESTAMP_FIELDS:
        return _check_timestamp
    if name.endswith("_ms"):
        is_length = least == 0 or name == "allotted_ms"
        shortest = 0 if is_length and name != "granted_ms" else -_MAX_DURATION_MS
        return partial(_check_number, shortest, _MAX_DURATION_MS)
    if name == "offset_min":
        return partial(_check_number, -_MAX_UTC_OFFSET_MIN, _MAX_UTC_OFFSET_MIN)
    # A seed may be a large number; whether the target of a rewind exists is checked when it is looked up.
    return partial(_check_number, least, 2**62 if name in {"seed", "to_version"} else _MAX_NUMBER)


def _check_new_id(value: object, session: Session, version: int) -> None:
    if value != version:
        raise ValueError("not the number of its event")


def _check_new_or_existing_id(
    known: Callable[[Session], Container[object]], value: object, session: Session, version: int
) -> None:
    if value != version and value not in known(session):
        raise LookupError(value)


def _check_id_in_map(
    known: Callable[[Session], Container[object]], value: object, session: Session, version: int
) -> None:
    if value not in known(session):
        raise LookupError(value)


def _check_id_in_list(
    known: Callable[[Session], Iterable[_HasId]], value: object, session: Session, version: int
) -> None:
    for each in known(session):
        if each.id == value:
            return
    raise LookupError(value)


def _check_delegation(value: object, session: Session, version: int) -> None:
    if value and value not in session.delegations:
        raise LookupError(value)


def _check_number(least: int, most: int, value: object, session: Session, version: int) -> None:
    if not isinstance(value, int) or not least <= value <= most:
        raise ValueError("a number without measure")


def _check_timestamp(value: object, session: Session, version: int) -> None:
    if not isinstance(value, int) or not is_in_calendar(value):
        raise ValueError("a time outside the calendar")


def _check_text_length(value: object, session: Session, version: int) -> None:
    if not isinstance(value, str) or len(value) > MAX_TEXT_LENGTH:
        raise ValueError("a text without end")


def _check_language(value: object, session: Session, version: int) -> None:
    if value not in _LANGUAGES:
        raise ValueError("a language that nobody reports in")


def _check_each(check: FieldCheck, values: object, session: Session, version: int) -> None:
    if not isinstance(values, tuple):
        raise TypeError(values)
    for value in values:
        check(value, session, version)


def _check_each_unique(check: FieldCheck, values: object, session: Session, version: int) -> None:
    if isinstance(values, tuple) and len(values) > 1 and len(set(values)) != len(values):
        raise ValueError("one thing twice")
    _check_each(check, values, session, version)


def _check_fields(checks: list[tuple[str, FieldCheck]], value: object, session: Session, version: int) -> None:
    for name, check in checks:
        field = getattr(value, name)
        if field is not None:
            check(field, session, version)


_CHECKS = {cls: _build_checks(cls, event=True) for cls in get_args(e.Event)}
