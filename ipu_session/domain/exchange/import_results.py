"""Results of reading foreign files, for the preview before they are imported."""

from msgspec.structs import replace

from ipu_session.domain.model.ids import DelegationId
from ipu_session.domain.model.session import NO_DELEGATION, Person
from ipu_session.domain.model.value import Value


class ExtractedField(Value, frozen=True):
    """One value found, with the sentence of the file that it came from."""

    field: str
    """A field of `Details`, or ``theme``."""
    value: str
    source: str
    is_doubtful: bool = False
    """Whether the user should check the value: the text around it leaves open what it means."""


class ConceptNote(Value, frozen=True):
    """A concept note as read: the values found, the whole text, and remarks."""

    findings: tuple[ExtractedField, ...]
    text: str
    remarks: tuple[str, ...] = ()
    """Codes of what is missing or doubtful, such as ``no-themes`` and ``cut`` (only a part was read)."""

    @property
    def themes(self) -> tuple[ExtractedField, ...]:
        """The findings that are themes."""
        return tuple(finding for finding in self.findings if finding.field == "theme")

    def value(self, field: str) -> str:
        """Return the first value found for ``field``, or an empty string."""
        return next(iter(self.values(field)), "")

    def values(self, field: str) -> tuple[str, ...]:
        """Return all values found for ``field``, in order."""
        return tuple(finding.value for finding in self.findings if finding.field == field)


class ImportDoubt(Value, frozen=True):
    """Something that the user should check: a code, and the value concerned."""

    reason: str
    value: str = ""


class ImportedSpeaker(Value, frozen=True):
    """A speaker read from a row of a speakers list; ``line`` is the row's number, ``themes`` are theme numbers.

    ``doubts`` are what the user should check, such as a cell that could not be read or a delegation from a row above.
    """

    line: int
    person: Person
    themes: tuple[int, ...] = ()
    doubts: tuple[ImportDoubt, ...] = ()


class RefusedRow(Value, frozen=True):
    """A row that was not imported: line number, text, and the reason (a code and the offending value).

    ``draft`` is what could be read, for the user to correct; ``proposed_delegations`` are delegations it may mean.
    """

    line: int
    text: str
    reason: str
    value: str = ""
    draft: ImportedSpeaker | None = None
    proposed_delegations: tuple[DelegationId, ...] = ()


class ListImportOptions(Value, frozen=True):
    """The user's choices for a speakers list; the defaults let the reader detect everything."""

    encoding: str | None = None
    sheet: str = ""
    columns: tuple[tuple[int, str], ...] = ()
    """(column from 0, field or "" for none) of the columns whose field the user chose."""
    day_first: bool | None = None
    """Whether 3/4/1990 is 3 April; None: as the other dates of the column suggest, otherwise it is not read."""
    keep_capitals: bool = False
    """Keep KIHIKA as it is; otherwise a family name in capitals becomes Kihika, with a remark."""

    is_manual: bool = False
    """The first row is a row of headings, although none was recognized: the user assigns them."""

    def with_column(self, column: int, field: str) -> "ListImportOptions":
        """Return the options with ``field`` assigned to a column."""
        others = tuple(each for each in self.columns if each[0] != column and each[1] != (field or None))
        return replace(self, columns=(*others, (column, field)))


class SpeakersList(Value, frozen=True):
    """A speakers list as read, for the preview."""

    speakers: tuple[ImportedSpeaker, ...]
    refused: tuple[RefusedRow, ...] = ()
    encoding: str = ""
    delimiter: str = ""
    columns: tuple[tuple[str, str], ...] = ()
    """(heading as written, the recognized field or "") of each column."""
    sheet: str = ""
    """The sheet or table that was read, if there are several."""
    sheets: tuple[str, ...] = ()
    """The sheets or tables that can be read instead. If ``sheet`` is empty the user must choose one."""
    remarks: tuple[ImportDoubt, ...] = ()
    """Remarks on the whole list: ``passed-row``, ``hidden-column``, ``no-heading``, ``far-cell``, ``capitals``."""

    @property
    def doubtful_speakers(self) -> tuple[ImportedSpeaker, ...]:
        """The rows that are imported with a doubt."""
        return tuple(speaker for speaker in self.speakers if speaker.doubts)

    @property
    def unused_headings(self) -> tuple[str, ...]:
        """The headings of the columns that are not used."""
        return tuple(heading for heading, field in self.columns if heading and not field)


class ReceivedFile(Value, frozen=True):
    """A file sent as a written contribution: its bytes, and proposed values for its entry."""

    name: str
    data: bytes
    digest: str
    """SHA-256 in hexadecimal."""
    text: str = ""
    """The whole text; empty if it has none, such as a scanned page."""
    words: int = 0
    pages: int = 0
    is_page_count_estimated: bool = False
    """Whether the number of pages is estimated from the words, because the file does not state it."""
    language: str = ""
    title: str = ""
    delegation: DelegationId = NO_DELEGATION
    """The only delegation in the file's name or, if none, in its first lines; `NO_DELEGATION` if unclear."""
    is_cut: bool = False
    """Whether only a part of the text was read, because the file is too long or too dense."""
