"""The first picture: recent sessions, a new one, an old one, and the example debate."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ipu_session.ui.widgets.factories import button, label
from ipu_session.ui.widgets.rows.rows_model import Line, LinesModel
from ipu_session.ui.widgets.rows.tables import choose_row, table

Recent = tuple[Path, str, str]


class StartPage(QWidget):
    """Shown while no session is open; ``recent`` holds path, title and when, latest first."""

    new_asked = Signal()
    open_asked = Signal(Path)
    """The file, or an empty path: let the user choose."""
    example_asked = Signal()
    restore_asked = Signal()

    def __init__(self, recent: Sequence[Recent], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        headings = (self.tr("Session"), self.tr("Opened"), self.tr("File"))
        self._model = LinesModel(headings, self)
        self._model.show([Line((title, when, _where(path)), path) for path, title, when in recent])
        self.list = table(self._model, self.tr("Recent sessions"), (0, 2))
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        choose_row(self.list, 0)
        new_tip = self.tr("Ctrl+N")
        self.new_button = button(self.tr("New session…"), self.new_asked.emit, new_tip, "primary")
        self.open_button = button(self.tr("Open…"), self._choose, self.tr("Ctrl+O"))
        self.example_button = button(self.tr("Example debate"), self.example_asked.emit)
        self.restore_button = button(self.tr("Restore…"), self.restore_asked.emit, self.tr("Ctrl+U"))
        self._lay_out(empty=not recent)
        self.list.activated.connect(self._open)
        self.setFocusProxy(self.list if recent else self.new_button)

    @Slot()
    def _choose(self) -> None:
        self.open_asked.emit(Path())

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        path = self._model.key(index.row())
        if isinstance(path, Path):
            self.open_asked.emit(path)

    def _lay_out(self, *, empty: bool) -> None:
        name = label("IPU Session", "name")
        said = label(self.tr("Speakers, time, notes and report of a preparatory debate"), "quiet")
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
            acts.addWidget(label(text, "quiet"), row, 1)
        acts.setColumnStretch(1, 1)
        inside = QVBoxLayout()
        inside.setSpacing(8)
        inside.addWidget(name)
        inside.addWidget(said)
        inside.addSpacing(18)
        inside.addLayout(acts)
        inside.addSpacing(22)
        inside.addWidget(label(self.tr("Recent sessions"), "heading"))
        nothing = label(self.tr("None yet. The sessions you open will stand here."), "quiet", wrap=True)
        nothing.setVisible(empty)
        self.list.setVisible(not empty)
        inside.addWidget(nothing)
        inside.addWidget(self.list, 1)
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


def _where(path: Path) -> str:
    return f"{path.name} – {path.parent}"
