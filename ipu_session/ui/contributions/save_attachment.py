"""The file of a contribution, saved out of the session as it was sent."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ipu_session.domain.model.session import Contribution
from ipu_session.domain.text.file_names import safe_file_name
from ipu_session.domain.user_facing_error import TroubleError
from ipu_session.ui.core.app_services import Errands
from ipu_session.ui.core.session_bridge import Bridge
from ipu_session.ui.dialogs.file_dialog import Then
from ipu_session.ui.strings import labels

_WORDS = {
    "none": QT_TRANSLATE_NOOP("Contributions", "No file belongs to it."),
    "gone": QT_TRANSLATE_NOOP("Contributions", "The file itself is not in this session; attach it again."),
    "name": QT_TRANSLATE_NOOP("Contributions", "contribution"),
    "written": QT_TRANSLATE_NOOP("Contributions", "{name} is written."),
}


def save_file(
    bridge: Bridge,
    errands: Errands,
    entry: Contribution | None,
    ask: Callable[[Path, Then], object],
    say: Callable[[str, str], object],
) -> None:
    """Save the file of an entry where ``ask`` says; ``say`` is told what became of it, and in which role."""
    if entry is None or not entry.digest:
        say(_said("none"), "quiet")
        return
    data = bridge.kept_file(entry.digest)
    if data is None:
        say(_said("gone"), "alarm")
        return
    name = Path(entry.file)
    proposed = errands.folder() / f"{safe_file_name(name.stem, _said('name'))}{name.suffix}"
    ask(proposed, partial(_write, errands, data, say))


def _write(errands: Errands, data: bytes, say: Callable[[str, str], object], path: Path) -> None:
    try:
        errands.write_file(path, data)
    except TroubleError as error:
        say(labels.trouble(error), "alarm")
    else:
        say(_said("written").format(name=path.name), "good")


def _said(key: str) -> str:
    return QCoreApplication.translate("Contributions", str(_WORDS[key]))
