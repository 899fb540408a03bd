"""A session as a report, by themes or by speakers (product.md, R1); a value, before it is any file."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import count

from ipu_session.domain.exchange.report_options import THE_USUAL, Layout, Length, ReportChoice
from ipu_session.domain.model.ids import Moment
from ipu_session.domain.model.session import Session
from ipu_session.domain.queries.redaction import redacted
from ipu_session.domain.queries.report_basis import Basis
from ipu_session.domain.queries.statistics import participation as participation_of
from ipu_session.report.content.annexes import annexes
from ipu_session.report.content.context import Context
from ipu_session.report.content.elements import elements
from ipu_session.report.content.final import ending, marks
from ipu_session.report.content.masthead import masthead, stamps
from ipu_session.report.content.organization import organization
from ipu_session.report.content.participation import participation, participation_in_figures
from ipu_session.report.content.perspectives import perspectives
from ipu_session.report.content.procedure import next_steps, procedure
from ipu_session.report.content.speakers import by_speaker
from ipu_session.report.content.statistics import statistics
from ipu_session.report.content.themes import summary
from ipu_session.report.errors import ReportError, ReportTrouble
from ipu_session.report.language.catalog import Wording
from ipu_session.report.model import Block, Chart, Report, Table


def build_report(
    session: Session,
    now: Moment,
    wording: Wording,
    choice: ReportChoice = THE_USUAL,
    basis: Basis | None = None,
) -> Report:
    """Return the report of a session as it stands at ``now``; ReportError if there is no such report.

    ``basis`` says on which record it rests.
    """
    if not choice.possible:
        raise ReportError(ReportTrouble.NO_NAMES_BY_SPEAKER)
    session = redacted(session)
    context = Context(session, now, wording, participation_of(session, now.utc_ms), choice)
    head = masthead(context)
    blocks = _short(context) if choice.length is Length.SHORT else _full(context)
    blocks += ending(context, basis)
    return Report(
        tag=wording.tag,
        title=head.title,
        subject=head.kind,
        stamps=stamps(context),
        masthead=head,
        contents="" if choice.length is Length.SHORT else wording.text("masthead.contents"),
        page=(wording.text("masthead.page_before"), wording.text("masthead.page_of")),
        created_ms=now.utc_ms,
        blocks=tuple(_numbered(blocks, wording)),
        right_to_left=wording.right_to_left,
        marks=marks(context, basis),
    )


def _full(context: Context) -> list[Block]:
    return [
        *organization(context),
        *participation(context),
        *_body(context),
        *perspectives(context),
        *elements(context),
        *procedure(context),
        *next_steps(context, ends_page=True),
        *annexes(context),
        *statistics(context),
    ]


def _short(context: Context) -> list[Block]:
    """Return what the Chair reads in two pages."""
    return [
        *organization(context),
        *participation_in_figures(context),
        *_body(context),
        *elements(context),
        *next_steps(context),
    ]


def _body(context: Context) -> list[Block]:
    return by_speaker(context) if context.choice.layout is Layout.SPEAKERS else summary(context)


def _numbered(blocks: Iterable[Block], wording: Wording) -> Iterator[Block]:
    """Yield the blocks, the caption of each table and each chart with its number."""
    numbers = {Table: count(1), Chart: count(1)}
    labels = {Table: wording.text("masthead.table"), Chart: wording.text("charts.label")}
    for block in blocks:
        if isinstance(block, Table | Chart):
            label, number = labels[type(block)], next(numbers[type(block)])
            caption = wording.text("format.caption", label=label, number=number, caption=block.caption)
            yield replace(block, caption=caption)
        else:
            yield block
