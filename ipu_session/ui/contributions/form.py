"""Form of a written contribution: a new entry, one prefilled from a received file, or one being corrected.

Its half-typed content is read and restored as JSON text, which is saved as a draft.
"""

import json
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ipu_session.domain.commands import RegisterContribution
from ipu_session.domain.exchange.import_results import ReceivedFile
from ipu_session.domain.model.ids import ContributionId
from ipu_session.domain.model.session import NO_DELEGATION, Contribution
from ipu_session.domain.queries.contribution_limits import contributions_by_date
from ipu_session.ui.contributions import register_rows
from ipu_session.ui.contributions.attached_file import AttachedFile
from ipu_session.ui.contributions.file_field import FileField
from ipu_session.ui.contributions.form_fields import ContributionFields
from ipu_session.ui.core.draft_parsing import parse_id, parse_json_object
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.strings import venue_time
from ipu_session.ui.widgets.announcements import StatusLabel
from ipu_session.ui.widgets.factories import make_button, make_label, set_role
from ipu_session.ui.widgets.shrinkable import ShrinkablePage, ShrinkableScrollArea
from ipu_session.ui.widgets.text.cleared_texts import CLEARED_TEXTS


class ContributionForm(QWidget):
    """Enter submits, Escape cancels; each field shows its own validation message."""

    submitted = Signal()
    """An entry was registered or corrected."""
    closed = Signal()
    """The user cancelled a form that is empty."""
    filled = Signal()
    """The form was filled with an entry or a received file, or cleared."""
    edited = Signal()
    """A field or the file of the form, or the session, has changed."""
    file_requested = Signal()
    """Requests that a file be chosen for the entry in the form."""

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._entry: ContributionId | None = None
        self.heading = make_label("", "heading")
        self.fields = ContributionFields(bridge)
        self._initial_values = self.fields.values()
        """The values when the form was last filled; values that differ are unsaved text."""
        self.file_field = FileField()
        self.message = StatusLabel(role="warning", wrap=True)
        self._build_ui()
        self.fields.edited.connect(self._refresh_remarks)
        self.file_field.file_requested.connect(self.file_requested)
        # The deadline and the earlier contributions may have changed.
        bridge.committed.connect(self._refresh_remarks)
        self.start_new()
        self.setFocusProxy(self.fields.delegation)

    @property
    def entry(self) -> ContributionId | None:
        """The entry being corrected; None for a new one."""
        return self._entry

    @property
    def path(self) -> str:
        """Path that the file in the form was read from; "" without a file, and for a file stored in the session."""
        return self.file_field.file.path

    @property
    def digest(self) -> str:
        """SHA-256 of the file in the form, in hexadecimal; "" without a file, and while it is being read."""
        return self.file_field.file.digest

    @property
    def has_content(self) -> bool:
        """Whether the form holds unsaved text, or a file that is not stored in the session."""
        return self.has_unsaved_text or bool(self.path)

    @property
    def has_unsaved_text(self) -> bool:
        """Whether the values of the fields differ from those that the form was filled with."""
        return self.fields.values() != self._initial_values

    @Slot()
    def start_new(self) -> None:
        """Clear the form for a new entry, received today."""
        entry = Contribution(ContributionId(0), NO_DELEGATION, self._today(), 0)
        self._fill(entry, None, AttachedFile(), self.tr("A new contribution"))

    def prefill(self, path: str, received: ReceivedFile) -> None:
        """Fill the form with what was detected in a received file."""
        entry = Contribution(
            ContributionId(0),
            received.delegation,
            self._today(),
            received.pages,
            received.language,
            title=received.title,
            words=received.words,
        )
        file = AttachedFile.from_received(path, received)
        self._fill(entry, None, file, self.tr("Is this right? Enter registers it."))

    def edit_entry(self, entry: Contribution) -> None:
        """Fill the form with an entry of the register."""
        file = AttachedFile(entry.file, entry.digest, entry.text)
        self._fill(entry, entry.id, file, self.tr("The entry is being corrected; Enter records it."))

    def attach_file(self, path: str, received: ReceivedFile) -> None:
        """Attach a file to the entry in the form; number of words and values of empty fields come from the file."""
        self.fields.fill_from_file(received)
        self._set_file(AttachedFile.from_received(path, received))

    def restore_file(self, received: ReceivedFile) -> None:
        """Attach the file named by a restored draft; the fields keep the values typed."""
        self._set_file(AttachedFile.from_received(self.path, received))

    def discard_file(self) -> None:
        """Remove the file from the form, because it could not be read again."""
        self._set_file(AttachedFile())

    def build_draft(self) -> str:
        """Return the half-typed form as JSON; "" if there is nothing to save."""
        if not self.has_content:
            return ""
        return json.dumps({"entry": self._entry, "path": self.path, "fields": self.fields.values()})

    def restore_draft(self, text: str) -> None:
        """Restore a form from the text of `build_draft`; the caller reads its file again. Ignore an invalid text."""
        draft = parse_json_object(text)
        values = draft.get("fields")
        if not isinstance(values, dict):
            return
        entry = self._bridge.session.contributions.get(ContributionId(parse_id(str(draft.get("entry")))))
        if entry is not None:
            self.edit_entry(entry)
        else:
            self.start_new()
        self.fields.set_values(values)
        self._set_file(AttachedFile(path=str(draft["path"])) if draft.get("path") else self.file_field.file)

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
        """Clear the form (undo restores half-typed content); if it is empty, emit `closed` instead."""
        if self.has_content or self._entry is not None:
            if self.has_content:
                restore = partial(self._restore_cancelled, self.build_draft(), self.file_field.file)
                CLEARED_TEXTS.add(self.fields.delegation.line, restore, self._is_free)
            self.start_new()
            self.edited.emit()
        else:
            self.closed.emit()

    @Slot()
    def submit(self) -> None:
        """Register or correct the entry with its file; if a field is invalid, focus it instead."""
        if self._report_invalid():
            return
        file = self.file_field.file
        command = self.fields.build_command(self._entry, file)
        attachments = () if file.received is None else (file.received.data,)
        old = self._bridge.session.contributions.get(command.contribution or ContributionId(0))
        if old is not None and attachments and _is_same_entry(old, command):
            # The entry is recorded already: only the bytes of its file are missing, as after a replay of the journal.
            is_recorded = self._bridge.save_attachment(*attachments)
        else:
            is_recorded = self._bridge.execute(command, *attachments)
        if is_recorded:
            self.start_new()
            self.submitted.emit()

    def _is_free(self) -> bool:
        return not self.has_content

    def _restore_cancelled(self, draft: str, file: AttachedFile) -> None:
        self.restore_draft(draft)
        self._set_file(file)

    def _report_invalid(self) -> bool:
        """Return whether a field is invalid or the file still being read; if so, focus the field and show the error."""
        invalid = self.fields.find_invalid()
        if self.file_field.file.is_being_read:
            field: QWidget = self.file_field
            message = self.tr("The file is still being read.")
        elif invalid is not None:
            field, message = invalid
        else:
            return False
        self.message.set_status(message, "alarm")
        field.setFocus()
        return True

    def _fill(self, entry: Contribution, edited: ContributionId | None, file: AttachedFile, heading: str) -> None:
        self._entry = edited
        self.fields.fill(entry)
        self.heading.setText(heading)
        self._initial_values = self.fields.values()
        self._set_file(file)
        self.filled.emit()

    def _set_file(self, file: AttachedFile) -> None:
        self.file_field.set_file(file)
        self._refresh_remarks()

    @Slot()
    def _refresh_remarks(self) -> None:
        """Show remarks on the entry: late, too long, other contributions of the same delegation."""
        fields, session = self.fields, self._bridge.session
        received, delegation = fields.received.value or "", fields.delegation.delegation
        entry = Contribution(ContributionId(0), delegation, received, fields.pages_box.value())
        remarks = [register_rows.format_remarks(session.details, entry)]
        for other in contributions_by_date(session):
            if other.delegation == delegation != NO_DELEGATION and other.id != self._entry:
                earlier = self.tr("This delegation sent one before: {title}")
                remarks.append(earlier.format(title=other.title or other.file or other.received))
        set_role(self.message, "warning")
        self.message.setText("\n".join(filter(None, remarks)))
        self.edited.emit()

    def _today(self) -> str:
        return venue_time.iso_day_today(self._bridge.session, self._bridge.now())

    def _build_ui(self) -> None:
        self.fields.add_row(self.tr("File"), self.file_field)
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
        layout.addWidget(self.fields)
        layout.addLayout(buttons)
        layout.addWidget(self.message)
        layout.addStretch(1)


def _is_same_entry(old: Contribution, new: RegisterContribution) -> bool:
    return all(getattr(old, name) == getattr(new, name) for name in Contribution.__struct_fields__ if name != "id")
