"""Messages about an imported speakers list: rejected rows, warnings, remarks, and errors.

The command line uses them too, so this module does not import Qt.
"""

from ipu_session.domain.exchange.import_results import ImportDoubt
from ipu_session.domain.user_facing_error import UserFacingError
from ipu_session.ui.strings.translatable import QT_TRANSLATE_NOOP, TranslateFunction

ROW_REJECTION_MESSAGES = {
    "no-name": QT_TRANSLATE_NOOP("Wording", "names nobody; write the name"),
    "no-delegation": QT_TRANSLATE_NOOP("Wording", "names no delegation"),
    "unknown-delegation": QT_TRANSLATE_NOOP("Wording", "no such delegation: {value}"),
    "ambiguous-delegation": QT_TRANSLATE_NOOP("Wording", "may be more than one delegation: {value}"),
    "two-people": QT_TRANSLATE_NOOP("Wording", "names more than one person: {value}"),
    "half-name": QT_TRANSLATE_NOOP("Wording", "part of the name may stand in another column: {value}"),
    "error-value": QT_TRANSLATE_NOOP("Wording", "the spreadsheet has an error here: {value}"),
    "withdrawn": QT_TRANSLATE_NOOP("Wording", "is marked as withdrawn: {value}"),
    "hidden-row": QT_TRANSLATE_NOOP("Wording", "is hidden in the sheet, or filtered out"),
    "struck-out": QT_TRANSLATE_NOOP("Wording", "is struck through"),
    "duplicate": QT_TRANSLATE_NOOP("Wording", "stands in line {value} already"),
    "extra-cells": QT_TRANSLATE_NOOP("Wording", "no heading above: {value}"),
    "too-long": QT_TRANSLATE_NOOP("Wording", "too long for its heading: {value}"),
    "left-out": QT_TRANSLATE_NOOP("Wording", "left out"),
}
"""Reasons why a row was rejected."""

ROW_WARNING_MESSAGES = {
    "delegation-above": QT_TRANSLATE_NOOP("Wording", "delegation taken from the row above: {value}"),
    "one-name": QT_TRANSLATE_NOOP("Wording", "only one name; first or family name is blank: {value}"),
    "name-order": QT_TRANSLATE_NOOP("Wording", "may have the family name first, kept as written: {value}"),
    "bad-gender": QT_TRANSLATE_NOOP("Wording", "no gender that is known: {value}"),
    "bad-category": QT_TRANSLATE_NOOP("Wording", "no category that is known, kept as the function: {value}"),
    "bad-young": QT_TRANSLATE_NOOP("Wording", "neither yes nor no: {value}"),
    "bad-born": QT_TRANSLATE_NOOP("Wording", "no year and no day: {value}"),
    "born-ambiguous": QT_TRANSLATE_NOOP("Wording", "day first or month first: {value}"),
    "bad-theme": QT_TRANSLATE_NOOP("Wording", "no number of a theme: {value}"),
}
"""Warnings about a doubtful value in an imported row."""

LIST_REMARK_MESSAGES = {
    "passed-row": QT_TRANSLATE_NOOP("Wording", "Passed over, for it names nobody: line {value}"),
    "hidden-column": QT_TRANSLATE_NOOP("Wording", "This column is hidden in the sheet and was read: {value}"),
    "no-heading": QT_TRANSLATE_NOOP("Wording", "Not read, for it has no heading: column number {value}"),
    "far-cell": QT_TRANSLATE_NOOP("Wording", "Not read, for it stands far from the list: cell {value}"),
    "capitals": QT_TRANSLATE_NOOP("Wording", "Names written in capitals that are now written small: {value}"),
    "unused": QT_TRANSLATE_NOOP("Wording", "Column not used: {value}"),
    "sheet": QT_TRANSLATE_NOOP("Wording", "Read from the sheet or table: {value}"),
}
"""Remarks about a list as a whole."""

_FILE_KINDS = {
    "pdf": QT_TRANSLATE_NOOP("Wording", "a PDF"),
    "image": QT_TRANSLATE_NOOP("Wording", "a picture"),
    "html": QT_TRANSLATE_NOOP("Wording", "a web page (HTML), whatever its name says"),
    "mhtml": QT_TRANSLATE_NOOP("Wording", "a web page (MHTML), whatever its name says"),
    "xml": QT_TRANSLATE_NOOP("Wording", "an XML file"),
    "xml-spreadsheet": QT_TRANSLATE_NOOP("Wording", "an XML spreadsheet of 2003"),
    "rtf": QT_TRANSLATE_NOOP("Wording", "a document in RTF"),
    "doc": QT_TRANSLATE_NOOP("Wording", "an old Word document (.doc)"),
    "odt": QT_TRANSLATE_NOOP("Wording", "an OpenDocument text (.odt)"),
    "ppt": QT_TRANSLATE_NOOP("Wording", "a presentation"),
    "pptx": QT_TRANSLATE_NOOP("Wording", "a presentation"),
    "odp": QT_TRANSLATE_NOOP("Wording", "a presentation"),
    "keynote": QT_TRANSLATE_NOOP("Wording", "a presentation of Apple Keynote"),
    "numbers": QT_TRANSLATE_NOOP("Wording", "a spreadsheet of Apple Numbers"),
    "pages": QT_TRANSLATE_NOOP("Wording", "a document of Apple Pages"),
    "zip": QT_TRANSLATE_NOOP("Wording", "an archive (zip or the like)"),
    "ole": QT_TRANSLATE_NOOP("Wording", "an old file of Microsoft Office or of Outlook"),
    "database": QT_TRANSLATE_NOOP("Wording", "a database"),
}
_OTHER_FILE_KIND = QT_TRANSLATE_NOOP("Wording", "a file of another kind ({kind})")

LIST_ERROR_MESSAGES = {
    "not-a-list": QT_TRANSLATE_NOOP(
        "Wording", "This is {found}. Wanted is a speakers list: save it as XLSX or CSV, or as a Word file with a table."
    ),
    "no-such-sheet": QT_TRANSLATE_NOOP("Wording", "There is no such sheet; there are: {found}."),
    "no-table": QT_TRANSLATE_NOOP(
        "Wording", "There is no table in this document; a speakers list has one, with headings for delegation and name."
    ),
    "which-sheet": QT_TRANSLATE_NOOP("Wording", "Several sheets are lists; say which: {found}."),
}
"""Messages of errors in reading a speakers list, by error code."""


def format_row_rejection(reason: str, value: str, translate: TranslateFunction) -> str:
    """Return the reason for which a row was rejected."""
    return translate(ROW_REJECTION_MESSAGES[reason]).format(value=value)


def format_row_warning(doubt: ImportDoubt, translate: TranslateFunction) -> str:
    """Return the warning about a doubtful value in an imported row."""
    return translate(ROW_WARNING_MESSAGES[doubt.reason]).format(value=doubt.value)


def format_list_remark(remark: ImportDoubt, translate: TranslateFunction) -> str:
    """Return a remark about a list as a whole."""
    return translate(LIST_REMARK_MESSAGES[remark.reason]).format(value=remark.value)


def format_list_error(error: UserFacingError, translate: TranslateFunction) -> str:
    """Return the message for an error in reading a speakers list; "" for any other error."""
    sentence = translate(LIST_ERROR_MESSAGES.get(error.code.value, ""))
    detail = error.detail
    if error.code.value == "not-a-list":
        detail = translate(_FILE_KINDS.get(detail, _OTHER_FILE_KIND)).replace("{kind}", error.detail)
    return sentence.replace("{found}", detail)
