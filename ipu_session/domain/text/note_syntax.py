"""Syntax of a typed note: a sign for the kind first, ``#2`` for themes first or last, else text (docs/rules.md#n1).

Digits of every script are accepted. A theme may also be named by the beginning of a word of its
title: ``#mig``.
"""

import re
from collections.abc import Iterable

from ipu_session.domain.model.session import NoteKind, Theme
from ipu_session.domain.model.value import Value
from ipu_session.domain.text.text_folding import fold

# ". " states the kind *point* explicitly, where the kind of the previous note would be inherited.
KIND_SIGNS = {
    "!": NoteKind.PROPOSAL,
    "！": NoteKind.PROPOSAL,
    "+": NoteKind.GOOD_PRACTICE,
    "＋": NoteKind.GOOD_PRACTICE,
    "?": NoteKind.QUESTION,
    "？": NoteKind.QUESTION,
    "؟": NoteKind.QUESTION,
    "¿": NoteKind.QUESTION,
    '"': NoteKind.QUOTATION,
    "«": NoteKind.QUOTATION,
    "“": NoteKind.QUOTATION,
    ".": NoteKind.POINT,
}
_SIGNS = "".join(sign for sign in KIND_SIGNS if sign != ".")
_HASH, _COMMA = "#＃", ",;،؛，；、"
_TAG = re.compile(
    # A number or the beginning of a word of a title; a comma belongs to the tag before another tag or a space.
    rf"[{_HASH}](\d{{1,3}}|[^\W\d_][^\s{_HASH}{_COMMA}{re.escape(_SIGNS)}]*)"
    rf"(?:[{_COMMA}](?=\s|[{_HASH}]|$))?(?=\s|$|[{_HASH}{re.escape(_SIGNS)}])\s*"
)
_LAST_WORD = re.compile(r"(.*\S)\s+(\S+)", re.DOTALL)
_MIN_LETTERS = 2
"""Minimum number of letters by which a theme is named."""


class ParsedNote(Value, frozen=True):
    """The parts of a typed note; a kind or themes of None are not typed: the previous note's are used."""

    text: str
    kind: NoteKind | None
    themes: tuple[int, ...] | None
    """Theme numbers in the order typed; empty after ``#0``, which removes the inherited themes."""


def parse_note(line: str, themes: Iterable[Theme] = ()) -> ParsedNote:
    """Split a typed note into kind, themes and text.

    A sign for the kind is recognized at the start, tags (``#2``, ``#mig``) at the start and the end; the rest is text.
    A tag of letters is text too, unless it is the beginning of a word in the title of exactly one theme.
    """
    all_themes = tuple(themes)
    kind: NoteKind | None = None
    numbers: list[int] | None = None
    remaining = line.strip()
    while remaining:
        sign, after = remaining[0], remaining[1:].lstrip()
        if sign in KIND_SIGNS and kind is None and after and (sign != "." or remaining[1] == " "):
            kind = KIND_SIGNS[sign]
            if sign == "¿" and "?" in after:
                # A pair of question marks belongs to the sentence.
                break
            remaining = after
        elif tags := _leading_tags(remaining, all_themes):
            numbers = (numbers or []) + tags[0]
            remaining = tags[1]
        else:
            break
    remaining, trailing = _trailing_tags(remaining, all_themes)
    if trailing:
        numbers = (numbers or []) + trailing
    chosen = None if numbers is None else tuple(dict.fromkeys(number for number in numbers if number))
    return ParsedNote(remaining, kind, chosen)


def themes_starting_with(prefix: str, themes: Iterable[Theme]) -> list[Theme]:
    """Return the themes whose title has a word starting with ``prefix``; titles starting with it come first."""
    folded = fold(prefix)
    if len(folded) < _MIN_LETTERS:
        return []
    matching = [theme for theme in themes if any(word.startswith(folded) for word in fold(theme.title).split())]
    return sorted(matching, key=lambda theme: not fold(theme.title).startswith(folded))


def _leading_tags(text: str, themes: tuple[Theme, ...]) -> tuple[list[int], str] | None:
    """Return the theme numbers at the start of ``text``, and the text after them; None if no tag is at the start."""
    numbers: list[int] = []
    while match := _TAG.match(text):
        number = _theme_number(match[1], themes)
        if number is None:
            break
        numbers.append(number)
        text = text[match.end() :]
    return (numbers, text) if numbers else None


def _trailing_tags(text: str, themes: tuple[Theme, ...]) -> tuple[str, list[int]]:
    """Return ``text`` without the tags at its end, and their theme numbers."""
    numbers: list[int] = []
    while match := _LAST_WORD.fullmatch(text):
        tags = _leading_tags(match[2], themes)
        if not tags or tags[1]:
            break
        numbers = tags[0] + numbers
        text = match[1]
    return text, numbers


def _theme_number(tag: str, themes: tuple[Theme, ...]) -> int | None:
    """Return the number of the theme that a tag names by number or by an unambiguous prefix, or None."""
    if tag.isdecimal():
        return int(tag)
    matching = themes_starting_with(tag, themes)
    return matching[0].number if len(matching) == 1 else None
