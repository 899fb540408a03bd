"""Reads properties and tables back from a Word report, edited or not, to compare them with the session."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from ipu_session.report.docx.custom_properties import CUSTOM_PROPERTIES_PART, read_custom_properties
from ipu_session.report.docx.wordml import W
from ipu_session.report.docx.xml_element import XmlElement
from ipu_session.report.model import Report

_BODY_PART = "word/document.xml"


class ParsedReport(Struct, frozen=True):
    """Custom properties and tables of a document; the tables by caption."""

    custom_properties: Mapping[str, str]
    tables: Mapping[str, tuple[tuple[str, ...], ...]]


def read_report(parts: Mapping[str, bytes]) -> ParsedReport:
    """Return the content of the unzipped parts; ValueError if they are missing or not well-formed."""
    from lxml import etree

    try:
        marks = read_custom_properties(parts[CUSTOM_PROPERTIES_PART]) if CUSTOM_PROPERTIES_PART in parts else {}
        body = etree.fromstring(parts[_BODY_PART], etree.XMLParser(resolve_entities=False, huge_tree=False))
    except (etree.XMLSyntaxError, KeyError) as error:
        raise ValueError(str(error)) from error
    return ParsedReport(marks, dict(_read_tables(body)))


def find_table_differences(parsed: ParsedReport, report: Report) -> Iterator[tuple[str, str, str, str]]:
    """Yield for each table that differs: caption, number of the first differing row, its text, and the expected text.

    Number and texts are "" if the table is missing.
    """
    for table in report.tables:
        caption = _collapse_spaces(table.caption)
        rows = parsed.tables.get(caption)
        if rows is None:
            yield caption, "", "", ""
            continue
        expected = [
            tuple(map(_collapse_spaces, row)) for row in ((column.heading for column in table.columns), *table.rows)
        ]
        yield from _first_row_difference(caption, rows, expected)


def _first_row_difference(
    caption: str, rows: tuple[tuple[str, ...], ...], expected: list[tuple[str, ...]]
) -> Iterator[tuple[str, str, str, str]]:
    for number in range(max(len(rows), len(expected))):
        row = rows[number] if number < len(rows) else ()
        expected_row = expected[number] if number < len(expected) else ()
        if row != expected_row:
            yield caption, str(number), " | ".join(row), " | ".join(expected_row)
            return


def _read_tables(body: XmlElement) -> Iterator[tuple[str, tuple[tuple[str, ...], ...]]]:
    """Yield each table with its caption: the ``tblCaption`` property, or else the text above it."""
    text_above = ""
    for element in body.iter(f"{{{W}}}p", f"{{{W}}}tbl"):
        if any(True for _ in element.iterancestors(f"{{{W}}}tbl")):
            continue
        if element.tag == f"{{{W}}}p":
            text_above = _element_text(element) or text_above
            continue
        name = next(element.iter(f"{{{W}}}tblCaption"), None)
        yield ((_collapse_spaces(name.get(f"{{{W}}}val", "")) if name is not None else text_above), _read_rows(element))


def _read_rows(table: XmlElement) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(_element_text(cell) for cell in row.iter(f"{{{W}}}tc")) for row in table.iter(f"{{{W}}}tr"))


def _element_text(element: XmlElement) -> str:
    """Return the text of an element on one line, without tracked deletions."""
    return _collapse_spaces(
        "".join(_text_or_space(each) for each in element.iter(f"{{{W}}}t", f"{{{W}}}br", f"{{{W}}}tab", f"{{{W}}}p"))
    )


def _text_or_space(element: XmlElement) -> str:
    return str(element.text or "") if element.tag == f"{{{W}}}t" else " "


def _collapse_spaces(text: str) -> str:
    return " ".join(text.split())
