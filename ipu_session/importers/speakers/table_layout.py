"""Where the heading row of a speakers list is, and which field each column holds."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ipu_session.domain.text.text_folding import fold
from ipu_session.importers.files.tables import TabularInput
from ipu_session.importers.speakers.column_headings import NAME_PARTS, detect_field, detect_fields, is_name_part

_SEARCHED_ROWS = 60
_MIN_EXPLAINED = 2
"""Headings that a second heading row must explain."""


@dataclass(frozen=True, slots=True)
class ColumnLayout:
    """The rows of headings (``first`` to ``last``, from 0), what stands there, the field of each column."""

    first_row: int
    last_row: int
    headings: tuple[str, ...]
    fields: tuple[str, ...]

    @property
    def field_count(self) -> int:
        """How many columns have a field."""
        return sum(map(bool, self.fields))

    @property
    def is_list(self) -> bool:
        """Whether the delegation and the name both have a column."""
        return "delegation" in self.fields and bool(NAME_PARTS & set(self.fields))

    @property
    def unread_name_columns(self) -> Iterator[int]:
        """Columns that are not read and may hold a part of the name.

        Below a heading that goes on over several columns, below the same heading again, below one that
        speaks of a part of a name and is not understood. None if the name is whole without them.
        """
        after_name = False
        whole = "full" in self.fields or {"first", "family"} <= set(self.fields)
        for column, (heading, field) in enumerate(zip(self.headings, self.fields, strict=True)):
            after_name = field in NAME_PARTS or (after_name and not heading and not field)
            if field:
                continue
            again = detect_field(heading) in NAME_PARTS and self._is_repeated(column)
            if (not heading and after_name) or again or (not whole and is_name_part(heading)):
                yield column

    def _is_repeated(self, column: int) -> bool:
        return fold(self.headings[column]) in map(fold, self.headings[:column])

    def unnamed_columns(self, table: TabularInput) -> Iterator[int]:
        """Yield the columns without a heading that hold something, and are not read."""
        for column, (heading, field) in enumerate(zip(self.headings, self.fields, strict=True)):
            below = (row[column] for row in table.rows[self.last_row + 1 :] if column < len(row))
            if not heading and not field and any(map(str.strip, below)):
                yield column


def find_layout(table: TabularInput, chosen: Mapping[int, str], *, by_hand: bool = False) -> ColumnLayout | None:
    """Return the layout that explains most columns, the first of equal ones; None if no row has headings.

    ``chosen`` are the user's own readings: column → field, or an empty string. ``is_manual`` takes the first
    row of several cells where no heading is known.
    """
    best: ColumnLayout | None = None
    for at in range(min(_SEARCHED_ROWS, len(table.rows))):
        for last in (at, at + 1):
            found = _layout_at(table, at, last)
            if found is not None and (best is None or _rank(found) > _rank(best)):
                best = found
    if best is None:
        return _manual_layout(table, chosen) if chosen or by_hand else None
    return ColumnLayout(best.first_row, best.last_row, best.headings, _apply_choices(best.fields, chosen))


def _rank(layout: ColumnLayout) -> tuple[bool, int, int]:
    """Rank layouts: a list before half a list, then the most columns explained, then the fewest rows."""
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
    """Return the headings of two rows: the lower one where it says something, else the upper one."""
    width = max(len(upper), len(lower))
    above = [*upper, *[""] * (width - len(upper))]
    below = [*lower, *[""] * (width - len(lower))]
    return [low if low.strip() else high for high, low in zip(above, below, strict=True)]


def _are_both_headings(rows: Sequence[Sequence[str]], fields: Sequence[str]) -> bool:
    """Return whether two rows are headings both: every cell of the lower one is, and they explain more."""
    upper, lower = (_without_repeats(detect_fields(row)) for row in rows)
    said = sum(1 for cell in rows[1] if cell.strip())
    explained = sum(map(bool, lower))
    more = sum(map(bool, fields)) > max(sum(map(bool, upper)), explained)
    return more and explained >= _MIN_EXPLAINED and explained * 2 > said


def _without_repeats(fields: Sequence[str]) -> tuple[str, ...]:
    """Return fields, none of them twice: the first column that is called so holds it."""
    kept: list[str] = []
    for field in fields:
        kept.append("" if field in kept else field)
    return tuple(kept)


def _apply_choices(fields: Sequence[str], chosen: Mapping[int, str]) -> tuple[str, ...]:
    """Return fields with the user's own readings, which take a field away from another column."""
    taken = {field for field in chosen.values() if field}
    return tuple(chosen.get(column, "" if field in taken else field) for column, field in enumerate(fields))


def _manual_layout(table: TabularInput, chosen: Mapping[int, str]) -> ColumnLayout | None:
    """Return the first row with more than one cell as headings, read as the user says."""
    for at, row in enumerate(table.rows):
        if sum(1 for cell in row if cell.strip()) > 1:
            fields = tuple(chosen.get(column, "") for column in range(len(row)))
            return ColumnLayout(at, at, tuple(" ".join(cell.split()) for cell in row), fields)
    return None
