"""A list of thousands of names comes in by work in proportion to its length; calls are counted, not timed."""

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from ipu_session.domain import commands as c
from ipu_session.domain.commands.queue import ImportSpeakers
from ipu_session.domain.decide import decide
from ipu_session.domain.evolve import evolve_all
from ipu_session.domain.exchange.import_results import ImportedSpeaker
from ipu_session.domain.model.ids import Timestamp
from ipu_session.domain.model.session import Session
from ipu_session.domain.rejections import Reason, RejectedError
from tests.builders import a_session, person

NOW = Timestamp(0)
SHORT, LONG = 200, 1_000


def a_list(length: int, origin: str) -> ImportSpeakers:
    """Names of one delegation: nothing but the name tells them apart."""
    return c.ImportSpeakers(tuple(ImportedSpeaker(n + 2, person(origin, f"Aïssata {n}")) for n in range(length)))


def calls_of(work: Callable[..., object]) -> int:
    """Return how many Python functions ``work`` calls; a round of a generator counts as one."""
    count = 0

    def note(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def imported(session: Session, command: c.ImportSpeakers) -> Session:
    return evolve_all(session, decide(command, session, NOW), 0)


@pytest.mark.parametrize("origin", ["KE", ""], ids=["one delegation", "no delegation"])
def test_the_work_of_an_import_grows_with_the_list(origin: str) -> None:
    session = a_session("KE").session
    short, long = (
        calls_of(lambda length=length: decide(a_list(length, origin), session, NOW)) for length in (SHORT, LONG)
    )
    assert long <= 1.2 * LONG / SHORT * short


def test_the_work_of_an_import_of_who_waits_already_grows_with_the_list() -> None:
    def again(length: int) -> None:
        known = imported(a_session("KE").session, a_list(length, "KE"))
        with pytest.raises(RejectedError) as refused:
            decide(a_list(length, "KE"), known, NOW)
        assert refused.value.reason is Reason.NOTHING_CHANGES

    short, long = (calls_of(lambda length=length: again(length)) for length in (SHORT, LONG))
    assert long <= 1.2 * LONG / SHORT * short


def test_a_list_knows_again_whoever_is_known_or_stands_on_it_twice() -> None:
    first = imported(a_session().session, a_list(2, "KE"))
    names = ("Aïssata 1", "Aissata 2", "AÏSSATA 2", "")
    rows = tuple(ImportedSpeaker(n, person("KE", name)) for n, name in enumerate((*names, "")))
    session = imported(first, c.ImportSpeakers(rows))
    waiting = [session.person(session.requests[each].delegate).name for each in session.queue]
    assert waiting == ["Aïssata 0", "Aïssata 1", "Aissata 2", "", ""]
