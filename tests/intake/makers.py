"""Files that the intake tests are fed with, made on the spot."""

import io
import zipfile
from pathlib import Path

from ipu_session.intake.directory import read_directory

ROOT = Path(__file__).parents[2]
NOTE_144 = ROOT / "resources" / "example" / "concept-note-144.txt"
MEMBERS = ROOT / "resources" / "data" / "members.csv"
DIRECTORY = read_directory(MEMBERS)


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
    return _pdf_file(objects, extra)


def _escaped(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _pdf_file(objects: list[bytes], extra: bytes) -> bytes:
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
    out.write(
        b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, extra, start)
    )
    return out.getvalue()


def zip_of(parts: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip with these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def sheet_of(rows: list[list[object]], date_columns: tuple[int, ...] = ()) -> bytes:
    """Return an .xlsx with these rows."""
    import xlsxwriter

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
