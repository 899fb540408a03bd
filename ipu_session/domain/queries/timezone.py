"""The room's time of day: how far it was ahead of UTC (decision 0004)."""

from ipu_session.domain.model.session import Session


def utc_offset_at(session: Session, at_ms: int, otherwise: int) -> int:
    """Return how many minutes the room was ahead of UTC at a moment: by the sitting of that time.

    Before the first sitting it is that of the first; ``otherwise`` where there was none.
    """
    sittings = session.sittings
    before = [sitting.offset_min for sitting in sittings if sitting.opened_ms <= at_ms]
    if before:
        return before[-1]
    return sittings[0].offset_min if sittings else otherwise
