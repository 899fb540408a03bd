"""Whole copies of a session file, made beside the debate and looked at before they get their name."""

import errno
import hashlib
import os
import sqlite3
import sys
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from ipu_session.store.errors import StoreError, StoreTrouble, known_troubles
from ipu_session.store.files import validation
from ipu_session.store.journal.hash_chain import linked

_AT_ONCE = 256
_AT_MOST = 2048
"""Pages that are copied under one lock of the file, 1 MB to 8 MB: an act waits for no more than those."""
_TRIES = 200
_ALL_PAGES = -1
"""On a disk so slow that acts come faster than the copy, it is made in one piece, and acts wait for it."""
_ALL = "select version, at_ms, act, kind, payload, previous, hash from journal order by version"
_FILES = "select digest, bytes from kept_file order by digest"


class _BegunAnewError(Exception):
    """The file was changed while it was copied."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a copy holds, as its name tells it: equal marks are equal records."""

    events: int
    last_ms: int
    mark: str


def save_copy(path: Path, target: Path) -> Content:
    """Write a whole copy of a session file, which may be open here, and return what it holds.

    It is read a few pages at a time, written by ``VACUUM INTO`` beside ``target``, looked at, and named when
    complete. StoreError if the session is damaged or the disk says no: then nothing is there that was not.
    """
    part = target.with_name(f".{target.name}.part-{os.getpid()}")
    rough = part.with_name(f"{part.name}-rough")
    with known_troubles(target):
        try:
            for made in (rough, part):
                os.close(os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
            with closing(validation.connect(path, writing=False)) as source:
                _copy(source, rough)
            _write_anew(rough, part)
            content = content_of(part)
            _sync(part)
            rough.unlink()
            part.replace(target)
        finally:
            for made in (rough, part, validation.beside(rough), validation.beside(part)):
                # What could be named is whole, whatever the disk says now.
                with suppress(OSError):
                    made.unlink(missing_ok=True)
    return content


def content_of(path: Path) -> Content:
    """Return what a file that nobody has open holds; StoreError if its pages or its chain are not whole."""
    with known_troubles(path):
        version = validation.refuse_unlike(path)
        with closing(validation.connect(path, writing=False)) as connection:
            validation.refuse_misshapen(connection, path, version)
            if connection.execute("pragma integrity_check(1)").fetchall() != [("ok",)]:
                raise StoreError(StoreTrouble.DAMAGED, str(path))
            return _content(connection, path, version)


def mark_of(path: Path) -> str:
    """Return the mark of a session that may be open here, from its last event and its kept files alone."""
    with known_troubles(path), closing(validation.connect(path, writing=False)) as connection:
        last = connection.execute("select hash from journal order by version desc limit 1").fetchone()
        wide = connection.execute("select 1 from sqlite_schema where name = 'kept_file'").fetchone()
        files = connection.execute("select digest from kept_file order by digest") if wide else ()
        return _mark(str(last[0]) if last else "", [str(digest) for (digest,) in files])


def _content(connection: sqlite3.Connection, path: Path, version: int) -> Content:
    events, previous, last_ms = 0, "", 0
    for events, found in enumerate(connection.execute(_ALL), start=1):
        if not linked(found, events, previous):
            raise StoreError(StoreTrouble.DAMAGED, str(path), f"event {events}")
        previous, last_ms = found[6], found[1]
    if not events:
        raise StoreError(StoreTrouble.EMPTY, str(path))
    digests = []
    if "kept_file" in validation.tables(version):
        for digest, data in connection.execute(_FILES):
            if hashlib.sha256(data).hexdigest() != digest:
                raise StoreError(StoreTrouble.DAMAGED, str(path), f"file {digest[:12]}")
            digests.append(digest)
    return Content(events, last_ms, _mark(previous, digests))


def _mark(last: str, digests: list[str]) -> str:
    return hashlib.sha256("\n".join((last, *digests)).encode()).hexdigest()[:8]


def _copy(source: sqlite3.Connection, rough: Path) -> None:
    with closing(sqlite3.connect(rough, isolation_level=None)) as copy:
        copy.execute("pragma synchronous=off")
        copy.execute("pragma journal_mode=memory")
        tried = [_AT_ONCE]
        while not _copied(source, copy, tried[-1]):
            # An act came between and SQLite began anew; larger pieces get through between two acts.
            tried.append(min(2 * tried[-1], _AT_MOST) if len(tried) < _TRIES else _ALL_PAGES)


def _copied(source: sqlite3.Connection, copy: sqlite3.Connection, pages: int) -> bool:
    """Copy so many pages at a time; return False as soon as it has to begin anew."""
    least = sys.maxsize

    def progress(_status: int, remaining: int, _total: int) -> None:
        nonlocal least
        if remaining > least and pages != _ALL_PAGES:
            raise _BegunAnewError
        least = remaining

    try:
        source.backup(copy, pages=pages, progress=progress, sleep=0.005)
    except _BegunAnewError:
        return False
    return True


def _write_anew(rough: Path, part: Path) -> None:
    """Write the copy without its free pages, by SQLite's own hand."""
    with closing(validation.connect(rough, writing=False)) as copy:
        # What VACUUM writes to is an attached database while it does.
        copy.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 1)
        copy.execute("pragma query_only=off")
        try:
            copy.execute("vacuum into ?", (str(part),))
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_ERROR:
                raise
            # SQLite takes a file whose length the disk does not tell for one that holds something.
            raise OSError(errno.EIO, os.strerror(errno.EIO), str(part)) from error


def _sync(part: Path) -> None:
    descriptor = os.open(part, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
