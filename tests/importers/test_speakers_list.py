"""Speakers lists in: what comes in, what is refused and why, and what is asked."""

from datetime import date
from pathlib import Path

import pytest

from ipu_session.domain.exchange.import_results import ListImportOptions, SpeakersList
from ipu_session.domain.model.ids import DelegationId
from ipu_session.domain.model.rules import Category
from ipu_session.domain.model.session import Gender
from ipu_session.importers.files.encodings import encoding_candidates
from ipu_session.importers.files.errors import InputFileError
from ipu_session.importers.speakers.reader import read_pasted_speakers, read_speakers
from tests.importers.makers import DIRECTORY, sheet_of, zip_of
from tests.narrowing import not_none
from tests.patience import Work

A_LIST = """Delegation,Name,Title,Gender,Function,Young,Theme
Kenya,S. Kihika,Ms.,F,Senator,no,2
PER,P. Alvarez,Mr.,M,,yes,1;3
"""


def people(found: SpeakersList) -> list[tuple[DelegationId, str, Gender]]:
    return [(s.person.delegation, s.person.titled_name, s.person.gender) for s in found.speakers]


def why(found: SpeakersList) -> list[tuple[int, str, str]]:
    return [(row.line, row.reason, row.value) for row in found.refused]


def test_a_plain_list() -> None:
    found = read_pasted_speakers(A_LIST, DIRECTORY)
    assert people(found) == [("KE", "Ms. S. Kihika", Gender.WOMAN), ("PE", "Mr. P. Alvarez", Gender.MAN)]
    assert [s.themes for s in found.speakers] == [(2,), (1, 3)]
    assert [s.person.young for s in found.speakers] == [False, True]
    assert found.speakers[0].person.function == "Senator"
    assert [s.line for s in found.speakers] == [2, 3]
    assert found.delimiter == ","
    assert found.refused == ()


def test_french_headings_in_any_order_and_case_with_semicolons() -> None:
    text = (
        "NOM;Délégation;Titre;Sexe;Fonction;Catégorie;Jeune;Naissance;Langue;Thème\n"
        "A. Dupont;Allemagne;Mme;F;Députée;membre;oui;12.03.1985;français;#2 #4\n"
    )
    found = read_pasted_speakers(text, DIRECTORY)
    [speaker] = found.speakers
    person = speaker.person
    assert (person.delegation, person.titled_name, person.gender) == ("DE", "Mme A. Dupont", Gender.WOMAN)
    assert (person.young, person.born, person.language) == (True, "1985-03-12", "fr")
    assert speaker.themes == (2, 4)
    assert [field for _, field in found.columns] == [
        "name", "delegation", "title", "gender", "function", "category", "young", "born", "language", "theme",
    ]  # fmt: skip


@pytest.mark.parametrize("called", ["Kenya", "KENYA", "ke", "KEN", "كينيا"])
def test_a_delegation_by_name_in_four_languages_or_by_code(called: str) -> None:
    found = read_pasted_speakers(f"delegation\tname\n{called}\tS. Kihika\n", DIRECTORY)
    assert found.speakers[0].person.delegation == "KE"


def test_each_refused_row_says_its_line_and_why() -> None:
    text = (
        "delegation,name,gender,young,born,category,theme\n"
        "Kenya,A,F,,,,\n"
        "Atlantis,N. Emo,,,,,\n"
        ",B,,,,,\n"
        "Kenya,A,F,,,,\n"
        "Peru,C,Q,,,,\n"
        "Peru,D,,perhaps,,,\n"
        "Peru,E,,,long ago,,\n"
        "Peru,F,,,,king,\n"
        "Peru,G,,,,,migration\n"
        "Peru,H,,,,,,and more\n"
        f"Peru,{'I' * 300},,,,,\n"
        "\n"
        "Peru,J,,,,,\n"
        "Peru,,F,,,,\n"
        "Congo,K,F,,,,\n"
    )
    found = read_pasted_speakers(text, DIRECTORY)
    assert [s.person.name for s in found.speakers] == ["A", "C", "D", "E", "F", "G", "J"]
    assert [(s.line, *((d.reason, d.value) for d in s.doubts)) for s in found.doubtful_speakers] == [
        (6, ("bad-gender", "Q")),
        (7, ("bad-young", "perhaps")),
        (8, ("bad-born", "long ago")),
        (9, ("bad-category", "king")),
        (10, ("bad-theme", "migration")),
    ]
    assert why(found) == [
        (3, "unknown-delegation", "Atlantis"),
        (4, "unknown-delegation", "Atlantis"),
        (5, "duplicate", "2"),
        (11, "extra-cells", "and more"),
        (12, "too-long", "I" * 40 + "…"),
        (15, "no-name", ""),
        (16, "ambiguous-delegation", "Congo"),
    ]
    assert found.refused[-1].proposed_delegations == ("CD", "CG")
    assert found.refused[0].text == "Atlantis, N. Emo, , , , ,"


def test_a_title_that_stands_before_the_name_is_taken_off_and_says_the_gender() -> None:
    found = read_pasted_speakers(
        "delegation,name\nKenya,Ms. S. Kihika\nPeru,Mr P. Alvarez\nFrance,M. Diop\nChad,Dr. X\n", DIRECTORY
    )
    assert [(s.person.title, s.person.name, s.person.gender) for s in found.speakers] == [
        ("Ms.", "S. Kihika", Gender.WOMAN),
        ("Mr", "P. Alvarez", Gender.MAN),
        ("", "M. Diop", Gender.NOT_STATED),
        ("Dr.", "X", Gender.NOT_STATED),
    ]


def test_a_delegation_without_a_name_is_a_question_and_never_a_silent_entry() -> None:
    found = read_pasted_speakers("delegation,name\nKenya,\nPeru,A\nKenya,\n", DIRECTORY)
    assert [s.person.delegation for s in found.speakers] == ["PE"]
    assert why(found) == [(2, "no-name", ""), (4, "no-name", "")]
    assert not_none(found.refused[0].draft).person.delegation == "KE"


def test_experts_and_unlisted_observers_need_no_delegation_of_the_directory() -> None:
    found = read_pasted_speakers(
        "delegation,name,category\n,Dr. Who,expert\nSome NGO,B,observer\nPeru,C,co-Rapporteur\n", DIRECTORY
    )
    assert [(s.person.category, s.person.delegation, s.person.organization) for s in found.speakers] == [
        (Category.EXPERT, "", ""),
        (Category.OBSERVER, "", "Some NGO"),
        (Category.CO_RAPPORTEUR, "PE", ""),
    ]


def test_the_category_comes_from_the_directory_if_the_list_does_not_say_it() -> None:
    observer = next(d for d in DIRECTORY if d.category is Category.ASSOCIATE)
    found = read_pasted_speakers(f'delegation,name\n"{observer.name_en}",A\n', DIRECTORY)
    assert found.speakers[0].person.category is Category.ASSOCIATE


def test_titles_above_the_heading_row_and_unknown_columns_do_no_harm() -> None:
    found = read_pasted_speakers("Speakers of Tuesday,,\n,,\nName,Hotel,Country\nS. Kihika,Hilton,Kenya\n", DIRECTORY)
    assert people(found) == [("KE", "S. Kihika", Gender.NOT_STATED)]
    assert found.columns == (("Name", "name"), ("Hotel", ""), ("Country", "delegation"))


def test_the_users_own_reading_of_a_heading() -> None:
    found = read_pasted_speakers(
        "Who,Whence\nA,Kenya\n", DIRECTORY, ListImportOptions(columns=((0, "name"), (1, "delegation")))
    )
    assert people(found) == [("KE", "A", Gender.NOT_STATED)]


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        ("", "empty"),
        ("\n \n", "empty"),
        ("a,b\n1,2\n", "no-heading-row"),
        ("delegation,name\n", "no-speakers"),
        ('delegation,name\nKenya,"A\nPeru,B\n', "damaged"),
    ],
)
def test_what_is_no_list_is_refused(text: str, trouble: str) -> None:
    with pytest.raises(InputFileError) as refused:
        read_pasted_speakers(text, DIRECTORY)
    assert refused.value.code.value == trouble


NAMES = ["Aïssata", "Štěpánka", "Łukasz", "Zoë", "Nuñez"]


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [("utf-8", b""), ("utf-8-sig", b""), ("utf-16", b""), ("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff")],
)
def test_three_hundred_names_in_an_encoding_that_can_be_known_come_in_right(
    tmp_path: Path, encoding: str, mark: bytes
) -> None:
    path = tmp_path / "list.csv"
    rows = [f"Kenya,{NAMES[n % 5]} {n}" for n in range(300)]
    path.write_bytes(mark + "\n".join(["delegation,name", *rows]).encode(encoding))
    found = read_speakers(path, DIRECTORY)
    assert [s.person.name for s in found.speakers] == [f"{NAMES[n % 5]} {n}" for n in range(300)]


@pytest.mark.parametrize(("encoding", "name"), [("cp1252", "Aïssata"), ("cp1250", "Štěpánka")])
def test_another_encoding_is_asked_about_with_a_preview_and_never_guessed(
    tmp_path: Path, encoding: str, name: str
) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(f"delegation,name\nKenya,{name}\n".encode(encoding))
    with pytest.raises(InputFileError) as asked:
        read_speakers(path, DIRECTORY)
    assert asked.value.code.value == "encoding-unknown"
    assert asked.value.location == "line 2"
    offered = dict(encoding_candidates(path))
    assert name in offered[encoding] if encoding in offered else any(name in text for text in offered.values())
    assert read_speakers(path, DIRECTORY, ListImportOptions(encoding=encoding)).speakers[0].person.name == name


def test_the_line_that_is_asked_by_is_the_one_that_tells_encodings_apart(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("delegation,name\nPeru,José\nMali,Aïssata\nKenya,Hélène\n".encode("cp1252"))
    offered = dict(encoding_candidates(path))
    first = {encoding: text.partition("\n")[0] for encoding, text in offered.items()}
    assert first["cp1252"] == "Mali,Aïssata"
    assert first["cp1250"] == "Mali,Aďssata"
    assert "José" in offered["cp1252"]


def test_a_spreadsheet_with_real_dates_and_numbers(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    rows: list[list[object]] = [["Delegation", "Name", "Born", "Theme"], ["Kenya", "A", date(1990, 5, 1), 2]]
    path.write_bytes(sheet_of(rows, date_columns=(2,)))
    found = read_speakers(path, DIRECTORY)
    [speaker] = found.speakers
    assert (speaker.person.born, speaker.themes) == ("1990-05-01", (2,))


def test_files_that_are_no_list_are_refused_by_what_they_are(tmp_path: Path) -> None:
    table = {
        "a.csv": (b"\x07\x01\x02\xff" * 100, "not-text"),
        "b.xlsx": (b"plain text", "wrong-kind"),
        "c.csv": (zip_of({"x": b"y"}), "not-a-list"),
        "d.csv": (b"", "empty"),
        "e.xlsx": (sheet_of([["Delegation", "Name"]])[:-200], "damaged"),
    }
    for name, (data, trouble) in table.items():
        path = tmp_path / name
        path.write_bytes(data)
        with pytest.raises(InputFileError) as refused:
            read_speakers(path, DIRECTORY)
        assert (name, refused.value.code.value) == (name, trouble)
        assert refused.value.path == str(path)
    with pytest.raises(InputFileError) as refused:
        read_speakers(tmp_path, DIRECTORY)
    assert refused.value.code.value == "is-a-directory"


def test_a_sheet_that_lies_about_its_size_or_sprawls_is_refused_quickly(tmp_path: Path) -> None:
    good = sheet_of([["Delegation", "Name"], ["Kenya", "A"]])
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(good)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    path = tmp_path / "far.xlsx"
    # A row of twenty thousand that stands too low is a list that is too large; a stray cell is none.
    rows = b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (n, n) for n in range(900_000, 900_030))
    path.write_bytes(
        zip_of({**parts, "xl/worksheets/sheet1.xml": sheet.replace(b"</sheetData>", rows + b"</sheetData>")})
    )
    with pytest.raises(InputFileError) as refused:
        read_speakers(path, DIRECTORY)
    assert refused.value.code.value == "too-large"
    stray = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    path.write_bytes(zip_of({**parts, "xl/worksheets/sheet1.xml": sheet.replace(b"</sheetData>", stray)}))
    found = read_speakers(path, DIRECTORY)
    assert [s.person.name for s in found.speakers] == ["A"]
    assert [(r.reason, r.value) for r in found.remarks] == [("far-cell", "XFD1048576")]
    lying = sheet.replace(b'ref="A1:B2"', b'ref="A1:A1"')
    assert lying != sheet
    path.write_bytes(zip_of({**parts, "xl/worksheets/sheet1.xml": lying}))
    assert [s.person.delegation for s in read_speakers(path, DIRECTORY).speakers] == ["KE"]


def test_five_thousand_names_are_read_quickly() -> None:
    text = "delegation,name,gender\n" + "".join(
        f"{DIRECTORY[n % 180].name_en if DIRECTORY[n % 180].name_en != 'Congo' else 'Kenya'},Name {n},F\n"
        for n in range(5000)
    )
    work = Work()
    found = read_pasted_speakers(text, DIRECTORY)
    assert len(found.speakers) == 5000
    assert work.stays_within(3)
