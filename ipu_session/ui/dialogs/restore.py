"""Dialog to choose the backup to restore; it shows for each backup what the backup contains."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ipu_session.domain.exchange.backup_info import BackupInfo, BackupSummary
from ipu_session.domain.user_facing_error import UserFacingError
from ipu_session.ui.core.task_runner import TaskRunner
from ipu_session.ui.strings import labels
from ipu_session.ui.widgets.announcements import StatusLabel
from ipu_session.ui.widgets.factories import make_button, set_accessible_name
from ipu_session.ui.widgets.rows.rows_model import RowsModel, TableRow
from ipu_session.ui.widgets.rows.tables import current_row, make_table_view, set_current_row

BackupLister = Callable[[Path], tuple[BackupInfo, ...]]


class RestoreBackupDialog(QDialog):
    """Non-modal dialog; the backups are read in a worker thread by ``list_backups``."""

    restore_requested = Signal(Path, str)
    """Carries the path of the session file and the name of the backup that is to replace the file."""

    def __init__(
        self, sessions: Sequence[Path], list_backups: BackupLister, offset_min: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Restore a backup"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._list_backups = list_backups
        self._offset_min = offset_min
        self._tasks = TaskRunner(self)
        self._tasks.failed.connect(self._on_failed)
        self.session_combo = QComboBox()
        set_accessible_name(self.session_combo, self.tr("Session"))
        headings = (
            *(self.tr("Backup of"), self.tr("Last event"), self.tr("Sitting")),
            *(self.tr("Events"), self.tr("Speeches"), self.tr("Notes"), self.tr("Against the file as it is")),
        )
        self.model = RowsModel(headings, self)
        self.backup_table = make_table_view(self.model, self.tr("Backups"), (0, 1, 6))
        self.message_label = StatusLabel(role="quiet", wrap=True)
        self.restore_button = make_button(self.tr("Put it in the file's place"), self._request_restore, role="primary")
        self.close_button = make_button(self.tr("Close"), self.close)
        self._build_ui()
        self.session_combo.currentIndexChanged.connect(self.load_backups)
        self.backup_table.activated.connect(self._request_restore)
        self.resize(1040, 460)
        self._fill(sessions)

    def offer(self, sessions: Sequence[Path]) -> None:
        """Replace the session files offered and select the first; do nothing if they are offered already."""
        if [self.session_combo.itemData(row) for row in range(self.session_combo.count())] != list(sessions):
            self._fill(sessions)

    def _fill(self, sessions: Sequence[Path]) -> None:
        with QSignalBlocker(self.session_combo):
            self.session_combo.clear()
            for path in sessions:
                self.session_combo.addItem(f"{path.name} – {path.parent}", path)
        self.load_backups()

    @Slot()
    def load_backups(self) -> None:
        """Read the backups of the selected session in a worker thread."""
        self.model.set_rows(())
        self.restore_button.setEnabled(False)
        path = self.session_combo.currentData()
        if not isinstance(path, Path):
            self.message_label.setText(self.tr("There are no backups yet; the first is made when a session is opened."))
            return
        self.message_label.setText(self.tr("Looking through the backups…"))
        self._tasks.run(partial(self._list_backups, path), partial(self._show_backups, path))

    def done(self, result: int) -> None:
        """Wait for a running worker thread, ignore its result, and close the dialog."""
        self._tasks.shut_down()
        super().done(result)

    def _show_backups(self, path: Path, copies: Sequence[BackupInfo]) -> None:
        if path != self.session_combo.currentData():
            # Another session was selected meanwhile; the backups of that session are read next.
            return
        self.model.set_rows([self._build_row(copy) for copy in copies])
        set_current_row(self.backup_table, 0)
        self.restore_button.setEnabled(bool(copies))
        self.message_label.setText(
            self.tr("The file as it is now is kept as a backup first.")
            if copies
            else self.tr("There is no backup of this session.")
        )
        self.backup_table.setFocus()

    @Slot(UserFacingError)
    def _on_failed(self, error: UserFacingError) -> None:
        self.message_label.setText(labels.error_message(error))

    @Slot()
    def _request_restore(self) -> None:
        name = self.model.key_at(current_row(self.backup_table))
        path = self.session_combo.currentData()
        if isinstance(name, str) and name and isinstance(path, Path):
            self.restore_requested.emit(path, name)
            self.close()

    def _build_row(self, copy: BackupInfo) -> TableRow:
        summary = copy.summary
        created = _format_timestamp(copy.created_ms, self._offset_min)
        if summary is None:
            return TableRow((created, "", "", "", "", "", self.tr("damaged; it cannot be used")), "", is_quiet=True)
        counts = (summary.sittings, summary.events, summary.speeches, summary.notes)
        last = _format_timestamp(summary.last_ms, summary.offset_min if summary.sittings else self._offset_min)
        return TableRow((created, last, *map(str, counts), self._compare_with_file(copy, summary)), copy.name)

    def _compare_with_file(self, copy: BackupInfo, summary: BackupSummary) -> str:
        if not copy.current_events:
            return self.tr("the file cannot be read")
        missing, additional = copy.current_events - summary.common_events, summary.events - summary.common_events
        if additional:
            return self.tr("events that the file has not: {more}; that only the file has: {less}").format(
                more=additional, less=missing
            )
        return self.tr("events fewer: {less}").format(less=missing) if missing else self.tr("the same")

    def _build_ui(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.message_label, 1)
        buttons.addWidget(self.restore_button)
        buttons.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.addWidget(self.session_combo)
        layout.addWidget(self.backup_table, 1)
        layout.addLayout(buttons)


def _format_timestamp(at_ms: int, offset_min: int) -> str:
    local = datetime.fromtimestamp(0, UTC) + timedelta(milliseconds=at_ms, minutes=offset_min)
    return f"{local:%Y-%m-%d %H:%M:%S}"
