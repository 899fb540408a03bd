"""Extraction of the co-Rapporteurs of a debate from a concept note."""

import re
from collections.abc import Iterator, Sequence

from ipu_session.domain.text.text_folding import fold
from ipu_session.importers.concept_note.note_fields import NoteField, NoteSentence

_ROLE = re.compile(
    r"\bco-?\s?(?:rapporteu(?:r|rs|se|ses|re|res)|r?relator(?:a|es|as)?|ponentes?)\b|\brelator(?:a|es|as)\b|"
    r"^rapporteu(?:r|rs|ses|res)(?=\s*:)",
    re.IGNORECASE,
)
_PARTICLE = "(?:de|du|da|di|do|dos|das|del|der|den|van|von|zu|af|el|al|bin|ben|bint|ibn|ould)"
_NAME = rf"[A-ZÀ-Þ][\w’'.-]*(?:\s+(?:[A-ZÀ-Þ][\w’'.-]*|{_PARTICLE}\b))*"
_TITLE = r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Hon|Sen|Prof|MM?|Mme|Mlle|Sra?|Dra|Dip)\b\.?"
_OFFICE = "(?:Speaker|President|Chair|Member|Senator|Deputy|MP|Présiden|Député|Sénat|Diputad|Senador|Miembro)"
_LAND = r"[A-ZÀ-Þ][\w’'-]+(?:\s+(?:and\s+|of\s+|the\s+)*[A-ZÀ-Þ][\w’'-]+){0,3}"
_TITLED = re.compile(
    rf"(?P<name>{_TITLE}\s+{_NAME})"
    rf"(?:(?P<function>,\s(?:(?!{_TITLE})[^,;()]){{2,60}}|,)?\s*(?P<country>\([^)]{{2,60}}\))"
    rf"|,\s(?!{_TITLE}|{_OFFICE})(?P<land>{_LAND})(?=\s*(?:[,;.)]|$|and\b|et\b|y\b)))?"
)
_UNTITLED = re.compile(rf"{_NAME}\s*\([^)]{{2,60}}\)")
_LABEL_LENGTH = 60
_NAMES_BELOW = 6


def find_co_rapporteurs(text: Sequence[NoteSentence]) -> Iterator[NoteField]:
    """Yield a field for each co-Rapporteur named, as written: "Ms. S. Kihika (Kenya)"."""
    seen: set[str] = set()
    for index, sentence in enumerate(text):
        role = _ROLE.search(sentence.text)
        if role is None:
            continue
        for line in _name_lines(text, index, role):
            for name in _find_names(line.text if line is not sentence else sentence.text[role.end() :]):
                if fold(name) not in seen:
                    seen.add(fold(name))
                    yield NoteField("co_rapporteurs", name, line.text, line.paragraph_index)
        if seen:
            return


def _name_lines(text: Sequence[NoteSentence], index: int, role: re.Match[str]) -> Iterator[NoteSentence]:
    """Yield the sentence with the role, and the lines with names below it if it is only a label."""
    sentence = text[index]
    remaining = sentence.text[role.end() :]
    yield sentence
    if len(sentence.text) > _LABEL_LENGTH or (remaining.strip(" :()s") and not _find_names(remaining)):
        return
    for below in text[index + 1 : index + 1 + _NAMES_BELOW]:
        if len(below.text) > 3 * _LABEL_LENGTH or not _find_names(below.text):
            return
        yield below


def _country(match: re.Match[str]) -> str:
    return match["country"] or (f"({match['land']})" if match["land"] else "")


def _find_names(text: str) -> list[str]:
    names = [
        " ".join(part for part in (match["name"].strip(" ,."), _country(match)) if part)
        for match in _TITLED.finditer(text)
    ]
    if names or not text.lstrip(" s)").startswith((":", "–", "-")):
        return names
    return [match[0].strip() for match in _UNTITLED.finditer(text)]
