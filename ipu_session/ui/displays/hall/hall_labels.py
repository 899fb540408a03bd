"""Texts of the hall display other than names and times."""

from ipu_session.domain.model.rules import Kind
from ipu_session.domain.queries.hall_view import HallState, HallView, SpeakerView
from ipu_session.ui.strings import labels
from ipu_session.ui.strings.translatable import QT_TRANSLATE_NOOP
from ipu_session.ui.strings.translation import translate

_STATES = {
    HallState.BLACKOUT: "",
    HallState.BEFORE: QT_TRANSLATE_NOOP("Hall", "The sitting has not been opened yet"),
    HallState.FREE: QT_TRANSLATE_NOOP("Hall", "The floor is free"),
    HallState.SPEAKING: "",
    HallState.SUSPENDED: QT_TRANSLATE_NOOP("Hall", "Sitting suspended"),
    HallState.CLOSED: QT_TRANSLATE_NOOP("Hall", "The sitting is closed"),
}
_NEXT = QT_TRANSLATE_NOOP("Hall", "Next: {names}")
_THEN = QT_TRANSLATE_NOOP("Hall", "then {name}")
_CLOSED = QT_TRANSLATE_NOOP("Hall", "List of speakers closed")
_CLOSES = QT_TRANSLATE_NOOP("Hall", "List of speakers closes at {time}")
_CHAIR = QT_TRANSLATE_NOOP("Hall", "The Chair")


def state_label(view: HallView) -> str:
    """Return the text for the state of the sitting; "" while somebody speaks and during a blackout."""
    text = _STATES[view.state]
    return translate("Hall", text) if text else ""


def format_speaker(view: HallView) -> tuple[str, str]:
    """Return a first and a second line about the speaker; ("", "") if nobody speaks.

    They are delegation and name; "The Chair" and name for the Chair; without a delegation, the name alone or, if it
    is not recorded, the kind of the intervention alone.
    """
    if view.speaker is None:
        return "", ""
    if view.kind is Kind.CHAIR:
        return translate("Hall", _CHAIR), view.speaker.name
    if not view.speaker.delegation:
        return view.speaker.name or _capitalized_kind(view), ""
    return view.speaker.delegation, view.speaker.name


def kind_label(view: HallView) -> str:
    """Return the kind of the intervention; "" if there is none, and for a speech, the Chair or an unnamed speaker."""
    if view.kind in {None, Kind.SPEECH, Kind.CHAIR} or view.speaker == SpeakerView("", ""):
        return ""
    return _capitalized_kind(view)


def format_next(view: HallView) -> str:
    """Return the line with the next speakers; "" if nobody is waiting."""
    if not view.next_speakers:
        return ""
    first, *others = (_short_name(speaker) for speaker in view.next_speakers)
    names = " · ".join([first, *(translate("Hall", _THEN).format(name=name) for name in others)])
    return translate("Hall", _NEXT).format(names=names)


def format_list_status(view: HallView, closing_time: str) -> str:
    """Return that the list is closed, or closes at the time of day ``closing_time``; "" if neither is the case."""
    if view.is_list_closed:
        return translate("Hall", _CLOSED)
    if view.list_closes_ms is None:
        return ""
    return translate("Hall", _CLOSES).format(time=closing_time)


def _capitalized_kind(view: HallView) -> str:
    label = labels.optional_label(view.kind)
    return label[:1].upper() + label[1:]


def _short_name(speaker: SpeakerView) -> str:
    return speaker.delegation or speaker.name
