"""Extraction of themes from headings: sessions of a programme, headings above prose, run-in headings."""

import re
from collections.abc import Iterator, Sequence

from ipu_session.domain.text.text_folding import fold
from ipu_session.importers.concept_note.non_themes import is_heading_like, is_not_theme, is_other_section
from ipu_session.importers.concept_note.theme_vocabulary import NUMBER_WORDS
from ipu_session.importers.files.document_line import LineStyle
from ipu_session.importers.files.paragraph_reconstruction import (
    MarkerKind,
    SourceParagraph,
    is_sentence_end,
    split_sentences,
)

ThemeItem = tuple[str, str, int]
"""(theme, source text, number of the line where it begins)."""
_TITLE_LENGTH = 120
_RUN_IN_LENGTH = 80
_TIME = r"(?:\(?(?:\d{1,2}\s?[:.h]\s?\d{2}|\d{4}|\d{1,2}\s?h)(?:\s?[ap]\.?m\.?)?\)?\s*(?:[-–—]|to|à|a)?\s*){0,2}"
_NUMBER = (
    r"(?:\d{1,2}|[IVX]{1,4}|[A-H]|one|two|three|four|five|six|seven|eight|nine|ten|un|deux|trois|quatre|cinq|"
    r"uno|dos|tres|cuatro|cinco)"
)
_KIND = (
    r"(?:(?:plenary|thematic|parallel|working|breakout|interactive|panel)\s+)?(?:session|sitting|plenary|"
    r"panel|"
    r"round ?table|segment|workshop|dialogue|topic|theme|thème|sujet|tema|séance|part|module|block|unit|"
    r"table ronde|atelier|partie|bloc|volet|conversatorio|parte|módulo|bloque|sesión|"
    r"mesa(?: redonda| temática| de trabajo)?|taller)(?:\s+(?:plénière|thématique|plenaria|temática))?"
)
_NTH = (
    r"(?:\d{1,2}\s?(?:st|nd|rd|th|re|ère|e|è?me|\.?ª|\.?a)|first|second|third|fourth|fifth|première?|premier|"
    r"deuxième|seconde?|troisième|quatrième|cinquième|primera|segunda|tercera|cuarta|quinta)"
)
_SESSION = re.compile(
    rf"(?:{_TIME})(?:{_KIND}\s+(?:no\.?\s*)?{_NUMBER}|{_NTH}\s+{_KIND})\s*(?:[.:–—-]|\s-)\s*"
    r"(?P<theme>[^\W\d_]?\S.*)",
    re.IGNORECASE,
)
_MIN_HEADINGS = 2
_MAX_HEADINGS = 15
"""Maximum number of headings that can be themes; more are the headings of a whole paper."""


def themes_of_sessions(text: Sequence[SourceParagraph]) -> list[ThemeItem]:
    """Return the subjects of a programme's sessions ("Session 1: …"), if there are at least two; else [].

    Opening and closing sessions are left out.
    """
    items: list[ThemeItem] = []
    for paragraph in text:
        match = _SESSION.fullmatch(paragraph.source) or _SESSION.fullmatch(paragraph.text)
        if match and not is_not_theme(theme := match["theme"].strip(' "“”«»')):
            items.append((theme, paragraph.source, paragraph.number))
    return items if len(items) >= _MIN_HEADINGS else []


def headings_above_prose(text: Sequence[SourceParagraph], index: int) -> list[ThemeItem]:
    """Return the headings after the announcement at ``index``, each followed by prose; else []."""
    return _numbered_headings(text[index + 1 :]) or _run_in_headings(text, index) or _bare_headings(text[index + 1 :])


def _numbered_headings(following: Sequence[SourceParagraph]) -> list[ThemeItem]:
    """Return the numbered headings "1. …", "2. …", if there is prose below them; else []."""
    headings: list[ThemeItem] = []
    prose = 0
    if not following or following[0].marker_kind not in {MarkerKind.NUMBER, MarkerKind.ROMAN, MarkerKind.LETTER}:
        return []
    for paragraph in following:
        if _ends_headings(following[0], paragraph):
            break
        if paragraph.marker_kind is following[0].marker_kind:
            headings.append((paragraph.text, paragraph.source, paragraph.number))
        prose += not paragraph.is_list_item
    enough = len(headings) >= _MIN_HEADINGS and prose >= len(headings) - 1
    return headings if enough and all(len(each[0]) <= _TITLE_LENGTH for each in headings) else []


def _bare_headings(following: Sequence[SourceParagraph]) -> list[ThemeItem]:
    """Return the unnumbered headings that alternate with paragraphs of prose; else []."""
    headings: list[ThemeItem] = []
    prose = _MIN_HEADINGS
    for paragraph in following:
        if paragraph.style is LineStyle.MARGIN or is_other_section(paragraph):
            break
        if is_heading_like(paragraph) and not paragraph.is_list_item:
            if not prose:
                # Two headings without prose between them: a list, or the next section.
                return []
            headings.append((paragraph.text, paragraph.source, paragraph.number))
            prose = 0
        elif headings and is_sentence_end(paragraph.text) and not paragraph.is_list_item:
            prose += 1
        else:
            break
    if not prose:
        headings.pop()
    return (
        headings
        if _MIN_HEADINGS <= len(headings) <= _MAX_HEADINGS and not any(is_not_theme(each[0]) for each in headings)
        else []
    )


def _ends_headings(first: SourceParagraph, paragraph: SourceParagraph) -> bool:
    """Return whether a paragraph is neither a heading of the same form as the first nor prose below one."""
    if paragraph.style is LineStyle.MARGIN or is_other_section(paragraph):
        return True
    if paragraph.marker_kind is first.marker_kind:
        ended = is_sentence_end(paragraph.text) and not paragraph.text.endswith("?")
        return ended or _marker_shape(paragraph) != _marker_shape(first)
    return not paragraph.is_list_item and paragraph.is_after_blank and is_heading_like(paragraph)


def _marker_shape(paragraph: SourceParagraph) -> str:
    return re.sub(r"\w+", "#", paragraph.marker)


def _run_in_headings(text: Sequence[SourceParagraph], index: int) -> list[ThemeItem]:
    """Return the run-in headings: a short sentence at the beginning of each paragraph, followed by prose; else []."""
    words = re.findall(r"\w+", text[index].text.lower())
    expected_count = next((NUMBER_WORDS[word] for word in reversed(words) if word in NUMBER_WORDS), 0)
    headings = list(_leading_sentences(text[index + 1 :]))
    if expected_count and len(headings) > expected_count:
        headings = headings[:expected_count]
    return headings if len(headings) >= max(_MIN_HEADINGS, expected_count) else []


_COLON_TITLE = re.compile(r"(?P<title>[^:.]{3,80}?)(?:\s*:|\s[–—-])\s+(?P<rest>\S.*[.!?])", re.DOTALL)
_PROSE_WORDS = 7


def reduce_to_titles(pieces: Sequence[ThemeItem]) -> list[ThemeItem]:
    """Return items as their titles or questions, if every item continues in prose; else unchanged."""
    short = [_leading_title(text) for text, _, _ in pieces]
    if len(pieces) < _MIN_HEADINGS or not all(short):
        return list(pieces)
    return [(title, source, number) for title, (_, source, number) in zip(short, pieces, strict=True)]


_LABEL = re.compile(
    rf"(?P<word>[^\W\d_]+(?:\s[^\W\d_]+)?)\s+{_NUMBER}\s*(?:[:.–—]|\s-)\s*(?P<rest>\S.*)", re.IGNORECASE | re.DOTALL
)


_BARE_NUMBER = re.compile(r"(?P<n>\d{1,2})\s+(?P<rest>[^\W\d].*)", re.DOTALL)


def _strip_bare_numbers(pieces: Sequence[ThemeItem]) -> Iterator[ThemeItem]:
    """Yield the items "1 …", "2 …" without their numbers, up to the first item out of sequence."""
    for at, (text, source, number) in enumerate(pieces, 1):
        match = _BARE_NUMBER.fullmatch(text)
        if match is None or int(match["n"]) != at:
            return
        yield match["rest"], source, number


def strip_labels(pieces: Sequence[ThemeItem]) -> list[ThemeItem]:
    """Return items without the numbered label that all of them begin with: "Day one: …", "Day two: …"."""
    if len(numbered := list(_strip_bare_numbers(pieces))) >= _MIN_HEADINGS:
        return numbered
    labels = [_LABEL.fullmatch(text) for text, _, _ in pieces]
    words = {fold(match["word"]) if match else "" for match in labels}
    if len(pieces) < _MIN_HEADINGS or len(words) != 1 or "" in words:
        return list(pieces)
    return [(match["rest"], *each[1:]) for match, each in zip(labels, pieces, strict=True) if match]


def _leading_title(text: str) -> str:
    sentences = split_sentences(text)
    if len(sentences) > 1 and sentences[0].endswith("?"):
        return sentences[0]
    fits = len(sentences) > 1 and sentences[0].endswith(".") and len(sentences[0]) <= _RUN_IN_LENGTH
    if fits and len(sentences[0].split()) <= _PROSE_WORDS < len(text.split()):
        return sentences[0].rstrip(".")
    match = _COLON_TITLE.fullmatch(text)
    if match and len(match["title"].split()) <= _PROSE_WORDS <= len(match["rest"].split()):
        return match["title"]
    return ""


def _leading_sentences(following: Sequence[SourceParagraph]) -> Iterator[ThemeItem]:
    for paragraph in following:
        sentences = split_sentences(paragraph.text)
        title = sentences[0] if sentences else ""
        fits = len(sentences) > 1 and title.endswith(".") and len(title) <= _RUN_IN_LENGTH
        if paragraph.style is not LineStyle.PLAIN or not fits or len(title.split()) > 10:
            return
        yield title.rstrip("."), paragraph.source, paragraph.number
