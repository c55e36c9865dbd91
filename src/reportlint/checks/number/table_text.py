"""Figures in the text that contradict a table."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Finding, Meta, Related, Severity, Text
from reportlint.facts.grids import grids

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


class TableText(Check):
    """正文的数与表格里的不同。

    ## 为什么

    同一个数，正文写一遍，表里列一遍，改了一处忘了另一处，代表一对就看出来。依据：《党政机关公文处理工作条例》第二十条要求复核数字。
    只有指标名与表里一行的名称一字不差、紧挨着数，表里只有一列数（或只有一列是那一年的），单位也同类，才比对；
    提到别的时间、计划、增减、某个村或单位的不比；与同一行任何一个数相同的不报；
    正文取了整、换了单位（12.3亿元与123456万元）的不算。

    ## 反例

        全镇粮食总产量达到12.5万吨。
        指标|完成数
        粮食总产量（万吨）|13.5
        蔬菜总产量（万吨）|4.2

    ## 正例

        全镇粮食总产量达到12.5万吨。
        指标|完成数
        粮食总产量（万吨）|12.53
        蔬菜总产量（万吨）|4.2

    ## English

    A figure in the text names a row of a table and differs from it. Only said where the name is the same to the letter,
    the table has one column of figures, or one of that year, and nothing near speaks of another time, a plan, a change
    or a smaller place.
    """

    meta = Meta(
        title=Text("正文与表格数字不符", "Text contradicts table"),
        severity=Severity.WARNING,
        confidence=Confidence.HIGH,
        since="0.1",
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Report the figure in the text, with the cell."""
        if not grids(document):
            return
        from reportlint.facts.table_text import contradictions

        for found in contradictions(document):
            said, cell = document.slice(found.quantity.span), document.slice(found.cell)
            written = cell if cell.endswith(found.unit) else f"{cell}{found.unit}"
            yield Finding(
                found.quantity.span,
                Text(
                    f"“{found.label}”这里写{said}，表格第{found.row}行第{found.column}列为{written}：请核对。",
                    f"{found.label} is {said} here, but {written} in row {found.row}, column {found.column} of the"
                    " table; check both.",
                ),
                related=(Related(found.cell, Text("表中的数", "in the table")),),
            )
