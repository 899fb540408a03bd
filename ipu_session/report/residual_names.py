"""Finds texts that name a delegation or person in a report without names."""

import re
from collections.abc import Iterator

from ipu_session.domain.exchange.report_options import LANGUAGE_CODES
from ipu_session.domain.exchange.report_preview import SourceKind, SourceReference
from ipu_session.domain.model.session import Session
from ipu_session.domain.text.text_folding import fold
from ipu_session.report.model import Bullets, Heading, Paragraph, Report, Table

_MIN_NAME_LENGTH = 4
"""Shorter names (in characters) are not searched for, because too many other words begin with them."""
_EXCERPT_LENGTH = 80


def find_texts_with_names(report: Report, session: Session) -> tuple[str, ...]:
    """Return excerpts of the texts that contain the name of a delegation or person of this debate.

    Names are searched in every language at the start of words, so that "Kenyan" is found; a country whose adjective
    begins differently is not.
    """
    names = sorted({name for name in _searched_names(session) if len(name) >= _MIN_NAME_LENGTH}, key=len, reverse=True)
    if not names:
        return ()
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})")
    matching = (text for text in _report_texts(report) if pattern.search(fold(text)))
    return tuple(dict.fromkeys(_excerpt(text) for text in matching))


def _searched_names(session: Session) -> Iterator[str]:
    people = [each.person for each in session.delegates.values()]
    parties = {person.delegation for person in people}
    parties |= {each.delegation for each in session.contributions.values()}
    parties |= {each.delegation for each in session.correction_requests.values()}
    parties |= {delegation for passage in session.passages for delegation in passage.supporters}
    for delegation in filter(None, map(session.delegations.get, parties)):
        for language in LANGUAGE_CODES:
            name = delegation.name(language)
            yield fold(name)
            yield fold(name.partition("(")[0])
    for person in people:
        yield fold(person.name)
        yield fold(person.name).rpartition(" ")[2]
        yield fold(person.organization)


def _report_texts(report: Report) -> Iterator[str]:
    yield report.title
    for block in report.blocks:
        match block:
            case Paragraph(source=SourceReference(SourceKind.DETAILS)):
                # This paragraph names the Chair and the co-Rapporteurs on purpose.
                pass
            case Heading() | Paragraph():
                yield block.text
            case Bullets():
                yield from block.items
            case Table():
                yield from (cell for row in block.rows for cell in row)


def _excerpt(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _EXCERPT_LENGTH else f"{line[:_EXCERPT_LENGTH].rstrip()}…"
