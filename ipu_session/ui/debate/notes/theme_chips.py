"""The theme chips above the notes: fixed number and colour, and a mark on themes that nobody has touched."""

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ipu_session.domain.commands import AddTheme
from ipu_session.domain.model.ids import ThemeId
from ipu_session.domain.model.session import Session, Theme
from ipu_session.service.session_service import CommittedChange
from ipu_session.ui.actions.action_factory import add_actions, tooltip_text
from ipu_session.ui.actions.notes_actions import NEW_THEME_LINE_ACTIONS, NOTES_PANE_ACTIONS
from ipu_session.ui.core.appearance import THEME_COLOURS
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.strings.literal_text import set_literal_tooltip
from ipu_session.ui.widgets.chip import Chip
from ipu_session.ui.widgets.factories import make_label, set_accessible_name
from ipu_session.ui.widgets.flow_layout import FlowLayout
from ipu_session.ui.widgets.text.cleared_texts import CLEARED_TEXTS
from ipu_session.ui.widgets.text.undoable_fields import LineEdit

_MAX_CHIPS_WITH_TITLE = 9
"""With more themes, the chips show only the number; the title is in the tooltip."""


class ThemeChips(QWidget):
    """A checkable chip for each theme and a line for a new one; ``get_line_themes`` returns the checked themes."""

    theme_requested = Signal(int)
    """Carries the number of the theme whose chip was clicked, or that was added."""
    closed = Signal()
    """The line for a new theme was hidden."""

    def __init__(
        self, bridge: SessionBridge, get_line_themes: Callable[[], tuple[ThemeId, ...]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._get_line_themes = get_line_themes
        self._shown_themes: tuple[Theme, ...] | None = None
        self._shown_untouched: tuple[Theme, ...] = ()
        self._row = QHBoxLayout()
        self._row.setSpacing(3)
        self._flow = FlowLayout(spacing=3)
        """Layout used instead of ``_row`` for more than nine themes: it wraps the chips onto further lines."""
        self._chip_group = QButtonGroup(self)
        self._chip_group.setExclusive(False)
        self._chip_group.idClicked.connect(self.theme_requested)
        self.untouched_label = make_label("", "quiet", wrap=True)
        self._add_button = QPushButton("+")
        self._add_button.setProperty("role", "chip")
        set_accessible_name(self._add_button, self.tr("A theme that the floor brought up"))
        set_literal_tooltip(self._add_button, tooltip_text(NOTES_PANE_ACTIONS["theme-new"]))
        self._add_button.clicked.connect(self.start_new_theme)
        self.new_theme_line = LineEdit()
        set_accessible_name(self.new_theme_line, self.tr("A theme that the floor brought up"))
        self.new_theme_line.setPlaceholderText(self.tr("title of the new theme – Enter adds it, Esc leaves"))
        self.new_theme_line.returnPressed.connect(self._submit_theme)
        add_actions(self.new_theme_line, NEW_THEME_LINE_ACTIONS, {"new-theme-leave": self._cancel})
        self.new_theme_line.hide()
        self._build_ui()
        bridge.committed.connect(self._on_committed)
        self._refresh(bridge.session)

    @Slot()
    def refresh_checked(self) -> None:
        """Check the chips of the note line's themes, and uncheck the others."""
        line_themes = self._get_line_themes()
        for chip in self._chip_group.buttons():
            chip.setChecked(chip.property("theme") in line_themes)

    @Slot()
    def start_new_theme(self) -> None:
        """Show the line for a new theme."""
        self.new_theme_line.show()
        self.new_theme_line.setFocus()

    @Slot()
    def _submit_theme(self) -> None:
        title = self.new_theme_line.text().strip()
        if title and self._bridge.execute(AddTheme(title)):
            self._close_line()
            self.theme_requested.emit(self._bridge.session.themes[-1].number)

    @Slot()
    def _cancel(self) -> None:
        """Hide the line for a new theme; undo restores the text."""
        CLEARED_TEXTS.clear_field(self.new_theme_line, self.new_theme_line.show)
        self._close_line()

    @Slot()
    def _close_line(self) -> None:
        if self.new_theme_line.text():
            self.new_theme_line.reset()
        self.new_theme_line.hide()
        self.closed.emit()

    @Slot(CommittedChange)
    def _on_committed(self, committed: CommittedChange) -> None:
        self._refresh(committed.session)

    def _refresh(self, session: Session) -> None:
        untouched = self._bridge.notes_projection.themes_without_notes
        if (session.themes, untouched) != (self._shown_themes, self._shown_untouched):
            self._shown_themes, self._shown_untouched = session.themes, untouched
            self._rebuild_chips(session.themes, untouched)
            numbers = ", ".join(str(theme.number) for theme in untouched)
            self.untouched_label.setText(self.tr("themes untouched: {numbers}").format(numbers=numbers))
            self.untouched_label.setVisible(bool(untouched))
        self.refresh_checked()

    def _rebuild_chips(self, themes: tuple[Theme, ...], untouched: tuple[Theme, ...]) -> None:
        for old in self._chip_group.buttons():
            self._chip_group.removeButton(old)
            for each in (self._row, self._flow):
                each.removeWidget(old)
            old.deleteLater()
        short = len(themes) > _MAX_CHIPS_WITH_TITLE
        row = self._flow if short else self._row
        for each in (self._row, self._flow):
            each.removeWidget(self._add_button)
        for theme in themes:
            keys = ", ".join(str(theme.number))
            chip = Chip(f"{theme.number} {theme.title}", f"Ctrl+{keys}", str(theme.number) if short else "")
            chip.setProperty("theme", theme.id)
            chip.setProperty("hue", str((theme.number - 1) % len(THEME_COLOURS)))
            if theme.source:
                chip.add_tooltip_line(theme.source)
            if theme in untouched:
                chip.setProperty("untouched", "yes")
                chip.add_tooltip_line(self.tr("untouched so far"))
            self._chip_group.addButton(chip, theme.number)
            row.addWidget(chip)
        row.addWidget(self._add_button)

    def _build_ui(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addLayout(self._row)
        layout.addLayout(self._flow)
        layout.addWidget(self.new_theme_line)
        layout.addWidget(self.untouched_label)
