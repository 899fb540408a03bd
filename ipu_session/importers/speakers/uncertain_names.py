"""Recognition of names that are placeholders, of several people, or of a withdrawn speaker."""

import re

from ipu_session.domain.text.honorifics import is_title, split_title
from ipu_session.domain.text.text_folding import fold
from ipu_session.importers.speakers.public_offices import is_function

_PLACEHOLDER = re.compile(
    r"(?:.* )?(?:tb[acdn])(?: .*)?|(?:.* )?to be (?:confirmed|announced|determined|designated|decided"
    r"|named|advised"
    r"|nominated|appointed)(?: .*)?"
    r"|(?:.* )?(?:a|por) (?:confirmer|designer|determiner|preciser|nommer|communiquer|confirmar"
    r"|designar|determinar"
    r"|definir|nombrar|anunciar)(?: .*)?"
    r"|(?:name )?(?:to follow|pending|unknown|awaited)|vacant[es]?|vacancy|true|false|n a|none|aucune?"
    r"|ningun[oa]?"
    r"|inconnue?"
    r"|desconocid[oa]|n n|xx+|no (?:name|speaker)|not (?:yet )?(?:known|available|applicable|confirmed"
    r"|nominated"
    r"|designated)|يحدد لاحقا|سيحدد لاحقا|لم يحدد(?: بعد)?|غير محدد|لا يوجد"
)
_WITHDRAWN = re.compile(
    r"\b(?:withdrawn|withdrew|cancell?ed|d[ée]sist[ée]e?|retir[ée]e?|annul[ée]e?|retirad[oa]"
    r"|cancelad[oa]|anulad[oa]"
    r"|replaced|remplac[ée]e?|reemplazad[oa]|sustituid[oa]|excus[ée]e?|excused|absente?|ausente)\b"
    r"|انسحب|منسحب|ألغي|ملغى",
    re.IGNORECASE,
)
"""Words beside the name of a speaker who will not speak."""
_BETWEEN = re.compile(r"\s*[/;&|\n]\s*|\s+(?:and|et|y|e|und|و)\s+")
_STRONG = re.compile(r"\s*[/;|\n]\s*")


def is_placeholder(name: str) -> bool:
    """Return whether a name is a placeholder ("to be confirmed"), or only a title."""
    words = name.split()
    return bool(_PLACEHOLDER.fullmatch(fold(name))) or not words or all(is_title(word) for word in words)


def find_withdrawal(text: str) -> str:
    """Return the word that marks a speaker as withdrawn; "" if there is none."""
    match = _WITHDRAWN.search(text)
    return match[0] if match else ""


def is_withdrawal(cell: str) -> bool:
    """Return whether a remark or status begins with a word for withdrawn."""
    return bool(_WITHDRAWN.match(cell.strip()))


def names_several_people(cell: str) -> bool:
    """Return whether a cell names more than one person; a second line may be a function."""
    parts = [part for part in _BETWEEN.split(cell) if part.strip()]
    if len(parts) > 1 and all(split_title(part)[0] for part in parts):
        return True
    parts = [split_title(part)[1] for part in _STRONG.split(cell) if part.strip()]
    return len(parts) > 1 and all(_is_whole_name(part) for part in parts)


def _is_whole_name(part: str) -> bool:
    words = part.split()
    return len(words) > 1 and not is_function(part) and all(map(str.isalpha, (word[0] for word in words)))
