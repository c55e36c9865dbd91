"""What stands above a table: its title, and the unit of its figures."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from reportlint.document import Document
from reportlint.text import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reportlint.facts.table_figures import Grid

_START = attrgetter("span.start")
_UNIT = Pattern(r"单位[：:][\s\u3000]*([\u4e00-\u9fff%％‰㎡]{1,6})(?![\u4e00-\u9fff、，,/]|[\s\u3000]*[、，,/])")
_RATES = frozenset({"%", "％", "‰"})
_LONGEST = 50
_SENTENCE = Pattern(r"[。；！？，,]")


def caption(document: Document, grid: Grid) -> str:
    """Words above the heads: rows across the table, the line that names the unit, and the line before it.

    A line that is a sentence, or too long for a title, belongs to the text and is left out.
    """
    index = bisect_left(document.blocks, grid.span.start, key=_START)
    lines: list[str] = []
    for block in reversed(document.blocks[max(0, index - 2) : index]):
        line = document.slice(block.span).strip()
        if len(line) > _LONGEST or _SENTENCE.search(line) or block.kind == "cell":
            break
        lines.append(line)
        if not line.startswith(("单位", "（单位", "(单位", "计量单位")):
            break
    return " ".join([*reversed(lines), grid.caption])


def unit_above(words: str) -> str:
    """The unit that a caption names for all figures; empty without one or with several."""
    found = _UNIT.findall(words)
    return found[0] if len(found) == 1 else ""


def in_per_cent(document: Document, grid: Grid) -> bool:
    """Whether all figures are shares or rates, which are not added up."""
    return unit_above(caption(document, grid)) in _RATES
