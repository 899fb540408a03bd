"""The model of many rows builds a row when it is asked for, once, and again after a change."""

from PySide6.QtCore import QPersistentModelIndex
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy

from ipu_session.ui.widgets.rows.lazy_rows_model import LazyRowsModel
from ipu_session.ui.widgets.rows.rows_model import TableRow


class BuiltRows:
    """Builds rows and records the keys."""

    def __init__(self) -> None:
        self.keys: list[object] = []
        self.suffix = ""

    def build(self, key: object) -> TableRow:
        self.keys.append(key)
        return TableRow((f"row {key}{self.suffix}",), key)


def test_a_row_is_built_once_and_again_after_a_change(qapp: object) -> None:
    built = BuiltRows()
    model = LazyRowsModel(("Row",), built.build)
    model.set_keys(range(1000))
    assert built.keys == []
    assert [model.row_at(7).cells, model.index(7, 0).data()] == [("row 7",), "row 7"]
    assert built.keys == [7]
    built.suffix = "!"
    model.set_keys(range(1000))
    assert model.index(7, 0).data() == "row 7!"


def test_few_changes_keep_the_other_rows_and_many_reset_the_model(qapp: object) -> None:
    model = LazyRowsModel(("Row",), BuiltRows().build)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_keys((1, 2, 3, 4))
    last, resets = QPersistentModelIndex(model.index(3, 0)), QSignalSpy(model.modelReset)
    model.set_keys((1, 9, 8, 3, 4))
    assert (last.row(), resets.count()) == (4, 0)
    assert [model.key_at(row) for row in (-1, 1, 5)] == [None, 9, None]
    assert (model.row_of_key(8), model.row_of_key(2)) == (2, -1)
    model.set_keys(range(200))
    assert (resets.count(), model.rowCount()) == (1, 200)
    assert tester.model() is model
