"""How the order came about and what was put right, as the report tells it."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from ipu_session.domain import commands as c
from ipu_session.domain.model.intervention import Intervention
from ipu_session.domain.model.motions import MotionDecision, MotionKind
from ipu_session.domain.model.rules import Rules
from ipu_session.domain.queries.lot_drawing import draw_order
from ipu_session.report.content import build_report
from ipu_session.report.content.check import self_check
from ipu_session.report.language.catalog import load_catalog
from ipu_session.report.model import Paragraph, Report
from tests.builders import FakeClock, a_session, person

RESOURCES = Path(__file__).parents[2] / "resources" / "report"


class Told:
    """A session, and the report of it."""

    def __init__(self, rules: Rules | None = None) -> None:
        self.clock = FakeClock()
        self.service = a_session(clock=self.clock, rules=rules)

    def do(self, *commands: c.Command, after: int = 0) -> None:
        for command in commands:
            self.service.execute(command)
        self.clock.advance(after)

    def latest(self) -> Intervention:
        return max(self.service.session.interventions.values(), key=lambda i: i.id)

    def report(self, language: str = "en") -> Report:
        words = load_catalog(language, RESOURCES)
        report = build_report(self.service.session, self.clock.now(), words)
        assert self_check(report, self.service.session, self.clock.now_ms, words) == ()
        return report

    def rows(self, table: str, language: str = "en") -> tuple[tuple[str, ...], ...]:
        found = self.report(language).table(table)
        return () if found is None else found.rows

    def sentences(self, language: str = "en") -> str:
        blocks = self.report(language).blocks
        return " ".join(block.text for block in blocks if isinstance(block, Paragraph))


@pytest.fixture
def told() -> Told:
    return Told()


def test_lots_can_be_repeated_from_what_is_printed(told: Told) -> None:
    told.do(*(c.AddRequest(person(code, f"N {code}")) for code in ("KE", "PE", "WS", "JP")), c.DrawLots(7))
    assert told.rows("lots-1") == (
        ("1", "2", "Peru", "N PE"),
        ("2", "3", "Samoa", "N WS"),
        ("3", "1", "Kenya", "N KE"),
        ("4", "4", "Japan", "N JP"),
    )
    text = told.sentences()
    assert "the seed was 7" in text
    assert "16807" in text
    assert "2147483647" in text
    numbered = {int(row[1]): row[2] for row in told.rows("lots-1")}
    again = draw_order(7, [numbered[n] for n in sorted(numbered)])
    assert list(again) == [row[2] for row in told.rows("lots-1")]
    assert "nombre de départ était 7" in told.sentences("fr")


def test_a_cap_is_told() -> None:
    told = Told(replace(Rules(), lots_cap=2))
    told.do(*(c.AddRequest(person(code)) for code in ("KE", "PE", "WS")), c.DrawLots(99))
    assert "The first 2 drawn speak; the others are reserves." in told.sentences()


def test_motions_and_their_decisions(told: Told) -> None:
    told.do(
        c.MoveMotion(person("PE", "B. Flores")),
        c.ExplainMotion(MotionKind.CLOSE_LIST),
        c.DecideMotion(MotionDecision.CARRIED),
        c.MoveMotion(),
        c.ExplainMotion(MotionKind.OTHER, "to hear the observers"),
        c.CloseSitting(),
    )
    assert told.rows("motions") == (
        ("9.00", "To close the list of speakers", "Carried"),
        ("9.00", "to hear the observers", "Lapsed"),
    )
    assert "Two procedural motions were moved." in told.sentences()
    assert told.rows("motions", "fr")[0][1:] == ("Clôture de la liste des orateurs", "Adoptée")
    kinds = [row[1] for row in told.rows("procedure")]
    assert kinds == ["Motion", "Motion"]


def test_corrections_with_the_old_value(told: Told) -> None:
    told.do(c.AddRequest(person("KE", "A. Achieng")), c.GiveFloor(), after=120)
    told.do(c.EndIntervention(), after=60)
    speech = told.latest()
    told.do(
        c.CorrectIntervention(speech.id, replace(speech.time_account(0), spoken_ms=90_000)),
        c.AttributeIntervention(speech.id, person("PE", "B. Flores")),
        c.EnterIntervention(person("JP", "C. Sato"), told.clock.now_ms - 30_000, 30_000),
    )
    assert told.rows("corrections") == (
        ("9.00", "Peru", "9.00, 2:00 / 3:00", "9.00, 1:30 / 3:00"),
        ("9.00", "Peru", "Kenya, A. Achieng", "Peru, B. Flores"),
        ("9.02", "Japan", "", "Held on paper, entered afterwards"),
    )
    told.do(c.DeleteIntervention(told.latest().id))
    assert told.rows("corrections")[-1] == ("9.02", "Japan", "9.02, 0:30 / 3:00", "Recorded by mistake, struck out")
    assert told.rows("speakers")[0][-1] == "1:30 / 3:00"


def test_nothing_is_printed_where_there_was_nothing(told: Told) -> None:
    told.do(c.AddRequest(person("KE")), c.GiveFloor(), after=30)
    told.do(c.CloseSitting())
    for table in ("motions", "lots-1", "corrections"):
        assert told.rows(table) == ()


@pytest.mark.parametrize(
    ("language", "none", "later"),
    [
        ("en", "Speaking time was not limited.", "not limited, and to two minutes from 9.01."),
        ("fr", "Le temps de parole n’a pas été limité.", "n’a pas été limité, puis à deux minutes"),
    ],
)
def test_no_limit_is_said(language: str, none: str, later: str) -> None:
    told = Told(replace(Rules(), delegate_ms=0))
    told.do(c.AddRequest(person("KE")), c.GiveFloor(), after=60)
    assert none in told.sentences(language)
    assert told.rows("speakers", language)[0][-1] == "1:00"
    told.do(c.SetRules(replace(Rules(), delegate_ms=120_000)))
    assert later in told.sentences(language)
