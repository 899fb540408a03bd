"""Interruptions and what comes next."""

from datetime import date

from ipu_session.domain.exchange.report_options import Length
from ipu_session.domain.model.rules import Kind
from ipu_session.domain.queries.statistics import Party, of_kind, party_of
from ipu_session.report.content.context import Context
from ipu_session.report.model import Block, Heading, Paragraph


def procedure(context: Context) -> list[Block]:
    """Return the section on points of order, replies, questions and responses."""
    words, figures = context.words, context.figures
    points = figures.points_of_order.count
    sentences = [
        # That there was none is on record once a sitting was held.
        words.count("procedure.points", points, letter=context.letter("procedure"))
        if points or context.session.sittings
        else words.text("organization.no_sitting"),
        *_replies(context),
        words.count("procedure.questions", figures.questions.count),
        words.count("procedure.responses", figures.responses.count),
        words.count("procedure.motions", len(context.session.motions)),
    ]
    text = " ".join(sentence for sentence in sentences if sentence)
    return [Heading(1, words.text("procedure.heading")), Paragraph(text)]


def _replies(context: Context) -> list[str]:
    """Return who replied; by number if that is not recorded, and in a report without names."""
    words, session = context.words, context.session
    replies = of_kind(session, Kind.REPLY)
    if not replies:
        return [words.count("procedure.replies", 0, names="", of="")] if session.sittings else []
    parties = [party_of(context.who(reply)) for reply in replies]
    known = dict.fromkeys(p for p in parties if p.capacity is None and p != Party())
    if not context.choice.attributed or not known:
        return [words.count("procedure.replies_count", len(replies))]
    names = [context.party(party) for party in known]
    return [
        words.count("procedure.replies", len(names), names=words.listed(names), of=words.of(names[0])),
        words.count("procedure.replies_other", sum(party not in known for party in parties)),
    ]


def next_steps(context: Context, *, ends_page: bool = False) -> list[Block]:
    """Return the section on what comes next; what follows it may have to begin a page."""
    words, details = context.words, context.session.details
    annex = ""
    if context.choice.length is Length.FULL:
        annex = words.text("format.annex_reference", letter=context.letter("contributions"))
    sentences = [
        _invitation(context),
        words.count("next.received", len(context.session.contributions), annex=annex),
    ]
    if details.adopting_assembly:
        at = words.at_assembly(details.adopting_assembly)
        when = words.said_when(details.adopting_date)
        key = "resolution_due" if _is_past(context, details.adopting_date) else "resolution"
        sentences.append(words.text(f"next.{key}", assembly=at, date=when))
    text = " ".join(filter(None, sentences))
    return [Heading(1, words.text("next.heading")), Paragraph(text, ends_page=ends_page)]


def _invitation(context: Context) -> str:
    """Return until when contributions are, or were, received; nothing if no day was recorded."""
    words, details = context.words, context.session.details
    if not details.contributions_deadline:
        return ""
    when = "until" if _is_past(context, details.contributions_deadline) else "by"
    key = f"contributions_{when}" if details.contributions_pages else f"contributions_{when}_any"
    pages = words.count("format.pages", details.contributions_pages)
    return words.text(f"next.{key}", pages=pages, date=words.said_day(details.contributions_deadline))


def _is_past(context: Context, day: str) -> bool:
    """Return whether a day lies before that on which the report is drawn up; False if it is no ISO day."""
    today = context.words.date_of(context.now.utc_ms, context.offset_at(context.now.utc_ms))
    try:
        return date.fromisoformat(day) < today
    except ValueError:
        return False
