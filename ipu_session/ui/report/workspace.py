"""The third workspace: look over what was noted by theme, write each synthesis, export the report."""

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QTabWidget, QVBoxLayout, QWidget

from ipu_session.domain.commands import RestrictNote
from ipu_session.domain.ids import NoteId, ThemeId
from ipu_session.service.session_service import Committed
from ipu_session.ui import wording
from ipu_session.ui.bridge import Bridge
from ipu_session.ui.errands import Errands
from ipu_session.ui.report.export_bar import ExportBar
from ipu_session.ui.report.synthesis import Synthesis
from ipu_session.ui.report.theme_rows import note_lines, theme_lines
from ipu_session.ui.widgets.details_form import DetailsForm
from ipu_session.ui.widgets.lines_model import LinesModel
from ipu_session.ui.widgets.plain import label, row_action
from ipu_session.ui.widgets.tables import choose_row, current_row, table


class ReportWorkspace(QWidget):
    """Themes on the left, one theme's notes in the middle, its synthesis on the right, the way out below."""

    def __init__(self, bridge: Bridge, errands: Errands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.themes_model = LinesModel(
            (self.tr("No."), self.tr("Theme"), self.tr("Notes"), self.tr("Synthesis")), self
        )
        self.themes = table(self.themes_model, self.tr("Themes"), (1,), wrap=True)
        self.notes_model = LinesModel((self.tr("Kind"), self.tr("Note"), self.tr("Who")), self)
        self.notes = table(self.notes_model, self.tr("Notes of the theme"), (1,), wrap=True)
        self.synthesis = Synthesis(bridge)
        self.details = DetailsForm(bridge)
        self.right = QTabWidget()
        self.export_bar = ExportBar(bridge, errands)
        self._lay_out()
        row_action(self.themes, self.tr("Write the synthesis"), "Return", self.write)
        row_action(self.notes, self.tr("Put into the synthesis"), "Return", self.use_note)
        row_action(self.notes, self.tr("For the report or not"), "Ctrl+R", self.restrict_note)
        for view in (self.themes, self.notes):
            view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.notes.doubleClicked.connect(self.use_note)
        self.themes.selectionModel().currentRowChanged.connect(self._on_theme)
        bridge.committed.connect(self._on_committed)
        self.themes_model.show(theme_lines(bridge.session))
        choose_row(self.themes, 0)
        self.setFocusProxy(self.themes)

    def export_report(self) -> None:
        """Record what is being written, then export the report."""
        self.synthesis.record()
        self.export_bar.export_report()

    def keep_drafts(self) -> None:
        """Keep the half-typed synthesis on disk."""
        self.synthesis.keep_draft()

    def rest(self) -> None:
        """Record and finish: the view is about to go."""
        self.synthesis.record()
        self.export_bar.rest()

    @Slot()
    def write(self) -> None:
        """Go to the synthesis of the chosen theme."""
        self.right.setCurrentWidget(self.synthesis)
        self.synthesis.text.setFocus()

    @Slot()
    def use_note(self) -> None:
        """Put the chosen note into the synthesis, with who said it."""
        note_id = self._chosen_note()
        if note_id is None or self._chosen_theme() is None:
            return
        self.right.setCurrentWidget(self.synthesis)
        note = self._bridge.session.notes[note_id]
        session = self._bridge.session
        who = wording.noted_of(session, note, session.details.language)
        self.synthesis.insert(f"{note.text} ({who})" if who else note.text)

    @Slot()
    def restrict_note(self) -> None:
        """Keep the chosen note out of the report, or let it in again."""
        note_id = self._chosen_note()
        if note_id is not None:
            self._bridge.execute(RestrictNote(note_id, not self._bridge.session.notes[note_id].restricted))

    @Slot(Committed)
    def _on_committed(self, committed: Committed) -> None:
        chosen = self._chosen_theme()
        self.themes_model.show(theme_lines(committed.session))
        if current_row(self.themes) < 0 or self._chosen_theme() != chosen:
            choose_row(self.themes, max(0, self.themes_model.row_of(chosen)))
        self._show_notes()

    @Slot(QModelIndex, QModelIndex)
    def _on_theme(self, current: QModelIndex, before: QModelIndex) -> None:
        self.synthesis.show_theme(self._chosen_theme())
        self._show_notes()

    def _show_notes(self) -> None:
        row = current_row(self.themes)
        lines = note_lines(self._bridge.session, self._chosen_theme()) if row >= 0 else ()
        self.notes_model.show(lines)

    def _chosen_theme(self) -> ThemeId | None:
        key = self.themes_model.key(current_row(self.themes))
        return ThemeId(key) if isinstance(key, int) else None

    def _chosen_note(self) -> NoteId | None:
        key = self.notes_model.key(current_row(self.notes))
        return NoteId(key) if isinstance(key, int) else None

    def _lay_out(self) -> None:
        panes = QSplitter()
        panes.setChildrenCollapsible(False)
        left = _pane(label(self.tr("Themes"), "heading"), self.themes)
        middle = _pane(
            label(self.tr("Notes"), "heading"),
            self.notes,
            label(
                self.tr("Enter puts a note into the synthesis; Ctrl+R keeps it out of the report."),
                "quiet",
                wrap=True,
            ),
        )
        self.right.setDocumentMode(True)
        for bar in (self.right, self.right.tabBar()):
            bar.setAccessibleName(self.tr("Synthesis or session details"))
        self.right.addTab(self.synthesis, self.tr("Synthesis"))
        self.right.addTab(self.details, self.tr("Session details"))
        for pane, share in ((left, 30), (middle, 36), (_pane(self.right), 34)):
            panes.addWidget(pane)
            panes.setStretchFactor(panes.count() - 1, share)
        panes.setSizes([400, 480, 460])
        card = QFrame()
        card.setProperty("role", "card")
        inside = QHBoxLayout(card)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.export_bar)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.addWidget(panes, 1)
        layout.addWidget(card)


def _pane(*widgets: QWidget) -> QFrame:
    card = QFrame()
    card.setProperty("role", "card")
    layout = QVBoxLayout(card)
    layout.setContentsMargins(8, 6, 8, 8)
    for widget in widgets:
        layout.addWidget(widget)
    return card
