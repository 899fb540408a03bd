"""Page of written contributions: register, unconfirmed files, form and text reader (docs/rules.md#n3)."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from ipu_session.domain.commands import RemoveContribution
from ipu_session.domain.events import Rewound
from ipu_session.domain.exchange.import_results import ReceivedFile
from ipu_session.domain.model.ids import ContributionId
from ipu_session.domain.model.session import Contribution
from ipu_session.domain.user_facing_error import UserFacingError
from ipu_session.service.session_service import CommittedChange
from ipu_session.ui.accessibility.tab_order import set_tab_order
from ipu_session.ui.contributions import table_rows
from ipu_session.ui.contributions.draft_autosaver import ContributionsDraft, DraftAutosaver, load_draft
from ipu_session.ui.contributions.encoding_question import EncodingQuestion
from ipu_session.ui.contributions.form import ContributionForm
from ipu_session.ui.contributions.form_selection import FormSelectionSync
from ipu_session.ui.contributions.import_queue import FileImportQueue, local_files
from ipu_session.ui.contributions.save_attachment import save_attached_file
from ipu_session.ui.contributions.text_reader import ContributionReader
from ipu_session.ui.contributions.unconfirmed_files import UnconfirmedFiles
from ipu_session.ui.core.app_services import AppServices
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.dialogs.file_dialog import FileCallback, ask_open_files, ask_save_file
from ipu_session.ui.strings import labels
from ipu_session.ui.widgets.announcements import StatusLabel
from ipu_session.ui.widgets.factories import add_widget_action, make_button, make_label, set_role
from ipu_session.ui.widgets.flow_layout import FlowLayout
from ipu_session.ui.widgets.rows.rows_model import RowsModel
from ipu_session.ui.widgets.rows.tables import current_row, make_table_view, set_current_row
from ipu_session.ui.widgets.shrinkable import CurrentPageStack

_COLUMNS_ALSO_IN_FORM = (4, 5)
"""The columns for words and language."""
_WIDE_LIST_LETTERS = 75
_ENCODING_UNKNOWN = "encoding-unknown"


class ContributionsPane(QWidget):
    """The register on the left, the form or the reader on the right."""

    closed = Signal()
    """Escape was pressed without unsaved text: return to the previous workspace."""

    def __init__(self, bridge: SessionBridge, services: AppServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._services = services
        self._unconfirmed = UnconfirmedFiles(bridge)
        self._is_attaching = False
        self.import_queue = FileImportQueue(bridge, services.read_contribution, self)
        headings = (
            self.tr("Received"),
            self.tr("Delegation"),
            self.tr("Title"),
            self.tr("Pages"),
            self.tr("Words"),
            self.tr("Language"),
            self.tr("Themes"),
            self.tr("Remarks"),
        )
        self.model = RowsModel(headings, self)
        self.list = make_table_view(self.model, self.tr("Written contributions"), (2,))
        self._splitter = QSplitter(self)
        left = QWidget(self._splitter)
        # Reparented before the form is created: the tab order follows the order of creation.
        self.list.setParent(left)
        self.form_stack = CurrentPageStack(self._splitter)
        self.form = ContributionForm(bridge, self.form_stack)
        self.reader = ContributionReader(bridge, self.form_stack)
        self.form_sync = FormSelectionSync(bridge, self.list, self.model, self.form, self._unconfirmed)
        self.announcement_label = make_label("", "quiet", wrap=True)
        self.message = StatusLabel(role="alarm", wrap=True)
        self.encoding_question = EncodingQuestion(left)
        self.draft_autosaver = DraftAutosaver(self, self._build_draft)
        self.setAcceptDrops(True)
        self._build_ui(left)
        self._create_actions()
        self._connect_signals()
        self._refresh()
        set_current_row(self.list, 0)
        self._restore_draft()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide columns if the titles would have too little width."""
        super().resizeEvent(event)
        self._fit_columns()

    def focus_entry(self) -> None:
        """Focus the reader or the form."""
        if self.form_stack.currentWidget() is self.reader:
            self.reader.setFocus()
            return
        if self.form.entry is not None and not self.form.has_unsaved_text:
            # An unchanged entry was only viewed; clear the form for a new one.
            self.form.start_new()
        self.form.setFocus()

    def show_text(self, entry: ContributionId, typed: str) -> None:
        """Show the text of a contribution and search it for `typed`."""
        set_current_row(self.list, self.model.row_of_key(entry))
        self._show_text(entry, typed)

    def save_drafts(self) -> None:
        """Save half-typed texts to disk."""
        self.draft_autosaver.save()
        self.reader.quote_line.save_draft()

    def shut_down(self) -> None:
        """Save drafts and wait for the file being read, before the view is destroyed."""
        self.save_drafts()
        self.import_queue.shut_down()

    def add_files(self, paths: Iterable[Path]) -> None:
        """Read received files; each has to be confirmed."""
        self._is_attaching = False
        self.message.clear()
        self.import_queue.enqueue(paths)

    def request_files(self, then: Callable[[list[Path]], object]) -> None:
        """Ask for files."""
        kinds = self.tr("Contributions (*.docx *.pdf *.txt);;All files (*)")
        ask_open_files(self, self.tr("Written contributions"), kinds, then)

    def request_save_path(self, proposed: Path, then: FileCallback) -> None:
        """Ask for the path under which an attached file is saved."""
        ask_save_file(self, self.tr("Save the file as it was sent"), proposed, "", then)

    @Slot()
    def choose_files(self) -> None:
        """Ask for files and read them."""
        self.request_files(self.add_files)

    @Slot()
    def choose_attachment(self) -> None:
        """Ask for the file of the entry in the form."""
        self.request_files(self._attach_file)

    def _attach_file(self, paths: list[Path]) -> None:
        self.add_files(paths[:1])
        self._is_attaching = True

    @Slot()
    def start_new_entry(self) -> None:
        """Start an entry by hand; unsaved content of a new entry stays."""
        self.form_stack.setCurrentWidget(self.form)
        if self.form.entry is not None or not self.form.has_content:
            self.form.start_new()
        self.form.setFocus()

    @Slot()
    def show_current_text(self) -> None:
        """Show the text of the current contribution; an unconfirmed file goes into the form."""
        entry = self._current_entry()
        if entry is not None:
            self._show_text(entry.id)
        else:
            self.edit_current()

    @Slot()
    def edit_current(self) -> None:
        """Put the current entry into the form."""
        if self.form_sync.fill_form():
            self.form_stack.setCurrentWidget(self.form)
            self.form.setFocus()

    @Slot()
    def remove_current(self) -> None:
        """Remove the current entry from the register, or discard an unconfirmed file."""
        entry, key = self._current_entry(), str(self._current_key())
        if entry is not None:
            self._bridge.execute(RemoveContribution(entry.id))
        elif key in self._unconfirmed:
            self._unconfirmed.remove(key)
            if self.form.digest == key:
                self.form.start_new()
            self._refresh()
            self.draft_autosaver.save()
        else:
            self.form_sync.fill_form()

    @Slot()
    def save_attachment(self) -> None:
        """Save the file of the current entry, byte for byte as received."""
        save_attached_file(
            self._bridge, self._services, self._current_entry(), self.request_save_path, self._show_message
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept the drag of local files."""
        if local_files(event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the files that were dropped."""
        event.acceptProposedAction()
        self.add_files(local_files(event.mimeData().urls()))

    @Slot(str, ReceivedFile)
    def _on_file_read(self, where: str, sent: ReceivedFile) -> None:
        if self.form.path == where and not self.form.digest:
            self._unconfirmed.add(where, sent)
            self.form.restore_file(sent)
        elif self._is_attaching:
            self._is_attaching = False
            self.form.attach_file(where, sent)
        elif not self._reject_duplicate(sent):
            self._unconfirmed.add(where, sent)
            if not (self.form.has_unsaved_text or self.form.path):
                self._prefill_next()
        self._refresh()
        self.draft_autosaver.save()

    @Slot(str, UserFacingError)
    def _on_file_rejected(self, where: str, error: UserFacingError) -> None:
        if error.code.value == _ENCODING_UNKNOWN and (candidates := self._services.preview_encodings(Path(where))):
            self.encoding_question.request_encoding(Path(where), candidates)
            return
        self._is_attaching = False
        if self.form.path == where and not self.form.digest:
            self.form.discard_file()
        sentences = (self.message.text(), labels.error_message(error))
        self._show_message("\n".join(filter(None, sentences)), "alarm")

    @Slot(str, str)
    def _on_encoding_chosen(self, where: str, encoding: str) -> None:
        self.import_queue.enqueue([Path(where)], encoding)

    def _reject_duplicate(self, sent: ReceivedFile) -> bool:
        """Report and return whether the file is registered already; store its data if the session lacks it."""
        known = [each for each in self._bridge.session.contributions.values() if each.digest == sent.digest]
        if not known:
            return False
        if self._bridge.load_attachment(sent.digest) is None:
            self._bridge.save_attachment(sent.data)
        who = table_rows.delegation_name(self._bridge.session, known[0])
        self._show_message(self.tr("{file} is registered already: {who}").format(file=sent.name, who=who), "warning")
        return True

    @Slot()
    def _on_submitted(self) -> None:
        self._refresh()
        set_current_row(self.list, self.model.row_of_key(max(self._bridge.session.contributions, default=None)))
        self._prefill_next()
        self.form_sync.sync()
        self.draft_autosaver.save()

    def _prefill_next(self) -> None:
        """Put the oldest unconfirmed file into the form; focus the form if the page is visible."""
        for sent in self._unconfirmed.oldest():
            self.form_stack.setCurrentWidget(self.form)
            self.form.prefill(*sent)
            if self.isVisible():
                self.form.setFocus()

    @Slot(CommittedChange)
    def _on_committed(self, committed: CommittedChange) -> None:
        rewound = any(isinstance(event, Rewound) for event in committed.events)
        back = self._unconfirmed.sync_with(committed.session, rewound=rewound)
        # The message refers to the state before the commit.
        self.message.clear()
        self.form_sync.refresh_form(committed.session)
        self._refresh()
        self.reader.refresh()
        if back:
            if not (self.form.has_unsaved_text or self.form.path):
                self._prefill_next()
            self.draft_autosaver.save()

    def _refresh(self) -> None:
        session, key = self._bridge.session, self._current_key()
        self.announcement_label.setText(table_rows.format_announcement(session))
        self.model.set_rows(table_rows.build_register_rows(session, self._unconfirmed.files))
        row = self.model.row_of_key(key) if key is not None else -1
        set_current_row(self.list, row if row >= 0 else max(0, current_row(self.list)))
        self.form_sync.sync()

    def _show_text(self, number: ContributionId, typed: str = "") -> None:
        entry = self._bridge.session.contributions.get(number)
        if entry is not None:
            self.reader.show_entry(entry, typed)
            self.form_stack.setCurrentWidget(self.reader)
            self.reader.setFocus()

    @Slot()
    def _on_form_filled(self) -> None:
        self.message.clear()
        self.form_stack.setCurrentWidget(self.form)

    @Slot()
    def _on_reader_closed(self) -> None:
        had_focus = self.reader.isAncestorOf(self.focusWidget() or self)
        self.form_stack.setCurrentWidget(self.form)
        if had_focus:
            self.list.setFocus()

    @Slot()
    def _cancel(self) -> None:
        self.closed.emit()

    def _current_key(self) -> object:
        return self.model.key_at(current_row(self.list))

    def _current_entry(self) -> Contribution | None:
        key = self._current_key()
        return self._bridge.session.contributions.get(ContributionId(key)) if isinstance(key, int) else None

    def _show_message(self, sentence: str, role: str) -> None:
        set_role(self.message, role)
        self.message.setText(sentence)

    def _build_draft(self) -> ContributionsDraft:
        paths = [*self._unconfirmed.paths, *map(str, self.import_queue.pending_paths)]
        return ContributionsDraft(self._bridge, self.form.build_draft(), tuple(dict.fromkeys(paths)))

    def _restore_draft(self) -> None:
        """Restore the half-typed form and read the unconfirmed files again."""
        kept = load_draft(self._bridge)
        if kept.form:
            self.form.restore_draft(kept.form)
        self.import_queue.enqueue(Path(path) for path in dict.fromkeys((self.form.path, *kept.files)) if path)
        quoted = self.reader.quote_line.draft_entry
        if quoted is not None:
            self.reader.show_entry(self._bridge.session.contributions[quoted])
            self.form_stack.setCurrentWidget(self.reader)

    def _connect_signals(self) -> None:
        self.import_queue.file_read.connect(self._on_file_read)
        self.import_queue.file_rejected.connect(self._on_file_rejected)
        self.encoding_question.encoding_chosen.connect(self._on_encoding_chosen)
        self.form.submitted.connect(self._on_submitted)
        self.form.closed.connect(self.closed)
        self.form_sync.form_filled.connect(self._on_form_filled)
        self.form.edited.connect(self.draft_autosaver.save_soon)
        self.form.file_requested.connect(self.choose_attachment)
        self.reader.closed.connect(self._on_reader_closed)
        self._bridge.committed.connect(self._on_committed)

    def _create_actions(self) -> None:
        for text, key, slot in (
            (self.tr("Read it"), "Return", self.show_current_text),
            (self.tr("Correct the entry"), "F4", self.edit_current),
            (self.tr("Save its file…"), "Ctrl+S", self.save_attachment),
            (self.tr("Add files…"), "Ctrl+Ins", self.choose_files),
            (self.tr("New entry"), "Ins", self.start_new_entry),
            (self.tr("Remove"), "Delete", self.remove_current),
            (self.tr("Back to where you came from"), "Esc", self._cancel),
        ):
            # Available on the whole page: a file may arrive while another is being entered or read.
            everywhere = key in {"Ctrl+Ins", "Ctrl+S"}
            add_widget_action(self if everywhere else self.list, text, key, slot)
        for action in self.actions():
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.list.addAction(action)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.list.doubleClicked.connect(self.show_current_text)

    @Slot()
    def _fit_columns(self) -> None:
        """Hide columns that the form shows too when the list is too narrow for the titles."""
        narrow = self.list.width() < _WIDE_LIST_LETTERS * self.fontMetrics().averageCharWidth()
        for column in _COLUMNS_ALSO_IN_FORM:
            self.list.setColumnHidden(column, narrow)

    def _build_ui(self, left: QWidget) -> None:
        buttons = FlowLayout()
        ways = (
            make_button(self.tr("Add files…"), self.choose_files, "Ctrl+Ins", "primary"),
            make_button(self.tr("New entry"), self.start_new_entry, "Ins"),
            make_button(self.tr("Save its file…"), self.save_attachment, "Ctrl+S"),
        )
        for way in ways:
            buttons.addWidget(way)
        layout = QVBoxLayout(left)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.announcement_label)
        layout.addLayout(buttons)
        layout.addWidget(self.list, 1)
        set_tab_order(self.list, *ways)
        layout.addWidget(self.encoding_question)
        layout.addWidget(self.message)
        keys = self.tr("Files can be dropped here. Enter reads, F4 corrects, Ctrl+S saves the file, Del removes.")
        layout.addWidget(make_label(keys, "quiet", wrap=True))
        self.form_stack.addWidget(self.form)
        self.form_stack.addWidget(self.reader)
        self._splitter.setChildrenCollapsible(False)
        for place, share in enumerate((3, 2)):
            self._splitter.setStretchFactor(place, share)
        self._splitter.setSizes([820, 520])
        self._splitter.splitterMoved.connect(self._fit_columns)
        outer = QVBoxLayout(self)
        outer.addWidget(self._splitter)
