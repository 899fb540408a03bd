"""Text out of .docx, .pdf and .txt files of other people."""

from dataclasses import dataclass
from pathlib import Path

from ipu_session.intake.encodings import decode
from ipu_session.intake.errors import IntakeError, IntakeTrouble
from ipu_session.intake.guard import kind_of, read_bytes, refuse_unless
from ipu_session.intake.lines import Line, plain_lines
from ipu_session.intake.pdf_text import pdf_text
from ipu_session.intake.word_text import word_lines

TEXT_LIMIT = 400_000
"""Characters; the concept notes of the field have two or three thousand."""


@dataclass(frozen=True, slots=True)
class Document:
    """A file's lines, and its whole text."""

    lines: tuple[Line, ...]
    text: str


def read_document(path: Path, encoding: str | None = None) -> Document:
    """Return the text of a file by what it is; raises ``IntakeError`` with what is the matter."""
    name = str(path)
    data = read_bytes(path)
    kind = kind_of(data, name)
    refuse_unless(kind, ("docx", "pdf", "text"), name)
    return document_in(data, kind, name, encoding)


def document_in(data: bytes, kind: str, name: str, encoding: str | None = None) -> Document:
    """Return the text of a docx, a pdf or a text, once it is known to be that; raises ``IntakeError``."""
    if kind == "docx":
        lines = word_lines(data, name)
    elif kind == "pdf":
        lines = plain_lines(pdf_text(data, name))
    else:
        lines = plain_lines(decode(data, name, encoding).text)
    return document_of(lines, name, found="" if kind == "text" else kind)


def document_of(lines: tuple[Line, ...], name: str = "", found: str = "") -> Document:
    """Return lines as a document; raises ``IntakeError`` if they say nothing or far too much."""
    text = "\n".join(line.text.rstrip() for line in lines).strip("\n")
    if not text.strip():
        raise IntakeError(IntakeTrouble.EMPTY, name, found=found)
    if len(text) > TEXT_LIMIT:
        raise IntakeError(IntakeTrouble.TOO_LARGE, name)
    return Document(lines, text)
