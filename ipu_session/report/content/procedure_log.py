"""How the order came about and what was put right: motions, lots, corrections (product.md, F2, F3, P5)."""

from collections.abc import Iterator

from ipu_session.domain.model.intervention import Correction, Intervention, Ledger
from ipu_session.domain.model.list_positions import Drawing
from ipu_session.domain.model.motions import Motion, MotionKind
from ipu_session.domain.model.stopwatch import whole_seconds
from ipu_session.domain.queries.lot_drawing import FACTOR, MODULUS
from ipu_session.report.content.anonymous_tables import columns_for
from ipu_session.report.content.context import Context, affiliation
from ipu_session.report.model import Align, Block, Column, Paragraph, Style, Table
from ipu_session.report.sanitize import clean


def motions(context: Context) -> list[Block]:
    """Return the table of procedural motions, if there were any."""
    words, session = context.words, context.session
    if not session.motions:
        return []
    columns = (
        Column(words.text("columns.time"), context.time_share(12), Align.END),
        Column(words.text("columns.motion"), 62),
        Column(words.text("columns.decision"), 24),
    )
    rows = tuple(
        (
            context.when_in_table(motion.moved_ms),
            _motion(context, motion),
            words.text(f"decisions.{motion.decision.value or 'none'}"),
        )
        for motion in session.motions
    )
    return [Table("motions", words.text("annexes.motions"), columns, rows)]


def on_record(context: Context) -> list[Block]:
    """Return the drawings of lots, so that anybody can repeat them, and the corrections, old values kept."""
    blocks: list[Block] = []
    for number, drawing in enumerate(context.session.drawings, start=1):
        blocks += _drawing(context, number, drawing)
    return [*blocks, *_corrections(context)]


def _motion(context: Context, motion: Motion) -> str:
    kind = context.words.text(f"motions.{motion.kind.value}")
    subject = clean(motion.subject).strip()
    if motion.kind is MotionKind.OTHER:
        return subject or kind
    return f"{kind}: {subject}" if subject else kind


def _drawing(context: Context, number: int, drawing: Drawing) -> list[Block]:
    words, requests = context.words, context.session.requests
    columns = (
        Column(words.text("columns.drawn"), 14, Align.END),
        Column(words.text("columns.before"), 14, Align.END),
        Column(words.text("columns.delegation"), 36),
        Column(words.text("columns.name"), 36),
    )
    rows = []
    for place, request in enumerate(drawing.order, start=1):
        person = context.asker(requests[request])
        before = drawing.before.index(request) + 1
        rows.append((str(place), str(before), affiliation(context, person), context.name(person)))
    cap = words.text("record.cap", cap=drawing.cap) if drawing.cap else ""
    time, count = context.when(drawing.at_ms), len(drawing.order)
    told = words.text("record.lots", time=time, seed=drawing.seed, count=count, cap=cap)
    method = words.text("record.method", factor=FACTOR, modulus=MODULUS)
    shown, shown_rows = columns_for(context, columns, tuple(rows), (2, 3))
    return [
        Paragraph(f"{told} {method}", Style.REMARK),
        Table(f"lots-{number}", words.text("annexes.lots", number=number), shown, shown_rows),
    ]


def _corrections(context: Context) -> list[Block]:
    words = context.words
    rows = [row for each in context.in_order for row in _corrected(context, each)]
    rows += [_struck(context, gone) for gone in context.session.struck.values()]
    if not rows:
        return []
    columns = (
        Column(words.text("columns.time"), context.time_share(12), Align.END),
        Column(words.text("columns.intervention"), 26),
        Column(words.text("columns.was"), 30),
        Column(words.text("columns.is_now"), 30),
    )
    shown, shown_rows = columns_for(context, columns, tuple(rows), (1,))
    return [Table("corrections", words.text("annexes.corrections"), shown, shown_rows)]


def _corrected(context: Context, each: Intervention) -> Iterator[tuple[str, ...]]:
    if each.on_paper:
        yield _row(context, each, "", context.words.text("record.on_paper"))
    for correction in each.corrections:
        yield _row(context, each, *_both(context, correction))


def _struck(context: Context, gone: Intervention) -> tuple[str, ...]:
    was = _times(context, gone.ledger(context.now.utc_ms))
    return _row(context, gone, was, context.words.text("record.struck"))


def _row(context: Context, each: Intervention, was: str, now: str) -> tuple[str, ...]:
    return context.when_in_table(each.started_ms), affiliation(context, context.who(each)), was, now


def _both(context: Context, correction: Correction) -> tuple[str, str]:
    before, after = (_value(context, each) for each in (correction.before, correction.after))
    return before, after


def _value(context: Context, value: object) -> str:
    if isinstance(value, Ledger):
        return _times(context, value)
    if not context.choice.attributed:
        return context.words.text("annexes.none")
    delegate = next((known for known in context.session.delegates if known == value), None)
    person = context.session.person(delegate)
    name = context.name(person)
    origin = affiliation(context, person)
    return context.words.enumerated((origin, name)) if name and name != origin else origin


def _times(context: Context, ledger: Ledger) -> str:
    words = context.words
    used = words.duration(whole_seconds(ledger.spoken_ms))
    limit = words.duration(whole_seconds(ledger.allotted_ms + ledger.granted_ms))
    return words.text("record.times", start=context.when_in_table(ledger.started_ms), used=used, limit=limit)
