"""A report written to a file as the program does it."""

from pathlib import Path

from ipu_session.app.services.report_export import build_checked_report, export_key, write_report
from ipu_session.domain.exchange.export_result import ExportResult
from ipu_session.domain.exchange.report_options import ReportOptions
from ipu_session.domain.model.ids import Timestamp
from ipu_session.domain.model.session import Session
from ipu_session.ui.core.app_services import ExportTarget


def write(session: Session, now: Timestamp, language: str, path: Path, template: Path | None = None) -> ExportResult:
    """Write the usual report of a session in a language; return what became of it."""
    choice = ReportOptions(language)
    return write_report(
        build_checked_report(session, now, choice), export_key(session, choice), ExportTarget(path, template)
    )
