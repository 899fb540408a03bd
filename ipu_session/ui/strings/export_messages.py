"""Messages about an exported report: merging with an earlier file, house template, texts that name somebody.

The command line uses them too, so this module does not import Qt.
"""

from collections.abc import Iterator

from ipu_session.domain.exchange.export_result import ExportResult
from ipu_session.ui.strings.message_tables import EXPORT_MESSAGES, MERGE_MESSAGES, OMITTED_PART_MESSAGES
from ipu_session.ui.strings.translatable import TranslateFunction


def describe_export(result: ExportResult, translate: TranslateFunction) -> Iterator[str]:
    """Yield the messages about an export, translated by ``translate``; none if there is nothing to report."""
    if result.styles_added:
        yield translate(EXPORT_MESSAGES["styles"]).format(names=", ".join(result.styles_added))
    yield from (translate(OMITTED_PART_MESSAGES[name]) for name in result.left_out)
    if result.identifying_texts:
        yield translate(EXPORT_MESSAGES["named"]).format(count=len(result.identifying_texts))
        yield from (f"  {text}" for text in result.identifying_texts)
    if result.is_template_ignored:
        yield translate(EXPORT_MESSAGES["look"])
    if result.previous_file:
        yield translate(EXPORT_MESSAGES["earlier"]).format(path=result.previous_file)
    if result.merged is not None:
        for name, sentence in MERGE_MESSAGES.items():
            value = getattr(result.merged, name)
            texts = value if isinstance(value, tuple) else ()
            if value:
                yield translate(sentence).format(count=len(texts) or value)
            yield from (f"  {text}" for text in texts)
