"""Extraction of the place and the date of a debate from a concept note."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from itertools import chain

from msgspec.structs import replace

from ipu_session.importers.concept_note.note_fields import ASSEMBLY, NoteField, NoteSentence, find_assemblies
from ipu_session.importers.concept_note.venue_lines import is_venue, mentions_time, place_near_date, strip_times
from ipu_session.importers.files.dates import find_day_in_year, find_days, is_date_line

_CAPITAL = r"[A-ZÀ-Þ][\w’'-]+"
_NAME = rf"{_CAPITAL}(?:\s+(?:(?:de|del|de la|du|des|da|do|of)\s+)?{_CAPITAL}){{0,3}}"
_PLACE = rf"{_NAME}(?:\s*,\s*{_NAME}|\s*\([A-ZÀ-Þ][^)\d]{{2,40}}\))?"
_LABELLED = re.compile(
    r"^(?:(?:dates?|times?|days?|fechas?|jours?|horaires?|hora)\s*(?:,|and|et|y|/|&)\s*)*(?P<l>place|"
    r"venue|location|"
    r"lieu|lugar|sede)(?:\s*(?:,|and|et|y|/|&)\s*(?:dates?|times?|fechas?|horaires?|"
    r"hora))*\s*[:–-]\s*(?P<p>\S.{1,160})$",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\b(?:held|takes? place|taking place|meet(?:ing|s)?|convened?|se tiendra|se tient|aura lieu|tenue?|"
    r"réunie?|se celebrará|tendrá lugar|se reunirá)\s+"
    rf"(?:[a-zà-ÿ]+\s+){{0,3}}?(?:in|at|à|en|au)\s+(?P<p>{_PLACE})"
)
_OF_ASSEMBLY = re.compile(
    r"(?P<n>\d{2,3})[^\d\s]{0,3}\s+(?:IPU\s+)?(?i:Assembly|Assembl[ée]e|Asamblea)"
    r"(?:\s+(?i:de\s+l['’]UIP|de\s+la\s+UIP|of\s+the\s+IPU))?"
    rf"\s*(?:(?P<in>\s(?:in|à|en)\s)|[(,]|–|-)\s*(?P<p>{_PLACE})"
    r"(?P<after>\s*[,–—/-]?\s*\(?(?:\d{1,2}\b|[)])|\s*$)?"
)
_MASTHEAD = re.compile(
    rf"^\(?(?P<p>{_PLACE})\s*,\s*\(?(?=(?:du\s+|from\s+|"
    rf"del\s+)?\d{{1,2}}\s*(?:\D{{0,12}}\d{{1,2}}\s*)?(?:de\s+)?[a-zA-Zéû]{{3,}})"
)
_MASTHEAD_LENGTH = 120
_BARE_DAY_LENGTH = 40
_BEFORE_BARE_DAY = re.compile(
    r"\(?(?:(?:du|le|from|on|del|el)\s+)?(?:[^\W\d]+day,?\s|\w+di\s|\w{5,9}s,?\s|\w+o,?\s)?", re.IGNORECASE
)
_TOP = 12
_BESIDE_DAY = re.compile(
    rf"\d{{4}},?\s+(?:in|at|à|en|au)\s+(?P<p>{_PLACE})|\d{{4}},\s+(?P<p3>{_PLACE})\s*(?:[.;]|$)|"
    rf"\b(?:in|at|à|en|au)\s+(?P<p2>{_PLACE}),?\s+(?:on\s|le\s|el\s)?[^\W\d]{{0,12}},?\s?\d{{1,2}}\b"
)
_DATE_LABEL = re.compile(
    r"^(?:(?:place|venue|location|lieu|lugar|sede)\s*(?:,|and|et|y|/|&)\s*)?(?:dates?|days?|when|jours?|"
    r"quand|fechas?|"
    r"día)(?:\s*(?:and|of|et|du|y|del|,|/|&)\s*(?:the\s+)?"
    r"(?:times?|debate|place|venue|location|heure|horaire|débat|lieu|hora|lugar|sede))*\s*[:–-]",
    re.IGNORECASE,
)
_DEBATE_DAY = re.compile(
    r"\b(?:debate|débat|sitting|séance|sesión)\b.{0,120}?"
    r"\b(?:held|place|scheduled|on|tiendra|lieu|prévue?|le|el|lugar|celebrará)\b|"
    r"\b(?:debate|débat|sesión)(?:\s\w+)?\s*:",
    re.IGNORECASE,
)
_NOT_THE_DAY = re.compile(
    r"contribu(?:tion|ci[óo]n)|deadline|date limite|fecha límite|plazo|\b(?:reply|respond|register|"
    r"confirm|r\.?s\.?v\.?p|"
    r"apply|submit\w*|submissions?|evidence|received|circulated|(?:by|before|until|avant le|hasta el|"
    r"antes del)\s+"
    r"(?:[^\W\d]+,?\s+){0,2}\d{1,2}|let us know|inscri\w+|répon\w+|confirm\w+|at the latest|no later|"
    r"au plus tard|"
    r"a más tardar)\b",
    re.IGNORECASE,
)
_NOT_A_PLACE = re.compile(
    r"^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Lun|Mar|Mercre|Jeu|Vendre|Same)di|Dimanche|Lunes|"
    r"Martes|"
    r"Miércoles|Jueves|Viernes|Sábado|Domingo|Day|Dates?|The|Its|This|Members?|IPU|UIP|Mr|Ms|Standing|"
    r"Committee|January|February|March|April|May|June|July|"
    r"August|September|October|November|December)\b|"
    r"\b(?:forum|conference|seminar|hearing|summit|meeting|session|parliament|debate|panel|workshop|"
    r"conférence|séminaire|sommet|réunion|débat|conferencia|seminario|cumbre|reunión|encuentro|debate)\b",
    re.IGNORECASE,
)
_LONG_AGO = re.compile(
    r"\b(?:minutes|procès-verbal|compte rendu|actas?|previous|last|earlier|précédent\w*|"
    r"dernière?|anterior\w*|pasad[oa]|follow(?:s|ing)? (?:up|the meeting)|fait suite|dealt with|"
    r"was|were|had|already|avai\w+)\b",
    re.IGNORECASE,
)
"""Words of a sentence about an earlier meeting, whose place and date are not those of the debate."""
_IS_HELD = re.compile(
    r"\binvit(?:e|es|ing|ed) you to\b|\bvous (?:inviter|convier) à\b|\bvous invite à\b|\binvitar(?:le|"
    r"les|lo)? a\b|"
    r"\b(?:will|shall|to) (?:be held|take place|be convened|meet)|takes place|is (?:convened|being held)|"
    r"aura lieu|se tiendra|sera? (?:organisée?|convoquée?)|se tient|se celebrará|tendrá lugar|se reunirá",
    re.IGNORECASE,
)
_WEEKDAY_OR_RANGE = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:lun|mar|mercre|jeu|vendre|same)di\b|\bdimanche\b|"
    r"\b(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)\b|"
    r"\d\s*(?:[-–—/]|to|and|au|et|al?|y)\s*\d|[^\W\d]\s*[-–—]\s*\d|\d{1,2}\s?[:.h]\s?\d{2}|"
    r"\d\s?(?:h|heures?|horas?|[ap]\.?m)\b|"
    r"[A-ZÀ-Þ][\w ]+,\s*\d",
    re.IGNORECASE,
)
_NEAR_A_DAY = (
    re.compile(
        rf"(?:^|,\s+|[(]\s*)(?P<p>{_PLACE})\s*,?\s+\(?(?:du\s+|from\s+|"
        rf"del\s+)?(?=\d{{1,2}}\b.{{0,30}}?\d{{4}})"
    ),
    re.compile(rf"\d{{1,2}}[:.h]\d{{2}},.*,\s+(?P<p>{_NAME})$"),
    re.compile(rf"\d{{1,2}}[:.h]\d{{2}},?\s+(?:{_NAME},\s+){{0,2}}(?P<p>{_PLACE})$"),
)
_PLACE_LINE = re.compile(rf"(?:{_NAME},\s+){{0,2}}?(?P<p>{_PLACE})")
_FALLBACK_TOP = 16
_HOURS = re.compile(r"\d{1,2}\s?[:.h]\s?\d{2}|\d\s?(?:h|heures?|horas?|[ap]\.?m)\b", re.IGNORECASE)
_LONGEST_ASSEMBLY = timedelta(days=10)


def find_place(text: Sequence[NoteSentence]) -> Iterator[NoteField]:
    """Yield the place of the debate, if it is named; doubtful if it only stands near the date of a meeting."""
    number = _assembly_number(text)
    for index, sentence in enumerate(text):
        next_line = text[index + 1].text if index + 1 < len(text) else ""
        for places, doubtful in (
            (_place_candidates(text, index, number), False),
            (_places_near_day(sentence.text, next_line, index), True),
        ):
            candidates = (
                place
                for place in chain.from_iterable(map(_place_variants, places))
                if place and (is_venue(place) or not _NOT_A_PLACE.search(place))
            )
            if place := next(candidates, ""):
                yield NoteField("place", place.strip(" ,."), sentence.text, sentence.paragraph_index, doubtful)
                return


def _place_variants(place: str) -> tuple[str, ...]:
    """Return a place, and its part behind the first comma: the part before it may be the name of the meeting."""
    return place, place.partition(", ")[2]


def _assembly_number(text: Sequence[NoteSentence]) -> str:
    """Return the number of the Assembly of the debate; "" if no Assembly is found."""
    name = next((field.value for field in find_assemblies(text) if field.field == "assembly"), "")
    match = ASSEMBLY.search(name)
    return match["n"] if match else ""


def _place_candidates(text: Sequence[NoteSentence], index: int, number: str) -> Iterator[str]:
    """Yield the places that a sentence may name, the most certain first."""
    sentence = text[index].text
    next_line = text[index + 1].text if index + 1 < len(text) else ""
    if match := _LABELLED.search(sentence):
        yield strip_times(match["p"]) if mentions_time(match["p"]) else match["p"]
    for match in _OF_ASSEMBLY.finditer(sentence):
        if match["n"] == number and (match["in"] or match["after"] is not None):
            yield match["p"]
    if (match := _HELD.search(sentence)) and not _LONG_AGO.search(sentence):
        yield match["p"]
    if len(sentence) <= _MASTHEAD_LENGTH and (match := _MASTHEAD.search(sentence)):
        yield match["p"]
    if is_place_above_date(sentence, next_line) and index < _TOP:
        yield sentence
    if (_names_debate_day(sentence) or _is_held_on(sentence)) and (match := _BESIDE_DAY.search(sentence)):
        yield match["p"] or match["p2"] or match["p3"]


def _places_near_day(sentence: str, next_line: str, index: int) -> Iterator[str]:
    """Yield the places in a line of the head with the date of a meeting, and in the line below it."""
    if index >= _FALLBACK_TOP or not _is_line_with_day(sentence):
        return
    for pattern in _NEAR_A_DAY:
        if match := pattern.search(sentence):
            yield match["p"]
    if is_date_line(sentence) and (place := place_near_date(sentence)):
        yield place
    if "," in next_line and (match := _PLACE_LINE.fullmatch(next_line)):
        yield match["p"]
    if is_venue(next_line):
        yield strip_times(next_line)


def _is_line_with_day(line: str) -> bool:
    """Return whether a short line of the head, not a sentence, states the date of a meeting."""
    fits = len(line) <= _MASTHEAD_LENGTH and not _LONG_AGO.search(line) and not _NOT_THE_DAY.search(line)
    return (
        fits
        and bool(find_days(line))
        and bool(_WEEKDAY_OR_RANGE.search(line) or place_near_date(line, only_after=True))
    )


def _is_held_on(sentence: str) -> bool:
    return bool(_IS_HELD.search(sentence)) and not _LONG_AGO.search(sentence)


def is_place_above_date(line: str, next_line: str) -> bool:
    """Return whether a line is a place and the line below it only a date."""
    return bool(re.fullmatch(_PLACE, line) and _is_bare_day(next_line))


def _is_bare_day(text: str) -> bool:
    days = find_days(text) if len(text) <= _BARE_DAY_LENGTH else ()
    return bool(days) and bool(_BEFORE_BARE_DAY.fullmatch(text[: days[0].start]))


def find_day(text: Sequence[NoteSentence]) -> Iterator[NoteField]:
    """Yield the date of the debate (ISO 8601): from its label, its sentence or the masthead, in this order.

    If none of these is found, yield the date of a meeting that is held or in the head, as doubtful.
    """
    of_assembly = next(_assembly_days(text, _assembly_number(text)), None)
    day = _first_day(text, _has_date_label) or _first_day(text, _names_debate_day)
    masthead = _sitting_day(text, _first_day(text, _is_masthead) or of_assembly)
    if day is None and masthead is not None:
        day = _day_without_year(text, int(masthead.value[:4]))
    if day := day or masthead:
        yield day
    elif day := _first_day(text, _is_held_on) or _first_day(text[:_FALLBACK_TOP], _is_line_with_day):
        yield replace(day, is_doubtful=True)


def _first_day(text: Sequence[NoteSentence], fits: Callable[[str], bool]) -> NoteField | None:
    for sentence in text:
        days = find_days(sentence.text)
        if days and fits(sentence.text) and not _NOT_THE_DAY.search(sentence.text):
            return NoteField("date", days[0].iso, sentence.text, sentence.paragraph_index)
    return None


def _sitting_day(text: Sequence[NoteSentence], first: NoteField | None) -> NoteField | None:
    """Return the date of a line with a time of day, if less than ten days after ``first``; else ``first``."""
    if first is None:
        return None
    begins = date.fromisoformat(first.value)
    for sentence in text[:_FALLBACK_TOP]:
        if _HOURS.search(sentence.text) and _is_line_with_day(sentence.text):
            sitting = date.fromisoformat(find_days(sentence.text)[0].iso)
            if timedelta() < sitting - begins < _LONGEST_ASSEMBLY:
                return NoteField("date", sitting.isoformat(), sentence.text, sentence.paragraph_index)
    return first


def _day_without_year(text: Sequence[NoteSentence], year: int) -> NoteField | None:
    """Return the date of the debate where it is written without a year; ``year`` is that of the masthead."""
    for sentence in text:
        fits = _names_debate_day(sentence.text) or _has_date_label(sentence.text)
        if fits and not _NOT_THE_DAY.search(sentence.text) and (iso := find_day_in_year(sentence.text, year)):
            return NoteField("date", iso, sentence.text, sentence.paragraph_index)
    return None


def _assembly_days(text: Sequence[NoteSentence], number: str) -> Iterator[NoteField]:
    """Yield the first day of the Assembly, from the line below its place or the bracket behind its name."""
    for index, sentence in enumerate(text):
        previous_line = text[index - 1].text if index else ""
        below_place = index <= _TOP and is_place_above_date(previous_line, sentence.text)
        start = 0
        if match := _OF_ASSEMBLY.search(sentence.text):
            start = match.start("p") if match["n"] == number else len(sentence.text)
        days = [each for each in find_days(sentence.text) if each.start >= start]
        if days and (below_place or (start and start < len(sentence.text))):
            yield NoteField("date", days[0].iso, sentence.text, sentence.paragraph_index)
            return


def _has_date_label(text: str) -> bool:
    return bool(_DATE_LABEL.search(text))


def _names_debate_day(text: str) -> bool:
    return bool(_DEBATE_DAY.search(text)) and (not _LONG_AGO.search(text) or bool(_IS_HELD.search(text)))


def _is_masthead(text: str) -> bool:
    return bool(len(text) <= _MASTHEAD_LENGTH and (_MASTHEAD.search(text)))
