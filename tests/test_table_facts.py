"""Tables: right ones of all shapes are left alone, one wrong digit in a simple one is found at its cell."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reportlint.document import Builder, Document, LineOrigin
from reportlint.facts.grids import grids
from reportlint.facts.table_captions import caption, unit_above
from reportlint.facts.table_figures import laid_out
from reportlint.facts.table_nesting import may_hold_parts
from reportlint.facts.table_rows import wrong_parts, wrong_totals
from reportlint.facts.table_shares import wrong_shares
from reportlint.grid import Cell, Table
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
    totals = [str(sum(values)) for values in zip(*figures, strict=True)]
    column = data.draw(st.integers(0, len(totals) - 1))
    place = data.draw(st.integers(0, len(totals[column]) - 1))
    digit = data.draw(st.sampled_from("123456789"))
    right = totals[column]
    totals[column] = right[:place] + digit + right[place + 1 :]
    head = ["村", *HEADS[: len(figures[0])]]
    body = [[f"村{chr(0x4E00 + number)}", *map(str, row)] for number, row in enumerate(figures)]
    document = read_plain("a.txt", written([head, *body, ["合计", *totals]], "|"), "utf-8")
    found = wrong_totals(document)
    expected = [] if totals[column] == right else [(totals[column], int(right) * 1_000_000)]
    assert [(document.slice(wrong.total.span), wrong.value) for wrong in found] == expected


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


LABELS = ("农业农村", "城乡建设", "教育卫生", "交通水利", "生态环保", "社会保障", "东风村", "红旗村")
NUMBERS = "一二三四五六七八九十"


@st.composite
def right_tables(draw: st.DrawFn) -> list[list[str]]:
    """Tables that add up: with 小计, parts of rows marked or not, blanks, shares, decimals, a total first or last."""
    shape = draw(
        st.sampled_from(["flat", "numbered", "groups", "indented", "levels", "among", "blank", "shares", "bare"])
    )
    places = draw(st.sampled_from([0, 0, 1, 2]))
    width = 1 if shape == "shares" else draw(st.integers(1, 3))
    amounts = st.lists(st.integers(1, 9999), min_size=width, max_size=width)
    rows: list[tuple[str, list[int]]] = []
    total, part = [0] * width, [0] * width
    for number in range(draw(st.integers(2, 8))):
        values, label = draw(amounts), draw(st.sampled_from(LABELS))
        mark = {"numbered": f"{number + 1}.", "levels": f"{NUMBERS[number]}、"}.get(shape, "")
        rows.append((mark + label, values))
        total = [a + b for a, b in zip(total, values, strict=True)]
        part = [a + b for a, b in zip(part, values, strict=True)]
        if shape in {"indented", "levels", "among"} and draw(st.booleans()):
            below = {"indented": "　　", "levels": "（一）", "among": "其中："}[shape]
            rows.append((below + label, [draw(st.integers(0, value)) for value in values]))
        if shape == "bare" and draw(st.booleans()):
            first = [draw(st.integers(0, value)) for value in values]
            rows.append((label, first))
            rows.append((label, [a - b for a, b in zip(values, first, strict=True)]))
        if shape == "groups" and number % 3 == 2:
            rows.append(("小计", part))
            part = [0] * width
    if shape == "groups" and any(part):
        rows.append(("小计", part))
    rows.insert(0 if draw(st.booleans()) and shape != "groups" else len(rows), (draw(TOTAL), total))
    table = [[label, *(f"{value / 10**places:.{places}f}" for value in values)] for label, values in rows]
    if shape == "blank":
        row = draw(st.sampled_from([row for row in table if row[0] in LABELS]))
        row[draw(st.integers(1, width))] = draw(st.sampled_from(["", "—", "/", "…", "无", "12（其中3）"]))
    if shape == "shares":
        for row, (_, values) in zip(table, rows, strict=True):
            row.append(f"{values[0] * 100 / total[0]:.1f}%")
    head = [
        "类别",
        *(draw(st.sampled_from(["件数", "户数（户）", "投资（万元）", "项目（个）"])) for _ in range(width)),
    ]
    return [[*head, "占比"] if shape == "shares" else head, *table]


TOTAL = st.sampled_from(["合计", "合 计", "总计", "合　计（个）"])


@given(right_tables(), st.sampled_from("|\t｜"))
def test_right_tables_of_all_shapes_are_left_alone(rows: list[list[str]], bar: str) -> None:
    document = read_plain("a.txt", written(rows, bar), "utf-8")
    assert not wrong_totals(document)
    assert not wrong_shares(document)


def word(rows: list[list[tuple[str, int, int]]]) -> Document:
    """A document with one table as Word stores it: each cell with its words, and how many rows and columns it takes."""
    source = "".join(f"{words}\n" for row in rows for words, _, _ in row)
    build, cells, at = Builder(source), [], 0
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(rows, 1):
        column = 1
        for words, down, across in row:
            while (number, column) in taken:
                column += 1
            begin = build.here
            build.keep(at, at + len(words))
            cells.append(Cell(number, column, Span(begin, build.here), down, across))
            taken |= {(number + r, column + c) for r in range(down) for c in range(across)}
            build.block("cell", begin)
            build.keep(at + len(words), at + len(words) + 1)
            at += len(words) + 1
    return build.document("a.docx", "docx", "utf-8", LineOrigin(source), tables=(Table(tuple(cells)),))


def one(*words: str) -> list[tuple[str, int, int]]:
    return [(each, 1, 1) for each in words]


def test_a_total_under_a_shared_head_takes_in_the_columns_under_it() -> None:
    document = word(
        [
            [("村", 2, 1), ("人口", 1, 3), ("占比（%）", 1, 2)],
            one("男（人）", "女（人）", "合计（人）", "男", "女"),
            one("东村", "120", "110", "230", "52", "48"),
            one("西村", "80", "90", "170", "47", "53"),
            one("南村", "50", "60", "111", "45", "55"),
            one("北村", "10", "20", "30", "33", "67"),
            one("合计", "260", "280", "540", "1", "2"),
        ]
    )
    found = [(document.slice(wrong.total.span), wrong.across, wrong.value // 10**6) for wrong in wrong_totals(document)]
    assert found == [("111", True, 110)]
    assert not wrong_parts(document)


def test_a_figure_that_makes_its_row_and_its_column_wrong() -> None:
    rows = [
        ["村", "男", "女", "合计"],
        ["东村", "120", "101", "230"],
        ["西村", "80", "90", "170"],
        ["南村", "50", "60", "110"],
        ["合计", "250", "260", "510"],
    ]
    document = read_plain("a.txt", written(rows, "|"), "utf-8")
    (wrong,) = wrong_parts(document)
    assert (document.slice(wrong.figure.span), wrong.row, wrong.column) == ("101", "东村", "女")
    assert wrong.value == 110 * 10**6
    assert [document.slice(total.span) for total in wrong.totals] == ["230", "260"]
    assert not wrong_totals(document)


def test_merged_groups_with_merged_subtotals() -> None:
    document = word(
        [
            [("2023年情况", 1, 3)],
            one("片区", "村", "户数（户）"),
            [("东片", 2, 1), *one("东村", "120")],
            one("西村", "80"),
            [("小计", 1, 2), ("201", 1, 1)],
            [("西片", 2, 1), *one("南村", "50")],
            one("北村", "70"),
            [("小计", 1, 2), ("120", 1, 1)],
            [("合计", 1, 2), ("320", 1, 1)],
        ]
    )
    (grid,) = laid_out(document)
    assert grid.caption == "2023年情况"
    assert [grid.label(row) for row in (3, 4, 5, 9)] == ["东片东村", "西村", "小计", "合计"]
    assert [(document.slice(wrong.total.span), wrong.value // 10**6) for wrong in wrong_totals(document)] == [
        ("201", 200)
    ]


def test_parts_that_only_their_figures_show() -> None:
    assert may_hold_parts([(10300, (300, 100, 200, 5000, 5000))])
    assert may_hold_parts([(125, (12, 5, 45, 68)), (30, (10, 9, 10, 10))])
    assert may_hold_parts([(30, (10, 4, 6, 20, 15, 5))])
    assert not may_hold_parts([(125, (12, 5, 45, 68)), (31, (10, 9, 10, 10))])
    assert not may_hold_parts([(425, (120, 145, 160, 9))])  # the last row was forgotten
    assert not may_hold_parts([(126, (12, 45, 68))])
    assert not may_hold_parts([])


def test_what_stands_above_a_table() -> None:
    lines = "指标|本年\n粮食|12\n蔬菜|3\n"
    cases = {
        "全年情况如下。\n": ("", ""),
        "附表1 主要指标\n单位：万元\n": ("附表1 主要指标 单位：万元", "万元"),
        "附表1 主要指标\n（单位：万元、户）\n": ("附表1 主要指标 （单位：万元、户）", ""),
        "单位：亩\n": ("单位：亩", "亩"),
    }
    for above, (words, unit) in cases.items():
        document = read_plain("a.txt", above + lines, "utf-8")
        found = caption(document, laid_out(document)[0]).strip()
        assert (found, unit_above(found)) == (words, unit)


def test_a_list_of_data_is_not_laid_out() -> None:
    rows = [["名称", *("数量" for _ in range(69))], *([f"第{n}行", *("1" for _ in range(69))] for n in range(3))]
    document = read_plain("a.txt", written(rows, "|"), "utf-8")
    assert grids(document)
    assert not laid_out(document)
