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
class TextRun:
    """A stretch of text of one look."""

    text: str
    bold: bool = False
    italic: bool = False


def parse_spans(text: str) -> tuple[tuple[int, TextRun], ...]:
    """Return the stretches of one look, each with the place in ``text`` where it begins."""
    found = _parse_nested_spans(text.replace("\\*", _STAR * 2), 0, TextRun(""))
    return tuple((at, TextRun(text[at : at + len(run.text)], run.bold, run.italic)) for at, run in found)


def parse_runs(text: str) -> tuple[TextRun, ...]:
    """Return the text without its marks, in stretches of one look."""
    return tuple(TextRun(run.text.replace("\\*", "*"), run.bold, run.italic) for _, run in parse_spans(text))


def strip_markup(text: str) -> str:
    """Return the text without its marks."""
    return "".join(run.text for run in parse_runs(text))


def escape_markup(text: str) -> str:
    """Return a text that says, with marks understood, what ``text`` says without."""
    return text if strip_markup(text) == text else text.replace("*", "\\*")


def _parse_nested_spans(text: str, offset: int, look: TextRun) -> list[tuple[int, TextRun]]:
    found: list[tuple[int, TextRun]] = []
    at = 0
    for match in _MARKED.finditer(text):
        found.append((offset + at, TextRun(text[at : match.start()], look.bold, look.italic)))
        kind = "bold" if match["bold"] is not None else "italic"
        inner = TextRun("", look.bold or kind == "bold", look.italic or kind == "italic")
        found += _parse_nested_spans(match[kind], offset + match.start(kind), inner)
        at = match.end()
    found.append((offset + at, TextRun(text[at:], look.bold, look.italic)))
    return [(at, run) for at, run in found if run.text]
