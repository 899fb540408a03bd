"""Non-modal file dialogs in which the shortcuts of the live actions stay active (decision 0040).

Qt's own dialog is used: the native one does not handle our shortcuts, and on Windows it is modal. What Qt would
show in a modal message box (file exists, file not found) is shown in a label of the dialog.
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
"""Called with the chosen file; not called if the dialog is cancelled."""


class FileDialog(QFileDialog):
    """Calls ``on_chosen`` with the chosen files and deletes itself; ``name_filters`` is a Qt name filter."""

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
        # Otherwise files can be deleted from the list, which Qt confirms in a modal message box.
        self.setOption(QFileDialog.Option.ReadOnly)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.NonModal)
        self.setNameFilters([name_filter for name_filter in name_filters.split(";;") if name_filter])
        if initial_path is not None:
            self.setDirectory(str(initial_path if _is_folder(initial_path) else initial_path.parent))
        self._on_accepted = on_chosen
        suffix_filter = _SINGLE_SUFFIX.fullmatch(name_filters)
        self._suffix = suffix_filter[1] if suffix_filter else ""
        """Suffix of the single name filter; appended before the check whether the file exists."""
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
        """The files named in the dialog now; when saving, with the suffix added if it was not typed."""
        files = [Path(name) for name in self.selectedFiles()]
        if self.acceptMode() is QFileDialog.AcceptMode.AcceptOpen or not self._suffix:
            return files
        return [
            path if _is_folder(path) or path.suffix.lower() == self._suffix else Path(f"{path}{self._suffix}")
            for path in files
        ]

    def accept(self) -> None:
        """Accept the files; a missing one, or an existing one when saving, is reported in the dialog instead."""
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
    """Ask the user for an existing file; ``name_filters`` are Qt's, such as ``Texts (*.txt);;All files (*)``."""
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
    """Ask the user for a path to write to; if the file exists, the user has agreed to overwrite it."""
    if not _is_already_open(owner, title):
        dialog = FileDialog(owner, title, suggested, name_filters, _single_file_callback(on_chosen))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.selectFile(suggested.name)
        bring_forward(dialog)


def _file_status(path: Path) -> os.stat_result | None:
    """Return `Path.stat()`; None if there is no such file, the name is invalid, or access is denied."""
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
    """Return whether a file dialog of the same title is open; it is then raised."""
    for dialog in owner.findChildren(FileDialog):
        if dialog.isVisible() and dialog.windowTitle() == title:
            bring_forward(dialog)
            return True
    return False
