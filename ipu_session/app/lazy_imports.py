"""What the first picture of the window does not need is found by name when first called (decision 0008)."""

import pkgutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ipu_session.domain.exchange.export_result import Exported
from ipu_session.ui.core.app_services import Errands


def later(name: str) -> Callable[..., Any]:
    """Return a function that stands for ``package.module:function``, imported at its first call."""

    def call(*arguments: Any, **named: Any) -> Any:
        return pkgutil.resolve_name(name)(*arguments, **named)

    return call


class Reports:
    """Writes the reports of one session file, by what is imported when the first is written."""

    def __init__(self, source: Path) -> None:
        self.source = source
        """The session file; another, when the session had to be written anew."""

    def write(self, *arguments: Any) -> Exported:
        """Write the report; see `app.errands.Reports`."""
        done: Exported = self._reports().write(*arguments)
        return done

    def write_final(self, *arguments: Any) -> Exported:
        """Write a final version of it; see `app.errands.Reports`."""
        done: Exported = self._reports().write_final(*arguments)
        return done

    def _reports(self) -> Any:
        return pkgutil.resolve_name("ipu_session.app.services.file_services:Reports")(self.source)


def errands() -> Errands:
    """Return what the window is handed: the readers of foreign files and the writers of records."""
    module = "ipu_session.app.services.file_services"
    return Errands(
        read_concept_note=later(f"{module}:read_concept_note"),
        understand_note=later(f"{module}:understand"),
        read_speakers=later(f"{module}:read_speakers"),
        understand_speakers=later(f"{module}:read_pasted_speakers"),
        encodings=later(f"{module}:encoding_candidates"),
        read_contribution=later(f"{module}:read_contribution"),
        write_file=later(f"{module}:replace_file"),
        directory=later(f"{module}:directory"),
        preview=later(f"{module}:preview"),
        export=later(f"{module}:export"),
        export_restricted=later(f"{module}:export_restricted"),
        speakers_paper=later("ipu_session.app.services.speakers_list_pdf:speakers_paper"),
        write_list=later("ipu_session.app.services.speakers_list_pdf:write_list"),
        ring=later("ipu_session.app.gui.sound:ring"),
    )
