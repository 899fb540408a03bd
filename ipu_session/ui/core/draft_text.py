"""Drafts read back from a session's file: a text that this program has not written is as good as none.

The chain of hashes proves nothing of a draft in a file from elsewhere, and no page may fail because of one.
"""

import json
from typing import Any

_MAX_ID_DIGITS = 9
"""Of an identity: versions of a session are smaller (`domain.plausible`)."""


def parse_json_object(text: str) -> dict[str, Any]:
    """Return the JSON object that a text is; an empty one if it is something else."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def parse_id(text: str) -> int:
    """Return the number that a text is; 0, which no identity is, if it is something else."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= _MAX_ID_DIGITS else 0
