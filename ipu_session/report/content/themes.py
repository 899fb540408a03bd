"""What was said, theme by theme: the synthesis, then the notes by kind, each with who said it."""

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from ipu_session.domain.exchange.report_options import Length
from ipu_session.domain.exchange.report_preview import Origin, Source
from ipu_session.domain.model.passages import Passage, Section, of_theme, used_notes
from ipu_session.domain.model.session import Note, NoteKind, Theme
from ipu_session.domain.queries.statistics import notes_in_order
from ipu_session.domain.queries.theme_matrix import Addressed
from ipu_session.report.content.context import Context, ordered
from ipu_session.report.model import Block, Bullets, Heading, Paragraph, Style

if TYPE_CHECKING:
    from ipu_session.domain.model.ids import ThemeId

_EMPTY_LINES = re.compile(r"\n\s*\n")
_ORDER = (
    ("convergence", Section.CONVERGENCE, None),
    ("differences", Section.DIFFERENCES, None),
    ("point", None, NoteKind.POINT),
    ("proposal", Section.PROPOSALS, NoteKind.PROPOSAL),
    ("good-practice", Section.GOOD_PRACTICES, NoteKind.GOOD_PRACTICE),
    ("question", Section.QUESTIONS, NoteKind.QUESTION),
    ("quotation", None, NoteKind.QUOTATION),
)
"""What stands below which heading: passages of a section, notes of a kind."""


def summary(context: Context) -> list[Block]:
    """Return the section that sums the debate up by theme."""
    words, session = context.words, context.session
    blocks: list[Block] = [Heading(1, words.text("themes.heading"))]
    if not session.themes:
        announced = "none" if session.details.concept_note else "none_recorded"
        blocks.append(Paragraph(words.text(f"themes.{announced}")))
    for_all = [note for note in notes_in_order(session) if not note.restricted]
    by_theme: dict[ThemeId | None, list[Note]] = {}
    for note in for_all:
        for theme_id in note.themes or (None,):
            by_theme.setdefault(theme_id, []).append(note)
    write = _short_theme if context.choice.length is Length.SHORT else _theme
    for theme in session.themes:
        title = theme.title.strip().rstrip(".")
        heading = words.text("themes.theme", number=theme.number, title=title)
        source = Source(Origin.THEME, theme.id)
        blocks.append(Heading(2, heading, key=f"theme {theme.number}", source=source))
        blocks += write(context, theme, by_theme.get(theme.id, ()))
    loose = by_theme.get(None, ()) if context.choice.length is Length.FULL else ()
    if loose:
        blocks.append(Heading(2, words.text("themes.other")))
        blocks += _sections(context, (), loose)
    return blocks


def _theme(context: Context, theme: Theme, notes: Sequence[Note]) -> list[Block]:
    words = context.words
    passages, addressed = of_theme(context.session.passages, theme.id), context.addressed[theme.id]
    if not (passages or notes or addressed):
        return [Paragraph(words.text("themes.untouched"), Style.REMARK)]
    blocks: list[Block] = []
    if addressed:
        blocks.append(Paragraph(said_by(context, addressed, named=context.choice.attributed), Style.REMARK))
    used = used_notes(passages)
    return blocks + _sections(context, passages, [note for note in notes if note.id not in used])


def said_by(context: Context, addressed: Addressed, *, named: bool) -> str:
    """Return who addressed a theme: delegations by what they said, others, in writing, by a slip alone."""
    words = context.words
    delegations = ordered(context, (party for party in addressed.spoken if party.capacity is None))
    key = "themes.spoke" if named else "themes.spoke_count"
    sentences = [words.count(key, len(delegations), names=words.listed(delegations))]
    for key, parties in (
        ("spoke_others", [party for party in addressed.spoken if party.capacity is not None]),
        ("wrote", addressed.written),
        ("announced", addressed.announced),
    ):
        names = ordered(context, parties)
        if names:
            told = words.series(names) if named else words.number(len(names))
            sentences.append(words.text(f"themes.{key}", names=told))
    return " ".join(filter(None, sentences))


def _short_theme(context: Context, theme: Theme, notes: Sequence[Note]) -> list[Block]:
    """Return the synthesis of a theme alone, or its proposals while there is none."""
    passages = of_theme(context.session.passages, theme.id)
    proposals = [note for note in notes if note.kind is NoteKind.PROPOSAL]
    if passages:
        return _sections(context, passages, ())
    if proposals:
        return _sections(context, (), proposals)
    return [Paragraph(context.words.text("themes.no_proposal"), Style.REMARK)]


def _sections(context: Context, passages: Iterable[Passage], notes: Iterable[Note]) -> list[Block]:
    """Return the synthesis section by section; notes that it does not rest on stand below their kind."""
    by_section: dict[Section, list[Passage]] = {}
    for passage in passages:
        by_section.setdefault(passage.section, []).append(passage)
    by_kind: dict[NoteKind, list[Note]] = {}
    for note in notes:
        by_kind.setdefault(note.kind, []).append(note)
    blocks: list[Block] = [
        Paragraph(part, marked=True, source=of_passage(passage))
        for passage in by_section.pop(Section.SUMMARY, ())
        for part in _paragraphs(told(context, passage))
    ]
    for name, section, kind in _ORDER:
        written = by_section.get(section, ()) if section else ()
        notes_of_kind = by_kind.get(kind, ()) if kind else ()
        if written or notes_of_kind:
            blocks.append(Paragraph(context.words.text(f"themes.{name}"), Style.LEAD))
        if written:
            items = tuple(told(context, passage) for passage in written)
            blocks.append(Bullets(items, marked=True, sources=tuple(map(of_passage, written))))
        if notes_of_kind:
            items = tuple(attributed(context, note) for note in notes_of_kind)
            blocks.append(Bullets(items, sources=tuple(map(of_note, notes_of_kind))))
    return blocks


def of_passage(passage: Passage) -> Source:
    """Return where a passage is written."""
    return Source(Origin.PASSAGE, passage.id, passage.theme)


def of_note(note: Note) -> Source:
    """Return where a note is; on which of its themes is known by the heading above it."""
    return Source(Origin.NOTE, note.id)


def told(context: Context, passage: Passage) -> str:
    """Return a passage with whose words it rests on."""
    text = passage.text.strip()
    names = dict.fromkeys(_who(context, context.session.notes[note]) for note in passage.notes)
    who = [name for name in names if name]
    if not who or not context.choice.attributed:
        return text
    return context.words.text("format.attributed", text=text, who=context.words.series(who))


def _paragraphs(text: str) -> list[str]:
    return [part.strip() for part in _EMPTY_LINES.split(text) if part.strip()]


def attributed(context: Context, note: Note) -> str:
    """Return a note with who said it, unless the report goes without names."""
    text = noted(context, note)
    who = _who(context, note) if context.choice.attributed else ""
    return context.words.text("format.attributed", text=text, who=who) if who else text


def noted(context: Context, note: Note) -> str:
    """Return what was noted, a quotation between its marks."""
    text = note.text.strip()
    if note.kind is NoteKind.QUOTATION:
        return context.words.text("format.quoted", text=text.strip('"“”«» '))
    return text


def _who(context: Context, note: Note) -> str:
    """Return on whose behalf it was said or written; nothing if nobody knows."""
    session = context.session
    if note.contribution is not None:
        delegation = session.delegations.get(session.contributions[note.contribution].delegation)
        name = context.called(delegation) if delegation else ""
        return context.words.text("format.in_writing", who=name) if name else ""
    if note.intervention is None:
        return ""
    return context.origin(context.who(session.interventions[note.intervention]))
