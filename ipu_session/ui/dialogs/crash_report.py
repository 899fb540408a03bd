"""Dialog that shows a crash report before it is saved to a file; nothing is ever sent."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from ipu_session.domain.user_facing_error import UserFacingError
from ipu_session.ui.dialogs.file_dialog import FileCallback, ask_save_file
from ipu_session.ui.strings import labels
from ipu_session.ui.widgets.announcements import StatusLabel
from ipu_session.ui.widgets.factories import make_button, make_label, set_accessible_name, set_role

_DEFAULT_FILE_NAME = "ipu-session-fault.txt"


class CrashReportBuilder(Protocol):
    """Builds the text of the report."""

    def __call__(self, *, whole: bool) -> str:
        """Return the text: complete if ``whole``, else without what may be personal data."""


class CrashReportDialog(QDialog):
    """Non-modal dialog; ``write`` writes bytes to a path, and raises UserFacingError if that fails."""

    def __init__(
        self, report: CrashReportBuilder, write: Callable[[Path, bytes], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._build_report = report
        self._write_file = write
        self.setWindowTitle(self.tr("Report of a fault"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.include_all_checkbox = QCheckBox(
            self.tr("With all that was written down; there may be names and texts in it")
        )
        self.include_all_checkbox.toggled.connect(self.renew)
        self.report_text = QPlainTextEdit()
        self.report_text.setReadOnly(True)
        self.report_text.setTabChangesFocus(True)
        set_accessible_name(self.report_text, self.tr("What the report says"))
        self.save_button = make_button(self.tr("Save…"), self.save, role="primary")
        self.close_button = make_button(self.tr("Close"), self.close)
        self.status_label = StatusLabel(role="quiet", wrap=True)
        self._build_ui()
        self.renew()
        self.save_button.setFocus()

    def request_path(self, suggested: Path, on_chosen: FileCallback) -> None:
        """Open the file dialog; ``on_chosen`` is called with the path when the user has chosen one."""
        ask_save_file(self, self.tr("Report of a fault"), suggested, self.tr("Text (*.txt)"), on_chosen)

    @Slot()
    def save(self) -> None:
        """Ask the user for a path and write the shown text to it."""
        self.request_path(Path.home() / _DEFAULT_FILE_NAME, self.save_to)

    def save_to(self, path: Path) -> None:
        """Write the shown text to ``path``; an error is shown in the dialog."""
        try:
            self._write_file(path, self.report_text.toPlainText().encode("utf-8", "backslashreplace"))
        except UserFacingError as error:
            self._update_status(labels.error_message(error), "alarm")
            return
        sentence = self.tr("{name} is written, in {folder}")
        self._update_status(sentence.format(name=path.name, folder=path.parent), "good")

    @Slot()
    def renew(self) -> None:
        """Build the report again and show it."""
        self.report_text.setPlainText(self._build_report(whole=self.include_all_checkbox.isChecked()))

    def _update_status(self, sentence: str, role: str) -> None:
        set_role(self.status_label, role)
        self.status_label.setText(sentence)

    def _build_ui(self) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        remark = self.tr("A text for whoever looks after the program. It is saved where you say; nothing is sent.")
        layout.addWidget(make_label(remark, "quiet", wrap=True))
        layout.addWidget(self.report_text, 1)
        layout.addWidget(self.include_all_checkbox)
        layout.addWidget(self.status_label)
        layout.addLayout(buttons)
        self.resize(680, 460)
