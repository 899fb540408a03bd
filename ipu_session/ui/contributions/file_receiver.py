"""Receives files: reads them one after another, and puts them into the form, where the user confirms each."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from ipu_session.domain.events import Rewound
from ipu_session.domain.exchange.import_results import ReceivedFile
from ipu_session.domain.user_facing_error import UserFacingError
from ipu_session.service.session_service import CommittedChange
from ipu_session.ui.contributions import register_rows
from ipu_session.ui.contributions.encoding_question import EncodingQuestion
from ipu_session.ui.contributions.form import ContributionForm
from ipu_session.ui.contributions.import_queue import FileImportQueue
from ipu_session.ui.contributions.unconfirmed_files import UnconfirmedFiles
from ipu_session.ui.core.app_services import AppServices
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.strings import labels

_ENCODING_UNKNOWN = "encoding-unknown"


class FileReceiver(QObject):
    """Holds the files read and not yet confirmed; asks for the encoding of a file that does not declare one."""

    files_changed = Signal()
    """A file was read, or an unconfirmed file was removed."""
    form_prefilled = Signal()
    """An unconfirmed file was put into the form."""
    file_rejected = Signal(str)
    """A file cannot be read; carries the sentence that says why."""
    duplicate_found = Signal(str)
    """A file is registered already; carries the sentence that names the file and the delegation that sent it."""

    def __init__(
        self, bridge: SessionBridge, services: AppServices, form: ContributionForm, question: EncodingQuestion
    ) -> None:
        super().__init__(form)
        self._bridge = bridge
        self._services = services
        self._form = form
        self._encoding_question = question
        self._is_attaching = False
        """Whether the file being read belongs to the entry in the form."""
        self.unconfirmed = UnconfirmedFiles(bridge)
        self.queue = FileImportQueue(bridge, services.read_contribution, self)
        self.queue.file_read.connect(self._on_file_read)
        self.queue.file_rejected.connect(self._on_file_rejected)
        question.encoding_chosen.connect(self._on_encoding_chosen)

    @property
    def paths(self) -> tuple[str, ...]:
        """The paths of the files that are unconfirmed or not read yet."""
        return tuple(dict.fromkeys((*self.unconfirmed.paths, *map(str, self.queue.pending_paths))))

    def add_files(self, paths: Iterable[Path]) -> None:
        """Read files, each of which the user has to confirm in the form."""
        self._is_attaching = False
        self.queue.enqueue(paths)

    def attach_file(self, path: Path) -> None:
        """Read a file and attach it to the entry in the form."""
        self._is_attaching = True
        self.queue.enqueue([path])

    def restore_files(self, paths: Iterable[str]) -> None:
        """Read again the file of a restored form, if it has one, and the files with these paths."""
        self.queue.enqueue(Path(path) for path in dict.fromkeys((self._form.path, *paths)) if path)

    def remove(self, digest: str) -> None:
        """Remove an unconfirmed file, also from the form; KeyError if there is none with this SHA-256."""
        self.unconfirmed.remove(digest)
        if self._form.digest == digest:
            self._form.start_new()
        self.files_changed.emit()

    def prefill_form(self) -> None:
        """Put the oldest unconfirmed file, if there is one, into the form."""
        for path, file in self.unconfirmed.oldest():
            self._form.prefill(path, file)
            self.form_prefilled.emit()

    def sync_with(self, committed: CommittedChange) -> bool:
        """Update the unconfirmed files; return whether undo removed a registration, so that its file is unconfirmed."""
        is_rewound = any(isinstance(event, Rewound) for event in committed.events)
        return bool(self.unconfirmed.sync_with(committed.session, rewound=is_rewound))

    def prefill_free_form(self) -> None:
        """Put the oldest unconfirmed file into the form, unless it holds unsaved text or a file."""
        if not (self._form.has_unsaved_text or self._form.path):
            self.prefill_form()

    def shut_down(self) -> None:
        """Wait until the file being read is read; read no other."""
        self.queue.shut_down()

    @Slot(str, ReceivedFile)
    def _on_file_read(self, path: str, file: ReceivedFile) -> None:
        if self._form.path == path and not self._form.digest:
            self.unconfirmed.add(path, file)
            self._form.restore_file(file)
        elif self._is_attaching:
            self._is_attaching = False
            self._form.attach_file(path, file)
        elif not self._reject_duplicate(file):
            self.unconfirmed.add(path, file)
            self.prefill_free_form()
        self.files_changed.emit()

    @Slot(str, UserFacingError)
    def _on_file_rejected(self, path: str, error: UserFacingError) -> None:
        if error.code.value == _ENCODING_UNKNOWN and (candidates := self._services.preview_encodings(Path(path))):
            self._encoding_question.request_encoding(Path(path), candidates)
            return
        self._is_attaching = False
        if self._form.path == path and not self._form.digest:
            self._form.discard_file()
        self.file_rejected.emit(labels.error_message(error))

    @Slot(str, str)
    def _on_encoding_chosen(self, path: str, encoding: str) -> None:
        self.queue.enqueue([Path(path)], encoding)

    def _reject_duplicate(self, file: ReceivedFile) -> bool:
        """Return whether the file is registered already; if so, report it, and store its bytes if they are missing."""
        registered = [each for each in self._bridge.session.contributions.values() if each.digest == file.digest]
        if not registered:
            return False
        if self._bridge.load_attachment(file.digest) is None:
            self._bridge.save_attachment(file.data)
        first = min(registered, key=lambda each: each.id)
        sender = register_rows.delegation_name(self._bridge.session, first)
        self.duplicate_found.emit(self.tr("{file} is registered already: {who}").format(file=file.name, who=sender))
        return True
