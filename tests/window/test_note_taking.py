"""Notes dictated into the real window while the clock runs and the list is edited; kills in between."""

import random
import threading
import time
from pathlib import Path

import pytest
from msgspec import Struct

from ipu_session.domain.history import History
from ipu_session.domain.model.ids import DelegationId
from ipu_session.domain.model.rules import Rules
from ipu_session.domain.model.session import Note, NoteKind, Session
from ipu_session.store.journal.open_session import open_journal
from ipu_session.store.maintenance.integrity import check_file
from tests.narrowing import not_none
from tests.soak_figures import Figures
from tests.window.conftest import SPEAKERS
from tests.window.driver import Program, Screen

SAID = (
    "states must ratify the Palermo Protocol",
    "data on women migrants are missing",
    "a common register of cases",
    "no instrumentalization of migration",
    "training for border guards in Kenya",
    "remittances lower to three per cent",
    "who pays for the shelters",
    "every child is a child first",
)
KINDS = {
    "": NoteKind.POINT,
    "!": NoteKind.PROPOSAL,
    "+": NoteKind.GOOD_PRACTICE,
    "?": NoteKind.QUESTION,
    '"': NoteKind.QUOTATION,
}
LAG_MS = Rules().reaction_lag_ms


def session_of(path: Path) -> Session:
    journal = open_journal(path)
    timeline = History(journal.replay())
    journal.close()
    return timeline.state


class Dictated(Struct, frozen=True):
    """What must have been recorded of a line."""

    text: str
    kind: NoteKind
    theme: int
    speaker: str
    begun_ms: float
    """By the machine's clock, when its first key went down; 0 if it went back to the speaker before."""


class Dictation:
    """Types lines as they are said, and keeps a paper of its own."""

    def __init__(self, program: Program, key_ms: int) -> None:
        self.program, self.key_ms = program, key_ms
        self.paper: list[Dictated] = []
        self.given_ms: dict[str, float] = {}
        self.on_floor = -1
        self._inherited: dict[str, tuple[str, int]] = {}
        """By speaker: the kind and the theme of the latest line."""
        self._chance = random.Random(144)

    def next(self) -> None:
        """Give the floor to the next on the list."""
        self.program.act("F5")
        self.on_floor += 1
        self.given_ms[SPEAKERS[self.on_floor]] = time.time() * 1000

    def edit_list(self, letters: str) -> None:
        """Add a name while somebody speaks, and go back to the note line."""
        before = self.program.told()
        self.program.keys("F2")
        self.program.type(letters)
        self.program.keys("Return")
        self.program.wait_until(before + 1)

    def line(self, number: int, *, back: bool = False) -> None:
        """Type a line; ``show_first_step``: it is begun after *next* and goes back to the speaker before."""
        sign = self._chance.choice(list(KINDS)) if number % 3 == 0 else ""
        theme = self._chance.randint(1, 5) if number % 2 == 0 else 0
        text = f"{SAID[number % len(SAID)]} {number}"
        speaker = SPEAKERS[self.on_floor - back]
        before_kind, before_theme = self._inherited.get(speaker, ("", 0))
        kind, theme_now = sign or before_kind, theme or before_theme
        self._inherited[speaker] = (kind, theme_now)
        self.program.keys("F3")
        before, begun_ms = self.program.told(), time.time() * 1000
        self.program.type((f"#{theme} " if theme else "") + sign + text, self.key_ms)
        if back:
            self.program.keys("ctrl+shift+p")
        self.program.keys("Return")
        self.program.wait_until(before + 1)
        self.paper.append(Dictated(text, KINDS[kind], theme_now, speaker, 0 if back else begun_ms))

    def agrees_with(self, session: Session) -> None:
        """Compare what was recorded with the paper."""
        notes = sorted(session.notes.values(), key=lambda note: note.id)
        numbers = {theme.id: theme.number for theme in session.themes}
        told = [(n.text, n.kind, *(numbers[t] for t in n.themes), delegation_of(session, n)) for n in notes]
        assert told == [(p.text, p.kind, *([p.theme] if p.theme else []), p.speaker) for p in self.paper]
        for note, paper in zip(notes, self.paper, strict=True):
            if paper.begun_ms:
                heard_ms = max(0, paper.begun_ms - self.given_ms[paper.speaker] - LAG_MS)
                assert note.second_ms == pytest.approx(heard_ms, abs=2_000), paper


def delegation_of(session: Session, note: Note) -> DelegationId:
    return session.person(session.interventions[not_none(note.intervention)].delegate).delegation


def dictate(program: Program, lines: int, key_ms: int, seconds_between: float = 0.0) -> Dictation:
    """Dictate so many lines over four speeches."""
    dictation = Dictation(program, key_ms)
    dictation.next()
    for number in range(lines):
        if number and number % (lines // 4) == 0:
            dictation.next()
            dictation.line(number, back=True)
            continue
        if number % 5 == 3:
            dictation.edit_list(f"samo, Speaker {number}")
        dictation.line(number)
        threading.Event().wait(seconds_between)
    return dictation


def test_dictated_lines_arrive_in_order_on_their_speaker_theme_and_second(
    screen: Screen, path: Path, tmp_path: Path
) -> None:
    program = Program(screen, path, tmp_path / "home")
    dictation = dictate(program, 12, 15, 0.5)
    assert program.close() == 0
    assert check_file(path) == ()
    dictation.agrees_with(session_of(path))


@pytest.mark.soak("R1")
def test_forty_notes_at_forty_words_a_minute(screen: Screen, path: Path, tmp_path: Path, figures: Figures) -> None:
    program = Program(screen, path, tmp_path / "home")
    # Forty words a minute are some 200 letters: one every 300 ms.
    dictation = dictate(program, 40, 300)
    assert program.close() == 0
    assert check_file(path) == ()
    dictation.agrees_with(session_of(path))
    figures(notes=len(session_of(path).notes), wrong=0)


def killed_while_typing(screen: Screen, path: Path, home: Path, seconds: float) -> tuple[str, str]:
    """Type without a pause, pull the plug, start again; return what must be there, and what is."""
    program = Program(screen, path, home)
    program.keys("F3", "ctrl+a", "Delete")
    typed, until = [], time.monotonic() + seconds
    for letter in "states must ratify the protocol and train their border guards " * 9:
        program.type(letter, 0)
        typed.append((time.monotonic(), letter))
        if time.monotonic() > until:
            break
    killed = time.monotonic()
    program.kill()
    assert check_file(path) == ()
    program = Program(screen, path, home)
    program.keys("F3", "End")
    program.type("|")
    program.keys("Return")
    program.wait_until(1)
    assert program.close() == 0
    notes = session_of(path).notes
    return "".join(letter for at, letter in typed if at < killed - 1), notes[max(notes)].text


@pytest.mark.parametrize("seconds", [1.3, 2.9])
def test_a_kill_takes_the_last_second_of_typing_at_most(
    screen: Screen, path: Path, tmp_path: Path, seconds: float
) -> None:
    sure, back = killed_while_typing(screen, path, tmp_path / "home", seconds)
    assert back.endswith("|")
    assert back.startswith(sure.rstrip())


@pytest.mark.soak("R1")
def test_forty_kills_at_any_moment_of_typing(screen: Screen, path: Path, tmp_path: Path, figures: Figures) -> None:
    chance = random.Random(40)
    for _ in range(40):
        sure, back = killed_while_typing(screen, path, tmp_path / "home", chance.uniform(0.2, 4))
        assert back.startswith(sure.rstrip())
    figures(kills=40, letters_lost_before_the_last_second=0)
