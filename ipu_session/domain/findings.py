"""What was understood of other people's files, before the user takes it over."""

from dataclasses import dataclass

from ipu_session.domain.ids import DelegationId
from ipu_session.domain.state import NO_DELEGATION, Person


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing understood, beside the sentence of the file that it came from."""

    field: str
    """A field of ``Details``, or ``theme``."""
    value: str
    source: str


@dataclass(frozen=True, slots=True)
class ConceptNote:
    """A concept note as read: its findings in order, the whole text, and what is missing or doubtful."""

    findings: tuple[Finding, ...]
    text: str
    remarks: tuple[str, ...] = ()
    """Codes of what is missing or doubtful: ``no-themes``, ``no-title`` …"""

    @property
    def themes(self) -> tuple[Finding, ...]:
        """The findings that are themes."""
        return tuple(f for f in self.findings if f.field == "theme")

    def value(self, field: str) -> str:
        """Return the first value found for ``field``, or an empty string."""
        return next(iter(self.values(field)), "")

    def values(self, field: str) -> tuple[str, ...]:
        """Return all values found for ``field``, in order."""
        return tuple(f.value for f in self.findings if f.field == field)


@dataclass(frozen=True, slots=True)
class ListedSpeaker:
    """A row of a speakers list that was understood; ``themes`` are theme numbers."""

    line: int
    person: Person
    themes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that was not taken over: its line, its text and why (a code, and the offending value)."""

    line: int
    text: str
    reason: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class SpeakersList:
    """A speakers list as read, ready to be previewed."""

    speakers: tuple[ListedSpeaker, ...]
    refused: tuple[RefusedRow, ...] = ()
    encoding: str = ""
    delimiter: str = ""
    columns: tuple[tuple[str, str], ...] = ()
    """(heading as written, field it was understood as or an empty string)."""


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file sent as a written contribution: its bytes, and what is offered for its entry."""

    name: str
    data: bytes
    digest: str
    """SHA-256 in hexadecimal."""
    text: str = ""
    """The whole text; empty if none can be read, as of a scanned page."""
    words: int = 0
    pages: int = 0
    estimated: bool = False
    """The pages are reckoned from the words: nothing in the file counts them."""
    language: str = ""
    title: str = ""
    delegation: DelegationId = NO_DELEGATION
    """The one delegation that the file's name, or else its first lines, name."""
