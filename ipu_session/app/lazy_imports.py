"""Lazy imports: functions not needed for the first paint are imported at their first call (decision 0008)."""

import pkgutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ipu_session.domain.exchange.export_result import ExportResult
from ipu_session.ui.core.app_services import AppServices


def lazy_function(name: str) -> Callable[..., Any]:
    """Return a proxy of ``package.module:function`` that imports it when called."""

    def call(*arguments: Any, **named: Any) -> Any:
        return pkgutil.resolve_name(name)(*arguments, **named)

    return call


class LazyReportExporter:
    """Lazy proxy of `ReportExporter`: writes the reports of one session file."""

    def __init__(self, source: Path) -> None:
        self.session_path = source
        """Path of the session file; changes if the session is written to a new file."""

    def write(self, *arguments: Any) -> ExportResult:
        """Write the report; see `ReportExporter` in app/services/file_services.py."""
        done: ExportResult = self._load_exporter().write(*arguments)
        return done

    def write_final(self, *arguments: Any) -> ExportResult:
        """Write a final version of it; see `ReportExporter` in app/services/file_services.py."""
        done: ExportResult = self._load_exporter().write_final(*arguments)
        return done

    def _load_exporter(self) -> Any:
        return pkgutil.resolve_name("ipu_session.app.services.file_services:ReportExporter")(self.session_path)


def build_app_services() -> AppServices:
    """Return the services injected into the window: readers of input files and writers of outputs."""
    module = "ipu_session.app.services.file_services"
    return AppServices(
        read_concept_note=lazy_function(f"{module}:read_concept_note"),
        parse_concept_note=lazy_function(f"{module}:parse_concept_note"),
        read_speakers=lazy_function(f"{module}:read_speakers"),
        parse_speakers=lazy_function(f"{module}:read_pasted_speakers"),
        preview_encodings=lazy_function(f"{module}:encoding_candidates"),
        read_contribution=lazy_function(f"{module}:read_contribution"),
        write_file=lazy_function(f"{module}:replace_file"),
        load_delegations=lazy_function(f"{module}:load_delegations"),
        preview_report=lazy_function(f"{module}:preview"),
        export_data=lazy_function(f"{module}:export"),
        export_restricted_data=lazy_function(f"{module}:export_restricted"),
        build_printable_list=lazy_function("ipu_session.app.services.speakers_list_pdf:build_printable_speakers_list"),
        write_speakers_list=lazy_function("ipu_session.app.services.speakers_list_pdf:write_speakers_list_pdf"),
        ring_bell=lazy_function("ipu_session.app.gui.sound:ring"),
    )
