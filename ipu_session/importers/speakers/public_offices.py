"""Recognition of functions beside a name or in place of a title: MP, Senator, Vice-President of the House."""

import re

from ipu_session.domain.text.text_folding import fold

_WORDS = frozenset(
    {
        *("mp", "mps", "mep", "mna", "member", "senator", "deputy", "speaker", "president", "chair", "chairman"),
        *("chairwoman", "chairperson", "vice", "minister", "secretary", "parliamentarian", "congressman"),
        *("congresswoman", "councillor", "ambassador", "whip", "leader", "head", "rapporteur", "delegate"),
        *("director", "adviser", "advisor", "depute", "deputee", "senateur", "senatrice", "presidente"),
        *("ministre", "parlementaire", "chef", "cheffe", "membre", "questeur", "questeure", "secretaire"),
        *("conseiller", "conseillere", "diputado", "diputada", "senador", "senadora", "ministro", "ministra"),
        *("jefe", "jefa", "miembro", "parlamentario", "parlamentaria", "secretario", "secretaria"),
        *("عضو", "عضوه", "نايب", "نايبه", "رييس", "رييسه", "وزير", "وزيره"),
    }
)
_BEHIND = re.compile(r"(.+?)(?:\s*,\s*|\s+)\(?((?:M\.?P|MEP|M\.?N\.?A)\.?)\)?")
_APART = re.compile(r"(.+?)\s*(?:,\s*|[(\[]\s*|\n\s*|\s[-–—]\s)([^()\[\]\n]+?)\s*[)\]]?")


def is_function(text: str) -> bool:
    """Return whether the first or second word of a text is a function: Senator, First Vice-President."""
    words = fold(text).replace("m p", "mp").split()
    return any(word in _WORDS for word in words[:2])


def split_function(cell: str) -> tuple[str, str]:
    """Return a name and the function after it ("Ana Flores, Senator"); the function is "" if there is none."""
    if match := _BEHIND.fullmatch(cell):
        return match[1], match[2]
    match = _APART.fullmatch(cell)
    if match and is_function(match[2]) and not is_function(match[1]):
        return match[1], " ".join(match[2].split())
    return cell, ""
