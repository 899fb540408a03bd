"""The register as rows; late and too long are said by a sign and a word, never by colour alone."""

from collections.abc import Iterable

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ipu_session.domain.exchange.import_results import SentFile
from ipu_session.domain.model.session import Contribution, Details, Session
from ipu_session.domain.queries.contribution_limits import is_late, is_too_long, register
from ipu_session.ui.strings import labels
from ipu_session.ui.strings.dates import day_in_words
from ipu_session.ui.widgets.rows.rows_model import Line

_LATE = QT_TRANSLATE_NOOP("Contributions", "◷ late")
_TOO_LONG = QT_TRANSLATE_NOOP("Contributions", "▤ too long")
_QUOTED = QT_TRANSLATE_NOOP("Contributions", "quoted")
_TO_CONFIRM = QT_TRANSLATE_NOOP("Contributions", "To be confirmed ({count})")
_UNKNOWN = QT_TRANSLATE_NOOP("Contributions", "delegation not known")
_NAMES = {
    "": QT_TRANSLATE_NOOP("Contributions", "not said"),
    "en": QT_TRANSLATE_NOOP("Contributions", "English"),
    "fr": QT_TRANSLATE_NOOP("Contributions", "French"),
    "es": QT_TRANSLATE_NOOP("Contributions", "Spanish"),
    "ar": QT_TRANSLATE_NOOP("Contributions", "Arabic"),
}
LANGUAGES = tuple(_NAMES)
"""The languages offered; another code stays as it is."""
_SAYINGS = {
    "by": QT_TRANSLATE_NOOP("Contributions", "Announced: by {day}, at most {pages} pages."),
    "no-day": QT_TRANSLATE_NOOP("Contributions", "Announced: at most {pages} pages; no day (Session)."),
    "count": QT_TRANSLATE_NOOP("Contributions", "{count} received, {late} late, {long} too long"),
    "late": QT_TRANSLATE_NOOP("Contributions", "◷ late: it was due by {day}"),
    "long": QT_TRANSLATE_NOOP("Contributions", "▤ too long: at most {pages} pages were announced"),
}


def register_lines(session: Session, sent: Iterable[SentFile]) -> list[Line]:
    """Return the files that wait to be confirmed, then the register by date."""
    waiting = [_sent_line(session, each) for each in sent]
    heading = _said(_TO_CONFIRM).format(count=len(waiting))
    head = [Line(("", "", heading, *[""] * 5), heading=True), *waiting] if waiting else []
    quoted = {note.contribution for note in session.notes.values()}
    return [*head, *(_line(session, each, quoted=each.id in quoted) for each in register(session))]


def remarks(details: Details, entry: Contribution) -> str:
    """Return what is to be said of an entry, in full: late, too long."""
    found = []
    if is_late(details, entry):
        found.append(_say("late").format(day=day_in_words(details.contributions_deadline)))
    if is_too_long(details, entry):
        found.append(_say("long").format(pages=details.contributions_pages))
    return "\n".join(found)


def announced(session: Session) -> str:
    """Return what was announced to Members, and what came."""
    details, entries = session.details, session.contributions.values()
    day = day_in_words(details.contributions_deadline)
    first = _say("by" if day else "no-day").format(day=day, pages=details.contributions_pages)
    late = sum(is_late(details, each) for each in entries)
    long = sum(is_too_long(details, each) for each in entries)
    return f"{first} {_say('count').format(count=len(entries), late=late, long=long)}"


def language_name(code: str) -> str:
    """Return what a language is called; a code that is not offered stays."""
    return _said(_NAMES.get(code, code))


def delegation_of(session: Session, entry: Contribution) -> str:
    """Return the name of the delegation that sent it."""
    delegation = session.delegations.get(entry.delegation)
    return delegation.name(labels.screen_language()) if delegation else entry.delegation


def theme_numbers(session: Session, entry: Contribution) -> str:
    """Return the numbers of its themes."""
    return " ".join(str(theme.number) for theme in session.themes if theme.id in entry.themes)


def _line(session: Session, each: Contribution, *, quoted: bool) -> Line:
    flags = []
    if is_late(session.details, each):
        flags.append(_said(_LATE))
    if is_too_long(session.details, each):
        flags.append(_said(_TOO_LONG))
    if quoted:
        flags.append(_said(_QUOTED))
    cells = (
        each.received,
        delegation_of(session, each),
        each.title or each.file,
        _count(each.pages),
        _count(each.words),
        each.language,
        theme_numbers(session, each),
        " · ".join(flags),
    )
    return Line(cells, each.id)


def _sent_line(session: Session, sent: SentFile) -> Line:
    delegation = session.delegations.get(sent.delegation)
    name = delegation.name(labels.screen_language()) if delegation else _said(_UNKNOWN)
    pages = f"~{sent.pages}" if sent.estimated else str(sent.pages)
    return Line(("?", name, sent.name, pages, _count(sent.words), sent.language, "", ""), sent.digest)


def _count(number: int) -> str:
    return str(number) if number else "–"


def _say(key: str) -> str:
    return _said(_SAYINGS[key])


def _said(text: object) -> str:
    return QCoreApplication.translate("Contributions", str(text))
