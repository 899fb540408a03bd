"""The bell (product.md, F5); where there is no sound it says so, and the light goes on alone.

The device has a thread of its own that calls Python for samples. It is closed by ``atexit``: once the
interpreter is being finalized that thread waits for the GIL for ever, and ``ma_device_stop`` for the thread.
"""

import atexit
import logging
import wave
from collections.abc import Generator
from dataclasses import dataclass

import miniaudio  # type: ignore[import-untyped]  # miniaudio 1.71 ships no types

from ipu_session.app import paths

_LOG = logging.getLogger(__name__)
_STROKE_INTERVAL_S = 0.45
"""From one stroke to the next, seconds."""


@dataclass(frozen=True, slots=True)
class BellSample:
    """The sound of one stroke: mono samples of 16 bits, and how many a second."""

    rate: int
    samples: bytes


class Bell:
    """Rings on whatever plays sound on this machine."""

    def __init__(self, backends: list[object] | None = None) -> None:
        self._backends = backends
        self._device: miniaudio.PlaybackDevice | None = None
        self._sample = _load_sample()

    def ring(self, strokes: int) -> bool:
        """Begin to ring and return at once; False if this machine has no sound."""
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
            # A stroke that still sounds makes way for the next.
            self._device.stop()
            self._device.start(stream)
        except miniaudio.MiniaudioError as error:
            _LOG.info("no sound: %s", error)
            return False
        return True

    def close(self) -> None:
        """Close the device and end its thread; ``ring`` opens another."""
        atexit.unregister(self.close)
        if self._device is not None:
            self._device.close()
            self._device = None


def stream_samples(samples: bytes) -> Generator[bytes, int, None]:
    """Yield as many samples of 16 bits as are asked for, the last ones filled up with silence."""
    place = 0
    wanted = yield b""
    while place < len(samples):
        part = samples[place : place + wanted * 2]
        place += len(part)
        wanted = yield part + bytes(wanted * 2 - len(part))


def mix_strokes(stroke: BellSample, strokes: int) -> bytes:
    """Return the samples of so many strokes; each begins while the one before dies away."""
    gap = int(stroke.rate * _STROKE_INTERVAL_S) * 2
    return stroke.samples[:gap] * (strokes - 1) + stroke.samples


def ring(strokes: int) -> bool:
    """Ring the one bell of this run."""
    if not _SHARED_BELL:
        _SHARED_BELL.append(Bell())
    return _SHARED_BELL[0].ring(strokes)


_SHARED_BELL: list[Bell] = []


def _load_sample() -> BellSample:
    with wave.open(str(paths.resources_dir() / "sounds" / "bell.wav"), "rb") as found:
        return BellSample(found.getframerate(), found.readframes(found.getnframes()))
