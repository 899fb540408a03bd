"""Table of the window's actions that execute a command on the session, each with the condition that enables it."""

from collections.abc import Callable

from ipu_session.domain import commands as c
from ipu_session.domain.model.intervention import GrantReason, Ruling
from ipu_session.domain.model.motions import MotionDecision
from ipu_session.domain.model.rules import Kind
from ipu_session.domain.model.session import Session
from ipu_session.domain.model.stopwatch import Phase
from ipu_session.ui.actions.action_spec import ActionTable, CommandActionSpec
from ipu_session.ui.actions.scopes import SESSION
from ipu_session.ui.strings.translatable import QT_TRANSLATE_NOOP

_HALF_A_MINUTE_MS = 30_000


def _has_speaker(session: Session) -> bool:
    return session.floor is not None and not _is_suspended(session)


def _is_point_of_order(session: Session) -> bool:
    return session.floor is not None and session.floor.kind is Kind.POINT_OF_ORDER


def _is_suspended(session: Session) -> bool:
    return session.sitting is not None and session.sitting.is_suspended


def _can_go_next(session: Session) -> bool:
    if _is_suspended(session) or _is_point_of_order(session):
        return False
    floor = session.floor
    if session.pending_motion is not None:
        return floor is not None and floor.kind is not Kind.CHAIR
    return _has_speaker(session) or bool(session.queue)


def _can_interrupt(session: Session) -> bool:
    floor = session.floor
    free = floor is None or floor.kind in {Kind.SPEECH, Kind.REPLY}
    return free and session.pending_motion is None and not _is_suspended(session)


def _is_motion_pending(session: Session) -> bool:
    return session.pending_motion is not None and session.floor is not None and not _is_point_of_order(session)


def _has_time_limit(session: Session) -> bool:
    return _has_speaker(session) and session.floor is not None and session.floor.has_limit


def _double_time(reason: GrantReason) -> Callable[[Session], c.Command]:
    def ask(session: Session) -> c.Command:
        allotted_ms = 0 if session.floor is None else session.floor.allotted_ms
        return c.GrantTime(allotted_ms, reason)

    return ask


def _next_command(session: Session) -> c.Command:
    return c.GiveFloor() if session.floor is None else c.EndAndNext()


def _pause_or_resume(session: Session) -> c.Command:
    paused = session.floor is not None and session.floor.stopwatch.phase is Phase.PAUSED
    return c.ResumeSpeech() if paused else c.PauseSpeech()


def _suspend_or_resume(session: Session) -> c.Command:
    return c.ResumeSitting() if _is_suspended(session) else c.SuspendSitting()


def _close_or_reopen_list(session: Session) -> c.Command:
    return c.ReopenList() if session.is_list_closed else c.CloseList()


def _constant(command: c.Command) -> Callable[[Session], c.Command]:
    def ask(session: Session) -> c.Command:
        return command

    return ask


def _always(session: Session) -> bool:
    return True


COMMAND_ACTIONS = ActionTable(
    SESSION,
    (
        CommandActionSpec(
            "next", QT_TRANSLATE_NOOP("Actions", "Give the floor / End, next"), "F5", _can_go_next, _next_command
        ),
        CommandActionSpec(
            "question",
            QT_TRANSLATE_NOOP("Actions", "Question to the speaker"),
            "Ctrl+F5",
            lambda s: _can_interrupt(s) and any(i.kind is Kind.SPEECH for i in s.interventions.values()),
            _constant(c.AskQuestion()),
        ),
        CommandActionSpec("pause", QT_TRANSLATE_NOOP("Actions", "Pause / Go on"), "F6", _has_speaker, _pause_or_resume),
        CommandActionSpec(
            "end",
            QT_TRANSLATE_NOOP("Actions", "End, floor free"),
            "F7",
            lambda s: _has_speaker(s) and not _is_point_of_order(s) and s.pending_motion is None,
            _constant(c.EndIntervention()),
        ),
        CommandActionSpec(
            "more-time",
            QT_TRANSLATE_NOOP("Actions", "30 seconds more"),
            "F8",
            _has_time_limit,
            _constant(c.GrantTime(_HALF_A_MINUTE_MS)),
        ),
        CommandActionSpec(
            "less-time",
            QT_TRANSLATE_NOOP("Actions", "30 seconds less"),
            "Shift+F8",
            _has_time_limit,
            _constant(c.GrantTime(-_HALF_A_MINUTE_MS)),
        ),
        CommandActionSpec(
            "twice-interpretation",
            QT_TRANSLATE_NOOP("Actions", "Twice the time, for interpretation"),
            "Ctrl+F8",
            _has_time_limit,
            _double_time(GrantReason.INTERPRETATION),
        ),
        CommandActionSpec(
            "twice-disability",
            QT_TRANSLATE_NOOP("Actions", "Twice the time, for a disability"),
            "Ctrl+Shift+F8",
            _has_time_limit,
            _double_time(GrantReason.DISABILITY),
        ),
        CommandActionSpec(
            "chair-speaks",
            QT_TRANSLATE_NOOP("Actions", "The Chair's own words"),
            "Ctrl+F7",
            lambda s: (
                s.pending_motion is None
                and not _is_point_of_order(s)
                and not _is_suspended(s)
                and (s.floor is None or s.floor.kind is not Kind.CHAIR)
            ),
            _constant(c.ChairSpeaks()),
        ),
        CommandActionSpec(
            "point-of-order",
            QT_TRANSLATE_NOOP("Actions", "Point of order"),
            "F9",
            lambda s: not _is_point_of_order(s) and not _is_suspended(s),
            _constant(c.RaisePointOfOrder()),
        ),
        CommandActionSpec(
            "rule-noted",
            QT_TRANSLATE_NOOP("Actions", "Point of order noted"),
            "F10",
            lambda s: _is_point_of_order(s) and not _is_suspended(s),
            _constant(c.RulePointOfOrder(Ruling.NOTED)),
        ),
        CommandActionSpec(
            "rule-upheld",
            QT_TRANSLATE_NOOP("Actions", "Point of order upheld"),
            "Shift+F9",
            lambda s: _is_point_of_order(s) and not _is_suspended(s),
            _constant(c.RulePointOfOrder(Ruling.UPHELD)),
        ),
        CommandActionSpec(
            "rule-dismissed",
            QT_TRANSLATE_NOOP("Actions", "Point of order dismissed"),
            "Ctrl+F9",
            lambda s: _is_point_of_order(s) and not _is_suspended(s),
            _constant(c.RulePointOfOrder(Ruling.DISMISSED)),
        ),
        CommandActionSpec(
            "motion",
            QT_TRANSLATE_NOOP("Actions", "Procedural motion"),
            "Ctrl+Shift+M",
            _can_interrupt,
            _constant(c.MoveMotion()),
        ),
        CommandActionSpec(
            "motion-carried",
            QT_TRANSLATE_NOOP("Actions", "Motion carried"),
            "Ctrl+Shift+Y",
            _is_motion_pending,
            _constant(c.DecideMotion(MotionDecision.CARRIED)),
        ),
        CommandActionSpec(
            "motion-rejected",
            QT_TRANSLATE_NOOP("Actions", "Motion rejected"),
            "Ctrl+Shift+R",
            _is_motion_pending,
            _constant(c.DecideMotion(MotionDecision.REJECTED)),
        ),
        CommandActionSpec(
            "motion-withdrawn",
            QT_TRANSLATE_NOOP("Actions", "Motion withdrawn"),
            "Ctrl+Shift+U",
            _is_motion_pending,
            _constant(c.DecideMotion(MotionDecision.WITHDRAWN)),
        ),
        CommandActionSpec(
            "freeze",
            QT_TRANSLATE_NOOP("Actions", "Suspend / Resume the sitting"),
            "F12",
            lambda s: s.sitting is not None,
            _suspend_or_resume,
        ),
        CommandActionSpec(
            "close-list",
            QT_TRANSLATE_NOOP("Actions", "Close / Reopen the list"),
            "Ctrl+Shift+L",
            _always,
            _close_or_reopen_list,
        ),
        CommandActionSpec(
            "take-offer",
            QT_TRANSLATE_NOOP("Actions", "Set the limit with which the sitting ends in time"),
            "Ctrl+F6",
            lambda s: s.sitting is not None and bool(s.details.planned_end),
            _constant(c.AcceptLimitProposal()),
        ),
        CommandActionSpec(
            "announce-closing",
            QT_TRANSLATE_NOOP("Actions", "Announce the closing of the list"),
            "Ctrl+Shift+N",
            lambda s: not s.is_list_closed,
            _constant(c.AnnounceClosing()),
        ),
        CommandActionSpec(
            "gap-counts",
            QT_TRANSLATE_NOOP("Actions", "The gap counts"),
            "Ctrl+Shift+J",
            lambda s: s.unresolved_gap is not None,
            _constant(c.ResolveTimingGap(counted=True)),
        ),
        CommandActionSpec(
            "gap-left-out",
            QT_TRANSLATE_NOOP("Actions", "The gap does not count"),
            "Ctrl+Shift+K",
            lambda s: s.unresolved_gap is not None,
            _constant(c.ResolveTimingGap(counted=False)),
        ),
        CommandActionSpec(
            "open-sitting",
            QT_TRANSLATE_NOOP("Actions", "Open the sitting"),
            "Ctrl+Shift+O",
            lambda s: s.sitting is None,
            _constant(c.OpenSitting()),
        ),
        CommandActionSpec(
            "close-sitting",
            QT_TRANSLATE_NOOP("Actions", "Close the sitting"),
            "Ctrl+Shift+E",
            lambda s: s.sitting is not None,
            _constant(c.CloseSitting()),
        ),
    ),
)
