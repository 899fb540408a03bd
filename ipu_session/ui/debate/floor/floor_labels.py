"""Texts of the floor pane about the current intervention."""

from ipu_session.domain.model.ids import Timestamp
from ipu_session.domain.model.intervention import Intervention
from ipu_session.domain.model.rules import Category, Kind
from ipu_session.domain.model.session import Person, Session
from ipu_session.domain.model.stopwatch import Phase
from ipu_session.domain.queries.forecast import propose_limit
from ipu_session.domain.queries.statistics import heard_shares, percent
from ipu_session.ui.strings import labels, venue_time
from ipu_session.ui.strings.translatable import QT_TRANSLATE_NOOP
from ipu_session.ui.strings.translation import translate

_TEXTS = {
    "no-limit": QT_TRANSLATE_NOOP("Debate", "no limit"),
    "paused-since": QT_TRANSLATE_NOOP("Debate", "paused since {time}, for {length}"),
    "suspended-since": QT_TRANSLATE_NOOP("Debate", "since {time}, for {length}"),
    "offer": QT_TRANSLATE_NOOP("Debate", "to end at {time} each of the {count} waiting may have {length}: {key}"),
    "offer-one": QT_TRANSLATE_NOOP("Debate", "to end at {time} the one waiting may have {length}: {key}"),
    "offer-none": QT_TRANSLATE_NOOP("Debate", "not all of the {count} waiting can be heard by {time}"),
    "offer-fits": QT_TRANSLATE_NOOP("Debate", "all waiting can be heard by {time}"),
    "first": QT_TRANSLATE_NOOP("Debate", "first time"),
    "again": QT_TRANSLATE_NOOP("Debate", "heard {count}× before"),
    "of": QT_TRANSLATE_NOOP("Debate", "of {limit}"),
    "ledgers": QT_TRANSLATE_NOOP("Debate", "spoken {spoken} · paused {paused} · granted {granted} · over {over}"),
    "next": QT_TRANSLATE_NOOP("Debate", "next: {who}"),
    "nobody-next": QT_TRANSLATE_NOOP("Debate", "nobody is waiting"),
    "balance": QT_TRANSLATE_NOOP("Debate", "women {women} % · young {young} % · {heard} of {total} groups"),
    "unknown": QT_TRANSLATE_NOOP("Debate", "Not recorded yet"),
}


def speaker_name(person: Person) -> str:
    """Return the person's name with title, or else the organization; "" if nobody is recorded yet."""
    return person.titled_name or person.organization or ""


def speaker_description(session: Session, speech: Intervention) -> str:
    """Return delegation, groups, category and function, for a speech also how often the delegate spoke before.

    "" for an intervention without a recorded delegate.
    """
    if speech.delegate is None:
        return ""
    person = session.person(speech.delegate)
    parts = [labels.delegation_name(session, person, labels.screen_language())]
    delegation = session.delegations.get(person.delegation)
    if delegation is not None:
        parts += delegation.groups
    parts += [labels.enum_label(person.category), person.function]
    if speech.kind is Kind.SPEECH:
        interventions = (
            intervention for intervention in session.interventions.values() if intervention.delegate == speech.delegate
        )
        count = sum(
            intervention.kind is Kind.SPEECH and intervention.started_ms < speech.started_ms
            for intervention in interventions
        )
        parts.append(
            translate("Debate", _TEXTS["again"]).format(count=count)
            if count > 0
            else translate("Debate", _TEXTS["first"])
        )
    return " · ".join(part for part in parts if part)


def format_time_account(speech: Intervention, now_ms: int) -> str:
    """Return the spoken, paused, granted and over time of an intervention (docs/rules.md#f2)."""
    sign = "+" if speech.granted_ms >= 0 else "−"
    return translate("Debate", _TEXTS["ledgers"]).format(
        spoken=labels.format_minutes_seconds(speech.spoken_ms(now_ms)),
        paused=labels.format_minutes_seconds(speech.stopwatch.total_paused_ms(now_ms)),
        granted=sign + labels.format_minutes_seconds(abs(speech.granted_ms)),
        over=labels.format_minutes_seconds(speech.overtime_ms(now_ms)),
    )


def format_limit(speech: Intervention) -> str:
    """Return the limit, such as "of 3:00", or that there is none."""
    if not speech.has_limit:
        return translate("Debate", _TEXTS["no-limit"])
    return translate("Debate", _TEXTS["of"]).format(limit=labels.format_minutes_seconds(speech.limit_ms()))


def unnamed_speaker_label(session: Session, speech: Intervention) -> str:
    """Return the text in place of a name: the Chair, or that the speaker is not recorded yet."""
    if speech.kind is Kind.CHAIR:
        return session.details.chair or labels.enum_label(Category.CHAIR)
    return translate("Debate", _TEXTS["unknown"])


def next_speaker_label(session: Session) -> str:
    """Return the text that names the next speaker in calling order, or says that nobody is waiting."""
    if not session.queue:
        return translate("Debate", _TEXTS["nobody-next"])
    person = session.person(session.requests[session.calling_order[0]].delegate)
    return translate("Debate", _TEXTS["next"]).format(who=labels.delegation_and_name(session, person))


def format_stopped_since(session: Session, speech: Intervention | None, now: Timestamp) -> str:
    """Return since when the sitting is suspended, or else the clock paused; "" if neither is the case."""
    sitting = session.sitting
    if sitting is not None and sitting.is_suspended:
        return _format_since("suspended-since", sitting.suspensions[-1].from_ms, session, now)
    if speech is not None and speech.stopwatch.phase is Phase.PAUSED:
        return _format_since("paused-since", speech.stopwatch.paused_since_ms, session, now)
    return ""


def limit_proposal_text(session: Session, now: Timestamp, key: str) -> str:
    """Return which limit for each waiting speaker lets the sitting end as planned (docs/rules.md#f6).

    Or that all can be heard without it, or not all even so; "" if there is no proposal. ``key`` is the shortcut that
    accepts the limit.
    """
    proposal = propose_limit(session, now.utc_ms)
    if proposal is None:
        return ""
    name = "offer-one" if proposal.waiting == 1 else "offer"
    if proposal.each_ms is None:
        name = "offer-none"
    elif proposal.is_already_met:
        name = "offer-fits"
    length = labels.format_minutes_seconds(proposal.each_ms or 0)
    return translate("Debate", _TEXTS[name]).format(
        time=session.details.planned_end, count=proposal.waiting, length=length, key=key
    )


def balance_text(session: Session) -> str:
    """Return the balance of those heard by gender, age and group (docs/rules.md#g1); "" if nobody was heard."""
    shares = heard_shares(session)
    stated = shares.women + shares.men
    if not shares.total:
        return ""
    return translate("Debate", _TEXTS["balance"]).format(
        women=percent(shares.women, stated) if stated else "–",
        young=percent(shares.young, shares.ages_known) if shares.ages_known else "–",
        heard=sum(1 for _, count in shares.groups if count),
        total=len(shares.groups),
    )


def _format_since(key: str, since_ms: int, session: Session, now: Timestamp) -> str:
    time = venue_time.format_time_at(session, since_ms, now)
    return translate("Debate", _TEXTS[key]).format(
        time=time, length=labels.format_minutes_seconds(now.utc_ms - since_ms)
    )
