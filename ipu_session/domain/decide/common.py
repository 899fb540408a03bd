"""Helpers for decision functions: the next id, and checks and look-ups that raise RejectedError."""

from collections.abc import Mapping
from typing import TypeVar

from ipu_session.domain.model.intervention import Intervention
from ipu_session.domain.model.session import Session, Sitting
from ipu_session.domain.rejections import Reason, RejectedError

K = TypeVar("K")
V = TypeVar("V")


def next_id(session: Session, preceding: int = 0) -> int:
    """Return the id of what the next event creates (its version), after ``preceding`` other events."""
    return session.version + 1 + preceding


def reject_unless(condition: object, reason: Reason) -> None:
    """Raise RejectedError with ``reason`` if ``condition`` is false."""
    if not condition:
        raise RejectedError(reason)


def get_or_reject(objects: Mapping[K, V], key: K, reason: Reason = Reason.UNKNOWN_THING) -> V:
    """Return ``objects[key]``; RejectedError with ``reason`` if there is no such key."""
    if key not in objects:
        raise RejectedError(reason)
    return objects[key]


def current_floor(session: Session) -> Intervention:
    """Return the intervention that has the floor; RejectedError if there is none."""
    floor = session.floor
    if floor is None:
        raise RejectedError(Reason.FLOOR_FREE)
    return floor


def current_sitting(session: Session) -> Sitting:
    """Return the open sitting; RejectedError if there is none."""
    sitting = session.sitting
    if sitting is None:
        raise RejectedError(Reason.NO_SITTING)
    return sitting
