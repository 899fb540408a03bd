"""Every form of export on a disk that says no at any call: the new file whole, or the old one (R5)."""

import io
import itertools
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from ipu_session.app.example import write_example

ROOT = Path(__file__).parents[2]
RUN = ROOT / "tests" / "app" / "export_on_a_bad_disk.py"
OLD = b"what was written yesterday"
FORMS = {
    "docx": ("report",),
    "xlsx": ("export", "--format", "xlsx"),
    "csv": ("export", "--format", "csv"),
    "json": ("export", "--format", "json"),
    "pdf": ("list",),
    "jsonl": ("journal",),
}
CALLS = ("openat", "write", "fsync", "rename", "chmod", "newfstatat")
ERRORS = ("ENOSPC", "EIO", "EACCES")


@pytest.fixture(scope="module")
def session(tmp_path_factory):
    path = tmp_path_factory.mktemp("session") / "example.ipusession"
    write_example(path)
    return path


class Attempt:
    """One export over an old file while the n-th of a call on its files fails."""

    def __init__(self, session, folder, form, fault):
        folder.mkdir()
        call, error, number = fault
        self.target = folder / f"record.{form}"
        self.target.write_bytes(OLD)
        making = (folder / f".making{number}.part" for number in range(9))
        command, *options = FORMS[form]
        strace = ["strace", "-f", "-qq", "-o", str(folder.with_suffix(".log")), "-e", f"trace={call}"]
        for path in (self.target, folder, *making):
            strace += ["-P", str(path)]
        strace += ["-e", f"inject={call}:error={error}:when={number}"]
        done = subprocess.run(
            [*strace, sys.executable, str(RUN), command, str(session), "-o", str(self.target), *options],
            capture_output=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            check=False,
            timeout=120,
        )
        self.status, self.told = done.returncode, done.stderr.decode()
        self.injected = "(INJECTED)" in folder.with_suffix(".log").read_text()

    def check(self):
        """The promise; returns whether the export was refused."""
        beside = sorted(path for path in self.target.parent.iterdir() if path != self.target)
        assert "Traceback" not in self.told
        if self.status == 0:
            assert whole(self.target)
            # What was there is kept beside a report.
            assert [path.read_bytes() for path in beside] == [OLD] * (self.target.suffix == ".docx")
            return False
        assert self.target.read_bytes() == OLD
        assert beside == []
        assert self.target.name in self.told
        assert len(self.told.split()) > 4
        return True


def whole(path):
    """Whether a file can be read to its end."""
    data = path.read_bytes()
    if path.suffix in {".docx", ".xlsx"}:
        return zipfile.ZipFile(io.BytesIO(data)).testzip() is None
    if path.suffix == ".pdf":
        return data.startswith(b"%PDF") and data.rstrip().endswith(b"%%EOF")
    if path.suffix == ".json":
        return bool(json.loads(data))
    if path.suffix == ".jsonl":
        return all(json.loads(line) for line in data.splitlines()) and data.endswith(b"\n")
    return data.endswith(b"\n") and len(set(data.decode().splitlines())) > 10


@pytest.mark.parametrize(
    ("form", "fault"),
    [
        ("docx", ("write", "ENOSPC", 2)),
        ("xlsx", ("fsync", "EIO", 1)),
        ("json", ("write", "EIO", 1)),
        ("csv", ("rename", "EACCES", 1)),
        ("pdf", ("openat", "EACCES", 2)),
        ("jsonl", ("write", "ENOSPC", 1)),
    ],
)
def test_a_fault_leaves_the_old_file_alone_with_nothing_beside_it_and_says_so(session, tmp_path, form, fault):
    attempt = Attempt(session, tmp_path / form, form, fault)
    assert attempt.injected
    assert attempt.check()


@pytest.mark.soak("R5")
def test_every_call_of_every_export_fails_once(session, tmp_path, figures):
    faults = refused = 0
    for place, (form, call) in enumerate(itertools.product(FORMS, CALLS)):
        for number in range(1, 40):
            # Each error comes at each call, if not at every number of it in every form.
            fault = (call, ERRORS[(place + number) % len(ERRORS)], number)
            attempt = Attempt(session, tmp_path / f"{form}-{call}-{number}", form, fault)
            if not attempt.injected:
                break
            faults += 1
            refused += attempt.check()
    figures(forms=len(FORMS), faults=faults, refused=refused, half_written=0, left_beside=0)
    assert refused > 30
