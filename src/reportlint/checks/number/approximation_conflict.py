"""Two inexact words at one number that exclude each other or say the same."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Edit, Finding, Fix, Meta, Safety, Severity, Text
from reportlint.facts.approximation_pairs import pairings
from reportlint.facts.approximation_senses import SENSES
from reportlint.facts.exact_approximations import too_exact
from reportlint.facts.masks import masks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.facts.approximation_pairs import Pairing

_SAME = frozenset(
    (
        ("about", "about"),
        ("least", "least"),
        ("above", "least"),
        ("most", "most"),
        ("below", "most"),
        ("more", "about"),
        ("more", "least"),
    )
)
"""Pairs whose second word can go without a change of meaning."""


class ApproximationConflict(Check):
    """同一个数字前后用了两个概数词，意思互相矛盾，或者重复。

    ## 为什么

    “近”表示不足，“余”“多”表示超过，“近5万余元”让人不知道究竟是多是少；“约300人左右”“至少3人以上”“不超过3天以内”
    则是一个意思说了两遍。概数词只保留一个。“约”后面的数字精确到小数点后三位，也不成其为约数（提示）。
    “近十余年来”“近三年多来”的“近”指最近，不算；附近、签约、赶超等词中的字不算。
    依据：《出版物上数字用法》（GB/T 15835—2011）概数的写法；实务。

    ## 反例

        全镇捐资总额近5万余元。
        参加活动的代表约300人左右。

    ## 正例

        近十余年来，全镇捐资5万余元，近300人参加，新签约30余个项目，每月至少接访1次。

    ## English

    One number carries two inexact words that exclude each other (近…余: a little less and a little more; an error) or
    say the same (约…左右, 至少…以上; a warning). Set phrases such as 近十余年来 and words such as 附近 and 签约 are
    spared.
    """

    meta = Meta(
        Text("概数词矛盾或重复", "Approximations that clash"),
        Severity.WARNING,
        Confidence.HIGH,
        since="0.1",
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Report each number with two inexact words, and rough numbers with three decimals."""
        hidden = {mask.span.end for mask in masks(document)} if pairings(document) else set()
        for pairing in pairings(document):
            if pairing.quantity is None or pairing.quantity.number.start not in hidden:
                yield _finding(document, pairing)
        for span, quantity in too_exact(document):
            words = document.slice(span)
            decimals = quantity.numeral.decimals if quantity.numeral else 0
            yield Finding(
                span,
                Text(
                    f"“{words}”精确到小数点后{decimals}位，不再是概数；请取整，或去掉概数词。",
                    f"“{words}” is too exact for a rough number; round it or drop the word.",
                ),
                severity=Severity.INFO,
                confidence=Confidence.MEDIUM,
            )


def _finding(document: Document, pairing: Pairing) -> Finding:
    one, other = document.slice(pairing.first), document.slice(pairing.second)
    (zh_one, en_one), (zh_other, en_other) = (SENSES[sense] for sense in pairing.senses)
    if pairing.kind == "contradiction":
        message = Text(
            f"“{one}”说的是{zh_one}，“{other}”说的是{zh_other}，互相矛盾，请保留一个。",
            f"“{one}” says {en_one}, “{other}” says {en_other}; keep one of them.",
        )
        severity = Severity.ERROR
    else:
        message = Text(
            f"“{one}”与“{other}”都表示概数，重复了，请保留一个。",
            f"“{one}” and “{other}” both make the number inexact; keep one of them.",
        )
        severity = Severity.WARNING
    if pairing.senses in _SAME:
        fix = Fix((Edit(pairing.second, ""),), Safety.UNSAFE)
    else:
        fix = Fix((Edit(pairing.second if pairing.senses[0] == "above" else pairing.first, ""),), Safety.SHOWN)
    return Finding(pairing.span, message, fix=fix, severity=severity)
