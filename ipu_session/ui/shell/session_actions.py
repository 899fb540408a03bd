"""Every act in one table: its name, its key, when it is allowed and which command it asks for.

Menus, toolbar, shortcuts, the palette and the page of keys read the same table.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ipu_session.domain import commands as c
from ipu_session.domain.model.intervention import GrantReason, Ruling
from ipu_session.domain.model.motions import Decision
from ipu_session.domain.model.rules import Kind
from ipu_session.domain.model.session import Session
from ipu_session.domain.model.stopwatch import Phase
from ipu_session.domain.rejections import Reason
from ipu_session.service.session_service import Committed
from ipu_session.ui.core.session_bridge import Bridge
from ipu_session.ui.keyboard.alternative_keys import sequences
from ipu_session.ui.strings import labels
from ipu_session.ui.strings.literal_text import name_of

_HALF_A_MINUTE_MS = 30_000


@dataclass(frozen=True, slots=True)
class ActSpec:
    """One row of the table: an act that changes the session."""

    name: str
    text: str
    key: str
    allowed: Callable[[Session], bool]
    command: Callable[[Session], c.Command]


def _speaks(session: Session) -> bool:
    return session.floor is not None and not _suspended(session)


def _order(session: Session) -> bool:
    return session.floor is not None and session.floor.kind is Kind.POINT_OF_ORDER


def _suspended(session: Session) -> bool:
    return session.sitting is not None and session.sitting.suspended


def _may_go_next(session: Session) -> bool:
    if _suspended(session) or _order(session):
        return False
    floor = session.floor
    if session.motion is not None:
        return floor is not None and floor.kind is not Kind.CHAIR
    return _speaks(session) or bool(session.queue)


def _may_interrupt(session: Session) -> bool:
    floor = session.floor
    free = floor is None or floor.kind in {Kind.SPEECH, Kind.REPLY}
    return free and session.motion is None and not _suspended(session)


def _moved(session: Session) -> bool:
    return session.motion is not None and session.floor is not None and not _order(session)


def _limited(session: Session) -> bool:
    return _speaks(session) and session.floor is not None and session.floor.limited


def _twice(reason: GrantReason) -> Callable[[Session], c.Command]:
    def ask(session: Session) -> c.Command:
        allotted_ms = 0 if session.floor is None else session.floor.allotted_ms
        return c.GrantTime(allotted_ms, reason)

    return ask


def _next(session: Session) -> c.Command:
    return c.GiveFloor() if session.floor is None else c.EndAndNext()


def _pause(session: Session) -> c.Command:
    paused = session.floor is not None and session.floor.watch.phase is Phase.PAUSED
    return c.ResumeSpeech() if paused else c.PauseSpeech()


def _freeze(session: Session) -> c.Command:
    return c.ResumeSitting() if _suspended(session) else c.SuspendSitting()


def _list(session: Session) -> c.Command:
    return c.ReopenList() if session.list_closed else c.CloseList()


def _just(command: c.Command) -> Callable[[Session], c.Command]:
    def ask(session: Session) -> c.Command:
        return command

    return ask


def _always(session: Session) -> bool:
    return True


ACTS = (
    ActSpec(
        "next", str(QT_TRANSLATE_NOOP("Actions", "Give the floor / End, next")), "F5", _may_go_next, _next
    ),
    ActSpec(
        "question",
        str(QT_TRANSLATE_NOOP("Actions", "Question to the speaker")),
        "Ctrl+F5",
        lambda s: _may_interrupt(s) and any(i.kind is Kind.SPEECH for i in s.interventions.values()),
        _just(c.AskQuestion()),
    ),
    ActSpec("pause", str(QT_TRANSLATE_NOOP("Actions", "Pause / Go on")), "F6", _speaks, _pause),
    ActSpec(
        "end",
        str(QT_TRANSLATE_NOOP("Actions", "End, floor free")),
        "F7",
        lambda s: _speaks(s) and not _order(s) and s.motion is None,
        _just(c.EndIntervention()),
    ),
    ActSpec(
        "more-time",
        str(QT_TRANSLATE_NOOP("Actions", "30 seconds more")),
        "F8",
        _limited,
        _just(c.GrantTime(_HALF_A_MINUTE_MS)),
    ),
    ActSpec(
        "less-time",
        str(QT_TRANSLATE_NOOP("Actions", "30 seconds less")),
        "Shift+F8",
        _limited,
        _just(c.GrantTime(-_HALF_A_MINUTE_MS)),
    ),
    ActSpec(
        "twice-interpretation",
        str(QT_TRANSLATE_NOOP("Actions", "Twice the time, for interpretation")),
        "Ctrl+F8",
        _limited,
        _twice(GrantReason.INTERPRETATION),
    ),
    ActSpec(
        "twice-disability",
        str(QT_TRANSLATE_NOOP("Actions", "Twice the time, for a disability")),
        "Ctrl+Shift+F8",
        _limited,
        _twice(GrantReason.DISABILITY),
    ),
    ActSpec(
        "chair-speaks",
        str(QT_TRANSLATE_NOOP("Actions", "The Chair's own words")),
        "Ctrl+F7",
        lambda s: (
            s.motion is None
            and not _order(s)
            and not _suspended(s)
            and (s.floor is None or s.floor.kind is not Kind.CHAIR)
        ),
        _just(c.ChairSpeaks()),
    ),
    ActSpec(
        "point-of-order",
        str(QT_TRANSLATE_NOOP("Actions", "Point of order")),
        "F9",
        lambda s: not _order(s) and not _suspended(s),
        _just(c.RaisePointOfOrder()),
    ),
    ActSpec(
        "rule-noted",
        str(QT_TRANSLATE_NOOP("Actions", "Point of order noted")),
        "F10",
        lambda s: _order(s) and not _suspended(s),
        _just(c.RulePointOfOrder(Ruling.NOTED)),
    ),
    ActSpec(
        "rule-upheld",
        str(QT_TRANSLATE_NOOP("Actions", "Point of order upheld")),
        "Shift+F9",
        lambda s: _order(s) and not _suspended(s),
        _just(c.RulePointOfOrder(Ruling.UPHELD)),
    ),
    ActSpec(
        "rule-dismissed",
        str(QT_TRANSLATE_NOOP("Actions", "Point of order dismissed")),
        "Ctrl+F9",
        lambda s: _order(s) and not _suspended(s),
        _just(c.RulePointOfOrder(Ruling.DISMISSED)),
    ),
    ActSpec(
        "motion",
        str(QT_TRANSLATE_NOOP("Actions", "Procedural motion")),
        "Ctrl+Shift+M",
        _may_interrupt,
        _just(c.MoveMotion()),
    ),
    ActSpec(
        "motion-carried",
        str(QT_TRANSLATE_NOOP("Actions", "Motion carried")),
        "Ctrl+Shift+Y",
        _moved,
        _just(c.DecideMotion(Decision.CARRIED)),
    ),
    ActSpec(
        "motion-rejected",
        str(QT_TRANSLATE_NOOP("Actions", "Motion rejected")),
        "Ctrl+Shift+R",
        _moved,
        _just(c.DecideMotion(Decision.REJECTED)),
    ),
    ActSpec(
        "motion-withdrawn",
        str(QT_TRANSLATE_NOOP("Actions", "Motion withdrawn")),
        "Ctrl+Shift+U",
        _moved,
        _just(c.DecideMotion(Decision.WITHDRAWN)),
    ),
    ActSpec(
        "freeze",
        str(QT_TRANSLATE_NOOP("Actions", "Suspend / Resume the sitting")),
        "F12",
        lambda s: s.sitting is not None,
        _freeze,
    ),
    ActSpec(
        "close-list",
        str(QT_TRANSLATE_NOOP("Actions", "Close / Reopen the list")),
        "Ctrl+Shift+L",
        _always,
        _list,
    ),
    ActSpec(
        "take-offer",
        str(QT_TRANSLATE_NOOP("Actions", "Set the limit with which the sitting ends in time")),
        "Ctrl+F6",
        lambda s: s.sitting is not None and bool(s.details.planned_end),
        _just(c.TakeOffer()),
    ),
    ActSpec(
        "announce-closing",
        str(QT_TRANSLATE_NOOP("Actions", "Announce the closing of the list")),
        "Ctrl+Shift+N",
        lambda s: not s.list_closed,
        _just(c.AnnounceClosing()),
    ),
    ActSpec(
        "gap-counts",
        str(QT_TRANSLATE_NOOP("Actions", "The gap counts")),
        "Ctrl+Shift+J",
        lambda s: s.open_gap is not None,
        _just(c.AnswerGap(counted=True)),
    ),
    ActSpec(
        "gap-left-out",
        str(QT_TRANSLATE_NOOP("Actions", "The gap does not count")),
        "Ctrl+Shift+K",
        lambda s: s.open_gap is not None,
        _just(c.AnswerGap(counted=False)),
    ),
    ActSpec(
        "open-sitting",
        str(QT_TRANSLATE_NOOP("Actions", "Open the sitting")),
        "Ctrl+Shift+O",
        lambda s: s.sitting is None,
        _just(c.OpenSitting()),
    ),
    ActSpec(
        "close-sitting",
        str(QT_TRANSLATE_NOOP("Actions", "Close the sitting")),
        "Ctrl+Shift+E",
        lambda s: s.sitting is not None,
        _just(c.CloseSitting()),
    ),
)


class Act(QAction):
    """A live action for one row: it switches itself on and off with the session."""

    def __init__(self, spec: ActSpec, bridge: Bridge, parent: QObject) -> None:
        super().__init__(QCoreApplication.translate("Actions", spec.text), parent)
        self._spec = spec
        self._bridge = bridge
        self.setObjectName(spec.name)
        self.setShortcuts(sequences(spec.key))
        self.setAutoRepeat(False)
        self._refresh(Committed((), bridge.session))
        self.triggered.connect(self._ask)
        bridge.committed.connect(self._refresh)

    @Slot()
    def _ask(self) -> None:
        self._bridge.execute(self._spec.command(self._bridge.session))

    def why_not(self) -> str:
        """Return the sentence that says why the act cannot be done now."""
        session = self._bridge.session
        reason = self._bridge.refusal(self._spec.command(session))
        if reason is Reason.FLOOR_FREE and _suspended(session):
            # Whoever spoke is held.
            reason = Reason.SITTING_SUSPENDED
        return labels.not_now(name_of(self)) if reason is None else labels.refusal(reason.value)

    @Slot(Committed)
    def _refresh(self, committed: Committed) -> None:
        self.setEnabled(self._spec.allowed(committed.session))
        # Buttons show it in their tooltips.
        self.setStatusTip("" if self.isEnabled() else self.why_not())


def make_acts(bridge: Bridge, parent: QWidget) -> dict[str, QAction]:
    """Return a live action for each row, by name; they are put on ``parent``, so that their keys work."""
    acts: dict[str, QAction] = {spec.name: Act(spec, bridge, parent) for spec in ACTS}
    parent.addActions(list(acts.values()))
    return acts
