"""Tables of Markdown: every cell has its row, its column and its words; empty ones stand where they would."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportlint.document import Document
from reportlint.facts.grids import grids
from reportlint.facts.table_figures import laid_out
from reportlint.facts.table_rows import wrong_totals
from reportlint.facts.whereabouts import whereabouts
from reportlint.readers.markdown import read_markdown


def read(source: str) -> Document:
    return read_markdown("a.md", source, "utf-8")


def rows_of(document: Document, number: int = 0) -> list[list[str]]:
    """The words of a table, row by row."""
    cells = document.tables[number].cells
    found: list[list[str]] = [[] for _ in range(max(cell.row for cell in cells))]
    for cell in cells:
        assert cell.column == len(found[cell.row - 1]) + 1
        found[cell.row - 1].append(document.slice(cell.span))
    return found


def test_cells_in_rows_and_columns() -> None:
    document = read("# 题\n\n| 村 | **户数** |\n| -- | -- |\n| 东村 | 12 |\n| 西村 | |\n")
    assert rows_of(document) == [["村", "户数"], ["东村", "12"], ["西村", ""]]
    assert grids(document) == document.tables


@pytest.mark.parametrize(
    ("source", "rows"),
    [
        ("村 | 户\n--|--\n东村 | 12\n", [["村", "户"], ["东村", "12"]]),
        ("| 村 | 户 |\n|:-:|--:|\n| | 12 |\n", [["村", "户"], ["", "12"]]),
        ("| 村 | 户 |\n|--|--|\n| 东村 |\n", [["村", "户"], ["东村", ""]]),
        ("| 村 | 户 |\n|--|--|\n| 东村 | 12 | 多余 |\n", [["村", "户"], ["东村", "12"]]),
        ("| 村 | 户 |\n|--|--|\n| a\\|b | `12` |\n", [["村", "户"], ["a|b", "\ufffc"]]),
        ("| 12 | 12 |\n|--|--|\n| 12 | 12 |\n", [["12", "12"], ["12", "12"]]),
        ("> | 村 | 户 |\n> |--|--|\n> | 东村 | 12 |\n", [["村", "户"], ["东村", "12"]]),
        ("| 村 | 户 |\r\n|--|--|\r\n| 东村 | 12 |\r\n", [["村", "户"], ["东村", "12"]]),
        ("| 村 | 户 |\n|--|--|\n", [["村", "户"]]),
    ],
)
def test_forms_of_tables(source: str, rows: list[list[str]]) -> None:
    document = read(source)
    assert rows_of(document) == rows
    for cell in document.tables[0].cells:
        place, words = document.map.to_source(cell.span), document.slice(cell.span)
        assert source[place.start : place.end].replace("\\|", "|").replace("`12`", "\ufffc") == words or not words


def test_empty_cells_stand_between_their_neighbours() -> None:
    document = read("| 村 | 户 | 人 |\n|--|--|--|\n| 东村 | | 12 |\n| | | |\n| 西村 | 1 | 2 |\n")
    cells = document.tables[0].cells
    assert [cell.span.start for cell in cells] == sorted(cell.span.start for cell in cells)
    assert [(cell.row, cell.column) for cell in cells if not len(cell.span)] == [(3 - 1, 2), (3, 1), (3, 2), (3, 3)]


def test_several_tables() -> None:
    table = "| 村 | 户 |\n|--|--|\n| {} | 12 |\n"
    document = read(f"{table.format('东村')}\n正文。\n\n{table.format('西村')}")
    assert [rows_of(document, number)[1][0] for number in (0, 1)] == ["东村", "西村"]
    where = whereabouts(document, document.text.index("西村"))
    assert (where.table, where.row, where.column) == (2, 2, 1)


def test_what_is_no_table() -> None:
    for source in ("甲 | 乙\n", "```\n| 村 | 户 |\n|--|--|\n| 东 | 1 |\n```\n", "| 村 | 户 |\n|--|\n| 东 | 1 |\n"):
        assert not read(source).tables


def test_indents_that_the_parser_drops_are_seen() -> None:
    source = "| 类别 | 件数 |\n|--|--|\n| 农业 | 12 |\n| 　　水利 | 5 |\n| 城建 | 45 |\n| 合计 | 57 |\n"
    document = read(source)
    (grid,) = laid_out(document)
    assert [grid.levels[row].indent for row in range(2, 6)] == [0, 2, 0, 0]
    assert [grid.label(row) for row in range(2, 6)] == ["农业", "水利", "城建", "合计"]
    assert not wrong_totals(document)
    flat = read(source.replace("　　", ""))
    assert [level.indent for level in laid_out(flat)[0].levels.values()] == [0, 0, 0, 0]


def test_columns_set_flush_by_blanks_are_no_indents() -> None:
    document = read("| 类别   | 件数 |\n|--------|-----:|\n|   农业 |   12 |\n| 城建   |   45 |\n| 合计   |   58 |\n")
    assert [document.slice(wrong.total.span) for wrong in wrong_totals(document)] == ["58"]


WORDS = st.text(st.characters(whitelist_categories=("Lo", "Nd"), max_codepoint=0x9FFF), max_size=6)


@given(st.integers(1, 5).flatmap(lambda width: st.lists(st.lists(WORDS, min_size=width, max_size=width), min_size=1)))
def test_what_is_written_is_read(rows: list[list[str]]) -> None:
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    lines.insert(1, "|" + "--|" * len(rows[0]))
    document = read("\n".join(lines) + "\n")
    assert rows_of(document) == rows
