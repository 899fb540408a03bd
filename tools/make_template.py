"""Packs tools/report-template into resources/templates/report.docx; the same bytes come out each time.

Our own styles on A4, nothing of any other program in it. Run it after a change of a style:
``.venv/bin/python tools/make_template.py``.
"""

import zipfile
from pathlib import Path

HERE = Path(__file__).parent
PARTS = HERE / "report-template"
OUT = HERE.parent / "resources" / "templates" / "report.docx"
FIRST = "[Content_Types].xml"
_DATE = (1980, 1, 1, 0, 0, 0)
_UNIX = 3


def pack(out: Path) -> None:
    """Write the template to ``out``."""
    names = sorted(part.relative_to(PARTS).as_posix() for part in PARTS.rglob("*") if part.is_file())
    names.sort(key=FIRST.__ne__)
    with zipfile.ZipFile(out, "w") as package:
        for name in names:
            part = zipfile.ZipInfo(name, _DATE)
            # The same bytes on every system: on Windows it would say otherwise.
            part.create_system = _UNIX
            package.writestr(part, (PARTS / name).read_bytes(), zipfile.ZIP_DEFLATED, 9)


if __name__ == "__main__":
    OUT.parent.mkdir(parents=True, exist_ok=True)
    pack(OUT)
