"""Themes that head a part of a note or of a programme: sessions, headings above prose, run-in titles."""

import re
from collections.abc import Iterator, Sequence

from ipu_session.domain.text.text_folding import fold
from ipu_session.importers.concept_note.non_themes import is_no_theme, is_other_section, is_section
from ipu_session.importers.concept_note.theme_vocabulary import COUNTS
from ipu_session.importers.files.lines import Style
from ipu_session.importers.files.paragraphs import Family, Paragraph, ends_sentence, sentences

Found = tuple[str, str, int]
"""A theme, its source, and the line where it begins."""
_TITLE_LENGTH = 120
_RUN_IN_LENGTH = 80
_TIME = (
    r"(?:\(?(?:\d{1,2}\s?[:.h]\s?\d{2}|\d{4}|\d{1,2}\s?h)(?:\s?[ap]\.?m\.?)?\)?\s*(?:[-–—]|to|à|a)?\s*){0,2}"
)
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
_FEWEST = 2
_MOST = 15
"""Headings of parts that are themes; more are the headings of a whole paper."""


def in_sessions(text: Sequence[Paragraph]) -> list[Found]:
    """Return what the sessions of a programme are about, "Session 1: …", opening and closing left out."""
    found: list[Found] = []
    for paragraph in text:
        match = _SESSION.fullmatch(paragraph.source) or _SESSION.fullmatch(paragraph.text)
        if match and not is_no_theme(theme := match["theme"].strip(' "“”«»')):
            found.append((theme, paragraph.source, paragraph.number))
    return found if len(found) >= _FEWEST else []


def heading_prose(text: Sequence[Paragraph], place: int) -> list[Found]:
    """Return the headings that follow an announcement, each with prose of its own below it; or none."""
    return _numbered(text[place + 1 :]) or _run_in(text, place) or _bare(text[place + 1 :])


def _numbered(following: Sequence[Paragraph]) -> list[Found]:
    """Return the headings "1. …", "2. …" that paragraphs of prose stand below."""
    found: list[Found] = []
    prose = 0
    if not following or following[0].family not in {Family.NUMBER, Family.ROMAN, Family.LETTER}:
        return []
    for paragraph in following:
        if _is_over(following[0], paragraph):
            break
        if paragraph.family is following[0].family:
            found.append((paragraph.text, paragraph.source, paragraph.number))
        prose += not paragraph.marked
    enough = len(found) >= _FEWEST and prose >= len(found) - 1
    return found if enough and all(len(each[0]) <= _TITLE_LENGTH for each in found) else []


def _bare(following: Sequence[Paragraph]) -> list[Found]:
    """Return the headings without a mark that paragraphs of prose stand below, one after the other."""
    found: list[Found] = []
    prose = _FEWEST
    for paragraph in following:
        if paragraph.style is Style.MARGIN or is_other_section(paragraph):
            break
        if is_section(paragraph) and not paragraph.marked:
            if not prose:
                # Two headings without a word between: a list, or the next section.
                return []
            found.append((paragraph.text, paragraph.source, paragraph.number))
            prose = 0
        elif found and ends_sentence(paragraph.text) and not paragraph.marked:
            prose += 1
        else:
            break
    if not prose:
        found.pop()
    return found if _FEWEST <= len(found) <= _MOST and not any(is_no_theme(each[0]) for each in found) else []


def _is_over(first: Paragraph, paragraph: Paragraph) -> bool:
    """Return whether a paragraph is neither a heading like the first nor prose below one."""
    if paragraph.style is Style.MARGIN or is_other_section(paragraph):
        return True
    if paragraph.family is first.family:
        ended = ends_sentence(paragraph.text) and not paragraph.text.endswith("?")
        return ended or _shape(paragraph) != _shape(first)
    return not paragraph.marked and paragraph.after_blank and is_section(paragraph)


def _shape(paragraph: Paragraph) -> str:
    return re.sub(r"\w+", "#", paragraph.marker)


def _run_in(text: Sequence[Paragraph], place: int) -> list[Found]:
    """Return the titles that paragraphs begin with, a sentence without a verb each, prose behind it."""
    words = re.findall(r"\w+", text[place].text.lower())
    wanted = next((COUNTS[word] for word in reversed(words) if word in COUNTS), 0)
    found = list(_titles(text[place + 1 :]))
    if wanted and len(found) > wanted:
        found = found[:wanted]
    return found if len(found) >= max(_FEWEST, wanted) else []


_COLON_TITLE = re.compile(r"(?P<title>[^:.]{3,80}?)(?:\s*:|\s[–—-])\s+(?P<rest>\S.*[.!?])", re.DOTALL)
_PROSE_WORDS = 7


def run_in_titles(pieces: Sequence[Found]) -> list[Found]:
    """Return items as their titles or questions, if each goes on in prose behind it; else as they are."""
    short = [_run_in_title(text) for text, _, _ in pieces]
    if len(pieces) < _FEWEST or not all(short):
        return list(pieces)
    return [(title, source, number) for title, (_, source, number) in zip(short, pieces, strict=True)]


_LABEL = re.compile(
    rf"(?P<word>[^\W\d_]+(?:\s[^\W\d_]+)?)\s+{_NUMBER}\s*(?:[:.–—]|\s-)\s*(?P<rest>\S.*)",
    re.IGNORECASE | re.DOTALL,
)


_BARE_NUMBER = re.compile(r"(?P<n>\d{1,2})\s+(?P<rest>[^\W\d].*)", re.DOTALL)


def _numbered_barely(pieces: Sequence[Found]) -> Iterator[Found]:
    """Yield the items "1 …", "2 …" without their numbers; what has none is no longer the list."""
    for at, (text, source, number) in enumerate(pieces, 1):
        match = _BARE_NUMBER.fullmatch(text)
        if match is None or int(match["n"]) != at:
            return
        yield match["rest"], source, number


def without_labels(pieces: Sequence[Found]) -> list[Found]:
    """Return items without the word and number that every one begins with: "Day one: …", "Day two: …"."""
    if len(numbered := list(_numbered_barely(pieces))) >= _FEWEST:
        return numbered
    labels = [_LABEL.fullmatch(text) for text, _, _ in pieces]
    words = {fold(match["word"]) if match else "" for match in labels}
    if len(pieces) < _FEWEST or len(words) != 1 or "" in words:
        return list(pieces)
    return [(match["rest"], *each[1:]) for match, each in zip(labels, pieces, strict=True) if match]


def _run_in_title(text: str) -> str:
    said = sentences(text)
    if len(said) > 1 and said[0].endswith("?"):
        return said[0]
    fits = len(said) > 1 and said[0].endswith(".") and len(said[0]) <= _RUN_IN_LENGTH
    if fits and len(said[0].split()) <= _PROSE_WORDS < len(text.split()):
        return said[0].rstrip(".")
    match = _COLON_TITLE.fullmatch(text)
    if match and len(match["title"].split()) <= _PROSE_WORDS <= len(match["rest"].split()):
        return match["title"]
    return ""


def _titles(following: Sequence[Paragraph]) -> Iterator[Found]:
    for paragraph in following:
        said = sentences(paragraph.text)
        title = said[0] if said else ""
        fits = len(said) > 1 and title.endswith(".") and len(title) <= _RUN_IN_LENGTH
        if paragraph.style is not Style.PLAIN or not fits or len(title.split()) > 10:
            return
        yield title.rstrip("."), paragraph.source, paragraph.number
