"""Charts of the statistics; the figures of each are in a table, too."""

from collections.abc import Iterable, Sequence

from ipu_session.domain.model.session import Theme
from ipu_session.domain.queries.statistics import percent
from ipu_session.domain.queries.theme_matrix import CellCount
from ipu_session.report.content.context import ReportContext
from ipu_session.report.model import Chart, Series

_SECONDS_PER_DAY = 86_400
_DURATION_FORMAT = "[m]:ss"


def build_groups_chart(context: ReportContext) -> list[Chart]:
    """Return the chart of speaking time by geopolitical group; empty if no group has any."""
    words, groups = context.catalog, context.participation.groups
    used = [(words.lookup("groups", group.group), group.speeches.seconds) for group in groups]
    longest = max((seconds for _, seconds in used), default=0)
    if not longest:
        return []
    unknown = context.participation.groups_unknown
    silent = [name for name, seconds in used if not seconds and not unknown]
    alt = words.text(
        "charts.groups_alt",
        names=words.join_with_and([name for name, seconds in used if seconds == longest]),
        time=words.format_duration(longest),
        share=percent(longest, context.participation.speeches.seconds),
        silent=words.text("charts.silent", names=words.join_with_and(silent)) if silent else "",
    )
    time = Series(words.text("columns.speaking_time"), tuple(seconds / _SECONDS_PER_DAY for _, seconds in used))
    names = tuple(name for name, _ in used)
    return [Chart("groups", words.text("charts.groups"), alt, names, (time,), _DURATION_FORMAT)]


def build_people_chart(context: ReportContext) -> list[Chart]:
    """Return the chart of women's and men's shares of delegates heard and time used; empty without stated genders."""
    words, figures = context.catalog, context.participation
    if not figures.gender_stated:
        return []
    categories, women = [words.text("charts.heard")], [percent(figures.women, figures.gender_stated)]
    seconds = figures.women_time.seconds + figures.men_time.seconds
    if seconds:
        categories.append(words.text("columns.speaking_time"))
        women.append(percent(figures.women_time.seconds, seconds))
    alt = words.text("charts.people_alt" if seconds else "charts.people_only_alt", people=women[0], time=women[-1])
    series = (
        Series(words.text("statistics.women"), tuple(women)),
        Series(words.text("statistics.men"), tuple(100 - share for share in women)),
    )
    before, _, after = words.text("format.percent", n="0").partition("0")
    form = f'"{before}"0"{after}"'
    caption = words.text("charts.people")
    return [Chart("people", caption, alt, tuple(categories), series, form, is_stacked=True)]


def counts_by_theme(context: ReportContext) -> list[tuple[Theme, CellCount]]:
    """Return the numbers of interventions and notes on each theme, by all parties; restricted notes are not counted."""
    matrix = context.matrix
    return list(zip(matrix.themes, matrix.column_totals, strict=True))


def build_themes_chart(context: ReportContext) -> Chart:
    """Return the chart of interventions and notes by theme."""
    words, counts = context.catalog, counts_by_theme(context)
    # A theme may have been addressed in writing only, without any intervention or note.
    untouched = [t for t, count in counts if count == CellCount() and not context.addressed_by_theme[t.id]]
    alt = words.text(
        "charts.themes_alt",
        interventions=_format_highest(context, [(theme, count.interventions) for theme, count in counts]),
        notes=_format_highest(context, [(theme, count.notes) for theme, count in counts]),
        untouched=words.text("charts.untouched", names=_format_theme_numbers(context, untouched)) if untouched else "",
    )
    series = (
        Series(words.text("columns.interventions"), tuple(count.interventions for _, count in counts)),
        Series(words.text("charts.notes"), tuple(count.notes for _, count in counts)),
    )
    names = tuple(words.text("columns.theme", number=theme.number) for theme, _ in counts)
    return Chart("themes", words.text("charts.themes"), alt, names, series)


def format_theme(context: ReportContext, theme: Theme) -> str:
    """Return a theme's number and title."""
    title = " ".join(theme.title.split()).rstrip(".")
    return context.catalog.text("charts.theme", number=theme.number, title=title)


def _format_highest(context: ReportContext, counted: Sequence[tuple[Theme, int]]) -> str:
    """Return the highest count and the themes that have it."""
    highest = max(count for _, count in counted)
    if not highest:
        return context.catalog.text("annexes.none")
    names = _format_theme_numbers(context, [theme for theme, count in counted if count == highest])
    return context.catalog.text("charts.most", names=names, n=context.catalog.format_number(highest))


def _format_theme_numbers(context: ReportContext, chosen: Iterable[Theme]) -> str:
    words = context.catalog
    return words.join_with_and([words.text("columns.theme", number=theme.number) for theme in chosen])
