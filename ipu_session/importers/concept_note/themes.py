"""Extraction of the themes that a concept note announces, each complete and separate (docs/rules.md#p1).

A theme list follows a sentence that announces it ("the debate will consider issues such as:"), in any form:
bullets, numbers, letters, plain paragraphs, or run together in one paragraph.
"""

from collections.abc import Sequence
from itertools import chain, dropwhile, pairwise

from msgspec import Struct
from msgspec.structs import replace

from ipu_session.importers.concept_note.non_themes import are_mostly_themes, exclude_other_sections, is_not_theme
from ipu_session.importers.concept_note.prose_themes import (
    from_counts,
    from_examples,
    from_ordinals,
    from_short_list,
    from_steps,
    is_question,
    leading_questions,
)
from ipu_session.importers.concept_note.structured_themes import subheadings, themes_in_table
from ipu_session.importers.concept_note.theme_headings import (
    headings_above_prose,
    reduce_to_titles,
    strip_labels,
    themes_of_sessions,
)
from ipu_session.importers.concept_note.theme_lists import THEME_LIMIT, is_list_end, is_next_section, is_sub_item
from ipu_session.importers.concept_note.theme_vocabulary import (
    ANNOUNCEMENT_SIGNS,
    ANNOUNCING_COLON,
    COMMITTEE_SUFFIX,
    ENDS_WITH_THEMES,
    FUTURE_CUE,
    LABELLED_THEME,
    OPEN_END,
    OTHER_LISTS,
    PAST_CUE,
    TERMS_OF_REFERENCE,
    THEME_HEADING,
    TRAILING_CONJUNCTION,
)
from ipu_session.importers.files.document_line import LineStyle
from ipu_session.importers.files.inline_lists import split_inline_list
from ipu_session.importers.files.paragraph_reconstruction import SourceParagraph, is_sentence_end, split_sentences

_SURE_SCORE = 2
_MIN_THEMES = 2


class FoundTheme(Struct, frozen=True):
    """A theme with its source text and the number of the line where it begins."""

    title: str
    source: str
    number: int


class ThemeList(Struct, frozen=True):
    """The themes found; ``is_doubtful`` if they may be something else than the themes of the debate."""

    themes: tuple[FoundTheme, ...] = ()
    is_doubtful: bool = False


class _Announcement(Struct, frozen=True):
    paragraph_index: int
    score: int
    tail: str
    head: str = ""
    """The clause before the colon."""
    is_bare: bool = False
    """Whether it is a complete sentence without a colon: it can only announce headings with prose below them."""


def find_themes(text: Sequence[SourceParagraph]) -> ThemeList:
    """Return the themes of the list that is most certainly one of themes; an empty list if there is none.

    Forms are tried from the most to the least certain: table and labels first, unannounced questions last.
    """
    if items := themes_in_table(text) or _labelled_themes(text):
        return ThemeList(_make_themes(items))
    sessions = themes_of_sessions(text)
    text = exclude_other_sections(text)
    announcements = sorted(
        (announcement for index in range(len(text)) if (announcement := _find_announcement(text, index)) is not None),
        key=_by_confidence,
    )
    certain = [announcement for announcement in announcements if announcement.score >= _SURE_SCORE]
    doubtful = announcements[len(certain) :]
    return (
        (ThemeList(_make_themes(sessions), is_doubtful=True) if sessions else None)
        or _first_list(text, certain)
        or _themes_in_prose(text)
        or _example_themes(text)
        or _first_list(text, doubtful)
        or _terms_of_reference(text)
        or _unannounced_questions(text)
        or ThemeList()
    )


def _first_list(text: Sequence[SourceParagraph], announcements: Sequence[_Announcement]) -> ThemeList | None:
    for announcement in announcements:
        themes = _themes_after(text, announcement)
        if announcement.score < _SURE_SCORE and not _is_real_list(text, announcement):
            continue
        while len(themes) > _MIN_THEMES and is_not_theme(themes[-1].title):
            # A programme follows an unmarked list.
            themes = themes[:-1]
        if not are_mostly_themes([theme.title for theme in themes]):
            continue
        themes = tuple(theme for theme in themes if not is_not_theme(theme.title))
        if len(themes) > 1 or (themes and announcement.score > _SURE_SCORE):
            return ThemeList(themes, is_doubtful=announcement.score < _SURE_SCORE)
    return None


def _themes_in_prose(text: Sequence[SourceParagraph]) -> ThemeList | None:
    """Return themes in prose from an announcing sentence on: by ordinals, by (a), (b), or as questions; else None."""
    for index, paragraph in enumerate(text):
        sentences = split_sentences(paragraph.text)
        for number, sentence in enumerate(sentences):
            if paragraph.style is LineStyle.MARGIN or _announcement_score(sentence.rstrip(" .:")) < _SURE_SCORE:
                continue
            remaining = " ".join(dropwhile(_is_statement, sentences[number + 1 :]))
            questions = _from_questions([replace(paragraph, text=remaining)] if remaining else [], text[index + 1 :])
            below = (split_sentences(each.text) for each in text[index + 1 : index + 2] if not each.is_list_item)
            pairs = from_ordinals(" ".join((*sentences[number:], *chain.from_iterable(below)))) or tuple(
                (part, sentence) for part in from_steps(sentence)
            )
            items = [(*pair, paragraph.number) for pair in pairs] or questions
            if len(items) > 1:
                return ThemeList(_make_themes(items))
    return None


def _labelled_themes(text: Sequence[SourceParagraph]) -> list[tuple[str, str, int]]:
    """Return the themes labelled "Theme 1: …", "Theme 2: …", if there are at least two; else []."""
    items = [
        (match["theme"], paragraph.source, paragraph.number)
        for paragraph in text
        if (match := LABELLED_THEME.fullmatch(paragraph.text))
    ]
    return items if len(items) > 1 else []


def _example_themes(text: Sequence[SourceParagraph]) -> ThemeList | None:
    """Return the issues that a sentence lists between commas, as doubtful themes; or None."""
    for paragraph in text:
        for sentence in split_sentences(paragraph.text):
            parts = from_examples(sentence) if _looks_ahead(sentence) else ()
            parts = tuple(part for part in parts if not is_not_theme(part))
            if len(parts) > 1 and _announcement_score(sentence.rstrip(".")) >= _SURE_SCORE:
                return ThemeList(_make_themes([(part, sentence, paragraph.number) for part in parts]), is_doubtful=True)
    return None


def _terms_of_reference(text: Sequence[SourceParagraph]) -> ThemeList | None:
    """Return the list below "Terms of reference", the subject of an inquiry, as doubtful themes; or None."""
    for index, paragraph in enumerate(text):
        if TERMS_OF_REFERENCE.fullmatch(paragraph.text):
            themes = _themes_after(text, _Announcement(index, _SURE_SCORE, ""))
            if len(themes) > 1 and are_mostly_themes([theme.title for theme in themes]):
                return ThemeList(themes, is_doubtful=True)
    return None


def _looks_ahead(sentence: str) -> bool:
    """Return whether a sentence is about the coming debate, not about an earlier meeting."""
    return bool(FUTURE_CUE.search(sentence)) and not PAST_CUE.search(sentence)


def _is_real_list(text: Sequence[SourceParagraph], announcement: _Announcement) -> bool:
    """Return whether a weak announcement is followed by a list with markers, and has a word for themes."""
    following = text[announcement.paragraph_index + 1 : announcement.paragraph_index + 3]
    says = any(pattern.search(_last_clause(announcement.head)) for pattern in ANNOUNCEMENT_SIGNS[1:3])
    return says and len(following) > 1 and all(paragraph.is_list_item for paragraph in following)


def _is_statement(sentence: str) -> bool:
    return not is_question(sentence)


def _unannounced_questions(text: Sequence[SourceParagraph]) -> ThemeList | None:
    """Return consecutive questions without an announcement, as doubtful themes; or None."""
    for index, paragraph in enumerate(text):
        if is_question(split_sentences(paragraph.text)[0]) and len(questions := _from_questions([], text[index:])) > 1:
            return ThemeList(_make_themes(questions), is_doubtful=True)
    return None


def _from_questions(leading: list[SourceParagraph], following: Sequence[SourceParagraph]) -> list[tuple[str, str, int]]:
    questions = leading_questions([*leading, *following])
    return [(question, f"{each.marker} {question}".strip(), each.number) for question, each in questions]


def _by_confidence(announcement: _Announcement) -> tuple[int, int]:
    return -announcement.score, announcement.paragraph_index


def _find_announcement(text: Sequence[SourceParagraph], index: int) -> _Announcement | None:
    """Return the strongest announcement of themes in a paragraph, with the text after its colon; or None."""
    paragraph = text[index]
    if paragraph.style is LineStyle.MARGIN:
        return None
    if THEME_HEADING.fullmatch(paragraph.text):
        return _Announcement(index, _SURE_SCORE, "")
    candidates: list[_Announcement] = []
    for match in ANNOUNCING_COLON.finditer(paragraph.text):
        tail = paragraph.text[match.end() :].strip()
        score = _announcement_score(paragraph.text[: match.start()])
        if score >= 1:
            candidates.append(_Announcement(index, score, tail, _last_clause(paragraph.text[: match.start()])))
    if (
        not candidates
        and OPEN_END.search(paragraph.text)
        and (score := _announcement_score(paragraph.text)) >= _SURE_SCORE
    ):
        candidates.append(_Announcement(index, score, ""))
    last = split_sentences(paragraph.text)[-1].rstrip(" .")
    if (
        not candidates
        and ENDS_WITH_THEMES.search(last)
        and FUTURE_CUE.search(last)
        and (score := _announcement_score(last)) >= _SURE_SCORE
    ):
        candidates.append(_Announcement(index, _SURE_SCORE, "", is_bare=True))
    return min(candidates, key=_by_confidence, default=None)


def _announcement_score(sentence: str) -> int:
    clause = _last_clause(sentence)
    matching = sum(bool(pattern.search(clause)) for pattern in ANNOUNCEMENT_SIGNS)
    if ENDS_WITH_THEMES.search(clause) and matching >= _SURE_SCORE:
        return matching
    return matching - 2 * bool(OTHER_LISTS.search(clause[-110:]))


def _last_clause(sentence: str) -> str:
    return (split_sentences(sentence[-400:]) or ("",))[-1][-200:]


def _themes_after(text: Sequence[SourceParagraph], announcement: _Announcement) -> tuple[FoundTheme, ...]:
    announcing = text[announcement.paragraph_index]
    if (headed := _heading_themes(text, announcement)) or announcement.is_bare:
        return _make_themes(headed)
    if not announcement.tail and THEME_HEADING.fullmatch(announcing.text):
        announcement = replace(announcement, paragraph_index=_skip_introduction(text, announcement.paragraph_index))
    if len(inline := _inline_themes(announcement)) > 1:
        return _make_themes([(item, announcing.source, announcing.number) for item in inline])
    return _list_themes(text, announcement)


def _skip_introduction(text: Sequence[SourceParagraph], index: int) -> int:
    """Return the index of the introductory sentence below the heading, if there is one; else ``index``."""
    for following in text[index + 1 : index + 2]:
        ended = is_sentence_end(following.text) and not is_question(following.text)
        if (
            ended
            and not following.is_list_item
            and len(split_sentences(following.text)) == 1
            and _announcement_score(following.text) >= _SURE_SCORE
        ):
            return index + 1
    return index


def _heading_themes(text: Sequence[SourceParagraph], announcement: _Announcement) -> list[tuple[str, str, int]]:
    """Return the headings after an announcement, if they are the themes; else []."""
    items: list[tuple[str, str, int]] = []
    if text[announcement.paragraph_index].style is LineStyle.HEADING:
        items = subheadings(text, announcement.paragraph_index)
    if not items and not announcement.tail:
        items = headings_above_prose(text, announcement.paragraph_index)
    return items


def _list_themes(text: Sequence[SourceParagraph], announcement: _Announcement) -> tuple[FoundTheme, ...]:
    """Return the list items after an announcement, up to the end of the list."""
    announcing = text[announcement.paragraph_index]
    items: list[SourceParagraph] = []
    sources: list[str] = []
    if announcement.tail:
        items.append(SourceParagraph(announcement.tail, announcing.number))
        sources.append(announcing.source)
    before, following = text[: announcement.paragraph_index + 1], text[announcement.paragraph_index + 1 :]
    for index, paragraph in enumerate(following):
        if len(items) >= THEME_LIMIT or is_list_end(items, paragraph, following[index + 1 : index + 2]):
            break
        if items and is_next_section(items[0], paragraph, before):
            break
        if items and is_sub_item(items[0], paragraph):
            sources[-1] += f" {paragraph.source}"
        else:
            items.append(paragraph)
            sources.append(paragraph.source)
    return _make_themes(reduce_to_titles(strip_labels(_split_items(items, sources))))


def _inline_themes(announcement: _Announcement) -> tuple[str, ...]:
    """Return the themes in the same sentence, separated by markers, semicolons or commas."""
    if not announcement.tail:
        return ()
    parts = split_inline_list(announcement.tail, inline=True)
    if len(parts) > 1:
        return parts
    parts = from_counts(announcement.head, announcement.tail)
    return parts or (from_short_list(announcement.tail) if ENDS_WITH_THEMES.search(announcement.head) else ())


def _split_items(items: list[SourceParagraph], sources: list[str]) -> list[tuple[str, str, int]]:
    """Return (text, source, line number) of each theme; items that have run together are split."""
    themes: list[tuple[str, str, int]] = []
    for item, source in zip(items, sources, strict=True):
        parts = split_inline_list(item.text, inline=False)
        if len(parts) == 1 and not item.is_list_item:
            parts = _split_joined(item)
        if len(parts) == 1 and len(items) == 1 and not item.is_list_item:
            parts = split_sentences(item.text)
        themes += [(part, source if len(parts) == 1 else part, item.number) for part in parts]
    return themes


def _split_joined(item: SourceParagraph) -> tuple[str, ...]:
    edges = (0, *item.sentence_breaks, len(item.text))
    return tuple(item.text[start:end].strip() for start, end in pairwise(edges))


def _make_themes(items: Sequence[tuple[str, str, int]]) -> tuple[FoundTheme, ...]:
    """Return themes; in a list separated by semicolons the full stop belongs to the list, not to the last theme."""
    are_clauses = any(text.rstrip().endswith((";", ",")) or TRAILING_CONJUNCTION.search(text) for text, _, _ in items)
    themes: list[FoundTheme] = []
    for text, source, number in items:
        title = COMMITTEE_SUFFIX.sub("", TRAILING_CONJUNCTION.sub("", text.strip())).rstrip(" ;,:")
        if are_clauses:
            title = title.removesuffix(".")
        if any(character.isalpha() for character in title):
            themes.append(FoundTheme(title[0].upper() + title[1:], source, number))
    return tuple(themes)
