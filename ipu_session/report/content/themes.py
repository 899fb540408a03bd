"""Summary by theme: the synthesis, then the remaining notes by kind, with their authors."""

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from ipu_session.domain.exchange.report_options import ReportLength
from ipu_session.domain.exchange.report_preview import SourceKind, SourceReference
from ipu_session.domain.model.passages import Passage, SynthesisSection, notes_in_passages, passages_of_theme
from ipu_session.domain.model.session import Note, NoteKind, Theme
from ipu_session.domain.queries.statistics import notes_in_order
from ipu_session.domain.queries.theme_matrix import ThemeContributors
from ipu_session.report.content.context import ReportContext, sort_party_names
from ipu_session.report.model import Block, Bullets, Heading, Paragraph, ParagraphStyle

if TYPE_CHECKING:
    from ipu_session.domain.model.ids import ThemeId

_EMPTY_LINES = re.compile(r"\n\s*\n")
_SUBHEADINGS = (
    ("convergence", SynthesisSection.CONVERGENCE, None),
    ("differences", SynthesisSection.DIFFERENCES, None),
    ("point", None, NoteKind.POINT),
    ("proposal", SynthesisSection.PROPOSALS, NoteKind.PROPOSAL),
    ("good-practice", SynthesisSection.GOOD_PRACTICES, NoteKind.GOOD_PRACTICE),
    ("question", SynthesisSection.QUESTIONS, NoteKind.QUESTION),
    ("quotation", None, NoteKind.QUOTATION),
)
"""Subheadings by name: section of the passages, and kind of the notes, that are listed below each."""


def build_theme_summary(context: ReportContext) -> list[Block]:
    """Return the summary of the debate by theme."""
    words, session = context.catalog, context.session
    blocks: list[Block] = [Heading(1, words.text("themes.heading"))]
    if not session.themes:
        announced = "none" if session.details.concept_note else "none_recorded"
        blocks.append(Paragraph(words.text(f"themes.{announced}")))
    for_all = [note for note in notes_in_order(session) if not note.restricted]
    by_theme: dict[ThemeId | None, list[Note]] = {}
    for note in for_all:
        for theme_id in note.themes or (None,):
            by_theme.setdefault(theme_id, []).append(note)
    write = _short_theme_blocks if context.options.length is ReportLength.SHORT else _theme_blocks
    for theme in session.themes:
        title = theme.title.strip().rstrip(".")
        heading = words.text("themes.theme", number=theme.number, title=title)
        source = SourceReference(SourceKind.THEME, theme.id)
        blocks.append(Heading(2, heading, key=f"theme {theme.number}", source=source))
        blocks += write(context, theme, by_theme.get(theme.id, ()))
    unassigned = by_theme.get(None, ()) if context.options.length is ReportLength.FULL else ()
    if unassigned:
        blocks.append(Heading(2, words.text("themes.other")))
        blocks += _section_blocks(context, (), unassigned)
    return blocks


def _theme_blocks(context: ReportContext, theme: Theme, notes: Sequence[Note]) -> list[Block]:
    words = context.catalog
    passages, addressed = (passages_of_theme(context.session.passages, theme.id), context.addressed_by_theme[theme.id])
    if not (passages or notes or addressed):
        return [Paragraph(words.text("themes.untouched"), ParagraphStyle.REMARK)]
    blocks: list[Block] = []
    if addressed:
        blocks.append(
            Paragraph(
                addressed_by_sentences(context, addressed, is_attributed=context.options.attributed),
                ParagraphStyle.REMARK,
            )
        )
    used = notes_in_passages(passages)
    return blocks + _section_blocks(context, passages, [note for note in notes if note.id not in used])


def addressed_by_sentences(context: ReportContext, addressed: ThemeContributors, *, is_attributed: bool) -> str:
    """Return who spoke on a theme, wrote on it, or only announced it on a request; numbers unless ``is_attributed``."""
    words = context.catalog
    delegations = sort_party_names(context, (party for party in addressed.spoken if party.capacity is None))
    key = "themes.spoke" if is_attributed else "themes.spoke_count"
    sentences = [words.plural(key, len(delegations), names=words.join_with_and(delegations))]
    for key, parties in (
        ("spoke_others", [party for party in addressed.spoken if party.capacity is not None]),
        ("wrote", addressed.written),
        ("announced", addressed.announced),
    ):
        names = sort_party_names(context, parties)
        if names:
            listed = words.join_with_semicolons(names) if is_attributed else words.format_number(len(names))
            sentences.append(words.text(f"themes.{key}", names=listed))
    return " ".join(filter(None, sentences))


def _short_theme_blocks(context: ReportContext, theme: Theme, notes: Sequence[Note]) -> list[Block]:
    """Return only the synthesis of a theme; without one, its proposals, or a remark that there are none."""
    passages = passages_of_theme(context.session.passages, theme.id)
    proposals = [note for note in notes if note.kind is NoteKind.PROPOSAL]
    if passages:
        return _section_blocks(context, passages, ())
    if proposals:
        return _section_blocks(context, (), proposals)
    return [Paragraph(context.catalog.text("themes.no_proposal"), ParagraphStyle.REMARK)]


def _section_blocks(context: ReportContext, passages: Iterable[Passage], notes: Iterable[Note]) -> list[Block]:
    """Return the passages of the summary as paragraphs, then the other passages and the notes by subheading."""
    by_section: dict[SynthesisSection, list[Passage]] = {}
    for passage in passages:
        by_section.setdefault(passage.section, []).append(passage)
    by_kind: dict[NoteKind, list[Note]] = {}
    for note in notes:
        by_kind.setdefault(note.kind, []).append(note)
    blocks: list[Block] = [
        Paragraph(part, has_markup=True, source=passage_source(passage))
        for passage in by_section.pop(SynthesisSection.SUMMARY, ())
        for part in _split_paragraphs(passage_text(context, passage))
    ]
    for name, section, kind in _SUBHEADINGS:
        written = by_section.get(section, ()) if section else ()
        notes_of_kind = by_kind.get(kind, ()) if kind else ()
        if written or notes_of_kind:
            blocks.append(Paragraph(context.catalog.text(f"themes.{name}"), ParagraphStyle.LEAD))
        if written:
            items = tuple(passage_text(context, passage) for passage in written)
            blocks.append(Bullets(items, has_markup=True, sources=tuple(map(passage_source, written))))
        if notes_of_kind:
            items = tuple(note_with_author(context, note) for note in notes_of_kind)
            blocks.append(Bullets(items, sources=tuple(map(note_source, notes_of_kind))))
    return blocks


def passage_source(passage: Passage) -> SourceReference:
    """Return the reference to a passage."""
    return SourceReference(SourceKind.PASSAGE, passage.id, passage.theme)


def note_source(note: Note) -> SourceReference:
    """Return the reference to a note, without theme: the preview adds the theme of the heading above."""
    return SourceReference(SourceKind.NOTE, note.id)


def passage_text(context: ReportContext, passage: Passage) -> str:
    """Return the text of a passage with the names of its sources, unless the report is without names."""
    text = passage.text.strip()
    names = dict.fromkeys(_author_name(context, context.session.notes[note]) for note in passage.notes)
    authors = [name for name in names if name]
    if not authors or not context.options.attributed:
        return text
    return context.catalog.text("format.attributed", text=text, who=context.catalog.join_with_semicolons(authors))


def _split_paragraphs(text: str) -> list[str]:
    return [part.strip() for part in _EMPTY_LINES.split(text) if part.strip()]


def note_with_author(context: ReportContext, note: Note) -> str:
    """Return a note with its author, unless the report is without names."""
    text = note_text(context, note)
    author = _author_name(context, note) if context.options.attributed else ""
    return context.catalog.text("format.attributed", text=text, who=author) if author else text


def note_text(context: ReportContext, note: Note) -> str:
    """Return the text of a note; a quotation in quotation marks."""
    text = note.text.strip()
    if note.kind is NoteKind.QUOTATION:
        return context.catalog.text("format.quoted", text=text.strip('"“”«» '))
    return text


def _author_name(context: ReportContext, note: Note) -> str:
    """Return the party on whose behalf something was said or written; "" if unknown."""
    session = context.session
    if note.contribution is not None:
        delegation = session.delegations.get(session.contributions[note.contribution].delegation)
        name = context.display_name(delegation) if delegation else ""
        return context.catalog.text("format.in_writing", who=name) if name else ""
    if note.intervention is None:
        return ""
    return context.represented_name(context.speaker(session.interventions[note.intervention]))
