"""What the window may ask of the rest of the program: functions that the composition root hands in."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from ipu_session.domain.exchange.export_result import Exported
from ipu_session.domain.exchange.import_results import ConceptNote, ListChoices, SentFile, SpeakersList
from ipu_session.domain.exchange.printable_list import ListPaper
from ipu_session.domain.exchange.progress import Progress
from ipu_session.domain.exchange.report_options import ReportChoice
from ipu_session.domain.exchange.report_preview import Preview
from ipu_session.domain.model.ids import Moment
from ipu_session.domain.model.session import Delegation, Session

Directory = tuple[Delegation, ...]


def no_session(*arguments: object) -> NoReturn:
    """Stand for what can be asked only of a session that is open; the desk hands the real thing in then."""
    raise LookupError("no session is open")


@dataclass(frozen=True, slots=True)
class Target:
    """Where a report goes, and the Word file that it takes its looks from if not from ours."""

    path: Path
    template: Path | None = None


@dataclass(frozen=True, slots=True)
class Errands:
    """Foreign files in, records out. Each raises TroubleError when a file or the machine says no."""

    read_concept_note: Callable[[Path], ConceptNote]
    understand_note: Callable[[str], ConceptNote]
    """A pasted concept note."""
    read_speakers: Callable[[Path, Directory, ListChoices], SpeakersList]
    """A list, the directory, and what the user said about the list: its encoding, sheet, columns …"""
    understand_speakers: Callable[[str, Directory, ListChoices], SpeakersList]
    """A pasted list."""
    encodings: Callable[[Path], tuple[tuple[str, str], ...]]
    """(encoding, how the first lines read in it) for a list or a text that is not UTF-8."""
    read_contribution: Callable[[Path, Directory, str | None], SentFile]
    """A file sent as a written contribution, the directory, the encoding if the user had to say it."""
    write_file: Callable[[Path, bytes], None]
    """A kept file, and where to."""
    directory: Callable[[], Directory]
    """The delegations that a new session starts with."""
    preview: Callable[[Session, Moment, ReportChoice], Preview]
    """The session, the time, and which report is looked through before it is written."""
    export: Callable[[Session, Moment, str, Path], None]
    """The session, the time, ``xlsx``, ``json``, ``csv`` or ``csv-`` and a table, and where to.

    Without what is for the secretariat alone (`domain.redaction`).
    """
    speakers_paper: Callable[[Session, Moment, str], ListPaper]
    """The session, the time, and the language of the list that a printer is given."""
    write_list: Callable[[Session, Moment, str, Path], None]
    """The same as a PDF, and where to."""
    ring: Callable[[int], bool]
    """So many strokes of the bell; False if this machine has no sound."""
    export_restricted: Callable[[Session, Moment, str, Path], None] = no_session
    """The same with everything."""
    write_report: Callable[[Session, Moment, ReportChoice, Target, Progress], Exported] = no_session
    """The session, the time, which report, where to, and who is told how far it is."""
    write_final: Callable[[Session, int, ReportChoice, Target, Progress], Exported] = no_session
    """The session, the number of the final version, the rest as for the report."""
    template: Callable[[], str] = str
    """The house template chosen before, also in an earlier run; empty for none."""
    keep_template: Callable[[str], object] = len
    """To remember another."""
    folder: Callable[[], Path] = Path.home
    """The folder offered for a report: where the session's file is."""
