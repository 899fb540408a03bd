"""Which bytes of an SQLite file say something: the rest is free, and nobody reads it.

Free are: the pages on the list of free pages except for the list itself; in a page of a tree what lies
between the list of its cells and the first cell, the free blocks' insides and the odd bytes between cells;
the end of an overflow page behind the value. Read from the file format's description by SQLite.
"""

import struct

SAYS_NOTHING = frozenset([*range(40, 44), *range(96, 100)])
"""The schema cookie and the version of SQLite that wrote last: any value is as good as another."""
_INTERIOR = (2, 5)


def used(data: bytes) -> set[int]:
    """Return the places of all bytes that are read when the content is."""
    size = struct.unpack(">H", data[16:18])[0]
    count = len(data) // size
    places = set(range(100)) - SAYS_NOTHING
    free = _free_pages(data, size, places)
    overflow: set[tuple[int, int]] = set()
    for number in range(1, count + 1):
        start = (number - 1) * size
        kind = data[start + (100 if number == 1 else 0)]
        if number not in free and kind in {2, 5, 10, 13}:
            _tree_page(data, size, number, places, overflow)
    for number, length in overflow:
        start = (number - 1) * size
        places.update(range(start, start + 4 + min(length, size - 4)))
    return places


def number_types(data: bytes) -> set[int]:
    """Return the places that say of what type an event's number is.

    SQLite keeps the number as the row's own and writes nothing (0) here; one flipped bit makes "zero, as
    long as nothing" (8) of it, and nobody reads either.
    """
    size, found = struct.unpack(">H", data[16:18])[0], set()
    for page in range(0, len(data), size):
        head = page + (100 if page == 0 else 0)
        if data[head] == 13:
            cells = struct.unpack(">H", data[head + 3 : head + 5])[0]
            for begin in struct.unpack(f">{cells}H", data[head + 8 : head + 8 + 2 * cells]):
                at = page + begin
                for _ in range(3):
                    at = _varint(data, at)[1]
                found.add(at)
    return found


def _free_pages(data: bytes, size: int, places: set[int]) -> set[int]:
    found, trunk = set(), struct.unpack(">I", data[32:36])[0]
    while trunk:
        start = (trunk - 1) * size
        following, leaves = struct.unpack(">II", data[start : start + 8])
        places.update(range(start, start + 8 + 4 * leaves))
        found.add(trunk)
        found.update(struct.unpack(f">{leaves}I", data[start + 8 : start + 8 + 4 * leaves]))
        trunk = following
    return found


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for n in range(9):
        byte = data[at + n]
        if n == 8:
            return value << 8 | byte, at + 9
        value = value << 7 | byte & 0x7F
        if not byte & 0x80:
            return value, at + n + 1
    raise AssertionError


def _tree_page(data: bytes, size: int, number: int, places: set[int], overflow: set[tuple[int, int]]) -> None:
    page = (number - 1) * size
    head = page + (100 if number == 1 else 0)
    kind, block, cells = data[head], *struct.unpack(">HH", data[head + 1 : head + 5])
    length = 12 if kind in _INTERIOR else 8
    places.update(range(head, head + length + 2 * cells))
    while block:
        places.update(range(page + block, page + block + 4))
        block = struct.unpack(">H", data[page + block : page + block + 2])[0]
    for n in range(cells):
        at = head + length + 2 * n
        begin = page + struct.unpack(">H", data[at : at + 2])[0]
        places.update(range(begin, _cell_end(data, size, kind, begin, overflow)))


def _cell_end(data: bytes, size: int, kind: int, at: int, overflow: set[tuple[int, int]]) -> int:
    at += 4 if kind in _INTERIOR else 0
    if kind == 5:
        return _varint(data, at)[1]
    payload, at = _varint(data, at)
    if kind == 13:
        at = _varint(data, at)[1]
    most = size - 35 if kind == 13 else (size - 12) * 64 // 255 - 23
    if payload <= most:
        return at + payload
    least = (size - 12) * 32 // 255 - 23
    local = least + (payload - least) % (size - 4)
    local = local if local <= most else least
    _follow(data, size, struct.unpack(">I", data[at + local : at + local + 4])[0], payload - local, overflow)
    return at + local + 4


def _follow(data: bytes, size: int, number: int, left: int, overflow: set[tuple[int, int]]) -> None:
    while number and left > 0:
        overflow.add((number, left))
        start = (number - 1) * size
        number = struct.unpack(">I", data[start : start + 4])[0]
        left -= size - 4
