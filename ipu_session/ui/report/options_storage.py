"""Which report was chosen last for a session, as a text that is kept with it."""

import json
from dataclasses import asdict

from ipu_session.domain.exchange.report_options import LANGUAGES, Layout, Length, ReportChoice
from ipu_session.ui.core.draft_text import object_in

DRAFT = "export"
"""The key under which it is kept."""


def as_text(choice: ReportChoice) -> str:
    """Return a choice as a text."""
    return json.dumps(asdict(choice))


def from_text(text: str, language: str) -> ReportChoice:
    """Return the choice that a text says; whatever it does not say is as usual, in ``language``."""
    told = object_in(text)
    chosen = ReportChoice(
        told["language"] if told.get("language") in LANGUAGES else language,
        Layout.SPEAKERS if told.get("layout") == Layout.SPEAKERS else Layout.THEMES,
        told.get("attributed") is not False,
        Length.SHORT if told.get("length") == Length.SHORT else Length.FULL,
    )
    return chosen if chosen.possible else ReportChoice(chosen.language)
