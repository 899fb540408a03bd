"""Run every benchmark and write the table of docs/performance.md."""

import platform
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks import delegation_search, journal, notes, report, running_clock, start

PAGE = Path(__file__).parents[1] / "docs" / "performance.md"
BEGIN, END = "<!-- table: make bench -->", "<!-- end of table -->"
TABLE_HEAD = "| act | floor | floor, median | ours, median | ratio | goal |\n|---|---|---|---|---|---|"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        results = [
            row
            for part in (start, running_clock, journal, delegation_search, notes, report)
            for row in part.measure(Path(folder))
        ]
    table = "\n".join([TABLE_HEAD, *(result.to_table_row() for result in results)])
    print(table)
    text = PAGE.read_text("utf-8")
    before, after = text.split(BEGIN)[0], text.split(END)[1]
    machine = f"Python {platform.python_version()}, {platform.machine()}, off screen."
    PAGE.write_text(f"{before}{BEGIN}\n{table}\n\n{machine}\n{END}{after}", "utf-8")


if __name__ == "__main__":
    main()
