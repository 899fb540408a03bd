"""A table of many thousand lines: each is made when it comes into sight."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QObject

from ipu_session.ui.widgets.rows.rows_model import AnyModelIndex, RowsModel, TableRow

_ROOT = QModelIndex()
_MAX_ROW_CHANGES = 100
"""So many rows at once are another list: to tell of each takes longer than to begin anew."""


class LazyRowsModel(RowsModel):
    """Holds what each row stands for; ``make`` returns the line for that, even if it is there no more."""

    def __init__(
        self, headings: Sequence[str], make: Callable[[object], TableRow], parent: QObject | None = None
    ) -> None:
        super().__init__(headings, parent)
        self._build_row = make
        self._keys: list[object] = []
        self._row_cache: dict[object, TableRow] = {}

    @property
    def rows(self) -> tuple[TableRow, ...]:
        """Every line; all of them are made."""
        return tuple(map(self.row_at, range(len(self._keys))))

    def row_at(self, row: int) -> TableRow:
        """Return what a row shows."""
        key = self._keys[row]
        if key not in self._row_cache:
            self._row_cache[key] = self._build_row(key)
        return self._row_cache[key]

    def key_at(self, row: int) -> object:
        """Return what a row stands for; None for no row."""
        return self._keys[row] if 0 <= row < len(self._keys) else None

    def row_of_key(self, key: object) -> int:
        """Return the row that stands for ``key``, or -1."""
        return self._keys.index(key) if key in self._keys else -1

    def set_keys(self, keys: Sequence[object]) -> None:
        """Show other rows; the same ones at the top and the end stay where they are."""
        new, old = list(keys), self._keys
        top = _common_prefix_length(old, new)
        end = _common_prefix_length(old[top:][::-1], new[top:][::-1])
        gone, come = len(old) - top - end, len(new) - top - end
        if gone + come > _MAX_ROW_CHANGES:
            self.beginResetModel()
            self._keys = new
            self._row_cache.clear()
            self.endResetModel()
            return
        if gone:
            self.beginRemoveRows(_ROOT, top, top + gone - 1)
            self._keys = old[:top] + old[top + gone :]
            self.endRemoveRows()
        if come:
            self.beginInsertRows(_ROOT, top, top + come - 1)
            self._keys = new
            self.endInsertRows()
        # Only now: rows that went were measured once more on their way.
        self._row_cache.clear()
        if new:
            self.dataChanged.emit(self.index(0, 0), self.index(len(new) - 1, self.columnCount() - 1))

    def rowCount(self, parent: AnyModelIndex = _ROOT) -> int:
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._keys)


def _common_prefix_length(one: list[object], other: list[object]) -> int:
    """Return how many rows are the same from the top; whole pieces are compared, not rows."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
