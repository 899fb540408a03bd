"""Lots that anybody can repeat, proposed orders with their reasons, and why a name stands where it does."""

from collections.abc import Iterable, Sequence
from itertools import islice, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from ipu_session.domain import commands as c
from ipu_session.domain.model.ids import DelegationId, RequestId
from ipu_session.domain.model.list_positions import MoveCause, OrderReason, OrderScheme, PositionReason
from ipu_session.domain.model.rules import Rules
from ipu_session.domain.model.session import Gender, Person, Session
from ipu_session.domain.queries.lot_drawing import MODULUS, draw_order, generate_lots
from ipu_session.domain.queries.order_proposals import propose_order
from ipu_session.domain.rejections import Reason, RejectedError
from ipu_session.service.session_service import SessionService
from tests.builders import DIRECTORY, FakeClock, a_session, person

WOMAN, MAN, NOT_STATED = Gender.WOMAN, Gender.MAN, Gender.NOT_STATED
PEOPLE = st.builds(
    person,
    st.sampled_from([entry.id for entry in DIRECTORY]),
    st.text("abcdefgh", min_size=3, max_size=3),
    gender=st.sampled_from(Gender),
    young=st.sampled_from([True, False, None]),
)


def a_list(*people: Person, heard: Sequence[Person] = ()) -> SessionService:
    """A session in which these wait, after those have been heard."""
    clock = FakeClock()
    service = a_session(clock=clock)
    for someone in heard:
        service.execute(c.AddRequest(someone))
        service.execute(c.GiveFloor())
        clock.advance(60)
        service.execute(c.EndIntervention())
    for someone in people:
        service.execute(c.AddRequest(someone))
    return service


def codes(session: Session, requests: Iterable[RequestId]) -> list[DelegationId]:
    return [session.person(session.requests[request].delegate).delegation for request in requests]


def proposed(service: SessionService, scheme: OrderScheme) -> list[tuple[DelegationId, OrderReason]]:
    places = propose_order(service.session, scheme)
    return [
        (code, place.why)
        for code, place in zip(codes(service.session, (p.request for p in places)), places, strict=True)
    ]


def test_the_generator_is_the_one_that_park_and_miller_published() -> None:
    """Their check: from seed 1, the number after ten thousand steps is 1043618065."""
    numbers = [lot.number for lot in islice(generate_lots(1, 10_000), 10_000)]
    assert numbers[0] == 16_807
    assert numbers[-1] == 1_043_618_065


def test_lots_by_hand() -> None:
    """7 × 16807 = 117649, over 4 leaves 1: the second; the next number over 3 leaves 1: the second left."""
    assert [(lot.number, lot.remaining, lot.position) for lot in generate_lots(7, 4)] == [
        (117_649, 4, 2),
        (1_977_326_743, 3, 2),
        (621_132_276, 2, 1),
        (452_154_665, 1, 1),
    ]
    assert draw_order(7, ["Kenya", "Peru", "Samoa", "Japan"]) == ("Peru", "Samoa", "Kenya", "Japan")


@pytest.mark.parametrize("seed", [0, -1, MODULUS])
def test_a_seed_that_draws_nothing_is_refused(seed: int) -> None:
    with pytest.raises(ValueError, match=str(seed)):
        list(generate_lots(seed, 3))


@given(st.integers(1, MODULUS - 1), st.lists(st.integers(), unique=True, max_size=30))
def test_everybody_is_drawn_once(seed: int, names: list[int]) -> None:
    assert sorted(draw_order(seed, names)) == sorted(names)


def test_every_name_is_drawn_first_about_as_often() -> None:
    first = [draw_order(seed * 7_919, "abcde")[0] for seed in range(1, 20_001)]
    counts = [first.count(name) for name in "abcde"]
    assert max(counts) - min(counts) < 400


def test_women_and_men_in_turn_with_the_reason_for_each() -> None:
    service = a_list(
        person("KE", "A", gender=MAN),
        person("PE", "B", gender=MAN),
        person("WS", "C", gender=WOMAN),
        person("JP", "D"),
        person("FR", "E", gender=MAN),
        heard=[person("DZ", "F", gender=MAN)],
    )
    assert proposed(service, OrderScheme.ALTERNATION) == [
        ("WS", OrderReason.AFTER_A_MAN),
        ("KE", OrderReason.AFTER_A_WOMAN),
        ("JP", OrderReason.GENDER_NOT_STATED),
        ("PE", OrderReason.NO_OTHER_GENDER_LEFT),
        ("FR", OrderReason.NO_OTHER_GENDER_LEFT),
    ]


def test_unheard_groups_first_and_which_group_it_is() -> None:
    service = a_list(person("EG"), person("DZ"), person("FR"), heard=[person("KE", "A")])
    places = propose_order(service.session, OrderScheme.UNHEARD_GROUPS)
    assert [(place.why, place.detail) for place in places] == [
        (OrderReason.UNHEARD_GROUP, "Arab"),
        (OrderReason.UNHEARD_GROUP, "Twelve Plus"),
        (OrderReason.GROUPS_HEARD, ""),
    ]
    assert codes(service.session, (place.request for place in places)) == ["EG", "FR", "DZ"]


@pytest.mark.parametrize(
    ("scheme", "expected"),
    [
        (
            OrderScheme.FIRST_TIME,
            [("PE", OrderReason.FIRST_TIME), ("KE", OrderReason.HEARD_BEFORE), ("KE", OrderReason.HEARD_BEFORE)],
        ),
        (
            OrderScheme.YOUNG_FIRST,
            [("KE", OrderReason.YOUNG), ("KE", OrderReason.NOT_YOUNG), ("PE", OrderReason.NOT_YOUNG)],
        ),
        (
            OrderScheme.FIRST_SPEAKERS,
            [
                ("PE", OrderReason.FIRST_SPEAKER),
                ("KE", OrderReason.FURTHER_SPEAKER),
                ("KE", OrderReason.FURTHER_SPEAKER),
            ],
        ),
        (
            OrderScheme.NOT_TWICE,
            [
                ("PE", OrderReason.OTHER_DELEGATION),
                ("KE", OrderReason.OTHER_DELEGATION),
                ("KE", OrderReason.SAME_DELEGATION_LEFT),
            ],
        ),
    ],
)
def test_the_other_orders(scheme: OrderScheme, expected: list[tuple[str, OrderReason]]) -> None:
    service = a_list(
        person("KE"), person("KE", "B", young=True), person("PE", "C"), heard=[person("KE", "B", young=True)]
    )
    assert proposed(service, scheme) == expected


@given(st.lists(PEOPLE, max_size=12, unique_by=lambda p: (p.delegation, p.name)), st.sampled_from(OrderScheme))
def test_a_proposal_moves_nobody_and_names_everybody_once(people: list[Person], scheme: OrderScheme) -> None:
    service = a_list(*people)
    before = service.session
    places = propose_order(before, scheme)
    assert service.session is before
    assert sorted(place.request for place in places) == sorted(before.speakers)


@given(st.lists(PEOPLE, min_size=2, max_size=12, unique_by=lambda p: (p.delegation, p.name)))
def test_no_two_of_a_gender_follow_each_other_while_the_other_waits(people: list[Person]) -> None:
    session = a_list(*people).session
    places = propose_order(session, OrderScheme.ALTERNATION)
    genders = [session.person(session.requests[p.request].delegate).gender for p in places]
    for number, (one, other) in enumerate(pairwise(genders)):
        if one is other and one is not NOT_STATED:
            assert all(gender is one for gender in genders[number + 1 :])


def test_an_order_for_another_list_is_refused() -> None:
    service = a_list(person("KE"), person("PE"))
    places = propose_order(service.session, OrderScheme.YOUNG_FIRST)
    service.execute(c.AddRequest(person("JP")))
    with pytest.raises(RejectedError) as refusal:
        service.execute(c.AcceptOrder(OrderScheme.YOUNG_FIRST, places))
    assert refusal.value.reason is Reason.ORDER_OUTDATED


def standing(service: SessionService, code: str) -> PositionReason:
    session = service.session
    found = [r for r in session.requests.values() if session.person(r.delegate).delegation == code]
    return found[-1].position_reason


def test_every_name_knows_why_it_stands_where_it_does() -> None:
    service = a_list(person("KE"), person("PE"), person("WS"), person("JP"))
    ids = dict(zip(codes(service.session, service.session.queue), service.session.queue, strict=True))
    assert standing(service, "JP") == replace(standing(service, "JP"), cause=MoveCause.ARRIVAL, position=4)
    service.execute(c.MoveRequest(ids[DelegationId("JP")], 1))
    assert (standing(service, "JP").cause, standing(service, "JP").previous_position) == (MoveCause.MOVED, 4)
    assert standing(service, "JP").position == 2
    service.execute(c.SwapRequests(ids[DelegationId("KE")], ids[DelegationId("WS")]))
    one, other = standing(service, "KE"), standing(service, "WS")
    assert (one.cause, one.previous_position, one.position, one.exchanged_with) == (
        MoveCause.EXCHANGED,
        1,
        4,
        ids[DelegationId("WS")],
    )
    assert (other.previous_position, other.position, other.exchanged_with) == (4, 1, ids[DelegationId("KE")])
    service.execute(c.MarkAbsent(ids[DelegationId("WS")]))
    assert (standing(service, "WS").cause, standing(service, "WS").previous_position) == (MoveCause.PASSED_OVER, 1)
    service.execute(c.WithdrawRequest(ids[DelegationId("PE")]))
    service.execute(c.RestoreRequest(ids[DelegationId("PE")]))
    assert standing(service, "PE").cause is MoveCause.RESTORED
    service.execute(c.DrawLots(7))
    assert {standing(service, code).seed for code in ids} == {7}
    assert sorted(standing(service, code).position for code in ids) == [1, 2, 3, 4]
    places = propose_order(service.session, OrderScheme.UNHEARD_GROUPS)
    service.execute(c.AcceptOrder(OrderScheme.UNHEARD_GROUPS, places))
    for place, request in enumerate(service.session.speakers, start=1):
        told = service.session.requests[request].position_reason
        assert (told.cause, told.position) == (MoveCause.ACCEPTED, place)
        assert told.why is OrderReason.UNHEARD_GROUP or told.detail == ""


def test_a_drawing_is_kept_so_that_it_can_be_repeated() -> None:
    service = a_list(person("KE"), person("PE"), person("WS"))
    service.execute(c.SetRules(replace(Rules(), lots_cap=1)))
    before = service.session.speakers
    service.execute(c.DrawLots(2_022))
    [drawing] = service.session.drawings
    assert (drawing.seed, drawing.before, drawing.cap) == (2_022, before, 1)
    assert draw_order(drawing.seed, drawing.before) == drawing.order == service.session.speakers
    assert [service.session.requests[r].reserve for r in drawing.order] == [False, True, True]
