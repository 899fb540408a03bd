"""Tables of motions, drawings of lots and corrections (docs/rules.md#f2, #f3, #p5)."""

from collections.abc import Iterator

from ipu_session.domain.model.intervention import Correction, Intervention, TimeAccount
from ipu_session.domain.model.list_positions import LotDrawing
from ipu_session.domain.model.motions import Motion, MotionKind
from ipu_session.domain.model.stopwatch import round_to_seconds
from ipu_session.domain.queries.lot_drawing import FACTOR, MODULUS
from ipu_session.report.content.anonymous_tables import drop_name_columns
from ipu_session.report.content.context import ReportContext, affiliation_name
from ipu_session.report.model import Block, Column, ColumnAlignment, Paragraph, ParagraphStyle, Table
from ipu_session.report.sanitize import sanitize_text


def build_motions_table(context: ReportContext) -> list[Block]:
    """Return the table of procedural motions; empty if there were none."""
    words, session = context.catalog, context.session
    if not session.motions:
        return []
    columns = (
        Column(words.text("columns.time"), context.time_column_share(12), ColumnAlignment.END),
        Column(words.text("columns.motion"), 62),
        Column(words.text("columns.decision"), 24),
    )
    rows = tuple(
        (
            context.format_table_time(motion.moved_ms),
            _format_motion(context, motion),
            words.text(f"decisions.{motion.decision.value or 'none'}"),
        )
        for motion in session.motions
    )
    return [Table("motions", words.text("annexes.motions"), columns, rows)]


def build_lots_and_corrections(context: ReportContext) -> list[Block]:
    """Return tables of the drawings of lots, with seed and method, and of corrections, with the previous values."""
    blocks: list[Block] = []
    for number, drawing in enumerate(context.session.drawings, start=1):
        blocks += _drawing_blocks(context, number, drawing)
    return [*blocks, *_corrections_blocks(context)]


def _format_motion(context: ReportContext, motion: Motion) -> str:
    kind = context.catalog.text(f"motions.{motion.kind.value}")
    subject = sanitize_text(motion.subject).strip()
    if motion.kind is MotionKind.OTHER:
        return subject or kind
    return f"{kind}: {subject}" if subject else kind


def _drawing_blocks(context: ReportContext, number: int, drawing: LotDrawing) -> list[Block]:
    words, requests = context.catalog, context.session.requests
    columns = (
        Column(words.text("columns.drawn"), 14, ColumnAlignment.END),
        Column(words.text("columns.before"), 14, ColumnAlignment.END),
        Column(words.text("columns.delegation"), 36),
        Column(words.text("columns.name"), 36),
    )
    rows = []
    for place, request in enumerate(drawing.order, start=1):
        person = context.requester(requests[request])
        before = drawing.before.index(request) + 1
        rows.append((str(place), str(before), affiliation_name(context, person), context.person_name(person)))
    cap = words.text("record.cap", cap=drawing.cap) if drawing.cap else ""
    time, count = context.format_time_or_moment(drawing.at_ms), len(drawing.order)
    sentence = words.text("record.lots", time=time, seed=drawing.seed, count=count, cap=cap)
    method = words.text("record.method", factor=FACTOR, modulus=MODULUS)
    shown, shown_rows = drop_name_columns(context, columns, tuple(rows), (2, 3))
    return [
        Paragraph(f"{sentence} {method}", ParagraphStyle.REMARK),
        Table(f"lots-{number}", words.text("annexes.lots", number=number), shown, shown_rows),
    ]


def _corrections_blocks(context: ReportContext) -> list[Block]:
    words = context.catalog
    rows = [row for each in context.interventions_by_time for row in _correction_rows(context, each)]
    rows += [_struck_row(context, deleted) for deleted in context.session.deleted_interventions.values()]
    if not rows:
        return []
    columns = (
        Column(words.text("columns.time"), context.time_column_share(12), ColumnAlignment.END),
        Column(words.text("columns.intervention"), 26),
        Column(words.text("columns.was"), 30),
        Column(words.text("columns.is_now"), 30),
    )
    shown, shown_rows = drop_name_columns(context, columns, tuple(rows), (1,))
    return [Table("corrections", words.text("annexes.corrections"), shown, shown_rows)]


def _correction_rows(context: ReportContext, each: Intervention) -> Iterator[tuple[str, ...]]:
    if each.on_paper:
        yield _change_row(context, each, "", context.catalog.text("record.on_paper"))
    for correction in each.corrections:
        yield _change_row(context, each, *_before_and_after(context, correction))


def _struck_row(context: ReportContext, deleted: Intervention) -> tuple[str, ...]:
    before = _format_times(context, deleted.time_account(context.now.utc_ms))
    return _change_row(context, deleted, before, context.catalog.text("record.struck"))


def _change_row(context: ReportContext, each: Intervention, before: str, after: str) -> tuple[str, ...]:
    return (context.format_table_time(each.started_ms), affiliation_name(context, context.speaker(each)), before, after)


def _before_and_after(context: ReportContext, correction: Correction) -> tuple[str, str]:
    before, after = (_format_value(context, each) for each in (correction.before, correction.after))
    return before, after


def _format_value(context: ReportContext, value: object) -> str:
    if isinstance(value, TimeAccount):
        return _format_times(context, value)
    if not context.options.attributed:
        return context.catalog.text("annexes.none")
    delegate = next((each for each in context.session.delegates if each == value), None)
    person = context.session.person(delegate)
    name = context.person_name(person)
    origin = affiliation_name(context, person)
    return context.catalog.join_with_commas((origin, name)) if name and name != origin else origin


def _format_times(context: ReportContext, account: TimeAccount) -> str:
    words = context.catalog
    used = words.format_duration(round_to_seconds(account.spoken_ms))
    limit = words.format_duration(round_to_seconds(account.allotted_ms + account.granted_ms))
    return words.text("record.times", start=context.format_table_time(account.started_ms), used=used, limit=limit)
