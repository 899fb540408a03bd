"""The report as a value: what it says in English and French, and that it adds up."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Unpack

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from ipu_session.domain import commands as c
from ipu_session.domain.exchange.import_results import ConceptNote, ExtractedField
from ipu_session.domain.history import History
from ipu_session.domain.model.ids import DelegationId, ThemeId, Timestamp
from ipu_session.domain.model.intervention import Ruling
from ipu_session.domain.model.passages import SynthesisSection
from ipu_session.domain.model.rules import Category, Kind, Rules
from ipu_session.domain.model.session import Details, Gender, NoteKind, Person
from ipu_session.report.content import build_report
from ipu_session.report.content.check import self_check
from ipu_session.report.errors import ReportError
from ipu_session.report.language.catalog import load_catalog
from ipu_session.report.model import Bullets, Heading, Paragraph, ParagraphStyle, Report, Table
from ipu_session.service.session_service import SessionService
from tests.builders import DIRECTORY, THEMES, DetailsFields, FakeClock, MemoryJournal, person
from tests.narrowing import not_none

FOLDER = Path(__file__).parents[2] / "resources" / "report"


class Debate:
    """A debate held by commands, and its report."""

    def __init__(self, **details: Unpack[DetailsFields]) -> None:
        self.clock = FakeClock()
        self.journal = MemoryJournal()
        self.service = SessionService(self.journal, self.clock)
        fields: DetailsFields = {"title": "Migration", "assembly": "144th IPU Assembly", **details}
        told = Details(**fields)
        self.service.execute(c.CreateSession(told, Rules(), DIRECTORY, THEMES))

    def do(self, *commands: c.Command, after: int = 0) -> "Debate":
        for command in commands:
            self.clock.advance(after)
            self.service.execute(command)
        return self

    def speech(self, who: Person, seconds: int, *notes: c.TakeNote) -> "Debate":
        self.do(c.AddRequest(who), c.GiveFloor())
        for note in notes:
            self.do(note, after=1)
        return self.do(c.EndIntervention(), after=seconds - len(notes))

    @property
    def themes(self) -> list[ThemeId]:
        return [theme.id for theme in self.service.session.themes]

    def report(self, language: str = "en") -> Report:
        words = load_catalog(language, FOLDER)
        report = build_report(self.service.session, self.clock.now(), words)
        assert self_check(report, self.service.session, self.clock.now_ms, words) == ()
        return report


def text_of(report: Report) -> str:
    """Everything a reader reads, a line a block."""
    lines = []
    for block in report.blocks:
        match block:
            case Heading(_, text) | Paragraph(text, _):
                lines.append(text)
            case Bullets(items):
                lines += [f"- {item}" for item in items]
            case Table():
                lines += [block.caption, *(" | ".join(row) for row in block.rows)]
    return "\n".join(lines)


def woman(code: str, name: str = "A") -> Person:
    return person(code, name, title="Ms.", gender=Gender.WOMAN)


def man(code: str, name: str = "B") -> Person:
    return person(code, name, title="Mr.", gender=Gender.MAN)


@pytest.fixture
def held() -> "Debate":
    """Three speeches of 100, 200 and 300 seconds, a point of order, notes on two themes."""
    debate = Debate(co_rapporteurs=("Ms. X", "Mr. Y"), contributions_deadline="2022-04-24",
                    adopting_assembly="145th IPU Assembly", adopting_date="October 2022")  # fmt: skip
    first, second = debate.themes[:2]
    debate.do(c.OpenSitting())
    debate.speech(woman("KE"), 100, c.TakeNote("Data", NoteKind.POINT, (first,)))
    debate.speech(man("PE"), 200, c.TakeNote("A register", NoteKind.PROPOSAL, (first, second)))
    debate.do(c.AddRequest(man("EG")), c.GiveFloor())
    debate.do(c.RaisePointOfOrder(man("DZ")), after=10)
    debate.do(c.RulePointOfOrder(Ruling.DISMISSED), after=20)
    debate.do(c.EndIntervention(), after=290)
    debate.do(c.AddRequest(man("FR", "Waiting")), c.CloseList(), c.CloseSitting())
    return debate


def test_the_sentences_of_participation_in_english(held: Debate) -> None:
    text = text_of(held.report())
    assert (
        "A total of 3 delegates from 3 parliaments took the floor, of whom one (33 per cent) was a woman. "
        "The 3 speeches lasted ten minutes in all."
    ).replace("ten minutes", "10 minutes") in text
    assert "young parliamentarian (" not in text
    assert "Women accounted for 17 per cent of total speaking time." in text
    assert "African Group (2), Arab Group (1)" in text
    assert "Some parliaments belong to two groups." in text
    assert (
        "The list of speakers was closed at 9.10 with one name remaining; "
        "one registered delegate had not been reached when the debate was closed."
    ) in text
    assert "Speaking time was limited to three minutes." in text


@pytest.mark.parametrize(("language", "said", "silent"), [
    ("en", "This theme was addressed by 12 delegations.", "Not heard:"),
    ("fr", "Sur ce thème, 12 délégations se sont exprimées.", "Sans orateur\u00a0:"),
])  # fmt: skip
def test_no_sentence_begins_with_a_figure(language: str, said: str, silent: str) -> None:
    words = load_catalog(language, FOLDER)
    assert words.plural("themes.spoke_count", 12) == said
    assert words.plural("procedure.points", 12, letter="D").split()[0] in {"Twelve", "Douze"}
    assert silent in words.plural("participation.some_groups", 5, total="six", groups="A", others="B")


def test_the_chair_and_her_country_are_named_in_the_language_of_the_report() -> None:
    text = text_of(Debate(chair="Ms. L. Example (Algeria)", co_rapporteurs=("Mr. B. Ex (PS)",)).report("fr"))
    assert "présidé par Mme\u00a0L. Example (Algérie)" in text
    assert "M.\u00a0B. Ex (PS)" in text


def test_an_apostrophe_in_a_name_is_the_one_of_the_text_around_it() -> None:
    debate = Debate().speech(person("CI", "A"), 60)
    assert "Côte d’Ivoire" in text_of(debate.report("fr"))
    assert "'" not in text_of(debate.report("fr"))


def test_where_nobody_asked_for_the_floor_the_annex_does_not_say_that_all_were_heard() -> None:
    assert "No delegate was registered." in text_of(Debate().report())


def test_earlier_resolutions_are_named_where_the_debate_is_described_and_the_report_still_adds_up() -> None:
    debate = Debate(earlier_resolutions=("Water for all (2018)", "Shared rivers (2021)"))
    debate.do(c.OpenSitting())
    said = "earlier resolutions: Water for all (2018); Shared rivers (2021)."
    assert f"The debate built on {said}" in text_of(debate.report())
    assert "résolutions antérieures\u00a0: Water for all (2018)\u00a0; Shared" in text_of(debate.report("fr"))
    assert "earlier resolution" not in text_of(Debate().report())


def test_the_same_in_french(held: Debate) -> None:
    text = text_of(held.report("fr"))
    assert "Au total, 3 délégués de 3 parlements ont pris la parole, dont une femme (33\u00a0%)." in text
    assert "Les femmes ont utilisé 17\u00a0% du temps de parole total." in text
    assert "La liste des orateurs a été close à 9\u00a0h\u00a010, un nom y figurant encore" in text
    assert "jusqu’au 24\u00a0avril 2022" in text
    assert "Une motion d’ordre a été soulevée (annexe D)." in text
    assert "à la 145e Assemblée de l’UIP en octobre 2022" in text
    assert "'" not in text.replace("Côte d'Ivoire", "")


def test_next_steps_name_the_date_the_pages_and_the_assembly_that_adopts(held: Debate) -> None:
    text = text_of(held.report())
    assert "Members may submit written contributions of up to two pages by 24 April 2022." in text
    assert "examined and finalized at the 145th IPU Assembly in October 2022." in text


def test_each_theme_has_its_notes_by_kind_with_who_said_them_and_an_untouched_one_says_so(held: Debate) -> None:
    text = text_of(held.report())
    first, second = text.index("Theme 1: Policy"), text.index("Theme 2: Current")
    assert "- Data (Kenya)" in text[first:second]
    assert "- A register (Peru)" in text[first:second]
    assert "- A register (Peru)" in text[second:]
    assert text.count("Nothing on this theme was recorded for this report.") == 3


def test_a_synthesis_stands_before_the_notes_in_paragraphs(held: Debate) -> None:
    held.do(c.AddPassage(held.themes[0], SynthesisSection.SUMMARY, "One.\n\nTwo,\nstill two."))
    report = held.report()
    bodies = [b.text for b in report.blocks if isinstance(b, Paragraph) and b.style is ParagraphStyle.BODY]
    assert [text for text in bodies if text.startswith(("One.", "Two,"))] == ["One.", "Two,\nstill two."]


@pytest.mark.parametrize(
    ("language", "told"), [("en", "- A register (Peru, in writing)"), ("fr", "- A register (Pérou, par écrit)")]
)
def test_what_was_written_is_told_apart_from_what_was_said(language: str, told: str) -> None:
    debate = Debate()
    debate.do(c.RegisterContribution(DelegationId("PE"), "2022-04-20", 2))
    sent = max(debate.service.session.contributions)
    debate.do(c.TakeNote("A register", NoteKind.PROPOSAL, (debate.themes[0],), contribution=sent))
    assert told in text_of(debate.report(language))


def test_notes_not_for_the_report_are_not_in_it_and_notes_without_a_theme_are(held: Debate) -> None:
    held.do(c.TakeNote("secret"), c.TakeNote("loose"))
    secret = min(n.id for n in held.service.session.notes.values() if n.text == "secret")
    held.do(c.RestrictNote(secret, restricted=True))
    text = text_of(held.report())
    assert "secret" not in text
    assert "Other matters" in text
    assert "- loose" in text


def test_every_intervention_stands_in_it_once_and_the_sums_agree(held: Debate) -> None:
    report = held.report()
    assert [row[2] for row in not_none(report.table("speakers")).rows] == ["Kenya", "Peru", "Egypt", "Total"]
    assert [row[6] for row in not_none(report.table("speakers")).rows] == [
        "1:40 / 3:00", "3:20 / 3:00", "5:00 / 3:00", "10:00",
    ]  # fmt: skip
    assert [row[1:4] for row in not_none(report.table("procedure")).rows] == [
        ("Point of order", "Algeria", "Dismissed")
    ]
    assert not_none(report.table("people")).rows[-1][3] == "10:00"


Change = Callable[[list[list[str]]], Iterable[tuple[str, ...]]]
"""Takes and returns the rows of a table."""


def forged(report: Report, name: str, change: Change) -> Report:
    """The report with the rows of one table changed."""
    table = not_none(report.table(name))
    bad = replace(table, rows=tuple(change([list(row) for row in table.rows])))
    return replace(report, blocks=tuple(bad if block is table else block for block in report.blocks))


def with_cell(row: int, column: int, text: str) -> Change:
    def change(rows: list[list[str]]) -> Iterable[tuple[str, ...]]:
        rows[row][column] = text
        return map(tuple, rows)

    return change


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("speakers", lambda rows: map(tuple, rows[1:])),
        ("speakers", lambda rows: map(tuple, [rows[0], rows[0], *rows[2:]])),
        ("speakers", with_cell(-1, -1, "9:59")),
        ("speakers", with_cell(0, -1, "1:41 / 3:00")),
        ("procedure", with_cell(0, 3, "Upheld")),
        ("people", with_cell(0, 1, "2")),
        ("matrix", with_cell(0, 1, "1 (2)")),
        ("matrix", lambda rows: map(tuple, rows[1:])),
    ],
)
def test_a_report_that_was_tampered_with_is_found_out(held: Debate, table: str, change: Change) -> None:
    report, words = held.report(), load_catalog("en", FOLDER)
    assert self_check(forged(report, table, change), held.service.session, held.clock.now_ms, words)


def test_a_note_left_out_is_found_out(held: Debate) -> None:
    report, words = held.report(), load_catalog("en", FOLDER)
    blocks = tuple(Bullets(b.items[1:]) if isinstance(b, Bullets) else b for b in report.blocks)
    assert self_check(replace(report, blocks=blocks), held.service.session, held.clock.now_ms, words)


def test_those_who_withdrew_stand_among_those_not_heard(held: Debate) -> None:
    held.do(c.WithdrawRequest(held.service.session.queue[0]))
    assert [row[3] for row in not_none(held.report().table("not_heard")).rows] == ["Withdrawn"]


def test_names_stand_in_the_order_of_the_alphabet_whatever_their_accents() -> None:
    debate = Debate().do(c.OpenSitting())
    for code in ("EG", "FR", "DZ", "PE"):
        debate.speech(woman(code), 10)
    assert "Algérie, Égypte, France et Pérou" in text_of(debate.report("fr"))


def test_shares_of_two_parts_are_a_hundred_together() -> None:
    debate = Debate().do(c.OpenSitting())
    for code in ("EG", "FR", "DZ", "PE", "JP", "WS", "CI"):
        debate.speech(man(code), 10)
    debate.speech(woman("KE"), 10)
    assert [row[2] for row in not_none(debate.report().table("people")).rows[:2]] == ["13%", "87%"]


def test_a_debate_of_two_days_names_the_day_of_each_time() -> None:
    debate = Debate().do(c.OpenSitting(), c.CloseSitting())
    debate.do(c.OpenSitting(), after=86_400)
    debate.speech(woman("KE"), 10)
    assert not_none(debate.report().table("speakers")).rows[0][1] == "23\u00a0March, 9.00"


def test_a_deadline_that_is_no_day_flags_nothing(held: Debate) -> None:
    details = replace(held.service.session.details, contributions_deadline="1 April 2022")
    held.do(c.ChangeDetails(details), c.RegisterContribution(DelegationId("KE"), "2022-04-20", 2))
    assert not_none(held.report().table("contributions")).rows[0][5] == ""


def test_the_matrix_has_a_cell_for_each_theme_and_delegation(held: Debate) -> None:
    rows = not_none(held.report().table("matrix")).rows
    assert rows[0] == ("Kenya", "1 (1)", "", "", "", "")
    assert rows[1] == ("Peru", "1 (1)", "1 (1)", "", "", "")


def test_what_is_not_known_leaves_no_gap_at_the_head() -> None:
    pairs = Debate(assembly="", place="Geneva").report().masthead.pairs
    assert [left for left, _ in pairs] == ["Inter-Parliamentary Union", "Geneva"]
    assert all(right for _, right in pairs)


def test_stamps_say_example_and_draft() -> None:
    assert Debate(example=True).report().stamps == ("EXAMPLE – invented data", "DRAFT")
    closed = Debate().do(c.OpenSitting(), c.CloseSitting())
    assert closed.report().stamps == ("DRAFT",)
    assert closed.do(c.FinalizeReport()).report().stamps == ()
    assert closed.do(c.AddTheme("One more")).report().stamps == ("DRAFT",)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_nothing_and_one_of_everything_read_well(language: str) -> None:
    empty = Debate()
    text = text_of(empty.report(language))
    assert not re.search(r"\b0\b", text.split("Annex")[0].split("Annexe")[0])
    one = Debate().do(c.OpenSitting()).speech(woman("KE"), 60).do(c.CloseSitting())
    text = text_of(one.report(language))
    expected = {"en": "One delegate (a woman) from one parliament took the floor.",
                "fr": "Une déléguée d’un parlement a pris la parole."}  # fmt: skip
    assert expected[language] in text


def test_unknown_gender_is_said_and_left_out_of_the_shares() -> None:
    debate = Debate().do(c.OpenSitting())
    debate.speech(woman("KE"), 60).speech(man("PE"), 60).speech(person("JP", "C"), 60)
    text = text_of(debate.report())
    assert "of whom one (50 per cent) was a woman" in text
    assert "The gender of one delegate was not stated; percentages of women and men are of the others." in text


def test_a_limit_changed_in_mid_debate_is_told_with_its_time() -> None:
    debate = Debate().do(c.OpenSitting(), after=60)
    debate.speech(woman("KE"), 60)
    debate.do(c.SetRules(replace(Rules(), delegate_ms=120_000)), after=540)
    assert "limited to three minutes, and to two minutes from 9.11." in text_of(debate.report())


def test_contributions_late_or_too_long_are_flagged(held: Debate) -> None:
    held.do(
        c.RegisterContribution(DelegationId("KE"), "2022-04-20", 2, "en", (held.themes[0],), "In time"),
        c.RegisterContribution(DelegationId("PE"), "2022-04-25", 3, "es", (), "Late"),
    )
    rows = not_none(held.report().table("contributions")).rows
    assert [(row[1], row[5]) for row in rows] == [("Kenya", ""), ("Peru", "late, over two pages")]


def test_an_organization_on_no_list_and_an_expert_are_named() -> None:
    debate = Debate().do(c.OpenSitting())
    debate.speech(Person(organization="World Body", name="D", category=Category.OBSERVER), 60)
    debate.speech(Person(name="E. Expert", title="Dr.", category=Category.EXPERT), 60)
    debate.do(c.AddRequest(woman("KE"), Kind.REPLY), c.GiveFloor(), c.EndIntervention())
    text = text_of(debate.report())
    assert "World Body" in text
    assert "Dr. E. Expert" in text
    assert "The delegation of Kenya exercised its right of reply." in text


NASTY = st.text(st.characters(exclude_categories=()), max_size=40)
FIELDS = st.fixed_dictionaries(
    dict.fromkeys(("title", "assembly", "committee", "place", "chair", "symbol", "adopting_date"), NASTY)
)


@given(FIELDS, NASTY, NASTY, NASTY)
def test_any_text_in_any_field_makes_a_report_that_xml_can_carry(
    fields: DetailsFields, name: str, note: str, synthesis: str
) -> None:
    details: DetailsFields = {**fields, "co_rapporteurs": (name,), "contributions_deadline": name}
    debate = Debate(**details)
    debate.do(c.OpenSitting(), c.SuspendSitting(name), c.ResumeSitting())
    debate.do(c.AddRequest(Person(name=f"x{name}", organization=note, title=name)), c.GiveFloor())
    debate.do(c.TakeNote(f"x{note}"), c.AddPassage(debate.themes[0], SynthesisSection.SUMMARY, f"x{synthesis}"))
    report = debate.report()
    text = text_of(report) + report.title + report.masthead.title
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", text)


@pytest.mark.parametrize(("language", "day", "when"), [
    ("en", "2022-04-01", " on 1 April 2022"),
    ("fr", "2022-04-01", " le 1er\u00a0avril 2022"),
    ("fr", "October 2022", " en octobre 2022"),
    ("en", "octobre 2022", " in October 2022"),
    ("en", "soon", " (soon)"),
    ("en", "", ""),
])  # fmt: skip
def test_days_and_months_are_said_in_the_language_of_the_report(language: str, day: str, when: str) -> None:
    assert load_catalog(language, FOLDER).format_when_phrase(day) == when


def test_a_language_there_is_not_is_refused() -> None:
    with pytest.raises(ReportError):
        load_catalog("xx", FOLDER)


def test_the_same_session_gives_the_same_report(held: Debate) -> None:
    assert held.report() == held.report()
    rows = held.journal.rows
    again = build_report(History(rows).state, Timestamp(held.clock.now_ms, 480), load_catalog("en", FOLDER))
    assert again == held.report()


def test_facts_of_the_concept_note_come_through(held: Debate) -> None:
    held.do(c.ImportConceptNote(ConceptNote((ExtractedField("place", "Geneva", "s"),), "text")))
    assert "Geneva" in held.report().masthead.pairs[2][0]


def test_passages_stand_for_the_notes_they_rest_on_and_elements_name_who_supports_them() -> None:
    debate = Debate().do(c.OpenSitting())
    theme = debate.themes[0]
    taken = (c.TakeNote("A register", NoteKind.PROPOSAL, (theme,)), c.TakeNote("Data", themes=(theme,)))
    debate.speech(woman("KE"), 60, *taken)
    register, _ = sorted(debate.service.session.notes)
    debate.do(c.AddNotesToSynthesis(theme, SynthesisSection.PROPOSALS, (register,)))
    [passage] = debate.service.session.passages
    debate.do(c.WritePassage(passage.id, "A **common** register"))
    debate.do(c.CopyToResolution(passage.id, SynthesisSection.OPERATIVE))
    element = debate.service.session.passages[-1]
    debate.do(c.SupportPassage(element.id, (DelegationId("PE"),)))
    report = debate.report()
    lists = [block for block in report.blocks if isinstance(block, Bullets)]
    assert [(block.items, block.has_markup) for block in lists] == [
        (("Data (Kenya)",), False),
        (("A **common** register (Kenya)",), True),
        (("A **common** register\nDrawn from statements by Kenya. Supported by Peru.",), True),
    ]
