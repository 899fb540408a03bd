"""Removal of confidential data: left out of every export unless asked for (docs/decisions/0047)."""

from msgspec.structs import replace

from ipu_session.domain.model.session import Delegate, Session
from ipu_session.domain.queries.ages import is_age_known, is_young, session_day


def redact(session: Session) -> Session:
    """Return the session without confidential data.

    Left out are notes *not for the report*, dates of birth, and the names of those who sent a correction. Exporters
    get this value instead of the session, so that they cannot leak what it does not hold. Whether a person counts
    as young is derived from the date of birth first, so that no figure changes.
    """
    shown = {note.id for note in session.notes.values() if not note.restricted}
    notes = session.notes
    for note in session.notes:
        if note not in shown:
            notes = notes.delete(note)
    return replace(
        session,
        notes=notes,
        passages=tuple(
            replace(passage, notes=tuple(note for note in passage.notes if note in shown))
            for passage in session.passages
        ),
        delegates=session.delegates.update(
            {each.id: _without_birth_date(session, each) for each in session.delegates.values() if each.person.born}
        ),
        correction_requests=session.correction_requests.update(
            {each.id: replace(each, person="") for each in session.correction_requests.values() if each.person}
        ),
    )


def _without_birth_date(session: Session, delegate: Delegate) -> Delegate:
    person, day = delegate.person, session_day(session)
    young = is_young(person, session.rules.young_under, day) if is_age_known(person, day) else None
    return replace(delegate, person=replace(person, born="", young=young))
