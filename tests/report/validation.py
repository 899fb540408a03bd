"""What a validator made by others finds wrong in a Word file."""

from pathlib import Path

from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]  # openxml-audit 0.8 ships no types


def validation_errors(path: Path) -> list[str]:
    """Return the errors in a .docx by the Open XML schemas."""
    return [str(error) for error in OpenXmlValidator().validate(str(path)).errors]
