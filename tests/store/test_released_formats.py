"""Every format that was ever released opens for ever."""

import shutil
from pathlib import Path

import pytest

from ipu_session.store.files.migrations import MIGRATION_STEPS
from ipu_session.store.journal.jsonl import dump_lines, parse_lines
from ipu_session.store.maintenance.integrity import check_file
from tests.store.files import rows_of

FILES = Path(__file__).parents[1] / "files"


@pytest.mark.parametrize("path", sorted(FILES.glob("*.ipusession")), ids=lambda path: path.stem)
def test_a_file_of_that_format_opens_and_says_what_it_said(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / path.name
    shutil.copy(path, copy)
    rows = rows_of(copy)
    lines = path.with_suffix(".jsonl").read_text("ascii").splitlines()
    assert list(dump_lines(rows)) == lines
    assert list(parse_lines(lines, "golden")) == rows
    assert check_file(copy) == ()


def test_there_is_one_for_each_format() -> None:
    formats = range(1, len(MIGRATION_STEPS) + 1)
    assert {path.name for path in FILES.glob("*.ipusession")} == {f"format-{number}.ipusession" for number in formats}
