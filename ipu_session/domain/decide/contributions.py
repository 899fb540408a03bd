"""Rules of the register of written contributions: late or too long is flagged by figures, never refused."""

from ipu_session.domain import commands as c
from ipu_session.domain import events as e
from ipu_session.domain.decide.common import known, next_id, require
from ipu_session.domain.decide.themes import known_themes
from ipu_session.domain.model.ids import ContributionId, Moment
from ipu_session.domain.model.session import Contribution, Session
from ipu_session.domain.rejections import Reason


def register_contribution(
    command: c.RegisterContribution, session: Session, now: Moment
) -> tuple[e.Event, ...]:
    """Register a contribution or correct its entry."""
    known(session.delegations, command.delegation, Reason.UNKNOWN_DELEGATION)
    themes = known_themes(command.themes, session)
    require(command.pages >= 0, Reason.OUT_OF_RANGE)
    if command.contribution is not None:
        known(session.contributions, command.contribution)
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


def remove_contribution(command: c.RemoveContribution, session: Session, now: Moment) -> tuple[e.Event, ...]:
    """Strike an entry out; refused while a note quotes it."""
    quoted = any(note.contribution == command.contribution for note in session.notes.values())
    require(not quoted, Reason.CONTRIBUTION_QUOTED)
    return (e.ContributionRemoved(known(session.contributions, command.contribution).id),)
