"""Speakers lists of other people: each row a speaker or a question (product.md, P3; docs/speakers-lists.md).

Reasons of rows that are not taken over: ``no-name``, ``no-delegation``, ``unknown-delegation``,
``ambiguous-delegation``, ``error-value``, ``withdrawn``, ``two-people``, ``half-name``,
``hidden-row``, ``struck-out``, ``duplicate``,
``extra-cells``, ``too-long``. Doubts of rows that are: ``delegation-above``, ``bad-gender``,
``bad-category``, ``bad-young``, ``bad-born``, ``born-ambiguous``, ``bad-theme``.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from ipu_session.domain.exchange.import_results import (
    Doubt,
    ListChoices,
    ListedSpeaker,
    RefusedRow,
    SpeakersList,
)
from ipu_session.domain.model.rules import Category
from ipu_session.domain.model.session import Delegation
from ipu_session.domain.text.delegation_search import Finder
from ipu_session.domain.text.text_folding import fold
from ipu_session.importers.files.errors import IntakeError, IntakeTrouble
from ipu_session.importers.files.tables import Table, table_of
from ipu_session.importers.speakers.birth_dates import settled_order
from ipu_session.importers.speakers.column_headings import NAME_PARTS
from ipu_session.importers.speakers.input_tables import read_tables
from ipu_session.importers.speakers.name_cells import is_capitals
from ipu_session.importers.speakers.rows import Row, RowError, RowReader, Ways, is_error
from ipu_session.importers.speakers.skipped_rows import passed, section_of
from ipu_session.importers.speakers.table_layout import Layout, layout_of
from ipu_session.importers.speakers.uncertain_names import is_gone
from ipu_session.importers.speakers.vocabulary import meaning_of_m

_AS_READ = ListChoices()
_MADAME = re.compile(r"(?:Mme|Mlle|Madame)\b", re.IGNORECASE)
_DITTO = frozenset(
    {"〃", '"', "''", "”", "“", "״", '-"-', '""', "id.", "Id.", "do.", "Do.", "idem", "ditto", "same", "نفسه"}
)
"""What stands for the delegation above; ID and DO without a full stop are codes of two Members."""


def read_speakers(
    path: Path, directory: Iterable[Delegation], choices: ListChoices = _AS_READ
) -> SpeakersList:
    """Return the speakers of a list, and the questions; raises ``IntakeError``.

    Without ``speakers`` and ``refused``, several sheets are lists, and ``choices.sheet`` has to say which.
    """
    tables = read_tables(path, choices.encoding)
    name = str(path)
    if choices.sheet:
        chosen = [table for table in tables if table.name == choices.sheet]
        if not chosen:
            raise IntakeError(IntakeTrouble.NO_SUCH_SHEET, name, choices.sheet, found=_named(tables))
        return replace(speakers_of(chosen[0], directory, choices, name), sheets=_names(tables))
    lists = _lists(tables, choices)
    if not lists:
        raise IntakeError(IntakeTrouble.NO_HEADING_ROW, name)
    if len(lists) > 1:
        return SpeakersList((), encoding=lists[0].encoding, sheets=_names(lists))
    found = speakers_of(lists[0], directory, choices, name)
    return replace(found, sheets=_names(tables)) if len(tables) > 1 else replace(found, sheet="")


def read_pasted_speakers(
    text: str, directory: Iterable[Delegation], choices: ListChoices = _AS_READ
) -> SpeakersList:
    """Return the speakers of text from the clipboard, as ``read_speakers`` does of a file."""
    return replace(speakers_of(table_of(text), directory, choices), sheet="")


def _lists(tables: Sequence[Table], choices: ListChoices) -> list[Table]:
    """Return the visible tables that are speakers lists, those with delegation and name before others."""
    seen = [table for table in tables if table.visible]
    columns = dict(choices.columns)
    layouts = [(table, layout_of(table, columns, by_hand=choices.by_hand)) for table in seen]
    found = [(table, layout) for table, layout in layouts if layout is not None]
    whole = [table for table, layout in found if layout.is_list]
    return whole or [table for table, _ in found]


def _names(tables: Sequence[Table]) -> tuple[str, ...]:
    return tuple(table.name for table in tables if table.visible)


def _named(tables: Sequence[Table]) -> str:
    return ", ".join(_names(tables))


def speakers_of(
    table: Table, directory: Iterable[Delegation], choices: ListChoices = _AS_READ, name: str = ""
) -> SpeakersList:
    """Return the speakers of a table; ``IntakeError`` without a heading row, or with nothing below it."""
    layout = layout_of(table, dict(choices.columns), by_hand=choices.by_hand)
    if layout is None:
        raise IntakeError(IntakeTrouble.NO_HEADING_ROW, name)
    rows = _Rows(table, layout, choices, Finder(directory))
    rows.read()
    if not rows.speakers and not rows.refused:
        raise IntakeError(IntakeTrouble.NO_SPEAKERS, name)
    return SpeakersList(
        tuple(rows.speakers),
        tuple(sorted(rows.refused, key=_line)),
        table.encoding,
        table.delimiter,
        tuple(zip(layout.headings, layout.fields, strict=True)),
        table.name,
        remarks=(*_about(table, layout), *rows.remarks),
    )


def _line(row: RefusedRow) -> int:
    return row.line


def _about(table: Table, layout: Layout) -> Iterator[Doubt]:
    """Yield what is to be told of a sheet: hidden columns that are read, stray cells that are not."""
    for column in sorted(table.hidden_columns):
        if column < len(layout.fields) and layout.fields[column]:
            yield Doubt("hidden-column", layout.headings[column])
    for column in layout.unnamed(table):
        yield Doubt("no-heading", str(column + 1))
    for place in table.far_cells:
        yield Doubt("far-cell", place)


@dataclass(slots=True)
class _Rows:
    """The rows below the headings, one after the other."""

    table: Table
    layout: Layout
    choices: ListChoices
    finder: Finder
    speakers: list[ListedSpeaker] = field(default_factory=list)
    refused: list[RefusedRow] = field(default_factory=list)
    remarks: list[Doubt] = field(default_factory=list)
    reader: RowReader = field(init=False)
    above: str = ""
    above_is_certain: bool = False
    """It stands alone in a row over those of its delegates."""
    section: Category | None = None
    """The kind of speaker over whose rows the last heading of a group stands."""
    heading: Row | None = None
    """A row with nothing but a delegation, until it is known whether it stands over others."""

    def __post_init__(self) -> None:
        self.reader = RowReader(self._ways(), self.finder)

    def read(self) -> None:
        """Read all rows."""
        for at in range(self.layout.last + 1, len(self.table.rows)):
            marked = at in self.table.marks
            row = Row(self.table.lines[at], self.table.rows[at], "", self._is_covered(at), marked)
            self._take(at, row)
        self._settle_heading()
        if changed := self.reader.written_small:
            self.remarks.append(Doubt("capitals", str(len(changed))))

    def _take(self, at: int, row: Row) -> None:
        filled = [column for column, cell in enumerate(row.cells) if cell.strip()]
        if not filled:
            # What stood above an empty row holds no longer, but for merged cells.
            self.above = self.above if row.certain else ""
            return
        why = passed(row.cells, self.layout.fields)
        if why is not None:
            if why:
                self.section = section_of(fold(why))
                self.remarks.append(Doubt("passed-row", f"{row.line}: {why}"))
            return
        own = self._delegation_cell(row)
        if self.above and (own in _DITTO or fold(own) in _DITTO):
            row, own = self._without_ditto(row), ""
        if len(filled) == 1 and self._heads(row, filled[0]):
            return
        if own:
            self._settle_heading()
            self.above, self.above_is_certain = "" if is_error(own) else own, False
        elif self.heading is not None:
            self.heading = None
        above = self.above if not own else ""
        self._read_row(
            at, replace(row, above=above, certain=row.certain or self.above_is_certain, section=self.section)
        )

    def _without_ditto(self, row: Row) -> Row:
        column = self.layout.fields.index("delegation")
        return replace(row, cells=[*row.cells[:column], "", *row.cells[column + 1 :]])

    def _heads(self, row: Row, column: int) -> bool:
        """Take a row with a single cell: a delegation may stand over the rows below it."""
        text = row.cells[column].strip()
        if column < len(self.layout.fields) and self.layout.fields[column] in NAME_PARTS:
            return False
        if self.reader.delegation(text) is None:
            return False
        self._settle_heading()
        self.heading, self.above, self.above_is_certain = row, text, True
        return True

    def _settle_heading(self) -> None:
        """Ask about a delegation alone in its row, if no row below belongs to it."""
        if self.heading is not None:
            row, self.heading = self.heading, None
            self._read_row(-1, row)

    def _read_row(self, at: int, row: Row) -> None:
        try:
            speaker = self.reader.read(row)
        except RowError as error:
            self._refuse(row, error.reason, error.value, error.draft)
            return
        if reason := self.table.marks.get(at, ""):
            self._refuse(row, reason, "", speaker)
        else:
            self.speakers.append(speaker)

    def _refuse(self, row: Row, reason: str, value: str, draft: ListedSpeaker | None) -> None:
        between = "; " if self.table.delimiter in {"", "\t"} else f"{self.table.delimiter} "
        text = between.join(" ".join(cell.split()) for cell in row.cells).strip()
        asked = reason in {"unknown-delegation", "ambiguous-delegation"}
        proposed = tuple(each.id for each in self.finder.nearest(value)) if asked else ()
        self.refused.append(RefusedRow(row.line, text, reason, value, draft, proposed))

    def _delegation_cell(self, row: Row) -> str:
        if "delegation" not in self.layout.fields:
            return ""
        column = self.layout.fields.index("delegation")
        return row.cells[column].strip() if column < len(row.cells) else ""

    def _is_covered(self, at: int) -> bool:
        if "delegation" not in self.layout.fields:
            return False
        return (at, self.layout.fields.index("delegation")) in self.table.covered

    def _column(self, wanted: str) -> list[str]:
        if wanted not in self.layout.fields:
            return []
        column = self.layout.fields.index(wanted)
        rows = self.table.rows[self.layout.last + 1 :]
        return [row[column].strip() for row in rows if column < len(row) and row[column].strip()]

    def _ways(self) -> Ways:
        order = self.choices.day_first
        layout = self.layout
        names = [cell for field in NAME_PARTS for cell in self._column(field)]
        gender = layout.headings[layout.fields.index("gender")] if "gender" in layout.fields else ""
        return Ways(
            layout.fields,
            settled_order(self._column("born")) if order is None else order,
            self.choices.keep_capitals,
            self._family_in_capitals(),
            french=any(map(_MADAME.match, (*names, *self._column("title")))),
            m=meaning_of_m(gender, self._column("gender")),
            parts_apart=frozenset(layout.name_parts_apart),
            says_gone=frozenset(at for at, heading in enumerate(layout.headings) if is_gone(heading)),
        )

    def _family_in_capitals(self) -> bool:
        """Return whether the cells of the family name are in capitals, and those of the first name not."""
        family = self._column("family") or self._column("name")
        first = self._column("first") or (self._column("name") if self._column("family") else [])
        return bool(family and first) and all(map(is_capitals, family)) and not all(map(is_capitals, first))
