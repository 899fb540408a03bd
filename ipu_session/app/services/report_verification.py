"""Verification of a Word report against a session file: whether it was made from it, and whether its tables agree."""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from ipu_session import __version__
from ipu_session.app import paths
from ipu_session.app.services.recorded_session import RecordedSession, read_recorded_session
from ipu_session.domain.exchange.report_options import LANGUAGE_CODES, ReportLayout, ReportLength, ReportOptions
from ipu_session.domain.model.ids import Timestamp
from ipu_session.importers.files.errors import InputErrorCode, InputFileError
from ipu_session.importers.files.input_guard import detect_kind, read_bytes, require_kind
from ipu_session.importers.files.zip_package import unpack_xml
from ipu_session.report.content import build_report
from ipu_session.report.docx.reader import ParsedReport, find_table_differences, read_report
from ipu_session.report.language.catalog import load_catalog


class VerificationResult(Struct, frozen=True):
    """Result of a verification: a line for each fault, or a summary line if there is none."""

    faults: tuple[str, ...]
    summary: str = ""


class _ReportProperties(Struct, frozen=True):
    """Custom document properties of a report: record, time and options from which it was made."""

    event_count: int
    digest: str
    corrections_version: int
    moment: Timestamp
    choice: ReportOptions


def verify_report(report: Path, file: Path) -> VerificationResult:
    """Compare a Word report with a session file; UserFacingError if one of them cannot be read.

    If the report does not belong to the session, that is the only fault; else each wrong cell of a table is one.
    """
    parsed = _read_report(report)
    record = read_recorded_session(file)
    marks = _read_properties(parsed)
    if marks is None:
        return VerificationResult((f"{report}: carries no mark of a session; this program did not write it so",))
    fault = _foreign_report_reason(marks, record)
    if fault:
        return VerificationResult((f"{report}: {fault}",))
    faults = tuple(_describe_differences(parsed, marks, record))
    return VerificationResult(faults) if faults else VerificationResult((), _describe_match(marks, record))


def _read_report(report: Path) -> ParsedReport:
    name, data = str(report), read_bytes(report)
    require_kind(detect_kind(data, name), ("docx",), name)
    try:
        return read_report(unpack_xml(data, name))
    except ValueError as error:
        raise InputFileError(InputErrorCode.DAMAGED, name) from error


def _read_properties(parsed: ParsedReport) -> _ReportProperties | None:
    marks = parsed.custom_properties
    try:
        utc_ms, offset_min = map(int, marks["Record moment"].split())
        properties = _ReportProperties(
            int(marks["Record events"]),
            marks["Record hash"],
            int(marks["Record register"]),
            Timestamp(utc_ms, offset_min),
            ReportOptions(
                marks["Report language"],
                ReportLayout(marks["Report layout"]),
                marks["Report names"] == "yes",
                ReportLength(marks["Report length"]),
            ),
        )
    except (KeyError, ValueError):
        return None
    is_known = properties.choice.language in LANGUAGE_CODES and properties.choice.is_possible
    return properties if is_known and 0 < properties.event_count <= properties.corrections_version else None


def _foreign_report_reason(marks: _ReportProperties, record: RecordedSession) -> str:
    """Return why a report does not belong to this record; "" if it does."""
    events = len(record.rows)
    if marks.event_count > events or marks.corrections_version > events:
        event_count = max(marks.event_count, marks.corrections_version)
        return f"made of {event_count} events, this session has {events}: it is of another one, or of a later copy"
    if record.digests[marks.event_count - 1] != marks.digest:
        return "belongs to another session"
    return ""


def _describe_differences(parsed: ParsedReport, marks: _ReportProperties, record: RecordedSession) -> Iterator[str]:
    words = load_catalog(marks.choice.language, paths.resources_dir() / "report")
    session = record.history.state_at(marks.event_count)
    basis = record.build_report_basis(marks.event_count, marks.corrections_version)
    expected_report = build_report(session, marks.moment, words, marks.choice, basis)
    written_by = parsed.custom_properties.get("Program version", "")
    version_note = f" (written by version {written_by}, read by {__version__})" if written_by != __version__ else ""
    for caption, row, stands, should in find_table_differences(parsed, expected_report):
        if not row:
            yield f"{caption}: the table is not in the report{version_note}"
        else:
            yield f'{caption}: row {row} says "{stands}" instead of "{should}"{version_note}'


def _describe_match(marks: _ReportProperties, record: RecordedSession) -> str:
    later = len(record.rows) - marks.event_count
    if not later:
        return "OK: the report is of this session as it stands"
    return f"OK: the report is of this session at {marks.event_count} events; {later} more have happened since"
