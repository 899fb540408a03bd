"""Port from the user interface to the rest of the program: functions that the composition root injects.

A function of several parameters has a protocol that names them: the type checker then rejects a function with the
parameters in another order.
"""

from collections.abc import Callable
from pathlib import Path
from typing import NoReturn, Protocol

from msgspec import Struct

from ipu_session.domain.exchange.export_result import ExportResult
from ipu_session.domain.exchange.import_results import ConceptNote, ListImportOptions, ReceivedFile, SpeakersList
from ipu_session.domain.exchange.printable_list import PrintableList
from ipu_session.domain.exchange.progress import Progress
from ipu_session.domain.exchange.report_options import ReportOptions
from ipu_session.domain.exchange.report_preview import ReportPreview
from ipu_session.domain.model.ids import Timestamp
from ipu_session.domain.model.session import Delegation, Session

DelegationList = tuple[Delegation, ...]


class ExportTarget(Struct, frozen=True):
    """Path that a report is written to, and path of its Word template (None: the built-in template)."""

    path: Path
    template: Path | None = None


class ReadSpeakers(Protocol):
    """Reads a speakers list from a file."""

    def __call__(self, path: Path, delegations: DelegationList, options: ListImportOptions) -> SpeakersList:
        """Recognize the delegation of each row among ``delegations``; ``options`` are the user's choices."""


class ParseSpeakers(Protocol):
    """Reads a speakers list from pasted text."""

    def __call__(self, text: str, delegations: DelegationList, options: ListImportOptions) -> SpeakersList:
        """Recognize the delegation of each row among ``delegations``; ``options`` are the user's choices."""


class ReadContribution(Protocol):
    """Reads the file of a written contribution."""

    def __call__(self, path: Path, delegations: DelegationList, encoding: str | None) -> ReceivedFile:
        """Look for its sender among ``delegations``; ``encoding`` is the user's choice, None to detect it."""


class WriteFile(Protocol):
    """Writes bytes to a file."""

    def __call__(self, path: Path, data: bytes) -> None:
        """Write ``data`` to ``path``; an existing file is replaced."""


class PreviewReport(Protocol):
    """Builds the preview of the report."""

    def __call__(self, session: Session, now: Timestamp, options: ReportOptions) -> ReportPreview:
        """Return the lines of the report as it would be written ``now``."""


class ExportData(Protocol):
    """Writes the session as data."""

    def __call__(self, session: Session, now: Timestamp, data_format: str, path: Path) -> None:
        """Write to ``path``; ``data_format`` is ``xlsx``, ``json``, ``csv`` (interventions) or ``csv-TABLE``."""


class BuildPrintableList(Protocol):
    """Builds the speakers list for paper."""

    def __call__(self, session: Session, now: Timestamp, language: str) -> PrintableList:
        """Return the list in the language with the code ``language``, as of ``now``."""


class WriteSpeakersList(Protocol):
    """Writes the speakers list for paper as a PDF."""

    def __call__(self, session: Session, now: Timestamp, language: str, path: Path) -> None:
        """Write the list to ``path`` in the language with the code ``language``, as of ``now``."""


class WriteReport(Protocol):
    """Writes the report as a Word document."""

    def __call__(
        self, session: Session, now: Timestamp, options: ReportOptions, target: ExportTarget, progress: Progress
    ) -> ExportResult:
        """Write the report to ``target``, as of ``now``."""


class WriteFinalReport(Protocol):
    """Writes a final version of the report."""

    def __call__(
        self, session: Session, number: int, options: ReportOptions, target: ExportTarget, progress: Progress
    ) -> ExportResult:
        """Write the final version with this number to ``target``."""


def fail_without_session(*arguments: object, **named: object) -> NoReturn:
    """Raise LookupError: default of the services that need an open session, replaced when one is opened."""
    raise LookupError("no session is open")


def no_template() -> str:
    """Return "", no house template: default of `AppServices.load_template_path`."""
    return ""


def forget_template(path: str) -> None:
    """Do nothing: default of `AppServices.save_template_path`."""


class AppServices(Struct, frozen=True):
    """Functions for import, export, preview and the bell.

    Those that read or write a file raise UserFacingError if it cannot be read or understood, or the write fails.
    """

    read_concept_note: Callable[[Path], ConceptNote]
    parse_concept_note: Callable[[str], ConceptNote]
    """Reads the pasted text of a concept note."""
    read_speakers: ReadSpeakers
    parse_speakers: ParseSpeakers
    preview_encodings: Callable[[Path], tuple[tuple[str, str], ...]]
    """Returns pairs (encoding, first lines decoded with it) for a text file whose encoding is not known."""
    read_contribution: ReadContribution
    write_file: WriteFile
    """Writes bytes to a path that the user chose, such as those of an attachment."""
    load_delegations: Callable[[], DelegationList]
    """Returns the delegations that a new session starts with."""
    preview_report: PreviewReport
    export_data: ExportData
    """Writes the session without restricted notes, birth dates, senders of corrections (`domain.queries.redaction`)."""
    build_printable_list: BuildPrintableList
    write_speakers_list: WriteSpeakersList
    ring_bell: Callable[[int], bool]
    """Rings the given number of strokes; returns False if the machine has no sound."""
    export_restricted_data: ExportData = fail_without_session
    """Writes the session with restricted notes, birth dates and senders of corrections."""
    write_report: WriteReport = fail_without_session
    write_final: WriteFinalReport = fail_without_session
    load_template_path: Callable[[], str] = no_template
    """Returns the path of the house template used last, also in an earlier run; "" if there is none."""
    save_template_path: Callable[[str], object] = forget_template
    """Stores the path of the house template, "" for none, also for later runs."""
    report_folder: Callable[[], Path] = Path.home
    """Returns the folder that is proposed for a file to be written: that of the session file."""
