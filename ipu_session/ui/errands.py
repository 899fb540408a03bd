"""What the window may ask of the rest of the program: functions that the composition root hands in."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ipu_session.domain.exported import Exported
from ipu_session.domain.findings import ConceptNote, SpeakersList
from ipu_session.domain.ids import Moment
from ipu_session.domain.state import Delegation, Session

Directory = tuple[Delegation, ...]
Progress = Callable[[int, int], None]


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
    read_speakers: Callable[[Path, Directory, str | None], SpeakersList]
    """A list, the directory, and the encoding if the user had to say it."""
    understand_speakers: Callable[[str, Directory], SpeakersList]
    """A pasted list."""
    encodings: Callable[[Path], tuple[tuple[str, str], ...]]
    """(encoding, how the first lines read in it) for a list that is not UTF-8."""
    directory: Callable[[], Directory]
    """The delegations that a new session starts with."""
    write_report: Callable[[Session, Moment, str, Target, Progress], Exported]
    """The session, the time, the report's language, where to, and who is told how far it is."""
    export: Callable[[Session, Moment, str, Path], None]
    """The session, the time, ``csv``, ``xlsx`` or ``json``, and where to."""
    ring: Callable[[int], bool]
    """So many strokes of the bell; False if this machine has no sound."""
    folder: Callable[[], Path] = Path.home
    """The folder offered for a report: where the session's file is."""
