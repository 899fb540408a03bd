"""What assistive technology would be told: the screen of these tests has nobody who listens."""

from types import SimpleNamespace

import pytest
from PySide6.QtGui import QAccessible

from ipu_session.ui.widgets import announcements

POLITE = QAccessible.AnnouncementPoliteness.Polite
ASSERTIVE = QAccessible.AnnouncementPoliteness.Assertive


def record_announcements(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, QAccessible.AnnouncementPoliteness]]:
    """Return the list into which every announcement goes from now on: its words, and how it is to be said."""
    heard: list[tuple[str, QAccessible.AnnouncementPoliteness]] = []
    stands_for_qt = SimpleNamespace(
        AnnouncementPoliteness=QAccessible.AnnouncementPoliteness,
        isActive=lambda: True,
        updateAccessibility=lambda event: heard.append((event.message(), event.politeness())),
    )
    monkeypatch.setattr(announcements, "QAccessible", stands_for_qt)
    return heard
