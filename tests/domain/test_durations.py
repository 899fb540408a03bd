import pytest

from ipu_session.domain.text.durations import format_duration, parse_duration_ms

READ = """
    3           180
    0           0
    2.5         150
    2,5         150
    3:00        180
    0:30        30
    90:00       5400
    1:02:03     3723
    180s        180
    180 s       180
    30 sec      30
    30"         30
    3m          180
    3 min       180
    3 minutes   180
    3mn         180
    3min30      210
    3m30s       210
    1'30"       90
    1'30        90
    1h          3600
    1h05        3900
    1 h 05      3900
    1h05m30s    3930
    2 heures    7200
"""


@pytest.mark.parametrize("row", READ.strip().splitlines())
def test_a_length_is_read_as_typed(row: str) -> None:
    typed, seconds = row.strip().rsplit(maxsplit=1)
    assert parse_duration_ms(typed) == int(seconds) * 1000
    assert parse_duration_ms(f"  {typed.upper()} ") == int(seconds) * 1000


@pytest.mark.parametrize(
    "typed", ["", " ", "three", "3:60", "1:60:00", "1h75", "3min75", "-3", "3:0", ":30", "3::0", "٣", "99999999s", "h"]
)
def test_what_is_no_length_is_not_read(typed: str) -> None:
    assert parse_duration_ms(typed) is None


@pytest.mark.parametrize(
    ("duration_ms", "shown"),
    [(0, "0:00"), (30_000, "0:30"), (180_000, "3:00"), (3_599_500, "1:00:00"), (3_900_000, "1:05:00")],
)
def test_a_length_is_shown_so_that_it_can_be_typed_again(duration_ms: int, shown: str) -> None:
    assert format_duration(duration_ms) == shown
    assert parse_duration_ms(shown) == (duration_ms + 500) // 1000 * 1000
