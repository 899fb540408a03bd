"""Texts of the event of undo and redo."""

from ipu_session.domain import events as e
from ipu_session.ui.strings.event_texts.registry import set_texts
from ipu_session.ui.strings.translatable import QT_TRANSLATE_NOOP

# No describer: `Announcer` describes what was undone or redone.
set_texts(e.Rewound, QT_TRANSLATE_NOOP("Wording", "undo"), None)
