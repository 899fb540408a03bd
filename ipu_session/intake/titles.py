"""The title of a debate, if the concept note has one; "Concept note" is a heading, not a title."""

import re
from collections.abc import Iterator, Sequence

from ipu_session.intake.dates import find_days
from ipu_session.intake.facts import Fact
from ipu_session.intake.lines import Style
from ipu_session.intake.paragraphs import Paragraph, ends_sentence

_TITLE_LENGTH = 250
_TOP = 12

_GENERIC = re.compile(
    r"(?:draft\s+|revised\s+|projet de\s+)?(?:concept\s+(?:note|paper)|note\s+(?:conceptuelle|"
    r"d['’]orientation|"
    r"de cadrage|de synthèse)|background|introduction|contexte|preparatory debate|débat préparatoire|"
    r"draft|provisional|"
    r"inter-?\s?parliamentary union|union inter-?\s?parlementaire|ipu|uip|original\s*:.*|item \d.*|"
    r"point \d.*|"
    r"for democracy.*|pour la démocratie.*|subject item|explanatory memorandum|themes?|thèmes?|place|"
    r"venue|lieu|date)"
    r"\s*[.:]?",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:(?:concept\s+(?:note|paper)|note\s+(?:conceptuelle|d['’]orientation))(?:\s+(?:on|for|sur|"
    r"pour)\b|\s*[:–—-])|"
    r"(?:preparatory debate|débat préparatoire)(?:\s+(?:on|sur)\b|\s*[:–—-])|"
    r"(?:title|titre|subject(?: item)?|objet|theme of the debate|thème du débat)\s*[:–—-])\s*",
    re.IGNORECASE,
)
_NO_TITLE = re.compile(
    r"\bassembl(?:y|ée)\b|standing committee|commission permanente|co-?\s?rapporteurs?|"
    r"\b[A-Z]-?[IVX]*/\d{2,3}/|"
    r"^(?:place|venue|lieu|date|deadline|document|objectives?|original)\b|^(?:mr|ms|mrs|mme|m)\b\.?",
    re.IGNORECASE,
)


def title(text: Sequence[Paragraph]) -> Iterator[Fact]:
    """Yield the title: what is labelled or styled as one, else the first line that can be nothing else."""
    for find in (_styled, _labelled, _first_line):
        if found := find(text):
            paragraph, value = found
            yield Fact("title", value.strip(' "“”«»:'), paragraph.source, text.index(paragraph))
            return


def _styled(text: Sequence[Paragraph]) -> tuple[Paragraph, str] | None:
    for paragraph in text:
        if (
            paragraph.style is Style.TITLE
            and (value := _without_lead(paragraph.text))
            and _may_be_title(value)
        ):
            return paragraph, value
    return None


def _labelled(text: Sequence[Paragraph]) -> tuple[Paragraph, str] | None:
    for paragraph in text[:_TOP]:
        value = _without_lead(paragraph.text)
        if value != paragraph.text and len(paragraph.text) <= _TITLE_LENGTH and len(value.split()) > 1:
            return paragraph, value
    return None


def _first_line(text: Sequence[Paragraph]) -> tuple[Paragraph, str] | None:
    for paragraph in text[:_TOP]:
        if paragraph.style is Style.MARGIN or _GENERIC.fullmatch(paragraph.text):
            continue
        if _may_be_title(paragraph.text) and not paragraph.marked:
            return paragraph, paragraph.text
        if ends_sentence(paragraph.text) and len(paragraph.text.split()) > 8:
            # The body has begun.
            return None
    return None


def _without_lead(text: str) -> str:
    return _LEAD.sub("", text)


def _may_be_title(text: str) -> bool:
    return not (
        len(text) > _TITLE_LENGTH
        or len(text.split()) < 2
        or ends_sentence(text)
        or _GENERIC.fullmatch(text)
        or _NO_TITLE.search(text)
        or find_days(text)
    )
