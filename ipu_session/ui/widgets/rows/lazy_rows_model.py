"""A table of many thousand lines: each is made when it comes into sight."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QObject

from ipu_session.ui.widgets.rows.rows_model import Index, Line, LinesModel

_ROOT = QModelIndex()
_MANY = 100
"""So many rows at once are another list: to tell of each takes longer than to begin anew."""


class LongLines(LinesModel):
    """Holds what each row stands for; ``make`` returns the line for that, even if it is there no more."""

    def __init__(
        self, headings: Sequence[str], make: Callable[[object], Line], parent: QObject | None = None
    ) -> None:
        super().__init__(headings, parent)
        self._make = make
        self._keys: list[object] = []
        self._made: dict[object, Line] = {}

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every line; all of them are made."""
        return tuple(map(self.line, range(len(self._keys))))

    def line(self, row: int) -> Line:
        """Return what a row shows."""
        key = self._keys[row]
        if key not in self._made:
            self._made[key] = self._make(key)
        return self._made[key]

    def key(self, row: int) -> object:
        """Return what a row stands for; None for no row."""
        return self._keys[row] if 0 <= row < len(self._keys) else None

    def row_of(self, key: object) -> int:
        """Return the row that stands for ``key``, or -1."""
        return self._keys.index(key) if key in self._keys else -1

    def show_keys(self, keys: Sequence[object]) -> None:
        """Show other rows; the same ones at the top and the end stay where they are."""
        new, old = list(keys), self._keys
        top = _common(old, new)
        end = _common(old[top:][::-1], new[top:][::-1])
        gone, come = len(old) - top - end, len(new) - top - end
        if gone + come > _MANY:
            self.beginResetModel()
            self._keys = new
            self._made.clear()
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
        self._made.clear()
        if new:
            self.dataChanged.emit(self.index(0, 0), self.index(len(new) - 1, self.columnCount() - 1))

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._keys)


def _common(one: list[object], other: list[object]) -> int:
    """Return how many rows are the same from the top; whole pieces are compared, not rows."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
