"""Which report was chosen last for a session, as a text that is kept with it."""

import json
from dataclasses import asdict

from ipu_session.domain.exchange.report_options import LANGUAGE_CODES, ReportLayout, ReportLength, ReportOptions
from ipu_session.ui.core.draft_text import parse_json_object

DRAFT_KEY = "export"
"""The key under which it is kept."""


def options_to_text(choice: ReportOptions) -> str:
    """Return a choice as a text."""
    return json.dumps(asdict(choice))


def options_from_text(text: str, language: str) -> ReportOptions:
    """Return the choice that a text says; whatever it does not say is as usual, in ``language``."""
    told = parse_json_object(text)
    chosen = ReportOptions(
        told["language"] if told.get("language") in LANGUAGE_CODES else language,
        ReportLayout.SPEAKERS if told.get("layout") == ReportLayout.SPEAKERS else ReportLayout.THEMES,
        told.get("attributed") is not False,
        ReportLength.SHORT if told.get("length") == ReportLength.SHORT else ReportLength.FULL,
    )
    return chosen if chosen.is_possible else ReportOptions(chosen.language)
