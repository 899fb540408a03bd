"""What the guards share."""

from collections.abc import Iterator

import pytest

from tests.architecture.source import tree


@pytest.fixture(autouse=True, scope="module")
def _no_syntax_trees_are_kept() -> Iterator[None]:
    """A million nodes kept for good would slow every collection of garbage in the tests that follow."""
    yield
    tree.cache_clear()
