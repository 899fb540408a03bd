"""Removes characters that XML forbids, so that pasted text or a damaged file cannot make an export fail."""

import re

_BREAKS = re.compile("\r\n|[\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
# Characters that XML 1.0 forbids or discourages, and the two bidi overrides.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff\u202d\u202e"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "]"
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_SUSPECT = re.compile(f"{_BREAKS.pattern}|{_FORBIDDEN.pattern}|{_SURROGATE.pattern}")


def sanitize_text(text: str) -> str:
    """Return ``text`` with all line breaks as newlines and without characters that XML forbids."""
    if _SUSPECT.search(text) is None:
        return text
    return _FORBIDDEN.sub("", _BREAKS.sub("\n", repair_surrogates(text)))


def sanitize_line(text: str) -> str:
    """Return ``text`` sanitized and on one line."""
    return " ".join(sanitize_text(text).split())


def repair_surrogates(text: str) -> str:
    """Return ``text`` with surrogate halves joined to characters, and unpaired ones replaced."""
    if _SURROGATE.search(text) is None:
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
