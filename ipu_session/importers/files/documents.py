"""Text out of .docx, .pdf and .txt files of other people."""

from dataclasses import dataclass, replace
from pathlib import Path

from ipu_session.importers.files.encodings import decode
from ipu_session.importers.files.errors import IntakeError, IntakeTrouble
from ipu_session.importers.files.input_guard import kind_of, read_bytes, refuse_unless
from ipu_session.importers.files.lines import TEXT_LIMIT, Line, plain_lines
from ipu_session.importers.files.pdf_text import pdf_text
from ipu_session.importers.files.word_text import word_text

LAID_OUT_PAGES = 5
"""Of a PDF, if the caller says nothing else: more pages than a concept note has."""


@dataclass(frozen=True, slots=True)
class Document:
    """A file's lines and text, as far as they were read, and how many pages it is known to have."""

    lines: tuple[Line, ...]
    text: str
    pages: int = 0
    pages_read: int = 0
    """Of a file that is read page by page; fewer than ``pages`` if it is too long, or a page too dense."""
    is_cut: bool = False
    """The file says more than was read."""


def read_document(path: Path, encoding: str | None = None) -> Document:
    """Return the text of a file by what it is; raises ``IntakeError`` with what is the matter."""
    name = str(path)
    data = read_bytes(path)
    kind = kind_of(data, name)
    refuse_unless(kind, ("docx", "pdf", "text"), name)
    document = document_in(data, kind, name, encoding)
    if not document.text:
        raise IntakeError(IntakeTrouble.EMPTY, name, found="" if kind == "text" else kind)
    return document


def document_in(
    data: bytes, kind: str, name: str, encoding: str | None = None, laid_out_pages: int = LAID_OUT_PAGES
) -> Document:
    """Return the text of a docx, a pdf or a text, once it is known to be that; raises ``IntakeError``.

    What is only pictures of pages, in a PDF or a Word file, is a document without text.
    """
    if kind == "docx":
        word = word_text(data, name)
        if not any(line.text.strip() for line in word.lines):
            if word.pictures:
                return Document((), "", word.pictures)
            raise IntakeError(IntakeTrouble.EMPTY, name, found=kind)
        return replace(document_of(word.lines), is_cut=word.is_cut)
    if kind == "pdf":
        pdf = pdf_text(data, name, laid_out_pages)
        made = document_of(plain_lines(pdf.text))
        cut = made.is_cut or pdf.pages_read < pdf.pages
        return replace(made, pages=pdf.pages, pages_read=pdf.pages_read, is_cut=cut)
    made = document_of(plain_lines(decode(data, name, encoding).text))
    if not made.text.strip():
        raise IntakeError(IntakeTrouble.EMPTY, name)
    return made


def document_of(lines: tuple[Line, ...]) -> Document:
    """Return lines as a document, the first ``TEXT_LIMIT`` characters of them."""
    kept: list[Line] = []
    room = TEXT_LIMIT
    for line in lines:
        if len(line.text) > room:
            kept.append(replace(line, text=line.text[:room]))
            break
        kept.append(line)
        room -= len(line.text) + 1
    is_cut = sum(map(len, (line.text for line in kept))) < sum(map(len, (line.text for line in lines)))
    text = "\n".join(line.text.rstrip() for line in kept).strip("\n")
    return Document(tuple(kept), text if text.strip() else "", is_cut=is_cut)
