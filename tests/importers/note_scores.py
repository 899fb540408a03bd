"""Precision and recall of the reader of concept notes on labelled notes; run as a program, it prints them.

``python -m tests.importers.note_scores`` reads the labelled folders of ``neighbours``, each with its
``labels.toml``: the themes of each note, and of its facts those that are looked at (an empty text for none).
"""

import re
import sys
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct, field

from ipu_session.importers.concept_note.reader import read_concept_note

FOLDER = Path(__file__).parent / "neighbours"
_ALIKE = 0.7
"""How much of the longer of two titles the shorter must be, if one begins with the other."""


class Score(Struct):
    """What was found of how much, over several notes; ``told`` names what differs."""

    right: int = 0
    found: int = 0
    wanted: int = 0
    facts_right: int = 0
    facts: int = 0
    told: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0

    def __str__(self) -> str:
        return (
            f"themes: precision {self.precision:.2f} ({self.right} of {self.found}), "
            f"recall {self.recall:.2f} ({self.right} of {self.wanted}); "
            f"other facts: {self.facts_right} of {self.facts}"
        )


def score(folder: Path) -> Score:
    """Read each labelled note of a folder and compare."""
    total = Score()
    labels = tomllib.loads((folder / "labels.toml").read_text(encoding="utf-8"))
    for name, wanted in sorted(labels.items()):
        note = read_concept_note(folder / name)
        themes = [finding.value for finding in note.themes]
        missing, invented = compared(themes, wanted["theme"])
        total.right += len(wanted["theme"]) - len(missing)
        total.found += len(themes)
        total.wanted += len(wanted["theme"])
        total.told += [f"{name}: missing {each!r}" for each in missing]
        total.told += [f"{name}: invented {each!r}" for each in invented]
        for key in wanted.keys() - {"theme"}:
            said = " ".join(note.remarks) if key == "remarks" else note.value(key)
            right = _same(key, said, wanted[key])
            total.facts += 1
            total.facts_right += right
            if not right:
                total.told.append(f"{name}: {key} {said!r}, not {wanted[key]!r}")
    return total


def compared(found: Sequence[str], wanted: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return which wanted titles were not found, and which found ones nobody wanted; each counts once."""
    left = list(found)
    missing: list[str] = []
    for title in wanted:
        match = next((each for each in left if _alike(each, title)), None)
        if match is None:
            missing.append(title)
        else:
            left.remove(match)
    return missing, left


def _alike(one: str, other: str) -> bool:
    short, long = sorted((_letters(one), _letters(other)), key=len)
    return short == long or (long.startswith(short) and len(short) >= _ALIKE * len(long))


def _same(key: str, found: str, wanted: str) -> bool:
    if key in {"date", "contributions_pages", "contributions_deadline"} or not wanted:
        return found == wanted
    return _letters(wanted) in _letters(found)


def _letters(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def lines(folder: Path) -> Iterator[str]:
    """Yield the score of a folder, and each difference."""
    found = score(folder)
    yield f"{folder.name}: {found}"
    yield from (f"  {each}" for each in found.told)


if __name__ == "__main__":
    for chosen in sys.argv[1:] or sorted(each.name for each in FOLDER.iterdir() if each.is_dir()):
        print("\n".join(lines(FOLDER / chosen)))
