"""In which encoding a text is that does not say so: asked by how a line reads in each, never guessed."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from ipu_session.ui.widgets.announcements import StatusLabel
from ipu_session.ui.widgets.factories import allow_shrinking, make_button, set_accessible_name

EncodingCandidates = tuple[tuple[str, str], ...]


class EncodingQuestion(QWidget):
    """Asks about one file after the other; seen only while there is something to ask."""

    encoding_chosen = Signal(str, str)
    """Where the file lies, and the encoding in which it reads correctly."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pending: list[tuple[Path, EncodingCandidates]] = []
        self.message = StatusLabel(role="warning", wrap=True)
        self.candidates_box = QComboBox()
        allow_shrinking(self.candidates_box)
        set_accessible_name(self.candidates_box, self.tr("Which line reads correctly?"))
        self.candidates_box.setPlaceholderText(self.tr("Which line reads correctly?"))
        # The keys that look through the choices would take the first one.
        self.read_button = make_button(self.tr("Read it so"), self.confirm)
        self.candidates_box.currentIndexChanged.connect(self._on_candidate_changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.message)
        layout.addWidget(self.candidates_box)
        layout.addWidget(self.read_button)
        self.hide()

    def request_encoding(self, path: Path, candidates: EncodingCandidates) -> None:
        """Ask about a file, after those that are being asked about."""
        self._pending.append((path, candidates))
        if len(self._pending) == 1:
            self._refresh()

    @Slot()
    def confirm(self) -> None:
        """Have the file read in the encoding that was chosen."""
        encoding = str(self.candidates_box.currentData())
        path, _ = self._pending.pop(0)
        self._refresh()
        self.encoding_chosen.emit(str(path), encoding)

    @Slot(int)
    def _on_candidate_changed(self, row: int) -> None:
        self.read_button.setEnabled(row >= 0)

    def _refresh(self) -> None:
        self.candidates_box.clear()
        self.setVisible(bool(self._pending))
        if not self._pending:
            return
        path, candidates = self._pending[0]
        asked = self.tr("{name} does not say how its letters are encoded. Choose the line that reads correctly.")
        self.message.setText(asked.format(name=path.name))
        for encoding, sample in candidates:
            self.candidates_box.addItem(f"{encoding}:  {sample.partition(chr(10))[0]}", encoding)
        self.candidates_box.setCurrentIndex(-1)
        self.read_button.setEnabled(False)
        self.candidates_box.setFocus()
