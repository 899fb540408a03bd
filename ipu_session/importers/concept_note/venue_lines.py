"""Recognition of lines that name a building, a room and a town, and removal of dates and times from them."""

import re

from ipu_session.importers.files.dates import find_days, is_date_line

_ROOM = re.compile(
    r"^(?:(?:conference|committee|meeting|plenary)\s+)?(?:rooms?|salle|sala|hall|floor|auditorium|"
    r"bâtiment|building)\b"
    r"(?:\s+[\w.-]{1,6})?$|^\d{1,2}(?:st|nd|rd|th|er|e|º)?\s+(?:floor|étage|piso)$|^\w{1,4}$",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"\d{1,2}\s?[:.h]\s?\d{2}|\b\d{1,2}\s?[ap]\.?\s?m\b|\bnoon\b|\bmidi\b|\bmidnight\b|\d\s?(?:heures?|"
    r"horas?|h)\b|\d{4}\b|"
    r"\bweb(?:cast|ex|tv)\b|\blive\b",
    re.IGNORECASE,
)
_HOUSE = re.compile(
    r"\b(?:headquarters|palais|palace|palacio|centre|center|centro|parliament|parlement|parlamento|hall|"
    r"hotel|"
    r"hôtel|university|université|universidad|assembly|assemblée|asamblea|congress|congreso|senate|sénat|"
    r"senado|"
    r"council|chamber|chambre|cámara|bundestag|riksdag|storting|capitol|capitolio|maison|casa|house|"
    r"siège|sede|"
    r"office (?:at|in)|museum|library)\b",
    re.IGNORECASE,
)
_NO_VENUE = re.compile(
    r"[:;?!«“\"]|\b(?:forum|conference(?! (?:room|centre|center|hall)\b)|seminar|hearing|summit|"
    r"meeting(?! room)|session|"
    r"debate|panel|workshop|conférence|séminaire|sommet|réunion|débat|conferencia|seminario|cumbre|"
    r"reunión|encuentro|"
    r"programme?|agenda|note|standing|group|network|on|sur|sobre)\b|\d{4}",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\s*\((?:[^()]*\d|[a-zà-ÿ])[^()]*\)")
"""A time or a remark in brackets."""
_ONLINE = re.compile(r"(?:and |et |y )?(?:online|en ligne|en línea|hybrid\w*|virtual\w*|zoom)", re.IGNORECASE)
_SMALL = frozenset(
    {
        *("online", "of", "the", "at", "in", "and", "room", "floor", "building", "salle", "sala"),
        *("de", "des", "du", "la", "le", "les", "del", "los", "las", "el", "et", "y"),
    }
)
_LONGEST = 100


def is_venue(text: str) -> bool:
    """Return whether a line names a building, or a room in one, and nothing else."""
    if len(text) > _LONGEST or _NO_VENUE.search(text) or not _HOUSE.search(text) or text.endswith("."):
        return False
    words = (word.strip("(),") for word in text.split())
    return all(not word[:1].islower() or word in _SMALL or "’" in word or "'" in word for word in words)


def mentions_time(text: str) -> bool:
    """Return whether a text contains a date or a time of day."""
    return bool(_TIME.search(text) or find_days(text))


def strip_times(text: str) -> str:
    """Return a place without the dates, times and rooms in the same line."""
    parts = re.split(r"\s*[,;]\s+|\s+[–—/|]\s+", _BRACKETED.sub("", text))
    remaining = [part.strip(" .()") for part in parts if part and not _TIME.search(part) and not find_days(part)]
    places = [part for part in remaining if not (_ROOM.match(part) or _ONLINE.fullmatch(part))]
    return ", ".join(part for part in places or remaining if part)


def place_near_date(text: str, *, only_after: bool = False) -> str:
    """Return the place beside a date, in "Lima (Peru), 3 May 2027" or "3 May 2027, Lima"; else "".

    ``only_after``: accept only a place after the date, since a letter has its place before the date.
    """
    if not is_date_line(text):
        return ""
    start = find_days(text)[0].start
    before = _BEFORE_DAY.sub("", text[:start]).strip(" ,(–—-:/")
    if before and not only_after and _NAMES.fullmatch(before):
        return strip_times(before)
    year = _YEAR.search(text, start)
    after = text[year.end() :].strip(" ,()–—-/|") if year else ""
    place = strip_times(after)
    return place if _NAMES.fullmatch(place) and not _NO_VENUE.search(place) else ""


_BEFORE_DAY = re.compile(
    r"(?:,?\s(?:on|from|le|du|del|el))?(?:,?\s[^\W\d]+(?<=day|.di|nes|tes|les|ves)|,?\s(?:domingo|"
    r"dimanche|sábado))?\s*,?\s*\(?$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b\d{4}\b")
_NAMES = re.compile(
    r"(?!(?:On|From|Le|Du|Del|El|The)$)[A-ZÀ-Þ][\w’'-]*(?:,?\s+(?:(?:of|at|de|du|des|del|la|the|et|and|"
    r"y)\s+)*\(?[A-ZÀ-Þ][\w’'-]*\)?)*(?:,?\s+"
    r"(?:room|salle|sala)\s\w+)?"
)
