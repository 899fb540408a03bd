r"""Inline markup: ``**bold**``, ``*italic*``; a backslash escapes a star.

A star without a partner, or between spaces, is literal.
"""

import re

from ipu_session.domain.model.value import Value

_STAR = "\ufdd0"
"""Placeholder for an escaped star during parsing: a Unicode noncharacter."""
_MARKED = re.compile(
    r"\*\*(?P<bold>(?=\S)(?:[^*\n]|\*(?=\S)[^*\n]+?(?<=\S)\*)+?(?<=\S))\*\*"
    r"|\*(?P<italic>(?=[^\s*])(?:[^*\n]|\*\*(?=\S)[^*\n]+?(?<=\S)\*\*)+?(?<=[^\s*]))\*"
)


class TextRun(Value, frozen=True):
    """A run of text with one format."""

    text: str
    bold: bool = False
    italic: bool = False


def parse_spans(text: str) -> tuple[tuple[int, TextRun], ...]:
    """Return the runs, each with its offset in ``text``; the text of a run keeps its escapes."""
    spans = _parse_nested_spans(text.replace("\\*", _STAR * 2), 0, TextRun(""))
    return tuple((start, TextRun(text[start : start + len(run.text)], run.bold, run.italic)) for start, run in spans)


def parse_runs(text: str) -> tuple[TextRun, ...]:
    """Return the runs, without markup and escapes."""
    return tuple(TextRun(run.text.replace("\\*", "*"), run.bold, run.italic) for _, run in parse_spans(text))


def strip_markup(text: str) -> str:
    """Return the text without markup."""
    return "".join(run.text for run in parse_runs(text))


def escape_markup(text: str) -> str:
    """Return markup that is displayed as the plain text ``text``."""
    return text if strip_markup(text) == text else text.replace("*", "\\*")


def _parse_nested_spans(text: str, offset: int, style: TextRun) -> list[tuple[int, TextRun]]:
    spans: list[tuple[int, TextRun]] = []
    position = 0
    for match in _MARKED.finditer(text):
        spans.append((offset + position, TextRun(text[position : match.start()], style.bold, style.italic)))
        kind = "bold" if match["bold"] is not None else "italic"
        inner = TextRun("", style.bold or kind == "bold", style.italic or kind == "italic")
        spans += _parse_nested_spans(match[kind], offset + match.start(kind), inner)
        position = match.end()
    spans.append((offset + position, TextRun(text[position:], style.bold, style.italic)))
    return [(position, run) for position, run in spans if run.text]
