"""A room for each test."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.debate.debate_fixture import Room


@pytest.fixture
def room(qtbot: QtBot) -> Iterator[Room]:
    made = Room(qtbot, "KE", "PE", "JP")
    yield made
    made.workspace.save_drafts()
