"""Parsers for drafts read from a session file; an invalid text counts as no draft and raises no exception.

The hash chain does not cover drafts, so those in a file from elsewhere may be any text.
"""

import json

_MAX_ID_DIGITS = 9
"""Ids are session versions, which `domain.event_validation` limits to 10**9."""


def parse_json_object(text: str) -> dict[str, object]:
    """Return the JSON object in ``text``; an empty dict if ``text`` is no JSON object."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def parse_id(text: str) -> int:
    """Return the decimal number in ``text``; 0, which is never an id, if ``text`` is anything else or too long."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= _MAX_ID_DIGITS else 0
