"""Page of written contributions: register, unconfirmed files, form and text reader (docs/rules.md#n3)."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QPushButton, QSplitter, QVBoxLayout, QWidget

from ipu_session.domain.commands import RemoveContribution
from ipu_session.domain.model.ids import ContributionId
from ipu_session.service.session_service import CommittedChange
from ipu_session.ui.accessibility.tab_order import set_tab_order
from ipu_session.ui.actions.action_factory import add_actions, make_action_button
from ipu_session.ui.actions.contributions_actions import CONTRIBUTIONS_LIST_ACTIONS, CONTRIBUTIONS_PAGE_ACTIONS
from ipu_session.ui.contributions import register_rows
from ipu_session.ui.contributions.draft_autosaver import DraftAutosaver
from ipu_session.ui.contributions.encoding_question import EncodingQuestion
from ipu_session.ui.contributions.entry_stack import EntryStack
from ipu_session.ui.contributions.file_receiver import FileReceiver
from ipu_session.ui.contributions.import_queue import local_files
from ipu_session.ui.contributions.register_form_sync import FormSelectionSync
from ipu_session.ui.contributions.register_table import RegisterTable
from ipu_session.ui.contributions.save_attachment import save_attached_file
from ipu_session.ui.core.app_services import AppServices
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.dialogs.file_dialog import FileCallback, ask_open_files, ask_save_file
from ipu_session.ui.widgets.announcements import StatusLabel
from ipu_session.ui.widgets.factories import make_label
from ipu_session.ui.widgets.flow_layout import FlowLayout


class ContributionsPane(QWidget):
    """The register on the left, the form or the reader on the right."""

    closed = Signal()
    """The user left the register, or cancelled the empty form: return to the previous workspace."""

    def __init__(self, bridge: SessionBridge, services: AppServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._services = services
        self._splitter = QSplitter(self)
        left = QWidget(self._splitter)
        # Created before the form: the tab order follows the order of creation.
        self.register = RegisterTable(bridge, left)
        self.entry_stack = EntryStack(bridge, self._splitter)
        self.form = self.entry_stack.form
        self.reader = self.entry_stack.reader
        self.announcement_label = make_label("", "quiet", wrap=True)
        self.message = StatusLabel(role="alarm", wrap=True)
        self.encoding_question = EncodingQuestion(left)
        self.receiver = FileReceiver(bridge, services, self.form, self.encoding_question)
        self.form_sync = FormSelectionSync(bridge, self.register, self.form, self.receiver.unconfirmed)
        self.draft_autosaver = DraftAutosaver(bridge, self.form, self.receiver)
        self.setAcceptDrops(True)
        self._build_ui(left)
        self._connect_signals()
        self._refresh()
        self.draft_autosaver.restore()
        self.entry_stack.restore_quotation()

    def focus_entry(self) -> None:
        """Focus the reader if it is shown, else the form (`EntryStack.focus_entry`)."""
        self.entry_stack.focus_entry()

    def show_text(self, entry: ContributionId, query: str) -> None:
        """Show the text of a contribution and search it for ``query``."""
        self.register.set_current(entry)
        self.entry_stack.show_text(entry, query)

    def save_drafts(self) -> None:
        """Save half-typed texts to disk."""
        self.draft_autosaver.save()
        self.reader.quote_line.save_draft()

    def shut_down(self) -> None:
        """Save drafts and wait for the file being read, before the view is destroyed."""
        self.save_drafts()
        self.receiver.shut_down()

    def add_files(self, paths: Iterable[Path]) -> None:
        """Read received files, each of which the user has to confirm in the form."""
        self.message.clear()
        self.receiver.add_files(paths)

    def request_files(self, on_chosen: Callable[[list[Path]], object]) -> None:
        """Ask the user for files; ``on_chosen`` gets their paths."""
        name_filters = self.tr("Contributions (*.docx *.pdf *.txt);;All files (*)")
        ask_open_files(self, self.tr("Written contributions"), name_filters, on_chosen)

    def request_save_path(self, proposed: Path, on_chosen: FileCallback) -> None:
        """Ask the user where to save an attached file; ``on_chosen`` gets the path."""
        ask_save_file(self, self.tr("Save the file as it was sent"), proposed, "", on_chosen)

    @Slot()
    def choose_files(self) -> None:
        """Ask the user for files and read them."""
        self.request_files(self.add_files)

    @Slot()
    def choose_attachment(self) -> None:
        """Ask the user for a file and attach it to the entry in the form; of several files, the first."""
        self.request_files(self._attach_file)

    def _attach_file(self, paths: list[Path]) -> None:
        self.message.clear()
        for path in paths[:1]:
            self.receiver.attach_file(path)

    @Slot()
    def show_current_text(self) -> None:
        """Show the text of the current contribution; an unconfirmed file goes into the form."""
        entry = self.register.current_entry
        if entry is not None:
            self.entry_stack.show_text(entry.id)
        else:
            self.edit_current()

    @Slot()
    def edit_current(self) -> None:
        """Put the current entry into the form."""
        if self.form_sync.fill_form():
            self.entry_stack.show_form()
            self.form.setFocus()

    @Slot()
    def remove_current(self) -> None:
        """Remove the current entry from the register, or discard an unconfirmed file."""
        entry, key = self.register.current_entry, str(self.register.current_key)
        if entry is not None:
            self._bridge.execute(RemoveContribution(entry.id))
        elif key in self.receiver.unconfirmed:
            self.receiver.remove(key)

    @Slot()
    def save_attachment(self) -> None:
        """Save the file of the current entry, byte for byte as received."""
        entry = self.register.current_entry
        save_attached_file(self._bridge, self._services, entry, self.request_save_path, self.message.set_status)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept a drag that has a local file."""
        if local_files(event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the local files that were dropped."""
        event.acceptProposedAction()
        self.add_files(local_files(event.mimeData().urls()))

    @Slot()
    def _on_files_changed(self) -> None:
        self._refresh()
        self.draft_autosaver.save()

    @Slot()
    def _on_form_prefilled(self) -> None:
        self.entry_stack.show_form()
        if self.isVisible():
            self.form.setFocus()

    @Slot(str)
    def _on_file_rejected(self, sentence: str) -> None:
        # Several files may be rejected one after another: show a line for each.
        self.message.set_status("\n".join(filter(None, (self.message.text(), sentence))), "alarm")

    @Slot(str)
    def _on_duplicate_found(self, sentence: str) -> None:
        self.message.set_status(sentence, "warning")

    @Slot()
    def _on_submitted(self) -> None:
        self._refresh()
        self.register.set_current(max(self._bridge.session.contributions, default=None))
        self.receiver.prefill_form()
        self.form_sync.sync()
        self.draft_autosaver.save()

    @Slot(CommittedChange)
    def _on_committed(self, committed: CommittedChange) -> None:
        has_returned = self.receiver.sync_with(committed)
        # The message refers to the state before the commit.
        self.message.clear()
        self.form_sync.refresh_form(committed.session)
        self._refresh()
        self.reader.refresh()
        if has_returned:
            self.receiver.prefill_free_form()
            self.draft_autosaver.save()

    def _refresh(self) -> None:
        self.announcement_label.setText(register_rows.format_announcement(self._bridge.session))
        self.register.refresh(self.receiver.unconfirmed.files)
        self.form_sync.sync()

    @Slot()
    def _cancel(self) -> None:
        self.closed.emit()

    def _connect_signals(self) -> None:
        self.receiver.files_changed.connect(self._on_files_changed)
        self.receiver.form_prefilled.connect(self._on_form_prefilled)
        self.receiver.file_rejected.connect(self._on_file_rejected)
        self.receiver.duplicate_found.connect(self._on_duplicate_found)
        self.form.submitted.connect(self._on_submitted)
        self.form.closed.connect(self.closed)
        self.form.file_requested.connect(self.choose_attachment)
        self.form_sync.form_filled.connect(self.message.clear)
        self.form_sync.form_filled.connect(self.entry_stack.show_form)
        self.entry_stack.focus_released.connect(self.register.setFocus)
        self._bridge.committed.connect(self._on_committed)

    def _create_buttons(self) -> list[QPushButton]:
        """Create the actions of the page and of the register, and return the buttons below the register."""
        view = self.register.view
        page_slots = {
            "contribution-save-file": self.save_attachment,
            "contributions-add-files": self.choose_files,
        }
        page_actions = add_actions(self, CONTRIBUTIONS_PAGE_ACTIONS, page_slots)
        slots = {
            "contribution-read": self.show_current_text,
            "contribution-correct": self.edit_current,
            "contribution-new": self.entry_stack.start_new_entry,
            "contribution-remove": self.remove_current,
            "contributions-leave": self._cancel,
        }
        actions = add_actions(view, CONTRIBUTIONS_LIST_ACTIONS, slots, self._bridge)
        # The context menu of the list shows the actions of the page too.
        view.addActions(list(page_actions.values()))
        view.doubleClicked.connect(self.show_current_text)
        return [
            make_action_button(page_actions["contributions-add-files"], "primary"),
            make_action_button(actions["contribution-new"]),
            make_action_button(page_actions["contribution-save-file"]),
        ]

    def _build_ui(self, left: QWidget) -> None:
        row = FlowLayout()
        buttons = self._create_buttons()
        for button in buttons:
            row.addWidget(button)
        layout = QVBoxLayout(left)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.announcement_label)
        layout.addLayout(row)
        layout.addWidget(self.register, 1)
        set_tab_order(self.register.view, *buttons)
        layout.addWidget(self.encoding_question)
        layout.addWidget(self.message)
        keys = self.tr("Files can be dropped here. Enter reads, F4 corrects, Ctrl+S saves the file, Del removes.")
        layout.addWidget(make_label(keys, "quiet", wrap=True))
        self._splitter.setChildrenCollapsible(False)
        for index, stretch in enumerate((3, 2)):
            self._splitter.setStretchFactor(index, stretch)
        self._splitter.setSizes([820, 520])
        outer = QVBoxLayout(self)
        outer.addWidget(self._splitter)
