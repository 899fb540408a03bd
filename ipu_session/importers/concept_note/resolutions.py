"""Extraction of earlier resolutions from a concept note, with the place and date of their adoption."""

import re
from collections.abc import Iterator, Sequence

from ipu_session.domain.text.text_folding import fold
from ipu_session.importers.concept_note.note_fields import ASSEMBLY, NoteField, NoteSentence
from ipu_session.importers.files.dates import find_month

_RESOLUTION = r"(?:resolution|résolution|resoluci[óo]n)(?:e?s)?"
_QUOTED = r"[“\"«‘]\s*(?P<quoted>[^”\"»’]{6,300}?(?:’\w[^”\"»’]{0,250}?){0,9})\s*[,.]?[”\"»’]"
_ADOPTED = r"(?:adopt(?:ed|ée?s?|adas?)|aprobadas?)"
_END = (
    rf"(?=,?\s+(?:(?:which was|was|were|has been|qui a été|a été|que fue|fue)\s+)?{_ADOPTED}\b|"
    r"\s*[(.;:“\"«]|\s*$|,\s+(?:and\s+|et\s+|y\s+)?(?:the|this|these|which|that|it|its|all|we|as|in|at|"
    r"has|have|is|remains|"
    r"le|la|les|l['’]|qui|ce|cette|il|elle|nous|el|los|las|que|est[aeo]s?|se)\b)"
)
_UNQUOTED = rf"(?P<unquoted>[A-ZÀ-Þ][^.;()“”\"«»]{{11,300}}?){_END}"
_ABOUT = rf"(?:on|concerning|sur|relative à|sobre|relativa a)\s+(?P<about>[^.;()“”\"«»]{{6,200}}?){_END}"
_NAMED_RESOLUTION = re.compile(
    rf"\b(?:(?P<year>(?:19|20)\d\d)\s+(?:IPU\s+)?)?(?i:{_RESOLUTION})"
    r"(?:\s+(?:of the IPU|de l['’]UIP|de la UIP))?(?:\s+(?:of|in|de)\s+(?P<later_year>(?:19|20)\d\d))?"
    r"(?:\s+(?i:entitled|titled|intitulée?s?|titulada|denominada))?\s*[,:]?\s*"
    rf"(?:{_QUOTED}|{_ABOUT}|{_UNQUOTED})"
)
_NEXT_QUOTED = re.compile(rf"\s*(?:\([^)]*\))?\s*(?:,|;|and|et|y)\s+(?:(?:the|la|de la)\s+)?{_QUOTED}")
_ADOPTION = re.compile(
    r"\s*,?\s*(?:(?:which was|was|were|has been|qui a été|a été|que fue|fue)\s+)?"
    rf"(?:(?:{_ADOPTED}\b[^.;(]{{0,60}}?)?{ASSEMBLY.pattern}"
    rf"(?P<house>\s+(?:of the IPU|de l['’]UIP|de la UIP))?|{_ADOPTED}\b)?"
    r"(?:\s*\((?P<bracket>[^)]{3,80})\)|(?P<clause>,?\s+(?:in|held in|à|en|de)\s+[^.;()]{3,60}))?",
    re.IGNORECASE,
)
_SAYS_ADOPTED = re.compile(rf"\b{_ADOPTED}\b|\b(?:a adopté|adoptó|aprobó)\b", re.IGNORECASE)
_TO_COME = re.compile(
    r"\b(?:draft|projet de|proyecto de)\s*$|"
    r"\b(?:to be|will be|would be|sera|serait|será|sea|ha de ser)\s+(?:adopt|aprob)",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"\b(?:earlier|previous|recall|building on|rappel|antérieur|précédent|anterior|recuerd)", re.IGNORECASE
)
_TOWN = re.compile(r"\b(?:in|à|en|de)\s+(?P<town>[A-ZÀ-Þ][\w’'-]+(?:\s+[A-ZÀ-Þ][\w’'-]+){0,2})")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NEAR = 300
"""Number of characters before a title that are searched for the adopting Assembly."""
_SHORTEST = 2
"""Minimum number of words in a title."""


def find_earlier_resolutions(text: Sequence[NoteSentence]) -> Iterator[NoteField]:
    """Yield a field for each earlier IPU resolution: "Title (140th IPU Assembly, Doha, April 2019)"."""
    seen: set[str] = set()
    for sentence in text:
        for title, adoption in _find_in_sentence(sentence.text):
            if fold(title) not in seen:
                seen.add(fold(title))
                value = f"{title} ({adoption})" if adoption else title
                yield NoteField("earlier_resolutions", value, sentence.text, sentence.paragraph_index)


def _find_in_sentence(text: str) -> Iterator[tuple[str, str]]:
    """Yield (title, adoption) for each resolution that a sentence names as already adopted."""
    for match in _NAMED_RESOLUTION.finditer(text):
        before = text[max(0, match.start() - _NEAR) : match.start()]
        if _TO_COME.search(before) or _TO_COME.search(text[match.end() :][:60]):
            continue
        year = match["year"] or match["later_year"] or ""
        adoption = _adoption_after(text, match.end()) or _adoption_before(before) or year
        title = _clean_title(match["quoted"] or match["unquoted"] or match["about"])
        certain = adoption or (match["quoted"] and _EARLIER.search(before))
        if certain and len(title.split()) >= _SHORTEST:
            yield title, adoption
            yield from _further_resolutions(text, match.end())


def _further_resolutions(text: str, end: int) -> Iterator[tuple[str, str]]:
    """Yield (title, adoption) of each resolution after the first: B in 'the resolutions "A" (2018) and "B" (2020)'."""
    while further := _NEXT_QUOTED.match(text, end):
        end = further.end()
        yield _clean_title(further["quoted"]), _adoption_after(text, end)


def _clean_title(words: str) -> str:
    title = words.strip(" ,")
    return title[0].upper() + title[1:]


def _adoption_after(text: str, end: int) -> str:
    """Return Assembly, place and date of the adoption, as far as stated right after the title; else ""."""
    match = _ADOPTION.match(text, end)
    if match is None or (match["n"] is None and not match["bracket"] and not _SAYS_ADOPTED.search(match[0])):
        return ""
    if match["bracket"]:
        details = match["bracket"]
    else:
        clause = match["clause"] or match[0]
        town, year = _TOWN.search(clause), _YEAR.search(clause)
        when = find_month(clause) or (year[0] if year else "")
        details = ", ".join(part for part in (town["town"] if town else "", when) if part)
    return ", ".join(part for part in (_assembly_name(match), details) if part)


def _adoption_before(text: str) -> str:
    """Return the Assembly of "the 140th IPU Assembly (Doha, April 2019) adopted the resolution …"; else ""."""
    mentions = list(ASSEMBLY.finditer(text))
    if not mentions or not _SAYS_ADOPTED.search(text):
        return ""
    return _adoption_after(text, mentions[-1].start())


def _assembly_name(match: re.Match[str]) -> str:
    """Return the name of the Assembly as written, without the words around it."""
    if match["n"] is None:
        return ""
    house = match.groupdict().get("house") or ""
    return f"{match.string[match.start('n') : match.end('w')]}{house}"
