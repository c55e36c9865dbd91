"""number.direction."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Finding, Meta, Related, Severity, Span, Text
from reportlint.facts.changes import changes
from reportlint.facts.comparisons import claims
from reportlint.facts.intervals import interval, printed
from reportlint.facts.plans import plans

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.facts.change_rates import Change
    from reportlint.facts.quantities import Quantity

_OPERAND = Text("与动词相反的数", "a number that says the opposite")


class Direction(Check):
    """升降、高低的说法与数值的方向相反。

    ## 为什么
    由8%到9.5%是上升，不是下降；实际数小于计划数，不能说超额完成。动词或者数字必有一个写反了
    （《党政机关公文处理工作条例》第二十条：审核数字）。名次以小为好，按名次理解。

    ## 反例
        商铺空置率由8%下降到9.5%，投诉从120件增加到98件。

    ## 正例
        商铺空置率由9.5%下降到8%，投诉从120件减少到98件，综合排名由第8位上升到第5位。

    ## English
    A verb of rising or falling, 高于 or 低于, or 超额完成 says the opposite of the two amounts printed beside it. Check
    the word and the numbers. In ranks the smaller number is the better one.
    """

    meta = Meta(
        title=Text("升降与数值相反", "Direction contradicts the amounts"),
        severity=Severity.ERROR,
        confidence=Confidence.HIGH,
        since="0.1",
        aliases=("number.direction-mismatch",),
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Yield verbs of change, then comparisons, then 超额完成."""
        for change in changes(document):
            for verb, word_rises in _verbs(change):
                if change.before and _contradicts(change.before, change.after, rises=word_rises):
                    yield _finding(document, verb, change.before.span, change.after.span)
        for claim in claims(document):
            if not claim.right:
                yield _finding(document, claim.word, claim.one, claim.other)
        for plan in plans(document):
            if plan.over and _contradicts(plan.planned, plan.done, rises=True):
                yield _finding(document, plan.over, plan.planned.span, plan.done.span)
            if plan.under and _contradicts(plan.planned, plan.done, rises=False):
                yield _finding(document, plan.under, plan.planned.span, plan.done.span)


def _verbs(change: Change) -> list[tuple[Span, bool]]:
    """Words of the change with what they say: the one between the amounts, or else those of the rates."""
    if change.verb is not None and change.rising is not None:
        verbs = [(change.verb, change.rising)]
        return verbs + [
            (rate.verb, rate.rising)
            for rate in change.rates
            if rate.rising is not None
            and rate.rising is not change.rising
            and change.before
            and not _contradicts(change.before, change.after, rises=change.rising)
        ]
    return [(rate.verb, rate.rising) for rate in change.rates if rate.rising is not None]


def _contradicts(before: Quantity, after: Quantity, *, rises: bool) -> bool:
    """Whether two amounts certainly differ, and the other way round than is said."""
    early, late = _ends(before), _ends(after)
    # 提高到80%以上 and 下降到5%以下 are said of numbers near the printed one.
    if rises:
        most = late[1] if late[1] is not None else printed(after)
        return early[0] is not None and most < early[0]
    least = late[0] if late[0] is not None else printed(after)
    return early[1] is not None and least > early[1]


def _ends(quantity: Quantity) -> tuple[int | None, int | None]:
    """The least and the most an amount may be; None where it is open."""
    bounds = interval(quantity)
    return (bounds.low, bounds.high) if bounds else (quantity.low, quantity.high)


def _finding(document: Document, word: Span, one: Span, other: Span) -> Finding:
    words, first, last = document.slice(word), document.slice(one), document.slice(other)
    if one == other:
        return Finding(
            word,
            Text(
                f"“{words}”与数值相反：前面说只完成 {first}%，请核对。",
                f"“{words}” says the opposite of the {first}% before it; check the word and the number.",
            ),
            (Related(one, _OPERAND),),
        )
    return Finding(
        word,
        Text(
            f"“{words}”与数值相反：前为 {first}，后为 {last}，请核对动词和数字。",
            f"“{words}” says the opposite of the numbers {first} and {last}; check the word and the numbers.",
        ),
        (Related(one, _OPERAND), Related(other, _OPERAND)),
    )
