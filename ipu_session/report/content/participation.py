"""Participation: the sentences of docs/rules.md#practice-6-3."""

from collections.abc import Iterable

from ipu_session.domain.model.rules import Category
from ipu_session.domain.queries.parties import Party
from ipu_session.domain.queries.statistics import Participation, percent
from ipu_session.domain.queries.tallies import tally_by_party
from ipu_session.report.content.context import ReportContext
from ipu_session.report.content.statistics import build_people_table
from ipu_session.report.model import Block, Heading, Paragraph

_NAMED_CATEGORIES = ((Category.MEMBER, "heard_parliaments"), (Category.ASSOCIATE, "heard_associates"))


def build_participation(context: ReportContext) -> list[Block]:
    """Return the section on participation."""
    figures, words = context.participation, context.catalog
    blocks: list[Block] = [Heading(1, words.text("participation.heading"))]
    if not figures.delegates:
        # There may have been interruptions or unnamed speakers even if no delegate is recorded.
        key = "annexes.no_speakers" if context.interventions_by_time else "participation.nobody"
        blocks.append(Paragraph(words.text(key)))
        return blocks
    sections = [_people_sentences(context), _groups_sentences(context)]
    if context.options.attributed:
        sections.append(_names_sentences(context))
    return [*blocks, *(Paragraph(text) for text in map(_join_sentences, sections) if text)]


def build_short_participation(context: ReportContext) -> list[Block]:
    """Return the short section: the sentences without names of delegations, and the table of people."""
    if not context.participation.delegates:
        return build_participation(context)
    return [
        Heading(1, context.catalog.text("participation.heading")),
        Paragraph(_join_sentences([*_people_sentences(context), *_groups_sentences(context)])),
        build_people_table(context),
    ]


def _people_sentences(context: ReportContext) -> list[str]:
    figures = context.participation
    return [
        _total_sentence(context),
        _no_women_sentence(context),
        _own_capacity_sentence(context),
        _speeches_sentence(context),
        _gender_not_stated_sentence(context),
        _young_sentence(context),
        _women_time_sentence(figures, context) if figures.gender_stated and figures.delegates > 1 else "",
    ]


def _total_sentence(context: ReportContext) -> str:
    figures, words = context.participation, context.catalog
    parts = [
        words.plural(f"participation.{kind}", count)
        for kind, count in (
            ("parliaments", figures.parliaments),
            ("associates", figures.associates),
            ("organizations", figures.organizations),
        )
        if count
    ]
    origin = words.text("participation.origin", parts=words.join_with_and(parts)) if parts else ""
    if figures.delegates == 1:
        key = "one_woman" if figures.women else "one_delegate"
        return words.text(f"participation.{key}", origin=origin)
    women = ""
    if figures.gender_stated and (figures.women or not figures.not_stated):
        share = percent(figures.women, figures.gender_stated)
        women = words.plural("participation.women", figures.women, share=share)
    return words.plural("participation.delegates", figures.delegates, origin=origin, women=women)


def _no_women_sentence(context: ReportContext) -> str:
    """Return the share of women (none) among stated genders; "" if a woman spoke, or all or no genders are stated."""
    figures, words = context.participation, context.catalog
    if figures.women or not (figures.gender_stated and figures.not_stated):
        return ""
    share, stated = percent(figures.women, figures.gender_stated), words.format_number(figures.gender_stated)
    return words.plural("participation.women_stated", figures.women, share=share, stated=stated)


def _own_capacity_sentence(context: ReportContext) -> str:
    words = context.catalog
    parts = [
        words.text("format.listed", what=words.text(f"categories.{category.value}"), n=words.format_number(count))
        for category, count in context.participation.own_capacity
    ]
    return words.text("participation.own_capacity", parts=words.join_with_and(parts)) if parts else ""


def _speeches_sentence(context: ReportContext) -> str:
    speeches = context.participation.speeches
    time = context.catalog.duration_in_words(speeches.seconds * 1000)
    return context.catalog.plural("participation.speeches", speeches.count, time=time)


def _gender_not_stated_sentence(context: ReportContext) -> str:
    figures, words = context.participation, context.catalog
    if not figures.not_stated:
        return ""
    if not figures.gender_stated:
        return words.text("participation.no_gender")
    return words.plural("participation.not_stated", figures.not_stated)


def _young_sentence(context: ReportContext) -> str:
    """Return the sentence on young parliamentarians; "" if nobody's age is recorded."""
    figures, words, age = context.participation, context.catalog, context.session.rules.young_under
    if not figures.ages_known:
        return ""
    share = percent(figures.young, figures.ages_known)
    if figures.ages_known == figures.delegates:
        return words.plural("participation.young", figures.young, share=share, age=age)
    ages_known = words.format_number(figures.ages_known)
    return words.plural("participation.young_known", figures.young, share=share, age=age, known=ages_known)


def _women_time_sentence(figures: Participation, context: ReportContext) -> str:
    total_seconds = figures.women_time.seconds + figures.men_time.seconds
    if not total_seconds:
        return ""
    key = "women_time_stated" if figures.not_stated else "women_time"
    return context.catalog.text(f"participation.{key}", share=percent(figures.women_time.seconds, total_seconds))


def _groups_sentences(context: ReportContext) -> list[str]:
    figures, words = context.participation, context.catalog
    heard_groups = [group for group in figures.groups if group.delegates]
    names = words.join_with_and(
        [
            words.text(
                "format.listed", what=words.lookup("groups", group.group), n=words.format_number(group.delegates)
            )
            for group in heard_groups
        ]
    )
    others = words.join_with_and([words.lookup("groups", each.group) for each in figures.groups if not each.delegates])
    total = words.number_in_words(len(figures.groups), feminine=True)
    if heard_groups and len(heard_groups) == len(figures.groups):
        sentence = words.text("participation.all_groups", total=total, groups=names)
    elif figures.groups_unknown:
        # Groups not heard are not named: speakers whose group is not recorded may belong to them.
        sentence = words.plural("participation.groups_heard", len(heard_groups), total=total, groups=names)
    else:
        sentence = words.plural(
            "participation.some_groups", len(heard_groups), total=total, groups=names, others=others
        )
    return [
        sentence,
        words.text("participation.two_groups") if figures.has_shared_groups else "",
        words.text("participation.own_groups") if figures.own_groups else "",
        words.plural("participation.groups_unknown", figures.groups_unknown),
    ]


def _names_sentences(context: ReportContext) -> list[str]:
    session, words = context.session, context.catalog
    parties = list(tally_by_party(session, context.now.utc_ms))
    sentences = []
    for category, key in _NAMED_CATEGORIES:
        names = _party_names_of_category(context, parties, category)
        sentences.append(words.plural(f"participation.{key}", len(names), names=words.join_with_and(names)))
    names = [*_party_names_of_category(context, parties, Category.OBSERVER), *_organization_names(context, parties)]
    sentences.append(words.plural("participation.heard_organizations", len(names), names=words.join_with_and(names)))
    return sentences


def _party_names_of_category(context: ReportContext, parties: Iterable[Party], category: Category) -> list[str]:
    known = context.session.delegations
    names = (
        context.party_name(party)
        for party in parties
        if party.delegation in known and known[party.delegation].category is category
    )
    return sorted(names, key=context.catalog.sort_key)


def _organization_names(context: ReportContext, parties: Iterable[Party]) -> list[str]:
    names = (p.organization for p in parties if p.organization and not p.delegation and p.capacity is None)
    return sorted(names, key=context.catalog.sort_key)


def _join_sentences(sentences: Iterable[str]) -> str:
    return " ".join(sentence for sentence in sentences if sentence)
