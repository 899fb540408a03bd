"""Themes that are no list: told off by "first … second …", counted between commas, or put as questions."""

import re
from collections.abc import Iterator
from itertools import takewhile

from ipu_session.importers.concept_note.theme_vocabulary import (
    AFTER_ORDINAL,
    COUNTS,
    LAST,
    ORDINALS,
    STEP,
    SUCH_AS,
)
from ipu_session.importers.files.inline_lists import split_run_together
from ipu_session.importers.files.paragraphs import Paragraph, sentences

_JOINED = re.compile(r"\s+(?:and|et|y|e)\s+")
_COMMA = re.compile(r",\s+(?:(?:and|et|y|e)\s+)?(?!(?:including|y compris|incluid[oa]s?|notamment)\b)")
_LAST_COMMA = re.compile(r",\s+(?:and|et|y|e)\s+")
_FEWEST = 3
"""Themes in an enumeration that says nothing of their number."""
_FEW_WORDS = 6
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
        theme = _SAID_OF_IT.sub("", AFTER_ORDINAL.sub("", said[0])) if said else ""
        found.append((_trimmed(theme), text[start:end].strip()))
    return tuple(found) if len(found) > 1 else ()


def counted(head: str, tail: str) -> tuple[str, ...]:
    """Return the parts of "three themes: one, two and three": as many as the head says, or none."""
    wanted = {COUNTS[word] for word in _COUNT.findall(head.lower()) if word in COUNTS}
    for parts in _enumerated(tail):
        if len(parts) in wanted:
            return parts
    return ()


def listed(tail: str) -> tuple[str, ...]:
    """Return the parts of "one, two and three" if there are three at least, each a few words; else none."""
    for parts in _enumerated(tail):
        if len(parts) >= _FEWEST and all(part and len(part.split()) <= _FEW_WORDS for part in parts):
            return parts
    return ()


def instanced(text: str) -> tuple[str, ...]:
    """Return the parts of "issues such as one, two and three": three at least, and a last one."""
    for match in SUCH_AS.finditer(text):
        for parts in _enumerated(text[match.end() :]):
            if len(parts) >= _FEWEST:
                return parts
    return ()


def stepped(sentence: str) -> tuple[str, ...]:
    """Return the parts of "how parliaments may (a) protect …, (b) oblige … and (c) recover …"."""
    match = STEP.search(sentence)
    return split_run_together(sentence[match.end() :], inline=True) if match else ()


def _enumerated(tail: str) -> Iterator[tuple[str, ...]]:
    """Yield the ways to part a sentence at its commas, and at the "and" before its last part."""
    ended = sentences(tail)
    if not ended:
        return
    parts = _COMMA.split(ended[0])
    last = _JOINED.split(parts[-1])
    if _LAST_COMMA.search(ended[0]) or len(last) != 2:
        yield tuple(_trimmed(part) for part in parts)
    if len(last) == 2:
        yield tuple(_trimmed(part) for part in (*parts[:-1], *last))
        yield tuple(_trimmed(part) for part in parts)


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


_SAID_OF_IT = re.compile(
    r",\s+(?:will|shall|is to|to be|which|introduced|presented|moderated|led|qui|sera|présentée?|"
    r"introduite?|que|será|"
    r"presentad[oa])\b.*$",
    re.IGNORECASE | re.DOTALL,
)


def _trimmed(theme: str) -> str:
    return re.sub(r"(?:[,;]\s+(?:and|et|y|e))?[\s.,;:]*$", "", theme.strip())
