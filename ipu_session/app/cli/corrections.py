"""The `correction` command: registers a correction of the report, answers one, or lists all of them."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TypedDict, Unpack

import click
from msgspec.structs import replace

from ipu_session.app.cli.common import open_session_service
from ipu_session.app.error_lines import exit_with_error, to_single_line
from ipu_session.app.services.recorded_session import read_recorded_session
from ipu_session.domain.commands import RegisterCorrection
from ipu_session.domain.model.ids import CorrectionId, Timestamp
from ipu_session.domain.model.report_versions import CorrectionOutcome, CorrectionRequest
from ipu_session.domain.model.session import Session
from ipu_session.domain.queries.timezone import utc_offset_at
from ipu_session.domain.text.delegation_search import parse_sender
from ipu_session.service.clock import SystemClock


class _CorrectionOptions(TypedDict):
    """The options of the command; None for an option that is not given."""

    number: int | None
    text: str | None
    sender: str | None
    received: str | None
    answer: str | None
    note: str | None


def _parse_day(ctx: click.Context, option: click.Parameter, value: str | None) -> str | None:
    """Return a date in ISO format; raise click.BadParameter for anything else."""
    try:
        return None if value is None else date.fromisoformat(value).isoformat()
    except ValueError as error:
        raise click.BadParameter("a day is written as 2022-03-25") from error


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--text", help="What is to be corrected.")
@click.option("--from", "sender", help='Delegation and person who ask for it, as "Kenya, Ms. S. Kihika".')
@click.option("--received", callback=_parse_day, help="Date of receipt, as 2022-03-25. Default: today.")
@click.option(
    "--answer",
    type=click.Choice([each.value or "open" for each in CorrectionOutcome]),
    help="Decision on the correction.",
)
@click.option("--note", help="Reason for the decision.")
@click.option(
    "--number",
    type=click.IntRange(1),
    help="Number of a registered correction to change; options not given keep their values.",
)
def correction(file: Path, **options: Unpack[_CorrectionOptions]) -> None:
    """Register or change a correction of the report; without options, list all of them.

    The report itself is not changed: correct the record in the window, and write the next final version.
    """
    if all(each is None for each in options.values()):
        for line in _format_entries(read_recorded_session(file).session):
            click.echo(to_single_line(line))
        return
    if options["number"] is None and options["text"] is None:
        raise click.UsageError("--text says what is to be corrected; --number which entry is written anew")
    with open_session_service(file) as service:
        service.execute(_build_command(service.session, options, file))
        lines = list(_format_entries(service.session))
    for line in lines:
        click.echo(to_single_line(line))


def _build_command(session: Session, options: _CorrectionOptions, file: Path) -> RegisterCorrection:
    """Return the command to execute; exit with an error line if there is no correction with the number given."""
    number = options["number"]
    entry = RegisterCorrection("", _today(session, SystemClock().now()))
    if number is not None:
        old = session.correction_requests.get(CorrectionId(number))
        if old is None:
            exit_with_error(f"{file}: there is no correction {number}; `ipu-session correction FILE` lists them")
        entry = RegisterCorrection(old.text, old.received, old.delegation, old.person, old.answer, old.note, old.id)
    if options["sender"] is not None:
        delegation, person = parse_sender(session.delegations.values(), options["sender"])
        entry = replace(entry, delegation=delegation, person=person)
    if options["answer"] is not None:
        entry = replace(entry, answer=CorrectionOutcome(options["answer"].removeprefix("open")))
    return replace(
        entry,
        text=entry.text if options["text"] is None else options["text"],
        received=options["received"] or entry.received,
        note=entry.note if options["note"] is None else options["note"],
    )


def _today(session: Session, now: Timestamp) -> str:
    """Return today's date (ISO 8601) in the time zone of the venue."""
    offset = timedelta(minutes=utc_offset_at(session, now.utc_ms, now.offset_min))
    return (datetime.fromtimestamp(now.utc_ms / 1000, UTC) + offset).date().isoformat()


def _format_entries(session: Session) -> Iterator[str]:
    entries = sorted(session.correction_requests.values(), key=lambda entry: (entry.received, entry.id))
    for entry in entries:
        answer = f" [{entry.answer.value or 'open'}{': ' if entry.note else ''}{entry.note}]"
        yield f"{entry.id}: {entry.received}, {_format_sender(session, entry)}: {entry.text}{answer}"
    if not entries:
        yield "no corrections were received"


def _format_sender(session: Session, entry: CorrectionRequest) -> str:
    delegation = session.delegations.get(entry.delegation)
    name = entry.delegation if delegation is None else delegation.name(session.details.language)
    return ", ".join(part for part in (name, entry.person) if part) or "from nobody named"
