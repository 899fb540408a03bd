"""Another order of the list: lots drawn, or a proposal that is looked at before it is accepted."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from ipu_session.domain.commands import AcceptOrder, DrawLots
from ipu_session.domain.model.list_positions import Place, Scheme
from ipu_session.domain.model.session import Session
from ipu_session.domain.queries.lot_drawing import MODULUS
from ipu_session.domain.queries.order_proposals import propose
from ipu_session.service.session_service import Committed
from ipu_session.ui.core.session_bridge import Bridge
from ipu_session.ui.debate.speakers.position_labels import why_words
from ipu_session.ui.strings import labels
from ipu_session.ui.widgets.announcements import StatusLabel
from ipu_session.ui.widgets.factories import button, let_be_narrow, named, row_action
from ipu_session.ui.widgets.flow_layout import FlowRow
from ipu_session.ui.widgets.rows.rows_model import Line, LinesModel
from ipu_session.ui.widgets.rows.tables import table
from ipu_session.ui.widgets.text.undoable_fields import LineEdit

_LOTS = "lots"
_ALL = str(QT_TRANSLATE_NOOP("Debate", "All {count} names are drawn."))
_CAPPED = str(QT_TRANSLATE_NOOP("Debate", "The first {cap} of {count} drawn speak, the others are reserves."))


class OrderPanel(QWidget):
    """Takes the place of the list while an order is looked at."""

    left = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._places: tuple[Place, ...] = ()
        self.scheme = QComboBox()
        let_be_narrow(self.scheme)
        named(self.scheme, self.tr("Order"))
        named(self.scheme.view(), self.tr("Order"))
        for scheme in Scheme:
            self.scheme.addItem(labels.word(scheme), scheme.value)
        self.scheme.addItem(self.tr("drawing of lots"), _LOTS)
        self.scheme.currentIndexChanged.connect(self._show)
        self.seed = LineEdit()
        named(self.seed, self.tr("Seed of the lots"), self.tr("A number from 1 to 2147483646; recorded"))
        self.said = StatusLabel(role="quiet", wrap=True)
        self.model = LinesModel(("", self.tr("Who"), self.tr("Why here")), self)
        self.list = table(self.model, self.tr("Proposed order"), (1, 2), least_rows=2)
        self.accept = button(self.tr("Accept this order"), self.take, self.tr("Ctrl+Enter"), "primary")
        taking = row_action(self, self.tr("Accept this order"), "Ctrl+Return", self.take)
        taking.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._lay_out()
        bridge.committed.connect(self._on_committed)

    def open(self) -> None:
        """Begin with a fresh seed."""
        self.seed.setText(str(self._bridge.seed()))
        self._show()
        self.scheme.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape leave."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def take(self) -> None:
        """Draw the lots, or take over the order that is shown."""
        if self._lots():
            text = self.seed.text().strip()
            seed = int(text) if text.isascii() and text.isdecimal() else MODULUS
            done = self._bridge.execute(DrawLots(seed))
        else:
            scheme = Scheme(str(self.scheme.currentData()))
            done = self._bridge.execute(AcceptOrder(scheme, self._places))
        if done:
            self.left.emit()

    @Slot()
    def leave(self) -> None:
        """Leave the list as it is."""
        self.left.emit()

    @Slot(Committed)
    def _on_committed(self, committed: Committed) -> None:
        if self.isVisible():
            self._show()

    @Slot()
    def _show(self) -> None:
        session, lots = self._bridge.session, self._lots()
        self.seed.setVisible(lots)
        self.list.setVisible(not lots)
        self.accept.setText(self.tr("Draw the lots now") if lots else self.tr("Accept this order"))
        if lots:
            # Whoever could see an outcome before it counts could choose among seeds.
            self.said.setText(_lots_text(session))
            return
        self._places = propose(session, Scheme(str(self.scheme.currentData())))
        self.model.show([_line(session, n, place) for n, place in enumerate(self._places, start=1)])
        same = tuple(place.request for place in self._places) == session.speakers
        self.said.setText(self.tr("The list stands in this order already.") if same else "")

    def _lots(self) -> bool:
        return bool(self.scheme.currentData() == _LOTS)

    def _lay_out(self) -> None:
        buttons = FlowRow()
        buttons.addWidget(self.accept)
        buttons.addWidget(button(self.tr("Leave it"), self.leave, self.tr("Escape")))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.scheme)
        layout.addWidget(self.seed)
        layout.addWidget(self.said)
        layout.addWidget(self.list, 1)
        layout.addLayout(buttons)
        # Takes the room that the list leaves when lots are drawn.
        layout.addStretch()


def _line(session: Session, number: int, place: Place) -> Line:
    person = session.person(session.requests[place.request].delegate)
    why = why_words(place.why, place.detail)
    return Line((str(number), labels.origin_and_name(session, person), why), place.request)


def _lots_text(session: Session) -> str:
    cap = session.rules.lots_cap
    text = QCoreApplication.translate("Debate", _CAPPED if cap else _ALL)
    return text.format(cap=cap, count=len(session.speakers))
