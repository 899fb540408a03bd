"""Final status, corrections received, and identification of the record that the report is based on (decision 0021)."""

from collections.abc import Iterable
from datetime import date, timedelta

from ipu_session import __version__
from ipu_session.domain.exchange.report_options import ReportLength
from ipu_session.domain.model.report_versions import CORRECTION_PERIOD_DAYS, CorrectionRequest, FinalVersion
from ipu_session.domain.queries.report_basis import ReportBasis, current_final_version
from ipu_session.report.content.anonymous_tables import drop_name_columns
from ipu_session.report.content.context import ReportContext
from ipu_session.report.model import Block, Column, Heading, Paragraph, ParagraphStyle, Table

_PRINTED_HASH_LENGTH = 16
"""Number of hexadecimal digits of the record's hash that are printed: few enough to read over the telephone."""


def format_status(context: ReportContext) -> str:
    """Return "Final, version 1, of 22 March 2022"; "" for a draft, which has a stamp on its pages instead."""
    final = current_final_version(context.session)
    if final is None:
        return ""
    return context.catalog.text("final.status", number=final.number, date=_finalized_day(context, final))


def build_custom_properties(context: ReportContext, basis: ReportBasis | None) -> tuple[tuple[str, str], ...]:
    """Return the document properties that identify the session and allow the report to be rebuilt."""
    if basis is None:
        return ()
    return (
        ("Record events", str(basis.events)),
        ("Record hash", basis.digest),
        ("Record register", str(basis.register_events)),
        ("Record moment", f"{context.now.utc_ms} {context.now.offset_min}"),
        ("Report language", context.catalog.language),
        ("Report layout", context.options.layout.value),
        ("Report names", "yes" if context.options.attributed else "no"),
        ("Report length", context.options.length.value),
        ("Program version", __version__),
    )


def build_closing_blocks(context: ReportContext, basis: ReportBasis | None) -> list[Block]:
    """Return the register of corrections, if there are any, and the closing lines of the report.

    A short report has no annexes, and so no register.
    """
    if context.options.length is ReportLength.SHORT:
        return _closing_lines(context, basis)
    later = basis.later_corrections if basis is not None else ()
    return [*_corrections_register(context, later), *_closing_lines(context, basis)]


def _corrections_register(context: ReportContext, later: tuple[CorrectionRequest, ...]) -> list[Block]:
    words = context.catalog
    entries = sorted(context.session.correction_requests.values(), key=lambda entry: (entry.received, entry.id))
    tables: list[Block] = []
    if entries:
        tables.append(_corrections_table(context, "received", "final.received", entries))
    if later:
        tables += [_corrections_table(context, "later", "final.later", later)]
        tables.append(Paragraph(words.text("final.as_it_was"), ParagraphStyle.REMARK))
    if not tables:
        return []
    letter, title = context.annex_letter("received"), words.text("final.received")
    return [Heading(1, words.text("format.annex", letter=letter, title=title)), *tables]


def _corrections_table(context: ReportContext, name: str, caption: str, entries: Iterable[CorrectionRequest]) -> Table:
    words = context.catalog
    columns = (
        Column(words.text("columns.received"), words.day_column_share(16)),
        Column(words.text("final.sender"), 22),
        Column(words.text("final.correction"), 34),
        Column(words.text("final.answer"), 12),
        Column(words.text("columns.remark"), 16),
    )
    rows = tuple(_correction_row(context, entry) for entry in entries)
    shown, shown_rows = drop_name_columns(context, columns, rows, (1,))
    return Table(name, words.text(caption), shown, shown_rows)


def _correction_row(context: ReportContext, entry: CorrectionRequest) -> tuple[str, ...]:
    words = context.catalog
    delegation = context.session.delegations.get(entry.delegation)
    sender = (context.display_name(delegation) if delegation else entry.delegation, entry.person)
    late = words.text("annexes.late") if _is_late_correction(context, entry) else ""
    return (
        words.format_day(entry.received),
        words.join_with_commas(part for part in sender if part) or words.text("annexes.none"),
        entry.text,
        words.text(f"final.{entry.answer.value or 'open'}"),
        words.join_with_semicolons(part for part in (late, entry.note) if part),
    )


def _is_late_correction(context: ReportContext, entry: CorrectionRequest) -> bool:
    """Return whether a correction was received after the deadline of the last final version before it."""
    before = [final for final in context.session.final_versions if final.version < entry.id]
    try:
        received = date.fromisoformat(entry.received)
    except ValueError:
        return False
    return bool(before) and received > _corrections_deadline(context, before[-1])


def _closing_lines(context: ReportContext, basis: ReportBasis | None) -> list[Block]:
    words, final = context.catalog, current_final_version(context.session)
    lines = []
    if final is not None:
        until, days = (
            words.format_date(_corrections_deadline(context, final)),
            words.number_in_words(CORRECTION_PERIOD_DAYS),
        )
        lines.append(words.text("final.awaited", number=final.number, days=days, date=until))
    if basis is not None:
        letters = basis.digest[:_PRINTED_HASH_LENGTH]
        # No spaces in right-to-left text: bidi reordering would swap groups of digits and groups of letters.
        gap = "" if words.right_to_left else " "
        shown = gap.join(letters[index : index + 4] for index in range(0, _PRINTED_HASH_LENGTH, 4))
        lines.append(words.plural("final.record", basis.events, digest=shown))
    return [Paragraph(line, ParagraphStyle.REMARK) for line in lines]


def _corrections_deadline(context: ReportContext, final: FinalVersion) -> date:
    """Return the last day on which corrections to a final version are accepted."""
    day = context.catalog.local_date(final.at_ms, context.utc_offset_min_at(final.at_ms))
    return day + timedelta(days=CORRECTION_PERIOD_DAYS)


def _finalized_day(context: ReportContext, final: FinalVersion) -> str:
    return context.catalog.format_day_at(final.at_ms, context.utc_offset_min_at(final.at_ms))
