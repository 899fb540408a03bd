"""Reader of written contributions: the file unchanged, with proposed values for its entry (docs/rules.md#n3)."""

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

from ipu_session.domain.exchange.import_results import ReceivedFile
from ipu_session.domain.model.ids import DelegationId
from ipu_session.domain.model.session import NO_DELEGATION, Delegation
from ipu_session.domain.text.delegation_search import DelegationFinder
from ipu_session.importers.files.document_line import LineStyle, SourceLine
from ipu_session.importers.files.documents import parse_document
from ipu_session.importers.files.input_guard import detect_kind, read_bytes, require_kind
from ipu_session.importers.files.language_detection import detect_language
from ipu_session.importers.files.zip_package import unpack_xml

WORDS_PER_PAGE = 500
"""Words on a page of A4 in 11 points: an estimate for files that do not declare their page count."""
_MAX_WORDS_PER_PAGE = 1_000
"""Maximum number of words on a page: a Word file with more words than fit on its declared pages is not believed."""
_LAYOUT_PAGES = 2
"""Number of PDF pages read in layout mode: for a letterhead in two columns; the body reads well in drawing order."""
_FIRST_LINES = 8
_FIRST_LETTERS = 800
_LONGEST_TITLE = 150
_PAGES = re.compile(rb"<(?:\w+:)?Pages>\s*(\d{1,4})\s*</")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u202a-\u202e\u2066-\u2069\ufeff\ufdd0-\ufdef\ufffe\uffff]"
)
_LIGATURES = str.maketrans({"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl", "\t": " ", "\v": "\n"})
_GAPS = re.compile(r"\n\s*\n\s*")
_WRAPPED = re.compile(r"(?<=[^\W_])(?P<sign>[,-]?)[ ]*\n(?=[^\W\d_])")


def read_contribution(path: Path, delegations: Iterable[Delegation], encoding: str | None = None) -> ReceivedFile:
    """Return a .docx, .pdf or .txt file with its text and proposed values; InputFileError if it cannot be read.

    ``encoding``: chosen by the user for a text file that is not in UTF-8.

    A PDF or Word file with pictures only (scanned pages) is accepted. Of a very long file only the first part is
    read (``is_cut``); the word count of a PDF is extrapolated from the pages read.
    """
    name, data = str(path), read_bytes(path)
    kind = detect_kind(data, name)
    require_kind(kind, ("docx", "pdf", "text"), name)
    document = parse_document(data, kind, name, encoding, _LAYOUT_PAGES)
    text = _clean_text(document.text, wrapped=kind != "docx")
    words = sum(any(map(str.isalnum, word)) for word in text.split())
    if 0 < document.pages_read < document.pages:
        words = words * document.pages // document.pages_read
    counted = _declared_pages(data, name, words) if kind == "docx" else document.pages
    return ReceivedFile(
        path.name,
        data,
        hashlib.sha256(data).hexdigest(),
        text,
        words,
        counted or document.pages or max(1, -(-words // WORDS_PER_PAGE)),
        not counted,
        detect_language(text),
        _guess_title(document.lines),
        _guess_delegation(path.stem, text, delegations),
        document.is_cut,
    )


def _clean_text(text: str, *, wrapped: bool) -> str:
    """Return a text without invisible characters; ``wrapped``: lines wrapped by the page layout are joined."""
    text = text.translate(_LIGATURES).encode("utf-8", "replace").decode("utf-8")
    text = _GAPS.sub("\n\n", _INVISIBLE.sub("", text)).strip()
    return _WRAPPED.sub(_join_wrapped, text) if wrapped else text


def _join_wrapped(match: re.Match[str]) -> str:
    """Return the separator of two wrapped lines: a line feed before a capital, else a space or a hyphen."""
    following = match.string[match.end()]
    if following.isupper():
        return match.group()
    return "-" if match["sign"] == "-" else f"{match['sign']} "


def _declared_pages(data: bytes, name: str, words: int) -> int:
    """Return the page count declared by a Word file; 0 if there is none, or if it is implausible."""
    match = _PAGES.search(unpack_xml(data, name).get("docProps/app.xml", b""))
    pages = int(match[1]) if match else 0
    return pages if words <= _MAX_WORDS_PER_PAGE * pages else 0


def _guess_title(lines: Iterable[SourceLine]) -> str:
    """Return the first line with the style of a title or heading, else the first line; "" if that is no title."""
    first = [line for line in lines if line.text.strip() and line.style is not LineStyle.MARGIN][:_FIRST_LINES]
    styled = [line for line in first if line.style in {LineStyle.TITLE, LineStyle.HEADING}]
    text = " ".join(line.text for line in (styled or first)[:1])
    text = " ".join(_clean_text(text, wrapped=False).split())
    sentence = not styled and text.endswith((".", ",", ";", ":", "،"))
    return "" if sentence or len(text) > _LONGEST_TITLE else text


def _guess_delegation(stem: str, text: str, delegations: Iterable[Delegation]) -> DelegationId:
    finder = DelegationFinder(delegations)
    lines = "\n".join([line for line in text.split("\n") if line.strip()][:_FIRST_LINES])
    for searched in (stem, lines[:_FIRST_LETTERS]):
        delegations_found = finder.find_in_text(searched)
        if delegations_found:
            return delegations_found[0].id if len(delegations_found) == 1 else NO_DELEGATION
    return NO_DELEGATION
