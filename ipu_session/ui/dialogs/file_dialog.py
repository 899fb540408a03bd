"""Non-modal file dialogs: the shortcuts that run the debate work while one is open (decision 0040).

They are Qt's own dialogs: a native dialog does not handle the program's shortcuts, and on Windows it is modal. That
a file exists, or is not found, is shown in a label of the dialog; Qt would show a modal message box.
"""

import os
import re
import stat
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFileDialog, QGridLayout, QWidget

from ipu_session.ui.core.single_windows import bring_forward
from ipu_session.ui.widgets.factories import make_button, make_label

_SINGLE_SUFFIX = re.compile(r"[^()]*\(\*(\.\w+)\)")
FileCallback = Callable[[Path], object]
"""Called with the path chosen; not called if the dialog is cancelled."""


class FileDialog(QFileDialog):
    """Calls ``on_chosen`` with the paths chosen, then deletes itself; ``name_filters`` as in `ask_open_file`."""

    def __init__(
        self,
        owner: QWidget,
        title: str,
        initial_path: Path | None,
        name_filters: str,
        on_chosen: Callable[[list[Path]], object],
    ) -> None:
        super().__init__(owner, title)
        self.setOption(QFileDialog.Option.DontUseNativeDialog)
        self.setOption(QFileDialog.Option.DontConfirmOverwrite)
        # Otherwise the user can delete files in the dialog, which Qt confirms in a modal message box.
        self.setOption(QFileDialog.Option.ReadOnly)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.NonModal)
        self.setNameFilters([name_filter for name_filter in name_filters.split(";;") if name_filter])
        if initial_path is not None:
            self.setDirectory(str(initial_path if _is_folder(initial_path) else initial_path.parent))
        self._on_accepted = on_chosen
        suffix_filter = _SINGLE_SUFFIX.fullmatch(name_filters)
        self._suffix = suffix_filter[1] if suffix_filter else ""
        """Suffix, if there is one name filter with one suffix; added to the path before checking whether it exists."""
        self._replaceable_files: list[Path] = []
        """Existing files that the user has agreed to overwrite."""
        self.message_label = make_label("", "warning", wrap=True)
        self.replace_button = make_button(self.tr("Replace it"), self._confirm_replacement)
        self.replace_button.hide()
        grid = self.layout()
        if isinstance(grid, QGridLayout):
            row = grid.rowCount()
            grid.addWidget(self.message_label, row, 0, 1, grid.columnCount() - 1)
            grid.addWidget(self.replace_button, row, grid.columnCount() - 1)

    @property
    def chosen_files(self) -> list[Path]:
        """The paths named in the dialog now; when saving, with the suffix added if it was not typed."""
        files = [Path(name) for name in self.selectedFiles()]
        if self.acceptMode() is QFileDialog.AcceptMode.AcceptOpen or not self._suffix:
            return files
        return [
            path if _is_folder(path) or path.suffix.lower() == self._suffix else Path(f"{path}{self._suffix}")
            for path in files
        ]

    def accept(self) -> None:
        """Accept the paths; but report a missing file, or when saving, ask whether to replace an existing file.

        For a folder, do what Qt does.
        """
        files = self.chosen_files
        if any(map(_is_folder, files)):
            super().accept()
        elif self.acceptMode() is QFileDialog.AcceptMode.AcceptOpen:
            missing = [path.name for path in files if _file_status(path) is None]
            if missing:
                self.message_label.setText(self.tr("There is no file {name} here.").format(name=", ".join(missing)))
            else:
                self._accept_files(files)
        elif files != self._replaceable_files and any(_file_status(path) is not None for path in files):
            self.message_label.setText(self.tr("{name} is there already.").format(name=files[0].name))
            self.replace_button.show()
        else:
            self._accept_files(files)

    def _accept_files(self, files: list[Path]) -> None:
        super().accept()
        if self.result() == QFileDialog.DialogCode.Accepted and files:
            self._on_accepted(files)

    @Slot()
    def _confirm_replacement(self) -> None:
        self._replaceable_files = self.chosen_files
        self.accept()


def ask_open_file(
    owner: QWidget, title: str, initial_path: Path | None, name_filters: str, on_chosen: FileCallback
) -> None:
    """Ask the user for an existing file; ``name_filters`` as in Qt: ``Texts (*.txt);;All files (*)``, "" for all."""
    if not _is_already_open(owner, title):
        dialog = FileDialog(owner, title, initial_path, name_filters, _single_file_callback(on_chosen))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        bring_forward(dialog)


def ask_open_files(owner: QWidget, title: str, name_filters: str, on_chosen: Callable[[list[Path]], object]) -> None:
    """Ask the user for one or more existing files."""
    if not _is_already_open(owner, title):
        dialog = FileDialog(owner, title, None, name_filters, on_chosen)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        bring_forward(dialog)


def ask_save_file(owner: QWidget, title: str, suggested: Path, name_filters: str, on_chosen: FileCallback) -> None:
    """Ask the user for a path to write to; if a file with this path exists, the user has agreed to replace it."""
    if not _is_already_open(owner, title):
        dialog = FileDialog(owner, title, suggested, name_filters, _single_file_callback(on_chosen))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.selectFile(suggested.name)
        bring_forward(dialog)


def _file_status(path: Path) -> os.stat_result | None:
    """Return `Path.stat()`; None if it fails, as when there is no such file, or the name is invalid."""
    try:
        return path.stat()
    except (OSError, ValueError):
        return None


def _is_folder(path: Path) -> bool:
    status = _file_status(path)
    return status is not None and stat.S_ISDIR(status.st_mode)


def _single_file_callback(on_chosen: FileCallback) -> Callable[[Sequence[Path]], object]:
    def call_with_first(files: Sequence[Path]) -> None:
        on_chosen(files[0])

    return call_with_first


def _is_already_open(owner: QWidget, title: str) -> bool:
    """Return whether ``owner`` has an open file dialog with this title; raise that dialog."""
    for dialog in owner.findChildren(FileDialog):
        if dialog.isVisible() and dialog.windowTitle() == title:
            bring_forward(dialog)
            return True
    return False
