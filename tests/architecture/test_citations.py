"""What code and documents cite is in the repository: rules by anchor, decisions by number."""

import re
from collections.abc import Iterator

import pytest

from tests.architecture.source import FILES, ROOT

PAGES = (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"))
RULES = (ROOT / "docs" / "rules.md").read_text("utf-8")
ANCHORS = set(re.findall(r'<a id="([\w-]+)"></a>', RULES))
CITED = re.compile(r"rules\.md((?:#[\w-]+(?:, | and | to )?)+)")
DECISION = re.compile(r"decisions?[ /](\d{4})")
THIS_FILE = "test_citations.py"


def texts() -> Iterator[tuple[str, str]]:
    for path in (*FILES, *PAGES, ROOT / "pyproject.toml", ROOT / "Makefile"):
        if path.name not in {THIS_FILE, "rules.md"}:
            yield path.relative_to(ROOT).as_posix(), path.read_text("utf-8")


def test_the_anchors_of_the_rules_are_each_there_once() -> None:
    found = re.findall(r'<a id="([\w-]+)"></a>', RULES)
    assert len(found) == len(ANCHORS) > 100


def test_every_cited_rule_is_there() -> None:
    cited = {(name, anchor) for name, text in texts() for group in CITED.findall(text) for anchor in anchors(group)}
    assert len(cited) > 50
    assert {(name, anchor) for name, anchor in cited if anchor not in ANCHORS} == set()


def anchors(group: str) -> list[str]:
    return re.findall(r"#([\w-]+)", group)


def test_every_cited_decision_is_there() -> None:
    numbers = {path.name[:4] for path in (ROOT / "docs" / "decisions").glob("0*.md")}
    cited = {(name, number) for name, text in texts() for number in DECISION.findall(text)}
    assert len(cited) > 50
    assert {(name, number) for name, number in cited if number not in numbers} == set()


@pytest.mark.parametrize("gone", ["product.md", "practice.md", "quality.md"])
def test_nothing_cites_a_file_that_is_not_in_the_repository(gone: str) -> None:
    assert [name for name, text in texts() if re.search(rf"(?<![\w-]){re.escape(gone)}", text)] == []


def test_every_document_that_is_named_is_there() -> None:
    named = {(name, page) for name, text in texts() for page in re.findall(r"(?<![\w/.-])docs/([\w/-]+\.md)", text)}
    assert {(name, page) for name, page in named if not (ROOT / "docs" / page).exists()} == set()


def test_every_module_that_a_document_names_is_there() -> None:
    """A path from the root, from the package, or a bare file name; ``SUBJECT`` stands for any."""
    known = {path.name for path in FILES}
    named = {(page.name, path) for page in PAGES for path in re.findall(r"`([\w/.-]+\.py)`", page.read_text("utf-8"))}
    gone = {
        (name, path)
        for name, path in named
        if name != "CHANGELOG.md"
        and not re.search(r"[A-Z]{3}", path)
        and not (ROOT / path).exists()
        and not (ROOT / "ipu_session" / path).exists()
        and not ("/" not in path and path in known)
    }
    assert gone == set()
