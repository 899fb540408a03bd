"""Candidates for the line *add a name*: delegations, delegates on record, or free text."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from ipu_session.domain.model.ids import ThemeId
from ipu_session.domain.model.rules import Category
from ipu_session.domain.model.session import Delegation, Person, Session
from ipu_session.domain.text.delegation_search import DelegationFinder
from ipu_session.domain.text.honorifics import gender_of_title, split_title
from ipu_session.domain.text.speaker_syntax import parse_speaker_tags
from ipu_session.domain.text.text_folding import fold

_MAX_DELEGATIONS = 6
_MAX_PEOPLE = 4


class Candidate(Struct, frozen=True):
    """One interpretation of the line; ``is_free_text``: the person is neither of a delegation nor on record."""

    person: Person
    is_free_text: bool = False
    themes: tuple[ThemeId, ...] = ()


def find_candidates(session: Session, finder: DelegationFinder, line: str) -> tuple[Candidate, ...]:
    """Return the interpretations of a line, the likeliest first.

    "ken" may be Kenya, a delegate on record, or free text; "ken, Ms. Kihika" a delegate of Kenya. If no delegation
    precedes the comma, as in "Ana Flores, Lima", the likeliest is one person with the whole text as name; with a title
    after the comma, it is that person, of an organization. Tags such as /f and #2 may follow the name.
    """
    text, tags = parse_speaker_tags(line)
    themes = tuple(theme.id for theme in session.themes if theme.number in tags.themes)
    return tuple(
        replace(choice, person=tags.apply_to(choice.person), themes=themes)
        for choice in _match_line(session, finder, text)
    )


def _match_line(session: Session, finder: DelegationFinder, line: str) -> tuple[Candidate, ...]:
    query, comma, name = (part.strip() for part in line.partition(","))
    if not query:
        return ()
    delegations = finder.find(query, _MAX_DELEGATIONS)
    if comma and name:
        named_candidates = [Candidate(_named_person(delegation, name)) for delegation in delegations]
        of_organization, as_typed = _free_text_candidate(name, query), _free_text_candidate(line.strip(), "")
        if named_candidates:
            return (*named_candidates, of_organization)
        return (of_organization, as_typed) if of_organization.person.title else (as_typed, of_organization)
    known_people = list(_match_known_people(session, delegations, query))
    return (
        *(Candidate(_delegation_person(delegation)) for delegation in delegations),
        *known_people,
        _free_text_candidate(query, ""),
    )


def _match_known_people(session: Session, delegations: tuple[Delegation, ...], query: str) -> Iterator[Candidate]:
    """Yield up to four delegates on record, of the likeliest delegation or with ``query`` in their name."""
    folded = fold(query)
    first = delegations[0].id if delegations else None
    count = 0
    # A persistent map has no order.
    for delegate in sorted(session.delegates.values(), key=lambda each: each.id):
        person = delegate.person
        if person.name and (person.delegation == first or folded in fold(person.name)):
            yield Candidate(person)
            count += 1
            if count == _MAX_PEOPLE:
                return


def _delegation_person(delegation: Delegation) -> Person:
    return Person(delegation.id, category=delegation.category)


def _named_person(delegation: Delegation, text: str) -> Person:
    title, name = split_title(text)
    return Person(delegation.id, name, title, gender_of_title(title), category=delegation.category)


def _free_text_candidate(text: str, organization: str) -> Candidate:
    title, name = split_title(text)
    category = Category.OBSERVER if organization else Category.EXPERT
    gender = gender_of_title(title)
    person = Person(name=name, title=title, gender=gender, category=category, organization=organization)
    return Candidate(person, is_free_text=True)
