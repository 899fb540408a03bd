"""What stands for a journal, in tests and measurements, has all that one has."""

import pytest

from benchmarks.sessions import InMemoryJournal
from ipu_session.service.ports import Journal
from ipu_session.store.journal.sqlite_journal import SqliteJournal
from tests.builders import MemoryJournal


@pytest.mark.parametrize("stand_in", [MemoryJournal, InMemoryJournal, SqliteJournal])
def test_it_has_all_that_the_service_asks_for(stand_in: type[MemoryJournal | InMemoryJournal | SqliteJournal]) -> None:
    asked = {name for name in vars(Journal) if not name.startswith("_")}
    assert asked
    assert asked <= set(dir(stand_in))
