"""Notes dragged into the synthesis, and passages within it; what moves is asked for, never done here."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QTableView

from ipu_session.ui.widgets.rows.lazy_rows_model import LongLines
from ipu_session.ui.widgets.rows.rows_model import Index, LinesModel

_NOTES = "application/x-ipu-session-notes"
_PASSAGE = "application/x-ipu-session-passage"


class NoteLines(LongLines):
    """Notes that can be dragged, several at once."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that each may be dragged."""
        found = super().flags(index)
        return found | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else found

    def mimeTypes(self) -> list[str]:
        """Return the one form that dragged notes have; it means nothing to any other program."""
        return [_NOTES]

    def mimeData(self, indexes: object) -> QMimeData:
        """Return the notes dragged."""
        return _carried(_NOTES, indexes, self)


class PassageLines(LinesModel):
    """Passages below their sections; notes and other passages may be dropped on either."""

    notes_dropped = Signal(object, object)
    """The notes' numbers, and what the row they were dropped on stands for."""
    passage_dropped = Signal(object, object)
    """The passage's number, and what the row it was dropped on stands for."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that a row may be dragged and dropped on."""
        found = super().flags(index) | Qt.ItemFlag.ItemIsDropEnabled
        return found | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else found

    def supportedDropActions(self) -> Qt.DropAction:
        """Return what may come of a drop."""
        return Qt.DropAction.CopyAction | Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Return what may be dropped."""
        return [_NOTES, _PASSAGE]

    def mimeData(self, indexes: object) -> QMimeData:
        """Return the passage dragged."""
        return _carried(_PASSAGE, indexes, self)

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Say what was dropped on which row; between two it is the upper one."""
        on = self.key(parent.row() if parent.isValid() else row - 1 if row > 0 else self.rowCount() - 1)
        if data.hasFormat(_NOTES):
            self.notes_dropped.emit(_numbers(data, _NOTES), on)
        elif numbers := _numbers(data, _PASSAGE):
            self.passage_dropped.emit(numbers[0], on)
        return False


def let_notes_be_dragged(view: QTableView) -> None:
    """Let the rows of a view on ``NoteLines`` be dragged away."""
    view.setDragEnabled(True)
    view.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
    view.setDefaultDropAction(Qt.DropAction.CopyAction)


def let_passages_be_dropped_on(view: QTableView) -> None:
    """Let a view on ``PassageLines`` take notes, and its own rows, dropped on its rows."""
    view.setDragEnabled(True)
    view.setAcceptDrops(True)
    view.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
    view.setDragDropOverwriteMode(True)
    view.setDropIndicatorShown(True)


def _carried(form: str, indexes: object, model: LinesModel) -> QMimeData:
    rows = sorted({index.row() for index in indexes}) if isinstance(indexes, list | tuple) else []
    keys = [key for key in map(model.key, rows) if isinstance(key, int)]
    made = QMimeData()
    made.setData(form, " ".join(map(str, keys)).encode("ascii"))
    return made


def _numbers(data: QMimeData, form: str) -> Sequence[int]:
    words = bytes(data.data(form).data()).decode("ascii", "replace").split()
    return tuple(int(word) for word in words if word.isdecimal())
