"""What all sections of the report need: session, language, options and common formats."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

from ipu_session.domain.exchange.report_options import ReportOptions
from ipu_session.domain.model.ids import ThemeId, Timestamp
from ipu_session.domain.model.intervention import Intervention
from ipu_session.domain.model.session import Delegation, Person, Request, Session
from ipu_session.domain.queries.parties import Party, party_of
from ipu_session.domain.queries.statistics import Participation
from ipu_session.domain.queries.theme_matrix import (
    ThemeContributors,
    ThemeMatrix,
    build_report_matrix,
    contributors_by_theme,
)
from ipu_session.domain.queries.timezone import utc_offset_at
from ipu_session.domain.text.delegation_search import DelegationFinder
from ipu_session.report.language.catalog import ReportCatalog

_NAME_AND_COUNTRY = re.compile(r"([^()]+) \((.+)\)")
ANNEXES = ("speakers", "not_heard", "contributions", "procedure", "matrix", "statistics", "received")
"""Names of the annexes A to G; the last is left out if no correction was received."""


@dataclass(frozen=True)
class ReportContext:
    """A session at one moment, in one language, with the report options."""

    session: Session
    now: Timestamp
    catalog: ReportCatalog
    participation: Participation
    options: ReportOptions

    @cached_property
    def interventions_by_time(self) -> tuple[Intervention, ...]:
        """All interventions, ordered by start time."""
        return tuple(sorted(self.session.interventions.values(), key=lambda each: (each.started_ms, each.id)))

    @cached_property
    def matrix(self) -> ThemeMatrix:
        """Matrix of themes by parties, computed once."""
        return build_report_matrix(self.session, self.now.utc_ms)

    @cached_property
    def addressed_by_theme(self) -> dict[ThemeId, ThemeContributors]:
        """The parties that spoke or wrote on each theme, or announced it on a request."""
        return contributors_by_theme(self.session)

    def themes_text(self, themes: Collection[ThemeId]) -> str:
        """Return "theme 2" or "themes 2, 4"; "" for none."""
        numbers = [str(theme.number) for theme in self.session.themes if theme.id in themes]
        return self.catalog.plural("format.on_themes", len(numbers), numbers=self.catalog.join_with_commas(numbers))

    def annex_letter(self, annex: str) -> str:
        """Return the letter of an annex in this language; ``annex`` is a name in `ANNEXES`."""
        return self.catalog.annex_letter(ANNEXES.index(annex))

    def utc_offset_min_at(self, at_ms: int) -> int:
        """Return the venue's offset from UTC in minutes at a moment, as recorded with the sitting."""
        return utc_offset_at(self.session, at_ms, self.now.offset_min)

    def format_time(self, at_ms: int) -> str:
        """Return the local time of day."""
        return self.catalog.format_time(at_ms, self.utc_offset_min_at(at_ms))

    @cached_property
    def _day_count(self) -> int:
        """Number of days on which sittings were opened."""
        sittings = self.session.sittings
        return len({self.catalog.format_day_at(sitting.opened_ms, sitting.offset_min) for sitting in sittings})

    @property
    def spans_several_days(self) -> bool:
        """Whether sittings were opened on more than one day."""
        return self._day_count > 1

    def format_time_or_moment(self, at_ms: int) -> str:
        """Return the local time of day, with the date if the debate was held on several days."""
        return self.format_moment(at_ms) if self.spans_several_days else self.format_time(at_ms)

    def format_table_time(self, at_ms: int) -> str:
        """Return the same as `format_time_or_moment`, with a date without year, for narrow columns."""
        if not self.spans_several_days:
            return self.format_time(at_ms)
        return self.catalog.format_table_moment(at_ms, self.utc_offset_min_at(at_ms))

    def time_column_share(self, time_of_day_share: int) -> int:
        """Return the width share for a column of `format_table_time`, or ``time_of_day_share`` if it has no dates."""
        return self.catalog.day_column_share(time_of_day_share + 4) if self.spans_several_days else time_of_day_share

    def format_time_after(self, earlier_ms: int, at_ms: int) -> str:
        """Return the local time of day, with the date if it differs from that of an earlier moment."""
        offset = self.utc_offset_min_at(earlier_ms)
        same_day = self.catalog.format_day_at(earlier_ms, offset) == self.catalog.format_day_at(at_ms, offset)
        return self.format_time(at_ms) if same_day else self.format_moment(at_ms)

    def format_moment(self, at_ms: int) -> str:
        """Return the local time of day and date."""
        return self.catalog.format_moment(at_ms, self.utc_offset_min_at(at_ms))

    def display_name(self, delegation: Delegation) -> str:
        """Return a delegation's name in this language, with typographic apostrophes."""
        return delegation.name(self.catalog.language).replace("'", "’")

    def party_name(self, party: Party) -> str:
        """Return the name of a delegation or organization; in their own capacity, organization and capacity."""
        if party.capacity is not None:
            category = self.catalog.text(f"categories.{party.capacity.value}")
            return self.catalog.join_with_commas(
                filter(None, (self.catalog.localize_title(party.organization), category))
            )
        delegation = self.session.delegations.get(party.delegation)
        if delegation is not None:
            return self.display_name(delegation)
        return party.organization or self.catalog.text("annexes.unattributed")

    def represented_name(self, person: Person) -> str:
        """Return the name of the party a person speaks for."""
        return self.party_name(party_of(person))

    def person_name(self, person: Person) -> str:
        """Return a person's name with the title in this language."""
        title = self.catalog.lookup("titles", person.title) if person.title else ""
        return f"{title} {person.name}".strip()

    def localize_title(self, text: str) -> str:
        """Return an office holder as typed, such as "Ms. L. Amrani (Morocco)", with title and country in this language.

        A report without names omits the country: it names office holders, but no delegation.
        """
        localized = self.catalog.localize_title(text)
        match = _NAME_AND_COUNTRY.fullmatch(localized)
        if not match:
            return localized
        country = self._delegation_finder.find_exact(match[2])
        if country and not self.options.attributed:
            return match[1]
        # An abbreviation in capitals, such as (PS), may be a political party.
        return f"{match[1]} ({self.display_name(country)})" if country and not match[2].isupper() else localized

    @cached_property
    def _delegation_finder(self) -> DelegationFinder:
        return DelegationFinder(self.session.delegations.values())

    def speaker(self, intervention: Intervention) -> Person:
        """Return the speaker of an intervention; a `Person` with empty fields if none is recorded."""
        return self.session.person(intervention.delegate)

    def requester(self, request: Request) -> Person:
        """Return the person who made a request."""
        return self.session.person(request.delegate)


def sort_party_names(context: ReportContext, parties: Iterable[Party]) -> list[str]:
    """Return the names of parties in alphabetical order of the language."""
    return sorted(map(context.party_name, parties), key=context.catalog.sort_key)


def affiliation_name(context: ReportContext, person: Person) -> str:
    """Return a person's delegation, else the organization, else the name, else the capacity."""
    delegation = context.session.delegations.get(person.delegation)
    if delegation is not None:
        return context.display_name(delegation)
    return person.organization.strip() or context.person_name(person) or context.represented_name(person)
