"""Reader of speakers lists: rows are accepted, refused or skipped (docs/rules.md#p3; docs/speakers-lists.md).

Reasons for refused rows: ``no-name``, ``no-delegation``, ``unknown-delegation``,
``ambiguous-delegation``, ``error-value``, ``withdrawn``, ``two-people``, ``half-name``,
``hidden-row``, ``struck-out``, ``duplicate``,
``extra-cells``, ``too-long``. Doubts about accepted rows: ``delegation-above``, ``bad-gender``,
``bad-category``, ``bad-young``, ``bad-born``, ``born-ambiguous``, ``bad-theme``, ``one-name``, ``name-order``.
Remarks on the list: ``passed-row`` (skipped), ``capitals``, ``hidden-column``, ``no-heading``, ``far-cell``.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from msgspec.structs import replace

from ipu_session.domain.exchange.import_results import (
    ImportDoubt,
    ImportedSpeaker,
    ListImportOptions,
    RefusedRow,
    SpeakersList,
)
from ipu_session.domain.model.rules import Category
from ipu_session.domain.model.session import Delegation
from ipu_session.domain.text.delegation_search import DelegationFinder
from ipu_session.domain.text.text_folding import fold
from ipu_session.importers.files.errors import InputErrorCode, InputFileError
from ipu_session.importers.files.tables import TabularInput, parse_delimited
from ipu_session.importers.speakers.birth_dates import infer_day_first
from ipu_session.importers.speakers.column_headings import NAME_PARTS
from ipu_session.importers.speakers.input_tables import read_tables
from ipu_session.importers.speakers.name_cells import is_all_capitals
from ipu_session.importers.speakers.rows import RowError, RowOptions, RowReader, SpeakerRow, is_error_value
from ipu_session.importers.speakers.skipped_rows import category_of_section, skip_reason
from ipu_session.importers.speakers.table_layout import ColumnLayout, find_layout
from ipu_session.importers.speakers.uncertain_names import is_withdrawal
from ipu_session.importers.speakers.vocabulary import meaning_of_m

_DEFAULT_OPTIONS = ListImportOptions()
_MADAME = re.compile(r"(?:Mme|Mlle|Madame)\b", re.IGNORECASE)
_DITTO_MARKS = frozenset(
    {"〃", '"', "''", "”", "“", "״", '-"-', '""', "id.", "Id.", "do.", "Do.", "idem", "ditto", "same", "نفسه"}
)
"""Marks that stand for the delegation above. ID and DO without a full stop are codes of two Members, not marks."""


def read_speakers(
    path: Path, delegations: Iterable[Delegation], options: ListImportOptions = _DEFAULT_OPTIONS
) -> SpeakersList:
    """Return the speakers and the refused rows of a list; raises InputFileError.

    A result without ``speakers`` and ``refused`` means that several sheets are lists: set ``options.sheet``.
    """
    tables = read_tables(path, options.encoding)
    name = str(path)
    if options.sheet:
        selected = [table for table in tables if table.name == options.sheet]
        if not selected:
            raise InputFileError(InputErrorCode.NO_SUCH_SHEET, name, options.sheet, detail=_join_sheet_names(tables))
        return replace(read_table(selected[0], delegations, options, name), sheets=_sheet_names(tables))
    lists = _find_lists(tables, options)
    if not lists:
        raise InputFileError(InputErrorCode.NO_HEADING_ROW, name)
    if len(lists) > 1:
        return SpeakersList((), encoding=lists[0].encoding, sheets=_sheet_names(lists))
    speakers_list = read_table(lists[0], delegations, options, name)
    return replace(speakers_list, sheets=_sheet_names(tables)) if len(tables) > 1 else replace(speakers_list, sheet="")


def read_pasted_speakers(
    text: str, delegations: Iterable[Delegation], options: ListImportOptions = _DEFAULT_OPTIONS
) -> SpeakersList:
    """Return the speakers of clipboard text, as `read_speakers` does for a file."""
    return replace(read_table(parse_delimited(text), delegations, options), sheet="")


def _find_lists(tables: Sequence[TabularInput], choices: ListImportOptions) -> list[TabularInput]:
    """Return the visible tables with columns for delegation and name; if there are none, those with one of them."""
    seen = [table for table in tables if table.is_visible]
    columns = dict(choices.columns)
    layouts = [(table, find_layout(table, columns, by_hand=choices.is_manual)) for table in seen]
    candidates = [(table, layout) for table, layout in layouts if layout is not None]
    complete = [table for table, layout in candidates if layout.is_list]
    return complete or [table for table, _ in candidates]


def _sheet_names(tables: Sequence[TabularInput]) -> tuple[str, ...]:
    return tuple(table.name for table in tables if table.is_visible)


def _join_sheet_names(tables: Sequence[TabularInput]) -> str:
    return ", ".join(_sheet_names(tables))


def read_table(
    table: TabularInput, directory: Iterable[Delegation], choices: ListImportOptions = _DEFAULT_OPTIONS, name: str = ""
) -> SpeakersList:
    """Return the speakers and the refused rows of a table; InputFileError if it has no heading row, or none of both."""
    layout = find_layout(table, dict(choices.columns), by_hand=choices.is_manual)
    if layout is None:
        raise InputFileError(InputErrorCode.NO_HEADING_ROW, name)
    rows = _ListReader(table, layout, choices, DelegationFinder(directory))
    rows.read_all()
    if not rows.speakers and not rows.refused:
        raise InputFileError(InputErrorCode.NO_SPEAKERS, name)
    return SpeakersList(
        tuple(rows.speakers),
        tuple(sorted(rows.refused, key=_line_number)),
        table.encoding,
        table.delimiter,
        tuple(zip(layout.headings, layout.fields, strict=True)),
        table.name,
        remarks=(*_sheet_remarks(table, layout), *rows.remarks),
    )


def _line_number(row: RefusedRow) -> int:
    return row.line


def _sheet_remarks(table: TabularInput, layout: ColumnLayout) -> Iterator[ImportDoubt]:
    """Yield remarks on a sheet: hidden columns that are read, columns without a heading, stray cells not read."""
    for column in sorted(table.hidden_columns):
        if column < len(layout.fields) and layout.fields[column]:
            yield ImportDoubt("hidden-column", layout.headings[column])
    for column in layout.unnamed_columns(table):
        yield ImportDoubt("no-heading", str(column + 1))
    for cell in table.stray_cells:
        yield ImportDoubt("far-cell", cell)


@dataclass(slots=True)
class _ListReader:
    """Reads the rows below the headings in order, with the state that rows pass on to the following ones."""

    table: TabularInput
    layout: ColumnLayout
    choices: ListImportOptions
    finder: DelegationFinder
    speakers: list[ImportedSpeaker] = field(default_factory=list)
    refused: list[RefusedRow] = field(default_factory=list)
    remarks: list[ImportDoubt] = field(default_factory=list)
    reader: RowReader = field(init=False)
    delegation_above: str = ""
    is_above_certain: bool = False
    """Whether the delegation above is a heading over its delegates, alone in its row."""
    section: Category | None = None
    """Category in the last section heading above the row."""
    pending_heading: SpeakerRow | None = None
    """A row with only a delegation, as long as it is unknown whether it is a heading over the rows below it."""

    def __post_init__(self) -> None:
        self.reader = RowReader(self._row_options(), self.finder)

    def read_all(self) -> None:
        """Read all rows."""
        for index in range(self.layout.last_row + 1, len(self.table.rows)):
            marked = index in self.table.row_marks
            row = SpeakerRow(self.table.lines[index], self.table.rows[index], "", self._is_covered(index), marked)
            self._process_row(index, row)
        self._flush_heading()
        if changed := self.reader.decapitalized_lines:
            self.remarks.append(ImportDoubt("capitals", str(len(changed))))

    def _process_row(self, index: int, row: SpeakerRow) -> None:
        filled = [column for column, cell in enumerate(row.cells) if cell.strip()]
        if not filled:
            # An empty row ends the scope of the delegation above, except in merged cells.
            self.delegation_above = self.delegation_above if row.is_above_certain else ""
            return
        reason = skip_reason(row.cells, self.layout.fields)
        if reason is not None:
            if reason:
                self.section = category_of_section(fold(reason))
                self.remarks.append(ImportDoubt("passed-row", f"{row.line}: {reason}"))
            return
        delegation = self._delegation_cell(row)
        if self.delegation_above and (delegation in _DITTO_MARKS or fold(delegation) in _DITTO_MARKS):
            row, delegation = self._clear_ditto(row), ""
        if len(filled) == 1 and self._take_as_heading(row, filled[0]):
            return
        if delegation:
            self._flush_heading()
            self.delegation_above, self.is_above_certain = "" if is_error_value(delegation) else delegation, False
        elif self.pending_heading is not None:
            self.pending_heading = None
        inherited = self.delegation_above if not delegation else ""
        self._read_row(
            index,
            replace(
                row,
                delegation_above=inherited,
                is_above_certain=row.is_above_certain or self.is_above_certain,
                section=self.section,
            ),
        )

    def _clear_ditto(self, row: SpeakerRow) -> SpeakerRow:
        column = self.layout.fields.index("delegation")
        return replace(row, cells=[*row.cells[:column], "", *row.cells[column + 1 :]])

    def _take_as_heading(self, row: SpeakerRow, column: int) -> bool:
        """Accept a row with a single cell as a heading if it names a delegation; return whether it does."""
        text = row.cells[column].strip()
        if column < len(self.layout.fields) and self.layout.fields[column] in NAME_PARTS:
            return False
        if self.reader.find_delegation(text) is None:
            return False
        self._flush_heading()
        self.pending_heading, self.delegation_above, self.is_above_certain = row, text, True
        return True

    def _flush_heading(self) -> None:
        """Refuse a row with only a delegation if no row below belongs to it."""
        if self.pending_heading is not None:
            row, self.pending_heading = self.pending_heading, None
            self._read_row(-1, row)

    def _read_row(self, index: int, row: SpeakerRow) -> None:
        try:
            speaker = self.reader.read(row)
        except RowError as error:
            self._add_refused(row, error.reason, error.value, error.draft)
            return
        if reason := self.table.row_marks.get(index, ""):
            self._add_refused(row, reason, "", speaker)
        else:
            self.speakers.append(speaker)

    def _add_refused(self, row: SpeakerRow, reason: str, value: str, draft: ImportedSpeaker | None) -> None:
        between = "; " if self.table.delimiter in {"", "\t"} else f"{self.table.delimiter} "
        text = between.join(" ".join(cell.split()) for cell in row.cells).strip()
        is_about_delegation = reason in {"unknown-delegation", "ambiguous-delegation"}
        proposed = tuple(each.id for each in self.finder.suggest(value)) if is_about_delegation else ()
        self.refused.append(RefusedRow(row.line, text, reason, value, draft, proposed))

    def _delegation_cell(self, row: SpeakerRow) -> str:
        if "delegation" not in self.layout.fields:
            return ""
        column = self.layout.fields.index("delegation")
        return row.cells[column].strip() if column < len(row.cells) else ""

    def _is_covered(self, index: int) -> bool:
        if "delegation" not in self.layout.fields:
            return False
        return (index, self.layout.fields.index("delegation")) in self.table.covered_cells

    def _column_values(self, field: str) -> list[str]:
        if field not in self.layout.fields:
            return []
        column = self.layout.fields.index(field)
        rows = self.table.rows[self.layout.last_row + 1 :]
        return [row[column].strip() for row in rows if column < len(row) and row[column].strip()]

    def _row_options(self) -> RowOptions:
        order = self.choices.day_first
        layout = self.layout
        names = [cell for field in NAME_PARTS for cell in self._column_values(field)]
        gender = layout.headings[layout.fields.index("gender")] if "gender" in layout.fields else ""
        return RowOptions(
            layout.fields,
            infer_day_first(self._column_values("born")) if order is None else order,
            self.choices.keep_capitals,
            self._is_family_in_capitals(),
            is_french=any(map(_MADAME.match, (*names, *self._column_values("title")))),
            gender_of_m=meaning_of_m(gender, self._column_values("gender")),
            unread_name_columns=frozenset(layout.unread_name_columns),
            withdrawal_columns=frozenset(
                index for index, heading in enumerate(layout.headings) if is_withdrawal(heading)
            ),
        )

    def _is_family_in_capitals(self) -> bool:
        """Return whether all family names are in capitals, and not all first names."""
        family = self._column_values("family") or self._column_values("name")
        first = self._column_values("first") or (self._column_values("name") if self._column_values("family") else [])
        return bool(family and first) and all(map(is_all_capitals, family)) and not all(map(is_all_capitals, first))
