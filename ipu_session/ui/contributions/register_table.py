"""Table of the register: unconfirmed files on top, then the contributions by date."""

from collections.abc import Iterable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipu_session.domain.exchange.import_results import ReceivedFile
from ipu_session.domain.model.ids import ContributionId
from ipu_session.domain.model.session import Contribution
from ipu_session.ui.contributions import register_rows
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.widgets.rows.rows_model import RowsModel
from ipu_session.ui.widgets.rows.tables import current_row, make_table_view, set_current_row

_COLUMNS_ALSO_IN_FORM = (4, 5)
"""Indexes of the columns for words and language."""
_WIDE_TABLE_CHARS = 75


class RegisterTable(QWidget):
    """Table of the register; the key of a row is the contribution's id, or the SHA-256 of the unconfirmed file."""

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
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
        self.view = make_table_view(self.model, self.tr("Written contributions"), (2,))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self.setFocusProxy(self.view)

    @property
    def current_key(self) -> object:
        """The key of the current row; None if there is none."""
        return self.model.key_at(current_row(self.view))

    @property
    def current_entry(self) -> Contribution | None:
        """The contribution of the current row; None if the row is an unconfirmed file or there is none."""
        key = self.current_key
        return self._bridge.session.contributions.get(ContributionId(key)) if isinstance(key, int) else None

    def set_current(self, key: object) -> None:
        """Make the row with this key current."""
        set_current_row(self.view, self.model.row_of_key(key))

    def refresh(self, unconfirmed: Iterable[ReceivedFile]) -> None:
        """Rebuild the rows; the current row stays current, or if it is gone, the row that is now at its position."""
        key = self.current_key
        self.model.set_rows(register_rows.build_register_rows(self._bridge.session, unconfirmed))
        row = self.model.row_of_key(key) if key is not None else -1
        set_current_row(self.view, row if row >= 0 else max(0, current_row(self.view)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hide the columns for words and language, which the form shows too, if the table is narrow."""
        super().resizeEvent(event)
        is_narrow = self.width() < _WIDE_TABLE_CHARS * self.fontMetrics().averageCharWidth()
        for column in _COLUMNS_ALSO_IN_FORM:
            self.view.setColumnHidden(column, is_narrow)
