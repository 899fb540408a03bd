"""Numbers and names that must stand once in a document are made to (no validator sees all of them)."""

from typing import Any

from ipu_session.report.look import VALUE
from ipu_session.report.pieces import SDT
from ipu_session.report.word_parts import W

_W = f"{{{W}}}"
_ID, _NAME = f"{_W}id", f"{_W}name"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_FIRST_DRAWING = 1001
"""The logo in the header of a house template has a small number."""


def make_unique(body: Any) -> None:
    """Let each bookmark, each content control and each picture of a body have a number of its own."""
    _bookmarks(body)
    taken: set[str] = set()
    for control in list(body.iter(SDT)):
        for found in control.iterfind(f"{_W}sdtPr/{_W}id"):
            if found.get(VALUE) in taken:
                found.set(VALUE, _free(taken))
            taken.add(str(found.get(VALUE)))
    for number, drawing in enumerate(body.iter(_DRAWING), start=_FIRST_DRAWING):
        drawing.set("id", str(number))


def _bookmarks(body: Any) -> None:
    """Number the bookmarks anew; of two with one name the later goes, and so does half of one."""
    names: set[str] = set()
    open_marks: dict[str, Any] = {}
    number = 0
    for mark in list(body.iter(f"{_W}bookmarkStart", f"{_W}bookmarkEnd")):
        old = str(mark.get(_ID, ""))
        if mark.tag == f"{_W}bookmarkStart":
            called = str(mark.get(_NAME, ""))
            if called in names or old in open_marks:
                mark.getparent().remove(mark)
                continue
            names.add(called)
            open_marks[old] = mark
            mark.set(_ID, str(number))
            number += 1
        elif old in open_marks:
            mark.set(_ID, open_marks.pop(old).get(_ID))
        else:
            mark.getparent().remove(mark)
    for mark in open_marks.values():
        mark.getparent().remove(mark)


def _free(taken: set[str]) -> str:
    number = len(taken) + 1
    while str(number) in taken:
        number += 1
    return str(number)
