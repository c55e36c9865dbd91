"""What is left over does not agree with the whole."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Finding, Meta, Related, Severity, Text
from reportlint.facts.arithmetic import figure
from reportlint.facts.intervals import printed
from reportlint.facts.remainders import Remainder, remainders

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


class WrongRemainder(Check):
    """“其余”“除…外”的数与总数对不上。

    ## 为什么

    总数减去已经说到的，就是“其余”“剩余”“未办结”的数；应到减去实到，就是请假缺席的数。三个数都写出来了，必须相符。
    依据：《党政机关公文处理工作条例》第二十条要求复核数字。总数是哪一个不确定的，不提示。

    ## 反例

        共收集意见建议38条，除1条未办结外，其余35条均已办结。

    ## 正例

        共收集意见建议38条，除1条未办结外，其余37条均已办结。

    ## English

    What the text calls the rest (其余, 剩余, 未办结, 请假) is not the total less what was named before. Silent when it
    is uncertain which amount the total is.
    """

    meta = Meta(
        title=Text("其余数与总数对不上", "The rest does not agree with the total"),
        severity=Severity.ERROR,
        confidence=Confidence.HIGH,
        since="0.1",
        aliases=("number.remainder-mismatch",),
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Report the amount that is said to be left, with the whole and what is taken from it."""
        for known in remainders(document):
            if known.agrees:
                continue
            rest = known.rest[0]
            left, stands = _subtraction(known)
            yield Finding(
                rest.span,
                Text(f"{left}，文中为 {stands}：请核对。", f"{left}, but the text says {stands}; check the figures."),
                related=(
                    Related(known.whole.span, Text("总数", "the total")),
                    *(Related(one.span, Text("已说到的", "already named")) for one in known.taken),
                    *(Related(one.span, Text("一并算在其余", "part of the rest")) for one in known.rest[1:]),
                ),
            )


def _subtraction(known: Remainder) -> tuple[str, str]:
    """“38 - 1 = 37” and what the text has instead, in the unit of the whole."""
    whole = known.whole
    taken = [figure(printed(one), whole) for one in known.taken] or [str(known.count)]
    amount = sum(printed(one) for one in known.taken) or known.count * whole.unit.factor
    left = figure(printed(whole) - amount, whole)
    stands = " + ".join(figure(printed(one), whole) for one in known.rest)
    return f"{figure(printed(whole), whole)} - {' - '.join(taken)} = {left}", stands
