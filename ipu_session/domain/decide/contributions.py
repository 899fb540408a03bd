"""Rules of the register of written contributions: late or too long ones are flagged, never refused."""

from ipu_session.domain import commands as c
from ipu_session.domain import events as e
from ipu_session.domain.decide.common import get_or_reject, next_id, reject_unless
from ipu_session.domain.decide.registry import decides
from ipu_session.domain.decide.themes import resolve_themes
from ipu_session.domain.model.ids import ContributionId, Timestamp
from ipu_session.domain.model.session import Contribution, Session
from ipu_session.domain.rejections import Reason


@decides(c.RegisterContribution)
def register_contribution(command: c.RegisterContribution, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Register a contribution or correct its entry."""
    get_or_reject(session.delegations, command.delegation, Reason.UNKNOWN_DELEGATION)
    themes = resolve_themes(command.themes, session)
    reject_unless(command.pages >= 0, Reason.OUT_OF_RANGE)
    if command.contribution is not None:
        get_or_reject(session.contributions, command.contribution)
    entry = Contribution(
        ContributionId(next_id(session)) if command.contribution is None else command.contribution,
        command.delegation,
        command.received,
        command.pages,
        command.language,
        themes,
        command.title,
        command.words,
        command.file,
        command.digest,
        command.text,
    )
    return () if session.contributions.get(entry.id) == entry else (e.ContributionRegistered(entry),)


@decides(c.RemoveContribution)
def remove_contribution(command: c.RemoveContribution, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Remove an entry; refused while a note quotes it."""
    quoted = any(note.contribution == command.contribution for note in session.notes.values())
    reject_unless(not quoted, Reason.CONTRIBUTION_QUOTED)
    return (e.ContributionRemoved(get_or_reject(session.contributions, command.contribution).id),)
