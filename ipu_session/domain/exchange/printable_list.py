"""The speakers list for printing, to be continued by hand on paper: translated texts, without layout."""

from ipu_session.domain.model.value import Value


class PrintableRow(Value, frozen=True):
    """A waiting speaker, with the allotted time; or an empty row, with a number only."""

    number: str
    delegation: str
    name: str
    allotted: str
    remark: str = ""


class PrintableSection(Value, frozen=True):
    """The requests of one kind: to speak, or to reply."""

    heading: str
    rows: tuple[PrintableRow, ...]
    blank_rows: int = 0
    """Number of empty rows after the others, for names added on paper."""


class PrintableList(Value, frozen=True):
    """The printable list in one language; ``header_lines`` are at the top of every page."""

    is_right_to_left: bool
    title: str
    heading: str
    header_lines: tuple[str, ...]
    floor: str
    """The speaker on the floor; empty if there is none."""
    column_headings: tuple[str, str, str, str]
    """Headings of the columns: number, delegation and name, allotted time, space for the time used."""
    sections: tuple[PrintableSection, ...]
    heard_heading: str
    """Heading of the speakers heard."""
    heard_rows: tuple[tuple[str, str, str, str], ...]
    """Time, delegation, name and duration of each speech."""
    page_labels: tuple[str, str]
    """The text before the page number, and the text before the number of pages."""
