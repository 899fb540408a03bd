"""Parsers for drafts read from a session file; invalid text counts as no draft and never raises.

Drafts are not covered by the hash chain, so a file from elsewhere may hold anything in their place.
"""

import json

_MAX_ID_DIGITS = 9
"""Ids are session versions, which have fewer digits (`domain.event_validation`)."""


def parse_json_object(text: str) -> dict[str, object]:
    """Return the JSON object in ``text``; an empty dict if it is not one."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def parse_id(text: str) -> int:
    """Return the id in ``text``; 0, which is never an id, if it is not one."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= _MAX_ID_DIGITS else 0
