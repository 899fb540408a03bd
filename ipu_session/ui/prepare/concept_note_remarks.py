"""Sentences for missing and doubtful fields of a concept note.

Also used by the command line, hence without Qt.
"""

from ipu_session.ui.strings.translatable import QT_TRANSLATE_NOOP, TranslateFunction

_REMARKS = {
    "cut": QT_TRANSLATE_NOOP(
        "Prepare", "The note is very long or dense: only a part of it was read. Compare it with the file."
    ),
    "no-themes": QT_TRANSLATE_NOOP("Prepare", "No themes were found in the note; write them below."),
    "themes-doubtful": QT_TRANSLATE_NOOP("Prepare", "The themes may be others than these; look them over."),
    "no-title": QT_TRANSLATE_NOOP("Prepare", "The note names no title; please write it."),
    "no-assembly": QT_TRANSLATE_NOOP("Prepare", "The note names no Assembly."),
    "no-committee": QT_TRANSLATE_NOOP("Prepare", "The note names no committee."),
    "no-deadline": QT_TRANSLATE_NOOP("Prepare", "The note names no day for written contributions."),
}
_ANY_REMARK = QT_TRANSLATE_NOOP("Prepare", "Please check this in the note: {code}.")


def format_note_remark(code: str, translate: TranslateFunction) -> str:
    """Return the sentence for the remark ``code`` on a concept note, translated by ``translate``."""
    return translate(_REMARKS.get(code, _ANY_REMARK)).format(code=code)
