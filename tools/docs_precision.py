"""What bench/precision.tsv says of each check, in words."""

from __future__ import annotations

import csv
import re
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PRECISION = Path(__file__).parent.parent / "bench" / "precision.tsv"
FEWEST = 10
"""Findings below which a share says nothing, and only the numbers are given."""
_HEAD = re.compile(
    r"in ([\d,]+) drafts.*?\(([\d,]+) characters.*?in ([\d,]+) finished.*?\(([\d,]+) characters.*?Measured (\S+),"
)


@cache
def precision() -> dict[str, dict[str, int]]:
    """What was measured of each check."""
    rows = [line for line in PRECISION.read_text("utf-8").splitlines() if not line.startswith("#")]
    return {
        row["check"]: {key: int(value) for key, value in row.items() if value.isdecimal()}
        for row in csv.DictReader(rows, delimiter="\t")
    }


def _head() -> str:
    lines = [line[2:] for line in PRECISION.read_text("utf-8").splitlines() if line.startswith("#")]
    return " ".join(lines)


def measured() -> Iterator[str]:
    """How it was measured, with the numbers of the head of the table."""
    match = _HEAD.search(_head())
    if match is None:
        sys.exit(f"{PRECISION} has an unexpected head")
    faulty, faulty_size, finished, finished_size, date = match.groups()
    yield (
        f"样本都在本仓库里：{faulty} 篇有错的草稿（{faulty_size} 字，错处逐一标出）和 {finished} 篇定稿"
        f"（{finished_size} 字）。草稿里与所标错处相合的算正确；草稿里对不上的、定稿里报出的错误和警告，都算误报。"
        f"{date} 量得，`python bench/precision.py` 可以重做。"
    )
    yield ""
    yield "这些文稿在编写检查时大多看过，用于没有见过的文稿，误报会多一些。报出不足十处的，只列数目，不算比率。"


def in_short(id_: str) -> str:
    """A few words for a table."""
    row = precision().get(id_)
    if row is None:
        return "未量"
    said = _said(row)
    if not said:
        return "0 处"
    wrong = said - row["right"]
    return f"{said} 处，误报 {wrong} 处" if wrong else f"{said} 处，均正确"


def _said(row: dict[str, int]) -> int:
    return row["right"] + row["false_drafts"] + row["false_finished"]


def in_full(id_: str) -> str:
    """One honest sentence or two about how often a check is right."""
    row = precision().get(id_)
    if row is None:
        return "还没有量过。"
    said, wrong = _said(row), row["false_drafts"] + row["false_finished"]
    silent = f"{row['silent_texts']} 篇定稿、{row['silent_characters']:,} 字中没有误报。"
    if not said:
        words = f"样本中没有报出过，准确率无从算起；{silent}"
    elif not wrong:
        words = f"样本中报出 {said} 处，均正确；{silent}"
    else:
        share = f"，准确率 {row['right'] / said:.0%}" if said >= FEWEST else ""
        words = f"样本中报出 {said} 处，{row['right']} 处正确{share}；{silent}"
    words += "报出的不足十处，不足以推断准确率。" if 0 < said < FEWEST else ""
    words += f"另有 {row['hints']} 处只作提示（默认不显示），未计在内。" if row["hints"] else ""
    return f"{words}（[怎样量出](index.md#measured)）"
