"""Rules of the themes."""

from ipu_session.domain import commands as c
from ipu_session.domain import events as e
from ipu_session.domain.decide.common import get_or_reject, next_id, reject_unless
from ipu_session.domain.decide.registry import decides
from ipu_session.domain.model.ids import ThemeId, Timestamp
from ipu_session.domain.model.session import Session, Theme
from ipu_session.domain.rejections import Reason, RejectedError


@decides(c.AddTheme)
def add_theme(command: c.AddTheme, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Add a theme at the end, with a number that was never used."""
    title = command.title.strip()
    reject_unless(title, Reason.EMPTY_TEXT)
    return (e.ThemeAdded(ThemeId(next_id(session)), session.themes_made + 1, title, command.source),)


@decides(c.RenameTheme)
def rename_theme(command: c.RenameTheme, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Rename a theme."""
    title = command.title.strip()
    reject_unless(title, Reason.EMPTY_TEXT)
    return () if _get_theme(session, command.theme).title == title else (e.ThemeRenamed(command.theme, title),)


@decides(c.MoveTheme)
def move_theme(command: c.MoveTheme, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Move a theme to another place."""
    _get_theme(session, command.theme)
    before = tuple(theme.id for theme in session.themes)
    others = [theme for theme in before if theme != command.theme]
    position = max(0, min(command.position, len(others)))
    order = (*others[:position], command.theme, *others[position:])
    return () if order == before else (e.ThemesOrdered(order),)


@decides(c.RemoveTheme)
def remove_theme(command: c.RemoveTheme, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Remove a theme; refused while a note, request, contribution or passage refers to it."""
    theme = _get_theme(session, command.theme).id
    users = (*session.notes.values(), *session.requests.values(), *session.contributions.values())
    reject_unless(not any(theme in user.themes for user in users), Reason.THEME_IN_USE)
    reject_unless(not any(passage.theme == theme for passage in session.passages), Reason.THEME_IN_USE)
    return (e.ThemeRemoved(theme),)


@decides(c.MergeThemes)
def merge_themes(command: c.MergeThemes, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Merge a theme into another."""
    theme, target = _get_theme(session, command.theme), _get_theme(session, command.into)
    return () if theme.id == target.id else (e.ThemesMerged(theme.id, target.id),)


@decides(c.SplitTheme)
def split_theme(command: c.SplitTheme, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Split a theme in two; the notes listed in the command move to the new theme."""
    theme, title = _get_theme(session, command.theme), command.title.strip()
    reject_unless(title, Reason.EMPTY_TEXT)
    for note in command.notes:
        reject_unless(theme.id in get_or_reject(session.notes, note).themes, Reason.UNKNOWN_THEME)
    kept_title = command.kept_title.strip() or theme.title
    new = ThemeId(next_id(session))
    return (e.ThemeSplit(theme.id, kept_title, new, session.themes_made + 1, title, command.notes),)


def resolve_themes(themes: tuple[ThemeId, ...], session: Session) -> tuple[ThemeId, ...]:
    """Return the themes without duplicates; RejectedError if the session does not have one of them."""
    return tuple(dict.fromkeys(_get_theme(session, theme).id for theme in themes))


def _get_theme(session: Session, theme_id: ThemeId) -> Theme:
    theme = session.theme(theme_id)
    if theme is None:
        raise RejectedError(Reason.UNKNOWN_THEME)
    return theme
