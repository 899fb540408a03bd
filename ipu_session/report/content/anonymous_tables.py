"""A report without names (decision 0047): tables without the columns that say whose something is."""

from collections.abc import Collection
from dataclasses import replace

from ipu_session.report.content.context import Context
from ipu_session.report.model import Column

Rows = tuple[tuple[str, ...], ...]


def columns_for(
    context: Context, columns: tuple[Column, ...], rows: Rows, named: Collection[int]
) -> tuple[tuple[Column, ...], Rows]:
    """Return columns and rows, in a report without names without those at the places ``named``."""
    if context.choice.attributed:
        return columns, rows
    kept = [place for place in range(len(columns)) if place not in named]
    whole = sum(columns[place].share for place in kept)
    return (
        tuple(replace(columns[place], share=columns[place].share * 100 // whole) for place in kept),
        tuple(tuple(row[place] for place in kept) for row in rows),
    )


def names_or_number(context: Context, names: list[str]) -> str:
    """Return names as a list, in a report without names how many they are."""
    return context.words.listed(names) if context.choice.attributed else context.words.number(len(names))
