"""A mark of the program that runs: what is open, so that the next start finds it if this run is cut off."""

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from PySide6.QtCore import QLockFile

from ipu_session.app.private_files import write_private

_FILE_PATTERN = "running-*.json"
_MAX_NATIVE_FAULT_CHARS = 4_000


@dataclass(frozen=True, slots=True)
class RunState:
    """How the program stood: the session that was open, and its windows."""

    session: str = ""
    workspace: str = ""
    displays: tuple[str, ...] = ()
    window: tuple[int, ...] = ()
    """x, y, width and height of the window; empty if it was never shown."""


@dataclass(frozen=True, slots=True)
class PreviousRun:
    """What a run has left that ended without a goodbye, or with the machine's own session."""

    state: RunState
    ended_at_s: float
    """About when, by the machine's clock in seconds since 1970."""
    was_shut_down: bool = False
    """The machine was being switched off, or the program was asked to end: no crash."""
    was_restored: bool = False
    """It had itself just been opened after a crash; whatever it opened may be what ends it."""
    native_fault: str = ""
    """What was written down of a native fault."""


class RunStateFile:
    """Lies in the folder of the log from its making until ``rest``; where none can be kept all goes on."""

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
        """Note how the program stands; it goes on, so nobody is ending it."""
        if (standing, False) != (self._state, self._is_shutting_down):
            self._state, self._is_shutting_down = standing, False
            self._write()

    def mark_restored(self, *, again: bool) -> None:
        """Note that what is open was opened after a crash, or that it has proved sound."""
        if again != self._is_restored:
            self._is_restored = again
            self._write()

    def mark_shutting_down(self, standing: RunState) -> None:
        """Note that the machine is about to end the program."""
        self._state, self._is_shutting_down = standing, True
        self._write()

    def close(self, *, keep: bool = False) -> None:
        """Say goodbye; ``keep`` what was open for the next start."""
        if not keep:
            with suppress(OSError):
                self._file.unlink(missing_ok=True)
        with suppress(OSError):
            self.native_fault_path.unlink(missing_ok=True)
        self._lock.unlock()

    def _write(self) -> None:
        said = {**asdict(self._state), "ended": self._is_shutting_down, "again": self._is_restored}
        beside = self._file.with_suffix(".new")
        with suppress(OSError):
            write_private(beside, json.dumps(said))
            beside.replace(self._file)


def read_previous_run(folder: Path) -> PreviousRun | None:
    """Return what the latest run that is no more has left, and forget all of those; None if there is none."""
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
            # A session is written to every second while a clock runs.
            left = replace(left, ended_at_s=max(left.ended_at_s, Path(left.state.session).stat().st_mtime))
    return left


def _native_fault_path(file: Path) -> Path:
    return file.with_name(f"native-{file.stem.removeprefix('running-')}.txt")


def _create_lock(file: Path) -> QLockFile:
    lock = QLockFile(str(file.with_suffix(".lock")))
    # Only the end of its holder makes it stale, not its age.
    lock.setStaleLockTime(0)
    return lock
