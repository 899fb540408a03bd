"""The report asserts nothing that nobody recorded: sentence by sentence, in four languages."""

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Unpack

import pytest
from msgspec.structs import replace

from ipu_session.domain import commands as c
from ipu_session.domain.exchange.report_options import LANGUAGE_CODES, ReportLayout, ReportLength, ReportOptions
from ipu_session.domain.model.ids import DelegationId, ThemeId
from ipu_session.domain.model.intervention import Ruling
from ipu_session.domain.model.passages import SynthesisSection
from ipu_session.domain.model.rules import PRESETS, Category, Kind, Rules
from ipu_session.domain.model.session import Delegation, Details, Gender, Person, Session
from ipu_session.report.content import build_report
from ipu_session.report.content.check import self_check
from ipu_session.report.docx.writer import build_docx
from ipu_session.report.language.catalog import load_catalog
from ipu_session.report.model import Bullets, Chart, Heading, Paragraph, Report, Table
from ipu_session.report.preview import build_preview
from ipu_session.report.residual_names import find_texts_with_names
from ipu_session.report.sanitize import sanitize_line
from ipu_session.service.session_service import SessionService
from tests.builders import DIRECTORY, THEMES, DetailsFields, FakeClock, MemoryJournal, person
from tests.narrowing import not_none

RESOURCES = Path(__file__).parents[2] / "resources"


class Debate:
    """A debate held by commands."""

    def __init__(
        self,
        rules: Rules | None = None,
        directory: tuple[Delegation, ...] = DIRECTORY,
        themes: Sequence[tuple[str, str]] = THEMES,
        **details: Unpack[DetailsFields],
    ) -> None:
        self.clock = FakeClock()
        self.service = SessionService(MemoryJournal(), self.clock)
        fields: DetailsFields = {"title": "Migration", **details}
        self.do(c.CreateSession(Details(**fields), rules or Rules(), directory, tuple(themes)))

    @property
    def session(self) -> Session:
        return self.service.session

    @property
    def themes(self) -> list[ThemeId]:
        return [theme.id for theme in self.session.themes]

    def do(self, *commands: c.Command) -> "Debate":
        for command in commands:
            self.clock.advance(5)
            self.service.execute(command)
        return self

    def speech(self, who: Person, *notes: c.TakeNote, themes: tuple[ThemeId, ...] = ()) -> "Debate":
        self.do(c.AddRequest(who, themes=themes), c.GiveFloor(), *notes)
        self.clock.advance(60)
        return self.do(c.EndIntervention())

    def report(
        self,
        language: str = "en",
        layout: ReportLayout | None = None,
        attributed: bool = True,
        length: ReportLength | None = None,
    ) -> Report:
        chosen = ReportOptions(language, attributed=attributed)
        if layout is not None:
            chosen = replace(chosen, layout=layout)
        if length is not None:
            chosen = replace(chosen, length=length)
        words, now = load_catalog(language, RESOURCES / "report"), self.clock.now()
        report = build_report(self.session, now, words, chosen)
        assert self_check(report, self.session, now.utc_ms, words, chosen) == ()
        return report


def text_of(report: Report) -> str:
    lines = [" ".join(pair) for pair in report.masthead.pairs]
    for block in report.blocks:
        match block:
            case Heading() | Paragraph():
                lines.append(block.text)
            case Bullets():
                lines += block.items
            case Table():
                lines += [block.caption, *(" | ".join(row) for row in block.rows)]
            case Chart():
                lines += [block.caption, block.alt_text]
    return "\n".join(lines)


def forms(language: str, place: str) -> list[str]:
    """Patterns of every form of a sentence."""
    table, _, key = place.partition(".")
    found = load_catalog(language, RESOURCES / "report")._tables[table][key]
    texts = (found,) if isinstance(found, str) else found.values()
    parts = [re.split(r"\{\w+\}", text) for text in texts if text]
    return [r"[^\n]{0,400}?".join(map(re.escape, each)) for each in parts]


def said(text: str, language: str, place: str) -> bool:
    return any(re.search(pattern, text) for pattern in forms(language, place))


def opened(*speakers: Person, **details: Unpack[DetailsFields]) -> "Debate":
    debate = Debate(**details).do(c.OpenSitting())
    for each in speakers:
        debate.speech(each)
    return debate


def man(code: str, *, young: bool | None = None, born: str = "") -> Person:
    return person(code, "M", gender=Gender.MAN, young=young, born=born)


def slip_only() -> "Debate":
    debate = Debate().do(c.OpenSitting())
    return debate.speech(man("KE"), themes=(debate.themes[0],))


def a_rapporteur() -> Person:
    return person("KE", "Rap", title="Ms.", category=Category.CO_RAPPORTEUR, gender=Gender.WOMAN)


def rapporteur_notes() -> "Debate":
    debate = Debate().do(c.OpenSitting())
    debate.speech(a_rapporteur(), c.TakeNote("Her words", themes=(debate.themes[0],)))
    return debate


def element(*supporters: DelegationId) -> "Debate":
    debate = Debate().do(c.OpenSitting())
    debate.speech(man("KE"), c.TakeNote("A register", themes=(debate.themes[0],)))
    debate.do(c.AddNotesToSynthesis(None, SynthesisSection.OPERATIVE, tuple(debate.session.notes)))
    if supporters:
        debate.do(c.SupportPassage(debate.session.passages[0].id, supporters))
    return debate


def left_waiting(planned: str = "", until: int = 10) -> "Debate":
    debate = Debate(planned_end=planned).do(c.OpenSitting(), c.AddRequest(man("KE")))
    debate.clock.advance(until * 60)
    return debate.do(c.CloseList(), c.CloseSitting())


def a_rapporteurs_reply() -> "Debate":
    debate = Debate().do(c.OpenSitting())
    debate.do(c.AddRequest(a_rapporteur(), Kind.REPLY), c.GiveFloor())
    return debate.do(c.EndIntervention())


def far_later(**details: Unpack[DetailsFields]) -> "Debate":
    debate = opened(man("KE"), **details).do(c.CloseSitting())
    debate.clock.advance(400 * 24 * 3600)
    return debate


# What is not recorded: the debate, the sentences that must not stand there, those that must.
UNRECORDED: dict[str, tuple[Callable[[], Debate], list[str], list[str]]] = {
    "nobody's age": (
        lambda: opened(man("KE"), man("PE")),
        ["participation.young", "participation.young_known", "annexes.young_base", "statistics.young"],
        [],
    ),
    "some ages": (
        lambda: opened(man("KE", young=False), man("PE")),
        ["participation.young"],
        ["participation.young_known", "annexes.young_base"],
    ),
    "all ages are, and nobody is young": (
        lambda: opened(man("KE", young=False), man("PE", born="1950")),
        ["participation.young_known"],
        ["participation.young"],
    ),
    "the day of the debate would tell the age, but a birth date is no date": (
        lambda: opened(man("KE", born="spring"), man("PE")),
        ["participation.young", "participation.young_known"],
        [],
    ),
    "the gender of one": (
        lambda: opened(man("KE"), person("PE", "X")),
        ["participation.women", "perspectives.women"],
        ["participation.women_stated", "participation.not_stated"],
    ),
    "the gender of all": (
        lambda: opened(person("KE", "X"), person("PE", "Y")),
        ["participation.women", "participation.women_stated", "annexes.gender_base", "perspectives.women"],
        ["participation.no_gender"],
    ),
    "the group of one": (
        lambda: opened(man("KE"), Person(name="Q", organization="Parliament of Nowhere")),
        ["participation.some_groups", "charts.silent"],
        ["participation.groups_heard", "participation.groups_unknown"],
    ),
    "any group": (
        lambda: opened(Person(name="Q", organization="Parliament of Nowhere")),
        ["participation.some_groups", "participation.groups_heard"],
        ["participation.groups_unknown"],
    ),
    "what was said on an announced theme": (slip_only, ["themes.spoke", "themes.spoke_count"], ["themes.announced"]),
    "a delegation for a co-Rapporteur": (
        rapporteur_notes,
        ["themes.spoke", "participation.heard_parliaments", "participation.heard_organizations"],
        ["themes.spoke_others", "participation.own_capacity"],
    ),
    "support": (element, ["elements.support", "elements.support_count"], ["elements.drawn"]),
    "support by those who are linked": (
        lambda: element(DelegationId("PE")),
        [],
        ["elements.support", "elements.drawn"],
    ),
    "why somebody was not heard": (
        left_waiting,
        ["organization.and_not_heard", "organization.not_heard"],
        ["organization.and_not_reached"],
    ),
    "why somebody was not heard before the planned end": (
        lambda: left_waiting("12:00"),
        ["organization.and_not_heard"],
        ["organization.and_not_reached"],
    ),
    "nothing: the planned end had come": (
        lambda: left_waiting("09:05"),
        ["organization.and_not_reached"],
        ["organization.and_not_heard"],
    ),
    "a concept note": (lambda: Debate(themes=()), ["themes.none"], ["themes.none_recorded"]),
    "any sitting": (
        Debate,
        ["procedure.points", "procedure.replies", "organization.purpose", "annexes.all_heard"],
        ["organization.no_sitting"],
    ),
    "rules of the IPU": (lambda: Debate(PRESETS["un"]).do(c.OpenSitting()), ["organization.purpose"], []),
    "a delegation that replied": (a_rapporteurs_reply, ["procedure.replies"], ["procedure.replies_count"]),
    "a name of whoever spoke": (
        lambda: Debate().do(c.OpenSitting(), c.RaisePointOfOrder(man("KE"))),
        ["participation.nobody"],
        ["annexes.no_speakers"],
    ),
    "a deadline": (
        lambda: opened(man("KE")),
        ["next.contributions_by", "next.contributions_by_any", "next.contributions_until"],
        ["next.received"],
    ),
    "a length of contributions": (
        lambda: opened(man("KE"), contributions_deadline="2022-04-24", contributions_pages=0),
        ["next.contributions_by"],
        ["next.contributions_by_any"],
    ),
    "that a deadline is still to come": (
        lambda: far_later(contributions_deadline="2022-04-24", adopting_assembly="145th", adopting_date="2022-10-11"),
        ["next.contributions_by", "next.resolution"],
        ["next.contributions_until", "next.resolution_due"],
    ),
}


@pytest.mark.parametrize("language", LANGUAGE_CODES)
@pytest.mark.parametrize("case", UNRECORDED)
def test_what_is_not_recorded_is_not_asserted(case: str, language: str) -> None:
    make, silent, told = UNRECORDED[case]
    text = text_of(make().report(language))
    assert [place for place in silent if said(text, language, place)] == []
    assert [place for place in told if not said(text, language, place)] == []


@pytest.mark.parametrize("language", LANGUAGE_CODES)
def test_a_co_rapporteurs_words_are_put_down_to_her_and_to_no_country(language: str) -> None:
    debate = rapporteur_notes()
    debate.do(c.AddNotesToSynthesis(None, SynthesisSection.OPERATIVE, tuple(debate.session.notes)))
    report = debate.report(language)
    kenya = debate.session.delegations[DelegationId("KE")].name(language)
    items = [item for block in report.blocks if isinstance(block, Bullets) for item in block.items]
    assert len(items) == 2
    assert [item for item in items if kenya in item or "Rap" not in item] == []
    assert [row for row in not_none(report.table("matrix")).rows if kenya in row[0]] == []
    assert [row for row in not_none(report.table("delegations")).rows if kenya in row[0]] == []
    assert kenya in not_none(report.table("speakers")).rows[0][2], "where she comes from is told"
    headings = [b.text for b in debate.report(language, layout=ReportLayout.SPEAKERS).headings if b.level == 3]
    word = load_catalog(language, RESOURCES / "report").text("categories.co-rapporteur")
    assert word in headings[0]


@pytest.mark.parametrize("category", [Category.CHAIR, Category.EXPERT, Category.CO_RAPPORTEUR])
def test_nobody_who_speaks_for_no_delegation_speaks_for_one(category: Category) -> None:
    debate = Debate().do(c.OpenSitting())
    speaker = person("KE", "Someone", category=category)
    debate.speech(speaker, c.TakeNote("A word", themes=(debate.themes[0],)))
    text = text_of(debate.report())
    assert "A word (Someone, " in text
    assert "(Kenya)" not in text
    assert "parliament" not in text.partition("Participation")[2].partition("Summary by theme")[0]


def test_an_expert_of_an_organization_speaks_for_it() -> None:
    debate = Debate().do(c.OpenSitting())
    speaker = Person(name="Someone", organization="A Fund", category=Category.EXPERT)
    debate.speech(speaker, c.TakeNote("A word", themes=(debate.themes[0],)))
    assert "A word (A Fund)" in text_of(debate.report())


@pytest.mark.parametrize("original", LANGUAGE_CODES)
@pytest.mark.parametrize("language", LANGUAGE_CODES)
def test_the_original_is_in_the_language_of_the_session(language: str, original: str) -> None:
    text = text_of(Debate(language=original).report(language))
    words = load_catalog(language, RESOURCES / "report")
    said_so = words.text("masthead.original", language=words.lookup("languages", original))
    assert sanitize_line(said_so) in text


def test_a_contribution_registered_on_a_theme_is_something_recorded_on_it() -> None:
    debate = Debate()
    debate.do(c.RegisterContribution(DelegationId("PE"), "2022-04-20", 2, themes=(debate.themes[1],)))
    text = text_of(debate.report())
    assert "In writing: Peru." in text
    assert text.count("Nothing on this theme was recorded for this report.") == 4


# What names somebody, each in a place of its own, in none that an author typed for readers.
LANDS = ("Alphaland", "Betaland", "Gammaland", "Deltaland", "Epsilonland", "Zetaland", "Etaland", "Thetaland")
TONGUES = {"en": "", "fr": "fr", "es": "es", "ar": "ار"}


def land(code: str) -> Delegation:
    name = LANDS["ABCDEFGH".index(code)]
    return Delegation(
        DelegationId(code),
        Category.MEMBER,
        name,
        name_fr=f"{name}{TONGUES['fr']}",
        name_es=f"{name}{TONGUES['es']}",
        name_ar=f"{name}{TONGUES['ar']}",
        groups=("African",),
    )


def full_of_names() -> "Debate":
    """A debate in which every table and every sentence has somebody to name."""
    lands = tuple(map(land, "ABCDEFGH"))
    debate = Debate(
        directory=lands,
        chair="Ms. Chairwoman (Alphaland)",
        co_rapporteurs=("Mr. Reporterone (Betaland)", "Ms. Reportertwo (Gammaland)"),
        contributions_deadline="2022-04-24",
    )
    theme, other = debate.themes[:2]
    debate.do(c.OpenSitting())
    people = [Person(DelegationId(code), f"Personname{code}", "Ms.", gender=Gender.WOMAN) for code in "ABCDEFGH"]
    debate.do(*(c.AddRequest(each) for each in people[2:5]), c.DrawLots(12345))
    for speaker in people[:2]:
        debate.speech(speaker, c.TakeNote("A point", themes=(theme,)), themes=(other,))
    debate.do(c.AddNotesToSynthesis(None, SynthesisSection.OPERATIVE, tuple(debate.session.notes)))
    debate.do(c.AddNotesToSynthesis(theme, SynthesisSection.CONVERGENCE, tuple(debate.session.notes)))
    for passage in debate.session.passages:
        if passage.theme is None:
            debate.do(c.SupportPassage(passage.id, (DelegationId("C"), DelegationId("D"))))
    debate.speech(Person(DelegationId("B"), "Mr. Reporterone", category=Category.CO_RAPPORTEUR))
    debate.do(c.GiveFloor(), c.RaisePointOfOrder(people[5]))
    debate.do(c.RulePointOfOrder(Ruling.UPHELD), c.EndIntervention())
    debate.do(c.AddRequest(people[0], Kind.REPLY))
    debate.do(c.GiveFloor(max(debate.session.requests)), c.EndIntervention())
    first, second = sorted(debate.session.interventions)[:2]
    debate.do(c.AttributeIntervention(first, people[7]), c.DeleteIntervention(second))
    debate.do(c.RegisterContribution(DelegationId("G"), "2022-04-20", 2, themes=(theme,), title="Views of Etaland"))
    debate.do(c.CloseSitting(), c.RegisterCorrection("Put it right", "2022-03-23", DelegationId("H"), "Sendername"))
    return debate


def names_in(data: bytes, names: set[str]) -> set[str]:
    """The names that stand in any part of a package, whatever is packed in it."""
    found = set()
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for part in package.namelist():
            inner = package.read(part)
            found |= {name for name in names if name in part}
            if inner.startswith(b"PK"):
                found |= names_in(inner, names)
            else:
                # A name is found though a run of text ends in its midst.
                text = inner.decode("utf-8", "replace")
                bare = re.sub(r"<[^>]+>", "", text)
                found |= {name for name in names if name in text or name in bare}
    return found


NAMES = {*LANDS, *(f"Personname{code}" for code in "ABCDEFGH"), "Sendername"}


@pytest.mark.parametrize("length", ReportLength)
@pytest.mark.parametrize("language", LANGUAGE_CODES)
def test_a_report_without_names_names_no_delegation_and_no_speaker(language: str, length: ReportLength) -> None:
    debate = full_of_names()
    named, unnamed = (
        build_docx(debate.report(language, attributed=each, length=length), RESOURCES / "templates" / "report.docx")
        for each in (True, False)
    )
    assert len(names_in(named, NAMES)) >= (5 if length is ReportLength.SHORT else 14), "nothing was there to hide"
    assert names_in(unnamed, NAMES) == set()
    preview = repr(build_preview(debate.report(language, attributed=False, length=length)))
    assert {name for name in NAMES if name in preview} == set()


def test_a_report_without_names_still_has_each_intervention_and_its_tables() -> None:
    debate = full_of_names()
    named, unnamed = (debate.report("en", attributed=each) for each in (True, False))
    assert [len(t.rows) for t in unnamed.tables if t.name == "speakers"] == [
        len(not_none(named.table("speakers")).rows)
    ]
    gone = {t.name for t in named.tables} - {t.name for t in unnamed.tables}
    assert gone == {"delegations"}
    for table in unnamed.tables:
        assert {len(row) for row in table.rows} == {len(table.columns)}
        assert 97 <= sum(column.share for column in table.columns) <= 100 or table.name in {"matrix"}
    assert "One right of reply was exercised." in text_of(unnamed)
    assert "The co-Rapporteurs were Mr.\u00a0Reporterone and Ms.\u00a0Reportertwo." in text_of(unnamed)


@pytest.mark.parametrize(
    "typed", ["Betaland asked for a register", "the Betalanders' register", "as Personnameb said", "طلبت بيتالاند"]
)
def test_a_typed_text_that_names_somebody_is_told_in_a_report_without_names(typed: str) -> None:
    debate = full_of_names()
    directory = debate.session.delegations
    beta = replace(directory[DelegationId("B")], name_ar="بيتالاند")
    debate.do(c.OpenSitting())
    debate.speech(man("C"), c.TakeNote(typed, themes=(debate.themes[0],)))
    report = debate.report("en", attributed=False)
    session = replace(debate.session, delegations=directory.set(beta.id, beta))
    [found] = find_texts_with_names(report, session)
    assert found.startswith(typed)


def test_a_report_without_names_in_which_nobody_typed_one_tells_nothing() -> None:
    debate = full_of_names()
    assert find_texts_with_names(debate.report("en", attributed=False), debate.session) == ()
