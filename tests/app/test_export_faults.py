"""Every form of export on a disk that says no at any call: the new file whole, or the old one (R5)."""

import collections
import io
import json
import os
import re
import subprocess
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from ipu_session.app.demo.example import write_example
from ipu_session.store.maintenance.integrity import check_file
from tests.patience import PATIENCE_S
from tests.soak_figures import Figures

ROOT = Path(__file__).parents[2]
RUN = ROOT / "tests" / "app" / "run_under_strace.py"
OLD = b"what was written yesterday"
FORMS = {
    "docx": ("report",),
    "xlsx": ("export", "--format", "xlsx"),
    "csv": ("export", "--format", "csv"),
    "json": ("export", "--format", "json"),
    "pdf": ("list",),
    "jsonl": ("journal",),
    "ipusession": ("copy",),
}
CALLS = (
    *("openat", "newfstatat", "access", "read", "write", "pwrite64", "ftruncate"),
    *("fsync", "fdatasync", "close", "chmod", "rename", "unlink"),
)
ERRORS = ("ENOSPC", "EIO", "EACCES")
NONE = ("none", "EIO", 1)


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("session") / "example.ipusession"
    write_example(path)
    return path


class Attempt:
    """One export over an old file while the n-th of a call on its files fails."""

    def __init__(self, session: Path, folder: Path, form: str, fault: tuple[str, str, int] = NONE) -> None:
        folder.mkdir()
        call, error, number = fault
        self.target = folder / f"record.{form}"
        # A copy of a session is never written over anything.
        self.old = None if form == "ipusession" else OLD
        if self.old is not None:
            self.target.write_bytes(self.old)
        making = [folder / f".ipu-session-4242-{number}.part" for number in range(1, 3)]
        making.append(making[0].with_name(f"{making[0].name}-unpacked"))
        command, *options = FORMS[form]
        log = folder.with_suffix(".log")
        traced = ",".join(CALLS) if fault == NONE else call
        strace = ["strace", "-f", "--seccomp-bpf", "-qq", "-o", str(log), "-e", f"trace={traced}"]
        for path in (self.target, folder, *making):
            strace += ["-P", str(path)]
        if fault != NONE:
            strace += ["-e", f"inject={call}:error={error}:when={number}"]
        done = subprocess.run(
            [*strace, sys.executable, str(RUN), command, str(session), "-o", str(self.target), *options],
            capture_output=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            check=False,
            timeout=PATIENCE_S,
        )
        self.status, self.told = done.returncode, done.stderr.decode()
        self.calls = collections.Counter(re.findall(r"^\d+ +(\w+)\(", log.read_text(), re.MULTILINE))
        self.injected = "(INJECTED)" in log.read_text()

    def check(self) -> bool:
        """The promise; returns whether the export was refused."""
        beside = sorted(path for path in self.target.parent.iterdir() if path != self.target)
        assert "Traceback" not in self.told
        assert "fault of the program" not in self.told
        if self.status == 0:
            assert whole(self.target)
            # What was there is kept beside a report.
            assert [path.read_bytes() for path in beside] == [OLD] * (self.target.suffix == ".docx")
            return False
        assert (self.target.read_bytes() if self.target.exists() else None) == self.old
        assert beside == []
        assert self.target.name in self.told
        assert len(self.told.split()) > 4
        return True


def whole(path: Path) -> bool:
    """Whether a file can be read to its end."""
    data = path.read_bytes()
    if path.suffix in {".docx", ".xlsx"}:
        return zipfile.ZipFile(io.BytesIO(data)).testzip() is None
    if path.suffix == ".pdf":
        return data.startswith(b"%PDF") and data.rstrip().endswith(b"%%EOF")
    if path.suffix == ".json":
        return bool(json.loads(data))
    if path.suffix == ".ipusession":
        return check_file(path) == ()
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
        ("docx", ("close", "EACCES", 5)),
        ("pdf", ("openat", "EACCES", 2)),
        ("jsonl", ("write", "ENOSPC", 1)),
        ("ipusession", ("pwrite64", "ENOSPC", 3)),
    ],
)
def test_a_fault_leaves_the_old_file_alone_with_nothing_beside_it_and_says_so(
    session: Path, tmp_path: Path, form: str, fault: tuple[str, str, int]
) -> None:
    attempt = Attempt(session, tmp_path / form, form, fault)
    assert attempt.injected
    assert attempt.check()


@pytest.mark.soak("R5")
def test_every_call_of_every_export_fails_once(session: Path, tmp_path: Path, figures: Figures) -> None:
    # Each error comes in every form, if not at every call.
    faults = []
    for form in FORMS:
        calls = Attempt(session, tmp_path / f"{form}-counted", form).calls
        faults += [
            (form, (call, ERRORS[number % len(ERRORS)], number))
            for call in CALLS
            for number in range(1, calls[call] + 1)
        ]

    def tried(fault: tuple[str, tuple[str, str, int]]) -> tuple[bool, object]:
        form, (call, error, number) = fault
        attempt = Attempt(session, tmp_path / f"{form}-{call}-{error}-{number}", form, fault[1])
        assert attempt.injected, fault
        try:
            return attempt.check(), None
        except AssertionError as broken:
            return True, (fault, attempt.told, str(broken))

    with ThreadPoolExecutor(2) as two:
        refused, broken = zip(*two.map(tried, faults), strict=True)
    figures(forms=len(FORMS), faults=len(faults), refused=sum(refused), half_written=0, left_beside=0)
    assert [found for found in broken if found is not None] == []
    assert sum(refused) > 100
