"""The figures of the long sweeps: which promise, what was done how often, what was found, the time."""

from collections.abc import Callable
from typing import Protocol

import pytest

HEADS = ("promise", "what was done and found", "outcome", "time", "test")


def note_promise(item: pytest.Item) -> None:
    """Let the report of a long sweep carry the promise that its mark names."""
    mark = item.get_closest_marker("soak")
    if mark is not None:
        item.user_properties.append(("promise", mark.args[0]))


class Figures(Protocol):
    def __call__(self, **found: float) -> None:
        """Record what a sweep did and found."""


@pytest.fixture
def figures(record_property: Callable[[str, object], None]) -> Figures:
    """Say what a sweep did and found: ``figures(kills=100, lost=0)``; `make soak` ends with a table of it."""

    def say(**found: float) -> None:
        for name, figure in found.items():
            shown = f"{figure:.2f}" if isinstance(figure, float) else f"{figure:,}"
            record_property("figure", f"{name.replace('_', ' ')} {shown}")

    return say


def table(reports: list[pytest.TestReport]) -> list[str]:
    """The lines of the table, by promise; a sweep that failed stands in it too."""
    rows = []
    for report in reports:
        told = list(getattr(report, "user_properties", ()))
        promise = next((value for name, value in told if name == "promise"), None)
        if promise is not None and (report.when == "call" or report.failed):
            said = ", ".join(value for name, value in told if name == "figure")
            test = report.nodeid.rpartition("/")[2]
            rows.append((promise, said, report.outcome, f"{report.duration:.0f} s", test))
    rows.sort(key=lambda row: (row[0][0], int(row[0][1:]), row[-1]))
    return [f"| {' | '.join(row)} |" for row in (HEADS, ("---",) * len(HEADS), *rows)] if rows else []
