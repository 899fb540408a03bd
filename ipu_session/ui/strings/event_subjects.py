"""Whom or what an event is about, in the words of the screen."""

from typing import Any

from ipu_session.domain.model.ids import (
    ContributionId,
    DelegateId,
    DelegationId,
    InterventionId,
    NoteId,
    RequestId,
    ThemeId,
)
from ipu_session.domain.model.intervention import Intervention
from ipu_session.domain.model.rules import Category, Kind
from ipu_session.domain.model.session import Session
from ipu_session.ui.strings import labels

_LETTERS = 60
"""So much of a text names it."""


def who_has(session: Session, speech: Intervention) -> str:
    """Return whose an intervention is; nothing if that is not recorded yet."""
    if speech.delegate is not None:
        return labels.origin_and_name(session, session.person(speech.delegate))
    if speech.kind is Kind.CHAIR:
        return session.details.chair or labels.word(Category.CHAIR)
    return ""


def who_of(event: Any, session: Session) -> str:
    """Return whose a request is."""
    request = session.requests.get(RequestId(_number(event, "request")))
    return "" if request is None else labels.origin_and_name(session, session.person(request.delegate))


def delegation(session: Session, code: DelegationId) -> str:
    """Return a delegation's name."""
    found = session.delegations.get(code)
    return found.name(labels.screen_language()) if found is not None else str(code)


def intervention_of(event: Any, session: Session) -> Intervention | None:
    """Return the intervention that an event names."""
    return session.interventions.get(InterventionId(_number(event, "intervention")))


def subject(event: Any, session: Session) -> str:
    """Return whom or what an event is about as far as ``session`` knows it: a name, a title, a text."""
    for look in (_text, _speaker, _requester, _delegate, _theme, _delegation):
        if found := look(event, session):
            return found
    return ""


def _speaker(event: Any, session: Session) -> str:
    speech = intervention_of(event, session)
    if speech is not None:
        return who_has(session, speech) or labels.word(speech.kind)
    written = session.contributions.get(ContributionId(_number(event, "contribution")))
    return "" if written is None else delegation(session, written.delegation)


def _requester(event: Any, session: Session) -> str:
    return who_of(event, session)


def _delegate(event: Any, session: Session) -> str:
    known = session.delegates.get(DelegateId(_number(event, "delegate")))
    return "" if known is None else labels.origin_and_name(session, known.person)


def _text(event: Any, session: Session) -> str:
    """Return the beginning of the note or passage that an event changes, but not of one that it takes."""
    passage = getattr(event, "passage", None)
    text = getattr(passage, "text", "")
    if isinstance(passage, int):
        text = next((each.text for each in session.passages if each.id == passage), "")
    number = NoteId(_number(event, "note"))
    if number in session.notes and not hasattr(event, "second_ms"):
        text = session.notes[number].text
    return _shortened(text)


def _theme(event: Any, session: Session) -> str:
    theme = session.theme(ThemeId(_number(event, "theme")))
    return "" if theme is None else f"{theme.number} {_shortened(theme.title)}"


def _delegation(event: Any, session: Session) -> str:
    found = getattr(event, "delegation", None)
    name = getattr(found, "name", None)
    return str(name(labels.screen_language())) if callable(name) else ""


def _number(event: Any, field: str) -> int:
    """Return the identity that a field of an event holds, or one that nothing has."""
    found = getattr(event, field, None)
    return found if isinstance(found, int) else 0


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LETTERS else f"{line[:_LETTERS].rstrip()} …"
