"""Labels of the session's details on the screen."""

from ipu_session.ui.strings.translatable import QT_TRANSLATE_NOOP
from ipu_session.ui.strings.translation import translate

FIELD_LABELS = {
    "title": QT_TRANSLATE_NOOP("Details", "Title of the debate"),
    "assembly": QT_TRANSLATE_NOOP("Details", "Assembly"),
    "committee": QT_TRANSLATE_NOOP("Details", "Committee"),
    "place": QT_TRANSLATE_NOOP("Details", "Place"),
    "date": QT_TRANSLATE_NOOP("Details", "Day of the debate"),
    "planned_end": QT_TRANSLATE_NOOP("Details", "Planned end"),
    "chair": QT_TRANSLATE_NOOP("Details", "Chair"),
    "co_rapporteurs": QT_TRANSLATE_NOOP("Details", "Co-Rapporteurs, one on each line"),
    "symbol": QT_TRANSLATE_NOOP("Details", "Document symbol"),
    "language": QT_TRANSLATE_NOOP("Details", "Language of the report"),
    "adopting_assembly": QT_TRANSLATE_NOOP("Details", "Assembly that adopts the resolution"),
    "adopting_date": QT_TRANSLATE_NOOP("Details", "Day of the adoption"),
    "contributions_deadline": QT_TRANSLATE_NOOP("Details", "Written contributions by"),
    "contributions_pages": QT_TRANSLATE_NOOP("Details", "Pages of a contribution at most"),
    "earlier_resolutions": QT_TRANSLATE_NOOP("Details", "Earlier resolutions, one on each line"),
    "concept_note": QT_TRANSLATE_NOOP("Details", "Text of the concept note"),
}
_SINGULAR_LABELS = {
    "co_rapporteurs": QT_TRANSLATE_NOOP("Details", "Co-Rapporteur"),
    "earlier_resolutions": QT_TRANSLATE_NOOP("Details", "Earlier resolution"),
}

REPORT_LANGUAGES = (("en", "English"), ("fr", "Français"), ("es", "Español"), ("ar", "العربية"))
"""Languages of a report: pairs of the code and the name in the language itself."""


def field_label(field: str) -> str:
    """Return the translated label of a field of `Details`."""
    return translate("Details", str(FIELD_LABELS.get(field, field)))


def extracted_field_label(field: str) -> str:
    """Return the translated label of a field extracted from a concept note; in the singular, for one value."""
    return translate("Details", str(_SINGULAR_LABELS.get(field, FIELD_LABELS.get(field, field))))
