"""WordprocessingML as text: runs, paragraphs, tables, fields; texts are sanitized by the model.

Text is concatenated and parsed once: looking up styles through python-docx for each paragraph takes ten times as long
(docs/rules.md#quality-3).
"""

from collections.abc import Iterable

from ipu_session.domain.text.inline_markup import parse_runs
from ipu_session.report.model import Bullets, Column, ColumnAlignment, Heading, Paragraph, ParagraphStyle, Table

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TEXT_WIDTH_TWIPS = 9070
"""Width between the margins of our template, in twips."""

ALL_ROWS = slice(None)
_TOC_LEVELS = 2
STYLE_IDS = {ParagraphStyle.BODY: "BodyText", ParagraphStyle.LEAD: "Lead", ParagraphStyle.REMARK: "Remark"}
KEEP_NEXT = "<w:keepNext/>"
_WHOLE_TABLE_ROWS = 8
"""Maximum number of rows of a table that is kept on one page if possible."""
_KEPT_END_ROWS = 2
"""Number of rows of a longer table that are kept together at its start, and at its end."""
_ALIGNMENT_XML = {
    ColumnAlignment.START: "",
    ColumnAlignment.CENTRE: '<w:jc w:val="center"/>',
    ColumnAlignment.END: '<w:jc w:val="right"/>',
}

_CAPTION_SPACING = '<w:spacing w:before="200"/>'
"""Spacing in twips, as in our own template; Word's default caption has none above."""
_PAGE_BREAK = '<w:r><w:br w:type="page"/></w:r></w:p>'
"""At the end of the text: in a paragraph of its own it could cause an empty page."""


def escape(text: str) -> str:
    """Escape text for XML; importing the standard library's function would load many modules."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def unescape(text: str) -> str:
    """Return the text that `escape` has escaped."""
    return text.replace("&gt;", ">").replace("&lt;", "<").replace("&amp;", "&")


def text_xml(text: str, *, preserve: bool = False) -> str:
    """Return a text element; ``preserve`` sets ``xml:space="preserve"`` even if it is not needed."""
    # On every text the attribute would take a tenth of a long report's memory.
    space = ' xml:space="preserve"' if preserve or text != text.strip() else ""
    return f"<w:t{space}>{escape(text)}</w:t>"


def run_xml(text: str, properties: str = "") -> str:
    """Return a run; newlines and tabs become Word's elements."""
    shown = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    if "\n" not in text and "\t" not in text:
        return f"<w:r>{shown}{text_xml(text)}</w:r>"
    return f"<w:r>{shown}{''.join(_run_pieces(text))}</w:r>"


def paragraph_xml(text: str, style: str, more: str = "") -> str:
    """Return a paragraph of one run."""
    content = run_xml(text) if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{content}</w:p>'


def markup_paragraph_xml(text: str, style: str, more: str = "") -> str:
    """Return a paragraph with one run for each bold, italic or plain span."""
    parts = (run_xml(part.text, _RUN_PROPERTIES[part.bold, part.italic]) for part in parse_runs(text))
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{"".join(parts)}</w:p>'


_RUN_PROPERTIES = {
    (False, False): "",
    (True, False): "<w:b/><w:bCs/>",
    (False, True): "<w:i/><w:iCs/>",
    (True, True): "<w:b/><w:bCs/><w:i/><w:iCs/>",
}


def heading_xml(block: Heading, number: int) -> str:
    """Return a heading with the bookmark that its contents entry links to."""
    start = f'<w:bookmarkStart w:id="{number}" w:name="{heading_bookmark_name(number)}"/>'
    end = f'<w:bookmarkEnd w:id="{number}"/>'
    style = f'<w:pPr><w:pStyle w:val="Heading{block.level}"/></w:pPr>'
    return f"<w:p>{style}{start}{run_xml(block.text)}{end}</w:p>"


def heading_bookmark_name(number: int) -> str:
    """Return the name of a heading's bookmark."""
    return f"_Toc{number:06d}"


def toc_xml(headings: Iterable[Heading]) -> str:
    """Return a contents field with its entries already filled in (docs/decisions/0006)."""
    numbered = enumerate(headings, start=1)
    entries = [_toc_entry_xml(block, number) for number, block in numbered if block.level <= _TOC_LEVELS]
    if not entries:
        return ""
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\n \\h </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    entries[0] = entries[0].replace("</w:pPr>", f"</w:pPr>{begin}", 1)
    entries[-1] = entries[-1].removesuffix("</w:p>") + end
    return "".join(entries)


def field_xml(code: str, shown: str) -> str:
    """Return a field, such as the page number, with the text shown until Word computes it."""
    return f'<w:fldSimple w:instr=" {code} ">{run_xml(shown)}</w:fldSimple>'


def table_xml(block: Table, rows: slice = ALL_ROWS, *, keep_next: bool = False) -> str:
    """Return a table with its caption; the heading row repeats on each page, rows do not break across pages.

    The first and last rows are not separated from their neighbours; ``keep_next`` keeps the last with a following
    remark.
    """
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in _column_widths_twips(block.columns))
    headings = [column.heading for column in block.columns]
    heading_row = _row_xml(headings, _cell_openings(block.columns, KEEP_NEXT), "<w:cantSplit/><w:tblHeader/>")
    last = int(block.has_total_row)
    table_look = f'<w:tblLook w:val="{"0460" if last else "0420"}" w:firstRow="1" w:lastRow="{last}"/>'
    caption = escape(block.caption).replace('"', "&quot;").replace("\n", " ")
    properties = (
        '<w:tblPr><w:tblStyle w:val="ReportTable"/>'
        f'<w:tblW w:w="{TEXT_WIDTH_TWIPS}" w:type="dxa"/><w:tblLayout w:type="fixed"/>{table_look}'
        f'<w:tblCaption w:val="{caption}"/></w:tblPr>'
    )
    filled = heading_row + rows_xml(block, rows, keep_next=keep_next)
    return caption_xml(block.caption) + f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{filled}</w:tbl>"


def rows_xml(block: Table, rows: slice, *, keep_next: bool) -> str:
    """Return some rows of a table; ``keep_next`` as in `table_xml`."""
    openings, kept_openings = (_cell_openings(block.columns, more) for more in ("", KEEP_NEXT))
    many = len(block.rows)
    return "".join(
        _row_xml(
            block.rows[number],
            kept_openings if _keeps_with_next(number, many, keep_last=keep_next) else openings,
            "<w:cantSplit/>",
        )
        for number in range(*rows.indices(many))
    )


def _keeps_with_next(number: int, row_count: int, *, keep_last: bool) -> bool:
    """Whether row ``number`` of ``row_count`` is kept with the next one; for the last row, ``keep_last``."""
    if number == row_count - 1:
        return keep_last
    return row_count <= _WHOLE_TABLE_ROWS or number < _KEPT_END_ROWS - 1 or number >= row_count - _KEPT_END_ROWS - 1


def caption_xml(text: str) -> str:
    """Return the caption above a table or chart, kept on the page of what follows, with space above."""
    return paragraph_xml(text, "Caption", f"{KEEP_NEXT}{_CAPTION_SPACING}")


def bullets_xml(block: Bullets) -> str:
    """Return a bulleted list."""
    write = markup_paragraph_xml if block.has_markup else paragraph_xml
    return "".join(write(item, "ListBullet") for item in block.items)


def block_xml(block: Paragraph | Bullets | Table, *, keep_next: bool = False) -> str:
    """Return a paragraph, list or table; ``keep_next`` keeps it with the next block."""
    match block:
        case Paragraph(text, style, marked):
            write = markup_paragraph_xml if marked else paragraph_xml
            written = write(text, STYLE_IDS[style], KEEP_NEXT if keep_next else "")
            return written.removesuffix("</w:p>") + _PAGE_BREAK if block.page_break_after else written
        case Bullets():
            return bullets_xml(block)
        case Table():
            return table_xml(block, keep_next=keep_next)


def _toc_entry_xml(block: Heading, number: int) -> str:
    link = f'<w:hyperlink w:anchor="{heading_bookmark_name(number)}" w:history="1">{run_xml(block.text)}</w:hyperlink>'
    return f'<w:p><w:pPr><w:pStyle w:val="TOC{block.level}"/></w:pPr>{link}</w:p>'


def _cell_openings(columns: tuple[Column, ...], more: str) -> list[str]:
    """Return the opening XML of each column's cells, with ``more`` among their paragraph properties."""
    style = f'<w:pStyle w:val="TableText"/>{more}'
    return [
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f"<w:p><w:pPr>{style}{_ALIGNMENT_XML[column.align]}</w:pPr>"
        for width, column in zip(_column_widths_twips(columns), columns, strict=True)
    ]


def _row_xml(texts: Iterable[str], cells: list[str], properties: str) -> str:
    filled = [f"{cell}{run_xml(text) if text else ''}</w:p></w:tc>" for cell, text in zip(cells, texts, strict=True)]
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(filled)}</w:tr>"


def _column_widths_twips(columns: tuple[Column, ...]) -> list[int]:
    """Return the column widths in twips; their sum is the text width."""
    total_share = sum(column.share for column in columns)
    widths = [TEXT_WIDTH_TWIPS * column.share // total_share for column in columns]
    widths[-1] += TEXT_WIDTH_TWIPS - sum(widths)
    return widths


def _run_pieces(text: str) -> Iterable[str]:
    for number, line in enumerate(text.split("\n")):
        if number:
            yield "<w:br/>"
        for index, piece in enumerate(line.split("\t")):
            if index:
                yield "<w:tab/>"
            if piece:
                yield text_xml(piece)
