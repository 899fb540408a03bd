"""The emergency file: transactions that could not be written to the session file, as JSON lines.

It is written to the first writable folder of a list. The first line names the session file; then there is one line
for each transaction, with its attachments and its rows as stored in the session file, hashes included, and one for
each draft. Every line is fsynced before the next transaction.
"""

import base64
import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypedDict

from msgspec import Struct, field

from ipu_session.atomic_write import OWNER_ONLY, sync_folder
from ipu_session.domain.history import JournalRow
from ipu_session.store.files.private_folder import create_private_folder, is_private_folder, read_regular_file
from ipu_session.store.journal.event_codec import UnknownKindError, decode_row
from ipu_session.store.journal.hash_chain import StoredRow, is_linked, to_stored_row

FORMAT = "ipu-session emergency copy 1"

_MAX_BYTES = 256_000_000
"""Largest emergency file that is read: enough for the transactions of many days and a dozen attachments."""

LastRow = tuple[int, str]
"""(version, hash) of the last row of a file; ``(0, "")`` for an empty file."""


class _TransactionLine(TypedDict):
    """A transaction as one line of JSON: ``act`` are its rows, ``files`` its attachments in Base64."""

    act: list[StoredRow]
    files: list[str]


class PendingTransaction(Struct, frozen=True):
    """One transaction not yet in the session file: its events, the rows as stored, its attachments."""

    rows: tuple[JournalRow, ...]
    stored_rows: tuple[StoredRow, ...]
    files: tuple[bytes, ...] = ()

    @property
    def last_row(self) -> LastRow:
        """(version, hash) of its last row."""
        return self.stored_rows[-1][0], self.stored_rows[-1][6]


class EmergencyFile(Struct, frozen=True):
    """The parsed content of an emergency file."""

    path: Path
    session_path: str
    """Path of the session file for which it was written."""
    last_on_disk: LastRow
    """The last row of the session file when the emergency file was begun."""
    transactions: tuple[PendingTransaction, ...] = ()
    drafts: dict[str, str] = field(default_factory=dict)
    files: tuple[bytes, ...] = ()
    """Attachments without an event in this file: the events that name them are in the session file."""
    is_broken: bool = False
    """Whether a line that ends with a line feed cannot be parsed, or breaks the hash chain."""

    @property
    def last_row(self) -> LastRow:
        """(version, hash) of its last row, or of the last row on disk if it has no rows."""
        return self.transactions[-1].last_row if self.transactions else self.last_on_disk

    def remaining_after(self, digests: Sequence[str]) -> tuple[PendingTransaction, ...] | None:
        """Return the transactions that are missing from the session file; None if this file does not fit it.

        ``digests`` are the row hashes of the session file.
        """
        last_rows = [self.last_on_disk, *(transaction.last_row for transaction in self.transactions)]
        written = [row for row in last_rows if row[0] <= len(digests)]
        if self.is_broken or not written or any(_is_other_row(row, digests) for row in written):
            return None
        remaining = self.transactions[len(written) - 1 :]
        return None if remaining and written[-1][0] != len(digests) else remaining


def build_pending_transaction(rows: Sequence[JournalRow], previous: str, files: Sequence[bytes]) -> PendingTransaction:
    """Return a transaction with its stored rows, linked to the row with the hash ``previous``."""
    records: list[StoredRow] = []
    for row in rows:
        records.append(to_stored_row(row, records[-1][6] if records else previous))
    return PendingTransaction(tuple(rows), tuple(records), tuple(files))


def encode_transaction(transaction: PendingTransaction) -> str:
    """Return a transaction as one line of JSON, without the line feed."""
    files = [base64.b64encode(data).decode("ascii") for data in transaction.files]
    return json.dumps({"act": transaction.stored_rows, "files": files})


def encode_draft(key: str, text: str) -> str:
    """Return a draft as one line of JSON, without the line feed."""
    return json.dumps({"draft": [key, text]})


class EmergencyFileWriter:
    """Writes the emergency file of one session, in the first folder that is writable."""

    def __init__(
        self, folders: Sequence[Path], session: Path, last_on_disk: LastRow, previous: Path | None = None
    ) -> None:
        self._folders = folders
        self._session = session
        self._lines = [
            json.dumps({"format": FORMAT, "session": str(session), "version": last_on_disk[0], "hash": last_on_disk[1]})
        ]
        self._written_line_count = 0
        self._written_bytes = 0
        self._previous_path = previous
        """Emergency file of an earlier run; removed once its content is in this one, or in the session file."""
        self.path: Path | None = None
        """The file with all lines; None before the first `add`, or if no folder was writable."""

    def add(self, *lines: str) -> None:
        """Append lines and fsync; afterwards ``path`` is None if they could not be written anywhere."""
        self._lines += lines
        if self.path is not None and self._append(self.path):
            return
        old_path, self.path = self.path, None
        for folder in self._folders:
            if self._create_in(folder):
                _remove_if_present(old_path)
                _remove_if_present(self._previous_path)
                self._previous_path = None
                return

    def remove(self) -> None:
        """Delete the file, and that of an earlier run: everything is in the session file."""
        _remove_if_present(self.path)
        _remove_if_present(self._previous_path)

    def _create_in(self, folder: Path) -> bool:
        self._written_line_count = self._written_bytes = 0
        mark = hashlib.sha256(str(self._session).encode("utf-8", "surrogateescape")).hexdigest()[:12]
        for number in range(1, 1000):
            path = folder / f"{mark}-{os.getpid()}-{number}.jsonl"
            try:
                create_private_folder(folder)
                os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY))
            except FileExistsError:
                continue
            except OSError:
                return False
            if self._append(path):
                sync_folder(folder)
                self.path = path
                return True
            _remove_if_present(path)
            return False
        return False

    def _append(self, path: Path) -> bool:
        data = "".join(f"{line}\n" for line in self._lines[self._written_line_count :]).encode("ascii")
        try:
            with path.open("r+b") as file:
                # Overwrite a partial line left by a full disk.
                file.truncate(self._written_bytes)
                file.seek(self._written_bytes)
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        except OSError:
            return False
        self._written_line_count, self._written_bytes = len(self._lines), self._written_bytes + len(data)
        return True


def find_emergency_files(folders: Sequence[Path]) -> Iterator[EmergencyFile]:
    """Yield the emergency files in these folders, in each folder the oldest first.

    A folder that another user owns or can write to is skipped.
    """
    for folder in filter(is_private_folder, folders):
        with suppress(OSError):
            files = [(path.lstat().st_mtime_ns, path) for path in folder.glob("*.jsonl")]
            for _, path in sorted(files):
                copy = read_emergency_file(path)
                if copy is not None:
                    yield copy


def read_emergency_file(path: Path) -> EmergencyFile | None:
    """Parse an emergency file; None if it cannot be read as one. A last line without line feed is ignored."""
    try:
        lines = read_regular_file(path, _MAX_BYTES).decode("ascii").split("\n")
        header = json.loads(lines[0])
        last_on_disk = (int(header["version"]), str(header["hash"]))
        if header["format"] != FORMAT:
            return None
        copy = EmergencyFile(path, str(header["session"]), last_on_disk)
    except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return None
    return _parse_lines(copy, lines[1:-1])


def _parse_lines(copy: EmergencyFile, lines: Sequence[str]) -> EmergencyFile:
    transactions: list[PendingTransaction] = []
    drafts: dict[str, str] = {}
    files: list[bytes] = []
    last_row, broken = copy.last_on_disk, False
    for line in lines:
        try:
            record = json.loads(line)
            if "draft" in record:
                key, text = record["draft"]
                drafts[str(key)] = str(text)
                continue
            transaction = _decode_transaction(record, last_row)
        except (ValueError, KeyError, TypeError, OverflowError, RecursionError, UnknownKindError):
            broken = True
            break
        if transaction.rows:
            transactions.append(transaction)
            last_row = transaction.last_row
        else:
            files += transaction.files
    return EmergencyFile(
        copy.path, copy.session_path, copy.last_on_disk, tuple(transactions), drafts, tuple(files), broken
    )


def _decode_transaction(record: _TransactionLine, last_row: LastRow) -> PendingTransaction:
    records: list[StoredRow] = []
    for version, row in enumerate(record["act"], start=last_row[0] + 1):
        number, at_ms, transaction, kind, payload, previous, digest = row
        stored = (int(number), int(at_ms), int(transaction), str(kind), str(payload), str(previous), str(digest))
        if not is_linked(stored, version, records[-1][6] if records else last_row[1]):
            raise ValueError("the chain is broken")
        records.append(stored)
    rows = tuple(decode_row(*row[:5]) for row in records)
    return PendingTransaction(
        rows, tuple(records), tuple(base64.b64decode(data, validate=True) for data in record["files"])
    )


def _is_other_row(row: LastRow, digests: Sequence[str]) -> bool:
    version, digest = row
    return version > 0 and digests[version - 1] != digest


def _remove_if_present(path: Path | None) -> None:
    if path is not None:
        with suppress(OSError):
            path.unlink()
