"""What people do to a report in Word, done to its XML as Word does it."""

import io
from copy import deepcopy

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import qn

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SDT, P, TBL, TR, R, T = (qn(f"w:{name}") for name in ("sdt", "p", "tbl", "tr", "r", "t"))


def changed(path, edit):
    """Let ``edit`` change the document at ``path``."""
    document = docx.Document(str(path))
    edit(document.element.body, document)
    out = io.BytesIO()
    document.save(out)
    path.write_bytes(out.getvalue())


def text_of(element):
    return "".join(each.text or "" for each in element.iter(T))


def block(body, starts):
    """The content control whose text begins so."""
    return next(each for each in body.iterchildren(SDT) if text_of(each).startswith(starts))


def first_run(element):
    return next(element.iter(T)).getparent()


def typed(text, style="BodyText"):
    return parse_xml(f'<w:p {W}><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>')


def change_a_word(body, document):
    """As Word does: the run is cut in three, each with an id of the session of editing."""
    run = first_run(block(body, "A total of"))
    text = run.find(T).text
    for piece in ("EDITED ", text[8:20], text[20:]):
        part = deepcopy(run)
        part.set(qn("w:rsidR"), "00AB12CD")
        part.find(T).text = piece
        run.addprevious(part)
    run.getparent().remove(run)


def change_formatting_only(body, document):
    run = first_run(block(body, "A total of"))
    run.insert(0, parse_xml(f"<w:rPr {W}><w:u w:val='single'/></w:rPr>"))


def add_a_paragraph_between_blocks(body, document):
    block(body, "A total of").addnext(typed("TYPED BETWEEN"))


def add_a_paragraph_inside_a_block(body, document):
    next(block(body, "A total of").iter(P)).addnext(typed("TYPED INSIDE"))


def delete_a_block(body, document):
    body.remove(block(body, "A total of"))


def delete_the_text_of_a_block(body, document):
    """Word then shows words of its own in the control."""
    control = block(body, "A total of")
    control.find(qn("w:sdtPr")).append(parse_xml(f"<w:showingPlcHdr {W}/>"))
    next(control.iter(T)).text = "Click or tap here to enter text."


def delete_a_table_row(body, document):
    table = next(block(body, "Table 1").iter(TBL))
    table.remove(table.findall(TR)[2])


def edit_a_cell(body, document):
    next(table for table in block(body, "Table 1").iter(TBL)).findall(TR)[2].findall(qn("w:tc"))[1].find(
        f"{P}/{R}/{T}"
    ).text = "EDITED CELL"


def move_a_block(body, document):
    body.insert(0, block(body, "A total of"))


def add_a_comment(body, document):
    paragraph = next(block(body, "A total of").iter(P))
    run = paragraph.find(R)
    run.addprevious(parse_xml(f'<w:commentRangeStart {W} w:id="0"/>'))
    end = parse_xml(f'<w:commentRangeEnd {W} w:id="0"/>')
    run.addnext(end)
    end.addnext(parse_xml(f'<w:r {W}><w:commentReference w:id="0"/></w:r>'))
    _comments(document)


def _comments(document):
    comments = document.part._comments_part.element
    comments.append(
        parse_xml(f'<w:comment {W} w:id="0" w:author="A"><w:p><w:r><w:t>REALLY?</w:t></w:r></w:p></w:comment>')
    )


def track_a_change(body, document):
    run = first_run(block(body, "A total of"))
    made = parse_xml(f'<w:ins {W} w:id="900" w:author="A" w:date="2022-03-25T10:00:00Z"/>')
    made.append(parse_xml(f"<w:r {W}><w:t>TRACKED </w:t></w:r>"))
    run.addprevious(made)


def change_a_heading(body, document):
    next(block(body, "Participation").iter(T)).text = "WHO TOOK PART"


def edit_a_chart_caption(body, document):
    next(block(body, "Figure 2").iter(T)).text = "CAPTION OF OURS"


def delete_a_section(body, document):
    start = block(body, "Participation")
    for element in [start, *list(start.itersiblings(SDT))[:3]]:
        body.remove(element)


def edit_the_header(body, document):
    document.sections[0].header.paragraphs[0].insert_paragraph_before("OUR HEADER")
