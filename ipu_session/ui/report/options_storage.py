"""Serialization of the report options last used in a session, stored as a draft."""

import json

from msgspec.structs import asdict

from ipu_session.domain.exchange.report_options import LANGUAGE_CODES, ReportLayout, ReportLength, ReportOptions
from ipu_session.ui.core.draft_parsing import parse_json_object

DRAFT_KEY = "export"
"""Draft key of the options."""


def options_to_text(choice: ReportOptions) -> str:
    """Return the options as JSON."""
    return json.dumps(asdict(choice))


def options_from_text(text: str, language: str) -> ReportOptions:
    """Return the options stored in ``text``; ``language`` replaces an invalid language, a default any other value."""
    stored = parse_json_object(text)
    stored_language = str(stored.get("language"))
    options = ReportOptions(
        stored_language if stored_language in LANGUAGE_CODES else language,
        ReportLayout.SPEAKERS if stored.get("layout") == ReportLayout.SPEAKERS else ReportLayout.THEMES,
        stored.get("attributed") is not False,
        ReportLength.SHORT if stored.get("length") == ReportLength.SHORT else ReportLength.FULL,
    )
    return options if options.is_possible else ReportOptions(options.language)
