"""The co-Rapporteurs, the place and the day of a debate, as a concept note names them."""

import re
from collections.abc import Iterator, Sequence

from ipu_session.intake.dates import find_days
from ipu_session.intake.facts import Fact, Sentence

_ROLE = re.compile(r"\bco-?\s?rapporteu(?:r|rs|se|ses|re|res)\b", re.IGNORECASE)
_NAME = r"[A-ZÀ-Þ][\w’'.-]*(?:\s+(?:[A-ZÀ-Þ][\w’'.-]*|de|du|da|di|del|der|den|van|von|el|al|bin|ben|bint))*"
_TITLED = re.compile(
    rf"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Hon|Sen|Prof|MM?|Mme|Mlle|Sra?)\.?\s+{_NAME}(?:,?\s*\([^)]{{2,60}}\))?"
)
_UNTITLED = re.compile(rf"{_NAME}\s*\([^)]{{2,60}}\)")
_LABEL_LENGTH = 60
_NAMES_BELOW = 6


def co_rapporteurs(text: Sequence[Sentence]) -> Iterator[Fact]:
    """Yield each co-Rapporteur that is named, as written ("Ms. S. Kihika (Kenya)")."""
    seen: set[str] = set()
    for at, sentence in enumerate(text):
        role = _ROLE.search(sentence.text)
        if role is None:
            continue
        for where in _where_names_stand(text, at, role):
            for name in _names(where.text if where is not sentence else sentence.text[role.end() :]):
                if name not in seen:
                    seen.add(name)
                    yield Fact("co_rapporteurs", name, where.text, where.place)
        if seen:
            return


def _where_names_stand(text: Sequence[Sentence], at: int, role: re.Match[str]) -> Iterator[Sentence]:
    """Yield the sentence with the word, and the lines below it if it is no more than a label."""
    sentence = text[at]
    rest = sentence.text[role.end() :]
    yield sentence
    if len(sentence.text) > _LABEL_LENGTH or (rest.strip(" :()s") and not _names(rest)):
        return
    for below in text[at + 1 : at + 1 + _NAMES_BELOW]:
        if len(below.text) > 3 * _LABEL_LENGTH or not _names(below.text):
            return
        yield below


def _names(text: str) -> list[str]:
    names = [match[0].strip(" ,.") for match in _TITLED.finditer(text)]
    if names or not text.lstrip(" s)").startswith((":", "–", "-")):
        return names
    return [match[0].strip() for match in _UNTITLED.finditer(text)]


_PLACE = (
    r"[A-ZÀ-Þ][\w’'-]+(?:\s+[A-ZÀ-Þ][\w’'-]+){0,3}"
    r"(?:\s*,\s*[A-ZÀ-Þ][\w’'-]+(?:\s+[A-ZÀ-Þ][\w’'-]+){0,3}|\s*\([A-ZÀ-Þ][^)\d]{2,40}\))?"
)
_PLACE_LABEL = re.compile(r"^(?:place|venue|location|lieu)\s*[:–-]\s*(?P<p>\S.{1,80})$", re.IGNORECASE)
_HELD = re.compile(
    r"\b(?:held|takes? place|taking place|meet(?:ing|s)?|convened?|se tiendra|se tient|aura lieu|tenue?|"
    r"réunie?)\s+"
    rf"(?:[a-zà-ÿ]+\s+){{0,3}}?(?:in|at|à|en|au)\s+(?P<p>{_PLACE})"
)
_AFTER_ASSEMBLY = re.compile(
    rf"Assembl(?:y|ée)(?:\s+de\s+l['’]UIP)?\s*(?:[(,]|in|à|–|"
    rf"-)\s*(?P<p>{_PLACE})\s*,?\s*\(?(?=\d{{1,2}}\b|[)])"
)
_MASTHEAD = re.compile(
    rf"^(?P<p>{_PLACE})\s*,\s*\(?(?=\d{{1,2}}\s*(?:\D{{0,12}}\d{{1,2}}\s*)?[a-zA-Zéû]{{3,}})"
)
_MASTHEAD_LENGTH = 120
_DATE_LABEL = re.compile(r"^(?:date|day|jour)s?\s*[:–-]", re.IGNORECASE)
_DEBATE_DAY = re.compile(
    r"\b(?:debate|débat|sitting|séance)\b.{0,120}?\b(?:held|place|scheduled|on|tiendra|lieu|prévue?|le)\b",
    re.IGNORECASE,
)
_NOT_THE_DAY = re.compile(r"contribution|deadline|date limite", re.IGNORECASE)
_NOT_A_PLACE = re.compile(r"^(?:The|Its|This|Members?|IPU|UIP|Mr|Ms|Standing|Committee)\b", re.IGNORECASE)


def place(text: Sequence[Sentence]) -> Iterator[Fact]:
    """Yield where the debate is held, if it is named."""
    for sentence in text:
        patterns = [_PLACE_LABEL, _AFTER_ASSEMBLY, _HELD]
        if len(sentence.text) <= _MASTHEAD_LENGTH:
            patterns.append(_MASTHEAD)
        for pattern in patterns:
            match = pattern.search(sentence.text)
            if match and not _NOT_A_PLACE.search(match["p"]):
                yield Fact("place", match["p"].strip(" ,."), sentence.text, sentence.place)
                return


def day(text: Sequence[Sentence]) -> Iterator[Fact]:
    """Yield the day of the debate in ISO 8601: of its label, its sentence, or the masthead, in that order."""
    for fits in (_is_labelled, _tells_the_day, _is_masthead):
        for sentence in text:
            days = find_days(sentence.text)
            if days and fits(sentence.text) and not _NOT_THE_DAY.search(sentence.text):
                yield Fact("date", days[0].iso, sentence.text, sentence.place)
                return


def _is_labelled(text: str) -> bool:
    return bool(_DATE_LABEL.search(text))


def _tells_the_day(text: str) -> bool:
    return bool(_DEBATE_DAY.search(text))


def _is_masthead(text: str) -> bool:
    return bool(len(text) <= _MASTHEAD_LENGTH and (_MASTHEAD.search(text) or _AFTER_ASSEMBLY.search(text)))
