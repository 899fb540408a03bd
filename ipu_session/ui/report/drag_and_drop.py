"""Drag and drop of notes into the synthesis and of passages within it; the models change nothing."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QTableView

from ipu_session.ui.widgets.rows.lazy_rows_model import LazyRowsModel
from ipu_session.ui.widgets.rows.rows_model import AnyModelIndex, RowsModel

_NOTES_MIME_TYPE = "application/x-ipu-session-notes"
_PASSAGE_MIME_TYPE = "application/x-ipu-session-passage"


class DraggableNotesModel(LazyRowsModel):
    """Notes that can be dragged, several at once."""

    def flags(self, index: AnyModelIndex) -> Qt.ItemFlag:
        """Return the item flags: each row can be dragged."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def mimeTypes(self) -> list[str]:
        """Return the MIME type of dragged notes, private to this program."""
        return [_NOTES_MIME_TYPE]

    def mimeData(self, indexes: object) -> QMimeData:
        """Return the ids of the notes dragged, as MIME data."""
        return _encode_keys(_NOTES_MIME_TYPE, indexes, self)


class PassagesModel(RowsModel):
    """Passages below their sections; notes and passages can be dropped on either."""

    notes_dropped = Signal(object, object)
    """Ids of the notes, and the key of the row they were dropped on."""
    passage_dropped = Signal(object, object)
    """Id of the passage, and the key of the row it was dropped on."""

    def flags(self, index: AnyModelIndex) -> Qt.ItemFlag:
        """Return the item flags: each row can be dragged, and accepts drops."""
        flags = super().flags(index) | Qt.ItemFlag.ItemIsDropEnabled
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else flags

    def supportedDropActions(self) -> Qt.DropAction:
        """Return the drop actions: copy (notes) and move (passages)."""
        return Qt.DropAction.CopyAction | Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Return the MIME types accepted."""
        return [_NOTES_MIME_TYPE, _PASSAGE_MIME_TYPE]

    def mimeData(self, indexes: object) -> QMimeData:
        """Return the id of the passage dragged, as MIME data; empty for the heading of a section."""
        return _encode_keys(_PASSAGE_MIME_TYPE, indexes, self)

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: AnyModelIndex
    ) -> bool:
        """Emit what was dropped and the key of the target: the row under the pointer, or above it between two rows."""
        target = self.key_at(parent.row() if parent.isValid() else row - 1 if row > 0 else self.rowCount() - 1)
        if data.hasFormat(_NOTES_MIME_TYPE):
            self.notes_dropped.emit(_decode_keys(data, _NOTES_MIME_TYPE), target)
        elif keys := _decode_keys(data, _PASSAGE_MIME_TYPE):
            self.passage_dropped.emit(keys[0], target)
        return False


def enable_note_dragging(view: QTableView) -> None:
    """Enable dragging from a view of a ``DraggableNotesModel``."""
    view.setDragEnabled(True)
    view.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
    view.setDefaultDropAction(Qt.DropAction.CopyAction)


def enable_passage_drops(view: QTableView) -> None:
    """Enable drops of notes and passages on the rows of a view of a ``PassagesModel``."""
    view.setDragEnabled(True)
    view.setAcceptDrops(True)
    view.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
    view.setDragDropOverwriteMode(True)
    view.setDropIndicatorShown(True)


def _encode_keys(mime_type: str, indexes: object, model: RowsModel) -> QMimeData:
    rows = sorted({index.row() for index in indexes}) if isinstance(indexes, list | tuple) else []
    keys = [key for key in map(model.key_at, rows) if isinstance(key, int)]
    data = QMimeData()
    data.setData(mime_type, " ".join(map(str, keys)).encode("ascii"))
    return data


def _decode_keys(data: QMimeData, mime_type: str) -> Sequence[int]:
    keys = bytes(data.data(mime_type).data()).decode("ascii", "replace").split()
    return tuple(int(key) for key in keys if key.isdecimal())
