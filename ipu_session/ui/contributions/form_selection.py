"""The register and the form beside it agree: the highlighted row is the one that the form shows."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QTableView

from ipu_session.domain.model.ids import ContributionId
from ipu_session.domain.model.session import Session
from ipu_session.ui.contributions.form import ContributionForm
from ipu_session.ui.contributions.unconfirmed_files import Unconfirmed
from ipu_session.ui.core.session_bridge import Bridge
from ipu_session.ui.widgets.rows.rows_model import LinesModel
from ipu_session.ui.widgets.rows.tables import choose_row, current_row


class FormRow(QObject):
    """A row that the keyboard comes to is shown in the form, unless something is half-typed there.

    A form with a new entry shows no row, and none is highlighted.
    """

    filled = Signal()
    """The form shows another row."""

    def __init__(
        self, bridge: Bridge, view: QTableView, model: LinesModel, form: ContributionForm, sent: Unconfirmed
    ) -> None:
        super().__init__(view)
        self._bridge = bridge
        self._view = view
        self._model = model
        self._form = form
        self._sent = sent
        form.settled.connect(self.highlight)
        view.selectionModel().currentRowChanged.connect(self.follow)
        view.installEventFilter(self)

    @property
    def key(self) -> object:
        """What the row stands for that the keyboard is on."""
        return self._model.key(current_row(self._view))

    def agree(self) -> None:
        """Agree again after the rows have changed."""
        if self._view.hasFocus():
            self.follow()
        else:
            self.highlight()

    @Slot()
    def highlight(self) -> None:
        """Highlight the row that the form shows, or none."""
        shown = self._shown()
        row = self._model.row_of(shown) if shown is not None else -1
        if row >= 0:
            choose_row(self._view, row)
        else:
            self._view.clearSelection()

    @Slot()
    def follow(self) -> None:
        """Show the row in the form that the keyboard is on."""
        if not self._view.hasFocus():
            return
        if self.key == self._shown():
            self.highlight()
        elif not self._form.half_typed and self.key is not None:
            self.fill()
        elif self._model.row_of(self._shown()) >= 0:
            self._refuse()
            # Later: Qt selects the new row only after it has told of it.
            QTimer.singleShot(0, self, self.highlight)

    def fill(self) -> bool:
        """Put the chosen row into the form; False, and it is said, if that cannot be."""
        entry = None
        if isinstance(self.key, int):
            entry = self._bridge.session.contributions.get(ContributionId(self.key))
        sent = self._sent.get(str(self.key))
        if entry is None and sent is None:
            self._bridge.unable.emit(self.tr("No contribution is chosen; there is none yet."))
            return False
        if self.key != self._shown():
            if self._form.half_typed:
                self._refuse()
                return False
            if entry is not None:
                self._form.correct(entry)
            elif sent is not None:
                self._form.offer(*sent)
            self.filled.emit()
        return True

    def renew(self, session: Session) -> None:
        """Show what has become of what the form shows; half-typed text stays while that is still there."""
        shown, digest = self._form.entry, self._form.digest
        if shown is None:
            if digest in {each.digest for each in session.contributions.values() if each.digest}:
                self._form.begin()
            return
        entry = session.contributions.get(shown)
        if entry is None:
            self._form.begin()
        elif not self._form.half_typed and not self._form.path:
            self._form.correct(entry)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the chosen row when the keyboard comes to the list."""
        if event.type() is QEvent.Type.FocusIn:
            QTimer.singleShot(0, self, self.follow)
        return super().eventFilter(watched, event)

    def _shown(self) -> object:
        """Return the row that the form shows: an entry, or a file that waits; None for a new entry."""
        if self._form.entry is not None:
            return self._form.entry
        return self._form.digest if self._form.digest in self._sent else None

    def _refuse(self) -> None:
        said = self.tr("The form holds what is half-typed: Enter there registers it, Esc leaves it.")
        self._bridge.unable.emit(said)
