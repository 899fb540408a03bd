"""The bell (docs/rules.md#f5); without a sound device `ring` returns False, and only the lights show the time.

The device has its own thread, which calls Python for samples. It is closed by ``atexit``: during interpreter
finalization that thread would wait for the GIL for ever, and ``ma_device_stop`` for the thread (deadlock).
"""

import atexit
import logging
import wave
from collections.abc import Generator

import miniaudio  # type: ignore[import-untyped]  # miniaudio 1.71 ships no types
from msgspec import Struct

from ipu_session.app import paths

_LOG = logging.getLogger(__name__)
_STROKE_INTERVAL_S = 0.45
"""Time from one stroke to the next."""


class BellSample(Struct, frozen=True):
    """The sound of one stroke: sample rate in Hz, 16-bit mono samples."""

    rate: int
    samples: bytes


class Bell:
    """Plays bell strokes on the default sound device."""

    def __init__(self, backends: list[object] | None = None) -> None:
        self._backends = backends
        self._device: miniaudio.PlaybackDevice | None = None
        self._sample = _load_sample()

    def ring(self, strokes: int) -> bool:
        """Start to play and return at once; False if the machine has no sound device."""
        try:
            if self._device is None:
                self._device = miniaudio.PlaybackDevice(
                    output_format=miniaudio.SampleFormat.SIGNED16,
                    nchannels=1,
                    sample_rate=self._sample.rate,
                    backends=self._backends,
                )
                atexit.register(self.close)
            stream = stream_samples(mix_strokes(self._sample, strokes))
            next(stream)
            # Stop a stroke that is still sounding.
            self._device.stop()
            self._device.start(stream)
        except miniaudio.MiniaudioError as error:
            _LOG.info("no sound: %s", error)
            return False
        return True

    def close(self) -> None:
        """Close the device and end its thread; ``ring`` opens it again."""
        atexit.unregister(self.close)
        if self._device is not None:
            self._device.close()
            self._device = None


def stream_samples(samples: bytes) -> Generator[bytes, int, None]:
    """Generator of 16-bit mono samples: receives a number of frames and yields as many, padded with silence.

    The first value, before a number is sent, is empty.
    """
    place = 0
    frame_count = yield b""
    while place < len(samples):
        part = samples[place : place + frame_count * 2]
        place += len(part)
        frame_count = yield part + bytes(frame_count * 2 - len(part))


def mix_strokes(stroke: BellSample, strokes: int) -> bytes:
    """Return the samples of ``strokes`` strokes; each starts 0.45 s after the previous one and cuts it off."""
    gap = int(stroke.rate * _STROKE_INTERVAL_S) * 2
    return stroke.samples[:gap] * (strokes - 1) + stroke.samples


def ring(strokes: int) -> bool:
    """Ring the bell of this process, created at the first call; False if the machine has no sound device."""
    if not _SHARED_BELL:
        _SHARED_BELL.append(Bell())
    return _SHARED_BELL[0].ring(strokes)


_SHARED_BELL: list[Bell] = []


def _load_sample() -> BellSample:
    with wave.open(str(paths.resources_dir() / "sounds" / "bell.wav"), "rb") as file:
        return BellSample(file.getframerate(), file.readframes(file.getnframes()))
