"""What the line *add a name* may mean: delegations, people known already, or somebody on no list."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ipu_session.domain.model.ids import ThemeId
from ipu_session.domain.model.rules import Category
from ipu_session.domain.model.session import Delegation, Person, Session
from ipu_session.domain.text.delegation_search import Finder
from ipu_session.domain.text.honorifics import gender_of_title, split_title
from ipu_session.domain.text.speaker_syntax import read_slip
from ipu_session.domain.text.text_folding import fold

_DELEGATIONS = 6
_PEOPLE = 4


@dataclass(frozen=True, slots=True)
class Choice:
    """One meaning: who would be put on the list; ``free`` if the person is on no list."""

    person: Person
    free: bool = False
    themes: tuple[ThemeId, ...] = ()


def choices(session: Session, finder: Finder, line: str) -> tuple[Choice, ...]:
    """Return what a line may mean, the likeliest first.

    "ken" means Kenya; "ken, Ms. Kihika" a delegate of Kenya by name; anything else is a name on no list, as
    it is typed: "Ana Flores, Lima" may be a person and a place, and only a title behind the comma tells that
    an organization stands before it. What the paper slip says more may stand behind (domain.slip).
    """
    text, slip = read_slip(line)
    themes = tuple(theme.id for theme in session.themes if theme.number in slip.themes)
    return tuple(
        replace(choice, person=slip.put_on(choice.person), themes=themes)
        for choice in _meant(session, finder, text)
    )


def _meant(session: Session, finder: Finder, line: str) -> tuple[Choice, ...]:
    query, comma, name = (part.strip() for part in line.partition(","))
    if not query:
        return ()
    found = finder.find(query, _DELEGATIONS)
    if comma and name:
        named = [Choice(_named(delegation, name)) for delegation in found]
        of_organization, as_typed = _free(name, query), _free(line.strip(), "")
        if named:
            return (*named, of_organization)
        return (of_organization, as_typed) if of_organization.person.title else (as_typed, of_organization)
    known = list(_known(session, found, query))
    return (*(Choice(_of(delegation)) for delegation in found), *known, _free(query, ""))


def _known(session: Session, found: tuple[Delegation, ...], query: str) -> Iterator[Choice]:
    """Yield people who are known: those of the likeliest delegation, and those so called."""
    folded = fold(query)
    first = found[0].id if found else None
    count = 0
    for delegate in session.delegates.values():
        person = delegate.person
        if person.name and (person.delegation == first or folded in fold(person.name)):
            yield Choice(person)
            count += 1
            if count == _PEOPLE:
                return


def _of(delegation: Delegation) -> Person:
    return Person(delegation.id, category=delegation.category)


def _named(delegation: Delegation, text: str) -> Person:
    title, name = split_title(text)
    return Person(delegation.id, name, title, gender_of_title(title), category=delegation.category)


def _free(text: str, organization: str) -> Choice:
    title, name = split_title(text)
    category = Category.OBSERVER if organization else Category.EXPERT
    gender = gender_of_title(title)
    person = Person(name=name, title=title, gender=gender, category=category, organization=organization)
    return Choice(person, free=True)
