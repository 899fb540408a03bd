"""What the service needs from outside, said as protocols."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from ipu_session.domain.exchange.save_status import SaveStatus
from ipu_session.domain.history import JournalRow
from ipu_session.domain.model.ids import Timestamp


@dataclass(frozen=True, slots=True)
class ClockReadings:
    """The machine's clocks at one moment, in milliseconds: only their differences say anything."""

    wall_ms: int
    """UTC as the machine says it; anybody may set it."""
    elapsed_ms: int
    """Since some beginning, sleep included."""
    awake_ms: int
    """Since some beginning, sleep left out."""
    unattended_ms: int = 0
    """How long in all the program did not run while the machine did: stopped, or starved by others."""
    boot_id: str = ""
    """Which start of the machine ``elapsed_ms`` counts from; nothing if it cannot be known."""


class Clock(Protocol):
    """Where the time comes from."""

    def now(self) -> Timestamp:
        """UTC, never going back within a run, and the room's time zone."""

    def readings(self) -> ClockReadings:
        """What the machine's clocks say now."""

    def seed(self) -> int:
        """A number for a drawing of lots, 1 to 2147483646, that nobody can foretell."""


class Journal(Protocol):
    """The record of what happened, in order, on disk before anybody hears of it."""

    def append(self, rows: Sequence[JournalRow], files: Sequence[bytes] = ()) -> None:
        """Write all of ``rows`` and the files that they name, or nothing; TroubleError if the disk fails."""

    def replay(self) -> Iterator[JournalRow]:
        """Yield every row from the first to the last."""

    def save_draft(self, key: str, text: str) -> None:
        """Keep a half-typed text; an empty one is forgotten. TroubleError if the disk says no."""

    def read_draft(self, key: str) -> str:
        """Return the half-typed text kept under ``key``."""

    def read_attachment(self, digest: str) -> bytes | None:
        """Return a file by its SHA-256, None if it is not here; TroubleError if it is not what it was."""

    def create_text_index(self) -> "TextIndex":
        """Return an empty index for texts of the session."""

    def save_status(self) -> SaveStatus:
        """Return what waits for the disk: a journal may keep acts elsewhere until the disk is back."""

    def flush(self, *, now: bool = False) -> None:
        """Write what waits, if it is time to try again, or ``now``."""

    def close(self) -> None:
        """Let go of the file."""


class TextIndex(Protocol):
    """Texts by number, found by the beginnings of their words."""

    def add(self, entries: Iterable[tuple[int, str, str]]) -> None:
        """Take texts in, each with its number and the code of where it comes from; newer ones replace."""

    def remove(self, numbers: Iterable[int]) -> None:
        """Forget texts."""

    def find(self, words: Sequence[tuple[str, Sequence[str]]], limit: int) -> list[int]:
        """Return the highest numbers whose text has each word, or that come from one of its sources."""
