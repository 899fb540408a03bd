"""What an event from a file may say: things that are there, and numbers that a debate can have.

The hash chain proves nothing against somebody who works it out anew. An event that names what is not there,
or a number that no calendar, clock or screen can hold, is refused before it is folded, so that whatever was
opened can also be shown, reported and written out (docs/reliability.md).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from functools import partial
from types import NoneType, UnionType
from typing import Any, NewType, Union, get_args, get_origin, get_type_hints

from ipu_session.domain import events as e
from ipu_session.domain.model import ids
from ipu_session.domain.model.date_range import in_calendar
from ipu_session.domain.model.intervention import Ledger
from ipu_session.domain.model.passages import Passage
from ipu_session.domain.model.report_versions import ReceivedCorrection
from ipu_session.domain.model.rules import Rules
from ipu_session.domain.model.session import Contribution, Delegation, Details, Presence, Session

Check = Callable[[Any, Session, int], None]

LONGEST_TEXT = 5_400_000
"""Letters of one field."""
_LONGEST_MS = 100 * 366 * 86_400_000
_LARGEST = 10**9
_FARTHEST_MIN = 18 * 60
_MOMENTS = frozenset({"closes_ms", "started_ms", "from_ms", "to_ms"})
_LANGUAGES = frozenset({"en", "fr", "es", "ar"})
_NO_LESS_THAN_NOTHING = frozenset({Rules, Presence, Ledger, Details, Contribution})
"""No number in these is negative, but for time that was taken away."""

_MAPS = {
    ids.DelegateId: "delegates",
    ids.RequestId: "requests",
    ids.InterventionId: "interventions",
    ids.NoteId: "notes",
    ids.ContributionId: "contributions",
    ids.CorrectionId: "received",
}
_LISTS = {
    ids.ThemeId: "themes",
    ids.SittingId: "sittings",
    ids.MotionId: "motions",
    ids.GapId: "gaps",
    ids.PassageId: "passages",
}
_MADE = frozenset(
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
"""The fields that name what the event itself makes: the version of the event (decision 0001)."""
_MADE_OR_CHANGED = {Passage: "passages", Contribution: "contributions", ReceivedCorrection: "received"}
_APART = {
    e.ThemesMerged: ("theme", "into"),
    e.NotesJoined: ("note", "other"),
    e.RequestsSwapped: ("one", "other"),
}
"""Two things that cannot be one."""


def refuse_implausible(session: Session, event: e.Event, version: int, at_ms: int) -> None:
    """ValueError if ``event`` cannot be the one of this ``version`` after ``session``."""
    if not in_calendar(at_ms):
        raise ValueError("a time outside the calendar")
    kind = type(event)
    for name, check in _CHECKS[kind]:
        check(getattr(event, name), session, version)
    apart = _APART.get(kind)
    if apart is not None and getattr(event, apart[0]) == getattr(event, apart[1]):
        raise ValueError("one thing in two places")
    for order, things in _orders(session, event):
        if sorted(order) != sorted(things):
            raise ValueError("an order of other things")


def _orders(session: Session, event: e.Event) -> Iterator[tuple[Iterable[int], Iterable[int]]]:
    """Yield each order that an event brings, with what there is to be ordered."""
    match event:
        case e.ThemesOrdered(order=order):
            yield order, (theme.id for theme in session.themes)
        case e.PassagesOrdered(order=order):
            yield order, (passage.id for passage in session.passages)
        case e.LotsDrawn(before=before, order=order):
            yield from ((before, session.speakers), (order, session.speakers))
        case e.OrderAccepted(places=places):
            yield (place.request for place in places), session.speakers


def refuse_swollen(session: Session, event: e.Event) -> None:
    """ValueError if an event made a text longer than any field may be: merging and splitting copies them."""
    if isinstance(event, e.ThemesMerged) and any(len(each.source) > LONGEST_TEXT for each in session.themes):
        raise ValueError("a text without end")


def _checks(cls: type, *, event: bool) -> list[tuple[str, Check]]:
    found = []
    hints = get_type_hints(cls)
    for name in (field.name for field in fields(cls)):
        hint = hints[name]
        if event and (cls, name) in _MADE:
            check: Check | None = _made
        elif cls in _MADE_OR_CHANGED and name == "id":
            check = partial(_made_or_changed, _MADE_OR_CHANGED[cls])
        elif cls is Delegation and name == "id":
            check = _text
        elif cls is Details and name == "language":
            check = _language
        else:
            check = _of_hint(hint, name, least=0 if cls in _NO_LESS_THAN_NOTHING else -_LARGEST)
        if check is not None:
            found.append((name, check))
    return found


def _of_hint(hint: Any, name: str, least: int) -> Check | None:
    if get_origin(hint) is tuple:
        return _of_many(get_args(hint)[0], name, least)
    if get_origin(hint) in {UnionType, Union}:
        inner = _of_hint(next(part for part in get_args(hint) if part is not NoneType), name, least)
        return None if inner is None else partial(_unless_none, inner)
    if isinstance(hint, NewType):
        return _of_identity(hint)
    if is_dataclass(hint) and isinstance(hint, type):
        return partial(_parts, _checks(hint, event=False))
    if hint is int:
        return _of_number(name, least)
    return _text if hint is str else None


def _of_many(hint: Any, name: str, least: int) -> Check | None:
    inner = _of_hint(hint, name, least)
    if inner is None:
        return None
    return partial(_each_once if isinstance(hint, NewType) else _each, inner)


def _of_identity(hint: Any) -> Check:
    if hint is ids.DelegationId:
        return _delegation
    if hint in _MAPS:
        return partial(_in_map, _MAPS[hint])
    return partial(_in_list, _LISTS[hint])


def _of_number(name: str, least: int) -> Check:
    if name in _MOMENTS:
        return _moment
    if name.endswith("_ms"):
        is_length = least == 0 or name == "allotted_ms"
        shortest = 0 if is_length and name != "granted_ms" else -_LONGEST_MS
        return partial(_number, shortest, _LONGEST_MS)
    if name == "offset_min":
        return partial(_number, -_FARTHEST_MIN, _FARTHEST_MIN)
    # A seed is what anybody typed; a rewind is looked up where it leads.
    return partial(_number, least, 2**62 if name in {"seed", "to_version"} else _LARGEST)


def _made(value: Any, session: Session, version: int) -> None:
    if value != version:
        raise ValueError("not the number of its event")


def _made_or_changed(place: str, value: Any, session: Session, version: int) -> None:
    if value == version:
        return
    things: Any = getattr(session, place)
    if value not in (things if place != "passages" else {passage.id for passage in things}):
        raise LookupError(value)


def _in_map(place: str, value: Any, session: Session, version: int) -> None:
    if value not in getattr(session, place):
        raise LookupError(value)


def _in_list(place: str, value: Any, session: Session, version: int) -> None:
    for each in getattr(session, place):
        if each.id == value:
            return
    raise LookupError(value)


def _delegation(value: Any, session: Session, version: int) -> None:
    if value and value not in session.delegations:
        raise LookupError(value)


def _number(least: int, most: int, value: Any, session: Session, version: int) -> None:
    if not least <= value <= most:
        raise ValueError("a number without measure")


def _moment(value: Any, session: Session, version: int) -> None:
    if not in_calendar(value):
        raise ValueError("a time outside the calendar")


def _text(value: Any, session: Session, version: int) -> None:
    if len(value) > LONGEST_TEXT:
        raise ValueError("a text without end")


def _language(value: Any, session: Session, version: int) -> None:
    if value not in _LANGUAGES:
        raise ValueError("a language that nobody reports in")


def _each(check: Check, values: Iterable[Any], session: Session, version: int) -> None:
    for value in values:
        check(value, session, version)


def _each_once(check: Check, values: Sequence[Any], session: Session, version: int) -> None:
    if len(values) > 1 and len(set(values)) != len(values):
        raise ValueError("one thing twice")
    _each(check, values, session, version)


def _unless_none(check: Check, value: Any, session: Session, version: int) -> None:
    if value is not None:
        check(value, session, version)


def _parts(checks: list[tuple[str, Check]], value: Any, session: Session, version: int) -> None:
    for name, check in checks:
        check(getattr(value, name), session, version)


_CHECKS = {cls: _checks(cls, event=True) for cls in get_args(e.Event)}
