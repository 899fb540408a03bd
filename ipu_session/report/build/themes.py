"""What was said, theme by theme: the synthesis, then the notes by kind, each with who said it."""

import re
from collections.abc import Iterable, Sequence

from ipu_session.domain.figures import Touch, matrix, notes_in_order
from ipu_session.domain.finder import fold
from ipu_session.domain.ids import ThemeId
from ipu_session.domain.state import Note, NoteKind, Theme
from ipu_session.domain.synthesis import Passage, Section, of_theme, used_notes
from ipu_session.report.build.context import Context
from ipu_session.report.model import Block, Bullets, Heading, Paragraph, Style

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
        blocks.append(Paragraph(words.text("themes.none")))
    for_all = [note for note in notes_in_order(session) if not note.restricted]
    by_theme: dict[ThemeId | None, list[Note]] = {}
    for note in for_all:
        for theme_id in note.themes or (None,):
            by_theme.setdefault(theme_id, []).append(note)
    spoke = _spoke(context)
    for theme in session.themes:
        blocks += _theme(context, theme, by_theme.get(theme.id, ()), spoke[theme.id])
    loose = by_theme.get(None, ())
    if loose:
        blocks.append(Heading(2, words.text("themes.other")))
        blocks += _sections(context, (), loose)
    return blocks


def _theme(context: Context, theme: Theme, notes: Sequence[Note], spoke: Sequence[str]) -> list[Block]:
    words = context.words
    title = theme.title.strip().rstrip(".")
    heading = words.text("themes.theme", number=theme.number, title=title)
    blocks: list[Block] = [Heading(2, heading, f"theme {theme.number}")]
    passages = of_theme(context.session.passages, theme.id)
    if not (passages or notes or spoke):
        return [*blocks, Paragraph(words.text("themes.untouched"), Style.REMARK)]
    if spoke:
        names = words.listed(spoke)
        blocks.append(Paragraph(words.count("themes.spoke", len(spoke), names=names), Style.REMARK))
    used = used_notes(passages)
    return blocks + _sections(context, passages, [note for note in notes if note.id not in used])


def _sections(context: Context, passages: Iterable[Passage], notes: Iterable[Note]) -> list[Block]:
    """Return the synthesis section by section; notes that it does not rest on stand below their kind."""
    by_section: dict[Section, list[Passage]] = {}
    for passage in passages:
        by_section.setdefault(passage.section, []).append(passage)
    by_kind: dict[NoteKind, list[str]] = {}
    for note in notes:
        by_kind.setdefault(note.kind, []).append(attributed(context, note))
    blocks: list[Block] = [
        Paragraph(part, marked=True)
        for passage in by_section.pop(Section.SUMMARY, ())
        for part in _paragraphs(told(context, passage))
    ]
    for name, section, kind in _ORDER:
        written = by_section.get(section, ()) if section else ()
        noted = by_kind.get(kind, ()) if kind else ()
        if written or noted:
            blocks.append(Paragraph(context.words.text(f"themes.{name}"), Style.LEAD))
        if written:
            blocks.append(Bullets(tuple(told(context, passage) for passage in written), marked=True))
        if noted:
            blocks.append(Bullets(tuple(noted)))
    return blocks


def told(context: Context, passage: Passage) -> str:
    """Return a passage with whose words it rests on."""
    text = passage.text.strip()
    names = dict.fromkeys(_who(context, context.session.notes[note]) for note in passage.notes)
    who = [name for name in names if name]
    if not who:
        return text
    return context.words.text("format.attributed", text=text, who="; ".join(who))


def _paragraphs(text: str) -> list[str]:
    return [part.strip() for part in _EMPTY_LINES.split(text) if part.strip()]


def attributed(context: Context, note: Note) -> str:
    """Return a note with who said it."""
    text = note.text.strip()
    if note.kind is NoteKind.QUOTATION:
        text = context.words.text("format.quoted", text=text.strip('"“”«» '))
    who = _who(context, note)
    return context.words.text("format.attributed", text=text, who=who) if who else text


def _who(context: Context, note: Note) -> str:
    """Return on whose behalf it was said or written; nothing if nobody knows."""
    session = context.session
    if note.contribution is not None:
        delegation = session.delegations.get(session.contributions[note.contribution].delegation)
        return delegation.name(context.words.language) if delegation else ""
    if note.intervention is None:
        return ""
    return context.origin(context.who(session.interventions[note.intervention]))


def _spoke(context: Context) -> dict[ThemeId, list[str]]:
    """Return who spoke to each theme, as the matrix has it."""
    found = matrix(context.session, restricted=False)
    spoke: dict[ThemeId, list[str]] = {theme.id: [] for theme in context.session.themes}
    for party, cells in found.rows:
        for theme, touch in zip(found.themes, cells, strict=True):
            if touch != Touch():
                spoke[theme.id].append(context.party(party))
    return {theme: sorted(names, key=fold) for theme, names in spoke.items()}
