"""Values of the core as words on the screen."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ipu_session.domain.rules import Category, Kind
from ipu_session.domain.state import Gender, Note, NoteKind, Person, RequestState, Ruling, Session
from ipu_session.domain.timing import whole_seconds
from ipu_session.domain.trouble import TroubleError
from ipu_session.ui.wording_tables import ACTS, REASONS, ROWS, TROUBLES

_KINDS = {
    Kind.SPEECH: QT_TRANSLATE_NOOP("Wording", "speech"),
    Kind.POINT_OF_ORDER: QT_TRANSLATE_NOOP("Wording", "point of order"),
    Kind.REPLY: QT_TRANSLATE_NOOP("Wording", "right of reply"),
    Kind.QUESTION: QT_TRANSLATE_NOOP("Wording", "question"),
    Kind.RESPONSE: QT_TRANSLATE_NOOP("Wording", "response"),
}
_CATEGORIES = {
    Category.MEMBER: QT_TRANSLATE_NOOP("Wording", "Member"),
    Category.ASSOCIATE: QT_TRANSLATE_NOOP("Wording", "Associate Member"),
    Category.OBSERVER: QT_TRANSLATE_NOOP("Wording", "observer"),
    Category.EXPERT: QT_TRANSLATE_NOOP("Wording", "expert"),
    Category.CO_RAPPORTEUR: QT_TRANSLATE_NOOP("Wording", "co-Rapporteur"),
    Category.CHAIR: QT_TRANSLATE_NOOP("Wording", "Chair"),
}
_NOTE_KINDS = {
    NoteKind.POINT: QT_TRANSLATE_NOOP("Wording", "point"),
    NoteKind.PROPOSAL: QT_TRANSLATE_NOOP("Wording", "proposal"),
    NoteKind.GOOD_PRACTICE: QT_TRANSLATE_NOOP("Wording", "good practice"),
    NoteKind.QUESTION: QT_TRANSLATE_NOOP("Wording", "question"),
    NoteKind.QUOTATION: QT_TRANSLATE_NOOP("Wording", "quotation"),
}
_STATES = {
    RequestState.WAITING: QT_TRANSLATE_NOOP("Wording", "waiting"),
    RequestState.ABSENT: QT_TRANSLATE_NOOP("Wording", "absent"),
    RequestState.WITHDRAWN: QT_TRANSLATE_NOOP("Wording", "withdrawn"),
    RequestState.SPEAKING: QT_TRANSLATE_NOOP("Wording", "speaking"),
    RequestState.HEARD: QT_TRANSLATE_NOOP("Wording", "heard"),
}
_RULINGS = {
    Ruling.NONE: QT_TRANSLATE_NOOP("Wording", "no ruling yet"),
    Ruling.UPHELD: QT_TRANSLATE_NOOP("Wording", "upheld"),
    Ruling.DISMISSED: QT_TRANSLATE_NOOP("Wording", "dismissed"),
    Ruling.NOTED: QT_TRANSLATE_NOOP("Wording", "noted"),
}
_GENDERS = {
    Gender.WOMAN: QT_TRANSLATE_NOOP("Wording", "woman"),
    Gender.MAN: QT_TRANSLATE_NOOP("Wording", "man"),
    Gender.NOT_STATED: QT_TRANSLATE_NOOP("Wording", "not stated"),
}
_WORDS = {
    (type(value), value): word
    for table in (_KINDS, _CATEGORIES, _NOTE_KINDS, _STATES, _RULINGS, _GENDERS)
    for value, word in table.items()
}


def word(value: Kind | Category | NoteKind | RequestState | Ruling | Gender) -> str:
    """Return the word for a value of the core, in the language of the screen."""
    return _said(_WORDS[type(value), value])


def refusal(reason: str) -> str:
    """Return the sentence that says why a rule refused."""
    return _said(REASONS[reason])


def trouble(error: TroubleError) -> str:
    """Return what went wrong with a file, and what to do about it."""
    sentence = _said(TROUBLES.get(error.trouble.value, TROUBLES["unknown"]))
    place = ", ".join(part for part in (error.path, error.place) if part)
    return f"{place}: {sentence}" if place else sentence


def refused_row(reason: str, value: str) -> str:
    """Return why a row of a speakers list was not taken over."""
    return _said(ROWS[reason]).format(value=value)


def act(event: object) -> str:
    """Return what an act did, by its first event, as the menu names it after *Undo*."""
    return _said(ACTS[type(event).__name__])


def clock(duration_ms: int) -> str:
    """Return a time left as ``1:47``, a time over as ``+0:12``; each second is shown to its end."""
    if duration_ms < 0:
        seconds = -duration_ms // 1000
        return f"+{seconds // 60}:{seconds % 60:02d}"
    seconds = -(-duration_ms // 1000)
    return f"{seconds // 60}:{seconds % 60:02d}"


def duration(duration_ms: int) -> str:
    """Return a length as ``2:40``, rounded as the record rounds it."""
    seconds = whole_seconds(duration_ms)
    return f"{seconds // 60}:{seconds % 60:02d}"


def local_time(at_ms: int, offset_min: int, *, seconds: bool = False) -> str:
    """Return a UTC moment as the room's wall clock shows it."""
    of_day = (at_ms // 1000 + offset_min * 60) % 86_400
    text = f"{of_day // 3600:02d}:{of_day // 60 % 60:02d}"
    return f"{text}:{of_day % 60:02d}" if seconds else text


def offset_min(session: Session, otherwise: int) -> int:
    """Return the room's time zone: that of the latest sitting, else the machine's."""
    return session.sittings[-1].offset_min if session.sittings else otherwise


def delegation_name(session: Session, person: Person, language: str) -> str:
    """Return the delegation's name, or the organization as typed."""
    delegation = session.delegations.get(person.delegation)
    return delegation.name(language) if delegation else person.organization


def noted_of(session: Session, note: Note, language: str) -> str:
    """Return for whom somebody spoke when a note was taken; nothing for a note that is bound to no speech."""
    if note.intervention is None:
        return ""
    person = session.person(session.interventions[note.intervention].delegate)
    return delegation_name(session, person, language) or person.titled_name


def origin_and_name(session: Session, person: Person) -> str:
    """Return "Kenya – Ms. S. Kihika", or what of it is known, in the language of the screen."""
    origin = delegation_name(session, person, screen_language())
    return " – ".join(part for part in (origin, person.titled_name) if part)


def screen_language() -> str:
    """Return the language of the screen, as the translation in use says it."""
    return QCoreApplication.translate("Wording", "en", "the code of this language: en, fr …")


def _said(text: object) -> str:
    return QCoreApplication.translate("Wording", str(text))
