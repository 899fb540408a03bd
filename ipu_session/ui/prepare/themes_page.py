"""The session's themes: added, renamed, ordered and taken out, each as an act that can be undone."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ipu_session.domain import commands as c
from ipu_session.domain.ids import ThemeId
from ipu_session.domain.state import Session
from ipu_session.service.session_service import Committed
from ipu_session.ui.bridge import Bridge
from ipu_session.ui.widgets.lines_model import Line, LinesModel
from ipu_session.ui.widgets.plain import button, label, named, row_action
from ipu_session.ui.widgets.tables import choose_row, current_row, table
from ipu_session.ui.widgets.text import LineEdit


class ThemesPage(QWidget):
    """A table, and a line in which a title is written."""

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._editing: ThemeId | None = None
        self.model = LinesModel(
            (self.tr("No."), self.tr("Theme"), self.tr("Sentence of the concept note")), self
        )
        self.list = table(self.model, self.tr("Themes"), (1, 2), wrap=True)
        self.title = LineEdit()
        named(self.title, self.tr("Title of a theme"), self.tr("Enter"))
        self.title.returnPressed.connect(self.take)
        self.said = label("", "quiet")
        row_action(self.title, self.tr("Leave it"), "Esc", self.clear)
        self._make_actions()
        layout = QVBoxLayout(self)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.said)
        row = QHBoxLayout()
        row.addWidget(self.title, 1)
        row.addWidget(button(self.tr("Add"), self.take))
        layout.addLayout(row)
        self.setFocusProxy(self.list)
        bridge.committed.connect(self._on_committed)
        self._show(bridge.session)
        choose_row(self.list, 0)
        self._say()

    @Slot()
    def take(self) -> None:
        """Add the theme that was typed, or rename the one that is edited."""
        text = " ".join(self.title.text().split())
        if not text:
            return
        rename = self._editing is not None
        command = c.RenameTheme(self._editing, text) if self._editing is not None else c.AddTheme(text)
        if self._bridge.execute(command):
            self.clear()
            if rename:
                self.list.setFocus()

    @Slot()
    def clear(self) -> None:
        """Forget what was typed."""
        self._editing = None
        self.title.reset()
        self._say()

    @Slot()
    def edit(self) -> None:
        """Put the chosen title into the line."""
        theme = self._bridge.session.theme(self._chosen() or ThemeId(0))
        if theme is not None:
            self._editing = theme.id
            self.title.setText(theme.title)
            self.title.setFocus()
            self._say()

    @Slot()
    def remove(self) -> None:
        """Take the chosen theme out; refused while something belongs to it."""
        if (theme := self._chosen()) is not None:
            self._bridge.execute(c.RemoveTheme(theme))

    @Slot()
    def move_up(self) -> None:
        """Move the chosen theme one place up."""
        self._move(-1)

    @Slot()
    def move_down(self) -> None:
        """Move the chosen theme one place down."""
        self._move(1)

    @Slot(Committed)
    def _on_committed(self, committed: Committed) -> None:
        self._show(committed.session)

    def _show(self, session: Session) -> None:
        chosen = self._chosen()
        lines = [Line((str(t.number), t.title, t.source), t.id) for t in session.themes]
        self.model.show(lines)
        kept = self.model.row_of(chosen) if chosen is not None else -1
        if kept >= 0:
            choose_row(self.list, kept)
        if self._editing is not None and session.theme(self._editing) is None:
            self.clear()

    def _say(self) -> None:
        if self._editing is None:
            self.said.setText(self.tr("A new theme:"))
        else:
            self.said.setText(self.tr("The title is being changed; Esc leaves it as it was:"))

    def _move(self, by: int) -> None:
        theme, row = self._chosen(), current_row(self.list) + by
        if theme is not None and 0 <= row < self.model.rowCount():
            self._bridge.execute(c.MoveTheme(theme, row))

    def _chosen(self) -> ThemeId | None:
        key = self.model.key(current_row(self.list))
        return ThemeId(key) if isinstance(key, int) else None

    def _make_actions(self) -> None:
        for text, key, slot in (
            (self.tr("Add a theme"), "Ins", self.title.setFocus),
            (self.tr("Change the title"), "Return", self.edit),
            (self.tr("Change the title"), "F4", self.edit),
            (self.tr("Take out"), "Delete", self.remove),
            (self.tr("Up"), "Alt+Up", self.move_up),
            (self.tr("Down"), "Alt+Down", self.move_down),
        ):
            row_action(self.list, text, key, slot)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.list.doubleClicked.connect(self.edit)
