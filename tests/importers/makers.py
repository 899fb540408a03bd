"""Files that the tests of importers are fed with, made on the spot."""

import io
import struct
import zipfile
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import docx

from ipu_session.importers.delegations import read_delegations

ROOT = Path(__file__).parents[2]
FILES = ROOT / "tests" / "files"
NOTE_144 = ROOT / "resources" / "example" / "concept-note-144.txt"
MEMBERS = ROOT / "resources" / "data" / "members.csv"
DIRECTORY = read_delegations(MEMBERS)


def pdf_of(pages: list[list[str]], *, extra: bytes = b"") -> bytes:
    """Return a small valid PDF with one text line below the other."""
    placed = [[(60, 780 - 14 * at, line) for at, line in enumerate(lines)] for lines in pages]
    return placed_pdf_of(placed, extra=extra)


def placed_pdf_of(pages: list[list[tuple[int, int, str]]], *, extra: bytes = b"") -> bytes:
    """Return a small valid PDF with each text at its place: to the right, up, in points."""
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", font]
    kids = []
    for texts in pages:
        shown = "".join(f"1 0 0 1 {x} {y} Tm ({_escaped(text)}) Tj\n" for x, y, text in texts)
        stream = f"BT /F1 11 Tf\n{shown}ET".encode("cp1252")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    return pdf_file(objects, extra)


def _escaped(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def pdf_file(objects: list[bytes], extra: bytes = b"") -> bytes:
    """Return a PDF of these objects, of which the first is the catalogue."""
    out = io.BytesIO()
    out.write(b"%PDF-1.4\n")
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    for offset in offsets:
        out.write(b"%010d 00000 n \n" % offset)
    out.write(b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, extra, start))
    return out.getvalue()


def zip_of(parts: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip with these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def sheet_of(rows: Sequence[Sequence[object]], date_columns: tuple[int, ...] = ()) -> bytes:
    """Return an .xlsx with these rows."""
    import xlsxwriter  # type: ignore[import-untyped]  # XlsxWriter 3.3 ships no types

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet()
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    for at, row in enumerate(rows):
        for column, value in enumerate(row):
            if column in date_columns and at:
                sheet.write_datetime(at, column, value, day)
            else:
                sheet.write(at, column, value)
    book.close()
    return out.getvalue()


def ods_of(
    rows: list[list[str]], *, repeated: int = 1, hidden: tuple[int, ...] = (), struck: tuple[int, ...] = ()
) -> bytes:
    """Return an .ods with a hidden sheet before the one with these rows; the last row ``repeated`` times."""
    cells = [
        "".join(
            f"<table:table-cell{' table:style-name=' + chr(34) + 'gone' + chr(34) if at in struck else ''} "
            f'office:value-type="string"><text:p>{escape(cell)}</text:p></table:table-cell>'
            for cell in row
        )
        for at, row in enumerate(rows)
    ]
    many = [f' table:number-rows-repeated="{repeated}"' if at == len(rows) - 1 else "" for at in range(len(rows))]
    seen = [' table:visibility="filter"' if at in hidden else "" for at in range(len(rows))]
    body = "".join(
        f"<table:table-row{times}{shown}>{row}</table:table-row>"
        for times, shown, row in zip(many, seen, cells, strict=True)
    )
    tail = (
        '<table:table-row table:number-rows-repeated="1000000">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_ODS_SPACES}>'
        "<office:automatic-styles>"
        '<style:style style:name="off" style:family="table"><style:table-properties table:display="false"/>'
        '</style:style><style:style style:name="gone" style:family="table-cell"><style:text-properties '
        'style:text-line-through-style="solid"/></style:style></office:automatic-styles><office:body>'
        '<office:spreadsheet><table:table table:name="old" table:style-name="off"><table:table-row>'
        f"{cells[0]}</table:table-row></table:table>"
        f'<table:table table:name="List">{body}{tail}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    mimetype = b"application/vnd.oasis.opendocument.spreadsheet"
    return zip_of(
        {"mimetype": mimetype, "content.xml": content.encode(), "META-INF/manifest.xml": b"<manifest/>"},
        zipfile.ZIP_STORED,
    )


_ODS_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text", "style")
)


def xlsb_of(rows: list[list[str]], *, hidden: tuple[int, ...] = (), far: bool = False) -> bytes:
    """Return an .xlsb with these rows of text, one of them hidden, or with a cell in the last row."""
    size = struct.pack("<IIII", 0, len(rows) - 1, 0, len(rows[0]) - 1)
    records = [_brt(129), _brt(148, size), _brt(145)]
    for at, row in enumerate(rows):
        flags = 0x10 if at in hidden else 0
        records.append(_brt(0, struct.pack("<IIHBBB", at, 0, 300, 0, flags, 0) + struct.pack("<I", 0)))
        records += [_brt(6, struct.pack("<II", column, 0) + _wide(cell)) for column, cell in enumerate(row) if cell]
    if far:
        records.append(_brt(0, struct.pack("<IIHBBB", 1_048_575, 0, 300, 0, 0, 0) + struct.pack("<I", 0)))
        records.append(_brt(6, struct.pack("<II", 16_383, 0) + _wide("x")))
    sheet = b"".join((*records, _brt(146), _brt(130)))
    bundle = struct.pack("<II", 0, 1) + _wide("rId1") + _wide("List")
    book = b"".join((_brt(131), _brt(143), _brt(156, bundle), _brt(144), _brt(132)))
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    rels = f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
    return zip_of(
        {
            "[Content_Types].xml": f'<Types xmlns="{package}/content-types"/>'.encode(),
            "_rels/.rels": (f'{rels}Type="{kind}/officeDocument" Target="xl/workbook.bin"/></Relationships>'.encode()),
            "xl/workbook.bin": book,
            "xl/_rels/workbook.bin.rels": (
                f'{rels}Type="{kind}/worksheet" Target="worksheets/sheet1.bin"/></Relationships>'.encode()
            ),
            "xl/worksheets/sheet1.bin": sheet,
        }
    )


def _brt(kind: int, body: bytes = b"") -> bytes:
    """Return a record of [MS-XLSB]: its kind and length in seven bits a byte."""
    return _varied(kind) + _varied(len(body)) + body


def _varied(number: int) -> bytes:
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes((*out, number))


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def word_list_of(*tables: list[list[str]], struck: tuple[int, ...] = ()) -> bytes:
    """Return a .docx with these tables; rows in ``struck`` (of the first table) are struck through."""
    document = docx.Document()
    for number, rows in enumerate(tables):
        document.add_paragraph("List of speakers")
        made = document.add_table(len(rows), len(rows[0]))
        for at, (row, cells) in enumerate(zip(made.rows, rows, strict=True)):
            for cell, text in zip(row.cells, cells, strict=True):
                run = cell.paragraphs[0].add_run(text)
                run.font.strike = True if not number and at in struck else None
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
