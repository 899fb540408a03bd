"""Choosing a row whatever key the test pressed last."""

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QTableView


def choose(view: QTableView, row: int) -> None:
    """Choose a row alone: `selectRow` heeds a Ctrl that was held a moment ago."""
    flags = QItemSelectionModel.SelectionFlag
    view.selectionModel().setCurrentIndex(view.model().index(row, 0), flags.ClearAndSelect | flags.Rows)
