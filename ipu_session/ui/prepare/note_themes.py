"""Editing the themes of a concept note before they are taken over: pure steps on a tuple of findings."""

from dataclasses import replace

from ipu_session.domain.exchange.import_results import ExtractedField

Themes = tuple[ExtractedField, ...]


def add_theme(themes: Themes, title: str, row: int) -> Themes:
    """Return the themes with a new one after ``row``."""
    at = row + 1
    return (*themes[:at], ExtractedField("theme", title, ""), *themes[at:])


def remove_theme(themes: Themes, row: int) -> Themes:
    """Return the themes without one."""
    return (*themes[:row], *themes[row + 1 :])


def retitle_theme(themes: Themes, row: int, title: str) -> Themes:
    """Return the themes with one's title changed."""
    return (*themes[:row], replace(themes[row], value=title, is_doubtful=False), *themes[row + 1 :])


def merge_with_previous(themes: Themes, row: int) -> Themes:
    """Return the themes with one joined to the one above; nothing changes for the first."""
    if row < 1:
        return themes
    above, below = themes[row - 1], themes[row]
    source = above.source if below.source in above.source else f"{above.source} {below.source}".strip()
    one = ExtractedField("theme", f"{above.value} {below.value}".strip(), source)
    return (*themes[: row - 1], one, *themes[row + 1 :])


def split_theme(themes: Themes, row: int, at: int) -> Themes:
    """Return the themes with one cut in two before the character ``at``; both must say something."""
    one = themes[row]
    head, tail = one.value[:at].rstrip(" ,;"), one.value[at:].lstrip(" ,;.")
    if not head or not tail:
        return themes
    return (*themes[:row], replace(one, value=head), replace(one, value=tail), *themes[row + 1 :])


def move_theme(themes: Themes, row: int, by: int) -> Themes:
    """Return the themes with one moved up (-1) or down (1), as far as there is room."""
    to = max(0, min(row + by, len(themes) - 1))
    rest = remove_theme(themes, row)
    return (*rest[:to], themes[row], *rest[to:])


def drop_untitled(themes: Themes) -> Themes:
    """Return the themes that have a title, without spaces around it."""
    return tuple(replace(theme, value=theme.value.strip()) for theme in themes if theme.value.strip())
