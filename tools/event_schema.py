"""Write docs/events.schema.json: the JSON Schema of one line of a journal, generated from the types of the events."""

import json
from pathlib import Path

import msgspec

from ipu_session.domain.model.value import Value
from ipu_session.store.journal.event_codec import KINDS
from ipu_session.store.journal.upcasting import LATER_FIELDS

SCHEMA_FILE = Path(__file__).parents[1] / "docs" / "events.schema.json"
_MOMENT = r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$"


def event_schema() -> dict[str, object]:
    """Return the schema: every field is required, except those that were added after the first release."""
    _, definitions = msgspec.json.schema_components(KINDS.values(), ref_template="#/$defs/{name}")
    later = {cls.__name__: fields for cls, fields in LATER_FIELDS.items()}
    for name, definition in definitions.items():
        if definition.get("type") == "object":
            fields = definition["properties"]
            definition["required"] = [field for field in fields if field not in later.get(name, ())]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "One line of a journal of IPU Session",
        "oneOf": [_line_schema(kind, cls) for kind, cls in sorted(KINDS.items())],
        "$defs": definitions,
    }


def schema_text() -> str:
    """Return the schema as the file holds it."""
    return json.dumps(event_schema(), indent=1) + "\n"


def _line_schema(kind: str, cls: type[Value]) -> dict[str, object]:
    fields = {
        "version": {"type": "integer", "minimum": 1},
        "at": {"type": "string", "pattern": _MOMENT},
        "act": {"type": "integer", "minimum": 1},
        "kind": {"const": kind},
        "data": {"$ref": f"#/$defs/{cls.__name__}"},
    }
    return {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}


if __name__ == "__main__":
    SCHEMA_FILE.write_text(schema_text(), "utf-8")
