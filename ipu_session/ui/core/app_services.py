"""Port from the user interface to the rest of the program: functions that the composition root injects.

A function of several parameters has a protocol that names them: the type checker refuses a function that has them in
another order.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn, Protocol

from ipu_session.domain.exchange.export_result import ExportResult
from ipu_session.domain.exchange.import_results import ConceptNote, ListImportOptions, ReceivedFile, SpeakersList
from ipu_session.domain.exchange.printable_list import PrintableList
from ipu_session.domain.exchange.progress import Progress
from ipu_session.domain.exchange.report_options import ReportOptions
from ipu_session.domain.exchange.report_preview import ReportPreview
from ipu_session.domain.model.ids import Timestamp
from ipu_session.domain.model.session import Delegation, Session

DelegationList = tuple[Delegation, ...]


@dataclass(frozen=True, slots=True)
class ExportTarget:
    """File that a report is written to, and the Word template; None for the built-in one."""

    path: Path
    template: Path | None = None


class ReadSpeakers(Protocol):
    """Reads a speakers list from a file."""

    def __call__(self, path: Path, delegations: DelegationList, options: ListImportOptions) -> SpeakersList:
        """Resolve names among ``delegations``; ``options`` are encoding, sheet and columns, if the user set them."""


class ParseSpeakers(Protocol):
    """Reads a speakers list from pasted text."""

    def __call__(self, text: str, delegations: DelegationList, options: ListImportOptions) -> SpeakersList:
        """Resolve names among ``delegations``."""


class ReadContribution(Protocol):
    """Reads the file of a written contribution."""

    def __call__(self, path: Path, delegations: DelegationList, encoding: str | None) -> ReceivedFile:
        """Guess its author among ``delegations``; ``encoding`` is what the user chose, None if nothing was asked."""


class WriteFile(Protocol):
    """Writes bytes to a file."""

    def __call__(self, path: Path, data: bytes) -> None:
        """Replace the file at ``path`` by ``data``."""


class PreviewReport(Protocol):
    """Builds the preview of the report."""

    def __call__(self, session: Session, now: Timestamp, options: ReportOptions) -> ReportPreview:
        """Return the lines of the report as it would be written ``now``."""


class ExportData(Protocol):
    """Writes the session as data."""

    def __call__(self, session: Session, now: Timestamp, data_format: str, path: Path) -> None:
        """Write to ``path``; ``data_format`` is ``xlsx``, ``json``, ``csv``, or ``csv-`` and the name of a table."""


class BuildPrintableList(Protocol):
    """Builds the speakers list for paper."""

    def __call__(self, session: Session, now: Timestamp, language: str) -> PrintableList:
        """Return it in the language with this code."""


class WriteSpeakersList(Protocol):
    """Writes the speakers list for paper as a PDF."""

    def __call__(self, session: Session, now: Timestamp, language: str, path: Path) -> None:
        """Write it in the language with this code."""


class WriteReport(Protocol):
    """Writes the report as a Word document."""

    def __call__(
        self, session: Session, now: Timestamp, options: ReportOptions, target: ExportTarget, progress: Progress
    ) -> ExportResult:
        """Write the report as of ``now``."""


class WriteFinalReport(Protocol):
    """Writes a final version of the report."""

    def __call__(
        self, session: Session, number: int, options: ReportOptions, target: ExportTarget, progress: Progress
    ) -> ExportResult:
        """Write the final version with this number."""


def fail_without_session(*arguments: object, **named: object) -> NoReturn:
    """Raise LookupError: default of the services that need an open session, replaced when one is opened."""
    raise LookupError("no session is open")


def no_template() -> str:
    """Return "": no house template was used before."""
    return ""


def forget_template(path: str) -> None:
    """Store nothing."""


@dataclass(frozen=True, slots=True)
class AppServices:
    """Functions for import, export, preview and the bell.

    Each raises UserFacingError if a file cannot be read or understood, or if a write fails.
    """

    read_concept_note: Callable[[Path], ConceptNote]
    parse_concept_note: Callable[[str], ConceptNote]
    """From the pasted text of a concept note."""
    read_speakers: ReadSpeakers
    parse_speakers: ParseSpeakers
    preview_encodings: Callable[[Path], tuple[tuple[str, str], ...]]
    """Returns pairs (encoding, first lines decoded with it) for a list or a text that is not UTF-8."""
    read_contribution: ReadContribution
    write_file: WriteFile
    """Writes an attachment."""
    load_delegations: Callable[[], DelegationList]
    """Returns the delegations that a new session starts with."""
    preview_report: PreviewReport
    export_data: ExportData
    """Writes the session redacted (`domain.queries.redaction`), without what is for the secretariat alone."""
    build_printable_list: BuildPrintableList
    write_speakers_list: WriteSpeakersList
    ring_bell: Callable[[int], bool]
    """Rings the given number of strokes; returns False if the machine has no sound."""
    export_restricted_data: ExportData = fail_without_session
    """As `export_data`, without redaction."""
    write_report: WriteReport = fail_without_session
    write_final: WriteFinalReport = fail_without_session
    load_template_path: Callable[[], str] = no_template
    """Returns the path of the last house template, also of an earlier run; empty for none."""
    save_template_path: Callable[[str], object] = forget_template
    """Stores the path of the house template for later runs."""
    report_folder: Callable[[], Path] = Path.home
    """Returns the folder proposed for a report: that of the session file."""
