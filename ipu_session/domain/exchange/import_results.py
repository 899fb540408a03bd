"""What was understood of other people's files, before the user takes it over."""

from dataclasses import dataclass, replace

from ipu_session.domain.model.ids import DelegationId
from ipu_session.domain.model.session import NO_DELEGATION, Person


@dataclass(frozen=True, slots=True)
class ExtractedField:
    """One thing understood, beside the sentence of the file that it came from."""

    field: str
    """A field of ``Details``, or ``theme``."""
    value: str
    source: str
    is_doubtful: bool = False
    """It may be something else: a place or day only near the head, a list that may announce other things."""


@dataclass(frozen=True, slots=True)
class ConceptNote:
    """A concept note as read: its findings in order, the whole text, and what is missing or doubtful."""

    findings: tuple[ExtractedField, ...]
    text: str
    remarks: tuple[str, ...] = ()
    """Codes of what is missing or doubtful: ``no-themes``, ``no-title`` …"""

    @property
    def themes(self) -> tuple[ExtractedField, ...]:
        """The findings that are themes."""
        return tuple(f for f in self.findings if f.field == "theme")

    def value(self, field: str) -> str:
        """Return the first value found for ``field``, or an empty string."""
        return next(iter(self.values(field)), "")

    def values(self, field: str) -> tuple[str, ...]:
        """Return all values found for ``field``, in order."""
        return tuple(f.value for f in self.findings if f.field == field)


@dataclass(frozen=True, slots=True)
class ImportDoubt:
    """Something to be asked about: a code, and what stands there."""

    reason: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class ImportedSpeaker:
    """A row of a speakers list that was understood; ``themes`` are theme numbers.

    ``doubts`` are about cells that were left empty, or filled in from elsewhere.
    """

    line: int
    person: Person
    themes: tuple[int, ...] = ()
    doubts: tuple[ImportDoubt, ...] = ()


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that was not taken over: its line, its text and why (a code, and the offending value).

    ``draft`` is what was understood of it, to be corrected in place; ``proposed`` whom it may speak for.
    """

    line: int
    text: str
    reason: str
    value: str = ""
    draft: ImportedSpeaker | None = None
    proposed_delegations: tuple[DelegationId, ...] = ()


@dataclass(frozen=True, slots=True)
class ListImportOptions:
    """What the user said about a speakers list; the defaults let the reader find out."""

    encoding: str | None = None
    sheet: str = ""
    columns: tuple[tuple[int, str], ...] = ()
    """(column from 0, field or an empty string), where the user reads a heading otherwise."""
    day_first: bool | None = None
    """How 3/4/1990 is read; None: by the other dates of the column, else not at all."""
    keep_capitals: bool = False
    """Leave KIHIKA as it is; else a family name in capitals is written Kihika, and that is said."""

    is_manual: bool = False
    """The first row of cells holds the headings, though none is known: the user says what they mean."""

    def with_column(self, column: int, field: str) -> "ListImportOptions":
        """Return the choices with another reading of a column."""
        others = tuple(each for each in self.columns if each[0] != column and each[1] != (field or None))
        return replace(self, columns=(*others, (column, field)))


@dataclass(frozen=True, slots=True)
class SpeakersList:
    """A speakers list as read, ready to be previewed."""

    speakers: tuple[ImportedSpeaker, ...]
    refused: tuple[RefusedRow, ...] = ()
    encoding: str = ""
    delimiter: str = ""
    columns: tuple[tuple[str, str], ...] = ()
    """(heading as written, field it was understood as or an empty string)."""
    sheet: str = ""
    """The sheet or table that was read, if there are several."""
    sheets: tuple[str, ...] = ()
    """Which may be read instead. If ``sheet`` is empty the user has to say which."""
    remarks: tuple[ImportDoubt, ...] = ()
    """What else the user is told: ``passed-row``, ``hidden-column``, ``far-cell``, ``capitals``."""

    @property
    def doubtful_speakers(self) -> tuple[ImportedSpeaker, ...]:
        """The rows that come in with a question."""
        return tuple(speaker for speaker in self.speakers if speaker.doubts)

    @property
    def unused_headings(self) -> tuple[str, ...]:
        """The headings of the columns that are not used."""
        return tuple(heading for heading, field in self.columns if heading and not field)


@dataclass(frozen=True, slots=True)
class ReceivedFile:
    """A file sent as a written contribution: its bytes, and what is offered for its entry."""

    name: str
    data: bytes
    digest: str
    """SHA-256 in hexadecimal."""
    text: str = ""
    """The whole text; empty if none can be read, as of a scanned page."""
    words: int = 0
    pages: int = 0
    is_page_count_estimated: bool = False
    """The pages are reckoned from the words: nothing in the file counts them."""
    language: str = ""
    title: str = ""
    delegation: DelegationId = NO_DELEGATION
    """The one delegation that the file's name, or else its first lines, name."""
    is_cut: bool = False
    """The file is so long, or so dense, that only a part of its text was read."""
