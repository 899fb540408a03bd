"""A list whose rows can be dragged to another place; what moves is asked for, never done by the view."""

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QTableView

from ipu_session.ui.widgets.rows.rows_model import RowsModel

_ROW_MIME_TYPE = "application/x-ipu-session-row"
AnyModelIndex = QModelIndex | QPersistentModelIndex


class ReorderableRowsModel(RowsModel):
    """Lines that say where one of them was dropped."""

    row_move_requested = Signal(object, int)
    """What the dragged row stands for, and the place it was dropped at, counted from 0 without itself."""

    def flags(self, index: AnyModelIndex) -> Qt.ItemFlag:
        """Return that a row may be dragged, and that rows may be dropped between others."""
        found = super().flags(index)
        return found | (Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled)

    def supportedDropActions(self) -> Qt.DropAction:
        """Return that rows are moved, never copied."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Return the one form a dragged row has; it means nothing to any other program."""
        return [_ROW_MIME_TYPE]

    def mimeData(self, indexes: object) -> QMimeData:
        """Return a dragged row."""
        rows = [index.row() for index in indexes] if isinstance(indexes, list | tuple) else []
        made = QMimeData()
        made.setData(_ROW_MIME_TYPE, str(rows[0] if rows else -1).encode("ascii"))
        return made

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: AnyModelIndex
    ) -> bool:
        """Say where a row was dropped; the view itself moves nothing."""
        text = bytes(data.data(_ROW_MIME_TYPE).data()).decode("ascii")
        start = int(text) if text.isdecimal() else -1
        if not 0 <= start < len(self.rows):
            return False
        target = row if row >= 0 else (parent.row() if parent.isValid() else len(self.rows))
        self.row_move_requested.emit(self.key_at(start), target - 1 if target > start else target)
        return False


def enable_row_dragging(view: QTableView) -> None:
    """Let the rows of a view on ``ReorderableRowsModel`` be dragged."""
    view.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
    view.setDragDropOverwriteMode(False)
    view.setDropIndicatorShown(True)
