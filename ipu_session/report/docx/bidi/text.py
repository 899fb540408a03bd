"""Right-to-left markup of generated WordprocessingML while it is still text.

Gives the same result as `bidi.apply_bidi` on a tree, in a quarter of the time, for the few elements that make up most
of a long report. For any other element, `apply_bidi` is used.
"""

import re
from functools import lru_cache

from ipu_session.report.docx.bidi.elements import split_by_script
from ipu_session.report.docx.wordml import text_xml, unescape

_KNOWN_TAGS = (
    "p|pPr|pStyle|keepNext|spacing|jc|r|rPr|b|bCs|i|iCs|t|tbl|tblPr|tblStyle|tblW|tblLayout|tblLook|tblCaption|"
    "tblGrid|gridCol|tr|trPr|cantSplit|tblHeader|tc|tcPr|tcW|bookmarkStart|bookmarkEnd"
)
_UNKNOWN_TAG = re.compile(rf"<(?!/|w:(?:{_KNOWN_TAGS})[ />])")
_PARAGRAPH = re.compile(r"(<w:p><w:pPr><w:pStyle [^>]*/>(?:<w:keepNext/>)?)")
_TABLE = re.compile(r"(<w:tblPr><w:tblStyle [^>]*/>)")
_RUN = re.compile(r'<w:r>(?:<w:rPr>([^ ]*?)</w:rPr>)?<w:t( xml:space="preserve")?>([^<]*)</w:t></w:r>')


def to_rtl(text: str) -> str | None:
    """Return the WordprocessingML with right-to-left markup; None if it contains an unknown element."""
    if _UNKNOWN_TAG.search(text):
        return None
    runs = _RUN.sub(_replace_run, text)
    return _TABLE.sub(r"\1<w:bidiVisual/>", _PARAGRAPH.sub(r"\1<w:bidi/>", runs))


def _replace_run(match: re.Match[str]) -> str:
    properties, preserve, text = match.groups()
    return _rtl_runs(properties or "", text, preserve=bool(preserve))


@lru_cache(maxsize=4096)
def _rtl_runs(properties: str, text: str, *, preserve: bool) -> str:
    """Return one run for each span of one script; cached, because names, kinds and numbers recur."""
    runs = []
    for part, to_the_left in split_by_script(unescape(text), right_to_left=True):
        run_properties = f"{properties}<w:rtl/>" if to_the_left else properties
        shown = f"<w:rPr>{run_properties}</w:rPr>" if run_properties else ""
        runs.append(f"<w:r>{shown}{text_xml(part, preserve=preserve)}</w:r>")
    return "".join(runs)
