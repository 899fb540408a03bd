"""Where the heading row of a speakers list is, and which field each column holds."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ipu_session.domain.text.text_folding import fold
from ipu_session.importers.files.tables import Table
from ipu_session.importers.speakers.column_headings import NAME_PARTS, field_of, fields_in, is_half_name

_ROWS_LOOKED_AT = 60
_ENOUGH = 2
"""Headings that a second heading row must explain."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The rows of headings (``first`` to ``last``, from 0), what stands there, the field of each column."""

    first: int
    last: int
    headings: tuple[str, ...]
    fields: tuple[str, ...]

    @property
    def explained(self) -> int:
        """How many columns have a field."""
        return sum(map(bool, self.fields))

    @property
    def is_list(self) -> bool:
        """Whether the delegation and the name both have a column."""
        return "delegation" in self.fields and bool(NAME_PARTS & set(self.fields))

    @property
    def name_parts_apart(self) -> Iterator[int]:
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
            again = field_of(heading) in NAME_PARTS and self._is_repeated(column)
            if (not heading and after_name) or again or (not whole and is_half_name(heading)):
                yield column

    def _is_repeated(self, column: int) -> bool:
        return fold(self.headings[column]) in map(fold, self.headings[:column])

    def unnamed(self, table: Table) -> Iterator[int]:
        """Yield the columns without a heading that hold something, and are not read."""
        for column, (heading, field) in enumerate(zip(self.headings, self.fields, strict=True)):
            below = (row[column] for row in table.rows[self.last + 1 :] if column < len(row))
            if not heading and not field and any(map(str.strip, below)):
                yield column


def layout_of(table: Table, chosen: Mapping[int, str], *, by_hand: bool = False) -> Layout | None:
    """Return the layout that explains most columns, the first of equal ones; None if no row has headings.

    ``chosen`` are the user's own readings: column → field, or an empty string. ``by_hand`` takes the first
    row of several cells where no heading is known.
    """
    best: Layout | None = None
    for at in range(min(_ROWS_LOOKED_AT, len(table.rows))):
        for last in (at, at + 1):
            found = _layout(table, at, last)
            if found is not None and (best is None or _score(found) > _score(best)):
                best = found
    if best is None:
        return _by_hand(table, chosen) if chosen or by_hand else None
    return Layout(best.first, best.last, best.headings, _with(best.fields, chosen))


def _score(layout: Layout) -> tuple[bool, int, int]:
    """Rank layouts: a list before half a list, then the most columns explained, then the fewest rows."""
    return layout.is_list, layout.explained, layout.first - layout.last


def _layout(table: Table, first: int, last: int) -> Layout | None:
    rows = table.rows[first : last + 1]
    if len(rows) <= last - first:
        return None
    headings = list(rows[0]) if first == last else _two_rows(*rows)
    fields = _each_once(fields_in(headings))
    if not {"delegation", *NAME_PARTS} & set(fields):
        return None
    if first != last and not _adds(rows, fields):
        return None
    return Layout(first, last, tuple(" ".join(heading.split()) for heading in headings), fields)


def _two_rows(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """Return the headings of two rows: the lower one where it says something, else the upper one."""
    width = max(len(upper), len(lower))
    above = [*upper, *[""] * (width - len(upper))]
    below = [*lower, *[""] * (width - len(lower))]
    return [low if low.strip() else high for high, low in zip(above, below, strict=True)]


def _adds(rows: Sequence[Sequence[str]], fields: Sequence[str]) -> bool:
    """Return whether two rows are headings both: every cell of the lower one is, and they explain more."""
    upper, lower = (_each_once(fields_in(row)) for row in rows)
    said = sum(1 for cell in rows[1] if cell.strip())
    explained = sum(map(bool, lower))
    more = sum(map(bool, fields)) > max(sum(map(bool, upper)), explained)
    return more and explained >= _ENOUGH and explained * 2 > said


def _each_once(fields: Sequence[str]) -> tuple[str, ...]:
    """Return fields, none of them twice: the first column that is called so holds it."""
    kept: list[str] = []
    for field in fields:
        kept.append("" if field in kept else field)
    return tuple(kept)


def _with(fields: Sequence[str], chosen: Mapping[int, str]) -> tuple[str, ...]:
    """Return fields with the user's own readings, which take a field away from another column."""
    taken = {field for field in chosen.values() if field}
    return tuple(chosen.get(column, "" if field in taken else field) for column, field in enumerate(fields))


def _by_hand(table: Table, chosen: Mapping[int, str]) -> Layout | None:
    """Return the first row with more than one cell as headings, read as the user says."""
    for at, row in enumerate(table.rows):
        if sum(1 for cell in row if cell.strip()) > 1:
            fields = tuple(chosen.get(column, "") for column in range(len(row)))
            return Layout(at, at, tuple(" ".join(cell.split()) for cell in row), fields)
    return None
