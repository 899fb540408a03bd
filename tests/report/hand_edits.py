"""What people do to a report in Word, done to its XML as Word does it."""

import io
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.document import CT_Body
from docx.oxml.ns import qn
from lxml import etree
from lxml.etree import _Element

from tests.narrowing import not_none

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SDT, P, TBL, TR, R, T = (qn(f"w:{name}") for name in ("sdt", "p", "tbl", "tr", "r", "t"))


def changed(path: Path, edit: Callable[..., object]) -> None:
    """Let ``edit`` change the document at ``path``."""
    document = docx.Document(str(path))
    edit(document.element.body, document)
    out = io.BytesIO()
    document.save(out)
    path.write_bytes(out.getvalue())


def text_of(element: etree._Element) -> str:
    return "".join(each.text or "" for each in element.iter(T))


def block(body: CT_Body, starts: str) -> _Element:
    """The content control whose text begins so."""
    return next(each for each in body.iterchildren(SDT) if text_of(each).startswith(starts))


def first_run(element: etree._Element) -> _Element | None:
    return next(element.iter(T)).getparent()


def typed(text: str, style: str = "BodyText") -> etree._Element:
    paragraph: etree._Element = parse_xml(
        f'<w:p {W}><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'
    )
    return paragraph


def change_a_word(body: CT_Body, document: Document) -> None:
    """As Word does: the run is cut in three, each with an id of the session of editing."""
    run = first_run(block(body, "A total of"))
    assert run is not None
    text = not_none(run.find(T)).text
    for piece in ("EDITED ", not_none(text)[8:20], not_none(text)[20:]):
        part = deepcopy(run)
        assert part is not None
        part.set(qn("w:rsidR"), "00AB12CD")
        not_none(part.find(T)).text = piece
        run.addprevious(part)
    not_none(run.getparent()).remove(run)


def change_formatting_only(body: CT_Body, document: Document) -> None:
    run = first_run(block(body, "A total of"))
    assert run is not None
    run.insert(0, parse_xml(f"<w:rPr {W}><w:u w:val='single'/></w:rPr>"))


def add_a_paragraph_between_blocks(body: CT_Body, document: Document) -> None:
    block(body, "A total of").addnext(typed("TYPED BETWEEN"))


def add_a_paragraph_inside_a_block(body: CT_Body, document: Document) -> None:
    next(block(body, "A total of").iter(P)).addnext(typed("TYPED INSIDE"))


def delete_a_block(body: CT_Body, document: Document) -> None:
    body.remove(block(body, "A total of"))


def delete_the_text_of_a_block(body: CT_Body, document: Document) -> None:
    """Word then shows words of its own in the control."""
    control = block(body, "A total of")
    not_none(control.find(qn("w:sdtPr"))).append(parse_xml(f"<w:showingPlcHdr {W}/>"))
    next(control.iter(T)).text = "Click or tap here to enter text."


def delete_a_table_row(body: CT_Body, document: Document) -> None:
    table = next(block(body, "Table 1").iter(TBL))
    table.remove(table.findall(TR)[2])


def edit_a_cell(body: CT_Body, document: Document) -> None:
    not_none(
        next(table for table in block(body, "Table 1").iter(TBL))
        .findall(TR)[2]
        .findall(qn("w:tc"))[1]
        .find(f"{P}/{R}/{T}")
    ).text = "EDITED CELL"


def move_a_block(body: CT_Body, document: Document) -> None:
    body.insert(0, block(body, "A total of"))


def add_a_comment(body: CT_Body, document: Document) -> None:
    paragraph = next(block(body, "A total of").iter(P))
    run = paragraph.find(R)
    assert run is not None
    run.addprevious(parse_xml(f'<w:commentRangeStart {W} w:id="0"/>'))
    end = parse_xml(f'<w:commentRangeEnd {W} w:id="0"/>')
    run.addnext(end)
    end.addnext(parse_xml(f'<w:r {W}><w:commentReference w:id="0"/></w:r>'))
    _comments(document)


def _comments(document: Document) -> None:
    comments = document.part._comments_part.element
    comments.append(
        parse_xml(f'<w:comment {W} w:id="0" w:author="A"><w:p><w:r><w:t>REALLY?</w:t></w:r></w:p></w:comment>')
    )


def track_a_change(body: CT_Body, document: Document) -> None:
    run = first_run(block(body, "A total of"))
    made = parse_xml(f'<w:ins {W} w:id="900" w:author="A" w:date="2022-03-25T10:00:00Z"/>')
    made.append(parse_xml(f"<w:r {W}><w:t>TRACKED </w:t></w:r>"))
    assert run is not None
    run.addprevious(made)


def change_a_heading(body: CT_Body, document: Document) -> None:
    next(block(body, "Participation").iter(T)).text = "WHO TOOK PART"


def edit_a_chart_caption(body: CT_Body, document: Document) -> None:
    next(block(body, "Figure 2").iter(T)).text = "CAPTION OF OURS"


def delete_a_section(body: CT_Body, document: Document) -> None:
    start = block(body, "Participation")
    for element in [start, *list(start.itersiblings(SDT))[:3]]:
        body.remove(element)


def edit_the_header(body: CT_Body, document: Document) -> None:
    document.sections[0].header.paragraphs[0].insert_paragraph_before("OUR HEADER")
