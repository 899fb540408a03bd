"""A session as a report, laid out by themes (product.md, R1); a value, before it is any file."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import count

from ipu_session.domain.basis import Basis
from ipu_session.domain.figures import participation as participation_of
from ipu_session.domain.ids import Moment
from ipu_session.domain.state import Session
from ipu_session.report.build.annexes import annexes
from ipu_session.report.build.context import Context
from ipu_session.report.build.elements import elements
from ipu_session.report.build.final import ending, marks
from ipu_session.report.build.masthead import masthead, stamps
from ipu_session.report.build.organization import organization
from ipu_session.report.build.participation import participation
from ipu_session.report.build.procedure import next_steps, procedure
from ipu_session.report.build.statistics import statistics
from ipu_session.report.build.themes import summary
from ipu_session.report.model import Block, Chart, Report, Table
from ipu_session.report.wording import Wording


def build_report(session: Session, now: Moment, wording: Wording, basis: Basis | None = None) -> Report:
    """Return the report of a session as it stands at ``now``; ``basis`` says on which record it rests."""
    context = Context(session, now, wording, participation_of(session, now.utc_ms))
    head = masthead(context)
    blocks = [
        *organization(context),
        *participation(context),
        *summary(context),
        *elements(context),
        *procedure(context),
        *next_steps(context),
        *annexes(context),
        *statistics(context),
        *ending(context, basis),
    ]
    return Report(
        tag=wording.tag,
        title=head.title,
        subject=head.kind,
        stamps=stamps(context),
        masthead=head,
        contents=wording.text("masthead.contents"),
        page=(wording.text("masthead.page_before"), wording.text("masthead.page_of")),
        created_ms=now.utc_ms,
        blocks=tuple(_numbered(blocks, wording)),
        marks=marks(context, basis),
    )


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
