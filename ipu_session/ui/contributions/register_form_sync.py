"""Synchronizes the current row of the register with the entry shown in the form."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot

from ipu_session.domain.model.session import Session
from ipu_session.ui.contributions.form import ContributionForm
from ipu_session.ui.contributions.register_table import RegisterTable
from ipu_session.ui.contributions.unconfirmed_files import UnconfirmedFiles
from ipu_session.ui.core.session_bridge import SessionBridge


class FormSelectionSync(QObject):
    """Shows the current row in the form, unless the form holds unsaved text, and highlights the row that it shows.

    While the form shows no row of the register, no row is highlighted.
    """

    form_filled = Signal()
    """The form was filled with another row."""

    def __init__(
        self, bridge: SessionBridge, register: RegisterTable, form: ContributionForm, unconfirmed: UnconfirmedFiles
    ) -> None:
        super().__init__(register)
        self._bridge = bridge
        self._register = register
        self._view = register.view
        self._form = form
        self._unconfirmed = unconfirmed
        form.filled.connect(self.highlight_form_row)
        self._view.selectionModel().currentRowChanged.connect(self.show_current_row)
        self._view.installEventFilter(self)

    def sync(self) -> None:
        """After a change of the rows: show the current row if the list has the focus, else highlight the form's row."""
        if self._view.hasFocus():
            self.show_current_row()
        else:
            self.highlight_form_row()

    @Slot()
    def highlight_form_row(self) -> None:
        """Highlight the row shown in the form; no row if the form shows none."""
        if self._has_form_row():
            self._register.set_current(self._form_key())
        else:
            self._view.clearSelection()

    @Slot()
    def show_current_row(self) -> None:
        """If the list has the focus, show its current row in the form; if unsaved text prevents this, say so."""
        if not self._view.hasFocus():
            return
        key = self._register.current_key
        if key == self._form_key():
            self.highlight_form_row()
        elif not self._form.has_unsaved_text and key is not None:
            self.fill_form()
        elif self._has_form_row():
            self._report_unsaved_text()
            # Deferred: Qt selects the new row only after `currentRowChanged`.
            QTimer.singleShot(0, self, self.highlight_form_row)

    def fill_form(self) -> bool:
        """Put the current row into the form; return False if there is no row, or if unsaved text prevents it."""
        entry, key = self._register.current_entry, self._register.current_key
        unconfirmed = self._unconfirmed.get(str(key))
        if entry is None and unconfirmed is None:
            return False
        if key != self._form_key():
            if self._form.has_unsaved_text:
                self._report_unsaved_text()
                return False
            if entry is not None:
                self._form.edit_entry(entry)
            elif unconfirmed is not None:
                self._form.prefill(*unconfirmed)
            self.form_filled.emit()
        return True

    def refresh_form(self, session: Session) -> None:
        """Update the entry in the form, unless it has unsaved text; clear the form if its entry or file is done with.

        That is the case if the entry was removed, or the file of a new entry is registered now.
        """
        entry_id, digest = self._form.entry, self._form.digest
        if entry_id is None:
            if digest in {each.digest for each in session.contributions.values() if each.digest}:
                self._form.start_new()
            return
        entry = session.contributions.get(entry_id)
        if entry is None:
            self._form.start_new()
        elif not self._form.has_unsaved_text and not self._form.path:
            self._form.edit_entry(entry)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the current row when the list gets the focus."""
        if event.type() is QEvent.Type.FocusIn:
            QTimer.singleShot(0, self, self.show_current_row)
        return super().eventFilter(watched, event)

    def _form_key(self) -> object:
        """Return the key of the row in the form: id of the entry or SHA-256 of an unconfirmed file; None if neither."""
        if self._form.entry is not None:
            return self._form.entry
        return self._form.digest if self._form.digest in self._unconfirmed else None

    def _has_form_row(self) -> bool:
        key = self._form_key()
        return key is not None and self._register.model.row_of_key(key) >= 0

    def _report_unsaved_text(self) -> None:
        sentence = self.tr("The form holds what is half-typed: Enter there registers it, Esc leaves it.")
        self._bridge.action_unavailable.emit(sentence)
