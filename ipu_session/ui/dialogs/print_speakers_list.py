"""Dialog that writes the speakers list as a PDF file or prints it (docs/rules.md#r6)."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ipu_session.domain.text.file_names import safe_file_name
from ipu_session.domain.user_facing_error import UserFacingError
from ipu_session.ui.core.app_services import AppServices
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.core.single_windows import bring_forward, opened
from ipu_session.ui.dialogs.file_dialog import FileCallback, ask_save_file
from ipu_session.ui.dialogs.speakers_list_layout import paint_list
from ipu_session.ui.strings import labels
from ipu_session.ui.widgets.announcements import StatusLabel
from ipu_session.ui.widgets.factories import make_button, make_label, set_accessible_name, set_role
from ipu_session.ui.widgets.session_details_labels import REPORT_LANGUAGES


class PrintListDialog(QDialog):
    """Non-modal dialog; what is written or printed is the list at that moment."""

    def __init__(self, bridge: SessionBridge, services: AppServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._services = services
        self._path = Path()
        self.setWindowTitle(self.tr("Speakers list on paper"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.language_combo = QComboBox()
        set_accessible_name(self.language_combo, self.tr("Language of the list"))
        for code, name in REPORT_LANGUAGES:
            self.language_combo.addItem(name, code)
        self.language_combo.setCurrentIndex(max(0, self.language_combo.findData(bridge.session.details.language)))
        self.pdf_button = make_button(self.tr("PDF file…"), self.save, role="primary")
        self.printer_button = make_button(self.tr("Printer…"), self.open_print_dialog)
        self.open_button = make_button(self.tr("Open"), self.open_file)
        self.open_button.hide()
        self.status_label = StatusLabel(role="quiet", wrap=True)
        self._build_ui()
        self.pdf_button.setFocus()

    def request_path(self, suggested: Path, on_chosen: FileCallback) -> None:
        """Open the file dialog; ``on_chosen`` is called with the path when the user has chosen one."""
        ask_save_file(self, self.tr("Speakers list on paper"), suggested, self.tr("PDF documents (*.pdf)"), on_chosen)

    @Slot()
    def save(self) -> None:
        """Ask the user for a path and write the list to it."""
        title = safe_file_name(self._bridge.session.details.title, self.tr("session"))
        suggested = self.tr("{title} – speakers list").format(title=title)
        self.request_path(self._services.report_folder() / f"{suggested}.pdf", self.save_to)

    def save_to(self, path: Path) -> None:
        """Write the present list to ``path`` as a PDF (suffix added if missing); show an error in the dialog."""
        self._path = path if path.suffix.lower() == ".pdf" else path.with_name(f"{path.name}.pdf")
        session, now = self._bridge.session, self._bridge.now()
        try:
            self._services.write_speakers_list(session, now, self._current_language(), self._path)
        except UserFacingError as error:
            self._update_status(labels.error_message(error), "alarm")
            return
        sentence = self.tr("{name} is written, in {folder}")
        self._update_status(sentence.format(name=self._path.name, folder=self._path.parent), "good")
        self.open_button.show()
        self.open_button.setFocus()

    def printer_names(self) -> list[str]:
        """Return the names of the printers that the system knows."""
        # Imported here: loading QtPrintSupport queries the printers, which would delay the start of the program.
        from PySide6.QtPrintSupport import QPrinterInfo

        return QPrinterInfo.availablePrinterNames()

    @Slot()
    def open_print_dialog(self) -> None:
        """Open Qt's print dialog, which prints the list when accepted; without a printer, show a warning instead."""
        # Imported here, as above.
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        if not self.printer_names():
            self._update_status(
                self.tr("This machine knows no printer; write a PDF file and print it elsewhere."), "warning"
            )
            return
        open_dialog = opened(self, QPrintDialog)
        if open_dialog is not None:
            bring_forward(open_dialog)
            return
        # An attribute, so that the printer is not deleted: QPrintDialog does not own it.
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(self._printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowModality(Qt.WindowModality.NonModal)
        dialog.accepted.connect(self._on_printer_accepted)
        bring_forward(dialog)

    @Slot()
    def open_file(self) -> None:
        """Open the written file with the system's default program."""
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path))):
            sentence = self.tr("Nothing on this machine opens {name}.")
            self._update_status(sentence.format(name=self._path.name), "warning")

    @Slot()
    def _on_printer_accepted(self) -> None:
        try:
            printable_list = self._services.build_printable_list(
                self._bridge.session, self._bridge.now(), self._current_language()
            )
        except UserFacingError as error:
            self._update_status(labels.error_message(error), "alarm")
            return
        pages = paint_list(self._printer, printable_list)
        self._update_status(self.tr("pages sent to the printer: {pages}").format(pages=pages), "good")

    def _current_language(self) -> str:
        return str(self.language_combo.currentData())

    def _update_status(self, sentence: str, role: str) -> None:
        set_role(self.status_label, role)
        self.status_label.setText(sentence)
        self.adjustSize()

    def _build_ui(self) -> None:
        top = QHBoxLayout()
        caption = make_label(self.tr("Language"))
        caption.setBuddy(self.language_combo)
        top.addWidget(caption)
        top.addWidget(self.language_combo, 1)
        buttons = QHBoxLayout()
        for each in (self.pdf_button, self.printer_button, self.open_button):
            buttons.addWidget(each)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        remark = self.tr("Who waits, in order, with a box to tick and room for the time used; below, who was heard.")
        layout.addWidget(make_label(remark, "quiet", wrap=True))
        layout.addLayout(top)
        layout.addLayout(buttons)
        layout.addWidget(self.status_label)
        self.setMinimumWidth(30 * self.fontMetrics().averageCharWidth())
        self.resize(520, 170)
