"""Reader of concept notes: extracts fields and themes, each with its source sentence (docs/rules.md#p1)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from msgspec.structs import replace

from ipu_session.domain.exchange.import_results import ConceptNote, ExtractedField
from ipu_session.importers.concept_note.co_rapporteurs import find_co_rapporteurs
from ipu_session.importers.concept_note.note_fields import (
    NoteField,
    find_assemblies,
    find_committee,
    find_contribution_rules,
    find_symbol,
    note_sentences,
)
from ipu_session.importers.concept_note.place_and_date import find_day, find_place
from ipu_session.importers.concept_note.resolutions import find_earlier_resolutions
from ipu_session.importers.concept_note.themes import ThemeList, find_themes
from ipu_session.importers.concept_note.title import find_title
from ipu_session.importers.files.document_line import SourceLine, split_plain_text
from ipu_session.importers.files.documents import SourceDocument, document_from_lines, read_document
from ipu_session.importers.files.errors import InputErrorCode, InputFileError
from ipu_session.importers.files.page_layout import in_reading_order
from ipu_session.importers.files.paragraph_reconstruction import SourceParagraph, build_paragraphs

NOTE_LIMIT = 40_000
"""Maximum length of the analysed text, in characters: about twelve pages, more than a concept note has."""
LINE_LIMIT = 5_000
"""Maximum length of a paragraph, in characters; no sentence that announces themes is longer."""
_EXPECTED_FIELDS = (
    ("title", "no-title"),
    ("assembly", "no-assembly"),
    ("committee", "no-committee"),
    ("contributions_deadline", "no-deadline"),
)
_ENGLISH = re.compile(r"\b(?:the|of|and|is|are|in|for|on|by|with|which|that)\b", re.IGNORECASE)
_LANGUAGE_WORDS = {
    "fr": re.compile(r"\b(?:le|la|les|des|du|et|est|une|dans|pour|sur|par|aux|qui)\b", re.IGNORECASE),
    "es": re.compile(r"\b(?:el|la|los|las|del|y|una|con|para|por|sobre|al|cómo|qué)\b", re.IGNORECASE),
}


def read_concept_note(path: Path, encoding: str | None = None) -> ConceptNote:
    """Return the content of a .docx, .pdf or .txt file; InputFileError if it cannot be read.

    ``encoding``: chosen by the user for a text file that is not in UTF-8.
    """
    return _extract_fields(read_document(path, encoding))


def parse_concept_note(text: str | Iterable[str]) -> ConceptNote:
    """Return the content of pasted text, or of its lines; InputFileError if it is empty."""
    whole_text = text if isinstance(text, str) else "\n".join(text)
    document = document_from_lines(split_plain_text(whole_text))
    if not document.text:
        raise InputFileError(InputErrorCode.EMPTY)
    return _extract_fields(document)


def _extract_fields(document: SourceDocument) -> ConceptNote:
    lines = tuple(_limit_lines(document.lines))
    is_cut = document.is_cut or len(lines) < len(document.lines)
    text = build_paragraphs(in_reading_order(lines))
    themes = find_themes(text)
    fields = [*_find_fields(text), *_theme_fields(text, themes)]
    fields.sort(key=_order_key)
    findings = tuple(ExtractedField(field.field, field.value, field.source, field.is_doubtful) for field in fields)
    return ConceptNote(findings, document.text, _remarks(findings, themes, is_cut=is_cut))


def _limit_lines(lines: Iterable[SourceLine]) -> Iterator[SourceLine]:
    """Yield lines until ``NOTE_LIMIT`` characters, each cut to ``LINE_LIMIT`` characters."""
    remaining = NOTE_LIMIT
    for line in lines:
        remaining -= len(line.text) + 1
        if remaining < 0:
            return
        yield line if len(line.text) <= LINE_LIMIT else replace(line, text=line.text[:LINE_LIMIT])


def _find_fields(text: Sequence[SourceParagraph]) -> list[NoteField]:
    sentences = note_sentences(text)
    finders = (
        find_assemblies,
        find_contribution_rules,
        find_committee,
        find_symbol,
        find_co_rapporteurs,
        find_place,
        find_day,
        find_earlier_resolutions,
    )
    return [*find_title(text), *chain.from_iterable(find(sentences) for find in finders), *_detect_language(text)]


def _theme_fields(text: Sequence[SourceParagraph], themes: ThemeList) -> list[NoteField]:
    index_of = {paragraph.number: index for index, paragraph in enumerate(text)}
    return [
        NoteField("theme", theme.title, theme.source, index_of.get(theme.number, len(text)), themes.is_doubtful)
        for theme in themes.themes
    ]


def _order_key(field: NoteField) -> int:
    return field.paragraph_index


def _detect_language(text: Sequence[SourceParagraph]) -> list[NoteField]:
    """Return the language field of a note in French or Spanish; else [], since English is the default of a session."""
    whole_text = " ".join(paragraph.text for paragraph in text)
    code, words = max(_LANGUAGE_WORDS.items(), key=lambda other: len(other[1].findall(whole_text)))
    if len(words.findall(whole_text)) <= 2 * len(_ENGLISH.findall(whole_text)):
        return []
    first = next(index for index, paragraph in enumerate(text) if words.search(paragraph.text))
    return [NoteField("language", code, text[first].source, first)]


def _remarks(findings: Sequence[ExtractedField], themes: ThemeList, *, is_cut: bool) -> tuple[str, ...]:
    fields = {finding.field for finding in findings}
    remarks = [remark for field, remark in _EXPECTED_FIELDS if field not in fields]
    if not themes.themes:
        remarks.insert(0, "no-themes")
    elif themes.is_doubtful:
        remarks.insert(0, "themes-doubtful")
    return ("cut", *remarks) if is_cut else tuple(remarks)
