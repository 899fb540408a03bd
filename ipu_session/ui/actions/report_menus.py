"""Tables of the menus of the export bar: house template, and the report's data in other forms."""

from ipu_session.ui.actions.action_spec import ActionSpec, ActionTable
from ipu_session.ui.actions.scopes import EXPORT_MENU, TEMPLATE_MENU
from ipu_session.ui.strings.translatable import QT_TRANSLATE_NOOP

SPEAKERS_LIST_FORM = "list"
"""`ActionSpec.data` of the entry that opens the dialog for the speakers list on paper."""
RESTRICTED_PREFIX = "restricted:"
"""Prefix of the form in `ActionSpec.data`: the export includes restricted notes, birth dates and senders."""
_FORMS = (
    ("xlsx", QT_TRANSLATE_NOOP("Actions", "Workbook, all tables (XLSX)")),
    ("csv", QT_TRANSLATE_NOOP("Actions", "Interventions (CSV)")),
    ("csv-speakers", QT_TRANSLATE_NOOP("Actions", "Speakers list (CSV)")),
    ("csv-notes", QT_TRANSLATE_NOOP("Actions", "Notes (CSV)")),
    ("json", QT_TRANSLATE_NOOP("Actions", "All tables (JSON)")),
)

TEMPLATE_MENU_ACTIONS = ActionTable(
    TEMPLATE_MENU,
    (
        ActionSpec("template-none", QT_TRANSLATE_NOOP("Actions", "None: the program's own"), ""),
        ActionSpec("template-file", QT_TRANSLATE_NOOP("Actions", "A Word file…"), ""),
    ),
)

EXPORT_MENU_ACTIONS = ActionTable(
    EXPORT_MENU,
    (
        *(ActionSpec(f"export-{form}", text, "", data=form) for form, text in _FORMS),
        ActionSpec(
            "export-speakers-paper",
            QT_TRANSLATE_NOOP("Actions", "Speakers list on paper or PDF…"),
            "",
            data=SPEAKERS_LIST_FORM,
        ),
    ),
)
# Separate actions, chosen for each export: a stored setting could put restricted data into a later export.
RESTRICTED_MENU_ACTIONS = ActionTable(
    EXPORT_MENU,
    tuple(
        ActionSpec(f"export-restricted-{form}", text, "", data=f"{RESTRICTED_PREFIX}{form}") for form, text in _FORMS
    ),
)
