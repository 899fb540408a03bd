"""Whatever was held, in whatever order: the self-check never stops a true report."""

from pathlib import Path

from hypothesis import settings

from ipu_session.domain.exchange.report_options import LANGUAGES, Layout, Length, ReportChoice
from ipu_session.report.content import build_report
from ipu_session.report.content.check import faults_of
from ipu_session.report.language.catalog import load_wording
from tests.service.test_consistency import AnySession

FOLDER = Path(__file__).parents[2] / "resources" / "report"
CHOICES = [
    choice
    for language in LANGUAGES
    for layout in Layout
    for length in Length
    for attributed in (True, False)
    if (choice := ReportChoice(language, layout, attributed, length)).possible
]


class AnyReport(AnySession):
    def teardown(self):
        now = self.service.now()
        for choice in CHOICES:
            words = load_wording(choice.language, FOLDER)
            report = build_report(self.service.session, now, words, choice)
            assert faults_of(report, self.service.session, now.utc_ms, words, choice) == ()
        super().teardown()


TestAnyReport = AnyReport.TestCase
TestAnyReport.settings = settings(max_examples=15, stateful_step_count=40, deadline=None)
