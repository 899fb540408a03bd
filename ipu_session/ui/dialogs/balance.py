"""The balance in full: of names heard, time used, those waiting and those present (product.md, G1)."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QFormLayout, QVBoxLayout, QWidget

from ipu_session.domain.commands import CountPresence
from ipu_session.domain.model.session import Presence, Session
from ipu_session.domain.queries.statistics import Shares, balance, percent
from ipu_session.service.session_service import Committed
from ipu_session.ui.core.session_bridge import Bridge
from ipu_session.ui.strings import labels
from ipu_session.ui.widgets.factories import label, named
from ipu_session.ui.widgets.rows.rows_model import Line, LinesModel
from ipu_session.ui.widgets.rows.tables import table
from ipu_session.ui.widgets.text.undoable_fields import SpinBox

_MOST = 9_999


class BalancePage(QDialog):
    """Not modal: it may stay open beside the debate. Who is present is counted by hand."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.setWindowTitle(self.tr("Balance"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        headings = (
            "",
            self.tr("Heard"),
            self.tr("Time used"),
            self.tr("Waiting"),
            self.tr("Present"),
        )
        self.model = LinesModel(headings, self)
        self.list = table(self.model, self.tr("Balance"), (0, 1, 2, 3, 4))
        self.counts = {name: SpinBox() for name in ("delegates", "women", "young")}
        form = QFormLayout()
        for name, text in (
            ("delegates", self.tr("Delegates present")),
            ("women", self.tr("Women among them")),
            ("young", self.tr("Young among them")),
        ):
            named(self.counts[name], text)
            self.counts[name].setRange(0, _MOST)
            self.counts[name].editingFinished.connect(self.record)
            form.addRow(text, self.counts[name])
        layout = QVBoxLayout(self)
        layout.addWidget(self.list, 1)
        remark = self.tr(
            "Women and men are in per cent of those whose gender is stated, the young of those whose age is."
            " A parliament may be in two groups, so groups may add up to more than 100 %."
        )
        layout.addWidget(label(remark, "quiet", wrap=True))
        layout.addLayout(form)
        self.resize(640, 560)
        bridge.committed.connect(self._on_committed)
        self._show(bridge.session)

    @Slot()
    def record(self) -> None:
        """Record the counts once they can be true."""
        counts = {name: box.value() for name, box in self.counts.items()}
        new = Presence(**counts)
        if new != self._bridge.session.presence and max(new.women, new.young) <= new.delegates:
            self._bridge.execute(CountPresence(new))

    @Slot(Committed)
    def _on_committed(self, committed: Committed) -> None:
        self._show(committed.session)

    def _show(self, session: Session) -> None:
        found = balance(session, self._bridge.now().utc_ms)
        columns = (found.heard, found.time, found.waiting)
        present = session.presence
        lines = [
            self._line(self.tr("Women"), [_stated(s, s.women) for s in columns], _of(present, present.women)),
            self._line(self.tr("Men"), [_stated(s, s.men) for s in columns], ""),
            self._line(self.tr("Not stated"), [_share(s, s.not_stated) for s in columns], ""),
            self._line(
                self.tr("Young"),
                [_percent(s.young, s.ages_known) for s in columns],
                _of(present, present.young),
            ),
        ]
        for number, (group, _) in enumerate(found.heard.groups):
            cells = [_share(shares, shares.groups[number][1]) for shares in columns]
            lines.append(self._line(group, cells, ""))
        heard, time, waiting = columns
        totals = [str(heard.total), labels.duration(time.total * 1000), str(waiting.total)]
        lines.append(self._line(self.tr("All"), totals, str(present.delegates or "")))
        self.model.show(lines)
        for name, box in self.counts.items():
            if not box.hasFocus():
                box.setValue(getattr(present, name))

    def _line(self, name: str, cells: list[str], present: str) -> Line:
        return Line((name, *cells, present))


def _stated(shares: Shares, part: int) -> str:
    return _percent(part, shares.women + shares.men)


def _share(shares: Shares, part: int) -> str:
    return _percent(part, shares.total)


def _of(present: Presence, part: int) -> str:
    # A count of none cannot be told from one that nobody made.
    return _percent(part, present.delegates) if part else "–" if present.delegates else ""


def _percent(part: int, whole: int) -> str:
    return f"{percent(part, whole)} %" if whole else "–"
