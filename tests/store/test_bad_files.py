"""Each bad file is refused in under 2 s and 300 MB, for its own reason, and stays as it was byte for byte."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any, NamedTuple

import pytest

from ipu_session.ui.strings.message_tables import ERROR_MESSAGES
from tests.patience import PATIENCE_S
from tests.store.bad_files import REFUSED
from tests.store.files import a_file

ROOT = Path(__file__).parents[2]

# One process for all the files, so that starting is not measured; the memory is the most it ever had.
OPENS = """
import contextlib, io, json, resource, sys, time
from pathlib import Path
from ipu_session.app.main import main
from ipu_session.service.clock import SystemClock
from ipu_session.service.session_service import SessionService
from ipu_session.store.errors import StoreError, translate_errors
from ipu_session.store.journal.open_session import open_journal
resource.setrlimit(resource.RLIMIT_AS, (700_000_000, 700_000_000))
for folder in sorted(Path(sys.argv[1]).iterdir()):
    path = folder / "d.ipusession"
    for read_only in (True, False):
        start = time.process_time()
        try:
            journal = open_journal(path, read_only=read_only)
            try:
                with translate_errors(path):
                    SessionService(journal, SystemClock())
            finally:
                journal.close()
            said = "opened"
        except StoreError as error:
            said = error.code.value
        seconds = time.process_time() - start
        peak = Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0]
        print(json.dumps([folder.name, said, seconds, int(peak)]))
    sys.argv = ["ipu-session", "export", str(path), "-o", str(folder / "x"), "--format", "json"]
    line = io.StringIO()
    with contextlib.redirect_stderr(line):
        try:
            main()
        except SystemExit as end:
            print(json.dumps([folder.name, end.code, line.getvalue()]))
"""


def contents(folder: Path) -> dict[str, tuple[int, int, str]]:
    """Everything in a folder: kind, size and bytes, without opening what is no file."""
    return {
        found.name: (
            found.lstat().st_mode,
            found.lstat().st_size,
            hashlib.sha256(found.read_bytes()).hexdigest() if found.is_file() and not found.is_symlink() else "",
        )
        for found in folder.iterdir()
    }


def run(*arguments: str) -> CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        text=True,
        check=False,
        timeout=PATIENCE_S,
    )


class Answers(NamedTuple):
    """How a file was refused at three doors: error code, seconds and KiB; or exit status and line."""

    looked_at: tuple[str, float, int]
    opened: tuple[str, float, int]
    by_command: tuple[int, str]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Answers], dict[str, bool]]:
    """How each file was refused: why, in how many seconds, at what size of the process, in which words.

    And whether its folder stayed as it was.
    """
    folder = tmp_path_factory.mktemp("bad")
    before = {}
    whole = a_file(folder.parent / f"{folder.name}-whole.ipusession")
    for spoil, _ in REFUSED:
        own = folder / spoil.__name__
        own.mkdir()
        shutil.copy(whole, own / "d.ipusession")
        spoil(own / "d.ipusession")
        before[spoil.__name__] = contents(own)
    done = run("-c", OPENS, str(folder))
    assert done.stderr == ""
    found: dict[str, list[Any]] = {}
    for line in done.stdout.splitlines():
        name, *said = json.loads(line)
        found.setdefault(name, []).append(said)
    answers = {name: Answers(*map(tuple, each)) for name, each in found.items()}
    same = {name: contents(folder / name) == before[name] for name in found}
    shutil.rmtree(folder)
    return answers, same


@pytest.mark.parametrize(("spoil", "trouble"), REFUSED, ids=[spoil.__name__ for spoil, _ in REFUSED])
def test_a_bad_file_is_refused_quickly_in_little_memory_and_stays_as_it_was(
    told: tuple[dict[str, Answers], dict[str, bool]], spoil: Callable[[Path], object], trouble: str
) -> None:
    found, same = told
    looked_at, opened, by_command = found[spoil.__name__]
    for said, seconds, kilobytes in (looked_at, opened):
        assert said == trouble
        assert seconds < 2
        assert kilobytes < 300_000
    status, line = by_command
    assert status == 1
    assert line.startswith("ipu-session: ")
    assert f"{spoil.__name__}/d.ipusession" in line
    assert ERROR_MESSAGES[trouble] in line
    assert line.count("\n") == 1
    assert same[spoil.__name__]


def test_there_are_more_than_thirty_and_each_has_a_sentence() -> None:
    assert len(REFUSED) >= 30
    assert {trouble for _, trouble in REFUSED} <= set(ERROR_MESSAGES)
