"""Texts of the chair's screen: the balance of women, young people and groups (docs/rules.md#g1), and reminders."""

from ipu_session.domain.model.ids import DelegateId
from ipu_session.domain.model.session import Session
from ipu_session.domain.queries.chair_hints import ChairHint, HintKind
from ipu_session.domain.queries.statistics import Shares, balance, percent
from ipu_session.ui.strings import labels
from ipu_session.ui.strings.translatable import QT_TRANSLATE_NOOP
from ipu_session.ui.strings.translation import translate

_HINT_TEMPLATES = {
    HintKind.OVER_TIME: QT_TRANSLATE_NOOP("Chair", "{who} is {length} over time"),
    HintKind.LATE: QT_TRANSLATE_NOOP("Chair", "at this pace the sitting ends {number} min late"),
    HintKind.CLOSE_THE_LIST: QT_TRANSLATE_NOOP("Chair", "the list was announced to close: close it"),
    HintKind.IN_A_ROW: QT_TRANSLATE_NOOP("Chair", "the next would be number {number} in a row of {who}"),
    HintKind.NEXT_WOMAN: QT_TRANSLATE_NOOP("Chair", "the next woman on the list: {who}, place {number}"),
    HintKind.NEXT_YOUNG: QT_TRANSLATE_NOOP("Chair", "the next young speaker: {who}, place {number}"),
    HintKind.UNHEARD_GROUPS: QT_TRANSLATE_NOOP("Chair", "waiting, of groups not heard yet: {who}"),
    HintKind.REPLIES: QT_TRANSLATE_NOOP("Chair", "rights of reply at the end: {number}"),
    HintKind.THEMES: QT_TRANSLATE_NOOP("Chair", "themes nobody has touched: {who}"),
}
_BALANCE = QT_TRANSLATE_NOOP("Chair", "{what}: women {women} %, young {young} %")
_BALANCE_BASE = QT_TRANSLATE_NOOP("Chair", "{what} ({count}): women {women} %, young {young} %")
_HEARD = QT_TRANSLATE_NOOP("Chair", "heard")
_TIME = QT_TRANSLATE_NOOP("Chair", "time used")
_WAITING = QT_TRANSLATE_NOOP("Chair", "waiting")
_PRESENT = QT_TRANSLATE_NOOP("Chair", "present")
_GROUPS = QT_TRANSLATE_NOOP("Chair", "groups heard: {heard} of {total}")


def format_reminder(session: Session, reminder: ChairHint) -> str:
    """Return a reminder as a sentence."""
    names = ", ".join(reminder.words) or _delegation_or_name(session, reminder.delegate)
    length = labels.format_minutes_seconds(reminder.number)
    return translate("Chair", _HINT_TEMPLATES[reminder.kind]).format(who=names, number=reminder.number, length=length)


def format_balance(session: Session, now_ms: int) -> tuple[str, ...]:
    """Return the lines about the balance of women, young people and groups (docs/rules.md#g1).

    There is a line each for those heard, the time used, those waiting and those present, unless its total is 0; the
    last line has the number of groups heard.
    """
    shares = balance(session, now_ms)
    lines = [
        _format_shares(_HEARD, shares.heard, counted=True),
        _format_shares(_TIME, shares.time),
        _format_shares(_WAITING, shares.waiting, counted=True),
    ]
    present = session.presence
    if present.delegates:
        # A count of 0 cannot be distinguished from a count that was not entered: show a dash.
        women, young = (percent(part, present.delegates) if part else "–" for part in (present.women, present.young))
        text = translate("Chair", _BALANCE_BASE)
        basis = translate("Chair", _PRESENT)
        lines.append(text.format(what=basis, count=present.delegates, women=women, young=young))
    groups_heard = sum(1 for _, count in shares.heard.groups if count)
    lines.append(translate("Chair", _GROUPS).format(heard=groups_heard, total=len(shares.heard.groups)))
    return tuple(line for line in lines if line)


def _format_shares(basis: str, shares: Shares, *, counted: bool = False) -> str:
    if not shares.total:
        return ""
    stated = shares.women + shares.men
    women = percent(shares.women, stated) if stated else "–"
    young = percent(shares.young, shares.ages_known) if shares.ages_known else "–"
    text = translate("Chair", _BALANCE_BASE if counted else _BALANCE)
    return text.format(what=translate("Chair", basis), count=shares.total, women=women, young=young)


def _delegation_or_name(session: Session, delegate: DelegateId | None) -> str:
    if delegate is None:
        return ""
    person = session.person(delegate)
    return labels.delegation_name(session, person, labels.screen_language()) or person.titled_name
