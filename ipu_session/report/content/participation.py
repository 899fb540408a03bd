"""Who took the floor: the sentences of practice.md §6.3."""

from collections.abc import Iterable

from ipu_session.domain.model.rules import Category
from ipu_session.domain.queries.statistics import Participation, Party, by_delegation, percent
from ipu_session.report.content.context import Context
from ipu_session.report.content.statistics import people
from ipu_session.report.model import Block, Heading, Paragraph

_KINDS = (
    (Category.MEMBER, "heard_parliaments"),
    (Category.ASSOCIATE, "heard_associates"),
)


def participation(context: Context) -> list[Block]:
    """Return the section on participation."""
    figures, words = context.figures, context.words
    blocks: list[Block] = [Heading(1, words.text("participation.heading"))]
    if not figures.delegates:
        # Somebody may have taken the floor for a point of order, or without being named.
        said = "annexes.no_speakers" if context.in_order else "participation.nobody"
        blocks.append(Paragraph(words.text(said)))
        return blocks
    sections = [_people(context), _groups(context)]
    if context.choice.attributed:
        sections.append(_names(context))
    return [*blocks, *(Paragraph(text) for text in map(_joined, sections) if text)]


def participation_in_figures(context: Context) -> list[Block]:
    """Return the section in its short form: the sentences, without the names of delegations."""
    if not context.figures.delegates:
        return participation(context)
    return [
        Heading(1, context.words.text("participation.heading")),
        Paragraph(_joined([*_people(context), *_groups(context)])),
        people(context),
    ]


def _people(context: Context) -> list[str]:
    figures = context.figures
    return [
        _total(context),
        _women(context),
        _own_capacity(context),
        _speeches(context),
        _not_stated(context),
        _young(context),
        _women_time(figures, context) if figures.stated and figures.delegates > 1 else "",
    ]


def _total(context: Context) -> str:
    figures, words = context.figures, context.words
    parts = [
        words.count(f"participation.{kind}", count)
        for kind, count in (
            ("parliaments", figures.parliaments),
            ("associates", figures.associates),
            ("organizations", figures.organizations),
        )
        if count
    ]
    origin = words.text("participation.origin", parts=words.listed(parts)) if parts else ""
    if figures.delegates == 1:
        key = "one_woman" if figures.women else "one_delegate"
        return words.text(f"participation.{key}", origin=origin)
    women = ""
    if figures.stated and (figures.women or not figures.not_stated):
        share = percent(figures.women, figures.stated)
        women = words.count("participation.women", figures.women, share=share)
    return words.count("participation.delegates", figures.delegates, origin=origin, women=women)


def _women(context: Context) -> str:
    """Return that none of those whose gender is stated is a woman, where that of others is not."""
    figures, words = context.figures, context.words
    if figures.women or not (figures.stated and figures.not_stated):
        return ""
    share, stated = percent(figures.women, figures.stated), words.number(figures.stated)
    return words.count("participation.women_stated", figures.women, share=share, stated=stated)


def _own_capacity(context: Context) -> str:
    words = context.words
    parts = [
        words.text("format.listed", what=words.text(f"categories.{category.value}"), n=words.number(count))
        for category, count in context.figures.own_capacity
    ]
    return words.text("participation.own_capacity", parts=words.listed(parts)) if parts else ""


def _speeches(context: Context) -> str:
    speeches = context.figures.speeches
    time = context.words.length(speeches.seconds * 1000)
    return context.words.count("participation.speeches", speeches.count, time=time)


def _not_stated(context: Context) -> str:
    figures, words = context.figures, context.words
    if not figures.not_stated:
        return ""
    if not figures.stated:
        return words.text("participation.no_gender")
    return words.count("participation.not_stated", figures.not_stated)


def _young(context: Context) -> str:
    """Return how many are young; nothing while nobody's age is recorded."""
    figures, words, age = context.figures, context.words, context.session.rules.young_under
    if not figures.ages_known:
        return ""
    share = percent(figures.young, figures.ages_known)
    if figures.ages_known == figures.delegates:
        return words.count("participation.young", figures.young, share=share, age=age)
    known = words.number(figures.ages_known)
    return words.count("participation.young_known", figures.young, share=share, age=age, known=known)


def _women_time(figures: Participation, context: Context) -> str:
    whole = figures.women_time.seconds + figures.men_time.seconds
    if not whole:
        return ""
    key = "women_time_stated" if figures.not_stated else "women_time"
    return context.words.text(f"participation.{key}", share=percent(figures.women_time.seconds, whole))


def _groups(context: Context) -> list[str]:
    figures, words = context.figures, context.words
    heard = [group for group in figures.groups if group.delegates]
    names = words.listed(
        [
            words.text(
                "format.listed", what=words.known("groups", group.group), n=words.number(group.delegates)
            )
            for group in heard
        ]
    )
    others = words.listed([words.known("groups", g.group) for g in figures.groups if not g.delegates])
    total = words.in_words(len(figures.groups), "feminine_words")
    if heard and len(heard) == len(figures.groups):
        sentence = words.text("participation.all_groups", total=total, groups=names)
    elif figures.groups_unknown:
        # Any group may have been heard by those whose own is not recorded.
        sentence = words.count("participation.groups_heard", len(heard), total=total, groups=names)
    else:
        sentence = words.count(
            "participation.some_groups", len(heard), total=total, groups=names, others=others
        )
    return [
        sentence,
        words.text("participation.two_groups") if figures.in_two_groups else "",
        words.text("participation.own_groups") if figures.own_groups else "",
        words.count("participation.groups_unknown", figures.groups_unknown),
    ]


def _names(context: Context) -> list[str]:
    session, words = context.session, context.words
    parties = list(by_delegation(session, context.now.utc_ms))
    sentences = []
    for category, key in _KINDS:
        names = _of_category(context, parties, category)
        sentences.append(words.count(f"participation.{key}", len(names), names=words.listed(names)))
    names = [*_of_category(context, parties, Category.OBSERVER), *_organizations(context, parties)]
    sentences.append(words.count("participation.heard_organizations", len(names), names=words.listed(names)))
    return sentences


def _of_category(context: Context, parties: Iterable[Party], category: Category) -> list[str]:
    known = context.session.delegations
    names = (
        context.party(party)
        for party in parties
        if party.delegation in known and known[party.delegation].category is category
    )
    return sorted(names, key=context.words.order)


def _organizations(context: Context, parties: Iterable[Party]) -> list[str]:
    names = (p.organization for p in parties if p.organization and not p.delegation and p.capacity is None)
    return sorted(names, key=context.words.order)


def _joined(sentences: Iterable[str]) -> str:
    return " ".join(sentence for sentence in sentences if sentence)
