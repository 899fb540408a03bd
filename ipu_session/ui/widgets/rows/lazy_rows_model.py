"""Table model for many thousand rows, each built when a view first asks for it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QObject

from ipu_session.ui.widgets.rows.rows_model import AnyModelIndex, RowsModel, TableRow

_ROOT = QModelIndex()
_MAX_ROW_CHANGES = 100
"""With more rows changed at once, a model reset is faster than inserting and removing rows."""


class LazyRowsModel(RowsModel):
    """Holds the keys of the rows; ``make`` builds the row of a key and must accept a key that no longer exists."""

    def __init__(
        self, headings: Sequence[str], make: Callable[[object], TableRow], parent: QObject | None = None
    ) -> None:
        super().__init__(headings, parent)
        self._build_row = make
        self._keys: list[object] = []
        self._row_cache: dict[object, TableRow] = {}

    @property
    def rows(self) -> tuple[TableRow, ...]:
        """All rows; builds each that is not cached."""
        return tuple(map(self.row_at, range(len(self._keys))))

    def row_at(self, row: int) -> TableRow:
        """Return a row, building it if it is not cached; IndexError if out of range."""
        key = self._keys[row]
        if key not in self._row_cache:
            self._row_cache[key] = self._build_row(key)
        return self._row_cache[key]

    def key_at(self, row: int) -> object:
        """Return the key of a row; None if out of range."""
        return self._keys[row] if 0 <= row < len(self._keys) else None

    def row_of_key(self, key: object) -> int:
        """Return the number of the row with this key, or -1."""
        return self._keys.index(key) if key in self._keys else -1

    def set_keys(self, keys: Sequence[object]) -> None:
        """Replace the rows; the common ones at the beginning and the end stay, so that the selection survives."""
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
        # Cleared only now: removed rows are measured once more while they are being removed.
        self._row_cache.clear()
        if new:
            self.dataChanged.emit(self.index(0, 0), self.index(len(new) - 1, self.columnCount() - 1))

    def rowCount(self, parent: AnyModelIndex = _ROOT) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._keys)


def _common_prefix_length(one: list[object], other: list[object]) -> int:
    """Return the length of the common prefix, by binary search over slices (faster than comparing row by row)."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
