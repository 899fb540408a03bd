"""Table model for many thousand rows, each built when a view first asks for it."""

from collections.abc import Callable, Sequence
from functools import cache

from PySide6.QtCore import QModelIndex, QObject

from ipu_session.ui.widgets.rows.row_diff import apply_row_diff, diff_rows
from ipu_session.ui.widgets.rows.rows_model import AnyModelIndex, RowsModel, TableRow

_ROOT = QModelIndex()
_MAX_ROW_CHANGES = 100
"""If more rows change at once, the model is reset: that is faster than inserting and removing rows."""


class LazyRowsModel(RowsModel):
    """Holds the keys of the rows; ``build_row`` builds the row of a key, also of one that no longer exists."""

    def __init__(
        self, headings: Sequence[str], build_row: Callable[[object], TableRow], parent: QObject | None = None
    ) -> None:
        super().__init__(headings, parent)
        self._build_cached_row = cache(build_row)
        self._keys: tuple[object, ...] = ()

    @property
    def rows(self) -> tuple[TableRow, ...]:
        """All rows; rows that are not cached are built."""
        return tuple(map(self.row_at, range(len(self._keys))))

    def row_at(self, row: int) -> TableRow:
        """Return a row, building it if it is not cached; IndexError if out of range."""
        return self._build_cached_row(self._keys[row])

    def key_at(self, row: int) -> object:
        """Return the key of a row; None if out of range."""
        return self._keys[row] if 0 <= row < len(self._keys) else None

    def row_of_key(self, key: object) -> int:
        """Return the number of the row with this key, or -1."""
        return self._keys.index(key) if key in self._keys else -1

    def set_keys(self, keys: Sequence[object]) -> None:
        """Replace the keys; common rows at the beginning and end stay (and stay selected), unless many rows change."""
        old, new = self._keys, tuple(keys)
        diff = diff_rows(old, new)
        if diff.removed + diff.inserted > _MAX_ROW_CHANGES:
            self.beginResetModel()
            self._keys = new
            self._build_cached_row.cache_clear()
            self.endResetModel()
            return
        apply_row_diff(self, diff, old, new, self._store_keys)
        # Cleared after the change: Qt measures rows once more while they are being removed.
        self._build_cached_row.cache_clear()
        if new:
            self.dataChanged.emit(self.index(0, 0), self.index(len(new) - 1, self.columnCount() - 1))

    def _store_keys(self, keys: tuple[object, ...]) -> None:
        self._keys = keys

    def rowCount(self, parent: AnyModelIndex = _ROOT) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._keys)
