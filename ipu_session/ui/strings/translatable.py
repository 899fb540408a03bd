"""Marks texts in tables for translation, without Qt: the command line uses some of the tables in English."""

from collections.abc import Callable

TranslateFunction = Callable[[str], str]
"""Translates a marked text; ``str`` returns it in English."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark a text for translation and return it; lupdate recognises the function by its name."""
    return text
