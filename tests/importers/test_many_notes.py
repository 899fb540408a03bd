"""Concept notes of many shapes and three languages, each with exactly what is to be understood of it.

What is expected stands in ``notes/expected.toml`` under the note's file name; a note in Word or PDF is made
by the builder of that name in ``note_makers``.
"""

import re
import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import fields

from ipu_session.domain.decide.roster import merge_details
from ipu_session.domain.exchange.import_results import ConceptNote
from ipu_session.domain.model.session import Details
from ipu_session.importers.concept_note.reader import read_concept_note
from tests.importers.note_makers import NOTES as MADE

FOLDER = Path(__file__).parent / "notes"
EXPECTED = tomllib.loads((FOLDER / "expected.toml").read_text(encoding="utf-8"))
WRITTEN = sorted(path.name for path in FOLDER.glob("*.txt"))
NAMES = sorted([*WRITTEN, *MADE])
FIELDS = {field.name for field in fields(Details)} | {"theme"}


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], ConceptNote]:
    """Read a note once for all tests of this module."""
    folder = tmp_path_factory.mktemp("notes")

    @cache
    def reading(name: str) -> ConceptNote:
        path = FOLDER / name
        if name in MADE:
            path = folder / name
            path.write_bytes(MADE[name]())
        return read_concept_note(path)

    return reading


def understood(note: ConceptNote) -> dict[str, object]:
    """Return field → value, or values if a debate may have several, and the remarks."""
    several = {"theme", "co_rapporteurs", "earlier_resolutions"}
    found = {
        finding.field: list(note.values(finding.field)) if finding.field in several else finding.value
        for finding in note.findings
    }
    return {**found, "remarks": list(note.remarks)}


def test_each_note_has_its_expectation() -> None:
    assert sorted(EXPECTED) == NAMES
    assert len(NAMES) >= 15


@pytest.mark.parametrize("name", NAMES)
def test_all_that_is_understood_of_a_note(read: Callable[[str], ConceptNote], name: str) -> None:
    expected = {key: value for key, value in EXPECTED[name].items() if key != "between"}
    assert understood(read(name)) == expected


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_found_twice_unless_there_may_be_several(read: Callable[[str], ConceptNote], name: str) -> None:
    findings = read(name).findings
    found = {(finding.field, finding.value) for finding in findings}
    assert len(found) == len(findings)
    assert {field for field, _ in found} <= FIELDS


@pytest.mark.parametrize("name", NAMES)
def test_each_finding_stands_beside_a_piece_of_the_note(read: Callable[[str], ConceptNote], name: str) -> None:
    note = read(name)
    without = note.text
    for words in EXPECTED[name].get("between", []):
        # What the page has in the middle of a sentence: a footer, the other side of a letterhead.
        without = without.replace(words, "")
    texts = squeezed(note.text), squeezed(without)
    for finding in note.findings:
        assert finding.source.strip()
        assert any(squeezed(finding.source) in text for text in texts), finding


@pytest.mark.parametrize("name", NAMES)
def test_what_is_found_is_taken_over(read: Callable[[str], ConceptNote], name: str) -> None:
    note = read(name)
    details = merge_details(Details(), note)
    for field, value in EXPECTED[name].items():
        if field not in {"theme", "remarks", "between", "language", "symbol"}:
            taken = getattr(details, field)
            assert (list(taken) if isinstance(taken, tuple) else str(taken)) == value


def squeezed(text: str) -> str:
    """Return a text without spaces, and without the hyphens and colons that come and go at a line's end."""
    return re.sub(r"[\s:\-\u00ad]+", "", text)
