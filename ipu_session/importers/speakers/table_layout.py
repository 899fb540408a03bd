"""Detection of the heading row of a speakers list, and of the field of each column."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from ipu_session.domain.text.text_folding import fold
from ipu_session.importers.files.tables import TabularInput
from ipu_session.importers.speakers.column_headings import NAME_PARTS, detect_field, detect_fields, is_name_part

_SEARCHED_ROWS = 60
_MIN_EXPLAINED = 2
"""Minimum number of fields in the second of two heading rows."""


class ColumnLayout(Struct, frozen=True):
    """The heading rows (``first_row`` to ``last_row``, from 0), their texts, and the field of each column."""

    first_row: int
    last_row: int
    headings: tuple[str, ...]
    fields: tuple[str, ...]

    @property
    def field_count(self) -> int:
        """Number of columns whose field is known, and which are therefore read."""
        return sum(map(bool, self.fields))

    @property
    def is_list(self) -> bool:
        """Whether there are columns for both the delegation and the name."""
        return "delegation" in self.fields and bool(NAME_PARTS & set(self.fields))

    @property
    def unread_name_columns(self) -> Iterator[int]:
        """Indexes of columns that are not read and may hold a part of the name.

        These are columns under a heading that spans several columns, and under a repeated heading. If the columns that
        are read do not make a whole name, they are also those under an unknown heading with a word for a part of one.
        """
        after_name = False
        has_whole_name = "full" in self.fields or {"first", "family"} <= set(self.fields)
        for column, (heading, field) in enumerate(zip(self.headings, self.fields, strict=True)):
            after_name = field in NAME_PARTS or (after_name and not heading and not field)
            if field:
                continue
            is_repeated = detect_field(heading) in NAME_PARTS and self._is_repeated(column)
            if (not heading and after_name) or is_repeated or (not has_whole_name and is_name_part(heading)):
                yield column

    def _is_repeated(self, column: int) -> bool:
        return fold(self.headings[column]) in map(fold, self.headings[:column])

    def unnamed_columns(self, table: TabularInput) -> Iterator[int]:
        """Yield the indexes of columns without a heading that have text below it; they are not read."""
        for column, (heading, field) in enumerate(zip(self.headings, self.fields, strict=True)):
            cells = (row[column] for row in table.rows[self.last_row + 1 :] if column < len(row))
            if not heading and not field and any(map(str.strip, cells)):
                yield column


def find_layout(table: TabularInput, choices: Mapping[int, str], *, by_hand: bool = False) -> ColumnLayout | None:
    """Return the best layout in the first 60 rows (see `_rank`), the first of equal ones; None if there is none.

    ``choices`` maps columns to fields chosen by the user ("" for none). If no row has known headings, but there are
    choices or ``by_hand`` is set, the first row with several cells is taken as the headings.
    """
    best: ColumnLayout | None = None
    for index in range(min(_SEARCHED_ROWS, len(table.rows))):
        for last in (index, index + 1):
            layout = _layout_at(table, index, last)
            if layout is not None and (best is None or _rank(layout) > _rank(best)):
                best = layout
    if best is None:
        return _manual_layout(table, choices) if choices or by_hand else None
    return ColumnLayout(best.first_row, best.last_row, best.headings, _apply_choices(best.fields, choices))


def _rank(layout: ColumnLayout) -> tuple[bool, int, int]:
    """Return the sort key of a layout: complete lists first, then most fields, then fewest heading rows."""
    return layout.is_list, layout.field_count, layout.first_row - layout.last_row


def _layout_at(table: TabularInput, first: int, last: int) -> ColumnLayout | None:
    rows = table.rows[first : last + 1]
    if len(rows) <= last - first:
        return None
    headings = list(rows[0]) if first == last else _merge_heading_rows(*rows)
    fields = _without_repeats(detect_fields(headings))
    if not {"delegation", *NAME_PARTS} & set(fields):
        return None
    if first != last and not _are_both_headings(rows, fields):
        return None
    return ColumnLayout(first, last, tuple(" ".join(heading.split()) for heading in headings), fields)


def _merge_heading_rows(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """Return the headings of two rows: the lower cell if it is not empty, else the upper one."""
    width = max(len(upper), len(lower))
    upper_cells = [*upper, *[""] * (width - len(upper))]
    lower_cells = [*lower, *[""] * (width - len(lower))]
    return [low if low.strip() else high for high, low in zip(upper_cells, lower_cells, strict=True)]


def _are_both_headings(rows: Sequence[Sequence[str]], fields: Sequence[str]) -> bool:
    """Return whether both rows are headings.

    Most cells of the lower row have a field, and both rows together have more fields than either row.
    """
    upper, lower = (_without_repeats(detect_fields(row)) for row in rows)
    filled = sum(1 for cell in rows[1] if cell.strip())
    explained = sum(map(bool, lower))
    more = sum(map(bool, fields)) > max(sum(map(bool, upper)), explained)
    return more and explained >= _MIN_EXPLAINED and explained * 2 > filled


def _without_repeats(fields: Sequence[str]) -> tuple[str, ...]:
    """Return fields without repetitions: the first column of a field has it, the others get ""."""
    unique: list[str] = []
    for field in fields:
        unique.append("" if field in unique else field)
    return tuple(unique)


def _apply_choices(fields: Sequence[str], choices: Mapping[int, str]) -> tuple[str, ...]:
    """Return fields with the user's choices; a chosen field is removed from the other columns."""
    taken = {field for field in choices.values() if field}
    return tuple(choices.get(column, "" if field in taken else field) for column, field in enumerate(fields))


def _manual_layout(table: TabularInput, choices: Mapping[int, str]) -> ColumnLayout | None:
    """Return a layout with the first row of more than one cell as headings, and the fields chosen by the user."""
    for index, row in enumerate(table.rows):
        if sum(1 for cell in row if cell.strip()) > 1:
            fields = tuple(choices.get(column, "") for column in range(len(row)))
            return ColumnLayout(index, index, tuple(" ".join(cell.split()) for cell in row), fields)
    return None
