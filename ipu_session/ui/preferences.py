"""What the user chose about the screen; kept by the composition root, never in a session file."""

from dataclasses import dataclass
from typing import Literal, cast, get_args

Language = Literal["en", "fr"]
Look = Literal["light", "dark", "contrast"]
SCALES = (100, 125, 150, 175, 200)


@dataclass(frozen=True, slots=True)
class Preferences:
    """Language and look of the screen; ``scale`` in per cent."""

    language: Language = "en"
    look: Look = "light"
    scale: int = 100


def preferences(language: object, look: object, scale: object) -> Preferences:
    """Return preferences from values that may be anything; what is not allowed takes its default."""
    default = Preferences()
    return Preferences(
        cast("Language", language) if language in get_args(Language) else default.language,
        cast("Look", look) if look in get_args(Look) else default.look,
        scale if isinstance(scale, int) and scale in SCALES else default.scale,
    )
