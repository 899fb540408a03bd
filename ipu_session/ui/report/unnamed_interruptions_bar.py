"""Bar in the Report workspace about interruptions for which no name is recorded."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from ipu_session.domain.exchange.report_preview import SourceKind, SourceReference
from ipu_session.domain.model.session import Session
from ipu_session.domain.queries.unnamed_interruptions import unnamed_interruptions
from ipu_session.service.session_service import CommittedChange
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.strings import labels, venue_time
from ipu_session.ui.widgets.factories import make_button
from ipu_session.ui.widgets.responsive_bar import ResponsiveBar

_MAX_NAMED = 3


class UnnamedInterruptionsBar(ResponsiveBar):
    """Visible while there are unnamed interruptions; does not block the export."""

    source_requested = Signal(SourceReference)
    """Reference to the first unnamed interruption: it is to be shown so that a name can be recorded."""

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        self.name_button = make_button(self.tr("Name whose it was"), self._request_source)
        super().__init__("warning", (self.name_button,), parent)
        self._bridge = bridge
        bridge.committed.connect(self._on_committed)
        self._refresh(bridge.session)

    @Slot(CommittedChange)
    def _on_committed(self, committed: CommittedChange) -> None:
        self._refresh(committed.session)

    @Slot()
    def _request_source(self) -> None:
        unnamed = unnamed_interruptions(self._bridge.session)
        if unnamed:
            self.source_requested.emit(SourceReference(SourceKind.INTERVENTION, unnamed[0].id))

    def _refresh(self, session: Session) -> None:
        unnamed = unnamed_interruptions(session)
        self.setVisible(bool(unnamed))
        now = self._bridge.now()
        parts = [
            f"{labels.enum_label(intervention.kind)} {venue_time.format_time_at(session, intervention.started_ms, now)}"
            for intervention in unnamed[:_MAX_NAMED]
        ]
        if len(unnamed) > _MAX_NAMED:
            parts.append(self.tr("{count} more").format(count=len(unnamed) - _MAX_NAMED))
        self.message_label.setText(self.tr("Nobody is named for: {which}.").format(which=", ".join(parts)))
