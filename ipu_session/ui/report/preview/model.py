"""List model of the preview lines; an update replaces only the rows that differ, to keep the scroll position."""

from collections.abc import Sequence
from itertools import chain

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from ipu_session.domain.exchange.report_preview import PreviewLine
from ipu_session.domain.text.text_folding import fold
from ipu_session.ui.widgets.rows.row_diff import apply_row_diff, diff_rows

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class PreviewModel(QAbstractListModel):
    """Model of the lines of a preview."""

    _lines: tuple[PreviewLine, ...] = ()

    @property
    def lines(self) -> tuple[PreviewLine, ...]:
        """The lines shown."""
        return self._lines

    def line_at(self, row: int) -> PreviewLine | None:
        """Return the line of a row; None if there is no such row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def set_lines(self, lines: Sequence[PreviewLine]) -> None:
        """Replace the lines; the common prefix and suffix stay in place."""
        old, new = self._lines, tuple(lines)
        apply_row_diff(self, diff_rows(old, new), old, new, self._store_lines)

    def _store_lines(self, lines: tuple[PreviewLine, ...]) -> None:
        self._lines = lines

    def nearest_row(self, line: PreviewLine | None, row: int) -> int:
        """Return the row of an equal line, else of a line with the same source, else ``row``."""
        if line is not None:
            for number, each in enumerate(self._lines):
                if each == line:
                    return number
            for number, each in enumerate(self._lines):
                if line.source is not None and each.source == line.source:
                    return number
        return row

    def find_row(self, folded: str, row: int, step: int) -> int | None:
        """Return the first row with a folded text from ``row + step`` on, wrapping round, backwards for -1; or None."""
        count = len(self._lines)
        if step < 0:
            rows = chain(range(row - 1, -1, -1), range(count - 1, row - 1, -1))
        else:
            rows = chain(range(max(0, row + step), count), range(min(row + step, count)))
        return next((number for number in rows if folded in fold(self._lines[number].text)), None)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a line: its text (DisplayRole) or the line itself (UserRole)."""
        line = self.line_at(index.row())
        if line is None:
            return None
        if role == Qt.ItemDataRole.UserRole:
            return line
        return line.text if role == Qt.ItemDataRole.DisplayRole else None
