"""Reconstruction of paragraphs from lines: joins wrapped lines, removes list markers, repairs scans."""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from ipu_session.importers.files.dates import is_date_line
from ipu_session.importers.files.document_line import CellPosition, LineStyle, SourceLine


class MarkerKind(StrEnum):
    """Kinds of list markers; in one list all items of a level have the same kind."""

    NONE = ""
    BULLET = "bullet"
    DASH = "dash"
    CIRCLE = "circle"
    NUMBER = "number"
    LETTER = "letter"
    ROMAN = "roman"
    WORD = "word"
    """Item of a list of the word processor."""


class SourceParagraph(Struct, frozen=True):
    """A paragraph without its list marker."""

    text: str
    number: int
    """Number of the line in which it begins, from 1."""
    marker_kind: MarkerKind = MarkerKind.NONE
    marker: str = ""
    level: int = -1
    style: LineStyle = LineStyle.PLAIN
    cell: CellPosition | None = None
    is_after_blank: bool = True
    sentence_breaks: tuple[int, ...] = ()
    """Offsets in ``text`` where a line began right after the end of a sentence."""

    @property
    def source(self) -> str:
        """The paragraph as written, with its marker."""
        return f"{self.marker} {self.text}".strip()

    @property
    def is_list_item(self) -> bool:
        """Whether it is an item of a list."""
        return self.marker_kind is not MarkerKind.NONE


_CLEANING = str.maketrans(
    {
        "\u00a0": " ", "\u202f": " ", "\u2007": " ", "\u2009": " ", "\t": " ", "\u00ad": "", "\u200b": "",
        "\ufeff": "", "\u200e": "", "\u200f": "", "ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl",
        **{chr(code): " " for code in (*range(9), *range(14, 32), 127)},
    }
)  # fmt: skip

_MARKERS = (
    (MarkerKind.BULLET, re.compile(r"(?P<m>[•▪●■◆‣►➢✓✔→⇒➔➤❖❑□▫◾∙·\uf0b7\uf0a7\uf0d8¢»])\s*")),
    (MarkerKind.BULLET, re.compile(r"(?P<m>[*.+>])\s+")),
    (MarkerKind.BULLET, re.compile(r"(?P<m>e)\s+(?=[A-ZÀ-Þ])")),
    (MarkerKind.DASH, re.compile(r"(?P<m>[-–—−])\s+|(?P<m2>[–—−])(?=[^\W\d])")),
    (MarkerKind.CIRCLE, re.compile(r"(?P<m>[◦○])\s*|(?P<m2>o)\s+(?=\w)")),
    (MarkerKind.NUMBER, re.compile(r"(?P<m>\d{1,2}(?:\.\d{1,2}){1,3}\.?)\s+(?=[^\W\d])")),
    (MarkerKind.NUMBER, re.compile(r"(?P<m>\(?\d{1,2}(?:[.)][-–]?|\s?/(?=\s)))(?:\s+|(?=[^\W\d]))")),
    (MarkerKind.NUMBER, re.compile(r"(?P<m>\d{1,2}(?:\s?[-–—]|[°º]))\s+(?=[^\W\d])")),
    (MarkerKind.NUMBER, re.compile(r"(?P<m>[QP]\s?\d{1,2}\s?[.:)])\s+")),
    (MarkerKind.ROMAN, re.compile(r"(?P<m>\(?(?:[ivx]{1,5}\)|[ivx]{1,5}\.)|[IVX]{1,5}[.)])\s+")),
    (MarkerKind.LETTER, re.compile(r"(?P<m>\(?[a-z]\)|[a-z]\.|\(?[A-Z]\))\s+")),
    # Not an initial: after an initial and a name there is no lowercase word.
    (MarkerKind.LETTER, re.compile(r"(?P<m>[A-H]\.)\s+(?=[A-ZÀ-Þ][\w’'-]*\s+[a-zà-ÿ])")),
)
_LONE_MARKER = re.compile(r"[•▪●■◆‣►➢∙·◦○\uf0b7\uf0a7*–—-]|\(?(?:\d{1,2}|[a-z])[.)]")
_PAGE_NUMBER = re.compile(
    r"[-–—]?\s*(?:(?:page|página|p\.)\s*)?\d{1,3}(?:\s*(?:/|of|de|sur)\s*\d{1,3})?\s*[-–—]?", re.IGNORECASE
)

_LIST_END = re.compile(r"(?:;|[;,]\s+(?:and/or|and|or|et|ou|y|o|e))$", re.IGNORECASE)
_COMMITTEE = re.compile(
    r"(?:Standing Committee on|Commission permanente d(?:e|u|es)|Comisión Permanente de)"
    r"(?:,?\s(?:and|on|of|the|et|de|du|des|la|le|y|las|los|[A-ZÀ-Þ]\w*|l['’]\w+))+"
)
"""Line of a letterhead, which is never continued by the next line."""
_TIME_OF_DAY = r"(?:\d{1,2}\s?[:.h]\s?\d{2}|(?:0\d|1\d|2[0-3])[0-5]\d)"
_PROGRAMME_ENTRY = re.compile(
    rf"{_TIME_OF_DAY}\s*(?:[-–—]\s*{_TIME_OF_DAY}\s*)?(?=[A-ZÀ-Þ])|"
    r"\(?(?:day|jour|día)\s+(?:\d|one|two|three|un|uno)|"
    r"(?i:(?:(?:plenary|working|thematic)\s+)?(?:session|topic|theme|panel|séance|thème|sesión|tema|axe|eje|"
    r"volet|atelier|bloque|mesa|part|module|cluster|segment|workshop|question|partie|parte|módulo|taller|"
    r"table ronde|mesa redonda|round ?table)\s+"
    r"(?:\d{1,2}|[IVX]+|[A-H]|one|two|three|four|five|six)\s*[.:–—-])|"
    r"(?i:\d{1,2}(?:st|nd|rd|th|e|ère|ª)\s+(?:plenary|session|panel|séance|sesión)\s*[.:–—-])|"
    r"(?i:(?:première|deuxième|troisième|quatrième|primera|segunda|tercera|cuarta|"
    r"first|second|third|fourth)\s+"
    r"(?:session|plenary|séance|sesión|table ronde|panel|partie|parte|part|segment)\s*[.:–—-])|"
    r"(?i:(?:(?:co-)?moderat(?:ors?|ed by)|chair(?:person|ed by)?|(?:lead |keynote )?speakers?|discussants?|"
    r"panell?ists?|rapporteurs?|facilitators?|présidente?|modératrices?|modérateurs?|intervenante?s?|"
    r"panélistes|"
    r"anima(?:teur|trice)s?|moderador(?:es|as?)?|ponentes?|panelistas?|president[ae]|coordina(?:dora?|ción)|"
    r"relator(?:es|as?)?)\s*:)|"
    r"(?i:(?:concept (?:note|paper)|note conceptuelle|nota conceptual)\s*[:–—-])|"
    r"(?:Dinner|Lunch|Coffee|Tea|Registration|Departure|Arrival|Reception|Déjeuner|Dîner|Pause|Accueil|"
    r"Almuerzo|Cena|Receso|Inscripción)\b"
)
"""Line of a programme that always begins an entry."""
_INLINE_LIST = re.compile(r":\s\S[^:]*;[^:]*;")
"""List within a sentence: a semicolon in it does not end the paragraph."""
_HANGING = re.compile(
    r"(?:,|[^\W\d]-|\b(?:of|the|and|or|to|in|on|for|by|with|from|a|an|at|as|de|du|des|la|le|les|et|ou|à|"
    r"au|aux|"
    r"en|pour|par|sur|dans|un|une|avec|l['’]|d['’]|el|los|las|del|al|y|con|para|por|una|is|are|will|be|"
    r"est|sont|sera|es|son|será|including|incluid[oa]s?|"
    r"compris))$",
    re.IGNORECASE,
)
_CLOSING_MARKS = "\"'”»’)]"
_HEAD_LENGTH = 160
"""Maximum length of a head line, in characters; in longer paragraphs (prose) a line may begin with a date by chance."""
_WRAP_LIMIT = 180
"""Maximum length of a wrapped line, in characters; longer ones are paragraphs that were not wrapped."""
_USUAL_WIDTH = 72


def clean_line(text: str) -> str:
    """Return a line with single ordinary spaces and without invisible characters."""
    return " ".join(text.translate(_CLEANING).split())


def build_paragraphs(lines: Sequence[SourceLine]) -> tuple[SourceParagraph, ...]:
    """Return the paragraphs of a document in order."""
    width = _full_line_width(lines)
    paragraphs: list[SourceParagraph] = []
    last_line = ""
    for line, text, marker, blank in _lines_with_markers(lines):
        new = _begin_paragraph(line, text, marker, after_blank=blank)
        if paragraphs and _continues_paragraph(paragraphs[-1], new, last_line, line, width):
            paragraphs[-1] = _append_line(paragraphs[-1], new.text)
        elif new.text:
            paragraphs.append(new)
        last_line = text
    return tuple(_strip_letter_markers(paragraphs))


_CAPITAL_LETTER = re.compile(r"(?P<m>[A-H]\.)\s+(?=[A-ZÀ-Þ])")


def _strip_letter_markers(paragraphs: Sequence[SourceParagraph]) -> Iterator[SourceParagraph]:
    """Yield paragraphs; the letter "A." is removed as a marker if a neighbour has the marker "B.".

    Without such a neighbour it may be an initial.
    """
    before = ""
    for index, paragraph in enumerate(paragraphs):
        after = paragraphs[index + 1].marker if index + 1 < len(paragraphs) else ""
        match = _CAPITAL_LETTER.match(paragraph.text)
        is_item = match is not None and (_are_consecutive(match["m"], after) or _are_consecutive(before, match["m"]))
        if match and is_item and not paragraph.is_list_item and paragraph.style is LineStyle.PLAIN:
            before = match["m"]
            remaining = paragraph.text[match.end() :]
            yield replace(paragraph, text=remaining, marker_kind=MarkerKind.LETTER, marker=before)
        else:
            before = paragraph.marker
            yield paragraph


def _are_consecutive(marker: str, other: str) -> bool:
    """Return whether two markers are consecutive letters."""
    return marker[1:] == other[1:] == "." and ord(marker[0]) + 1 == ord(other[0])


def _lines_with_markers(lines: Sequence[SourceLine]) -> Iterator[tuple[SourceLine, str, str, bool]]:
    """Yield (line, text, marker alone in the line before, whether a blank line precedes) of each nonempty line."""
    blank, pending_marker = True, ""
    for line in lines:
        text = clean_line(line.text)
        if not text or (not line.is_paragraph and _PAGE_NUMBER.fullmatch(text) and not text.endswith((")", "."))):
            blank = True
        elif _LONE_MARKER.fullmatch(text):
            pending_marker = text
        else:
            yield line, text, pending_marker, blank
            blank, pending_marker = False, ""


def _begin_paragraph(line: SourceLine, text: str, pending_marker: str, *, after_blank: bool) -> SourceParagraph:
    """Return a paragraph that begins with this line."""
    paragraph = SourceParagraph(text, line.number, level=line.level, style=line.style, cell=line.cell)
    paragraph = replace(paragraph, is_after_blank=after_blank)
    if line.style is not LineStyle.PLAIN:
        return paragraph
    if line.level >= 0:
        return replace(paragraph, marker_kind=MarkerKind.WORD)
    family, marker, remaining = split_marker(f"{pending_marker} {text}" if pending_marker else text)
    return replace(paragraph, text=remaining, marker_kind=family, marker=marker)


def split_marker(text: str) -> tuple[MarkerKind, str, str]:
    """Return the kind of the list marker at the beginning of a text, the marker, and the rest."""
    for family, pattern in _MARKERS:
        match = pattern.match(text)
        if match and match.end() < len(text):
            marker = next(group for group in match.groups() if group)
            return family, marker, text[match.end() :]
    return MarkerKind.NONE, "", text


def _full_line_width(lines: Sequence[SourceLine]) -> int:
    """Return the length of a full line of the text, in characters."""
    lengths = [len(text) for line in lines if (text := clean_line(line.text)) and len(text) <= _WRAP_LIMIT]
    longest = max(lengths, default=_USUAL_WIDTH)
    return longest if len(lengths) >= 12 else max(longest, _USUAL_WIDTH)


def _continues_paragraph(
    before: SourceParagraph, new: SourceParagraph, last_line: str, line: SourceLine, width: int
) -> bool:
    """Return whether a line continues the paragraph before it."""
    are_plain = new.style is LineStyle.PLAIN and before.style is LineStyle.PLAIN
    if new.is_list_item or not are_plain or new.cell != before.cell:
        return False
    if _is_break_before(before, new, last_line):
        return False
    ended = is_sentence_end(last_line)
    is_unfinished = not ended and (new.text[0].islower() or bool(_HANGING.search(last_line)))
    if line.is_paragraph or len(last_line) > _WRAP_LIMIT:
        return is_unfinished and len(last_line) * 4 >= width * 3
    if new.is_after_blank:
        return is_unfinished
    in_mid_sentence = not ended and (
        (new.text[0].islower() and before.text[0].isupper())
        or (len(before.text) > len(last_line) and len(last_line) * 2 >= width)
    )
    return in_mid_sentence or _is_wrapped_line(last_line, new.text, width, ended=ended)


def _is_break_before(before: SourceParagraph, new: SourceParagraph, last_line: str) -> bool:
    """Return whether a paragraph ends before the next line, by the form of either."""
    in_head = len(before.text) <= _HEAD_LENGTH and is_date_line(new.text)
    stands_alone = in_head or _PROGRAMME_ENTRY.match(new.text) or _COMMITTEE.fullmatch(new.text)
    if is_date_line(last_line) and new.text[0].isupper():
        return True
    if stands_alone and not _HANGING.search(last_line):
        return True
    if last_line.endswith(":"):
        return new.is_after_blank or new.text[0].isupper() or ";" not in new.text[:-1]
    return bool(_LIST_END.search(last_line)) and not _INLINE_LIST.search(before.text)


def _is_wrapped_line(last_line: str, text: str, width: int, *, ended: bool) -> bool:
    """Return whether a line may continue a wrapped paragraph, given that no blank line is between them."""
    fits = len(last_line) + 1 + len(text.split(" ", 1)[0]) <= width
    if _HANGING.search(last_line):
        return True
    if text[0] == "(" and not ended:
        return True
    if text[0].islower():
        return not fits or ended or len(last_line) * 2 >= width
    if ended:
        return not fits
    return not fits or len(last_line) * 4 >= width * 3


def _append_line(paragraph: SourceParagraph, text: str) -> SourceParagraph:
    before = paragraph.text
    if before.endswith("-") and before[-2:-1].isalpha() and text[0].islower():
        return replace(paragraph, text=_join_hyphenated(before, text))
    breaks = (
        (*paragraph.sentence_breaks, len(before) + 1)
        if is_sentence_end(before) and not text[0].islower()
        else paragraph.sentence_breaks
    )
    return replace(paragraph, text=f"{before} {text}", sentence_breaks=breaks)


_PREFIXES = frozenset(
    {"inter", "co", "non", "self", "multi", "post", "pre", "anti", "sub", "socio", "cross", "well", "long", "short"}
    | {"high", "low", "sous", "vice", "human", "gender", "decision", "war", "life", "peace"}
)


def _join_hyphenated(before: str, text: str) -> str:
    """Return a word hyphenated at the end of a line as one word; the hyphen of a compound is preserved."""
    first = re.split(r"\W", before[:-1])[-1].lower()
    return before + text if first in _PREFIXES else before[:-1] + text


def is_sentence_end(text: str) -> bool:
    """Return whether a text ends with the punctuation of a sentence or clause, not with an abbreviation."""
    return text.rstrip(_CLOSING_MARKS).endswith((".", "!", "?", "…", ";", ":")) and not _ABBREVIATION.search(text)


_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|MM?|Mme|Mlle|St|Ste|No|Nos|Art|Hon|Sen|Prof|Sra?|Dra?|Excma?|Dip|núm|"
    r"Res|e\.g|i\.e|cf|pp?|vs|"
    r"para|[A-Z])\.$"
)
_BOUNDARY = re.compile(r"[.!?…](?:\s?»|[\"”’)])*\s+(?=[\"“«‘(¿¡]*[A-ZÀ-ÖØ-Þ])")


def split_sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a paragraph; it is not split after initials and common abbreviations."""
    sentences: list[str] = []
    start = 0
    for match in _BOUNDARY.finditer(text):
        if _ABBREVIATION.search(text[max(start, match.start() - 8) : match.start() + 1]):
            continue
        sentences.append(text[start : match.end()].strip())
        start = match.end()
    sentences.append(text[start:].strip())
    return tuple(sentence for sentence in sentences if sentence)
