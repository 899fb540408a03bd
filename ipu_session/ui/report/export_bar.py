"""The way out: the report in Word, the record as tables; how far it is, and *Open* when it is there."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from ipu_session.domain.file_names import safe_file_name
from ipu_session.domain.trouble import TroubleError
from ipu_session.ui import wording
from ipu_session.ui.bridge import Bridge
from ipu_session.ui.errands import Errands, Progress, Target
from ipu_session.ui.report.task import Task
from ipu_session.ui.widgets.details_words import REPORT_LANGUAGES
from ipu_session.ui.widgets.plain import button, label, named, set_role

Work = Callable[[Progress], object]


class ExportBar(QWidget):
    """Writes in a thread of its own; the debate can go on meanwhile."""

    def __init__(self, bridge: Bridge, errands: Errands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._errands = errands
        self._task: Task | None = None
        self._path = Path()
        self.language = QComboBox()
        named(self.language, self.tr("Language of the report"))
        for code, name in REPORT_LANGUAGES:
            self.language.addItem(name, code)
        self.language.setCurrentIndex(max(0, self.language.findData(bridge.session.details.language)))
        self.export_button = button(
            self.tr("Export the report…"), self.export_report, self.tr("Word document (Ctrl+E)"), "primary"
        )
        self.tables_button = self._tables_button()
        self.progress = QProgressBar()
        named(self.progress, self.tr("Progress of the export"))
        self.progress.setTextVisible(False)
        self.progress.hide()
        self.outcome = label("", "quiet")
        self.outcome.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.open_button = button(self.tr("Open"), self.open_file)
        self.open_button.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.addWidget(label(self.tr("Report in")))
        layout.addWidget(self.language)
        layout.addWidget(self.export_button)
        layout.addWidget(self.tables_button)
        layout.addWidget(self.progress, 1)
        layout.addWidget(self.outcome, 4)
        layout.addWidget(self.open_button)
        self.setFocusProxy(self.export_button)

    def ask_file(self, suggested: Path, kinds: str) -> Path | None:
        """Ask where to write; None if nobody chose."""
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Export"), str(suggested), kinds)
        return Path(name) if name else None

    @Slot()
    def export_report(self) -> None:
        """Ask for a file and write the report there."""
        path = self._ask("docx", self.tr("Word documents (*.docx)"))
        if path is None:
            return
        session, now = self._bridge.session, self._bridge.now()
        language = str(self.language.currentData())
        self._start(path, partial(self._errands.write_report, session, now, language, Target(path)))

    @Slot(QAction)
    def export_table(self, action: QAction) -> None:
        """Ask for a file and write the whole record there as tables."""
        form = str(action.data())
        path = self._ask(form, f"{form.upper()} (*.{form})")
        if path is None:
            return
        session, now = self._bridge.session, self._bridge.now()
        write = partial(self._errands.export, session, now, form, path)
        self._start(path, partial(_without_progress, write))

    @Slot()
    def open_file(self) -> None:
        """Open what was written with whatever this machine opens it with."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path))):
            self._say(
                self.tr("Nothing on this machine opens {name}.").format(name=self._path.name), "warning"
            )

    def rest(self) -> None:
        """Wait for what is being written: the view is about to go."""
        if self._task is not None:
            self._task.wait()

    def _ask(self, ending: str, kinds: str) -> Path | None:
        if self._task is not None:
            return None
        name = safe_file_name(self._bridge.session.details.title, self.tr("report"))
        path = self.ask_file(self._errands.folder() / f"{name}.{ending}", kinds)
        if path is None or path.suffix.lower() == f".{ending}":
            return path
        return path.with_name(f"{path.name}.{ending}")

    def _start(self, path: Path, work: Work) -> None:
        self._path = path
        self.open_button.hide()
        self.progress.setRange(0, 0)
        self.progress.show()
        self._say(self.tr("Writing {name} …").format(name=path.name), "quiet")
        for control in (self.export_button, self.tables_button):
            control.setEnabled(False)
        self._task = Task(work, self)
        self._task.progressed.connect(self._on_progress)
        self._task.done.connect(self._on_done)
        self._task.failed.connect(self._on_failed)
        self._task.finished.connect(self._on_finished)
        self._task.start()

    @Slot(int, int)
    def _on_progress(self, done: int, of: int) -> None:
        self.progress.setRange(0, of)
        self.progress.setValue(done)

    @Slot()
    def _on_done(self) -> None:
        said = self.tr("{name} is written, in {folder}")
        self._say(said.format(name=self._path.name, folder=self._path.parent), "good")
        self.open_button.show()
        self.open_button.setFocus()

    @Slot(TroubleError)
    def _on_failed(self, error: TroubleError) -> None:
        self._say(wording.trouble(error), "alarm")

    @Slot()
    def _on_finished(self) -> None:
        self.progress.hide()
        for control in (self.export_button, self.tables_button):
            control.setEnabled(True)
        if self._task is not None:
            self._task.deleteLater()
        self._task = None
        if self.outcome.property("role") == "quiet":
            self._say(self.tr("{name} could not be written.").format(name=self._path.name), "alarm")

    def _say(self, sentence: str, role: str) -> None:
        set_role(self.outcome, role)
        self.outcome.setText(sentence)
        self.outcome.setToolTip(sentence)

    def _tables_button(self) -> QPushButton:
        made = QPushButton(self.tr("Other forms"))
        made.setToolTip(self.tr("Speakers, interventions and notes as tables"))
        menu = QMenu(made)
        for form, text in (
            ("xlsx", self.tr("Workbook (XLSX)")),
            ("csv", self.tr("Interventions (CSV)")),
            ("json", self.tr("Everything (JSON)")),
        ):
            menu.addAction(text).setData(form)
        menu.triggered.connect(self.export_table)
        made.setMenu(menu)
        return made


def _without_progress(write: Callable[[], None], progress: Progress) -> None:
    write()
