"""Row of the contribution form that shows the attached file and lets the user attach one."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ipu_session.ui.contributions.attached_file import AttachedFile
from ipu_session.ui.widgets.announcements import StatusLabel
from ipu_session.ui.widgets.factories import make_button


class FileField(QWidget):
    """Name and state of the attached file, and the button that requests a file."""

    file_requested = Signal()
    """The button was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._file = AttachedFile()
        self.label = StatusLabel(role="quiet", wrap=True)
        self.button = make_button(self.tr("Attach a file…"), self._request_file)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.label, 1)
        layout.addWidget(self.button)
        self.setFocusProxy(self.button)

    @property
    def file(self) -> AttachedFile:
        """The file attached; an empty `AttachedFile` if there is none."""
        return self._file

    def set_file(self, file: AttachedFile) -> None:
        """Replace the attached file and show its name and state."""
        self._file = file
        self.label.setText(self._describe(file).format(name=file.name or file.path))

    def _describe(self, file: AttachedFile) -> str:
        received = file.received
        if received is not None and not received.text:
            return self.tr("{name}: no text can be read from it, it is a picture of pages; it is kept as it is.")
        if received is not None and received.is_cut:
            return self.tr("{name}: very long or dense, only a part of its text was read; the file is kept whole.")
        if received is not None and received.is_page_count_estimated:
            return self.tr("{name}: the pages are reckoned from the words; please count them.")
        if file.is_being_read:
            return self.tr("{name}: being read …")
        return "{name}" if file.name else self.tr("none")

    @Slot()
    def _request_file(self) -> None:
        self.file_requested.emit()
