"""The Report workspace: review notes by theme, write each synthesis, export the report."""

from collections.abc import Iterator

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from ipu_session.domain.commands import RestrictNote
from ipu_session.domain.exchange.report_preview import SourceKind, SourceReference
from ipu_session.domain.model.passages import THEME_SECTIONS, SynthesisSection
from ipu_session.ui.accessibility.tab_order import set_tab_order
from ipu_session.ui.actions.action_factory import ActionSlot, add_actions
from ipu_session.ui.actions.report_actions import REPORT_NOTES_ACTIONS, REPORT_THEMES_ACTIONS
from ipu_session.ui.core.app_services import AppServices
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.report.export_bar import ExportBar
from ipu_session.ui.report.final_version_page import FinalVersionPage
from ipu_session.ui.report.preview.page import PreviewPage
from ipu_session.ui.report.synthesis.passage_editor import PassageEditor
from ipu_session.ui.report.theme_and_note_tables import ThemeAndNoteTables
from ipu_session.ui.report.unnamed_interruptions_bar import UnnamedInterruptionsBar
from ipu_session.ui.strings.literal_text import set_literal_tab_tooltip
from ipu_session.ui.widgets.factories import make_label
from ipu_session.ui.widgets.rows.tables import set_current_row
from ipu_session.ui.widgets.session_details_form import DetailsForm
from ipu_session.ui.widgets.shrinkable import CurrentPageStack, CurrentPageTabs, SplitterPane, stack_of_tabs

_LOCAL_SOURCES = frozenset({SourceKind.DETAILS, SourceKind.THEME, SourceKind.NOTE, SourceKind.PASSAGE})
"""Kinds of sources that are edited in this workspace."""


class ReportWorkspace(QWidget):
    """Themes on the left, notes of one theme in the middle, tabs on the right, the export bar below.

    The tabs are the synthesis, the elements for the resolution, the session details and the final version.
    The preview of the report can replace the three panes.
    """

    source_requested = Signal(SourceReference)
    """Reference to a source of a preview line or an unnamed interruption, to be shown in another workspace."""
    speakers_list_requested = Signal()
    """Requests the dialog that prints the speakers list."""

    def __init__(self, bridge: SessionBridge, services: AppServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._services = services

    def build_steps(self) -> Iterator[None]:
        """Build the parts, some in each step; the workspace is complete after the last step."""
        bridge, services = self._bridge, self._services
        self.unnamed_bar = UnnamedInterruptionsBar(bridge, self)
        self.unnamed_bar.source_requested.connect(self.source_requested)
        self.theme_notes = ThemeAndNoteTables(bridge, self)
        self.pages = CurrentPageStack(self)
        self._splitter = QSplitter(self.pages)
        self.tabs = CurrentPageTabs()
        beside = _build_card(self._splitter, self.tabs)
        pages = stack_of_tabs(self.tabs)
        yield
        self.synthesis = PassageEditor(bridge, pages)
        self.elements = PassageEditor(bridge, pages)
        yield
        self.details = DetailsForm(bridge, pages, "details-of-report")
        self.export_bar = ExportBar(bridge, services, self)
        yield
        self.preview = PreviewPage(bridge, services, self.pages)
        self.preview.set_options(self.export_bar.options_form.options)
        self.final_page = FinalVersionPage(bridge, self.export_bar, pages)
        yield
        self._build_ui(beside)
        beside_notes = (self.tabs.tabBar(), self.synthesis, self.elements, self.details, self.final_page)
        tables = (self.theme_notes.themes_view, self.theme_notes.notes_view)
        set_tab_order(*tables, *beside_notes, self.preview, self.export_bar)
        yield
        self._create_actions()
        self._connect_signals()
        self.theme_notes.start()
        self.setFocusProxy(self.theme_notes.themes_view)

    def export_report(self) -> None:
        """Record texts being edited, then ask for a path and export the report."""
        self._record_texts()
        self.export_bar.export_report()

    def export_again(self) -> None:
        """Record texts being edited, then export the report to the path of the last report."""
        self._record_texts()
        self.export_bar.export_again()

    def _record_texts(self) -> None:
        """Record edited passages; save edited details and corrections as drafts."""
        self.synthesis.submit()
        self.elements.submit()
        self.details.field_drafts.save_drafts()
        self.final_page.save_drafts()

    @Slot()
    def toggle_preview(self) -> None:
        """Switch between the preview and the notes."""
        if self.pages.currentWidget() is self.preview:
            self._show_notes_page()
            self.theme_notes.themes_view.setFocus()
        else:
            self.show_preview()

    def show_preview(self) -> None:
        """Record edited passages, then show the preview."""
        self.synthesis.submit()
        self.elements.submit()
        self.pages.setCurrentWidget(self.preview)
        self.preview.setFocus()

    def focus_search(self) -> bool:
        """Focus the search line of the preview; return False if the preview is not shown."""
        if self.pages.currentWidget() is not self.preview:
            return False
        self.preview.search_line.setFocus()
        return True

    def save_drafts(self) -> None:
        """Save half-typed texts to disk."""
        self.synthesis.save_draft()
        self.elements.save_draft()
        self.details.field_drafts.save_drafts()
        self.final_page.save_drafts()

    def shut_down(self) -> None:
        """Record edited passages, save drafts and stop background work before the view is destroyed."""
        self._record_texts()
        self.export_bar.shut_down()
        self.preview.shut_down()

    @Slot()
    def focus_synthesis(self) -> None:
        """Focus the synthesis of the current theme."""
        self.tabs.setCurrentWidget(self.synthesis)
        self.synthesis.passages.setFocus()

    @Slot()
    def add_notes_to_synthesis(self) -> None:
        """Make passages of the selected notes: elements for the resolution if these or all proposals are shown."""
        if self.theme_notes.are_proposals_shown:
            self.tabs.setCurrentWidget(self.elements)
        if self._front_editor() is self.synthesis and self.theme_notes.current_theme is None:
            self._bridge.action_unavailable.emit(
                self.tr("These notes have no theme; give them one in the debate first.")
            )
            return
        self._front_editor().add_notes(self.theme_notes.selected_notes)

    @Slot()
    def add_notes_to_section(self) -> None:
        """Make passages of the selected notes in the section of the action that was triggered."""
        action = self.sender()
        if self.theme_notes.current_theme is None:
            self._bridge.action_unavailable.emit(self.tr("Choose a theme first; a section belongs to one."))
        elif isinstance(action, QAction):
            self.tabs.setCurrentWidget(self.synthesis)
            self.synthesis.add_notes(self.theme_notes.selected_notes, SynthesisSection(action.data()))

    @Slot()
    def add_sources(self) -> None:
        """Add the selected notes to the sources of the current passage."""
        self._front_editor().add_sources(self.theme_notes.selected_notes)

    @Slot()
    def toggle_restricted(self) -> None:
        """Exclude the first selected note from the report, or include it again."""
        for note_id in self.theme_notes.selected_notes[:1]:
            self._bridge.execute(RestrictNote(note_id, not self._bridge.session.notes[note_id].restricted))

    @Slot(SourceReference)
    def _on_source_requested(self, source: SourceReference) -> None:
        """Show the source of a preview line."""
        if source.kind not in _LOCAL_SOURCES:
            self.source_requested.emit(source)
            return
        self._show_notes_page()
        if source.kind is SourceKind.DETAILS:
            self.tabs.setCurrentWidget(self.details)
            self.details.setFocus()
        elif source.kind is SourceKind.THEME:
            self.theme_notes.select_theme(source.id)
            self.theme_notes.themes_view.setFocus()
        elif source.kind is SourceKind.NOTE:
            self.theme_notes.show_note(source.theme, source.id)
        else:
            self._show_passage(source)

    def _show_passage(self, source: SourceReference) -> None:
        page = self.elements if source.theme is None else self.synthesis
        if source.theme is not None:
            self.theme_notes.select_theme(source.theme)
        self.tabs.setCurrentWidget(page)
        set_current_row(page.passages.view, page.passages.model.row_of_key(source.id))
        page.passages.view.setFocus()

    def _show_notes_page(self) -> None:
        self.pages.setCurrentIndex(0)

    @Slot()
    def _on_theme_changed(self) -> None:
        theme = self.theme_notes.current_theme
        self.synthesis.setEnabled(theme is not None)
        if theme is not None and theme != self.synthesis.theme:
            self.synthesis.set_theme(theme)

    def _front_editor(self) -> PassageEditor:
        """Return the editor of the elements if it is shown; else show the editor of the synthesis and return it."""
        if self.tabs.currentWidget() is not self.elements:
            self.tabs.setCurrentWidget(self.synthesis)
            return self.synthesis
        return self.elements

    def _connect_signals(self) -> None:
        self.theme_notes.theme_changed.connect(self._on_theme_changed)
        self.export_bar.options_changed.connect(self.preview.set_options)
        self.export_bar.preview_requested.connect(self.toggle_preview)
        self.export_bar.speakers_list_requested.connect(self.speakers_list_requested)
        self.preview.closed.connect(self.toggle_preview)
        self.preview.source_requested.connect(self._on_source_requested)

    def _create_actions(self) -> None:
        add_actions(self.theme_notes.themes_view, REPORT_THEMES_ACTIONS, {"synthesis-write": self.focus_synthesis})
        slots: dict[str, ActionSlot] = {
            "report-note-use": self.add_notes_to_synthesis,
            "report-note-source": self.add_sources,
            "report-note-restrict": self.toggle_restricted,
        }
        for number in range(1, len(THEME_SECTIONS) + 1):
            slots[f"report-note-section-{number}"] = self.add_notes_to_section
        add_actions(self.theme_notes.notes_view, REPORT_NOTES_ACTIONS, slots, self._bridge)
        self.theme_notes.notes_view.doubleClicked.connect(self.add_notes_to_synthesis)

    def _build_ui(self, right: QFrame) -> None:
        self._splitter.setChildrenCollapsible(False)
        left = _build_card(self._splitter, make_label(self.tr("Themes"), "heading"), self.theme_notes.themes_view)
        hint = self.tr("Enter puts notes into the synthesis, Ctrl+1 … 6 into a section of it.")
        middle = _build_card(
            self._splitter,
            make_label(self.tr("Notes"), "heading"),
            self.theme_notes.notes_view,
            self.theme_notes.unused_label,
            make_label(hint, "quiet", wrap=True),
        )
        self.tabs.setDocumentMode(True)
        for bar in (self.tabs, self.tabs.tabBar()):
            bar.setAccessibleName(self.tr("Synthesis or session details"))
        # Short names, so that all four tabs fit with large fonts.
        for page, name, whole in (
            (self.synthesis, self.tr("Synthesis"), self.tr("Synthesis")),
            (self.elements, self.tr("Elements"), self.tr("Elements for the resolution")),
            (self.details, self.tr("Details"), self.tr("Session details")),
            (self.final_page, self.tr("Final"), self.tr("Final version")),
        ):
            set_literal_tab_tooltip(self.tabs, self.tabs.addTab(page, name), whole)
        for pane, share in ((left, 29), (middle, 38), (right, 33)):
            self._splitter.addWidget(pane)
            self._splitter.setStretchFactor(self._splitter.count() - 1, share)
        self._splitter.setSizes([390, 520, 450])
        card = QFrame()
        card.setProperty("role", "card")
        inside = QHBoxLayout(card)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.export_bar)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        self.pages.addWidget(self._splitter)
        self.pages.addWidget(self.preview)
        layout.addWidget(self.unnamed_bar)
        layout.addWidget(self.pages, 1)
        layout.addWidget(card)


def _build_card(panes: QSplitter, *widgets: QWidget) -> QFrame:
    card = SplitterPane(panes)
    card.setProperty("role", "card")
    layout = QVBoxLayout(card)
    layout.setContentsMargins(8, 6, 8, 8)
    for widget in widgets:
        layout.addWidget(widget)
    return card
