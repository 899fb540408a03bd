"""Everything that is found by name is there."""

import pkgutil
import re
from pathlib import Path

from ipu_session.app import lazy_imports
from ipu_session.ui.core.app_services import AppServices

ROOT = Path(__file__).parents[2] / "ipu_session"


class Writer:
    def __init__(self, source):
        self.write = self.write_final = lambda: None


def test_every_name_leads_to_a_function(monkeypatch):
    asked = []
    monkeypatch.setattr(pkgutil, "resolve_name", lambda name: asked.append(name) or (lambda: None))
    errands = lazy_imports.build_app_services()
    own = set(AppServices.__slots__) - {
        "report_folder",
        "load_template_path",
        "save_template_path",
        "write_report",
        "write_final",
    }
    for name in own:
        getattr(errands, name)()
    reports = lazy_imports.LazyReportExporter(Path())
    monkeypatch.setattr(pkgutil, "resolve_name", lambda name: asked.append(name) or Writer)
    reports.write()
    reports.write_final()
    monkeypatch.undo()
    written = re.findall(r'"(ipu_session\.[\w.]+:\w+)"', "".join(p.read_text("utf-8") for p in ROOT.rglob("*.py")))
    # Each way of writing a report asks for the writer once.
    assert len(asked) == len(own) + 2
    assert written
    for name in (*asked, *written):
        assert callable(pkgutil.resolve_name(name)), name
