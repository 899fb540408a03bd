"""Pure functions that edit the themes of a concept note, as a tuple of extracted fields."""

from dataclasses import replace

from ipu_session.domain.exchange.import_results import ExtractedField

Themes = tuple[ExtractedField, ...]


def add_theme(themes: Themes, title: str, row: int) -> Themes:
    """Return the themes with a new one after ``row``."""
    at = row + 1
    return (*themes[:at], ExtractedField("theme", title, ""), *themes[at:])


def remove_theme(themes: Themes, row: int) -> Themes:
    """Return the themes without the one at ``row``."""
    return (*themes[:row], *themes[row + 1 :])


def retitle_theme(themes: Themes, row: int, title: str) -> Themes:
    """Return the themes with the title of one changed."""
    return (*themes[:row], replace(themes[row], value=title, is_doubtful=False), *themes[row + 1 :])


def merge_with_previous(themes: Themes, row: int) -> Themes:
    """Return the themes with one merged into the one above; unchanged for the first."""
    if row < 1:
        return themes
    above, below = themes[row - 1], themes[row]
    source = above.source if below.source in above.source else f"{above.source} {below.source}".strip()
    one = ExtractedField("theme", f"{above.value} {below.value}".strip(), source)
    return (*themes[: row - 1], one, *themes[row + 1 :])


def split_theme(themes: Themes, row: int, at: int) -> Themes:
    """Return the themes with one split before character ``at``; unchanged if a part would be empty."""
    one = themes[row]
    head, tail = one.value[:at].rstrip(" ,;"), one.value[at:].lstrip(" ,;.")
    if not head or not tail:
        return themes
    return (*themes[:row], replace(one, value=head), replace(one, value=tail), *themes[row + 1 :])


def move_theme(themes: Themes, row: int, by: int) -> Themes:
    """Return the themes with one moved up (-1) or down (1), clamped to the ends."""
    to = max(0, min(row + by, len(themes) - 1))
    rest = remove_theme(themes, row)
    return (*rest[:to], themes[row], *rest[to:])


def drop_untitled(themes: Themes) -> Themes:
    """Return the themes that have a title, with surrounding spaces removed."""
    return tuple(replace(theme, value=theme.value.strip()) for theme in themes if theme.value.strip())
