"""The export bar by keyboard: every choice, remembered with the session, and a second export by one key."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ipu_session.domain import commands as c
from ipu_session.domain.exchange.report_options import ReportLayout, ReportLength, ReportOptions
from ipu_session.domain.model.ids import Timestamp
from ipu_session.domain.model.session import Session
from ipu_session.report.errors import ReportError, ReportErrorCode
from ipu_session.ui.core.app_services import ExportTarget
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.dialogs.file_dialog import FileCallback
from ipu_session.ui.report.export_bar import ExportBar
from ipu_session.ui.report.options_storage import options_from_text, options_to_text
from tests.fake_services import fake_services
from tests.file_dialogs import choose_file, open_file_dialog
from tests.ui.report.conftest import Noted


class RecordingExportBar(ExportBar):
    """Writes nothing: ``written`` is what would be; every question for a path is answered with ``out.docx``."""

    def __init__(self, bridge: SessionBridge, folder: Path) -> None:
        super().__init__(bridge, fake_services(write_report=self._write, report_folder=lambda: folder))
        self.folder = folder
        self.written: list[tuple[ReportOptions, Path]] = []
        self.asked: list[Path] = []

    def request_path(self, suggested: Path, kinds: str, then: FileCallback) -> None:
        self.asked.append(suggested)
        then(self.folder / "out.docx")

    def _write(
        self,
        session: Session,
        now: Timestamp,
        choice: ReportOptions,
        target: ExportTarget,
        progress: Callable[[int, int], None],
    ) -> None:
        self.written.append((choice, target.path))


class FileOpener(QObject):
    """Handles the opening of files instead of the system's programs."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open_url(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


@pytest.fixture
def opener() -> Iterator[FileOpener]:
    made = FileOpener()
    QDesktopServices.setUrlHandler("file", made, "open_url")  # type: ignore[arg-type]  # PySide6 6.11 rejects bytes
    yield made
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def bar(qtbot: QtBot, noted: Noted, tmp_path: Path) -> Iterator[RecordingExportBar]:
    made = RecordingExportBar(noted.bridge, tmp_path)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitActive(made)
    yield made
    made.shut_down()


def test_every_choice_is_made_by_keyboard(bar: RecordingExportBar) -> None:
    for field in (bar.options_form.language_box, bar.options_form.names_box, bar.options_form.length_box):
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_Down)
    assert bar.options_form.options == ReportOptions(
        "fr", ReportLayout.THEMES, attributed=False, length=ReportLength.SHORT
    )


def test_a_report_by_speakers_is_not_without_names(bar: RecordingExportBar) -> None:
    QTest.keyClick(bar.options_form.names_box, Qt.Key.Key_Down)
    QTest.keyClick(bar.options_form.layout_box, Qt.Key.Key_Down)
    assert bar.options_form.options.layout is ReportLayout.SPEAKERS
    assert bar.options_form.options.is_possible
    assert not bar.options_form.names_box.isEnabled()
    QTest.keyClick(bar.options_form.layout_box, Qt.Key.Key_Up)
    assert not bar.options_form.options.attributed


def test_choices_are_remembered_with_the_session(qtbot: QtBot, bar: RecordingExportBar, noted: Noted) -> None:
    QTest.keyClick(bar.options_form.length_box, Qt.Key.Key_Down)
    again = ExportBar(noted.bridge, fake_services())
    qtbot.addWidget(again)
    assert again.options_form.options == bar.options_form.options


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "7", '{"language": "xx", "layout": 3}', '{"layout": "speakers", "attributed": false}']
)
def test_what_cannot_be_understood_is_as_usual(text: str) -> None:
    assert options_from_text(text, "fr").language == "fr"
    assert options_from_text(text, "fr").is_possible


def test_a_choice_survives_being_written_down() -> None:
    chosen = ReportOptions("fr", ReportLayout.SPEAKERS, length=ReportLength.SHORT)
    assert options_from_text(options_to_text(chosen), "en") == chosen


def test_a_second_export_asks_nothing(qtbot: QtBot, bar: RecordingExportBar) -> None:
    bar.export_again()
    qtbot.waitUntil(bar.open_button.isVisible)
    assert len(bar.asked) == 1
    bar.export_again()
    qtbot.waitUntil(lambda: len(bar.written) == 2 and bar.open_button.isVisible())
    assert len(bar.asked) == 1
    assert bar.written[0] == bar.written[1]
    assert bar.again_button.isVisible()


def test_after_the_export_remarks_are_read_by_keyboard_and_put_away(
    qtbot: QtBot, bar: RecordingExportBar, noted: Noted
) -> None:
    bar.export_report()
    qtbot.waitUntil(bar.remarks_panel.isVisible)
    said = [bar.remarks_panel.list.item(row).text() for row in range(bar.remarks_panel.list.count())]
    assert said[0] == "It is stamped DRAFT: it has not been made final."
    assert "Notes that no passage rests on, listed below their kind: 3" in said
    bar.remarks_panel.list.setFocus()
    QTest.keyClick(bar.remarks_panel.list, Qt.Key.Key_Escape)
    assert not bar.remarks_panel.isVisible()


def test_file_and_folder_are_opened_by_the_machine(
    qtbot: QtBot, bar: RecordingExportBar, tmp_path: Path, opener: FileOpener
) -> None:
    bar.export_report()
    qtbot.waitUntil(bar.folder_button.isVisible)
    QTest.keyClick(bar.open_button, Qt.Key.Key_Return)
    QTest.keyClick(bar.folder_button, Qt.Key.Key_Return)
    assert opener.opened == [str(tmp_path / "out.docx"), str(tmp_path)]


def test_the_stamp_is_said_before_anything_is_written(bar: RecordingExportBar, noted: Noted) -> None:
    assert "DRAFT" in bar.stamp_label.text()
    for command in (c.EndIntervention(), c.CloseSitting()):
        noted.clock.advance(10)
        noted.bridge.execute(command)
    assert "DRAFT" in bar.stamp_label.text()
    noted.bridge.execute(c.FinalizeReport())
    assert bar.stamp_label.text() == "no stamp"


def test_the_house_template_is_remembered_and_one_that_has_gone_is_told(
    qtbot: QtBot, noted: Noted, tmp_path: Path
) -> None:
    template = tmp_path / "house.dotx"
    kept: list[str] = []
    template.write_bytes(b"any")
    made = ExportBar(noted.bridge, fake_services(save_template_path=kept.append))
    qtbot.addWidget(made)
    made.template_button.menu().actions()[1].trigger()
    choose_file(template)
    assert kept == [str(template)]

    again = ExportBar(noted.bridge, fake_services(load_template_path=lambda: kept[0]))
    qtbot.addWidget(again)
    assert again.template_button.path == template

    template.unlink()
    gone = ExportBar(noted.bridge, fake_services(load_template_path=lambda: kept[0]))
    qtbot.addWidget(gone)
    assert gone.template_button.path is None
    assert gone.outcome_label.text().startswith("The house template house.dotx is not there any more")


def test_an_export_that_failed_is_offered_under_another_name(qtbot: QtBot, noted: Noted, tmp_path: Path) -> None:
    (tmp_path / "out.csv").write_bytes(b"held by another program")
    written: list[Path] = []

    def export(session: Session, now: Timestamp, form: str, path: Path) -> None:
        if path.exists():
            raise ReportError(ReportErrorCode.IN_USE, str(path))
        written.append(path)

    made = ExportBar(noted.bridge, fake_services(export_data=export, report_folder=lambda: tmp_path))
    qtbot.addWidget(made)
    made.show()
    next(a for a in made.tables_button.menu().actions() if a.data() == "csv").trigger()
    choose_file(tmp_path / "out.csv")
    qtbot.waitUntil(lambda: made.other_button.isVisible() and made.tables_button.isEnabled())
    made.other_button.click()
    open_file_dialog().accept()
    qtbot.waitUntil(lambda: written == [tmp_path / "out (2).csv"] and made.tables_button.isEnabled())
    assert not made.other_button.isVisible()
    made.shut_down()
