"""A table of lines that are only read; it changes as few rows as it can, so that the selection survives."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QPalette

from ipu_session.ui.strings import labels
from ipu_session.ui.strings.literal_text import plain_tip

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_TEXTS = frozenset({int(Qt.ItemDataRole.DisplayRole), _TIP})
_COLOUR, _FONT = int(Qt.ItemDataRole.ForegroundRole), int(Qt.ItemDataRole.FontRole)
_CHOOSABLE = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
_ANSWERED = _TEXTS | {_COLOUR, _FONT}


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its cells, what it stands for, and whether it is shown as of less weight."""

    cells: tuple[str, ...]
    key: object = None
    quiet: bool = False
    heading: bool = False
    """A heading between rows: it cannot be chosen."""


class LinesModel(QAbstractTableModel):
    """Shows lines under fixed headings."""

    def __init__(self, headings: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings = tuple(headings)
        self._lines: tuple[Line, ...] = ()

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines as shown."""
        return self._lines

    def line(self, row: int) -> Line:
        """Return what a row shows."""
        return self._lines[row]

    def key(self, row: int) -> object:
        """Return what a row stands for; None for no row."""
        return self._lines[row].key if 0 <= row < len(self._lines) else None

    def row_of(self, key: object) -> int:
        """Return the row that stands for ``key``, or -1."""
        return next((row for row, line in enumerate(self._lines) if line.key == key), -1)

    def show(self, lines: Sequence[Line]) -> None:
        """Show other lines; equal ones at the top and the end stay where they are."""
        new, old = tuple(lines), self._lines
        if new == old:
            return
        top = _common(old, new)
        end = _common(old[top:][::-1], new[top:][::-1])
        kept = min(len(old), len(new)) - top - end
        gone, come = len(old) - top - end - kept, len(new) - top - end - kept
        at = top + kept
        if gone:
            self.beginRemoveRows(_ROOT, at, at + gone - 1)
            self._lines = (*old[:at], *old[at + gone :])
            self.endRemoveRows()
        if come:
            self.beginInsertRows(_ROOT, at, at + come - 1)
            self._lines = (*self._lines[:at], *new[at : at + come], *self._lines[at:])
            self.endInsertRows()
        self._lines = new
        if kept:
            self.dataChanged.emit(self.index(top, 0), self.index(at - 1, len(self._headings) - 1))

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows."""
        # A view asks for seven things of each cell that it paints: most of them have no answer.
        if role not in _ANSWERED or not index.isValid():
            return None
        line = self.line(index.row())
        if role in _TEXTS:
            shown = labels.shortened(line.cells[index.column()])
            return plain_tip(shown) if role == _TIP else shown
        if role == _COLOUR and line.quiet:
            return QGuiApplication.palette().brush(QPalette.ColorRole.PlaceholderText)
        if role == _FONT and line.heading:
            font = QGuiApplication.font()
            font.setBold(True)
            return font
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return a heading."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._headings[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that a line may be chosen, unless it is a heading."""
        if not index.isValid() or self.line(index.row()).heading:
            return Qt.ItemFlag.NoItemFlags
        return _CHOOSABLE


def _common(one: tuple[Line, ...], other: tuple[Line, ...]) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
