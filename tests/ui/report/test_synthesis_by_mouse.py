"""The synthesis by drag: notes onto sections and passages; who supports elements."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView

from ipu_session.domain.model.passages import SynthesisSection
from ipu_session.ui.report.drag_and_drop import PassagesModel
from ipu_session.ui.report.workspace import ReportWorkspace
from tests.ui.report.conftest import Noted
from tests.ui.report.row_selection import choose


def carry(source: QTableView, rows: list[int], target: PassagesModel, key: SynthesisSection | int) -> None:
    """Drag rows of one view onto the row of another that stands for ``key``."""
    model = source.model()
    carried = model.mimeData([model.index(row, 0) for row in rows])
    onto = target.index(target.row_of_key(key), 0)
    assert target.flags(onto) & Qt.ItemFlag.ItemIsDropEnabled
    target.dropMimeData(carried, Qt.DropAction.CopyAction, -1, -1, onto)


def test_notes_dragged_onto_a_section_become_passages_of_it(shown: ReportWorkspace, noted: Noted) -> None:
    assert shown.theme_notes.notes_view.dragEnabled()
    assert shown.synthesis.passages.view.acceptDrops()
    carry(shown.theme_notes.notes_view, [0, 1], shown.synthesis.passages.model, SynthesisSection.DIFFERENCES)
    assert [(s, text) for s, text, _ in noted.written] == [
        ("differences", "Data on women migrants"),
        ("differences", "A common register"),
    ]
    assert [len(p.notes) for p in noted.session.passages] == [1, 1]
    noted.bridge.undo()
    assert noted.written == []


def test_a_note_dragged_onto_a_passage_is_what_it_rests_on_too(shown: ReportWorkspace, noted: Noted) -> None:
    carry(shown.theme_notes.notes_view, [0], shown.synthesis.passages.model, SynthesisSection.CONVERGENCE)
    [passage] = noted.session.passages
    carry(shown.theme_notes.notes_view, [1], shown.synthesis.passages.model, passage.id)
    [passage] = noted.session.passages
    assert len(passage.notes) == 2
    assert shown.theme_notes.unused_label.text() == "notes used nowhere: 1"


def test_passages_dragged_change_place_and_section(shown: ReportWorkspace, noted: Noted) -> None:
    carry(shown.theme_notes.notes_view, [0, 1], shown.synthesis.passages.model, SynthesisSection.CONVERGENCE)
    data, register = noted.session.passages
    model = shown.synthesis.passages.model
    carry(shown.synthesis.passages.view, [model.row_of_key(register.id)], model, data.id)
    assert [p.id for p in noted.session.passages] == [register.id, data.id]
    carry(shown.synthesis.passages.view, [model.row_of_key(register.id)], model, SynthesisSection.QUESTIONS)
    assert {p.id: p.section for p in noted.session.passages}[register.id] is SynthesisSection.QUESTIONS


def test_below_the_last_row_is_its_section(shown: ReportWorkspace, noted: Noted) -> None:
    model = shown.synthesis.passages.model
    carried = shown.theme_notes.notes_model.mimeData([shown.theme_notes.notes_model.index(0, 0)])
    model.dropMimeData(carried, Qt.DropAction.CopyAction, model.rowCount(), 0, QModelIndex())
    assert [section for section, _, _ in noted.written] == ["questions"]


def test_all_proposals_make_elements_and_who_supports_one_is_typed(shown: ReportWorkspace, noted: Noted) -> None:
    QTest.keyClick(shown.theme_notes.themes_view, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    shown.theme_notes.notes_view.setFocus()
    choose(shown.theme_notes.notes_view, 0)
    QTest.keyClick(shown.theme_notes.notes_view, Qt.Key.Key_Return)
    assert [(s, text) for s, text, _ in noted.written] == [("operative", "A common register")]
    elements = shown.elements
    assert shown.tabs.currentWidget() is elements
    elements.passages.view.selectRow(elements.passages.model.row_of_key(noted.session.passages[0].id))
    line = elements.supporters_line.line
    line.setFocus()
    QTest.keyClicks(line, "pe; samo")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert noted.session.passages[0].supporters == ("PE", "WS")
    assert line.text() == "Peru; Samoa"
    assert elements.passages.model.rows[-1].cells[1] == "Kenya; Peru; Samoa"
    QTest.keyClicks(line, "; Atlantis")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert elements.supporters_line.message.text() == "no such delegation: Atlantis"
    assert line.text() == "Peru; Samoa; Atlantis"
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Delete)
    shown.theme_notes.themes_view.setFocus()
    assert not noted.session.passages[0].supporters
