"""Guard for calls into Rust libraries: a panic is not a subclass of ``Exception``, and prints a trace."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

_STANDARD_ERROR = 2


def panic_types() -> tuple[type[BaseException], ...]:
    """Return the exception class of a Rust panic (pyo3), which no module exports; for an ``except`` clause.

    The clause is evaluated while an exception propagates: if it is a panic, the class exists by then.
    """
    return tuple(kind for kind in BaseException.__subclasses__() if kind.__name__ == "PanicException")


@contextmanager
def suppress_stderr() -> Iterator[None]:
    """Context manager: redirect file descriptor 2 to the null device, since a panic prints to it.

    The process may have no standard error at all.
    """
    try:
        saved = os.dup(_STANDARD_ERROR)
    except OSError:
        yield
        return
    null_device = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(null_device, _STANDARD_ERROR)
        yield
    finally:
        os.dup2(saved, _STANDARD_ERROR)
        os.close(saved)
        os.close(null_device)
