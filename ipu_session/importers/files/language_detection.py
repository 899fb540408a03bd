"""Detection of the language of a text, among those of the report, by script and most frequent words."""

import re
from collections import Counter

_COMMON = {
    "en": "the of and is are in for on by with which that this from as be have",
    "fr": "le la les des du et est une dans pour sur par aux qui que en ce sont au",
    "es": "el la los las del y una con para por sobre al que en es como se su",
}
_WORD = re.compile(r"[^\W\d_]+")
_ARABIC = re.compile("[\u0620-\u064a\u0671-\u06d3]")
_NOT_ARABIC = re.compile("[\u067e\u0686\u0698\u06a9\u06af\u06cc\u0679\u0688\u0691\u06ba\u06be\u06c1\u06d2]")
"""Letters of Persian, Urdu and other languages that Arabic does not have."""
_SAMPLE = 20_000
_MIN_COMMON_WORDS = 4
_MIN_COMMON_SHARE = 0.1
"""Minimum share of frequent words in running text; lists of names have fewer."""
_MIN_LEAD = 1.5


def detect_language(text: str) -> str:
    """Return ``en``, ``fr``, ``es`` or ``ar``; "" for another language, or if it is not clear."""
    words = Counter(_WORD.findall(text[:_SAMPLE].lower()))
    letters = sum(len(word) * count for word, count in words.items())
    arabic = len(_ARABIC.findall(text[:_SAMPLE]))
    if arabic * 2 > letters:
        others = len(_NOT_ARABIC.findall(text[:_SAMPLE]))
        return "ar" if others * 50 < arabic else ""
    scores = sorted((sum(words[each] for each in common.split()), code) for code, common in _COMMON.items())
    (second, _), (first, code) = scores[-2:]
    is_certain = first >= max(_MIN_COMMON_WORDS, _MIN_COMMON_SHARE * words.total()) and first >= _MIN_LEAD * second
    return code if is_certain else ""
