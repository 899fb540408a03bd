"""Synchronizes the current row of the register with the entry shown in the form."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QTableView

from ipu_session.domain.model.ids import ContributionId
from ipu_session.domain.model.session import Session
from ipu_session.ui.contributions.form import ContributionForm
from ipu_session.ui.contributions.unconfirmed_files import UnconfirmedFiles
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.widgets.rows.rows_model import RowsModel
from ipu_session.ui.widgets.rows.tables import current_row, set_current_row


class FormSelectionSync(QObject):
    """Shows the current row in the form, unless the form holds unsaved text.

    While the form holds a new entry, no row is highlighted.
    """

    form_filled = Signal()
    """The form was filled with another row."""

    def __init__(
        self, bridge: SessionBridge, view: QTableView, model: RowsModel, form: ContributionForm, sent: UnconfirmedFiles
    ) -> None:
        super().__init__(view)
        self._bridge = bridge
        self._view = view
        self._model = model
        self._form = form
        self._unconfirmed = sent
        form.filled.connect(self.highlight_form_row)
        view.selectionModel().currentRowChanged.connect(self.show_current_row)
        view.installEventFilter(self)

    @property
    def current_key(self) -> object:
        """The key of the current row."""
        return self._model.key_at(current_row(self._view))

    def sync(self) -> None:
        """Synchronize again after the rows have changed."""
        if self._view.hasFocus():
            self.show_current_row()
        else:
            self.highlight_form_row()

    @Slot()
    def highlight_form_row(self) -> None:
        """Highlight the row shown in the form, or none."""
        shown = self._form_key()
        row = self._model.row_of_key(shown) if shown is not None else -1
        if row >= 0:
            set_current_row(self._view, row)
        else:
            self._view.clearSelection()

    @Slot()
    def show_current_row(self) -> None:
        """Show the current row in the form."""
        if not self._view.hasFocus():
            return
        if self.current_key == self._form_key():
            self.highlight_form_row()
        elif not self._form.has_unsaved_text and self.current_key is not None:
            self.fill_form()
        elif self._model.row_of_key(self._form_key()) >= 0:
            self._report_unsaved_text()
            # Deferred: Qt selects the new row only after `currentRowChanged`.
            QTimer.singleShot(0, self, self.highlight_form_row)

    def fill_form(self) -> bool:
        """Put the current row into the form; return False, with a message, if that is not possible."""
        entry = None
        if isinstance(self.current_key, int):
            entry = self._bridge.session.contributions.get(ContributionId(self.current_key))
        sent = self._unconfirmed.get(str(self.current_key))
        if entry is None and sent is None:
            self._bridge.action_unavailable.emit(self.tr("No contribution is chosen; there is none yet."))
            return False
        if self.current_key != self._form_key():
            if self._form.has_unsaved_text:
                self._report_unsaved_text()
                return False
            if entry is not None:
                self._form.edit_entry(entry)
            elif sent is not None:
                self._form.prefill(*sent)
            self.form_filled.emit()
        return True

    def refresh_form(self, session: Session) -> None:
        """Update the form from the session; unsaved text is kept while its entry exists."""
        shown, digest = self._form.entry, self._form.digest
        if shown is None:
            if digest in {each.digest for each in session.contributions.values() if each.digest}:
                self._form.start_new()
            return
        entry = session.contributions.get(shown)
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
        """Return the key of the row in the form: entry id, or digest of an unconfirmed file; None for a new entry."""
        if self._form.entry is not None:
            return self._form.entry
        return self._form.digest if self._form.digest in self._unconfirmed else None

    def _report_unsaved_text(self) -> None:
        said = self.tr("The form holds what is half-typed: Enter there registers it, Esc leaves it.")
        self._bridge.action_unavailable.emit(said)
