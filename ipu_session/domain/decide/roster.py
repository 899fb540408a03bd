"""Rules of the session's master data: details, limits, delegations, delegates."""

from msgspec.structs import replace

from ipu_session.domain import commands as c
from ipu_session.domain import events as e
from ipu_session.domain.decide.common import get_or_reject, next_id, reject_unless
from ipu_session.domain.decide.registry import decides
from ipu_session.domain.exchange.import_results import ConceptNote
from ipu_session.domain.model.ids import DelegateId, ThemeId, Timestamp
from ipu_session.domain.model.rules import DAY, HOUR, SECOND, Rules
from ipu_session.domain.model.session import Details, Person, Session
from ipu_session.domain.queries.forecast import rules_with_proposed_limit
from ipu_session.domain.rejections import Reason, RejectedError
from ipu_session.domain.text.person_identity import Identity, identity_of
from ipu_session.domain.text.text_folding import fold


@decides(c.CreateSession)
def create_session(command: c.CreateSession, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Create a session; refused if it exists."""
    reject_unless(not session.created, Reason.ALREADY_CREATED)
    _check_rules(command.rules)
    first: list[e.Event] = [e.SessionCreated(command.details, command.rules)]
    if command.delegations:
        first.append(e.DelegationsLoaded(command.delegations))
    start = next_id(session, len(first))
    return (
        *first,
        *(
            e.ThemeAdded(ThemeId(start + index), index + 1, title, source)
            for index, (title, source) in enumerate(command.themes)
        ),
    )


@decides(c.ChangeDetails)
def change_details(command: c.ChangeDetails, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Edit the masthead."""
    return () if command.details == session.details else (e.DetailsChanged(command.details),)


@decides(c.SetRules)
def set_rules(command: c.SetRules, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Set the limits; the intervention on the floor keeps its allotment."""
    _check_rules(command.rules)
    return () if command.rules == session.rules else (e.RulesSet(command.rules),)


@decides(c.ChangeDelegation)
def change_delegation(command: c.ChangeDelegation, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Add or edit a delegation, which needs an id and an English name."""
    new = command.delegation
    reject_unless(new.id.strip() and new.name_en.strip(), Reason.EMPTY_TEXT)
    return () if session.delegations.get(new.id) == new else (e.DelegationChanged(new),)


@decides(c.ChangeDelegate)
def change_delegate(command: c.ChangeDelegate, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Correct the data of a delegate; a waiting request may move to the end of the list (`_move_to_end`)."""
    check_person(command.person, session)
    old = get_or_reject(session.delegates, command.delegate).person
    if old == command.person:
        return ()
    return (e.DelegateChanged(command.delegate, command.person), *_move_to_end(session, command, old))


def _move_to_end(session: Session, command: c.ChangeDelegate, old: Person) -> tuple[e.Event, ...]:
    """Move a waiting request to the end if its person is replaced and the rules say so (docs/rules.md#row-6)."""
    is_other_person = identity_of(old) != identity_of(command.person)
    if not (session.rules.change_goes_to_the_end and is_other_person and old.name.strip()):
        return ()
    waiting = [request for request in session.queue if session.requests[request].delegate == command.delegate]
    return tuple(e.RequestMoved(request, len(session.queue) - 1) for request in waiting)


@decides(c.AcceptLimitProposal)
def accept_limit_proposal(command: c.AcceptLimitProposal, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Set the limit with which the sitting ends as planned; refused if there is no such proposal."""
    rules = rules_with_proposed_limit(session, now.utc_ms)
    if rules is None:
        raise RejectedError(Reason.NO_OFFER)
    return set_rules(c.SetRules(rules), session, now)


@decides(c.CountPresence)
def count_presence(command: c.CountPresence, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Record the number of people in the room."""
    new = command.presence
    reject_unless(min(new.delegates, new.women, new.young) >= 0, Reason.OUT_OF_RANGE)
    reject_unless(max(new.women, new.young) <= new.delegates, Reason.OUT_OF_RANGE)
    return () if new == session.presence else (e.PresenceCounted(new),)


@decides(c.ImportConceptNote)
def import_concept_note(command: c.ImportConceptNote, session: Session, now: Timestamp) -> tuple[e.Event, ...]:
    """Import a concept note: details found replace the present ones, new themes are added."""
    details = merge_details(session.details, command.note)
    events: list[e.Event] = [] if details == session.details else [e.DetailsChanged(details)]
    titles = {fold(theme.title) for theme in session.themes}
    number = session.themes_made
    for field in command.note.themes:
        if fold(field.value) not in titles:
            number += 1
            theme = ThemeId(next_id(session, len(events)))
            events.append(e.ThemeAdded(theme, number, field.value, field.source))
    return tuple(events)


def merge_details(details: Details, note: ConceptNote) -> Details:
    """Return the details with the values found in a concept note; details that it does not give stay."""
    pages = note.value("contributions_pages")
    return replace(
        details,
        title=note.value("title") or details.title,
        assembly=note.value("assembly") or details.assembly,
        adopting_assembly=note.value("adopting_assembly") or details.adopting_assembly,
        adopting_date=note.value("adopting_date") or details.adopting_date,
        committee=note.value("committee") or details.committee,
        place=note.value("place") or details.place,
        date=note.value("date") or details.date,
        contributions_deadline=note.value("contributions_deadline") or details.contributions_deadline,
        contributions_pages=int(pages) if pages.isdecimal() else details.contributions_pages,
        co_rapporteurs=note.values("co_rapporteurs") or details.co_rapporteurs,
        concept_note=note.text or details.concept_note,
        earlier_resolutions=note.values("earlier_resolutions") or details.earlier_resolutions,
    )


class DelegateIndex:
    """Index of the delegates of a session by identity, for resolving many persons in one command."""

    def __init__(self, session: Session) -> None:
        self._by_identity: dict[Identity, DelegateId] = {}
        for delegate in session.delegates.values():
            self.add(delegate.id, delegate.person)

    def add(self, delegate: DelegateId, person: Person) -> None:
        """Add a delegate; a person without a name is not indexed, so never recognized again."""
        if person.name.strip():
            self._by_identity.setdefault(identity_of(person), delegate)

    def find(self, person: Person) -> DelegateId | None:
        """Return the delegate with the identity of ``person``, or None."""
        return self._by_identity.get(identity_of(person)) if person.name.strip() else None


def resolve_delegate(
    session: Session, person: Person, preceding: int = 0, known_delegates: DelegateIndex | None = None
) -> tuple[DelegateId, tuple[e.Event, ...]]:
    """Return the delegate for ``person``, with the event that adds it if it is new.

    To resolve many persons, pass one ``known_delegates`` index, to which new delegates are added; otherwise an
    index of all delegates is built at each call. ``preceding`` is the number of events
    before this one in the transaction.
    """
    check_person(person, session)
    if known_delegates is None:
        known_delegates = DelegateIndex(session)
    delegate = known_delegates.find(person)
    if delegate is not None:
        return delegate, ()
    new = DelegateId(next_id(session, preceding))
    known_delegates.add(new, person)
    return new, (e.DelegateAdded(new, person),)


def check_person(person: Person, session: Session) -> None:
    """RejectedError if delegation, name and organization are all empty, or the delegation is not in the directory."""
    reject_unless(not person.delegation or person.delegation in session.delegations, Reason.UNKNOWN_DELEGATION)
    reject_unless(person.delegation or person.name.strip() or person.organization.strip(), Reason.EMPTY_TEXT)


def _check_rules(rules: Rules) -> None:
    limits = (
        rules.delegate_ms,
        rules.observer_ms,
        rules.opening_ms,
        rules.closing_ms,
        rules.point_of_order_ms,
        rules.motion_ms,
        rules.reply_ms,
        rules.second_reply_ms,
        rules.question_ms,
        rules.response_ms,
    )
    reject_unless(all(limit == 0 or SECOND <= limit <= DAY for limit in limits), Reason.OUT_OF_RANGE)
    durations_ms = (
        rules.amber_ms,
        rules.changeover_ms,
        rules.reaction_lag_ms,
        rules.grace_ms,
        rules.young_extra_ms,
        rules.announcement_ms,
    )
    reject_unless(all(0 <= value <= HOUR for value in durations_ms), Reason.OUT_OF_RANGE)
    reject_unless(0 <= rules.young_under <= 150 and rules.speakers_for_each_delegation >= 1, Reason.OUT_OF_RANGE)
    reject_unless(min(rules.replies_for_each_delegation, rules.lots_cap, rules.consecutive) >= 0, Reason.OUT_OF_RANGE)
