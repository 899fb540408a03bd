"""Texts for the reason of a request's position on the list (docs/rules.md#p5)."""

from ipu_session.domain.model.ids import RequestId, Timestamp
from ipu_session.domain.model.list_positions import MoveCause, PositionReason
from ipu_session.domain.model.session import Session
from ipu_session.ui.strings import labels, venue_time
from ipu_session.ui.strings.translatable import QT_TRANSLATE_NOOP
from ipu_session.ui.strings.translation import translate

_REASON_TEXTS = {
    MoveCause.ARRIVAL: QT_TRANSLATE_NOOP("Debate", "asked at {time}, as number {place}"),
    MoveCause.MOVED: QT_TRANSLATE_NOOP("Debate", "moved by hand at {time}, from place {before} to {place}"),
    MoveCause.EXCHANGED: QT_TRANSLATE_NOOP(
        "Debate", "exchanged places with {other} at {time}, from {before} to {place}"
    ),
    MoveCause.DRAWN: QT_TRANSLATE_NOOP("Debate", "drawn as number {place} at {time}, lots of seed {seed}"),
    MoveCause.ACCEPTED: QT_TRANSLATE_NOOP("Debate", "order accepted at {time}, place {place}: {why}"),
    MoveCause.PASSED_OVER: QT_TRANSLATE_NOOP("Debate", "not in the room at {time}, to the end from place {before}"),
    MoveCause.RESTORED: QT_TRANSLATE_NOOP("Debate", "back on the list at {time}, at the end, place {place}"),
}
_REASON_SENTENCE = QT_TRANSLATE_NOOP("Debate", "{who}: {reason}")
_RESERVE_SENTENCE = QT_TRANSLATE_NOOP("Debate", "{reason}; a reserve")


def position_reason_text(session: Session, request_id: RequestId, now: Timestamp) -> str:
    """Return a sentence with the speaker of a request and the reason for its position on the list."""
    request = session.requests[request_id]
    position = request.position_reason
    person = session.person(request.delegate)
    sentence = translate("Debate", _REASON_TEXTS[position.cause]).format(
        time=venue_time.format_time_at(session, position.at_ms, now),
        place=position.position,
        before=position.previous_position,
        other=_other_speaker(session, position),
        seed=position.seed,
        why=order_reason_text(position.why, position.detail),
    )
    if request.reserve:
        sentence = translate("Debate", _RESERVE_SENTENCE).format(reason=sentence)
    origin = labels.delegation_name(session, person, labels.screen_language())
    return translate("Debate", _REASON_SENTENCE).format(who=origin or person.titled_name, reason=sentence)


def order_reason_text(reason: object, detail: str) -> str:
    """Return the reason for a proposed position, with ``detail``, such as a group, in parentheses; "" for None."""
    label = labels.optional_label(reason)
    return f"{label} ({detail})" if detail else label


def _other_speaker(session: Session, position: PositionReason) -> str:
    if position.exchanged_with is None:
        return ""
    person = session.person(session.requests[position.exchanged_with].delegate)
    return labels.delegation_name(session, person, labels.screen_language()) or person.titled_name
