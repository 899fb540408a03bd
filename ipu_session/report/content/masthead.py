"""The masthead of the report, and the stamps on its pages."""

from itertools import zip_longest

from ipu_session.domain.exchange.report_options import ReportLength
from ipu_session.domain.queries.report_basis import current_final_version
from ipu_session.report.content.context import ReportContext
from ipu_session.report.content.final_status import format_status
from ipu_session.report.model import Masthead
from ipu_session.report.sanitize import sanitize_line


def build_masthead(context: ReportContext) -> Masthead:
    """Return the masthead of the first page."""
    words, details = context.catalog, context.session.details
    assembly = words.assembly_name(details.assembly) if details.assembly else ""
    place_and_day = words.join_with_commas(part for part in (details.place, _debate_day(context)) if part)
    original = words.text("masthead.original", language=words.lookup("languages", details.language))
    left = (words.text("masthead.house"), assembly, place_and_day)
    right = (details.symbol, _report_day(context), original, format_status(context))
    # Unknown values leave no empty line.
    pairs = zip_longest(filter(None, left), filter(None, right), fillvalue="")
    is_short = context.options.length is ReportLength.SHORT
    kind = words.text("masthead.short_kind" if is_short else "masthead.kind")
    return Masthead(
        tuple((sanitize_line(left_cell), sanitize_line(right_cell)) for left_cell, right_cell in pairs),
        _committee_name(context),
        kind,
        sanitize_line(details.title) or kind,
    )


def build_stamps(context: ReportContext) -> tuple[str, ...]:
    """Return the stamps of every page: EXAMPLE for the example session, DRAFT unless the report is final."""
    stamps = []
    if context.session.details.example:
        stamps.append(context.catalog.text("masthead.example"))
    if current_final_version(context.session) is None:
        stamps.append(context.catalog.text("masthead.draft"))
    return tuple(stamps)


def _debate_day(context: ReportContext) -> str:
    sittings = context.session.sittings
    if context.session.details.date:
        return context.catalog.format_day(context.session.details.date)
    return context.catalog.format_day_at(sittings[0].opened_ms, sittings[0].offset_min) if sittings else ""


def _report_day(context: ReportContext) -> str:
    return context.catalog.format_day_at(context.now.utc_ms, context.utc_offset_min_at(context.now.utc_ms))


def _committee_name(context: ReportContext) -> str:
    """Return the committee's name in this language if it is recognised, else as written."""
    written = sanitize_line(context.session.details.committee)
    return context.catalog.committee_name(written)
