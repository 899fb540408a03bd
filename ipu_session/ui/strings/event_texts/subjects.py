"""Subject of an event (a name, a title, the beginning of a text), in the language of the screen."""

from ipu_session.domain.events import Event
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

_MAX_LENGTH = 60
"""Maximum number of characters shown of a title or text."""


def speaker_name(session: Session, speech: Intervention) -> str:
    """Return delegation and name of a speaker, or the Chair's name; "" if no name is recorded."""
    if speech.delegate is not None:
        return labels.delegation_and_name(session, session.person(speech.delegate))
    if speech.kind is Kind.CHAIR:
        return session.details.chair or labels.enum_label(Category.CHAIR)
    return ""


def requester_name(event: Event, session: Session) -> str:
    """Return delegation and name of the delegate whose request an event refers to; "" if it refers to none."""
    request = session.requests.get(RequestId(_id_field(event, "request")))
    return "" if request is None else labels.delegation_and_name(session, session.person(request.delegate))


def delegation_name_by_code(session: Session, code: DelegationId) -> str:
    """Return the name of the delegation with this code; the code if there is none."""
    delegation = session.delegations.get(code)
    return delegation.name(labels.screen_language()) if delegation is not None else str(code)


def find_intervention(event: Event, session: Session) -> Intervention | None:
    """Return the intervention that an event refers to; None if it refers to none."""
    return session.interventions.get(InterventionId(_id_field(event, "intervention")))


def event_subject(event: Event, session: Session) -> str:
    """Return the subject of an event, looked up in ``session``; "" if it is not found there."""
    for find_subject in (
        _subject_from_text,
        _subject_from_speaker,
        _subject_from_request,
        _subject_from_delegate,
        _subject_from_theme,
        _subject_from_delegation,
    ):
        if subject := find_subject(event, session):
            return subject
    return ""


def _subject_from_speaker(event: Event, session: Session) -> str:
    speech = find_intervention(event, session)
    if speech is not None:
        return speaker_name(session, speech) or labels.enum_label(speech.kind)
    contribution = session.contributions.get(ContributionId(_id_field(event, "contribution")))
    return "" if contribution is None else delegation_name_by_code(session, contribution.delegation)


def _subject_from_request(event: Event, session: Session) -> str:
    return requester_name(event, session)


def _subject_from_delegate(event: Event, session: Session) -> str:
    delegate = session.delegates.get(DelegateId(_id_field(event, "delegate")))
    return "" if delegate is None else labels.delegation_and_name(session, delegate.person)


def _subject_from_text(event: Event, session: Session) -> str:
    """Return the beginning of the note or passage that an event changes; "" for any other event."""
    passage = getattr(event, "passage", None)
    text = getattr(passage, "text", "")
    if isinstance(passage, int):
        text = next((each.text for each in session.passages if each.id == passage), "")
    number = NoteId(_id_field(event, "note"))
    if number in session.notes and not hasattr(event, "second_ms"):
        text = session.notes[number].text
    return _shorten(text)


def _subject_from_theme(event: Event, session: Session) -> str:
    theme = session.theme(ThemeId(_id_field(event, "theme")))
    return "" if theme is None else f"{theme.number} {_shorten(theme.title)}"


def _subject_from_delegation(event: Event, session: Session) -> str:
    delegation = getattr(event, "delegation", None)
    name = getattr(delegation, "name", None)
    return str(name(labels.screen_language())) if callable(name) else ""


def _id_field(event: Event, field: str) -> int:
    """Return the id in a field of an event; 0, which is never an id, if there is none."""
    value = getattr(event, field, None)
    return value if isinstance(value, int) else 0


def _shorten(text: str) -> str:
    single_line = " ".join(text.split())
    return single_line if len(single_line) <= _MAX_LENGTH else f"{single_line[:_MAX_LENGTH].rstrip()} …"
