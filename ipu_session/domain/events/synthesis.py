"""Events of the synthesis and the elements for the resolution."""

from typing import ClassVar

from ipu_session.domain.model.ids import PassageId, ThemeId
from ipu_session.domain.model.passages import Passage
from ipu_session.domain.model.value import Value


class SynthesisWritten(Value, frozen=True):
    """The summary of a theme was replaced by one passage; only the first release wrote this event."""

    event_kind: ClassVar[str] = "SynthesisWritten"

    theme: ThemeId
    text: str


class PassageWritten(Value, frozen=True):
    """A passage was added at the end of its section, or replaced."""

    event_kind: ClassVar[str] = "PassageWritten"

    passage: Passage


class PassagesOrdered(Value, frozen=True):
    """The passages were reordered."""

    event_kind: ClassVar[str] = "PassagesOrdered"

    order: tuple[PassageId, ...]


class PassageRemoved(Value, frozen=True):
    """A passage was removed."""

    event_kind: ClassVar[str] = "PassageRemoved"

    passage: PassageId


Event = SynthesisWritten | PassageWritten | PassagesOrdered | PassageRemoved

__all__ = ["PassageRemoved", "PassageWritten", "PassagesOrdered", "SynthesisWritten"]
