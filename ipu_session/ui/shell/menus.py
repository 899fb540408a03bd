"""The menu bar, built from the names of command actions and navigation actions."""

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenuBar

from ipu_session.ui.strings.translatable import QT_TRANSLATE_NOOP
from ipu_session.ui.strings.translation import translate

_FILE = (
    "new",
    "open",
    "start",
    "write-now",
    "",
    "save-copy",
    "restore",
    "",
    "print-list",
    "preview",
    "export",
    "export-again",
    "",
    "settings",
    "quit",
)
_EDIT = ("undo", "redo", "undo-act", "redo-act", "", "find")
_DEBATE = (
    "open-sitting",
    "freeze",
    "close-sitting",
    "",
    "next",
    "pause",
    "end",
    "more-time",
    "less-time",
    "allotment",
    "twice-interpretation",
    "twice-disability",
    "take-offer",
    "",
    "gap-counts",
    "gap-left-out",
)
_PROCEDURE = (
    "point-of-order",
    "rule-noted",
    "rule-upheld",
    "rule-dismissed",
    "",
    "question",
    "chair-speaks",
    "",
    "motion",
    "motion-carried",
    "motion-rejected",
    "motion-withdrawn",
)
_LIST = ("add-name", "list", "replies", "heard", "from-paper", "", "order", "", "announce-closing", "close-list")
_DISPLAYS = ("hall", "chair", "", "tell-hall", "tell-speaker", "blackout", "", "balance")
_VIEW = ("prepare", "debate", "report", "", "note", "matrix", "contributions", "", "full-screen")
_HELP = ("keys", "palette", "", "fault-report", "log-folder")
MENUS = (
    (QT_TRANSLATE_NOOP("Actions", "&File"), _FILE),
    (QT_TRANSLATE_NOOP("Actions", "&Edit"), _EDIT),
    (QT_TRANSLATE_NOOP("Actions", "&Debate"), _DEBATE),
    (QT_TRANSLATE_NOOP("Actions", "&Procedure"), _PROCEDURE),
    (QT_TRANSLATE_NOOP("Actions", "&List"), _LIST),
    (QT_TRANSLATE_NOOP("Actions", "D&isplays"), _DISPLAYS),
    (QT_TRANSLATE_NOOP("Actions", "&View"), _VIEW),
    (QT_TRANSLATE_NOOP("Actions", "&Help"), _HELP),
)


def fill_menu_bar(bar: QMenuBar, actions: Mapping[str, QAction]) -> None:
    """Rebuild the menus from those of their entries that are in ``actions``; a menu without entries is left out."""
    bar.clear()
    for title, names in MENUS:
        shown = _strip_extra_separators([name for name in names if not name or name in actions])
        if shown:
            menu = bar.addMenu(translate("Actions", title))
            for name in shown:
                if name:
                    menu.addAction(actions[name])
                else:
                    menu.addSeparator()


def _strip_extra_separators(names: Sequence[str]) -> list[str]:
    entries: list[str] = []
    for name in names:
        if name or (entries and entries[-1]):
            entries.append(name)
    while entries and not entries[-1]:
        entries.pop()
    return entries
