"""The themes above the notes: a number and a colour that stay, and a mark on those nobody has touched."""

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ipu_session.domain.commands import AddTheme
from ipu_session.domain.model.ids import ThemeId
from ipu_session.domain.model.session import Session, Theme
from ipu_session.service.session_service import Committed
from ipu_session.ui.core.appearance import HUES
from ipu_session.ui.core.session_bridge import Bridge
from ipu_session.ui.strings.literal_text import set_tip
from ipu_session.ui.widgets.chip import Chip
from ipu_session.ui.widgets.factories import label, named, row_action
from ipu_session.ui.widgets.flow_layout import FlowRow
from ipu_session.ui.widgets.text.cleared_texts import ERASURES
from ipu_session.ui.widgets.text.undoable_fields import LineEdit

_WITH_TITLES = 9
"""Of more themes the chips show the number alone; the title is in the tooltip."""


class ThemeChips(QWidget):
    """A chip for each theme, and a line for one that the floor brings up; ``chosen`` are checked."""

    asked = Signal(int)
    """The number of a theme that was clicked."""
    left = Signal()
    """The line for a further theme has gone."""

    def __init__(
        self, bridge: Bridge, chosen: Callable[[], tuple[ThemeId, ...]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._chosen = chosen
        self._themes: tuple[Theme, ...] | None = None
        self._untouched: tuple[Theme, ...] = ()
        self._row = QHBoxLayout()
        self._row.setSpacing(3)
        self._flow = FlowRow(spacing=3)
        """Where there are many, they go on below."""
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._group.idClicked.connect(self.asked)
        self.untouched = label("", "quiet", wrap=True)
        self._more = QPushButton("+")
        self._more.setProperty("role", "chip")
        named(self._more, self.tr("A theme that the floor brought up"))
        set_tip(self._more, "Ctrl+0  " + self.tr("A theme that the floor brought up"))
        self._more.clicked.connect(self.begin_theme)
        self.new_theme = LineEdit()
        named(self.new_theme, self.tr("A theme that the floor brought up"))
        self.new_theme.setPlaceholderText(self.tr("title of the new theme – Enter adds it, Esc leaves"))
        self.new_theme.returnPressed.connect(self._add)
        row_action(self.new_theme, self.tr("Leave"), "Esc", self._put_off)
        self.new_theme.hide()
        self._lay_out()
        bridge.committed.connect(self._on_committed)
        self._show(bridge.session)

    @Slot()
    def refresh(self) -> None:
        """Check the chips of the line's themes."""
        chosen = self._chosen()
        for chip in self._group.buttons():
            chip.setChecked(chip.property("theme") in chosen)

    @Slot()
    def begin_theme(self) -> None:
        """Let a further theme be typed."""
        self.new_theme.show()
        self.new_theme.setFocus()

    @Slot()
    def _add(self) -> None:
        title = self.new_theme.text().strip()
        if title and self._bridge.execute(AddTheme(title)):
            self._leave()
            self.asked.emit(self._bridge.session.themes[-1].number)

    @Slot()
    def _put_off(self) -> None:
        """Leave the line; undo brings back what was written."""
        ERASURES.erase(self.new_theme, self.new_theme.show)
        self._leave()

    @Slot()
    def _leave(self) -> None:
        if self.new_theme.text():
            self.new_theme.reset()
        self.new_theme.hide()
        self.left.emit()

    @Slot(Committed)
    def _on_committed(self, committed: Committed) -> None:
        self._show(committed.session)

    def _show(self, session: Session) -> None:
        untouched = self._bridge.notebook.untouched
        if (session.themes, untouched) != (self._themes, self._untouched):
            self._themes, self._untouched = session.themes, untouched
            self._lay_chips(session.themes, untouched)
            numbers = ", ".join(str(theme.number) for theme in untouched)
            self.untouched.setText(self.tr("themes untouched: {numbers}").format(numbers=numbers))
            self.untouched.setVisible(bool(untouched))
        self.refresh()

    def _lay_chips(self, themes: tuple[Theme, ...], untouched: tuple[Theme, ...]) -> None:
        for old in self._group.buttons():
            self._group.removeButton(old)
            for each in (self._row, self._flow):
                each.removeWidget(old)
            old.deleteLater()
        short = len(themes) > _WITH_TITLES
        row = self._flow if short else self._row
        for each in (self._row, self._flow):
            each.removeWidget(self._more)
        for theme in themes:
            keys = ", ".join(str(theme.number))
            chip = Chip(f"{theme.number} {theme.title}", f"Ctrl+{keys}", str(theme.number) if short else "")
            chip.setProperty("theme", theme.id)
            chip.setProperty("hue", str((theme.number - 1) % len(HUES)))
            if theme.source:
                chip.add_to_tip(theme.source)
            if theme in untouched:
                chip.setProperty("untouched", "yes")
                chip.add_to_tip(self.tr("untouched so far"))
            self._group.addButton(chip, theme.number)
            row.addWidget(chip)
        row.addWidget(self._more)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addLayout(self._row)
        layout.addLayout(self._flow)
        layout.addWidget(self.new_theme)
        layout.addWidget(self.untouched)
