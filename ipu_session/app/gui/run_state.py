"""Run state file: what is open in the running program, for the next start if this run crashes or is ended."""

import json
import os
from contextlib import suppress
from pathlib import Path

from msgspec import Struct
from msgspec.structs import asdict, replace
from PySide6.QtCore import QLockFile

from ipu_session.atomic_write import write_file

_FILE_PATTERN = "running-*.json"
_MAX_NATIVE_FAULT_CHARS = 4_000


class RunState(Struct, frozen=True):
    """State of the running program: path of the open session ("" for none), workspace, displays, window."""

    session: str = ""
    workspace: str = ""
    displays: tuple[str, ...] = ()
    window: tuple[int, ...] = ()
    """x, y, width and height of the window in logical pixels; empty if it was never shown."""


class PreviousRun(Struct, frozen=True):
    """What is left of a run that crashed, was killed, or was ended by a signal or a shutdown of the machine."""

    state: RunState
    ended_at_s: float
    """Approximate end of the run, in seconds since the epoch; 0 if its file cannot be read and no session is known."""
    was_shut_down: bool = False
    """Whether the machine was shutting down, or a signal ended the program: not a crash."""
    was_restored: bool = False
    """Whether that run had itself restored its session after a crash: the session may cause the crash."""
    native_fault: str = ""
    """Output of ``faulthandler`` for a native fault; "" if there was none."""


class RunStateFile:
    """The run state file of this process, in ``folder``; it exists from construction until `close`.

    Write errors are ignored. A lock file beside it shows that the process is running.
    """

    def __init__(self, folder: Path) -> None:
        self.native_fault_path = folder / f"native-{os.getpid()}.txt"
        self._file = folder / f"running-{os.getpid()}.json"
        self._lock = _create_lock(self._file)
        self._state, self._is_shutting_down, self._is_restored = RunState(), False, False
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._lock.tryLock(0)
        self._write()

    def write_state(self, standing: RunState) -> None:
        """Write the state if it has changed, and clear the shutdown mark: the program is still running."""
        if (standing, False) != (self._state, self._is_shutting_down):
            self._state, self._is_shutting_down = standing, False
            self._write()

    def mark_restored(self, *, again: bool) -> None:
        """Record whether the open session was restored after a crash and is not yet known to be stable."""
        if again != self._is_restored:
            self._is_restored = again
            self._write()

    def mark_shutting_down(self, standing: RunState) -> None:
        """Write the state, with a mark that a shutdown of the machine or a signal is about to end the program."""
        self._state, self._is_shutting_down = standing, True
        self._write()

    def close(self, *, keep: bool = False) -> None:
        """Delete the file, unless ``keep``, and the file for native faults; release the lock."""
        if not keep:
            with suppress(OSError):
                self._file.unlink(missing_ok=True)
        with suppress(OSError):
            self.native_fault_path.unlink(missing_ok=True)
        self._lock.unlock()

    def _write(self) -> None:
        said = {**asdict(self._state), "ended": self._is_shutting_down, "again": self._is_restored}
        # Not durable: after a power cut an invalid file is read as a run without a session.
        with suppress(OSError):
            write_file(self._file, json.dumps(said).encode("ascii"), durable=False)


def read_previous_run(folder: Path) -> PreviousRun | None:
    """Return the latest of the ended runs that left a run state file, and delete their files; None without such a run.

    The file of a process that is still running is not touched.
    """
    found = []
    for file in folder.glob(_FILE_PATTERN):
        lock = _create_lock(file)
        if not lock.tryLock(0):
            continue
        found.append(_read_run_state(file))
        with suppress(OSError):
            file.unlink()
            _native_fault_path(file).unlink(missing_ok=True)
        lock.unlock()
    return max(found, key=lambda left: left.ended_at_s, default=None)


def _read_run_state(file: Path) -> PreviousRun:
    try:
        at_s = file.stat().st_mtime
        said = json.loads(file.read_text("ascii"))
        standing = RunState(
            str(said["session"]),
            str(said["workspace"]),
            tuple(map(str, said["displays"])),
            tuple(map(int, said["window"])),
        )
        left = PreviousRun(standing, at_s, bool(said["ended"]), bool(said["again"]))
    except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError):
        left = PreviousRun(RunState(), 0)
    with suppress(OSError):
        left = replace(
            left, native_fault=_native_fault_path(file).read_text("utf-8", "replace")[:_MAX_NATIVE_FAULT_CHARS]
        )
    if left.state.session:
        with suppress(OSError):
            # While a clock runs, the session file is written every second: its time is nearer to the end of the run.
            left = replace(left, ended_at_s=max(left.ended_at_s, Path(left.state.session).stat().st_mtime))
    return left


def _native_fault_path(file: Path) -> Path:
    return file.with_name(f"native-{file.stem.removeprefix('running-')}.txt")


def _create_lock(file: Path) -> QLockFile:
    lock = QLockFile(str(file.with_suffix(".lock")))
    # 0: the lock is stale only when the process that holds it has ended, whatever its age.
    lock.setStaleLockTime(0)
    return lock
