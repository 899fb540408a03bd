"""What a house template says of running text bends nothing but running text, and hides no chart."""

import re
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from lxml import etree

from tests.narrowing import not_none
from tests.report import template_makers as makers
from tests.report.test_template import with_normal, written
from tests.report.validation import validation_errors
from tests.report.word_reader import paragraphs

SAID = (
    "<w:keepNext/><w:pageBreakBefore/>"
    '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    '<w:spacing w:after="120" w:line="280" w:lineRule="exact"/>'
    '<w:ind w:left="300" w:firstLine="709" w:firstLineChars="200"/><w:jc w:val="both"/>'
)
"""Of each paragraph of running text, in the order of the schema."""
HEADS = ("heading 1", "heading 2", "heading 3", "Title", "Subtitle", "Caption", "TOC Heading")


def saying(text: str, name: str, said: str, base: str | None = None) -> str:
    """The styles with one that says this of its paragraphs, and rests on another."""
    pattern = re.compile(
        rf'(<w:style (?:(?!<w:style ).)*?<w:name w:val="{name}"/>)(.*?)(</w:style>)', re.DOTALL | re.IGNORECASE
    )
    assert pattern.search(text), name

    def change(found: re.Match[str]) -> str:
        rest = re.sub(r"<w:pPr>.*?</w:pPr>", "", found[2], flags=re.DOTALL)
        if base:
            rest = re.sub(r'<w:basedOn w:val="[^"]*"/>', f'<w:basedOn w:val="{base}"/>', rest)
        before, marked, after = rest.partition("<w:rPr>")
        return f"{found[1]}{before}<w:pPr>{said}</w:pPr>{marked}{after}{found[3]}"

    return pattern.sub(change, text, count=1)


def with_body(said: str) -> bytes:
    """Its body text says this, and its headings, title and captions rest on body text."""

    def change(text: str) -> str:
        text = saying(text, "Body Text", said)
        for name in HEADS:
            text = saying(text, name, "<w:keepLines/>", "BodyText")
        return text

    return makers.edited(makers.plain(), "word/styles.xml", change)


def with_ancestor(said: str) -> bytes:
    """Its body text rests on a style that says this, and so do its headings, title and captions."""
    above = (
        '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Above"><w:name w:val="Above"/>'
        f'<w:basedOn w:val="Normal"/><w:pPr>{said}</w:pPr></w:style></w:styles>'
    )

    def change(text: str) -> str:
        for name in ("Body Text", *HEADS):
            text = saying(text, name, "<w:keepLines/>", "Above")
        return text.replace("</w:styles>", above)

    return makers.edited(makers.plain(), "word/styles.xml", change)


def with_defaults(said: str) -> bytes:
    """Its defaults say this of every paragraph."""
    return makers.edited(
        makers.plain(),
        "word/styles.xml",
        lambda text: re.sub(
            r"<w:pPrDefault>.*?</w:pPrDefault>|<w:pPrDefault/>",
            f"<w:pPrDefault><w:pPr>{said}</w:pPr></w:pPrDefault>",
            text,
            flags=re.DOTALL,
        ),
    )


MADE: dict[str, Callable[[str], bytes]] = {
    "plain style": with_normal,
    "body text": with_body,
    "above both": with_ancestor,
    "defaults": with_defaults,
}


def effective(document: Document, paragraph: Paragraph) -> dict[str, str]:
    """What holds for a paragraph: each attribute of each property from the nearest that says it."""
    styles = {each.get(qn("w:styleId")): each for each in document.styles.element.iter(qn("w:style"))}
    chain: list[etree._Element | None] = []
    name: str | None = not_none(paragraph.style).style_id
    while name in styles:
        chain.append(styles[name].find(qn("w:pPr")))
        base = styles[name].find(qn("w:basedOn"))
        name = None if base is None else base.get(qn("w:val"))
    chain.append(document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:pPrDefault')}/{qn('w:pPr')}"))
    found: dict[str, str] = {}
    for properties in (*reversed(chain), paragraph._p.pPr):
        for element in () if properties is None else properties:
            take_over(found, element)
    return found


def take_over(found: dict[str, str], element: etree._Element) -> None:
    """Let a property override what was said so far."""
    tag = str(element.tag).rpartition("}")[2]
    if tag == "numPr":
        number = element.find(qn("w:numId"))
        found[tag] = "0" if number is None else str(number.get(qn("w:val")))
        return
    values = {str(key).rpartition("}")[2]: str(value) for key, value in element.attrib.items()}
    for one, other in (("firstLine", "hanging"), ("hanging", "firstLine")):
        if tag == "ind" and one in values:
            found.pop(f"ind.{other}", None)
    found |= {f"{tag}.{key}": value for key, value in values.items()}
    if tag in {"keepNext", "pageBreakBefore"}:
        found[tag] = values.get("val", "1")


def bends(found: dict[str, str]) -> set[str]:
    """Which of what a template may say of running text holds here."""
    return {
        name
        for name, holds in {
            "indent": any(
                found.get(f"ind.{key}", "0") not in {"0", "-1"}
                for key in ("firstLine", "hanging", "firstLineChars", "hangingChars")
            ),
            "exact": found.get("spacing.lineRule") == "exact",
            "justified": found.get("jc.val") in {"both", "distribute"},
            "numbered": found.get("numPr", "0") != "0",
            "page": found.get("pageBreakBefore", "0") != "0",
        }.items()
        if holds
    }


@pytest.mark.parametrize("place", MADE)
def test_what_is_said_of_running_text_bends_no_heading_caption_chart_or_table(place: str, tmp_path: Path) -> None:
    path, _ = written(MADE[place](SAID), tmp_path)
    assert validation_errors(path) == []
    document = docx.Document(str(path))
    every = paragraphs(document)
    charts = [each for each in every if next(each._p.iter(qn("w:drawing")), None) is not None]
    assert len(charts) == 3
    running = [p for p in every if not_none(p.style).name in {"Body Text", "List Bullet"} and p.text]
    others = [p for p in every if not_none(p.style).name not in {"Body Text", "List Bullet", "Header", "Footer"}]
    assert {"heading 1", "title", "caption", "subtitle"} <= {not_none(each.style).name.lower() for each in others}
    bent = {not_none(each.style).name: bends(effective(document, each)) for each in others}
    assert {name: what for name, what in bent.items() if what} == {}
    # Alignment matters to no chart. A list of body text numbers it: validators refuse a list of none (0).
    shown = [bends(effective(document, each)) - {"numbered", "justified"} for each in charts]
    assert shown == [set(), set(), set()]
    text = next(p for p in running if not_none(p.style).name == "Body Text")
    assert {"indent", "justified", "exact"} <= bends(effective(document, text)), "running text keeps its looks"
    held = [(found.get("keepNext", "0"), found.get("pageBreakBefore", "0"))
            for found in (effective(document, each) for each in running)]  # fmt: skip
    assert set(held) == {("0", "0")}, "and is held together by nothing"


def test_what_a_heading_says_of_itself_stays(tmp_path: Path) -> None:
    own = (
        '<w:pageBreakBefore/><w:spacing w:line="500" w:lineRule="exact"/><w:ind w:firstLine="300"/><w:jc w:val="both"/>'
    )
    template = makers.edited(with_normal(SAID), "word/styles.xml", lambda text: saying(text, "heading 1", own))
    path, _ = written(template, tmp_path)
    document = docx.Document(str(path))
    head = next(p for p in paragraphs(document) if not_none(p.style).name.lower() == "heading 1")
    found = effective(document, head)
    assert (found["ind.firstLine"], found["spacing.line"], found["jc.val"]) == ("300", "500", "both")
    assert found["pageBreakBefore"] == "1"


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_chart_is_shown_whole_between_the_margins(language: str, tmp_path: Path) -> None:
    path, _ = written(with_body(SAID), tmp_path, language=language)
    document = docx.Document(str(path))
    charts = [p for p in paragraphs(document) if next(p._p.iter(qn("w:drawing")), None) is not None]
    for chart in charts:
        found = effective(document, chart)
        assert (found["spacing.lineRule"], found["spacing.line"]) == ("auto", "240")
        assert {found[f"ind.{side}"] for side in ("left", "right", "firstLine")} == {"0"}
