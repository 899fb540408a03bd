"""Crash report: versions, native fault and end of the log as text, without personal data unless requested."""

import re
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import PySide6
from PySide6.QtCore import qVersion

from ipu_session import __version__

_MAX_LOG_LINES = 200
_LOG_LINE = re.compile(r"^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d+ [A-Z]+) (.*)$")
_FAULT_LINE = re.compile(r"^(?:fault: [\w.]+ [\w.]*:?\d*|fault of the command line)$")
_TRACEBACK_FRAME = re.compile(r'^  File ".*?([^/\\"]+)", line (\d+), in ([\w<>.]+)$')
_NATIVE_FRAME = re.compile(r'^  File ".*?([^/\\"]+)", line (\d+) in ([\w<>.]+)$')
_EXCEPTION_LINE = re.compile(r"^([\w.]+(?:Error|Exception|Warning|Interrupt|Exit|Iteration|Group))(?::.*)?$")
_SAFE_LINE = re.compile(
    r"^(Traceback \(most recent call last\):|Fatal Python error: [\w ]+|(?:Current thread|Thread) 0x\w+.*"
    r"|The above exception was .*|During handling of .*)$"
)


def build_crash_report(log: Path, native: str, *, whole: bool) -> str:
    """Return the crash report; unless ``whole``, what may be a name or a text of the user is left out.

    ``native`` is the output of ``faulthandler`` from the previous run, "" without one.
    """
    # Imported here: not needed at start-up.
    import platform

    said = _read_log_tail(log)
    lines = [
        f"IPU Session {__version__}",
        f"Python {platform.python_version()} · PySide6 {PySide6.__version__} · Qt {qVersion()}",
        f"SQLite {sqlite3.sqlite_version} · {platform.system()} {platform.release()} {platform.machine()}",
        f"{'packed' if getattr(sys, 'frozen', False) else 'from source'}",
        "",
        "--- native fault",
        *((native.splitlines() if whole else _strip_personal_data(native.splitlines())) if native else ("none",)),
        "",
        f"--- the last {_MAX_LOG_LINES} lines of the log",
        *((said if whole else _strip_personal_data(said)) if said else ("none",)),
    ]
    return "\n".join(lines) + "\n"


def _read_log_tail(log: Path) -> list[str]:
    with suppress(OSError):
        return log.read_text("utf-8", "replace").splitlines()[-_MAX_LOG_LINES:]
    return []


def _strip_personal_data(lines: list[str]) -> Iterator[str]:
    """Yield only what cannot quote a user's text: times and levels, faults, stack frames, types of exceptions."""
    for line in lines:
        stamped = _LOG_LINE.match(line)
        if stamped:
            text = stamped[2] if _FAULT_LINE.match(stamped[2]) else "…"
            yield f"{stamped[1]} {text}"
            continue
        frame = _TRACEBACK_FRAME.match(line) or _NATIVE_FRAME.match(line)
        kind = _EXCEPTION_LINE.match(line)
        if frame:
            yield f"  {frame[1]}:{frame[2]} {frame[3]}"
        elif kind:
            yield kind[1]
        elif _SAFE_LINE.match(line):
            yield line
