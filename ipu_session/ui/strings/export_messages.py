"""What is said of a report that was written over an earlier one, or in a house template.

The command line says it too, so there is no Qt here.
"""

from collections.abc import Callable, Iterator

from ipu_session.domain.exchange.export_result import Exported
from ipu_session.ui.strings.label_tables import BLOCKS, EXPORTED, LEFT_OUT


def exported_told(done: Exported, say: Callable[[str], str]) -> Iterator[str]:
    """Yield what is to be said, each sentence by ``say``; nothing of a report that is simply new."""
    if done.styles_added:
        yield say(EXPORTED["styles"]).format(names=", ".join(done.styles_added))
    yield from (say(LEFT_OUT[name]) for name in done.left_out)
    if done.named_texts:
        yield say(EXPORTED["named"]).format(count=len(done.named_texts))
        yield from (f"  {text}" for text in done.named_texts)
    if done.other_look:
        yield say(EXPORTED["look"])
    if done.earlier:
        yield say(EXPORTED["earlier"]).format(path=done.earlier)
    if done.merged is not None:
        for name, sentence in BLOCKS.items():
            found = getattr(done.merged, name)
            texts = found if isinstance(found, tuple) else ()
            if found:
                yield say(sentence).format(count=len(texts) or found)
            yield from (f"  {text}" for text in texts)
