"""Splitting of lists within one paragraph: "(a) …; (b) …", "1. … 2. …", "• … • …", or by semicolons only."""

import re

from ipu_session.importers.files.paragraph_reconstruction import split_sentences

_INLINE_BULLET = re.compile(r"(?:^|\s)(?:[•▪●■◆‣►➢∙◦○\uf0b7\uf0a7]\s*|\.\s+(?=[A-ZÀ-Þ])|[–—*]\s+(?=[A-ZÀ-Þ]))")
_LABEL = re.compile(
    r"(?:^|(?<=[\s;,.:]))(?:\((?P<a>\d{1,2}|[a-z]|[ivx]{1,5})\)|(?P<b>\d{1,2}|[a-z]|[ivx]{1,5})\)|"
    r"(?P<c>\d{1,2})\.)\s*(?=[^\W\d])"
)
_CONJUNCTION = re.compile(r"^(?:and/or|and|or|et|ou|y/o|y|o|e)\s+", re.IGNORECASE)
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
_LETTERS = tuple("abcdefghijklmnopqrstuvwxyz")
_NUMBERS = tuple(str(number) for number in range(1, 41))


def split_inline_list(text: str, *, inline: bool) -> tuple[str, ...]:
    """Return the items of a paragraph in which several have run together; else the text as the only item.

    ``inline``: the text is the rest of a sentence after a colon; semicolons then separate items, and the end of the
    sentence is the end of the list.
    """
    for split in (_split_at_bullets, _split_at_labels):
        parts = split(text)
        if len(parts) > 1:
            return _cut_at_sentence_end(parts) if inline else parts
    parts = tuple(_CONJUNCTION.sub("", part.strip()) for part in text.split(";") if part.strip())
    if inline and len(parts) > 1:
        return _cut_at_sentence_end(tuple(f"{part};" for part in parts[:-1]) + parts[-1:])
    return (text,)


def _cut_at_sentence_end(parts: tuple[str, ...]) -> tuple[str, ...]:
    return (*parts[:-1], split_sentences(parts[-1])[0])


def _split_at_bullets(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in _INLINE_BULLET.split(text) if part.strip())


def _split_at_labels(text: str) -> tuple[str, ...]:
    """Return the text between consecutive markers; the first marker may already have been removed."""
    steps = list(_LABEL.finditer(text))
    labels = [next(label for label in step.groups() if label) for step in steps]
    for sequence in (_NUMBERS, _ROMANS, _LETTERS):
        for first in (0, 1):
            edges = _label_positions(steps, labels, sequence[first:])
            if edges and (len(edges) > 1 or first == 1) and (first == 1 or edges[0][0] == 0):
                return _text_between(text, edges)
    return (text,)


def _label_positions(steps: list[re.Match[str]], labels: list[str], sequence: tuple[str, ...]) -> list[tuple[int, int]]:
    """Return (start, end) of the markers that follow ``sequence`` from its first element on."""
    edges: list[tuple[int, int]] = []
    for step, label in zip(steps, labels, strict=True):
        if len(edges) < len(sequence) and label == sequence[len(edges)]:
            edges.append(step.span())
    return edges


def _text_between(text: str, edges: list[tuple[int, int]]) -> tuple[str, ...]:
    starts = [end for _, end in edges]
    ends = [*(start for start, _ in edges[1:]), len(text)]
    parts = [text[start:end].strip() for start, end in zip(starts, ends, strict=True)]
    before = text[: edges[0][0]].strip()
    return tuple(part for part in (before, *parts) if part)
