"""Checks of input files before they are parsed: regular file, size limit, kind detected from the content."""

import errno
import os
import re
import stat
from pathlib import Path

from ipu_session.importers.files.errors import InputErrorCode, InputFileError
from ipu_session.importers.files.zip_package import detect_zip_kind

FILE_LIMIT_BYTES = 20_000_000

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_MAGIC_NUMBERS = {
    b"\x89PNG\r\n\x1a\n": "image",
    b"\xff\xd8\xff": "image",
    b"GIF8": "image",
    b"II*\0": "image",
    b"MM\0*": "image",
    b"Rar!": "zip",
    b"7z\xbc\xaf": "zip",
    b"\x1f\x8b": "zip",
    b"SQLite format 3\0": "database",
}
_OLE_KINDS = {"WordDocument": "doc", "Workbook": "xls", "Book": "xls", "PowerPoint Document": "ppt"}
_ERROR_CODES = {
    errno.ENOENT: InputErrorCode.MISSING,
    errno.ENOTDIR: InputErrorCode.MISSING,
    errno.ENAMETOOLONG: InputErrorCode.MISSING,
    errno.EISDIR: InputErrorCode.IS_A_DIRECTORY,
    errno.EACCES: InputErrorCode.NOT_PERMITTED,
    errno.EPERM: InputErrorCode.NOT_PERMITTED,
    errno.ENXIO: InputErrorCode.NOT_A_FILE,
}


def read_bytes(path: Path) -> bytes:
    """Return the content of a regular file of 1 byte to 20 MB; InputFileError for anything else."""
    name = str(path)
    try:
        return _read_regular_file(path, name)
    except ValueError as error:
        # A NUL character in the name: no such file can exist.
        raise InputFileError(InputErrorCode.MISSING, name) from error
    except OSError as error:
        code = _ERROR_CODES.get(error.errno or 0, InputErrorCode.UNREADABLE)
        raise InputFileError(code, name, detail=error.strerror or "") from error


def _read_regular_file(path: Path, name: str) -> bytes:
    _check_regular_file(path.stat(), name)
    # O_NONBLOCK: do not block if the file was replaced by a pipe after the check.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags), "rb") as file:
        _check_regular_file(os.fstat(file.fileno()), name)
        data = file.read(FILE_LIMIT_BYTES + 1)
    if not data:
        raise InputFileError(InputErrorCode.EMPTY, name)
    if len(data) > FILE_LIMIT_BYTES:
        raise InputFileError(InputErrorCode.TOO_LARGE, name)
    return data


def _check_regular_file(status: os.stat_result, name: str) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise InputFileError(InputErrorCode.IS_A_DIRECTORY, name)
    if not stat.S_ISREG(status.st_mode):
        raise InputFileError(InputErrorCode.NOT_A_FILE, name)
    if status.st_size > FILE_LIMIT_BYTES:
        raise InputFileError(InputErrorCode.TOO_LARGE, name)


def detect_kind(data: bytes, name: str) -> str:
    """Return the kind of a file by its content: docx, xlsx, pdf, text, rtf, doc, odt, zip … or ``binary``.

    InputFileError if it is an encrypted Office file or a damaged zip.
    """
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return detect_zip_kind(data, name)
    if data.startswith(_OLE):
        return _detect_ole_kind(data, name)
    if data.startswith(b"{\\rtf"):
        return "rtf"
    return "text" if looks_like_text(data) else "binary"


def detect_list_kind(data: bytes, kind: str) -> str:
    """Return the kind of a file, more exactly than ``kind`` (from `detect_kind`) if possible.

    Text may be ``html``, ``xml-spreadsheet``, ``mhtml`` or ``xml``; other content an image, an archive or a database.
    """
    if kind != "text":
        return next((detected for magic, detected in _MAGIC_NUMBERS.items() if data.startswith(magic)), kind)
    start = data[:4_000].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").replace(b"\0", b"").lower()
    if b"urn:schemas-microsoft-com:office:spreadsheet" in start:
        return "xml-spreadsheet"
    if _WEB_PAGE.match(start):
        return "html"
    if start.startswith(b"mime-version:") or b"content-type: multipart/related" in start:
        return "mhtml"
    return "xml" if start.startswith(b"<?xml") else kind


_WEB_PAGE = re.compile(
    rb"(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype html|html|head|body|table|meta|div|style)\b", re.DOTALL
)
LIST_KINDS = ("text", "xlsx", "xlsb", "xls", "ods", "docx")


def require_list_kind(kind: str, data: bytes, name: str) -> None:
    """Raise InputFileError unless the kind is in `LIST_KINDS` and does not contradict the file's extension."""
    detected = detect_list_kind(data, kind)
    suffix = Path(name).suffix.lower().removeprefix(".")
    promised = _KIND_OF_EXTENSION.get(suffix, "")
    if detected == "binary" and promised in {"", "text"}:
        raise InputFileError(InputErrorCode.NOT_TEXT, name)
    if detected == "binary":
        raise InputFileError(InputErrorCode.DAMAGED, name)
    if detected not in LIST_KINDS:
        raise InputFileError(InputErrorCode.NOT_A_LIST, name, detail=detected)
    if promised not in {"", detected}:
        raise InputFileError(InputErrorCode.WRONG_KIND, name, detail=detected)


def _detect_ole_kind(data: bytes, name: str) -> str:
    if _ENCRYPTED_PACKAGE in data:
        raise InputFileError(InputErrorCode.ENCRYPTED, name)
    kinds = (kind for stream, kind in _OLE_KINDS.items() if stream.encode("utf-16-le") in data)
    return next(kinds, "ole")


def looks_like_text(data: bytes) -> bool:
    """Return whether bytes look like text in some encoding rather than like binary data."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")) or detect_utf16(data):
        return True
    sample = data[:100_000]
    if b"\0" in sample:
        return False
    controls = sum(sample.count(code) for code in range(32) if code not in b"\t\n\v\f\r")
    return controls * 200 <= len(sample)


def detect_utf16(data: bytes) -> str:
    """Return ``utf-16-le`` or ``utf-16-be`` if bytes seem to be UTF-16 without a byte order mark; else ""."""
    sample = data[:4_000]
    half = len(sample) // 2
    if half and sample[1::2].count(0) * 10 > half * 4 and not sample[0::2].count(0):
        return "utf-16-le"
    if half and sample[0::2].count(0) * 10 > half * 4 and not sample[1::2].count(0):
        return "utf-16-be"
    return ""


def require_kind(kind: str, accepted: tuple[str, ...], name: str) -> None:
    """Raise InputFileError if the kind of a file is not in ``accepted``, or contradicts the file's extension."""
    suffix = Path(name).suffix.lower().removeprefix(".")
    promised = _KIND_OF_EXTENSION.get(suffix, "")
    if kind == "binary":
        code = InputErrorCode.DAMAGED if promised not in {"", "text"} else InputErrorCode.NOT_TEXT
        raise InputFileError(code, name)
    if kind not in accepted or (promised and promised != kind):
        raise InputFileError(InputErrorCode.WRONG_KIND, name, detail=kind)


_KIND_OF_EXTENSION = {
    "txt": "text",
    "csv": "text",
    "tsv": "text",
    "docx": "docx",
    "docm": "docx",
    "dotx": "docx",
    "pdf": "pdf",
    "xlsx": "xlsx",
    "xlsm": "xlsx",
}
