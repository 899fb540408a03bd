"""Zip packages (.docx, .xlsx) from elsewhere, unpacked within limits: no reader meets a bomb or a DTD.

What the directory of a zip says of sizes may be a lie, so each part is inflated here and measured.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath

from ipu_session.intake.errors import IntakeError, IntakeTrouble

PART_LIMIT = 2_000
UNPACKED_LIMIT_BYTES = 200_000_000
XML_LIMIT_BYTES = 32_000_000
RATIO_LIMIT = 200
"""Word's and Excel's own files stay below 60 to 1; a bomb comes near 1,000 to 1."""
RATIO_FREE_BYTES = 1_000_000

_CHUNK_BYTES = 1 << 16
_LOCAL_HEADER_BYTES = 30
_XML_ENDINGS = (".xml", ".rels", ".vml")
_MAIN_PARTS = (
    ("word/document.xml", "docx"),
    ("xl/workbook.xml", "xlsx"),
    ("xl/workbook.bin", "xlsb"),
    ("ppt/presentation.xml", "pptx"),
)
_MIME_KINDS = {b"spreadsheet": "ods", b"text": "odt", b"presentation": "odp"}
_DTD = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def package_kind(data: bytes, name: str) -> str:
    """Return what a zip holds: docx, xlsx, ods, odt … or ``zip`` for something else."""
    with _opened(data, name) as package:
        names = {info.filename for info in package.infolist()[:PART_LIMIT]}
        kind = next((kind for part, kind in _MAIN_PARTS if part in names), "") or _apple_kind(names, name)
        if kind or "mimetype" not in names:
            return kind or "zip"
        mime = _inflate(data, package.getinfo("mimetype"), name)
    return next((kind for word, kind in _MIME_KINDS.items() if mime.endswith(word)), "zip")


def _apple_kind(names: set[str], name: str) -> str:
    """Return ``numbers``, ``pages`` or ``keynote`` for a package of Apple's programs, by its file's name."""
    if not any(part.startswith("Index/") or part == "Index.zip" for part in names):
        return ""
    suffix = PurePosixPath(name).suffix.lower().removeprefix(".")
    return suffix if suffix in {"numbers", "pages"} else "keynote" if suffix == "key" else "numbers"


def unpack_xml(data: bytes, name: str) -> dict[str, bytes]:
    """Return the XML parts of a package; ``IntakeError`` for bombs, DTDs, locked and broken ones."""
    return _unpacked(data, name, _is_xml)


def unpack(data: bytes, name: str) -> dict[str, bytes]:
    """Return every part of a package; ``IntakeError`` as for the XML parts alone."""
    return _unpacked(data, name, bool)


def _is_xml(part: str) -> bool:
    # By its ending: to a path, `_rels/.rels` has no suffix.
    return part.lower().endswith(_XML_ENDINGS)


def _unpacked(data: bytes, name: str, wanted: Callable[[str], bool]) -> dict[str, bytes]:
    with _opened(data, name) as package:
        infos = package.infolist()
    budget = _Budget(name, len(infos))
    parts: dict[str, bytes] = {}
    for info in infos:
        budget.announce(info)
        if not info.filename:
            raise IntakeError(IntakeTrouble.DAMAGED, name)
        if info.is_dir():
            continue
        kept = wanted(info.filename)
        part = _inflate(data, info, name, keep=kept)
        if kept:
            if info.filename in parts:
                raise IntakeError(IntakeTrouble.DAMAGED, name, info.filename)
            if _is_xml(info.filename):
                _refuse_dtd(part, name, info.filename)
            parts[info.filename] = part
    return parts


@dataclass(slots=True)
class _Budget:
    """How much a package may still unpack."""

    name: str
    parts: int
    unpacked_bytes: int = 0
    xml_bytes: int = 0

    def announce(self, info: zipfile.ZipInfo) -> None:
        """Raise ``IntakeError`` if a part is locked, or one too many or too large."""
        if info.flag_bits & 1:
            raise IntakeError(IntakeTrouble.ENCRYPTED, self.name)
        self.unpacked_bytes += info.file_size
        if _is_xml(info.filename):
            self.xml_bytes += info.file_size
        swollen = info.file_size > max(RATIO_FREE_BYTES, info.compress_size * RATIO_LIMIT)
        overdrawn = self.unpacked_bytes > UNPACKED_LIMIT_BYTES or self.xml_bytes > XML_LIMIT_BYTES
        if swollen or overdrawn or self.parts > PART_LIMIT:
            raise IntakeError(IntakeTrouble.TOO_LARGE, self.name, info.filename)


def _opened(data: bytes, name: str) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError) as error:
        raise IntakeError(IntakeTrouble.DAMAGED, name) from error


def _inflate(data: bytes, info: zipfile.ZipInfo, name: str, *, keep: bool = True) -> bytes:
    """Return a part; it must be exactly as long as announced, and come out in small pieces."""
    raw = _raw(data, info)
    if info.compress_type == zipfile.ZIP_STORED:
        if len(raw) != info.file_size:
            raise IntakeError(IntakeTrouble.DAMAGED, name, info.filename)
        return raw
    if info.compress_type != zipfile.ZIP_DEFLATED:
        raise IntakeError(IntakeTrouble.DAMAGED, name, info.filename)
    pieces: list[bytes] = []
    length = 0
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        while raw and not inflater.eof and length <= info.file_size:
            piece = inflater.decompress(raw, _CHUNK_BYTES)
            raw = inflater.unconsumed_tail
            length += len(piece)
            if keep:
                pieces.append(piece)
    except zlib.error as error:
        raise IntakeError(IntakeTrouble.DAMAGED, name, info.filename) from error
    if length != info.file_size:
        raise IntakeError(IntakeTrouble.DAMAGED, name, info.filename)
    return b"".join(pieces)


def _raw(data: bytes, info: zipfile.ZipInfo) -> bytes:
    """Return the packed bytes of a part: after its local header, which varies in length."""
    at = info.header_offset
    header = data[at : at + _LOCAL_HEADER_BYTES]
    start = (
        at
        + _LOCAL_HEADER_BYTES
        + int.from_bytes(header[26:28], "little")
        + int.from_bytes(header[28:30], "little")
    )
    return data[start : start + info.compress_size]


def _refuse_dtd(part: bytes, name: str, place: str) -> None:
    """Raise ``IntakeError`` for a DTD, and for an encoding that could hide one: Office writes UTF-8."""
    if b"\0" in part or _DTD.search(part):
        raise IntakeError(IntakeTrouble.DTD, name, place)
