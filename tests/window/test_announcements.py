"""A whole debate heard over AT-SPI, as by somebody who sees nothing, compared with what happened."""

import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from ipu_session.domain import commands as c
from ipu_session.domain.model.rules import Kind, Rules
from ipu_session.domain.model.session import Details
from ipu_session.service.clock import SystemClock
from ipu_session.service.session_service import SessionService
from ipu_session.store.journal.open_session import create_session_file
from ipu_session.ui.strings import labels
from tests.builders import DIRECTORY, THEMES, person
from tests.narrowing import not_none
from tests.window.driver import Program, Screen
from tests.window.screen_reader import ScreenReader
from tests.window.test_note_taking import session_of

POLITE, ASSERTIVE = 1, 2


@pytest.fixture
def reader(screen: Screen) -> Iterator[ScreenReader]:
    """Somebody who listens on that screen."""
    made = ScreenReader(screen.display)
    yield made
    made.close()


@pytest.fixture
def short(tmp_path: Path) -> Path:
    """A session whose sitting is open and whose grace is a second; three wait."""
    path = tmp_path / "spoken.ipusession"
    service = SessionService(create_session_file(path), SystemClock())
    service.execute(c.CreateSession(Details(title="Migration"), Rules(grace_ms=1_000), DIRECTORY, THEMES))
    for code in ("KE", "PE", "JP"):
        service.execute(c.AddRequest(person(code)))
    service.execute(c.OpenSitting())
    service.close()
    return path


class Debate:
    """The program, and what is heard after each key."""

    def __init__(self, program: Program, reader: ScreenReader) -> None:
        self.program, self.reader = program, reader

    def hear(self, words: str, *keys: str, typed: str = "", politeness: int = POLITE) -> str:
        """Press keys, type a text and Enter; return the announcement with the words, which must come."""
        before = len(self.reader.said())
        self.program.keys(*keys)
        if typed:
            self.program.type(typed)
            self.program.keys("Return")
        return self.wait(words, before, politeness)

    def wait(self, words: str, before: int, politeness: int = POLITE) -> str:
        heard = self.reader.wait_for_words(words, before)
        assert heard["detail"] == politeness, heard
        return str(heard["text"])


def seconds_of(sentence: str) -> int:
    """The time left that a sentence says, in seconds."""
    minutes, seconds = not_none(re.search(r"(\d+):(\d\d) left", sentence)).groups()
    return 60 * int(minutes) + int(seconds)


@pytest.fixture
def debate(screen: Screen, short: Path, tmp_path: Path, reader: ScreenReader) -> Debate:
    """The program with that session, heard."""
    return Debate(Program(screen, short, tmp_path / "home", reader.environment), reader)


def test_a_debate_is_heard(debate: Debate, reader: ScreenReader, short: Path) -> None:
    debate.hear("Kenya has the floor, 3:00.", "F5")
    a_speech_with_its_interruptions(debate)
    the_list(debate)
    the_thresholds(debate)
    ended = debate.hear("Kenya ended after ", "F5")
    debate.hear("Undone: end of the intervention – Kenya. Kenya has the floor, ", "alt+1", "ctrl+z")
    again = "Done again: end of the intervention – Kenya. Peru has the floor, "
    debate.hear(again, "ctrl+shift+z")
    debate.hear("The sitting is suspended, ", "F12")
    debate.hear("The sitting goes on, ", "F12")
    debate.hear("The sitting is closed, ", "ctrl+shift+e")
    assert [each for each in reader.heard() if "accessible-value" in each["kind"]] == []
    assert debate.program.close() == 0
    speeches = session_of(short).interventions
    kenya = speeches[min(number for number, each in speeches.items() if each.kind is Kind.SPEECH)]
    assert f"Kenya ended after {labels.format_minutes_seconds(kenya.spoken_ms(0))}, " in ended


def a_speech_with_its_interruptions(debate: Debate) -> None:
    """Note, pause, undo, a point of order and its ruling."""
    debate.hear("Noted for Kenya at 0:0", "F3", typed="ratify the protocol")
    debate.hear("Kenya paused, ", "F6")
    debate.hear("Kenya goes on, ", "F6")
    debate.hear("Kenya: 0:30 more, 3:", "F8")
    assert "floor" not in debate.hear("Undone: time granted – Kenya.", "ctrl+z")
    debate.hear("Done again: time granted – Kenya.", "ctrl+shift+z")
    assert "Point of order, 1:00." in debate.hear("Kenya is held, 3:", "F9")
    debate.hear("Point of order: noted. Kenya goes on, 3:", "F10")


def the_list(debate: Debate) -> None:
    """Closed, so that a name is refused, and opened again."""
    debate.hear("The list is closed, 2 waiting.", "ctrl+shift+l")
    debate.hear("The list is closed; reopen it to add a name.", "F2", typed="samo", politeness=ASSERTIVE)
    debate.hear("The list is open again.", "ctrl+shift+l")
    debate.hear("Samoa is on the list as number 3.", "Return")


def the_thresholds(debate: Debate) -> None:
    """A new allotment of which less than half is left, so that it is amber at once."""
    debate.hear("Kenya: 0:30 less, ", "shift+F8")
    standing = debate.hear("Kenya has the floor, ", "ctrl+shift+space", politeness=ASSERTIVE)
    assert standing.endswith("Next: Peru. 3 waiting. Sitting 1 is open.")
    before = len(debate.reader.said())
    seconds = max(12, 180 - seconds_of(standing) + 5)
    debate.hear("new allotment, ", "shift+F6", typed=f"{seconds}s")
    for words in ("Time nearly up: Kenya, ", "Time is up: Kenya, ", "Over time: Kenya, "):
        debate.wait(words, before, ASSERTIVE)


def test_a_finder_and_the_palette_say_the_row_that_enter_takes(debate: Debate, reader: ScreenReader) -> None:
    program = debate.program
    program.keys("F2")
    before = len(reader.said())
    program.type("ke")
    debate.wait("Kenya", before)
    assert ", 1 of " in reader.said()[-1]
    debate.hear(", 2 of ", "Down")
    before = len(reader.said())
    program.keys("Escape", "ctrl+k")
    program.type("suspend")
    debate.wait("Suspend / Resume the sitting", before)
    before = len(reader.said())
    program.type("xyz")
    debate.wait("No action has “suspendxyz” in its name.", before)
    program.keys("Escape")
    assert program.close() == 0


def test_the_bars_of_a_start_are_heard(
    debate: Debate, screen: Screen, short: Path, tmp_path: Path, reader: ScreenReader
) -> None:
    debate.hear("Kenya has the floor, 3:00.", "F5")
    debate.program.kill()
    # Long enough for a gap.
    threading.Event().wait(3)
    before = len(reader.said())
    again = Program(screen, short, tmp_path / "home", reader.environment)
    reader.wait_for_words("nobody watched from ", before)
    reader.wait_for_words("The program ended without warning", before)
    Debate(again, reader).hear("The gap does not count.", "ctrl+shift+k")
    assert again.close() == 0
