"""A Word file as people see it: what stands in content controls too, which python-docx passes by."""

from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph


def paragraphs(document: Document) -> list[Paragraph]:
    """Every paragraph of the text that stands in no table."""
    found = document.element.body.iter(qn("w:p"))
    return [Paragraph(p, document) for p in found if next(p.iterancestors(qn("w:tbl")), None) is None]


def tables(document: Document) -> list[Table]:
    """Every table of the text."""
    return [Table(table, document) for table in document.element.body.iter(qn("w:tbl"))]
