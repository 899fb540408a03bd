"""A debate held in the real window, by keyboard alone, on a virtual screen."""

import threading
import time
from pathlib import Path

import docx
import pytest

from ipu_session.domain.history import History, JournalRow
from ipu_session.domain.model.intervention import Ruling
from ipu_session.domain.model.rules import Kind
from ipu_session.domain.model.session import NoteKind, RequestState, Session
from ipu_session.store.journal.open_session import open_journal
from ipu_session.store.maintenance.integrity import check_file
from tests.narrowing import not_none
from tests.report.word_reader import paragraphs
from tests.soak_figures import Figures
from tests.window.driver import Program, Screen


@pytest.fixture
def path(empty: Path) -> Path:
    return empty


def rows_of(path: Path) -> list[JournalRow]:
    journal = open_journal(path)
    rows = list(journal.replay())
    journal.close()
    return rows


def add(program: Program, letters: str) -> None:
    before = program.told()
    program.keys("F2")
    program.type(letters)
    program.keys("Return")
    program.wait_until(before + 1)


def note(program: Program, line: str) -> None:
    before = program.told()
    program.keys("F3")
    program.type(line)
    program.keys("Return")
    program.wait_until(before + 1)


def test_a_whole_debate_by_keyboard(screen: Screen, path: Path, tmp_path: Path) -> None:
    program = Program(screen, path, tmp_path / "home")
    for letters in ("ken", "per", "jap", "sam", "alg", "egy"):
        add(program, letters)
    program.act("ctrl+shift+o", "F5")
    for line in ("#2 data on women migrants", "!a common register", "#4 no instrumentalization", "#1 laws"):
        note(program, line)
    program.act("F6", "F6", "F8", "F9")
    # What is typed says who raised it.
    before = program.told()
    program.type("jap")
    program.keys("Return")
    program.wait_until(before + 1)
    program.act("ctrl+F9", "F5")
    note(program, "said by Peru")
    program.act("F5", "ctrl+z", "F12", "F12", "F7", "ctrl+shift+l", "ctrl+shift+e")
    report = tmp_path / "report é.docx"
    program.keys("ctrl+e")
    program.wait_for_window("Export")
    program.type(str(report))
    program.keys("Return")
    program.wait_for_file(report)
    assert program.close() == 0
    assert check_file(path) == ()
    assert_heard(History(rows_of(path)).state)
    assert any("Kenya" in paragraph.text for paragraph in paragraphs(docx.Document(str(report))))


def assert_heard(session: Session) -> None:
    people = [session.person(request.delegate).delegation for request in session.requests.values()]
    states = [request.state for request in session.requests.values()]
    heard = sorted(code for code, state in zip(people, states, strict=True) if state is RequestState.HEARD)
    assert sorted(people) == ["DZ", "EG", "JP", "KE", "PE", "WS"]
    assert heard == ["KE", "PE"]
    [order] = [i for i in session.interventions.values() if i.kind is Kind.POINT_OF_ORDER]
    assert order.ruling is Ruling.DISMISSED
    assert session.person(order.delegate).delegation == "JP"
    kenya, peru = sorted((i for i in session.interventions.values() if i.kind is Kind.SPEECH), key=lambda i: i.id)
    assert kenya.granted_ms == 30_000
    notes = sorted(session.notes.values(), key=lambda note: note.id)
    numbers = {theme.id: theme.number for theme in session.themes}
    assert [(note.text, [numbers[theme] for theme in note.themes]) for note in notes] == [
        ("data on women migrants", [2]),
        ("a common register", [2]),
        ("no instrumentalization", [4]),
        ("laws", [1]),
        ("said by Peru", []),
    ]
    assert notes[1].kind is NoteKind.PROPOSAL
    assert [note.intervention for note in notes] == [kenya.id] * 4 + [peru.id]
    assert session.is_list_closed
    assert session.is_closed


def test_what_was_told_survives_a_kill_and_so_does_a_half_typed_note(
    screen: Screen, path: Path, tmp_path: Path
) -> None:
    for letters in ("ken", "per", "jap"):
        program = Program(screen, path, tmp_path / "home")
        add(program, letters)
        program.keys("F3")
        program.type(f"half of {letters}")
        program.wait_for_draft(path, f"half of {letters}")
        told = program.told()
        program.kill()
        assert check_file(path) == ()
        rows = rows_of(path)
        assert rows[-1].version >= told
        program = Program(screen, path, tmp_path / "home")
        program.keys("F3", "End")
        program.type(", whole")
        program.keys("Return")
        program.wait_until(1)
        assert program.close() == 0
        notes = History(rows_of(path)).state.notes
        assert notes[max(notes)].text == f"half of {letters}, whole"


def test_a_running_clock_goes_on_over_a_kill(screen: Screen, path: Path, tmp_path: Path) -> None:
    program = Program(screen, path, tmp_path / "home")
    add(program, "ken")
    program.act("ctrl+shift+o", "F5")
    program.kill()
    killed = time.monotonic()
    program = Program(screen, path, tmp_path / "home")
    gap_ms = (time.monotonic() - killed) * 1000
    program.act("F7")
    assert program.close() == 0
    [speech] = History(rows_of(path)).state.interventions.values()
    assert speech.spoken_ms(0) == not_none(speech.ended_ms) - speech.started_ms >= gap_ms


@pytest.mark.parametrize(("answer", "counts"), [("ctrl+shift+j", True), ("ctrl+shift+k", False)])
def test_after_a_kill_the_gap_is_asked_about_and_both_answers_are_right(
    screen: Screen, path: Path, tmp_path: Path, answer: str, counts: bool
) -> None:
    program = Program(screen, path, tmp_path / "home")
    add(program, "ken")
    program.act("ctrl+shift+o", "F5")
    threading.Event().wait(1.5)
    program.kill()
    killed = time.monotonic()
    threading.Event().wait(4)
    program = Program(screen, path, tmp_path / "home")
    gap_ms = (time.monotonic() - killed) * 1000
    program.picture(tmp_path / "gap.png")
    program.act(answer, "F7")
    assert program.close() == 0
    session = History(rows_of(path)).state
    [gap] = session.gaps
    [speech] = session.interventions.values()
    assert (gap.cause, gap.counted) == ("killed", counts)
    assert gap.spoken_ms - gap.other_ms == gap.length_ms == pytest.approx(gap_ms, abs=1_500)
    lasted_ms = not_none(speech.ended_ms) - speech.started_ms
    assert speech.spoken_ms(0) == lasted_ms - (0 if counts else gap.length_ms)


@pytest.mark.soak("R1")
def test_a_hundred_kills_lose_nothing_that_was_told(
    screen: Screen, path: Path, tmp_path: Path, figures: Figures
) -> None:
    for number in range(100):
        program = Program(screen, path, tmp_path / "home")
        add(program, ("ken", "per", "jap", "egy")[number % 4])
        program.keys(*("ctrl+shift+o", "F5", "F6", "F6", "F8", "F9", "F10", "F7", "ctrl+z")[: 1 + number % 9])
        told = program.told()
        program.kill()
        assert check_file(path) == ()
        assert rows_of(path)[-1].version >= told
    figures(kills=100, acts_kept=rows_of(path)[-1].version, lost=0)
