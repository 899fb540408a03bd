"""Themes that are no list: told off by "first … second …", counted between commas, or put as questions."""

import re
from itertools import takewhile

from ipu_session.intake.paragraphs import Paragraph, sentences
from ipu_session.intake.theme_words import AFTER_ORDINAL, COUNTS, LAST, ORDINALS

_JOINED = re.compile(r"\s+(?:and|et|y|e)\s+")
_COMMA = re.compile(r",\s+(?:(?:and|et|y|e)\s+)?(?!(?:including|y compris|incluid[oa]s?|notamment)\b)")
_COUNT = re.compile(r"\b\w+\b")
_LONGEST_QUESTION = 400


def told_off(text: str) -> tuple[tuple[str, str], ...]:
    """Return (theme, its words in the text) of each that "first", "second" … "finally" introduce."""
    starts: list[tuple[int, int]] = []
    position = 0
    for ordinal in ORDINALS:
        match = ordinal.search(text, position)
        if match is None:
            break
        starts.append(match.span())
        position = match.end()
    if not starts:
        return ()
    if last := LAST.search(text, position):
        starts.append(last.span())
    ends = [*(start for start, _ in starts[1:]), len(text)]
    found: list[tuple[str, str]] = []
    for (start, after), end in zip(starts, ends, strict=True):
        said = sentences(text[after:end])
        theme = AFTER_ORDINAL.sub("", said[0]) if said else ""
        found.append((_trimmed(theme), text[start:end].strip()))
    return tuple(found) if len(found) > 1 else ()


def counted(head: str, tail: str) -> tuple[str, ...]:
    """Return the parts of "three themes: one, two and three": as many as the head says, or none."""
    wanted = {COUNTS[word] for word in _COUNT.findall(head.lower()) if word in COUNTS}
    ended = sentences(tail)
    if not wanted or not ended:
        return ()
    parts = _COMMA.split(ended[0])
    last = _JOINED.split(parts[-1])
    for split in (parts, [*parts[:-1], *last] if len(last) == 2 else parts):
        if len(split) in wanted and all(split):
            return tuple(_trimmed(part) for part in split)
    return ()


def questions(paragraphs: list[Paragraph]) -> tuple[tuple[str, Paragraph], ...]:
    """Return the questions that paragraphs begin with, each with its paragraph; prose ends them."""
    found: list[tuple[str, Paragraph]] = []
    for paragraph in paragraphs:
        said = sentences(paragraph.text)
        asked = list(takewhile(is_question, said))
        found += ((question, paragraph) for question in asked)
        if len(asked) < len(said):
            break
    return tuple(found)


def is_question(sentence: str) -> bool:
    """Return whether a sentence is one question."""
    return sentence.rstrip(' "”»’)').endswith("?") and len(sentence) <= _LONGEST_QUESTION


def _trimmed(theme: str) -> str:
    return re.sub(r"(?:[,;]\s+(?:and|et|y|e))?[\s.,;:]*$", "", theme.strip())
