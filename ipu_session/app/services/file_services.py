"""File services for the window and the command line: readers of input files and writers of outputs.

The window imports them at their first call (`app/services/lazy_services.py`).
"""

from pathlib import Path

from ipu_session.app import paths
from ipu_session.app.services.recorded_session import RecordedSession, verify_against_file
from ipu_session.app.services.report_export import build_checked_report, export_report, report_bytes, report_time
from ipu_session.domain.exchange.export_result import ExportResult
from ipu_session.domain.exchange.progress import Progress
from ipu_session.domain.exchange.report_options import ReportOptions
from ipu_session.domain.exchange.report_preview import ReportPreview
from ipu_session.domain.model.ids import Timestamp
from ipu_session.domain.model.session import Delegation, Session
from ipu_session.importers.concept_note.reader import parse_concept_note, read_concept_note
from ipu_session.importers.contribution import read_contribution
from ipu_session.importers.delegations import read_delegations
from ipu_session.importers.files.encodings import encoding_candidates
from ipu_session.importers.speakers.reader import read_pasted_speakers, read_speakers
from ipu_session.report.content import build_report
from ipu_session.report.data.export import to_csv, to_json, write_xlsx
from ipu_session.report.language.catalog import load_catalog
from ipu_session.report.output_file import replace_file
from ipu_session.report.preview import build_preview
from ipu_session.ui.core.app_services import ExportTarget

__all__ = [
    "ReportExporter",
    "encoding_candidates",
    "export",
    "export_restricted",
    "load_delegations",
    "parse_concept_note",
    "preview",
    "read_concept_note",
    "read_contribution",
    "read_pasted_speakers",
    "read_speakers",
    "replace_file",
    "report_bytes",
    "write_final",
]


def load_delegations() -> tuple[Delegation, ...]:
    """Return the built-in directory of delegations, for a new session."""
    return read_delegations(paths.resources_dir() / "data" / "members.csv")


def preview(session: Session, now: Timestamp, options: ReportOptions) -> ReportPreview:
    """Return the preview of the report; ReportError for an unknown language."""
    wording = load_catalog(options.language, paths.resources_dir() / "report")
    return build_preview(build_report(session, report_time(session, now), wording, options))


def write_final(
    record: RecordedSession, number: int, options: ReportOptions, target: ExportTarget, progress: Progress | None = None
) -> ExportResult:
    """Write the final version with this number, with the corrections received since.

    ReportError if the record has no such version, or if the report cannot be built or written.
    """
    final = record.get_final_version(number)
    session = record.history.state_at(final.version)
    basis = record.build_report_basis(final.version, record.session.version)
    report = build_checked_report(session, Timestamp(final.at_ms), options, basis)
    return export_report(report, session, options, target, progress)


class ReportExporter:
    """Writes the reports of one session; before each, the session is compared with the replayed session file."""

    def __init__(self, source: Path) -> None:
        self._session_path = source

    def write(
        self, session: Session, now: Timestamp, options: ReportOptions, target: ExportTarget, progress: Progress
    ) -> ExportResult:
        """Write the report; UserFacingError, and nothing is written, if the session file differs or a write fails."""
        basis = verify_against_file(session, self._session_path).build_report_basis(session.version)
        report = build_checked_report(session, now, options, basis)
        return export_report(report, session, options, target, progress)

    def write_final(
        self, session: Session, number: int, options: ReportOptions, target: ExportTarget, progress: Progress
    ) -> ExportResult:
        """Write a final version of the report, from the record as it was then; errors as in `write`."""
        return write_final(verify_against_file(session, self._session_path), number, options, target, progress)


def export(session: Session, now: Timestamp, data_format: str, path: Path, *, restricted: bool = False) -> None:
    """Write the record as ``xlsx``, ``json`` or ``csv``; ReportError if the write fails.

    ``csv`` is the table of interventions, ``csv-notes`` that of notes, and so on for every sheet of the workbook.
    Internal data (`domain.queries.redaction`) is included only if ``restricted``.
    """
    now_ms = now.utc_ms
    if data_format == "xlsx":
        write_xlsx(session, now_ms, path, restricted=restricted)
    elif data_format == "json":
        replace_file(path, to_json(session, now_ms, restricted=restricted).encode("utf-8"))
    else:
        table = data_format.partition("-")[2] or "interventions"
        replace_file(path, to_csv(session, now_ms, table, restricted=restricted).encode("utf-8"))


def export_restricted(session: Session, now: Timestamp, data_format: str, path: Path) -> None:
    """Write the record with internal data, for the secretariat only; ReportError as in `export`."""
    export(session, now, data_format, path, restricted=True)
