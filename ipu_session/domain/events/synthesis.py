"""Events of the synthesis and the elements for the resolution."""

from dataclasses import dataclass
from typing import ClassVar

from ipu_session.domain.model.ids import PassageId, ThemeId
from ipu_session.domain.model.passages import Passage


@dataclass(frozen=True, slots=True)
class SynthesisWritten:
    """The summary of a theme was replaced by one passage; only the first release wrote this event."""

    event_kind: ClassVar[str] = "SynthesisWritten"

    theme: ThemeId
    text: str


@dataclass(frozen=True, slots=True)
class PassageWritten:
    """A passage was added at the end of its section, or replaced."""

    event_kind: ClassVar[str] = "PassageWritten"

    passage: Passage


@dataclass(frozen=True, slots=True)
class PassagesOrdered:
    """The passages were reordered."""

    event_kind: ClassVar[str] = "PassagesOrdered"

    order: tuple[PassageId, ...]


@dataclass(frozen=True, slots=True)
class PassageRemoved:
    """A passage was removed."""

    event_kind: ClassVar[str] = "PassageRemoved"

    passage: PassageId


Event = SynthesisWritten | PassageWritten | PassagesOrdered | PassageRemoved

__all__ = ["PassageRemoved", "PassageWritten", "PassagesOrdered", "SynthesisWritten"]
