"""The list of speakers as it is printed, to go on by hand: every text is ready, nothing is laid out yet."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PaperRow:
    """Somebody who waits, with the time they may have."""

    number: str
    origin: str
    name: str
    allotted: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class PaperPart:
    """Those who wait for the same thing: to speak, or to reply."""

    heading: str
    rows: tuple[PaperRow, ...]
    blank: int = 0
    """So many empty rows follow, for names that come in on paper."""


@dataclass(frozen=True, slots=True)
class ListPaper:
    """The whole of it, in one language; ``lines`` stand at the head of every page."""

    right_to_left: bool
    title: str
    heading: str
    lines: tuple[str, ...]
    floor: str
    """Who has the floor; empty if nobody has."""
    columns: tuple[str, str, str, str]
    """What is above the numbers, the names, the time allotted and the room for the time used."""
    parts: tuple[PaperPart, ...]
    heard: str
    """The heading of those heard."""
    heard_rows: tuple[tuple[str, str, str, str], ...]
    """When, for whom, who, how long."""
    page: tuple[str, str]
    """What stands before the number of the page, and before that of the last page."""
