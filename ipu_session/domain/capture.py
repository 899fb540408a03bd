"""A note as it is typed: kind by its first character, themes by ``#2``, the rest is text (product.md, N1)."""

from dataclasses import dataclass
from itertools import takewhile

from ipu_session.domain.state import NoteKind

# ". " says point where the line before would otherwise hand its kind on.
KIND_SIGNS = {
    "!": NoteKind.PROPOSAL,
    "+": NoteKind.GOOD_PRACTICE,
    "?": NoteKind.QUESTION,
    '"': NoteKind.QUOTATION,
    "«": NoteKind.QUOTATION,
    "“": NoteKind.QUOTATION,
    ".": NoteKind.POINT,
}


@dataclass(frozen=True, slots=True)
class TypedNote:
    """What a typed line says; None where it says nothing and the line before decides."""

    text: str
    kind: NoteKind | None
    themes: tuple[int, ...] | None
    """Theme numbers, in the order typed; ``#0`` frees the line of themes."""


def parse_note(line: str) -> TypedNote:
    """Read a typed line; what is no sign of a kind or theme stays text."""
    kind: NoteKind | None = None
    numbers: list[int] | None = None
    rest = line.strip()
    while rest:
        sign, after = rest[0], rest[1:].lstrip()
        if sign in KIND_SIGNS and kind is None and after and (sign != "." or rest[1] == " "):
            kind, rest = KIND_SIGNS[sign], after
        elif sign == "#" and (found := _leading_numbers(rest)):
            numbers = (numbers or []) + found[0]
            rest = found[1].lstrip()
        else:
            break
    rest, trailing = _trailing_numbers(rest)
    if trailing:
        numbers = (numbers or []) + trailing
    themes = None if numbers is None else tuple(dict.fromkeys(n for n in numbers if n))
    return TypedNote(rest, kind, themes)


def _leading_numbers(text: str) -> tuple[list[int], str] | None:
    """Return the theme numbers that ``text`` begins with and the rest; a sign of a kind may follow."""
    numbers: list[int] = []
    rest = text
    while rest.startswith("#"):
        digits = "".join(takewhile(_is_digit, rest[1:]))
        if not 1 <= len(digits) <= 3:
            return None
        numbers.append(int(digits))
        rest = rest[1 + len(digits) :]
    stuck = rest and not (rest[0].isspace() or (rest[0] in KIND_SIGNS and rest[0] != "."))
    return None if stuck or not numbers else (numbers, rest.lstrip())


def _is_digit(character: str) -> bool:
    return character.isascii() and character.isdecimal()


def _trailing_numbers(text: str) -> tuple[str, list[int]]:
    head, _, word = text.rpartition(" ")
    found = _leading_numbers(word)
    return (head.rstrip(), found[0]) if found and not found[1] and head.strip() else (text, [])
