"""Bad files of other people: each refused in time, in little memory, by its own name, and left as it was."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.importers.bad_files import BAD, Bad
from tests.importers.makers import ROOT
from tests.patience import PATIENCE_S

LONGEST_S, MOST_MIB = 2, 300
READ = 30_000_000

Verdict = tuple[str, str, float, float]
"""Error code, its line, seconds, MiB."""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Verdict]:
    folder = tmp_path_factory.mktemp("bad")
    for bad in BAD:
        bad.make(folder / bad.name)
    before = {path.name: sum_of(path) for path in folder.iterdir()}
    done = subprocess.run(
        [sys.executable, "-m", "tests.importers.bad_files", str(folder)],
        cwd=ROOT,
        capture_output=True,
        timeout=PATIENCE_S,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    assert {path.name: sum_of(path) for path in folder.iterdir()} == before
    return {name: tuple(rest) for name, *rest in map(json.loads, done.stdout.splitlines())}


def sum_of(path: Path) -> str | tuple[int, int]:
    """What tells that a file is as it was; of a giant only its size and time."""
    status = path.lstat()
    if not path.is_symlink() and path.is_file() and status.st_size < READ:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    return status.st_size, status.st_mtime_ns


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: bad.name)
def test_a_bad_file_is_refused_for_its_own_reason(told: dict[str, Verdict], bad: Bad) -> None:
    trouble, line, seconds, mib = told[bad.name]
    assert trouble == bad.trouble, line
    assert bad.name in line or trouble == "taken"
    assert seconds < LONGEST_S
    assert mib < MOST_MIB
