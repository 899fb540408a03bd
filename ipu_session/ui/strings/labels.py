"""Values of the core as words on the screen."""

from collections.abc import Iterator
from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ipu_session.domain.events import Event
from ipu_session.domain.exchange.export_result import Exported
from ipu_session.domain.exchange.import_results import Doubt
from ipu_session.domain.model.ids import DelegateId
from ipu_session.domain.model.intervention import Ruling
from ipu_session.domain.model.list_positions import Scheme, Why
from ipu_session.domain.model.motions import MotionKind
from ipu_session.domain.model.passages import Section
from ipu_session.domain.model.report_versions import Answer
from ipu_session.domain.model.rules import Category, Kind
from ipu_session.domain.model.session import Gender, Note, NoteKind, Person, RequestState, Session
from ipu_session.domain.model.stopwatch import whole_seconds
from ipu_session.domain.queries.hall_view import Face
from ipu_session.domain.queries.time_signal import Light
from ipu_session.domain.user_facing_error import TroubleError
from ipu_session.ui.strings import list_import_messages
from ipu_session.ui.strings.export_messages import exported_told
from ipu_session.ui.strings.label_tables import ACTS, REASONS, TROUBLES

_KINDS = {
    Kind.SPEECH: QT_TRANSLATE_NOOP("Wording", "speech"),
    Kind.POINT_OF_ORDER: QT_TRANSLATE_NOOP("Wording", "point of order"),
    Kind.REPLY: QT_TRANSLATE_NOOP("Wording", "right of reply"),
    Kind.QUESTION: QT_TRANSLATE_NOOP("Wording", "question"),
    Kind.RESPONSE: QT_TRANSLATE_NOOP("Wording", "response"),
    Kind.MOTION: QT_TRANSLATE_NOOP("Wording", "motion"),
    Kind.AGAINST: QT_TRANSLATE_NOOP("Wording", "against the motion"),
    Kind.CHAIR: QT_TRANSLATE_NOOP("Wording", "the Chair's words"),
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
_LIGHTS = {
    Light.NO_LIMIT: QT_TRANSLATE_NOOP("Wording", "no limit"),
    Light.ON_TIME: QT_TRANSLATE_NOOP("Wording", "on time"),
    Light.NEARLY_UP: QT_TRANSLATE_NOOP("Wording", "time nearly up"),
    Light.TIME_IS_UP: QT_TRANSLATE_NOOP("Wording", "time is up"),
    Light.OVER_TIME: QT_TRANSLATE_NOOP("Wording", "over time"),
    Light.PAUSED: QT_TRANSLATE_NOOP("Wording", "paused"),
    Light.HELD: QT_TRANSLATE_NOOP("Wording", "held"),
}
_MOTIONS = {
    MotionKind.OTHER: QT_TRANSLATE_NOOP("Wording", "other motion"),
    MotionKind.CLOSE_LIST: QT_TRANSLATE_NOOP("Wording", "to close the list"),
    MotionKind.CLOSE_DEBATE: QT_TRANSLATE_NOOP("Wording", "to close the debate"),
    MotionKind.ADJOURN_DEBATE: QT_TRANSLATE_NOOP("Wording", "to adjourn the debate"),
    MotionKind.SUSPEND_SITTING: QT_TRANSLATE_NOOP("Wording", "to suspend the sitting"),
}
_SCHEMES = {
    Scheme.ALTERNATION: QT_TRANSLATE_NOOP("Wording", "women and men in turn"),
    Scheme.FIRST_TIME: QT_TRANSLATE_NOOP("Wording", "first-time speakers first"),
    Scheme.YOUNG_FIRST: QT_TRANSLATE_NOOP("Wording", "young parliamentarians first"),
    Scheme.UNHEARD_GROUPS: QT_TRANSLATE_NOOP("Wording", "unheard groups first"),
    Scheme.NOT_TWICE: QT_TRANSLATE_NOOP("Wording", "no delegation twice in a row"),
    Scheme.FIRST_SPEAKERS: QT_TRANSLATE_NOOP("Wording", "second speakers after all first ones"),
}
_WHYS = {
    Why.AFTER_A_MAN: QT_TRANSLATE_NOOP("Wording", "a woman after a man"),
    Why.AFTER_A_WOMAN: QT_TRANSLATE_NOOP("Wording", "a man after a woman"),
    Why.NO_OTHER_GENDER_LEFT: QT_TRANSLATE_NOOP("Wording", "only this gender is left"),
    Why.GENDER_NOT_STATED: QT_TRANSLATE_NOOP("Wording", "gender not stated; keeps the turn"),
    Why.BEGINS: QT_TRANSLATE_NOOP("Wording", "the first on the list"),
    Why.FIRST_TIME: QT_TRANSLATE_NOOP("Wording", "speaks for the first time"),
    Why.HEARD_BEFORE: QT_TRANSLATE_NOOP("Wording", "was heard before"),
    Why.YOUNG: QT_TRANSLATE_NOOP("Wording", "young"),
    Why.NOT_YOUNG: QT_TRANSLATE_NOOP("Wording", "not among the young"),
    Why.UNHEARD_GROUP: QT_TRANSLATE_NOOP("Wording", "group not heard yet"),
    Why.GROUPS_HEARD: QT_TRANSLATE_NOOP("Wording", "group heard already"),
    Why.OTHER_DELEGATION: QT_TRANSLATE_NOOP("Wording", "another delegation than the one before"),
    Why.SAME_DELEGATION_LEFT: QT_TRANSLATE_NOOP("Wording", "only this delegation is left"),
    Why.FIRST_SPEAKER: QT_TRANSLATE_NOOP("Wording", "first speaker of the delegation"),
    Why.FURTHER_SPEAKER: QT_TRANSLATE_NOOP("Wording", "a further speaker of the delegation"),
}
_SECTIONS = {
    Section.SUMMARY: QT_TRANSLATE_NOOP("Wording", "Summary"),
    Section.CONVERGENCE: QT_TRANSLATE_NOOP("Wording", "Convergence"),
    Section.DIFFERENCES: QT_TRANSLATE_NOOP("Wording", "Differing views"),
    Section.PROPOSALS: QT_TRANSLATE_NOOP("Wording", "Proposals"),
    Section.GOOD_PRACTICES: QT_TRANSLATE_NOOP("Wording", "Good practices"),
    Section.QUESTIONS: QT_TRANSLATE_NOOP("Wording", "Questions"),
    Section.PREAMBULAR: QT_TRANSLATE_NOOP("Wording", "Preambular"),
    Section.OPERATIVE: QT_TRANSLATE_NOOP("Wording", "Operative"),
}
_ANSWERS = {
    Answer.OPEN: QT_TRANSLATE_NOOP("Wording", "open"),
    Answer.ACCEPTED: QT_TRANSLATE_NOOP("Wording", "accepted"),
    Answer.REFUSED: QT_TRANSLATE_NOOP("Wording", "refused"),
}
_WORDS: dict[tuple[type[StrEnum], StrEnum], object] = {
    (type(value), value): word
    for table in (
        *(_KINDS, _CATEGORIES, _NOTE_KINDS, _STATES, _RULINGS, _GENDERS),
        *(_LIGHTS, _MOTIONS, _SCHEMES, _WHYS, _SECTIONS, _ANSWERS),
    )
    for value, word in table.items()
}


_IN_A_ROW = 1500
_FORMULA = QT_TRANSLATE_NOOP("Wording", "I give the floor to {name} of {delegation}.")
_NOT_NOW = QT_TRANSLATE_NOOP("Wording", "This cannot be done now: {act}.")
_FORMULA_BARE = QT_TRANSLATE_NOOP("Wording", "I give the floor to {name}.")

SHAPES = {
    Light.NO_LIMIT: "○",
    Light.ON_TIME: "●",
    Light.NEARLY_UP: "▲",
    Light.TIME_IS_UP: "■",
    Light.OVER_TIME: "◆",
    Light.PAUSED: "‖",
    Light.HELD: "‖",
}
"""The signal's shape: it is never told by colour alone."""
ROLES = {
    Light.NO_LIMIT: "",
    Light.ON_TIME: "good",
    Light.NEARLY_UP: "warning",
    Light.TIME_IS_UP: "alarm",
    Light.OVER_TIME: "alarm",
    Light.PAUSED: "warning",
    Light.HELD: "warning",
}
"""The signal's colour, by the style sheet's name for it."""


def word(value: StrEnum) -> str:
    """Return the word for a value of the core, in the language of the screen."""
    return _said(_WORDS[type(value), value])


def any_word(value: object) -> str:
    """Return the word for a value of the core, nothing for None."""
    return word(value) if isinstance(value, StrEnum) else ""


def refusal(reason: str) -> str:
    """Return the sentence that says why a rule refused."""
    return _said(REASONS[reason])


def not_now(act: str) -> str:
    """Return that an act cannot be done now, for a reason that no rule names.

    ``act`` is the name as a menu shows it (``plain_text.name_of``).
    """
    return _said(_NOT_NOW).format(act=act)


def trouble(error: TroubleError) -> str:
    """Return what went wrong with a file, and what to do about it."""
    sentence = list_import_messages.trouble(error, _said) or _said(
        TROUBLES.get(error.trouble.value, TROUBLES["unknown"])
    )
    place = ", ".join(part for part in (error.path, error.place) if part)
    return f"{place}: {sentence}" if place else sentence


def exported(done: Exported) -> Iterator[str]:
    """Yield what is to be said of a report that was written over another, or in a house template."""
    return exported_told(done, _said)


def refused_row(reason: str, value: str) -> str:
    """Return why a row of a speakers list was not taken over."""
    return list_import_messages.refused(reason, value, _said)


def row_doubt(asked: Doubt) -> str:
    """Return what is asked about in a row of a speakers list that comes in."""
    return list_import_messages.doubt(asked, _said)


def list_remark(told: Doubt) -> str:
    """Return what is told of a speakers list as a whole."""
    return list_import_messages.remark(told, _said)


def act(event: Event) -> str:
    """Return what an act did, by its first event, as the menu names it after *Undo*."""
    return _said(ACTS[event.event_kind])


def clock(duration_ms: int) -> str:
    """Return a time left as ``1:47``, a time over as ``+0:12``; each second is shown to its end.

    So a time is up when it shows ``0:00``, which it does for the first second over.
    """
    if duration_ms < 0:
        seconds = -duration_ms // 1000
        return f"+{seconds // 60}:{seconds % 60:02d}"
    seconds = -(-duration_ms // 1000)
    return f"{seconds // 60}:{seconds % 60:02d}"


def face(shown: Face) -> str:
    """Return a clock's figures: the time left, or the time spoken where there is no limit."""
    return clock(shown.time_ms) if shown.limit_ms else duration(shown.time_ms // 1000 * 1000)


def duration(duration_ms: int) -> str:
    """Return a length as ``2:40``, rounded as the record rounds it."""
    seconds = whole_seconds(duration_ms)
    return f"{seconds // 60}:{seconds % 60:02d}"


def local_time(at_ms: int, offset_min: int, *, seconds: bool = False) -> str:
    """Return a UTC moment as the room's wall clock shows it."""
    of_day = (at_ms // 1000 + offset_min * 60) % 86_400
    text = f"{of_day // 3600:02d}:{of_day // 60 % 60:02d}"
    return f"{text}:{of_day % 60:02d}" if seconds else text


def delegation_name(session: Session, person: Person, language: str) -> str:
    """Return the delegation's name, or the organization as typed."""
    delegation = session.delegations.get(person.delegation)
    return delegation.name(language) if delegation else person.organization


def noted_of(session: Session, note: Note, language: str) -> str:
    """Return for whom somebody spoke or wrote; nothing for a note that is bound to neither."""
    if note.contribution is not None:
        return session.delegations[session.contributions[note.contribution].delegation].name(language)
    if note.intervention is None:
        return ""
    person = session.person(session.interventions[note.intervention].delegate)
    return delegation_name(session, person, language) or person.titled_name


def shortened(text: str) -> str:
    """Return a text that a row can show: a pasted book is not laid out there."""
    return text if len(text) <= _IN_A_ROW else f"{text[:_IN_A_ROW]} …"


def origin_and_name(session: Session, person: Person) -> str:
    """Return "Kenya – Ms. S. Kihika", or what of it is known, in the language of the screen."""
    origin = delegation_name(session, person, screen_language())
    return " – ".join(shortened(part) for part in (origin, person.titled_name) if part)


def formula(session: Session, delegate: DelegateId) -> str:
    """Return what the chair reads out to call somebody (product.md, H2)."""
    person = session.person(delegate)
    origin = delegation_name(session, person, screen_language())
    if person.titled_name and origin:
        return _said(_FORMULA).format(name=person.titled_name, delegation=origin)
    return _said(_FORMULA_BARE).format(name=person.titled_name or origin)


def next_formula(session: Session) -> str:
    """Return what the chair reads out to call the next, if anybody is waiting."""
    return formula(session, session.requests[session.next_up[0]].delegate) if session.queue else ""


def screen_language() -> str:
    """Return the language of the screen, as the translation in use says it."""
    return QCoreApplication.translate("Wording", "en", "the code of this language: en, fr …")


def _said(text: object) -> str:
    return QCoreApplication.translate("Wording", str(text))
