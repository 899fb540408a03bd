"""Concept notes of many shapes."""

import io
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as DocxDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from hypothesis import given, settings
from hypothesis import strategies as st

from ipu_session.domain.exchange.import_results import ConceptNote
from ipu_session.importers.concept_note.reader import parse_concept_note, read_concept_note
from ipu_session.importers.files.errors import InputFileError
from tests.importers.makers import NOTE_144, pdf_of

THREE = ["Policy responses at national level.", "The gender perspective.", "Lessons learned since 2018."]
AFTER = "In addition to the debate, all Members have the opportunity to submit written contributions."
BEFORE = "The preparatory debate is likely to consider issues such as:"


def themes(note: ConceptNote) -> list[str]:
    return [finding.value for finding in note.themes]


def values(note: ConceptNote, field: str) -> list[str]:
    return [finding.value for finding in note.findings if finding.field == field]


def saved(document: DocxDocument, tmp_path: Path, name: str = "note.docx") -> Path:
    path = tmp_path / name
    document.save(str(path))
    return path


def numbered(document: DocxDocument, text: str, level: int = 0) -> Paragraph:
    """Add an item of a real Word list to a document."""
    paragraph = document.add_paragraph(text)
    numbering = OxmlElement("w:numPr")
    for tag, value in (("w:ilvl", level), ("w:numId", 1)):
        element = OxmlElement(tag)
        element.set(qn("w:val"), str(value))
        numbering.append(element)
    paragraph._p.get_or_add_pPr().append(numbering)
    return paragraph


def test_the_note_of_the_144th_assembly_gives_its_five_themes_each_whole() -> None:
    assert themes(read_concept_note(NOTE_144)) == [
        "Policy responses to support the development of countries with high levels of international "
        "migration "
        "and to address the connections between migration, human trafficking and human rights abuses.",
        "Analysis of the current situation, including from a gender perspective.",
        "Lessons learned at the national, regional and global levels.",
        "Preventing the instrumentalization of migration for political purposes.",
        "Identification of major issues that need urgent parliamentary action.",
    ]


def test_the_note_of_the_144th_assembly_gives_its_facts_each_with_its_sentence() -> None:
    note = read_concept_note(NOTE_144)
    facts = {finding.field: finding.value for finding in note.findings if finding.field != "theme"}
    assert facts == {
        "assembly": "144th IPU Assembly",
        "adopting_assembly": "145th IPU Assembly",
        "adopting_date": "October 2022",
        "contributions_deadline": "2022-04-24",
        "contributions_pages": "2",
        "earlier_resolutions": "Strengthening inter-parliamentary cooperation on migration and migration "
        "governance in view of the adoption of the Global Compact for Safe, Orderly and Regular Migration "
        "(2018)",
    }
    sources = {finding.field: finding.source for finding in note.findings}
    assert sources["contributions_deadline"].startswith("In addition to the preparatory debate at the 144th")
    assert sources["contributions_deadline"].endswith("for the consideration of the co-Rapporteurs.")
    assert sources["adopting_date"].startswith("The contributions from Members will assist")
    assert "no-title" in note.remarks
    assert "no-themes" not in note.remarks


def test_the_whole_text_is_kept() -> None:
    note = read_concept_note(NOTE_144)
    assert note.text.split() == NOTE_144.read_text(encoding="utf-8").split()


def test_the_pasted_note_is_understood_as_the_file_is() -> None:
    text = NOTE_144.read_text(encoding="utf-8")
    assert parse_concept_note(text) == read_concept_note(NOTE_144)
    assert parse_concept_note(text.splitlines()) == read_concept_note(NOTE_144)
    assert parse_concept_note(text.replace("\n", "\r\n")).findings == read_concept_note(NOTE_144).findings


@pytest.mark.parametrize(
    "template",
    ["• {}", "•{}", "– {}", "- {}", "* {}", ". {}", "o {}", "{n}. {}", "{n}) {}", "({n}) {}", "({a}) {}",
     "{a}) {}", "({r}) {}", "{r}. {}", "  \t• {}", "\uf0b7 {}", "{}", "•\n{}", "{n}.\n{}", "¢ {}", "e {}"],
)  # fmt: skip
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_any_sort_of_list_marker_gives_the_same_three_themes(template: str, gap: str) -> None:
    items = [template.format(text, n=at + 1, a="abc"[at], r=["i", "ii", "iii"][at]) for at, text in enumerate(THREE)]
    note = parse_concept_note(f"Concept note\n\n{BEFORE}\n\n{gap.join(items)}\n\n{AFTER}\n")
    assert themes(note) == THREE


def test_items_that_end_in_semicolons_lose_them_and_the_last_full_stop() -> None:
    note = parse_concept_note(
        f"{BEFORE}\n- policy responses;\n- the gender perspective; and\n- lessons learned.\n\n{AFTER}"
    )
    assert themes(note) == ["Policy responses", "The gender perspective", "Lessons learned"]


@pytest.mark.parametrize(
    "run",
    [
        "(a) policy responses; (b) the gender perspective; and (c) lessons learned.",
        "(i) policy responses; (ii) the gender perspective; (iii) lessons learned.",
        "1) policy responses, 2) the gender perspective, and 3) lessons learned.",
        "policy responses; the gender perspective; and lessons learned.",
        "• policy responses; • the gender perspective; • lessons learned.",
    ],
)
def test_themes_that_run_on_in_one_sentence_are_parted_and_the_next_sentence_is_none(run: str) -> None:
    note = parse_concept_note(f"The debate may address the following themes: {run} Members will be heard.")
    assert themes(note) == ["Policy responses", "The gender perspective", "Lessons learned"]


def test_themes_run_together_by_a_scan_in_one_paragraph_are_parted() -> None:
    run = " ".join(THREE)
    assert themes(parse_concept_note(f"{BEFORE}\n\n{run}\n\n{AFTER}")) == THREE
    bullets = "• " + " • ".join(THREE)
    assert themes(parse_concept_note(f"{BEFORE}\n\n{bullets}\n\n{AFTER}")) == THREE
    numbers = " ".join(f"{n}. {text}" for n, text in enumerate(THREE, 1))
    assert themes(parse_concept_note(f"{BEFORE}\n\n{numbers}\n\n{AFTER}")) == THREE


def test_a_theme_broken_over_lines_is_whole_and_a_line_torn_by_a_gap_is_mended() -> None:
    note = parse_concept_note(
        f"{BEFORE}\n\n"
        "• Policy responses to support the development of countries with high levels of\n"
        "migration, and protect-\ning the persons most at risk along\n\nthe routes.\n"
        "• The gender perspective.\n\n" + AFTER
    )
    assert themes(note) == [
        "Policy responses to support the development of countries with high levels of migration, and "
        "protecting "
        "the persons most at risk along the routes.",
        "The gender perspective.",
    ]


def test_what_stands_below_a_theme_is_no_theme_but_shown_in_its_source() -> None:
    note = parse_concept_note(
        f"{BEFORE}\n1. Policy responses.\n   (a) National level\n   (b) Regional level\n2. Lessons learned.\n\n{AFTER}"
    )
    assert themes(note) == ["Policy responses.", "Lessons learned."]
    assert "Regional level" in note.themes[0].source


def test_a_list_of_something_else_gives_no_themes() -> None:
    note = parse_concept_note(
        "Concept note\n\nThe objectives of the debate are as follows:\n- To hear all Members\n- To "
        "inform the "
        "co-Rapporteurs\n\nThe documents before the committee are:\n- Document A\n- Document B\n"
    )
    assert themes(note) == []
    assert "no-themes" in note.remarks


def test_the_list_of_themes_is_chosen_among_several_lists() -> None:
    note = parse_concept_note(
        "The objectives of the debate are:\n- To hear all Members.\n- To inform.\n\n"
        f"The debate will focus on the following questions:\n1. Which laws work?\n2. Who pays?\n\n{AFTER}"
    )
    assert themes(note) == ["Which laws work?", "Who pays?"]


def test_prose_without_themes_gives_none_and_says_so() -> None:
    note = parse_concept_note(
        "Concept note\n\nMigration has grown. It will grow further.\n\nParliaments can act. They must."
    )
    assert themes(note) == []
    assert "no-themes" in note.remarks
    assert "Parliaments can act." in note.text


def test_prose_that_follows_bare_themes_at_once_is_no_theme() -> None:
    note = parse_concept_note(
        f"{BEFORE}\n\nPolicy responses.\n\nLessons learned.\n\nMigratory crises have accelerated in the "
        f"recent past. "
        "The consequences are severe. Women and children suffer disproportionately from them.\n"
    )
    assert themes(note) == ["Policy responses.", "Lessons learned."]


def test_a_heading_announces_themes_too() -> None:
    note = parse_concept_note(
        "Concept note\n\nThemes for discussion\n\n• Water\n• Energy and climate\n\nWritten contributions\n\nBy mail."
    )
    assert themes(note) == ["Water", "Energy and climate"]


def test_a_french_note() -> None:
    note = parse_concept_note(
        "Note conceptuelle\n\n"
        "Commission permanente de la démocratie et des droits de l’homme\n\n"
        "Migration et traite des êtres humains : le rôle des parlements\n\n"
        "La résolution sera examinée et adoptée à la 145e Assemblée de l’UIP en octobre 2022.\n\n"
        "Le débat préparatoire pourrait porter sur les questions suivantes :\n\n"
        "– les politiques de développement ;\n– l’analyse de la situation actuelle, y compris selon le "
        "genre ;\n"
        "– les enseignements tirés.\n\n"
        "Outre le débat préparatoire à la 144e Assemblée de l’UIP, tous les Membres peuvent soumettre "
        "jusqu’au "
        "24 avril 2022 des contributions écrites (2 pages au maximum) aux corapporteurs, M. A. Gryffroy "
        "(Belgique) "
        "et Mme S. Kihika (Kenya)."
    )
    assert themes(note) == [
        "Les politiques de développement",
        "L’analyse de la situation actuelle, y compris selon le genre",
        "Les enseignements tirés",
    ]
    assert note.value("title") == "Migration et traite des êtres humains : le rôle des parlements"
    assert note.value("committee") == "Commission permanente de la démocratie et des droits de l’homme"
    assert note.value("assembly") == "144e Assemblée de l'UIP"
    assert note.value("adopting_assembly") == "145e Assemblée de l'UIP"
    assert note.value("adopting_date") == "octobre 2022"
    assert note.value("contributions_deadline") == "2022-04-24"
    assert note.value("contributions_pages") == "2"
    assert note.value("language") == "fr"
    assert values(note, "co_rapporteurs") == ["M. A. Gryffroy (Belgique)", "Mme S. Kihika (Kenya)"]


@pytest.mark.parametrize("announcement", ["Le débat portera notamment sur :", "Les thèmes suivants seront traités :"])
def test_french_announcements(announcement: str) -> None:
    note = parse_concept_note(f"{announcement}\n• L'eau.\n• L'énergie.\n\nLes Membres sont invités à intervenir.")
    assert themes(note) == ["L'eau.", "L'énergie."]


def test_the_masthead_gives_committee_place_day_people_title_and_symbol() -> None:
    note = parse_concept_note(
        "Inter-Parliamentary Union\n144th IPU Assembly\nNusa Dua, Indonesia, 20-24 March 2022\n\n"
        "Standing Committee on Democracy and Human Rights\nC-III/144/DR-cn\n\n"
        "Parliamentary impetus to local development\n\nConcept note\n\n"
        "Co-Rapporteurs: Mr. A. Gryffroy (Belgium) and Ms. S. Kihika (Kenya)\n\n"
        f"{BEFORE}\n- Local budgets.\n- Local councils.\n\nMembers may send contributions of up to two "
        f"pages no later "
        "than April 24, 2022."
    )
    assert note.value("assembly") == "144th IPU Assembly"
    assert note.value("place") == "Nusa Dua, Indonesia"
    assert note.value("date") == "2022-03-20"
    assert note.value("committee") == "Standing Committee on Democracy and Human Rights"
    assert note.value("symbol") == "C-III/144/DR-cn"
    assert note.value("title") == "Parliamentary impetus to local development"
    assert values(note, "co_rapporteurs") == ["Mr. A. Gryffroy (Belgium)", "Ms. S. Kihika (Kenya)"]
    assert note.value("contributions_deadline") == "2022-04-24"
    assert note.value("contributions_pages") == "2"
    assert note.remarks == ()


def test_a_day_and_a_place_in_a_sentence() -> None:
    note = parse_concept_note(
        "Concept note: Sport for peace\n\nThe debate will be held in Geneva, Switzerland, on 13 October "
        "2024, during "
        "the 149th IPU Assembly. The resolution is expected to be adopted at the 150th IPU Assembly."
    )
    assert note.value("title") == "Sport for peace"
    assert note.value("place") == "Geneva, Switzerland"
    assert note.value("date") == "2024-10-13"
    assert note.value("assembly") == "149th IPU Assembly"
    assert note.value("adopting_assembly") == "150th IPU Assembly"


def test_an_assembly_of_the_past_is_not_the_assembly_of_the_debate() -> None:
    note = parse_concept_note(
        "The resolution adopted at the 141st IPU Assembly was a first step. The debate takes place at "
        "the 144th IPU "
        "Assembly."
    )
    assert note.value("assembly") == "144th IPU Assembly"


def test_a_word_list_with_real_numbering(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("Concept note", 1)
    document.add_paragraph(BEFORE)
    for text in THREE:
        numbered(document, text)
    document.add_paragraph("Migration is as old as humankind.")
    document.add_paragraph(AFTER)
    note = read_concept_note(saved(document, tmp_path))
    assert themes(note) == THREE
    assert "Migration is as old as humankind." in note.text


def test_list_styles_of_word_and_a_second_level(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("Sport for peace", style="Title")
    document.add_paragraph(BEFORE)
    document.add_paragraph("Policy responses", style="List Bullet")
    numbered(document, "at national level", level=1)
    document.add_paragraph("Lessons learned", style="List Bullet")
    document.add_heading("Contributions", 2)
    document.add_paragraph(AFTER)
    note = read_concept_note(saved(document, tmp_path))
    assert note.value("title") == "Sport for peace"
    assert themes(note) == ["Policy responses", "Lessons learned"]
    assert "at national level" in note.themes[0].source


def test_word_paragraphs_that_are_no_list(tmp_path: Path) -> None:
    document = Document()
    for text in (BEFORE, *THREE, AFTER):
        document.add_paragraph(text)
    assert themes(read_concept_note(saved(document, tmp_path))) == THREE


def test_text_in_a_word_table_a_header_and_after_line_breaks(tmp_path: Path) -> None:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "144th IPU Assembly"
    table = document.add_table(rows=3, cols=2)
    for row, (label, text) in zip(
        table.rows,
        [("Co-Rapporteurs", "Ms. S. Kihika (Kenya)\nMr. A. Gryffroy (Belgium)"), ("Venue", "Geneva"), ("Themes", "")],
        strict=True,
    ):
        row.cells[0].text, row.cells[1].text = label, text
    cell = table.rows[2].cells[1]
    cell.paragraphs[0].text = "- Water\n- Energy"
    document.add_paragraph(AFTER)
    note = read_concept_note(saved(document, tmp_path))
    assert themes(note) == ["Water", "Energy"]
    assert note.value("assembly") == "144th IPU Assembly"
    assert values(note, "co_rapporteurs") == ["Ms. S. Kihika (Kenya)", "Mr. A. Gryffroy (Belgium)"]
    assert note.value("place") == "Geneva"


def test_word_text_in_content_controls_is_read_and_deleted_text_is_not(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph(BEFORE)
    kept = numbered(document, "Water")
    struck = numbered(document, "Energy")
    control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
    kept._p.addprevious(control)
    control.append(content)
    content.append(kept._p)
    run = struck.runs[0]._r
    deletion = OxmlElement("w:del")
    run.addprevious(deletion)
    deletion.append(run)
    numbered(document, "Air")
    note = read_concept_note(saved(document, tmp_path))
    assert themes(note) == ["Water", "Air"]


def test_a_pdf(tmp_path: Path) -> None:
    path = tmp_path / "note.pdf"
    first = [
        "Concept note",
        "The preparatory debate at the 144th IPU Assembly is likely to consider issues",
        "such as:",
        "• Policy responses to support the development of countries with high levels of",
        "international migration.",
        "• Lessons learned at the national (and regional) level.",
        "1",
    ]
    second = [
        "• The gender perspective.",
        "In addition to the preparatory debate, Members may submit by 24 April 2022",
        "written contributions (2 pages maximum).",
    ]
    path.write_bytes(pdf_of([first, second]))
    note = read_concept_note(path)
    assert themes(note) == [
        "Policy responses to support the development of countries with high levels of international migration.",
        "Lessons learned at the national (and regional) level.",
        "The gender perspective.",
    ]
    assert note.value("contributions_deadline") == "2022-04-24"
    assert note.value("contributions_pages") == "2"


def test_the_real_note_through_a_pdf_gives_the_same_themes(tmp_path: Path) -> None:
    lines = [line for line in NOTE_144.read_text(encoding="utf-8").splitlines() if line.strip()]
    path = tmp_path / "note.pdf"
    path.write_bytes(pdf_of([lines[:30], lines[30:]]))
    assert themes(read_concept_note(path)) == themes(read_concept_note(NOTE_144))


def test_the_real_note_through_word_gives_the_same_themes(tmp_path: Path) -> None:
    document = Document()
    for block in NOTE_144.read_text(encoding="utf-8").split("\n\n"):
        document.add_paragraph(block.strip())
    assert themes(read_concept_note(saved(document, tmp_path))) == themes(read_concept_note(NOTE_144))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_in_the_encodings_that_can_be_known(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "note.txt"
    path.write_bytes(f"{BEFORE}\n• Égalité.\n• Eau.\n\n{AFTER}".encode(encoding))
    assert themes(read_concept_note(path)) == ["Égalité.", "Eau."]


def test_text_in_another_encoding_is_asked_about_and_read_once_it_is_known(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_bytes(f"{BEFORE}\n- Égalité.\n- Eau.\n\n{AFTER}".encode("cp1252"))
    with pytest.raises(InputFileError, match="encoding-unknown"):
        read_concept_note(path)
    assert themes(read_concept_note(path, "cp1252")) == ["Égalité.", "Eau."]


@settings(max_examples=150, deadline=None)
@given(
    st.text(
        alphabet=st.sampled_from("ab AZ.:;,\n-•(1)ivo’\tthemes: issues such as:24 April2022 Assembly"), max_size=300
    )
)
def test_any_text_is_understood_somehow(text: str) -> None:
    if text.strip():
        note = parse_concept_note(text)
        assert note.text.split() == text.split()


def test_a_long_text_is_understood_quickly() -> None:
    text = io.StringIO()
    for number in range(1, 2_000):
        text.write(f"{number} The debate will consider the following issues: one; two (a) three: Mr. A B C D E F\n")
    assert parse_concept_note(text.getvalue()).text


def test_a_page_of_the_greatest_length_in_one_sentence_is_understood_in_time() -> None:
    sentence = "the resolution “The of the 140th IPU Assembly adopted in Geneva first (a) and Mr. A, "
    assert parse_concept_note(sentence * 400).text
