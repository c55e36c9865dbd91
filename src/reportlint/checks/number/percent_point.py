"""Per cent where percentage points are meant, the other way about, and both at once."""

from __future__ import annotations

from reportlint.api import (
    Check,
    Confidence,
    Document,
    Edit,
    Finding,
    Fix,
    Meta,
    Pattern,
    Related,
    Safety,
    Severity,
    Span,
    Text,
)
from reportlint.facts.arithmetic import decimal
from reportlint.facts.intervals import printed
from reportlint.facts.numerals import DIGITS
from reportlint.facts.rates import point_faults
from reportlint.facts.zones import in_zone

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.facts.rates import PointFault

_SIGN = "%％﹪"
_HAN = "零一二两三四五六七八九十百点"
_MIXED = Pattern(
    # The sign first, what stands before it afterwards: numbers are many, signs few.
    rf"百分之[{DIGITS}.．{_HAN}]{{1,10}}(?:[{_SIGN}]个?(?:百分点)?|个百分点|百分点)"
    rf"|[{_SIGN}](?<=[{DIGITS}].)(?:[{_SIGN}]+|个?百分点|个点)"
    rf"|个(?<=[{DIGITS}{_HAN}].)[{_SIGN}](?:个?百分点)?"
    rf"|个百分(?<=[{DIGITS}{_HAN}]个百分)(?:点百分点|百分点|点[{_SIGN}]|[{_SIGN}]|之点|比(?![例较重值]))",
    ("百分之", "%%", "％％", "%个", "％个", "%百分点", "％百分点", "个%", "个％", "个﹪", "个百分"),
)
_NUMBER = Pattern(rf"[{DIGITS}{_HAN}][{DIGITS}.．{_HAN}]{{0,9}}$")


class PercentPoint(Check):
    """百分比与百分点混用。

    ## 为什么

    比率（办结率、占比、增速）之间相差多少，用“百分点”；数量（收入、人数）增减多少，用“百分之几”。办结率由80%到85%，
    提高的是5个百分点，提高5%则是84%。“5个%”“百分之5%”“5%个百分点”两种写法混在一起，念不通。
    效率、利率、频率等不以百分之百为整体的，以及发病率、事故率之类按自身幅度升降的，不算。
    依据：统计用语惯例；实务。

    ## 反例

        意见建议办结率由80%提高到85%，提高5%。
        群众满意度比上年提高2.3%。
        办结率提高5个%。

    ## 正例

        意见建议办结率由80%提高到85%，提高5个百分点，办事效率提高30%，来信来访件数比上年下降5%。

    ## English

    Rates that are shares of a hundred (办结率, 占比) and growth rates differ by percentage points, amounts by per cent.
    Reported are rates that rise “5%”, amounts that rise “5个百分点”, and mixtures such as 5个% and 百分之5%.
    Efficiency, interest and the like may rise by per cent and are spared.
    """

    meta = Meta(
        Text("百分比与百分点混用", "Per cent and percentage points mixed up"),
        Severity.WARNING,
        Confidence.MEDIUM,
        since="0.1",
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Report each mixture of the two notations, and each change of a rate or an amount in the wrong one."""
        mixed = list(_mixed(document))
        yield from mixed
        for fault in point_faults(document):
            if not any(finding.span.overlaps(fault.span) for finding in mixed):
                yield _finding(document, fault)


def _mixed(document: Document) -> Iterator[Finding]:
    text = document.text
    for match in _MIXED.finditer(text):
        start = match.start()
        if not match[0].startswith("百分之"):
            number = _NUMBER.search(text, max(0, start - 10), start)
            start = number.start() if number else start
        span = Span(start, match.end())
        if in_zone(document, span):
            continue
        words = document.slice(span)
        yield Finding(
            span,
            Text(
                f"“{words}”把两种写法混在了一起，请改成“%”（百分之几）或“个百分点”中的一种。",
                f"“{words}” mixes two notations; write either % or 个百分点.",
            ),
            confidence=Confidence.HIGH,
        )


def _finding(document: Document, fault: PointFault) -> Finding:
    number = fault.quantity.number if fault.quantity.marks else fault.quantity.span
    digits = document.slice(number).rstrip("%％﹪")
    if fault.kind == "volume":
        return Finding(
            fault.span,
            Text(
                "总量增减多少用“%”，两个比率相差多少才用“百分点”，请核实。",
                "Amounts grow by per cent; only rates differ by percentage points. Please check.",
            ),
        )
    advice = f"{digits}个百分点" if digits.isascii() else "×个百分点"
    if fault.kind == "shown":
        base, last = fault.operands
        low, high = sorted((printed(base), printed(last)))
        sum_ = f"{decimal(high)} - {decimal(low)} = {decimal(high - low)}"
        message = Text(
            f"{sum_}，相差的是百分点，应为“{advice}”。",
            f"{sum_}: the rates differ by percentage points; write “{advice}”.",
        )
    else:
        message = Text(
            f"比率升降多少用“百分点”，此处是否应为“{advice}”，请核实。",
            f"Rates differ by percentage points; should this be “{advice}”?",
        )
    unit = Span(fault.quantity.number.end, fault.quantity.number.end + len(fault.quantity.unit.name))
    edits = (Edit(unit, "个百分点"),) if fault.quantity.marks else (Edit(number, advice),)
    return Finding(
        fault.span,
        message,
        related=tuple(Related(operand.span, Text("比较的数", "the rate compared with")) for operand in fault.operands),
        fix=Fix(edits, Safety.SHOWN),
        confidence=Confidence.HIGH if fault.kind == "shown" else None,
    )
