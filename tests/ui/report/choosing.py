"""Choosing a row whatever key the test pressed last."""

from PySide6.QtCore import QItemSelectionModel


def choose(view, row):
    """Choose a row alone: `selectRow` heeds a Ctrl that was held a moment ago."""
    flags = QItemSelectionModel.SelectionFlag
    view.selectionModel().setCurrentIndex(view.model().index(row, 0), flags.ClearAndSelect | flags.Rows)
