"""Read-only table model that changes as few rows as possible, so that the selection survives."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QPalette

from ipu_session.ui.strings import labels
from ipu_session.ui.strings.literal_text import literal_tooltip
from ipu_session.ui.widgets.rows.row_diff import apply_row_diff, diff_rows

AnyModelIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_TOOLTIP_ROLE = int(Qt.ItemDataRole.ToolTipRole)
_TEXT_ROLES = frozenset({int(Qt.ItemDataRole.DisplayRole), _TOOLTIP_ROLE})
_COLOUR, _FONT = int(Qt.ItemDataRole.ForegroundRole), int(Qt.ItemDataRole.FontRole)
_SELECTABLE_FLAGS = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
_ANSWERED_ROLES = _TEXT_ROLES | {_COLOUR, _FONT}


class TableRow(Struct, frozen=True):
    """Texts of the cells of a row, its key for the program, and how it is shown (``is_quiet``: in a muted colour)."""

    cells: tuple[str, ...]
    key: object = None
    is_quiet: bool = False
    is_heading: bool = False
    """Whether it is a heading between rows, in bold and not selectable."""


class RowsModel(QAbstractTableModel):
    """Rows under fixed column headings."""

    def __init__(self, headings: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings = tuple(headings)
        self._rows: tuple[TableRow, ...] = ()

    @property
    def rows(self) -> tuple[TableRow, ...]:
        """The rows in order."""
        return self._rows

    def row_at(self, row: int) -> TableRow:
        """Return a row; IndexError if out of range."""
        return self._rows[row]

    def key_at(self, row: int) -> object:
        """Return the key of a row; None if ``row`` is out of range."""
        return self._rows[row].key if 0 <= row < len(self._rows) else None

    def row_of_key(self, key: object) -> int:
        """Return the number of the first row with this key, or -1."""
        return next((number for number, row in enumerate(self._rows) if row.key == key), -1)

    def set_rows(self, rows: Sequence[TableRow]) -> None:
        """Replace the rows; equal rows at the beginning and end stay, others are updated in place where possible."""
        old, new = self._rows, tuple(rows)
        apply_row_diff(self, diff_rows(old, new, in_place=True), old, new, self._store_rows)

    def _store_rows(self, rows: tuple[TableRow, ...]) -> None:
        self._rows = rows

    def rowCount(self, parent: AnyModelIndex = _ROOT) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyModelIndex = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._headings)

    def data(self, index: AnyModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return text, tooltip, colour or font of a cell; None for other roles."""
        # Early return for speed: a view asks for seven roles of each cell that it paints.
        if role not in _ANSWERED_ROLES or not index.isValid():
            return None
        row = self.row_at(index.row())
        if role in _TEXT_ROLES:
            text = labels.shorten_for_row(row.cells[index.column()])
            return literal_tooltip(text) if role == _TOOLTIP_ROLE else text
        if role == _COLOUR and row.is_quiet:
            return QGuiApplication.palette().brush(QPalette.ColorRole.PlaceholderText)
        if role == _FONT and row.is_heading:
            font = QGuiApplication.font()
            font.setBold(True)
            return font
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the heading of a column."""
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._headings[section]
        return None

    def flags(self, index: AnyModelIndex) -> Qt.ItemFlag:
        """Return the flags: rows are selectable, headings are not."""
        if not index.isValid() or self.row_at(index.row()).is_heading:
            return Qt.ItemFlag.NoItemFlags
        return _SELECTABLE_FLAGS
