"""Tables of the actions of the Report workspace: themes, notes, passages, corrections, remarks, preview."""

from collections.abc import Mapping
from functools import partial

from ipu_session.domain import commands as c
from ipu_session.domain.model.ids import PassageId
from ipu_session.domain.model.passages import RESOLUTION_SECTIONS, THEME_SECTIONS, Passage, SynthesisSection
from ipu_session.ui.actions.action_spec import (
    HAS_ROW,
    ActionSpec,
    ActionTable,
    CurrentRow,
    RowActionSpec,
    RowCondition,
)
from ipu_session.ui.actions.scopes import (
    CORRECTIONS_LIST,
    PASSAGE_TEXT,
    PASSAGES_LIST,
    PREVIEW_LIST,
    PREVIEW_SEARCH,
    REMARKS_LIST,
    REPORT_NOTES,
    REPORT_THEMES,
)
from ipu_session.ui.strings import labels
from ipu_session.ui.strings.translatable import QT_TRANSLATE_NOOP


def _section_name(section: SynthesisSection) -> Mapping[str, str]:
    return {"section": labels.enum_label(section)}


def _passage(row: CurrentRow) -> Passage | None:
    """Return the passage of the row; None for the row of a section, and without a row."""
    key = row.key
    return next((passage for passage in row.session.passages if passage.id == key), None)


def _section(row: CurrentRow) -> SynthesisSection:
    passage = _passage(row)
    return SynthesisSection.OPERATIVE if passage is None else passage.section


def _move_up(row: CurrentRow) -> c.Command:
    """Return the command that moves the passage up one place, or to the end of the section above."""
    section_above = row.key_at(-1)
    if isinstance(section_above, SynthesisSection):
        sections = RESOLUTION_SECTIONS if section_above in RESOLUTION_SECTIONS else THEME_SECTIONS
        return c.MovePassage(PassageId(row.id), sections[sections.index(section_above) - 1])
    return c.MovePassage(PassageId(row.id), _section(row), PassageId(row.id_at(-1)))


def _move_down(row: CurrentRow) -> c.Command:
    """Return the command that moves the passage down one place, or to the start of the section below."""
    section_below = row.key_at(1)
    section = section_below if isinstance(section_below, SynthesisSection) else _section(row)
    before = row.id_at(2)
    return c.MovePassage(PassageId(row.id), section, PassageId(before) if before else None)


_HAS_NOTE = RowCondition(lambda row: bool(row.id), QT_TRANSLATE_NOOP("Actions", "No note is chosen."))
_HAS_PASSAGE = RowCondition(
    lambda row: _passage(row) is not None,
    QT_TRANSLATE_NOOP("Actions", "No passage is chosen: this row is a section."),
)
_IS_NOT_FIRST = RowCondition(
    lambda row: row.number > 1, QT_TRANSLATE_NOOP("Actions", "This passage is the first already.")
)
"""Row 0 is the heading of the first section, row 1 its first row."""
_IS_NOT_LAST = RowCondition(
    lambda row: not row.is_last, QT_TRANSLATE_NOOP("Actions", "This passage is the last already.")
)
_IS_ON_THEME = RowCondition(
    lambda row: _section(row) not in RESOLUTION_SECTIONS,
    QT_TRANSLATE_NOOP("Actions", "This is an element for the resolution already."),
)

REPORT_THEMES_ACTIONS = ActionTable(
    REPORT_THEMES,
    (ActionSpec("synthesis-write", QT_TRANSLATE_NOOP("Actions", "Write the synthesis"), "Return"),),
)
REPORT_NOTES_ACTIONS = ActionTable(
    REPORT_NOTES,
    (
        RowActionSpec(
            "report-note-use",
            QT_TRANSLATE_NOOP("Actions", "Put into the synthesis"),
            "Return",
            conditions=(_HAS_NOTE,),
        ),
        RowActionSpec(
            "report-note-source",
            QT_TRANSLATE_NOOP("Actions", "Let the chosen passage rest on it"),
            "Shift+Return",
            conditions=(_HAS_NOTE,),
        ),
        *(
            RowActionSpec(
                f"report-note-section-{number}",
                QT_TRANSLATE_NOOP("Actions", "Put into: {section}"),
                f"Ctrl+{number}",
                placeholders=partial(_section_name, section),
                data=section.value,
                conditions=(_HAS_NOTE,),
            )
            for number, section in enumerate(THEME_SECTIONS, start=1)
        ),
        RowActionSpec(
            "report-note-restrict",
            QT_TRANSLATE_NOOP("Actions", "For the report or not"),
            "Ctrl+R",
            conditions=(_HAS_NOTE,),
        ),
    ),
)
PASSAGES_LIST_ACTIONS = ActionTable(
    PASSAGES_LIST,
    (
        ActionSpec("passage-write", QT_TRANSLATE_NOOP("Actions", "Write"), "Return", more_keys=("F4",)),
        RowActionSpec(
            "passage-up",
            QT_TRANSLATE_NOOP("Actions", "Up"),
            "Alt+Up",
            conditions=(_HAS_PASSAGE, _IS_NOT_FIRST),
            make_command=_move_up,
        ),
        RowActionSpec(
            "passage-down",
            QT_TRANSLATE_NOOP("Actions", "Down"),
            "Alt+Down",
            conditions=(_HAS_PASSAGE, _IS_NOT_LAST),
            make_command=_move_down,
        ),
        RowActionSpec(
            "passage-to-operative",
            QT_TRANSLATE_NOOP("Actions", "To the operative elements"),
            "Ctrl+Shift+Return",
            conditions=(_HAS_PASSAGE, _IS_ON_THEME),
            make_command=lambda row: c.CopyToResolution(PassageId(row.id), SynthesisSection.OPERATIVE),
        ),
        RowActionSpec(
            "passage-to-preambular",
            QT_TRANSLATE_NOOP("Actions", "To the preambular elements"),
            "Alt+Shift+Return",
            conditions=(_HAS_PASSAGE, _IS_ON_THEME),
            make_command=lambda row: c.CopyToResolution(PassageId(row.id), SynthesisSection.PREAMBULAR),
        ),
        RowActionSpec(
            "passage-remove",
            QT_TRANSLATE_NOOP("Actions", "Take out"),
            "Delete",
            conditions=(_HAS_PASSAGE,),
            make_command=lambda row: c.RemovePassage(PassageId(row.id)),
        ),
    ),
)
PASSAGE_TEXT_ACTIONS = ActionTable(
    PASSAGE_TEXT,
    (ActionSpec("passage-next", QT_TRANSLATE_NOOP("Actions", "Record it and begin the next"), "Ctrl+Return"),),
)
CORRECTIONS_LIST_ACTIONS = ActionTable(
    CORRECTIONS_LIST,
    (
        RowActionSpec(
            "correction-edit", QT_TRANSLATE_NOOP("Actions", "Edit the entry"), "Return", conditions=(HAS_ROW,)
        ),
    ),
)
REMARKS_LIST_ACTIONS = ActionTable(
    REMARKS_LIST,
    (
        ActionSpec(
            "remarks-dismiss",
            QT_TRANSLATE_NOOP("Actions", "Put the remarks away"),
            "Esc",
            button_text=QT_TRANSLATE_NOOP("Actions", "Put away"),
        ),
    ),
)
PREVIEW_LIST_ACTIONS = ActionTable(
    PREVIEW_LIST,
    (
        ActionSpec(
            "preview-source",
            QT_TRANSLATE_NOOP("Actions", "Go where it comes from"),
            "Return",
            more_keys=("F4",),
        ),
        ActionSpec("preview-close", QT_TRANSLATE_NOOP("Actions", "Back to the notes"), "Esc"),
    ),
)
PREVIEW_SEARCH_ACTIONS = ActionTable(
    PREVIEW_SEARCH,
    (
        ActionSpec("preview-find-previous", QT_TRANSLATE_NOOP("Actions", "Find the one before"), "Shift+Return"),
        ActionSpec("preview-end-search", QT_TRANSLATE_NOOP("Actions", "End the search"), "Esc"),
    ),
)
