"""The synthesis and the elements for the resolution."""

from dataclasses import dataclass

from ipu_session.domain.ids import PassageId, ThemeId
from ipu_session.domain.synthesis import Passage


@dataclass(frozen=True, slots=True)
class SynthesisWritten:
    """The summary of a theme reads so now, as one passage; written by the first release only."""

    theme: ThemeId
    text: str


@dataclass(frozen=True, slots=True)
class PassageWritten:
    """A passage is there, at the end of its section, or is another than it was."""

    passage: Passage


@dataclass(frozen=True, slots=True)
class PassagesOrdered:
    """The passages stand in this order now."""

    order: tuple[PassageId, ...]


@dataclass(frozen=True, slots=True)
class PassageRemoved:
    """A passage was taken out."""

    passage: PassageId
