"""What a contribution is measured by, and where words stand in its text."""

import pytest
from msgspec.structs import replace

from ipu_session.domain import commands as c
from ipu_session.domain.model.ids import ContributionId, DelegationId
from ipu_session.domain.model.session import Contribution, Details
from ipu_session.domain.queries.contribution_limits import contributions_by_date, is_late, is_too_long
from ipu_session.domain.rejections import Reason, RejectedError
from ipu_session.domain.text.delegation_search import DelegationFinder
from ipu_session.domain.text.text_search import extract_snippet, find_matches
from tests.builders import DIRECTORY, a_session


def entry(received: str = "2022-04-25", pages: int = 2) -> Contribution:
    return Contribution(ContributionId(1), DelegationId("KE"), received, pages)


@pytest.mark.parametrize(
    ("deadline", "received", "late"),
    [
        ("2022-04-24", "2022-04-25", True),
        ("2022-04-24", "2022-04-24", False),
        ("", "2022-04-25", False),
        ("in April", "2022-04-25", False),
        ("2022-04-24", "later", False),
    ],
)
def test_late_is_after_the_day_announced(deadline: str, received: str, late: bool) -> None:
    assert is_late(Details(contributions_deadline=deadline), entry(received)) is late


@pytest.mark.parametrize(("pages", "long"), [(0, False), (2, False), (3, True)])
def test_too_long_is_more_pages_than_announced(pages: int, long: bool) -> None:
    assert is_too_long(Details(contributions_pages=2), entry(pages=pages)) is long


def test_the_register_is_by_date_then_by_arrival() -> None:
    service = a_session()
    for day in ("2022-03-20", "2022-03-19", "2022-03-20"):
        service.execute(c.RegisterContribution(DelegationId("KE"), day, 1))
    first, second, third = sorted(service.session.contributions)
    assert [each.id for each in contributions_by_date(service.session)] == [second, first, third]


def test_a_note_that_quotes_belongs_to_no_speech() -> None:
    service = a_session("PE")
    service.execute(c.RegisterContribution(DelegationId("KE"), "2022-03-20", 1))
    service.execute(c.OpenSitting())
    service.execute(c.GiveFloor())
    service.execute(c.TakeNote("as written", contribution=max(service.session.contributions)))
    note = max(service.session.notes)
    with pytest.raises(RejectedError) as refused:
        service.execute(c.MoveNote(note, service.session.speaking))
    assert refused.value.reason is Reason.WRITTEN_NOT_SAID


def found(text: str, typed: str) -> list[str]:
    return [text[place.start : place.end] for place in find_matches(text, typed)]


@pytest.mark.parametrize(
    ("text", "typed", "places"),
    [
        ("A common register of cases", "regist", ["register"]),
        ("A common\nregister of cases", "common regis", ["common\nregister"]),
        ("cases and common cases", "common of cases", ["cases", "common", "cases"]),
        ("L’Éducation, l'e\u0301ducation", "educ", ["Éducation", "e\u0301ducation"]),
        ("التعليمُ للجميع", "تعليم", ["التعليمُ"]),
        ("nothing", "else", []),
        ("nothing", " - ", []),
        ("", "else", []),
    ],
)
def test_words_are_found_by_their_beginnings(text: str, typed: str, places: list[str]) -> None:
    assert found(text, typed) == places


def test_the_words_about_a_place_are_shown() -> None:
    text = "word " * 50 + "register " + "more " * 50
    shown = extract_snippet(text, "register")
    assert shown.startswith("… word")
    assert "register" in shown
    assert shown.endswith("more …")
    assert len(shown) < 160
    assert extract_snippet("short text", "none") == "short text"
    assert extract_snippet("half ½ of it", "2") == "half ½ of it"
    assert extract_snippet("字" * 1000, "字字").startswith("字")


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Views of KENYA, 2022", ["KE"]),
        ("Kenya and Pérou", ["KE", "PE"]),
        ("in, is, de, jp, ke", []),
        ("Kenyan views", []),
        ("contribution de la Cote d'Ivoire", ["CI"]),
        ("مساهمة كينيا", ["KE"]),
    ],
)
def test_delegations_named_in_a_text_are_found_by_name_only(text: str, codes: list[str]) -> None:
    assert [each.id for each in DelegationFinder(DIRECTORY).find_in_text(text)] == codes


def test_a_changed_deadline_changes_what_is_late() -> None:
    details = Details(contributions_deadline="2022-04-24")
    assert is_late(details, entry())
    assert not is_late(replace(details, contributions_deadline="2022-04-25"), entry())
