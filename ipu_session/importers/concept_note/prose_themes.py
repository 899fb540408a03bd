"""Extraction of themes from prose: enumerated by ordinals, separated by commas, or formulated as questions."""

import re
from collections.abc import Iterator
from itertools import takewhile

from ipu_session.importers.concept_note.theme_vocabulary import (
    AFTER_ORDINAL,
    FIRST_STEP,
    LAST_ORDINAL,
    NUMBER_WORDS,
    ORDINALS,
    SUCH_AS,
)
from ipu_session.importers.files.inline_lists import split_inline_list
from ipu_session.importers.files.paragraph_reconstruction import SourceParagraph, split_sentences

_JOINED = re.compile(r"\s+(?:and|et|y|e)\s+")
_COMMA = re.compile(r",\s+(?:(?:and|et|y|e)\s+)?(?!(?:including|y compris|incluid[oa]s?|notamment)\b)")
_LAST_COMMA = re.compile(r",\s+(?:and|et|y|e)\s+")
_MIN_THEMES = 3
"""Minimum number of themes in an enumeration that does not state their number."""
_FEW_WORDS = 6
_WORD = re.compile(r"\b\w+\b")
_LONGEST_QUESTION = 400


def from_ordinals(text: str) -> tuple[tuple[str, str], ...]:
    """Return (theme, source) for each theme introduced by "first", "second" … "finally"; () if fewer than two."""
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
    if last := LAST_ORDINAL.search(text, position):
        starts.append(last.span())
    ends = [*(start for start, _ in starts[1:]), len(text)]
    themes: list[tuple[str, str]] = []
    for (start, after), end in zip(starts, ends, strict=True):
        sentences = split_sentences(text[after:end])
        theme = _CLAUSE_AFTER_THEME.sub("", AFTER_ORDINAL.sub("", sentences[0])) if sentences else ""
        themes.append((_trim_theme(theme), text[start:end].strip()))
    return tuple(themes) if len(themes) > 1 else ()


def from_counts(introduction: str, tail: str) -> tuple[str, ...]:
    """Return the items of "three themes: one, two and three" if ``introduction`` states their number; else ()."""
    counts = {NUMBER_WORDS[word] for word in _WORD.findall(introduction.lower()) if word in NUMBER_WORDS}
    for parts in _split_enumeration(tail):
        if len(parts) in counts:
            return parts
    return ()


def from_short_list(tail: str) -> tuple[str, ...]:
    """Return the items of "one, two and three" if there are at least three, of at most six words; else ()."""
    for parts in _split_enumeration(tail):
        if len(parts) >= _MIN_THEMES and all(part and len(part.split()) <= _FEW_WORDS for part in parts):
            return parts
    return ()


def from_examples(text: str) -> tuple[str, ...]:
    """Return the items of "issues such as one, two and three" if there are at least three; else ()."""
    for match in SUCH_AS.finditer(text):
        for parts in _split_enumeration(text[match.end() :]):
            if len(parts) >= _MIN_THEMES:
                return parts
    return ()


def from_steps(sentence: str) -> tuple[str, ...]:
    """Return the items of "how parliaments may (a) protect …, (b) oblige … and (c) recover …"."""
    match = FIRST_STEP.search(sentence)
    return split_inline_list(sentence[match.end() :], inline=True) if match else ()


def _split_enumeration(tail: str) -> Iterator[tuple[str, ...]]:
    """Yield the possible splits of an enumeration, at its commas and at the "and" before the last item."""
    ended = split_sentences(tail)
    if not ended:
        return
    parts = _COMMA.split(ended[0])
    last = _JOINED.split(parts[-1])
    if _LAST_COMMA.search(ended[0]) or len(last) != 2:
        yield tuple(_trim_theme(part) for part in parts)
    if len(last) == 2:
        yield tuple(_trim_theme(part) for part in (*parts[:-1], *last))
        yield tuple(_trim_theme(part) for part in parts)


def leading_questions(paragraphs: list[SourceParagraph]) -> tuple[tuple[str, SourceParagraph], ...]:
    """Return the questions at the beginning of paragraphs, each with its paragraph, up to the first statement."""
    pairs: list[tuple[str, SourceParagraph]] = []
    for paragraph in paragraphs:
        sentences = split_sentences(paragraph.text)
        questions = list(takewhile(is_question, sentences))
        pairs += ((question, paragraph) for question in questions)
        if len(questions) < len(sentences):
            break
    return tuple(pairs)


def is_question(sentence: str) -> bool:
    """Return whether a sentence is a question of at most 400 characters."""
    return sentence.rstrip(' "”»’)').endswith("?") and len(sentence) <= _LONGEST_QUESTION


_CLAUSE_AFTER_THEME = re.compile(
    r",\s+(?:will|shall|is to|to be|which|introduced|presented|moderated|led|qui|sera|présentée?|"
    r"introduite?|que|será|"
    r"presentad[oa])\b.*$",
    re.IGNORECASE | re.DOTALL,
)


def _trim_theme(theme: str) -> str:
    return re.sub(r"(?:[,;]\s+(?:and|et|y|e))?[\s.,;:]*$", "", theme.strip())
