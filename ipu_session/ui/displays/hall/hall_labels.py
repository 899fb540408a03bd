"""What the hall display says, beside names and times."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ipu_session.domain.model.rules import Kind
from ipu_session.domain.queries.hall_view import HallState, HallView, Shown
from ipu_session.ui.strings import labels

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


def state_word(view: HallView) -> str:
    """Return what the hall is told of the sitting."""
    said = _STATES[view.state]
    return _said(said) if said else ""


def speaker_lines(view: HallView) -> tuple[str, str]:
    """Return on whose behalf somebody speaks, and the name."""
    if view.speaker is None:
        return "", ""
    if view.kind is Kind.CHAIR:
        return _said(_CHAIR), view.speaker.name
    if not view.speaker.delegation:
        return view.speaker.name or _kind(view), ""
    return view.speaker.delegation, view.speaker.name


def kind_word(view: HallView) -> str:
    """Return what the intervention is, if it is no speech."""
    if view.kind in {None, Kind.SPEECH, Kind.CHAIR} or view.speaker == Shown("", ""):
        return ""
    return _kind(view)


def next_line(view: HallView) -> str:
    """Return who is next."""
    if not view.next:
        return ""
    first, *others = (_name(shown) for shown in view.next)
    names = " · ".join([first, *(_said(_THEN).format(name=name) for name in others)])
    return _said(_NEXT).format(names=names)


def list_line(view: HallView, closes: str) -> str:
    """Return that the list is closed, or will be, at the time of day ``closes``."""
    if view.list_closed:
        return _said(_CLOSED)
    if view.list_closes_ms is None:
        return ""
    return _said(_CLOSES).format(time=closes)


def _kind(view: HallView) -> str:
    said = labels.any_word(view.kind)
    return said[:1].upper() + said[1:]


def _name(shown: Shown) -> str:
    return shown.delegation or shown.name


def _said(text: object) -> str:
    return QCoreApplication.translate("Hall", str(text))
