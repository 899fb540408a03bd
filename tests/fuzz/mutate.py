"""Files spoilt at random, from sound ones: bytes, words, and the parts inside a package."""

import io
import random
import re
import warnings
import zipfile
import zlib

_ODD = (
    b"\0", b"\x0b", b"\xff\xfe", b"\xef\xbb\xbf", b"\r", b"\n" * 50, b"&#0;", b"]]>", b"-1",
    b"0", b"4294967296", b"\x1b", b"\x0c",
    b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"999999999999999999999", b"NaN", b"1e999", "\u202e".encode(),
    "\U0001f600".encode(), b"\xed\xa0\x80", b"=cmd|'/c calc'!A1", b'"', b"'", b";", b",", b"\t", b"%s",
    b"../../", b"{{7*7}}", b"[" * 300, b"(" * 300,
)  # fmt: skip
_FIGURES = (b"0", b"-1", b"1", b"65536", b"2147483648", b"99999999999999999999")
_TAGS = re.compile(rb"<[^<>]{1,400}>")
_NUMBERS = re.compile(rb"\d{1,9}")
_LARGEST = 2_000_000


def spoilt(data: bytes, chance: random.Random) -> bytes:
    """Return a file that is not quite ``data`` any more."""
    if data.startswith(b"PK") and chance.random() < 0.85:
        return _repacked(data, chance)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        data = chance.choice(_WAYS)(data, chance)
    return data[:_LARGEST]


def _repacked(data: bytes, chance: random.Random) -> bytes:
    """Spoil what a package holds and pack it well again, so that its readers get that far."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = [(info.filename, package.read(info)) for info in package.infolist()]
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError):
        return _flipped(data, chance)
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        at = chance.randrange(len(parts)) if parts else 0
        if not parts:
            break
        name, part = parts[at]
        fate = chance.random()
        if fate < 0.06:
            del parts[at]
        elif fate < 0.09:
            parts.append((name, part))
        elif fate < 0.14:
            parts[at] = (chance.choice(parts)[0], part)
        else:
            parts[at] = (name, chance.choice(_WAYS)(part, chance))
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        # Two parts of one name are meant.
        warnings.simplefilter("ignore", UserWarning)
        for name, part in parts:
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(info, part)
    return out.getvalue()


def _flipped(data: bytes, chance: random.Random) -> bytes:
    if not data:
        return b"\0"
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 8))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _cut(data: bytes, chance: random.Random) -> bytes:
    one, other = sorted((chance.randint(0, len(data)), chance.randint(0, len(data))))
    return data[:one] + data[other:] if chance.random() < 0.7 else data[:other]


def _doubled(data: bytes, chance: random.Random) -> bytes:
    one, other = sorted((chance.randint(0, len(data)), chance.randint(0, len(data))))
    return data[:other] + data[one : min(other, one + 5_000)] * chance.choice((1, 2, 20)) + data[other:]


def _odd(data: bytes, chance: random.Random) -> bytes:
    at = chance.randint(0, len(data))
    return data[:at] + chance.choice(_ODD) + data[at + chance.choice((0, 0, 1, 5)) :]


def _other_number(data: bytes, chance: random.Random) -> bytes:
    return _replaced(_NUMBERS, data, chance.choice(_FIGURES), chance)


def _other_tag(data: bytes, chance: random.Random) -> bytes:
    tags = _TAGS.findall(data[:200_000])
    return _replaced(_TAGS, data, chance.choice(tags) if tags and chance.random() < 0.8 else b"", chance)


def _replaced(pattern: re.Pattern[bytes], data: bytes, new: bytes, chance: random.Random) -> bytes:
    found = [match.span() for match in pattern.finditer(data[:200_000])]
    if not found:
        return _flipped(data, chance)
    begin, end = chance.choice(found)
    return data[:begin] + new + data[end:]


_WAYS = (_flipped, _flipped, _cut, _doubled, _odd, _odd, _other_number, _other_tag, _other_tag)
