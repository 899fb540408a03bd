"""Plays a debate written as a table: time of day, what is asked, and what is then true.

``10:00:00 floor Kenya -> Kenya 3:00`` gives the floor to Kenya and expects three minutes left.
"""

from datetime import UTC, datetime

from ipu_session.domain import commands as c
from ipu_session.domain.errors import RejectedError
from ipu_session.domain.rules import Kind
from ipu_session.domain.state import Ruling
from ipu_session.domain.timing import Phase
from tests.builders import DIRECTORY, FakeClock, a_session, person

_CODES = {entry.name_en: entry.id for entry in DIRECTORY} | {"IOM": "IOM"}


class Play:
    def __init__(self) -> None:
        self.clock = FakeClock(0, 0)
        self.service = a_session(clock=self.clock)

    @property
    def session(self):
        return self.service.session

    def request_of(self, name):
        found = [r for r in self.session.requests.values() if self.name(r.delegate) == name]
        return found[-1].id

    def name(self, delegate):
        who = self.session.person(delegate)
        return self.session.delegations[who.delegation].name_en if who.delegation else "somebody"

    def ask(self, verb, rest):
        simple = {
            "end": c.EndIntervention(),
            "next": c.EndAndNext() if self.session.floor else c.GiveFloor(),
            "pause": c.PauseSpeech(),
            "resume": c.ResumeSpeech(),
            "suspend": c.SuspendSitting(rest),
            "reopen": c.ResumeSitting(),
            "open": c.OpenSitting(),
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

    def _list(self, names):
        for name in names.split():
            self.service.execute(c.AddRequest(person(_CODES[name])))

    def _reply(self, name):
        self.service.execute(c.AddRequest(person(_CODES[name]), Kind.REPLY))

    def _floor(self, name):
        if name not in {self.name(self.session.requests[r].delegate) for r in self.session.queue}:
            self._list(name)
        self.service.execute(c.GiveFloor(self.request_of(name)))

    def _order(self, name):
        who = person(_CODES[name]) if name else None
        if who and name == "IOM":
            who = person("IOM", category=DIRECTORY[-1].category)
        self.service.execute(c.RaisePointOfOrder(who))

    def _rule(self, ruling):
        self.service.execute(c.RulePointOfOrder(Ruling(ruling)))

    def _grant(self, seconds):
        self.service.execute(c.GrantTime(int(seconds) * 1000))

    def _limit(self, seconds):
        rules = self.session.rules
        new = type(rules)(
            **{f: getattr(rules, f) for f in rules.__slots__} | {"delegate_ms": int(seconds) * 1000}
        )
        self.service.execute(c.SetRules(new))

    def _move(self, rest):
        name, place = rest.split()
        self.service.execute(c.MoveRequest(self.request_of(name), int(place) - 1))

    def _withdraw(self, name):
        self.service.execute(c.WithdrawRequest(self.request_of(name)))

    def _absent(self, name):
        self.service.execute(c.MarkAbsent(self.request_of(name)))

    def _restore(self, name):
        self.service.execute(c.RestoreRequest(self.request_of(name)))

    def _rename(self, rest):
        name, new = rest.split()
        delegate = self.session.requests[self.request_of(name)].delegate
        self.service.execute(c.ChangeDelegate(delegate, person(_CODES[name], new)))


def play(script: str) -> Play:
    """Play the table; every expectation is checked; return the play for further looks."""
    __tracebackhide__ = True
    scene = Play()
    for line in filter(None, map(str.strip, script.splitlines())):
        asked, _, expected = line.partition("->")
        at, verb, *rest = asked.split(maxsplit=2)
        scene.clock.now_ms = _ms(at)
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
    session, now_ms = scene.session, scene.clock.now_ms
    parts = []
    floor = session.floor
    if session.sitting is not None and session.sitting.suspended:
        parts.append("suspended")
    elif floor is None:
        parts.append("free")
    else:
        state = " paused" if floor.watch.phase is Phase.PAUSED else ""
        parts.append(f"{scene.name(floor.delegate)} {clock(floor.remaining_ms(now_ms))}{state}")
    for held in session.held:
        intervention = session.interventions[held]
        parts.append(
            f"{scene.name(intervention.delegate)} held at {clock(intervention.remaining_ms(now_ms))}"
        )
    waiting = " ".join(scene.name(session.requests[r].delegate) for r in session.queue)
    if waiting:
        parts.append(f"waiting {waiting}")
    return "; ".join(parts)


def clock(remaining_ms: int) -> str:
    seconds = abs(remaining_ms) // 1000
    return f"{'-' if remaining_ms < 0 else ''}{seconds // 60}:{seconds % 60:02d}"


def _ms(text: str) -> int:
    moment = datetime.strptime(text, "%H:%M:%S").replace(year=2026, tzinfo=UTC)
    return int(moment.timestamp() * 1000)
