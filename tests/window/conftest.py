"""A virtual screen, and a session on the floor of which somebody may be given the word."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ipu_session.domain import commands as c
from ipu_session.domain.model.rules import Rules
from ipu_session.domain.model.session import Details
from ipu_session.service.clock import SystemClock
from ipu_session.service.session_service import SessionService
from ipu_session.store.journal.open_session import create_session_file
from tests.builders import DIRECTORY, THEMES, person
from tests.window.driver import Screen

SPEAKERS = ("KE", "PE", "JP", "DZ", "EG", "FR")


@pytest.fixture(scope="module")
def one_screen() -> Iterator[Screen]:
    screen = Screen()
    yield screen
    screen.close()


@pytest.fixture
def screen(one_screen: Screen) -> Iterator[Screen]:
    """The screen with nothing on it, whatever the test before left there."""
    yield one_screen
    one_screen.clear()


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A session with five themes and nobody on the list yet."""
    return _a_session(tmp_path / "Migration é.ipusession")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A session whose sitting is open; six wait."""
    waiting = [c.AddRequest(person(code)) for code in SPEAKERS]
    return _a_session(tmp_path / "debate.ipusession", *waiting, c.OpenSitting())


def _a_session(path: Path, *commands: c.Command) -> Path:
    service = SessionService(create_session_file(path), SystemClock())
    details = Details(title="Migration", language="en")
    for command in (c.CreateSession(details, Rules(), DIRECTORY, THEMES), *commands):
        service.execute(command)
    service.close()
    return path
