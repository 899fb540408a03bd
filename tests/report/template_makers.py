"""House templates as institutions have them, and as nobody should: made here, none is a real one."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.shared import Mm

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def logo(width: int = 120, height: int = 40) -> bytes:
    """A blue PNG."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\x0b\x53\x94" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def saved(document: Document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def edited(data: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """The package with one part changed; ``change`` gets and returns text."""
    return with_parts(data, {part: change(read(data, part))})


def read(data: bytes, part: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read(part).decode()


def with_parts(data: bytes, changed: Mapping[str, bytes | str]) -> bytes:
    """The package with parts changed or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in changed:
                new.writestr(name, old.read(name))
        for name, text in changed.items():
            new.writestr(name, text)
    return out.getvalue()


def plain() -> bytes:
    """US Letter with Word's own styles, a body, an author, and a header that says something."""
    document = docx.Document()
    document.add_heading("To be written on", 1)
    document.add_paragraph("Dear [name], this text is only an example.")
    document.sections[0].header.paragraphs[0].text = "House of Representatives"
    document.core_properties.author = "Somebody Private"
    document.core_properties.comments = "secret remark"
    return saved(document)


def with_logo() -> bytes:
    """A4, a logo in the header, an address and the page in the footer, headings in blue."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(30)
    head = section.header.paragraphs[0]
    head.add_run().add_picture(io.BytesIO(logo()), width=Mm(30))
    head.add_run("\tParliament of Examplia")
    foot = section.footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    foot.add_run("1 Parliament Square · page ")
    foot._p.append(parse_xml(f'<w:fldSimple xmlns:w="{W}" w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'))
    return saved(document)


def dotx() -> bytes:
    return edited(
        with_logo(), "[Content_Types].xml", lambda text: text.replace(MAIN, MAIN.replace("document", "template", 1))
    )


def renamed(names: dict[str, str]) -> bytes:
    """Styles under other names and ids, as programs in other languages write them."""

    def change(text: str) -> str:
        for old, new in names.items():
            text = re.sub(rf'(<w:name w:val="){re.escape(old)}"', rf'\g<1>{new}"', text)
        ids = {match: f"Style{n}" for n, match in enumerate(sorted(set(re.findall(r'styleId="([^"]+)"', text))))}
        return re.sub(
            r'(styleId|w:basedOn w:val|w:next w:val|w:link w:val)="([^"]+)"',
            lambda found: f'{found[1]}="{ids.get(found[2], found[2])}"',
            text,
        )

    empty = docx.Document()
    return edited(saved(empty), "word/styles.xml", change)


def french() -> bytes:
    return renamed({
        "heading 1": "Titre 1", "heading 2": "Titre 2", "heading 3": "Titre 3", "Title": "Titre",
        "Subtitle": "Sous-titre", "Body Text": "Corps de texte", "List Bullet": "Liste à puces",
        "caption": "Légende", "header": "En-tête", "footer": "Pied de page",
    })  # fmt: skip


def arabic() -> bytes:
    return renamed({
        "heading 1": "العنوان 1", "heading 2": "العنوان ٢", "heading 3": "عنوان 3", "Title": "العنوان",
        "Subtitle": "عنوان فرعي", "Body Text": "نص أساسي", "List Bullet": "تعداد نقطي",
        "caption": "تسمية توضيحية", "header": "رأس الصفحة", "footer": "تذييل الصفحة",
    })  # fmt: skip


def arabic_house() -> bytes:
    """A .dotx made in Arabic: styles, page, header and footer all run from right to left."""
    document = docx.Document(io.BytesIO(arabic()))
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(20), Mm(30)
    section._sectPr.append(parse_xml(f'<w:bidi xmlns:w="{W}"/>'))
    section._sectPr.append(parse_xml(f'<w:rtlGutter xmlns:w="{W}"/>'))
    page = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    for margin, text, more in (
        (section.header, "برلمان المثال", ""),
        (section.footer, "ساحة البرلمان 1، الصفحة ", page),
    ):
        shown = f'<w:r><w:rPr><w:rtl/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>{more}'
        old = margin.paragraphs[0]._p
        old.getparent().replace(old, parse_xml(f'<w:p xmlns:w="{W}">{shown}</w:p>'))
    plain = '(<w:style w:type="paragraph" w:default="1".*?<w:rsid [^>]*/>)(</w:style>)'
    turned = '<w:pPr><w:bidi/><w:jc w:val="left"/></w:pPr><w:rPr><w:sz w:val="24"/><w:szCs w:val="28"/><w:rtl/></w:rPr>'
    data = edited(saved(document), "word/styles.xml", lambda text: re.sub(plain, rf"\1{turned}\2", text, flags=re.S))
    return edited(data, "[Content_Types].xml", lambda text: text.replace(MAIN, MAIN.replace("document", "template", 1)))


def bare() -> bytes:
    """No style at all but the plain one, no lists, no header."""
    normal = '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>'
    styles = f'<w:styles xmlns:w="{W}">{normal}</w:styles>'
    data = edited(saved(docx.Document()), "word/styles.xml", lambda text: styles)
    return edited(data, "word/document.xml", lambda text: re.sub(r"<w:sectPr.*</w:sectPr>", "<w:sectPr/>", text))


def first_and_even_pages() -> bytes:
    """A first page and even pages of their own, in two sections: the second has the headers of the first."""
    document = docx.Document()
    section = document.sections[0]
    section.different_first_page_header_footer = True
    document.settings.odd_and_even_pages_header_footer = True
    section.first_page_header.paragraphs[0].text = "First"
    section.header.paragraphs[0].text = "Odd"
    section.even_page_header.paragraphs[0].text = "Even"
    document.add_section()
    document.sections[1].different_first_page_header_footer = True
    return saved(document)


GOOD = {
    "plain": plain, "logo": with_logo, "dotx": dotx, "french": french, "arabic": arabic,
    "arabic house": arabic_house, "bare": bare,
    "first and even": first_and_even_pages,
}  # fmt: skip


def linked(
    kind: str, target: str, mode: str = ' TargetMode="External"', part: str = "word/_rels/document.xml.rels"
) -> Callable[[], bytes]:
    """A template that leads somewhere."""
    link = f'<Relationship Id="rIdX" Type="{R}/{kind}" Target="{target}"{mode}/>'
    return lambda: edited(with_logo(), part, lambda text: text.replace("</Relationships>", f"{link}</Relationships>"))


def macros() -> bytes:
    enabled = "application/vnd.ms-word.document.macroEnabled.main+xml"
    data = with_parts(plain(), {"word/vbaProject.bin": b"x"})
    return edited(data, "[Content_Types].xml", lambda text: text.replace(MAIN, enabled))


def attached() -> bytes:
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{R}/attachedTemplate" Target="file:///t.dotm" TargetMode="External"/>'
        "</Relationships>"
    )
    return with_parts(plain(), {"word/_rels/settings.xml.rels": rels})


def header_field(code: str) -> Callable[[], bytes]:
    def make() -> bytes:
        field = f'<w:fldSimple w:instr="{code}"><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p></w:hdr>'
        data = plain()
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            name = next(each for each in package.namelist() if re.fullmatch(r"word/header\d\.xml", each))
        return edited(data, name, lambda text: text.replace("</w:p></w:hdr>", field))

    return make


def doctype() -> bytes:
    return edited(
        plain(), "word/styles.xml", lambda text: text.replace("<w:styles", '<!DOCTYPE x [<!ENTITY a "b">]><w:styles', 1)
    )


def bomb() -> bytes:
    return with_parts(plain(), {"word/media/big.xml": b" " * 60_000_000})


def locked() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600


def spreadsheet() -> bytes:
    import xlsxwriter  # type: ignore[import-untyped]  # XlsxWriter 3.3 ships no types

    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        book.add_worksheet()
    return out.getvalue()


HOSTILE = {
    "macros": (macros, "template-macros"),
    "a macro part": (linked("vbaProject", "vbaProject.bin", ""), "template-macros"),
    "linked picture": (linked("image", "http://198.51.100.7/p.png"), "template-linked-image"),
    "linked file": (linked("frame", "file:///etc/passwd"), "template-links"),
    "a link to a file": (linked("hyperlink", "file://server/share"), "template-links"),
    "an object": (linked("oleObject", "embeddings/o.bin", ""), "template-objects"),
    "a foreign chunk": (linked("aFChunk", "chunk.html", ""), "template-objects"),
    "DDE": (header_field(" DDEAUTO c:\\\\cmd.exe x "), "template-fields"),
    "a fetched picture": (header_field(" INCLUDEPICTURE http://198.51.100.7/p.png "), "template-fields"),
    "DTD": (doctype, "dtd"),
    "bomb": (bomb, "too-large"),
    "encrypted": (locked, "encrypted"),
    "empty": (lambda: b"", "empty"),
    "half": (lambda: with_logo()[:5000], "damaged"),
    "broken styles": (lambda: edited(plain(), "word/styles.xml", lambda text: text[:900]), "damaged"),
    "spreadsheet": (spreadsheet, "wrong-kind"),
    "text": (lambda: b"just words", "wrong-kind"),
}
