"""The figures of the debate in tables; every one can be recomputed from the session."""

from collections.abc import Iterable

from ipu_session.domain.model.rules import Kind
from ipu_session.domain.queries.statistics import (
    Tally,
    by_category,
    by_delegation,
    of_kind,
    percent,
    tally,
)
from ipu_session.domain.queries.theme_matrix import Touch
from ipu_session.report.content import charts
from ipu_session.report.content.annexes import annex
from ipu_session.report.content.context import Context
from ipu_session.report.model import Align, Block, Column, Paragraph, Style, Table

_RARE = (Kind.MOTION, Kind.AGAINST, Kind.CHAIR)
"""Kinds that stand among the figures only if there were any."""


def statistics(context: Context) -> list[Block]:
    """Return the annex of statistics."""
    words, figures = context.words, context.figures
    blocks: list[Block] = []
    if figures.delegates:
        blocks += [people(context), Paragraph(_base(context), Style.REMARK), *charts.people(context)]
        # A group of which nobody knows whether it was heard is no group of nobody.
        if any(group.delegates for group in figures.groups) or not figures.groups_unknown:
            blocks.append(_groups(context))
        remarks = [words.text("annexes.overlap")] if figures.in_two_groups else []
        remarks += [words.text("participation.own_groups")] if figures.own_groups else []
        remarks.append(words.count("participation.groups_unknown", figures.groups_unknown))
        if any(remarks):
            blocks.append(Paragraph(" ".join(filter(None, remarks)), Style.REMARK))
        blocks += charts.groups(context)
        blocks.append(_tallies(context, "categories", _categories(context)))
        if context.choice.attributed:
            blocks.append(_tallies(context, "delegations", _delegations(context)))
    blocks.append(_tallies(context, "kinds", _kinds(context)))
    blocks += _themes(context)
    return annex(context, "statistics", blocks)


def _base(context: Context) -> str:
    words, figures = context.words, context.figures
    sentences = [words.text("annexes.gender_base", n=words.number(figures.stated))] if figures.stated else []
    if figures.ages_known:
        sentences.append(words.text("annexes.young_base", n=words.number(figures.ages_known)))
    return " ".join((*sentences, words.text("charts.shares")))


def people(context: Context) -> Table:
    """Return the table of women, men and young parliamentarians."""
    words, figures = context.words, context.figures
    young = words.text("statistics.young", age=context.session.rules.young_under)
    share = _share(context, figures.young, figures.ages_known)
    of_age = [(young, words.number(figures.young), share, "", "")] if figures.ages_known else []
    total = (
        words.text("statistics.all"),
        words.number(figures.delegates),
        "",
        words.duration(figures.speeches.seconds),
        "",
    )
    rows = (*_by_gender(context), *of_age, total)
    columns = (
        Column("", 36),
        Column(words.text("columns.delegates"), 16, Align.END),
        Column(words.text("columns.share"), 14, Align.END),
        Column(words.text("columns.speaking_time"), 20, Align.END),
        Column(words.text("columns.share"), 14, Align.END),
    )
    return Table("people", words.text("statistics.people"), columns, rows, total=True)


def _by_gender(context: Context) -> list[tuple[str, ...]]:
    """Return the rows of women and men if anybody's gender is stated, and of those whose gender is not."""
    words, figures = context.words, context.figures
    stated_s = figures.women_time.seconds + figures.men_time.seconds
    numbers = _halves(context, figures.women, figures.stated)
    times = _halves(context, figures.women_time.seconds, stated_s)
    both = (("women", figures.women, figures.women_time), ("men", figures.men, figures.men_time))
    rows: list[tuple[str, ...]] = [
        (
            words.text(f"statistics.{name}"),
            words.number(count),
            numbers[place],
            words.duration(time.seconds),
            times[place],
        )
        for place, (name, count, time) in enumerate(both if figures.stated else ())
    ]
    if figures.not_stated:
        seconds = words.duration(figures.not_stated_time.seconds)
        not_stated = words.text("statistics.not_stated")
        rows.append((not_stated, words.number(figures.not_stated), "", seconds, ""))
    return rows


def _groups(context: Context) -> Table:
    words, whole = context.words, context.figures.speeches.seconds
    rows = tuple(
        (
            words.known("groups", group.group),
            words.number(group.delegations),
            words.number(group.delegates),
            words.duration(group.speeches.seconds),
            _share(context, group.speeches.seconds, whole),
        )
        for group in context.figures.groups
    )
    columns = (
        Column(words.text("columns.group"), 42),
        Column(words.text("columns.delegations"), 15, Align.END),
        Column(words.text("columns.delegates"), 13, Align.END),
        Column(words.text("columns.speaking_time"), 18, Align.END),
        Column(words.text("columns.share"), 12, Align.END),
    )
    return Table("groups", words.text("statistics.groups"), columns, rows)


def _themes(context: Context) -> list[Block]:
    """Return how much was said on each theme, with its chart; nothing if nothing was."""
    words, touches = context.words, charts.touches(context)
    if not any(touch != Touch() for _, touch in touches):
        return []
    rows = tuple(
        (charts.theme_name(context, theme), words.number(touch.interventions), words.number(touch.notes))
        for theme, touch in touches
    )
    columns = (
        Column(words.text("columns.themes"), 64),
        Column(words.text("columns.interventions"), 20, Align.END),
        Column(words.text("charts.notes"), 16, Align.END),
    )
    table = Table("themes", words.text("charts.themes"), columns, rows)
    remark = Paragraph(words.text("charts.several"), Style.REMARK)
    return [table, remark, charts.themes(context)]


def _categories(context: Context) -> list[tuple[str, Tally]]:
    found = by_category(context.session, context.now.utc_ms)
    return [(context.words.text(f"categories.{category.value}"), tally) for category, tally in found.items()]


def _delegations(context: Context) -> list[tuple[str, Tally]]:
    found = by_delegation(context.session, context.now.utc_ms)
    named = [(context.party(party), tally) for party, tally in found.items()]
    return sorted(named, key=lambda row: (-row[1].seconds, context.words.order(row[0])))


def _kinds(context: Context) -> list[tuple[str, Tally]]:
    figures, words, now_ms = context.figures, context.words, context.now.utc_ms
    others = [(kind, tally(of_kind(context.session, kind), now_ms)) for kind in _RARE]
    found = (
        ("speech", figures.speeches),
        ("point-of-order", figures.points_of_order),
        ("reply", figures.replies),
        ("question", figures.questions),
        ("response", figures.responses),
        *((kind.value, told) for kind, told in others if told.count),
    )
    return [(words.text(f"kinds.{kind}"), told) for kind, told in found]


def _tallies(context: Context, name: str, found: Iterable[tuple[str, Tally]]) -> Table:
    words, entries = context.words, list(found)
    whole = sum((tally for _, tally in entries), Tally())
    rows = [_tally_row(context, what, tally, whole) for what, tally in entries]
    total = (words.text("annexes.total"), words.number(whole.count), words.duration(whole.seconds), "")
    first = {"delegations": "columns.delegation", "categories": "columns.category", "kinds": "columns.kind"}
    counted = "interventions" if name == "kinds" else "speeches"
    columns = (
        Column(words.text(first[name]), 46),
        Column(words.text(f"columns.{counted}"), 20, Align.END),
        Column(words.text("columns.speaking_time"), 20, Align.END),
        Column(words.text("columns.share"), 14, Align.END),
    )
    return Table(name, words.text(f"statistics.{name}"), columns, (*rows, total), total=True)


def _tally_row(context: Context, what: str, tally: Tally, whole: Tally) -> tuple[str, ...]:
    words = context.words
    share = _share(context, tally.seconds, whole.seconds)
    return (what, words.number(tally.count), words.duration(tally.seconds), share)


def _halves(context: Context, part: int, whole: int) -> tuple[str, str]:
    """Return the shares of two parts that are the whole; together they are always 100."""
    if not whole:
        return "", ""
    share = percent(part, whole)
    one, other = (context.words.text("format.percent", n=n) for n in (share, 100 - share))
    return one, other


def _share(context: Context, part: int, whole: int) -> str:
    return context.words.text("format.percent", n=percent(part, whole)) if whole else ""
