"""Sections on interruptions and on the next steps."""

from datetime import date

from ipu_session.domain.exchange.report_options import ReportLength
from ipu_session.domain.model.rules import Kind
from ipu_session.domain.queries.parties import Party, party_of
from ipu_session.domain.queries.tallies import interventions_of_kind
from ipu_session.report.content.context import ReportContext
from ipu_session.report.model import Block, Heading, Paragraph


def build_procedure(context: ReportContext) -> list[Block]:
    """Return the section on points of order, replies, questions, responses and motions."""
    words, figures = context.catalog, context.participation
    points = figures.points_of_order.count
    sentences = [
        # An empty record shows that there was no point of order only if a sitting was held.
        words.plural("procedure.points", points, letter=context.annex_letter("procedure"))
        if points or context.session.sittings
        else words.text("organization.no_sitting"),
        *_replies_sentences(context),
        words.plural("procedure.questions", figures.questions.count),
        words.plural("procedure.responses", figures.responses.count),
        words.plural("procedure.motions", len(context.session.motions)),
    ]
    text = " ".join(sentence for sentence in sentences if sentence)
    return [Heading(1, words.text("procedure.heading")), Paragraph(text)]


def _replies_sentences(context: ReportContext) -> list[str]:
    """Return who replied; in a report without names, or if no party is recorded, only the number of replies."""
    words, session = context.catalog, context.session
    replies = interventions_of_kind(session, Kind.REPLY)
    if not replies:
        return [words.plural("procedure.replies", 0, names="", of="")] if session.sittings else []
    parties = [party_of(context.speaker(reply)) for reply in replies]
    known = dict.fromkeys(p for p in parties if p.capacity is None and p != Party())
    if not context.options.attributed or not known:
        return [words.plural("procedure.replies_count", len(replies))]
    names = [context.party_name(party) for party in known]
    return [
        words.plural(
            "procedure.replies", len(names), names=words.join_with_and(names), of=words.after_delegation_of(names[0])
        ),
        words.plural("procedure.replies_other", sum(party not in known for party in parties)),
    ]


def build_next_steps(context: ReportContext, *, ends_page: bool = False) -> list[Block]:
    """Return the section on the next steps; ``ends_page`` adds a page break after it."""
    words, details = context.catalog, context.session.details
    annex = ""
    if context.options.length is ReportLength.FULL:
        annex = words.text("format.annex_reference", letter=context.annex_letter("contributions"))
    sentences = [
        _contributions_sentence(context),
        words.plural("next.received", len(context.session.contributions), annex=annex),
    ]
    if details.adopting_assembly:
        at = words.at_assembly_phrase(details.adopting_assembly)
        when = words.format_when_phrase(details.adopting_date)
        key = "resolution_due" if _is_past(context, details.adopting_date) else "resolution"
        sentences.append(words.text(f"next.{key}", assembly=at, date=when))
    text = " ".join(filter(None, sentences))
    return [Heading(1, words.text("next.heading")), Paragraph(text, page_break_after=ends_page)]


def _contributions_sentence(context: ReportContext) -> str:
    """Return the deadline for contributions, past or future; "" if none was recorded."""
    words, details = context.catalog, context.session.details
    if not details.contributions_deadline:
        return ""
    when = "until" if _is_past(context, details.contributions_deadline) else "by"
    key = f"contributions_{when}" if details.contributions_pages else f"contributions_{when}_any"
    pages = words.plural("format.pages", details.contributions_pages)
    return words.text(f"next.{key}", pages=pages, date=words.format_day(details.contributions_deadline))


def _is_past(context: ReportContext, day: str) -> bool:
    """Return whether an ISO day is before the day of the report; False if it is invalid."""
    today = context.catalog.local_date(context.now.utc_ms, context.utc_offset_min_at(context.now.utc_ms))
    try:
        return date.fromisoformat(day) < today
    except ValueError:
        return False
