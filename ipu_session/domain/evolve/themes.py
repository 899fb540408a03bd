"""Event handlers for themes."""

from typing import TypeVar

from immutables import Map
from msgspec.structs import replace

from ipu_session.domain import events as e
from ipu_session.domain.evolve.common import with_next_version
from ipu_session.domain.evolve.registry import evolves
from ipu_session.domain.model.ids import ContributionId, ThemeId
from ipu_session.domain.model.session import Contribution, Note, Request, Session, Theme

Key = TypeVar("Key")
ThemedItem = TypeVar("ThemedItem", Note, Request)


@evolves(e.ThemeAdded)
def theme_added(session: Session, event: e.ThemeAdded, at_ms: int) -> Session:
    """Add a theme at the end."""
    new = Theme(event.theme, event.number, event.title, event.source)
    return with_next_version(session, themes=(*session.themes, new), themes_made=max(session.themes_made, event.number))


@evolves(e.ThemeRenamed)
def theme_renamed(session: Session, event: e.ThemeRenamed, at_ms: int) -> Session:
    """Rename a theme."""
    renamed = tuple(replace(theme, title=event.title) if theme.id == event.theme else theme for theme in session.themes)
    return with_next_version(session, themes=renamed)


@evolves(e.ThemesOrdered)
def themes_ordered(session: Session, event: e.ThemesOrdered, at_ms: int) -> Session:
    """Reorder the themes."""
    by_id = {theme.id: theme for theme in session.themes}
    return with_next_version(session, themes=tuple(by_id[theme] for theme in event.order))


@evolves(e.ThemeRemoved)
def theme_removed(session: Session, event: e.ThemeRemoved, at_ms: int) -> Session:
    """Remove a theme."""
    return with_next_version(session, themes=tuple(theme for theme in session.themes if theme.id != event.theme))


@evolves(e.ThemesMerged)
def themes_merged(session: Session, event: e.ThemesMerged, at_ms: int) -> Session:
    """Merge a theme into another: references to it are replaced, and its source sentence is added to the other's."""
    merged = next(theme for theme in session.themes if theme.id == event.theme)
    remaining = tuple(
        replace(theme, source=_join_lines(theme.source, merged.source)) if theme.id == event.into else theme
        for theme in session.themes
        if theme.id != merged.id
    )
    return with_next_version(
        session,
        themes=remaining,
        notes=_replace_theme(session.notes, event),
        requests=_replace_theme(session.requests, event),
        contributions=_replace_theme_in_contributions(session.contributions, event),
        passages=tuple(
            replace(passage, theme=event.into) if passage.theme == merged.id else passage
            for passage in session.passages
        ),
    )


@evolves(e.ThemeSplit)
def theme_split(session: Session, event: e.ThemeSplit, at_ms: int) -> Session:
    """Insert a new theme after the theme that is split, and move the notes listed in the event to it."""
    themes: list[Theme] = []
    for theme in session.themes:
        if theme.id != event.theme:
            themes.append(theme)
        else:
            themes.append(replace(theme, title=event.kept_title))
            themes.append(Theme(event.new, event.number, event.title, theme.source))
    notes = session.notes
    for note_id in event.notes:
        note = notes[note_id]
        moved = tuple(event.new if theme == event.theme else theme for theme in note.themes)
        notes = notes.set(note_id, replace(note, themes=moved))
    return with_next_version(session, themes=tuple(themes), notes=notes, themes_made=event.number)


def _replace_theme(items: Map[Key, ThemedItem], event: e.ThemesMerged) -> Map[Key, ThemedItem]:
    """Return notes or requests with the merged theme replaced."""
    affected = {key: item for key, item in items.items() if event.theme in item.themes}
    return items.update(
        {key: replace(item, themes=_merge_theme_ids(item.themes, event)) for key, item in affected.items()}
    )


def _replace_theme_in_contributions(
    texts: Map[ContributionId, Contribution], event: e.ThemesMerged
) -> Map[ContributionId, Contribution]:
    """Return contributions with the merged theme replaced."""
    affected = {key: text for key, text in texts.items() if event.theme in text.themes}
    return texts.update(
        {key: replace(text, themes=_merge_theme_ids(text.themes, event)) for key, text in affected.items()}
    )


def _merge_theme_ids(themes: tuple[ThemeId, ...], event: e.ThemesMerged) -> tuple[ThemeId, ...]:
    return tuple(dict.fromkeys(event.into if theme == event.theme else theme for theme in themes))


def _join_lines(one: str, other: str) -> str:
    return "\n".join(part for part in (one, other) if part)
