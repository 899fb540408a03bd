"""The file of a contribution, saved out of the session as it was sent."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ipu_session.domain.file_names import safe_file_name
from ipu_session.domain.state import Contribution
from ipu_session.domain.trouble import TroubleError
from ipu_session.ui import wording
from ipu_session.ui.bridge import Bridge
from ipu_session.ui.errands import Errands

_WORDS = {
    "none": QT_TRANSLATE_NOOP("Contributions", "No file belongs to it."),
    "gone": QT_TRANSLATE_NOOP("Contributions", "The file itself is not in this session; attach it again."),
    "name": QT_TRANSLATE_NOOP("Contributions", "contribution"),
    "written": QT_TRANSLATE_NOOP("Contributions", "{name} is written."),
}


def save_file(
    bridge: Bridge, errands: Errands, entry: Contribution | None, ask: Callable[[Path], Path | None]
) -> tuple[str, str]:
    """Save the file of an entry where ``ask`` says; return what is to be said, and in which role."""
    if entry is None or not entry.digest:
        return _said("none"), "quiet"
    data = bridge.kept_file(entry.digest)
    if data is None:
        return _said("gone"), "alarm"
    name = Path(entry.file)
    path = ask(errands.folder() / f"{safe_file_name(name.stem, _said('name'))}{name.suffix}")
    if path is None:
        return "", "quiet"
    try:
        errands.write_file(path, data)
    except TroubleError as error:
        return wording.trouble(error), "alarm"
    return _said("written").format(name=path.name), "good"


def _said(key: str) -> str:
    return QCoreApplication.translate("Contributions", str(_WORDS[key]))
