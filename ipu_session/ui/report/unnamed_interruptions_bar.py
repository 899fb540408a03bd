"""A question before the report is written: whose were the interruptions that nobody is named for."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ipu_session.domain.exchange.report_preview import Origin, Source
from ipu_session.domain.model.session import Session
from ipu_session.domain.queries.unnamed_interruptions import unnamed
from ipu_session.service.session_service import Committed
from ipu_session.ui.core.session_bridge import Bridge
from ipu_session.ui.strings import labels, venue_time
from ipu_session.ui.widgets.factories import button
from ipu_session.ui.widgets.responsive_bar import Bar

_SHOWN = 3


class UnnamedBar(Bar):
    """A question above the report, as long as there is such an interruption; it stops nothing."""

    asked = Signal(Source)
    """Show the first of them among the interventions held, where it can be corrected."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        self.name_button = button(self.tr("Name whose it was"), self._ask)
        super().__init__("warning", (self.name_button,), parent)
        self._bridge = bridge
        bridge.committed.connect(self._on_committed)
        self._show(bridge.session)

    @Slot(Committed)
    def _on_committed(self, committed: Committed) -> None:
        self._show(committed.session)

    @Slot()
    def _ask(self) -> None:
        found = unnamed(self._bridge.session)
        if found:
            self.asked.emit(Source(Origin.INTERVENTION, found[0].id))

    def _show(self, session: Session) -> None:
        found = unnamed(session)
        self.setVisible(bool(found))
        now = self._bridge.now()
        parts = [
            f"{labels.word(each.kind)} {venue_time.time_at(session, each.started_ms, now)}"
            for each in found[:_SHOWN]
        ]
        if len(found) > _SHOWN:
            parts.append(self.tr("{count} more").format(count=len(found) - _SHOWN))
        self.said.setText(self.tr("Nobody is named for: {which}.").format(which=", ".join(parts)))
