"""Plays a debate written as a table: time of day, what is asked, and what is then true.

``10:00:00 floor Kenya -> Kenya 3:00`` gives the floor to Kenya and expects three minutes left.
"""

from datetime import UTC, datetime
from typing import Any

from msgspec.structs import replace

from ipu_session.domain import commands as c
from ipu_session.domain.model.ids import DelegateId, RequestId
from ipu_session.domain.model.intervention import GrantReason, Intervention, Ruling
from ipu_session.domain.model.list_positions import OrderScheme
from ipu_session.domain.model.motions import MotionDecision, MotionKind
from ipu_session.domain.model.rules import PRESETS, Kind
from ipu_session.domain.model.session import Gender, Person, Session
from ipu_session.domain.model.stopwatch import Phase
from ipu_session.domain.queries.forecast import rules_with_proposed_limit
from ipu_session.domain.queries.order_proposals import propose_order
from ipu_session.domain.rejections import RejectedError
from ipu_session.service.session_service import SessionService
from tests.builders import DIRECTORY, FakeClock, MemoryJournal, PersonDetails, a_session, person
from tests.narrowing import not_none

LOOK_EVERY_MS = 60_000
_CODES = {entry.name_en: entry.id for entry in DIRECTORY} | {"IOM": "IOM"}


class Play:
    def __init__(self, at: str) -> None:
        self.clock = FakeClock(_ms(at), 0)
        self.journal = MemoryJournal()
        self.service = a_session(clock=self.clock, journal=self.journal)

    @property
    def session(self) -> Session:
        return self.service.session

    def pass_until(self, now_ms: int) -> None:
        """Let time pass, looked at all the while, as the window does: a table names few moments of it."""
        while self.clock.now_ms < now_ms:
            self.clock.now_ms = min(now_ms, self.clock.now_ms + LOOK_EVERY_MS)
            self.service.poll()

    def request_of(self, name: str) -> RequestId:
        found = [r for r in self.session.requests.values() if self.name(r.delegate) == name]
        return found[-1].id

    def name(self, delegate: DelegateId | None) -> str:
        who = self.session.person(delegate)
        return self.session.delegations[who.delegation].name_en if who.delegation else "somebody"

    def listed(self, request_id: RequestId) -> str:
        request = self.session.requests[request_id]
        return self.name(request.delegate) + ("?" if request.reserve else "")

    def ask(self, verb: str, rest: str) -> None:
        simple = {
            "end": c.EndIntervention(),
            "next": c.EndAndNext() if self.session.floor else c.GiveFloor(),
            "pause": c.PauseSpeech(),
            "resume": c.ResumeSpeech(),
            "suspend": c.SuspendSitting(rest),
            "reopen": c.ResumeSitting(),
            "open": c.OpenSitting(),
            "chair": c.ChairSpeaks(),
            "announce": c.AnnounceClosing(),
            "close": c.CloseSitting(),
            "close-list": c.CloseList(),
            "reopen-list": c.ReopenList(),
        }
        if verb in simple:
            self.service.execute(simple[verb])
        elif verb in {"undo", "redo"}:
            getattr(self.service, verb)()
        elif verb != "look":
            getattr(self, "_" + verb.replace("-", "_"))(rest)

    def _list(self, names: str) -> None:
        for name in names.split():
            self.service.execute(c.AddRequest(self._someone(name)))

    def _someone(self, name: str) -> Person:
        """A delegate by the delegation's name; "Kenya/Achieng" has a name, "Kenya/f/young" more."""
        code, *more = name.split("/")
        entry = next(entry for entry in DIRECTORY if entry.id == _CODES[code])
        found: PersonDetails = {"category": entry.category}
        own_name = ""
        for word in more:
            if word in {"f", "m"}:
                found["gender"] = Gender(word.upper())
            elif word == "young":
                found["young"] = True
            else:
                own_name = word
        return person(_CODES[code], own_name, **found)

    def _question(self, name: str) -> None:
        self.service.execute(c.AskQuestion(self._someone(name) if name else None))

    def _motion(self, name: str) -> None:
        self.service.execute(c.MoveMotion(self._someone(name) if name else None))

    def _moved(self, rest: str) -> None:
        kind, _, subject = rest.partition(" ")
        self.service.execute(c.ExplainMotion(MotionKind(kind), subject))

    def _decide(self, decision: str) -> None:
        self.service.execute(c.DecideMotion(MotionDecision(decision)))

    def _because(self, reason: str) -> None:
        self.service.execute(c.ExplainSuspension(reason))

    def _allot(self, seconds: str) -> None:
        self.service.execute(c.SetAllotment(int(seconds) * 1000))

    def _double(self, reason: str) -> None:
        floor = self.session.floor
        assert floor is not None
        self.service.execute(c.GrantTime(floor.allotted_ms, GrantReason(reason)))

    def _rule_of(self, rest: str) -> None:
        field, value = rest.split()
        changed: dict[str, Any] = {field: int(value)}
        self.service.execute(c.SetRules(replace(self.session.rules, **changed)))

    def _preset(self, name: str) -> None:
        self.service.execute(c.SetRules(PRESETS[name]))

    def _swap(self, rest: str) -> None:
        one, other = map(self.request_of, rest.split())
        self.service.execute(c.SwapRequests(one, other))

    def _lots(self, seed: str) -> None:
        self.service.execute(c.DrawLots(int(seed)))

    def _reserve(self, name: str) -> None:
        self.service.execute(c.SetReserve(self.request_of(name), True))

    def _call_up(self, name: str) -> None:
        self.service.execute(c.SetReserve(self.request_of(name), False))

    def _propose(self, scheme: str) -> None:
        found = propose_order(self.session, OrderScheme(scheme))
        self.service.execute(c.AcceptOrder(OrderScheme(scheme), found))

    def _intervention(self, name: str) -> Intervention:
        found = [i for i in self.session.interventions.values() if self.name(i.delegate) == name]
        return max(found, key=lambda i: i.id)

    def _correct(self, rest: str) -> None:
        """``correct Kenya spoken 150``: seconds."""
        name, field, seconds = rest.split()
        intervention = self._intervention(name)
        ledger = intervention.time_account(self.service.now().utc_ms)
        new = replace(ledger, **{f"{field}_ms": int(seconds) * 1000})
        self.service.execute(c.CorrectIntervention(intervention.id, new))

    def _whose(self, rest: str) -> None:
        name, other = rest.split()
        self.service.execute(c.AttributeIntervention(self._intervention(name).id, self._someone(other)))

    def _strike(self, name: str) -> None:
        self.service.execute(c.DeleteIntervention(self._intervention(name).id, "by mistake"))

    def _paper(self, rest: str) -> None:
        """``paper Kenya 10:02:00 150``: begun at, spoken for."""
        name, at, seconds = rest.split()
        self.service.execute(c.EnterIntervention(self._someone(name), _ms(at), int(seconds) * 1000))

    def _offer(self, _: str) -> None:
        self.service.execute(c.SetRules(not_none(rules_with_proposed_limit(self.session, self.service.now().utc_ms))))

    def _ends(self, at: str) -> None:
        self.service.execute(c.ChangeDetails(replace(self.session.details, planned_end=at)))

    def _sleeps(self, seconds: str) -> None:
        self.clock.suspend(int(seconds))
        self.service.poll()

    def _clock_set(self, seconds: str) -> None:
        self.clock.wall_offset_ms += int(seconds) * 1000
        self.service.poll()

    def _killed(self, seconds: str) -> None:
        """The program is killed and started again so many seconds later."""
        self.service.poll()
        self.clock.advance(int(seconds))
        self.service = SessionService(self.journal, self.clock)
        self.service.start()

    def _count(self, _: str) -> None:
        self.service.execute(c.ResolveTimingGap(counted=True))

    def _leave_out(self, _: str) -> None:
        self.service.execute(c.ResolveTimingGap(counted=False))

    def _reply(self, name: str) -> None:
        self.service.execute(c.AddRequest(self._someone(name), Kind.REPLY))

    def _floor(self, name: str) -> None:
        if name not in {self.name(self.session.requests[r].delegate) for r in self.session.queue}:
            self._list(name)
        self.service.execute(c.GiveFloor(self.request_of(name)))

    def _order(self, name: str) -> None:
        self.service.execute(c.RaisePointOfOrder(self._someone(name) if name else None))

    def _rule(self, ruling: str) -> None:
        self.service.execute(c.RulePointOfOrder(Ruling(ruling)))

    def _grant(self, seconds: str) -> None:
        self.service.execute(c.GrantTime(int(seconds) * 1000))

    def _limit(self, seconds: str) -> None:
        self.service.execute(c.SetRules(replace(self.session.rules, delegate_ms=int(seconds) * 1000)))

    def _move(self, rest: str) -> None:
        name, place = rest.split()
        self.service.execute(c.MoveRequest(self.request_of(name), int(place) - 1))

    def _withdraw(self, name: str) -> None:
        self.service.execute(c.WithdrawRequest(self.request_of(name)))

    def _absent(self, name: str) -> None:
        self.service.execute(c.MarkAbsent(self.request_of(name)))

    def _restore(self, name: str) -> None:
        self.service.execute(c.RestoreRequest(self.request_of(name)))

    def _rename(self, rest: str) -> None:
        name, new = rest.split()
        delegate = self.session.requests[self.request_of(name)].delegate
        self.service.execute(c.ChangeDelegate(delegate, person(_CODES[name], new)))


def play(script: str) -> Play:
    """Play the table; every expectation is checked; return the play for further looks."""
    __tracebackhide__ = True
    lines = [line.strip() for line in script.splitlines() if line.strip()]
    scene = Play(lines[0].split()[0])
    for line in lines:
        asked, _, expected = line.partition("->")
        at, verb, *rest = asked.split(maxsplit=2)
        scene.pass_until(_ms(at))
        before = scene.session
        outcome = ""
        try:
            scene.ask(verb, rest[0].strip() if rest else "")
        except RejectedError as refusal:
            outcome = f"refused: {refusal.reason}"
            assert scene.session is before, f"a refusal changed something: {line}"
        if expected:
            found = outcome or describe(scene)
            assert found == expected.strip(), f"{line}\n  found: {found}"
    return scene


def describe(scene: Play) -> str:
    """Who has the floor and how long is left; who is held and at what; who waits."""
    session, now_ms = scene.session, scene.service.now().utc_ms
    parts = []
    floor = session.floor
    if session.sitting is not None and session.sitting.is_suspended:
        parts.append("suspended")
    elif floor is None:
        parts.append("free")
    else:
        state = " paused" if floor.stopwatch.phase is Phase.PAUSED else ""
        time = clock(floor.remaining_ms(now_ms)) if floor.has_limit else f"for {clock(floor.spoken_ms(now_ms))}"
        who = "the chair" if floor.kind is Kind.CHAIR else scene.name(floor.delegate)
        parts.append(f"{who} {time}{state}")
    for held in session.held:
        intervention = session.interventions[held]
        parts.append(f"{scene.name(intervention.delegate)} held at {clock(intervention.remaining_ms(now_ms))}")
    for word, listed in (("waiting", session.speakers), ("reply", session.replies)):
        if listed:
            parts.append(f"{word} {' '.join(scene.listed(request) for request in listed)}")
    gap = session.unresolved_gap
    if gap is not None:
        parts.append(f"{gap.cause} {gap.length_ms // 1000} s")
    return "; ".join(parts)


def clock(remaining_ms: int) -> str:
    seconds = abs(remaining_ms) // 1000
    return f"{'-' if remaining_ms < 0 else ''}{seconds // 60}:{seconds % 60:02d}"


def _ms(text: str) -> int:
    moment = datetime.strptime(text, "%H:%M:%S").replace(year=2026, tzinfo=UTC)
    return int(moment.timestamp() * 1000)
