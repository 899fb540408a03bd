"""A full disk, by the limit of the operating system on the size of files."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_room(above: int = 0) -> Iterator[None]:
    """No file grows beyond ``above`` bytes in this process; names can still be given, as on a disk that is full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (above, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
