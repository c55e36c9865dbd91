"""Times of checks in a process that is already running: no start, no imports.

These are seconds of processor time, which other programs on the machine disturb less than the clock.
"""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from math import log
from random import Random
from statistics import median
from typing import TYPE_CHECKING

from corpus import checks
from reportlint.engine import inspect
from reportlint.readers import read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlint.check import Check

SIZES = (1, 10, 100)
RUNS = (15, 5, 3)
"""How often each size is run."""
HOSTILE_LENGTH = 30_000
HOSTILE = (
    *"X*_（“、一0123456789的<#",
    *(
        " ",
        "　",
        "\t",
        "\n",
        "x",
        "×",
        "○",
        "…",
        "—",
        "《",
        "【",
        "[",
        "(",
        "{",
        "&",
        ".",
        ",",
        "，",
        "。",
        "；",
        "：",
        "年",
    ),
    *(
        "第",
        "二",
        "十",
        "各",
        "A",
        "-",
        "=",
        "|",
        "%",
        "\\",
        "http",
        "XX镇",
        "一是",
        "二是，",
        "（一）",
        "一、",
        "1.",
        "2023年",
    ),
    *(
        "&nbsp;",
        "<p>",
        "“”",
        "的的",
        "工作",
        "0次",
        "1件，其中2件。",
        "由1%增加到2%，",
        "2月30日",
        "“十四五”",
        "三个方面：",
        "亿",
        "12.5%",
        "X年X月",
        "不足",
        "**",
        "20",
        "a@",
        "a.",
        "各位代表：\n",
        "一、工作\n",
        "江西省",
        "石桥镇党委、",
        "西长村、",
        "党员张建国、",
        "XX镇江西省",
        "镇政府县委",
    ),
)
"""Characters and short strings that a draft may consist of when someone means ill."""
_HAN = re.compile("[\u4e00-\u9fff]")
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Growth:
    """Seconds that a family takes for a draft of each of `SIZES`."""

    family: str
    seconds: tuple[float, ...]

    @property
    def slope(self) -> float:
        """Exponent between the last two sizes: 1 is linear, 2 quadratic."""
        return log(self.seconds[-1] / self.seconds[-2]) / log(SIZES[-1] / SIZES[-2])


def families() -> dict[str, list[tuple[str, Check]]]:
    """All checks by family."""
    found: dict[str, list[tuple[str, Check]]] = {}
    for id_, check in checks():
        found.setdefault(id_.partition(".")[0], []).append((id_, check))
    return found


def seconds(text: str, chosen: Sequence[tuple[str, Check]], runs: int) -> float:
    """Median time of reading a text and asking some checks; facts are computed anew each time.

    With no checks, the time of reading alone.
    """
    data = text.encode()
    taken = []
    for _ in range(runs):
        begin = time.process_time()
        inspect(read("draft.txt", data), chosen)
        taken.append(time.process_time() - begin)
    return median(taken)


def added(texts: Sequence[str], chosen: frozenset[str], runs: int) -> float:
    """What some families cost on top of all others, as a share of the time of these; shared facts are paid once.

    Both are timed in turns, and the median of the ratios is taken.
    """
    others = [(id_, check) for id_, check in checks() if id_.partition(".")[0] not in chosen]
    ratios = []
    for _ in range(runs):
        without = sum(seconds(text, others, 1) for text in texts)
        ratios.append(sum(seconds(text, checks(), 1) for text in texts) / without - 1)
    return median(ratios)


def growth(text: str, *, verbatim: bool) -> list[Growth]:
    """How time grows with length: reading alone, each family, and all checks."""
    texts = [text * size if verbatim else vary(text, size) for size in SIZES]
    groups = {"(reading)": [], **families(), "ALL": list(checks())}
    return [
        Growth(name, tuple(seconds(t, group, runs) for t, runs in zip(texts, RUNS, strict=True)))
        for name, group in groups.items()
    ]


def vary(text: str, copies: int) -> str:
    """A text so many times over, in which no two paragraphs are alike.

    Every fourth Chinese character gives way to another of the same text, and every digit to another digit.
    """
    random = Random(copies)
    alphabet = sorted(set(_HAN.findall(text)))
    parts = [text]
    for _ in range(copies - 1):
        changed = _HAN.sub(lambda m: random.choice(alphabet) if random.random() < 0.25 else m[0], text)
        parts.append(_DIGIT.sub(lambda _: random.choice("123456789"), changed))
    return "".join(part if part.endswith("\n") else f"{part}\n" for part in parts)


def hostile(unit: str) -> tuple[float, str, float]:
    """Time of all checks over one string repeated, and the slowest check with its own time."""
    text = (unit * (HOSTILE_LENGTH // len(unit) + 1))[:HOSTILE_LENGTH]
    each = {id_: seconds(text, [(id_, check)], 1) for id_, check in checks()}
    slowest = max(each, key=lambda id_: each[id_], default="")
    return seconds(text, checks(), 1), slowest, each.get(slowest, 0.0)
