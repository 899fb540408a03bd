"""The head of the report, and the stamps on its pages."""

from itertools import zip_longest

from ipu_session.domain.exchange.report_options import Length
from ipu_session.domain.queries.report_basis import final_of
from ipu_session.report.content.context import Context
from ipu_session.report.content.final import status
from ipu_session.report.model import Masthead
from ipu_session.report.sanitize import one_line


def masthead(context: Context) -> Masthead:
    """Return the head of the first page."""
    words, details = context.words, context.session.details
    assembly = words.assembly(details.assembly) if details.assembly else ""
    place_and_day = words.enumerated(part for part in (details.place, _day(context)) if part)
    original = words.text("masthead.original", language=words.known("languages", details.language))
    left = (words.text("masthead.house"), assembly, place_and_day)
    right = (details.symbol, _drawn_up(context), original, status(context))
    # What is not known leaves no gap.
    pairs = zip_longest(filter(None, left), filter(None, right), fillvalue="")
    short = context.choice.length is Length.SHORT
    kind = words.text("masthead.short_kind" if short else "masthead.kind")
    return Masthead(
        tuple((one_line(here), one_line(there)) for here, there in pairs),
        _committee(context),
        kind,
        one_line(details.title) or kind,
    )


def stamps(context: Context) -> tuple[str, ...]:
    """Return what every page is stamped with: EXAMPLE for invented data, DRAFT until it is final."""
    found = []
    if context.session.details.example:
        found.append(context.words.text("masthead.example"))
    if final_of(context.session) is None:
        found.append(context.words.text("masthead.draft"))
    return tuple(found)


def _day(context: Context) -> str:
    sittings = context.session.sittings
    if context.session.details.date:
        return context.words.said_day(context.session.details.date)
    return context.words.day_of(sittings[0].opened_ms, sittings[0].offset_min) if sittings else ""


def _drawn_up(context: Context) -> str:
    return context.words.day_of(context.now.utc_ms, context.offset_at(context.now.utc_ms))


def _committee(context: Context) -> str:
    """Return the committee's name in this language if it is one of the four, else as written."""
    written = one_line(context.session.details.committee)
    return context.words.committee(written)
