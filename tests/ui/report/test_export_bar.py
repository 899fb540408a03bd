"""The export bar by keyboard: every choice, remembered with the session, and a second export by one key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest

from ipu_session.domain import commands as c
from ipu_session.domain.exchange.report_options import Layout, Length, ReportChoice
from ipu_session.report.errors import ReportError, ReportTrouble
from ipu_session.ui.report.export_bar import ExportBar
from ipu_session.ui.report.options_storage import as_text, from_text
from tests.ui_fakes import fake_errands


@pytest.fixture
def bar(qtbot, noted, tmp_path):
    written = []

    def write(session, now, choice, target, progress):
        written.append((choice, target.path))

    made = ExportBar(noted.bridge, fake_errands(write_report=write, folder=lambda: tmp_path))
    made.written, made.asked = written, []
    made.ask_file = lambda suggested, kinds, then: then(made.asked.append(suggested) or tmp_path / "out.docx")
    qtbot.addWidget(made)
    made.show()
    qtbot.waitActive(made)
    yield made
    made.rest()


def test_every_choice_is_made_by_keyboard(bar):
    for field in (bar.choices.language, bar.choices.names, bar.choices.length):
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_Down)
    assert bar.choices.choice == ReportChoice("fr", Layout.THEMES, attributed=False, length=Length.SHORT)


def test_a_report_by_speakers_is_not_without_names(bar):
    QTest.keyClick(bar.choices.names, Qt.Key.Key_Down)
    QTest.keyClick(bar.choices.layout_, Qt.Key.Key_Down)
    assert bar.choices.choice.layout is Layout.SPEAKERS
    assert bar.choices.choice.possible
    assert not bar.choices.names.isEnabled()
    QTest.keyClick(bar.choices.layout_, Qt.Key.Key_Up)
    assert not bar.choices.choice.attributed


def test_choices_are_remembered_with_the_session(qtbot, bar, noted):
    QTest.keyClick(bar.choices.length, Qt.Key.Key_Down)
    again = ExportBar(noted.bridge, fake_errands())
    qtbot.addWidget(again)
    assert again.choices.choice == bar.choices.choice


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "7", '{"language": "xx", "layout": 3}', '{"layout": "speakers", "attributed": false}'],
)
def test_what_cannot_be_understood_is_as_usual(text):
    assert from_text(text, "fr").language == "fr"
    assert from_text(text, "fr").possible


def test_a_choice_survives_being_written_down():
    chosen = ReportChoice("fr", Layout.SPEAKERS, length=Length.SHORT)
    assert from_text(as_text(chosen), "en") == chosen


def test_a_second_export_asks_nothing(qtbot, bar):
    bar.export_again()
    qtbot.waitUntil(bar.open_button.isVisible)
    assert len(bar.asked) == 1
    bar.export_again()
    qtbot.waitUntil(lambda: len(bar.written) == 2 and bar.open_button.isVisible())
    assert len(bar.asked) == 1
    assert bar.written[0] == bar.written[1]
    assert bar.again_button.isVisible()


def test_after_the_export_remarks_are_read_by_keyboard_and_put_away(qtbot, bar, noted):
    bar.export_report()
    qtbot.waitUntil(bar.remarks.isVisible)
    said = [bar.remarks.list.item(row).text() for row in range(bar.remarks.list.count())]
    assert said[0] == "It is stamped DRAFT: it has not been made final."
    assert "Notes that no passage rests on, listed below their kind: 3" in said
    bar.remarks.list.setFocus()
    QTest.keyClick(bar.remarks.list, Qt.Key.Key_Escape)
    assert not bar.remarks.isVisible()


def test_file_and_folder_are_opened_by_the_machine(qtbot, bar, tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or True)
    bar.export_report()
    qtbot.waitUntil(bar.folder_button.isVisible)
    QTest.keyClick(bar.open_button, Qt.Key.Key_Return)
    QTest.keyClick(bar.folder_button, Qt.Key.Key_Return)
    assert opened == [str(tmp_path / "out.docx"), str(tmp_path)]


def test_the_stamp_is_said_before_anything_is_written(bar, noted):
    assert "DRAFT" in bar.state.text()
    for command in (c.EndIntervention(), c.CloseSitting()):
        noted.clock.forward(10)
        noted.bridge.execute(command)
    assert "DRAFT" in bar.state.text()
    noted.bridge.execute(c.FinalizeReport())
    assert bar.state.text() == "no stamp"


def test_the_house_template_is_remembered_and_one_that_has_gone_is_told(qtbot, noted, tmp_path):
    template, kept = tmp_path / "house.dotx", []
    template.write_bytes(b"any")
    made = ExportBar(noted.bridge, fake_errands(keep_template=kept.append))
    qtbot.addWidget(made)
    made.template.ask_file = lambda kinds, then: then(template)
    made.template.file_action.trigger()
    assert kept == [str(template)]

    again = ExportBar(noted.bridge, fake_errands(template=lambda: kept[0]))
    qtbot.addWidget(again)
    assert again.template.path == template

    template.unlink()
    gone = ExportBar(noted.bridge, fake_errands(template=lambda: kept[0]))
    qtbot.addWidget(gone)
    assert gone.template.path is None
    assert gone.outcome.text().startswith("The house template house.dotx is not there any more")


def test_an_export_that_failed_is_offered_under_another_name(qtbot, noted, tmp_path):
    (tmp_path / "out.csv").write_bytes(b"held by another program")
    written = []

    def export(session, now, form, path):
        if path.exists():
            raise ReportError(ReportTrouble.IN_USE, str(path))
        written.append(path)

    made = ExportBar(noted.bridge, fake_errands(export=export, folder=lambda: tmp_path))
    qtbot.addWidget(made)
    made.show()
    names = iter((tmp_path / "out.csv", None))
    made.ask_file = lambda suggested, kinds, then: then(next(names) or suggested)
    made.export_table(next(a for a in made.tables_button.menu().actions() if a.data() == "csv"))
    qtbot.waitUntil(lambda: made.other_button.isVisible() and made.tables_button.isEnabled())
    made.other_button.click()
    qtbot.waitUntil(lambda: written == [tmp_path / "out (2).csv"] and made.tables_button.isEnabled())
    assert not made.other_button.isVisible()
    made.rest()
