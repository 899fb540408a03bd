"""One row of a speakers list: a speaker, or the reason why not."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from ipu_session.domain.finder import Finder
from ipu_session.domain.findings import ListedSpeaker
from ipu_session.domain.fold import fold
from ipu_session.domain.ids import DelegationId
from ipu_session.domain.rules import Category
from ipu_session.domain.state import NO_DELEGATION, Delegation, Gender, Person
from ipu_session.domain.titles import gender_of_title, split_title
from ipu_session.intake.vocabulary import (
    BadCellError,
    born_of,
    category_of,
    gender_of,
    language_of,
    themes_of,
    young_of,
)

LENGTH_LIMIT = 200
"""Characters of a cell; a longer one is something else than a name."""

_FREE = frozenset({Category.EXPERT, Category.CO_RAPPORTEUR, Category.CHAIR})
"""Those who may speak for no delegation."""

Meaning = TypeVar("Meaning")


@dataclass(frozen=True, slots=True)
class _Origin:
    """Whom a row speaks for."""

    delegation: DelegationId
    category: Category
    organization: str


class RowReader:
    """Reads the rows below one heading row; remembers cells, which say the same few things over and over."""

    def __init__(self, fields: Sequence[str], finder: Finder) -> None:
        self._fields = fields
        self._finder = finder
        self._seen: dict[tuple[str, str, str], int] = {}
        self._found: dict[str, Delegation | None] = {}
        self._young = _remembering(young_of)
        self._born = _remembering(born_of)
        self._gender = _remembering(gender_of)
        self._category = _remembering(category_of)
        self._themes = _remembering(themes_of)
        self._language = _remembering(language_of)

    def read(self, line: int, row: Sequence[str]) -> ListedSpeaker | None:
        """Return the speaker of a row, None of an empty one; raises ``BadCellError``."""
        cells = [" ".join(cell.split()) for cell in row]
        if not any(cells):
            return None
        self._refuse_odd(cells)
        said = dict(zip(self._fields, cells, strict=False))
        origin = self._origin(said)
        title, name = said.get("title", ""), said.get("name", "")
        if not title:
            title, name = split_title(name)
        self._refuse_twice(line, origin, name)
        person = Person(
            origin.delegation,
            name,
            title,
            self._stated_gender(said, title),
            said.get("function", ""),
            origin.category,
            self._young(said.get("young", "")),
            self._born(said.get("born", "")),
            self._language(said.get("language", "")),
            origin.organization,
        )
        return ListedSpeaker(line, person, self._themes(said.get("theme", "")))

    def _refuse_odd(self, cells: Sequence[str]) -> None:
        extra = [cell for cell in cells[len(self._fields) :] if cell]
        if extra:
            raise BadCellError("extra-cells", extra[0])
        for field, cell in zip(self._fields, cells, strict=False):
            if field and len(cell) > LENGTH_LIMIT:
                raise BadCellError("too-long", f"{cell[:40]}…")

    def _origin(self, said: Mapping[str, str]) -> _Origin:
        category = self._category(said.get("category", ""))
        named, organization = said.get("delegation", ""), said.get("organization", "")
        delegation = self._delegation(named)
        if delegation is not None:
            return _Origin(delegation.id, category or delegation.category, organization)
        if category in _FREE or (category is Category.OBSERVER and (named or organization)):
            return _Origin(NO_DELEGATION, category, organization or named)
        raise BadCellError("unknown-delegation" if named else "no-delegation", named)

    def _delegation(self, text: str) -> Delegation | None:
        if text not in self._found:
            self._found[text] = self._finder.exact(text)
        return self._found[text]

    def _stated_gender(self, said: Mapping[str, str], title: str) -> Gender:
        stated = self._gender(said.get("gender", ""))
        return gender_of_title(title) if stated is Gender.NOT_STATED else stated

    def _refuse_twice(self, line: int, origin: _Origin, name: str) -> None:
        """Refuse the same name of the same delegation; rows without a name may be several people."""
        if not name:
            return
        first = self._seen.setdefault((origin.delegation, fold(origin.organization), fold(name)), line)
        if first != line:
            raise BadCellError("duplicate", str(first))


def _remembering(read: Callable[[str], Meaning]) -> Callable[[str], Meaning]:
    """Return ``read`` with a memory of what it said."""
    known: dict[str, Meaning] = {}

    def remembered(text: str) -> Meaning:
        if text not in known:
            known[text] = read(text)
        return known[text]

    return remembered
