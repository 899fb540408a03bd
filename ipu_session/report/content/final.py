"""Draft or final, the corrections received, and what the report was drawn up from (decision 0021)."""

from collections.abc import Iterable
from datetime import date, timedelta

from ipu_session import __version__
from ipu_session.domain.exchange.report_options import Length
from ipu_session.domain.model.report_versions import CORRECTION_DAYS, Final, ReceivedCorrection
from ipu_session.domain.queries.report_basis import Basis, final_of
from ipu_session.report.content.anonymous_tables import columns_for
from ipu_session.report.content.context import Context
from ipu_session.report.model import Block, Column, Heading, Paragraph, Style, Table

_LETTERS = 16
"""Of the hash, as printed: more than anybody could forge, and few enough to read over the telephone."""


def status(context: Context) -> str:
    """Return "Final, version 1, of 22 March 2022"; nothing for a draft, which its stamp names."""
    final = final_of(context.session)
    if final is None:
        return ""
    return context.words.text("final.status", number=final.number, date=_day(context, final))


def marks(context: Context, basis: Basis | None) -> tuple[tuple[str, str], ...]:
    """Return by which properties of the document its session is found again, and the report made again."""
    if basis is None:
        return ()
    return (
        ("Record events", str(basis.events)),
        ("Record hash", basis.digest),
        ("Record register", str(basis.register)),
        ("Record moment", f"{context.now.utc_ms} {context.now.offset_min}"),
        ("Report language", context.words.language),
        ("Report layout", context.choice.layout.value),
        ("Report names", "yes" if context.choice.attributed else "no"),
        ("Report length", context.choice.length.value),
        ("Program version", __version__),
    )


def ending(context: Context, basis: Basis | None) -> list[Block]:
    """Return the register of corrections, if there is anything in it, and the last lines of the report.

    A short report has no annexes, and so no register.
    """
    if context.choice.length is Length.SHORT:
        return _last_lines(context, basis)
    later = basis.later if basis is not None else ()
    return [*_register(context, later), *_last_lines(context, basis)]


def _register(context: Context, later: tuple[ReceivedCorrection, ...]) -> list[Block]:
    words = context.words
    entries = sorted(context.session.received.values(), key=lambda entry: (entry.received, entry.id))
    tables: list[Block] = []
    if entries:
        tables.append(_table(context, "received", "final.received", entries))
    if later:
        tables += [_table(context, "later", "final.later", later)]
        tables.append(Paragraph(words.text("final.as_it_was"), Style.REMARK))
    if not tables:
        return []
    letter, title = context.letter("received"), words.text("final.received")
    return [Heading(1, words.text("format.annex", letter=letter, title=title)), *tables]


def _table(context: Context, name: str, caption: str, entries: Iterable[ReceivedCorrection]) -> Table:
    words = context.words
    columns = (
        Column(words.text("columns.received"), words.day_share(16)),
        Column(words.text("final.sender"), 22),
        Column(words.text("final.correction"), 34),
        Column(words.text("final.answer"), 12),
        Column(words.text("columns.remark"), 16),
    )
    rows = tuple(_row(context, entry) for entry in entries)
    shown, shown_rows = columns_for(context, columns, rows, (1,))
    return Table(name, words.text(caption), shown, shown_rows)


def _row(context: Context, entry: ReceivedCorrection) -> tuple[str, ...]:
    words = context.words
    delegation = context.session.delegations.get(entry.delegation)
    sender = (context.called(delegation) if delegation else entry.delegation, entry.person)
    late = words.text("annexes.late") if _is_late(context, entry) else ""
    return (
        words.said_day(entry.received),
        words.enumerated(part for part in sender if part) or words.text("annexes.none"),
        entry.text,
        words.text(f"final.{entry.answer.value or 'open'}"),
        words.series(part for part in (late, entry.note) if part),
    )


def _is_late(context: Context, entry: ReceivedCorrection) -> bool:
    """Return whether a correction came after the time for those of the final version before it."""
    before = [final for final in context.session.finals if final.version < entry.id]
    try:
        received = date.fromisoformat(entry.received)
    except ValueError:
        return False
    return bool(before) and received > _until(context, before[-1])


def _last_lines(context: Context, basis: Basis | None) -> list[Block]:
    words, final = context.words, final_of(context.session)
    lines = []
    if final is not None:
        until, days = words.day(_until(context, final)), words.in_words(CORRECTION_DAYS)
        lines.append(words.text("final.awaited", number=final.number, days=days, date=until))
    if basis is not None:
        letters = basis.digest[:_LETTERS]
        # In one piece where groups of digits would change places with groups that have letters.
        gap = "" if words.right_to_left else " "
        shown = gap.join(letters[place : place + 4] for place in range(0, _LETTERS, 4))
        lines.append(words.count("final.record", basis.events, digest=shown))
    return [Paragraph(line, Style.REMARK) for line in lines]


def _until(context: Context, final: Final) -> date:
    """Return the last day for corrections of a version."""
    day = context.words.date_of(final.at_ms, context.offset_at(final.at_ms))
    return day + timedelta(days=CORRECTION_DAYS)


def _day(context: Context, final: Final) -> str:
    return context.words.day_of(final.at_ms, context.offset_at(final.at_ms))
