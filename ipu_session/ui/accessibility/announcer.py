"""Announcements of commands, rejections, errors and time thresholds, for screen readers and the message line."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from ipu_session.domain import events as e
from ipu_session.domain.exchange.save_status import SaveStatus
from ipu_session.domain.history import UndoStep
from ipu_session.domain.model.ids import InterventionId, Timestamp
from ipu_session.domain.model.intervention import Intervention
from ipu_session.domain.model.session import Session
from ipu_session.domain.queries.hall_view import displayed_speech
from ipu_session.domain.queries.time_signal import TimeSignal, time_signal
from ipu_session.domain.rejections import Reason
from ipu_session.domain.user_facing_error import UserFacingError
from ipu_session.service.session_service import CommittedChange
from ipu_session.ui.core.display_ticker import DisplayTicker
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.strings import labels
from ipu_session.ui.strings.event_messages import describe_events
from ipu_session.ui.strings.event_texts.sentences import event_label, format_remaining_time
from ipu_session.ui.strings.event_texts.subjects import event_subject, speaker_name
from ipu_session.ui.strings.translatable import QT_TRANSLATE_NOOP
from ipu_session.ui.strings.translation import translate
from ipu_session.ui.widgets.announcements import announce

ANNOUNCED_SIGNALS = frozenset({TimeSignal.NEARLY_UP, TimeSignal.TIME_IS_UP, TimeSignal.OVER_TIME})
"""Time signals that are announced when they begin; a pause is announced as the command that makes it."""
_STOPPED_SIGNALS = frozenset({TimeSignal.PAUSED, TimeSignal.HELD})

_TEMPLATES = {
    "undone": QT_TRANSLATE_NOOP("Announcements", "Undone: {act}."),
    "redone": QT_TRANSLATE_NOOP("Announcements", "Done again: {act}."),
    "act-of": QT_TRANSLATE_NOOP("Announcements", "{act} – {subject}"),
    "again": QT_TRANSLATE_NOOP("Announcements", "{who} has the floor, {left}."),
    "again-as": QT_TRANSLATE_NOOP("Announcements", "{kind}: {who}, {left}."),
    "again-nobody": QT_TRANSLATE_NOOP("Announcements", "{kind}, {left}."),
    "stopped": QT_TRANSLATE_NOOP("Announcements", "The clock stands."),
    "free": QT_TRANSLATE_NOOP("Announcements", "The floor is free."),
    "no-sitting": QT_TRANSLATE_NOOP("Announcements", "No sitting is open."),
    "sitting": QT_TRANSLATE_NOOP("Announcements", "Sitting {number} is open."),
    "suspended": QT_TRANSLATE_NOOP("Announcements", "Sitting {number} is suspended."),
    "next": QT_TRANSLATE_NOOP("Announcements", "Next: {who}."),
    "nobody-next": QT_TRANSLATE_NOOP("Announcements", "Nobody is waiting."),
    "waiting": QT_TRANSLATE_NOOP("Announcements", "{count} waiting."),
    "list-closed": QT_TRANSLATE_NOOP("Announcements", "The list is closed."),
    "names": QT_TRANSLATE_NOOP("Announcements", "Names on the list: {change}."),
    "notes": QT_TRANSLATE_NOOP("Announcements", "Notes: {change}."),
    "passages": QT_TRANSLATE_NOOP("Announcements", "Passages: {change}."),
    "themes": QT_TRANSLATE_NOOP("Announcements", "Themes: {change}."),
    "threshold": QT_TRANSLATE_NOOP("Announcements", "{light}: {who}, {left}."),
    "on-disk": QT_TRANSLATE_NOOP("Announcements", "Everything is on the disk."),
}


class Announcer(QObject):
    """Describes commits, rejections, errors and time signals in sentences, and announces them.

    Commands and messages are announced politely (the screen reader first finishes its sentence); rejections, errors,
    thresholds of the speaking time and the state of the floor on request are announced assertively (they interrupt it).
    """

    command_completed = Signal(str)
    """A command was executed; carries the sentence that describes it, "" for a command that is not announced."""
    history_changed = Signal(str)
    """A transaction was undone or redone; carries the sentence that says which."""
    warning = Signal(str)
    """A command was rejected, an action is unavailable, or a read or write failed; carries the reason."""
    message = Signal(str)
    """Carries a sentence that is neither a warning nor the effect of a command."""

    def __init__(self, bridge: SessionBridge, ticker: DisplayTicker, source_widget: QWidget) -> None:
        super().__init__(source_widget)
        self._bridge = bridge
        self._source_widget = source_widget
        self._session = bridge.session
        self._undo_step, self._redo_step = bridge.undo_step, bridge.redo_step
        self._speech_id: InterventionId | None = None
        self._time_signal: TimeSignal | None = None
        bridge.committed.connect(self._on_committed)
        bridge.rejected.connect(self._on_rejected)
        bridge.error_occurred.connect(self._on_error_occurred)
        bridge.action_unavailable.connect(self.show_warning)
        bridge.nothing_changed.connect(self._on_nothing_changed)
        bridge.save_status_changed.connect(self.announce_saved)
        ticker.ticked.connect(self._on_tick)

    def announce_politely(self, sentence: str) -> None:
        """Announce a sentence without interrupting the sentence that the screen reader speaks."""
        announce(self._source_widget, sentence)

    @Slot()
    def announce_state(self) -> None:
        """Show the sentences of `describe_state` and announce them assertively."""
        sentence = describe_state(self._bridge.session, self._bridge.now().utc_ms)
        self.message.emit(sentence)
        announce(self._source_widget, sentence, urgent=True)

    @Slot(str)
    def show_message(self, sentence: str) -> None:
        """Show a message and announce it politely."""
        self.message.emit(sentence)
        self.announce_politely(sentence)

    @Slot(CommittedChange)
    def _on_committed(self, committed: CommittedChange) -> None:
        sentence = self._describe_commit(committed)
        self._session = committed.session
        self._undo_step, self._redo_step = self._bridge.undo_step, self._bridge.redo_step
        signal = self.history_changed if isinstance(committed.events[0], e.Rewound) else self.command_completed
        signal.emit(sentence)
        self.announce_politely(sentence)

    @Slot(SaveStatus)
    def announce_saved(self, unsaved: SaveStatus) -> None:
        """Show and announce that everything is on disk; do nothing after a failed write, which `UnsavedBar` shows."""
        if unsaved.error is None:
            self.show_message(_format_message("on-disk"))

    @Slot(str)
    def show_warning(self, sentence: str) -> None:
        """Show a warning and announce it assertively."""
        self.warning.emit(sentence)
        announce(self._source_widget, sentence, urgent=True)

    @Slot(str)
    def _on_rejected(self, reason: str) -> None:
        self.show_warning(labels.rejection_message(reason))

    @Slot()
    def _on_nothing_changed(self) -> None:
        self.show_message(labels.rejection_message(Reason.NOTHING_CHANGES.value))

    @Slot(UserFacingError)
    def _on_error_occurred(self, error: UserFacingError) -> None:
        self.show_warning(labels.error_message(error))

    @Slot(Timestamp)
    def _on_tick(self, now: Timestamp) -> None:
        speech = displayed_speech(self._bridge.session)
        if speech is None:
            self._speech_id = self._time_signal = None
            return
        if speech.id != self._speech_id:
            self._speech_id, self._time_signal = speech.id, None
        signal = time_signal(self._bridge.session.rules, speech, now.utc_ms)
        if signal in _STOPPED_SIGNALS or signal is self._time_signal:
            return
        self._time_signal = signal
        if signal in ANNOUNCED_SIGNALS:
            announce(
                self._source_widget, _describe_threshold(self._bridge.session, speech, signal, now.utc_ms), urgent=True
            )

    def _describe_commit(self, committed: CommittedChange) -> str:
        now = self._bridge.now()
        session = committed.session
        if isinstance(committed.events[0], e.Rewound):
            return self._describe_rewind(session, now.utc_ms)
        return describe_events(committed.events, self._session, session, now)

    def _describe_rewind(self, session: Session, now_ms: int) -> str:
        """Return which transaction was undone or redone, and what counts, floor and sitting have become, if changed."""
        is_redo = self._redo_step is not None and self._bridge.undo_step == self._redo_step
        step = self._redo_step if is_redo else self._undo_step
        sentences = [_describe_step(step, self._session, session, is_redo=is_redo)] if step is not None else []
        sentences += _describe_count_changes(self._session, session)
        if _floor_and_sitting_state(self._session) != _floor_and_sitting_state(session):
            sentences.append(describe_floor(session, now_ms))
        return " ".join(sentences)


def describe_state(session: Session, now_ms: int) -> str:
    """Return sentences: the floor (`describe_floor`), who is next, how many wait, and if the list is closed."""
    sentences = [describe_floor(session, now_ms)]
    if session.queue:
        person = session.person(session.requests[session.calling_order[0]].delegate)
        sentences += [
            _format_message("next", who=labels.delegation_and_name(session, person)),
            _format_message("waiting", count=len(session.queue)),
        ]
    else:
        sentences.append(_format_message("nobody-next"))
    if session.is_list_closed:
        sentences.append(_format_message("list-closed"))
    if session.sitting is not None and not session.sitting.is_suspended:
        sentences.append(_format_message("sitting", number=len(session.sittings)))
    return " ".join(sentences)


def describe_floor(session: Session, now_ms: int) -> str:
    """Return sentences: that no sitting is open or that it is suspended, speaker and time left, or a free floor."""
    speech, sentences = displayed_speech(session), []
    if session.sitting is None:
        return _format_message("no-sitting")
    if session.sitting.is_suspended:
        sentences.append(_format_message("suspended", number=len(session.sittings)))
    if speech is None:
        return " ".join([*sentences, *([] if sentences else [_format_message("free")])])
    speaker, kind = speaker_name(session, speech), labels.enum_label(speech.kind).capitalize()
    template = "again" if speech.kind.value == "speech" else "again-as" if speaker else "again-nobody"
    sentences.append(_format_message(template, who=speaker, kind=kind, left=format_remaining_time(speech, now_ms)))
    if time_signal(session.rules, speech, now_ms) in _STOPPED_SIGNALS:
        sentences.append(_format_message("stopped"))
    return " ".join(sentences)


def _describe_step(step: UndoStep, before: Session, after: Session, *, is_redo: bool) -> str:
    label = event_label(step.event)
    subject = event_subject(step.event, before) or event_subject(step.event, after)
    action = _format_message("act-of", act=label, subject=subject) if subject else label
    return _format_message("redone" if is_redo else "undone", act=action)


def _describe_count_changes(before: Session, after: Session) -> list[str]:
    """Return a sentence for each number (of requests, notes, passages, themes) that changed by more than one."""
    pairs = (
        ("names", len(before.requests), len(after.requests)),
        ("notes", len(before.notes), len(after.notes)),
        ("passages", len(before.passages), len(after.passages)),
        ("themes", len(before.themes), len(after.themes)),
    )
    changed = ((name, new - old) for name, old, new in pairs)
    return [_format_message(name, change=f"{change:+d}") for name, change in changed if abs(change) > 1]


def _floor_and_sitting_state(session: Session) -> tuple[object, ...]:
    """Return intervention, phase of its clock, and sitting: if they differ after an undo, the floor is described."""
    speech, sitting = displayed_speech(session), session.sitting
    phase = None if speech is None else (speech.id, speech.stopwatch.phase)
    return (phase, None if sitting is None else (sitting.id, sitting.is_suspended))


def _describe_threshold(session: Session, speech: Intervention, signal: TimeSignal, now_ms: int) -> str:
    speaker = speaker_name(session, speech) or labels.enum_label(speech.kind).capitalize()
    signal_label = labels.enum_label(signal).capitalize()
    return _format_message("threshold", light=signal_label, who=speaker, left=format_remaining_time(speech, now_ms))


def _format_message(key: str, **values: object) -> str:
    return translate("Announcements", _TEMPLATES[key]).format(**values)
