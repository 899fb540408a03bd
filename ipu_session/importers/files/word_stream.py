"""Streaming parser target for WordprocessingML: collects paragraphs without a tree in memory.

The cost is proportional to the number of elements, also for a table of 16,000 cells or for nested tables.
"""

from collections.abc import Callable, Mapping
from typing import cast

from msgspec import Struct, field

from ipu_session.importers.files.document_line import CellPosition

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W = f"{{{W}}}"
_VAL = f"{_W}val"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED = {_FALLBACK, f"{_W}del", f"{_W}moveFrom"}
_PICTURES = {"{http://schemas.openxmlformats.org/drawingml/2006/main}blip", "{urn:schemas-microsoft-com:vml}imagedata"}
_TEXT_OF_TAG = {f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}tab": " ", f"{_W}noBreakHyphen": "-", f"{_W}softHyphen": ""}
_DEPTH_LIMIT = 1_000
_PROPERTIES, _PARAGRAPH, _TABLE, _CELL, _TEXT = (f"{_W}{name}" for name in ("pPr", "p", "tbl", "tc", "t"))
_MAX_SPAN_DIGITS = 3
"""Maximum number of digits of a column span; Word's widest table has 63 columns."""


class RawParagraph(Struct):
    """A paragraph as stored in the file."""

    cell: CellPosition | None
    pieces: list[str] = field(default_factory=list)
    style: str = ""
    is_listed: bool = False
    list_id: str = ""
    list_level: str = ""


class _OpenTable(Struct):
    """State of an open table; ``column`` includes the columns that wide cells span."""

    number: int
    row: int = -1
    column: int = 0
    span: int = 1
    in_cell: bool = False


class WordParserTarget:
    """Target of lxml's parser for one part after the other; ``is_spent`` when the element limit is exceeded."""

    def __init__(self, element_limit: int) -> None:
        self.paragraphs: list[RawParagraph] = []
        self.pictures = 0
        self.is_too_deep = False
        """Whether elements are nested deeper than any word processor nests them."""
        self._elements_left = element_limit
        self._start_handlers: dict[str, Callable[[Mapping[str, str]], None]] = {
            f"{_W}p": self._start_paragraph,
            f"{_W}tbl": self._start_table,
            f"{_W}tr": self._start_row,
            f"{_W}tc": self._start_cell,
            f"{_W}gridSpan": self._set_span,
            f"{_W}pStyle": self._set_style,
            f"{_W}numPr": self._set_listed,
            f"{_W}numId": self._set_list,
            f"{_W}ilvl": self._set_level,
        }
        self.begin_part()

    @property
    def is_spent(self) -> bool:
        """Whether the element limit is exceeded."""
        return self._elements_left < 0

    def begin_part(self) -> None:
        """Reset the state for a new part."""
        self.paragraphs = []
        self._path: list[str] = []
        self._open_paragraphs: list[RawParagraph] = []
        self._open_tables: list[_OpenTable] = []
        self._tables_seen = 0
        self._skip_depth = 0
        self._properties_depth = 0

    def start(self, tag: str | bytes, attributes: Mapping[str | bytes, str | bytes]) -> None:
        """Handle a start tag."""
        tag = str(tag)
        self._elements_left -= 1
        self._path.append(tag)
        self.is_too_deep = self.is_too_deep or len(self._path) > _DEPTH_LIMIT
        if tag in _SKIPPED:
            self._skip_depth += 1
        elif tag == _PROPERTIES:
            self._properties_depth += 1
        elif tag in self._start_handlers:
            self._start_handlers[tag](cast("Mapping[str, str]", attributes))
        elif self._skip_depth:
            return
        elif tag in _PICTURES:
            self.pictures += 1
        elif tag in _TEXT_OF_TAG and self._open_paragraphs and not self._properties_depth:
            self._open_paragraphs[-1].pieces.append(_TEXT_OF_TAG[tag])

    def end(self, tag: str | bytes) -> None:
        """Handle an end tag."""
        self._path.pop()
        if tag in _SKIPPED:
            self._skip_depth -= 1
        elif tag == _PROPERTIES:
            self._properties_depth -= 1
        elif tag == _PARAGRAPH and self._open_paragraphs:
            self._open_paragraphs.pop()
        elif tag == _TABLE and self._open_tables:
            self._open_tables.pop()
        elif tag == _CELL and self._open_tables:
            table = self._open_tables[-1]
            table.column += table.span
            table.in_cell = False

    def data(self, data: str | bytes) -> None:
        """Handle character data."""
        if self._open_paragraphs and not self._skip_depth and self._path[-1] == _TEXT:
            self._open_paragraphs[-1].pieces.append(str(data))

    def comment(self, text: str | bytes) -> None:
        """Ignore a comment."""

    def close(self) -> None:
        """Handle the end of the part; required by lxml."""

    def _start_paragraph(self, attributes: Mapping[str, str]) -> None:
        table = self._open_tables[-1] if self._open_tables else None
        cell = CellPosition(table.number, table.row, table.column) if table is not None and table.in_cell else None
        paragraph = RawParagraph(cell)
        self._open_paragraphs.append(paragraph)
        if not self._skip_depth and not self._properties_depth:
            self.paragraphs.append(paragraph)

    def _start_table(self, attributes: Mapping[str, str]) -> None:
        self._open_tables.append(_OpenTable(self._tables_seen))
        self._tables_seen += 1

    def _start_row(self, attributes: Mapping[str, str]) -> None:
        if self._open_tables:
            self._open_tables[-1].row += 1
            self._open_tables[-1].column = 0

    def _start_cell(self, attributes: Mapping[str, str]) -> None:
        if self._open_tables and self._open_tables[-1].row >= 0:
            self._open_tables[-1].span = 1
            self._open_tables[-1].in_cell = True

    def _set_span(self, attributes: Mapping[str, str]) -> None:
        span = attributes.get(_VAL, "")
        if self._open_tables and span.isascii() and span.isdecimal() and len(span) <= _MAX_SPAN_DIGITS:
            self._open_tables[-1].span = int(span)

    def _set_style(self, attributes: Mapping[str, str]) -> None:
        if self._is_in("pPr"):
            self._open_paragraphs[-1].style = attributes.get(_VAL, "")

    def _set_listed(self, attributes: Mapping[str, str]) -> None:
        if self._is_in("pPr"):
            self._open_paragraphs[-1].is_listed = True

    def _set_list(self, attributes: Mapping[str, str]) -> None:
        if self._is_in("pPr", "numPr"):
            self._open_paragraphs[-1].list_id = attributes.get(_VAL, "")

    def _set_level(self, attributes: Mapping[str, str]) -> None:
        if self._is_in("pPr", "numPr"):
            self._open_paragraphs[-1].list_level = attributes.get(_VAL, "")

    def _is_in(self, *names: str) -> bool:
        """Return whether the current element is nested in exactly these elements, directly within a paragraph."""
        ancestors = [f"{_W}p", *(f"{_W}{name}" for name in names)]
        return bool(self._open_paragraphs) and self._path[-1 - len(ancestors) : -1] == ancestors
