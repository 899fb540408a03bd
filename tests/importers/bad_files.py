"""Bad files of other people, each with what it must be told to be; run as a program, it reads them all."""

import io
import json
import os
import re
import socket
import sys
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from ipu_session.app.error_lines import format_error
from ipu_session.app.services.journal_import import read_journal_rows
from ipu_session.app.services.report_verification import VerificationResult, verify_report
from ipu_session.domain.exchange.import_results import ReceivedFile, SpeakersList
from ipu_session.domain.user_facing_error import UserFacingError
from ipu_session.importers.concept_note.reader import read_concept_note
from ipu_session.importers.contribution import read_contribution
from ipu_session.importers.speakers.reader import read_speakers
from tests.builders import DIRECTORY
from tests.importers.makers import FILES, ods_of, pdf_file, pdf_of, sheet_of, zip_of
from tests.narrowing import not_none

_PEAK = re.compile(r"VmHWM:\s+(\d+) kB")
"""Of this process alone: getrusage takes over the peak of the one that started it."""
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
OLD_BOOK = (FILES / "speakers.xls").read_bytes()
SHEET = sheet_of([["delegation", "name"], ["Kenya", "S. Kihika"]])
LAUGHS = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]><a>&d;</a>'
WORD_XML = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">%s</w:document>'


def old_book(at: int, changed: bytes) -> bytes:
    """An .xls with other bytes at a place."""
    return OLD_BOOK[:at] + changed + OLD_BOOK[at + len(changed) :]


def a_list(path: Path) -> SpeakersList:
    return read_speakers(path, DIRECTORY)


def a_contribution(path: Path) -> ReceivedFile:
    return read_contribution(path, DIRECTORY)


def a_report(path: Path) -> VerificationResult:
    return verify_report(path, Path("never looked at"))


class Bad(Struct, frozen=True):
    """A file by its name, what makes it, who reads it, and what it is told to be."""

    name: str
    trouble: str
    read: Callable[[Path], object]
    make: Callable[[Path], object]


def holding(data: bytes) -> Callable[..., object]:
    return lambda path: path.write_bytes(data)


def sparse(size: int) -> Callable[..., None]:
    def make(path: Path) -> None:
        with path.open("wb") as file:
            file.truncate(size)

    return make


def listening(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(str(path))


def sheet_with(part: str, old: bytes, new: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(SHEET)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    assert old in parts[part]
    return zip_of({**parts, part: parts[part].replace(old, new)})


def word_with(body: bytes, **more: bytes) -> bytes:
    return zip_of({"word/document.xml": WORD_XML % body, **more})


def locked_zip() -> bytes:
    data = bytearray(SHEET)
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + flags] |= 1
            at = data.find(mark, at + 4)
    return bytes(data)


def lying_zip() -> bytes:
    """A part that says it is small, and is not."""
    data = zip_of({"xl/workbook.xml": b" " * 50_000_000})
    return data.replace((50_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))


def pdf_bomb() -> bytes:
    once = zlib.compress(bytes(60_000_000), 9)
    stream = b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(once), once)
    pages = pdf_of([["x"]])
    return pages.replace(b"BT /F1", stream + b"BT /F1")


def drawing(content: bytes, pages: int = 1, extra: tuple[bytes, ...] = (), resources: bytes = b"") -> bytes:
    """A PDF whose pages, all alike, are drawn by ``content``; objects 6 and on are ``extra``."""
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 3 0 R %s >> /XObject << /A 6 0 R >> >> >>" % resources
    )
    kids = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b"5 0 R " * pages, pages)
    stream = packed(b"BT /F1 11 Tf " + content)
    return pdf_file([b"<< /Type /Catalog /Pages 2 0 R >>", kids, font, stream, page, *(extra or (b"null",))])


def packed(content: bytes, more: bytes = b"") -> bytes:
    once = zlib.compress(content, 9)
    return b"<< /Length %d /Filter /FlateDecode %s >>\nstream\n%s\nendstream" % (len(once), more, once)


def drawings_within(content: bytes) -> bytes:
    """One form drawn 5,000 times on each page."""
    form = packed(b"BT /F1 11 Tf " + content, b"/Type /XObject /Subtype /Form /BBox [0 0 9 9]")
    return drawing(b"/A Do " * 5_000, pages=50, extra=(form,))


def many_fonts(count: int, pages: int) -> bytes:
    """Fonts whose tables have an entry for each of 65,536 codes."""
    table = b"begincmap\n" + b"1 beginbfrange <0000> <FFFF> <0000> endbfrange\n" * 60 + b"endcmap"
    extra = [b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /DW 1000 >>"]
    named = b""
    for number in range(count):
        extra += [
            packed(table + b"%%%d" % number),
            b"<< /Type /Font /Subtype /Type0 /BaseFont /X%d /Encoding /Identity-H /ToUnicode %d 0 R "
            b"/DescendantFonts [6 0 R] >>" % (number, 7 + 2 * number),
        ]
        named += b"/G%d %d 0 R " % (number, 8 + 2 * number)
    return drawing(b"(x) Tj", pages=pages, extra=tuple(extra), resources=named)


def page_tree(depth: int, kids: int = 1) -> bytes:
    """A page below ``depth`` nodes, each of which names the next ``kids`` times."""
    nodes = [b"<< /Type /Pages /Kids [%s] /Count 1 >>" % (b"%d 0 R " % (at + 3) * kids) for at in range(depth)]
    return pdf_file([b"<< /Type /Catalog /Pages 2 0 R >>", *nodes, b"<< /Type /Page /MediaBox [0 0 9 9] >>"])


def pdf_page_is(old: bytes, new: bytes) -> bytes:
    data = pdf_of([["Themes"]])
    assert old in data
    return data.replace(old, new)


def a_pipe(path: Path) -> None:
    """A named pipe; asked for when it is made, since Windows has none."""
    os.mkfifo(path)


SIZE = "xl/worksheets/sheet1.xml"
BAD = (
    Bad("missing.csv", "missing", a_list, lambda path: None),
    Bad("folder.csv", "is-a-directory", a_list, Path.mkdir),
    Bad("pipe.csv", "not-a-file", a_list, a_pipe),
    Bad("socket.csv", "not-a-file", a_list, listening),
    Bad("device.csv", "not-a-file", a_list, lambda path: path.symlink_to("/dev/zero")),
    Bad("dangling.csv", "missing", a_list, lambda path: path.symlink_to("nowhere")),
    Bad("circle.csv", "unreadable", a_list, lambda path: path.symlink_to(path.name)),
    Bad("empty.csv", "empty", a_list, holding(b"")),
    Bad("noise.csv", "not-text", a_list, holding(bytes(range(256)) * 40)),
    Bad("half-a-terabyte.csv", "too-large", a_list, sparse(500_000_000_000)),
    Bad("zeros.csv", "not-text", a_list, sparse(10_000_000)),
    Bad("one-line.csv", "damaged", a_list, holding(b"word " * 3_900_000)),
    Bad("wide.csv", "too-large", a_list, holding(b"a,b," * 1_000_000)),
    Bad("unclosed.csv", "damaged", a_list, holding(b'delegation,name\n"Kenya,' + b"x\n" * 2_000_000)),
    Bad("letter.csv", "no-heading-row", a_list, holding(b"Dear colleagues,\nwhat a day.\n")),
    Bad("names-only.csv", "no-speakers", a_list, holding(b"delegation,name\n")),
    Bad("latin.csv", "encoding-unknown", a_list, holding(
        "delegation,name\nKenya,Aïssata\n".encode("cp1252"))),
    Bad("sheet.csv", "wrong-kind", a_list, holding(SHEET)),
    Bad("text.xlsx", "wrong-kind", a_list, holding(b"delegation,name\nKenya,A\n")),
    Bad("old.xls", "damaged", a_list, holding(OLE + "Workbook".encode("utf-16-le"))),
    Bad("page.xls", "not-a-list", a_list,
        holding(b"<html><table><tr><td>Delegation</td></tr></table></html>")),
    Bad("list.pdf", "not-a-list", a_list, holding(b"%PDF-1.4 list")),
    Bad("list.png", "not-a-list", a_list, holding(b"\x89PNG\r\n\x1a\n" + b"\0" * 40)),
    Bad("list.numbers", "not-a-list", a_list, holding(zip_of({"Index/Document.iwa": b"x"}))),
    Bad("list.odt", "not-a-list", a_list, holding(zip_of(
        {"mimetype": b"application/vnd.oasis.opendocument.text"}, zipfile.ZIP_STORED))),
    Bad("sprawling.ods", "too-large", a_list, holding(ods_of([["Delegation", "Name"], ["Kenya", "A"]],
        repeated=500_000))),
    Bad("panic.xls", "damaged", a_list, holding(old_book(1426, b"\xff"))),
    Bad("lying-size.xls", "damaged", a_list, holding(
        old_book(OLD_BOOK.index(b"\x00\x02\x0e\x00") + 8, b"\xff" * 4))),
    Bad("boast.xls", "damaged", a_list, holding(old_book(44, b"\xff\xff\xff\x7f"))),
    Bad("far.xls", "too-large", a_list, holding((FILES / "far.xls").read_bytes())),
    Bad("locked.xlsx", "encrypted", a_list, holding(OLE + "EncryptedPackage".encode("utf-16-le"))),
    Bad("locked-zip.xlsx", "encrypted", a_list, holding(locked_zip())),
    Bad("cut.xlsx", "damaged", a_list, holding(SHEET[: len(SHEET) // 2])),
    Bad("bomb.xlsx", "too-large", a_list, holding(zip_of({"xl/workbook.xml": b" " * 50_000_000}))),
    Bad("lying.xlsx", "damaged", a_list, holding(lying_zip())),
    Bad("many-parts.xlsx", "too-large", a_list, holding(zip_of(
        {"xl/workbook.xml": b"", **{f"{n}.xml": b"" for n in range(2_100)}}))),
    Bad("dtd.xlsx", "dtd", a_list, holding(
        sheet_with("xl/workbook.xml", b"<workbook", LAUGHS + b"<workbook"))),
    Bad("boast.xlsx", "damaged", a_list, holding(
        sheet_with("xl/sharedStrings.xml", b'uniqueCount="', b'uniqueCount="214748364'))),
    Bad("endless-row.xlsx", "too-large", a_list, holding(
        sheet_with(SIZE, b'r="A2"', b'r="A99999999999999999999"'))),
    Bad("endless-column.xlsx", "too-large", a_list, holding(
        sheet_with(SIZE, b'r="A2"', b'r="%s2"' % (b"Z" * 40)))),
    Bad("far-cell.xlsx", "too-large", a_list, holding(sheet_with(SIZE, b'r="A2"', b'r="XFD1048576"'))),
    Bad("sheets.ods", "damaged", a_list, holding(zip_of(
        {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}, zipfile.ZIP_STORED))),
    Bad("note.rtf", "wrong-kind", read_concept_note, holding(b"{\\rtf1 Themes}")),
    Bad("note.doc", "wrong-kind", read_concept_note, holding(OLE + "WordDocument".encode("utf-16-le"))),
    Bad("laughs.docx", "dtd", read_concept_note, holding(zip_of({"word/document.xml": LAUGHS}))),
    Bad("wide.docx", "dtd", read_concept_note, holding(zip_of(
        {"word/document.xml": LAUGHS.decode().encode("utf-16")}))),
    Bad("bomb.docx", "too-large", read_concept_note, holding(word_with(b"<w:p/>" * 6_000_000))),
    Bad("deep.docx", "too-large", read_concept_note, holding(
        word_with(b"<w:p>" * 100_000 + b"</w:p>" * 100_000))),
    Bad("torn.docx", "damaged", read_concept_note, holding(word_with(b"<w:p><w:r></w:p>"))),
    Bad("no-document.docx", "wrong-kind", read_concept_note, holding(zip_of({"word/other.xml": b"<a/>"}))),
    Bad("cut.pdf", "damaged", read_concept_note, holding(pdf_of([["Themes"]])[:60])),
    Bad("nothing.pdf", "damaged", read_concept_note, holding(b"%PDF-1.4 and no more")),
    Bad("thick.pdf", "taken", read_concept_note, holding(pdf_of([["x"]] * 300))),
    Bad("commas.txt", "taken", read_concept_note, holding(
        b"Themes: " + b", ".join(b"peace %d" % n for n in range(40_000)))),
    Bad("steps.txt", "taken", read_concept_note, holding(
        b"The debate will focus on: " + b"; ".join(b"(a) peace %d" % n for n in range(40_000)))),
    Bad("numbered.txt", "taken", read_concept_note, holding(
        b"".join(b"%d. Theme of peace %d\n" % (n, n) for n in range(200_000)))),
    Bad("dense.pdf", "taken", a_contribution, holding(pdf_of([["x"] * 4_000] * 100))),
    Bad("blanks.pdf", "taken", a_contribution, holding(drawing(b" " * 1_400_000, pages=300))),
    Bad("one-string.pdf", "taken", a_contribution, holding(
        drawing(b"(%s) Tj" % (b"a" * 1_400_000), pages=300))),
    Bad("array.pdf", "taken", a_contribution, holding(drawing(b"[%s] TJ" % (b"(a)1" * 300_000)))),
    Bad("forms.pdf", "taken", a_contribution, holding(drawings_within(b"(x) Tj " * 15_000))),
    Bad("blank-forms.pdf", "taken", a_contribution, holding(drawings_within(b" " * 200_000))),
    Bad("fonts.pdf", "taken", a_contribution, holding(many_fonts(30, pages=200))),
    Bad("no-pages.pdf", "taken", a_contribution, holding(drawing(b"", pages=19_000))),
    Bad("objects.pdf", "too-large", a_contribution, holding(
        pdf_file([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< >>", *[b"1"] * 160_000]))),
    Bad("deep.pdf", "too-large", a_contribution, holding(page_tree(3_000))),
    Bad("fan.pdf", "too-large", a_contribution, holding(page_tree(20, kids=10))),
    Bad("recursion.pdf", "damaged", a_contribution, holding(drawing(b"[" * 100_000))),
    Bad("nested.docx", "taken", a_contribution, holding(word_with(
        (b"<w:tbl><w:tr><w:tc>" * 60 + b"<w:p/>" + b"</w:tc></w:tr></w:tbl>" * 60) * 300
        + b"<w:p><w:r><w:t>x</w:t></w:r></w:p>"))),
    Bad("headers.docx", "taken", a_contribution, holding(word_with(
        b"<w:p><w:r><w:t>x</w:t></w:r></w:p>",
        **{f"word/header{n}.xml": WORD_XML % (b"<w:p/>" * 20_000) for n in range(50)}))),
    Bad("elements.docx", "empty", a_contribution, holding(word_with(
        b"".join(b"<a b='%d'/>" % n for n in range(1_000_000))))),
    Bad("circle.pdf", "damaged", read_concept_note, holding(pdf_page_is(b"/Kids [5 0 R]", b"/Kids [2 0 R]"))),
    Bad("locked.pdf", "encrypted", read_concept_note, holding(
        pdf_of([["x"]], extra=b"/Encrypt << /Filter /Other >>"))),
    Bad("scan.pdf", "empty", read_concept_note, holding(pdf_of([[]]))),
    Bad("photo.jpg", "not-text", a_contribution, holding(b"\xff\xd8\xff\xe0" + bytes(2_000))),
    Bad("book.txt", "taken", a_contribution, holding(b"word " * 1_000_000)),
    Bad("blank.txt", "empty", a_contribution, holding(b" \n" * 100)),
    Bad("text.docx", "wrong-kind", a_report, holding(b"just words")),
    Bad("laughs-report.docx", "dtd", a_report, holding(zip_of({"word/document.xml": LAUGHS}))),
    Bad("endless.jsonl", "bad-line", read_journal_rows, sparse(4_000_000_000)),
    Bad("deep.jsonl", "bad-line", read_journal_rows, holding(b"[" * 5_000_000)),
    Bad("latin.jsonl", "bad-line", read_journal_rows, holding("{é".encode("cp1252"))),
    Bad("pipe.jsonl", "not-a-file", read_journal_rows, a_pipe),
)  # fmt: skip


def main(folder: Path) -> None:
    """Print, for each file in the folder, what it was told to be, in what words, in what time and memory."""
    for bad in BAD:
        path, begun = folder / bad.name, time.process_time()
        try:
            bad.read(path)
        except UserFacingError as error:
            trouble, line = str(error.code), format_error(error)
        else:
            trouble, line = "taken", ""
        seconds = round(time.process_time() - begun, 3)
        mib = int(not_none(_PEAK.search(Path("/proc/self/status").read_text()))[1]) // 1024
        print(json.dumps([bad.name, trouble, line, seconds, mib]), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
