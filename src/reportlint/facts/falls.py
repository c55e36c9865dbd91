"""Decreases by 倍 or by more than everything: 下降了1倍, 减少120%."""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.numerals import ONE
from reportlint.facts.quantities import quantities
from reportlint.text import Pattern, Span

_VERB = Pattern(
    r"(?:减少|下降|降低|缩短|缩小|压减|压缩|缩减|节约|节省|回落|下滑|下跌|精简|锐减|骤降|减低|调减|削减|(?<=[比期年])降|降幅|减幅|跌幅"
    r"|减(?=[少了到至为])|比[^，,。；]{1,10}(?P<less>少)(?=了))"
    r"(?:幅度)?(?:了|为|达到?|到|至|近|约|将近|超过?)?了?$"
)
_ANCHORS = ("倍", "%", "％", "百分之")
_FORMER = ("原来", "原有", "原", "之前", "以前", "过去", "上年", "去年", "同期", "的")
_SIGNED = ("利润", "盈利", "收益", "净", "余额", "顺差", "差额", "结余", "增速", "增幅")
_LEFT = 14
_HUNDRED = 100 * ONE


@fact
def falls_too_far(document: Document) -> tuple[Span, ...]:
    """The verb with its amount, in reading order; quoted ones and amounts that can fall below nothing are left out."""
    text = document.text
    if not any(anchor in text for anchor in _ANCHORS):
        return ()
    found: list[Span] = []
    for quantity in quantities(document):
        if quantity.unit.kind == "times":
            multiple = True
        elif quantity.unit.kind == "ratio" and quantity.low is not None and quantity.low > _HUNDRED + ONE // 2:
            multiple = False
        else:
            continue
        start = max(quantity.sentence.start, quantity.span.start - _LEFT)
        match = _VERB.search(text, start, quantity.span.start) if _ends(text, quantity.span.start) else None
        if not match or match.end() != quantity.span.start:
            continue
        if not multiple and match[0].endswith(("到", "至", "为")):
            continue
        if not multiple and any(word in text[quantity.sentence.start : quantity.span.start] for word in _SIGNED):
            continue
        if not _quoted(text, quantity.span) and not text.startswith(("以内的", "以下的"), quantity.span.end):
            found.append(Span(max(match.start(), match.start("less")), quantity.span.end))
    return tuple(found)


def _ends(text: str, at: int) -> bool:
    """Whether a word of the kind can end here: a look before the search."""
    return text[at - 1 : at] in _LAST


_LAST = frozenset("少降低短小减缩约省落滑跌简幅度了为达到至近超过")


def _quoted(text: str, span: Span) -> bool:
    """Whether it stands in quotation marks opened in the same line."""
    line = text.rfind("\n", 0, span.start) + 1
    return text.rfind("“", line, span.start) > text.rfind("”", line, span.start)
