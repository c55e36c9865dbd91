"""Totals of random tables: right ones are left alone, one wrong digit in a simple one is found at its cell."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reportlint.facts.grids import grids
from reportlint.facts.table_figures import laid_out
from reportlint.facts.table_sums import wrong_totals
from reportlint.grid import Cell
from reportlint.readers.markdown import read_markdown
from reportlint.readers.plain import read_plain
from reportlint.text import Span

FIGURES = st.lists(st.lists(st.integers(1, 999), min_size=2, max_size=4), min_size=2, max_size=8)
HEADS = ("户数（户）", "建议件数", "代表（名）", "项目（个）")


def square(rows: list[list[int]]) -> list[list[int]]:
    width = min(map(len, rows))
    return [row[:width] for row in rows]


def written(rows: list[list[str]], bar: str) -> str:
    return "".join(bar.join(row) + "\n" for row in rows)


@given(FIGURES, st.sampled_from("|\t｜"), st.booleans(), st.booleans())
def test_right_totals_are_left_alone(figures: list[list[int]], bar: str, in_front: bool, with_rows: bool) -> None:
    figures = square(figures)
    body = [[f"村{chr(0x4E00 + number)}", *map(str, row)] for number, row in enumerate(figures)]
    total = ["合计", *(str(sum(column)) for column in zip(*figures, strict=True))]
    rows = [total, *body] if in_front else [*body, total]
    head = ["村", *HEADS[: len(figures[0])]]
    if with_rows:
        head.append("合计")
        rows = [[*row, str(sum(map(int, row[1:])))] for row in rows]
    document = read_plain("a.txt", written([head, *rows], bar), "utf-8")
    assert not wrong_totals(document)
    assert len(laid_out(document)) == 1


@given(FIGURES, st.data())
def test_a_wrong_digit_is_found_at_its_total(figures: list[list[int]], data: st.DataObject) -> None:
    figures = square(figures)
    column = data.draw(st.integers(0, len(figures[0]) - 1))
    apart = data.draw(st.sampled_from([1, -1, 10, 100]))
    totals = [sum(values) for values in zip(*figures, strict=True)]
    totals[column] = max(1, totals[column] + apart)
    head = ["村", *HEADS[: len(figures[0])]]
    body = [[f"村{chr(0x4E00 + number)}", *map(str, row)] for number, row in enumerate(figures)]
    document = read_plain("a.txt", written([head, *body, ["合计", *map(str, totals)]], "|"), "utf-8")
    found = wrong_totals(document)
    right = sum(row[column] for row in figures)
    expected = [] if totals[column] == right else [(str(totals[column]), right * 1_000_000)]
    assert [(document.slice(wrong.total.span), wrong.value) for wrong in found] == expected


def test_tables_of_markdown_have_their_cells() -> None:
    source = "# 题\n\n| 村 | **户数** |\n| -- | -- |\n| 东村 | 12 |\n| 西村 | |\n"
    document = read_markdown("a.md", source, "utf-8")
    (table,) = document.tables
    assert [(cell.row, cell.column, document.slice(cell.span)) for cell in table.cells] == [
        (1, 1, "村"),
        (1, 2, "户数"),
        (2, 1, "东村"),
        (2, 2, "12"),
        (3, 1, "西村"),
        (3, 2, ""),
    ]
    assert grids(document)[0] is table


def test_lines_that_are_no_table() -> None:
    for text in ("甲|乙\n丙|丁\n", "甲|乙\n丙\n丁|戊\n己|庚\n", "甲|乙\n丙|丁|戊\n己|庚\n", "甲\n乙\n丙\n"):
        assert not grids(read_plain("a.txt", text, "utf-8"))


def test_bars_at_both_ends_stand_outside() -> None:
    (table,) = grids(read_plain("a.txt", "|甲|乙|\n  |丙||\n|丁|戊|\n", "utf-8"))
    assert table.cells[:4] == (
        Cell(1, 1, Span(1, 2)),
        Cell(1, 2, Span(3, 4)),
        Cell(2, 1, Span(9, 10)),
        Cell(2, 2, Span(11, 11)),
    )
