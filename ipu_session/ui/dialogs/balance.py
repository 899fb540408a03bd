"""Balance of gender, age and groups among those heard, time used, waiting and present (docs/rules.md#g1)."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QFormLayout, QVBoxLayout, QWidget

from ipu_session.domain.commands import CountPresence
from ipu_session.domain.model.session import Presence, Session
from ipu_session.domain.queries.statistics import Shares, balance, percent
from ipu_session.service.session_service import CommittedChange
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.strings import labels
from ipu_session.ui.widgets.factories import make_label, set_accessible_name
from ipu_session.ui.widgets.rows.rows_model import RowsModel, TableRow
from ipu_session.ui.widgets.rows.tables import make_table_view
from ipu_session.ui.widgets.text.undoable_fields import SpinBox

_MAX_COUNT = 9_999


class BalanceDialog(QDialog):
    """Non-modal dialog, updated with each commit; the user types how many delegates, women and young are present."""

    def __init__(self, bridge: SessionBridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.setWindowTitle(self.tr("Balance"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        headings = ("", self.tr("Heard"), self.tr("Time used"), self.tr("Waiting"), self.tr("Present"))
        self.model = RowsModel(headings, self)
        self.balance_table = make_table_view(self.model, self.tr("Balance"), (0, 1, 2, 3, 4))
        self.count_fields = {name: SpinBox() for name in ("delegates", "women", "young")}
        form = QFormLayout()
        for name, text in (
            ("delegates", self.tr("Delegates present")),
            ("women", self.tr("Women among them")),
            ("young", self.tr("Young among them")),
        ):
            set_accessible_name(self.count_fields[name], text)
            self.count_fields[name].setRange(0, _MAX_COUNT)
            self.count_fields[name].editingFinished.connect(self.submit)
            form.addRow(text, self.count_fields[name])
        layout = QVBoxLayout(self)
        layout.addWidget(self.balance_table, 1)
        remark = self.tr(
            "Women and men are in per cent of those whose gender is stated, the young of those whose age is."
            " A parliament may be in two groups, so groups may add up to more than 100 %."
        )
        layout.addWidget(make_label(remark, "quiet", wrap=True))
        layout.addLayout(form)
        self.resize(640, 560)
        bridge.committed.connect(self._on_committed)
        self._refresh(bridge.session)

    @Slot()
    def submit(self) -> None:
        """Record the counts of those present if they have changed, and neither women nor young exceed the delegates."""
        counts = {name: box.value() for name, box in self.count_fields.items()}
        new = Presence(**counts)
        if new != self._bridge.session.presence and max(new.women, new.young) <= new.delegates:
            self._bridge.execute(CountPresence(new))

    @Slot(CommittedChange)
    def _on_committed(self, committed: CommittedChange) -> None:
        self._refresh(committed.session)

    def _refresh(self, session: Session) -> None:
        shares_by_basis = balance(session, self._bridge.now().utc_ms)
        columns = (shares_by_basis.heard, shares_by_basis.time, shares_by_basis.waiting)
        present = session.presence
        rows = [
            self._build_row(
                self.tr("Women"),
                [_share_of_stated(shares, shares.women) for shares in columns],
                _share_of_present(present, present.women),
            ),
            self._build_row(self.tr("Men"), [_share_of_stated(shares, shares.men) for shares in columns], ""),
            self._build_row(
                self.tr("Not stated"), [_share_of_total(shares, shares.not_stated) for shares in columns], ""
            ),
            self._build_row(
                self.tr("Young"),
                [_format_percent(shares.young, shares.ages_known) for shares in columns],
                _share_of_present(present, present.young),
            ),
        ]
        for number, (group, _) in enumerate(shares_by_basis.heard.groups):
            cells = [_share_of_total(shares, shares.groups[number][1]) for shares in columns]
            rows.append(self._build_row(group, cells, ""))
        heard, time, waiting = columns
        totals = [str(heard.total), labels.format_minutes_seconds(time.total * 1000), str(waiting.total)]
        rows.append(self._build_row(self.tr("All"), totals, str(present.delegates or "")))
        self.model.set_rows(rows)
        for name, box in self.count_fields.items():
            if not box.hasFocus():
                box.setValue(getattr(present, name))

    def _build_row(self, name: str, cells: list[str], present: str) -> TableRow:
        return TableRow((name, *cells, present))


def _share_of_stated(shares: Shares, part: int) -> str:
    return _format_percent(part, shares.women + shares.men)


def _share_of_total(shares: Shares, part: int) -> str:
    return _format_percent(part, shares.total)


def _share_of_present(present: Presence, part: int) -> str:
    # A count of 0 cannot be distinguished from a count that was not entered: show a dash.
    return _format_percent(part, present.delegates) if part else "–" if present.delegates else ""


def _format_percent(part: int, total: int) -> str:
    return f"{percent(part, total)} %" if total else "–"
