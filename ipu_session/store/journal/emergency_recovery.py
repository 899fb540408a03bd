"""Recovery of emergency files: opens a session with the writes that failed in an earlier run (decision 0028)."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from msgspec import Struct

from ipu_session.store.errors import StoreError
from ipu_session.store.journal.buffered_journal import BufferedJournal
from ipu_session.store.journal.emergency_journal import EmergencyFile, find_emergency_files
from ipu_session.store.journal.sqlite_journal import SqliteJournal
from ipu_session.store.journal.substitute_file import remove_stale_substitute


class RecoveryResult(Struct, frozen=True):
    """What was found in emergency files for a session that is being opened."""

    recovered_count: int = 0
    """Number of transactions recovered."""
    mismatched: tuple[Path, ...] = ()
    """Emergency files of this session file that do not fit it; they are left in place."""
    offered_copy: Path | None = None
    """An emergency file that fits this session but was written for a session file at another path; None without one."""


def open_buffered(
    journal: SqliteJournal,
    folders: Sequence[Path],
    elapsed_ms: Callable[[], int],
    accepted: Path | None = None,
    backups: Callable[[], Iterable[Path]] = tuple,
) -> tuple[BufferedJournal, RecoveryResult]:
    """Return the journal with a write buffer, in which the pending transactions of an emergency file are included.

    An emergency file written for a session file at another path is used only if it is ``accepted``; otherwise it is
    reported. Attachments missing from the session are searched in the session files that ``backups`` returns. On
    StoreError the journal is closed.
    """
    try:
        digests = journal.digests()
        copies = list(find_emergency_files(folders))
        own_copies = [copy for copy in copies if copy.session_path == str(journal.path) or copy.path == accepted]
        fitting = [copy for copy in own_copies if copy.remaining_after(digests) is not None]
        resumed = fitting[0] if fitting else None
        buffered = BufferedJournal(journal, folders, elapsed_ms, resumed, backups)
    except StoreError:
        journal.close()
        raise
    mismatched = tuple(copy.path for copy in own_copies if copy not in fitting)
    other_copies = (copy for copy in copies if copy not in own_copies and copy.remaining_after(digests))
    if resumed is not None and buffered.save_status().error is None:
        remove_stale_substitute(resumed.path, resumed.last_row)
    recovered = 0 if resumed is None else len(resumed.remaining_after(digests) or ())
    return buffered, RecoveryResult(recovered, mismatched, _path_or_none(next(other_copies, None)))


def _path_or_none(copy: EmergencyFile | None) -> Path | None:
    return None if copy is None else copy.path
