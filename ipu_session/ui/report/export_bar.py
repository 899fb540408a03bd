"""The way out: which report, the report in Word, the record in other forms; and *Open* when it is there."""

from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import (
    QMenu,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ipu_session.domain.exchange.export_result import Exported
from ipu_session.domain.exchange.progress import Progress
from ipu_session.domain.exchange.report_options import ReportChoice
from ipu_session.domain.model.session import Session
from ipu_session.domain.queries.report_basis import final_of
from ipu_session.domain.text.file_names import safe_file_name
from ipu_session.domain.user_facing_error import TroubleError
from ipu_session.service.session_service import Committed
from ipu_session.ui.core.app_services import Errands, Target
from ipu_session.ui.core.background_task import Task
from ipu_session.ui.core.session_bridge import Bridge
from ipu_session.ui.dialogs.file_dialog import Then, ask_save
from ipu_session.ui.report.export_remarks import Remarks, remarks_on
from ipu_session.ui.report.options_form import Choices
from ipu_session.ui.report.options_storage import DRAFT, as_text, from_text
from ipu_session.ui.report.template_button import TemplateChoice
from ipu_session.ui.strings import labels
from ipu_session.ui.strings.literal_text import set_tip
from ipu_session.ui.widgets.factories import button, label, named, set_role, set_text
from ipu_session.ui.widgets.flow_layout import FlowRow
from ipu_session.ui.widgets.text.wrapped_label import Wrapped

Work = Callable[[Progress], object]
_LIST = "list"
_RESTRICTED = "restricted:"
"""Begins the name of a form that is for the secretariat alone."""


class ExportBar(QWidget):
    """Writes in a thread of its own; the debate can go on meanwhile."""

    _work_for: Callable[[Path], Work] | None = None
    """What is being written, for any place."""

    chosen = Signal(ReportChoice)
    """Another report is wanted from now on."""
    preview_asked = Signal()
    list_asked = Signal()
    """The list of speakers is wanted on paper."""

    def __init__(self, bridge: Bridge, errands: Errands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._errands = errands
        self._task: Task | None = None
        self._path = Path()
        self._report: Path | None = None
        """Where it was written last; not kept with the session, no file from elsewhere is to name a place."""
        self._sentences: list[str] = []
        self.choices = Choices(from_text(bridge.draft(DRAFT), bridge.session.details.language))
        self.state = label("", "warning")
        self.remarks = Remarks()
        self.preview_button = button(
            self.tr("Preview"),
            self.preview_asked.emit,
            self.tr("The report as it would be written (Shift+F4)"),
        )
        self.export_button = button(
            self.tr("Export the report…"), self.export_report, self.tr("Word document (Ctrl+E)"), "primary"
        )
        self.again_button = button(self.tr("Export again"), self.export_again)
        self.tables_button = self._tables_button()
        self.template = TemplateChoice()
        self.progress = QProgressBar()
        named(self.progress, self.tr("Progress of the export"))
        self.progress.setTextVisible(False)
        self.outcome = Wrapped("quiet")
        self.open_button = button(self.tr("Open"), self.open_file)
        self.folder_button = button(self.tr("Open the folder"), self.open_folder)
        self.other_button = button(self.tr("Under another name…"), self.export_elsewhere)
        self._lay_out()
        self.choices.changed.connect(self._on_chosen)
        bridge.committed.connect(self._on_committed)
        self._take_template(errands.template())
        self._show_state(bridge.session)

    def ask_file(self, suggested: Path, kinds: str, then: Then) -> None:
        """Ask where to write."""
        ask_save(self, self.tr("Export"), suggested, kinds, then)

    @Slot()
    def export_report(self) -> None:
        """Ask for a file and write the report there."""
        self._ask("docx", self.tr("Word documents (*.docx)"), self._write_report)

    @Slot()
    def export_again(self) -> None:
        """Write the report where it was written last, asking nothing; the first time, ask."""
        if self._report is None:
            self.export_report()
        elif self._task is None:
            self._write_report(self._report)

    def export_final(self, number: int) -> None:
        """Ask for a file and write a final version of the report there."""
        self._ask("docx", self.tr("Word documents (*.docx)"), partial(self._write_final, number))

    def _write_final(self, number: int, path: Path) -> None:
        session, choice = self._bridge.session, self.choices.choice
        self._start(path, partial(self._to, partial(self._errands.write_final, session, number, choice)))

    @Slot(QAction)
    def export_table(self, action: QAction) -> None:
        """Ask for a file and write the record there in another form."""
        chosen = str(action.data())
        if chosen == _LIST:
            self.list_asked.emit()
            return
        form = chosen.removeprefix(_RESTRICTED)
        ending = form.partition("-")[0]
        self._ask(ending, f"{ending.upper()} (*.{ending})", partial(self._write_table, chosen))

    def _write_table(self, chosen: str, path: Path) -> None:
        form = chosen.removeprefix(_RESTRICTED)
        session, now = self._bridge.session, self._bridge.now()
        export = self._errands.export if form == chosen else self._errands.export_restricted
        self._start(path, partial(_table_to, partial(export, session, now, form)))

    @Slot()
    def export_elsewhere(self) -> None:
        """Ask for another file and write there what could not be written."""
        if self._task is not None or self._work_for is None:
            return
        self.ask_file(_another_name(self._path), f"*{self._path.suffix}", self._write_elsewhere)

    def _write_elsewhere(self, path: Path) -> None:
        if self._task is None and self._work_for is not None:
            self._start(path, self._work_for)

    @Slot()
    def open_file(self) -> None:
        """Open what was written with whatever this machine opens it with."""
        self._open(self._path)

    @Slot()
    def open_folder(self) -> None:
        """Show the folder in which it was written."""
        self._open(self._path.parent)

    def rest(self) -> None:
        """Wait for what is being written: the view is about to go."""
        if self._task is not None:
            self._task.wait()

    def _take_template(self, remembered: str) -> None:
        """Choose the template of last time; one that has gone is told."""
        if remembered and Path(remembered).is_file():
            self.template.choose(Path(remembered))
        elif remembered:
            gone = self.tr("The house template {name} is not there any more; choose it anew, or none.")
            self._say(gone.format(name=Path(remembered).name), "warning")
        self.template.chosen.connect(self._errands.keep_template)

    def _write_report(self, path: Path) -> None:
        session, now, choice = self._bridge.session, self._bridge.now(), self.choices.choice
        self._report = path
        self._start(path, partial(self._to, partial(self._errands.write_report, session, now, choice)))
        self._sentences = list(remarks_on(session))

    def _to(self, write: Callable[[Target, Progress], object], path: Path) -> Work:
        return partial(write, Target(path, self.template.path))

    def _open(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._say(self.tr("Nothing on this machine opens {name}.").format(name=path.name), "warning")

    def _ask(self, ending: str, kinds: str, then: Then) -> None:
        if self._task is not None:
            return
        name = safe_file_name(self._bridge.session.details.title, self.tr("report"))
        suggested = self._errands.folder() / f"{name}.{ending}"
        if ending == "docx" and self._report is not None:
            suggested = self._report
        self.ask_file(suggested, kinds, partial(self._with_ending, ending, then))

    def _with_ending(self, ending: str, then: Then, path: Path) -> None:
        if self._task is None:
            then(path if path.suffix.lower() == f".{ending}" else path.with_name(f"{path.name}.{ending}"))

    def _start(self, path: Path, work_for: Callable[[Path], Work]) -> None:
        self._path = path
        self._work_for = work_for
        self._sentences = []
        self.remarks.show_sentences(())
        for control in (self.open_button, self.folder_button, self.other_button):
            control.hide()
        self.progress.setRange(0, 0)
        self.progress.show()
        self._say(self.tr("Writing {name} …").format(name=path.name), "quiet")
        self._enable(on=False)
        self._task = Task(work_for(path), self)
        self._task.progressed.connect(self._on_progress)
        self._task.done.connect(self._on_done)
        self._task.failed.connect(self._on_failed)
        self._task.finished.connect(self._on_finished)
        self._task.start()

    @Slot(ReportChoice)
    def _on_chosen(self, choice: ReportChoice) -> None:
        self._bridge.keep_draft(DRAFT, as_text(choice))
        self.chosen.emit(choice)

    @Slot(Committed)
    def _on_committed(self, committed: Committed) -> None:
        self._show_state(committed.session)

    @Slot(int, int)
    def _on_progress(self, done: int, of: int) -> None:
        self.progress.setRange(0, of)
        self.progress.setValue(done)

    @Slot(object)
    def _on_done(self, result: object) -> None:
        said = self.tr("{name} is written, in {folder}")
        self._say(said.format(name=self._path.name, folder=self._path.parent), "good")
        told = labels.exported(result) if isinstance(result, Exported) else ()
        self.remarks.show_sentences([*told, *self._sentences])
        for control in (self.open_button, self.folder_button):
            control.show()
        self.again_button.setVisible(self._report is not None)
        self.open_button.setFocus()

    @Slot(TroubleError)
    def _on_failed(self, error: TroubleError) -> None:
        self._say(labels.trouble(error), "alarm")
        self.other_button.show()

    @Slot()
    def _on_finished(self) -> None:
        self.progress.hide()
        self._enable(on=True)
        if self._task is not None:
            self._task.deleteLater()
        self._task = None
        if self.outcome.property("role") == "quiet":
            self._say(self.tr("{name} could not be written.").format(name=self._path.name), "alarm")

    def _enable(self, *, on: bool) -> None:
        for control in (self.export_button, self.again_button, self.tables_button, self.template):
            control.setEnabled(on)

    def _show_state(self, session: Session) -> None:
        """Say what every page would be stamped with."""
        stamps = [self.tr("EXAMPLE")] if session.details.example else []
        if final_of(session) is None:
            stamps.append(self.tr("DRAFT until it is made final"))
        set_text(self.state, " · ".join(stamps) or self.tr("no stamp"))
        set_role(self.state, "warning" if stamps else "quiet")

    def _say(self, sentence: str, role: str) -> None:
        set_role(self.outcome, role)
        self.outcome.setText(sentence)
        self.outcome.show()

    def _tables_button(self) -> QPushButton:
        made = QPushButton(self.tr("Other forms"))
        set_tip(made, self.tr("Speakers, interventions and notes as tables"))
        menu = QMenu(made)
        forms = (
            ("xlsx", self.tr("Workbook, all tables (XLSX)")),
            ("csv", self.tr("Interventions (CSV)")),
            ("csv-speakers", self.tr("Speakers list (CSV)")),
            ("csv-notes", self.tr("Notes (CSV)")),
            ("json", self.tr("All tables (JSON)")),
        )
        for form, text in forms:
            menu.addAction(text).setData(form)
        # Chosen anew each time: what is for the secretariat alone is never left on from the last export.
        internal = menu.addMenu(self.tr("With restricted notes, birth dates and senders"))
        for form, text in forms:
            internal.addAction(text).setData(f"{_RESTRICTED}{form}")
        menu.triggered.connect(self.export_table)
        menu.addSeparator()
        paper = menu.addAction(self.tr("Speakers list on paper or PDF…"))
        paper.setData(_LIST)
        made.setMenu(menu)
        return made

    def _lay_out(self) -> None:
        set_tip(self.again_button, self.tr("The same report in the same place (Ctrl+Shift+T)"))
        outcomes = (self.open_button, self.folder_button, self.other_button)
        for control in (self.progress, self.again_button, self.outcome, *outcomes):
            control.hide()
        above, below = FlowRow(), FlowRow()
        for widget in (self.choices, self.preview_button, self.state):
            above.addWidget(widget)
        ways = (self.export_button, self.again_button, self.template, self.tables_button)
        for control in (*ways, *outcomes, self.progress):
            below.addWidget(control)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.setSpacing(4)
        layout.addWidget(self.remarks)
        layout.addLayout(above)
        layout.addLayout(below)
        layout.addWidget(self.outcome)


def _table_to(write: Callable[[Path], None], path: Path) -> Work:
    return partial(_without_progress, partial(write, path))


def _without_progress(write: Callable[[], None], progress: Progress) -> None:
    write()


def _another_name(path: Path) -> Path:
    """Return a name beside a file that nobody has."""
    names = (path.with_name(f"{path.stem} ({number}){path.suffix}") for number in count(2))
    return next(name for name in names if not name.exists())
