"""What the floor pane says about whoever speaks."""

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ipu_session.domain.figures import balance, by_delegate, percent
from ipu_session.domain.rules import Kind
from ipu_session.domain.state import Intervention, Person, Session
from ipu_session.domain.timing import Phase
from ipu_session.ui import wording

_WORDS = {
    "on-time": QT_TRANSLATE_NOOP("Debate", "on time"),
    "soon": QT_TRANSLATE_NOOP("Debate", "time nearly up"),
    "over": QT_TRANSLATE_NOOP("Debate", "over time"),
    "paused": QT_TRANSLATE_NOOP("Debate", "paused"),
    "held": QT_TRANSLATE_NOOP("Debate", "held"),
    "first": QT_TRANSLATE_NOOP("Debate", "first time"),
    "again": QT_TRANSLATE_NOOP("Debate", "heard {count}× before"),
    "of": QT_TRANSLATE_NOOP("Debate", "of {limit}"),
    "ledgers": QT_TRANSLATE_NOOP(
        "Debate", "spoken {spoken} · paused {paused} · granted {granted} · over {over}"
    ),
    "formula": QT_TRANSLATE_NOOP("Debate", "I give the floor to {name} of {delegation}."),
    "formula-bare": QT_TRANSLATE_NOOP("Debate", "I give the floor to {name}."),
    "next": QT_TRANSLATE_NOOP("Debate", "next: {who}"),
    "nobody-next": QT_TRANSLATE_NOOP("Debate", "nobody is waiting"),
    "balance": QT_TRANSLATE_NOOP("Debate", "women {women} % · young {young} % · {heard} of {total} groups"),
    "unknown": QT_TRANSLATE_NOOP("Debate", "Not recorded yet"),
}


@dataclass(frozen=True, slots=True)
class Signal:
    """How much time is left, as a word and as a role for the colour; never by colour alone."""

    word: str
    role: str


def signal(session: Session, speech: Intervention, now_ms: int) -> Signal:
    """Return the signal of an intervention: on time, nearly up, over (product.md, F5)."""
    if speech.watch.phase is Phase.PAUSED:
        return Signal(_said("paused"), "warning")
    if speech.watch.phase is Phase.HELD:
        return Signal(_said("held"), "warning")
    left_ms = speech.remaining_ms(now_ms)
    if left_ms <= 0:
        return Signal(_said("over"), "alarm")
    amber = left_ms <= session.rules.amber_ms
    return Signal(_said("soon"), "warning") if amber else Signal(_said("on-time"), "good")


def name(person: Person) -> str:
    """Return who speaks, or that it is not recorded yet."""
    return person.titled_name or person.organization or ""


def about(session: Session, speech: Intervention) -> str:
    """Return delegation, groups, capacity, and whether they were heard before."""
    if speech.delegate is None:
        return ""
    person = session.person(speech.delegate)
    parts = [wording.delegation_name(session, person, wording.screen_language())]
    delegation = session.delegations.get(person.delegation)
    if delegation is not None:
        parts += delegation.groups
    parts += [wording.word(person.category), person.function]
    if speech.kind is Kind.SPEECH:
        earlier = by_delegate(session, speech.started_ms).get(speech.delegate)
        count = earlier.count - 1 if earlier else 0
        parts.append(_said("again").format(count=count) if count > 0 else _said("first"))
    return " · ".join(part for part in parts if part)


def ledgers(speech: Intervention, now_ms: int) -> str:
    """Return the four ledgers of an intervention (product.md, F2)."""
    sign = "+" if speech.granted_ms >= 0 else "−"
    return _said("ledgers").format(
        spoken=wording.duration(speech.spoken_ms(now_ms)),
        paused=wording.duration(speech.watch.stopped_ms(now_ms)),
        granted=sign + wording.duration(abs(speech.granted_ms)),
        over=wording.duration(speech.overtime_ms(now_ms)),
    )


def limit(speech: Intervention) -> str:
    """Return "of 3:00"."""
    return _said("of").format(limit=wording.duration(speech.limit_ms()))


def unknown() -> str:
    """Return that it is not recorded who speaks."""
    return _said("unknown")


def next_in_line(session: Session) -> str:
    """Return who is next."""
    if not session.queue:
        return _said("nobody-next")
    person = session.person(session.requests[session.queue[0]].delegate)
    return _said("next").format(who=wording.origin_and_name(session, person))


def formula(session: Session) -> str:
    """Return what the chair reads out to call the next (product.md, H2)."""
    if not session.queue:
        return ""
    person = session.person(session.requests[session.queue[0]].delegate)
    origin = wording.delegation_name(session, person, wording.screen_language())
    if person.titled_name and origin:
        return _said("formula").format(name=person.titled_name, delegation=origin)
    return _said("formula-bare").format(name=person.titled_name or origin)


def balance_text(session: Session, now_ms: int) -> str:
    """Return the balance of the names heard (product.md, G1)."""
    heard = balance(session, now_ms).heard
    stated = heard.women + heard.men
    if not heard.total:
        return ""
    return _said("balance").format(
        women=percent(heard.women, stated) if stated else 0,
        young=percent(heard.young, heard.total),
        heard=sum(1 for _, count in heard.groups if count),
        total=len(heard.groups),
    )


def _said(key: str) -> str:
    return QCoreApplication.translate("Debate", str(_WORDS[key]))
