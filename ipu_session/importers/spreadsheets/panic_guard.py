"""Calls into compiled readers that may panic: what they throw is no ``Exception``, and they print a trace."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

_STANDARD_ERROR = 2


def panic_types() -> tuple[type[BaseException], ...]:
    """Return the class of a panic in Rust (pyo3), which no module exports; for an ``except`` clause.

    It is evaluated when something is being thrown: from then on the class exists.
    """
    return tuple(kind for kind in BaseException.__subclasses__() if kind.__name__ == "PanicException")


@contextmanager
def suppress_stderr() -> Iterator[None]:
    """Keep off the terminal what a panic prints by itself; the process may have no standard error at all."""
    try:
        kept = os.dup(_STANDARD_ERROR)
    except OSError:
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, _STANDARD_ERROR)
        yield
    finally:
        os.dup2(kept, _STANDARD_ERROR)
        os.close(kept)
        os.close(nowhere)
