"""File names made from titles, valid on every operating system."""

import unicodedata

_LONGEST = 80
_NOT_ALLOWED = frozenset('<>:"/\\|?*')
_RESERVED = frozenset(
    {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"}
    | {f"{port}{number}" for port in ("COM", "LPT") for number in "0123456789¹²³"}
)


def safe_file_name(title: str, otherwise: str) -> str:
    """Return ``title`` as a file name without extension, or ``otherwise`` if nothing valid is left.

    Characters that Windows forbids, control characters and bidi marks are removed or become spaces, a name that Windows
    reserves, such as CON, gets an underscore (Microsoft, Win32 file naming), and the length is at most 80 characters.
    """
    safe = "".join(_safe_character(character) for character in unicodedata.normalize("NFC", title))
    name = " ".join(safe.split())[:_LONGEST].strip(" .")
    if not name:
        return otherwise
    return f"{name}_" if name.partition(".")[0].strip().upper() in _RESERVED else name


def _safe_character(character: str) -> str:
    if character in _NOT_ALLOWED or unicodedata.category(character) in {"Cc", "Zl", "Zp"}:
        return " "
    return "" if unicodedata.category(character) in {"Cf", "Cs", "Co", "Cn"} else character
