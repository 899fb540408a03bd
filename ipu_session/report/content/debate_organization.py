"""Organization of the debate: sittings, chair, time limits, speakers list."""

from ipu_session.domain.exchange.report_preview import SourceKind, SourceReference
from ipu_session.domain.model.rules import Category
from ipu_session.domain.model.session import Sitting
from ipu_session.domain.queries.forecast import ran_out_of_time
from ipu_session.domain.queries.statistics import requests_not_heard
from ipu_session.domain.queries.tallies import speeches
from ipu_session.report.content.context import ReportContext
from ipu_session.report.model import Block, Heading, Paragraph


def build_organization(context: ReportContext) -> list[Block]:
    """Return the section on the organization of the debate."""
    words, details = context.catalog, context.session.details
    people = [
        words.text("organization.chair", name=context.localize_title(details.chair)) if details.chair else "",
        words.plural(
            "organization.co_rapporteurs",
            len(details.co_rapporteurs),
            names=words.join_with_and([context.localize_title(name) for name in details.co_rapporteurs]),
        ),
    ]
    return [
        Heading(1, words.text("organization.heading")),
        *_purpose_blocks(context),
        *_background_blocks(context),
        Paragraph(_join_sentences(_sittings_sentences(context) + people), source=SourceReference(SourceKind.DETAILS)),
        Paragraph(
            _join_sentences(
                [_limits_sentence(context), _other_limits_sentence(context), *_speakers_list_sentences(context)]
            )
        ),
    ]


def _purpose_blocks(context: ReportContext) -> list[Block]:
    """Return the purpose of a preparatory debate of the IPU, if a sitting was held under a preset of IPU rules."""
    session = context.session
    if not session.sittings or not session.rules.preset.startswith("ipu"):
        return []
    return [Paragraph(context.catalog.text("organization.purpose"))]


def _background_blocks(context: ReportContext) -> list[Block]:
    """Return the earlier IPU resolutions on the subject that are recorded in the session details."""
    earlier = context.session.details.earlier_resolutions
    if not earlier:
        return []
    # A paragraph, because the self-check counts list items as notes (check.py).
    return [
        Paragraph(
            context.catalog.plural(
                "organization.earlier", len(earlier), names=context.catalog.join_with_semicolons(earlier)
            )
        )
    ]


def _sittings_sentences(context: ReportContext) -> list[str]:
    sittings = context.session.sittings
    if not sittings:
        return [context.catalog.text("organization.no_sitting")]
    sentences = []
    for number, sitting in enumerate(sittings, start=1):
        sentences.append(_sitting_sentence(context, sitting, number if len(sittings) > 1 else 0))
        sentences += _suspension_sentences(context, sitting)
    return sentences


def _sitting_sentence(context: ReportContext, sitting: Sitting, number: int) -> str:
    key = "opened" if sitting.closed_ms is None else "opened_closed"
    if number:
        key = f"sitting_{key}"
    closed = "" if sitting.closed_ms is None else context.format_time_after(sitting.opened_ms, sitting.closed_ms)
    opened = context.format_moment(sitting.opened_ms)
    return context.catalog.text(f"organization.{key}", k=number, opened=opened, closed=closed)


def _suspension_sentences(context: ReportContext, sitting: Sitting) -> list[str]:
    words, sentences = context.catalog, []
    for each in sitting.suspensions:
        reason = words.text("organization.reason", reason=each.reason) if each.reason else ""
        key = "still_suspended" if each.to_ms is None else "suspended"
        start = context.format_time_after(sitting.opened_ms, each.from_ms)
        end = "" if each.to_ms is None else context.format_time_after(each.from_ms, each.to_ms)
        sentences.append(words.text(f"organization.{key}", start=start, end=end, reason=reason))
    return sentences


def _limits_sentence(context: ReportContext) -> str:
    words, session = context.catalog, context.session
    changes = session.limits
    first_ms = changes[0].delegate_ms if changes else session.rules.delegate_ms
    started_ms = session.sittings[0].opened_ms if session.sittings else context.now.utc_ms
    for change in changes:
        if change.at_ms <= started_ms:
            first_ms = change.delegate_ms
    sentence = words.text("organization.no_limit")
    if first_ms:
        sentence = words.text("organization.limit", limit=words.duration_in_words(first_ms))
    before_ms = first_ms
    for change in changes:
        if change.at_ms > started_ms and change.delegate_ms != before_ms:
            limit, time = (words.duration_in_words(change.delegate_ms), context.format_time_or_moment(change.at_ms))
            key = "limit_changed" if change.delegate_ms else "no_limit_from"
            sentence += words.text(f"organization.{key}", limit=limit, time=time)
            before_ms = change.delegate_ms
    return f"{sentence}."


def _other_limits_sentence(context: ReportContext) -> str:
    """Return the allotments of speakers who are not members, by category, if they differ from the delegates' limits."""
    words = context.catalog
    limits_by_category: dict[Category, dict[str, None]] = {}
    delegate_limits = {session_limit.delegate_ms for session_limit in context.session.limits}
    for speech in speeches(context.session):
        category = context.speaker(speech).category
        if category is not Category.MEMBER and speech.has_limit and speech.allotted_ms not in delegate_limits:
            limits_by_category.setdefault(category, {})[words.duration_in_words(speech.allotted_ms)] = None
    parts = [
        words.text(
            "format.listed", what=words.text(f"categories.{category.value}"), n=words.join_with_and(list(limits))
        )
        for category, limits in limits_by_category.items()
    ]
    return words.text("organization.other_limits", parts=words.join_with_and(parts)) if parts else ""


def _speakers_list_sentences(context: ReportContext) -> list[str]:
    """Return sentences on closing and reopening the list, and on the numbers of requests not heard and absent."""
    words, session = context.catalog, context.session
    not_heard = requests_not_heard(session)
    waiting, absent = len(not_heard.waiting), len(not_heard.absent)
    sentences = []
    for change in session.list_changes:
        time = context.format_time_or_moment(change.at_ms)
        if change.closed:
            sentences.append(words.plural("organization.list_closed", change.remaining, time=time))
        else:
            sentences.append(words.text("organization.list_reopened", time=time))
    over = session.is_closed
    # Lack of time is given as the reason only if the planned time had run out.
    verb = "heard" if ran_out_of_time(session) else "reached"
    if sentences and over and session.is_list_closed:
        sentences[-1] += words.plural(f"organization.and_not_{verb}", waiting)
    elif over:
        sentences.append(words.plural(f"organization.not_{verb}", waiting).rstrip("."))
    else:
        sentences.append(words.plural("organization.still_waiting", waiting).rstrip("."))
    sentences.append(words.plural("organization.absent", absent).rstrip("."))
    return [f"{sentence}." for sentence in sentences if sentence]


def _join_sentences(sentences: list[str]) -> str:
    return " ".join(sentence for sentence in sentences if sentence)
