"""Drawing of lots that anybody can repeat with a pocket calculator (product.md, P5; practice.md §5, row 3).

The seed is multiplied by 16807 and divided by 2147483647; what is left over is the next number (Lehmer's
generator, the "minimal standard" of Park and Miller, 1988). That number divided by how many names are left
leaves a remainder; one more than the remainder is the place of the name that is drawn and crossed out. The
next number is made of the number before in the same way, until no name is left.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

FACTOR = 16_807
MODULUS = 2_147_483_647

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Lot:
    """One lot: the number made, how many names were left, and the place drawn among them, from 1."""

    number: int
    remaining: int
    position: int


def generate_lots(seed: int, count: int) -> Iterator[Lot]:
    """Yield the lots for so many names; ValueError if the seed is not from 1 to 2147483646."""
    if not 0 < seed < MODULUS:
        raise ValueError(seed)
    number = seed
    for left in range(count, 0, -1):
        number = number * FACTOR % MODULUS
        yield Lot(number, left, number % left + 1)


def draw_order(seed: int, names: Sequence[T]) -> tuple[T, ...]:
    """Return the names in the order in which they are drawn."""
    left = list(names)
    return tuple(left.pop(lot.position - 1) for lot in generate_lots(seed, len(names)))
