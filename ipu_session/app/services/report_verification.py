"""Whether a report in Word belongs to a session file, and says what the session says."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ipu_session import __version__
from ipu_session.app import paths
from ipu_session.app.services.recorded_session import Record, read_record
from ipu_session.domain.exchange.report_options import LANGUAGES, Layout, Length, ReportChoice
from ipu_session.domain.model.ids import Moment
from ipu_session.importers.files.errors import IntakeError, IntakeTrouble
from ipu_session.importers.files.input_guard import kind_of, read_bytes, refuse_unless
from ipu_session.importers.files.zip_package import unpack_xml
from ipu_session.report.content import build_report
from ipu_session.report.docx.reader import Told, differences, read_back
from ipu_session.report.language.catalog import load_wording


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found: a line for each fault, or one line that says how the two belong together."""

    faults: tuple[str, ...]
    line: str = ""


@dataclass(frozen=True, slots=True)
class _Marks:
    """By which record, when and how the report was made."""

    events: int
    digest: str
    register: int
    moment: Moment
    choice: ReportChoice


def check_report(report: Path, file: Path) -> Finding:
    """Return whether a report belongs to a session file; TroubleError if one of them cannot be read."""
    told = _told(report)
    record = read_record(file)
    marks = _marks(told)
    if marks is None:
        return Finding((f"{report}: carries no mark of a session; this program did not write it so",))
    fault = _stranger(marks, record)
    if fault:
        return Finding((f"{report}: {fault}",))
    faults = tuple(_differing(told, marks, record))
    return Finding(faults) if faults else Finding((), _belongs(marks, record))


def _told(report: Path) -> Told:
    name, data = str(report), read_bytes(report)
    refuse_unless(kind_of(data, name), ("docx",), name)
    try:
        return read_back(unpack_xml(data, name))
    except ValueError as error:
        raise IntakeError(IntakeTrouble.DAMAGED, name) from error


def _marks(told: Told) -> _Marks | None:
    marks = told.marks
    try:
        utc_ms, offset_min = map(int, marks["Record moment"].split())
        found = _Marks(
            int(marks["Record events"]),
            marks["Record hash"],
            int(marks["Record register"]),
            Moment(utc_ms, offset_min),
            ReportChoice(
                marks["Report language"],
                Layout(marks["Report layout"]),
                marks["Report names"] == "yes",
                Length(marks["Report length"]),
            ),
        )
    except (KeyError, ValueError):
        return None
    known = found.choice.language in LANGUAGES and found.choice.possible
    return found if known and 0 < found.events <= found.register else None


def _stranger(marks: _Marks, record: Record) -> str:
    """Return why a report is not of this record; nothing if it is."""
    events = len(record.rows)
    if marks.events > events or marks.register > events:
        made = max(marks.events, marks.register)
        return f"made of {made} events, this session has {events}: it is of another one, or of a later copy"
    if record.digests[marks.events - 1] != marks.digest:
        return "belongs to another session"
    return ""


def _differing(told: Told, marks: _Marks, record: Record) -> Iterator[str]:
    words = load_wording(marks.choice.language, paths.resources() / "report")
    session = record.timeline.state_at(marks.events)
    basis = record.basis(marks.events, marks.register)
    made = build_report(session, marks.moment, words, marks.choice, basis)
    written_by = told.marks.get("Program version", "")
    other = f" (written by version {written_by}, read by {__version__})" if written_by != __version__ else ""
    for caption, row, stands, should in differences(told, made):
        if not row:
            yield f"{caption}: the table is not in the report{other}"
        else:
            yield f'{caption}: row {row} says "{stands}" instead of "{should}"{other}'


def _belongs(marks: _Marks, record: Record) -> str:
    later = len(record.rows) - marks.events
    if not later:
        return "OK: the report is of this session as it stands"
    return f"OK: the report is of this session at {marks.events} events; {later} more have happened since"
