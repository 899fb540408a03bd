"""Question for the encoding of a text file that does not declare one; the user compares samples, nothing is guessed."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from ipu_session.ui.widgets.announcements import StatusLabel
from ipu_session.ui.widgets.factories import allow_shrinking, make_button, set_accessible_name

EncodingCandidates = tuple[tuple[str, str], ...]


class EncodingQuestion(QWidget):
    """Asks about one file after another; visible only while a question is pending."""

    encoding_chosen = Signal(str, str)
    """Carries the path of the file and the name of the encoding chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pending: list[tuple[Path, EncodingCandidates]] = []
        self.message = StatusLabel(role="warning", wrap=True)
        self.candidates_box = QComboBox()
        allow_shrinking(self.candidates_box)
        set_accessible_name(self.candidates_box, self.tr("Which line reads correctly?"))
        self.candidates_box.setPlaceholderText(self.tr("Which line reads correctly?"))
        # A button confirms: arrow keys in the box would otherwise choose the first candidate.
        self.read_button = make_button(self.tr("Read it so"), self.confirm)
        self.candidates_box.currentIndexChanged.connect(self._on_candidate_changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.message)
        layout.addWidget(self.candidates_box)
        layout.addWidget(self.read_button)
        self.hide()

    def request_encoding(self, path: Path, candidates: EncodingCandidates) -> None:
        """Queue the question about a file; ``candidates`` are pairs (encoding, start of the file decoded with it)."""
        self._pending.append((path, candidates))
        if len(self._pending) == 1:
            self._refresh()

    @Slot()
    def confirm(self) -> None:
        """Emit the chosen encoding and ask about the next file."""
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
        question = self.tr("{name} does not say how its letters are encoded. Choose the line that reads correctly.")
        self.message.setText(question.format(name=path.name))
        for encoding, sample in candidates:
            self.candidates_box.addItem(f"{encoding}:  {sample.partition(chr(10))[0]}", encoding)
        self.candidates_box.setCurrentIndex(-1)
        self.read_button.setEnabled(False)
        self.candidates_box.setFocus()
