"""Message that describes the events of a transaction to the user (decision 0041)."""

from collections.abc import Sequence

from ipu_session.domain import events as e
from ipu_session.domain.model.ids import Timestamp
from ipu_session.domain.model.session import Session
from ipu_session.ui.strings.event_texts import EVENT_TEXTS
from ipu_session.ui.strings.event_texts.registry import EventContext
from ipu_session.ui.strings.event_texts.sentences import event_label, format_message
from ipu_session.ui.strings.translatable import QT_TRANSLATE_NOOP

_MAX_SEPARATE_MESSAGES = 3
"""If a transaction has more events of one class than this, one message with their number describes them."""


def describe_events(events: Sequence[e.Event], before: Session, after: Session, now: Timestamp) -> str:
    """Return the sentences that describe the events of a transaction, as one text; "" if no event is described.

    ``before`` and ``after`` are the session before and after the transaction, ``now`` is the present time.
    """
    sentences = []
    for kind in dict.fromkeys(type(event) for event in events):
        same_kind = [event for event in events if type(event) is kind]
        describe = EVENT_TEXTS[kind].describe
        if describe is None:
            continue
        if len(same_kind) > _MAX_SEPARATE_MESSAGES:
            sentences.append((events.index(same_kind[0]), _describe_count(same_kind)))
        else:
            sentences += [
                (events.index(event), describe(EventContext(event, before, after, now))) for event in same_kind
            ]
    return " ".join(text for _, text in sorted(sentences, key=lambda pair: pair[0]) if text)


def _describe_count(events: Sequence[e.Event]) -> str:
    if isinstance(events[0], e.RequestMade):
        template = QT_TRANSLATE_NOOP("Announcements", "{count} names were put on the list.")
        return format_message(template, count=len(events))
    template = QT_TRANSLATE_NOOP("Announcements", "Recorded: {act}, {count} times.")
    return format_message(template, act=event_label(events[0]), count=len(events))
