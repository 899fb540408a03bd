"""Builds the report of a session as a `Report`, by themes or by speakers (docs/rules.md#r1)."""

from collections.abc import Iterable, Iterator
from itertools import count

from msgspec.structs import replace

from ipu_session.domain.exchange.report_options import DEFAULT_OPTIONS, ReportLayout, ReportLength, ReportOptions
from ipu_session.domain.model.ids import Timestamp
from ipu_session.domain.model.session import Session
from ipu_session.domain.queries.redaction import redact
from ipu_session.domain.queries.report_basis import ReportBasis
from ipu_session.domain.queries.statistics import participation as participation_of
from ipu_session.report.content.annexes import build_annexes
from ipu_session.report.content.context import ReportContext
from ipu_session.report.content.debate_organization import build_organization
from ipu_session.report.content.final_status import build_closing_blocks, build_custom_properties
from ipu_session.report.content.gender_and_urgent_issues import build_perspectives
from ipu_session.report.content.interruptions_and_next_steps import build_next_steps, build_procedure
from ipu_session.report.content.interventions import build_by_speaker
from ipu_session.report.content.masthead import build_masthead, build_stamps
from ipu_session.report.content.participation import build_participation, build_short_participation
from ipu_session.report.content.resolution_elements import build_elements
from ipu_session.report.content.statistics import build_statistics
from ipu_session.report.content.themes import build_theme_summary
from ipu_session.report.errors import ReportError, ReportErrorCode
from ipu_session.report.language.catalog import ReportCatalog
from ipu_session.report.model import Block, Chart, Report, Table


def build_report(
    session: Session,
    now: Timestamp,
    wording: ReportCatalog,
    choice: ReportOptions = DEFAULT_OPTIONS,
    basis: ReportBasis | None = None,
) -> Report:
    """Return the report of a session at ``now``; ReportError if the options are impossible.

    ``basis`` is printed and stored in the report: version and hash of the record, and corrections received later.
    """
    if not choice.is_possible:
        raise ReportError(ReportErrorCode.NO_NAMES_BY_SPEAKER)
    session = redact(session)
    context = ReportContext(session, now, wording, participation_of(session, now.utc_ms), choice)
    masthead = build_masthead(context)
    blocks = _short_blocks(context) if choice.length is ReportLength.SHORT else _full_blocks(context)
    blocks += build_closing_blocks(context, basis)
    return Report(
        language_tag=wording.language_tag,
        title=masthead.title,
        subject=masthead.kind,
        stamps=build_stamps(context),
        masthead=masthead,
        toc_heading="" if choice.length is ReportLength.SHORT else wording.text("masthead.contents"),
        page_number_labels=(wording.text("masthead.page_before"), wording.text("masthead.page_of")),
        created_ms=now.utc_ms,
        blocks=tuple(_number_captions(blocks, wording)),
        right_to_left=wording.right_to_left,
        custom_properties=build_custom_properties(context, basis),
    )


def _full_blocks(context: ReportContext) -> list[Block]:
    return [
        *build_organization(context),
        *build_participation(context),
        *_main_blocks(context),
        *build_perspectives(context),
        *build_elements(context),
        *build_procedure(context),
        *build_next_steps(context, ends_page=True),
        *build_annexes(context),
        *build_statistics(context),
    ]


def _short_blocks(context: ReportContext) -> list[Block]:
    """Return the blocks of the two-page report for the Chair."""
    return [
        *build_organization(context),
        *build_short_participation(context),
        *_main_blocks(context),
        *build_elements(context),
        *build_next_steps(context),
    ]


def _main_blocks(context: ReportContext) -> list[Block]:
    return (
        build_by_speaker(context) if context.options.layout is ReportLayout.SPEAKERS else build_theme_summary(context)
    )


def _number_captions(blocks: Iterable[Block], wording: ReportCatalog) -> Iterator[Block]:
    """Yield the blocks, with numbered captions of tables and charts."""
    numbers = {Table: count(1), Chart: count(1)}
    labels = {Table: wording.text("masthead.table"), Chart: wording.text("charts.label")}
    for block in blocks:
        if isinstance(block, Table | Chart):
            label, number = labels[type(block)], next(numbers[type(block)])
            caption = wording.text("format.caption", label=label, number=number, caption=block.caption)
            yield replace(block, caption=caption)
        else:
            yield block
