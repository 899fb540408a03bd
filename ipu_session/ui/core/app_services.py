"""Port from the user interface to the rest of the program: functions that the composition root injects."""

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
    """Raise LookupError: default of the services that need an open session, replaced when one is opened."""
    raise LookupError("no session is open")


@dataclass(frozen=True, slots=True)
class ExportTarget:
    """File that a report is written to, and the Word template; None for the built-in one."""

    path: Path
    template: Path | None = None


@dataclass(frozen=True, slots=True)
class AppServices:
    """Functions for import, export, preview and the bell.

    Each raises UserFacingError if a file cannot be read or understood, or if a write fails.
    """

    read_concept_note: Callable[[Path], ConceptNote]
    parse_concept_note: Callable[[str], ConceptNote]
    """From the pasted text of a concept note."""
    read_speakers: Callable[[Path, DelegationList, ListImportOptions], SpeakersList]
    """From the file of a list, the known delegations, and the options that the user set: encoding, sheet, columns …"""
    parse_speakers: Callable[[str, DelegationList, ListImportOptions], SpeakersList]
    """From the pasted text of a list; otherwise as `read_speakers`."""
    preview_encodings: Callable[[Path], tuple[tuple[str, str], ...]]
    """Returns pairs (encoding, first lines decoded with it) for a list or a text that is not UTF-8."""
    read_contribution: Callable[[Path, DelegationList, str | None], ReceivedFile]
    """From the file of a written contribution, the known delegations, and the encoding if the user chose one."""
    write_file: Callable[[Path, bytes], None]
    """Writes the bytes of an attachment to a path."""
    load_delegations: Callable[[], DelegationList]
    """Returns the delegations that a new session starts with."""
    preview_report: Callable[[Session, Timestamp, ReportOptions], ReportPreview]
    """Arguments: session, present time, options of the report."""
    export_data: Callable[[Session, Timestamp, str, Path], None]
    """Writes the session redacted (`domain.queries.redaction`), without what is for the secretariat alone.

    Arguments: session, present time, format (``xlsx``, ``json``, ``csv``, or ``csv-`` and the name of a table), path.
    """
    build_printable_list: Callable[[Session, Timestamp, str], PrintableList]
    """Arguments: session, present time, language code of the printed list."""
    write_speakers_list: Callable[[Session, Timestamp, str, Path], None]
    """Writes the printed list as a PDF; arguments as `build_printable_list`, and the path."""
    ring_bell: Callable[[int], bool]
    """Rings the given number of strokes; returns False if the machine has no sound."""
    export_restricted_data: Callable[[Session, Timestamp, str, Path], None] = fail_without_session
    """As `export_data`, without redaction."""
    write_report: Callable[[Session, Timestamp, ReportOptions, ExportTarget, Progress], ExportResult] = (
        fail_without_session
    )
    """Arguments: session, present time, options, target, progress callback."""
    write_final: Callable[[Session, int, ReportOptions, ExportTarget, Progress], ExportResult] = fail_without_session
    """Arguments: session, number of the final version, the rest as for `write_report`."""
    load_template_path: Callable[[], str] = str
    """Returns the path of the last house template, also of an earlier run; empty for none."""
    save_template_path: Callable[[str], object] = len
    """Stores the path of the house template for later runs."""
    report_folder: Callable[[], Path] = Path.home
    """Returns the folder proposed for a report: that of the session file."""
