"""The delegation finder."""

import csv
from pathlib import Path

import pytest

from ipu_session.domain.model.ids import DelegationId
from ipu_session.domain.model.rules import Category
from ipu_session.domain.model.session import Delegation
from ipu_session.domain.text.delegation_search import DelegationFinder
from ipu_session.domain.text.text_folding import fold

MEMBERS = Path(__file__).parents[2] / "resources" / "data" / "members.csv"


def delegations() -> list[Delegation]:
    with MEMBERS.open(encoding="utf-8", newline="") as file:
        return [
            Delegation(
                DelegationId(row["iso2"] or fold(row["name_en"]).replace(" ", "-")),
                Category.MEMBER if row["iso2"] else Category.ASSOCIATE,
                row["name_en"],
                row["name_fr"],
                row["name_es"],
                row["name_ar"],
                row["iso2"],
                row["iso3"],
            )
            for row in csv.DictReader(file)
        ]


FINDER = DelegationFinder(delegations())


def ids(query: str, limit: int = 8) -> list[str]:
    return [d.id for d in FINDER.find(query, limit)]


def exact(text: str) -> str:
    found = FINDER.find_exact(text)
    return found.id if found else ""


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Côte d’Ivoire", "cote d ivoire"),
        ("GUINÉE-BISSAU", "guinee bissau"),
        ("  Türkiye ", "turkiye"),
        ("TÜRKİYE", "turkiye"),
        ("Straße", "strasse"),
        ("Łódź", "lodz"),
        ("أَفْغَانِستان", "افغانستان"),
        ("إيـــران", "ايران"),
        ("Bolivia (Plurinational State of)", "bolivia plurinational state of"),
        ("Štěpánka", "stepanka"),
        ("", ""),
        ("()'-", ""),
    ],
)
def test_folding_leaves_letters_without_case_or_accents(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_an_iso_code_comes_first() -> None:
    assert ids("ke")[0] == "KE"
    assert ids("SE")[0] == "SE"
    assert ids("deu")[0] == "DE"


def test_a_whole_name_comes_before_a_longer_one() -> None:
    assert ids("niger")[:2] == ["NE", "NG"]
    assert ids("guinea")[0] == "GN"


def test_the_start_of_a_name_comes_before_the_start_of_a_word_and_that_before_the_middle() -> None:
    found = ids("guinea", 20)
    assert found.index("GN") < found.index("GW") < found.index("PG")
    found = ids("mal", 40)
    assert found.index("ML") < found.index("SO")


@pytest.mark.parametrize("query", ["Allemagne", "alem", "ألمانيا", "المانيا", "GERM", "deu"])
def test_germany_is_found_in_four_languages(query: str) -> None:
    assert "DE" in ids(query)


def test_several_words_may_be_begun_only() -> None:
    assert ids("rep mold")[0] == "MD"


def test_nothing_is_found_for_nothing() -> None:
    assert FINDER.find("") == ()
    assert FINDER.find(" - ") == ()
    assert FINDER.find("atlantis") == ()


def test_no_more_than_the_limit_is_found() -> None:
    assert len(FINDER.find("a", 5)) == 5


@pytest.mark.parametrize(
    ("text", "delegation"),
    [
        ("KE", "KE"), ("ken", "KE"), ("KENYA", "KE"), ("United Kingdom", "GB"), ("UK", "GB"),
        ("Royaume-Uni", "GB"), ("U.K.", "GB"), ("Iran", "IR"), ("Irán", "IR"),
        ("Islamic Republic of Iran", "IR"), ("Iran, Islamic Republic of", "IR"),
        ("République islamique d'Iran", "IR"), ("إيران", "IR"), ("Bolivia", "BO"), ("Bolivie", "BO"),
        ("Russia", "RU"), ("Russian Federation", "RU"), ("Netherlands", "NL"), ("The Netherlands", "NL"),
        ("Kingdom of the Netherlands", "NL"), ("Pays-Bas", "NL"), ("Tanzania", "TZ"), ("Tanzanie", "TZ"),
        ("Venezuela", "VE"), ("DR Congo", "CD"), ("RDC", "CD"), ("Cote d'Ivoire", "CI"),
        ("CÔTE D’IVOIRE", "CI"), ("Ivory Coast", "CI"), ("Turkey", "TR"), ("turkiye", "TR"),
        ("Syria", "SY"), ("Moldova", "MD"), ("Palestine", "PS"), ("Republic of Korea", "KR"),
        ("South Korea", "KR"), ("Korea, Republic of", "KR"), ("DPRK", "KP"), ("Viet Nam", "VN"),
        ("Vietnam", "VN"), ("Laos", "LA"), ("Cape Verde", "CV"), ("Cap-Vert", "CV"), ("Swaziland", "SZ"),
        ("Czech Republic", "CZ"), ("North Macedonia", "MK"), ("St. Lucia", "LC"),
        ("Guinea-Bissau", "GW"), ("Guinée Bissau", "GW"), ("Timor Leste", "TL"), ("Micronesia", "FM"),
        ("PABSEC", "parliamentary-assembly-of-the-black-sea-economic-cooperation-pabsec"),
        ("European Parliament", "european-parliament"), ("Parlement européen", "european-parliament"),
        ("EP", "european-parliament"), ("The Gambia", "GM"), ("El Salvador", "SV"), ("Niger", "NE"),
    ],
)  # fmt: skip
def test_a_delegation_is_known_by_code_name_or_usual_short_form(text: str, delegation: str) -> None:
    assert exact(text) == delegation


@pytest.mark.parametrize(
    ("text", "delegation"),
    [
        ("Niger (the)", "NE"), ("Argentina (la)", "AR"), ("Albanie (l') [fém.]", "AL"), ("Kenya (KE)", "KE"),
        ("KE - Kenya", "KE"), ("[KE] Kenya", "KE"), ("Kenya, KEN", "KE"), ("Türkiye¹", "TR"),
        ("France (12+)", "FR"), ("Palestine *", "PS"), ("Kenya1", "KE"), ("1. Kenya", "KE"),
        ("KENYA (African Group)", "KE"), ("Kenya – Groupe African", "KE"), ("Allemagne / Germany", "DE"),
        ("State of Palestine (observer)", "PS"), ("Republic of Kenya", "KE"), ("Parliament of Kenya", "KE"),
        ("Kenya National Assembly", "KE"), ("National Assembly of the Republic of Cuba", "CU"),
        ("Sénat du Sénégal", "SN"), ("Congreso de los Diputados de España", "ES"), ("جمهورية كينيا", "KE"),
        ("برلمان كينيا", "KE"), ("Congo, Democratic Republic of the", "CD"), ("Korea, Rep.", "KR"),
        ("Korea (Democratic People's Republic of)", "KP"), ("Trinidad & Tobago", "TT"), ("St. Lucia", "LC"),
        ("Lao People's Dem. Rep.", "LA"), ("Venezuela, RB", "VE"), ("Egypt, Arab Rep.", "EG"),
        ("Burma", "MM"), ("Macedonia", "MK"), ("Holland", "NL"), ("UAE", "AE"), ("PNG", "PG"),
        ("الباراغواي", "PY"), ("Guinea‑Bissau", "GW"), ("Ｋｅｎｙａ", "KE"), ("Côte dʼIvoire", "CI"),
    ],
)  # fmt: skip
def test_a_delegation_is_known_in_the_forms_that_lists_use(text: str, delegation: str) -> None:
    assert exact(text) == delegation


@pytest.mark.parametrize(
    "text",
    [
        "Congo", "Le Congo", "الكونغو", "Corée", "كوريا", "Republic of China", "China (Taiwan)",
        "Hong Kong SAR, China", "Northern Ireland", "Ireland (Northern)", "Dominica",
        "Commonwealth of Dominica", "French Guiana", "American Samoa", "Virgin Islands", "Puerto Rico",
        "Guernsey", "Northern Mariana Islands", "South Georgia", "Georgia (Atlanta)", "France (Réunion)",
        "Netherlands (Aruba)", "Sudan and South Sudan", "Kenya / Peru", "Kenya, Peru", "Kenya (PE)", "Africa",
        "Kenyya", "x" * 5000,
    ],
)  # fmt: skip
def test_what_names_no_delegation_or_two_is_nobody(text: str) -> None:
    assert exact(text) == ""


@pytest.mark.parametrize(
    ("text", "proposed"),
    [("Kenyya", ["KE"]), ("Congo", ["CD", "CG"]), ("Eygpt", ["EG"]), ("Philipines", ["PH"]), ("Nowhere", [])],
)
def test_the_nearest_are_proposed_and_never_taken(text: str, proposed: list[str]) -> None:
    assert [each.id for each in FINDER.suggest(text)] == proposed
    assert exact(text) == ""


@pytest.mark.parametrize("text", ["Korea", "", "Atlantis", "Guin", "Republic", "zz", "République"])
def test_what_is_ambiguous_or_unknown_is_nobody(text: str) -> None:
    assert FINDER.find_exact(text) is None


def test_every_delegation_is_known_by_each_of_its_own_names_and_codes() -> None:
    for delegation in delegations():
        names = (delegation.name_en, delegation.name_fr, delegation.name_es, delegation.name_ar)
        for text in (*names, delegation.iso2, delegation.iso3, delegation.id):
            if text and text not in {"Congo", "الكونغو"}:
                assert FINDER.find_exact(text) == delegation, text


def test_a_finder_of_nobody_finds_nobody() -> None:
    assert DelegationFinder(()).find("kenya") == ()
    assert DelegationFinder(()).find_exact("kenya") is None
