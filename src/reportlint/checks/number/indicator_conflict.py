"""One indicator with two values."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Finding, Meta, Related, Severity, Text
from reportlint.facts.indicators import Stated, stated_figures
from reportlint.facts.quantity_periods import same_time
from reportlint.facts.units import compatible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


class IndicatorConflict(Check):
    """同一指标前后数值不一。

    ## 为什么

    开头说全年开会4次，后面说全年开会6次，代表一问就答不上来。多半是两处取自不同的材料，或者只改了一处。
    依据：《党政机关公文处理工作条例》第二十条要求复核数字。
    只比较同一时间、同一范围、说的是总数的数；计划数、分项、同比和“截至”不同日期的数不比；四舍五入不算不一致。

    ## 反例

        一年来，镇人大主席团共召开主席团会议4次，听取专项工作报告6项。
        坚持依法履职，全年召开主席团会议6次，讨论决定重大事项。

    ## 正例

        一年来，镇人大主席团共召开主席团会议4次，听取专项工作报告6项。
        坚持依法履职，全年召开主席团会议4次，讨论决定重大事项。

    ## English

    The same indicator, of the same time and scope, is given with two values that cannot both be true. Targets, parts,
    comparisons and values that differ only by rounding are spared.
    """

    meta = Meta(
        title=Text("同一指标前后数值不一", "One indicator, two values"),
        severity=Severity.ERROR,
        confidence=Confidence.MEDIUM,
        since="0.1",
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Compare each figure of a whole with the first one of the same indicator."""
        first: dict[str, list[Stated]] = {}
        for stated in stated_figures(document):
            known = first.setdefault(stated.key, [])
            other = next((one for one in known if _comparable(one, stated)), None)
            if other is None:
                known.append(stated)
            elif not other.bounds.meets(stated.bounds):
                yield _finding(document, other, stated)


def _comparable(one: Stated, other: Stated) -> bool:
    """Whether two figures must be the same."""
    return (
        compatible(one.quantity.unit, other.quantity.unit)
        and same_time(one.time, other.time)
        and (not one.scope or not other.scope or one.scope == other.scope)
        and one.quantity.sentence != other.quantity.sentence
    )


def _finding(document: Document, before: Stated, after: Stated) -> Finding:
    old, new = document.slice(before.quantity.span), document.slice(after.quantity.span)
    inexact = before.quantity.approximation or after.quantity.approximation
    return Finding(
        after.quantity.span,
        Text(
            f"“{after.indicator}”前面写的是{old}，这里写{new}，前后不一：请核对后统一。",
            f"“{after.indicator}” is {old} before and {new} here: check and use one figure.",
        ),
        related=(Related(before.quantity.span, Text(f"前面写的是{old}", f"{old} before")),),
        severity=Severity.WARNING if inexact else None,
    )
