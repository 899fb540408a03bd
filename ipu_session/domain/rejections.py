"""Reasons for which a rule refuses a command; the user interface turns a reason into a sentence."""

from enum import StrEnum


class Reason(StrEnum):
    """One value for each rule that can refuse a command."""

    FLOOR_TAKEN = "floor-taken"
    FLOOR_FREE = "floor-free"
    LIST_EMPTY = "list-empty"
    LIST_CLOSED = "list-closed"
    LIST_OPEN = "list-open"
    ALREADY_WAITING = "already-waiting"
    NOT_WAITING = "not-waiting"
    WAITING = "waiting"
    NOT_RUNNING = "not-running"
    NOT_PAUSED = "not-paused"
    POINT_OF_ORDER_PENDING = "point-of-order-pending"
    NO_POINT_OF_ORDER = "no-point-of-order"
    OBSERVER_HAS_NO_POINT_OF_ORDER = "observer-has-no-point-of-order"
    OBSERVER_HAS_NO_REPLY = "observer-has-no-reply"
    NO_MORE_REPLIES = "no-more-replies"
    MOTION_PENDING = "motion-pending"
    NO_MOTION = "no-motion"
    MOTION_MOVED_BEFORE = "motion-moved-before"
    NOBODY_TO_ASK = "nobody-to-ask"
    NO_LIMIT = "no-limit"
    NOT_ENDED = "not-ended"
    NOT_YET = "not-yet"
    NO_OFFER = "no-offer"
    NO_GAP = "no-gap"
    OTHER_LIST = "other-list"
    ORDER_OUTDATED = "order-outdated"
    SITTING_OPEN = "sitting-open"
    NO_SITTING = "no-sitting"
    SITTING_SUSPENDED = "sitting-suspended"
    NOT_SUSPENDED = "not-suspended"
    EMPTY_TEXT = "empty-text"
    NOTHING_CHANGES = "nothing-changes"
    OUT_OF_RANGE = "out-of-range"
    UNKNOWN_DELEGATION = "unknown-delegation"
    UNKNOWN_THEME = "unknown-theme"
    UNKNOWN_THING = "unknown-thing"
    THEME_IN_USE = "theme-in-use"
    NO_ELEMENT = "no-element"
    OTHER_SECTION = "other-section"
    NOT_FOR_THE_REPORT = "not-for-the-report"
    WRITTEN_NOT_SAID = "written-not-said"
    DEBATE_NOT_CLOSED = "debate-not-closed"
    CONTRIBUTION_QUOTED = "contribution-quoted"
    ALREADY_CREATED = "already-created"
    NOT_CREATED = "not-created"
    NOTHING_TO_UNDO = "nothing-to-undo"
    NOTHING_TO_REDO = "nothing-to-redo"


class RejectedError(Exception):
    """A rule refused the command; nothing has changed."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason
