"""The limits of a debate; all of them can be edited. Sources: docs/rules.md#practice-4 and #practice-5."""

from enum import StrEnum

from msgspec.structs import replace

from ipu_session.domain.model.value import Value

SECOND = 1_000
MINUTE = 60_000
HOUR = 3_600_000
DAY = 86_400_000


class Category(StrEnum):
    """The capacity in which somebody takes the floor (docs/rules.md#row-7)."""

    MEMBER = "member"
    ASSOCIATE = "associate"
    OBSERVER = "observer"
    EXPERT = "expert"
    CO_RAPPORTEUR = "co-rapporteur"
    CHAIR = "chair"


class Kind(StrEnum):
    """The kind of a request or an intervention."""

    SPEECH = "speech"
    POINT_OF_ORDER = "point-of-order"
    REPLY = "reply"
    QUESTION = "question"
    RESPONSE = "response"
    MOTION = "motion"
    AGAINST = "against-motion"
    CHAIR = "chair"


class Rules(Value, frozen=True):
    """The limits of a debate: durations in milliseconds, ages in years; a speaking time of 0 means no limit."""

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
    young_extra_ms: int = 0
    """Granted on top of the allotment to a young speaker (docs/rules.md#row-17)."""
    motion_ms: int = 1 * MINUTE
    """For the mover, for one speaker against and for the chair, each (docs/rules.md#row-25)."""
    grace_ms: int = 10 * SECOND
    """Time after the limit until the speech is signalled as over time."""
    announcement_ms: int = 10 * MINUTE
    """How long in advance the closing of the list is announced (docs/rules.md#row-26)."""
    lots_cap: int = 0
    """Number of names drawn after which the others are reserves; 0: no reserves (docs/rules.md#row-4)."""
    consecutive: int = 2
    """With more speakers in a row of one party or group the chair gets a hint; 0: no hint (docs/rules.md#row-11)."""
    shared_by_delegation: bool = False
    """Whether the speakers of a delegation share its time (docs/rules.md#row-18)."""
    change_goes_to_the_end: bool = False
    """Whether a changed request moves to the end of the list (docs/rules.md#row-6)."""

    def allotment_ms(self, kind: Kind, category: Category, earlier: int = 0) -> int:
        """Return the allotment (ms); 0 means no limit.

        ``earlier`` is the number of earlier interventions of this kind by the delegate, or for a reply by the party.
        """
        if kind is Kind.SPEECH:
            return self._speech_ms(category, earlier)
        if kind is Kind.REPLY:
            return self.second_reply_ms if earlier else self.reply_ms
        return {
            Kind.POINT_OF_ORDER: self.point_of_order_ms,
            Kind.QUESTION: self.question_ms,
            Kind.RESPONSE: self.response_ms,
            Kind.MOTION: self.motion_ms,
            Kind.AGAINST: self.motion_ms,
            Kind.CHAIR: 0,
        }[kind]

    def _speech_ms(self, category: Category, earlier: int) -> int:
        if category is Category.CO_RAPPORTEUR:
            return self.closing_ms if earlier else self.opening_ms
        return self.observer_ms if category is Category.OBSERVER else self.delegate_ms


IPU_COMMITTEE = Rules()

PRESETS: dict[str, Rules] = {
    "ipu-committee": IPU_COMMITTEE,
    "ipu-general-debate": replace(
        IPU_COMMITTEE,
        preset="ipu-general-debate",
        delegate_ms=8 * MINUTE,
        observer_ms=5 * MINUTE,
        young_extra_ms=2 * MINUTE,
        shared_by_delegation=True,
    ),
    "un": replace(
        IPU_COMMITTEE,
        preset="un",
        point_of_order_ms=5 * MINUTE,
        motion_ms=5 * MINUTE,
        reply_ms=10 * MINUTE,
        second_reply_ms=5 * MINUTE,
    ),
    "pace": replace(IPU_COMMITTEE, preset="pace", opening_ms=7 * MINUTE, change_goes_to_the_end=True),
    "upr": replace(
        IPU_COMMITTEE,
        preset="upr",
        delegate_ms=90 * SECOND,
        observer_ms=90 * SECOND,
        speakers_for_each_delegation=1,
        lots_cap=13,
    ),
    "blank": replace(
        IPU_COMMITTEE,
        preset="blank",
        delegate_ms=0,
        observer_ms=0,
        opening_ms=0,
        closing_ms=0,
        point_of_order_ms=0,
        reply_ms=0,
        second_reply_ms=0,
        question_ms=0,
        response_ms=0,
        motion_ms=0,
        amber_ms=0,
        grace_ms=0,
        changeover_ms=0,
        speakers_for_each_delegation=99,
        replies_for_each_delegation=99,
    ),
}
