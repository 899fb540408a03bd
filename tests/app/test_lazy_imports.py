"""What is imported at its first use is there, and is not imported before."""

import importlib
import re
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2] / "ipu_session"
NAMED = sorted(
    {
        name
        for path in ROOT.rglob("*.py")
        for name in re.findall(r'(?:LazyModule|resolve_name)\("(ipu_session\.[\w.:]+)"\)', path.read_text("utf-8"))
    }
)


@pytest.mark.parametrize("name", NAMED)
def test_a_module_named_in_a_string_exists(name: str) -> None:
    module, _, attribute = name.partition(":")
    found = importlib.import_module(module)
    assert not attribute or callable(getattr(found, attribute))


def test_there_are_such_names() -> None:
    assert len(NAMED) > 5


def test_a_service_is_imported_when_it_is_called_and_gets_its_arguments() -> None:
    code = """
        import sys
        from ipu_session.app.services.lazy_services import build_app_services
        services = build_app_services()
        assert "ipu_session.app.services.file_services" not in sys.modules
        note = services.parse_concept_note(text="Debate on migration")
        assert "ipu_session.app.services.file_services" in sys.modules
        assert note.text == "Debate on migration", note
    """
    subprocess.run([sys.executable, "-c", textwrap.dedent(code)], check=True)
