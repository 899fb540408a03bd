"""Gender perspective and urgent issues: which themes speak of them, and how much was noted there.

Drawn from the themes (practice.md §6.2, 6): a theme belongs here if its title, or the sentence of the concept
note that it came from, has a word of the topic. Notes are counted and referred to, never listed twice.
"""

from ipu_session.domain.exchange.report_options import Layout
from ipu_session.domain.model.session import NoteKind, Theme
from ipu_session.domain.queries.statistics import percent
from ipu_session.report.content.context import Context
from ipu_session.report.content.themes import said_by
from ipu_session.report.model import Block, Heading, Paragraph


def perspectives(context: Context) -> list[Block]:
    """Return the two sections, each only if there is something to say."""
    gender = [*_women(context), *_themes(context, "gender")]
    urgent = _themes(context, "urgent")
    blocks: list[Block] = []
    for topic, found in (("gender", gender), ("urgent", urgent)):
        if found:
            blocks += [Heading(1, context.words.text(f"perspectives.{topic}")), *found]
    return blocks


def _women(context: Context) -> list[Block]:
    figures, words = context.figures, context.words
    whole = figures.women_time.seconds + figures.men_time.seconds
    if not figures.stated:
        return []
    if (figures.not_stated and not figures.women) or not whole:
        share, stated = percent(figures.women, figures.stated), words.number(figures.stated)
        said = words.count("participation.women_stated", figures.women, share=share, stated=stated)
    else:
        share = percent(figures.women_time.seconds, whole)
        said = words.count("perspectives.women", figures.women, share=share)
    return [Paragraph(said)]


def _themes(context: Context, topic: str) -> list[Block]:
    words = context.words
    return [
        Paragraph(_theme(context, theme))
        for theme in context.session.themes
        if words.speaks_of(topic, f"{theme.title} {theme.source}")
    ]


def _theme(context: Context, theme: Theme) -> str:
    words = context.words
    notes = [n for n in context.session.notes.values() if theme.id in n.themes and not n.restricted]
    proposals = sum(note.kind is NoteKind.PROPOSAL for note in notes)
    place = "in_record" if context.choice.layout is Layout.SPEAKERS else "in_summary"
    number, title = theme.number, theme.title.strip().rstrip(".")
    where = words.text(f"perspectives.{place}", number=number)
    # Where no note was taken, something in writing or a slip may be on record all the same.
    told = words.count("perspectives.notes", len(notes), number=number, title=title, where=where)
    if not notes and context.addressed[theme.id]:
        told = words.text("perspectives.no_notes", number=number, title=title)
    sentences = [
        told,
        words.count("perspectives.proposals", proposals) if len(notes) > 1 else "",
        said_by(context, context.addressed[theme.id], named=False),
    ]
    return " ".join(sentence for sentence in sentences if sentence)
