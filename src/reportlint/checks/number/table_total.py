"""Totals of tables that do not add up."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Finding, Meta, Related, Severity, Text
from reportlint.facts.arithmetic import decimal
from reportlint.facts.table_sums import WrongTotal, wrong_totals

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


class TableTotal(Check):
    """表格的合计、小计与各项之和不符。

    ## 为什么

    表格印出来，谁都能把一列加一遍。补了一行忘了改合计，或者合计沿用了去年的数，都会对不上。
    依据：《党政机关公文处理工作条例》第二十条要求复核数字。
    只在一列（一行）都是能相加的数时才比对：空格、合并的单元格、占比、增速、名次、单价、人次、“其中”各行都不加；四舍五入造成的
    出入不算；小计可以加，也可以加它的各行，有一种对得上就不报。

    ## 反例

        类别|建议件数
        农业农村|12
        城乡建设|45
        教育卫生|68
        合计|126

    ## 正例

        类别|建议件数
        农业农村|12
        城乡建设|45
        教育卫生|68
        合计|125

    ## English

    A total or subtotal of a table is not the sum of its column or row. Lines with blanks, merged cells, shares, rates,
    ranks or parts of parts are not added up, and differences by rounding are spared.
    """

    meta = Meta(
        title=Text("表格合计不符", "Table does not add up"),
        severity=Severity.ERROR,
        confidence=Confidence.HIGH,
        since="0.1",
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Report each wrong total, with the first and the last of the figures added."""
        for wrong in wrong_totals(document):
            yield Finding(wrong.total.span, _message(wrong), related=_ends(wrong))


def _message(wrong: WrongTotal) -> Text:
    added, total = decimal(wrong.value), decimal(wrong.total.value)
    apart = decimal(abs(wrong.value - wrong.total.value))
    line_zh, line_en = ("这一行", "this row") if wrong.across else ("这一列", "this column")
    zh, en = (f"“{wrong.name}”{line_zh}", f"{line_en} ({wrong.name})") if wrong.name else (line_zh, line_en)
    return Text(
        f"{zh}的{wrong.label}写 {total}，各项相加为 {added}，差 {apart}：请核对。",
        f"The {wrong.label} of {en} is {total}, but the figures add up to {added}, {apart} apart; check them.",
    )


def _ends(wrong: WrongTotal) -> tuple[Related, ...]:
    first, last = wrong.parts[0], wrong.parts[-1]
    return (
        Related(first.span, Text("相加的第一个数", "the first figure added")),
        Related(last.span, Text("相加的最后一个数", "the last figure added")),
    )
