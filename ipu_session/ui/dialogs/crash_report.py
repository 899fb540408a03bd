"""The report of a fault, looked through before it is saved; nothing is ever sent."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from ipu_session.domain.user_facing_error import TroubleError
from ipu_session.ui.dialogs.file_dialog import Then, ask_save
from ipu_session.ui.strings import labels
from ipu_session.ui.widgets.announcements import StatusLabel
from ipu_session.ui.widgets.factories import button, label, named, set_role

_NAME = "ipu-session-fault.txt"


class Report(Protocol):
    """Makes the text, with everything in it or without what may be somebody's words."""

    def __call__(self, *, whole: bool) -> str:
        """Return the text."""


class FaultReport(QDialog):
    """Not modal: the debate goes on beside it."""

    def __init__(
        self,
        report: Report,
        write: Callable[[Path, bytes], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._report = report
        self._write = write
        self.setWindowTitle(self.tr("Report of a fault"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.whole = QCheckBox(self.tr("With all that was written down; there may be names and texts in it"))
        self.whole.toggled.connect(self.renew)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        named(self.text, self.tr("What the report says"))
        self.save_button = button(self.tr("Save…"), self.save, role="primary")
        self.close_button = button(self.tr("Close"), self.close)
        self.outcome = StatusLabel(role="quiet", wrap=True)
        self._lay_out()
        self.renew()
        self.save_button.setFocus()

    def ask_file(self, suggested: Path, then: Then) -> None:
        """Ask where to write."""
        ask_save(self, self.tr("Report of a fault"), suggested, self.tr("Text (*.txt)"), then)

    @Slot()
    def save(self) -> None:
        """Ask for a file and write there what is shown."""
        self.ask_file(Path.home() / _NAME, self.save_to)

    def save_to(self, path: Path) -> None:
        """Write to a file what is shown."""
        try:
            self._write(path, self.text.toPlainText().encode("utf-8", "backslashreplace"))
        except TroubleError as error:
            self._say(labels.trouble(error), "alarm")
            return
        said = self.tr("{name} is written, in {folder}")
        self._say(said.format(name=path.name, folder=path.parent), "good")

    @Slot()
    def renew(self) -> None:
        """Show what the report says now."""
        self.text.setPlainText(self._report(whole=self.whole.isChecked()))

    def _say(self, sentence: str, role: str) -> None:
        set_role(self.outcome, role)
        self.outcome.setText(sentence)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        remark = self.tr(
            "A text for whoever looks after the program. It is saved where you say; nothing is sent."
        )
        layout.addWidget(label(remark, "quiet", wrap=True))
        layout.addWidget(self.text, 1)
        layout.addWidget(self.whole)
        layout.addWidget(self.outcome)
        layout.addLayout(buttons)
        self.resize(680, 460)
