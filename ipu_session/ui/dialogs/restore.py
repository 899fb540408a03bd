"""Which backup of which session is put back: what each holds is shown before it replaces anything."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ipu_session.domain.exchange.backup_info import Holding, KeptCopy
from ipu_session.domain.exchange.progress import Progress
from ipu_session.domain.user_facing_error import TroubleError
from ipu_session.ui.core.background_task import Task
from ipu_session.ui.strings import labels
from ipu_session.ui.widgets.announcements import StatusLabel
from ipu_session.ui.widgets.factories import button, named
from ipu_session.ui.widgets.rows.rows_model import Line, LinesModel
from ipu_session.ui.widgets.rows.tables import choose_row, current_row, table

Look = Callable[[Path], tuple[KeptCopy, ...]]


class RestorePage(QDialog):
    """Not modal; the backups are looked through beside the window's thread."""

    chosen = Signal(Path, str)
    """The session file, and the name of the backup that takes its place."""

    def __init__(
        self, sessions: Sequence[Path], look: Look, offset_min: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Restore a backup"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._look = look
        self._offset_min = offset_min
        self._task: Task | None = None
        self.session = QComboBox()
        named(self.session, self.tr("Session"))
        headings = (
            *(self.tr("Backup of"), self.tr("Last event"), self.tr("Sitting")),
            *(self.tr("Events"), self.tr("Speeches"), self.tr("Notes"), self.tr("Against the file as it is")),
        )
        self.model = LinesModel(headings, self)
        self.list = table(self.model, self.tr("Backups"), (0, 1, 6))
        self.said = StatusLabel(role="quiet", wrap=True)
        self.restore_button = button(self.tr("Put it in the file's place"), self._restore, role="primary")
        self.close_button = button(self.tr("Close"), self.close)
        self._lay_out()
        self.session.currentIndexChanged.connect(self.show_session)
        self.list.activated.connect(self._restore)
        self.resize(1040, 460)
        self._fill(sessions)

    def offer(self, sessions: Sequence[Path]) -> None:
        """Offer other sessions, the first of them chosen; nothing changes if they are the same."""
        if [self.session.itemData(row) for row in range(self.session.count())] != list(sessions):
            self._fill(sessions)

    def _fill(self, sessions: Sequence[Path]) -> None:
        with QSignalBlocker(self.session):
            self.session.clear()
            for path in sessions:
                self.session.addItem(f"{path.name} – {path.parent}", path)
        self.show_session()

    @Slot()
    def show_session(self) -> None:
        """Look through the backups of the session that is chosen."""
        self.model.show(())
        self.restore_button.setEnabled(False)
        path = self.session.currentData()
        if not isinstance(path, Path):
            self.said.setText(
                self.tr("There are no backups yet; the first is made when a session is opened.")
            )
            return
        self.said.setText(self.tr("Looking through the backups…"))
        self._stop()
        self._task = Task(_looking(self._look, path), self)
        self._task.done.connect(self._on_looked)
        self._task.failed.connect(self._on_failed)
        self._task.start()

    def done(self, result: int) -> None:
        """Close; what was being looked at is left."""
        self._stop()
        super().done(result)

    def _stop(self) -> None:
        if self._task is not None:
            self._task.done.disconnect(self._on_looked)
            self._task.failed.disconnect(self._on_failed)
            self._task.wait()
            self._task.deleteLater()
            self._task = None

    @Slot(object)
    def _on_looked(self, found: object) -> None:
        copies = found if isinstance(found, tuple) else ()
        self.model.show([self._line(copy) for copy in copies])
        choose_row(self.list, 0)
        self.restore_button.setEnabled(bool(copies))
        self.said.setText(
            self.tr("The file as it is now is kept as a backup first.")
            if copies
            else self.tr("There is no backup of this session.")
        )
        self.list.setFocus()

    @Slot(TroubleError)
    def _on_failed(self, error: TroubleError) -> None:
        self.said.setText(labels.trouble(error))

    @Slot()
    def _restore(self) -> None:
        name = self.model.key(current_row(self.list))
        path = self.session.currentData()
        if isinstance(name, str) and name and isinstance(path, Path):
            self.chosen.emit(path, name)
            self.close()

    def _line(self, copy: KeptCopy) -> Line:
        held = copy.holding
        made = _moment(copy.made_ms, self._offset_min)
        if held is None:
            return Line((made, "", "", "", "", "", self.tr("damaged; it cannot be used")), "", quiet=True)
        counts = (held.sittings, held.events, held.speeches, held.notes)
        last = _moment(held.last_ms, held.offset_min if held.sittings else self._offset_min)
        return Line((made, last, *map(str, counts), self._against(copy, held)), copy.name)

    def _against(self, copy: KeptCopy, held: Holding) -> str:
        if not copy.present:
            return self.tr("the file cannot be read")
        less, more = copy.present - held.common, held.events - held.common
        if more:
            return self.tr("events that the file has not: {more}; that only the file has: {less}").format(
                more=more, less=less
            )
        return self.tr("events fewer: {less}").format(less=less) if less else self.tr("the same")

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.said, 1)
        buttons.addWidget(self.restore_button)
        buttons.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.addWidget(self.session)
        layout.addWidget(self.list, 1)
        layout.addLayout(buttons)


def _looking(look: Look, path: Path) -> Callable[[Progress], object]:
    return lambda _progress: look(path)


def _moment(at_ms: int, offset_min: int) -> str:
    local = datetime.fromtimestamp(0, UTC) + timedelta(milliseconds=at_ms, minutes=offset_min)
    return f"{local:%Y-%m-%d %H:%M:%S}"
