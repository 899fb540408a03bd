"""Notes dragged into the synthesis, and passages within it; what moves is asked for, never done here."""

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
        """Return that each may be dragged."""
        found = super().flags(index)
        return found | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else found

    def mimeTypes(self) -> list[str]:
        """Return the one form that dragged notes have; it means nothing to any other program."""
        return [_NOTES_MIME_TYPE]

    def mimeData(self, indexes: object) -> QMimeData:
        """Return the notes dragged."""
        return _encode_keys(_NOTES_MIME_TYPE, indexes, self)


class PassagesModel(RowsModel):
    """Passages below their sections; notes and other passages may be dropped on either."""

    notes_dropped = Signal(object, object)
    """The notes' numbers, and what the row they were dropped on stands for."""
    passage_dropped = Signal(object, object)
    """The passage's number, and what the row it was dropped on stands for."""

    def flags(self, index: AnyModelIndex) -> Qt.ItemFlag:
        """Return that a row may be dragged and dropped on."""
        found = super().flags(index) | Qt.ItemFlag.ItemIsDropEnabled
        return found | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else found

    def supportedDropActions(self) -> Qt.DropAction:
        """Return what may come of a drop."""
        return Qt.DropAction.CopyAction | Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Return what may be dropped."""
        return [_NOTES_MIME_TYPE, _PASSAGE_MIME_TYPE]

    def mimeData(self, indexes: object) -> QMimeData:
        """Return the passage dragged."""
        return _encode_keys(_PASSAGE_MIME_TYPE, indexes, self)

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: AnyModelIndex
    ) -> bool:
        """Say what was dropped on which row; between two it is the upper one."""
        on = self.key_at(parent.row() if parent.isValid() else row - 1 if row > 0 else self.rowCount() - 1)
        if data.hasFormat(_NOTES_MIME_TYPE):
            self.notes_dropped.emit(_decode_keys(data, _NOTES_MIME_TYPE), on)
        elif numbers := _decode_keys(data, _PASSAGE_MIME_TYPE):
            self.passage_dropped.emit(numbers[0], on)
        return False


def enable_note_dragging(view: QTableView) -> None:
    """Let the rows of a view on ``DraggableNotesModel`` be dragged away."""
    view.setDragEnabled(True)
    view.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
    view.setDefaultDropAction(Qt.DropAction.CopyAction)


def enable_passage_drops(view: QTableView) -> None:
    """Let a view on ``PassagesModel`` take notes, and its own rows, dropped on its rows."""
    view.setDragEnabled(True)
    view.setAcceptDrops(True)
    view.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
    view.setDragDropOverwriteMode(True)
    view.setDropIndicatorShown(True)


def _encode_keys(form: str, indexes: object, model: RowsModel) -> QMimeData:
    rows = sorted({index.row() for index in indexes}) if isinstance(indexes, list | tuple) else []
    keys = [key for key in map(model.key_at, rows) if isinstance(key, int)]
    made = QMimeData()
    made.setData(form, " ".join(map(str, keys)).encode("ascii"))
    return made


def _decode_keys(data: QMimeData, form: str) -> Sequence[int]:
    words = bytes(data.data(form).data()).decode("ascii", "replace").split()
    return tuple(int(word) for word in words if word.isdecimal())
