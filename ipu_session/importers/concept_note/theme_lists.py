"""Where a list of themes ends, and what stands below one of its items rather than beside it."""

import re
from collections.abc import Sequence

from ipu_session.importers.concept_note.non_themes import is_other_label
from ipu_session.importers.concept_note.prose_themes import is_question
from ipu_session.importers.concept_note.theme_vocabulary import AFTER
from ipu_session.importers.files.inline_lists import split_run_together
from ipu_session.importers.files.lines import Style
from ipu_session.importers.files.paragraphs import Family, Paragraph, ends_sentence, sentences

THEME_LIMIT = 40
_LONG_ITEM = 450
_HEADING_LENGTH = 70
_SENTENCE_LENGTH = 220


def is_over(items: list[Paragraph], paragraph: Paragraph, after: Sequence[Paragraph]) -> bool:
    """Return whether a paragraph is no longer part of the list."""
    if paragraph.style is not Style.PLAIN or paragraph.marked:
        return not paragraph.marked
    if not items:
        fits = _looks_like_an_item(paragraph) or _has_run_together(paragraph)
        return bool(AFTER.search(paragraph.text)) or not fits
    no_more_asked = is_question(items[-1].text) and not is_question(paragraph.text)
    if (
        AFTER.search(paragraph.text)
        or is_other_label(paragraph.text)
        or no_more_asked
        or not _looks_like_an_item(paragraph)
    ):
        return True
    several = sum(item.marked for item in items) >= 2
    if several and paragraph.after_blank and not any(item.after_blank for item in items[1:]):
        # A heading: the items of this list stand without gaps.
        return True
    if several or items[0].family is Family.WORD:
        # A marker that the scan lost; a paragraph of its own after a marked list ends it.
        lost = any(next_one.family is items[-1].family for next_one in after)
        return not lost or ends_sentence(paragraph.text) != ends_sentence(items[-1].text)
    return _is_heading_after(items, paragraph)


def is_next_section(first: Paragraph, paragraph: Paragraph, before: Sequence[Paragraph]) -> bool:
    """Return whether a number is that of the note's next section, not of the next theme."""
    if paragraph.family is not Family.NUMBER or _shape(paragraph) == _shape(first):
        return False
    return any(_shape(section) == _shape(paragraph) for section in before if section.marked)


def _shape(paragraph: Paragraph) -> str:
    """Return what stands around the numbers of a marker: "(#)", "#." or "#.#"."""
    numbered = paragraph.family is Family.NUMBER
    return re.sub(r"\d+", "#", paragraph.marker) if numbered else paragraph.family


def _looks_like_an_item(paragraph: Paragraph) -> bool:
    if paragraph.text.endswith(":") or (len(paragraph.text) > _LONG_ITEM and not paragraph.seams):
        return len(split_run_together(paragraph.text, inline=False)) > 1
    several = len(sentences(paragraph.text)) - len(paragraph.seams)
    return several < 3 or len(split_run_together(paragraph.text, inline=False)) > 1


def _has_run_together(paragraph: Paragraph) -> bool:
    """Return whether the only paragraph after the colon may be several themes, a sentence each."""
    each = sentences(paragraph.text)
    return 1 < len(each) <= THEME_LIMIT and all(len(sentence) <= _SENTENCE_LENGTH for sentence in each)


def _is_heading_after(items: list[Paragraph], paragraph: Paragraph) -> bool:
    """Return whether a short line without a full stop follows items that have one."""
    return (
        len(paragraph.text) <= _HEADING_LENGTH
        and not ends_sentence(paragraph.text)
        and all(ends_sentence(item.text) for item in items)
    )


def is_below(first: Paragraph, paragraph: Paragraph) -> bool:
    """Return whether an item stands below a theme rather than being one."""
    if first.family is Family.WORD:
        return paragraph.level > first.level >= 0 or paragraph.family not in {Family.WORD, Family.NONE}
    enumerated = {Family.NUMBER, Family.LETTER, Family.ROMAN}
    if first.family in enumerated:
        return (
            paragraph.marked and paragraph.family is not first.family and not _same_letters(first, paragraph)
        )
    return first.family is Family.BULLET and paragraph.family in {Family.DASH, Family.CIRCLE, *enumerated}


def _same_letters(first: Paragraph, paragraph: Paragraph) -> bool:
    """Return whether a marker is of the same list although "(v)" and "(c)" are both a letter and a figure."""
    if not {first.family, paragraph.family} <= {Family.LETTER, Family.ROMAN}:
        return False
    return first.family is Family.ROMAN or paragraph.marker.strip("().") in {"v", "x"}
