"""The third workspace: look over what was noted by theme, write each synthesis, export the report."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ipu_session.domain.commands import RestrictNote
from ipu_session.domain.exchange.report_preview import Origin, Source
from ipu_session.domain.model.ids import NoteId, ThemeId
from ipu_session.domain.model.passages import OF_A_THEME, Section, used_notes
from ipu_session.service.session_service import Committed
from ipu_session.ui.accessibility.tab_order import let_tab_follow
from ipu_session.ui.core.app_services import Errands
from ipu_session.ui.core.background_task import breathe
from ipu_session.ui.core.session_bridge import Bridge
from ipu_session.ui.report.drag_and_drop import NoteLines, let_notes_be_dragged
from ipu_session.ui.report.export_bar import ExportBar
from ipu_session.ui.report.final_version_page import FinalPage
from ipu_session.ui.report.passage_editor import Passages
from ipu_session.ui.report.preview import PreviewPage
from ipu_session.ui.report.theme_rows import PROPOSALS, note_line, proposals, theme_lines
from ipu_session.ui.report.unnamed_interruptions_bar import UnnamedBar
from ipu_session.ui.strings import labels
from ipu_session.ui.strings.literal_text import set_tab_tip
from ipu_session.ui.widgets.details_form import DetailsForm
from ipu_session.ui.widgets.factories import label, row_action
from ipu_session.ui.widgets.rows.row_target import acted_on
from ipu_session.ui.widgets.rows.rows_model import Line, LinesModel
from ipu_session.ui.widgets.rows.tables import WRAPPED, choose_row, current_row, table
from ipu_session.ui.widgets.shrinkable import CurrentPageStack, CurrentPageTabs, SplitterPane, within

_HERE = frozenset({Origin.DETAILS, Origin.THEME, Origin.NOTE, Origin.PASSAGE})
"""What is worked on in this workspace."""


class ReportWorkspace(QWidget):
    """Themes on the left, one theme's notes in the middle, its synthesis on the right, the way out below.

    In their place the report can be previewed as it would be written.
    """

    elsewhere_asked = Signal(Source)
    """A line of the preview comes from another workspace."""
    list_asked = Signal()
    """The list of speakers is wanted on paper."""

    def __init__(self, bridge: Bridge, errands: Errands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._used: frozenset[NoteId] = frozenset()
        self._make_tables()
        self.unused = label("", "quiet", wrap=True)
        self.pages = CurrentPageStack(self)
        self._panes = QSplitter(self.pages)
        self.right = CurrentPageTabs()
        beside = _pane(self._panes, self.right)
        pages = within(self.right)
        # Between its parts the window is painted: each takes a while to make.
        breathe()
        self.synthesis = Passages(bridge, pages)
        self.elements = Passages(bridge, pages)
        breathe()
        self.details = DetailsForm(bridge, pages, "details-of-report")
        self.export_bar = ExportBar(bridge, errands, self)
        breathe()
        self.preview = PreviewPage(bridge, errands, self.pages)
        self.preview.show_choice(self.export_bar.choices.choice)
        self.final = FinalPage(bridge, self.export_bar, pages)
        breathe()
        self._lay_out(beside)
        beside_notes = (self.right.tabBar(), self.synthesis, self.elements, self.details, self.final)
        let_tab_follow(self.themes, self.notes, *beside_notes, self.preview, self.export_bar)
        breathe()
        self._make_actions()
        self._connect()
        self._show_themes()
        choose_row(self.themes, 0)
        self.setFocusProxy(self.themes)

    def export_report(self) -> None:
        """Record what is being written, then export the report."""
        self.synthesis.record()
        self.elements.record()
        self.details.kept.keep()
        self.final.kept.keep()
        self.export_bar.export_report()

    def export_again(self) -> None:
        """Record what is being written, then export the report where it was exported last."""
        self.synthesis.record()
        self.elements.record()
        self.details.kept.keep()
        self.final.kept.keep()
        self.export_bar.export_again()

    @Slot()
    def toggle_preview(self) -> None:
        """Bring the preview to the front with what is being written in it, or the notes back."""
        if self.pages.currentWidget() is self.preview:
            self._show_notes_page()
            self.themes.setFocus()
        else:
            self.show_preview()

    def show_preview(self) -> None:
        """Bring the preview to the front, at the line where it was left."""
        self.synthesis.record()
        self.elements.record()
        self.pages.setCurrentWidget(self.preview)
        self.preview.setFocus()

    def find_in_preview(self) -> bool:
        """Put the keyboard into the preview's find line; False if the preview is not in front."""
        if self.pages.currentWidget() is not self.preview:
            return False
        self.preview.find_line.setFocus()
        return True

    def keep_drafts(self) -> None:
        """Keep whatever is half-typed on disk."""
        self.synthesis.keep_draft()
        self.elements.keep_draft()
        self.details.kept.keep()
        self.final.kept.keep()

    def rest(self) -> None:
        """Record and finish: the view is about to go."""
        self.synthesis.record()
        self.elements.record()
        self.details.kept.keep()
        self.final.kept.keep()
        self.export_bar.rest()
        self.preview.rest()

    @Slot()
    def write(self) -> None:
        """Go to the synthesis of the chosen theme."""
        self.right.setCurrentWidget(self.synthesis)
        self.synthesis.list.setFocus()

    @Slot()
    def use_notes(self) -> None:
        """Make passages of the chosen notes, or elements while these are in front."""
        if self._chosen_row() == PROPOSALS:
            self.right.setCurrentWidget(self.elements)
        if self._front() is self.synthesis and self._chosen_theme() is None:
            self._bridge.unable.emit(self.tr("These notes have no theme; give them one in the debate first."))
            return
        self._front().gather(self._asked_notes())

    @Slot()
    def use_notes_there(self) -> None:
        """Make passages of the chosen notes in the section that the key says."""
        action = self.sender()
        if self._chosen_theme() is None:
            self._bridge.unable.emit(self.tr("Choose a theme first; a section belongs to one."))
        elif isinstance(action, QAction):
            self.right.setCurrentWidget(self.synthesis)
            self.synthesis.gather(self._asked_notes(), Section(action.data()))

    @Slot()
    def rest_on(self) -> None:
        """Let the passage that is chosen beside rest on the chosen notes too."""
        self._front().rest_on(self._asked_notes())

    @Slot()
    def restrict_note(self) -> None:
        """Keep the chosen note out of the report, or let it in again."""
        for note_id in self._asked_notes()[:1]:
            self._bridge.execute(RestrictNote(note_id, not self._bridge.session.notes[note_id].restricted))

    @Slot(Source)
    def _on_asked(self, source: Source) -> None:
        """Go to where a line of the preview comes from."""
        if source.origin not in _HERE:
            self.elsewhere_asked.emit(source)
            return
        self._show_notes_page()
        if source.origin is Origin.DETAILS:
            self.right.setCurrentWidget(self.details)
            self.details.setFocus()
        elif source.origin is Origin.THEME:
            self._choose_theme(source.id)
            self.themes.setFocus()
        elif source.origin is Origin.NOTE:
            self._choose_theme(source.theme)
            choose_row(self.notes, self.notes_model.row_of(source.id))
            self.notes.setFocus()
            # Rows are as high as their text once they were laid out; only then is it known where one stands.
            QTimer.singleShot(0, self, self._see_note)
        else:
            self._go_to_passage(source)

    @Slot()
    def _see_note(self) -> None:
        self.notes.scrollTo(self.notes.currentIndex())

    def _go_to_passage(self, source: Source) -> None:
        page = self.elements if source.theme is None else self.synthesis
        if source.theme is not None:
            self._choose_theme(source.theme)
        self.right.setCurrentWidget(page)
        choose_row(page.list, page.model.row_of(source.id))
        page.list.setFocus()

    def _choose_theme(self, theme: int | None) -> None:
        choose_row(self.themes, self.themes_model.row_of(theme))

    def _show_notes_page(self) -> None:
        self.pages.setCurrentIndex(0)

    @Slot(Committed)
    def _on_committed(self, committed: Committed) -> None:
        chosen = self._chosen_row()
        self._show_themes()
        if current_row(self.themes) < 0 or self._chosen_row() != chosen:
            choose_row(self.themes, max(0, self.themes_model.row_of(chosen)))
        self._show_notes()

    @Slot(QModelIndex, QModelIndex)
    def _on_theme(self, current: QModelIndex, before: QModelIndex) -> None:
        theme = self._chosen_theme()
        self.synthesis.setEnabled(theme is not None)
        if theme is not None and theme != self.synthesis.theme:
            self.synthesis.show_theme(theme)
        self._show_notes()

    def _show_notes(self) -> None:
        rows, keys = self.notes.verticalHeader(), self._wanted()
        if len(keys) > WRAPPED:
            rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.notes_model.show_keys(keys)
        if len(keys) <= WRAPPED:
            rows.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    def _wanted(self) -> Sequence[NoteId]:
        """Return the notes of the row chosen among the themes."""
        notebook = self._bridge.notebook
        if self._chosen_row() == PROPOSALS:
            return proposals(self._bridge.session, notebook)
        return notebook.of_theme(self._chosen_theme()) if current_row(self.themes) >= 0 else ()

    def _note_line(self, key: object) -> Line:
        session = self._bridge.session
        note = session.notes.get(NoteId(key)) if isinstance(key, int) else None
        return note_line(session, note, self._used) if note is not None else Line(("", "", "", ""))

    def _show_themes(self) -> None:
        session, notebook = self._bridge.session, self._bridge.notebook
        self._used = used_notes(session.passages)
        self.themes_model.show(theme_lines(session, notebook))
        count = notebook.for_the_report - len(self._used)
        self.unused.setText(self.tr("notes used nowhere: {count}").format(count=count))

    def _chosen_row(self) -> object:
        return self.themes_model.key(current_row(self.themes))

    def _chosen_theme(self) -> ThemeId | None:
        key = self._chosen_row()
        return ThemeId(key) if isinstance(key, int) else None

    def _chosen_notes(self) -> tuple[NoteId, ...]:
        rows = sorted(index.row() for index in self.notes.selectionModel().selectedRows())
        keys = (self.notes_model.key(row) for row in rows)
        return tuple(NoteId(key) for key in keys if isinstance(key, int))

    def _asked_notes(self) -> tuple[NoteId, ...]:
        nothing = self.tr("No note is chosen.")
        return acted_on(self._bridge, self.notes, self._chosen_notes() or None, nothing) or ()

    def _front(self) -> Passages:
        """Return where notes go: to the elements while these are in front, else to the synthesis."""
        if self.right.currentWidget() is not self.elements:
            self.right.setCurrentWidget(self.synthesis)
            return self.synthesis
        return self.elements

    def _connect(self) -> None:
        self.themes.selectionModel().currentRowChanged.connect(self._on_theme)
        self.export_bar.chosen.connect(self.preview.show_choice)
        self.export_bar.preview_asked.connect(self.toggle_preview)
        self.export_bar.list_asked.connect(self.list_asked)
        self.preview.left.connect(self.toggle_preview)
        self.preview.asked.connect(self._on_asked)
        self._bridge.committed.connect(self._on_committed)

    def _make_tables(self) -> None:
        self.unnamed = UnnamedBar(self._bridge, self)
        self.unnamed.asked.connect(self.elsewhere_asked)
        self.themes_model = LinesModel(
            (self.tr("No."), self.tr("Theme"), self.tr("Notes"), self.tr("Text")), self
        )
        self.themes = table(self.themes_model, self.tr("Themes"), (1,), wrap=True)
        headings = (self.tr("Kind"), self.tr("Note"), self.tr("Who"), "")
        self.notes_model = NoteLines(headings, self._note_line, self)
        self.notes = table(self.notes_model, self.tr("Notes of the theme"), (1,), wrap=True)
        let_notes_be_dragged(self.notes)
        self.notes_model.modelAboutToBeReset.connect(self.notes.scrollToTop)
        self.notes.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def _make_actions(self) -> None:
        row_action(self.themes, self.tr("Write the synthesis"), "Return", self.write)
        row_action(self.notes, self.tr("Put into the synthesis"), "Return", self.use_notes)
        row_action(self.notes, self.tr("Let the chosen passage rest on it"), "Shift+Return", self.rest_on)
        for number, section in enumerate(OF_A_THEME, start=1):
            text = self.tr("Put into: {section}").format(section=labels.word(section))
            row_action(self.notes, text, f"Ctrl+{number}", self.use_notes_there).setData(section)
        row_action(self.notes, self.tr("For the report or not"), "Ctrl+R", self.restrict_note)
        for view in (self.themes, self.notes):
            view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.notes.doubleClicked.connect(self.use_notes)

    def _lay_out(self, right: QFrame) -> None:
        self._panes.setChildrenCollapsible(False)
        left = _pane(self._panes, label(self.tr("Themes"), "heading"), self.themes)
        hint = self.tr("Enter puts notes into the synthesis, Ctrl+1 … 6 into a section of it.")
        middle = _pane(
            self._panes,
            label(self.tr("Notes"), "heading"),
            self.notes,
            self.unused,
            label(hint, "quiet", wrap=True),
        )
        self.right.setDocumentMode(True)
        for bar in (self.right, self.right.tabBar()):
            bar.setAccessibleName(self.tr("Synthesis or session details"))
        # Short names: with large letters all four tabs are to be seen.
        for page, name, whole in (
            (self.synthesis, self.tr("Synthesis"), self.tr("Synthesis")),
            (self.elements, self.tr("Elements"), self.tr("Elements for the resolution")),
            (self.details, self.tr("Details"), self.tr("Session details")),
            (self.final, self.tr("Final"), self.tr("Final version")),
        ):
            set_tab_tip(self.right, self.right.addTab(page, name), whole)
        for pane, share in ((left, 29), (middle, 38), (right, 33)):
            self._panes.addWidget(pane)
            self._panes.setStretchFactor(self._panes.count() - 1, share)
        self._panes.setSizes([390, 520, 450])
        card = QFrame()
        card.setProperty("role", "card")
        inside = QHBoxLayout(card)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.export_bar)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        self.pages.addWidget(self._panes)
        self.pages.addWidget(self.preview)
        layout.addWidget(self.unnamed)
        layout.addWidget(self.pages, 1)
        layout.addWidget(card)


def _pane(panes: QSplitter, *widgets: QWidget) -> QFrame:
    card = SplitterPane(panes)
    card.setProperty("role", "card")
    layout = QVBoxLayout(card)
    layout.setContentsMargins(8, 6, 8, 8)
    for widget in widgets:
        layout.addWidget(widget)
    return card
