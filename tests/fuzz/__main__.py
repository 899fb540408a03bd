"""The long walk: `python -m tests.fuzz SECONDS [READER …]` spoils files for each, led by the code they reach.

Each reader has a process of its own, one for each core. To abort, to eat more than 1 GB or to work for more
than five seconds at a file is a fault, and the file is kept in build/fuzz/.
"""

import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

BUILD = Path(__file__).parents[2] / "build" / "fuzz"
_COUNTS = re.compile(r"#(\d+)\s+DONE\s+cov: (\d+)")
_LONGEST_S = 5
"""Of the processor's time: others may be at work too."""
_LIMITS = ("-timeout=60", "-rss_limit_mb=1000", "-max_len=2000000", "-print_final_stats=1", "-verbosity=1")


def main() -> int:
    """Walk; 1 if any reader did what none may do."""
    if sys.argv[1] == "--one":
        _walk(sys.argv[2], int(sys.argv[3]))
        return 0
    seconds, names = int(sys.argv[1]), sys.argv[2:]
    from tests.fuzz.test_fuzz import NAMES

    shutil.rmtree(BUILD, ignore_errors=True)
    BUILD.mkdir(parents=True)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        ends = list(pool.map(lambda name: _of_one(name, seconds), names or NAMES))
    print(f"{'reader':18}{'files':>10}{'places reached':>16}  outcome")
    for line, _ in ends:
        print(line)
    return int(any(failed for _, failed in ends))


def _of_one(name: str, seconds: int) -> tuple[str, bool]:
    command = [sys.executable, "-m", "tests.fuzz", "--one", name, str(seconds)]
    log = BUILD / f"{name}.log"
    with log.open("wb") as out:
        done = subprocess.run(command, stdout=out, stderr=subprocess.STDOUT, check=False)
    counted = _COUNTS.search(log.read_text("utf-8", "replace"))
    files, reached = counted.groups() if counted else ("?", "?")
    outcome = "clean" if done.returncode == 0 else f"FAULT, see {log}"
    return f"{name:18}{files:>10}{reached:>16}  {outcome}", done.returncode != 0


def _walk(name: str, seconds: int) -> None:
    """Let libFuzzer lead; it does not come back."""
    import atheris  # type: ignore[import-untyped]  # atheris 3.0 ships no types

    with atheris.instrument_imports(include=["ipu_session.importers", "ipu_session.report", "ipu_session.store"]):
        from tests.fuzz.mutate import spoilt
        from tests.fuzz.readers import readers

    folder = Path(tempfile.mkdtemp(prefix="ipu-fuzz-"))
    reader = readers(folder)[name]
    path, corpus = folder / f"file{reader.suffix}", folder / "corpus"
    corpus.mkdir()
    for number, seed in enumerate(reader.seeds):
        (corpus / f"sound-{number}").write_bytes(seed)

    def one(data: bytes) -> None:
        path.write_bytes(data)
        begun = time.process_time()
        reader.survives(path)
        if time.process_time() - begun > _LONGEST_S:
            raise TimeoutError

    def mutated(data: bytes, most: int, seed: int) -> bytes:
        chance = random.Random(seed)
        # Mostly spoilt as files are; now and then as libFuzzer would.
        return spoilt(data, chance)[:most] if chance.random() < 0.8 else atheris.Mutate(data, most)

    faults = f"-artifact_prefix={BUILD / name}-"
    arguments = [sys.argv[0], str(corpus), f"-max_total_time={seconds}", faults, *_LIMITS]
    atheris.Setup(arguments, one, custom_mutator=mutated)
    atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main())
