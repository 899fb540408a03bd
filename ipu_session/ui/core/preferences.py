"""Preferences of the user (language, appearance, displays, bell); they are never stored in a session file."""

from collections.abc import Mapping
from typing import Literal, cast, get_args

from msgspec import Struct

UiLanguage = Literal["en", "fr"]
ColourSchemeName = Literal["light", "dark", "contrast"]
FONT_SCALES = (100, 125, 150, 175, 200)


class Preferences(Struct, frozen=True):
    """Language, colour scheme (``look``), font scale in per cent, screens of the displays, and the bell."""

    language: UiLanguage = "en"
    look: ColourSchemeName = "light"
    scale: int = 100
    hall_screen: str = ""
    """Name of a screen; ``window`` for an ordinary window, "" for any free screen; likewise ``chair_screen``."""
    chair_screen: str = ""
    bell: bool = True


def parse_preferences(stored: Mapping[str, object]) -> Preferences:
    """Return preferences from stored values; a missing or invalid value is replaced by its default."""
    default = Preferences()
    language, scheme, scale = (stored.get(key) for key in ("language", "look", "scale"))
    return Preferences(
        cast("UiLanguage", language) if language in get_args(UiLanguage) else default.language,
        cast("ColourSchemeName", scheme) if scheme in get_args(ColourSchemeName) else default.look,
        scale if isinstance(scale, int) and scale in FONT_SCALES else default.scale,
        _text_or_empty(stored.get("hall_screen")),
        _text_or_empty(stored.get("chair_screen")),
        stored.get("bell") is not False,
    )


def _text_or_empty(value: object) -> str:
    return value if isinstance(value, str) else ""
