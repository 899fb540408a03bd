"""The first workspace: the session's facts, themes, delegations, speakers, rules, contributions."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ipu_session.ui.contributions.pane import ContributionsPane
from ipu_session.ui.core.app_services import Errands
from ipu_session.ui.core.background_task import breathe
from ipu_session.ui.core.session_bridge import Bridge
from ipu_session.ui.prepare.delegations_page import DelegationsPage
from ipu_session.ui.prepare.rules_page import RulesPage
from ipu_session.ui.prepare.speakers_import_page import SpeakersPage
from ipu_session.ui.prepare.themes_page import ThemesPage
from ipu_session.ui.widgets.details_form import DetailsForm
from ipu_session.ui.widgets.shrinkable import CurrentPageTabs, within


class PrepareWorkspace(QWidget):
    """Pages in the order of the work; Ctrl+Tab goes to the next."""

    def __init__(self, bridge: Bridge, errands: Errands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages = CurrentPageTabs(self)
        pages = within(self.pages)
        # Between its pages the window is painted: each takes a while to make.
        breathe()
        self.details = DetailsForm(bridge, pages)
        self.themes = ThemesPage(bridge, pages)
        breathe()
        self.delegations = DelegationsPage(bridge, pages)
        breathe()
        self.speakers = SpeakersPage(bridge, errands, pages)
        self.rules = RulesPage(bridge, pages)
        breathe()
        self.contributions = ContributionsPane(bridge, errands, pages)
        self.pages.setDocumentMode(True)
        for bar in (self.pages, self.pages.tabBar()):
            bar.setAccessibleName(self.tr("Pages of the preparation"))
        for page, name in (
            (self.details, self.tr("Session")),
            (self.themes, self.tr("Themes")),
            (self.delegations, self.tr("Delegations")),
            (self.speakers, self.tr("Speakers in")),
            (self.rules, self.tr("Rules")),
            (self.contributions, self.tr("Written contributions")),
        ):
            self.pages.addTab(page, name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.addWidget(self.pages)
        self.setFocusProxy(self.pages.tabBar())

    def show_contributions(self) -> ContributionsPane:
        """Bring the written contributions to the front and return them."""
        self.pages.setCurrentWidget(self.contributions)
        return self.contributions

    def keep_drafts(self) -> None:
        """Keep what is half-typed on disk."""
        self.contributions.keep_drafts()
        for page in (self.details, self.themes, self.delegations):
            page.kept.keep()

    def rest(self) -> None:
        """Keep what is half-typed: the view is about to go."""
        self.keep_drafts()
        self.contributions.rest()
