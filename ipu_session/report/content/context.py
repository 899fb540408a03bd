"""What every section of the report is built from."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

from ipu_session.domain.exchange.report_options import ReportChoice
from ipu_session.domain.model.ids import Moment, ThemeId
from ipu_session.domain.model.intervention import Intervention
from ipu_session.domain.model.session import Delegation, Person, Request, Session
from ipu_session.domain.queries.statistics import Participation, Party, party_of
from ipu_session.domain.queries.theme_matrix import Addressed, Matrix, addressed, matrix_for_report
from ipu_session.domain.queries.timezone import offset_at
from ipu_session.domain.text.delegation_search import Finder
from ipu_session.report.language.catalog import Wording

_FROM = re.compile(r"([^()]+) \((.+)\)")
ANNEXES = ("speakers", "not_heard", "contributions", "procedure", "matrix", "statistics", "received")
"""The annexes in their order, A to G; the last is there only if corrections were received."""


@dataclass(frozen=True)
class Context:
    """One session at one moment, in one language."""

    session: Session
    now: Moment
    words: Wording
    figures: Participation
    choice: ReportChoice

    @cached_property
    def in_order(self) -> tuple[Intervention, ...]:
        """Every intervention in the order in which the floor was taken."""
        return tuple(sorted(self.session.interventions.values(), key=lambda i: (i.started_ms, i.id)))

    @cached_property
    def matrix(self) -> Matrix:
        """Themes by parties; counted once for all that rests on it."""
        return matrix_for_report(self.session, self.now.utc_ms)

    @cached_property
    def addressed(self) -> dict[ThemeId, Addressed]:
        """Who is recorded to have spoken, written or announced something on each theme."""
        return addressed(self.session)

    def on_themes(self, themes: Collection[ThemeId]) -> str:
        """Return "theme 2" or "themes 2, 4"; nothing for none."""
        numbers = [str(theme.number) for theme in self.session.themes if theme.id in themes]
        return self.words.count("format.on_themes", len(numbers), numbers=self.words.enumerated(numbers))

    def letter(self, annex: str) -> str:
        """Return the letter of an annex, as the language counts annexes."""
        return self.words.annex_letter(ANNEXES.index(annex))

    def offset_at(self, at_ms: int) -> int:
        """Return how many minutes the room was ahead of UTC at a moment: by the sitting of that time."""
        return offset_at(self.session, at_ms, self.now.offset_min)

    def clock(self, at_ms: int) -> str:
        """Return the room's time of day."""
        return self.words.clock(at_ms, self.offset_at(at_ms))

    @cached_property
    def _days(self) -> int:
        """On how many days the debate was held."""
        sittings = self.session.sittings
        return len({self.words.day_of(sitting.opened_ms, sitting.offset_min) for sitting in sittings})

    @property
    def several_days(self) -> bool:
        """Whether the debate was held on more than one day."""
        return self._days > 1

    def when(self, at_ms: int) -> str:
        """Return the room's time of day; the day too if the debate was held on several."""
        return self.moment(at_ms) if self.several_days else self.clock(at_ms)

    def when_in_table(self, at_ms: int) -> str:
        """Return the same as a narrow column takes it."""
        if not self.several_days:
            return self.clock(at_ms)
        return self.words.moment_in_table(at_ms, self.offset_at(at_ms))

    def time_share(self, usual: int) -> int:
        """Return the share of a table's width for `when_in_table`; ``usual`` is that of a time of day."""
        return self.words.day_share(usual + 4) if self.several_days else usual

    def when_after(self, earlier_ms: int, at_ms: int) -> str:
        """Return the room's time of day; the day too if it is not that of an earlier moment."""
        offset = self.offset_at(earlier_ms)
        same_day = self.words.day_of(earlier_ms, offset) == self.words.day_of(at_ms, offset)
        return self.clock(at_ms) if same_day else self.moment(at_ms)

    def moment(self, at_ms: int) -> str:
        """Return the room's time of day and day."""
        return self.words.moment(at_ms, self.offset_at(at_ms))

    def called(self, delegation: Delegation) -> str:
        """Return a delegation's name in this language, with the apostrophe that print wants."""
        return delegation.name(self.words.language).replace("'", "’")

    def party(self, party: Party) -> str:
        """Return what a delegation or organization is called; who spoke for themselves, in which capacity."""
        if party.capacity is not None:
            category = self.words.text(f"categories.{party.capacity.value}")
            return self.words.enumerated(filter(None, (self.words.titled(party.organization), category)))
        delegation = self.session.delegations.get(party.delegation)
        if delegation is not None:
            return self.called(delegation)
        return party.organization or self.words.text("annexes.unattributed")

    def origin(self, person: Person) -> str:
        """Return for whom a person speaks: a delegation, an organization, or themselves by name."""
        return self.party(party_of(person))

    def name(self, person: Person) -> str:
        """Return a person's name with the title as this language has it."""
        title = self.words.known("titles", person.title) if person.title else ""
        return f"{title} {person.name}".strip()

    def titled(self, text: str) -> str:
        """Return a person as typed, "Ms. L. Amrani (Morocco)", with title and country in this language.

        A report without names leaves the country out: who holds an office speaks for none.
        """
        named = self.words.titled(text)
        found = _FROM.fullmatch(named)
        if not found:
            return named
        country = self._finder.exact(found[2])
        if country and not self.choice.attributed:
            return found[1]
        # In capitals it can be a party: (PS) is no country here.
        return f"{found[1]} ({self.called(country)})" if country and not found[2].isupper() else named

    @cached_property
    def _finder(self) -> Finder:
        return Finder(self.session.delegations.values())

    def who(self, intervention: Intervention) -> Person:
        """Return whose an intervention is; an empty person for nobody known."""
        return self.session.person(intervention.delegate)

    def asker(self, request: Request) -> Person:
        """Return who asked for the floor."""
        return self.session.person(request.delegate)


def ordered(context: Context, parties: Iterable[Party]) -> list[str]:
    """Return what parties are called, in the order of the alphabet."""
    return sorted(map(context.party, parties), key=context.words.order)


def affiliation(context: Context, person: Person) -> str:
    """Return where a person comes from, in whatever capacity they speak."""
    known = context.session.delegations.get(person.delegation)
    if known is not None:
        return context.called(known)
    return person.organization.strip() or context.name(person) or context.origin(person)
