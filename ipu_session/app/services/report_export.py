"""The report as a Word file: counted anew, laid out, merged with what people changed in an earlier one."""

import hashlib
from dataclasses import replace
from pathlib import Path

from ipu_session.app import paths
from ipu_session.domain.exchange.export_result import Exported
from ipu_session.domain.exchange.progress import Progress, no_progress
from ipu_session.domain.exchange.report_options import ReportChoice
from ipu_session.domain.model.ids import Moment
from ipu_session.domain.model.session import Session
from ipu_session.domain.queries.report_basis import Basis, final_of
from ipu_session.importers.files.errors import IntakeError
from ipu_session.importers.files.input_guard import kind_of, read_bytes, refuse_unless
from ipu_session.importers.files.zip_package import unpack
from ipu_session.report.atomic_write import is_file, replace_keeping
from ipu_session.report.content import build_report
from ipu_session.report.content.check import faults_of
from ipu_session.report.docx.merging.merge import Earlier, earlier_report, exported_again
from ipu_session.report.docx.templates.house_template import HouseTemplate, house_template
from ipu_session.report.docx.writer import Origin, docx_bytes
from ipu_session.report.errors import ReportError, ReportTrouble
from ipu_session.report.language.catalog import load_wording
from ipu_session.report.model import Report
from ipu_session.report.residual_names import named_texts
from ipu_session.ui.core.app_services import Target


def report_of(session: Session, moment: Moment, choice: ReportChoice, basis: Basis | None = None) -> Report:
    """Return the report; ReportError for a language there is not, or sums that disagree."""
    wording = load_wording(choice.language, paths.resources() / "report")
    moment = drawn_up(session, moment)
    report = build_report(session, moment, wording, choice, basis)
    faults = faults_of(report, session, moment.utc_ms, wording, choice)
    if faults:
        # Our own fault: better no report than one that does not add up.
        raise ReportError(ReportTrouble.DOES_NOT_ADD_UP, place="; ".join(faults))
    return report


def drawn_up(session: Session, moment: Moment) -> Moment:
    """Return when a report is drawn up: a final version when it was made final, whenever it is written."""
    final = final_of(session)
    return moment if final is None else Moment(final.at_ms, session.sittings[-1].offset_min)


def series_of(session: Session, choice: ReportChoice) -> str:
    """Return by what an export knows an earlier one: when the session was made, and which report it is."""
    begun = session.limits[0].at_ms if session.limits else 0
    names = "named" if choice.attributed else "unnamed"
    return f"{begun}-{choice.language}-{choice.layout}-{names}-{choice.length}"


def report_bytes(session: Session, moment: Moment, choice: ReportChoice, basis: Basis | None = None) -> bytes:
    """Return the report as a new Word file of our own; ReportError as above."""
    return docx_bytes(report_of(session, moment, choice, basis), _own_template())


def export_report(
    report: Report, session: Session, choice: ReportChoice, target: Target, progress: Progress | None = None
) -> Exported:
    """Write the report of a session; say what in one without names names somebody. TroubleError as below."""
    done = write_report(report, series_of(session, choice), target, progress)
    return done if choice.attributed else replace(done, named_texts=named_texts(report, session))


def write_report(report: Report, series: str, target: Target, progress: Progress | None = None) -> Exported:
    """Write the report; what people changed in an earlier one there stays, and that file is kept beside it.

    TroubleError if the machine or the template says no, and then nothing has changed.
    """
    path, template = target.path, target.template
    tell = progress or no_progress
    own = _own_template().read_bytes()
    house = HouseTemplate(own, ())
    if template is not None:
        house = house_template(_template_parts(template), str(template), own)
    origin = Origin(series, _word_of(house.data) if template is not None else "own")
    earlier = _earlier(path, series)
    if earlier is None:
        data = docx_bytes(report, house.data, tell, origin)
        done = Exported(house.styles_added, house.left_out)
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


def _template_parts(path: Path) -> dict[str, bytes]:
    """Return the parts of a template; ReportError, with what the file is, if it is no Word file."""
    kind = kind_of(read_bytes(path), str(path))
    if kind != "docx" and path.suffix.lower() not in {".docx", ".dotx"}:
        told = path.suffix.lower().removeprefix(".") if kind == "binary" else kind
        raise ReportError(ReportTrouble.TEMPLATE_NOT_WORD, str(path), told)
    return _parts(path)


def _earlier(path: Path, series: str) -> Earlier | None:
    """Return the report of this session that lies there already, if one does."""
    if not is_file(path):
        return None
    try:
        return earlier_report(_parts(path), series, str(path))
    except IntakeError:
        # Whatever it is, it is kept beside, so nothing of it is lost.
        return None


def _word_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:10]
