"""The program cut off or told to end in mid-debate: what comes back, and what the next start says."""

import random
import signal
import threading
import time
from pathlib import Path

import pytest

from ipu_session.domain.history import History, JournalRow
from ipu_session.domain.model.session import Session
from ipu_session.store.journal.open_session import open_journal
from ipu_session.store.maintenance.integrity import check_file
from tests.narrowing import not_none
from tests.soak_figures import Figures
from tests.window.driver import Program, Screen


def record(path: Path) -> tuple[tuple[JournalRow, ...], Session, str]:
    """Rows of a file that a program may have open, and the session that they make."""
    journal = open_journal(path, read_only=True)
    rows = tuple(journal.replay())
    drafts = journal.read_draft("note")
    journal.close()
    return rows, History(rows).state, drafts


class Kills:
    """A debate in the real window that is killed again and again, with a stopwatch beside it."""

    def __init__(self, screen: Screen, path: Path, home: Path) -> None:
        self.screen, self.path, self.home = screen, path, home
        self.chance = random.Random(100)
        self.program = Program(screen, path, home)
        self.first_start_s = self.program.start_cost_s
        self.program.act("F5")
        self.given_s: float | None = time.time()
        self.texts: list[str] = []
        self.slowest_start_s = 0.0

    def round(self, number: int) -> None:
        """Some acts, a half-typed line, the plug; then everything is looked at."""
        self.program.keys("F3", "ctrl+a", "Delete")
        self.program.type(f"line {number}")
        self.program.act("Return")
        self.texts.append(f"line {number}")
        for key in self.chance.sample(["F8", "shift+F8", "ctrl+shift+l", "F9"], 2):
            self.program.act(key)
            if key == "F9":
                self.program.act("F10")
                self.given_s = None
        self.program.type(f"half {number}")
        waited_s = self.chance.choice((0, 0.3, 1.5))
        threading.Event().wait(waited_s)
        told = self.program.told()
        self.program.kill()
        self.program = Program(self.screen, None, self.home)
        self.slowest_start_s = max(self.slowest_start_s, self.program.start_cost_s)
        self.look(told, f"half {number}" if waited_s > 1 else "")

    def look(self, told: int, half: str) -> None:
        rows, session, draft = record(self.path)
        assert check_file(self.path) == ()
        assert rows[-1].version >= told
        assert [note.text for _, note in sorted(session.notes.items())] == self.texts
        assert half in draft
        assert session.floor is not None
        if self.given_s is not None:
            spoken_s = session.floor.stopwatch.spoken_ms(round(time.time() * 1000)) / 1000
            assert spoken_s == pytest.approx(time.time() - self.given_s, abs=1)
        assert any(bar.startswith("end ") and "without warning" in bar for bar in self.program.bars())


def killed_often(screen: Screen, path: Path, home: Path, times: int) -> Kills:
    """Kill so often; return the kills.

    R2: a start after a kill costs at most twice the processor time of an ordinary one, which takes 1 to 2 s.
    """
    kills = Kills(screen, path, home)
    for number in range(times):
        kills.round(number)
    assert kills.program.close() == 0
    assert kills.slowest_start_s < 2 * kills.first_start_s
    return kills


def test_three_kills_in_a_running_debate_lose_nothing_that_was_told(screen: Screen, path: Path, tmp_path: Path) -> None:
    assert len(killed_often(screen, path, tmp_path / "home", 3).texts) == 3


@pytest.mark.soak("R1")
def test_a_hundred_kills_in_a_running_debate_lose_nothing_that_was_told(
    screen: Screen, path: Path, tmp_path: Path, figures: Figures
) -> None:
    kills = killed_often(screen, path, tmp_path / "home", 100)
    figures(kills=100, acts_kept=record(path)[1].version, lost=0, slowest_start_s=kills.slowest_start_s)
    assert len(kills.texts) == 100


def test_a_native_fault_is_told_at_the_next_start(screen: Screen, path: Path, tmp_path: Path) -> None:
    program = Program(screen, path, tmp_path / "home")
    assert program.end(signal.SIGSEGV) == -signal.SIGSEGV
    program = Program(screen, None, tmp_path / "home")
    [bar] = program.bars()
    assert "native fault" in bar
    assert path.name in bar
    assert program.close() == 0
    program = Program(screen, path, tmp_path / "home")
    assert program.bars() == []
    assert program.close() == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_an_end_from_outside_keeps_the_line_the_clock_and_the_windows(
    screen: Screen, path: Path, tmp_path: Path, number: signal.Signals
) -> None:
    program = Program(screen, path, tmp_path / "home")
    program.act("F5")
    given_s = time.time()
    program.keys("alt+1", "ctrl+shift+h")
    program.keys("F3")
    program.type("half a thought")
    # Keys come in their order: once this act is told, the line has been typed.
    program.act("F8")
    assert program.end(number) == 0
    _, session, draft = record(path)
    assert draft.endswith("half a thought")
    spoken_s = not_none(session.floor).stopwatch.spoken_ms(round(time.time() * 1000)) / 1000
    assert spoken_s == pytest.approx(time.time() - given_s, abs=1)
    program = Program(screen, None, tmp_path / "home")
    assert not any("without warning" in bar or "broke down" in bar for bar in program.bars())
    program.keys("F3", "End")
    program.type("!")
    program.keys("Return")
    program.wait_until(1)
    notes = record(path)[1].notes
    assert notes[max(notes)].text == "half a thought!"
    assert program.close() == 0
    program = Program(screen, path, tmp_path / "home")
    assert program.bars() == []
    assert program.close() == 0
