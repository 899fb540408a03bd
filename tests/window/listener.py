"""What a screen reader gets over AT-SPI, a JSON line for each event; run by the system's Python (pyatspi)."""

import json
import sys
from typing import Any

import pyatspi  # type: ignore[import-not-found]  # python3-pyatspi 2.46 is a package of Debian, not of PyPI

KINDS = ("object:announcement", "object:property-change:accessible-value", "object:state-changed:focused")


def on_event(event: Any) -> None:
    """Write down what an event says; a focus that goes is of no interest."""
    kind = str(event.type)
    if kind.startswith("object:state-changed") and not event.detail1:
        return
    heard = {"kind": kind, "text": event.any_data if isinstance(event.any_data, str) else ""}
    heard["detail"] = event.detail1
    if not kind.startswith("object:announcement"):
        heard["role"] = event.source.getRoleName() if event.source else ""
        heard["name"] = event.source.name if event.source else ""
    sys.stdout.write(json.dumps(heard) + "\n")
    sys.stdout.flush()


pyatspi.Registry.registerEventListener(on_event, *KINDS)
sys.stdout.write(json.dumps({"kind": "ready", "text": ""}) + "\n")
sys.stdout.flush()
pyatspi.Registry.start()
