"""number.times."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Finding, Meta, Related, Severity, Text
from reportlint.facts.change_sums import contradiction, wrong_times
from reportlint.facts.changes import changes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_OPERAND = Text("算式中的数", "a number of the sum")
_OTHER = Text("与此不一致", "it does not agree with this")


class Times(Check):
    """倍、番、成与前后两个数值对不上，或者自相矛盾。

    ## 为什么
    由200万元增加到600万元，是原来的3倍，增长2倍；翻一番是2倍，翻两番是4倍（2的2次方），提高一成是10%。
    “增长几倍”与“是几倍”最容易混淆（实务；参见《现代汉语词典》“倍”“番”）。

    ## 反例
        村集体收入由200万元增加到600万元，增长3倍。

    ## 正例
        村集体收入由200万元增加到600万元，增长2倍。产值由3.1亿元增加到6.2亿元，翻了一番。

    ## English
    倍, 番 or 成 do not follow from the two amounts beside them, or contradict one another. From 200 to 600 is 增长2倍
    or 是原来的3倍; 翻一番 is twice, 翻两番 four times as much; 一成 is ten per cent.
    """

    meta = Meta(
        title=Text("倍、番、成与数值不符", "Multiples do not match the amounts"),
        severity=Severity.WARNING,
        confidence=Confidence.HIGH,
        since="0.1",
        aliases=("number.times-and-doubling",),
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Yield multiples that do not follow from the amounts, or contradict one another."""
        for change in changes(document):
            for rate in change.rates:
                wrong = wrong_times(change, rate)
                if wrong:
                    words = document.slice(rate.verb) + document.slice(rate.quantity.span)
                    yield Finding(
                        rate.quantity.span,
                        Text(
                            f"{wrong.words}，文中为“{words}”：{_meaning(words)}请核对。",
                            f"{wrong.words}, but the text says “{words}”; check the numbers.",
                        ),
                        tuple(Related(operand.span, _OPERAND) for operand in wrong.operands),
                    )
            clash = contradiction(change)
            if clash:
                first, last, times = clash
                one = document.slice(first.verb) + document.slice(first.quantity.span)
                other = document.slice(last.verb) + document.slice(last.quantity.span)
                yield Finding(
                    last.quantity.span,
                    Text(
                        f"“{one}”是原来的 {times} 倍，与“{other}”不一致：请核对。",
                        f"“{one}” makes {times} times the former amount, which “{other}” does not; check them.",
                    ),
                    (Related(first.quantity.span, _OTHER),),
                )


def _meaning(words: str) -> str:
    """What the words say, where they are often taken for something else."""
    if words.endswith("番"):
        return "翻一番是原来的2倍，翻两番是4倍，"
    return "增长几倍，要用增加的数除以原来的数，" if words.endswith("倍") and "的" not in words else ""
