"""Unpacking of zip packages (.docx, .xlsx) within limits: protection against zip bombs and DTDs.

The sizes in the directory of a zip may be forged, so each part is inflated and measured here.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Callable
from pathlib import PurePosixPath

from msgspec import Struct

from ipu_session.importers.files.errors import InputErrorCode, InputFileError
from ipu_session.importers.files.ooxml import CONTENT_TYPES, PACKAGE_RELATIONSHIPS, detect_ooxml_kind, normalize_package

PART_LIMIT = 2_000
UNPACKED_LIMIT_BYTES = 200_000_000
XML_LIMIT_BYTES = 32_000_000
RATIO_LIMIT = 200
"""Maximum compression ratio; files of Word and Excel stay below 60 to 1, a zip bomb is near 1,000 to 1."""
RATIO_FREE_BYTES = 1_000_000

_CHUNK_BYTES = 1 << 16
_LOCAL_HEADER_BYTES = 30
_XML_ENDINGS = (".xml", ".rels", ".vml")
_MIME_KINDS = {b"spreadsheet": "ods", b"text": "odt", b"presentation": "odp"}
_DTD = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def detect_zip_kind(data: bytes, name: str) -> str:
    """Return the kind of a zip: docx, xlsx, ods, odt … or ``zip`` for anything else; InputFileError if damaged."""
    with _open_zip(data, name) as package:
        infos = {info.filename: info for info in package.infolist()[:PART_LIMIT]}
        links, types = (
            _inflate(data, infos[part], name) if part in infos and _is_small(infos[part]) else b""
            for part in (PACKAGE_RELATIONSHIPS, CONTENT_TYPES)
        )
        kind = detect_ooxml_kind(set(infos), links, types) or _detect_iwork_kind(set(infos), name)
        if kind or "mimetype" not in infos:
            return kind or "zip"
        mime = _inflate(data, infos["mimetype"], name) if _is_small(infos["mimetype"]) else b""
    return next((kind for word, kind in _MIME_KINDS.items() if mime.endswith(word)), "zip")


def _detect_iwork_kind(names: set[str], name: str) -> str:
    """Return ``numbers``, ``pages`` or ``keynote`` for a package of Apple iWork, by the file's extension; else ""."""
    if not any(part.startswith("Index/") or part == "Index.zip" for part in names):
        return ""
    suffix = PurePosixPath(name).suffix.lower().removeprefix(".")
    return suffix if suffix in {"numbers", "pages"} else "keynote" if suffix == "key" else "numbers"


def _is_small(info: zipfile.ZipInfo) -> bool:
    return not info.flag_bits & 1 and info.file_size <= RATIO_FREE_BYTES


def unpack_xml(data: bytes, name: str) -> dict[str, bytes]:
    """Return the XML parts of a package; InputFileError if it exceeds a limit, has a DTD, is encrypted or damaged."""
    return _unpack(data, name, _is_xml)


def unpack(data: bytes, name: str) -> dict[str, bytes]:
    """Return all parts of a package by name; InputFileError as in `unpack_xml`."""
    return _unpack(data, name, bool)


def _is_xml(part: str) -> bool:
    # Not by PurePath.suffix, which is empty for `_rels/.rels`.
    return part.lower().endswith(_XML_ENDINGS)


def _unpack(data: bytes, name: str, is_kept: Callable[[str], bool]) -> dict[str, bytes]:
    with _open_zip(data, name) as package:
        infos = package.infolist()
    budget = _UnpackBudget(name, len(infos))
    parts: dict[str, bytes] = {}
    for info in infos:
        budget.charge(info)
        if not info.filename:
            raise InputFileError(InputErrorCode.DAMAGED, name)
        if info.is_dir():
            continue
        part = _inflate(data, info, name, keep=is_kept(info.filename))
        if is_kept(info.filename):
            if info.filename in parts:
                raise InputFileError(InputErrorCode.DAMAGED, name, info.filename)
            if _is_xml(info.filename):
                _reject_dtd(part, name, info.filename)
            parts[info.filename] = part
    return normalize_package(parts)


class _UnpackBudget(Struct):
    """Declared sizes of the parts unpacked so far, checked against the limits; `_inflate` checks the real sizes."""

    name: str
    parts: int
    unpacked_bytes: int = 0
    xml_bytes: int = 0

    def charge(self, info: zipfile.ZipInfo) -> None:
        """Charge a part; InputFileError if it is encrypted, or exceeds a limit."""
        if info.flag_bits & 1:
            raise InputFileError(InputErrorCode.ENCRYPTED, self.name)
        self.unpacked_bytes += info.file_size
        if _is_xml(info.filename):
            # XML has a limit of its own: a table of 60,000 equal rows has a ratio of 250 to 1, and is not a bomb.
            self.xml_bytes += info.file_size
        is_compression_bomb = info.file_size > max(RATIO_FREE_BYTES, info.compress_size * RATIO_LIMIT)
        is_over_limit = self.unpacked_bytes > UNPACKED_LIMIT_BYTES or self.xml_bytes > XML_LIMIT_BYTES
        if (is_compression_bomb and not _is_xml(info.filename)) or is_over_limit or self.parts > PART_LIMIT:
            raise InputFileError(InputErrorCode.TOO_LARGE, self.name, info.filename)


def _open_zip(data: bytes, name: str) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError) as error:
        raise InputFileError(InputErrorCode.DAMAGED, name) from error


def _inflate(data: bytes, info: zipfile.ZipInfo, name: str, *, keep: bool = True) -> bytes:
    """Return an inflated part, read in chunks; InputFileError unless its size is the declared one."""
    raw = _compressed_bytes(data, info)
    if info.compress_type == zipfile.ZIP_STORED:
        if len(raw) != info.file_size:
            raise InputFileError(InputErrorCode.DAMAGED, name, info.filename)
        return raw
    if info.compress_type != zipfile.ZIP_DEFLATED:
        raise InputFileError(InputErrorCode.DAMAGED, name, info.filename)
    chunks: list[bytes] = []
    length = 0
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        while raw and not inflater.eof and length <= info.file_size:
            chunk = inflater.decompress(raw, _CHUNK_BYTES)
            raw = inflater.unconsumed_tail
            length += len(chunk)
            if keep:
                chunks.append(chunk)
    except zlib.error as error:
        raise InputFileError(InputErrorCode.DAMAGED, name, info.filename) from error
    if length != info.file_size:
        raise InputFileError(InputErrorCode.DAMAGED, name, info.filename)
    return b"".join(chunks)


def _compressed_bytes(data: bytes, info: zipfile.ZipInfo) -> bytes:
    """Return the compressed bytes of a part, after its local header, whose length varies."""
    offset = info.header_offset
    header = data[offset : offset + _LOCAL_HEADER_BYTES]
    start = (
        offset + _LOCAL_HEADER_BYTES + int.from_bytes(header[26:28], "little") + int.from_bytes(header[28:30], "little")
    )
    return data[start : start + info.compress_size]


def _reject_dtd(part: bytes, name: str, part_name: str) -> None:
    """Raise InputFileError for a DTD, and for an encoding that could hide one (Office writes UTF-8)."""
    if b"\0" in part or _DTD.search(part):
        raise InputFileError(InputErrorCode.DTD, name, part_name)
