"""The readers of foreign files and the writers of records, as the window and the command line use them.

The window finds these by name (app/later.py).
"""

import hashlib
from dataclasses import replace
from pathlib import Path

from ipu_session.app import paths
from ipu_session.domain.exported import Exported
from ipu_session.domain.ids import Moment
from ipu_session.domain.state import Delegation, Session
from ipu_session.intake.concept_note import read_concept_note, understand
from ipu_session.intake.directory import read_directory
from ipu_session.intake.encodings import encoding_candidates
from ipu_session.intake.errors import IntakeError
from ipu_session.intake.guard import kind_of, read_bytes, refuse_unless
from ipu_session.intake.package import unpack
from ipu_session.intake.speakers_list import read_pasted_speakers, read_speakers
from ipu_session.report.build import build_report
from ipu_session.report.build.check import faults_of
from ipu_session.report.docx_writer import Origin, docx_bytes
from ipu_session.report.model import Report
from ipu_session.report.reexport import Earlier, earlier_report, exported_again
from ipu_session.report.safe_write import replace_file, replace_keeping
from ipu_session.report.tables_out import to_csv, to_json, write_xlsx
from ipu_session.report.template import HouseTemplate, house_template
from ipu_session.report.wording import load_wording
from ipu_session.ui.errands import Progress, Target

__all__ = [
    "directory",
    "encoding_candidates",
    "export",
    "read_concept_note",
    "read_pasted_speakers",
    "read_speakers",
    "report_bytes",
    "understand",
    "write_report",
]


def directory() -> tuple[Delegation, ...]:
    """Return the delegations that a new session starts with."""
    return read_directory(paths.resources() / "data" / "members.csv")


def report_bytes(session: Session, moment: Moment, language: str, progress: Progress | None = None) -> bytes:
    """Return the report as a Word file; ReportError for a language there is not."""
    return docx_bytes(_report(session, moment, language), _own_template(), progress)


def _report(session: Session, moment: Moment, language: str) -> Report:
    wording = load_wording(language, paths.resources() / "report")
    report = build_report(session, moment, wording)
    faults = faults_of(report, session, moment.utc_ms, wording)
    if faults:
        # Our own fault: better no report than one that does not add up.
        raise ArithmeticError("; ".join(faults))
    return report


def write_report(
    session: Session, moment: Moment, language: str, target: Target, progress: Progress | None = None
) -> Exported:
    """Write the report; what people changed in an earlier one there stays, and that file is kept beside it.

    TroubleError if the machine or the template says no, and then nothing has changed.
    """
    path, template = target.path, target.template
    report = _report(session, moment, language)
    tell = progress or _nobody
    own = _own_template().read_bytes()
    house = (
        HouseTemplate(own, ()) if template is None else house_template(_parts(template), str(template), own)
    )
    origin = Origin(_series(session, language), _word_of(house.data) if template is not None else "own")
    earlier = _earlier(path, origin.series)
    if earlier is None:
        data = docx_bytes(report, house.data, tell, origin)
        done = Exported(house.styles_added)
    else:
        data, merged = exported_again(report, earlier, own, tell, origin)
        other = template is not None and earlier.memory.template != origin.template
        done = Exported(other_look=other, merged=merged)
    kept = replace_keeping(path, data)
    return replace(done, earlier="" if kept is None else str(kept))


def _own_template() -> Path:
    return paths.resources() / "templates" / "report.docx"


def _parts(path: Path) -> dict[str, bytes]:
    """Return the parts of a Word file of other people; IntakeError for what is none, or is not safe."""
    data = read_bytes(path)
    refuse_unless(kind_of(data, str(path)), ("docx",), str(path))
    return unpack(data, str(path))


def _earlier(path: Path, series: str) -> Earlier | None:
    """Return the report of this session that lies there already, if one does."""
    if not path.is_file():
        return None
    try:
        return earlier_report(_parts(path), series, str(path))
    except IntakeError:
        # Whatever it is, it is kept beside, so nothing of it is lost.
        return None


def _series(session: Session, language: str) -> str:
    """Return by what an export knows an earlier one: when the session was made, and the language."""
    begun = session.limits[0].at_ms if session.limits else 0
    return f"{begun}-{language}"


def _word_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:10]


def _nobody(done: int, of: int) -> None:
    """Hear nothing."""


def export(session: Session, moment: Moment, form: str, path: Path) -> None:
    """Write the whole record as ``csv``, ``xlsx`` or ``json``; ReportError if the machine says no."""
    if form == "xlsx":
        write_xlsx(session, moment.utc_ms, path)
    else:
        text = to_csv(session, moment.utc_ms) if form == "csv" else to_json(session, moment.utc_ms)
        replace_file(path, text.encode("utf-8"))
