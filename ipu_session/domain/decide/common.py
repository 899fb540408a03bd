"""What several rules need: the next identity, and a refusal in one line."""

from collections.abc import Mapping
from typing import TypeVar

from ipu_session.domain.model.intervention import Intervention
from ipu_session.domain.model.session import Session, Sitting
from ipu_session.domain.rejections import Reason, RejectedError

K = TypeVar("K")
V = TypeVar("V")


def next_id(session: Session, ahead: int = 0) -> int:
    """Return the version of the next event but ``pending_themes``: the identity of what that event makes."""
    return session.version + 1 + ahead


def reject_unless(condition: object, reason: Reason) -> None:
    """Refuse unless ``condition`` holds."""
    if not condition:
        raise RejectedError(reason)


def get_or_reject(things: Mapping[K, V], key: K, reason: Reason = Reason.UNKNOWN_THING) -> V:
    """Return the thing, or refuse if there is none."""
    if key not in things:
        raise RejectedError(reason)
    return things[key]


def current_floor(session: Session) -> Intervention:
    """Return the intervention that has the floor, or refuse."""
    floor = session.floor
    if floor is None:
        raise RejectedError(Reason.FLOOR_FREE)
    return floor


def current_sitting(session: Session) -> Sitting:
    """Return the sitting that is open, or refuse."""
    sitting = session.sitting
    if sitting is None:
        raise RejectedError(Reason.NO_SITTING)
    return sitting
