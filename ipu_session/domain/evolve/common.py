"""Copies of a session with some fields changed."""

from msgspec.structs import replace

from ipu_session.domain.model.session import Session


def with_next_version(session: Session, **changes: object) -> Session:
    """Return the session with ``changes`` and the next version."""
    return replace(session, version=session.version + 1, **changes)


def with_fields(session: Session, **changes: object) -> Session:
    """Return the session with ``changes`` at the same version."""
    return replace(session, **changes)
