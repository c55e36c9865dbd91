"""Blanks beside and inside numbers."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Edit, Finding, Fix, Meta, Safety, Severity, Text
from reportlint.facts.residue import in_residue
from reportlint.facts.stray_spaces import stray_spaces

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_HOUSE_STYLE = frozenset(("before", "after", "grouping"))


class NumberSpacing(Check):
    """数字旁边或者数字中间夹了空格。

    ## 为什么

    公文里数字与汉字之间不空格；数字中间的空格会把一个数断成两个（“20 23年”“24. 52万元”“2 3件”），换行时还会拆开。
    全文一贯在数字两边空格的，是排版习惯，不报；标题、落款、表格不管。
    依据：实务；《党政机关公文格式》（GB/T 9704—2012）7.3.3（数字、年份不能回行）。

    ## 反例

        全年召开会议5次，开展企业安全生产检查 10次，视察3次。
        20 23年，争取资金24. 52万元，走访12次。

    ## 正例

        全年召开会议 5 次，开展企业安全生产检查 10 次，视察 3 次。

    ## English

    Chinese official prose sets no blanks beside numbers, and a blank inside a number makes two of it (20 23年). A draft
    that sets blanks beside all its numbers has a style of its own and is spared.
    """

    meta = Meta(
        Text("数字夹带空格", "Stray blanks at a number"),
        Severity.INFO,
        Confidence.HIGH,
        since="0.1",
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Report each number with blanks at its side where the draft usually sets none, and each that is torn apart."""
        for stray in stray_spaces(document):
            if in_residue(document, stray.span):
                continue
            words, better = document.slice(stray.span), ""
            at = stray.span.start
            for blank in stray.blanks:
                better += document.text[at : blank.start]
                at = blank.end
            better += document.text[at : stray.span.end]
            beside = stray.position in _HOUSE_STYLE
            message = (
                Text(f"数字旁多了空格，请写成“{better}”。", f"There is a blank too many; write “{better}”.")
                if beside
                else Text(
                    f"空格把数字“{words.strip()}”断开了，请核对并写成“{better}”。",
                    f"A blank tears “{words.strip()}” apart; check it and write “{better}”.",
                )
            )
            yield Finding(
                stray.span,
                message,
                # 2 3件 may have lost a mark instead: 2、3件.
                fix=Fix(
                    tuple(Edit(blank, "") for blank in stray.blanks),
                    Safety.UNSAFE if stray.position == "digits" else Safety.SAFE,
                ),
                severity=None if beside else Severity.WARNING,
                group=stray.position,
            )
