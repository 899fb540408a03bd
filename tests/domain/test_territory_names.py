"""Delegations by names that others wrote: none is taken for another, and nearly all are known.

`python -m tests.domain.test_territory_names` prints the figures that docs/delegation-names.md gives.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from ipu_session.domain.model.ids import DelegationId
from ipu_session.domain.text.delegation_search import DelegationFinder
from tests.importers.makers import DIRECTORY

SPELLINGS = Path(__file__).parents[1] / "files" / "territory_names.txt"
FINDER = DelegationFinder(DIRECTORY)
MEMBERS = {delegation.iso2 for delegation in DIRECTORY if delegation.iso2}
OURS = ("en", "fr", "es", "ar")
MISTAKEN = {"المالديف"}
"""Debian's Arabic translation calls Moldova so: it is the Maldives."""


def spellings() -> Iterator[tuple[str, str, str]]:
    """Each (source, code, spelling) once for each source."""
    lines = SPELLINGS.read_text("utf-8").splitlines()
    for line in lines:
        if not line.startswith("#"):
            source, code, *names = line.split("|")
            yield from ((source, code, name) for name in names if name not in MISTAKEN)


def measured() -> tuple[Counter[str], Counter[str], list[tuple[str, str, str, DelegationId]]]:
    """Return what there is and what was known by source, and each spelling that was taken for another."""
    there: Counter[str] = Counter()
    known: Counter[str] = Counter()
    wrong = []
    for source, code, name in spellings():
        found = FINDER.find_exact(name)
        if found is not None and found.iso2 != code:
            wrong.append((source, code, name, found.id))
        if code in MEMBERS:
            there[source] += 1
            known[source] += found is not None
    return there, known, wrong


def test_nobody_is_taken_for_another_and_nearly_everybody_is_known() -> None:
    there, known, wrong = measured()
    assert len(set(spellings())) > 3000
    assert wrong == []
    for source in there:
        if source.rpartition("-")[2] in OURS:
            assert known[source] >= 0.94 * there[source], source


def main() -> None:
    there, known, wrong = measured()
    for source in there:
        print(f"{source:22} {known[source]:4} of {there[source]:4}  {known[source] / there[source]:.3f}")
    ours = [source for source in there if source.rpartition("-")[2] in OURS]
    all_known, all_there = sum(known[s] for s in ours), sum(there[s] for s in ours)
    print(f"en, fr, es, ar together {all_known} of {all_there}, {all_known / all_there:.3f}")
    distinct = {(code, name) for _, code, name in spellings()}
    print(f"{len(distinct)} different spellings, {len(wrong)} taken for another", *wrong)


if __name__ == "__main__":
    main()


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("Kenya (Senate)", "KE"), ("France \u2013 Sénat", "FR"), ("Kenya, Parliament of", "KE"),
        ("Japan (House of Councillors)", "JP"), ("National People's Congress of China", "CN"),
        ("Majlis A'Shura of Oman", "OM"), ("Algérie (Conseil de la nation)", "DZ"),
        ("U.R. of Tanzania", "TZ"),
        ("Taiwan Province of China", None), ("Hong Kong, China", None), ("Virgin Islands (US)", None),
        ("Northern Ireland", None), ("Guyane française", None), ("Kenya, Uganda", None), ("Senate", None),
        ("Georgia (USA)", None), ("Papua", None), ("Macao SAR", None),
    ],
)  # fmt: skip
def test_a_chamber_beside_a_name_names_nobody_else(written: str, code: str | None) -> None:
    found = FINDER.find_exact(written)
    assert (found.iso2 if found else None) == code
