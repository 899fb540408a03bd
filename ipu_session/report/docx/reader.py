"""What a report in Word says of itself and in its tables, read back to be compared; edited by hand or not."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ipu_session.report.docx.custom_properties import PART, read_properties
from ipu_session.report.docx.wordml import W
from ipu_session.report.model import Report

_BODY = "word/document.xml"


@dataclass(frozen=True, slots=True)
class Told:
    """What a document tells: its marks, and its tables by what stands above them."""

    marks: Mapping[str, str]
    tables: Mapping[str, tuple[tuple[str, ...], ...]]


def read_back(parts: Mapping[str, bytes]) -> Told:
    """Return what the unpacked parts of a document tell; ValueError if they are no XML."""
    from lxml import etree

    try:
        marks = read_properties(parts[PART]) if PART in parts else {}
        body = etree.fromstring(parts[_BODY], etree.XMLParser(resolve_entities=False, huge_tree=False))
    except (etree.XMLSyntaxError, KeyError) as error:
        raise ValueError(str(error)) from error
    return Told(marks, dict(_tables(body)))


def differences(told: Told, report: Report) -> Iterator[tuple[str, str, str, str]]:
    """Yield for each table that differs its caption, the first such row, what it says and what it should."""
    for table in report.tables:
        caption = _plain(table.caption)
        found = told.tables.get(caption)
        if found is None:
            yield caption, "", "", ""
            continue
        made = [tuple(map(_plain, row)) for row in ((c.heading for c in table.columns), *table.rows)]
        yield from _first_difference(caption, found, made)


def _first_difference(
    caption: str, found: tuple[tuple[str, ...], ...], made: list[tuple[str, ...]]
) -> Iterator[tuple[str, str, str, str]]:
    for number in range(max(len(found), len(made))):
        stands = found[number] if number < len(found) else ()
        should = made[number] if number < len(made) else ()
        if stands != should:
            yield caption, str(number), " | ".join(stands), " | ".join(should)
            return


def _tables(body: Any) -> Iterator[tuple[str, tuple[tuple[str, ...], ...]]]:
    """Yield each table with its caption: the text above it, or what it is called if that was changed."""
    above = ""
    for element in body.iter(f"{{{W}}}p", f"{{{W}}}tbl"):
        if any(True for _ in element.iterancestors(f"{{{W}}}tbl")):
            continue
        if element.tag == f"{{{W}}}p":
            above = _text(element) or above
            continue
        name = next(element.iter(f"{{{W}}}tblCaption"), None)
        yield (_plain(name.get(f"{{{W}}}val", "")) if name is not None else above), _rows(element)


def _rows(table: Any) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(_text(cell) for cell in row.iter(f"{{{W}}}tc")) for row in table.iter(f"{{{W}}}tr"))


def _text(element: Any) -> str:
    """Return the text of an element on one line; what is deleted and only tracked is not in it."""
    return _plain(
        "".join(_said(each) for each in element.iter(f"{{{W}}}t", f"{{{W}}}br", f"{{{W}}}tab", f"{{{W}}}p"))
    )


def _said(element: Any) -> str:
    return str(element.text or "") if element.tag == f"{{{W}}}t" else " "


def _plain(text: str) -> str:
    return " ".join(text.split())
