"""Drawing of lots that anybody can repeat with a pocket calculator (docs/rules.md#p5; docs/rules.md#row-3).

Each number is the number before (first the seed) times 16807 modulo 2147483647: Lehmer's generator, the "minimal
standard" of Park and Miller, 1988. The number modulo the count of names left, plus one, is the place of the name
that is drawn and crossed out; and so on until no name is left.
"""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from ipu_session.domain.model.value import Value

FACTOR = 16_807
MODULUS = 2_147_483_647

T = TypeVar("T")


class Lot(Value, frozen=True):
    """One lot: the generated number, how many names were left, and the place drawn among them, from 1."""

    number: int
    remaining: int
    position: int


def generate_lots(seed: int, count: int) -> Iterator[Lot]:
    """Yield ``count`` lots; ValueError if the seed is not from 1 to 2147483646."""
    if not 0 < seed < MODULUS:
        raise ValueError(seed)
    number = seed
    for left in range(count, 0, -1):
        number = number * FACTOR % MODULUS
        yield Lot(number, left, number % left + 1)


def draw_order(seed: int, names: Sequence[T]) -> tuple[T, ...]:
    """Return the names in the order drawn."""
    left = list(names)
    return tuple(left.pop(lot.position - 1) for lot in generate_lots(seed, len(names)))
