"""Extraction of the title of a debate from a concept note; "Concept note" is a document type, not a title."""

import re
from collections.abc import Iterator, Sequence

from ipu_session.importers.concept_note.body_and_meeting_names import DOCUMENT_TYPE, find_invitation, is_body_or_meeting
from ipu_session.importers.concept_note.non_themes import is_other_section
from ipu_session.importers.concept_note.note_fields import NoteField, note_sentences
from ipu_session.importers.concept_note.place_and_date import is_place_above_date
from ipu_session.importers.concept_note.theme_vocabulary import THEME_HEADING
from ipu_session.importers.files.dates import find_days
from ipu_session.importers.files.document_line import LineStyle
from ipu_session.importers.files.paragraph_reconstruction import SourceParagraph, is_sentence_end, split_sentences

_TITLE_LENGTH = 250
_SHORT_QUESTION = 12
"""Maximum number of words in a title that is a question: "Who owns outer space?"."""
_TOP = 12
_NUMBERED = re.compile(r"^[A-Z]\.\s+")

_GENERIC_HEADING = re.compile(
    r"(?:draft\s+|revised\s+|projet de\s+|proyecto de\s+|the\s+|le\s+|el\s+)?(?:concept\s+(?:note|paper)|"
    r"note\s+(?:conceptuelle|d['’]orientation|de cadrage|de synthèse)|"
    r"nota\s+(?:conceptual|de concepto|de orientación|informativa)|documento conceptual|"
    r"background|introduction|contexte|contexto|introducción|antecedentes|"
    r"preparatory debate|débat préparatoire|debate preparatorio|draft|provisional|borrador|"
    r"[il1|]nter-?\s?parliamentary union|union inter-?\s?parlementaire|unión inter-?\s?parlamentaria|"
    r"ipu|uip|original\s*:.*|item \d.*|point \d.*|punto \d.*|"
    r"for democracy.*|pour la démocratie.*|por la democracia.*|subject item|thème d['’]étude|"
    r"tema de estudio|explanatory memorandum|themes?|thèmes?|temas?|place|venue|lieu|lugar|date|fecha)"
    r"\s*[.:]?",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:(?:concept\s+(?:note|paper)|note\s+(?:conceptuelle|d['’]orientation)|"
    r"nota\s+(?:conceptual|de concepto|de orientación))(?:\s+(?:on|for|sur|pour|sobre)\b|\s*[:–—-])|"
    r"(?:(?:the|le|el)\s+)?(?:(?:preparatory )?debate on the (?:theme|subject|topic)(?: of)?|"
    r"débat (?:préparatoire )?sur le (?:thème|sujet)(?: de)?|debate (?:preparatorio )?sobre el tema(?: de)?)"
    r"\s*[:–—-]?|"
    r"(?:(?:the|le|el)\s+)?(?:preparatory debate|débat préparatoire|debate preparatorio)"
    r"(?:\s+(?:on|sur|sobre)\b|\s*[:–—-])|"
    r"guiding questions (?:for|on) (?:the |a )?(?:debate|discussion|panel) (?:on|about)\b|"
    r"questions (?:directrices )?pour le débat sur\b|preguntas (?:orientadoras )?para el debate sobre\b|"
    r"(?:title|titre|título|subject(?: item)?|objet|asunto|tema(?: del debate| de estudio)?|"
    r"theme of the debate|thème (?:du débat|d['’]étude))\s*[:–—-])\s*",
    re.IGNORECASE,
)
_INTRODUCES = re.compile(
    r"\b(?:on|sur|sobre|theme|subject(?: item)?|topic|thème(?: d['’]étude)?|sujet|objet|tema(?: de estudio)?|"
    r"asunto|title|titre|título)\s*:?$",
    re.IGNORECASE,
)
"""Label of the title: a line that ends so is followed by the title."""
_THEME = re.compile(
    r"(?:(?:main|overall|general)\s+)?(?:theme|topic|subject|thème(?: principal| général)?|sujet|"
    r"tema(?: central| general)?)"
    r"\s*:\s*(?P<t>\S.{2,200})",
    re.IGNORECASE,
)
_ONLY_THE_DEBATE = re.compile(
    r"(?:the |le |la |el )?(?:preparatory )?(?:debate|débat|panel|discussion|meeting|"
    r"réunion)(?: préparatoire| preparatorio)?"
    r"(?: (?:to be|which|that|qui|que|held|of|du|de la|del|at|lors)\b.*)?$",
    re.IGNORECASE,
)
"""Text after "concept note for" that only names the debate, and is no title."""
_ENTRY_OF_PROGRAMME = re.compile(
    r"(?:day|jour|journée|día)\s+(?:\d|[a-z]+\b\s*[:–-])|\(?\d{1,2}\s?[:.h]\s?\d{2}\b|\d{1,2}\s?[ap]\.?m\b",
    re.IGNORECASE,
)
_NOT_A_TITLE = re.compile(
    r"\bassembl(?:y|[ée]e)\b|\basamblea\b|standing committee|commission permanente|comisión permanente|"
    r"co-?\s?rapporteurs?|co-?r?relator|"
    r"\b[A-Z]-?[IVX]*/\d{2,3}/|"
    r"^(?:place|venue|lieu|lugar|sede|date|fecha|plazo|deadline|document|objectives?|original)\s*[:–-]|"
    r"\bC\.?P\.?\s*\d|P\.?\s?O\.? Box|case postale|\bCH-\d{4}|^(?:chemin|rue|avenue|avenida|calle|place) d|"
    r"\b(?:street|avenue|avenida|tel|fax)\b.*\d|^(?:to|from|cc|à|de|para)\s*:|^\d+,?\s+(?:chemin|rue|"
    r"avenue)\b|"
    r"^(?:deadline|document|objectives?|original)\b|^(?:mr|ms|mrs|mme|m|sra?|hon)\b\.?",
    re.IGNORECASE,
)


def find_title(text: Sequence[SourceParagraph]) -> Iterator[NoteField]:
    """Yield the title: by style, by label, the first line that can be a title, or the text after "Theme:".

    If none of these is found, yield the subject of an invitation, as doubtful.
    """
    for find in (_title_by_style, _title_by_label, _title_by_position, _title_by_theme):
        if result := find(text):
            paragraph, value = result
            value = value.strip(' "“”«»:')
            yield NoteField("title", value[0].upper() + value[1:], paragraph.source, text.index(paragraph))
            return
    if invited := find_invitation(note_sentences(text[:_TOP])):
        value, sentence = invited
        yield NoteField(
            "title", value[0].upper() + value[1:], sentence.text, sentence.paragraph_index, is_doubtful=True
        )


def _title_by_style(text: Sequence[SourceParagraph]) -> tuple[SourceParagraph, str] | None:
    for paragraph in text:
        if paragraph.style is LineStyle.TITLE and (value := _strip_lead(paragraph.text)) and _may_be_title(value):
            return paragraph, value
    return None


def _title_by_label(text: Sequence[SourceParagraph]) -> tuple[SourceParagraph, str] | None:
    for index, paragraph in enumerate(text[:_TOP]):
        value = _strip_lead(paragraph.text)
        if _is_only_lead(paragraph.text):
            next_paragraph = text[index + 1] if index + 1 < len(text) else None
            if _is_head_of_a_table(text, index):
                continue
            if next_paragraph and _INTRODUCES.search(paragraph.text) and _may_be_title(next_paragraph.text):
                return next_paragraph, next_paragraph.text
            continue
        if _ONLY_THE_DEBATE.match(value):
            continue
        if value != paragraph.text and len(paragraph.text) <= _TITLE_LENGTH and len(value.split()) > 1:
            return paragraph, value
    return None


def _title_by_position(text: Sequence[SourceParagraph]) -> tuple[SourceParagraph, str] | None:
    """Return the first line of the head that may be a title; a body or meeting only if there is no other."""
    names: list[SourceParagraph] = []
    for paragraph in _head_lines(text):
        if not is_body_or_meeting(paragraph.text):
            return paragraph, paragraph.text
        names.append(paragraph)
    return (names[0], names[0].text) if names else None


def _head_lines(text: Sequence[SourceParagraph]) -> Iterator[SourceParagraph]:
    """Yield the lines above the body that may be a title."""
    for index, paragraph in enumerate(text[:_TOP]):
        if paragraph.style is LineStyle.MARGIN or _is_only_lead(paragraph.text):
            continue
        if is_place_above_date(paragraph.text, text[index + 1].text if index + 1 < len(text) else ""):
            continue
        if paragraph.is_list_item or is_other_section(paragraph) or THEME_HEADING.fullmatch(paragraph.text):
            if index:
                return
            continue
        if _may_be_title(paragraph.text):
            yield paragraph
        elif is_sentence_end(paragraph.text) and len(paragraph.text.split()) > 8:
            # A sentence: the body has begun.
            return


def _is_head_of_a_table(text: Sequence[SourceParagraph], index: int) -> bool:
    """Return whether a cell is in the first row of a table with more than two columns."""
    cell = text[index].cell
    wide = (
        (each.cell is not None and each.cell.table == cell.table and each.cell.column > 1 for each in text)
        if cell
        else ()
    )
    return cell is not None and cell.row == 0 and any(wide)


def _title_by_theme(text: Sequence[SourceParagraph]) -> tuple[SourceParagraph, str] | None:
    """Return the text after "Theme:", if the head has exactly one such line."""
    titles = [(each, match["t"]) for each in text[:_TOP] if (match := _THEME.fullmatch(each.text))]
    return titles[0] if len(titles) == 1 else None


def _strip_lead(text: str) -> str:
    value = _LEAD.sub("", text)
    return value if value == text else _strip_lead(value)


def _is_only_lead(text: str) -> bool:
    """Return whether a line only names the type of the document."""
    if DOCUMENT_TYPE.fullmatch(text):
        return True
    value = _strip_lead(text)
    return not value or bool(_GENERIC_HEADING.fullmatch(value) or DOCUMENT_TYPE.fullmatch(value))


def _is_short_question(text: str) -> bool:
    return (
        text.rstrip(' "”»').endswith("?") and len(text.split()) <= _SHORT_QUESTION and len(split_sentences(text)) == 1
    )


def _may_be_title(text: str) -> bool:
    return not (
        len(text) > _TITLE_LENGTH
        or len(text.split()) < 2
        or (is_sentence_end(text) and not _is_short_question(text))
        or _GENERIC_HEADING.fullmatch(text)
        or DOCUMENT_TYPE.fullmatch(text)
        or _ENTRY_OF_PROGRAMME.match(text)
        or _NOT_A_TITLE.search(text)
        or find_days(text)
        or THEME_HEADING.fullmatch(_NUMBERED.sub("", text))
    )
