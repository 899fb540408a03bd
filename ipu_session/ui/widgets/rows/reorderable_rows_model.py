"""Table model whose rows can be reordered by drag and drop; a drop only emits a request."""

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QTableView

from ipu_session.ui.widgets.rows.rows_model import RowsModel

_ROW_MIME_TYPE = "application/x-ipu-session-row"
AnyModelIndex = QModelIndex | QPersistentModelIndex


class ReorderableRowsModel(RowsModel):
    """RowsModel with draggable rows; the view itself moves nothing, the slot of the signal does."""

    row_move_requested = Signal(object, int)
    """Key of the dragged row, and its new index, counted from 0 without the dragged row itself."""

    def flags(self, index: AnyModelIndex) -> Qt.ItemFlag:
        """Return the flags: rows can be dragged, and dropped between other rows."""
        flags = super().flags(index)
        return flags | (Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled)

    def supportedDropActions(self) -> Qt.DropAction:
        """Return MoveAction: rows are never copied."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Return the private MIME type of a dragged row, which other programs ignore."""
        return [_ROW_MIME_TYPE]

    def mimeData(self, indexes: object) -> QMimeData:
        """Return the number of the dragged row as MIME data."""
        rows = [index.row() for index in indexes] if isinstance(indexes, list | tuple) else []
        data = QMimeData()
        data.setData(_ROW_MIME_TYPE, str(rows[0] if rows else -1).encode("ascii"))
        return data

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: AnyModelIndex
    ) -> bool:
        """Emit `row_move_requested`; return False, so that the view moves nothing itself."""
        text = bytes(data.data(_ROW_MIME_TYPE).data()).decode("ascii")
        start = int(text) if text.isdecimal() else -1
        if not 0 <= start < len(self.rows):
            return False
        target = row if row >= 0 else (parent.row() if parent.isValid() else len(self.rows))
        self.row_move_requested.emit(self.key_at(start), target - 1 if target > start else target)
        return False


def enable_row_dragging(view: QTableView) -> None:
    """Enable drag and drop in a view whose model is a `ReorderableRowsModel`."""
    view.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
    view.setDragDropOverwriteMode(False)
    view.setDropIndicatorShown(True)
