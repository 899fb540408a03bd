"""Files sent as contributions: counted, language and sender offered, text cleaned; bad ones refused."""

import hashlib
import io
import time
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from ipu_session.domain.exchange.import_results import ReceivedFile
from ipu_session.importers.contribution import read_contribution
from ipu_session.importers.files.document_line import TEXT_LIMIT_CHARS
from ipu_session.importers.files.errors import InputErrorCode, InputFileError
from ipu_session.importers.files.language_detection import detect_language
from ipu_session.importers.files.pdf_text import STREAM_TOKEN_LIMIT
from tests.importers.bad_files import word_with
from tests.importers.makers import DIRECTORY, pdf_of, zip_of
from tests.importers.note_makers import in_folder, strict, with_main_part

ENGLISH = "We propose that the parliaments of the region share the data on migrants, and the law is kept."
FRENCH = "Nous proposons que les parlements de la région échangent les données sur les migrants et la loi."
SPANISH = "Proponemos que los parlamentos de la región compartan los datos sobre la migración y que se cumplan."
ARABIC = "نقترح أن تتبادل البرلمانات في المنطقة البيانات عن المهاجرين وأن يطبق القانون على الجميع"
PERSIAN = "ما پیشنهاد می‌کنیم که پارلمان‌های منطقه داده‌های مهاجران را به اشتراک بگذارند و قانون اجرا گردد"


FILES = Path(__file__).parent / "files"
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c6360"
    "00000002000148afa4710000000049454e44ae426082"
)


def with_filter(named: bytes) -> bytes:
    return pdf_of([["x"]]).replace(b"<< /Length", b"<< /Filter %s /Length" % named)


def read(tmp_path: Path, name: str, data: bytes) -> ReceivedFile:
    path = tmp_path / name
    path.write_bytes(data)
    return read_contribution(path, DIRECTORY)


def word(*paragraphs: str, title: str = "", pages: int | None = None) -> bytes:
    document = docx.Document()
    if title:
        document.add_heading(title, 1)
    for text in paragraphs:
        document.add_paragraph(text)
    out = io.BytesIO()
    document.save(out)
    if pages is None:
        return out.getvalue()
    import zipfile

    with zipfile.ZipFile(out) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    said = f"<Properties xmlns='x'><Pages>{pages}</Pages></Properties>".encode()
    return zip_of({**parts, "docProps/app.xml": said})


def test_a_word_file_says_its_pages_title_and_sender(tmp_path: Path) -> None:
    sent = read(tmp_path, "Kenya_final.docx", word(ENGLISH * 3, title="Views of Parliament", pages=3))
    assert (sent.name, sent.delegation, sent.title) == ("Kenya_final.docx", "KE", "Views of Parliament")
    assert (sent.pages, sent.is_page_count_estimated, sent.language) == (3, False, "en")
    assert sent.text.startswith("Views of Parliament\nWe propose")
    assert sent.digest == hashlib.sha256(sent.data).hexdigest()


@pytest.mark.parametrize("pages", [1, 0])
def test_an_old_count_of_pages_is_not_believed(tmp_path: Path, pages: int) -> None:
    sent = read(tmp_path, "x.docx", word("one two three " * 500, pages=pages))
    assert (sent.words, sent.pages, sent.is_page_count_estimated) == (1500, 3, True)


def test_a_pdf_has_the_pages_it_has(tmp_path: Path) -> None:
    pages = [["Contribution of Samoa", "", "The islands ask for a chapter", "on climate, and"], ["more islands."]]
    sent = read(tmp_path, "sent.pdf", pdf_of(pages))
    assert (sent.pages, sent.is_page_count_estimated, sent.delegation) == (2, False, "WS")
    assert sent.title == "Contribution of Samoa"
    assert "The islands ask for a chapter on climate, and" in sent.text


def test_a_text_is_estimated_and_says_so(tmp_path: Path) -> None:
    sent = read(tmp_path, "note.txt", f"Contribution du Pérou\n\n{FRENCH}\n".encode() * 40)
    assert (sent.pages, sent.is_page_count_estimated, sent.language, sent.delegation) == (2, True, "fr", "PE")
    assert sent.words == 40 * 20


def test_a_scanned_pdf_is_taken_without_a_text(tmp_path: Path) -> None:
    sent = read(tmp_path, "kenya.pdf", pdf_of([[], []]))
    assert (sent.text, sent.words, sent.pages, sent.is_page_count_estimated) == ("", 0, 2, False)
    assert sent.delegation == "KE"


def test_several_delegations_or_none_are_offered_to_nobody(tmp_path: Path) -> None:
    for name, text in (("a.txt", "Kenya and Peru together"), ("b.txt", "No name here"), ("Kenya Peru.txt", "x")):
        assert read(tmp_path, name, text.encode()).delegation == ""
    assert read(tmp_path, "Guinea-Bissau.txt", b"of Kenya").delegation == "GW"


def test_signs_that_nobody_sees_are_taken_off_and_wrapped_lines_joined(tmp_path: Path) -> None:
    text = "A ﬁrst\u200b line that\ngoes on, and co-\noperates.\n\n\n\nNew one\nNext"
    assert read(tmp_path, "x.txt", text.encode()).text == (
        "A first line that goes on, and co-operates.\n\nNew one\nNext"
    )


@pytest.mark.parametrize(
    ("name", "data", "trouble"),
    [
        ("x.txt", b"", "empty"),
        ("x.txt", b"  \n ", "empty"),
        ("x.txt", "Aïssata".encode("cp1252"), "encoding-unknown"),
        ("x.pdf", b"%PDF-1.4 and no more", "damaged"),
        ("x.docx", b"PK\x03\x04 and no more", "damaged"),
        ("x.docx", b"plain text", "wrong-kind"),
        ("x.jpg", b"\xff\xd8\xff\xe0" + bytes(200), "not-text"),
        ("x.doc", b"{\\rtf1 text}", "wrong-kind"),
        ("x.docx", word(""), "empty"),
        ("x.pdf", with_filter(b"/A85"), "damaged"),
        ("x.pdf", with_filter(b"/Never"), "damaged"),
        ("x.pdf", with_filter(b"[" * 9_000), "damaged"),
        ("x.pdf", FILES.joinpath("aes128_owner_only.pdf").read_bytes(), "no-cipher"),
    ],
)
def test_what_cannot_be_read_is_refused_for_its_own_reason(
    tmp_path: Path, name: str, data: bytes, trouble: str
) -> None:
    with pytest.raises(InputFileError) as refused:
        read(tmp_path, name, data)
    assert refused.value.code.value == trouble
    assert refused.value.path == str(tmp_path / name)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH, "en"),
        (FRENCH, "fr"),
        (SPANISH, "es"),
        (ARABIC, "ar"),
        (PERSIAN, ""),
        ("Парламенты региона обмениваются данными о миграции и законе", ""),
        (f"{ENGLISH} {FRENCH}", ""),
        ("Kenya Peru Samoa Japan Algeria France Egypt", ""),
        ("", ""),
        ("12 34 56", ""),
    ],
)
def test_the_language_is_said_where_it_is_clear(text: str, language: str) -> None:
    assert detect_language(text) == language


def test_a_text_in_another_encoding_is_read_in_the_one_that_is_named(tmp_path: Path) -> None:
    path = tmp_path / "kenya.txt"
    path.write_bytes("Mme Aïssata Diarra, présidente".encode("cp1252"))
    with pytest.raises(InputFileError) as refused:
        read_contribution(path, DIRECTORY)
    assert refused.value.code is InputErrorCode.ENCODING_UNKNOWN
    assert "Aïssata" in read_contribution(path, DIRECTORY, "cp1252").text


KINDS = {
    "word-online": lambda data: with_main_part(data, "word/document2.xml"),
    "another-name": lambda data: with_main_part(data, "word/Dokument.xml"),
    "another-folder": lambda data: in_folder(data, "doc"),
    "strict": strict,
    "strict-online": lambda data: with_main_part(strict(data), "word/document3.xml"),
}


@pytest.mark.parametrize("made", KINDS.values(), ids=KINDS)
def test_a_word_file_is_read_by_its_relationships_and_in_both_sets_of_namespaces(
    tmp_path: Path, made: Callable[[bytes], bytes]
) -> None:
    sent = read(tmp_path, "x.docx", made(word(ENGLISH, title="Views of the Parliament of Kenya", pages=4)))
    assert sent.text == f"Views of the Parliament of Kenya\n{ENGLISH}"
    assert (sent.title, sent.pages, sent.is_page_count_estimated) == ("Views of the Parliament of Kenya", 4, False)


def test_a_word_file_of_pictures_alone_is_a_scan(tmp_path: Path) -> None:
    document = docx.Document()
    for _ in range(3):
        document.add_picture(io.BytesIO(PIXEL))
    out = io.BytesIO()
    document.save(out)
    sent = read(tmp_path, "kenya.docx", out.getvalue())
    assert (sent.text, sent.words, sent.delegation) == ("", 0, "KE")
    assert sent.pages >= 1


def test_of_a_long_pdf_a_part_is_read_and_that_is_said(tmp_path: Path) -> None:
    line = "The islands ask for a chapter on climate"
    sent = read(tmp_path, "long.pdf", pdf_of([[line] * 50] * 1_000))
    assert (sent.pages, sent.is_cut) == (1_000, True)
    assert sent.text.startswith(line)
    # Estimated from the pages that were read.
    assert sent.words == pytest.approx(8 * 50 * 1_000, rel=0.01)
    whole = read(tmp_path, "short.pdf", pdf_of([[line] * 50] * 117))
    assert (whole.words, whole.pages, whole.is_cut) == (8 * 50 * 117, 117, False)


def test_a_page_as_dense_as_a_map_is_passed_over(tmp_path: Path) -> None:
    dense = pdf_of([["The first page"], ["x"] * (STREAM_TOKEN_LIMIT // 8), ["The last page"]])
    sent = read(tmp_path, "map.pdf", dense)
    assert sent.text == "The first page\n\nThe last page"
    assert (sent.pages, sent.is_cut) == (3, True)


def test_of_a_long_text_the_beginning_is_read_and_that_is_said(tmp_path: Path) -> None:
    sent = read(tmp_path, "x.txt", b"word " * 200_000)
    assert sent.is_cut
    assert sent.words == TEXT_LIMIT_CHARS // 5


def test_a_table_of_16_000_cells_costs_what_its_elements_cost(tmp_path: Path) -> None:
    """In one row: to look at the cells before each would take 128 million steps."""
    cell = "<w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>" * 16_000
    begun = time.process_time()
    table = word_with(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl><w:p/>".encode())
    sent = read(tmp_path, "x.docx", table)
    took = time.process_time() - begun
    assert (sent.words, sent.is_cut) == (16_000, False)
    begun = time.process_time()
    read(tmp_path, "y.docx", word_with(cell.encode()))
    assert took < 10 * (time.process_time() - begun)
