"""Local time of the debate: its UTC offset at a given time (decision 0004)."""

from ipu_session.domain.model.session import Session


def utc_offset_at(session: Session, at_ms: int, otherwise: int) -> int:
    """Return the UTC offset in minutes at ``at_ms``: that of the latest sitting opened by then.

    Before the first sitting it is that of the first sitting; ``otherwise`` if there is no sitting.
    """
    sittings = session.sittings
    before = [sitting.offset_min for sitting in sittings if sitting.opened_ms <= at_ms]
    if before:
        return before[-1]
    return sittings[0].offset_min if sittings else otherwise
