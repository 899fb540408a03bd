"""The tables of one report language, as tomllib reads them from ``resources/report/*.toml``."""

from collections.abc import Mapping
from typing import NotRequired, TypedDict

MessageTable = Mapping[str, str | Mapping[str, str]]
"""Texts by key; a text that depends on a number has its plural forms by name."""

# Functional syntax: ``and`` is a keyword of Python.
CatalogData = TypedDict(
    "CatalogData",
    {
        "language": str,
        "tag": str,
        "right_to_left": bool,
        "plural": str,
        "words": list[str],
        "feminine_words": NotRequired[list[str]],
        "thousands": str,
        "comma": str,
        "semicolon": str,
        "and": str,
        "and_before_i": NotRequired[str],
        "and_between": NotRequired[str],
        "i_sound": NotRequired[str],
        "annex_letters": list[str],
        "months": list[str],
        "letters": dict[str, str],
        "of": list[tuple[str, str]],
        "committees": dict[str, str],
        "topics": dict[str, list[str]],
    },
)
"""The settings of a language; the other tables of the file are each a ``MessageTable``."""
