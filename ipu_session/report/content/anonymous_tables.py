"""Reports without names (decision 0047): tables without the columns that identify somebody."""

from collections.abc import Collection

from msgspec.structs import replace

from ipu_session.report.content.context import ReportContext
from ipu_session.report.model import Column

TableRows = tuple[tuple[str, ...], ...]


def drop_name_columns(
    context: ReportContext, columns: tuple[Column, ...], rows: TableRows, name_columns: Collection[int]
) -> tuple[tuple[Column, ...], TableRows]:
    """Return columns and rows; a report without names omits the columns with the indices ``name_columns``."""
    if context.options.attributed:
        return columns, rows
    shown = [index for index in range(len(columns)) if index not in name_columns]
    total_share = sum(columns[index].share for index in shown)
    return (
        tuple(replace(columns[index], share=columns[index].share * 100 // total_share) for index in shown),
        tuple(tuple(row[index] for index in shown) for row in rows),
    )


def format_names_or_count(context: ReportContext, names: list[str]) -> str:
    """Return the names as a list; in a report without names, their number."""
    return (
        context.catalog.join_with_and(names)
        if context.options.attributed
        else context.catalog.format_number(len(names))
    )
