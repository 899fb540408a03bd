"""What each of those waiting may have for the sitting to end as planned, and the real change-over."""

import pytest

from ipu_session.domain.queries.forecast import (
    LimitProposal,
    changeover_ms,
    needed_ms,
    planned_end_ms,
    propose_limit,
    rules_with_proposed_limit,
)
from tests.narrowing import not_none
from tests.scenario import play

TEN = """
    10:00:00 open
    10:00:00 ends {end}
    10:00:00 list Kenya Peru Samoa Japan
"""


def offered(end: str, more: str = "") -> LimitProposal | None:
    scene = play(TEN.format(end=end) + more)
    return propose_limit(scene.session, scene.service.now().utc_ms)


def test_the_sum_of_the_issue() -> None:
    """14 names, change-over 0:20: until 12:30 each may have 2:40 if 42 minutes are left."""
    names = " ".join("Kenya/" + letter for letter in "ABCDEFGHIJKLMN")
    scene = play(f"""
        11:48:00 open
        11:48:00 ends 12:30
        11:48:00 list {names}
    """)
    found = propose_limit(scene.session, scene.service.now().utc_ms)
    assert found is not None
    assert (found.waiting, found.each_ms, found.is_already_met) == (14, 160_000, False)


@pytest.mark.parametrize(
    ("end", "each_ms", "fits"),
    [("10:10", 130_000, False), ("10:20", 280_000, True), ("10:03", None, False), ("09:00", None, False)],
)
def test_what_is_left_is_shared_and_rounded_down_to_ten_seconds(end: str, each_ms: int | None, fits: bool) -> None:
    found = offered(end)
    assert found is not None
    assert (found.each_ms, found.is_already_met) == (each_ms, fits)


def test_whoever_speaks_and_the_replies_come_first() -> None:
    assert not_none(offered("10:10", "10:00:00 reply France\n10:00:00 next")).each_ms == 50_000


def test_co_rapporteurs_and_reserves_have_no_part_in_it() -> None:
    found = offered("10:10", "10:00:00 reserve Japan")
    assert found is not None
    assert (found.waiting, found.each_ms) == (3, 180_000)


@pytest.mark.parametrize("end", ["", "soon", "10", "10:xx"])
def test_without_a_planned_end_there_is_no_offer(end: str) -> None:
    scene = play(TEN.format(end=end or "-"))
    assert propose_limit(scene.session, scene.service.now().utc_ms) is None
    assert planned_end_ms(scene.session, scene.service.now().utc_ms) is None


def test_with_nobody_waiting_or_no_sitting_there_is_no_offer() -> None:
    scene = play("10:00:00 ends 10:10\n10:00:00 list Kenya")
    assert propose_limit(scene.session, scene.service.now().utc_ms) is None
    assert rules_with_proposed_limit(scene.session, scene.service.now().utc_ms) is None


def test_a_sitting_over_midnight_ends_the_next_day() -> None:
    scene = play("23:30:00 open\n23:30:00 ends 00:15\n23:30:00 list Kenya")
    now_ms = scene.service.now().utc_ms
    assert not_none(planned_end_ms(scene.session, now_ms)) - now_ms == 45 * 60_000


def test_the_real_change_over_counts_once_there_are_three() -> None:
    scene = play("""
        10:00:00 list Kenya Peru Samoa Japan France
        10:00:00 next
        10:03:00 end
        10:03:40 next
        10:06:40 end
        10:07:10 next
        10:10:10 end
        10:10:50 next
        10:13:50 end -> free; waiting France
    """)
    assert changeover_ms(scene.session) == 40_000
    assert needed_ms(scene.session, scene.service.now().utc_ms) == 220_000


def test_a_long_break_is_no_change_over() -> None:
    scene = play("""
        10:00:00 list Kenya Peru Samoa Japan France
        10:00:00 next
        10:03:00 end
        10:33:00 next
        10:36:00 end
        10:36:10 next
        10:39:10 end
    """)
    assert changeover_ms(scene.session) == 20_000


def test_whoever_is_held_counts_with_what_is_left() -> None:
    scene = play("""
        10:00:00 floor Kenya
        10:01:00 order Peru -> Peru 1:00; Kenya held at 2:00
    """)
    assert needed_ms(scene.session, scene.service.now().utc_ms) == 180_000


def test_where_there_is_no_limit_the_usual_length_counts() -> None:
    scene = play("""
        10:00:00 preset blank
        10:00:00 list Kenya Peru
        10:00:00 next
        10:04:00 end -> free; waiting Peru
    """)
    assert needed_ms(scene.session, scene.service.now().utc_ms) == 240_000
