"""Text out of a .pdf, page by page, as it is read: paragraphs apart, columns one after the other."""

import io
import logging
from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from ipu_session.intake.errors import IntakeError, IntakeTrouble
from ipu_session.intake.page_layout import columns_unfolded

if TYPE_CHECKING:
    from pypdf import PageObject

_T = TypeVar("_T")
PAGE_LIMIT = 200
_WORDS_APART = 0.03
"""The share of words in which two ways of reading a page may differ."""
_BLANK_SHARE = 0.45


def pdf_text(data: bytes, name: str) -> str:
    """Return the text of a .pdf, a form feed between pages; raises ``IntakeError``."""
    return "\f".join(_of_pages(data, name, _page_text))


def page_count(data: bytes, name: str) -> int:
    """Return how many pages a .pdf has; raises ``IntakeError``."""
    return len(_of_pages(data, name, id))


def _of_pages(data: bytes, name: str, find: Callable[["PageObject"], _T]) -> list[_T]:
    from pypdf import PasswordType, PdfReader
    from pypdf.errors import DependencyError, PyPdfError

    # pypdf tells its log of every oddity of a file; what matters here is whether text comes out.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    broken = (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED:
            raise IntakeError(IntakeTrouble.ENCRYPTED, name)
        if len(reader.pages) > PAGE_LIMIT:
            raise IntakeError(IntakeTrouble.TOO_LARGE, name)
        return [find(page) for page in reader.pages]
    except DependencyError as error:
        # A cipher that needs a package we do not carry.
        raise IntakeError(IntakeTrouble.ENCRYPTED, name) from error
    except NotImplementedError as error:
        # A lock of somebody's own making, or a filter that nobody knows.
        locked = b"/Encrypt" in data
        raise IntakeError(IntakeTrouble.ENCRYPTED if locked else IntakeTrouble.DAMAGED, name) from error
    except (*broken, OSError, ArithmeticError, AssertionError) as error:
        raise IntakeError(IntakeTrouble.DAMAGED, name) from error


def _page_text(page: "PageObject") -> str:
    """Return a page as laid out if nothing is lost by that, else in the order in which it was drawn."""
    drawn = page.extract_text()
    try:
        laid_out = page.extract_text(extraction_mode="layout")
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, ArithmeticError):
        # A font without what layout needs; the text itself has come out.
        return drawn
    return columns_unfolded(laid_out) if _says_the_same(drawn, laid_out) else drawn


def _says_the_same(drawn: str, laid_out: str) -> bool:
    """Return whether the layout has the same letters and words, in lines that stand together."""
    if Counter("".join(drawn.split())) != Counter("".join(laid_out.split())):
        return False
    words, others = Counter(drawn.split()), Counter(laid_out.split())
    lines = laid_out.strip("\n").split("\n")
    blank = sum(not line.strip() for line in lines)
    return (others - words).total() <= _WORDS_APART * words.total() and blank <= _BLANK_SHARE * len(lines)
