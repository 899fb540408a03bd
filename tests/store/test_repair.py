"""A damaged session saved into a copy: all before the damage, and exactly what is missing."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ipu_session.domain.history import JournalRow
from ipu_session.store.errors import StoreError
from ipu_session.store.maintenance.integrity import check_file
from ipu_session.store.maintenance.repair import RepairResult, repair
from tests.soak_figures import Figures
from tests.store import bad_files
from tests.store.files import rows_of
from tests.store.test_bit_flips import a_full_file


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return a_full_file(tmp_path / "d.ipusession")


def repaired(path: Path) -> tuple[RepairResult, list[JournalRow]]:
    """Repair a file, look that it is as it was, and that the copy is sound."""
    before = path.read_bytes()
    copy = path.with_name("copy.ipusession")
    found = repair(path, copy)
    assert path.read_bytes() == before
    assert check_file(copy) == ()
    assert len(rows_of(copy)) == found.events
    return found, rows_of(copy)


def test_a_whole_file_is_copied_and_nothing_is_missing(path: Path) -> None:
    rows = rows_of(path)
    found, saved = repaired(path)
    assert saved == rows
    assert (found.drafts, found.missing.first_event, found.missing.drafts) == (2, 0, ())


def test_what_stands_before_a_broken_link_is_saved_and_the_rest_is_named(path: Path) -> None:
    rows = rows_of(path)
    bad_files.sql(path, "update journal set payload = payload || ' ' where version = 15")
    found, saved = repaired(path)
    assert saved == rows[:14]
    missing = found.missing
    assert (missing.first_event, missing.last_event) == (15, len(rows))
    assert (missing.from_ms, missing.to_ms) == (rows[13].at_ms, rows[-1].at_ms)


def test_broken_pages_are_read_past(path: Path) -> None:
    rows = rows_of(path)
    whole = path.read_bytes()
    place = whole.index(b"11 what was said") // 4096 * 4096
    path.write_bytes(whole[:place] + b"\xaa" * 4096 + whole[place + 4096 :])
    found, saved = repaired(path)
    assert 0 < found.events < len(rows)
    assert saved == rows[: found.events]
    assert found.missing.first_event == found.events + 1


def test_a_half_typed_text_that_changed_is_named(path: Path) -> None:
    bad_files.sql(path, "update draft set text = 'other' where key = 'hall'")
    found, _ = repaired(path)
    assert (found.drafts, found.missing.drafts) == (1, ("hall",))


def test_a_broken_header_and_a_cut_end_are_overcome(path: Path) -> None:
    rows = rows_of(path)
    whole = bytearray(path.read_bytes())
    whole[2], whole[44:48], whole[28:32] = 0xFF, bytes((9, 9, 9, 9)), bytes((9, 9, 9, 9))
    path.write_bytes(whole)
    assert repaired(path)[1] == rows
    path.with_name("copy.ipusession").unlink()
    bad_files.cut_by_one_byte(path)
    assert repaired(path)[0].events > 0


def test_an_event_that_cannot_have_happened_ends_what_is_saved(path: Path) -> None:
    rows = rows_of(path)
    bad_files.forge(path, len(rows), "SpeechPaused", '{"intervention":424242}')
    assert repaired(path)[1] == rows[:-1]


@pytest.mark.parametrize(
    "spoil", [bad_files.empty, bad_files.text, bad_files.another_programs, bad_files.a_folder, bad_files.no_tables]
)
def test_where_nothing_can_be_saved_that_is_said_and_nothing_is_written(
    path: Path, spoil: Callable[..., object]
) -> None:
    spoil(path)
    with pytest.raises(StoreError):
        repair(path, path.with_name("copy.ipusession"))
    assert [found.name for found in path.parent.iterdir()] == ["d.ipusession"]


def test_a_copy_never_takes_the_place_of_a_file(path: Path) -> None:
    with pytest.raises(StoreError) as refused:
        repair(path, path)
    assert refused.value.code.value == "exists"


@pytest.mark.soak("R6")
def test_every_page_in_turn_may_be_lost(tmp_path: Path, path: Path, figures: Figures) -> None:
    whole, rows, repaired = path.read_bytes(), rows_of(path), 0
    for place in range(0, len(whole), 4096):
        path.write_bytes(whole[:place] + bytes(4096) + whole[place + 4096 :])
        copy = path.with_name(f"copy-{place}.ipusession")
        try:
            found = repair(path, copy)
        except StoreError:
            continue
        assert rows_of(copy) == rows[: found.events]
        repaired += 1
    figures(pages_lost=len(whole) // 4096, repaired=repaired)
