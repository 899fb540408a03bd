"""The list of speakers as it is printed, to go on by hand: every text is ready, nothing is laid out yet."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PrintableRow:
    """Somebody who waits, with the time they may have."""

    number: str
    delegation: str
    name: str
    allotted: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class PrintableSection:
    """Those who wait for the same thing: to speak, or to reply."""

    heading: str
    rows: tuple[PrintableRow, ...]
    blank_rows: int = 0
    """So many empty rows follow, for names that come in on paper."""


@dataclass(frozen=True, slots=True)
class PrintableList:
    """The whole of it, in one language; ``lines`` stand at the head of every page."""

    is_right_to_left: bool
    title: str
    heading: str
    header_lines: tuple[str, ...]
    floor: str
    """Who has the floor; empty if nobody has."""
    column_headings: tuple[str, str, str, str]
    """What is above the numbers, the names, the time allotted and the room for the time used."""
    sections: tuple[PrintableSection, ...]
    heard_heading: str
    """The heading of those heard."""
    heard_rows: tuple[tuple[str, str, str, str], ...]
    """When, for whom, who, how long."""
    page_labels: tuple[str, str]
    """What stands before the number of the page, and before that of the last page."""
