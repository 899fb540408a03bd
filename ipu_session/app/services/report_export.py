"""Export of the report as a Word file: built, checked, and merged with what people edited in an earlier export."""

import hashlib
from pathlib import Path

from msgspec.structs import replace

from ipu_session.app import paths
from ipu_session.domain.exchange.export_result import ExportResult
from ipu_session.domain.exchange.progress import Progress, no_progress
from ipu_session.domain.exchange.report_options import ReportOptions
from ipu_session.domain.model.ids import Timestamp
from ipu_session.domain.model.session import Session
from ipu_session.domain.queries.report_basis import ReportBasis, current_final_version
from ipu_session.importers.files.errors import InputFileError
from ipu_session.importers.files.input_guard import detect_kind, read_bytes, require_kind
from ipu_session.importers.files.zip_package import unpack
from ipu_session.report.content import build_report
from ipu_session.report.content.check import self_check
from ipu_session.report.docx.merging.merge import PreviousReport, load_previous, merge_into
from ipu_session.report.docx.templates.house_template import HouseTemplate, build_house_template
from ipu_session.report.docx.writer import ExportIdentity, build_docx
from ipu_session.report.errors import ReportError, ReportErrorCode
from ipu_session.report.language.catalog import load_catalog
from ipu_session.report.model import Report
from ipu_session.report.output_file import is_file, replace_with_backup
from ipu_session.report.residual_names import find_texts_with_names
from ipu_session.ui.core.app_services import ExportTarget


def build_checked_report(
    session: Session, moment: Timestamp, choice: ReportOptions, basis: ReportBasis | None = None
) -> Report:
    """Return the report; ReportError for an unknown language, or if the self-check finds a wrong figure."""
    wording = load_catalog(choice.language, paths.resources_dir() / "report")
    moment = report_time(session, moment)
    report = build_report(session, moment, wording, choice, basis)
    faults = self_check(report, session, moment.utc_ms, wording, choice)
    if faults:
        # A bug of the program: no report is better than a wrong one.
        raise ReportError(ReportErrorCode.SELF_CHECK_FAILED, location="; ".join(faults))
    return report


def report_time(session: Session, moment: Timestamp) -> Timestamp:
    """Return the time that a report shows: of a final version the time when it was recorded, else ``moment``."""
    final = current_final_version(session)
    return moment if final is None else Timestamp(final.at_ms, session.sittings[-1].offset_min)


def export_key(session: Session, choice: ReportOptions) -> str:
    """Return the key by which an export recognizes an earlier one of the same session and with the same options."""
    created_ms = session.limits[0].at_ms if session.limits else 0
    names = "named" if choice.attributed else "unnamed"
    return f"{created_ms}-{choice.language}-{choice.layout}-{names}-{choice.length}"


def report_bytes(session: Session, moment: Timestamp, choice: ReportOptions, basis: ReportBasis | None = None) -> bytes:
    """Return the report as a new Word file with the built-in template; ReportError as `build_checked_report`."""
    return build_docx(build_checked_report(session, moment, choice, basis), _builtin_template_path())


def export_report(
    report: Report, session: Session, choice: ReportOptions, target: ExportTarget, progress: Progress | None = None
) -> ExportResult:
    """Write the report of a session; errors as `write_report`.

    If the report is to name no persons, the result lists the texts in which a name still stands.
    """
    done = write_report(report, export_key(session, choice), target, progress)
    return done if choice.attributed else replace(done, identifying_texts=find_texts_with_names(report, session))


def write_report(report: Report, series: str, target: ExportTarget, progress: Progress | None = None) -> ExportResult:
    """Write the report; what people edited in an earlier export at this path is taken over.

    ``series`` is the key of the report (`export_key`). A file at this path is backed up beside the new one.
    UserFacingError, and the old file is unchanged, if a write fails or the template is invalid.
    """
    path, template = target.path, target.template
    report_progress = progress or no_progress
    own_template = _builtin_template_path().read_bytes()
    house = HouseTemplate(own_template, ())
    if template is not None:
        house = build_house_template(_read_template_parts(template), str(template), own_template)
    identity = ExportIdentity(series, _short_hash(house.data) if template is not None else "own")
    earlier = _previous_export(path, series)
    if earlier is None:
        data = build_docx(report, house.data, report_progress, identity)
        done = ExportResult(house.added_styles, house.ignored_features)
    else:
        data, merged = merge_into(report, earlier, own_template, report_progress, identity)
        is_ignored = template is not None and earlier.manifest.template_key != identity.template_key
        done = ExportResult(is_template_ignored=is_ignored, merged=merged)
    backup_path = replace_with_backup(path, data)
    return replace(done, previous_file="" if backup_path is None else str(backup_path))


def _builtin_template_path() -> Path:
    return paths.resources_dir() / "templates" / "report.docx"


def _read_docx_parts(path: Path) -> dict[str, bytes]:
    """Return the parts of a Word file; InputFileError if it is no Word file or exceeds the limits of `unpack`."""
    data = read_bytes(path)
    require_kind(detect_kind(data, str(path)), ("docx",), str(path))
    return unpack(data, str(path))


def _read_template_parts(path: Path) -> dict[str, bytes]:
    """Return the parts of a template; ReportError or InputFileError if it is not a valid Word file."""
    kind = detect_kind(read_bytes(path), str(path))
    if kind != "docx" and path.suffix.lower() not in {".docx", ".dotx"}:
        found_kind = path.suffix.lower().removeprefix(".") if kind == "binary" else kind
        raise ReportError(ReportErrorCode.TEMPLATE_NOT_WORD, str(path), found_kind)
    return _read_docx_parts(path)


def _previous_export(path: Path, series: str) -> PreviousReport | None:
    """Return the report at this path if it was exported with the key ``series``; else None."""
    if not is_file(path):
        return None
    try:
        return load_previous(_read_docx_parts(path), series, str(path))
    except InputFileError:
        # Not a readable Word file: it is backed up beside the new one.
        return None


def _short_hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:10]
