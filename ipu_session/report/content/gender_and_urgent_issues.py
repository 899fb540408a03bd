"""Sections on the gender perspective and urgent issues: the themes that concern them, with numbers of notes.

Drawn from the themes (docs/rules.md#practice-6-2): a theme belongs here if its title, or its source sentence
in the concept note, has a keyword of the topic. Notes are counted and referred to, never listed twice.
"""

from ipu_session.domain.exchange.report_options import ReportLayout
from ipu_session.domain.model.session import NoteKind, Theme
from ipu_session.domain.queries.statistics import percent
from ipu_session.report.content.context import ReportContext
from ipu_session.report.content.themes import addressed_by_sentences
from ipu_session.report.model import Block, Heading, Paragraph


def build_perspectives(context: ReportContext) -> list[Block]:
    """Return the two sections; a section without content is left out."""
    gender = [*_women_blocks(context), *_theme_blocks(context, "gender")]
    urgent = _theme_blocks(context, "urgent")
    blocks: list[Block] = []
    for topic, section in (("gender", gender), ("urgent", urgent)):
        if section:
            blocks += [Heading(1, context.catalog.text(f"perspectives.{topic}")), *section]
    return blocks


def _women_blocks(context: ReportContext) -> list[Block]:
    figures, words = context.participation, context.catalog
    total_seconds = figures.women_time.seconds + figures.men_time.seconds
    if not figures.gender_stated:
        return []
    if (figures.not_stated and not figures.women) or not total_seconds:
        share, stated = (percent(figures.women, figures.gender_stated), words.format_number(figures.gender_stated))
        sentence = words.plural("participation.women_stated", figures.women, share=share, stated=stated)
    else:
        share = percent(figures.women_time.seconds, total_seconds)
        sentence = words.plural("perspectives.women", figures.women, share=share)
    return [Paragraph(sentence)]


def _theme_blocks(context: ReportContext, topic: str) -> list[Block]:
    words = context.catalog
    return [
        Paragraph(_theme_text(context, theme))
        for theme in context.session.themes
        if words.mentions_topic(topic, f"{theme.title} {theme.source}")
    ]


def _theme_text(context: ReportContext, theme: Theme) -> str:
    words = context.catalog
    notes = [n for n in context.session.notes.values() if theme.id in n.themes and not n.restricted]
    proposals = sum(note.kind is NoteKind.PROPOSAL for note in notes)
    place = "in_record" if context.options.layout is ReportLayout.SPEAKERS else "in_summary"
    number, title = theme.number, theme.title.strip().rstrip(".")
    where = words.text(f"perspectives.{place}", number=number)
    # A theme without notes may still have been addressed in writing or announced on a request.
    summary = words.plural("perspectives.notes", len(notes), number=number, title=title, where=where)
    if not notes and context.addressed_by_theme[theme.id]:
        summary = words.text("perspectives.no_notes", number=number, title=title)
    sentences = [
        summary,
        words.plural("perspectives.proposals", proposals) if len(notes) > 1 else "",
        addressed_by_sentences(context, context.addressed_by_theme[theme.id], is_attributed=False),
    ]
    return " ".join(sentence for sentence in sentences if sentence)
