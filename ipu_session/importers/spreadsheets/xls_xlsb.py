"""Positions of cells, hidden rows and error values of binary workbooks (.xls, .xlsb).

python-calamine builds a sheet as a full rectangle, so a workbook with a cell far away is refused before it is
opened. Records: [MS-XLS] 2.4 (BIFF8) and [MS-XLSB] 2.1.4; the compound file: [MS-CFB].
"""

import posixpath
import struct
from collections.abc import Iterator, Mapping

from ipu_session.importers.files.errors import InputErrorCode, InputFileError
from ipu_session.importers.files.tables import COLUMN_LIMIT, ROW_LIMIT
from ipu_session.importers.files.xml_parts import get_attribute, parse_xml
from ipu_session.importers.spreadsheets.xlsx import SheetFacts

_FIRST_SPECIAL_SECTOR = 0xFFFFFFFC
"""Sector numbers from here on are special values: free sector, end of chain."""
_STREAMS = {"Workbook", "Book"}
_SECTOR_COUNTS = (40, 44, 64, 72)
"""Offsets in the header of the sector counts of its tables: calamine allocates memory for the declared counts."""
_ENTRY_BYTES = 128

_BOF, _BOUND_SHEET, _ROW, _BOOL_ERR = 0x0809, 0x0085, 0x0208, 0x0205
_CELLS = frozenset({0x00FD, 0x0204, 0x0203, 0x027E, 0x00BD, 0x0006, 0x0205, 0x00D6})
"""Records of cells with a value; blank cells with a format only are ignored by calamine."""
_FILE_PASS = 0x002F
_DIMENSIONS = 0x0200
_SHARED_TEXTS = 0x00FC
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}
_ROW_HIDDEN = 0x20
_MOST_ROWS, _MOST_COLUMNS = 65_536, 256

_BRT_ROW, _BRT_CELLS, _BRT_ERROR = 0, range(2, 12), 3
_BRT_ROW_HIDDEN = 0x10
_BRT_BUNDLE = 156
_BRT_SIZE = 148
_SIZE_LIMIT = 2_000_000
"""Maximum number of cells in the declared dimensions of a sheet: calamine allocates memory for all of them."""
_BRT_COUNTED = frozenset({159, 177, 615, 617, 626})
"""Records that begin with a declared count: shared texts, merged cells, formats."""


def scan_xls(data: bytes, name: str) -> list[SheetFacts]:
    """Return the facts of each sheet of an .xls; InputFileError if it exceeds the limits, or is encrypted."""
    try:
        return list(_scan_biff(_workbook_stream(data), name))
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        raise InputFileError(InputErrorCode.DAMAGED, name) from error


def _scan_biff(stream: bytes, name: str) -> Iterator[SheetFacts]:
    starts: list[int] = []
    facts_at: dict[int, SheetFacts] = {}
    facts = SheetFacts()
    for offset, kind, body in _biff_records(stream):
        if kind == _FILE_PASS:
            raise InputFileError(InputErrorCode.ENCRYPTED, name)
        if kind == _SHARED_TEXTS and max(struct.unpack_from("<II", body)) > len(stream):
            raise InputFileError(InputErrorCode.DAMAGED, name)
        if kind == _BOUND_SHEET:
            starts.append(struct.unpack_from("<I", body)[0])
        elif kind == _BOF:
            facts = facts_at.setdefault(offset, SheetFacts())
        else:
            _apply_record(kind, body, facts, name)
    yield from (facts_at.get(start, SheetFacts()) for start in starts)


def _apply_record(kind: int, body: bytes, facts: SheetFacts, name: str) -> None:
    """Record the facts that a record of a sheet states about a row or a cell."""
    if kind == _DIMENSIONS:
        first, last, left, right = struct.unpack_from("<IIHH", body)
        if last > _MOST_ROWS or right > _MOST_COLUMNS or first > last or left > right:
            raise InputFileError(InputErrorCode.DAMAGED, name)
    elif kind == _ROW:
        if struct.unpack_from("<H", body, 12)[0] & _ROW_HIDDEN:
            facts.hidden_rows.add(struct.unpack_from("<H", body)[0])
    elif kind in _CELLS:
        row, column = struct.unpack_from("<HH", body)
        _check_cell_position(row, column, name)
        if kind == _BOOL_ERR and body[7]:
            facts.errors[row, column] = _ERRORS.get(body[6], "#ERR!")


def _biff_records(stream: bytes) -> Iterator[tuple[int, int, bytes]]:
    offset = 0
    while offset + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, offset)
        yield offset, kind, stream[offset + 4 : offset + 4 + length]
        offset += 4 + length


def _workbook_stream(data: bytes) -> bytes:
    """Return the stream of a compound file that holds the workbook; b"" if there is none."""
    sector = 1 << min(struct.unpack_from("<H", data, 30)[0], 16)
    mini = 1 << min(struct.unpack_from("<H", data, 32)[0], 16)
    if any(struct.unpack_from("<I", data, offset)[0] * sector > len(data) for offset in _SECTOR_COUNTS):
        raise struct.error("more sectors than the file holds")
    first_entry, cutoff, first_mini = (struct.unpack_from("<I", data, offset)[0] for offset in (48, 56, 60))
    table = b"".join(_read_sector(data, number, sector) for number in _table_sectors(data, sector))

    def stream(first: int) -> bytes:
        return b"".join(_read_sector(data, number, sector) for number in _sector_chain(first, table))

    entries = stream(first_entry)
    for entry_offset in range(0, len(entries) - _ENTRY_BYTES + 1, _ENTRY_BYTES):
        length = struct.unpack_from("<H", entries, entry_offset + 64)[0]
        name = entries[entry_offset : entry_offset + max(0, min(length, 64) - 2)].decode("utf-16-le")
        if name not in _STREAMS:
            continue
        start, size, more_size = struct.unpack_from("<III", entries, entry_offset + 116)
        if size > len(data) or (more_size and sector > 512):
            raise struct.error("a stream longer than its file")
        if size >= cutoff:
            return stream(start)[:size]
        small = stream(struct.unpack_from("<I", entries, 116)[0])
        chain = _sector_chain(start, stream(first_mini))
        return b"".join(small[number * mini : (number + 1) * mini] for number in chain)[:size]
    return b""


def _read_sector(data: bytes, number: int, size: int) -> bytes:
    return data[(number + 1) * size : (number + 2) * size]


def _table_sectors(data: bytes, sector: int) -> list[int]:
    """Return the sectors of the allocation table: those listed in the header, and those in the DIFAT chain."""
    sectors = [number for number in struct.unpack_from("<109I", data, 76) if number < _FIRST_SPECIAL_SECTOR]
    more = struct.unpack_from("<I", data, 68)[0]
    for _ in range(len(data) // sector):
        if more >= _FIRST_SPECIAL_SECTOR:
            break
        numbers = struct.unpack(f"<{sector // 4}I", _read_sector(data, more, sector))
        sectors += [number for number in numbers[:-1] if number < _FIRST_SPECIAL_SECTOR]
        more = numbers[-1]
    return sectors


def _sector_chain(first: int, table: bytes) -> Iterator[int]:
    """Yield the sectors of a chain; a cyclic chain ends after as many steps as there are sectors."""
    number = first
    for _ in range(len(table) // 4 + 1):
        if number >= _FIRST_SPECIAL_SECTOR or number * 4 + 4 > len(table):
            return
        yield number
        (number,) = struct.unpack_from("<I", table, number * 4)


def scan_xlsb(parts: Mapping[str, bytes], name: str) -> dict[str, SheetFacts]:
    """Return the facts of each sheet of an .xlsb by its name; InputFileError if it exceeds the limits."""
    rels = next((part for part_name, part in parts.items() if part_name.lower() == "xl/_rels/workbook.bin.rels"), b"")
    targets = (
        {get_attribute(each, "Id"): get_attribute(each, "Target") for each in parse_xml(rels, name)} if rels else {}
    )
    try:
        for part_name, part in parts.items():
            if part_name.lower().endswith(".bin"):
                _check_declared_counts(part, name)
        by_place = {
            part_name.lower(): _scan_part(part, name)
            for part_name, part in parts.items()
            if part_name.lower().endswith(".bin") and "worksheets/" in part_name.lower()
        }
        relation_of = dict(_sheet_relationships(parts.get("xl/workbook.bin", b"")))
        return {
            title: by_place.get(posixpath.normpath(f"xl/{targets.get(rel, '')}").lower(), SheetFacts())
            for title, rel in relation_of.items()
        }
    except (struct.error, IndexError) as error:
        raise InputFileError(InputErrorCode.DAMAGED, name) from error


def _check_declared_counts(part: bytes, name: str) -> None:
    """InputFileError if a part declares more items than it has bytes."""
    for kind, body in _brt_records(part):
        has_count = kind in _BRT_COUNTED and len(body) >= 4
        if has_count and max(struct.unpack_from(f"<{min(len(body) // 4, 2)}I", body)) > len(part):
            raise InputFileError(InputErrorCode.DAMAGED, name)


def _sheet_relationships(workbook: bytes) -> Iterator[tuple[str, str]]:
    """Yield the name and the relationship ID of each sheet."""
    for kind, body in _brt_records(workbook):
        if kind == _BRT_BUNDLE:
            (length,) = struct.unpack_from("<I", body, 8)
            rel = body[12 : 12 + 2 * length].decode("utf-16-le", "replace")
            offset = 12 + 2 * length
            (length,) = struct.unpack_from("<I", body, offset)
            yield body[offset + 4 : offset + 4 + 2 * length].decode("utf-16-le", "replace"), rel


def _scan_part(part: bytes, name: str) -> SheetFacts:
    facts = SheetFacts()
    row = 0
    for kind, body in _brt_records(part):
        if kind == _BRT_ROW:
            (row,) = struct.unpack_from("<I", body)
            if len(body) > 11 and body[11] & _BRT_ROW_HIDDEN:
                facts.hidden_rows.add(row)
        elif kind == _BRT_SIZE:
            first, last, left, right = struct.unpack_from("<IIII", body)
            if (last - first + 1) * (right - left + 1) > _SIZE_LIMIT or last < first or right < left:
                raise InputFileError(InputErrorCode.TOO_LARGE, name)
        elif kind in _BRT_CELLS:
            (column,) = struct.unpack_from("<I", body)
            _check_cell_position(row, column, name)
            if kind == _BRT_ERROR:
                facts.errors[row, column] = _ERRORS.get(body[8], "#ERR!")
    return facts


def _brt_records(part: bytes) -> Iterator[tuple[int, bytes]]:
    offset = 0
    while offset < len(part):
        kind, offset = _read_varint(part, offset, 2)
        length, offset = _read_varint(part, offset, 4)
        yield kind, part[offset : offset + length]
        offset += length


def _read_varint(part: bytes, offset: int, most: int) -> tuple[int, int]:
    """Return a variable-length integer (7 bits in each byte), and the offset behind it."""
    number = 0
    for index in range(most):
        byte = part[offset]
        offset += 1
        number |= (byte & 0x7F) << 7 * index
        if not byte & 0x80:
            break
    return number, offset


def _check_cell_position(row: int, column: int, name: str) -> None:
    if row >= ROW_LIMIT or column >= COLUMN_LIMIT:
        raise InputFileError(InputErrorCode.TOO_LARGE, name, f"row {row + 1}, column {column + 1}")
