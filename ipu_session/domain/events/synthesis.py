"""The synthesis and the elements for the resolution."""

from dataclasses import dataclass
from typing import ClassVar

from ipu_session.domain.model.ids import PassageId, ThemeId
from ipu_session.domain.model.passages import Passage


@dataclass(frozen=True, slots=True)
class SynthesisWritten:
    """The summary of a theme reads so now, as one passage; written by the first release only."""

    event_kind: ClassVar[str] = "SynthesisWritten"

    theme: ThemeId
    text: str


@dataclass(frozen=True, slots=True)
class PassageWritten:
    """A passage is there, at the end of its section, or is another than it was."""

    event_kind: ClassVar[str] = "PassageWritten"

    passage: Passage


@dataclass(frozen=True, slots=True)
class PassagesOrdered:
    """The passages stand in this order now."""

    event_kind: ClassVar[str] = "PassagesOrdered"

    order: tuple[PassageId, ...]


@dataclass(frozen=True, slots=True)
class PassageRemoved:
    """A passage was taken out."""

    event_kind: ClassVar[str] = "PassageRemoved"

    passage: PassageId
