"""How the debate was organized: sittings, chair, time limits, the list of speakers."""

from ipu_session.domain.exchange.report_preview import Origin, Source
from ipu_session.domain.model.rules import Category
from ipu_session.domain.model.session import Sitting
from ipu_session.domain.queries.forecast import ran_out_of_time
from ipu_session.domain.queries.statistics import not_reached, speeches
from ipu_session.report.content.context import Context
from ipu_session.report.model import Block, Heading, Paragraph


def organization(context: Context) -> list[Block]:
    """Return the section on the organization of the debate."""
    words, details = context.words, context.session.details
    people = [
        words.text("organization.chair", name=context.titled(details.chair)) if details.chair else "",
        words.count(
            "organization.co_rapporteurs",
            len(details.co_rapporteurs),
            names=words.listed([context.titled(name) for name in details.co_rapporteurs]),
        ),
    ]
    return [
        Heading(1, words.text("organization.heading")),
        *_purpose(context),
        *_background(context),
        Paragraph(_joined(_sittings(context) + people), source=Source(Origin.DETAILS)),
        Paragraph(_joined([_limits(context), _other_limits(context), *_list(context)])),
    ]


def _purpose(context: Context) -> list[Block]:
    """Return what a preparatory debate of the IPU is for, once one was held by its rules."""
    session = context.session
    if not session.sittings or not session.rules.preset.startswith("ipu"):
        return []
    return [Paragraph(context.words.text("organization.purpose"))]


def _background(context: Context) -> list[Block]:
    """Return what the IPU has adopted on the subject before, if the concept note named anything."""
    earlier = context.session.details.earlier_resolutions
    if not earlier:
        return []
    # No list: those of the report are of notes, and are counted (check.py).
    return [
        Paragraph(
            context.words.count("organization.earlier", len(earlier), names=context.words.series(earlier))
        )
    ]


def _sittings(context: Context) -> list[str]:
    sittings = context.session.sittings
    if not sittings:
        return [context.words.text("organization.no_sitting")]
    sentences = []
    for number, sitting in enumerate(sittings, start=1):
        sentences.append(_held(context, sitting, number if len(sittings) > 1 else 0))
        sentences += _suspensions(context, sitting)
    return sentences


def _held(context: Context, sitting: Sitting, number: int) -> str:
    key = "opened" if sitting.closed_ms is None else "opened_closed"
    if number:
        key = f"sitting_{key}"
    closed = "" if sitting.closed_ms is None else context.when_after(sitting.opened_ms, sitting.closed_ms)
    opened = context.moment(sitting.opened_ms)
    return context.words.text(f"organization.{key}", k=number, opened=opened, closed=closed)


def _suspensions(context: Context, sitting: Sitting) -> list[str]:
    words, sentences = context.words, []
    for each in sitting.suspensions:
        reason = words.text("organization.reason", reason=each.reason) if each.reason else ""
        key = "still_suspended" if each.to_ms is None else "suspended"
        start = context.when_after(sitting.opened_ms, each.from_ms)
        end = "" if each.to_ms is None else context.when_after(each.from_ms, each.to_ms)
        sentences.append(words.text(f"organization.{key}", start=start, end=end, reason=reason))
    return sentences


def _limits(context: Context) -> str:
    words, session = context.words, context.session
    changes = session.limits
    first_ms = changes[0].delegate_ms if changes else session.rules.delegate_ms
    started_ms = session.sittings[0].opened_ms if session.sittings else context.now.utc_ms
    for change in changes:
        if change.at_ms <= started_ms:
            first_ms = change.delegate_ms
    sentence = words.text("organization.no_limit")
    if first_ms:
        sentence = words.text("organization.limit", limit=words.length(first_ms))
    before_ms = first_ms
    for change in changes:
        if change.at_ms > started_ms and change.delegate_ms != before_ms:
            limit, time = words.length(change.delegate_ms), context.when(change.at_ms)
            key = "limit_changed" if change.delegate_ms else "no_limit_from"
            sentence += words.text(f"organization.{key}", limit=limit, time=time)
            before_ms = change.delegate_ms
    return f"{sentence}."


def _other_limits(context: Context) -> str:
    """Return what was allotted to those who are no delegates, by category, if it was something else."""
    words = context.words
    found: dict[Category, dict[str, None]] = {}
    usual = {session_limit.delegate_ms for session_limit in context.session.limits}
    for speech in speeches(context.session):
        category = context.who(speech).category
        if category is not Category.MEMBER and speech.limited and speech.allotted_ms not in usual:
            found.setdefault(category, {})[words.length(speech.allotted_ms)] = None
    parts = [
        words.text(
            "format.listed", what=words.text(f"categories.{category.value}"), n=words.listed(list(limits))
        )
        for category, limits in found.items()
    ]
    return words.text("organization.other_limits", parts=words.listed(parts)) if parts else ""


def _list(context: Context) -> list[str]:
    """Return what became of the list of speakers; how many were not heard is said once."""
    words, session = context.words, context.session
    found = not_reached(session)
    waiting, absent = len(found.waiting), len(found.absent)
    sentences = []
    for change in session.list_changes:
        time = context.when(change.at_ms)
        if change.closed:
            sentences.append(words.count("organization.list_closed", change.remaining, time=time))
        else:
            sentences.append(words.text("organization.list_reopened", time=time))
    over = session.closed
    # Why somebody was not heard is on record only if the time that was planned had run out.
    why = "heard" if ran_out_of_time(session) else "reached"
    if sentences and over and session.list_closed:
        sentences[-1] += words.count(f"organization.and_not_{why}", waiting)
    elif over:
        sentences.append(words.count(f"organization.not_{why}", waiting).rstrip("."))
    else:
        sentences.append(words.count("organization.still_waiting", waiting).rstrip("."))
    sentences.append(words.count("organization.absent", absent).rstrip("."))
    return [f"{sentence}." for sentence in sentences if sentence]


def _joined(sentences: list[str]) -> str:
    return " ".join(sentence for sentence in sentences if sentence)
