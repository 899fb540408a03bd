"""Saves the attached file of a contribution to a path, byte for byte as received."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol

from ipu_session.domain.model.session import Contribution
from ipu_session.domain.text.file_names import safe_file_name
from ipu_session.domain.user_facing_error import UserFacingError
from ipu_session.ui.core.app_services import AppServices
from ipu_session.ui.core.session_bridge import SessionBridge
from ipu_session.ui.dialogs.file_dialog import FileCallback
from ipu_session.ui.strings import labels
from ipu_session.ui.strings.translatable import QT_TRANSLATE_NOOP
from ipu_session.ui.strings.translation import translate

_MESSAGES = {
    "none": QT_TRANSLATE_NOOP("Contributions", "No file belongs to it."),
    "gone": QT_TRANSLATE_NOOP("Contributions", "The file itself is not in this session; attach it again."),
    "name": QT_TRANSLATE_NOOP("Contributions", "contribution"),
    "written": QT_TRANSLATE_NOOP("Contributions", "{name} is written."),
}


class ShowMessage(Protocol):
    """Shows the outcome of saving."""

    def __call__(self, text: str, role: str) -> object:
        """Show ``text`` in the colour of ``role``."""


def save_attached_file(
    bridge: SessionBridge,
    services: AppServices,
    entry: Contribution | None,
    request_path: Callable[[Path, FileCallback], object],
    show_message: ShowMessage,
) -> None:
    """Save the file of an entry, if it has one, to the path that ``request_path`` asks the user for."""
    if entry is None or not entry.digest:
        show_message(translate("Contributions", _MESSAGES["none"]), "quiet")
        return
    data = bridge.load_attachment(entry.digest)
    if data is None:
        show_message(translate("Contributions", _MESSAGES["gone"]), "alarm")
        return
    name, default_stem = Path(entry.file), translate("Contributions", _MESSAGES["name"])
    proposed = services.report_folder() / f"{safe_file_name(name.stem, default_stem)}{name.suffix}"
    request_path(proposed, partial(_write_file, services, data, show_message))


def _write_file(services: AppServices, data: bytes, show_message: ShowMessage, path: Path) -> None:
    try:
        services.write_file(path, data)
    except UserFacingError as error:
        show_message(labels.error_message(error), "alarm")
    else:
        show_message(translate("Contributions", _MESSAGES["written"]).format(name=path.name), "good")
