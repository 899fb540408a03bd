"""Ports of the application service: protocols that adapters implement."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from msgspec import Struct

from ipu_session.domain.exchange.save_status import SaveStatus
from ipu_session.domain.history import JournalRow
from ipu_session.domain.model.ids import Timestamp


class ClockReadings(Struct, frozen=True):
    """The machine's clocks at one moment, in ms; all but ``wall_ms`` are only compared with another reading."""

    wall_ms: int
    """UTC by the wall clock, which anybody may set."""
    elapsed_ms: int
    """Time since boot, sleep included."""
    awake_ms: int
    """Time since boot, sleep left out."""
    unattended_ms: int = 0
    """Total time in which the process did not run while the machine did: stopped, or starved by other processes."""
    boot_id: str = ""
    """The boot that ``elapsed_ms`` counts from; empty if unknown."""


class Clock(Protocol):
    """Source of time and of random seeds."""

    def now(self) -> Timestamp:
        """Return UTC, which never goes back within a run, and the local UTC offset."""

    def readings(self) -> ClockReadings:
        """Return the present values of the machine's clocks."""

    def new_lot_seed(self) -> int:
        """Return an unpredictable seed for a drawing of lots, 1 to 2147483646."""


class Journal(Protocol):
    """Append-only log of events, with drafts and attachments.

    When `append` returns, the rows are on disk, or buffered because a write failed: see `save_status`.
    """

    def append(self, rows: Sequence[JournalRow], files: Sequence[bytes] = ()) -> None:
        """Write all of ``rows`` and the files that they name, or nothing.

        UserFacingError: the write failed, and nothing was buffered.
        """

    def replay(self) -> Iterator[JournalRow]:
        """Yield every row from the first to the last."""

    def save_draft(self, key: str, *, text: str) -> None:
        """Store a half-typed text under ``key``; an empty text deletes it. UserFacingError: the write failed."""

    def read_draft(self, key: str) -> str:
        """Return the half-typed text stored under ``key``; "" if there is none."""

    def read_attachment(self, digest: str) -> bytes | None:
        """Return a file by its SHA-256, or None if it is not stored. UserFacingError: its content does not match."""

    def create_text_index(self) -> "TextIndex":
        """Return an empty full-text index."""

    def save_status(self) -> SaveStatus:
        """Return whether everything is on disk: a journal may buffer transactions until writes succeed again."""

    def flush(self, *, now: bool = False) -> None:
        """Write buffered transactions if the next attempt is due, or at once if ``now``."""

    def close(self) -> None:
        """Close the file."""


class TextIndex(Protocol):
    """Full-text index: numbered texts, found by word prefixes."""

    def add(self, entries: Iterable[tuple[int, str, str]]) -> None:
        """Index (number, text, source code) entries; an entry replaces an earlier one of the same number."""

    def remove(self, numbers: Iterable[int]) -> None:
        """Remove texts by number."""

    def find(self, words: Sequence[tuple[str, Sequence[str]]], limit: int) -> list[int]:
        """Return the numbers of the entries that match every one of ``words``: the ``limit`` highest, descending.

        A word is (prefix, source codes): it matches a text that has a word with this prefix, or an entry with one
        of these source codes.
        """
