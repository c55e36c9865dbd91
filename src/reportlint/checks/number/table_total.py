"""Totals of tables that do not add up."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Finding, Meta, Related, Severity, Text
from reportlint.facts.arithmetic import decimal
from reportlint.facts.grids import grids

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.facts.table_rows import WrongPart
    from reportlint.facts.table_shares import WrongShare
    from reportlint.facts.table_sums import WrongTotal


class TableTotal(Check):
    """表格的合计、小计与各项之和不符。

    ## 为什么

    表格印出来，谁都能把一列加一遍。补了一行忘了改合计，或者合计沿用了去年的数，都会对不上。
    依据：《党政机关公文处理工作条例》第二十条要求复核数字。
    只在一列（一行）都是能相加的数时才比对：空格、合并的单元格、占比、增速、名次、单价、人次、“其中”各行都不加，各行分上下级
    （编号、缩进不同）的也不加；四舍五入造成的出入不算；小计可以加，也可以加它的各行，有一种对得上就不报。
    只有一列数时，旁边的“占比”也按合计算一遍。

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

    A total or subtotal of a table is not the sum of its column or row, or a share beside the only column of figures is
    not what its figure is of the total. Lines with blanks, merged cells, rates, ranks or rows on several levels are not
    added up, and differences by rounding are spared.
    """

    meta = Meta(
        title=Text("表格合计不符", "Table does not add up"),
        severity=Severity.ERROR,
        confidence=Confidence.HIGH,
        since="0.1",
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Report each wrong total with the first and last figure added, wrong figures with their totals, and shares."""
        if not grids(document):
            return
        from reportlint.facts.table_rows import wrong_parts, wrong_totals
        from reportlint.facts.table_shares import wrong_shares

        for wrong in wrong_totals(document):
            yield Finding(wrong.total.span, _message(wrong), related=_ends(wrong))
        for part in wrong_parts(document):
            row, column = part.totals
            yield Finding(
                part.figure.span,
                _part_message(part),
                related=(
                    Related(row.span, Text("这一行的合计", "the total of the row")),
                    Related(column.span, Text("这一列的合计", "the total of the column")),
                ),
            )
        for share in wrong_shares(document):
            yield Finding(
                share.share.span,
                _share_message(share),
                related=(
                    Related(share.part.span, Text("这一项的数", "the figure it is the share of")),
                    Related(share.whole.span, Text("合计", "the total")),
                ),
            )


def _message(wrong: WrongTotal) -> Text:
    added, total = decimal(wrong.value), decimal(wrong.total.value)
    apart = decimal(abs(wrong.value - wrong.total.value))
    line_zh, line_en = ("这一行", "this row") if wrong.across else ("这一列", "this column")
    zh, en = (f"“{wrong.name}”{line_zh}", f"{line_en} ({wrong.name})") if wrong.name else (line_zh, line_en)
    return Text(
        f"{zh}的{wrong.label}写 {total}，各项相加为 {added}，差 {apart}：请核对。",
        f"The {wrong.label} of {en} is {total}, but the figures add up to {added}, {apart} apart; check them.",
    )


def _part_message(wrong: WrongPart) -> Text:
    said, value = decimal(wrong.figure.value), decimal(wrong.value)
    return Text(
        f"“{wrong.row}”的“{wrong.column}”写 {said}，按这一行和这一列的合计都应为 {value}：请核对。",
        f"{wrong.column} of {wrong.row} is {said}, but by the totals of both row and column it is {value}; check it.",
    )


def _share_message(wrong: WrongShare) -> Text:
    said, part, whole = decimal(wrong.share.value), decimal(wrong.part.value), decimal(wrong.whole.value)
    places = len(said.partition(".")[2])
    value = decimal(wrong.value, max(places, 1))
    return Text(
        f"“{wrong.label}”占比写 {said}%，按 {part} ÷ {whole} 是 {value}%：请核对。",
        f"The share of {wrong.label} is {said}%, but {part} ÷ {whole} is {value}%; check them.",
    )


def _ends(wrong: WrongTotal) -> tuple[Related, ...]:
    first, last = wrong.parts[0], wrong.parts[-1]
    return (
        Related(first.span, Text("相加的第一个数", "the first figure added")),
        Related(last.span, Text("相加的最后一个数", "the last figure added")),
    )
