"""Text extraction from PDF files, page by page, in reading order: paragraphs separate, columns one after another.

pypdf is pure Python: its time goes into the operators of the content streams, 10 to 20 µs for each piece of text
placed separately, and twice that again in layout mode. Therefore the limit is a number of tokens in these streams,
not of pages: a page as dense as a map is skipped, and reading stops when the tokens of the file are used up. The
result states how many pages were read.
"""

import io
import logging
import re
import struct
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from msgspec import Struct

from ipu_session.importers.files.document_line import TEXT_LIMIT_CHARS
from ipu_session.importers.files.errors import InputErrorCode, InputFileError
from ipu_session.importers.files.page_layout import linearize_columns

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader
    from pypdf.generic import DictionaryObject, PdfObject

STREAM_TOKEN_LIMIT = 40_000
"""Tokens of one content stream; a full page of text has 3,000 to 9,000 if each letter is placed separately."""
FILE_TOKEN_LIMIT = 240_000
_BYTES_PER_TOKEN = 6
"""Six bytes count as one token, so that blanks, comments and long strings count too: pypdf reads each byte."""
_PAGE_TOKENS = 60
"""Cost of an empty page."""
_FONT_TOKENS = 200
"""Cost of building the tables of one font, which is repeated for each page."""
_INSPECTED_FORMS = 40
OBJECT_LIMIT = 150_000
_STREAM_BYTES = 1_500_000
_OBJECT_STREAM_BYTES = 4_000_000
"""Limit for an object table or an object stream: one of 150,000 entries is smaller."""
_FORMS_ON_A_PAGE = 40
_OBJECT = re.compile(rb"\d+[ \r\n]+\d+[ \r\n]+(?:obj\b|[nf]\b)")
_MAX_DIFFERING_SHARE = 0.03
"""Maximum share of words that may differ between drawing order and layout mode."""
_MAX_BLANK_SHARE = 0.45


class _BudgetSpentError(Exception):
    """The token limit is exceeded."""


class PdfText(Struct, frozen=True):
    """The text of a PDF, with form feeds between pages, and how many of its pages were read."""

    text: str
    pages: int
    pages_read: int


class _TokenBudget(Struct):
    """Tokens that may still be read of the file and of the current page."""

    file_tokens: int = FILE_TOKEN_LIMIT
    page_tokens: int = STREAM_TOKEN_LIMIT
    form_tokens: int = 0
    """Cost of the longest form XObject of the page, charged each time that one is drawn."""
    images: frozenset[str] = frozenset()

    def begin_page(self, page: "PageObject") -> None:
        """Charge the fixed cost of a page before its first operator; raises ``_BudgetSpentError``."""
        forms, self.images = _forms_and_images(page)
        self.page_tokens = STREAM_TOKEN_LIMIT
        self.form_tokens = max(forms, default=0) // _BYTES_PER_TOKEN
        contents = page.get_contents()
        fonts = len(_resources(page, "/Font"))
        length = 0 if contents is None else len(contents.get_data())
        self.file_tokens -= _PAGE_TOKENS + fonts * _FONT_TOKENS
        if (length + sum(forms)) // _BYTES_PER_TOKEN > STREAM_TOKEN_LIMIT or fonts * _FONT_TOKENS > STREAM_TOKEN_LIMIT:
            raise _BudgetSpentError

    def charge_operator(self, operator: bytes, operands: Sequence[object], *matrices: object) -> None:
        """Charge an operator with its operands before it is processed; raises ``_BudgetSpentError``."""
        tokens = 1 + sum(len(each) if isinstance(each, list) else 1 for each in operands)
        if operator == b"Do" and str(operands[0]) not in self.images:
            tokens += self.form_tokens
        self.file_tokens -= tokens
        self.page_tokens -= tokens
        if self.page_tokens < 0:
            raise _BudgetSpentError


def extract_pdf_text(data: bytes, name: str, laid_out_pages: int) -> PdfText:
    """Return the text of a PDF and how many pages were read; InputFileError if it cannot be read.

    The first ``laid_out_pages`` pages are also read in layout mode, which preserves columns.
    """
    with _pypdf_limits(data, name):
        reader = _open_reader(data, name)
        budget = _TokenBudget()
        texts: list[str] = []
        pages_read = length = 0
        for number, page in enumerate(reader.pages):
            if budget.file_tokens <= 0 or length > TEXT_LIMIT_CHARS:
                break
            text = _extract_page_text(page, budget, laid_out=number < laid_out_pages)
            pages_read += text is not None
            texts.append(text or "")
            length += len(texts[-1])
        return PdfText("\f".join(texts), len(reader.pages), pages_read)


def _open_reader(data: bytes, name: str) -> "PdfReader":
    from pypdf import PasswordType, PdfReader

    # pypdf logs every irregularity of a file; only the extracted text matters here.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    if sum(1 for _ in _OBJECT.finditer(data)) > OBJECT_LIMIT:
        raise InputFileError(InputErrorCode.TOO_LARGE, name)
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED:
        raise InputFileError(InputErrorCode.ENCRYPTED, name)
    return reader


@contextmanager
def _pypdf_limits(data: bytes, name: str) -> Iterator[None]:
    """Context manager: run pypdf with limits; whatever it raises for bad input becomes an InputFileError.

    Besides its own errors (``DeprecationError`` and ``DependencyError`` are not a ``PyPdfError``) pypdf lets built-in
    exceptions through where a value is missing, has another type or is out of range.
    """
    from pypdf import Configuration, apply_configuration
    from pypdf.errors import DependencyError, DeprecationError, LimitReachedError, PyPdfError

    limits = Configuration().with_overwrites(
        zlib_maximum_output_length=_OBJECT_STREAM_BYTES,
        lzw_maximum_output_length=_STREAM_BYTES,
        run_length_maximum_output_length=_STREAM_BYTES,
        array_based_stream_maximum_output_length=_STREAM_BYTES,
        maximum_declared_stream_length=len(data),
        stream_decoding_work_maximum_length=4 * _OBJECT_STREAM_BYTES,
        stream_parsing_work_maximum_count=STREAM_TOKEN_LIMIT,
        xform_maximum_invocations_per_extraction=_FORMS_ON_A_PAGE,
        page_tree_maximum_entries=20_000,
        page_tree_maximum_page_entries=200_000,
    )
    missing = (LookupError, TypeError, AttributeError, NameError, AssertionError)
    unfit = (ValueError, ArithmeticError, OSError, EOFError, RuntimeError, zlib.error, struct.error, re.error)
    try:
        with apply_configuration(limits):
            yield
    except DependencyError as error:
        # The cipher (AES) needs a package that this program does not include.
        raise InputFileError(InputErrorCode.NO_CIPHER, name) from error
    except NotImplementedError as error:
        # A non-standard encryption handler, or an unknown filter.
        locked = b"/Encrypt" in data
        raise InputFileError(InputErrorCode.ENCRYPTED if locked else InputErrorCode.DAMAGED, name) from error
    except (LimitReachedError, MemoryError) as error:
        raise InputFileError(InputErrorCode.TOO_LARGE, name) from error
    except (PyPdfError, DeprecationError, StopIteration, *missing, *unfit) as error:
        raise InputFileError(InputErrorCode.DAMAGED, name) from error


def _extract_page_text(page: "PageObject", budget: _TokenBudget, *, laid_out: bool) -> str | None:
    """Return the text of a page in layout mode if that loses no words, else in drawing order.

    None for a page that is too dense: a map, a drawing.
    """
    from pypdf.errors import LimitReachedError

    try:
        budget.begin_page(page)
        drawn = page.extract_text(visitor_operand_before=budget.charge_operator)
    except (LimitReachedError, _BudgetSpentError):
        budget.file_tokens -= STREAM_TOKEN_LIMIT
        return None
    if not laid_out:
        return drawn
    # Layout mode accepts no visitor; it reads the same streams, and costs about twice as much again.
    budget.file_tokens -= 2 * (STREAM_TOKEN_LIMIT - budget.page_tokens)
    if budget.page_tokens < STREAM_TOKEN_LIMIT // 2:
        return drawn
    try:
        laid_out_text = page.extract_text(extraction_mode="layout")
    except (ValueError, LookupError, TypeError, AttributeError, ArithmeticError):
        # A font without the data that layout mode needs; the text in drawing order is available.
        return drawn
    return linearize_columns(laid_out_text) if _has_same_words(drawn, laid_out_text) else drawn


def _resources(owner: "DictionaryObject", kind: str) -> Mapping[object, "PdfObject"]:
    """Return the resources of one kind of a page or form; an empty dict if there are none."""
    resources = owner.get("/Resources")
    resource = None if resources is None else resources.get_object().get(kind)
    resource = None if resource is None else resource.get_object()
    return resource if isinstance(resource, dict) else {}


def _forms_and_images(page: "PageObject") -> tuple[list[int], frozenset[str]]:
    """Return the lengths of the forms that a page may draw, nested ones included, and the names of its images."""
    from pypdf.generic import StreamObject

    lengths: list[int] = []
    images: set[str] = set()
    seen: set[int] = set()
    pending: list[DictionaryObject] = [page]
    while pending and len(lengths) <= _INSPECTED_FORMS:
        owner = pending.pop()
        for name, link in list(_resources(owner, "/XObject").items())[:STREAM_TOKEN_LIMIT]:
            target = link.get_object()
            if id(target) in seen or not isinstance(target, StreamObject):
                continue
            seen.add(id(target))
            if target.get("/Subtype") == "/Form":
                lengths.append(len(target.get_data()) if len(lengths) <= _INSPECTED_FORMS else 0)
                pending.append(target)
            elif owner is page:
                images.add(str(name))
    return lengths, frozenset(images)


def _has_same_words(drawn: str, laid_out: str) -> bool:
    """Return whether layout mode gives the same letters, nearly the same words, and not too many blank lines."""
    if Counter("".join(drawn.split())) != Counter("".join(laid_out.split())):
        return False
    words, others = Counter(drawn.split()), Counter(laid_out.split())
    lines = laid_out.strip("\n").split("\n")
    blank = sum(not line.strip() for line in lines)
    return (others - words).total() <= _MAX_DIFFERING_SHARE * words.total() and blank <= _MAX_BLANK_SHARE * len(lines)
