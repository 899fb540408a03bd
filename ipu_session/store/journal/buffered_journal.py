"""A journal that loses nothing when the disk says no (decisions 0028 and 0043).

It stands between the service and the session's file. What the file does not take waits in memory, in order,
and in an emergency copy; it is written as soon as the file takes it again, none twice. Where another file, or
another program's writing, has taken the session's place, the session is written anew beside it.
"""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from hashlib import sha256
from itertools import chain
from pathlib import Path

from ipu_session.domain.exchange.save_status import Unsaved
from ipu_session.domain.history import Row
from ipu_session.store.errors import StoreError, StoreTrouble
from ipu_session.store.journal.emergency_journal import (
    Copy,
    EmergencyCopy,
    KeptAct,
    act_of,
    line_of_act,
    line_of_draft,
)
from ipu_session.store.journal.memory_image import SessionMemory, file_in, write_beside
from ipu_session.store.journal.sqlite_journal import SqliteJournal
from ipu_session.store.journal.substitute_file import StandIn
from ipu_session.store.text_index import NoteSearch

_LOG = logging.getLogger(__name__)
_PATIENCE_MS = 80
"""How long another program may hold the file before acts wait: the window must not stand still."""
_FIRST_MS, _LONGEST_MS = 1_000, 15_000
_QUICK_MS = 50
_LOOKED_EVERY_MS = 1_000
_GONE = frozenset({StoreTrouble.MISSING, StoreTrouble.REPLACED})
"""The acts before are in no file that can be relied on: the emergency copy has to hold the whole session."""
_WAITS = frozenset(
    {
        *(StoreTrouble.MISSING, StoreTrouble.DISK_FULL, StoreTrouble.DISK_TROUBLE, StoreTrouble.IN_USE),
        *(StoreTrouble.IN_USE_ELSEWHERE, StoreTrouble.LOCK_UNREADABLE, StoreTrouble.READ_ONLY),
        StoreTrouble.NOT_PERMITTED,
    }
)
"""What may pass; of anything else that lies under the name it is said that it is not our session."""
_SHARE = 20
"""Trying takes a twentieth of the time at most; a try that is quick is made at each act."""


class KeptJournal:
    """One session file, and what waits for it."""

    def __init__(
        self,
        journal: SqliteJournal,
        folders: Sequence[Path],
        elapsed_ms: Callable[[], int],
        found: Copy | None = None,
        backups: Callable[[], Iterable[Path]] = tuple,
    ) -> None:
        """Take a journal over, with what an earlier run left in the copy ``found``, which must fit.

        ``backups`` returns sessions in which a file that was sent may be found again.
        """
        self._journal = journal
        self._opened = journal.path
        self._backups = backups
        self._memory = SessionMemory(journal.drafts())
        self._folders = folders
        self._elapsed_ms = elapsed_ms
        self._base = journal.end()
        """The last row on disk, as this program knows it."""
        self._acts: list[KeptAct] = []
        self._drafts: dict[str, str] = {}
        self._files: list[bytes] = []
        """Files that the register named already."""
        self._trouble: StoreError | None = None
        self._copy: EmergencyCopy | None = None
        self._wait_ms = _FIRST_MS
        self._due_ms = 0
        self._looked_ms = elapsed_ms()
        self._slow = False
        self._stand_in = StandIn(self._memory, self._find_file)
        journal.wait_for_others(_PATIENCE_MS)
        if found is not None:
            self._take_over(found)
        if self._trouble is None and not journal.is_named:
            self._on_trouble(StoreError(StoreTrouble.DISK_FULL, str(journal.path)))
            self._keep()

    def append(self, rows: Sequence[Row], files: Sequence[bytes] = ()) -> None:
        """Write all of ``rows`` and files, or keep them until they can be written."""
        if not rows and not files:
            return
        if self._trouble is None:
            try:
                self._journal.append(rows, files)
            except StoreError as error:
                self._on_trouble(error)
            else:
                self._base = self._journal.known_end
                self._memory.add(rows, files)
                return
        self._memory.add(rows, files)
        act = act_of(rows, self._end[1], files)
        if act.rows:
            self._acts.append(act)
        else:
            self._files += act.files
        self._keep(line_of_act(act))
        if not self._slow:
            self._try()

    def replay(self) -> Iterator[Row]:
        """Yield every row from the first to the last, those that wait at the end."""
        waiting = (row for act in self._acts for row in act.rows)
        return self._memory.watch(chain(self._journal.replay(), waiting))

    def keep_draft(self, key: str, text: str) -> None:
        """Keep a half-typed text, in the emergency copy if need be."""
        self._memory.keep_draft(key, text)
        if self._trouble is None:
            try:
                self._journal.keep_draft(key, text)
            except StoreError as error:
                self._on_trouble(error)
            else:
                return
        self._drafts[key] = text
        self._keep(line_of_draft(key, text))
        if self._is_foreign and not self._slow:
            self._try()

    def draft(self, key: str) -> str:
        """Return the half-typed text kept under ``key``; nothing if the disk cannot be read."""
        if key in self._drafts:
            return self._drafts[key]
        if self._trouble is None:
            return self._journal.draft(key)
        with suppress(StoreError):
            return self._journal.draft(key)
        return ""

    def kept_file(self, digest: str) -> bytes | None:
        """Return a file by its SHA-256, None if it is not here; StoreError if it is not what it was."""
        for data in chain(self._files, *(act.files for act in self._acts)):
            if sha256(data).hexdigest() == digest:
                return data
        return self._journal.kept_file(digest)

    def note_index(self) -> NoteSearch:
        """Return an empty index for texts of the session."""
        return self._journal.note_index()

    def unsaved(self) -> Unsaved:
        """Return what waits for the disk, and where the session is written if not where it was opened."""
        copy = self._copy.path if self._copy is not None else None
        place = self._stand_in.path or copy
        path = self._journal.path
        return Unsaved(
            len(self._acts), self._trouble, str(place or ""), "" if path == self._opened else str(path)
        )

    def catch_up(self, *, now: bool = False) -> None:
        """Look for the file once a second; write what waits if it is time to try again.

        ``now``, also put a file back that has gone.
        """
        if self._trouble is None:
            if now or self._elapsed_ms() - self._looked_ms >= _LOOKED_EVERY_MS:
                self._look()
            return
        if not (now or self._elapsed_ms() >= self._due_ms):
            return
        if now and self._trouble.trouble is StoreTrouble.MISSING:
            try:
                self._journal.put_back()
            except StoreError as error:
                _LOG.info("the file is not put back: %s", error)
        self._try()

    def close(self) -> None:
        """Let go of the file; what still waits stays in the emergency copy."""
        if self._trouble is None:
            self._look()
        else:
            self._try()
        self._stand_in.close()
        try:
            self._journal.close()
        except StoreError as error:
            _LOG.info("the session's file is let go of with trouble: %s", error)

    def _look(self) -> None:
        """Notice at once if the file was moved, deleted or written over: nothing may be acted on for long."""
        self._looked_ms = self._elapsed_ms()
        try:
            self._journal.look()
        except StoreError as error:
            self._on_trouble(error)
            self._keep()
            if self._is_foreign:
                self._try()

    @property
    def _is_foreign(self) -> bool:
        return self._trouble is not None and self._trouble.trouble not in _WAITS

    @property
    def _end(self) -> tuple[int, str]:
        return self._acts[-1].end if self._acts else self._base

    def _take_over(self, found: Copy) -> None:
        rest = found.rest(self._journal.digests())
        if rest is None:
            raise ValueError("an emergency copy of another file")
        self._acts, self._drafts, self._files = list(rest), dict(found.drafts), list(found.files)
        # The rows come with `replay`; these are in no file yet.
        for key, text in found.drafts.items():
            self._memory.keep_draft(key, text)
        self._memory.add((), [*found.files, *chain.from_iterable(act.files for act in rest)])
        self._trouble = StoreError(StoreTrouble.DISK_TROUBLE, str(self._journal.path))
        self._copy = EmergencyCopy(self._folders, self._journal.path, self._base, found.path)
        self._try()
        if self._trouble is not None:
            # It begins behind what could be written just now.
            self._copy = EmergencyCopy(self._folders, self._journal.path, self._base, found.path)
            self._copy.add(*self._lines())

    def _lines(self) -> Iterator[str]:
        yield from map(line_of_act, self._acts)
        if self._files:
            yield line_of_act(KeptAct((), (), tuple(self._files)))
        yield from (line_of_draft(key, text) for key, text in self._drafts.items())

    def _on_trouble(self, error: StoreError) -> None:
        if self._trouble is None:
            _LOG.info("acts wait for the disk: %s", error)
            self._wait_ms = _FIRST_MS
            self._due_ms = self._elapsed_ms() + _FIRST_MS
        self._trouble = error

    def _keep(self, *lines: str) -> None:
        """Keep lines in the emergency copy; where the file itself has gone, the whole session beside that."""
        if self._copy is None:
            self._copy = EmergencyCopy(self._folders, self._journal.path, self._base)
        self._copy.add(*lines)
        if self._trouble is not None and (self._trouble.trouble in _GONE or self._is_foreign):
            self._stand_in.follow(self._copy.path)

    def _try(self) -> None:
        begun_ms = self._elapsed_ms()
        try:
            self._write()
        except StoreError as error:
            took_ms = self._elapsed_ms() - begun_ms
            self._slow = took_ms > _QUICK_MS
            self._due_ms = begun_ms + max(self._wait_ms, _SHARE * took_ms)
            self._wait_ms = min(2 * self._wait_ms, _LONGEST_MS)
            self._on_trouble(error)
            return
        self._stand_in.remove()
        if self._copy is not None:
            self._copy.remove()
        self._trouble, self._copy, self._slow = None, None, False
        _LOG.info("everything is on the disk again")

    def _write(self) -> None:
        """Write what waits, in order; what the file holds already is not written twice."""
        ends = [self._base, *(act.end for act in self._acts)]
        try:
            self._journal.end()
        except StoreError as error:
            if error.trouble in _WAITS:
                raise
            self._go_on_with_what_lies_there(ends)
            ends = [self._base, *(act.end for act in self._acts)]
        self._journal.renew_lock()
        if self._journal.end() not in ends:
            self._write_anew()
        self._base = self._journal.known_end
        ends = [act.end for act in self._acts]
        del self._acts[: ends.index(self._base) + 1 if self._base in ends else 0]
        while self._acts:
            self._journal.append(self._acts[0].rows, self._acts[0].files)
            self._base = self._acts.pop(0).end
        if self._files:
            self._journal.append((), self._files)
            self._files.clear()
        while self._drafts:
            key = next(iter(self._drafts))
            self._journal.keep_draft(key, self._drafts[key])
            del self._drafts[key]

    def _go_on_with_what_lies_there(self, ends: Sequence[tuple[int, str]]) -> None:
        """Take the file under the name for ours if it ends as ours; else write the session beside it."""
        try:
            self._journal.reconnect(ends)
        except StoreError as error:
            if error.trouble in _WAITS:
                raise
            _LOG.info("what lies there is not our session: %s", error)
            self._write_anew()

    def _write_anew(self) -> None:
        """Write the whole session, what waits included, under a new name beside the foreign file."""
        old = self._journal
        if len(self._memory.rows) != self._end[0]:
            # Before the first `replay` memory has no rows: an empty session would stand for ours.
            raise StoreError(StoreTrouble.REPLACED, str(old.path))
        try:
            new = write_beside(self._memory, old.path, self._find_file)
        except StoreError as error:
            _LOG.info("the session is not written beside: %s", error)
            raise StoreError(StoreTrouble.REPLACED, str(old.path)) from error
        with suppress(StoreError):
            old.close()
        self._journal = new
        new.wait_for_others(_PATIENCE_MS)
        self._base = new.end()
        self._acts.clear()
        self._files.clear()
        self._drafts.clear()
        _LOG.info("another file lies where the session was: it is written anew, %s", new.path)

    def _find_file(self, digest: str) -> bytes | None:
        """Return a file that was sent, from what lies where the session was, or from a backup."""
        with suppress(StoreError):
            found = self._journal.kept_file(digest)
            if found is not None:
                return found
        return file_in(self._backups(), digest)
