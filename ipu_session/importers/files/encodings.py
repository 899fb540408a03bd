"""Decoding of text files: by byte order mark, else in the encoding chosen by the user, else as strict UTF-8.

An encoding is never guessed.

A guess silently misreads lists of names: Aïssata becomes Aďssata (docs/rules.md#fact-9).
"""

import codecs
from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct

from ipu_session.importers.files.errors import InputErrorCode, InputFileError
from ipu_session.importers.files.input_guard import detect_utf16, looks_like_text, read_bytes

CANDIDATES = (
    "cp1252", "iso-8859-15", "cp1250", "iso-8859-2", "mac-roman", "mac-latin2", "cp1251", "cp1256", "cp1254",
    "cp1253", "cp1257", "cp850", "gb18030", "shift_jis", "euc_kr",
)  # fmt: skip
"""Encodings offered to the user besides Unicode, the most likely first."""

PREVIEW_LINES = 5
SAMPLE_BYTES = 1_000_000

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16"),
)


class DecodedText(Struct, frozen=True):
    """A text with the encoding from which it was decoded."""

    text: str
    encoding: str


def decode(data: bytes, name: str, encoding: str | None = None) -> DecodedText:
    """Return decoded bytes; a byte order mark takes precedence over ``encoding``.

    Raises InputFileError: NOT_TEXT for binary data; ENCODING_UNKNOWN if the user has to choose an encoding, or another
    one, because the data cannot be decoded.
    """
    if not looks_like_text(data):
        raise InputFileError(InputErrorCode.NOT_TEXT, name)
    for mark, codec, encoding_name in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return DecodedText(_decode_strict(data, codec, name), encoding_name)
    if encoding:
        return DecodedText(_decode_strict(data, encoding, name), encoding)
    if detect_utf16(data):
        raise InputFileError(InputErrorCode.ENCODING_UNKNOWN, name, detail=detect_utf16(data))
    return DecodedText(_decode_strict(data, "utf-8", name), "utf-8")


def _decode_strict(data: bytes, codec: str, name: str) -> str:
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputFileError(InputErrorCode.ENCODING_UNKNOWN, name, f"line {line}") from error
    except (LookupError, UnicodeError) as error:
        raise InputFileError(InputErrorCode.ENCODING_UNKNOWN, name, detail=codec) from error
    if "\0" in text:
        raise InputFileError(InputErrorCode.NOT_TEXT, name)
    return text


def encoding_candidates(path: Path) -> tuple[tuple[str, str], ...]:
    """Return (encoding, preview) for each encoding that can decode the file, for the user to choose from.

    UTF-8, UTF-16 if detected, and `CANDIDATES` are tried on the first MB. All previews show the same lines, those first
    that the encodings decode in the most different ways. Of encodings that give the same text only the first is
    returned. InputFileError if the file cannot be read or is not text.
    """
    data = read_bytes(path)
    if not looks_like_text(data):
        raise InputFileError(InputErrorCode.NOT_TEXT, str(path))
    if len(data) > SAMPLE_BYTES:
        data = data[: data.rfind(b"\n", 0, SAMPLE_BYTES) + 1] or data[:SAMPLE_BYTES]
    wide = detect_utf16(data)
    seen: dict[str, str] = {}
    for encoding in ("utf-8", wide, *CANDIDATES) if wide else ("utf-8", *CANDIDATES):
        text = _decode_if_plausible(data, encoding)
        if text and text not in seen:
            seen[text] = encoding
    distinguishing = _distinguishing_lines(seen)
    return tuple((encoding, _preview(text, distinguishing)) for text, encoding in seen.items())


def _decode_if_plausible(data: bytes, encoding: str) -> str:
    """Return the decoded text; "" if it cannot be decoded, or contains control characters."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return ""
    return "" if any(code in text for code in _CONTROLS) else text


_CONTROLS = tuple(chr(code) for code in (0, *range(0x80, 0xA0)))


def _distinguishing_lines(texts: Iterable[str]) -> list[int]:
    """Return the indexes of the lines that differ between the decoded texts, those with the most variants first."""
    variants = [len(set(lines)) for lines in zip(*map(str.splitlines, texts), strict=False)]
    return sorted((line for line, many in enumerate(variants) if many > 1), key=lambda line: -variants[line])


def _preview(text: str, distinguishing: Sequence[int]) -> str:
    lines = text.splitlines()
    return "\n".join([lines[line] for line in distinguishing[:PREVIEW_LINES]] or lines[:PREVIEW_LINES])
