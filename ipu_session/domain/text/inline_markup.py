r"""Simple formatting in plain text: ``**bold**``, ``*italic*``; a backslash before a star makes it a star.

A star that closes nothing, or stands free between spaces, is a star.
"""

import re
from dataclasses import dataclass

_STAR = "\ufdd0"
"""Stands for a star that was escaped, while the marks are looked for; Unicode uses it for no character."""
_MARKED = re.compile(
    r"\*\*(?P<bold>(?=\S)(?:[^*\n]|\*(?=\S)[^*\n]+?(?<=\S)\*)+?(?<=\S))\*\*"
    r"|\*(?P<italic>(?=[^\s*])(?:[^*\n]|\*\*(?=\S)[^*\n]+?(?<=\S)\*\*)+?(?<=[^\s*]))\*"
)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one look."""

    text: str
    bold: bool = False
    italic: bool = False


def spans(text: str) -> tuple[tuple[int, Run], ...]:
    """Return the stretches of one look, each with the place in ``text`` where it begins."""
    found = _spans(text.replace("\\*", _STAR * 2), 0, Run(""))
    return tuple((at, Run(text[at : at + len(run.text)], run.bold, run.italic)) for at, run in found)


def runs(text: str) -> tuple[Run, ...]:
    """Return the text without its marks, in stretches of one look."""
    return tuple(Run(run.text.replace("\\*", "*"), run.bold, run.italic) for _, run in spans(text))


def plain(text: str) -> str:
    """Return the text without its marks."""
    return "".join(run.text for run in runs(text))


def escaped(text: str) -> str:
    """Return a text that says, with marks understood, what ``text`` says without."""
    return text if plain(text) == text else text.replace("*", "\\*")


def _spans(text: str, offset: int, look: Run) -> list[tuple[int, Run]]:
    found: list[tuple[int, Run]] = []
    at = 0
    for match in _MARKED.finditer(text):
        found.append((offset + at, Run(text[at : match.start()], look.bold, look.italic)))
        kind = "bold" if match["bold"] is not None else "italic"
        inner = Run("", look.bold or kind == "bold", look.italic or kind == "italic")
        found += _spans(match[kind], offset + match.start(kind), inner)
        at = match.end()
    found.append((offset + at, Run(text[at:], look.bold, look.italic)))
    return [(at, run) for at, run in found if run.text]
