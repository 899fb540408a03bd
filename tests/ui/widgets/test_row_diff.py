"""The smallest change of rows: what stays, what is updated in place, what is removed and inserted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from ipu_session.ui.core.common_prefix import common_prefix_length
from ipu_session.ui.widgets.rows.row_diff import RowDiff, apply_row_diff, diff_rows
from ipu_session.ui.widgets.rows.rows_model import RowsModel, TableRow

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
words = st.text("abc", max_size=8)


class LettersModel(QAbstractTableModel):
    """One row for each letter."""

    letters: tuple[str, ...] = ()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.letters)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return self.letters[index.row()] if role == Qt.ItemDataRole.DisplayRole else None

    def store(self, letters: tuple[str, ...]) -> None:
        self.letters = letters

    def change(self, new: str, *, in_place: bool) -> None:
        diff = diff_rows(self.letters, tuple(new), in_place=in_place)
        apply_row_diff(self, diff, self.letters, tuple(new), self.store)


@pytest.mark.parametrize(
    ("old", "new", "in_place", "expected"),
    [
        ("abc", "abc", False, RowDiff(3, 0, 0, 0)),
        ("", "ab", False, RowDiff(0, 0, 0, 2)),
        ("abc", "ac", False, RowDiff(1, 0, 1, 0)),
        ("ac", "abc", True, RowDiff(1, 0, 0, 1)),
        ("abc", "axc", False, RowDiff(1, 0, 1, 1)),
        ("abc", "axc", True, RowDiff(1, 1, 0, 0)),
        ("abcd", "axyzd", True, RowDiff(1, 2, 0, 1)),
        ("abcd", "axd", True, RowDiff(1, 1, 1, 0)),
        ("aa", "aaa", False, RowDiff(2, 0, 0, 1)),
    ],
)
def test_only_the_stretch_that_differs_is_changed(old: str, new: str, in_place: bool, expected: RowDiff) -> None:
    assert diff_rows(tuple(old), tuple(new), in_place=in_place) == expected


@given(words, words, st.booleans())
def test_a_model_has_the_new_rows_and_keeps_the_contract_of_item_models(old: str, new: str, in_place: bool) -> None:
    model = LettersModel()
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(model, fatal)
    model.change(old, in_place=in_place)
    kept = common_prefix_length(old, new)
    rows = [QPersistentModelIndex(model.index(row, 0)) for row in range(len(old))]
    model.change(new, in_place=in_place)
    assert model.letters == tuple(new)
    assert [index.row() for index in rows[:kept]] == list(range(kept))
    assert tester.model() is model


@given(st.text("ab"), st.text("ab"))
def test_the_common_prefix_is_the_longest_one(one: str, other: str) -> None:
    length = common_prefix_length(one, other)
    assert one[:length] == other[:length]
    assert one[length : length + 1] != other[length : length + 1] or length == len(one) == len(other)


def test_a_row_whose_text_changes_stays_the_same_row_of_the_view(qapp: object) -> None:
    model = RowsModel(("Name",))
    model.set_rows([TableRow(("Kenya",), 1), TableRow(("Peru",), 2), TableRow(("Samoa",), 3)])
    peru, samoa = (QPersistentModelIndex(model.index(row, 0)) for row in (1, 2))
    model.set_rows([TableRow(("Kenya",), 1), TableRow(("Peru, corrected",), 2), TableRow(("Samoa",), 3)])
    assert (peru.row(), peru.data()) == (1, "Peru, corrected")
    model.set_rows([TableRow(("Samoa",), 3)])
    assert (peru.isValid(), samoa.row()) == (False, 0)
