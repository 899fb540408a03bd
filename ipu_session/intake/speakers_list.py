"""Speakers lists of other people: each row a speaker or a reason why not (product.md, P3).

Reasons of refused rows: ``no-delegation``, ``unknown-delegation``, ``duplicate``, ``bad-gender``,
``bad-category``, ``bad-young``, ``bad-born``, ``bad-theme``, ``extra-cells``, ``too-long``.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from ipu_session.domain.finder import Finder
from ipu_session.domain.findings import ListedSpeaker, RefusedRow, SpeakersList
from ipu_session.domain.fold import fold
from ipu_session.domain.state import Delegation
from ipu_session.intake.errors import IntakeError, IntakeTrouble
from ipu_session.intake.speaker_rows import RowReader
from ipu_session.intake.tables import Table, read_table, table_of
from ipu_session.intake.vocabulary import HEADINGS, BadCellError

_HEADING_ROWS = 10


def read_speakers(
    path: Path,
    directory: Iterable[Delegation],
    encoding: str | None = None,
    mapping: Mapping[str, str] | None = None,
) -> SpeakersList:
    """Return the speakers of a CSV or XLSX file, and the rows refused; raises ``IntakeError``.

    ``mapping`` is the user's own reading of the headings: heading as written → field, or an empty string.
    """
    return speakers_of(read_table(path, encoding), directory, mapping, str(path))


def read_pasted_speakers(
    text: str, directory: Iterable[Delegation], mapping: Mapping[str, str] | None = None
) -> SpeakersList:
    """Return the speakers of text from the clipboard, as ``read_speakers`` does of a file."""
    return speakers_of(table_of(text), directory, mapping)


def speakers_of(
    table: Table, directory: Iterable[Delegation], mapping: Mapping[str, str] | None = None, name: str = ""
) -> SpeakersList:
    """Return the speakers of a table; ``IntakeError`` without a heading row, or with nothing below it."""
    at, fields = _heading_row(table, mapping or {}, name)
    reader = RowReader(fields, Finder(directory))
    speakers: list[ListedSpeaker] = []
    refused: list[RefusedRow] = []
    for line, row in zip(table.lines[at + 1 :], table.rows[at + 1 :], strict=True):
        try:
            if speaker := reader.read(line, row):
                speakers.append(speaker)
        except BadCellError as bad:
            refused.append(RefusedRow(line, _shown(row, table.delimiter), bad.reason, bad.value))
    if not speakers and not refused:
        raise IntakeError(IntakeTrouble.NO_SPEAKERS, name)
    columns = tuple(zip((heading.strip() for heading in table.rows[at]), fields, strict=True))
    return SpeakersList(tuple(speakers), tuple(refused), table.encoding, table.delimiter, columns)


def _shown(row: Sequence[str], delimiter: str) -> str:
    between = "; " if delimiter in {"", "\t"} else f"{delimiter} "
    return between.join(cell.strip() for cell in row).strip()


def _heading_row(table: Table, mapping: Mapping[str, str], name: str) -> tuple[int, tuple[str, ...]]:
    """Return the place of the heading row and the field of each column; no field is taken twice."""
    for at, row in enumerate(table.rows[:_HEADING_ROWS]):
        fields: list[str] = []
        for heading in row:
            field = mapping.get(heading.strip(), HEADINGS.get(fold(heading), ""))
            fields.append("" if field in fields else field)
        if {"delegation", "name"} & set(fields):
            return at, tuple(fields)
    raise IntakeError(IntakeTrouble.NO_HEADING_ROW, name)
