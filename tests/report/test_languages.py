"""The words of the report in its four languages: complete, and each with its own grammar."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ipu_session.domain.exchange.report_options import LANGUAGE_CODES
from ipu_session.report.language.catalog import ReportCatalog, load_catalog
from ipu_session.report.language.plural_rules import select_form
from ipu_session.ui.widgets.session_details_labels import REPORT_LANGUAGES

FOLDER = Path(__file__).parents[2] / "resources" / "report"
OWN = {"titles", "letters"}
"""Tables whose keys are each language's own affair."""
OPTIONAL = {"feminine_words", "and_before_i", "and_between", "i_sound"}
FORMS = {"one-many": {"zero", "one", "many"}, "arabic": {"zero", "one", "two", "few", "many", "other"}}
NUMBERS = {"n", "w", "W", "f"}


def words(language: str) -> ReportCatalog:
    return load_catalog(language, FOLDER)


def data(language: str) -> Mapping[str, Any]:
    return words(language)._tables


def placeholders(value: str | dict[str, str]) -> set[str]:
    """The placeholders of a text, or of all forms together but for the number itself."""
    if isinstance(value, dict):
        return set().union(*(placeholders(form) for form in value.values())) - NUMBERS
    return set(re.findall(r"\{(\w+)", value))


@pytest.mark.parametrize("language", LANGUAGE_CODES)
def test_each_language_has_the_keys_and_placeholders_of_english(language: str) -> None:
    english, ours = data("en"), data(language)
    assert set(english) - OPTIONAL == set(ours) - OPTIONAL
    for name, table in english.items():
        if not isinstance(table, dict) or name in OWN:
            continue
        assert set(table) == set(ours[name]), name
        for key, value in table.items():
            assert type(value) is type(ours[name][key]), key
            if not isinstance(value, list):
                assert placeholders(value) == placeholders(ours[name][key]), (name, key)


@pytest.mark.parametrize("language", LANGUAGE_CODES)
def test_every_sentence_that_counts_has_a_form_for_every_number(language: str) -> None:
    ours = data(language)
    forms = FORMS[ours["plural"]]
    for table in ours.values():
        for sentence in table.values() if isinstance(table, dict) else ():
            if isinstance(sentence, dict):
                assert set(sentence) <= forms
                assert {"zero", "one"} < set(sentence)
                assert "other" in sentence or set(sentence) == forms


def test_the_window_offers_every_language() -> None:
    assert tuple(code for code, _ in REPORT_LANGUAGES) == LANGUAGE_CODES


@pytest.mark.parametrize("language", LANGUAGE_CODES)
def test_lists_of_words_are_whole(language: str) -> None:
    ours = data(language)
    assert len(ours["months"]) == 12
    assert len(ours["words"]) in {10, 21}
    assert len(ours.get("feminine_words", ours["words"])) >= 10
    assert len(ours["annex_letters"]) == len(set(ours["annex_letters"])) == 7
    assert all(ours["topics"][topic] for topic in ("gender", "urgent"))


@pytest.mark.parametrize(
    ("n", "form"),
    [(0, "zero"), (1, "one"), (2, "two"), (3, "few"), (10, "few"), (11, "many"), (99, "many"),
     (100, "other"), (102, "other"), (103, "few"), (111, "many"), (1000, "other")],
)  # fmt: skip
def test_arabic_has_six_forms(n: int, form: str) -> None:
    assert select_form(n, {name: name for name in FORMS["arabic"]}, "arabic") == form


def test_a_form_left_out_is_the_other_one() -> None:
    assert select_form(2, {"zero": "z", "one": "o", "other": "x"}, "arabic") == "x"


@pytest.mark.parametrize(("language", "day", "said"), [
    ("en", date(2022, 4, 1), "1 April 2022"),
    ("fr", date(2022, 4, 1), "1er\u00a0avril 2022"),
    ("es", date(2022, 4, 1), "1 de abril de 2022"),
    ("ar", date(2022, 4, 24), "24 نيسان/أبريل 2022"),
])  # fmt: skip
def test_days(language: str, day: date, said: str) -> None:
    assert words(language).format_date(day) == said


@pytest.mark.parametrize(("language", "said"), [
    ("en", "11.05"), ("fr", "11\u00a0h\u00a005"), ("es", "11.05\u00a0h"), ("ar", "11:05"),
])  # fmt: skip
def test_times(language: str, said: str) -> None:
    assert words(language).format_time((11 * 60 + 5) * 60_000, 0) == said


@pytest.mark.parametrize("written", [
    "144th IPU Assembly", "144e Assemblée de l'UIP", "144.ª Asamblea de la UIP",
    "الجمعية العامة الـ144 للاتحاد البرلماني الدولي",
])  # fmt: skip
def test_an_assembly_written_in_any_language_is_named_in_each(written: str) -> None:
    assert [words(language).assembly_name(written) for language in LANGUAGE_CODES] == [
        "144th IPU Assembly",
        "144e Assemblée de l’UIP",
        "144.ª Asamblea de la UIP",
        "الجمعية العامة الـ144 للاتحاد البرلماني الدولي",
    ]


@pytest.mark.parametrize("written", ["October 2022", "octobre 2022", "octubre de 2022", "أكتوبر 2022"])
def test_a_month_written_in_any_language_is_said_in_each(written: str) -> None:
    assert [words(language).format_when_phrase(written) for language in LANGUAGE_CODES] == [
        " in October 2022",
        " en octobre 2022",
        " en octubre de 2022",
        " في تشرين الأول/أكتوبر 2022",
    ]


def test_a_committee_written_in_any_language_is_named_in_each() -> None:
    assert words("es").committee_name("اللجنة الدائمة للديمقراطية وحقوق الإنسان") == (
        "Comisión Permanente de Democracia y Derechos Humanos"
    )
    assert words("ar").committee_name("Standing Committee on Democracy and Human Rights").startswith("اللجنة")


@pytest.mark.parametrize(("language", "names", "said"), [
    ("en", ["Egypt", "Peru"], "Egypt and Peru"),
    ("es", ["Egipto", "Perú"], "Egipto y Perú"),
    ("es", ["Egipto", "Indonesia"], "Egipto e Indonesia"),
    ("es", ["Fiji", "Hungría"], "Fiji y Hungría"),
    ("es", ["cobre", "hierro"], "cobre y hierro"),
    ("ar", ["كينيا", "مصر"], "كينيا ومصر"),
    ("ar", ["كينيا", "مصر", "بيرو"], "كينيا، ومصر، وبيرو"),
])  # fmt: skip
def test_lists(language: str, names: list[str], said: str) -> None:
    assert words(language).join_with_and(names) == said


@pytest.mark.parametrize(("language", "names"), [
    ("en", ["Albania", "Côte d'Ivoire", "Cuba"]),
    ("fr", ["Égypte", "Espagne", "Éthiopie"]),
    ("es", ["Nueva Zelandia", "Omán", "Perú"]),
    ("es", ["Cana", "Canto", "Caña", "Capa"]),
    ("ar", ["إثيوبيا", "أذربيجان", "الأردن", "بيرو", "تونس", "مصر"]),
])  # fmt: skip
def test_names_stand_in_the_order_of_the_alphabet(language: str, names: list[str]) -> None:
    assert sorted(set(names), key=words(language).sort_key) == names


@pytest.mark.parametrize(("language", "name", "said"), [
    ("en", "Russian Federation", "the Russian Federation"), ("en", "Kenya", "Kenya"),
    ("fr", "Kenya", "du Kenya"), ("fr", "France", "de la France"), ("fr", "Algérie", "de l’Algérie"),
    ("fr", "Philippines", "des Philippines"), ("fr", "Mexique", "du Mexique"), ("fr", "Cuba", "de Cuba"),
    ("fr", "Fédération de Russie", "de la Fédération de Russie"), ("fr", "Haïti", "d’Haïti"),
    ("es", "Organización Internacional del Trabajo", "de la Organización Internacional del Trabajo"),
    ("es", "Reino Unido", "del Reino Unido"), ("es", "Perú", "de Perú"), ("ar", "كينيا", "كينيا"),
])  # fmt: skip
def test_a_country_after_of(language: str, name: str, said: str) -> None:
    assert words(language).after_delegation_of(name) == said


@pytest.mark.parametrize(("language", "said"), [
    ("en", "Ms.\u00a0A. Ndiaye"), ("fr", "Mme\u00a0A. Ndiaye"), ("es", "Sra.\u00a0A. Ndiaye"),
    ("ar", "السيدة\u00a0A. Ndiaye"),
])  # fmt: skip
def test_titles_are_those_of_the_language(language: str, said: str) -> None:
    assert {words(language).localize_title(f"{title} A. Ndiaye") for title in ("Ms.", "Mme", "Sra.", "السيدة")} == {
        said
    }


@pytest.mark.parametrize(("topic", "text", "speaks"), [
    ("gender", "Including from a gender perspective", True),
    ("gender", "Y compris les femmes et les filles", True),
    ("gender", "دور المرأة", True),
    ("gender", "Lessons learned", False),
    ("urgent", "Issues that need urgent action", True),
    ("urgent", "Medidas urgentes", True),
    ("urgent", "Insurgents", False),
])  # fmt: skip
def test_what_a_theme_speaks_of_is_known_in_every_language(topic: str, text: str, speaks: bool) -> None:
    assert [words(language).mentions_topic(topic, text) for language in LANGUAGE_CODES] == [speaks] * 4


PRACTICE = {
    ("women", 13): (", of whom 13 (34 per cent) were women", ", dont 13 femmes (34\u00a0%)"),
    ("young", 9): (
        "Nine speakers (34 per cent) were young parliamentarians (under 45).",
        "Neuf orateurs (34\u00a0%) étaient de jeunes parlementaires (moins de 45 ans).",
    ),
    ("organizations", 3): ("3 partner organizations", "de 3 organisations partenaires"),
    ("parliaments", 35): ("35 parliaments", "de 35 parlements"),
    ("delegates", 38): ("A total of 38 delegates took the floor.", "Au total, 38 délégués ont pris la parole."),
}
"""What docs/rules.md#practice-6-3 wants said, in English and French."""


@pytest.mark.parametrize(("key", "n"), PRACTICE)
def test_the_counted_sentences_are_those_of_practice(key: str, n: int) -> None:
    said = tuple(
        words(language).plural(f"participation.{key}", n, share=34, age=45, origin="", women="")
        for language in ("en", "fr")
    )
    assert said == PRACTICE[key, n]


@pytest.mark.parametrize(("place", "values", "english", "french"), [
    ("participation.women_time", {"share": 31}, "Women accounted for 31 per cent of total speaking time.",
     "Les femmes ont utilisé 31\u00a0% du temps de parole total."),
    ("participation.two_groups", {}, "Some parliaments belong to two groups.",
     "Certains parlements appartiennent à deux groupes."),
    ("participation.all_groups", {"total": "six", "groups": "A (1)"},
     "All six geopolitical groups were heard: A (1).",
     "Les six groupes géopolitiques se sont exprimés\u00a0: A (1)."),
])  # fmt: skip
def test_the_other_sentences_are_those_of_practice(
    place: str, values: dict[str, int | str], english: str, french: str
) -> None:
    assert [words(language).text(place, **values) for language in ("en", "fr")] == [english, french]


def test_the_sentences_of_procedure_are_those_of_practice() -> None:
    english, french = words("en"), words("fr")
    assert english.plural("procedure.points", 0, letter="D") == "No point of order was raised."
    assert french.plural("procedure.points", 0, letter="D") == "Aucune motion d’ordre n’a été soulevée."
    of = {"of": english.after_delegation_of("Kenya"), "names": "Kenya"}
    assert english.plural("procedure.replies", 1, **of) == "The delegation of Kenya exercised its right of reply."
    of = {"of": french.after_delegation_of("Kenya"), "names": "Kenya"}
    assert french.plural("procedure.replies", 1, **of) == "La délégation du Kenya a exercé son droit de réponse."
    closed = english.plural("organization.list_closed", 12, time="11.05")
    assert closed + english.plural("organization.and_not_heard", 4) == (
        "The list of speakers was closed at 11.05 with 12 names remaining; "
        "4 registered delegates could not be heard for lack of time"
    )
    closed = french.plural("organization.list_closed", 12, time="11\u00a0h\u00a005")
    assert closed + french.plural("organization.and_not_heard", 4) == (
        "La liste des orateurs a été close à 11\u00a0h\u00a005, 12 noms y figurant encore\u00a0; "
        "4 délégués inscrits n’ont pu être entendus faute de temps"
    )
    limits = english.text("organization.limit", limit=english.duration_in_words(180_000))
    assert limits + english.text("organization.limit_changed", limit="two minutes", time="10.40") == (
        "Speaking time was limited to three minutes, and to two minutes from 10.40"
    )
    limits = french.text("organization.limit", limit=french.duration_in_words(180_000))
    assert limits + french.text("organization.limit_changed", limit="deux minutes", time="10\u00a0h\u00a040") == (
        "Le temps de parole a été limité à trois minutes, puis à deux minutes à partir de 10\u00a0h\u00a040"
    )


def test_the_terms_of_the_two_new_languages_are_those_of_the_ipu() -> None:
    spanish, arabic = data("es"), data("ar")
    assert spanish["kinds"]["point-of-order"] == "Cuestión de orden"
    assert spanish["kinds"]["reply"] == "Derecho de respuesta"
    assert arabic["kinds"]["point-of-order"] == "نقطة نظام"
    assert arabic["kinds"]["reply"] == "حق الرد"
    assert arabic["masthead"]["house"] == "الاتحاد البرلماني الدولي"
    two = words("ar").plural("organization.co_rapporteurs", 2, names="أ وب")
    assert two == "المقرران المشاركان: أ وب."


def test_arabic_counts_with_the_right_form() -> None:
    said = [words("ar").plural("participation.parliaments", n) for n in (1, 2, 3, 10, 11, 35, 100, 103)]
    assert said == [
        "برلمان واحد", "برلمانين اثنين", "3 برلمانات", "10 برلمانات",
        "11 برلمانًا", "35 برلمانًا", "100 برلمان", "103 برلمانات",
    ]  # fmt: skip
    said = [words("ar").plural("participation.delegates", n, origin="", women="") for n in (2, 9, 20, 100)]
    assert said == [
        "أخذ الكلمة مندوبان.", "أخذ الكلمة ما مجموعه تسعة مندوبين.",
        "أخذ الكلمة ما مجموعه 20 مندوبًا.", "أخذ الكلمة ما مجموعه 100 مندوب.",
    ]  # fmt: skip
    assert words("en").duration_in_words(12_500_000) == "three hours, 28 minutes and 20 seconds"
    assert words("fr").duration_in_words(3_600_000) == "une heure"
    assert words("ar").duration_in_words(180_000) == "ثلاث دقائق"
    assert words("ar").duration_in_words(90_000) == "دقيقة واحدة و30 ثانية"


def test_labels_that_stand_alone_say_what_they_are() -> None:
    spanish = data("es")
    assert spanish["final"]["sender"] == "Remitente"
    assert spanish["final"]["status"].format(number=1, date=words("es").format_date(date(2022, 3, 22))) == (
        "Versión definitiva 1, del 22 de marzo de 2022"
    )
    assert not {"De", "Del", "A"} & set(spanish["columns"].values())


@pytest.mark.parametrize("language", LANGUAGE_CODES)
def test_a_right_has_one_name(language: str) -> None:
    ours = data(language)
    assert ours["kinds"]["reply"].casefold().split()[-1] in ours["list"]["replies"].casefold()


@pytest.mark.parametrize("n", [2, 11, 60])
def test_no_sentence_on_who_spoke_begins_with_a_figure(n: int) -> None:
    values = {"names": "", "share": 44}
    for language in LANGUAGE_CODES:
        for place in ("themes.spoke", "themes.spoke_count", "perspectives.women"):
            assert not words(language).plural(place, n, **values)[0].isdigit()


def test_days_have_room_for_two_names_of_a_month() -> None:
    assert [words(language).day_column_share(16) for language in LANGUAGE_CODES] == [16, 16, 16, 24]


def test_the_last_line_with_its_hash_is_one_line() -> None:
    for language in LANGUAGE_CODES:
        assert len(words(language).plural("final.record", 12_345, digest="5a04 5a04 5a04 5a04")) < 105
