"""Reads properties and tables back from a Word report, edited or not, to compare them with the session."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ipu_session.report.docx.custom_properties import CUSTOM_PROPERTIES_PART, read_custom_properties
from ipu_session.report.docx.wordml import W
from ipu_session.report.docx.xml_element import XmlElement
from ipu_session.report.model import Report

_BODY_PART = "word/document.xml"


@dataclass(frozen=True, slots=True)
class ParsedReport:
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


def find_table_differences(told: ParsedReport, report: Report) -> Iterator[tuple[str, str, str, str]]:
    """Yield for each table that differs: caption, number of the first differing row, actual and expected text."""
    for table in report.tables:
        caption = _collapse_spaces(table.caption)
        found = told.tables.get(caption)
        if found is None:
            yield caption, "", "", ""
            continue
        made = [tuple(map(_collapse_spaces, row)) for row in ((c.heading for c in table.columns), *table.rows)]
        yield from _first_row_difference(caption, found, made)


def _first_row_difference(
    caption: str, found: tuple[tuple[str, ...], ...], made: list[tuple[str, ...]]
) -> Iterator[tuple[str, str, str, str]]:
    for number in range(max(len(found), len(made))):
        stands = found[number] if number < len(found) else ()
        should = made[number] if number < len(made) else ()
        if stands != should:
            yield caption, str(number), " | ".join(stands), " | ".join(should)
            return


def _read_tables(body: XmlElement) -> Iterator[tuple[str, tuple[tuple[str, ...], ...]]]:
    """Yield each table with its caption: the ``tblCaption`` property, or else the text above it."""
    above = ""
    for element in body.iter(f"{{{W}}}p", f"{{{W}}}tbl"):
        if any(True for _ in element.iterancestors(f"{{{W}}}tbl")):
            continue
        if element.tag == f"{{{W}}}p":
            above = _element_text(element) or above
            continue
        name = next(element.iter(f"{{{W}}}tblCaption"), None)
        yield ((_collapse_spaces(name.get(f"{{{W}}}val", "")) if name is not None else above), _read_rows(element))


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
