"""The list of speakers on paper: as a PDF file, or on a printer of this machine (product.md, R6)."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ipu_session.domain.text.file_names import safe_file_name
from ipu_session.domain.user_facing_error import TroubleError
from ipu_session.ui.core.app_services import Errands
from ipu_session.ui.core.session_bridge import Bridge
from ipu_session.ui.core.single_windows import bring_forward, opened
from ipu_session.ui.dialogs.file_dialog import Then, ask_save
from ipu_session.ui.dialogs.print_layout import put_on
from ipu_session.ui.strings import labels
from ipu_session.ui.widgets.announcements import StatusLabel
from ipu_session.ui.widgets.details_labels import REPORT_LANGUAGES
from ipu_session.ui.widgets.factories import button, label, named, set_role


class PrintListPage(QDialog):
    """Not modal: the debate goes on beside it. The list is printed as it stands when a button is pressed."""

    def __init__(self, bridge: Bridge, errands: Errands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._errands = errands
        self._path = Path()
        self.setWindowTitle(self.tr("Speakers list on paper"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.language = QComboBox()
        named(self.language, self.tr("Language of the list"))
        for code, name in REPORT_LANGUAGES:
            self.language.addItem(name, code)
        self.language.setCurrentIndex(max(0, self.language.findData(bridge.session.details.language)))
        self.pdf_button = button(self.tr("PDF file…"), self.save, role="primary")
        self.printer_button = button(self.tr("Printer…"), self.print)
        self.open_button = button(self.tr("Open"), self.open_file)
        self.open_button.hide()
        self.outcome = StatusLabel(role="quiet", wrap=True)
        self._lay_out()
        self.pdf_button.setFocus()

    def ask_file(self, suggested: Path, then: Then) -> None:
        """Ask where to write."""
        ask_save(self, self.tr("Speakers list on paper"), suggested, self.tr("PDF documents (*.pdf)"), then)

    @Slot()
    def save(self) -> None:
        """Ask for a file and write the list there."""
        title = safe_file_name(self._bridge.session.details.title, self.tr("session"))
        suggested = self.tr("{title} – speakers list").format(title=title)
        self.ask_file(self._errands.folder() / f"{suggested}.pdf", self.save_to)

    def save_to(self, path: Path) -> None:
        """Write the list to a file, as it stands now."""
        self._path = path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")
        session, now = self._bridge.session, self._bridge.now()
        try:
            self._errands.write_list(session, now, self._chosen(), self._path)
        except TroubleError as error:
            self._say(labels.trouble(error), "alarm")
            return
        said = self.tr("{name} is written, in {folder}")
        self._say(said.format(name=self._path.name, folder=self._path.parent), "good")
        self.open_button.show()
        self.open_button.setFocus()

    @Slot()
    def print(self) -> None:
        """Ask which printer, and print; a machine without one is told so."""
        # Imported here, so that the window starts without the machine's printers.
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

        if not QPrinterInfo.availablePrinterNames():
            self._say(
                self.tr("This machine knows no printer; write a PDF file and print it elsewhere."), "warning"
            )
            return
        shown = opened(self, QPrintDialog)
        if shown is not None:
            bring_forward(shown)
            return
        # Kept: the dialog does not own its printer.
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(self._printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowModality(Qt.WindowModality.NonModal)
        dialog.accepted.connect(self._on_printer)
        bring_forward(dialog)

    @Slot()
    def open_file(self) -> None:
        """Open what was written with whatever this machine opens it with."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path))):
            said = self.tr("Nothing on this machine opens {name}.")
            self._say(said.format(name=self._path.name), "warning")

    @Slot()
    def _on_printer(self) -> None:
        try:
            paper = self._errands.speakers_paper(self._bridge.session, self._bridge.now(), self._chosen())
        except TroubleError as error:
            self._say(labels.trouble(error), "alarm")
            return
        pages = put_on(self._printer, paper)
        self._say(self.tr("pages sent to the printer: {pages}").format(pages=pages), "good")

    def _chosen(self) -> str:
        return str(self.language.currentData())

    def _say(self, sentence: str, role: str) -> None:
        set_role(self.outcome, role)
        self.outcome.setText(sentence)
        self.adjustSize()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        caption = label(self.tr("Language"))
        caption.setBuddy(self.language)
        top.addWidget(caption)
        top.addWidget(self.language, 1)
        buttons = QHBoxLayout()
        for each in (self.pdf_button, self.printer_button, self.open_button):
            buttons.addWidget(each)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        remark = self.tr(
            "Who waits, in order, with a box to tick and room for the time used; below, who was heard."
        )
        layout.addWidget(label(remark, "quiet", wrap=True))
        layout.addLayout(top)
        layout.addLayout(buttons)
        layout.addWidget(self.outcome)
        self.setMinimumWidth(30 * self.fontMetrics().averageCharWidth())
        self.resize(520, 170)
