from msgspec.structs import replace

from ipu_session.domain.queries.forecast import forecast_end_ms, needed_ms, pace
from tests.scenario import play


def test_before_the_first_speeches_the_limits_are_the_pace() -> None:
    scene = play("""
        10:00:00 list Kenya Peru
        10:00:00 next -> Kenya 3:00; waiting Peru
    """)
    now_ms = scene.clock.now_ms
    assert pace(scene.session) == 1.0
    assert needed_ms(scene.session, now_ms) == 180_000 + 180_000 + 20_000
    assert forecast_end_ms(scene.session, now_ms) == now_ms + 380_000


def test_after_three_speeches_the_real_pace_counts() -> None:
    scene = play("""
        10:00:00 list Kenya Peru Samoa Japan
        10:00:00 next
        10:01:30 next
        10:03:00 next
        10:04:30 end -> free; waiting Japan
    """)
    assert pace(scene.session) == 0.5
    assert needed_ms(scene.session, scene.clock.now_ms) == 90_000 + 20_000


def test_no_sitting_no_forecast() -> None:
    scene = play("10:00:00 list Kenya")
    assert forecast_end_ms(scene.session, scene.clock.now_ms) is None
    assert replace(scene.session, queue=()).queue == ()
