"""Form of a written contribution: a new entry, one prefilled from a received file, or one being corrected.

Half-typed content is exported and imported as JSON text, so that it can be saved as a draft.
"""

import json
from collections import defaultdict
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from ipu_session.domain.commands import RegisterContribution
from ipu_session.domain.exchange.import_results import ReceivedFile
from ipu_session.domain.model.ids import ContributionId
from ipu_session.domain.model.session import NO_DELEGATION, Contribution
from ipu_session.domain.queries.contribution_limits import contributions_by_date
from ipu_session.ui.contributions import table_rows
from ipu_session.ui.contributions.field_editors import DelegationLineEdit, ThemesLineEdit
from ipu_session.ui.contributions.form_file import FormFile, form_file
from ipu_session.ui.core.draft_text import parse_id, parse_json_object
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.strings import venue_time
from ipu_session.ui.widgets.announcements import StatusLabel
from ipu_session.ui.widgets.factories import make_button, make_label, set_accessible_name, set_role
from ipu_session.ui.widgets.shrinkable import ShrinkablePage, ShrinkableScrollArea
from ipu_session.ui.widgets.text.cleared_texts import CLEARED_TEXTS
from ipu_session.ui.widgets.text.undoable_fields import LineEdit, SpinBox
from ipu_session.ui.widgets.validated_line_edit import DateLineEdit

_MAX_PAGES = 9_999
_MAX_WORDS = 9_999_999


class ContributionForm(QWidget):
    """Enter submits, Escape cancels; each field shows its own validation message."""

    submitted = Signal()
    """An entry was registered or corrected."""
    closed = Signal()
    """Escape was pressed in a form without content."""
    filled = Signal()
    """The form was filled with an entry or a received file, or cleared."""
    edited = Signal()
    """A field of the form has changed."""
    file_requested = Signal()
    """Requests that a file be chosen for the entry in the form."""

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._entry: ContributionId | None = None
        self._file = FormFile()
        self._initial_fields = ""
        """The fields when the form was filled, as JSON; a difference is unsaved text."""
        self.heading = make_label("", "heading")
        self.delegation = DelegationLineEdit(bridge)
        self.received = DateLineEdit(self.tr("Received on"))
        self.pages_box = _create_spin_box(self.tr("Pages"), _MAX_PAGES)
        self.words_box = _create_spin_box(self.tr("Words"), _MAX_WORDS)
        self.language_box = QComboBox()
        self.themes = ThemesLineEdit(bridge)
        self.title = LineEdit()
        self.file_label = StatusLabel(role="quiet", wrap=True)
        self.file_button = make_button(self.tr("Attach a file…"), self._request_file)
        self.message = StatusLabel(role="warning", wrap=True)
        self._build_ui()
        self._connect_signals()
        self.start_new()
        self.setFocusProxy(self.delegation)

    @property
    def entry(self) -> ContributionId | None:
        """The entry being corrected; None for a new one."""
        return self._entry

    @property
    def path(self) -> str:
        """Source path of the file in the form; "" for a file stored in the session."""
        return self._file.path

    @property
    def digest(self) -> str:
        """Digest of the file in the form."""
        return self._file.digest

    @property
    def has_content(self) -> bool:
        """Whether the form holds a file or text that is not recorded."""
        return self._fields_json() != self._initial_fields or bool(self._file.path)

    @property
    def has_unsaved_text(self) -> bool:
        """Whether anything was typed since the form was filled."""
        return self._fields_json() != self._initial_fields

    @Slot()
    def start_new(self) -> None:
        """Clear the form for a new entry, received today."""
        self._fill(Contribution(ContributionId(0), NO_DELEGATION, self._today(), 0), FormFile())
        self._entry = None
        self._finish_filling(self.tr("A new contribution"))

    def prefill(self, path: str, sent: ReceivedFile) -> None:
        """Fill the form with what was detected in a received file."""
        entry = Contribution(
            ContributionId(0),
            sent.delegation,
            self._today(),
            sent.pages,
            sent.language,
            title=sent.title,
            words=sent.words,
        )
        self._fill(entry, form_file(path, sent))
        self._entry = None
        self._finish_filling(self.tr("Is this right? Enter registers it."))

    def attach_file(self, path: str, sent: ReceivedFile) -> None:
        """Attach a file to the entry in the form; typed values stay, empty ones are taken from the file."""
        self._file = form_file(path, sent)
        self.pages_box.setValue(self.pages_box.value() or sent.pages)
        self.words_box.setValue(sent.words)
        if not self.language_box.currentData():
            self._select_language(sent.language)
        if not self.title.text():
            self.title.setText(sent.title)
        if not self.delegation.line.text():
            self.delegation.set_delegation(sent.delegation)
        self._refresh_file()

    def restore_file(self, sent: ReceivedFile) -> None:
        """Attach the file named by a restored draft; the fields keep the values typed."""
        self._file = form_file(self._file.path, sent)
        self._refresh_file()

    def edit_entry(self, entry: Contribution) -> None:
        """Fill the form with an entry of the register."""
        self._fill(entry, FormFile(entry.file, entry.digest, entry.text))
        self._entry = entry.id
        self._finish_filling(self.tr("The entry is being corrected; Enter records it."))

    def build_draft(self) -> str:
        """Return the half-typed form as JSON; "" if there is nothing to save."""
        if not self.has_content:
            return ""
        return json.dumps({"entry": self._entry, "path": self._file.path, "fields": json.loads(self._fields_json())})

    def restore_draft(self, text: str) -> None:
        """Restore a half-typed form; its file has to be read again."""
        kept = parse_json_object(text)
        if not isinstance(kept.get("fields"), dict):
            return
        fields = defaultdict(str, {name: str(value) for name, value in kept["fields"].items()})
        entry = self._bridge.session.contributions.get(ContributionId(parse_id(str(kept.get("entry")))))
        if entry is not None:
            self.edit_entry(entry)
        else:
            self.start_new()
        self.delegation.line.setText(fields["delegation"])
        self.received.line.setText(fields["received"])
        self.themes.line.setText(fields["themes"])
        self.title.setText(fields["title"])
        self.pages_box.setValue(parse_id(fields["pages"]))
        self.words_box.setValue(parse_id(fields["words"]))
        self._select_language(fields["language"])
        if kept.get("path"):
            self._file = FormFile(path=str(kept["path"]))
        self._refresh_file()

    def discard_file(self) -> None:
        """Remove the file from the form, because it could not be read again."""
        self._file = FormFile()
        self._refresh_file()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Submit on Enter, cancel on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.submit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def cancel(self) -> None:
        """Clear the form (undo restores unsaved values), or emit `closed` if it has no content."""
        if self.has_content or self._entry is not None:
            if self.has_content:
                again = partial(self._go_on, self.build_draft(), self._file)
                CLEARED_TEXTS.add(self.delegation.line, again, self._is_free)
            self.start_new()
            self.edited.emit()
        else:
            self.closed.emit()

    @Slot()
    def submit(self) -> None:
        """Register the entry with its file; an invalid field gets the focus."""
        command = self._build_command()
        if command is None:
            return
        files = () if self._file.sent is None else (self._file.sent.data,)
        old = self._bridge.session.contributions.get(command.contribution or ContributionId(0))
        if old is not None and files and old.digest == command.digest and self._is_same_entry(old, command):
            done = self._bridge.save_attachment(*files)
        else:
            done = self._bridge.execute(command, *files)
        if done:
            self.start_new()
            self.submitted.emit()

    def _is_free(self) -> bool:
        return not self.has_content

    def _go_on(self, draft: str, file: FormFile) -> None:
        """Restore a form that was cancelled."""
        self.restore_draft(draft)
        self._file = file
        self._refresh_file()

    @Slot()
    def _request_file(self) -> None:
        self.file_requested.emit()

    def _is_same_entry(self, old: Contribution, new: RegisterContribution) -> bool:
        """Return whether only the file itself is missing from the session, as after a replay of the journal."""
        return all(getattr(old, name) == getattr(new, name) for name in Contribution.__slots__ if name != "id")

    def _build_command(self) -> RegisterContribution | None:
        if self._file.path and self._file.sent is None:
            self._show_error(self.tr("The file is still being read."), self.file_button)
        elif self.delegation.delegation == NO_DELEGATION:
            self._show_error(self.tr("Which delegation sent it?"), self.delegation)
        elif not self.received.value:
            self._show_error(self.tr("On which day was it received?"), self.received)
        elif self.themes.value is None:
            self._show_error(self.tr("There is no theme of that number."), self.themes)
        else:
            return RegisterContribution(
                self.delegation.delegation,
                self.received.value,
                self.pages_box.value(),
                str(self.language_box.currentData()),
                self.themes.themes,
                " ".join(self.title.text().split()),
                self._entry,
                self.words_box.value(),
                self._file.name,
                self._file.digest,
                self._file.text,
            )
        return None

    def _show_error(self, sentence: str, where: QWidget) -> None:
        set_role(self.message, "alarm")
        self.message.setText(sentence)
        where.setFocus()

    def _fill(self, entry: Contribution, file: FormFile) -> None:
        self._file = file
        self.delegation.line.reset()
        self.delegation.set_delegation(entry.delegation)
        self.received.set_value(entry.received)
        self.pages_box.setValue(entry.pages)
        self.words_box.setValue(entry.words)
        self._select_language(entry.language)
        self.themes.line.setText(table_rows.theme_numbers(self._bridge.session, entry))
        self.title.setText(entry.title)

    def _finish_filling(self, heading: str) -> None:
        self.heading.setText(heading)
        self._initial_fields = self._fields_json()
        self._refresh_file()
        self.filled.emit()

    def _fields_json(self) -> str:
        return json.dumps(
            {
                "delegation": self.delegation.line.text(),
                "received": self.received.line.text(),
                "themes": self.themes.line.text(),
                "title": self.title.text(),
                "pages": self.pages_box.value(),
                "words": self.words_box.value(),
                "language": self.language_box.currentData(),
            }
        )

    def _select_language(self, code: str) -> None:
        if self.language_box.findData(code) < 0:
            self.language_box.addItem(code, code)
        self.language_box.setCurrentIndex(self.language_box.findData(code))

    def _refresh_file(self) -> None:
        sent, file = self._file.sent, self._file
        if sent is not None and not sent.text:
            said = self.tr("{name}: no text can be read from it, it is a picture of pages; it is kept as it is.")
        elif sent is not None and sent.is_cut:
            said = self.tr("{name}: very long or dense, only a part of its text was read; the file is kept whole.")
        elif sent is not None and sent.is_page_count_estimated:
            said = self.tr("{name}: the pages are reckoned from the words; please count them.")
        elif file.path and sent is None:
            said = self.tr("{name}: being read …")
        else:
            said = "{name}" if file.name else self.tr("none")
        self.file_label.setText(said.format(name=file.name or file.path))
        self._refresh_remarks()

    @Slot()
    def _refresh_remarks(self) -> None:
        """Show remarks on the entry: late, too long, earlier contributions of the same delegation."""
        received, session = self.received.value or "", self._bridge.session
        entry = Contribution(ContributionId(0), self.delegation.delegation, received, self.pages_box.value())
        found = [table_rows.format_remarks(session.details, entry)]
        for other in contributions_by_date(session):
            if other.delegation == entry.delegation != NO_DELEGATION and other.id != self._entry:
                words = self.tr("This delegation sent one before: {title}")
                found.append(words.format(title=other.title or other.file or other.received))
        set_role(self.message, "warning")
        self.message.setText("\n".join(filter(None, found)))
        self.edited.emit()

    def _today(self) -> str:
        return venue_time.iso_day_today(self._bridge.session, self._bridge.now())

    def _connect_signals(self) -> None:
        for line in (self.delegation.line, self.received.line, self.themes.line, self.title):
            line.textChanged.connect(self._refresh_remarks)
        for count in (self.pages_box, self.words_box):
            count.valueChanged.connect(self._refresh_remarks)
        self.language_box.currentIndexChanged.connect(self._refresh_remarks)
        # The deadline and the earlier contributions may have changed.
        self._bridge.committed.connect(self._refresh_remarks)

    def _build_fields(self) -> QFormLayout:
        for code in table_rows.LANGUAGE_CODES:
            self.language_box.addItem(table_rows.language_name(code), code)
        set_accessible_name(self.language_box, self.tr("Language of the contribution"))
        set_accessible_name(self.language_box.view(), self.language_box.accessibleName())
        set_accessible_name(self.title, self.tr("Title of the contribution"))
        self.themes.line.setPlaceholderText(self.tr("numbers: 2 4"))
        file = QHBoxLayout()
        file.addWidget(self.file_label, 1)
        file.addWidget(self.file_button)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(self.tr("Delegation"), self.delegation)
        form.addRow(self.tr("Received"), self.received)
        form.addRow(self.tr("Pages"), self.pages_box)
        form.addRow(self.tr("Words"), self.words_box)
        form.addRow(self.tr("Language"), self.language_box)
        form.addRow(self.tr("Themes"), self.themes)
        form.addRow(self.tr("Title"), self.title)
        form.addRow(self.tr("File"), file)
        return form

    def _build_ui(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(make_button(self.tr("Register"), self.submit, self.tr("Enter"), "primary"))
        buttons.addWidget(make_button(self.tr("Leave it"), self.cancel, self.tr("Escape")))
        buttons.addStretch(1)
        page = ShrinkablePage()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ShrinkableScrollArea(page))
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.heading)
        layout.addLayout(self._build_fields())
        layout.addLayout(buttons)
        layout.addWidget(self.message)
        layout.addStretch(1)


def _create_spin_box(name: str, most: int) -> SpinBox:
    made = SpinBox()
    made.setRange(0, most)
    set_accessible_name(made, name)
    return made
