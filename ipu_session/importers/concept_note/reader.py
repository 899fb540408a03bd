"""A concept note as the program understands it, each finding beside its sentence (product.md, P1)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from ipu_session.domain.exchange.import_results import ConceptNote, Finding
from ipu_session.importers.concept_note.co_rapporteurs import co_rapporteurs
from ipu_session.importers.concept_note.note_fields import (
    Fact,
    all_sentences,
    assemblies,
    committee,
    contributions,
    symbol,
)
from ipu_session.importers.concept_note.resolutions import earlier_resolutions
from ipu_session.importers.concept_note.themes import ThemeList, find_themes
from ipu_session.importers.concept_note.title import title
from ipu_session.importers.concept_note.venue import day, place
from ipu_session.importers.files.documents import Document, document_of, read_document
from ipu_session.importers.files.errors import IntakeError, IntakeTrouble
from ipu_session.importers.files.lines import Line, plain_lines
from ipu_session.importers.files.page_layout import in_reading_order
from ipu_session.importers.files.paragraphs import Paragraph, paragraphs

NOTE_LIMIT = 40_000
"""Characters that are looked through, twelve pages; concept notes of the field have two or three thousand."""
LINE_LIMIT = 5_000
"""Of a paragraph; no sentence that announces themes is longer."""
_WANTED = (
    ("title", "no-title"),
    ("assembly", "no-assembly"),
    ("committee", "no-committee"),
    ("contributions_deadline", "no-deadline"),
)
_ENGLISH = re.compile(r"\b(?:the|of|and|is|are|in|for|on|by|with|which|that)\b", re.IGNORECASE)
_OTHERS = {
    "fr": re.compile(r"\b(?:le|la|les|des|du|et|est|une|dans|pour|sur|par|aux|qui)\b", re.IGNORECASE),
    "es": re.compile(r"\b(?:el|la|los|las|del|y|una|con|para|por|sobre|al|cómo|qué)\b", re.IGNORECASE),
}


def read_concept_note(path: Path, encoding: str | None = None) -> ConceptNote:
    """Return what a .docx, .pdf or .txt says; raises ``IntakeError`` if it cannot be read.

    ``encoding`` is for a text file that is not in UTF-8, once the user has said which.
    """
    return _understood(read_document(path, encoding))


def understand(text: str | Iterable[str]) -> ConceptNote:
    """Return what pasted text, or its lines, says; ``IntakeError`` if that is nothing or far too much."""
    whole = text if isinstance(text, str) else "\n".join(text)
    document = document_of(plain_lines(whole))
    if not document.text:
        raise IntakeError(IntakeTrouble.EMPTY)
    return _understood(document)


def _understood(document: Document) -> ConceptNote:
    lines = tuple(_beginning(document.lines))
    is_cut = document.is_cut or len(lines) < len(document.lines)
    text = paragraphs(in_reading_order(lines))
    themes = find_themes(text)
    facts = [*_facts(text), *_theme_facts(text, themes)]
    facts.sort(key=_place)
    findings = tuple(Finding(fact.field, fact.value, fact.source, fact.doubtful) for fact in facts)
    return ConceptNote(findings, document.text, _remarks(findings, themes, is_cut=is_cut))


def _beginning(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield the first lines of a note, as many as are looked through."""
    room = NOTE_LIMIT
    for line in lines:
        room -= len(line.text) + 1
        if room < 0:
            return
        yield line if len(line.text) <= LINE_LIMIT else replace(line, text=line.text[:LINE_LIMIT])


def _facts(text: Sequence[Paragraph]) -> list[Fact]:
    said = all_sentences(text)
    finders = (assemblies, contributions, committee, symbol, co_rapporteurs, place, day, earlier_resolutions)
    return [*title(text), *chain.from_iterable(find(said) for find in finders), *_language(text)]


def _theme_facts(text: Sequence[Paragraph], themes: ThemeList) -> list[Fact]:
    places = {paragraph.number: place for place, paragraph in enumerate(text)}
    return [
        Fact("theme", theme.title, theme.source, places.get(theme.number, len(text)), themes.doubtful)
        for theme in themes.themes
    ]


def _place(fact: Fact) -> int:
    return fact.place


def _language(text: Sequence[Paragraph]) -> list[Fact]:
    """Return the language of a note in French or Spanish; English is what a session has anyway."""
    whole = " ".join(paragraph.text for paragraph in text)
    code, words = max(_OTHERS.items(), key=lambda other: len(other[1].findall(whole)))
    if len(words.findall(whole)) <= 2 * len(_ENGLISH.findall(whole)):
        return []
    telling = next(place for place, paragraph in enumerate(text) if words.search(paragraph.text))
    return [Fact("language", code, text[telling].source, telling)]


def _remarks(findings: Sequence[Finding], themes: ThemeList, *, is_cut: bool) -> tuple[str, ...]:
    found = {finding.field for finding in findings}
    remarks = [remark for field, remark in _WANTED if field not in found]
    if not themes.themes:
        remarks.insert(0, "no-themes")
    elif themes.doubtful:
        remarks.insert(0, "themes-doubtful")
    return ("cut", *remarks) if is_cut else tuple(remarks)
