"""Speakers lists as secretariats send them: nobody is lost, nobody comes in by half,
doubts are asked about."""

from collections.abc import Callable
from typing import TypedDict, Unpack

import pytest

from ipu_session.domain.exchange.import_results import ListImportOptions, SpeakersList
from ipu_session.domain.model.ids import DelegationId
from ipu_session.importers.speakers.column_headings import detect_field
from ipu_session.importers.speakers.name_cells import decapitalize, decapitalize_surnames
from ipu_session.importers.speakers.reader import read_pasted_speakers
from tests.importers.makers import DIRECTORY
from tests.narrowing import not_none


class Choices(TypedDict, total=False):
    columns: tuple[tuple[int, str], ...]
    day_first: bool
    keep_capitals: bool
    is_manual: bool


def read(text: str, **choices: Unpack[Choices]) -> SpeakersList:
    return read_pasted_speakers(text, DIRECTORY, ListImportOptions(**choices))


def people(found: SpeakersList) -> list[tuple[DelegationId, str]]:
    return [(s.person.delegation, s.person.titled_name) for s in found.speakers]


def asked(found: SpeakersList) -> list[tuple[int, str, str]]:
    return [(row.line, row.reason, row.value) for row in found.refused]


def doubts(found: SpeakersList) -> list[tuple[int, str, str]]:
    return [(s.line, doubt.reason, doubt.value) for s in found.doubtful_speakers for doubt in s.doubts]


SUSAN = [("KE", "Ms. Susan Kihika"), ("PE", "Ms. Ana Flores")]


@pytest.mark.parametrize(
    "text",
    [
        "delegation,first name,last name,title\nKenya,Susan,Kihika,Ms.\nPeru,Ana,Flores,Ms.\n",
        "Country/Pays;Family name / Nom de famille;Given name / Prénom;Title\n"
        "Kenya;Kihika;Susan;Ms.\nPérou;Flores;Ana;Ms.\n",
        "Surname\tForename\tSalutation\tMember State\nKihika\tSusan\tMs.\tKenya\nFlores\tAna\tMs.\tPeru\n",
        "País;Tratamiento;Nombre;Apellidos\nKenya;Ms.;Susan;Kihika\nPerú;Ms.;Ana;Flores\n",
        "الدولة;اللقب;الاسم الأول;Title\nكينيا;Kihika;Susan;Ms.\nبيرو;Flores;Ana;Ms.\n",
        "Delegation;Delegates;Title\nKenya;Susan Kihika;Ms.\nPeru;Ana Flores;Ms.\n",
        "Country;Name of speaker\nKenya;Ms. Susan Kihika\nPeru;Ms. Ana Flores\n",
        "Délégation – Delegation;Nom et prénom (Full name)\nKenya;Ms. Susan Kihika\nPérou;Ms. Ana Flores\n",
        'No.;"Pays\nCountry";"Nom\nName"\n1;Kenya;1. Ms. Susan Kihika\n2;Peru;2. Ms. Ana Flores*\n',
        "Speakers of Tuesday;;\nDelegation;;\n;;\nDelegation;Name;Title\nKenya;Susan Kihika;Ms.\n"
        "Peru;Ana Flores;Ms.\n",
        "Delegation;Delegate;;\n;Title;First name;Surname\nKenya;Ms.;Susan;Kihika\nPeru;Ms.;Ana;Flores\n",
        "الوفد Delegation;الاسم Name\nKenya;Ms. Susan Kihika\nPeru;Ms. Ana Flores\n",
        "Country;Speaker\nKenya;Susan Kihika (Ms.)\nPeru;Ana Flores, Ms.\n",
        "Speaker\nMs. Susan Kihika (Kenya)\nMs. Ana Flores (Pérou)\n",
        "Country;Name\nKENYA;\n;Ms. Susan Kihika\n;;\nPERU;\n;Ms. Ana Flores\n",
        "Country;Name;Title\nKenya;Susan Kihika;Ms.\nCountry;Name;Title\nPeru;Ana Flores;Ms.\nTotal: 2;;\n",
    ],
)  # fmt: skip
def test_two_people_come_in_whole_however_the_list_is_laid_out(text: str) -> None:
    found = read(text)
    assert people(found) == SUSAN
    assert asked(found) == []


@pytest.mark.parametrize("written", [str.upper, str.lower], ids=["upper case", "lower case"])
@pytest.mark.parametrize("code", ["iso2", "iso3"])
def test_every_code_of_the_directory_names_its_delegation(code: str, written: Callable[[str], str]) -> None:
    members = [known for known in DIRECTORY if getattr(known, code)]
    rows = (f"{written(getattr(known, code))};N. Person {at}" for at, known in enumerate(members))
    found = read("delegation;name\n" + "\n".join(rows))
    assert [s.person.delegation for s in found.speakers] == [known.id for known in members]


@pytest.mark.parametrize(
    ("written", "name", "is_asked"),
    [
        ("Kihika, Susan", "Susan Kihika", False),
        ("KIHIKA, Susan", "Susan Kihika", False),
        ("FLORES QUISPE, Ana María", "Ana María Flores Quispe", False),
        ("Flores Quispe, Ms. Ana", "Ms. Ana Flores Quispe", False),
        ("de la Cruz, María", "María de la Cruz", False),
        ("Van der Berg, Jan", "Jan Van der Berg", False),
        ("Al-Sabah, Nour", "Nour Al-Sabah", False),
        ("Ms. Kihika, Susan", "Ms. Susan Kihika", False),
        ("Ana Flores, Lima", "Ana Flores, Lima", True),
        ("Ms. Ana Flores, Lima", "Ms. Ana Flores, Lima", True),
        ("García Márquez, Gabriel", "García Márquez, Gabriel", True),
        ("Susan Kihika, Kenya", "Susan Kihika, Kenya", True),
        ("Susan Kihika, PhD", "Susan Kihika, PhD", False),
        ("Flores, MP", "Flores", False),
        ("Susan Kihika", "Susan Kihika", False),
    ],
)
def test_a_name_is_turned_only_where_the_family_name_surely_stands_before_the_comma(
    written: str, name: str, is_asked: bool
) -> None:
    found = read(f"Country\tName\nKenya\t{written}\n")
    assert [s.person.titled_name for s in found.speakers] == [name]
    assert [reason for _, reason, _ in doubts(found)] == ["name-order"] * is_asked


def test_two_of_one_family_are_two_people() -> None:
    found = read("Pays;Civilité;Nom;Prénom\nKenya;Mme;KIHIKA;Susan\nPérou;Mme;FLORES;Ana\nPérou;M.;FLORES;Luis\n")
    assert people(found) == [("KE", "Mme Susan Kihika"), ("PE", "Mme Ana Flores"), ("PE", "M. Luis Flores")]
    assert [(r.reason, r.value) for r in found.remarks] == [("capitals", "3")]


def test_capitals_stay_if_the_user_wants_them() -> None:
    text = "Pays;Nom;Prénom\nMexique;NÚÑEZ ÁVILA;José Ramón\n"
    assert people(read(text)) == [("MX", "José Ramón Núñez Ávila")]
    assert people(read(text, keep_capitals=True)) == [("MX", "José Ramón NÚÑEZ ÁVILA")]


@pytest.mark.parametrize(
    ("written", "small"),
    [
        ("N'DIAYE", "N'Diaye"), ("N\u2019DIAYE", "N\u2019Diaye"), ("O'BRIEN-SMITH", "O'Brien-Smith"),
        ("MCDONALD", "McDonald"),
        ("DE LA CRUZ", "de la Cruz"), ("VAN DER BERG", "van der Berg"), ("NU\u0303N\u0303EZ",
        "Nu\u0303n\u0303ez"), ("LI", "Li"),
    ],
)  # fmt: skip
def test_a_name_in_capitals_is_written_as_a_name(written: str, small: str) -> None:
    assert decapitalize(written) == small


@pytest.mark.parametrize(
    ("written", "small"),
    [("KIHIKA Susan", "Kihika Susan"), ("J.P. Kihika", "J.P. Kihika"), ("SUSAN KIHIKA", "SUSAN KIHIKA"),
    ("John III", "John III")],
)  # fmt: skip
def test_only_capitals_among_other_words_are_changed(written: str, small: str) -> None:
    assert decapitalize_surnames(written) == small


def test_a_family_name_in_capitals_before_a_comma_goes_behind() -> None:
    assert people(read("Country;Name\nKenya;KIHIKA, Susan\nPeru;Flores, MP\n")) == [
        ("KE", "Susan Kihika"), ("PE", "Flores"),
    ]  # fmt: skip


def test_a_row_without_name_or_certain_delegation_is_a_question_with_what_is_proposed() -> None:
    found = read("Country;Name;Title\nKenya;;Ms.\nCongo;A;\nKenyya;B;\nNowhere;C;\nPeru;#REF!;\n#N/A;D;\n;E;\n")
    assert people(found) == []
    assert asked(found) == [
        (2, "no-name", ""),
        (3, "ambiguous-delegation", "Congo"),
        (4, "unknown-delegation", "Kenyya"),
        (5, "unknown-delegation", "Nowhere"),
        (6, "error-value", "#REF!"),
        (7, "error-value", "#N/A"),
        (8, "no-delegation", ""),
    ]
    assert [row.proposed_delegations for row in found.refused][:4] == [(), ("CD", "CG"), ("KE",), ()]
    assert [not_none(row.draft).person.name for row in found.refused][1:4] == ["A", "B", "C"]


def test_a_delegation_holds_for_the_blank_cells_below_and_that_is_said() -> None:
    found = read("Country,Name\nKenya,A. Example\n,B. Example\nMali,D. Example\n,\n,E. Example\n")
    assert people(found) == [("KE", "A. Example"), ("KE", "B. Example"), ("ML", "D. Example")]
    assert doubts(found) == [(3, "delegation-above", "Kenya")]
    assert asked(found) == [(6, "no-delegation", "")]


def test_an_expert_below_a_delegation_is_not_of_it() -> None:
    found = read("Country,Name,Category\nKenya,A,\n,Dr. B,expert\n")
    assert [(s.person.delegation, s.person.name) for s in found.speakers] == [("KE", "A"), ("", "B")]


def test_groups_totals_pages_and_notes_are_passed_over_and_told() -> None:
    found = read(
        "Country,Name\nAfrican Group,\nKenya,A\nTwelve Plus,\nFrance,B\nPage 1 of 3,\nTotal: 2,\n* to be confirmed,\n"
    )
    assert people(found) == [("KE", "A"), ("FR", "B")]
    assert asked(found) == []
    assert [r.value for r in found.remarks] == [
        "2: African Group", "4: Twelve Plus", "6: Page 1 of 3", "7: Total: 2", "8: * to be confirmed",
    ]  # fmt: skip


def test_somebody_marked_as_withdrawn_is_asked_about() -> None:
    found = read("Country,Name\nKenya,S. Kihika (withdrawn)\nPeru,A\n")
    assert asked(found) == [(2, "withdrawn", "withdrawn")]


def test_a_doubtful_cell_is_left_empty_and_the_row_comes_in() -> None:
    found = read(
        "Delegation,Name,Gender,Category,Date of birth\nKenya,A,Mr,Head of delegation,03/04/1990\n"
        "Peru,B,Ms,Senator,4/4/85\nChile,C,السيدة,,\nFrance,D,thing,Observer,soon\n"
    )
    assert [(s.person.gender.value, s.person.born) for s in found.speakers] == [
        ("M", ""), ("F", "1985-04-04"), ("F", ""), ("", ""),
    ]  # fmt: skip
    assert [s.person.function for s in found.speakers] == ["Head of delegation", "Senator", "", ""]
    assert doubts(found) == [
        (2, "bad-category", "Head of delegation"),
        (2, "born-ambiguous", "03/04/1990"),
        (3, "bad-category", "Senator"),
        (5, "bad-gender", "thing"),
        (5, "bad-born", "soon"),
    ]


@pytest.mark.parametrize(
    ("written", "born"),
    [
        ("03/25/1990", "1990-03-25"), ("25/3/1990", "1990-03-25"), ("25.3.1990", "1990-03-25"),
        ("3.4.1990", "1990-04-03"),
        ("25 March 1990", "1990-03-25"), ("March 25, 1990", "1990-03-25"), ("le 3 mai 1985", "1985-05-03"),
        ("3 de mayo de 1985", "1985-05-03"), ("3 مايو 1985", "1985-05-03"), ("٣ مايو ١٩٨٥", "1985-05-03"),
        ("3-May-85", "1985-05-03"), ("1er mai 1985", "1985-05-01"), ("32957", "1990-03-25"), ("1990", "1990"),
        ("1990-03-25 00:00:00", "1990-03-25"), ("25-03-90", "1990-03-25"), ("March 1990", "1990"),
        ("5/5/1990", "1990-05-05"),
    ],
)  # fmt: skip
def test_days_of_birth_in_other_forms(written: str, born: str) -> None:
    found = read(f"Delegation;Name;Born\nKenya;A;{written}\n")
    assert [s.person.born for s in found.speakers] == [born]
    assert doubts(found) == []


def test_the_order_of_day_and_month_is_known_from_the_column_or_from_the_user() -> None:
    assert [s.person.born for s in read("Country;Name;DOB\nKenya;A;03/04/1990\n"
    "Peru;B;03/25/1990\n").speakers] == [
        "1990-03-04", "1990-03-25",
    ]  # fmt: skip
    text = "Country;Name;DOB\nKenya;A;03/04/1990\nPeru;B;03/25/1990\nChile;C;25/03/1990\n"
    assert [s.person.born for s in read(text).speakers] == ["", "1990-03-25", "1990-03-25"]
    assert read(text, day_first=True).speakers[0].person.born == "1990-04-03"
    assert read(text, day_first=False).speakers[0].person.born == "1990-03-04"


def test_columns_that_are_not_used_are_named_and_may_be_read_otherwise() -> None:
    text = "Country,Hotel,Who\nKenya,Hilton,A. Example\n"
    found = read(text)
    assert found.unused_headings == ("Hotel", "Who")
    assert asked(found) == [(2, "no-name", "")]
    found = read(text, columns=((2, "name"),))
    assert people(found) == [("KE", "A. Example")]
    assert ListImportOptions(columns=((1, "name"),)).with_column(2, "name").columns == ((2, "name"),)


def test_a_list_without_known_headings_is_read_by_hand() -> None:
    text = "Wer,Woher\nA. Example,Kenya\n"
    found = read(text, is_manual=True)
    assert found.unused_headings == ("Wer", "Woher")
    assert people(read(text, is_manual=True, columns=((0, "name"), (1, "delegation")))) == [("KE", "A. Example")]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Country/Pays", "delegation"), ("Nom / Name", "name"), ("Name of the speaker", "name"),
        ("Nom du délégué", "name"), ("Speaker's name", "name"), ("Nombre del orador", "name"),
        ("اسم المتحدث", "name"),
        ("Name of country", "delegation"), ("Parlement membre", "delegation"), ("Functional title",
        "function"),
        ("Title/Titre", "title"), ("Mr/Ms", "title"), ("M./Mme", "title"), ("Sexe (F/M)", "gender"),
        ("Gender (M/F)", "gender"), ("Date de naissance", "born"), ("Family name (in capitals)", "family"),
        ("NOM DE FAMILLE", "family"), ("Prénom(s)", "first"), ("First name and family name", "full"),
        ("Family Name, First Name", "full"), ("Head of delegation", "name"),
        ("Hotel name", ""), ("Date of arrival", ""), ("E-mail", ""), ("", ""), ("Room 12", ""),
    ],
)  # fmt: skip
def test_a_heading_means_one_field_or_none(heading: str, field: str) -> None:
    assert detect_field(heading) == field


@pytest.mark.parametrize(
    "text",
    [
        "Country;Name;Name\nKenya;Susan;Kihika\n",
        "Country;Name;\nKenya;Susan;Kihika\n",
        "Country;Name;Christian forenames and first name if any\nKenya;Kihika;Susan\n",
        "Country;First name\nKenya;Susan\n",
    ],
)
def test_half_a_name_is_a_question(text: str) -> None:
    found = read(text)
    assert people(found) == []
    assert [row.reason for row in found.refused] == ["half-name"]


@pytest.mark.parametrize(
    "written",
    ["TBC", "tbd", "to be confirmed", "à confirmer", "por confirmar", "N/A", "Vacant",
    "Name to follow", "Ms.", "H.E.",
     "Ms. TBC", "Kenya", "12", "لم يحدد بعد"],
)  # fmt: skip
def test_who_is_not_named_yet_is_a_question(written: str) -> None:
    assert asked(read(f"Country;Name\nKenya;{written}\n")) == [(2, "no-name", "")]


@pytest.mark.parametrize(
    "written",
    ["Ms. S. Kihika / Mr. P. Otieno", "Ms. S. Kihika and Mr. P. Otieno", "Susan Kihika / Peter Otieno",
     '"Ms. S. Kihika\nMr. P. Otieno"', "Mme S. Kihika et Mme A. Flores"],
)  # fmt: skip
def test_two_people_in_one_cell_are_a_question(written: str) -> None:
    assert [row.reason for row in read(f"Country\tName\nKenya\t{written}\n").refused] == ["two-people"]


@pytest.mark.parametrize(
    "text",
    [
        "Country;Name;Status\nKenya;A. Example;Withdrawn\n",
        "Country;Name;Remarks\nKenya;A. Example;cancelled on 3 May\n",
        "Country;Name;Withdrawn\nKenya;A. Example;x\n",
        "Country;Name\nKenya;A. Example (replaced by B. Example)\n",
        "Pays;Orateur;Observations\nKenya;A. Example;Retirée de la liste\n",
    ],
)
def test_who_withdrew_is_a_question_wherever_it_is_said(text: str) -> None:
    assert [row.reason for row in read(text).refused] == ["withdrawn"]


@pytest.mark.parametrize(
    ("written", "name", "function"),
    [
        ("Ms. Susan Kihika, MP", "Ms. Susan Kihika", "MP"),
        ("Hon. Susan Kihika MP", "Hon. Susan Kihika", "MP"),
        ("Susan Kihika (Senator)", "Susan Kihika", "Senator"),
        ("Susan Kihika, Vice-President of the Senate", "Susan Kihika", "Vice-President of the Senate"),
        ('"Ms. Susan Kihika\nSenator"', "Ms. Susan Kihika", "Senator"),
        ('"Susan\nKihika"', "Susan Kihika", ""),
        ("Kihika, Susan", "Susan Kihika", ""),
        ("Kihika, Ms. Susan", "Ms. Susan Kihika", ""),
        ("Susan Kihika, PhD", "Susan Kihika, PhD", ""),
        ("José Ortega y Gasset", "José Ortega y Gasset", ""),
        ("Mme Marie de LA TOUR", "Mme Marie de La Tour", ""),
        ("Mr. Jan VAN DER BERG", "Mr. Jan van der Berg", ""),
        ("Ms. Anne McDONALD", "Ms. Anne McDonald", ""),
        ("S.E. M. Luis Flores", "S.E. M. Luis Flores", ""),
    ],
)
def test_a_function_behind_a_name_and_a_family_name_before_it_are_told_apart(
    written: str, name: str, function: str
) -> None:
    (speaker,) = read(f"Country\tName\nKenya\t{written}\n").speakers
    assert (speaker.person.titled_name, speaker.person.function) == (name, function)


@pytest.mark.parametrize(
    ("heading", "cells", "expected"),
    [
        ("Sexo", "H M", ["M", "F"]),
        ("Sexe", "H F", ["M", "F"]),
        ("Sex", "F M", ["F", "M"]),
        ("Gender", "♀ ♂ Fem. Masc.", ["F", "M", "F", "M"]),
        ("Sexo", "M M", ["", ""]),
        ("Gender", "H F M", ["M", "F", ""]),
    ],
)
def test_m_means_what_it_means_in_its_column(heading: str, cells: str, expected: list[str]) -> None:
    rows = "".join(f"Kenya;Person {at};{cell}\n" for at, cell in enumerate(cells.split()))
    found = read(f"Country;Name;{heading}\n{rows}")
    assert [speaker.person.gender.value for speaker in found.speakers] == expected


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Prénom du délégué", "first"), ("Speaker\u2019s title", "title"), ("Delegate first name", "first"),
        ("Date of birth of delegate", "born"), ("First speaker", ""), ("Title + name", "name"),
        ("Name\u00b9", "name"),
        ("Country of delegation", "delegation"), ("Country or organization", "delegation"),
        ("Last", "family"),
        ("On behalf of", "delegation"), ("Nom et prénom de l\u2019orateur", "full"),
        ("اسم العائلة", "family"),
        ("Segundo apellido", "second"), ("Apellido paterno", "family"), ("Pays représenté", "delegation"),
        ("Party name", ""), ("Speaking time", ""), ("Title of speech", ""),
    ],
)  # fmt: skip
def test_a_heading_may_say_of_whom(heading: str, field: str) -> None:
    assert detect_field(heading) == field


def test_two_family_names_a_section_a_ditto_and_a_name_of_one_word() -> None:
    assert people(read("País;Nombres;Primer apellido;Segundo apellido\nPerú;Ana;Flores;Díaz\n")) == [
        ("PE", "Ana Flores Díaz")
    ]
    found = read("Delegation;Name\nKenya;A. Example\n〃;B. Example\nOBSERVERS;\nUNHCR;C. Example\n")
    assert [(s.person.delegation, s.person.organization) for s in found.speakers] == [
        ("KE", ""), ("KE", ""), ("", "UNHCR"),
    ]  # fmt: skip
    found = read("Country;First name;Last name\nIndonesia;Suharto;\n")
    assert (people(found), doubts(found)) == ([("ID", "Suharto")], [(2, "one-name", "Suharto")])


def test_signs_within_quotation_marks_part_no_cells() -> None:
    assert people(read('Country;"Last name, First name"\nKenya;"Kihika, Susan"\n')) == [("KE", "Susan Kihika")]
