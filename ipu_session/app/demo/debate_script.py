"""Types of the script of the example debate (``resources/example/debate.toml``); durations are in seconds."""

import tomllib
from datetime import datetime
from pathlib import Path
from typing import NotRequired, TypedDict, cast

# The functional form, because ``from`` is a keyword of Python.
_Sender = TypedDict("_Sender", {"from": str})


class SessionEntry(TypedDict):
    """The details of the session, and when it begins."""

    begins: datetime
    title: str
    assembly: str
    committee: str
    place: str
    date: str
    planned_end: str
    chair: str
    co_rapporteurs: list[str]
    symbol: str


class DelegationEntry(TypedDict):
    """An observer that is not in the directory of delegations."""

    id: str
    name_en: str
    name_fr: str
    name_es: str
    name_ar: str


class PersonEntry(_Sender):
    """A person, as on the paper slip."""

    title: str
    name: str
    function: NotRequired[str]
    category: NotRequired[str]
    young: NotRequired[bool]


class PointOfOrderEntry(PersonEntry):
    """A point of order during a speech."""

    seconds: int
    ruling: str


class SpeakerEntry(PersonEntry):
    """A speech, with the notes taken of it."""

    seconds: int
    notes: list[str]
    pause: NotRequired[int]
    granted: NotRequired[int]
    order: NotRequired[PointOfOrderEntry]


class RequestEntry(PersonEntry):
    """A request that never gets the floor; without ``fate`` (``absent`` or ``withdrawn``) it stays on the list."""

    fate: NotRequired[str]


class SynthesisEntry(TypedDict):
    """The synthesis of the theme with this number."""

    theme: int
    text: str


class ContributionEntry(_Sender):
    """A written contribution; its attachment, if any, is a file in the folder of the script."""

    received: str
    pages: int
    language: str
    themes: list[int]
    title: str
    file: NotRequired[str]


class DebateScript(TypedDict):
    """The whole script."""

    session: SessionEntry
    delegation: list[DelegationEntry]
    speaker: list[SpeakerEntry]
    request: list[RequestEntry]
    synthesis: list[SynthesisEntry]
    contribution: list[ContributionEntry]


def load_script(path: Path) -> DebateScript:
    """Return the script in a TOML file, which is part of the program: its content is not checked."""
    return cast("DebateScript", tomllib.loads(path.read_text("utf-8")))
