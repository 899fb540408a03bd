"""Whether a session is whole, and whether everything that is made of it can be made (product.md, `check`)."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from io import BytesIO
from itertools import product
from pathlib import Path

import click

from ipu_session.app import paths
from ipu_session.app.cli.common import now_of
from ipu_session.app.error_lines import line_of, one_line, refuse
from ipu_session.app.gc_tuning import lasting
from ipu_session.app.services import file_services
from ipu_session.app.services.recorded_session import Record
from ipu_session.app.services.report_export import report_bytes, report_of
from ipu_session.app.services.report_verification import check_report
from ipu_session.domain.exchange.progress import Progress, no_progress
from ipu_session.domain.exchange.report_options import LANGUAGES, Layout, Length, ReportChoice
from ipu_session.domain.model.ids import Moment
from ipu_session.domain.model.session import Session
from ipu_session.domain.queries.chair_hints import reminders
from ipu_session.domain.queries.forecast import forecast_end_ms, offer
from ipu_session.domain.queries.hall_view import Signs, hall_view
from ipu_session.domain.queries.theme_matrix import by_group, matrix_for_report, untouched_themes
from ipu_session.domain.user_facing_error import TroubleError
from ipu_session.report.data.export import SHEETS, to_csv, to_json, write_xlsx
from ipu_session.report.language.catalog import load_wording
from ipu_session.report.speakers_list import list_paper
from ipu_session.store.errors import StoreError, StoreTrouble
from ipu_session.store.journal.jsonl import dump_lines
from ipu_session.store.maintenance.integrity import Contents, Fault, FaultCode, check_file

_FILE = click.Path(path_type=Path)
UNFIT = (ArithmeticError, LookupError, ValueError, TypeError, AttributeError, RecursionError)
"""What fails when something is made of a record that no debate can have made."""


@click.command()
@click.argument("file", type=_FILE)
@click.option("--report", "report_path", type=_FILE, help="is this Word report of FILE, and does it agree?")
def check(file: Path, report_path: Path | None) -> None:
    """Check a session file: pages, hash chain, events, sums, every figure and the report.

    Prints OK or each fault. It takes as long as the session is large; on a terminal it says how far it is.
    """
    faults = check_session(file, _Shown() if sys.stderr.isatty() else no_progress)
    if not faults:
        click.echo("OK" if report_path is None else _checked(report_path, file))
        return
    for fault in faults:
        click.echo(one_line(f"{fault.code.value}: {fault.place}".rstrip(": ")))
    refuse(f"{file}: not sound, {len(faults)} found; take a copy of it from before")


def check_session(path: Path, tell: Progress) -> tuple[Fault, ...]:
    """Return everything that is wrong with a session, and what cannot be made of it; StoreError as a file."""
    read = Contents()
    with lasting():
        faults = check_file(path, tell, read)
    if faults:
        return faults
    record = Record(path, tuple(read.rows), tuple(read.digests), read.timeline)
    return tuple(_unmade(record, tell))


@contextmanager
def made_of(path: Path) -> Iterator[None]:
    """Turn what fails when something is made of a session that is not sound into StoreError.

    On a sound one it is a fault of the program, and goes on as such.
    """
    try:
        yield
    except UNFIT as error:
        faults = check_session(path, no_progress)
        if not faults:
            raise
        raise StoreError(StoreTrouble.IMPOSSIBLE, str(path), faults[0].place) from error


def _unmade(record: Record, tell: Progress) -> Iterator[Fault]:
    made = list(_makings(record))
    for number, (name, make) in enumerate(made, start=1):
        tell(number, len(made))
        try:
            make()
        except TroubleError as error:
            yield Fault(FaultCode.OUTPUT, f"{name}: {line_of(error)}")
        except UNFIT as error:
            yield Fault(FaultCode.OUTPUT, f"{name}: {type(error).__name__}")


def _makings(record: Record) -> Iterator[tuple[str, Callable[[], object]]]:
    """Yield what is made of a session, by name: its figures, its tables and its reports."""
    session, now = record.session, now_of(record)
    now_ms = now.utc_ms
    yield "forecast", partial(forecast_end_ms, session, now_ms)
    yield "offer", partial(offer, session, now_ms)
    yield "reminders", partial(_reminders, session, now_ms)
    yield "matrix", partial(_matrix, session, now_ms)
    for language in LANGUAGES:
        yield f"hall display in {language}", partial(hall_view, session, Signs(), language, now_ms)
    yield "journal", partial(_journal, record)
    yield "JSON", partial(to_json, session, now_ms)
    yield "XLSX", partial(write_xlsx, session, now_ms, BytesIO())
    for sheet in SHEETS:
        yield f"CSV, {sheet}", partial(to_csv, session, now_ms, sheet)
    basis, language = record.basis(session.version), session.details.language
    for layout, length in product(Layout, Length):
        choice = ReportChoice(language, layout, length=length)
        # One whole file for each layout: the short one has parts of the same.
        made = report_bytes if length is Length.FULL else report_of
        yield f"report by {layout}, {length}", partial(made, session, now, choice, basis)
    yield "preview", partial(file_services.preview, session, now, ReportChoice(language))
    yield "list on paper", partial(_paper, session, now, language)


def _reminders(session: Session, now_ms: int) -> object:
    return reminders(session, now_ms, untouched_themes(session))


def _matrix(session: Session, now_ms: int) -> object:
    return by_group(matrix_for_report(session, now_ms), session)


def _journal(record: Record) -> None:
    for _ in dump_lines(record.rows):
        pass


def _paper(session: Session, now: Moment, language: str) -> object:
    return list_paper(session, now, load_wording(language, paths.resources() / "report"))


def _checked(report_path: Path, file: Path) -> str:
    """Return how a report belongs to a session; each fault is a line on standard error, and then it ends."""
    found = check_report(report_path, file)
    for fault in found.faults[:-1]:
        sys.stderr.write(f"ipu-session: {one_line(fault)}\n")
    if found.faults:
        refuse(found.faults[-1])
    return found.line


class _Shown:
    """Says on one line of a terminal how far the check is."""

    def __call__(self, done: int, of: int) -> None:
        end = "\n" if done >= of else ""
        sys.stderr.write(f"\rchecked: {done:,} of {of:,}\x1b[K{end}")
        sys.stderr.flush()
