"""Why a row of a speakers list was not taken over, as a sentence for the terminal."""

from ipu_session.app.messages import one_line
from ipu_session.domain.findings import RefusedRow

REFUSALS = {
    "no-delegation": "it names no delegation",
    "unknown-delegation": "no delegation is called {value}",
    "duplicate": "it stands in line {value} already",
    "bad-gender": "{value} is no gender that is known (F, M, or nothing)",
    "bad-category": "{value} is no category that is known",
    "bad-young": "{value} is neither yes nor no",
    "bad-born": "{value} is no year and no day",
    "bad-theme": "{value} is no number of a theme",
    "extra-cells": "there is no heading above {value}",
    "too-long": "it is too long to be what its heading says: {value}",
}


def refusal_text(row: RefusedRow) -> str:
    """Return why a row was refused."""
    return one_line(REFUSALS[row.reason].format(value=row.value))
