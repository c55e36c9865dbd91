"""However a Word document is written, the same is read of it: text, blocks, places and tables."""

from __future__ import annotations

import html

from hypothesis import given
from hypothesis import strategies as st

from docxfiles import (
    KEEPING,
    OBJECT,
    PAGE,
    SILENT,
    WRAPPERS,
    Expected,
    Grid,
    Item,
    Para,
    Row,
    Square,
    attached,
    document,
)
from reportlint.document import Place
from reportlint.readers.docx import read_docx, word_file
from reportlint.text import Span
from wordfiles import field, r

SIGNS = "一二年件X。 &<]\t"
FIXED = {
    '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>': OBJECT,
    "<w:r><w:drawing><wp:inline/></w:drawing></w:r>": OBJECT,
    '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r/></m:oMath>': OBJECT,
    field(" PAGE ", r("3")): OBJECT,
    "<w:r><w:tab/></w:r>": "\t",
    "<w:r><w:br/></w:r>": "\n",
    "<w:r><w:cr/></w:r>": "\n",
    '<w:r><w:br w:type="page"/></w:r>': PAGE,
    "<w:r><w:noBreakHyphen/></w:r>": "-",
    f"<w:r><w:ruby><w:rt>{r('yi')}</w:rt><w:rubyBase>{r('一')}</w:rubyBase></w:ruby></w:r>": "一",
}


def trimmed(text: str) -> Item:
    return Item(r(text).replace(' xml:space="preserve"', ""), text.strip(" \t"))


def on_lines(text: str) -> Item:
    words = r(f"\n  {text}\n ").replace(' xml:space="preserve"', "")
    return Item(words, text.strip(" \t"))


@st.composite
def items(draw: st.DrawFn) -> Item:
    """A stretch of text, or something else that may stand in a paragraph."""
    if draw(st.integers(0, 3)) == 0:
        xml, text = draw(st.sampled_from([*FIXED.items(), *((silent, "") for silent in SILENT)]))
        return Item(xml, text)
    made = draw(st.sampled_from([*KEEPING, trimmed, on_lines]))(draw(st.text(SIGNS, max_size=6)))
    xml = made.xml
    for wrapper in draw(st.lists(st.sampled_from(WRAPPERS), max_size=2)):
        xml = wrapper.replace("{}", xml)
    return Item(xml, made.text)


@st.composite
def paragraphs(draw: st.DrawFn, depth: int = 2) -> Para:
    """A paragraph, with text boxes in text boxes."""
    inside = draw(st.lists(items(), max_size=5))
    if depth and draw(st.integers(0, 5)) == 0:
        boxes = draw(st.lists(st.lists(paragraphs(depth - 1), min_size=1, max_size=2).map(tuple), max_size=2))
        inside.insert(draw(st.integers(0, len(inside))), attached(*boxes))
    kind = draw(st.sampled_from(["", "", "number", "bullet", "outline"]))
    return Para(
        tuple(inside),
        goes_on=draw(st.integers(0, 4)) == 0,
        level=draw(st.integers(0, 2)) if kind == "number" else None,
        bullet=kind == "bullet",
        outline=draw(st.integers(1, 9)) if kind == "outline" else 0,
    )


@st.composite
def grids(draw: st.DrawFn, depth: int = 1) -> Grid:
    """A table, with tables in its cells; of columns that need not fit."""
    rows = []
    for _ in range(draw(st.integers(1, 4))):
        squares = []
        for _ in range(draw(st.integers(1, 3))):
            content: list[Para | Grid] = [draw(grids(depth - 1))] if depth and draw(st.integers(0, 5)) == 0 else []
            content += draw(st.lists(paragraphs(1), min_size=1, max_size=2))
            merge = draw(st.sampled_from(["", "", "restart", "continue", "continue"]))
            squares.append(Square(tuple(content), draw(st.integers(1, 2)), merge))
        rows.append(Row(tuple(squares), deleted=draw(st.integers(0, 5)) == 0, before=draw(st.sampled_from([0, 0, 1]))))
    return Grid(tuple(rows))


FLOWS = st.lists(st.one_of(paragraphs(), paragraphs(), grids()), min_size=1, max_size=5)


@given(FLOWS)
def test_all_that_is_read_is_what_the_model_says(flows: list[Para | Grid]) -> None:
    expected = Expected(flows)
    read = read_docx("稿.docx", document(flows))
    assert read.text == expected.text
    assert [(b.kind, b.level, b.part, b.span.start, b.span.end) for b in read.blocks] == list(expected.blocks())
    assert [
        (table.nested, [(c.row, c.column, c.rows, c.columns, read.slice(c.span)) for c in table.cells])
        for table in read.tables
    ] == expected.cells()
    for number, line in enumerate(expected.lines, 1):
        for at in {line.start, line.end - 1} - {line.start - 1}:
            assert read.start_place(Span(at, at)) == Place(number, at - line.start + 1)
        assert read.origin.excerpt(Place(number, 1)).replace("\v", "\n") == line.text


@given(FLOWS)
def test_every_piece_knows_its_bytes(flows: list[Para | Grid]) -> None:
    file = word_file(read_docx("稿.docx", document(flows)))
    assert file is not None
    data = file.layout.stories[0].data
    for laid in file.layout.between(0, len(file.layout.source)):
        piece = laid.piece
        if piece.kind == "text" and piece.node is not None:
            raw = data[piece.start : piece.end].decode()
            assert piece.text in {raw, html.unescape(raw), raw.replace("\n", " ")}
            assert raw == piece.text or not piece.literal
            assert data.startswith(b"<w:t", piece.node.start)
            assert data.startswith(b"</w:t>", piece.node.end)
            assert piece.node.start < piece.start <= piece.end <= piece.node.end
