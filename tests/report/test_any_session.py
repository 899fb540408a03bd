"""Whatever was held, in whatever order: the self-check never stops a true report."""

from pathlib import Path

from hypothesis import settings

from ipu_session.domain.exchange.report_options import LANGUAGE_CODES, ReportLayout, ReportLength, ReportOptions
from ipu_session.report.content import build_report
from ipu_session.report.content.check import self_check
from ipu_session.report.language.catalog import load_catalog
from tests.service.test_consistency import AnySession

FOLDER = Path(__file__).parents[2] / "resources" / "report"
CHOICES = [
    choice
    for language in LANGUAGE_CODES
    for layout in ReportLayout
    for length in ReportLength
    for attributed in (True, False)
    if (choice := ReportOptions(language, layout, attributed, length)).is_possible
]


class AnyReport(AnySession):
    def teardown(self) -> None:
        now = self.service.now()
        for choice in CHOICES:
            words = load_catalog(choice.language, FOLDER)
            report = build_report(self.service.session, now, words, choice)
            assert self_check(report, self.service.session, now.utc_ms, words, choice) == ()
        super().teardown()


TestAnyReport = AnyReport.TestCase
TestAnyReport.settings = settings(max_examples=15, stateful_step_count=40, deadline=None)
