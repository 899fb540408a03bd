"""No sentence, table or alternative text of the report says what another of it, or the record, denies."""

import pytest

from ipu_session.domain import commands as c
from ipu_session.domain.exchange.report_options import LANGUAGE_CODES, ReportLength
from ipu_session.domain.model.ids import DelegationId
from ipu_session.domain.model.rules import Kind
from ipu_session.domain.model.session import Person
from ipu_session.report.language.catalog import load_catalog
from ipu_session.report.model import Chart
from ipu_session.report.sanitize import sanitize_line
from tests.builders import person
from tests.narrowing import not_none
from tests.report.test_only_what_is_recorded import RESOURCES, Debate, a_rapporteur, man, opened, said, text_of


def worded(language: str, place: str) -> str:
    """A sentence as the report has it, what is filled in left open."""
    table, _, key = place.partition(".")
    sentence = load_catalog(language, RESOURCES / "report")._tables[table][key]
    assert isinstance(sentence, str)
    return sanitize_line(sentence).replace("'", "’")


def written_on(theme: int) -> Debate:
    debate = Debate().do(c.OpenSitting())
    debate.speech(man("KE"), c.TakeNote("A word", themes=(debate.themes[0],)))
    return debate.do(c.RegisterContribution(DelegationId("PE"), "2022-04-20", 2, themes=(debate.themes[theme],)))


def reply_not_given() -> Debate:
    debate = opened(man("KE"))
    return debate.do(c.AddRequest(man("PE"), Kind.REPLY), c.CloseSitting())


@pytest.mark.parametrize("language", LANGUAGE_CODES)
def test_whose_group_is_counted_though_they_speak_for_no_delegation_is_told(language: str) -> None:
    rapporteur, none = opened(a_rapporteur(), man("PE")), opened(man("KE"))
    told = worded(language, "participation.own_groups")
    for length, times in ((ReportLength.FULL, 2), (ReportLength.SHORT, 1)):
        assert text_of(rapporteur.report(language, length=length)).count(told) == times
        assert told not in text_of(none.report(language, length=length))


@pytest.mark.parametrize("length", ReportLength)
def test_a_gender_that_nobody_stated_is_no_row_of_nought(length: ReportLength) -> None:
    report = opened(person("KE", "X"), person("PE", "Y")).report(length=length)
    assert [row[:2] for row in not_none(report.table("people")).rows] == [("Not stated", "2"), ("All delegates", "2")]


def test_women_are_a_row_of_nought_where_men_are_stated() -> None:
    report = opened(person("KE", "X"), man("PE")).report()
    assert [row[:2] for row in not_none(report.table("people")).rows] == [
        ("Women", "0"),
        ("Men", "1"),
        ("Not stated", "1"),
        ("All delegates", "2"),
    ]


@pytest.mark.parametrize("language", LANGUAGE_CODES)
def test_groups_that_nobody_recorded_are_no_table_of_noughts(language: str) -> None:
    report = opened(Person(name="Q", organization="Parliament of Nowhere")).report(language)
    assert report.table("groups") is None
    assert said(text_of(report), language, "participation.groups_unknown")
    assert opened(man("KE"), Person(name="Q")).report(language).table("groups") is not None


@pytest.mark.parametrize("language", LANGUAGE_CODES)
@pytest.mark.parametrize("theme", [1, 4])
def test_what_came_in_writing_is_recorded_in_every_place(theme: int, language: str) -> None:
    """Theme 5 is among the urgent issues; the chart says of every theme whether anything was recorded."""
    report = written_on(theme).report(language)
    text = text_of(report)
    [chart] = [each for each in report.blocks if isinstance(each, Chart) and each.name == "themes"]
    words = " ".join(worded(language, "charts.untouched").partition("{")[0].split())
    untouched = " ".join(chart.alt_text.split()).partition(words)[2]
    assert untouched
    assert str(theme + 1) not in untouched
    assert said(text, language, "perspectives.no_notes") is (theme == 4)
    assert text.count(worded(language, "themes.untouched")) == 3


@pytest.mark.parametrize("language", LANGUAGE_CODES)
@pytest.mark.parametrize("attributed", [True, False])
def test_a_reply_that_was_asked_for_and_not_given_is_told(attributed: bool, language: str) -> None:
    report = reply_not_given().report(language, attributed=attributed)
    text = text_of(report)
    assert not said(text, language, "annexes.all_heard")
    [row] = not_none(report.table("not_heard")).rows
    reply, waiting = (worded(language, place) for place in ("kinds.reply", "annexes.waiting"))
    remark = row[3] if attributed else row[0]
    assert reply in remark
    assert waiting in remark


@pytest.mark.parametrize("language", LANGUAGE_CODES)
def test_where_no_sitting_was_held_no_annex_says_that_nothing_was_raised(language: str) -> None:
    text = text_of(Debate().report(language))
    assert not said(text, language, "annexes.no_procedure")
    assert said(text_of(opened(man("KE")).report(language)), language, "annexes.no_procedure")


@pytest.mark.parametrize("language", LANGUAGE_CODES)
def test_those_who_speak_for_no_delegation_are_not_said_to_be_among_the_women(language: str) -> None:
    text = text_of(opened(a_rapporteur(), man("PE")).report(language))
    assert [word for word in ("Among them", "Parmi eux", "Entre ellos", "ومنهم") if word in text] == []
    assert said(text, language, "participation.own_capacity")
