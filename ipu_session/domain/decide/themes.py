"""Rules of the themes and their syntheses."""

from ipu_session.domain import commands as c
from ipu_session.domain import events as e
from ipu_session.domain.decide.common import next_id, require
from ipu_session.domain.errors import Reason, RejectedError
from ipu_session.domain.ids import Moment, ThemeId
from ipu_session.domain.state import Session, Theme


def add_theme(command: c.AddTheme, session: Session, now: Moment) -> tuple[e.Event, ...]:
    """Add a theme at the end, with a number never used before."""
    title = command.title.strip()
    require(title, Reason.EMPTY_TEXT)
    number = max((theme.number for theme in session.themes), default=0) + 1
    return (e.ThemeAdded(ThemeId(next_id(session)), number, title, command.source),)


def rename_theme(command: c.RenameTheme, session: Session, now: Moment) -> tuple[e.Event, ...]:
    """Give a theme another title."""
    title = command.title.strip()
    require(title, Reason.EMPTY_TEXT)
    return () if _theme(session, command.theme).title == title else (e.ThemeRenamed(command.theme, title),)


def move_theme(command: c.MoveTheme, session: Session, now: Moment) -> tuple[e.Event, ...]:
    """Put a theme at another place."""
    _theme(session, command.theme)
    before = tuple(theme.id for theme in session.themes)
    rest = [theme for theme in before if theme != command.theme]
    position = max(0, min(command.position, len(rest)))
    order = (*rest[:position], command.theme, *rest[position:])
    return () if order == before else (e.ThemesOrdered(order),)


def remove_theme(command: c.RemoveTheme, session: Session, now: Moment) -> tuple[e.Event, ...]:
    """Take out a theme; refused while a note, a request, a contribution or a synthesis refers to it."""
    theme = _theme(session, command.theme).id
    users = (*session.notes.values(), *session.requests.values(), *session.contributions.values())
    require(not any(theme in user.themes for user in users), Reason.THEME_IN_USE)
    require(not session.syntheses.get(theme), Reason.THEME_IN_USE)
    return (e.ThemeRemoved(theme),)


def write_synthesis(command: c.WriteSynthesis, session: Session, now: Moment) -> tuple[e.Event, ...]:
    """Set the edited summary of a theme."""
    _theme(session, command.theme)
    if session.syntheses.get(command.theme, "") == command.text:
        return ()
    return (e.SynthesisWritten(command.theme, command.text),)


def check_themes(themes: tuple[ThemeId, ...], session: Session) -> None:
    """Refuse themes that the session does not have."""
    for theme in themes:
        _theme(session, theme)


def _theme(session: Session, theme_id: ThemeId) -> Theme:
    theme = session.theme(theme_id)
    if theme is None:
        raise RejectedError(Reason.UNKNOWN_THEME)
    return theme
