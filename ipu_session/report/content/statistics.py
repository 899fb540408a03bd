"""Annex of statistics; every figure can be recomputed from the session."""

from collections.abc import Iterable

from ipu_session.domain.model.rules import Kind
from ipu_session.domain.queries.statistics import percent
from ipu_session.domain.queries.tallies import Tally, interventions_of_kind, tally, tally_by_category, tally_by_party
from ipu_session.domain.queries.theme_matrix import CellCount
from ipu_session.report.content import charts
from ipu_session.report.content.annexes import build_annex
from ipu_session.report.content.context import ReportContext
from ipu_session.report.model import Block, Column, ColumnAlignment, Paragraph, ParagraphStyle, Table

_OPTIONAL_KINDS = (Kind.MOTION, Kind.AGAINST, Kind.CHAIR)
"""Kinds of interventions that are listed only if there were any."""


def build_statistics(context: ReportContext) -> list[Block]:
    """Return the annex of statistics."""
    words, figures = context.catalog, context.participation
    blocks: list[Block] = []
    if figures.delegates:
        blocks += [
            build_people_table(context),
            Paragraph(_base_remark(context), ParagraphStyle.REMARK),
            *charts.build_people_chart(context),
        ]
        # If no recorded group was heard but some groups are unknown, a table of zeros would be misleading.
        if any(group.delegates for group in figures.groups) or not figures.groups_unknown:
            blocks.append(_groups_table(context))
        remarks = [words.text("annexes.overlap")] if figures.has_shared_groups else []
        remarks += [words.text("participation.own_groups")] if figures.own_groups else []
        remarks.append(words.plural("participation.groups_unknown", figures.groups_unknown))
        if any(remarks):
            blocks.append(Paragraph(" ".join(filter(None, remarks)), ParagraphStyle.REMARK))
        blocks += charts.build_groups_chart(context)
        blocks.append(_tally_table(context, "categories", _tallies_by_category(context)))
        if context.options.attributed:
            blocks.append(_tally_table(context, "delegations", _tallies_by_delegation(context)))
    blocks.append(_tally_table(context, "kinds", _tallies_by_kind(context)))
    blocks += _theme_blocks(context)
    return build_annex(context, "statistics", blocks)


def _base_remark(context: ReportContext) -> str:
    words, figures = context.catalog, context.participation
    sentences = (
        [words.text("annexes.gender_base", n=words.format_number(figures.gender_stated))]
        if figures.gender_stated
        else []
    )
    if figures.ages_known:
        sentences.append(words.text("annexes.young_base", n=words.format_number(figures.ages_known)))
    return " ".join((*sentences, words.text("charts.shares")))


def build_people_table(context: ReportContext) -> Table:
    """Return the table of women, men and young parliamentarians."""
    words, figures = context.catalog, context.participation
    young = words.text("statistics.young", age=context.session.rules.young_under)
    share = _format_share(context, figures.young, figures.ages_known)
    of_age = [(young, words.format_number(figures.young), share, "", "")] if figures.ages_known else []
    total = (
        words.text("statistics.all"),
        words.format_number(figures.delegates),
        "",
        words.format_duration(figures.speeches.seconds),
        "",
    )
    rows = (*_gender_rows(context), *of_age, total)
    columns = (
        Column("", 36),
        Column(words.text("columns.delegates"), 16, ColumnAlignment.END),
        Column(words.text("columns.share"), 14, ColumnAlignment.END),
        Column(words.text("columns.speaking_time"), 20, ColumnAlignment.END),
        Column(words.text("columns.share"), 14, ColumnAlignment.END),
    )
    return Table("people", words.text("statistics.people"), columns, rows, has_total_row=True)


def _gender_rows(context: ReportContext) -> list[tuple[str, ...]]:
    """Return rows for women and men if any gender is stated, and a row for genders not stated."""
    words, figures = context.catalog, context.participation
    stated_s = figures.women_time.seconds + figures.men_time.seconds
    numbers = _complementary_shares(context, figures.women, figures.gender_stated)
    times = _complementary_shares(context, figures.women_time.seconds, stated_s)
    both = (("women", figures.women, figures.women_time), ("men", figures.men, figures.men_time))
    rows: list[tuple[str, ...]] = [
        (
            words.text(f"statistics.{name}"),
            words.format_number(count),
            numbers[index],
            words.format_duration(time.seconds),
            times[index],
        )
        for index, (name, count, time) in enumerate(both if figures.gender_stated else ())
    ]
    if figures.not_stated:
        seconds = words.format_duration(figures.not_stated_time.seconds)
        not_stated = words.text("statistics.not_stated")
        rows.append((not_stated, words.format_number(figures.not_stated), "", seconds, ""))
    return rows


def _groups_table(context: ReportContext) -> Table:
    words, total_seconds = context.catalog, context.participation.speeches.seconds
    rows = tuple(
        (
            words.lookup("groups", group.group),
            words.format_number(group.delegations),
            words.format_number(group.delegates),
            words.format_duration(group.speeches.seconds),
            _format_share(context, group.speeches.seconds, total_seconds),
        )
        for group in context.participation.groups
    )
    columns = (
        Column(words.text("columns.group"), 42),
        Column(words.text("columns.delegations"), 15, ColumnAlignment.END),
        Column(words.text("columns.delegates"), 13, ColumnAlignment.END),
        Column(words.text("columns.speaking_time"), 18, ColumnAlignment.END),
        Column(words.text("columns.share"), 12, ColumnAlignment.END),
    )
    return Table("groups", words.text("statistics.groups"), columns, rows)


def _theme_blocks(context: ReportContext) -> list[Block]:
    """Return the table of interventions and notes by theme, with its chart; empty if all counts are 0."""
    words, counts = context.catalog, charts.counts_by_theme(context)
    if not any(count != CellCount() for _, count in counts):
        return []
    rows = tuple(
        (
            charts.format_theme(context, theme),
            words.format_number(count.interventions),
            words.format_number(count.notes),
        )
        for theme, count in counts
    )
    columns = (
        Column(words.text("columns.themes"), 64),
        Column(words.text("columns.interventions"), 20, ColumnAlignment.END),
        Column(words.text("charts.notes"), 16, ColumnAlignment.END),
    )
    table = Table("themes", words.text("charts.themes"), columns, rows)
    remark = Paragraph(words.text("charts.several"), ParagraphStyle.REMARK)
    return [table, remark, charts.build_themes_chart(context)]


def _tallies_by_category(context: ReportContext) -> list[tuple[str, Tally]]:
    tallies = tally_by_category(context.session, context.now.utc_ms)
    return [(context.catalog.text(f"categories.{category.value}"), tally) for category, tally in tallies.items()]


def _tallies_by_delegation(context: ReportContext) -> list[tuple[str, Tally]]:
    tallies = tally_by_party(context.session, context.now.utc_ms)
    rows = [(context.party_name(party), tally) for party, tally in tallies.items()]
    return sorted(rows, key=lambda row: (-row[1].seconds, context.catalog.sort_key(row[0])))


def _tallies_by_kind(context: ReportContext) -> list[tuple[str, Tally]]:
    figures, words, now_ms = context.participation, context.catalog, context.now.utc_ms
    others = [(kind, tally(interventions_of_kind(context.session, kind), now_ms)) for kind in _OPTIONAL_KINDS]
    rows = (
        ("speech", figures.speeches),
        ("point-of-order", figures.points_of_order),
        ("reply", figures.replies),
        ("question", figures.questions),
        ("response", figures.responses),
        *((kind.value, kind_tally) for kind, kind_tally in others if kind_tally.count),
    )
    return [(words.text(f"kinds.{kind}"), kind_tally) for kind, kind_tally in rows]


def _tally_table(context: ReportContext, name: str, tallies: Iterable[tuple[str, Tally]]) -> Table:
    words, entries = context.catalog, list(tallies)
    grand_total = sum((tally for _, tally in entries), Tally())
    rows = [_tally_row(context, what, tally, grand_total) for what, tally in entries]
    total = (
        words.text("annexes.total"),
        words.format_number(grand_total.count),
        words.format_duration(grand_total.seconds),
        "",
    )
    first = {"delegations": "columns.delegation", "categories": "columns.category", "kinds": "columns.kind"}
    counted = "interventions" if name == "kinds" else "speeches"
    columns = (
        Column(words.text(first[name]), 46),
        Column(words.text(f"columns.{counted}"), 20, ColumnAlignment.END),
        Column(words.text("columns.speaking_time"), 20, ColumnAlignment.END),
        Column(words.text("columns.share"), 14, ColumnAlignment.END),
    )
    return Table(name, words.text(f"statistics.{name}"), columns, (*rows, total), has_total_row=True)


def _tally_row(context: ReportContext, what: str, tally: Tally, grand_total: Tally) -> tuple[str, ...]:
    words = context.catalog
    share = _format_share(context, tally.seconds, grand_total.seconds)
    return (what, words.format_number(tally.count), words.format_duration(tally.seconds), share)


def _complementary_shares(context: ReportContext, part: int, total: int) -> tuple[str, str]:
    """Return the formatted percentages of a part and of the rest, which add up to 100; "" and "" if ``total`` is 0."""
    if not total:
        return "", ""
    share = percent(part, total)
    one, other = (context.catalog.text("format.percent", n=n) for n in (share, 100 - share))
    return one, other


def _format_share(context: ReportContext, part: int, total: int) -> str:
    return context.catalog.text("format.percent", n=percent(part, total)) if total else ""
