"""The limits of a debate; every number may be edited. Sources: practice.md §4 and §5."""

from dataclasses import dataclass, replace
from enum import StrEnum

SECOND = 1_000
MINUTE = 60_000


class Category(StrEnum):
    """In what capacity somebody takes the floor (practice.md §5, row 7)."""

    MEMBER = "member"
    ASSOCIATE = "associate"
    OBSERVER = "observer"
    EXPERT = "expert"
    CO_RAPPORTEUR = "co-rapporteur"
    CHAIR = "chair"


class Kind(StrEnum):
    """What a request or an intervention is."""

    SPEECH = "speech"
    POINT_OF_ORDER = "point-of-order"
    REPLY = "reply"
    QUESTION = "question"
    RESPONSE = "response"


@dataclass(frozen=True, slots=True)
class Rules:
    """One debate's limits; durations in milliseconds, ages in years."""

    preset: str = "ipu-committee"
    delegate_ms: int = 3 * MINUTE
    observer_ms: int = 3 * MINUTE
    opening_ms: int = 5 * MINUTE
    closing_ms: int = 3 * MINUTE
    point_of_order_ms: int = 1 * MINUTE
    reply_ms: int = 3 * MINUTE
    second_reply_ms: int = 2 * MINUTE
    question_ms: int = 30 * SECOND
    response_ms: int = 30 * SECOND
    amber_ms: int = 30 * SECOND
    changeover_ms: int = 20 * SECOND
    reaction_lag_ms: int = 4 * SECOND
    speakers_for_each_delegation: int = 2
    replies_for_each_delegation: int = 2
    young_under: int = 45

    def allotment_ms(self, kind: Kind, category: Category, earlier: int = 0) -> int:
        """Return the time for an intervention; ``earlier`` of its kind were made by this delegate before."""
        match kind:
            case Kind.POINT_OF_ORDER:
                return self.point_of_order_ms
            case Kind.REPLY:
                return self.second_reply_ms if earlier else self.reply_ms
            case Kind.QUESTION:
                return self.question_ms
            case Kind.RESPONSE:
                return self.response_ms
            case Kind.SPEECH:
                return self._speech_ms(category, earlier)

    def _speech_ms(self, category: Category, earlier: int) -> int:
        if category is Category.CO_RAPPORTEUR:
            return self.closing_ms if earlier else self.opening_ms
        return self.observer_ms if category is Category.OBSERVER else self.delegate_ms


IPU_COMMITTEE = Rules()

PRESETS: dict[str, Rules] = {
    "ipu-committee": IPU_COMMITTEE,
    "ipu-general-debate": replace(
        IPU_COMMITTEE, preset="ipu-general-debate", delegate_ms=8 * MINUTE, observer_ms=5 * MINUTE
    ),
    "un": replace(
        IPU_COMMITTEE,
        preset="un",
        point_of_order_ms=5 * MINUTE,
        reply_ms=10 * MINUTE,
        second_reply_ms=5 * MINUTE,
    ),
    "pace": replace(IPU_COMMITTEE, preset="pace", opening_ms=7 * MINUTE),
    "upr": replace(
        IPU_COMMITTEE,
        preset="upr",
        delegate_ms=90 * SECOND,
        observer_ms=90 * SECOND,
        speakers_for_each_delegation=1,
    ),
}
