"""The example debate: what it promises to hold, and that it is the same each time."""

from collections import Counter
from pathlib import Path

import pytest

from ipu_session.app.demo.example import write_example
from ipu_session.domain.history import History
from ipu_session.domain.model.intervention import Ruling
from ipu_session.domain.model.rules import Kind
from ipu_session.domain.model.session import RequestState, Session
from ipu_session.domain.queries.theme_matrix import untouched_themes
from ipu_session.store.errors import StoreError
from ipu_session.store.journal.jsonl import dump_lines
from ipu_session.store.maintenance.integrity import check_file
from tests.store.files import rows_of


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("example") / "e.ipusession"
    write_example(path)
    return path


@pytest.fixture(scope="module")
def session(path: Path) -> Session:
    return History(rows_of(path)).state


def test_thirty_requests_twenty_speeches_two_points_of_order(session: Session) -> None:
    states = Counter(request.state for request in session.requests.values())
    kinds = Counter(intervention.kind for intervention in session.interventions.values())
    assert sum(states.values()) == 30
    assert states[RequestState.HEARD] == kinds[Kind.SPEECH] == 20
    assert kinds[Kind.POINT_OF_ORDER] == 2
    assert states[RequestState.ABSENT] == states[RequestState.WITHDRAWN] == 1
    rulings = {i.ruling for i in session.interventions.values() if i.kind is Kind.POINT_OF_ORDER}
    assert rulings == {Ruling.NOTED, Ruling.DISMISSED}


def test_five_themes_one_of_which_nobody_touched(session: Session) -> None:
    assert len(session.themes) == 5
    assert [theme.number for theme in untouched_themes(session)] == [4]


def test_it_says_that_it_is_an_example_and_is_sound(path: Path, session: Session) -> None:
    assert session.details.example
    assert session.is_closed
    assert check_file(path) == ()


def test_every_delegation_is_a_real_one_and_delegates_are_women_and_men(session: Session) -> None:
    people = [delegate.person for delegate in session.delegates.values()]
    assert all(person.delegation in session.delegations or person.organization for person in people)
    assert len({person.gender for person in people}) == 2


def test_it_is_the_same_each_time(path: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.ipusession"
    write_example(again)
    assert list(dump_lines(rows_of(again))) == list(dump_lines(rows_of(path)))


def test_it_is_not_written_over_anything(tmp_path: Path) -> None:
    path = tmp_path / "mine"
    path.write_text("mine")
    with pytest.raises(StoreError):
        write_example(path)
    assert path.read_text() == "mine"
