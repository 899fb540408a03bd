"""What was said, theme by theme: the synthesis, then the notes by kind, each with who said it."""

import re
from collections.abc import Iterable, Sequence

from ipu_session.domain.figures import Touch, matrix, notes_in_order
from ipu_session.domain.finder import fold
from ipu_session.domain.ids import ThemeId
from ipu_session.domain.state import Note, NoteKind, Theme
from ipu_session.report.build.context import Context
from ipu_session.report.clean import clean
from ipu_session.report.model import Block, Bullets, Heading, Paragraph, Style

_EMPTY_LINES = re.compile(r"\n\s*\n")


def summary(context: Context) -> list[Block]:
    """Return the section that sums the debate up by theme."""
    words, session = context.words, context.session
    blocks: list[Block] = [Heading(1, words.text("themes.heading"))]
    if not session.themes:
        blocks.append(Paragraph(words.text("themes.none")))
    told = [note for note in notes_in_order(session) if not note.restricted]
    by_theme: dict[ThemeId | None, list[Note]] = {}
    for note in told:
        for theme_id in note.themes or (None,):
            by_theme.setdefault(theme_id, []).append(note)
    spoke = _spoke(context)
    for theme in session.themes:
        blocks += _theme(context, theme, by_theme.get(theme.id, ()), spoke[theme.id])
    loose = by_theme.get(None, ())
    if loose:
        blocks.append(Heading(2, words.text("themes.other")))
        blocks += _notes(context, loose)
    return blocks


def _theme(context: Context, theme: Theme, notes: Sequence[Note], spoke: Sequence[str]) -> list[Block]:
    words = context.words
    title = theme.title.strip().rstrip(".")
    blocks: list[Block] = [Heading(2, words.text("themes.theme", number=theme.number, title=title))]
    synthesis = clean(context.session.syntheses.get(theme.id, "")).strip()
    if not (synthesis or notes or spoke):
        return [*blocks, Paragraph(words.text("themes.untouched"), Style.REMARK)]
    if spoke:
        names = words.listed(spoke)
        blocks.append(Paragraph(words.count("themes.spoke", len(spoke), names=names), Style.REMARK))
    blocks += [Paragraph(part.strip()) for part in _EMPTY_LINES.split(synthesis) if part.strip()]
    return blocks + _notes(context, notes)


def _notes(context: Context, notes: Iterable[Note]) -> list[Block]:
    by_kind: dict[NoteKind, list[str]] = {}
    for note in notes:
        by_kind.setdefault(note.kind, []).append(_attributed(context, note))
    blocks: list[Block] = []
    for kind in NoteKind:
        if kind in by_kind:
            blocks.append(Paragraph(context.words.text(f"themes.{kind.value}"), Style.LEAD))
            blocks.append(Bullets(tuple(by_kind[kind])))
    return blocks


def _attributed(context: Context, note: Note) -> str:
    text = note.text.strip()
    if note.kind is NoteKind.QUOTATION:
        text = context.words.text("format.quoted", text=text.strip('"“”«» '))
    if note.intervention is None:
        return text
    who = context.origin(context.who(context.session.interventions[note.intervention]))
    return context.words.text("format.attributed", text=text, who=who)


def _spoke(context: Context) -> dict[ThemeId, list[str]]:
    """Return who spoke to each theme, as the matrix has it."""
    found = matrix(context.session, restricted=False)
    spoke: dict[ThemeId, list[str]] = {theme.id: [] for theme in context.session.themes}
    for party, cells in found.rows:
        for theme, touch in zip(found.themes, cells, strict=True):
            if touch != Touch():
                spoke[theme.id].append(context.party(party))
    return {theme: sorted(names, key=fold) for theme, names in spoke.items()}
