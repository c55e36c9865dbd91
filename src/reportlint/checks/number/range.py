"""Ranges of numbers: the wrong way about, without the sign of the first number, with a hyphen."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Edit, Finding, Fix, Meta, Safety, Severity, Span, Text
from reportlint.facts.number_ranges import faulty_ranges

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.facts.number_ranges import PrintedRange

_SIGN = "～"


class NumberRange(Check):
    """数值范围的写法不合规范，或者起止颠倒。

    ## 为什么

    《出版物上数字用法》（GB/T 15835—2011）5.1.3：前一个数的百分号和“万”“亿”省略后会引起误解的，不能省略，
    写成“4%～6%”“13万元～17万元”；《标点符号用法》（GB/T 15834—2011）4.13：数值的起止用一字线或浪纹线，
    不用短横线和破折号。
    范围从小写到大，“8至5个”多半是笔误（错误）；“由8个减至5个”说的是变化，不算。
    年份、日期、比分、编号、门牌号不算。

    ## 反例

        每个代表小组8至5人，增长4-6%。

    ## 正例

        每个代表小组5至8人，增长4%～6%，投入13万元～17万元，办理时限由8天减至5天，2021—2025年，电话0719-5。

    ## English

    A range must not lose the per cent sign or the 万 of its first number (4%～6%) and is written with ～ or —, not with
    a hyphen. A range from the greater to the smaller number (8至5个) is an error, unless it tells a change
    (由8个减至5个).
    """

    meta = Meta(
        Text("数值范围写法", "Range of numbers"),
        Severity.INFO,
        Confidence.HIGH,
        since="0.1",
        aliases=("number.range-format",),
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Report each range that is the wrong way about or wrongly written."""
        for range_ in faulty_ranges(document):
            yield _reversed(document, range_) if range_.reversed else _written(document, range_)


def _reversed(document: Document, range_: PrintedRange) -> Finding:
    words = document.slice(range_.span)
    return Finding(
        range_.span,
        Text(
            f"“{words}”起止颠倒，前一个数比后一个大，请核实。",
            f"“{words}” runs from the greater number to the smaller; please check.",
        ),
        severity=_severity(document, range_),
    )


def _severity(document: Document, range_: PrintedRange) -> Severity:
    """An error, unless a hyphen may be a minus, or 从…不等 names what occurred, in whatever order."""
    start = range_.span.start
    if document.text.startswith(("不等", "之间"), range_.span.end) and document.text[start - 1 : start] in {
        "从",
        "由",
        "自",
    }:
        return Severity.INFO
    return Severity.WARNING if document.slice(range_.sign) in {"-", "--"} else Severity.ERROR


def _written(document: Document, range_: PrintedRange) -> Finding:
    words = document.slice(range_.span)
    at = Span(range_.sign.start, range_.sign.end)
    unit = range_.quantity.unit
    multiple = range_.lacking if range_.lacking != unit.name else ""
    own = (
        (multiple + unit.name if unit.kind.startswith("money") or not multiple else multiple) if range_.lacking else ""
    )
    sign = _SIGN if range_.poor_sign else document.slice(range_.sign)
    better = (
        f"{document.slice(Span(range_.span.start, at.start))}{own}{sign}{document.slice(Span(at.end, range_.span.end))}"
    )
    if range_.lacking:
        message = Text(
            f"“{words}”前一个数缺“{own}”，容易误解，请写成“{better}”。",
            f"The first number of “{words}” lacks “{own}”; write “{better}”.",
        )
    else:
        message = Text(
            f"数值范围“{words}”不用这个符号连接，请写成“{better}”。",
            f"“{words}”: a range of numbers is written with ～ or —, as in “{better}”.",
        )
    return Finding(
        range_.span,
        message,
        fix=Fix((Edit(at, own + sign),), Safety.UNSAFE),
        group="unit" if range_.lacking else "sign",
    )
