"""The services of the window, each imported at its first call: the first paint needs none of them (decision 0008)."""

from pathlib import Path
from typing import TYPE_CHECKING

from ipu_session.app.lazy_imports import LazyModule, lazy_function
from ipu_session.domain.exchange.export_result import ExportResult
from ipu_session.domain.exchange.progress import Progress
from ipu_session.domain.exchange.report_options import ReportOptions
from ipu_session.domain.model.ids import Timestamp
from ipu_session.domain.model.session import Session
from ipu_session.ui.core.app_services import AppServices, ExportTarget

if TYPE_CHECKING:
    from ipu_session.app.demo import example
    from ipu_session.app.services import bell, file_services, speakers_list_pdf
else:
    example = LazyModule("ipu_session.app.demo.example")
    file_services = LazyModule("ipu_session.app.services.file_services")
    bell = LazyModule("ipu_session.app.services.bell")
    speakers_list_pdf = LazyModule("ipu_session.app.services.speakers_list_pdf")

write_example = lazy_function(lambda: example.write_example)


class LazyReportExporter:
    """Writes the reports of one session file by `file_services.ReportExporter`."""

    def __init__(self, source: Path) -> None:
        self.session_path = source
        """Path of the session file; changes if the session is written to a new file."""

    def write(
        self, session: Session, now: Timestamp, options: ReportOptions, target: ExportTarget, progress: Progress
    ) -> ExportResult:
        """Write the report; errors as in `file_services.ReportExporter.write`."""
        return file_services.ReportExporter(self.session_path).write(session, now, options, target, progress)

    def write_final(
        self, session: Session, number: int, options: ReportOptions, target: ExportTarget, progress: Progress
    ) -> ExportResult:
        """Write a final version; errors as in `file_services.ReportExporter.write_final`."""
        return file_services.ReportExporter(self.session_path).write_final(session, number, options, target, progress)


def build_app_services() -> AppServices:
    """Return the services injected into the window: readers of input files and writers of outputs."""
    return AppServices(
        read_concept_note=lazy_function(lambda: file_services.read_concept_note),
        parse_concept_note=lazy_function(lambda: file_services.parse_concept_note),
        read_speakers=lazy_function(lambda: file_services.read_speakers),
        parse_speakers=lazy_function(lambda: file_services.read_pasted_speakers),
        preview_encodings=lazy_function(lambda: file_services.encoding_candidates),
        read_contribution=lazy_function(lambda: file_services.read_contribution),
        write_file=lazy_function(lambda: file_services.replace_file),
        load_delegations=lazy_function(lambda: file_services.load_delegations),
        preview_report=lazy_function(lambda: file_services.preview),
        export_data=lazy_function(lambda: file_services.export),
        export_restricted_data=lazy_function(lambda: file_services.export_restricted),
        build_printable_list=lazy_function(lambda: speakers_list_pdf.build_printable_speakers_list),
        write_speakers_list=lazy_function(lambda: speakers_list_pdf.write_speakers_list_pdf),
        ring_bell=lazy_function(lambda: bell.ring),
    )
