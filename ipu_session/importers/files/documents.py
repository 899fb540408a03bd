"""Text extraction from .docx, .pdf and .txt files."""

from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from ipu_session.importers.files.document_line import TEXT_LIMIT_CHARS, SourceLine, split_plain_text
from ipu_session.importers.files.encodings import decode
from ipu_session.importers.files.errors import InputErrorCode, InputFileError
from ipu_session.importers.files.input_guard import detect_kind, read_bytes, require_kind
from ipu_session.importers.files.pdf_text import extract_pdf_text
from ipu_session.importers.files.word_text import extract_word_text

LAYOUT_PAGES = 5
"""Default number of PDF pages that are also read in layout mode: more than a concept note has."""


class SourceDocument(Struct, frozen=True):
    """Lines and text of a file, as far as they were read, and its page count; 0 if that is unknown."""

    lines: tuple[SourceLine, ...]
    text: str
    pages: int = 0
    pages_read: int = 0
    """Pages of a PDF that were read; fewer than ``pages`` if the file is too long, or a page too dense."""
    is_cut: bool = False
    """Whether the file has more text than was read."""


def read_document(path: Path, encoding: str | None = None) -> SourceDocument:
    """Return the text of a .docx, .pdf or text file; the kind is detected from the content.

    InputFileError if it is of another kind, cannot be read or has no text.
    """
    name = str(path)
    data = read_bytes(path)
    kind = detect_kind(data, name)
    require_kind(kind, ("docx", "pdf", "text"), name)
    document = parse_document(data, kind, name, encoding)
    if not document.text:
        raise InputFileError(InputErrorCode.EMPTY, name, detail="" if kind == "text" else kind)
    return document


def parse_document(
    data: bytes, kind: str, name: str, encoding: str | None = None, laid_out_pages: int = LAYOUT_PAGES
) -> SourceDocument:
    """Return the text of a file whose kind is known to be docx, pdf or text; InputFileError if it cannot be read.

    A PDF or Word file with pictures only, such as scanned pages, is returned as a document without text.
    """
    if kind == "docx":
        word = extract_word_text(data, name)
        if not any(line.text.strip() for line in word.lines):
            if word.pictures:
                return SourceDocument((), "", word.pictures)
            raise InputFileError(InputErrorCode.EMPTY, name, detail=kind)
        return replace(document_from_lines(word.lines), is_cut=word.is_cut)
    if kind == "pdf":
        pdf = extract_pdf_text(data, name, laid_out_pages)
        document = document_from_lines(split_plain_text(pdf.text))
        cut = document.is_cut or pdf.pages_read < pdf.pages
        return replace(document, pages=pdf.pages, pages_read=pdf.pages_read, is_cut=cut)
    document = document_from_lines(split_plain_text(decode(data, name, encoding).text))
    if not document.text.strip():
        raise InputFileError(InputErrorCode.EMPTY, name)
    return document


def document_from_lines(lines: tuple[SourceLine, ...]) -> SourceDocument:
    """Return lines as a document, cut to ``TEXT_LIMIT_CHARS`` characters."""
    limited: list[SourceLine] = []
    remaining = TEXT_LIMIT_CHARS
    for line in lines:
        if len(line.text) > remaining:
            limited.append(replace(line, text=line.text[:remaining]))
            break
        limited.append(line)
        remaining -= len(line.text) + 1
    is_cut = sum(map(len, (line.text for line in limited))) < sum(map(len, (line.text for line in lines)))
    text = "\n".join(line.text.rstrip() for line in limited).strip("\n")
    return SourceDocument(tuple(limited), text if text.strip() else "", is_cut=is_cut)
