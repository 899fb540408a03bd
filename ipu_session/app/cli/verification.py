"""The `check` command: integrity of a session file, and whether all its outputs can be produced (docs/rules.md)."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from io import BytesIO
from itertools import product
from pathlib import Path

import click

from ipu_session.app import paths
from ipu_session.app.cli.common import report_now
from ipu_session.app.error_lines import exit_with_error, format_error, to_single_line
from ipu_session.app.gc_tuning import gc_frozen
from ipu_session.app.services import file_services
from ipu_session.app.services.recorded_session import RecordedSession
from ipu_session.app.services.report_export import build_checked_report, report_bytes
from ipu_session.app.services.report_verification import verify_report
from ipu_session.domain.exchange.progress import Progress, no_progress
from ipu_session.domain.exchange.report_options import LANGUAGE_CODES, ReportLayout, ReportLength, ReportOptions
from ipu_session.domain.model.ids import Timestamp
from ipu_session.domain.model.session import Session
from ipu_session.domain.queries.chair_hints import find_chair_hints
from ipu_session.domain.queries.forecast import forecast_end_ms, propose_limit
from ipu_session.domain.queries.hall_view import HallMessages, hall_view
from ipu_session.domain.queries.theme_matrix import build_report_matrix, rows_by_group, untouched_themes
from ipu_session.domain.user_facing_error import UserFacingError
from ipu_session.report.data.export import TABLE_BUILDERS, to_csv, to_json, write_xlsx
from ipu_session.report.language.catalog import load_catalog
from ipu_session.report.speakers_list import build_printable_list
from ipu_session.store.errors import StoreError, StoreErrorCode
from ipu_session.store.journal.jsonl import dump_lines
from ipu_session.store.maintenance.integrity import CheckedContents, IntegrityIssue, IntegrityIssueCode, check_file

_FILE = click.Path(path_type=Path)
UNSOUND_DATA_ERRORS = (ArithmeticError, LookupError, ValueError, TypeError, AttributeError, RecursionError)
"""Exceptions raised when an output is computed from a record that this program cannot have written."""


@click.command()
@click.argument("file", type=_FILE)
@click.option("--report", "report_path", type=_FILE, help="Word report to compare with FILE.")
def check(file: Path, report_path: Path | None) -> None:
    """Check a session file: pages, hash chain, events, sums, every figure and the report.

    Prints OK, or each fault; on a terminal, also its progress. The time grows with the size of the session.
    """
    faults = check_session(file, _ProgressLine() if sys.stderr.isatty() else no_progress)
    if not faults:
        click.echo("OK" if report_path is None else _verify_report(report_path, file))
        return
    for fault in faults:
        click.echo(to_single_line(f"{fault.code.value}: {fault.location}".rstrip(": ")))
    exit_with_error(f"{file}: not sound, {len(faults)} found; take a copy of it from before")


def check_session(path: Path, progress: Progress) -> tuple[IntegrityIssue, ...]:
    """Return the faults that `check_file` finds in a session file or, without such faults, the outputs that fail.

    StoreError if it cannot be opened as a session file.
    """
    contents = CheckedContents()
    with gc_frozen():
        faults = check_file(path, progress, contents)
    if faults:
        return faults
    record = RecordedSession(path, tuple(contents.rows), tuple(contents.digests), contents.history)
    return tuple(_find_output_issues(record, progress))


@contextmanager
def translate_unsound_data_errors(path: Path) -> Iterator[None]:
    """Context manager: for one of `UNSOUND_DATA_ERRORS`, check the session; if it has a fault, raise StoreError.

    The code is IMPOSSIBLE. If the check finds no fault, the error is a bug of the program and is re-raised.
    """
    try:
        yield
    except UNSOUND_DATA_ERRORS as error:
        faults = check_session(path, no_progress)
        if not faults:
            raise
        raise StoreError(StoreErrorCode.IMPOSSIBLE, str(path), faults[0].location) from error


def _find_output_issues(record: RecordedSession, progress: Progress) -> Iterator[IntegrityIssue]:
    outputs = list(_list_outputs(record))
    for number, (name, make) in enumerate(outputs, start=1):
        progress(number, len(outputs))
        try:
            make()
        except UserFacingError as error:
            yield IntegrityIssue(IntegrityIssueCode.OUTPUT, f"{name}: {format_error(error)}")
        except UNSOUND_DATA_ERRORS as error:
            yield IntegrityIssue(IntegrityIssueCode.OUTPUT, f"{name}: {type(error).__name__}")


def _list_outputs(record: RecordedSession) -> Iterator[tuple[str, Callable[[], object]]]:
    """Yield (name, function) for the outputs to be tested: figures, tables, reports.

    Reports are tested in the language of the session only; those with final versions or a house template are not.
    """
    session, now = record.session, report_now(record)
    now_ms = now.utc_ms
    yield "forecast", partial(forecast_end_ms, session, now_ms)
    yield "offer", partial(propose_limit, session, now_ms)
    yield "reminders", partial(_compute_reminders, session, now_ms)
    yield "matrix", partial(_compute_matrix, session, now_ms)
    for language in LANGUAGE_CODES:
        yield f"hall display in {language}", partial(hall_view, session, HallMessages(), language, now_ms)
    yield "journal", partial(_dump_journal, record)
    yield "JSON", partial(to_json, session, now_ms)
    yield "XLSX", partial(write_xlsx, session, now_ms, BytesIO())
    for table in TABLE_BUILDERS:
        yield f"CSV, {table}", partial(to_csv, session, now_ms, table)
    basis, language = record.build_report_basis(session.version), session.details.language
    for layout, length in product(ReportLayout, ReportLength):
        choice = ReportOptions(language, layout, length=length)
        # The short report has parts of the full one: building it is enough, writing the file is not needed.
        build = report_bytes if length is ReportLength.FULL else build_checked_report
        yield f"report by {layout}, {length}", partial(build, session, now, choice, basis)
    yield "preview", partial(file_services.preview, session, now, ReportOptions(language))
    yield "list on paper", partial(_build_printable_list, session, now, language)


def _compute_reminders(session: Session, now_ms: int) -> object:
    return find_chair_hints(session, now_ms, untouched_themes(session))


def _compute_matrix(session: Session, now_ms: int) -> object:
    return rows_by_group(build_report_matrix(session, now_ms), session)


def _dump_journal(record: RecordedSession) -> None:
    for _ in dump_lines(record.rows):
        pass


def _build_printable_list(session: Session, now: Timestamp, language: str) -> object:
    return build_printable_list(session, now, load_catalog(language, paths.resources_dir() / "report"))


def _verify_report(report_path: Path, file: Path) -> str:
    """Return the summary line of a report that matches the session; else print each fault and exit with status 1."""
    result = verify_report(report_path, file)
    for fault in result.faults[:-1]:
        sys.stderr.write(f"ipu-session: {to_single_line(fault)}\n")
    if result.faults:
        exit_with_error(result.faults[-1])
    return result.summary


class _ProgressLine:
    """Progress display of the check on one line of the terminal."""

    def __call__(self, done: int, total: int) -> None:
        end = "\n" if done >= total else ""
        sys.stderr.write(f"\rchecked: {done:,} of {total:,}\x1b[K{end}")
        sys.stderr.flush()
