import pytest

from ipu_session.domain.text.file_names import safe_file_name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Migration and human trafficking", "Migration and human trafficking"),
        ("Débat: l'eau / le climat?", "Débat l'eau le climat"),
        ("../../etc/passwd", "etc passwd"),
        ("..", "otherwise"),
        ("con", "con_"),
        ("LPT1.report", "LPT1.report_"),
        ("a\u202egpj.exe", "agpj.exe"),
        ("line\nbreak\0", "line break"),
        ("", "otherwise"),
        ("x" * 300, "x" * 80),
    ],
)
def test_a_title_becomes_a_name_that_every_system_takes(title: str, name: str) -> None:
    assert safe_file_name(title, "otherwise") == name
