"""Rows of the register; *late* and *too long* are shown by a sign and a word, never by colour alone."""

from collections.abc import Iterable

from ipu_session.domain.exchange.import_results import ReceivedFile
from ipu_session.domain.model.session import Contribution, Details, Session
from ipu_session.domain.queries.contribution_limits import contributions_by_date, is_late, is_too_long
from ipu_session.ui.strings import labels
from ipu_session.ui.strings.dates import format_long_date
from ipu_session.ui.strings.translatable import QT_TRANSLATE_NOOP
from ipu_session.ui.strings.translation import translate
from ipu_session.ui.widgets.rows.rows_model import TableRow

_LATE = QT_TRANSLATE_NOOP("Contributions", "◷ late")
_TOO_LONG = QT_TRANSLATE_NOOP("Contributions", "▤ too long")
_QUOTED = QT_TRANSLATE_NOOP("Contributions", "quoted")
_TO_CONFIRM = QT_TRANSLATE_NOOP("Contributions", "To be confirmed ({count})")
_UNKNOWN = QT_TRANSLATE_NOOP("Contributions", "delegation not known")
_LANGUAGE_NAMES = {
    "": QT_TRANSLATE_NOOP("Contributions", "not said"),
    "en": QT_TRANSLATE_NOOP("Contributions", "English"),
    "fr": QT_TRANSLATE_NOOP("Contributions", "French"),
    "es": QT_TRANSLATE_NOOP("Contributions", "Spanish"),
    "ar": QT_TRANSLATE_NOOP("Contributions", "Arabic"),
}
LANGUAGE_CODES = tuple(_LANGUAGE_NAMES)
"""Codes of the languages offered; other codes are shown as they are."""
_SENTENCES = {
    "by": QT_TRANSLATE_NOOP("Contributions", "Announced: by {day}, at most {pages} pages."),
    "no-day": QT_TRANSLATE_NOOP("Contributions", "Announced: at most {pages} pages; no day (Session)."),
    "count": QT_TRANSLATE_NOOP("Contributions", "{count} received, {late} late, {long} too long"),
    "late": QT_TRANSLATE_NOOP("Contributions", "◷ late: it was due by {day}"),
    "long": QT_TRANSLATE_NOOP("Contributions", "▤ too long: at most {pages} pages were announced"),
}


def build_register_rows(session: Session, unconfirmed: Iterable[ReceivedFile]) -> list[TableRow]:
    """Return a heading and the unconfirmed files, if there are any, then the contributions by day of receipt."""
    unconfirmed_rows = [_unconfirmed_row(session, each) for each in unconfirmed]
    heading = translate("Contributions", _TO_CONFIRM).format(count=len(unconfirmed_rows))
    upper_rows = (
        [TableRow(("", "", heading, *[""] * 5), is_heading=True), *unconfirmed_rows] if unconfirmed_rows else []
    )
    quoted = {note.contribution for note in session.notes.values()}
    return [
        *upper_rows,
        *(_contribution_row(session, each, quoted=each.id in quoted) for each in contributions_by_date(session)),
    ]


def format_remarks(details: Details, entry: Contribution) -> str:
    """Return a line with the deadline if the entry is late, and one with the limit if it is too long; "" if neither."""
    remarks = []
    if is_late(details, entry):
        remarks.append(_sentence("late").format(day=format_long_date(details.contributions_deadline)))
    if is_too_long(details, entry):
        remarks.append(_sentence("long").format(pages=details.contributions_pages))
    return "\n".join(remarks)


def format_announcement(session: Session) -> str:
    """Return the deadline and page limit announced to Members, and the counts of contributions, in two sentences."""
    details, entries = session.details, session.contributions.values()
    day = format_long_date(details.contributions_deadline)
    first = _sentence("by" if day else "no-day").format(day=day, pages=details.contributions_pages)
    late = sum(is_late(details, each) for each in entries)
    long = sum(is_too_long(details, each) for each in entries)
    return f"{first} {_sentence('count').format(count=len(entries), late=late, long=long)}"


def language_name(code: str) -> str:
    """Return the name of a language; an unknown code is returned unchanged."""
    return translate("Contributions", _LANGUAGE_NAMES.get(code, code))


def delegation_name(session: Session, entry: Contribution) -> str:
    """Return the name of the delegation that sent the contribution; its code if it is not in the directory."""
    delegation = session.delegations.get(entry.delegation)
    return delegation.name(labels.screen_language()) if delegation else entry.delegation


def theme_numbers(session: Session, entry: Contribution) -> str:
    """Return the numbers of the contribution's themes, separated by spaces."""
    return " ".join(str(theme.number) for theme in session.themes if theme.id in entry.themes)


def _contribution_row(session: Session, each: Contribution, *, quoted: bool) -> TableRow:
    flags = []
    if is_late(session.details, each):
        flags.append(translate("Contributions", _LATE))
    if is_too_long(session.details, each):
        flags.append(translate("Contributions", _TOO_LONG))
    if quoted:
        flags.append(translate("Contributions", _QUOTED))
    cells = (
        each.received,
        delegation_name(session, each),
        each.title or each.file,
        _format_count(each.pages),
        _format_count(each.words),
        each.language,
        theme_numbers(session, each),
        " · ".join(flags),
    )
    return TableRow(cells, each.id)


def _unconfirmed_row(session: Session, file: ReceivedFile) -> TableRow:
    delegation = session.delegations.get(file.delegation)
    name = delegation.name(labels.screen_language()) if delegation else translate("Contributions", _UNKNOWN)
    pages = f"~{file.pages}" if file.is_page_count_estimated else str(file.pages)
    return TableRow(("?", name, file.name, pages, _format_count(file.words), file.language, "", ""), file.digest)


def _format_count(number: int) -> str:
    return str(number) if number else "–"


def _sentence(key: str) -> str:
    return translate("Contributions", _SENTENCES[key])
