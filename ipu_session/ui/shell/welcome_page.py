"""Start page: new session, open, restore a backup, example debate, and the recent sessions."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ipu_session.ui.actions.action_factory import make_spec_button
from ipu_session.ui.actions.window_actions import WINDOW_ACTIONS
from ipu_session.ui.widgets.factories import make_button, make_label
from ipu_session.ui.widgets.rows.rows_model import RowsModel, TableRow
from ipu_session.ui.widgets.rows.tables import make_table_view, set_current_row

RecentSession = tuple[Path, str, str]


class WelcomePage(QWidget):
    """Shown while no session is open; ``recent`` holds path, title and time of opening as text, latest first."""

    new_session_requested = Signal()
    open_requested = Signal(Path)
    """Path of the session file; ``Path()`` asks for a file dialog."""
    example_requested = Signal()
    restore_requested = Signal()

    def __init__(self, recent: Sequence[RecentSession], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        headings = (self.tr("Session"), self.tr("Opened"), self.tr("File"))
        self._model = RowsModel(headings, self)
        self._model.set_rows([TableRow((title, when, _format_path(path)), path) for path, title, when in recent])
        self.recent_table = make_table_view(self._model, self.tr("Recent sessions"), (0, 2))
        self.recent_table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        set_current_row(self.recent_table, 0)
        self.new_button = make_spec_button(WINDOW_ACTIONS["new"], self.new_session_requested.emit, "primary")
        self.open_button = make_spec_button(WINDOW_ACTIONS["open"], self._request_open)
        self.example_button = make_button(self.tr("Example debate"), self.example_requested.emit)
        self.restore_button = make_spec_button(WINDOW_ACTIONS["restore"], self.restore_requested.emit)
        self._build_ui(empty=not recent)
        self.recent_table.activated.connect(self._open_recent)
        self.setFocusProxy(self.recent_table if recent else self.new_button)

    @Slot()
    def _request_open(self) -> None:
        self.open_requested.emit(Path())

    @Slot(QModelIndex)
    def _open_recent(self, index: QModelIndex) -> None:
        path = self._model.key_at(index.row())
        if isinstance(path, Path):
            self.open_requested.emit(path)

    def _build_ui(self, *, empty: bool) -> None:
        name = make_label("IPU Session", "name")
        said = make_label(self.tr("Speakers, time, notes and report of a preparatory debate"), "quiet")
        acts = QGridLayout()
        acts.setHorizontalSpacing(14)
        for row, (made, text) in enumerate(
            (
                (self.new_button, self.tr("from a concept note, or without one")),
                (self.open_button, self.tr("a session kept on this machine")),
                (self.restore_button, self.tr("a backup, when a session is damaged or gone")),
                (self.example_button, self.tr("a finished debate to look around in; nothing real in it")),
            )
        ):
            acts.addWidget(made, row, 0)
            acts.addWidget(make_label(text, "quiet"), row, 1)
        acts.setColumnStretch(1, 1)
        inside = QVBoxLayout()
        inside.setSpacing(8)
        inside.addWidget(name)
        inside.addWidget(said)
        inside.addSpacing(18)
        inside.addLayout(acts)
        inside.addSpacing(22)
        inside.addWidget(make_label(self.tr("Recent sessions"), "heading"))
        nothing = make_label(self.tr("None yet. The sessions you open will stand here."), "quiet", wrap=True)
        nothing.setVisible(empty)
        self.recent_table.setVisible(not empty)
        inside.addWidget(nothing)
        inside.addWidget(self.recent_table, 1)
        inside.addStretch(1 if empty else 0)
        card = QFrame()
        card.setProperty("role", "card")
        card.setLayout(inside)
        inside.setContentsMargins(36, 28, 36, 28)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.addStretch(1)
        layout.addWidget(card, 6)
        layout.addStretch(1)


def _format_path(path: Path) -> str:
    return f"{path.name} – {path.parent}"
