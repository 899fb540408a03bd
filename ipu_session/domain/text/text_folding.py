"""Case and spelling folding: every comparison of names or words in the program uses `fold`.

Spellings that a reader takes for the same name are equal: Unicode normal forms (NFC, NFD), case, accents,
apostrophes and hyphens of every kind, full width and ligatures (NFKC), zero-width and bidi marks, Arabic letter
forms and vowel signs, digits of any script. See docs/decisions/0044.
"""

import unicodedata

_LETTERS = {
    # Letters that Unicode does not decompose.
    "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ŧ": "t", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i",
    "ŋ": "n", "ɓ": "b", "ɗ": "d", "ɖ": "d", "ƙ": "k", "ƴ": "y", "ɛ": "e", "ɔ": "o", "ɩ": "i", "ʋ": "v",
    "ə": "a", "ĸ": "k",
    # Arabic letters that are typed interchangeably.
    "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ے": "ي", "ک": "ك", "ڪ": "ك", "ة": "ه", "ۃ": "ه", "ہ": "ه",
    "ھ": "ه", "ە": "ه", "ۀ": "ه", "ـ": "",
}  # fmt: skip
_KEPT_MARKS = "Mc"
"""Vowel signs of Indic scripts, which are more like letters than accents."""


class _FoldTable(dict[int, str]):
    """Translation table filled on demand, so that folding is one `str.translate` call."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_character(chr(code))
        return folded


def _fold_character(character: str) -> str:
    if character in _LETTERS:
        return _LETTERS[character]
    category = unicodedata.category(character)
    if category in {"Cf", "Me"} or unicodedata.combining(character) or _is_selector(character):
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(character))
    if category == "Lm" and not unicodedata.decomposition(character) and ord(character) < 0x0300:
        # ʼ ʻ ʾ ʿ ˈ: typed for an apostrophe.
        return " "
    return character if character.isalnum() or category in {_KEPT_MARKS, "Mn"} else " "


def _is_selector(character: str) -> bool:
    """Return whether a character is a variation selector or joiner, invisible by itself."""
    code = ord(character)
    return code == 0x034F or 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF


_FOLD_TABLE = _FoldTable()


def fold(text: str) -> str:
    """Return ``text`` for comparison: without case, accents, Arabic vowel signs and punctuation, single spaces."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return " ".join(text.casefold().translate(_FOLD_TABLE).split())
