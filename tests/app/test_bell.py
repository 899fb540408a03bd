"""The bell, on a device that plays into nothing, and where there is none."""

import subprocess
import sys
import wave
from collections.abc import Iterator

import miniaudio  # type: ignore[import-untyped]  # miniaudio 1.61 ships no types
import pytest

from ipu_session.app import paths
from ipu_session.app.services.bell import Bell, BellSample, mix_strokes, stream_samples
from tests.patience import PATIENCE_S


@pytest.fixture
def bell() -> Iterator[Bell]:
    made = Bell([miniaudio.Backend.NULL])
    yield made
    made.close()


def test_it_rings_again_while_it_still_sounds(bell: Bell) -> None:
    assert [bell.ring(1), bell.ring(2), bell.ring(2)] == [True, True, True]


@pytest.mark.parametrize("waited_s", ["0", "0.2", "2.5"])
def test_a_program_that_has_rung_ends(waited_s: str) -> None:
    """While the stroke sounds, while its silence is played, and long after it."""
    script = (
        "import sys, time, miniaudio\n"
        "from ipu_session.app.services.bell import Bell\n"
        "bell = Bell([miniaudio.Backend.NULL])\n"
        "assert bell.ring(2)\n"
        "time.sleep(float(sys.argv[1]))\n"
    )
    subprocess.run([sys.executable, "-c", script, waited_s], check=True, timeout=PATIENCE_S)


def test_where_there_is_no_sound_it_says_so() -> None:
    silent = Bell([miniaudio.Backend.COREAUDIO])
    assert silent.ring(1) is False
    assert silent.ring(2) is False
    silent.close()


def test_two_strokes_begin_one_after_the_other() -> None:
    stroke = BellSample(100, bytes(range(200)))
    assert mix_strokes(stroke, 1) == stroke.samples
    assert mix_strokes(stroke, 2) == stroke.samples[:90] + stroke.samples


@pytest.mark.parametrize("wanted", [1, 7, 50, 1_000])
def test_as_many_samples_are_given_as_are_asked_for_and_then_it_ends(wanted: int) -> None:
    stream = stream_samples(bytes(range(100)))
    next(stream)
    heard = b""
    for _ in range(-(-50 // wanted)):
        part = stream.send(wanted)
        assert len(part) == wanted * 2
        heard += part
    assert heard.rstrip(b"\0") == bytes(range(100))
    with pytest.raises(StopIteration):
        stream.send(wanted)


def test_the_stroke_is_a_second_or_two_of_sound() -> None:
    with wave.open(str(paths.resources_dir() / "sounds" / "bell.wav"), "rb") as found:
        seconds = found.getnframes() / found.getframerate()
        assert (found.getnchannels(), found.getsampwidth()) == (1, 2)
        assert any(found.readframes(1_000))
    assert 1 < seconds < 2
