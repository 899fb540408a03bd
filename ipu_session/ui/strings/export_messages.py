"""Messages about an exported report: merged with an earlier one, house template, identifying texts.

The command line uses them too, so this module does not import Qt.
"""

from collections.abc import Callable, Iterator

from ipu_session.domain.exchange.export_result import ExportResult
from ipu_session.ui.strings.label_tables import EXPORT_MESSAGES, MERGE_MESSAGES, OMITTED_PART_MESSAGES


def describe_export(done: ExportResult, say: Callable[[str], str]) -> Iterator[str]:
    """Yield the messages about an export, translated by ``say``; none for a plain new report."""
    if done.styles_added:
        yield say(EXPORT_MESSAGES["styles"]).format(names=", ".join(done.styles_added))
    yield from (say(OMITTED_PART_MESSAGES[name]) for name in done.left_out)
    if done.identifying_texts:
        yield say(EXPORT_MESSAGES["named"]).format(count=len(done.identifying_texts))
        yield from (f"  {text}" for text in done.identifying_texts)
    if done.is_template_ignored:
        yield say(EXPORT_MESSAGES["look"])
    if done.previous_file:
        yield say(EXPORT_MESSAGES["earlier"]).format(path=done.previous_file)
    if done.merged is not None:
        for name, sentence in MERGE_MESSAGES.items():
            found = getattr(done.merged, name)
            texts = found if isinstance(found, tuple) else ()
            if found:
                yield say(sentence).format(count=len(texts) or found)
            yield from (f"  {text}" for text in texts)
