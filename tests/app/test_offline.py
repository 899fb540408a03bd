"""No network: whole runs where there is none, and no socket asked for but those within the machine (R9)."""

import os
import re
import subprocess
import sys
from pathlib import Path

from tests.namespaces import apart
from tests.patience import PATIENCE_S

ROOT = Path(__file__).parents[2]


def sockets(tmp_path: Path, *command: str | Path) -> set[str]:
    """Run the program in a network namespace with nothing in it; return the families of its sockets."""
    log = tmp_path / "network.log"
    strace = ["strace", "-f", "-qq", "-e", "trace=network", "-o", str(log)]
    done = subprocess.run(
        [*apart("--net"), *strace, sys.executable, *map(str, command)],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
        timeout=PATIENCE_S,
    )
    assert done.returncode == 0, done.stderr.decode()
    return set(re.findall(r"\b(?:AF|PF)_\w+", log.read_text()))


def test_a_whole_run_asks_for_no_socket_but_within_the_machine(tmp_path: Path) -> None:
    session = tmp_path / "example.ipusession"
    used = sockets(tmp_path, ROOT / "tests" / "app" / "whole_run.py", session)
    used |= sockets(tmp_path, "-m", "ipu_session", "report", session, "-o", tmp_path / "report.docx")
    assert used == {"AF_UNIX"}
    assert {path.name for path in tmp_path.glob("re*")} == {"report.docx", "record.docx", "record.xlsx"}
