"""Makes ids and bookmark names unique in a document, as the format requires (no validator finds all duplicates)."""

from itertools import count

from ipu_session.report.docx.blocks import SDT
from ipu_session.report.docx.style_counterparts import VALUE
from ipu_session.report.docx.wordml import W
from ipu_session.report.docx.xml_element import XmlElement, remove_element

_W = f"{{{W}}}"
_ID, _NAME = f"{_W}id", f"{_W}name"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_FIRST_DRAWING_ID = 1001
"""First id of drawings: higher than that of a logo in the header of a house template."""


def assign_unique_ids(body: XmlElement) -> None:
    """Give each bookmark, content control and picture of a body a unique id."""
    IdAllocator().assign(body)


class IdAllocator:
    """Allocates unique ids; the document may be passed in several parts."""

    def __init__(self) -> None:
        self._bookmark_names: set[str] = set()
        self._control_ids: set[str] = set()
        self._drawing_ids = count(_FIRST_DRAWING_ID)

    def assign(self, body: XmlElement) -> None:
        """Give each bookmark, content control and picture of a part a unique id."""
        self._number_bookmarks(body)
        for control in list(body.iter(SDT)):
            for id_element in control.iterfind(f"{_W}sdtPr/{_W}id"):
                if id_element.get(VALUE) in self._control_ids:
                    id_element.set(VALUE, _next_free_id(self._control_ids))
                self._control_ids.add(str(id_element.get(VALUE)))
        for drawing in body.iter(_DRAWING):
            drawing.set("id", str(next(self._drawing_ids)))

    def _number_bookmarks(self, body: XmlElement) -> None:
        """Renumber the bookmarks; remove later bookmarks with the same name, and marks without start or end."""
        open_marks: dict[str, XmlElement] = {}
        for mark in list(body.iter(f"{_W}bookmarkStart", f"{_W}bookmarkEnd")):
            old = str(mark.get(_ID, ""))
            if mark.tag == f"{_W}bookmarkStart":
                name = str(mark.get(_NAME, ""))
                if name in self._bookmark_names or old in open_marks:
                    remove_element(mark)
                    continue
                open_marks[old] = mark
                mark.set(_ID, str(len(self._bookmark_names)))
                self._bookmark_names.add(name)
            elif old in open_marks:
                mark.set(_ID, open_marks.pop(old).get(_ID, ""))
            else:
                remove_element(mark)
        for mark in open_marks.values():
            remove_element(mark)


def _next_free_id(taken: set[str]) -> str:
    number = len(taken) + 1
    while str(number) in taken:
        number += 1
    return str(number)
