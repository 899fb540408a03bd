"""What the window may ask of the rest of the program: functions that the composition root hands in."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from ipu_session.domain.exchange.export_result import ExportResult
from ipu_session.domain.exchange.import_results import ConceptNote, ListImportOptions, ReceivedFile, SpeakersList
from ipu_session.domain.exchange.printable_list import PrintableList
from ipu_session.domain.exchange.progress import Progress
from ipu_session.domain.exchange.report_options import ReportOptions
from ipu_session.domain.exchange.report_preview import ReportPreview
from ipu_session.domain.model.ids import Timestamp
from ipu_session.domain.model.session import Delegation, Session

DelegationList = tuple[Delegation, ...]


def fail_without_session(*arguments: object) -> NoReturn:
    """Stand for what can be asked only of a session that is open; the desk hands the real thing in then."""
    raise LookupError("no session is open")


@dataclass(frozen=True, slots=True)
class ExportTarget:
    """Where a report goes, and the Word file that it takes its looks from if not from ours."""

    path: Path
    template: Path | None = None


@dataclass(frozen=True, slots=True)
class AppServices:
    """Foreign files in, records out. Each raises TroubleError when a file or the machine says no."""

    read_concept_note: Callable[[Path], ConceptNote]
    parse_concept_note: Callable[[str], ConceptNote]
    """A pasted concept note."""
    read_speakers: Callable[[Path, DelegationList, ListImportOptions], SpeakersList]
    """A list, the directory, and what the user said about the list: its encoding, sheet, columns …"""
    parse_speakers: Callable[[str, DelegationList, ListImportOptions], SpeakersList]
    """A pasted list."""
    preview_encodings: Callable[[Path], tuple[tuple[str, str], ...]]
    """(encoding, how the first lines read in it) for a list or a text that is not UTF-8."""
    read_contribution: Callable[[Path, DelegationList, str | None], ReceivedFile]
    """A file sent as a written contribution, the directory, the encoding if the user had to say it."""
    write_file: Callable[[Path, bytes], None]
    """A kept file, and where to."""
    load_delegations: Callable[[], DelegationList]
    """The delegations that a new session starts with."""
    preview_report: Callable[[Session, Timestamp, ReportOptions], ReportPreview]
    """The session, the time, and which report is looked through before it is written."""
    export_data: Callable[[Session, Timestamp, str, Path], None]
    """The session, the time, ``xlsx``, ``json``, ``csv`` or ``csv-`` and a table, and where to.

    Without what is for the secretariat alone (`domain.redaction`).
    """
    build_printable_list: Callable[[Session, Timestamp, str], PrintableList]
    """The session, the time, and the language of the list that a printer is given."""
    write_speakers_list: Callable[[Session, Timestamp, str, Path], None]
    """The same as a PDF, and where to."""
    ring_bell: Callable[[int], bool]
    """So many strokes of the bell; False if this machine has no sound."""
    export_restricted_data: Callable[[Session, Timestamp, str, Path], None] = fail_without_session
    """The same with everything."""
    write_report: Callable[[Session, Timestamp, ReportOptions, ExportTarget, Progress], ExportResult] = (
        fail_without_session
    )
    """The session, the time, which report, where to, and who is told how far it is."""
    write_final: Callable[[Session, int, ReportOptions, ExportTarget, Progress], ExportResult] = fail_without_session
    """The session, the number of the final version, the rest as for the report."""
    load_template_path: Callable[[], str] = str
    """The house template chosen before, also in an earlier run; empty for none."""
    save_template_path: Callable[[str], object] = len
    """To remember another."""
    report_folder: Callable[[], Path] = Path.home
    """The folder offered for a report: where the session's file is."""
