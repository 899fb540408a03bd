"""Preview of the report as it would be exported now; Enter on a line shows its source in the session."""

from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QVBoxLayout, QWidget

from ipu_session.domain.exchange.report_options import ReportOptions
from ipu_session.domain.exchange.report_preview import ReportPreview, SourceKind, SourceReference
from ipu_session.domain.text.text_folding import fold
from ipu_session.domain.user_facing_error import UserFacingError
from ipu_session.service.session_service import CommittedChange
from ipu_session.ui.actions.action_factory import add_actions, make_action_button
from ipu_session.ui.actions.report_actions import PREVIEW_LIST_ACTIONS, PREVIEW_SEARCH_ACTIONS
from ipu_session.ui.core.app_services import AppServices
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.core.task_runner import TaskRunner
from ipu_session.ui.core.timers import DebounceTimer
from ipu_session.ui.report.preview.delegate import PreviewDelegate
from ipu_session.ui.report.preview.model import PreviewModel
from ipu_session.ui.strings import labels
from ipu_session.ui.strings.translatable import QT_TRANSLATE_NOOP
from ipu_session.ui.strings.translation import translate
from ipu_session.ui.widgets.announcements import RowAnnouncer
from ipu_session.ui.widgets.factories import make_label, set_accessible_name
from ipu_session.ui.widgets.rows.tables import current_row, set_current_row
from ipu_session.ui.widgets.text.cleared_texts import CLEARED_TEXTS
from ipu_session.ui.widgets.text.undoable_fields import LineEdit
from ipu_session.ui.widgets.text.wrapped_label import WrappedLabel

_SOURCE_TEXTS = {
    SourceKind.DETAILS: QT_TRANSLATE_NOOP("Report", "from the session details"),
    SourceKind.THEME: QT_TRANSLATE_NOOP("Report", "a theme"),
    SourceKind.NOTE: QT_TRANSLATE_NOOP("Report", "from a note"),
    SourceKind.PASSAGE: QT_TRANSLATE_NOOP("Report", "from the synthesis"),
    SourceKind.INTERVENTION: QT_TRANSLATE_NOOP("Report", "from an intervention"),
    SourceKind.REQUEST: QT_TRANSLATE_NOOP("Report", "from the speakers list"),
    SourceKind.CONTRIBUTION: QT_TRANSLATE_NOOP("Report", "from a written contribution"),
}
_SEARCH_MIN_LETTERS = 32
_DEBOUNCE_MS = 400
"""Debounce: the preview is rebuilt when nothing was recorded, and no option changed, for this long."""


class PreviewPage(QWidget):
    """The preview is built in a worker thread, and only while the page is visible, so that the debate never waits."""

    source_requested = Signal(SourceReference)
    """Reference to the source of the current line, which is to be shown."""
    closed = Signal()

    def __init__(self, bridge: SessionBridge, services: AppServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._services = services
        self._options = ReportOptions()
        self._tasks = TaskRunner(self)
        self._tasks.failed.connect(self._on_failed)
        self._is_stale = True
        self.model = PreviewModel(self)
        self.list = self._create_list()
        self.search_line = LineEdit()
        self.search_line.setPlaceholderText(self.tr("find in the report"))
        self.search_line.setClearButtonEnabled(True)
        self.search_line.setMinimumWidth(_SEARCH_MIN_LETTERS * self.fontMetrics().averageCharWidth())
        set_accessible_name(
            self.search_line, self.tr("Find in the report"), self.tr("Enter: next, Shift+Enter: the one before")
        )
        self.status_label = WrappedLabel("quiet")
        self._rebuild_timer = DebounceTimer(self.rebuild, _DEBOUNCE_MS, self)
        self._build_ui()
        self.search_line.returnPressed.connect(self.find_next)
        self.search_line.textChanged.connect(self._on_search_changed)
        slots = {"preview-find-previous": self.find_previous, "preview-end-search": self.close_search}
        add_actions(self.search_line, PREVIEW_SEARCH_ACTIONS, slots)
        bridge.committed.connect(self._on_committed)
        self.setFocusProxy(self.list)

    def set_options(self, choice: ReportOptions) -> None:
        """Preview the report with other options."""
        if choice != self._options:
            self._options = choice
            self._schedule_rebuild()

    def shut_down(self) -> None:
        """Stop the timer and wait for a running build before the view is destroyed."""
        self._rebuild_timer.stop()
        self._tasks.shut_down()

    def showEvent(self, event: QShowEvent) -> None:
        """Rebuild the preview if something was recorded, or an option changed, since it was built."""
        super().showEvent(event)
        if self._is_stale:
            self.rebuild()

    @Slot()
    def rebuild(self) -> None:
        """Rebuild the preview from the current session."""
        self._rebuild_timer.stop()
        self._is_stale = False
        session, now, choice = self._bridge.session, self._bridge.now(), self._options
        if not self.model.lines:
            self.status_label.setText(self.tr("The preview is being made …"))
        # While another build runs, this one waits for it.
        self._tasks.run(partial(self._services.preview_report, session, now, choice), self._show_preview)

    @Slot()
    def request_source(self) -> None:
        """Emit `source_requested`; for a line without source show a message instead."""
        line = self.model.line_at(current_row(self.list))
        if line is not None and line.source is not None:
            self.source_requested.emit(line.source)
        elif line is not None:
            self.status_label.setText(self.tr("This line is worked out from the whole session."))

    @Slot()
    def close_search(self) -> None:
        """Clear the search and focus the lines."""
        CLEARED_TEXTS.clear_field(self.search_line)
        self.list.setFocus()

    @Slot()
    def find_next(self) -> None:
        """Go to the next match."""
        self._find_from(1)

    @Slot()
    def find_previous(self) -> None:
        """Go to the previous match."""
        self._find_from(-1)

    @Slot(CommittedChange)
    def _on_committed(self, committed: CommittedChange) -> None:
        self._schedule_rebuild()

    @Slot(UserFacingError)
    def _on_failed(self, error: UserFacingError) -> None:
        self.status_label.setText(labels.error_message(error))

    @Slot()
    def _on_search_changed(self) -> None:
        self._find_from(0)

    @Slot(QModelIndex, QModelIndex)
    def _on_row_changed(self, current: QModelIndex, before: QModelIndex) -> None:
        line = self.model.line_at(current.row())
        source = line.source if line is not None else None
        self.status_label.setText("" if source is None else translate("Report", _SOURCE_TEXTS[source.kind]))

    def _schedule_rebuild(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self._rebuild_timer.trigger()

    def _show_preview(self, made: ReportPreview) -> None:
        row = max(0, current_row(self.list))
        before = self.model.line_at(row)
        right = Qt.LayoutDirection.RightToLeft
        self.list.setLayoutDirection(right if made.is_right_to_left else Qt.LayoutDirection.LeftToRight)
        self.model.set_lines(made.lines)
        set_current_row(self.list, self.model.nearest_row(before, row))

    def _find_from(self, step: int) -> None:
        """Go to the next (``step`` 1) or previous (-1) matching line; with 0 the search begins at the current line."""
        wanted = fold(self.search_line.text())
        found = self.model.find_row(wanted, current_row(self.list), step) if wanted else None
        if found is not None:
            set_current_row(self.list, found)
        elif wanted:
            self.status_label.setText(self.tr("not in the report"))

    def _create_list(self) -> QListView:
        made = QListView()
        made.setModel(self.model)
        made.setItemDelegate(PreviewDelegate(made))
        set_accessible_name(made, self.tr("Preview of the report"))
        made.setResizeMode(QListView.ResizeMode.Adjust)
        made.setLayoutMode(QListView.LayoutMode.Batched)
        made.setBatchSize(60)
        made.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        made.doubleClicked.connect(self.request_source)
        made.selectionModel().currentRowChanged.connect(self._on_row_changed)
        RowAnnouncer(made)
        return made

    def _build_ui(self) -> None:
        slots = {"preview-source": self.request_source, "preview-close": self.closed.emit}
        actions = add_actions(self.list, PREVIEW_LIST_ACTIONS, slots)
        top = QHBoxLayout()
        top.addWidget(make_label(self.tr("Preview of the report"), "heading"))
        top.addStretch(1)
        top.addWidget(self.search_line)
        top.addWidget(make_action_button(actions["preview-close"]))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 8)
        layout.addLayout(top)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.status_label)
        layout.addWidget(
            make_label(
                self.tr("Enter leads from a line to where it comes from, Shift+F4 back here."), "quiet", wrap=True
            )
        )
