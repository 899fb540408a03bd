"""Smallest change that turns the old rows of an item model into the new ones, so that selection and scrolling stay."""

from collections.abc import Callable
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QAbstractItemModel, QModelIndex

from ipu_session.ui.core.common_prefix import common_prefix_length

RowT = TypeVar("RowT")
_ROOT = QModelIndex()


class RowDiff(NamedTuple):
    """The range of rows that differs: ``updated`` rows are replaced in place, the following removed or inserted."""

    start: int
    """Number of the first row that differs."""
    updated: int
    removed: int
    """Number of rows removed after the updated rows."""
    inserted: int
    """Number of rows inserted after the updated rows."""

    @property
    def end_of_updated(self) -> int:
        """Number of the first row after the updated rows."""
        return self.start + self.updated


def diff_rows(old: tuple[RowT, ...], new: tuple[RowT, ...], *, in_place: bool = False) -> RowDiff:
    """Return the range of rows between the common beginning and the common end.

    With ``in_place`` old rows in it are replaced by new rows one by one, and only the surplus is removed or inserted: a
    selected row whose content changes stays selected. Otherwise all old rows in it are removed and all new rows
    inserted: the selection never passes to another row.
    """
    start = common_prefix_length(old, new)
    end = common_prefix_length(old[start:][::-1], new[start:][::-1])
    updated = min(len(old), len(new)) - start - end if in_place else 0
    return RowDiff(start, updated, len(old) - start - updated - end, len(new) - start - updated - end)


def apply_row_diff(
    model: QAbstractItemModel,
    diff: RowDiff,
    old: tuple[RowT, ...],
    new: tuple[RowT, ...],
    store: Callable[[tuple[RowT, ...]], object],
) -> None:
    """Change the rows of ``model`` from ``old`` to ``new``, with the notifications that Qt's views need.

    ``store`` puts rows into the model; it is called for each step of the change. Rows are updated in place only in
    a table model: a list model has no public ``columnCount()``.
    """
    if not (diff.updated or diff.removed or diff.inserted):
        return
    row = diff.end_of_updated
    following = old[row + diff.removed :]
    if diff.removed:
        model.beginRemoveRows(_ROOT, row, row + diff.removed - 1)
        store(old[:row] + following)
        model.endRemoveRows()
    if diff.inserted:
        model.beginInsertRows(_ROOT, row, row + diff.inserted - 1)
        store(old[:row] + new[row : row + diff.inserted] + following)
        model.endInsertRows()
    store(new)
    if diff.updated:
        model.dataChanged.emit(model.index(diff.start, 0), model.index(row - 1, model.columnCount() - 1))
