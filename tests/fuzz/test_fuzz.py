"""A short walk with each reader of foreign files through spoilt ones; `make fuzz` is the long one."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.mutate import spoilt
from tests.fuzz.readers import Reader, readers
from tests.patience import Work

NAMES = (
    "note-text", "note-word", "note-pdf", "list-text", "list-sheet", "list-pasted", "contribution",
    "contribution-pdf", "template", "earlier-report", "report-to-check", "session", "journal", "directory",
    "settings",
)  # fmt: skip
LONGEST_S = 2


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Reader]:
    made = readers(tmp_path_factory.mktemp("sound"))
    assert tuple(made) == NAMES
    return made


@pytest.mark.parametrize("name", NAMES)
def test_a_spoilt_file_is_read_or_told_in_time(
    known: dict[str, Reader], tmp_path_factory: pytest.TempPathFactory, name: str
) -> None:
    reader = known[name]
    path = tmp_path_factory.mktemp("spoilt") / f"file{reader.suffix}"

    # The same files each time; `make fuzz` looks for new ones.
    @settings(max_examples=40, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
    @given(which=st.integers(0, len(reader.seeds) - 1), number=st.integers(0, 2**32))
    def walk(which: int, number: int) -> None:
        path.write_bytes(spoilt(reader.seeds[which], random.Random(number)))
        work = Work()
        reader.survives(path)
        assert work.stays_within(LONGEST_S)

    walk()
