"""One row of a speakers list: a speaker, or the question why not."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from ipu_session.domain.exchange.import_results import Doubt, ListedSpeaker
from ipu_session.domain.model.ids import DelegationId
from ipu_session.domain.model.rules import Category
from ipu_session.domain.model.session import NO_DELEGATION, Delegation, Gender, Person
from ipu_session.domain.text.delegation_search import Finder
from ipu_session.domain.text.honorifics import gender_of_title, is_title
from ipu_session.domain.text.person_identity import identity_of
from ipu_session.domain.text.text_folding import fold
from ipu_session.importers.speakers.birth_dates import born_of
from ipu_session.importers.speakers.cell_error import UNSAID, BadCellError
from ipu_session.importers.speakers.column_headings import NAME_PARTS
from ipu_session.importers.speakers.name_cells import (
    Name,
    in_small,
    may_be_inverted,
    name_in,
    without_capitals,
)
from ipu_session.importers.speakers.public_offices import is_function
from ipu_session.importers.speakers.uncertain_names import gone, is_gone, names_nobody, names_several
from ipu_session.importers.speakers.vocabulary import (
    category_of,
    gender_of,
    language_of,
    says_yes,
    themes_of,
    young_of,
)

LENGTH_LIMIT = 200
"""Characters of a cell; a longer one is something else than a name."""

_FREE = frozenset({Category.EXPERT, Category.CO_RAPPORTEUR, Category.CHAIR})
"""Those who may speak for no delegation."""
_ERROR = re.compile(
    r"#(?:REF|N/?A|NAME|NOM|NOMBRE|VALUE|VALEUR|VALOR|DIV/0|NULL|NUL|NUM|SPILL|CALC|FIELD|ERR)[!?]?|Err:\d+",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"(.+?)\s*\(([^()]+)\)")
Meaning = TypeVar("Meaning")


@dataclass(frozen=True, slots=True)
class Ways:
    """How cells are read: the field of each column, the order of dates, what happens to capitals."""

    fields: tuple[str, ...]
    day_first: bool | None = None
    keep_capitals: bool = False
    family_in_capitals: bool = False
    """The whole column is: only then a short name in capitals is one."""
    french: bool = False
    """M. stands for Monsieur."""
    m: Gender | None = Gender.MAN
    """Whom M means as a gender; None if that is not clear."""
    parts_apart: frozenset[int] = frozenset()
    """Columns that are not read and may hold a part of the name."""
    says_gone: frozenset[int] = frozenset()
    """Columns that say who will not speak, by their heading."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its line, its cells, and the delegation that holds from above, if its own cell is blank."""

    line: int
    cells: Sequence[str]
    above: str = ""
    certain: bool = False
    """The cell above is merged with this one."""
    asked_about: bool = False
    """The row is hidden or struck through: whoever stands there may stand again below."""
    section: Category | None = None
    """The kind of speaker over whose rows a heading stands: Observers."""


class RowError(Exception):
    """A row that is not taken over: why (a code and a value), and what of it was understood."""

    def __init__(self, bad: BadCellError, draft: ListedSpeaker | None = None) -> None:
        super().__init__(bad.reason)
        self.reason = bad.reason
        self.value = bad.value
        self.draft = draft


@dataclass(frozen=True, slots=True)
class _Origin:
    """Whom a row speaks for."""

    delegation: DelegationId
    category: Category
    organization: str


def is_error(cell: str) -> bool:
    """Return whether a cell holds an error value of a spreadsheet, such as #REF!."""
    return bool(_ERROR.fullmatch(cell))


class RowReader:
    """Reads the rows below one heading row; remembers cells, which say the same few things over and over."""

    def __init__(self, ways: Ways, finder: Finder) -> None:
        self._ways = ways
        self._finder = finder
        self._seen: dict[tuple[str, str, str], int] = {}
        self._found: dict[str, Delegation | None] = {}
        self.written_small: set[int] = set()
        """The lines whose name stood in capitals."""
        self._young = _remembering(young_of)
        self._born = _remembering(partial(born_of, day_first=ways.day_first))
        self._gender = _remembering(partial(gender_of, m=ways.m))
        self._category = _remembering(category_of)
        self._themes = _remembering(themes_of)
        self._language = _remembering(language_of)

    def read(self, row: Row) -> ListedSpeaker:
        """Return the speaker of a row; ``RowError`` where the name or the delegation is not certain."""
        cells = [" ".join(cell.split()) for cell in row.cells]
        said = dict(zip(self._ways.fields, cells, strict=False))
        names = {field: said[field] for field in NAME_PARTS & said.keys()}
        for field, cell in zip(self._ways.fields, row.cells, strict=False):
            if field in names:
                names[field] = "\n".join(filter(None, (" ".join(line.split()) for line in cell.splitlines())))
        draft = self._draft(row, {**said, **names})
        try:
            self._refuse_odd(cells)
            self._refuse_uncertain(row, said, draft.person)
            self._refuse_nobody(cells, names, draft.person, said.get("delegation", "") or row.above)
            self._refuse_unclear_name(cells, names, draft.person)
            if not row.asked_about:
                self._refuse_twice(draft)
        except BadCellError as bad:
            raise RowError(bad, draft) from bad
        return draft

    def _draft(self, row: Row, said: Mapping[str, str]) -> ListedSpeaker:
        """Return what is understood of a row, with a doubt for each cell that is not."""
        doubts: list[Doubt] = []
        near = {field: cell[:LENGTH_LIMIT] for field, cell in said.items()}
        sure = {field: "" if is_error(cell) else cell for field, cell in near.items()}
        category = _asked(self._category, sure.get("category", ""), None, doubts)
        named = sure.get("delegation", "")
        if not named and row.above and category not in _FREE and not sure.get("organization"):
            named = row.above
            if not row.certain:
                doubts.append(Doubt("delegation-above", row.above))
        origin = self._origin(named, sure.get("organization", ""), self._or_section(category, row, named))
        name = name_in(sure, self._family, french=self._ways.french)
        if origin.delegation == NO_DELEGATION and not origin.organization:
            origin, name = self._from_brackets(origin, name)
        called = name.name if self._ways.keep_capitals else without_capitals(name.name)
        if called != name_in(sure, str, french=self._ways.french).name:
            self.written_small.add(row.line)
        title, function = _titled(sure, name)
        gender = _asked(self._gender, sure.get("gender", ""), Gender.NOT_STATED, doubts)
        if any(doubt.reason == "bad-category" for doubt in doubts):
            function = function or sure["category"]
        person = Person(
            origin.delegation,
            called,
            title,
            gender_of_title(title) if gender is Gender.NOT_STATED else gender,
            function,
            origin.category,
            _asked(self._young, sure.get("young", ""), None, doubts),
            _asked(self._born, sure.get("born", ""), "", doubts),
            self._language(sure.get("language", "")),
            origin.organization,
        )
        doubts += [Doubt("one-name", called)] * _is_single(sure)
        doubts += [Doubt("name-order", called)] * may_be_inverted(called)
        nothing: tuple[int, ...] = ()
        themes = _asked(self._themes, sure.get("theme", ""), nothing, doubts)
        return ListedSpeaker(row.line, person, themes, tuple(doubts))

    def _or_section(self, category: Category | None, row: Row, named: str) -> Category | None:
        """Return the category of the heading that a row stands under, if nothing else says who it is."""
        if category is None and row.section in {Category.OBSERVER, *_FREE} and not self.delegation(named):
            return row.section
        return category

    def _from_brackets(self, origin: _Origin, name: Name) -> tuple[_Origin, Name]:
        """Return the delegation that stands in brackets behind a name: S. Kihika (Kenya)."""
        match = _IN_BRACKETS.fullmatch(name.name)
        delegation = self.delegation(match[2]) if match else None
        if match is None or delegation is None:
            return origin, name
        return _Origin(delegation.id, origin.category, ""), Name(match[1], name.title)

    def _family(self, name: str) -> str:
        change = self._ways.family_in_capitals and not self._ways.keep_capitals
        return in_small(name) if change else name

    def _refuse_odd(self, cells: Sequence[str]) -> None:
        extra = [cell for cell in cells[len(self._ways.fields) :] if cell]
        if extra:
            raise BadCellError("extra-cells", extra[0])
        for field, cell in zip(self._ways.fields, cells, strict=False):
            if field and len(cell) > LENGTH_LIMIT:
                raise BadCellError("too-long", f"{cell[:40]}…")

    def _refuse_uncertain(self, row: Row, said: Mapping[str, str], person: Person) -> None:
        """Raise ``BadCellError`` for an error of the spreadsheet, and without a delegation or a name."""
        for field in ("delegation", "organization", *NAME_PARTS):
            if is_error(said.get(field, "")):
                raise BadCellError("error-value", said[field])
        named = said.get("delegation", "") or row.above
        if not person.delegation and person.category not in _FREE and not person.organization:
            if len(self._finder.called(named)) > 1:
                raise BadCellError("ambiguous-delegation", named)
            raise BadCellError("unknown-delegation" if named else "no-delegation", named)

    def _refuse_nobody(
        self, cells: Sequence[str], names: Mapping[str, str], person: Person, delegation: str
    ) -> None:
        """Raise ``BadCellError`` for a name that is none, and for whoever withdrew."""
        if gone_as := gone(" ".join(names.values())) or self._withdrawn(cells):
            raise BadCellError("withdrawn", gone_as)
        spoken = any(c.isalpha() for c in person.name)
        if not spoken or names_nobody(person.name) or fold(person.name) == fold(delegation):
            raise BadCellError("no-name", "")

    def _refuse_unclear_name(self, cells: Sequence[str], names: Mapping[str, str], person: Person) -> None:
        """Raise ``BadCellError`` for half a name, and for several."""
        for field in ("name", "full"):
            if names_several(names.get(field, "")):
                raise BadCellError("two-people", names[field].replace("\n", " / "))
        if "first" in self._ways.fields and not {"family", "name", "full"} & set(self._ways.fields):
            raise BadCellError("half-name", person.name)
        for column in sorted(self._ways.parts_apart):
            if column < len(cells) and any(map(str.isalpha, cells[column])):
                raise BadCellError("half-name", cells[column])
        match = _IN_BRACKETS.fullmatch(person.name)
        other = self.delegation(match[2]) if match and person.delegation else None
        if match and other is not None and other.id != person.delegation:
            raise BadCellError("ambiguous-delegation", match[2])

    def _withdrawn(self, cells: Sequence[str]) -> str:
        """Return the remark or status that says that somebody will not speak."""
        for column, cell in enumerate(cells[: len(self._ways.fields)]):
            if self._ways.fields[column] in {"", "category"} and is_gone(cell):
                return cell[:LENGTH_LIMIT]
            if column in self._ways.says_gone and cell not in UNSAID and says_yes(cell):
                return cell[:LENGTH_LIMIT]
        return ""

    def _origin(self, named: str, organization: str, category: Category | None) -> _Origin:
        delegation = self.delegation(named)
        if delegation is not None:
            return _Origin(delegation.id, category or delegation.category, organization)
        if category in _FREE or (category is Category.OBSERVER and (named or organization)):
            # Spoken for: what is typed is an organization.
            return _Origin(NO_DELEGATION, category, organization or named)
        return _Origin(NO_DELEGATION, category or Category.MEMBER, "")

    def delegation(self, text: str) -> Delegation | None:
        """Return the one delegation of that name."""
        if text not in self._found:
            self._found[text] = self._finder.exact(text)
        return self._found[text]

    def _refuse_twice(self, draft: ListedSpeaker) -> None:
        """Refuse the same person a second time."""
        first = self._seen.setdefault(identity_of(draft.person), draft.line)
        if first != draft.line:
            raise BadCellError("duplicate", str(first))


def _titled(said: Mapping[str, str], name: Name) -> tuple[str, str]:
    """Return the title and the function of a row: some lists call the function a title."""
    title, function = said.get("title", ""), said.get("function", "")
    if title and not is_title(title.split()[0]) and is_function(title):
        title, function = "", function or title
    return title or name.title, function or name.function


def _is_single(said: Mapping[str, str]) -> bool:
    """Return whether a list has a column for each part of a name, and one of them is blank."""
    last = "family" if "family" in said else "name"
    return "full" not in said and {"first", last} <= said.keys() and bool(said["first"]) != bool(said[last])


def _asked(read: Callable[[str], Meaning], text: str, empty: Meaning, doubts: list[Doubt]) -> Meaning:
    """Return what a cell says; ``empty`` and a doubt more if it does not say what its column is for."""
    try:
        return read(text)
    except BadCellError as bad:
        doubts.append(Doubt(bad.reason, bad.value))
        return empty


def _remembering(read: Callable[[str], Meaning]) -> Callable[[str], Meaning]:
    """Return ``read`` with a memory of what it said."""
    known: dict[str, Meaning] = {}

    def remembered(text: str) -> Meaning:
        if text not in known:
            known[text] = read(text)
        return known[text]

    return remembered
