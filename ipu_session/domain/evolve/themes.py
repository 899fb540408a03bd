"""What follows from events about themes."""

from dataclasses import replace

from ipu_session.domain import events as e
from ipu_session.domain.evolve.common import changed
from ipu_session.domain.state import Session, Theme


def theme_added(session: Session, event: e.ThemeAdded, at_ms: int) -> Session:
    """There is one theme more."""
    new = Theme(event.theme, event.number, event.title, event.source)
    return changed(session, themes=(*session.themes, new))


def theme_renamed(session: Session, event: e.ThemeRenamed, at_ms: int) -> Session:
    """A theme has another title."""
    renamed = tuple(replace(t, title=event.title) if t.id == event.theme else t for t in session.themes)
    return changed(session, themes=renamed)


def themes_ordered(session: Session, event: e.ThemesOrdered, at_ms: int) -> Session:
    """The themes stand in another order."""
    by_id = {theme.id: theme for theme in session.themes}
    return changed(session, themes=tuple(by_id[theme] for theme in event.order))


def theme_removed(session: Session, event: e.ThemeRemoved, at_ms: int) -> Session:
    """There is one theme less."""
    return changed(session, themes=tuple(theme for theme in session.themes if theme.id != event.theme))


def synthesis_written(session: Session, event: e.SynthesisWritten, at_ms: int) -> Session:
    """A theme's summary reads so now."""
    return changed(session, syntheses=session.syntheses.set(event.theme, event.text))
