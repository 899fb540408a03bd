"""What an .xlsx must fulfil before a reader may open it.

python-calamine 0.9.1 lays a sheet out as a full rectangle: two cells in opposite corners make it ask for
hundreds of gigabytes, and the process is aborted. So the places of all cells are looked at first.
"""

import re

from ipu_session.intake.errors import IntakeError, IntakeTrouble
from ipu_session.intake.package import unpack_xml

COLUMN_LIMIT = 256
_LONGEST = 10
_PLACES = re.compile(rb"[\s\"']r\s*=\s*[\"']([A-Za-z]*)([0-9]+)[\"']")
_HIDDEN_PLACE = re.compile(rb"[\s\"']r\s*=\s*[\"'][^\"']{0,40}&#")
_COUNT = re.compile(rb"[cC]ount\s*=\s*[\"']\s*\+?([0-9]{1,30})")
_TARGET = re.compile(rb"Target\s*=\s*[\"']([^\"']*)[\"']")
_TARGET_SUFFIXES = (b".xml", b".bin")


def refuse_sprawling(data: bytes, name: str, row_limit: int) -> None:
    """Raise ``IntakeError`` for bombs, DTDs and sheets of more than ``row_limit`` rows or 256 columns."""
    parts = unpack_xml(data, name)
    for part_name, part in parts.items():
        _refuse_boasts(part, name, part_name)
        if part_name.endswith(".rels"):
            _refuse_odd_targets(part, name, part_name)
        elif b"sheetData" in part:
            _refuse_far_cells(part, name, part_name, row_limit)


def _refuse_boasts(part: bytes, name: str, place: str) -> None:
    """Refuse a part that says it holds more things than letters: the reader makes room for all it is told."""
    if any(int(count) > len(part) for count in _COUNT.findall(part)):
        raise IntakeError(IntakeTrouble.DAMAGED, name, place)


def _refuse_odd_targets(part: bytes, name: str, place: str) -> None:
    """Refuse a workbook whose sheets are not called .xml: they would not have been looked at."""
    if place.lower() != "xl/_rels/workbook.xml.rels":
        return
    if not all(match[1].lower().endswith(_TARGET_SUFFIXES) for match in _TARGET.finditer(part)):
        raise IntakeError(IntakeTrouble.DAMAGED, name, place)


def _refuse_far_cells(part: bytes, name: str, place: str, row_limit: int) -> None:
    if _HIDDEN_PLACE.search(part):
        raise IntakeError(IntakeTrouble.DAMAGED, name, place)
    for letters, figures in _PLACES.findall(part):
        # The reader's own numbers have an end, and what is beyond comes out anywhere.
        endless = len(letters) > _LONGEST or len(figures) > _LONGEST
        if endless or int(figures) > row_limit or (letters and _column(letters) > COLUMN_LIMIT):
            raise IntakeError(IntakeTrouble.TOO_LARGE, name, (letters + figures)[:40].decode("ascii"))


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
