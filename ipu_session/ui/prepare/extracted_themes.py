"""Pure functions that edit the themes of a concept note, as a tuple of extracted fields."""

from msgspec.structs import replace

from ipu_session.domain.exchange.import_results import ExtractedField

Themes = tuple[ExtractedField, ...]


def add_theme(themes: Themes, title: str, row: int) -> Themes:
    """Return the themes with a new one below ``row`` (-1: at the start)."""
    new_row = row + 1
    return (*themes[:new_row], ExtractedField("theme", title, ""), *themes[new_row:])


def remove_theme(themes: Themes, row: int) -> Themes:
    """Return the themes without the theme at ``row``."""
    return (*themes[:row], *themes[row + 1 :])


def retitle_theme(themes: Themes, row: int, title: str) -> Themes:
    """Return the themes with a new title for the theme at ``row``, which is no longer doubtful."""
    return (*themes[:row], replace(themes[row], value=title, is_doubtful=False), *themes[row + 1 :])


def merge_with_previous(themes: Themes, row: int) -> Themes:
    """Return the themes with the theme at ``row`` merged into the theme above; unchanged for the first row."""
    if row < 1:
        return themes
    previous, current = themes[row - 1], themes[row]
    source = previous.source if current.source in previous.source else f"{previous.source} {current.source}".strip()
    merged = ExtractedField("theme", f"{previous.value} {current.value}".strip(), source)
    return (*themes[: row - 1], merged, *themes[row + 1 :])


def split_theme(themes: Themes, row: int, position: int) -> Themes:
    """Return the themes with the theme at ``row`` split at ``position``; unchanged if a part would be empty."""
    theme = themes[row]
    head, tail = theme.value[:position].rstrip(" ,;"), theme.value[position:].lstrip(" ,;.")
    if not head or not tail:
        return themes
    return (*themes[:row], replace(theme, value=head), replace(theme, value=tail), *themes[row + 1 :])


def move_theme(themes: Themes, row: int, step: int) -> Themes:
    """Return the themes with the theme at ``row`` moved up (``step`` -1) or down (1), unless it is first or last."""
    new_row = max(0, min(row + step, len(themes) - 1))
    others = remove_theme(themes, row)
    return (*others[:new_row], themes[row], *others[new_row:])


def drop_untitled(themes: Themes) -> Themes:
    """Return the themes that have a title, with surrounding spaces removed."""
    return tuple(replace(theme, value=theme.value.strip()) for theme in themes if theme.value.strip())
