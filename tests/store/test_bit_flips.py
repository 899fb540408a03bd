"""`check` finds every flipped byte that says something; what it does not find lies where nobody reads."""

import random
from pathlib import Path

import pytest

from ipu_session.domain import commands as c
from ipu_session.service.session_service import SessionService
from ipu_session.store.errors import StoreError
from ipu_session.store.journal.open_session import open_journal
from ipu_session.store.maintenance.integrity import check_file
from tests.builders import FakeClock
from tests.soak_figures import Figures
from tests.store.files import a_file
from tests.store.sqlite_pages import SAYS_NOTHING, number_types, used


def a_full_file(path: Path) -> Path:
    """A session with long notes, half-typed texts, a kept file and freed pages."""
    a_file(path)
    journal = open_journal(path)
    service = SessionService(journal, FakeClock(1_647_950_000_000))
    for number in range(12):
        service.execute(c.TakeNote(f"{number} " + "what was said " * (60 * number)))
    journal.append((), (bytes(range(256)) * 60,))
    service.save_draft("synthesis-1", "a long half-typed text " * 900)
    service.save_draft("synthesis-1", "")
    service.save_draft("note", "half a thought")
    service.save_draft("hall", "Tea at four")
    service.close()
    return path


def is_found(path: Path) -> bool:
    """Whether `check`, or what looks at a file before, says that it is not sound."""
    try:
        return check_file(path) != ()
    except StoreError:
        return True


def flip(path: Path, whole: bytes, place: int, bits: int) -> None:
    path.write_bytes(whole[:place] + bytes([whole[place] ^ bits]) + whole[place + 1 :])


def sweep(path: Path, places: list[int], seed: int) -> list[tuple[int, int]]:
    """Flip one byte at each place in turn; return those that are read and were not found."""
    whole = path.read_bytes()
    read, numbers = used(whole), number_types(whole)
    chance = random.Random(seed)
    missed = []
    for place in places:
        bits = chance.choice((1, 2, 4, 8, 16, 32, 64, 128, 255))
        flip(path, whole, place, bits)
        unread = bits == 8 and whole[place] == 0 and place in numbers
        if not is_found(path) and place in read and not unread:
            missed.append((place, bits))
    path.write_bytes(whole)
    assert check_file(path) == ()
    return missed


def test_200_flipped_bytes_are_found_unless_they_lie_in_free_space(tmp_path: Path) -> None:
    path = a_full_file(tmp_path / "d.ipusession")
    whole = path.read_bytes()
    read = sorted(used(whole))
    assert len(read) > len(whole) / 3
    chance = random.Random(144)
    places = [*chance.sample(range(len(whole)), 100), *chance.sample(read, 100)]
    assert sweep(path, places, 1) == []


def test_every_byte_of_the_header_is_found_but_for_two_numbers_that_say_nothing(tmp_path: Path) -> None:
    path = a_full_file(tmp_path / "d.ipusession")
    whole = path.read_bytes()
    passed = set()
    for place in range(100):
        for bits in (1, 128):
            flip(path, whole, place, bits)
            if not is_found(path):
                passed.add(place)
    assert passed <= SAYS_NOTHING


@pytest.mark.soak("R6")
@pytest.mark.parametrize("seed", range(10))
def test_2000_flipped_bytes_in_all(tmp_path: Path, seed: int, figures: Figures) -> None:
    path = a_full_file(tmp_path / "d.ipusession")
    read = sorted(used(path.read_bytes()))
    missed = sweep(path, random.Random(seed).sample(read, 200), seed)
    figures(flipped_bytes=200, missed=len(missed))
    assert missed == []
