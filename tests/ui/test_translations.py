"""French: every text of the screen is translated, with its placeholders, and packed as it was written."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).parents[2]
WORDS = ROOT / "resources" / "i18n" / "ipu_session_fr.ts"
BIN = Path(sys.executable).parent


def messages(path: Path) -> dict[tuple[str, str, str], str]:
    found = {}
    for context in ElementTree.parse(path).iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            key = (name, message.findtext("source", ""), message.findtext("comment") or "")
            translation = message.find("translation")
            assert translation is not None
            found[key] = "" if translation.get("type") else translation.text or ""
    return found


@pytest.fixture(scope="module")
def in_the_code(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str, str], str]:
    """Every text that the code asks a translation for, taken out anew."""
    path = tmp_path_factory.mktemp("words") / "fresh.ts"
    files = [str(f) for folder in ("ui", "app") for f in sorted((ROOT / "ipu_session" / folder).rglob("*.py"))]
    command = [str(BIN / "pyside6-lupdate"), "-locations", "none", *files, "-ts", str(path)]
    subprocess.run(command, check=True, capture_output=True)
    return messages(path)


def test_every_text_of_the_code_has_a_french_translation_and_none_is_left_over(
    in_the_code: dict[tuple[str, str, str], str],
) -> None:
    known = messages(WORDS)
    assert set(in_the_code) == set(known)
    assert [key for key, text in known.items() if not text] == []


def test_placeholders_keys_and_dots_survive_the_translation() -> None:
    for (_, source, _), french in messages(WORDS).items():
        assert sorted(re.findall(r"\{\w*\}", source)) == sorted(re.findall(r"\{\w*\}", french)), source
        assert sorted(re.findall(r"\bF\d+\b", source)) == sorted(re.findall(r"\bF\d+\b", french)), source
        assert source.endswith("…") == french.endswith("…"), source
        if " " in source:
            assert source.rstrip().endswith(".") == french.rstrip().endswith("."), source
        assert "'" not in french, french
        assert not re.search(r" [;:?!»]", french), f"a plain space before a mark: {french}"


def test_contexts_are_the_names_of_classes_or_tables(in_the_code: dict[tuple[str, str, str], str]) -> None:
    classes = set()
    for folder in ("ui", "app"):
        for file in (ROOT / "ipu_session" / folder).rglob("*.py"):
            classes |= set(re.findall(r"^class (\w+)", file.read_text("utf-8"), re.MULTILINE))
    tables = {"Actions", "Details", "Prepare", "Report", "Wording", "Debate", "Hall", "Chair"}
    tables |= {"Matrix", "Contributions", "Announcements"}
    assert {context for context, _, _ in in_the_code} <= classes | tables


def test_what_is_packed_is_what_was_written(tmp_path: Path) -> None:
    words = tmp_path / "fr.ts"
    shutil.copy(WORDS, words)
    subprocess.run([BIN / "pyside6-lrelease", words, "-qm", tmp_path / "fr.qm"], check=True, capture_output=True)
    assert (tmp_path / "fr.qm").read_bytes() == WORDS.with_suffix(".qm").read_bytes()
