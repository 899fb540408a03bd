"""The arithmetic of who was heard, and for how long."""

import pytest
from msgspec.structs import replace

from ipu_session.domain.model.ids import DelegationId, InterventionId
from ipu_session.domain.model.rules import Category, Kind
from ipu_session.domain.model.session import Gender, Person, RequestState
from ipu_session.domain.model.stopwatch import Phase, Stopwatch
from ipu_session.domain.queries import statistics, tallies
from ipu_session.domain.queries.ages import is_young, iso_day, session_day
from ipu_session.domain.queries.parties import Party
from ipu_session.domain.queries.tallies import Tally
from tests.report.sessions import MINUTE, OPENED_MS, empty_session, made_session, with_speech, with_waiting


def test_nobody_heard_makes_noughts() -> None:
    told = statistics.participation(empty_session(), 0)
    assert (told.speeches, told.delegates, told.parliaments, told.gender_stated) == (Tally(), 0, 0, 0)
    assert [g.delegates for g in told.groups] == [0] * 6


def test_a_person_and_a_delegation_count_once_and_every_speech_counts() -> None:
    person = Person(DelegationId("KE"), "S. Kihika", "Ms.", Gender.WOMAN)
    session = with_speech(made_session(0), 0, person, 60_400)
    again = session.interventions[InterventionId(3_000)]
    second = replace(again, id=InterventionId(3_500), stopwatch=Stopwatch(Phase.ENDED, 0, 60_400))
    session = replace(session, interventions=session.interventions.set(second.id, second))
    told = statistics.participation(session, 0)
    assert (told.delegates, told.parliaments, told.women) == (1, 1, 1)
    assert told.speeches == told.women_time == Tally(2, 120)
    assert tallies.tally_by_party(session, 0) == {Party(DelegationId("KE")): Tally(2, 120)}


def test_a_total_is_the_sum_of_rounded_durations() -> None:
    session = made_session(0)
    for number in range(3):
        session = with_speech(session, number, spoken_ms=1_500)
    assert statistics.participation(session, 0).speeches == Tally(3, 6)


def test_parliaments_associates_and_organizations_are_told_apart() -> None:
    session = made_session(8)
    session = with_speech(session, 8, Person(name="Ms. X", organization=" Amnesty "))
    session = with_speech(session, 9, Person(name="Mr. Y", organization="AMNESTY"))
    told = statistics.participation(session, 0)
    assert (told.parliaments, told.associates, told.organizations) == (6, 1, 2)


def test_a_delegation_of_two_groups_counts_in_both() -> None:
    told = statistics.participation(made_session(2), 0)
    heard = {g.group: (g.delegates, g.delegations, g.speeches.count) for g in told.groups if g.delegates}
    assert heard == {"African": (2, 2, 2), "Arab": (1, 1, 1)}
    assert told.has_shared_groups


def test_a_running_speech_counts_as_far_as_it_got() -> None:
    session = with_speech(made_session(0), 0)
    speech = session.interventions[InterventionId(3_000)]
    running = replace(speech, stopwatch=Stopwatch(Phase.RUNNING, speech.started_ms), ended_ms=None)
    session = replace(session, interventions=session.interventions.set(running.id, running))
    assert statistics.participation(session, speech.started_ms + 42_000).speeches == Tally(1, 42)


def test_names_never_change_a_figure() -> None:
    session = made_session(20)
    renamed = session
    for delegate in session.delegates.values():
        other = replace(delegate, person=replace(delegate.person, name="X", title="", function=""))
        renamed = replace(renamed, delegates=renamed.delegates.set(delegate.id, other))
    assert statistics.participation(renamed, 0) == statistics.participation(session, 0)
    assert statistics.balance(renamed, 0) == statistics.balance(session, 0)


def test_an_unattributed_point_of_order_counts_for_nobody() -> None:
    session = made_session(1)
    point = replace(session.interventions[InterventionId(4_001)], delegate=None)
    session = replace(session, interventions=session.interventions.set(point.id, point))
    told = statistics.participation(session, 0)
    assert (told.delegates, told.points_of_order, told.replies) == (1, Tally(1, 21), Tally(1, 96))


def test_the_balance_shows_heard_time_and_waiting() -> None:
    shares = statistics.balance(with_waiting(made_session(2), 9), 0)
    assert (shares.heard.total, shares.heard.women, shares.heard.men, shares.heard.young) == (2, 1, 1, 1)
    assert shares.time.total == shares.time.women + shares.time.men == 247
    assert (shares.waiting.total, dict(shares.waiting.groups)["Asia-Pacific"]) == (3, 3)


def test_categories_add_up_to_all_speeches() -> None:
    session = made_session(20)
    told = tallies.tally_by_category(session, 0)
    assert list(told) == [Category.MEMBER, Category.ASSOCIATE, Category.OBSERVER]
    assert sum(told.values(), Tally()) == statistics.participation(session, 0).speeches
    assert sum(tallies.tally_by_delegate(session, 0).values(), Tally()) == statistics.participation(session, 0).speeches


@pytest.mark.parametrize(
    ("young", "born", "expected"),
    [
        (True, "1900", True),
        (False, "2010", False),
        (None, "", False),
        (None, "1977", False),
        (None, "1978", True),
        (None, "1977-03-21", False),
        (None, "1977-03-22", True),
        (None, "1977-03-20", False),
        (None, "unknown", False),
        (None, "٢٠٠١", False),
    ],
)
def test_young_is_under_the_age_on_the_day(young: bool | None, born: str, expected: bool) -> None:
    assert is_young(Person(young=young, born=born), 45, "2022-03-21") is expected


def test_without_a_day_only_the_slip_decides() -> None:
    assert not is_young(Person(born="2001"), 45, "")
    assert is_young(Person(young=True), 45, "")


@pytest.mark.parametrize(
    ("utc_ms", "offset_min", "day"),
    [
        (0, 0, "1970-01-01"),
        (-1, 0, "1969-12-31"),
        (951_782_400_000, 0, "2000-02-29"),
        (1_647_820_800_000 - 1, 0, "2022-03-20"),
        (1_647_820_800_000 - 1, 480, "2022-03-21"),
        (4_107_542_400_000, 0, "2100-03-01"),
    ],
)
def test_a_moment_falls_on_a_local_day(utc_ms: int, offset_min: int, day: str) -> None:
    assert iso_day(utc_ms, offset_min) == day


def test_the_day_is_that_of_the_first_sitting_where_none_was_announced() -> None:
    session = made_session(1)
    assert session_day(replace(session, details=replace(session.details, date=""))) == "2022-03-21"
    assert session_day(empty_session()) == ""


def test_not_heard_are_those_waiting_the_absent_and_the_withdrawn() -> None:
    session = with_waiting(made_session(1, notes=False), 1)
    session = with_waiting(session, 2, RequestState.ABSENT)
    session = with_waiting(session, 3, RequestState.WITHDRAWN)
    told = statistics.requests_not_heard(session)
    assert [len(part) for part in (told.waiting, told.absent, told.withdrawn)] == [1, 1, 1]


@pytest.mark.parametrize(("part", "whole", "expected"), [(0, 0, 0), (1, 8, 13), (13, 38, 34), (1, 3, 33)])
def test_a_share_is_in_whole_per_cent_halves_up(part: int, whole: int, expected: int) -> None:
    assert statistics.percent(part, whole) == expected


def test_interventions_are_in_the_order_they_were_begun() -> None:
    session = made_session(3)
    started = [i.started_ms for i in tallies.interventions_of_kind(session, *Kind)]
    assert started == sorted(started)
    assert started[0] == OPENED_MS + 5 * MINUTE
