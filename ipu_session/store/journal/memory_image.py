"""In-memory image of a session file, from which the file can be written again (decision 0043).

A sync service can replace the file by an older copy, or overwrite its content: then confirmed events exist only
in memory. The rows are the same objects as in the service's history. Attachments are too large for that: those of
this run are held up to 100 MB, the others are searched in the session file and its backups.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from hashlib import sha256
from itertools import chain, count
from pathlib import Path

from ipu_session.domain import events as e
from ipu_session.domain.history import JournalRow
from ipu_session.store.errors import StoreError, StoreErrorCode
from ipu_session.store.journal.open_session import create_session_file, open_journal
from ipu_session.store.journal.sqlite_journal import SqliteJournal

_MAX_ATTACHMENT_BYTES = 100_000_000


class SessionImage:
    """All rows and drafts of the session, and the attachments added in this run, up to 100 MB."""

    def __init__(self, drafts: dict[str, str]) -> None:
        self.rows: list[JournalRow] = []
        self.drafts = drafts
        self._attachments: dict[str, bytes] = {}
        self._attachment_bytes = 0

    def capture_rows(self, rows: Iterable[JournalRow]) -> Iterator[JournalRow]:
        """Yield the rows unchanged and store each; the rows stored before are discarded."""
        self.rows.clear()
        for row in rows:
            self.rows.append(row)
            yield row

    def add(self, rows: Sequence[JournalRow], files: Sequence[bytes]) -> None:
        """Store the rows and attachments of a transaction; an attachment that would exceed 100 MB is not stored."""
        self.rows += rows
        for data in files:
            if self._attachment_bytes + len(data) <= _MAX_ATTACHMENT_BYTES:
                self._attachments[sha256(data).hexdigest()] = data
                self._attachment_bytes += len(data)

    def save_draft(self, key: str, *, text: str) -> None:
        """Store a draft; an empty ``text`` deletes it."""
        if text:
            self.drafts[key] = text
        else:
            self.drafts.pop(key, None)

    def attachments_of(self, rows: Iterable[JournalRow]) -> list[bytes]:
        """Return the attachments of this run that these rows refer to."""
        registered = (row.event for row in rows if isinstance(row.event, e.ContributionRegistered))
        attachments = (self._attachments.get(event.contribution.digest) for event in registered)
        return [data for data in attachments if data is not None]

    def write_session_file(self, path: Path, find_file: Callable[[str], bytes | None]) -> SqliteJournal:
        """Write the session to a new file at ``path`` and open it; StoreError if the path exists or the write fails.

        ``find_file`` returns an attachment by its SHA-256, or None; an attachment that is not found is left out.
        """

        def fill(journal: SqliteJournal) -> None:
            journal.append(
                self.rows,
                [data for data in map(self._attachment_finder(find_file), self._attachment_digests()) if data],
            )
            for key, text in self.drafts.items():
                journal.save_draft(key, text=text)

        return create_session_file(path, fill)

    def _attachment_digests(self) -> list[str]:
        """Return the digests of all attachments that rows name or that were added in this run, each once."""
        registered = (row.event for row in self.rows if isinstance(row.event, e.ContributionRegistered))
        digests = (event.contribution.digest for event in registered)
        return list(dict.fromkeys(digest for digest in chain(digests, self._attachments) if digest))

    def _attachment_finder(self, find_file: Callable[[str], bytes | None]) -> Callable[[str], bytes | None]:
        return lambda digest: self._attachments.get(digest) or find_file(digest)


def find_attachment_in(paths: Iterable[Path], digest: str) -> bytes | None:
    """Return an attachment, by its SHA-256, from the first of these session files that has it; None if none has it."""
    for path in paths:
        with suppress(StoreError):
            journal = open_journal(path, read_only=True)
            try:
                data = journal.read_attachment(digest)
            finally:
                journal.close()
            if data is not None:
                return data
    return None


def write_sibling_session(memory: SessionImage, path: Path, find_file: Callable[[str], bytes | None]) -> SqliteJournal:
    """Write the session beside ``path`` as ``NAME.continued``, numbered if that exists, and open it.

    StoreError if the write fails.
    """
    for number in count(1):
        suffix = "" if number == 1 else f"-{number}"
        target = path.with_name(f"{path.stem}.continued{suffix}{path.suffix}")
        try:
            return memory.write_session_file(target, find_file)
        except StoreError as error:
            if error.code is not StoreErrorCode.EXISTS or number > 999:
                raise
    raise AssertionError
