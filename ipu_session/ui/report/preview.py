"""The report as it would be written now, to be read; Enter leads from a line to where it comes from."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QVBoxLayout, QWidget

from ipu_session.domain.exchange.progress import Progress
from ipu_session.domain.exchange.report_options import ReportChoice
from ipu_session.domain.exchange.report_preview import Origin, Preview, Source
from ipu_session.domain.text.text_folding import fold
from ipu_session.domain.user_facing_error import TroubleError
from ipu_session.service.session_service import Committed
from ipu_session.ui.core.app_services import Errands
from ipu_session.ui.core.background_task import Task
from ipu_session.ui.core.session_bridge import Bridge
from ipu_session.ui.report.preview_delegate import PreviewRows
from ipu_session.ui.report.preview_model import PreviewModel
from ipu_session.ui.strings import labels
from ipu_session.ui.widgets.announcements import RowAnnouncer
from ipu_session.ui.widgets.factories import button, label, named, row_action
from ipu_session.ui.widgets.rows.tables import choose_row, current_row
from ipu_session.ui.widgets.text.cleared_texts import ERASURES
from ipu_session.ui.widgets.text.undoable_fields import LineEdit
from ipu_session.ui.widgets.text.wrapped_label import Wrapped

_FROM = {
    Origin.DETAILS: QT_TRANSLATE_NOOP("Report", "from the session details"),
    Origin.THEME: QT_TRANSLATE_NOOP("Report", "a theme"),
    Origin.NOTE: QT_TRANSLATE_NOOP("Report", "from a note"),
    Origin.PASSAGE: QT_TRANSLATE_NOOP("Report", "from the synthesis"),
    Origin.INTERVENTION: QT_TRANSLATE_NOOP("Report", "from an intervention"),
    Origin.REQUEST: QT_TRANSLATE_NOOP("Report", "from the speakers list"),
    Origin.CONTRIBUTION: QT_TRANSLATE_NOOP("Report", "from a written contribution"),
}
_FIND_LETTERS = 32
_QUIET_MS = 400
"""The preview is made anew once nothing was recorded for this long."""


class PreviewPage(QWidget):
    """Made in a thread of its own, and only while it is in front: the debate never waits for it."""

    asked = Signal(Source)
    """The line that Enter was pressed on comes from there."""
    left = Signal()

    def __init__(self, bridge: Bridge, errands: Errands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._errands = errands
        self._choice = ReportChoice()
        self._task: Task | None = None
        self._made: Preview | None = None
        self._stale = True
        self.model = PreviewModel(self)
        self.list = self._make_list()
        self.find_line = LineEdit()
        self.find_line.setPlaceholderText(self.tr("find in the report"))
        self.find_line.setClearButtonEnabled(True)
        self.find_line.setMinimumWidth(_FIND_LETTERS * self.fontMetrics().averageCharWidth())
        named(
            self.find_line, self.tr("Find in the report"), self.tr("Enter: next, Shift+Enter: the one before")
        )
        self.state = Wrapped("quiet")
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_QUIET_MS)
        self._soon.timeout.connect(self.renew)
        self._lay_out()
        self.find_line.returnPressed.connect(self.find_next)
        self.find_line.textChanged.connect(self._on_find)
        row_action(self.find_line, self.tr("Find the one before"), "Shift+Return", self.find_before)
        row_action(self.find_line, self.tr("End the search"), "Esc", self.leave_find)
        bridge.committed.connect(self._on_committed)
        self.setFocusProxy(self.list)

    def show_choice(self, choice: ReportChoice) -> None:
        """Preview another report of the session."""
        if choice != self._choice:
            self._choice = choice
            self._want()

    def rest(self) -> None:
        """Wait for what is being made: the view is about to go."""
        self._soon.stop()
        if self._task is not None:
            self._task.wait()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what has changed while another page was in front."""
        super().showEvent(event)
        if self._stale:
            self.renew()

    @Slot()
    def renew(self) -> None:
        """Make the preview anew from the session as it stands."""
        self._soon.stop()
        if self._task is not None:
            # What is being made is old already; once it is there the next one is begun.
            self._stale = True
            return
        self._stale = False
        session, now, choice = self._bridge.session, self._bridge.now(), self._choice
        errands = self._errands

        def make(progress: Progress) -> None:
            self._made = errands.preview(session, now, choice)

        if not self.model.lines:
            self.state.setText(self.tr("The preview is being made …"))
        self._task = Task(make, self)
        self._task.failed.connect(self._on_failed)
        self._task.finished.connect(self._on_finished)
        self._task.start()

    @Slot()
    def jump(self) -> None:
        """Ask for the place in the session where the chosen line comes from."""
        line = self.model.line(current_row(self.list))
        if line is not None and line.source is not None:
            self.asked.emit(line.source)
        elif line is not None:
            self.state.setText(self.tr("This line is worked out from the whole session."))

    @Slot()
    def leave_find(self) -> None:
        """Forget what was looked for; the keyboard goes back to the lines."""
        ERASURES.erase(self.find_line)
        self.list.setFocus()

    @Slot()
    def find_next(self) -> None:
        """Go to the next line with what is looked for."""
        self._find(1)

    @Slot()
    def find_before(self) -> None:
        """Go to the line before with what is looked for."""
        self._find(-1)

    @Slot(Committed)
    def _on_committed(self, committed: Committed) -> None:
        self._want()

    @Slot(TroubleError)
    def _on_failed(self, error: TroubleError) -> None:
        self.state.setText(labels.trouble(error))

    @Slot()
    def _on_finished(self) -> None:
        if self._task is not None:
            self._task.deleteLater()
        self._task = None
        if self._made is not None:
            self._show(self._made)
        self._made = None
        if self._stale and self.isVisible():
            self.renew()

    @Slot()
    def _on_find(self) -> None:
        self._find(0)

    @Slot(QModelIndex, QModelIndex)
    def _on_row(self, current: QModelIndex, before: QModelIndex) -> None:
        line = self.model.line(current.row())
        source = line.source if line is not None else None
        self.state.setText("" if source is None else _said(source.origin))

    def _want(self) -> None:
        self._stale = True
        if self.isVisible():
            self._soon.start()

    def _show(self, made: Preview) -> None:
        row = max(0, current_row(self.list))
        before = self.model.line(row)
        right = Qt.LayoutDirection.RightToLeft
        self.list.setLayoutDirection(right if made.right_to_left else Qt.LayoutDirection.LeftToRight)
        self.model.show(made.lines)
        choose_row(self.list, self.model.nearest(before, row))

    def _find(self, step: int) -> None:
        """Go to a line with what is looked for; a step of 0 may stay where it is."""
        wanted = fold(self.find_line.text())
        found = self.model.found(wanted, current_row(self.list), step) if wanted else None
        if found is not None:
            choose_row(self.list, found)
        elif wanted:
            self.state.setText(self.tr("not in the report"))

    def _make_list(self) -> QListView:
        made = QListView()
        made.setModel(self.model)
        made.setItemDelegate(PreviewRows(made))
        named(made, self.tr("Preview of the report"))
        made.setResizeMode(QListView.ResizeMode.Adjust)
        made.setLayoutMode(QListView.LayoutMode.Batched)
        made.setBatchSize(60)
        made.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        for key in ("Return", "F4"):
            row_action(made, self.tr("Go where it comes from"), key, self.jump)
        row_action(made, self.tr("Back to the notes"), "Escape", self.left.emit)
        made.doubleClicked.connect(self.jump)
        made.selectionModel().currentRowChanged.connect(self._on_row)
        RowAnnouncer(made)
        return made

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(label(self.tr("Preview of the report"), "heading"))
        top.addStretch(1)
        top.addWidget(self.find_line)
        top.addWidget(button(self.tr("Back to the notes"), self.left.emit, "Esc"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 8)
        layout.addLayout(top)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.state)
        layout.addWidget(
            label(
                self.tr("Enter leads from a line to where it comes from, Shift+F4 back here."),
                "quiet",
                wrap=True,
            )
        )


def _said(origin: Origin) -> str:
    return QCoreApplication.translate("Report", str(_FROM[origin]))
