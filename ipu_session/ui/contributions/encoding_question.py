"""In which encoding a text is that does not say so: asked by how a line reads in each, never guessed."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from ipu_session.ui.widgets.announcements import StatusLabel
from ipu_session.ui.widgets.factories import button, let_be_narrow, named

Candidates = tuple[tuple[str, str], ...]


class EncodingQuestion(QWidget):
    """Asks about one file after the other; seen only while there is something to ask."""

    chosen = Signal(str, str)
    """Where the file lies, and the encoding in which it reads correctly."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiting: list[tuple[Path, Candidates]] = []
        self.said = StatusLabel(role="warning", wrap=True)
        self.choice = QComboBox()
        let_be_narrow(self.choice)
        named(self.choice, self.tr("Which line reads correctly?"))
        self.choice.setPlaceholderText(self.tr("Which line reads correctly?"))
        # The keys that look through the choices would take the first one.
        self.read_button = button(self.tr("Read it so"), self.read)
        self.choice.currentIndexChanged.connect(self._on_chosen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.said)
        layout.addWidget(self.choice)
        layout.addWidget(self.read_button)
        self.hide()

    def ask(self, path: Path, candidates: Candidates) -> None:
        """Ask about a file, after those that are being asked about."""
        self._waiting.append((path, candidates))
        if len(self._waiting) == 1:
            self._show()

    @Slot()
    def read(self) -> None:
        """Have the file read in the encoding that was chosen."""
        encoding = str(self.choice.currentData())
        path, _ = self._waiting.pop(0)
        self._show()
        self.chosen.emit(str(path), encoding)

    @Slot(int)
    def _on_chosen(self, row: int) -> None:
        self.read_button.setEnabled(row >= 0)

    def _show(self) -> None:
        self.choice.clear()
        self.setVisible(bool(self._waiting))
        if not self._waiting:
            return
        path, candidates = self._waiting[0]
        asked = self.tr(
            "{name} does not say how its letters are encoded. Choose the line that reads correctly."
        )
        self.said.setText(asked.format(name=path.name))
        for encoding, sample in candidates:
            self.choice.addItem(f"{encoding}:  {sample.partition(chr(10))[0]}", encoding)
        self.choice.setCurrentIndex(-1)
        self.read_button.setEnabled(False)
        self.choice.setFocus()
