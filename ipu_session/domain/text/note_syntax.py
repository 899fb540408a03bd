"""A note as it is typed: kind by its first character, themes by ``#2``, the rest is text (product.md, N1).

Digits of every script are read, and a theme by a beginning of its title as well: ``#mig``.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ipu_session.domain.model.session import NoteKind, Theme
from ipu_session.domain.text.text_folding import fold

# ". " says point where the line before would otherwise hand its kind on.
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
    # A number or the beginning of a title; a comma goes with it if another tag or a space follows.
    rf"[{_HASH}](\d{{1,3}}|[^\W\d_][^\s{_HASH}{_COMMA}{re.escape(_SIGNS)}]*)"
    rf"(?:[{_COMMA}](?=\s|[{_HASH}]|$))?(?=\s|$|[{_HASH}{re.escape(_SIGNS)}])\s*"
)
_LAST_WORD = re.compile(r"(.*\S)\s+(\S+)", re.DOTALL)
_MIN_LETTERS = 2
"""So many letters of a title must be typed."""


@dataclass(frozen=True, slots=True)
class ParsedNote:
    """What a typed line says; None where it says nothing and the line before decides."""

    text: str
    kind: NoteKind | None
    themes: tuple[int, ...] | None
    """Theme numbers, in the order typed; ``#0`` frees the line of themes."""


def parse_note(line: str, themes: Iterable[Theme] = ()) -> ParsedNote:
    """Read a typed line; what is no sign of a kind or theme stays text.

    A ``#`` within a word is text, and so is a beginning that no title or several titles have.
    """
    known = tuple(themes)
    kind: NoteKind | None = None
    numbers: list[int] | None = None
    rest = line.strip()
    while rest:
        sign, after = rest[0], rest[1:].lstrip()
        if sign in KIND_SIGNS and kind is None and after and (sign != "." or rest[1] == " "):
            kind = KIND_SIGNS[sign]
            if sign == "¿" and "?" in after:
                # The pair belongs to the sentence.
                break
            rest = after
        elif found := _leading_tags(rest, known):
            numbers = (numbers or []) + found[0]
            rest = found[1]
        else:
            break
    rest, trailing = _trailing_tags(rest, known)
    if trailing:
        numbers = (numbers or []) + trailing
    chosen = None if numbers is None else tuple(dict.fromkeys(n for n in numbers if n))
    return ParsedNote(rest, kind, chosen)


def themes_starting_with(begun: str, themes: Iterable[Theme]) -> list[Theme]:
    """Return the themes of whose title a word begins with ``begun``; those that begin with it stand first."""
    folded = fold(begun)
    if len(folded) < _MIN_LETTERS:
        return []
    found = [theme for theme in themes if any(w.startswith(folded) for w in fold(theme.title).split())]
    return sorted(found, key=lambda theme: not fold(theme.title).startswith(folded))


def _leading_tags(text: str, themes: tuple[Theme, ...]) -> tuple[list[int], str] | None:
    """Return the theme numbers that ``text`` begins with, and the rest; a sign of a kind may follow."""
    numbers: list[int] = []
    while match := _TAG.match(text):
        number = _theme_number(match[1], themes)
        if number is None:
            break
        numbers.append(number)
        text = text[match.end() :]
    return (numbers, text) if numbers else None


def _trailing_tags(text: str, themes: tuple[Theme, ...]) -> tuple[str, list[int]]:
    """Return ``text`` without the tags that it ends with, and their theme numbers."""
    numbers: list[int] = []
    while match := _LAST_WORD.fullmatch(text):
        found = _leading_tags(match[2], themes)
        if not found or found[1]:
            break
        numbers = found[0] + numbers
        text = match[1]
    return text, numbers


def _theme_number(tag: str, themes: tuple[Theme, ...]) -> int | None:
    """Return the number of a theme that is named by it, or by a beginning that only its title has."""
    if tag.isdecimal():
        return int(tag)
    found = themes_starting_with(tag, themes)
    return found[0].number if len(found) == 1 else None
