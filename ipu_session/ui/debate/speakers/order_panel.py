"""Reordering of the list: drawing of lots, or a proposed order previewed before it is accepted."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from ipu_session.domain.commands import AcceptOrder, DrawLots
from ipu_session.domain.model.list_positions import OrderEntry, OrderScheme
from ipu_session.domain.model.session import Session
from ipu_session.domain.queries.lot_drawing import MODULUS
from ipu_session.domain.queries.order_proposals import propose_order
from ipu_session.service.session_service import CommittedChange
from ipu_session.ui.actions.action_factory import add_actions, make_action_button
from ipu_session.ui.actions.speakers_actions import ORDER_PANEL_ACTIONS
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.debate.speakers.position_labels import order_reason_text
from ipu_session.ui.strings import labels
from ipu_session.ui.strings.translatable import QT_TRANSLATE_NOOP
from ipu_session.ui.strings.translation import translate
from ipu_session.ui.widgets.announcements import StatusLabel
from ipu_session.ui.widgets.factories import allow_shrinking, make_button, set_accessible_name
from ipu_session.ui.widgets.flow_layout import FlowLayout
from ipu_session.ui.widgets.rows.rows_model import RowsModel, TableRow
from ipu_session.ui.widgets.rows.tables import make_table_view
from ipu_session.ui.widgets.text.undoable_fields import LineEdit

_LOTS_VALUE = "lots"
_ALL_DRAWN_TEXT = QT_TRANSLATE_NOOP("Debate", "All {count} names are drawn.")
_CAPPED_DRAW_TEXT = QT_TRANSLATE_NOOP("Debate", "The first {cap} of {count} drawn speak, the others are reserves.")


class OrderPanel(QWidget):
    """Panel shown in place of the list: lots, or a scheme whose order is previewed."""

    closed = Signal()

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._proposed_order: tuple[OrderEntry, ...] = ()
        self.scheme_box = QComboBox()
        allow_shrinking(self.scheme_box)
        set_accessible_name(self.scheme_box, self.tr("Order"))
        set_accessible_name(self.scheme_box.view(), self.tr("Order"))
        for scheme in OrderScheme:
            self.scheme_box.addItem(labels.enum_label(scheme), scheme.value)
        self.scheme_box.addItem(self.tr("drawing of lots"), _LOTS_VALUE)
        self.scheme_box.currentIndexChanged.connect(self._refresh)
        self.seed_line = LineEdit()
        set_accessible_name(
            self.seed_line, self.tr("Seed of the lots"), self.tr("A number from 1 to 2147483646; recorded")
        )
        self.message = StatusLabel(role="quiet", wrap=True)
        self.model = RowsModel(("", self.tr("Who"), self.tr("Why here")), self)
        self.list = make_table_view(self.model, self.tr("Proposed order"), (1, 2), least_rows=2)
        actions = add_actions(self, ORDER_PANEL_ACTIONS, {"order-accept": self.draw_or_accept})
        self.accept_button = make_action_button(actions["order-accept"], "primary")
        self._build_ui()
        bridge.committed.connect(self._on_committed)

    def start_proposal(self) -> None:
        """Propose a new seed for lots, preview the order of the chosen scheme, and focus the choice of schemes."""
        self.seed_line.setText(str(self._bridge.draw_seed()))
        self._refresh()
        self.scheme_box.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Cancel on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def draw_or_accept(self) -> None:
        """Draw lots with the seed typed, or accept the order previewed."""
        if self._is_lots():
            text = self.seed_line.text().strip()
            seed = int(text) if text.isascii() and text.isdecimal() else MODULUS
            is_recorded = self._bridge.execute(DrawLots(seed))
        else:
            scheme = OrderScheme(str(self.scheme_box.currentData()))
            is_recorded = self._bridge.execute(AcceptOrder(scheme, self._proposed_order))
        if is_recorded:
            self.closed.emit()

    @Slot()
    def cancel(self) -> None:
        """Close the panel and leave the list unchanged."""
        self.closed.emit()

    @Slot(CommittedChange)
    def _on_committed(self, committed: CommittedChange) -> None:
        if self.isVisible():
            self._refresh()

    @Slot()
    def _refresh(self) -> None:
        session, lots = self._bridge.session, self._is_lots()
        self.seed_line.setVisible(lots)
        self.list.setVisible(not lots)
        self.accept_button.setText(self.tr("Draw the lots now") if lots else self.tr("Accept this order"))
        if lots:
            # Lots have no preview: otherwise the user could try seeds until the order suits.
            self.message.setText(_lots_text(session))
            return
        self._proposed_order = propose_order(session, OrderScheme(str(self.scheme_box.currentData())))
        self.model.set_rows(
            [_entry_row(session, number, entry) for number, entry in enumerate(self._proposed_order, start=1)]
        )
        is_same_order = tuple(entry.request for entry in self._proposed_order) == session.speakers
        self.message.setText(self.tr("The list stands in this order already.") if is_same_order else "")

    def _is_lots(self) -> bool:
        return bool(self.scheme_box.currentData() == _LOTS_VALUE)

    def _build_ui(self) -> None:
        buttons = FlowLayout()
        buttons.addWidget(self.accept_button)
        buttons.addWidget(make_button(self.tr("Leave it"), self.cancel, self.tr("Escape")))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.scheme_box)
        layout.addWidget(self.seed_line)
        layout.addWidget(self.message)
        layout.addWidget(self.list, 1)
        layout.addLayout(buttons)
        # Takes the space of the table while it is hidden, for lots.
        layout.addStretch()


def _entry_row(session: Session, number: int, entry: OrderEntry) -> TableRow:
    person = session.person(session.requests[entry.request].delegate)
    reason = order_reason_text(entry.why, entry.detail)
    return TableRow((str(number), labels.delegation_and_name(session, person), reason), entry.request)


def _lots_text(session: Session) -> str:
    cap = session.rules.lots_cap
    text = translate("Debate", _CAPPED_DRAW_TEXT if cap else _ALL_DRAWN_TEXT)
    return text.format(cap=cap, count=len(session.speakers))
