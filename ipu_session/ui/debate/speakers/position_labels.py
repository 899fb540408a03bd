"""Why a name stands where it does, in words (product.md, P5)."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ipu_session.domain.model.ids import Moment, RequestId
from ipu_session.domain.model.list_positions import Cause, Standing
from ipu_session.domain.model.session import Session
from ipu_session.ui.strings import labels, venue_time

_WORDS = {
    Cause.ARRIVAL: QT_TRANSLATE_NOOP("Debate", "asked at {time}, as number {place}"),
    Cause.MOVED: QT_TRANSLATE_NOOP("Debate", "moved by hand at {time}, from place {before} to {place}"),
    Cause.EXCHANGED: QT_TRANSLATE_NOOP(
        "Debate", "exchanged places with {other} at {time}, from {before} to {place}"
    ),
    Cause.DRAWN: QT_TRANSLATE_NOOP("Debate", "drawn as number {place} at {time}, lots of seed {seed}"),
    Cause.ACCEPTED: QT_TRANSLATE_NOOP("Debate", "order accepted at {time}, place {place}: {why}"),
    Cause.PASSED_OVER: QT_TRANSLATE_NOOP(
        "Debate", "not in the room at {time}, to the end from place {before}"
    ),
    Cause.RESTORED: QT_TRANSLATE_NOOP("Debate", "back on the list at {time}, at the end, place {place}"),
}
_NOW = QT_TRANSLATE_NOOP("Debate", "{who}: {reason}")
_RESERVE = QT_TRANSLATE_NOOP("Debate", "{reason}; a reserve")


def why_here(session: Session, request_id: RequestId, now: Moment) -> str:
    """Return why a request stands where it does."""
    request = session.requests[request_id]
    standing = request.standing
    person = session.person(request.delegate)
    reason = _said(_WORDS[standing.cause]).format(
        time=venue_time.time_at(session, standing.at_ms, now),
        place=standing.place,
        before=standing.before,
        other=_other(session, standing),
        seed=standing.seed,
        why=why_words(standing.why, standing.detail),
    )
    if request.reserve:
        reason = _said(_RESERVE).format(reason=reason)
    origin = labels.delegation_name(session, person, labels.screen_language())
    return _said(_NOW).format(who=origin or person.titled_name, reason=reason)


def why_words(why: object, detail: str) -> str:
    """Return the reason for a proposed place, with the group that is meant."""
    said = labels.any_word(why)
    return f"{said} ({detail})" if detail else said


def _other(session: Session, standing: Standing) -> str:
    if standing.other is None:
        return ""
    person = session.person(session.requests[standing.other].delegate)
    return labels.delegation_name(session, person, labels.screen_language()) or person.titled_name


def _said(text: object) -> str:
    return QCoreApplication.translate("Debate", str(text))
