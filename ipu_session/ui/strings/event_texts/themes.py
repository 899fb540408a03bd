"""Texts of the events of themes."""

from ipu_session.domain import events as e
from ipu_session.ui.strings.event_texts.registry import set_texts
from ipu_session.ui.strings.event_texts.sentences import describe_recorded
from ipu_session.ui.strings.translatable import QT_TRANSLATE_NOOP

set_texts(e.ThemeAdded, QT_TRANSLATE_NOOP("Wording", "new theme"), describe_recorded)
set_texts(e.ThemeRenamed, QT_TRANSLATE_NOOP("Wording", "theme's title"), describe_recorded)
set_texts(e.ThemesOrdered, QT_TRANSLATE_NOOP("Wording", "order of themes"), describe_recorded)
set_texts(e.ThemeRemoved, QT_TRANSLATE_NOOP("Wording", "removal of a theme"), describe_recorded)
set_texts(e.ThemesMerged, QT_TRANSLATE_NOOP("Wording", "joining of themes"), describe_recorded)
set_texts(e.ThemeSplit, QT_TRANSLATE_NOOP("Wording", "parting of a theme"), describe_recorded)
