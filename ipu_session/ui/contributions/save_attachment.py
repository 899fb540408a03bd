"""Saves the file of a contribution outside the session, byte for byte as received."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ipu_session.domain.model.session import Contribution
from ipu_session.domain.text.file_names import safe_file_name
from ipu_session.domain.user_facing_error import UserFacingError
from ipu_session.ui.core.app_services import AppServices
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.dialogs.file_dialog import FileCallback
from ipu_session.ui.strings import labels

_MESSAGES = {
    "none": QT_TRANSLATE_NOOP("Contributions", "No file belongs to it."),
    "gone": QT_TRANSLATE_NOOP("Contributions", "The file itself is not in this session; attach it again."),
    "name": QT_TRANSLATE_NOOP("Contributions", "contribution"),
    "written": QT_TRANSLATE_NOOP("Contributions", "{name} is written."),
}


def save_attached_file(
    bridge: SessionBridge,
    services: AppServices,
    entry: Contribution | None,
    ask: Callable[[Path, FileCallback], object],
    say: Callable[[str, str], object],
) -> None:
    """Save the file of an entry at the path that ``ask`` supplies; ``say`` gets the result and its style role."""
    if entry is None or not entry.digest:
        say(_tr("none"), "quiet")
        return
    data = bridge.load_attachment(entry.digest)
    if data is None:
        say(_tr("gone"), "alarm")
        return
    name = Path(entry.file)
    proposed = services.report_folder() / f"{safe_file_name(name.stem, _tr('name'))}{name.suffix}"
    ask(proposed, partial(_write_file, services, data, say))


def _write_file(services: AppServices, data: bytes, say: Callable[[str, str], object], path: Path) -> None:
    try:
        services.write_file(path, data)
    except UserFacingError as error:
        say(labels.error_message(error), "alarm")
    else:
        say(_tr("written").format(name=path.name), "good")


def _tr(key: str) -> str:
    return QCoreApplication.translate("Contributions", str(_MESSAGES[key]))
