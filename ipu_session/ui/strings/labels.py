"""Labels and formatted values of the domain, in the language of the screen."""

from collections.abc import Iterator
from enum import StrEnum
from functools import partial

from ipu_session.domain.exchange.export_result import ExportResult
from ipu_session.domain.exchange.import_results import ImportDoubt
from ipu_session.domain.model.ids import DelegateId
from ipu_session.domain.model.intervention import Ruling
from ipu_session.domain.model.list_positions import OrderReason, OrderScheme
from ipu_session.domain.model.motions import MotionKind
from ipu_session.domain.model.passages import SynthesisSection
from ipu_session.domain.model.report_versions import CorrectionOutcome
from ipu_session.domain.model.rules import Category, Kind
from ipu_session.domain.model.session import Gender, Note, NoteKind, Person, RequestState, Session
from ipu_session.domain.model.stopwatch import round_to_seconds
from ipu_session.domain.queries.hall_view import ClockView
from ipu_session.domain.queries.time_signal import TimeSignal
from ipu_session.domain.user_facing_error import UserFacingError
from ipu_session.ui.strings import list_import_messages
from ipu_session.ui.strings.export_messages import describe_export
from ipu_session.ui.strings.message_tables import ERROR_MESSAGES, REJECTION_MESSAGES
from ipu_session.ui.strings.translatable import QT_TRANSLATE_NOOP
from ipu_session.ui.strings.translation import translate

_translate = partial(translate, "Wording")
_INTERVENTION_KINDS = {
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
_REQUEST_STATES = {
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
_TIME_SIGNALS = {
    TimeSignal.NO_LIMIT: QT_TRANSLATE_NOOP("Wording", "no limit"),
    TimeSignal.ON_TIME: QT_TRANSLATE_NOOP("Wording", "on time"),
    TimeSignal.NEARLY_UP: QT_TRANSLATE_NOOP("Wording", "time nearly up"),
    TimeSignal.TIME_IS_UP: QT_TRANSLATE_NOOP("Wording", "time is up"),
    TimeSignal.OVER_TIME: QT_TRANSLATE_NOOP("Wording", "over time"),
    TimeSignal.PAUSED: QT_TRANSLATE_NOOP("Wording", "paused"),
    TimeSignal.HELD: QT_TRANSLATE_NOOP("Wording", "held"),
}
_MOTION_KINDS = {
    MotionKind.OTHER: QT_TRANSLATE_NOOP("Wording", "other motion"),
    MotionKind.CLOSE_LIST: QT_TRANSLATE_NOOP("Wording", "to close the list"),
    MotionKind.CLOSE_DEBATE: QT_TRANSLATE_NOOP("Wording", "to close the debate"),
    MotionKind.ADJOURN_DEBATE: QT_TRANSLATE_NOOP("Wording", "to adjourn the debate"),
    MotionKind.SUSPEND_SITTING: QT_TRANSLATE_NOOP("Wording", "to suspend the sitting"),
}
_ORDER_SCHEMES = {
    OrderScheme.ALTERNATION: QT_TRANSLATE_NOOP("Wording", "women and men in turn"),
    OrderScheme.FIRST_TIME: QT_TRANSLATE_NOOP("Wording", "first-time speakers first"),
    OrderScheme.YOUNG_FIRST: QT_TRANSLATE_NOOP("Wording", "young parliamentarians first"),
    OrderScheme.UNHEARD_GROUPS: QT_TRANSLATE_NOOP("Wording", "unheard groups first"),
    OrderScheme.NOT_TWICE: QT_TRANSLATE_NOOP("Wording", "no delegation twice in a row"),
    OrderScheme.FIRST_SPEAKERS: QT_TRANSLATE_NOOP("Wording", "second speakers after all first ones"),
}
_ORDER_REASONS = {
    OrderReason.AFTER_A_MAN: QT_TRANSLATE_NOOP("Wording", "a woman after a man"),
    OrderReason.AFTER_A_WOMAN: QT_TRANSLATE_NOOP("Wording", "a man after a woman"),
    OrderReason.NO_OTHER_GENDER_LEFT: QT_TRANSLATE_NOOP("Wording", "only this gender is left"),
    OrderReason.GENDER_NOT_STATED: QT_TRANSLATE_NOOP("Wording", "gender not stated; keeps the turn"),
    OrderReason.BEGINS: QT_TRANSLATE_NOOP("Wording", "the first on the list"),
    OrderReason.FIRST_TIME: QT_TRANSLATE_NOOP("Wording", "speaks for the first time"),
    OrderReason.HEARD_BEFORE: QT_TRANSLATE_NOOP("Wording", "was heard before"),
    OrderReason.YOUNG: QT_TRANSLATE_NOOP("Wording", "young"),
    OrderReason.NOT_YOUNG: QT_TRANSLATE_NOOP("Wording", "not among the young"),
    OrderReason.UNHEARD_GROUP: QT_TRANSLATE_NOOP("Wording", "group not heard yet"),
    OrderReason.GROUPS_HEARD: QT_TRANSLATE_NOOP("Wording", "group heard already"),
    OrderReason.OTHER_DELEGATION: QT_TRANSLATE_NOOP("Wording", "another delegation than the one before"),
    OrderReason.SAME_DELEGATION_LEFT: QT_TRANSLATE_NOOP("Wording", "only this delegation is left"),
    OrderReason.FIRST_SPEAKER: QT_TRANSLATE_NOOP("Wording", "first speaker of the delegation"),
    OrderReason.FURTHER_SPEAKER: QT_TRANSLATE_NOOP("Wording", "a further speaker of the delegation"),
}
_SECTIONS = {
    SynthesisSection.SUMMARY: QT_TRANSLATE_NOOP("Wording", "Summary"),
    SynthesisSection.CONVERGENCE: QT_TRANSLATE_NOOP("Wording", "Convergence"),
    SynthesisSection.DIFFERENCES: QT_TRANSLATE_NOOP("Wording", "Differing views"),
    SynthesisSection.PROPOSALS: QT_TRANSLATE_NOOP("Wording", "Proposals"),
    SynthesisSection.GOOD_PRACTICES: QT_TRANSLATE_NOOP("Wording", "Good practices"),
    SynthesisSection.QUESTIONS: QT_TRANSLATE_NOOP("Wording", "Questions"),
    SynthesisSection.PREAMBULAR: QT_TRANSLATE_NOOP("Wording", "Preambular"),
    SynthesisSection.OPERATIVE: QT_TRANSLATE_NOOP("Wording", "Operative"),
}
_CORRECTION_OUTCOMES = {
    CorrectionOutcome.OPEN: QT_TRANSLATE_NOOP("Wording", "open"),
    CorrectionOutcome.ACCEPTED: QT_TRANSLATE_NOOP("Wording", "accepted"),
    CorrectionOutcome.REFUSED: QT_TRANSLATE_NOOP("Wording", "refused"),
}
_LABELS: dict[tuple[type[StrEnum], StrEnum], str] = {
    (type(value), value): text
    for table in (
        *(_INTERVENTION_KINDS, _CATEGORIES, _NOTE_KINDS, _REQUEST_STATES, _RULINGS, _GENDERS),
        *(_TIME_SIGNALS, _MOTION_KINDS, _ORDER_SCHEMES, _ORDER_REASONS, _SECTIONS, _CORRECTION_OUTCOMES),
    )
    for value, text in table.items()
}


_MAX_ROW_LENGTH = 1500
_CALLING_FORMULA = QT_TRANSLATE_NOOP("Wording", "I give the floor to {name} of {delegation}.")
_UNAVAILABLE_MESSAGE = QT_TRANSLATE_NOOP("Wording", "This cannot be done now: {act}.")
_CALLING_FORMULA_SHORT = QT_TRANSLATE_NOOP("Wording", "I give the floor to {name}.")

SIGNAL_SHAPES = {
    TimeSignal.NO_LIMIT: "○",
    TimeSignal.ON_TIME: "●",
    TimeSignal.NEARLY_UP: "▲",
    TimeSignal.TIME_IS_UP: "■",
    TimeSignal.OVER_TIME: "◆",
    TimeSignal.PAUSED: "‖",
    TimeSignal.HELD: "‖",
}
"""Symbol of each time signal: no signal is shown by colour alone."""
SIGNAL_ROLES = {
    TimeSignal.NO_LIMIT: "",
    TimeSignal.ON_TIME: "good",
    TimeSignal.NEARLY_UP: "warning",
    TimeSignal.TIME_IS_UP: "alarm",
    TimeSignal.OVER_TIME: "alarm",
    TimeSignal.PAUSED: "warning",
    TimeSignal.HELD: "warning",
}
"""Style sheet role of each time signal, which sets its colour."""


def enum_label(value: StrEnum) -> str:
    """Return the label of an enum value of the domain."""
    return _translate(_LABELS[type(value), value])


def optional_label(value: object) -> str:
    """Return the label of an enum value of the domain; "" for None."""
    return enum_label(value) if isinstance(value, StrEnum) else ""


def rejection_message(reason: str) -> str:
    """Return the message for the value of a `Reason`."""
    return _translate(REJECTION_MESSAGES[reason])


def unavailable_message(act: str) -> str:
    """Return the message that an action is unavailable, for an action whose unavailability no rule explains.

    ``act`` is its name as shown in a menu (`literal_text.action_label`).
    """
    return _translate(_UNAVAILABLE_MESSAGE).format(act=act)


def error_message(error: UserFacingError) -> str:
    """Return the message for an error, after the path and place where it occurred, if known."""
    sentence = list_import_messages.format_list_error(error, _translate) or _translate(
        ERROR_MESSAGES.get(error.code.value, ERROR_MESSAGES["unknown"])
    )
    location = ", ".join(part for part in (error.path, error.location) if part)
    return f"{location}: {sentence}" if location else sentence


def export_result_messages(result: ExportResult) -> Iterator[str]:
    """Yield the messages about an export (see `describe_export`)."""
    return describe_export(result, _translate)


def row_rejection_message(reason: str, value: str) -> str:
    """Return the reason for which a row of a speakers list was rejected."""
    return list_import_messages.format_row_rejection(reason, value, _translate)


def row_warning_message(doubt: ImportDoubt) -> str:
    """Return the warning about a doubtful value in an imported row of a speakers list."""
    return list_import_messages.format_row_warning(doubt, _translate)


def list_remark_message(remark: ImportDoubt) -> str:
    """Return a remark about an imported speakers list as a whole."""
    return list_import_messages.format_list_remark(remark, _translate)


def format_countdown(duration_ms: int) -> str:
    """Return a time left as ``1:47`` (rounded up) and an overtime as ``+0:12`` (rounded down).

    So ``0:00`` is reached exactly when the time is up, and ``+0:00`` is shown for the first second of overtime.
    """
    if duration_ms < 0:
        seconds = -duration_ms // 1000
        return f"+{seconds // 60}:{seconds % 60:02d}"
    seconds = -(-duration_ms // 1000)
    return f"{seconds // 60}:{seconds % 60:02d}"


def format_clock(view: ClockView) -> str:
    """Return the text of a clock: the time left, or the time spoken where there is no limit."""
    return format_countdown(view.time_ms) if view.limit_ms else format_minutes_seconds(view.time_ms // 1000 * 1000)


def format_minutes_seconds(duration_ms: int) -> str:
    """Return a duration as ``2:40``, rounded to seconds as in the report (`round_to_seconds`)."""
    seconds = round_to_seconds(duration_ms)
    return f"{seconds // 60}:{seconds % 60:02d}"


def format_local_time(at_ms: int, offset_min: int, *, seconds: bool = False) -> str:
    """Return a UTC time as ``HH:MM`` or ``HH:MM:SS`` at the given UTC offset."""
    of_day = (at_ms // 1000 + offset_min * 60) % 86_400
    text = f"{of_day // 3600:02d}:{of_day // 60 % 60:02d}"
    return f"{text}:{of_day % 60:02d}" if seconds else text


def delegation_name(session: Session, person: Person, language: str) -> str:
    """Return the name of a person's delegation, else the organization as typed, which may be ""."""
    delegation = session.delegations.get(person.delegation)
    return delegation.name(language) if delegation else person.organization


def note_source_name(session: Session, note: Note, language: str) -> str:
    """Return the delegation of the speaker (or the name) or of the contribution that a note is from; "" if neither."""
    if note.contribution is not None:
        return session.delegations[session.contributions[note.contribution].delegation].name(language)
    if note.intervention is None:
        return ""
    person = session.person(session.interventions[note.intervention].delegate)
    return delegation_name(session, person, language) or person.titled_name


def shorten_for_row(text: str) -> str:
    """Return the text, cut to `_MAX_ROW_LENGTH` characters: laying out a very long text in a row takes too long."""
    return text if len(text) <= _MAX_ROW_LENGTH else f"{text[:_MAX_ROW_LENGTH]} …"


def delegation_and_name(session: Session, person: Person) -> str:
    """Return "Kenya – Ms. S. Kihika", only the part that is known, or ""."""
    origin = delegation_name(session, person, screen_language())
    return " – ".join(shorten_for_row(part) for part in (origin, person.titled_name) if part)


def calling_formula(session: Session, delegate: DelegateId) -> str:
    """Return the words with which the Chair gives the floor to a delegate (docs/rules.md#h2)."""
    person = session.person(delegate)
    origin = delegation_name(session, person, screen_language())
    if person.titled_name and origin:
        return _translate(_CALLING_FORMULA).format(name=person.titled_name, delegation=origin)
    return _translate(_CALLING_FORMULA_SHORT).format(name=person.titled_name or origin)


def next_calling_formula(session: Session) -> str:
    """Return the `calling_formula` of the next speaker; "" if nobody is waiting."""
    return calling_formula(session, session.requests[session.calling_order[0]].delegate) if session.queue else ""


def screen_language() -> str:
    """Return the code of the screen language (``en``, ``fr``), which is itself a text of the installed translation."""
    return translate("Wording", "en", "the code of this language: en, fr …")
