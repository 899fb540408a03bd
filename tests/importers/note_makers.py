"""Concept notes in Word and PDF, made on the spot; those in plain text lie in ``notes``."""

import io
import zipfile
from collections.abc import Callable, Sequence

import docx
from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from tests.importers.makers import pdf_of, placed_pdf_of, zip_of

_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


def real_list() -> bytes:
    """Return a note whose themes are items of Word's own numbered list, without a number in their text."""
    note = docx.Document()
    note.add_paragraph("Inter-Parliamentary Union")
    note.add_paragraph("Concept note")
    note.add_paragraph("Fair transitions for coal regions")
    note.add_paragraph(
        "The Standing Committee on Sustainable Development will debate this subject at the 150th IPU "
        "Assembly (Tashkent, Uzbekistan, 5–9 April 2025)."
    )
    note.add_paragraph("The discussion is expected to focus on the following topics:")
    for level, text in (
        (0, "New work for miners and their families"),
        (1, "including the women among them"),
        (0, "Who bears the cost of closed pits"),
        (0, "Energy for households that heat with coal"),
    ):
        _listed(note, text, level)
    note.add_paragraph("The regions concerned have waited for a long time.")
    note.add_paragraph("Written contributions of at most two pages may be sent until 16 May 2025.")
    return _saved(note)


def table_of_themes() -> bytes:
    """Return a note whose facts stand in one table, its themes in another."""
    note = docx.Document()
    note.add_heading("Concept note", 1)
    facts = (
        ("Title", "Parliaments and the safety of journalists"),
        ("Committee", "Standing Committee on Democracy and Human Rights"),
        ("Assembly", "148th IPU Assembly"),
        ("Venue", "Geneva, Switzerland"),
        ("Date of the debate", "25 March 2024"),
        ("Co-Rapporteurs", "Ms. O. Adeyemi (Nigeria)\nMr. V. Rossi (Italy)"),
        ("Deadline for contributions", "19 April 2024"),
    )
    _table(note, facts)
    note.add_paragraph("In 2023 more journalists were killed than in any year before.")
    _table(
        note,
        (
            ("No.", "Theme", "Guiding question"),
            ("1", "Investigation of attacks", "Who investigates, and how soon?"),
            ("2", "Abusive lawsuits", "Can a court stop them early?"),
            ("3", "Local newsrooms", "What keeps them alive?"),
        ),
    )
    note.add_paragraph("The Committee will appoint a working group.")
    return _saved(note)


def text_box() -> bytes:
    """Return a note whose facts stand in a text box, which Word writes twice."""
    note = docx.Document()
    note.add_paragraph("Concept note")
    _boxed(
        note,
        (
            "Standing Committee on United Nations Affairs",
            "147th IPU Assembly",
            "Luanda, Angola, 23–27 October 2023",
            "Co-Rapporteurs: Mr. B. Haddad (Tunisia), Ms. E. Kask (Estonia)",
        ),
    )
    note.add_paragraph("Parliamentary scrutiny of development banks", style="Title")
    note.add_paragraph("The debate will consider issues such as the following:")
    for text in ("Voting rights in the boards", "Publication of loans", "Complaints of those affected"):
        note.add_paragraph(text, style="List Bullet")
    note.add_paragraph("Development banks lend in silence. Parliaments ask too late.")
    note.add_paragraph("Members may submit written contributions (2 pages) by 1 December 2023.")
    return _saved(note)


def headings() -> bytes:
    """Return a note whose themes are headings, each with prose below it."""
    note = docx.Document()
    note.add_paragraph("Rural doctors, rural nurses", style="Title")
    note.add_paragraph("Concept note", style="Subtitle")
    note.add_heading("Introduction", 1)
    note.add_paragraph("Half of the world lives where one doctor in four works.")
    note.add_heading("Themes for discussion", 1)
    for heading, prose in (
        ("Training close to home", "Those who study in a district stay there. Scholarships may bind them."),
        ("Pay, housing and schools", "A nurse with children leaves where there is no school."),
        ("Telemedicine", "It helps where the network reaches. It replaces nobody."),
    ):
        note.add_heading(heading, 2)
        note.add_paragraph(prose)
    note.add_heading("Organization", 1)
    note.add_paragraph(
        "The debate will be held at the 152nd IPU Assembly. The resolution will be finalized at the 153rd "
        "IPU Assembly in October 2026. Contributions in writing are expected by 8 May 2026."
    )
    return _saved(note)


def two_columns() -> bytes:
    """Return a PDF in two columns below a head that is as wide as the page."""
    left = (
        "The world has more weapons than",
        "registers of weapons. Those who buy",
        "them rarely say what for.",
        "The preparatory debate at the",
        "149th IPU Assembly in Geneva will",
        "consider issues such as:",
        "• Marking of weapons and their",
        "parts by those who make them",
        "• Brokers who work from abroad",
    )
    right = (
        "• Stocks of the police and the",
        "army, and how they are guarded",
        "• Collection of weapons after a",
        "war has ended",
        "In addition, all Members may send",
        "written contributions (two pages)",
        "until 29 November 2024.",
        "The co-Rapporteurs are",
        "Mr. T. Molefe (South Africa) and",
        "Ms. C. Brandt (Germany).",
    )
    head = (
        "Concept note",
        "Small arms: registers, borders and parliaments",
        "Standing Committee on Peace and International Security",
    )
    lines = [(60, 780 - 16 * at, text) for at, text in enumerate(head)]
    # As drawn by a layout program: row by row, not column by column.
    for at in range(max(len(left), len(right))):
        lines += [(x, 700 - 14 * at, column[at]) for x, column in ((60, left), (310, right)) if at < len(column)]
    return placed_pdf_of([lines])


def broken_lines() -> bytes:
    """Return a PDF whose narrow lines break words at their ends, with a footer on both pages."""
    first = (
        "CONCEPT NOTE",
        "",
        "Title: Disinformation in humanitarian emergencies",
        "",
        "Rumours reach the victims of an earth-",
        "quake before any ambulance does. The Stand-",
        "ing Committee on Democracy and Human",
        "Rights will therefore hold a preparatory de-",
        "bate during the 146th IPU Assembly in Ma-",
        "nama, Bahrain, on 13 March 2023.",
        "",
        "The debate may address the following ques-",
        "tions:",
        "1. Warning systems that people be-",
        "lieve, and the inter-",
        "agency networks behind them;",
        "2. The duties of broad-",
        "C-III/146/DR-cn                         1",
    )
    second = (
        "casters and platforms;",
        "3. Protection of volunteers.",
        "",
        "Written contributions (two pages) shall be sub-",
        "mitted by 21 April 2023 to the co-Rappor-",
        "teurs, Mr. N. Zhakupov (Kazakhstan) and",
        "Ms. P. Ortega (Ecuador).",
        "C-III/146/DR-cn                         2",
    )
    return pdf_of([list(first), list(second)])


def broken_lines_fr() -> bytes:
    """Return a French PDF with broken lines, and themes as questions in a list."""
    lines = (
        "Note d’orientation",
        "",
        "Logement abordable dans les villes côtières",
        "",
        "Le débat préparatoire aura lieu à Kigali",
        "(Rwanda), le jeudi 13 octobre 2022, pen-",
        "dant la 145e Assemblée de l’UIP.",
        "",
        "Les participants examineront notam-",
        "ment les questions suivantes :",
        "• Comment les parlements peuvent-ils enca-",
        "drer les loyers ?",
        "• Quels fonds servent à construire loin des",
        "zones inondables ?",
        "",
        "Les contributions écrites (deux pages) se-",
        "ront reçues jusqu’au 18 novembre 2022.",
    )
    return pdf_of([list(lines)])


NOTES: dict[str, Callable[[], bytes]] = {
    "real_list.docx": real_list,
    "table_of_themes.docx": table_of_themes,
    "text_box.docx": text_box,
    "headings.docx": headings,
    "two_columns.pdf": two_columns,
    "broken_lines.pdf": broken_lines,
    "broken_lines_fr.pdf": broken_lines_fr,
}
"""The name of a file to what makes it."""


def _saved(note: Document) -> bytes:
    out = io.BytesIO()
    note.save(out)
    return out.getvalue()


def _listed(note: Document, text: str, level: int) -> None:
    """Add an item of Word's own list 1."""
    numbering = OxmlElement("w:numPr")
    for tag, value in (("w:ilvl", level), ("w:numId", 1)):
        element = OxmlElement(tag)
        element.set(qn("w:val"), str(value))
        numbering.append(element)
    note.add_paragraph(text)._p.get_or_add_pPr().append(numbering)


def _table(note: Document, rows: Sequence[Sequence[str]]) -> None:
    table = note.add_table(rows=len(rows), cols=len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text


def _boxed(note: Document, texts: Sequence[str]) -> None:
    """Add a text box as Word does: a drawing, and once more as a picture of old for readers of old."""
    content = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts)
    box = f"<w:txbxContent>{content}</w:txbxContent>"
    shape = f"<w:drawing><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></w:drawing>"
    old = "urn:schemas-microsoft-com:vml"
    picture = f'<w:pict><v:shape xmlns:v="{old}"><v:textbox>{box}</v:textbox></v:shape></w:pict>'
    note.add_paragraph()._p.append(
        parse_xml(
            f'<w:r {nsdecls("w")} xmlns:mc="{_MC}" xmlns:wps="{_WPS}"><mc:AlternateContent>'
            f'<mc:Choice Requires="wps">{shape}</mc:Choice><mc:Fallback>{picture}</mc:Fallback>'
            "</mc:AlternateContent></w:r>"
        )
    )


def with_main_part(data: bytes, name: str) -> bytes:
    """Return a Word file whose main part, in ``word/``, has another name, as Word Online gives it."""
    stem = name.removeprefix("word/").removesuffix(".xml")
    renamed = {
        part.replace("word/document.xml", name).replace("document.xml.rels", f"{stem}.xml.rels"): content
        for part, content in parts_of(data).items()
    }
    return zip_of({part: content.replace(b"word/document.xml", name.encode()) for part, content in renamed.items()})


def in_folder(data: bytes, folder: str) -> bytes:
    """Return a Word file whose parts lie in another folder than ``word/``."""
    renamed = {name.replace("word/", f"{folder}/"): part for name, part in parts_of(data).items()}
    for name in ("_rels/.rels", "[Content_Types].xml"):
        renamed[name] = renamed[name].replace(b"word/", f"{folder}/".encode())
    return zip_of(renamed)


def strict(data: bytes) -> bytes:
    """Return a Word file as "Strict Open XML Document", in the namespaces of ISO/IEC 29500-1."""
    found = {}
    for name, content in parts_of(data).items():
        part = content
        for usual, strictly in _STRICTLY:
            part = part.replace(_OLD + usual, b"http://purl.oclc.org/ooxml/" + strictly)
        found[name] = part.replace(b"<w:document ", b'<w:document w:conformance="strict" ')
    return zip_of(found)


def parts_of(data: bytes) -> dict[str, bytes]:
    """Return the parts of a package."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


_OLD = b"http://schemas.openxmlformats.org/"
_STRICTLY = (
    (b"wordprocessingml/2006/main", b"wordprocessingml/main"),
    (b"officeDocument/2006/relationships", b"officeDocument/relationships"),
    (b"officeDocument/2006/math", b"officeDocument/math"),
    (b"drawingml/2006/", b"drawingml/"),
)
