"""Values of the core as words: none is without."""

from enum import StrEnum
from typing import get_args

import pytest

from ipu_session.domain import events
from ipu_session.domain.model.intervention import Ruling
from ipu_session.domain.model.rules import Category, Kind
from ipu_session.domain.model.session import Gender, NoteKind, RequestState
from ipu_session.domain.rejections import Reason
from ipu_session.ui.shell.header import minutes_between
from ipu_session.ui.strings import labels
from ipu_session.ui.strings.event_texts import EVENT_TEXTS


@pytest.mark.parametrize("kind", [Kind, Category, NoteKind, RequestState, Ruling, Gender])
def test_every_value_has_a_word(kind: type[StrEnum]) -> None:
    words = [labels.enum_label(value) for value in kind]
    assert all(words)
    assert len(set(words)) == len(words)


def test_every_refusal_has_a_sentence() -> None:
    for reason in Reason:
        assert labels.rejection_message(reason.value).endswith(".")


def test_every_event_has_a_name_for_the_menu() -> None:
    assert {kind for kind, texts in EVENT_TEXTS.items() if texts.label} == set(get_args(events.Event))


@pytest.mark.parametrize(
    ("left_ms", "shown"),
    [(180_000, "3:00"), (179_001, "3:00"), (179_000, "2:59"), (1, "0:01"), (0, "0:00"), (-999, "+0:00"),
     (-1_000, "+0:01"), (-61_500, "+1:01"), (3_600_000, "60:00")],
)  # fmt: skip
def test_a_clock_shows_each_second_to_its_end_and_counts_on(left_ms: int, shown: str) -> None:
    assert labels.format_countdown(left_ms) == shown


def test_the_room_s_time() -> None:
    assert labels.format_local_time(1_647_910_800_000, 480) == "09:00"
    assert labels.format_local_time(1_647_910_805_000, -300, seconds=True) == "20:00:05"


@pytest.mark.parametrize(
    ("planned", "forecast", "minutes"),
    [("12:30", "12:41", 11), ("12:30", "12:00", -30), ("23:50", "00:10", 20),
     ("", "12:00", None), ("noon", "12:00", None)],
)  # fmt: skip
def test_how_far_the_forecast_is_from_the_plan(planned: str, forecast: str, minutes: int | None) -> None:
    assert minutes_between(planned, forecast) == minutes
