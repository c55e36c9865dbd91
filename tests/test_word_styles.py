"""Styles of Word documents: what they say, what they take from each other, and files made to break the reader."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.text.frozen import replace
from reportlint.word.error import WordError
from reportlint.word.styles import CharacterStyle, ParagraphStyle, read_styles

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
TEXT = ParagraphStyle()


def style(id_: str, name: str = "", inside: str = "", *, on: str = "", kind: str = "paragraph") -> str:
    """A style."""
    based = f'<w:basedOn w:val="{on}"/>' if on else ""
    return f'<w:style w:type="{kind}" w:styleId="{id_}"><w:name w:val="{name or id_}"/>{based}{inside}</w:style>'


def level(value: object) -> str:
    """A level of the outline."""
    return f'<w:pPr><w:outlineLvl w:val="{value}"/></w:pPr>'


def part(*styles: str, uri: str = WORD) -> bytes:
    """The part that defines these styles."""
    return f'<w:styles xmlns:w="{uri}">{"".join(styles)}</w:styles>'.encode()


BOLD = "<w:rPr><w:b/></w:rPr>"
LIST = '<w:pPr><w:numPr><w:ilvl w:val="{}"/><w:numId w:val="{}"/></w:numPr></w:pPr>'

PARAGRAPHS = {
    "heading 1 of Word": (style("a", "heading 1", level(0) + BOLD), ParagraphStyle(heading=1, bold=True)),
    "heading 3 of Word": (style("a", "heading 3", level(2)), ParagraphStyle(heading=3)),
    "heading 9, by its name": (style("a", "Heading 9"), ParagraphStyle(heading=9)),
    "标题 2, by its name": (style("a", "标题 2"), ParagraphStyle(heading=2)),
    "a name that says one level, and another level": (style("a", "标题 2", level(0)), ParagraphStyle(heading=1)),
    "heading 10 is none": (style("a", "heading 10"), TEXT),
    "own style with a level": (style("a", "一级标题", level(0)), ParagraphStyle(heading=1)),
    "level of the text": (style("a", "正文", level(9)), TEXT),
    "level that is no number": (style("a", "heading 1", level("x")), TEXT),
    "based on a heading": (style("h", "heading 2", level(1)) + style("a", on="h"), ParagraphStyle(heading=2)),
    "based on a heading, but text": (style("h", "heading 2", level(1)) + style("a", "b", level(9), on="h"), TEXT),
    "based on one that comes after it": (style("a", on="h") + style("h", "x", level(4)), ParagraphStyle(heading=5)),
    "title": (style("a", "Title", BOLD), ParagraphStyle(is_title=True, bold=True)),
    "标题": (style("a", "标题"), ParagraphStyle(is_title=True)),
    "subtitle": (style("a", "Subtitle"), ParagraphStyle(is_title=True)),
    "based on the title": (style("t", "title") + style("a", "公文标题", on="t"), ParagraphStyle(is_title=True)),
    "line of contents": (style("a", "toc 1"), ParagraphStyle(is_contents=True)),
    "title of contents": (
        style("1", "heading 1", level(0)) + style("a", "TOC Heading", level(9), on="1"),
        ParagraphStyle(is_contents=True),
    ),
    "in a list": (style("a", "x", LIST.format(2, 7)), ParagraphStyle(number=7, list_level=2, list_style="a")),
    "in a list at its first level": (
        style("a", "x", '<w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr>'),
        ParagraphStyle(number=7, list_style="a"),
    ),
    "in the list of the one it is based on": (
        style("l", "x", LIST.format(2, 7)) + style("a", on="l"),
        ParagraphStyle(number=7, list_level=2, list_style="l"),
    ),
    "taken out of the list": (
        style("l", "x", LIST.format(2, 7)) + style("a", "y", LIST.format(0, 0), on="l"),
        ParagraphStyle(list_style="a"),
    ),
    "hidden": (style("a", "x", "<w:rPr><w:vanish/></w:rPr>"), ParagraphStyle(hidden=True)),
    "bold is on": (style("a", "x", '<w:rPr><w:b w:val="1"/></w:rPr>'), ParagraphStyle(bold=True)),
    "bold is off": (style("b", "y", BOLD) + style("a", "x", '<w:rPr><w:b w:val="0"/></w:rPr>', on="b"), TEXT),
    "bold is false": (style("b", "y", BOLD) + style("a", "x", '<w:rPr><w:b w:val="false"/></w:rPr>', on="b"), TEXT),
    "what it was before a tracked change": (
        style(
            "a",
            "x",
            f'<w:pPr><w:pPrChange w:id="1">{level(0)}</w:pPrChange></w:pPr>'
            f"<w:rPr><w:rPrChange>{BOLD}</w:rPrChange></w:rPr>",
        ),
        TEXT,
    ),
    "bold in the first row of a table": (style("a", "x", f"<w:tblStylePr>{BOLD}{level(0)}</w:tblStylePr>"), TEXT),
    "based on itself": (style("a", "heading 1", on="a"), ParagraphStyle(heading=1)),
    "based on each other": (
        style("a", "x", BOLD, on="b") + style("b", "heading 2", on="a"),
        ParagraphStyle(heading=2, bold=True),
    ),
    "based on none there is": (style("a", "x", BOLD, on="gone"), ParagraphStyle(bold=True)),
    "based on one of another kind": (style("c", "c", BOLD, kind="character") + style("a", on="c"), TEXT),
    "the first of two with one id": (style("a", "x", BOLD) + style("a", "y"), ParagraphStyle(bold=True)),
}


@pytest.mark.parametrize("name", PARAGRAPHS)
@pytest.mark.parametrize("uri", [WORD, STRICT])
def test_paragraph_styles(name: str, uri: str) -> None:
    written, expected = PARAGRAPHS[name]
    assert read_styles(part(written, uri=uri)).of("a") == expected


def test_paragraphs_without_a_style() -> None:
    default = '<w:style w:type="paragraph" w:default="{}" w:styleId="{}"><w:rPr><w:b/></w:rPr></w:style>'
    styles = read_styles(part(style("x", "x", level(0)), default.format("1", "n"), style("y", "y")))
    assert styles.of(None) == styles.of("n") == styles.of("gone") == ParagraphStyle(bold=True)
    assert styles.of("y") == TEXT
    assert read_styles(part(default.format("0", "n"))).of(None) == TEXT
    assert read_styles(None).of(None) == read_styles(None).of("a") == TEXT


def test_defaults_of_the_document() -> None:
    defaults = (
        f"<w:docDefaults><w:rPrDefault>{BOLD}</w:rPrDefault><w:pPrDefault>{level(3)}</w:pPrDefault></w:docDefaults>"
    )
    off = '<w:rPr><w:b w:val="off"/></w:rPr>'
    styles = read_styles(part(defaults, style("a"), style("b", "b", off + level(9)), style("c", kind="character")))
    assert styles.of(None) == styles.of("a") == ParagraphStyle(heading=4, bold=True)
    assert styles.of("b") == TEXT
    assert styles.character("c") == CharacterStyle()


def test_latent_styles_are_none() -> None:
    latent = '<w:latentStyles w:count="1"><w:lsdException w:name="heading 1"/><w:b/></w:latentStyles>'
    assert read_styles(part(latent, style("a"))).of("a") == TEXT


def test_character_styles() -> None:
    off = '<w:rPr><w:b w:val="0"/><w:vanish w:val="off"/></w:rPr>'
    styles = read_styles(
        part(
            style("a", "Strong", BOLD, kind="character"),
            style("b", "b", "<w:rPr><w:vanish/></w:rPr>", on="a", kind="character"),
            style("c", "c", off, on="b", kind="character"),
            style("p", "p", BOLD),
        )
    )
    assert styles.character("a") == CharacterStyle(bold=True)
    assert styles.character("b") == CharacterStyle(bold=True, hidden=True)
    assert styles.character("c") == CharacterStyle(bold=False, hidden=False)
    assert styles.character("p") == styles.character("gone") == styles.character(None) == CharacterStyle()


@pytest.mark.parametrize("last", ["gone", "s19999", "s7"])
def test_long_chains(last: str) -> None:
    chain = (style(f"s{index}", "x", on=f"s{index - 1}" if index else last) for index in range(20_000))
    styles = read_styles(part(*chain, style("a", "x", BOLD, on="s19999")))
    assert styles.of("a") == ParagraphStyle(bold=True)
    assert styles.of("s19999") == TEXT


def test_deep_nesting() -> None:
    deep = "<w:x>" * 50_000 + BOLD + "</w:x>" * 50_000
    assert read_styles(part(style("a", "x", deep), style("b", "b", BOLD))).of("a") == TEXT


@pytest.mark.parametrize("broken", [b"", b"<w:styles>", b"\xfe\xff", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"])
def test_damaged_styles(broken: bytes) -> None:
    with pytest.raises(WordError):
        read_styles(broken)


IDS = st.sampled_from(["a", "b", "c", "d", ""])


@given(st.lists(st.tuples(IDS, IDS, st.sampled_from(["", "0", "1", "off"])), max_size=6))
def test_any_chain(given_styles: list[tuple[str, str, str]]) -> None:
    """A style is what it says itself; of what it does not say it is what the one is it is based on."""
    first = {id_: (on, bold) for id_, on, bold in reversed(given_styles)}
    written = [
        style(id_, "x", f'<w:rPr><w:b w:val="{bold}"/></w:rPr>' if bold else "", on=on)
        for id_, on, bold in given_styles
    ]
    styles = read_styles(part(*written))
    for id_, (on, bold) in first.items():
        if bold:
            assert styles.of(id_) == replace(TEXT, bold=bold == "1")
        elif on not in first or on == id_:
            assert styles.of(id_) == TEXT


@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    try:
        styles = read_styles(data)
    except WordError:
        return
    assert styles.of("a") == TEXT
