"""Make resources/sounds/bell.wav, one stroke of a small bell: run `python tools/make_bell.py`."""

import array
import math
import wave
from pathlib import Path

RATE = 22_050
SECONDS = 1.4
TONES = ((880.0, 0.5, 3.0), (1_760.0, 0.25, 4.5), (2_640.0, 0.15, 6.0), (3_700.0, 0.1, 9.0))
"""Hertz, loudness, and how fast it dies away."""


def sample(second: float) -> int:
    """Return one sample of 16 bits."""
    attack = min(1.0, second / 0.004)
    total = sum(loud * math.exp(-fall * second) * math.sin(math.tau * tone * second) for tone, loud, fall in TONES)
    return round(26_000 * attack * total)


def main() -> None:
    """Write the file."""
    samples = array.array("h", (sample(n / RATE) for n in range(int(RATE * SECONDS))))
    path = Path(__file__).parents[1] / "resources" / "sounds" / "bell.wav"
    with wave.open(str(path), "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(RATE)
        sound.writeframes(samples.tobytes())


if __name__ == "__main__":
    main()
