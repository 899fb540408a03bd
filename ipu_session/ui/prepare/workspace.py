"""The Prepare workspace: session details, themes, delegations, speakers, rules, contributions."""

from collections.abc import Iterator

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipu_session.ui.contributions.pane import ContributionsPane
from ipu_session.ui.core.app_services import AppServices
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.prepare.delegations_page import DelegationsPage
from ipu_session.ui.prepare.rules_page import RulesPage
from ipu_session.ui.prepare.speakers_import_page import SpeakersImportPage
from ipu_session.ui.prepare.themes_page import ThemesPage
from ipu_session.ui.widgets.session_details_form import DetailsForm
from ipu_session.ui.widgets.shrinkable import CurrentPageTabs, stack_of_tabs


class PrepareWorkspace(QWidget):
    """Tabs with the pages in the order of the work; Ctrl+Tab shows the next page."""

    def __init__(self, bridge: SessionBridge, services: AppServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._services = services
        self.tabs = CurrentPageTabs(self)

    def build_steps(self) -> Iterator[None]:
        """Build the pages, some in each step; the workspace is complete after the last step."""
        bridge, pages = self._bridge, stack_of_tabs(self.tabs)
        self.details = DetailsForm(bridge, pages)
        self.themes = ThemesPage(bridge, pages)
        yield
        self.delegations = DelegationsPage(bridge, pages)
        yield
        self.speakers = SpeakersImportPage(bridge, self._services, pages)
        self.rules = RulesPage(bridge, pages)
        yield
        self.contributions = ContributionsPane(bridge, self._services, pages)
        yield
        self._build_layout()

    def _build_layout(self) -> None:
        self.tabs.setDocumentMode(True)
        for bar in (self.tabs, self.tabs.tabBar()):
            bar.setAccessibleName(self.tr("Pages of the preparation"))
        for page, name in (
            (self.details, self.tr("Session")),
            (self.themes, self.tr("Themes")),
            (self.delegations, self.tr("Delegations")),
            (self.speakers, self.tr("Speakers in")),
            (self.rules, self.tr("Rules")),
            (self.contributions, self.tr("Written contributions")),
        ):
            self.tabs.addTab(page, name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.addWidget(self.tabs)
        self.setFocusProxy(self.tabs.tabBar())

    def show_contributions(self) -> ContributionsPane:
        """Show the page of written contributions and return it."""
        self.tabs.setCurrentWidget(self.contributions)
        return self.contributions

    def focus_search(self) -> bool:
        """Focus the search in the text of a contribution; return False if none is shown."""
        return self.tabs.currentWidget() is self.contributions and self.contributions.entry_stack.focus_search()

    def save_drafts(self) -> None:
        """Save the half-typed texts of contributions, details, themes and delegations to disk."""
        self.contributions.save_drafts()
        for page in (self.details, self.themes, self.delegations):
            page.field_drafts.save_drafts()

    def shut_down(self) -> None:
        """Save drafts and stop background work before the view is destroyed."""
        self.save_drafts()
        self.contributions.shut_down()
