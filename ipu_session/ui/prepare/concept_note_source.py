"""Input of a concept note: a file chosen or dropped, or pasted text."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ipu_session.domain.exchange.import_results import ConceptNote
from ipu_session.domain.user_facing_error import UserFacingError
from ipu_session.ui.actions.action_factory import add_actions, make_action_button
from ipu_session.ui.actions.prepare_actions import CONCEPT_NOTE_TEXT_ACTIONS
from ipu_session.ui.core.app_services import AppServices
from ipu_session.ui.core.task_runner import TaskRunner
from ipu_session.ui.dialogs.file_dialog import FileCallback, ask_open_file
from ipu_session.ui.strings import labels
from ipu_session.ui.widgets.announcements import StatusLabel
from ipu_session.ui.widgets.factories import make_button, make_label, set_accessible_name
from ipu_session.ui.widgets.text.undoable_fields import TextEdit


class NoteSource(QWidget):
    """Reads a concept note and emits `note_read`; an error is shown below the text field."""

    note_read = Signal(ConceptNote)

    def __init__(self, services: AppServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = TaskRunner(self)
        self._tasks.failed.connect(self._show_error)
        self.setAcceptDrops(True)
        self.file_button = make_button(
            self.tr("Choose the file…"), self.choose_file, self.tr("Word, PDF or plain text"), "primary"
        )
        self.text_edit = TextEdit()
        self.text_edit.setAcceptDrops(False)
        set_accessible_name(self.text_edit, self.tr("Text of the concept note"), self.tr("Ctrl+Enter reads it"))
        self.text_edit.setPlaceholderText(self.tr("… or paste its text here"))
        actions = add_actions(self.text_edit, CONCEPT_NOTE_TEXT_ACTIONS, {"concept-note-read": self.read_text})
        self._read_action = actions["concept-note-read"]
        self._read_action.setEnabled(False)
        self.read_button = make_action_button(self._read_action)
        self.error_label = StatusLabel(role="alarm", wrap=True)
        self._build_ui()
        self.text_edit.textChanged.connect(self._update_read_action)

    def request_file(self, on_chosen: FileCallback) -> None:
        """Ask the user for a file; ``on_chosen`` gets its path."""
        name_filters = self.tr("Concept notes (*.docx *.pdf *.txt);;All files (*)")
        ask_open_file(self, self.tr("Concept note"), None, name_filters, on_chosen)

    @Slot()
    def choose_file(self) -> None:
        """Ask the user for a file and read it."""
        self.request_file(self.read_file)

    def read_file(self, path: Path) -> None:
        """Read a file in a worker thread; an error is shown on the page."""
        self._tasks.run(partial(self._services.read_concept_note, path), self._emit_note)

    @Slot(UserFacingError)
    def _show_error(self, error: UserFacingError) -> None:
        self.error_label.setText(labels.error_message(error))

    @Slot()
    def read_text(self) -> None:
        """Parse the pasted text and emit `note_read`; an error is shown on the page."""
        pasted = self.text_edit.toPlainText()
        if not pasted.strip():
            return
        try:
            note = self._services.parse_concept_note(pasted)
        except UserFacingError as error:
            self._show_error(error)
            return
        self._emit_note(note)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept the drag of a local file."""
        if _dropped_path(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the file that was dropped."""
        path = _dropped_path(event)
        if path is not None:
            event.acceptProposedAction()
            self.read_file(path)

    def _emit_note(self, note: ConceptNote) -> None:
        self.error_label.clear()
        self.note_read.emit(note)

    @Slot()
    def _update_read_action(self) -> None:
        self._read_action.setEnabled(bool(self.text_edit.toPlainText().strip()))

    def _build_ui(self) -> None:
        card = QFrame()
        card.setProperty("role", "card")
        card_layout = QVBoxLayout(card)
        file_row = QHBoxLayout()
        file_row.addWidget(self.file_button)
        file_row.addWidget(make_label(self.tr("or drop it here: Word, PDF or plain text"), "quiet"))
        file_row.addStretch(1)
        card_layout.addLayout(file_row)
        card_layout.addWidget(self.text_edit, 1)
        read_row = QHBoxLayout()
        read_row.addWidget(self.read_button)
        read_row.addStretch(1)
        card_layout.addLayout(read_row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(card, 1)
        layout.addWidget(self.error_label)


def _dropped_path(event: QDropEvent) -> Path | None:
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if urls and urls[0].isLocalFile() else None
