"""Integrity check of a session file: schema, header, pages, events, attachments, drafts, seals, invariants."""

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from enum import StrEnum
from itertools import pairwise
from pathlib import Path

from msgspec import Struct

from ipu_session.domain.exchange.progress import Progress, no_progress
from ipu_session.domain.history import History, ImpossibleRowError, JournalRow
from ipu_session.store.errors import StoreError, StoreErrorCode, translate_errors
from ipu_session.store.files import validation
from ipu_session.store.files.migrations import compute_seals, draft_hash
from ipu_session.store.journal.event_codec import decode_row
from ipu_session.store.journal.hash_chain import is_linked
from ipu_session.store.maintenance.invariants import (
    find_dangling_references,
    find_statistics_errors,
    find_time_account_errors,
)

_FILES = "select digest, size, bytes from kept_file order by digest"
_ALL = "select version, at_ms, act, kind, payload, previous, hash from journal order by version"
_COUNT = "select count(*) from journal"
_PROGRESS_INTERVAL = 2_000
_FILE_DAMAGE_CODES = frozenset(
    {StoreErrorCode.DAMAGED, StoreErrorCode.TRUNCATED, StoreErrorCode.FOREIGN_OBJECTS, StoreErrorCode.DISK_TROUBLE}
)


class IntegrityIssueCode(StrEnum):
    """Kind of fault in a session file."""

    PAGES = "pages"
    HEADER = "header"
    SHAPE = "shape"
    SEAL = "seal"
    DRAFT = "draft"
    CHAIN = "chain"
    EVENT = "event"
    FOLD = "fold"
    NOT_CREATED = "not-created"
    REFERENCE = "reference"
    LEDGERS = "ledgers"
    FIGURES = "figures"
    KEPT_FILE = "kept-file"
    OUTPUT = "output"
    """An output of the session, a report or a table, cannot be produced."""


class IntegrityIssue(Struct, frozen=True):
    """One fault and its location, such as ``event 12``; "" if it has none."""

    code: IntegrityIssueCode
    location: str = ""


class CheckedContents:
    """The rows, hashes and history read during a check; complete only if there is no fault."""

    def __init__(self) -> None:
        self.rows: list[JournalRow] = []
        self.digests: list[str] = []
        self.history = History()


def check_file(
    path: Path, progress: Progress = no_progress, contents: CheckedContents | None = None
) -> tuple[IntegrityIssue, ...]:
    """Return the faults of a session file; StoreError if it cannot be opened as a session file.

    The check ends early at a fault of the schema or the pages. Events are replayed only if all can be read and the
    hash chain is intact, up to the first that cannot be replayed; invariants are checked after that. ``contents``
    receives what was read; ``progress`` is called with the number of events read or replayed and their total.
    """
    checked = contents or CheckedContents()
    try:
        with translate_errors(path):
            version = validation.check_file_type(path)
            with closing(validation.connect(path, writing=False)) as connection:
                return tuple(_find_issues(connection, path, version, checked, progress))
    except StoreError as error:
        if error.code not in _FILE_DAMAGE_CODES:
            raise
        return (IntegrityIssue(IntegrityIssueCode.PAGES, error.location),)


def _find_issues(
    connection: sqlite3.Connection, path: Path, version: int, contents: CheckedContents, progress: Progress
) -> Iterator[IntegrityIssue]:
    validation.limit_query_steps(connection)
    try:
        validation.check_schema(connection, path, version)
    except StoreError as error:
        yield IntegrityIssue(IntegrityIssueCode.SHAPE, error.location)
        return
    if offsets := validation.find_header_errors(path):
        yield IntegrityIssue(IntegrityIssueCode.HEADER, f"byte {offsets[0]}")
    messages = [str(line) for (line,) in connection.execute("pragma integrity_check(20)")]
    if messages != ["ok"]:
        yield from (IntegrityIssue(IntegrityIssueCode.PAGES, line) for line in messages)
        return
    broken = list(_read_rows(connection, contents, progress))
    yield from broken
    if "kept_file" in validation.expected_tables(version):
        yield from _changed_attachments(connection)
    if "seal" in validation.expected_tables(version):
        yield from _changed_drafts(connection)
        yield from _broken_seals(connection)
    if not broken:
        yield from _replay_errors(contents, progress)


def _read_rows(
    connection: sqlite3.Connection, contents: CheckedContents, progress: Progress
) -> Iterator[IntegrityIssue]:
    previous = ""
    [(count,)] = connection.execute(_COUNT)
    for version, row in enumerate(connection.execute(_ALL), start=1):
        if version % _PROGRESS_INTERVAL == 0:
            progress(version, count)
        if not is_linked(row, version, previous):
            yield IntegrityIssue(IntegrityIssueCode.CHAIN, f"event {version}")
        previous = row[6]
        contents.digests.append(previous)
        try:
            contents.rows.append(decode_row(version, *row[1:5]))
        except (ValueError, TypeError):
            yield IntegrityIssue(IntegrityIssueCode.EVENT, f"event {version}, {row[3]}")


def _changed_attachments(connection: sqlite3.Connection) -> Iterator[IntegrityIssue]:
    """Yield a fault for each attachment whose size or SHA-256 is wrong; a missing attachment is not a fault."""
    for digest, size, data in connection.execute(_FILES):
        has_size = type(data) is bytes and len(data) == size
        if not has_size or hashlib.sha256(data).hexdigest() != digest:
            yield IntegrityIssue(IntegrityIssueCode.KEPT_FILE, str(digest))


def _changed_drafts(connection: sqlite3.Connection) -> Iterator[IntegrityIssue]:
    for key, text, digest in connection.execute("select key, text, hash from draft"):
        if draft_hash(str(key), str(text)) != digest:
            yield IntegrityIssue(IntegrityIssueCode.DRAFT, str(key))


def _broken_seals(connection: sqlite3.Connection) -> Iterator[IntegrityIssue]:
    seals = dict(connection.execute("select name, hash from seal"))
    expected = compute_seals(connection)
    yield from (IntegrityIssue(IntegrityIssueCode.SEAL, name) for name in expected if seals.get(name) != expected[name])
    yield from (IntegrityIssue(IntegrityIssueCode.SEAL, str(name)) for name in seals if name not in expected)


def _replay_errors(contents: CheckedContents, progress: Progress) -> Iterator[IntegrityIssue]:
    rows, timeline = contents.rows, contents.history
    for row in rows:
        if row.version % _PROGRESS_INTERVAL == 0:
            progress(row.version, len(rows))
        try:
            timeline.replay(row)
        except ImpossibleRowError:
            yield IntegrityIssue(IntegrityIssueCode.FOLD, f"event {row.version}")
            return
    session, now_ms = timeline.state, timeline.clock_ms
    if not session.created:
        yield IntegrityIssue(IntegrityIssueCode.NOT_CREATED)
        return
    dangling = [IntegrityIssue(IntegrityIssueCode.REFERENCE, place) for place in find_dangling_references(session)]
    yield from dangling
    if all(row.at_ms <= after.at_ms for row, after in pairwise(rows)):
        # If the user accepted that the machine's clock was set back, times decrease, and the sums do not hold.
        yield from (
            IntegrityIssue(IntegrityIssueCode.LEDGERS, place) for place in find_time_account_errors(session, now_ms)
        )
    if not dangling:
        yield from (
            IntegrityIssue(IntegrityIssueCode.FIGURES, place) for place in find_statistics_errors(session, now_ms)
        )
