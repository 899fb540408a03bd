"""A room for each test."""

import pytest

from tests.ui.debate.room import Room


@pytest.fixture
def room(qtbot):
    made = Room(qtbot, "KE", "PE", "JP")
    yield made
    made.workspace.save_drafts()
