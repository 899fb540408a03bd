"""Where a concept note comes from: a file chosen or dropped, or its text pasted."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ipu_session.domain.exchange.import_results import ConceptNote
from ipu_session.domain.user_facing_error import TroubleError
from ipu_session.ui.core.app_services import Errands
from ipu_session.ui.core.background_task import waited
from ipu_session.ui.dialogs.file_dialog import Then, ask_open
from ipu_session.ui.strings import labels
from ipu_session.ui.widgets.announcements import StatusLabel
from ipu_session.ui.widgets.factories import button, label, named
from ipu_session.ui.widgets.text.undoable_fields import TextEdit


class NoteSource(QWidget):
    """Reads a concept note and says what was understood; what cannot be read is said in words."""

    understood = Signal(ConceptNote)

    def __init__(self, errands: Errands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._errands = errands
        self.setAcceptDrops(True)
        self.file_button = button(
            self.tr("Choose the file…"), self.choose, self.tr("Word, PDF or plain text"), "primary"
        )
        self.text = TextEdit()
        self.text.setAcceptDrops(False)
        named(self.text, self.tr("Text of the concept note"), self.tr("Ctrl+Enter reads it"))
        self.text.setPlaceholderText(self.tr("… or paste its text here"))
        self.read_button = button(self.tr("Read the text"), self.read_text, self.tr("Ctrl+Enter"))
        self.read_button.setEnabled(False)
        self.trouble = StatusLabel(role="alarm", wrap=True)
        self._lay_out()
        self.text.textChanged.connect(self._enable)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self.text)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(self.read_text)

    def ask_file(self, then: Then) -> None:
        """Ask which file."""
        kinds = self.tr("Concept notes (*.docx *.pdf *.txt);;All files (*)")
        ask_open(self, self.tr("Concept note"), None, kinds, then)

    @Slot()
    def choose(self) -> None:
        """Ask for a file and read it."""
        self.ask_file(self.read_file)

    def read_file(self, path: Path) -> None:
        """Read a file; what is wrong with it is said in the page."""
        try:
            note = waited(partial(self._errands.read_concept_note, path))
        except TroubleError as error:
            self.trouble.setText(labels.trouble(error))
            return
        self._tell(note)

    @Slot()
    def read_text(self) -> None:
        """Read the pasted text."""
        pasted = self.text.toPlainText()
        if not pasted.strip():
            return
        try:
            note = self._errands.understand_note(pasted)
        except TroubleError as error:
            self.trouble.setText(labels.trouble(error))
            return
        self._tell(note)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file of this machine."""
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the file that was dropped."""
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.read_file(path)

    def _tell(self, note: ConceptNote) -> None:
        self.trouble.clear()
        self.understood.emit(note)

    @Slot()
    def _enable(self) -> None:
        self.read_button.setEnabled(bool(self.text.toPlainText().strip()))

    def _lay_out(self) -> None:
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        file_row = QHBoxLayout()
        file_row.addWidget(self.file_button)
        file_row.addWidget(label(self.tr("or drop it here: Word, PDF or plain text"), "quiet"))
        file_row.addStretch(1)
        inside.addLayout(file_row)
        inside.addWidget(self.text, 1)
        read_row = QHBoxLayout()
        read_row.addWidget(self.read_button)
        read_row.addStretch(1)
        inside.addLayout(read_row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card, 1)
        layout.addWidget(self.trouble)


def _dropped(event: QDropEvent) -> Path | None:
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if urls and urls[0].isLocalFile() else None
