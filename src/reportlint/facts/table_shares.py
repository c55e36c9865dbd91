"""Shares in tables that are not what their figure is of the total."""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.numerals import ONE
from reportlint.facts.table_figures import Figure, Grid, laid_out
from reportlint.facts.table_sums import FEWEST, is_counted, total_row
from reportlint.text import Pattern
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_SHARE = Pattern(
    r"^(?:所占|占|构成)?(?:占比|比重|比例)(?:情况)?(?:[（(][%％][）)])?$|^占(?:合计|总数|总量|总额|全部)的?(?:比重|比例|比)?(?:[（(][%％][）)])?$"
)
_PERCENT = frozenset({"", "%", "％"})
_HUNDRED = 100


@frozen
class WrongShare:
    """A share that is not what a figure is of the total.

    Attributes:
        share: the figure in per cent.
        label: of its row.
        part: the figure it is the share of.
        whole: the total.
        value: what it is, in millionths of one per cent.
    """

    share: Figure
    label: str
    part: Figure
    whole: Figure
    value: int


@fact
def wrong_shares(document: Document) -> tuple[WrongShare, ...]:
    """All of them, table by table."""
    return tuple(wrong for grid in laid_out(document) for wrong in _shares(grid))


def _shares(grid: Grid) -> Iterator[WrongShare]:
    """Those of a column of shares beside the only column of figures, where most of them are right."""
    shares = [column for column, head in grid.heads.items() if _SHARE.search(head)]
    filled = {column for row, column in grid.figures if column > 1 and row >= grid.first}
    added = [column for column in filled if grid.is_added(column)]
    row = total_row(grid)
    whole = grid.figures.get((row, added[0])) if len(added) == 1 else None
    if len(shares) != 1 or whole is None or whole.value <= 0:
        return
    right, wrong = 0, []
    for other in range(grid.first, grid.rows + 1):
        part, share = grid.figures.get((other, added[0])), grid.figures.get((other, shares[0]))
        if other == row or not part or not share or share.unit not in _PERCENT or part.value < 0:
            continue
        value = part.value * _HUNDRED * ONE // whole.value
        # The last of them may have been cut so that all make up a hundred.
        loose = 0 if is_counted(grid, row, added[0]) else (part.place + whole.place) * _HUNDRED * ONE // whole.value
        if abs(value - share.value) <= share.place + loose:
            right += 1
        else:
            wrong.append(WrongShare(share, grid.label(other), part, whole, value))
    if right >= max(FEWEST, 2 * len(wrong)):
        yield from wrong
