"""Reports without names (decision 0047): tables without the columns that identify somebody."""

from collections.abc import Collection
from dataclasses import replace

from ipu_session.report.content.context import ReportContext
from ipu_session.report.model import Column

TableRows = tuple[tuple[str, ...], ...]


def drop_name_columns(
    context: ReportContext, columns: tuple[Column, ...], rows: TableRows, named: Collection[int]
) -> tuple[tuple[Column, ...], TableRows]:
    """Return columns and rows; in a report without names, without the columns at the indices ``named``."""
    if context.options.attributed:
        return columns, rows
    kept = [place for place in range(len(columns)) if place not in named]
    whole = sum(columns[place].share for place in kept)
    return (
        tuple(replace(columns[place], share=columns[place].share * 100 // whole) for place in kept),
        tuple(tuple(row[place] for place in kept) for row in rows),
    )


def format_names_or_count(context: ReportContext, names: list[str]) -> str:
    """Return the names as a list; in a report without names, their number."""
    return (
        context.catalog.join_with_and(names)
        if context.options.attributed
        else context.catalog.format_number(len(names))
    )
