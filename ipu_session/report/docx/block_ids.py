"""Identity of blocks across exports: derived from the headings above and the type of block, not from its text."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from ipu_session.report.model import Block, Chart, Heading, Paragraph, ParagraphStyle, Table


class BlockEntry(Struct, frozen=True):
    """A block in the manifest: key of its group, its number in the group, and its fingerprint as exported."""

    group: str
    number: int
    hash: str

    @property
    def id(self) -> str:
        """Id of the block, used in the tag of its content control and in the names of its bookmarks."""
        return f"{self.group}_{self.number}"


def group_keys(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the group key of each block, from the headings above it, its lead paragraph and its type."""
    path: dict[int, str] = {}
    lead = ""
    for block in blocks:
        if isinstance(block, Heading):
            path = {level: text for level, text in path.items() if level < block.level}
            path[block.level] = block.key or block.text
            lead = ""
        elif isinstance(block, Paragraph) and block.style is ParagraphStyle.LEAD:
            lead = block.text
        yield hash_group_key("/".join(path.values()), lead, _block_kind(block))


def hash_group_key(*words: str) -> str:
    """Return the first 8 hexadecimal digits of the SHA-256 of the words that define a group."""
    return hashlib.sha256("\n".join(words).encode("utf-8", "replace")).hexdigest()[:8]


def _block_kind(block: Block) -> str:
    if isinstance(block, Paragraph):
        return f"Paragraph {block.style.value}"
    kind = type(block).__name__
    return f"{kind} {block.name}" if isinstance(block, Table | Chart) else kind


def match_previous(new: Sequence[tuple[str, str]], old: Iterable[BlockEntry]) -> list[BlockEntry | None]:
    """Return for each block, given as (group, hash), its entry in the previous report; None for a new block.

    Within a group, blocks with equal hashes are matched first, then the other blocks in order.
    """
    unmatched: dict[str, list[BlockEntry]] = defaultdict(list)
    for entry in old:
        unmatched[entry.group].append(entry)
    matches: list[BlockEntry | None] = []
    for group, mark in new:
        same = next((entry for entry in unmatched[group] if entry.hash == mark), None)
        if same is not None:
            unmatched[group].remove(same)
        matches.append(same)
    for index, (group, _) in enumerate(new):
        if matches[index] is None and unmatched[group]:
            matches[index] = unmatched[group].pop(0)
    return matches


def assign_ids(
    new: Sequence[tuple[str, str]], before: Sequence[BlockEntry | None], old: Iterable[BlockEntry]
) -> list[BlockEntry]:
    """Return an entry for each block: with the number of its previous entry, or with a number new in its group."""
    highest: dict[str, int] = defaultdict(int)
    for entry in old:
        highest[entry.group] = max(highest[entry.group], entry.number)
    entries = []
    for (group, mark), earlier in zip(new, before, strict=True):
        if earlier is None:
            highest[group] += 1
        number = highest[group] if earlier is None else earlier.number
        entries.append(BlockEntry(group, number, mark))
    return entries
