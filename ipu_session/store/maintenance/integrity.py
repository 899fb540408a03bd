"""Whether a session file is whole: the pages, the chain, every event, and the sums that follow from them."""

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from pathlib import Path

from ipu_session.domain.exchange.progress import Progress, no_progress
from ipu_session.domain.history import ImpossibleRowError, Row, Timeline
from ipu_session.store.errors import StoreError, StoreTrouble, known_troubles
from ipu_session.store.files import validation
from ipu_session.store.files.migrations import draft_hash, seals
from ipu_session.store.journal.event_codec import decode
from ipu_session.store.journal.hash_chain import linked
from ipu_session.store.maintenance.invariants import loose_ends, odd_figures, odd_ledgers

_FILES = "select digest, size, bytes from kept_file order by digest"
_ALL = "select version, at_ms, act, kind, payload, previous, hash from journal order by version"
_COUNT = "select count(*) from journal"
_TOLD_EVERY = 2_000
_ABOUT_THE_FILE = frozenset(
    {StoreTrouble.DAMAGED, StoreTrouble.CUT, StoreTrouble.FOREIGN_OBJECTS, StoreTrouble.DISK_TROUBLE}
)


class FaultCode(StrEnum):
    """One value for each way in which a file can be unsound."""

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
    """Something that is made of the session cannot be: a report, a table."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong, and where."""

    code: FaultCode
    place: str = ""


class Contents:
    """What was read of a session file while it was checked; whole if there is no fault."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.digests: list[str] = []
        self.timeline = Timeline()


def check_file(
    path: Path, tell: Progress = no_progress, contents: Contents | None = None
) -> tuple[Fault, ...]:
    """Return everything that is wrong with a session file; StoreError if it cannot be looked at as one.

    What is read on the way is put into ``contents``.
    """
    read = contents or Contents()
    try:
        with known_troubles(path):
            version = validation.refuse_unlike(path)
            with closing(validation.connect(path, writing=False)) as connection:
                return tuple(_faults(connection, path, version, read, tell))
    except StoreError as error:
        if error.trouble not in _ABOUT_THE_FILE:
            raise
        return (Fault(FaultCode.PAGES, error.place),)


def _faults(
    connection: sqlite3.Connection, path: Path, version: int, read: Contents, tell: Progress
) -> Iterator[Fault]:
    validation.refuse_endless(connection)
    try:
        validation.refuse_misshapen(connection, path, version)
    except StoreError as error:
        yield Fault(FaultCode.SHAPE, error.place)
        return
    if odd := validation.odd_header(path):
        yield Fault(FaultCode.HEADER, f"byte {odd[0]}")
    said = [str(line) for (line,) in connection.execute("pragma integrity_check(20)")]
    if said != ["ok"]:
        yield from (Fault(FaultCode.PAGES, line) for line in said)
        return
    broken = list(_read(connection, read, tell))
    yield from broken
    if "kept_file" in validation.tables(version):
        yield from _changed_files(connection)
    if "seal" in validation.tables(version):
        yield from _changed_drafts(connection)
        yield from _broken_seals(connection)
    if not broken:
        yield from _folded(read, tell)


def _read(connection: sqlite3.Connection, read: Contents, tell: Progress) -> Iterator[Fault]:
    previous = ""
    [(count,)] = connection.execute(_COUNT)
    for version, found in enumerate(connection.execute(_ALL), start=1):
        if version % _TOLD_EVERY == 0:
            tell(version, count)
        if not linked(found, version, previous):
            yield Fault(FaultCode.CHAIN, f"event {version}")
        previous = found[6]
        read.digests.append(previous)
        try:
            read.rows.append(Row(version, found[1], found[2], decode(found[3], found[4])))
        except (ValueError, TypeError):
            yield Fault(FaultCode.EVENT, f"event {version}, {found[3]}")


def _changed_files(connection: sqlite3.Connection) -> Iterator[Fault]:
    """Yield the kept files that are not what they were; one that is not here is no fault."""
    for digest, size, data in connection.execute(_FILES):
        as_kept = type(data) is bytes and len(data) == size
        if not as_kept or hashlib.sha256(data).hexdigest() != digest:
            yield Fault(FaultCode.KEPT_FILE, str(digest))


def _changed_drafts(connection: sqlite3.Connection) -> Iterator[Fault]:
    for key, text, said in connection.execute("select key, text, hash from draft"):
        if draft_hash(str(key), str(text)) != said:
            yield Fault(FaultCode.DRAFT, str(key))


def _broken_seals(connection: sqlite3.Connection) -> Iterator[Fault]:
    found = dict(connection.execute("select name, hash from seal"))
    wanted = seals(connection)
    yield from (Fault(FaultCode.SEAL, name) for name in wanted if found.get(name) != wanted[name])
    yield from (Fault(FaultCode.SEAL, str(name)) for name in found if name not in wanted)


def _folded(read: Contents, tell: Progress) -> Iterator[Fault]:
    rows, timeline = read.rows, read.timeline
    for row in rows:
        if row.version % _TOLD_EVERY == 0:
            tell(row.version, len(rows))
        try:
            timeline.add_foreign(row)
        except ImpossibleRowError:
            yield Fault(FaultCode.FOLD, f"event {row.version}")
            return
    session, now_ms = timeline.now, timeline.clock_ms
    if not session.created:
        yield Fault(FaultCode.NOT_CREATED)
        return
    loose = [Fault(FaultCode.REFERENCE, place) for place in loose_ends(session)]
    yield from loose
    if all(row.at_ms <= after.at_ms for row, after in pairwise(rows)):
        # Where a new time was taken over, or set between two sittings, there is no one clock to add up by.
        yield from (Fault(FaultCode.LEDGERS, place) for place in odd_ledgers(session, now_ms))
    if not loose:
        yield from (Fault(FaultCode.FIGURES, place) for place in odd_figures(session, now_ms))
