"""Reader of one row of a speakers list: a speaker, or the reason for refusing the row."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from typing import TypeVar

from msgspec import Struct

from ipu_session.domain.exchange.import_results import ImportDoubt, ImportedSpeaker
from ipu_session.domain.model.ids import DelegationId
from ipu_session.domain.model.rules import Category
from ipu_session.domain.model.session import NO_DELEGATION, Gender, Person
from ipu_session.domain.text.delegation_search import DelegationFinder
from ipu_session.domain.text.honorifics import gender_of_title, is_title
from ipu_session.domain.text.person_identity import identity_of
from ipu_session.domain.text.text_folding import fold
from ipu_session.importers.speakers.birth_dates import parse_birth_date
from ipu_session.importers.speakers.cell_error import EMPTY_VALUES, BadCellError
from ipu_session.importers.speakers.column_headings import NAME_PARTS
from ipu_session.importers.speakers.name_cells import (
    ParsedName,
    decapitalize,
    decapitalize_surnames,
    may_be_inverted,
    parse_name,
)
from ipu_session.importers.speakers.public_offices import is_function
from ipu_session.importers.speakers.uncertain_names import (
    find_withdrawal,
    is_placeholder,
    is_withdrawal,
    names_several_people,
)
from ipu_session.importers.speakers.vocabulary import (
    is_yes,
    parse_category,
    parse_gender,
    parse_language,
    parse_themes,
    parse_young,
)

LENGTH_LIMIT = 200
"""Maximum length of a cell, in characters; a longer text is not a name."""

_WITHOUT_DELEGATION = frozenset({Category.EXPERT, Category.CO_RAPPORTEUR, Category.CHAIR})
"""Categories that may speak without a delegation."""
_ERROR_VALUE = re.compile(
    r"#(?:REF|N/?A|NAME|NOM|NOMBRE|VALUE|VALEUR|VALOR|DIV/0|NULL|NUL|NUM|SPILL|CALC|FIELD|ERR)[!?]?|Err:\d+",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"(.+?)\s*\(([^()]+)\)")
Meaning = TypeVar("Meaning")


class RowOptions(Struct, frozen=True):
    """Options for reading cells: the field of each column, the order of dates, the treatment of capitals."""

    fields: tuple[str, ...]
    day_first: bool | None = None
    keep_capitals: bool = False
    is_family_in_capitals: bool = False
    """Whether all family names are in capitals, and not all first names: they are then changed to normal spelling."""
    is_french: bool = False
    """Whether "M." means Monsieur."""
    gender_of_m: Gender | None = Gender.MAN
    """Meaning of M as a gender; None if it is ambiguous."""
    unread_name_columns: frozenset[int] = frozenset()
    """Columns that are not read and may hold a part of the name."""
    withdrawal_columns: frozenset[int] = frozenset()
    """Columns whose heading says that they mark withdrawn speakers."""


class SpeakerRow(Struct, frozen=True):
    """One row: its line, its cells, and the delegation from above that applies if its own cell is empty."""

    line: int
    cells: Sequence[str]
    delegation_above: str = ""
    is_above_certain: bool = False
    """Whether ``delegation_above`` certainly applies: by a merged cell, or by a heading that names the delegation."""
    is_marked: bool = False
    """Whether the row is hidden or struck through: the same person may be repeated below."""
    section: Category | None = None
    """Category in the section heading above the row, such as "Observers"; None without one."""


_NO_THEMES: tuple[int, ...] = ()


class RowError(Exception):
    """A row is refused: ``reason`` (a code), ``value`` (the text concerned), and the speaker as far as it was read."""

    def __init__(self, bad: BadCellError, draft: ImportedSpeaker | None = None) -> None:
        super().__init__(bad.reason)
        self.reason = bad.reason
        self.value = bad.value
        self.draft = draft


class _Affiliation(Struct, frozen=True):
    """Delegation, category and organization of a speaker."""

    delegation: DelegationId
    category: Category
    organization: str


def is_error_value(cell: str) -> bool:
    """Return whether a cell holds an error value of a spreadsheet, such as #REF!."""
    return bool(_ERROR_VALUE.fullmatch(cell))


class RowReader:
    """Reads the rows below a heading row; caches parsed cells, since few distinct values are repeated often."""

    def __init__(self, options: RowOptions, finder: DelegationFinder) -> None:
        self._options = options
        self._finder = finder
        self._line_of_person: dict[tuple[str, str, str], int] = {}
        self.find_delegation = cache(finder.find_exact)
        """Return the delegation with a name; None if no delegation, or more than one, has it."""
        self.decapitalized_lines: set[int] = set()
        """Lines whose name was in capitals and has been changed."""
        self._parse_young = cache(parse_young)
        self._parse_birth_date = cache(partial(parse_birth_date, day_first=options.day_first))
        self._parse_gender = cache(partial(parse_gender, gender_of_m=options.gender_of_m))
        self._parse_category = cache(parse_category)
        self._parse_themes = cache(parse_themes)
        self._parse_language = cache(parse_language)

    def read(self, row: SpeakerRow) -> ImportedSpeaker:
        """Return the speaker of a row; RowError if the row is refused (reasons: `speakers.reader`)."""
        cells = [" ".join(cell.split()) for cell in row.cells]
        cell_of = dict(zip(self._options.fields, cells, strict=False))
        names = {field: cell_of[field] for field in NAME_PARTS & cell_of.keys()}
        for field, cell in zip(self._options.fields, row.cells, strict=False):
            if field in names:
                names[field] = "\n".join(filter(None, (" ".join(line.split()) for line in cell.splitlines())))
        draft = self._build_draft(row, {**cell_of, **names})
        try:
            self._check_cells(cells)
            self._check_delegation(row, cell_of, draft.person)
            self._check_is_person(cells, names, draft.person, cell_of.get("delegation", "") or row.delegation_above)
            self._check_name(cells, names, draft.person)
            if not row.is_marked:
                self._check_duplicate(draft)
        except BadCellError as bad:
            raise RowError(bad, draft) from bad
        return draft

    def _build_draft(self, row: SpeakerRow, cell_of: Mapping[str, str]) -> ImportedSpeaker:
        """Return the speaker of a row; a cell that cannot be parsed is left empty, with a doubt."""
        doubts: list[ImportDoubt] = []
        limited = {field: cell[:LENGTH_LIMIT] for field, cell in cell_of.items()}
        values = {field: "" if is_error_value(cell) else cell for field, cell in limited.items()}
        category = _parse_or_doubt(self._parse_category, values.get("category", ""), None, doubts)
        delegation_text = values.get("delegation", "")
        if not delegation_text and category not in _WITHOUT_DELEGATION and not values.get("organization"):
            delegation_text = row.delegation_above
            if delegation_text and not row.is_above_certain:
                doubts.append(ImportDoubt("delegation-above", delegation_text))
        affiliation = self._find_affiliation(
            delegation_text, values.get("organization", ""), self._category_or_section(category, row, delegation_text)
        )
        name = parse_name(values, self._format_family_name, french=self._options.is_french)
        if affiliation.delegation == NO_DELEGATION and not affiliation.organization:
            affiliation, name = self._split_bracketed_delegation(affiliation, name)
        display_name = name.name if self._options.keep_capitals else decapitalize_surnames(name.name)
        if display_name != parse_name(values, str, french=self._options.is_french).name:
            self.decapitalized_lines.add(row.line)
        title, function = _title_and_function(values, name)
        gender = _parse_or_doubt(self._parse_gender, values.get("gender", ""), Gender.NOT_STATED, doubts)
        if any(doubt.reason == "bad-category" for doubt in doubts):
            function = function or values["category"]
        person = Person(
            affiliation.delegation,
            display_name,
            title,
            gender_of_title(title) if gender is Gender.NOT_STATED else gender,
            function,
            affiliation.category,
            _parse_or_doubt(self._parse_young, values.get("young", ""), None, doubts),
            _parse_or_doubt(self._parse_birth_date, values.get("born", ""), "", doubts),
            self._parse_language(values.get("language", "")),
            affiliation.organization,
        )
        doubts += [ImportDoubt("one-name", display_name)] * _has_single_part(values)
        doubts += [ImportDoubt("name-order", display_name)] * may_be_inverted(display_name)
        themes = _parse_or_doubt(self._parse_themes, values.get("theme", ""), _NO_THEMES, doubts)
        return ImportedSpeaker(row.line, person, themes, tuple(doubts))

    def _category_or_section(self, category: Category | None, row: SpeakerRow, delegation_text: str) -> Category | None:
        """Return ``category``; if it is None and the delegation is not known, that of the section heading above.

        A section of Members, for example, is ignored: only observers and `_WITHOUT_DELEGATION` are taken over.
        """
        if (
            category is None
            and row.section in {Category.OBSERVER, *_WITHOUT_DELEGATION}
            and not self.find_delegation(delegation_text)
        ):
            return row.section
        return category

    def _split_bracketed_delegation(
        self, affiliation: _Affiliation, name: ParsedName
    ) -> tuple[_Affiliation, ParsedName]:
        """Return the affiliation with the delegation in brackets after a name, and the name without it.

        For "S. Kihika (Kenya)": Kenya, "S. Kihika". Unchanged if there is no delegation in brackets.
        """
        match = _IN_BRACKETS.fullmatch(name.name)
        delegation = self.find_delegation(match[2]) if match else None
        if match is None or delegation is None:
            return affiliation, name
        return _Affiliation(delegation.id, affiliation.category, ""), ParsedName(match[1], name.title)

    def _format_family_name(self, name: str) -> str:
        change = self._options.is_family_in_capitals and not self._options.keep_capitals
        return decapitalize(name) if change else name

    def _check_cells(self, cells: Sequence[str]) -> None:
        extra = [cell for cell in cells[len(self._options.fields) :] if cell]
        if extra:
            raise BadCellError("extra-cells", extra[0])
        for field, cell in zip(self._options.fields, cells, strict=False):
            if field and len(cell) > LENGTH_LIMIT:
                raise BadCellError("too-long", f"{cell[:40]}…")

    def _check_delegation(self, row: SpeakerRow, cell_of: Mapping[str, str], person: Person) -> None:
        """BadCellError for an error value such as #REF! as delegation, organization or name, and for a bad delegation.

        The delegation must not be missing, unknown or ambiguous, unless the speaker has an organization or a category
        that needs none (`_WITHOUT_DELEGATION`).
        """
        for field in ("delegation", "organization", *NAME_PARTS):
            if is_error_value(cell_of.get(field, "")):
                raise BadCellError("error-value", cell_of[field])
        delegation_text = cell_of.get("delegation", "") or row.delegation_above
        if not person.delegation and person.category not in _WITHOUT_DELEGATION and not person.organization:
            if len(self._finder.find_named(delegation_text)) > 1:
                raise BadCellError("ambiguous-delegation", delegation_text)
            raise BadCellError("unknown-delegation" if delegation_text else "no-delegation", delegation_text)

    def _check_is_person(self, cells: Sequence[str], names: Mapping[str, str], person: Person, delegation: str) -> None:
        """BadCellError for a withdrawn speaker, and for text that is not a person's name."""
        if remark := find_withdrawal(" ".join(names.values())) or self._withdrawal_remark(cells):
            raise BadCellError("withdrawn", remark)
        has_letters = any(character.isalpha() for character in person.name)
        if not has_letters or is_placeholder(person.name) or fold(person.name) == fold(delegation):
            raise BadCellError("no-name", "")

    def _check_name(self, cells: Sequence[str], names: Mapping[str, str], person: Person) -> None:
        """BadCellError for an incomplete name, several people, or another delegation in brackets."""
        for field in ("name", "full"):
            if names_several_people(names.get(field, "")):
                raise BadCellError("two-people", names[field].replace("\n", " / "))
        if "first" in self._options.fields and not {"family", "name", "full"} & set(self._options.fields):
            raise BadCellError("half-name", person.name)
        for column in sorted(self._options.unread_name_columns):
            if column < len(cells) and any(map(str.isalpha, cells[column])):
                raise BadCellError("half-name", cells[column])
        match = _IN_BRACKETS.fullmatch(person.name)
        other = self.find_delegation(match[2]) if match and person.delegation else None
        if match and other is not None and other.id != person.delegation:
            raise BadCellError("ambiguous-delegation", match[2])

    def _withdrawal_remark(self, cells: Sequence[str]) -> str:
        """Return the cell that marks the speaker as withdrawn, by a word or in a column for it; "" if there is none."""
        for column, cell in enumerate(cells[: len(self._options.fields)]):
            if self._options.fields[column] in {"", "category"} and is_withdrawal(cell):
                return cell[:LENGTH_LIMIT]
            if column in self._options.withdrawal_columns and cell not in EMPTY_VALUES and is_yes(cell):
                return cell[:LENGTH_LIMIT]
        return ""

    def _find_affiliation(self, delegation_text: str, organization: str, category: Category | None) -> _Affiliation:
        delegation = self.find_delegation(delegation_text)
        if delegation is not None:
            return _Affiliation(delegation.id, category or delegation.category, organization)
        if category in _WITHOUT_DELEGATION or (category is Category.OBSERVER and (delegation_text or organization)):
            # Without a delegation the typed text is an organization.
            return _Affiliation(NO_DELEGATION, category, organization or delegation_text)
        return _Affiliation(NO_DELEGATION, category or Category.MEMBER, "")

    def _check_duplicate(self, draft: ImportedSpeaker) -> None:
        """BadCellError if the same person is in an earlier row."""
        first = self._line_of_person.setdefault(identity_of(draft.person), draft.line)
        if first != draft.line:
            raise BadCellError("duplicate", str(first))


def _title_and_function(cells: Mapping[str, str], name: ParsedName) -> tuple[str, str]:
    """Return title and function of a row; in some lists the column of titles holds functions."""
    title, function = cells.get("title", ""), cells.get("function", "")
    if title and not is_title(title.split()[0]) and is_function(title):
        title, function = "", function or title
    return title or name.title, function or name.function


def _has_single_part(cells: Mapping[str, str]) -> bool:
    """Return whether the list has columns for first and family name, and exactly one of these cells is empty."""
    last = "family" if "family" in cells else "name"
    return "full" not in cells and {"first", last} <= cells.keys() and bool(cells["first"]) != bool(cells[last])


def _parse_or_doubt(parse: Callable[[str], Meaning], text: str, empty: Meaning, doubts: list[ImportDoubt]) -> Meaning:
    """Return the parsed value of a cell; if it cannot be parsed, add a doubt and return ``empty``."""
    try:
        return parse(text)
    except BadCellError as bad:
        doubts.append(ImportDoubt(bad.reason, bad.value))
        return empty
