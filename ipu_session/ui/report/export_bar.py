"""The export bar: options of the report, export to Word and to data formats, and opening the file written."""

from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from ipu_session.domain.exchange.export_result import ExportResult
from ipu_session.domain.exchange.progress import Progress
from ipu_session.domain.exchange.report_options import ReportOptions
from ipu_session.domain.queries.report_basis import current_final_version
from ipu_session.domain.text.file_names import safe_file_name
from ipu_session.domain.user_facing_error import UserFacingError
from ipu_session.ui.actions.action_factory import make_spec_button
from ipu_session.ui.actions.report_menus import RESTRICTED_PREFIX, SPEAKERS_LIST_FORM
from ipu_session.ui.actions.window_actions import SESSION_ACTIONS
from ipu_session.ui.core.app_services import AppServices, ExportTarget
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.core.task_runner import TaskRunner
from ipu_session.ui.dialogs.file_dialog import FileCallback, ask_save_file
from ipu_session.ui.report.data_formats_button import DataFormatsButton
from ipu_session.ui.report.export_remarks import RemarksPanel, iter_report_remarks
from ipu_session.ui.report.options_form import ReportOptionsForm
from ipu_session.ui.report.options_storage import DRAFT_KEY, options_from_text, options_to_text
from ipu_session.ui.report.template_button import TemplateButton
from ipu_session.ui.strings import labels
from ipu_session.ui.widgets.factories import make_button, make_label, set_accessible_name, set_role, set_text_if_changed
from ipu_session.ui.widgets.flow_layout import FlowLayout
from ipu_session.ui.widgets.text.wrapped_label import WrappedLabel

ExportJob = Callable[[Progress], object]


class ExportBar(QWidget):
    """Controls of the exports. Each export runs in a worker thread, so the debate can go on."""

    _create_job: Callable[[Path], ExportJob] | None = None
    """Returns the last export as a job that writes to another path; None before the first export."""

    options_changed = Signal(ReportOptions)
    """The options of the report have changed."""
    preview_requested = Signal()
    speakers_list_requested = Signal()
    """Requests the dialog that prints the speakers list."""

    def __init__(self, bridge: SessionBridge, services: AppServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._services = services
        self._tasks = TaskRunner(self)
        self._path = Path()
        self._last_report_path: Path | None = None
        """Path of the last report. Not saved in the session file: a received file must not decide where to write."""
        self._report_remarks: list[str] = []
        self.options_form = ReportOptionsForm(
            options_from_text(bridge.load_draft(DRAFT_KEY), bridge.session.details.language)
        )
        self.stamp_label = make_label("", "warning")
        self.remarks_panel = RemarksPanel()
        self.preview_button = make_spec_button(SESSION_ACTIONS["preview"], self.preview_requested.emit)
        self.export_button = make_spec_button(SESSION_ACTIONS["export"], self.export_report, "primary")
        self.again_button = make_spec_button(SESSION_ACTIONS["export-again"], self.export_again)
        self.tables_button = DataFormatsButton()
        self.template_button = TemplateButton()
        self.progress = QProgressBar()
        set_accessible_name(self.progress, self.tr("Progress of the export"))
        self.progress.setTextVisible(False)
        self.outcome_label = WrappedLabel("quiet")
        self.open_button = make_button(self.tr("Open"), self.open_file)
        self.folder_button = make_button(self.tr("Open the folder"), self.open_folder)
        self.other_button = make_button(self.tr("Under another name…"), self.export_elsewhere)
        self._build_ui()
        self._connect_signals()
        bridge.committed.connect(self._refresh_stamps)
        self._restore_template(services.load_template_path())
        self._refresh_stamps()

    def _connect_signals(self) -> None:
        self._tasks.progressed.connect(self._on_progress)
        self._tasks.failed.connect(self._on_failed)
        self._tasks.finished.connect(self._on_finished)
        self.tables_button.form_chosen.connect(self.export_table)
        self.options_form.options_changed.connect(self._on_options_changed)

    def request_path(self, suggested: Path, kinds: str, then: FileCallback) -> None:
        """Ask for the path to write to; ``then`` is called with it unless the user cancels."""
        ask_save_file(self, self.tr("Export"), suggested, kinds, then)

    @Slot()
    def export_report(self) -> None:
        """Ask for a path and export the report."""
        self._request_export("docx", self.tr("Word documents (*.docx)"), self._write_report)

    @Slot()
    def export_again(self) -> None:
        """Export the report to the path of the last report; ask for a path if there is none."""
        if self._last_report_path is None:
            self.export_report()
        elif not self._tasks.is_running:
            self._write_report(self._last_report_path)

    def export_final(self, number: int) -> None:
        """Ask for a path and export the final version `number`."""
        self._request_export("docx", self.tr("Word documents (*.docx)"), partial(self._write_final, number))

    def _write_final(self, number: int, path: Path) -> None:
        session, choice = self._bridge.session, self.options_form.options
        self._start_job(
            path,
            partial(
                _create_report_job, partial(self._services.write_final, session, number, choice), self.template_button
            ),
        )

    @Slot(str)
    def export_table(self, chosen: str) -> None:
        """Export data by a menu entry (`ui/actions/report_menus.py`), or request the dialog of the speakers list."""
        if chosen == SPEAKERS_LIST_FORM:
            self.speakers_list_requested.emit()
            return
        form = chosen.removeprefix(RESTRICTED_PREFIX)
        ending = form.partition("-")[0]
        self._request_export(ending, f"{ending.upper()} (*.{ending})", partial(self._write_table, chosen))

    def _write_table(self, chosen: str, path: Path) -> None:
        form = chosen.removeprefix(RESTRICTED_PREFIX)
        session, now = self._bridge.session, self._bridge.now()
        export = self._services.export_data if form == chosen else self._services.export_restricted_data
        self._start_job(path, partial(_create_table_job, partial(export, session, now, form)))

    @Slot()
    def export_elsewhere(self) -> None:
        """Ask for another path and repeat the last export, which failed."""
        if self._tasks.is_running or self._create_job is None:
            return
        self.request_path(_free_path(self._path), f"*{self._path.suffix}", self._write_elsewhere)

    def _write_elsewhere(self, path: Path) -> None:
        if not self._tasks.is_running and self._create_job is not None:
            self._start_job(path, self._create_job)

    @Slot()
    def open_file(self) -> None:
        """Open the file written with the system's application."""
        self._open_path(self._path)

    @Slot()
    def open_folder(self) -> None:
        """Open the folder of the file written."""
        self._open_path(self._path.parent)

    def shut_down(self) -> None:
        """Wait for a running export before the view is destroyed."""
        self._tasks.shut_down()

    def _restore_template(self, remembered: str) -> None:
        """Select the template used last; show a warning if its file is missing."""
        if remembered and Path(remembered).is_file():
            self.template_button.set_template(Path(remembered))
        elif remembered:
            gone = self.tr("The house template {name} is not there any more; choose it anew, or none.")
            self._show_outcome(gone.format(name=Path(remembered).name), "warning")
        self.template_button.template_changed.connect(self._services.save_template_path)

    def _write_report(self, path: Path) -> None:
        session, now, choice = self._bridge.session, self._bridge.now(), self.options_form.options
        self._last_report_path = path
        self._start_job(
            path,
            partial(
                _create_report_job, partial(self._services.write_report, session, now, choice), self.template_button
            ),
        )
        self._report_remarks = list(iter_report_remarks(session))

    def _open_path(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._show_outcome(self.tr("Nothing on this machine opens {name}.").format(name=path.name), "warning")

    def _request_export(self, ending: str, kinds: str, then: FileCallback) -> None:
        if self._tasks.is_running:
            return
        name = safe_file_name(self._bridge.session.details.title, self.tr("report"))
        suggested = self._services.report_folder() / f"{name}.{ending}"
        if ending == "docx" and self._last_report_path is not None:
            suggested = self._last_report_path
        self.request_path(suggested, kinds, partial(self._export_with_suffix, ending, then))

    def _export_with_suffix(self, ending: str, then: FileCallback, path: Path) -> None:
        if not self._tasks.is_running:
            then(path if path.suffix.lower() == f".{ending}" else path.with_name(f"{path.name}.{ending}"))

    def _start_job(self, path: Path, work_for: Callable[[Path], ExportJob]) -> None:
        self._path = path
        self._create_job = work_for
        self._report_remarks = []
        self.remarks_panel.set_sentences(())
        for control in (self.open_button, self.folder_button, self.other_button):
            control.hide()
        self.progress.setRange(0, 0)
        self.progress.show()
        self._show_outcome(self.tr("Writing {name} …").format(name=path.name), "quiet")
        self._set_controls_enabled(on=False)
        self._tasks.run(partial(work_for(path), self._tasks.report_progress), self._on_written)

    @Slot(ReportOptions)
    def _on_options_changed(self, choice: ReportOptions) -> None:
        self._bridge.save_draft(DRAFT_KEY, options_to_text(choice))
        self.options_changed.emit(choice)

    @Slot(int, int)
    def _on_progress(self, done: int, of: int) -> None:
        self.progress.setRange(0, of)
        self.progress.setValue(done)

    def _on_written(self, result: object) -> None:
        said = self.tr("{name} is written, in {folder}")
        self._show_outcome(said.format(name=self._path.name, folder=self._path.parent), "good")
        told = labels.export_result_messages(result) if isinstance(result, ExportResult) else ()
        self.remarks_panel.set_sentences([*told, *self._report_remarks])
        for control in (self.open_button, self.folder_button):
            control.show()
        self.again_button.setVisible(self._last_report_path is not None)
        self.open_button.setFocus()

    @Slot(UserFacingError)
    def _on_failed(self, error: UserFacingError) -> None:
        self._show_outcome(labels.error_message(error), "alarm")
        self.other_button.show()

    @Slot()
    def _on_finished(self) -> None:
        self.progress.hide()
        self._set_controls_enabled(on=True)
        if self.outcome_label.property("role") == "quiet":
            self._show_outcome(self.tr("{name} could not be written.").format(name=self._path.name), "alarm")

    def _set_controls_enabled(self, *, on: bool) -> None:
        for control in (self.export_button, self.again_button, self.tables_button, self.template_button):
            control.setEnabled(on)

    @Slot()
    def _refresh_stamps(self) -> None:
        """Show the stamps that the pages of a report exported now would have."""
        session = self._bridge.session
        stamps = [self.tr("EXAMPLE")] if session.details.example else []
        if current_final_version(session) is None:
            stamps.append(self.tr("DRAFT until it is made final"))
        set_text_if_changed(self.stamp_label, " · ".join(stamps) or self.tr("no stamp"))
        set_role(self.stamp_label, "warning" if stamps else "quiet")

    def _show_outcome(self, sentence: str, role: str) -> None:
        set_role(self.outcome_label, role)
        self.outcome_label.setText(sentence)
        self.outcome_label.show()

    def _build_ui(self) -> None:
        outcomes = (self.open_button, self.folder_button, self.other_button)
        for control in (self.progress, self.again_button, self.outcome_label, *outcomes):
            control.hide()
        above, below = FlowLayout(), FlowLayout()
        for widget in (self.options_form, self.preview_button, self.stamp_label):
            above.addWidget(widget)
        ways = (self.export_button, self.again_button, self.template_button, self.tables_button)
        for control in (*ways, *outcomes, self.progress):
            below.addWidget(control)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.setSpacing(4)
        layout.addWidget(self.remarks_panel)
        layout.addLayout(above)
        layout.addLayout(below)
        layout.addWidget(self.outcome_label)


def _create_report_job(
    write: Callable[[ExportTarget, Progress], object], template_button: TemplateButton, path: Path
) -> ExportJob:
    return partial(write, ExportTarget(path, template_button.path))


def _create_table_job(write: Callable[[Path], None], path: Path) -> ExportJob:
    return partial(_run_without_progress, partial(write, path))


def _run_without_progress(write: Callable[[], None], progress: Progress) -> None:
    write()


def _free_path(path: Path) -> Path:
    """Return a path in the same folder that does not exist, such as "name (2).docx"."""
    names = (path.with_name(f"{path.stem} ({number}){path.suffix}") for number in count(2))
    return next(name for name in names if not name.exists())
