"""Real disks that fill up, turn read-only or vanish in a debate: nothing is lost or written twice (R4)."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.namespaces import own_mounts
from tests.patience import PATIENCE_S
from tests.store.debates_on_real_disks import DEBATES

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "tests" / "store" / "debates_on_real_disks.py"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What went wrong in each debate; all of them in one process, which may mount something."""
    done = subprocess.run(
        [*own_mounts(), sys.executable, str(SCRIPT), str(tmp_path_factory.mktemp("disks"))],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        text=True,
        check=False,
        timeout=PATIENCE_S,
    )
    assert done.returncode == 0, done.stderr
    faults: dict[str, str] = json.loads(done.stdout)
    return faults


@pytest.mark.parametrize("debate", [debate.__name__ for debate in DEBATES])
def test_a_debate_goes_on_and_all_of_it_is_written_when_the_disk_is_back(told: dict[str, str], debate: str) -> None:
    assert told[debate] == ""
