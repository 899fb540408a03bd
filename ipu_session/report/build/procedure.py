"""Interruptions and what comes next."""

from ipu_session.domain.figures import of_kind
from ipu_session.domain.report_choice import Length
from ipu_session.domain.rules import Kind
from ipu_session.report.build.context import Context
from ipu_session.report.model import Block, Heading, Paragraph


def procedure(context: Context) -> list[Block]:
    """Return the section on points of order, replies, questions and responses."""
    words, figures = context.words, context.figures
    replies = of_kind(context.session, Kind.REPLY)
    names = list(dict.fromkeys(context.origin(context.who(reply)) for reply in replies))
    sentences = [
        words.count("procedure.points", figures.points_of_order.count, letter=context.letter("procedure")),
        words.count(
            "procedure.replies", len(names), names=words.listed(names), of=words.of(names[0]) if names else ""
        ),
        words.count("procedure.questions", figures.questions.count),
        words.count("procedure.responses", figures.responses.count),
        words.count("procedure.motions", len(context.session.motions)),
    ]
    text = " ".join(sentence for sentence in sentences if sentence)
    return [Heading(1, words.text("procedure.heading")), Paragraph(text)]


def next_steps(context: Context, *, ends_page: bool = False) -> list[Block]:
    """Return the section on what comes next; what follows it may have to begin a page."""
    words, details = context.words, context.session.details
    pages = words.count("format.pages", details.contributions_pages)
    if details.contributions_deadline:
        date = words.said_day(details.contributions_deadline)
        first = words.text("next.contributions_by", pages=pages, date=date)
    else:
        first = words.text("next.contributions", pages=pages)
    annex = ""
    if context.choice.length is Length.FULL:
        annex = words.text("format.annex_reference", letter=context.letter("contributions"))
    sentences = [first, words.count("next.received", len(context.session.contributions), annex=annex)]
    if details.adopting_assembly:
        at = words.at_assembly(details.adopting_assembly)
        when = words.said_when(details.adopting_date)
        sentences.append(words.text("next.resolution", assembly=at, date=when))
    return [Heading(1, words.text("next.heading")), Paragraph(" ".join(sentences), ends_page=ends_page)]
