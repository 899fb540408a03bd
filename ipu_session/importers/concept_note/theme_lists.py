"""Rules for where a list of themes ends, and which of its items are sub-items."""

import re
from collections.abc import Sequence

from ipu_session.importers.concept_note.non_themes import is_other_label
from ipu_session.importers.concept_note.prose_themes import is_question
from ipu_session.importers.concept_note.theme_vocabulary import AFTER_LIST
from ipu_session.importers.files.document_line import LineStyle
from ipu_session.importers.files.inline_lists import split_inline_list
from ipu_session.importers.files.paragraph_reconstruction import (
    MarkerKind,
    SourceParagraph,
    is_sentence_end,
    split_sentences,
)

THEME_LIMIT = 40
_LONG_ITEM = 450
_HEADING_LENGTH = 70
_SENTENCE_LENGTH = 220


def is_list_end(items: list[SourceParagraph], paragraph: SourceParagraph, after: Sequence[SourceParagraph]) -> bool:
    """Return whether a paragraph is no longer part of the list."""
    if paragraph.style is not LineStyle.PLAIN or paragraph.is_list_item:
        return not paragraph.is_list_item
    if not items:
        fits = _looks_like_an_item(paragraph) or _is_merged_list(paragraph)
        return bool(AFTER_LIST.search(paragraph.text)) or not fits
    no_more_asked = is_question(items[-1].text) and not is_question(paragraph.text)
    if (
        AFTER_LIST.search(paragraph.text)
        or is_other_label(paragraph.text)
        or no_more_asked
        or not _looks_like_an_item(paragraph)
    ):
        return True
    several = sum(item.is_list_item for item in items) >= 2
    if several and paragraph.is_after_blank and not any(item.is_after_blank for item in items[1:]):
        # A heading: the items of this list have no blank lines between them.
        return True
    if several or items[0].marker_kind is MarkerKind.WORD:
        # The scan may have lost a marker; otherwise an unmarked paragraph ends a marked list.
        lost = any(next_one.marker_kind is items[-1].marker_kind for next_one in after)
        return not lost or is_sentence_end(paragraph.text) != is_sentence_end(items[-1].text)
    return _is_heading_after(items, paragraph)


def is_next_section(first: SourceParagraph, paragraph: SourceParagraph, before: Sequence[SourceParagraph]) -> bool:
    """Return whether the number of a paragraph is that of the note's next section, not of the next theme."""
    if paragraph.marker_kind is not MarkerKind.NUMBER or _marker_shape(paragraph) == _marker_shape(first):
        return False
    return any(_marker_shape(section) == _marker_shape(paragraph) for section in before if section.is_list_item)


def _marker_shape(paragraph: SourceParagraph) -> str:
    """Return the form of a marker without its numbers: "(#)", "#." or "#.#"."""
    numbered = paragraph.marker_kind is MarkerKind.NUMBER
    return re.sub(r"\d+", "#", paragraph.marker) if numbered else paragraph.marker_kind


def _looks_like_an_item(paragraph: SourceParagraph) -> bool:
    if paragraph.text.endswith(":") or (len(paragraph.text) > _LONG_ITEM and not paragraph.sentence_breaks):
        return len(split_inline_list(paragraph.text, inline=False)) > 1
    several = len(split_sentences(paragraph.text)) - len(paragraph.sentence_breaks)
    return several < 3 or len(split_inline_list(paragraph.text, inline=False)) > 1


def _is_merged_list(paragraph: SourceParagraph) -> bool:
    """Return whether the paragraph after a colon may be several themes, one sentence each."""
    each = split_sentences(paragraph.text)
    return 1 < len(each) <= THEME_LIMIT and all(len(sentence) <= _SENTENCE_LENGTH for sentence in each)


def _is_heading_after(items: list[SourceParagraph], paragraph: SourceParagraph) -> bool:
    """Return whether a short line without a full stop follows items that end with one."""
    return (
        len(paragraph.text) <= _HEADING_LENGTH
        and not is_sentence_end(paragraph.text)
        and all(is_sentence_end(item.text) for item in items)
    )


def is_sub_item(first: SourceParagraph, paragraph: SourceParagraph) -> bool:
    """Return whether an item is a sub-item of a theme, not a theme."""
    if first.marker_kind is MarkerKind.WORD:
        return paragraph.level > first.level >= 0 or paragraph.marker_kind not in {MarkerKind.WORD, MarkerKind.NONE}
    enumerated = {MarkerKind.NUMBER, MarkerKind.LETTER, MarkerKind.ROMAN}
    if first.marker_kind in enumerated:
        return (
            paragraph.is_list_item
            and paragraph.marker_kind is not first.marker_kind
            and not _is_same_sequence(first, paragraph)
        )
    return first.marker_kind is MarkerKind.BULLET and paragraph.marker_kind in {
        MarkerKind.DASH,
        MarkerKind.CIRCLE,
        *enumerated,
    }


def _is_same_sequence(first: SourceParagraph, paragraph: SourceParagraph) -> bool:
    """Return whether two markers can be of one list although one is read as a letter, the other as a Roman numeral.

    "(c)" and "(v)" can be either.
    """
    if not {first.marker_kind, paragraph.marker_kind} <= {MarkerKind.LETTER, MarkerKind.ROMAN}:
        return False
    return first.marker_kind is MarkerKind.ROMAN or paragraph.marker.strip("().") in {"v", "x"}
