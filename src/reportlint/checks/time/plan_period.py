"""time.plan-period."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Finding, Meta, Pattern, Related, Severity, Span, Text
from reportlint.facts.masks import masks
from reportlint.facts.periods import plans_named
from reportlint.facts.plan_claims import plan_claims
from reportlint.facts.residue import in_residue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.facts.periods import PlanMention
    from reportlint.facts.plan_claims import PlanClaim

_HAN = "零一二三四五六七八九十"
_YEAR = r"(?P<{}>[12][0-9]{{3}})年?"
_RANGE = _YEAR.format("a") + r"[ 　]?(?:[-—–~～－]{1,2}|[至到])[ 　]?" + _YEAR.format("b")
_BEHIND = Pattern(r"(?:规划|时期|期间)?》?[（(]" + _RANGE + "[）)]")
_BEFORE = Pattern(_RANGE + r"[，,]?(?:的|这个?|正?是|为|即|也就是|处于|属于){0,2}(?:[国我全][国镇县区市省州])?$")
_COPULA = Pattern(
    r"(?:规划|计划)?(?:时期|期间)?的?(?:起止)?(?:时间|年限|规划期|期限)?(?:是|为|从|自|即|指|，即)" + _RANGE
)
_WHOLE = Pattern(r"(?:规划|计划|时期)?(?:的|这)?五年(?![级来前后])")
_PROPER = Pattern(r"(?=[的，。；、》”）)]|纲要|目标|收官|开局|指标|(?:实施|编制|执行)(?:情况|以来|期))")
_FIRST_NAMED_GUIHUA = 11
_TEN = 10
_LENGTH = 5


class PlanPeriod(Check):
    """年份与五年规划（计划）的起止年份对不上。

    ## 为什么
    五年规划起止有定数：“十三五”为2016—2020年，“十四五”为2021—2025年，“十五五”为2026—2030年。首年称开局、启动之年，
    第三年称承上启下之年，末年称收官之年。沿用旧稿时常只改年份不改说法（《党政机关公文处理工作条例》第二十条：审核时间）。
    “十一五”起称“规划”，此前称“计划”（国家规划纲要历次名称）。

    ## 反例
        2022年是“十四五”规划启动的关键之年，做好人大工作意义重大。

    ## 正例
        2021年是本届镇人大的开局之年，2022年是“十四五”规划深入实施的关键之年，2023年是“十四五”规划承上启下之年。

    ## English
    The years of five-year plans are fixed: the fourteenth runs from 2021 to 2025. A year called its opening, its third
    or its last year must be that year. From the eleventh on a plan is called 规划, not 计划.
    """

    meta = Meta(
        title=Text("五年规划与年份不符", "Year that does not fit the five-year plan"),
        severity=Severity.ERROR,
        confidence=Confidence.HIGH,
        since="0.1",
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Yield years in a wrong place of a plan, wrong ranges of years, and 计划 for 规划."""
        plans = plans_named(document)
        if not plans:
            return
        for claim in plan_claims(document):
            if claim.year not in claim.years and not in_residue(document, claim.span):
                yield _misplaced(claim)
        for plan in plans:
            if plan.kind == "development" and not in_residue(document, plan.span):
                yield from _range(document, plan)
                yield from _word(document, plan)


def _misplaced(claim: PlanClaim) -> Finding:
    name, years = _name(claim.plan), "、".join(str(year) for year in claim.years)
    near = claim.role in {"middle", "prepared"} and claim.plan.first < claim.year < claim.plan.last
    what = f"“{claim.words}”指{years}年" if claim.role != "middle" else f"“{claim.words}”一般指第三年，即{years}年"
    return Finding(
        claim.span,
        Text(
            f"“{name}”为{claim.plan.first}—{claim.plan.last}年，{what}，文中说的是{claim.year}年，请核实。",
            f"The plan {name} runs from {claim.plan.first} to {claim.plan.last}; “{claim.words}” is true of {years}, "
            f"not of {claim.year}: check it.",
        ),
        related=(Related(claim.subject, Text(f"所说的年份是{claim.year}年", f"the year spoken of is {claim.year}")),),
        severity=Severity.WARNING if near else None,
        confidence=Confidence.MEDIUM if near else None,
    )


def _range(document: Document, plan: PlanMention) -> Iterator[Finding]:
    """Years in brackets behind a plan, or right before it, that are not its own."""
    text = document.text
    behind = _BEHIND.match(text, plan.span.end, plan.span.end + 24) or _COPULA.match(
        text, plan.span.end, plan.span.end + 30
    )
    match = behind or _BEFORE.search(text, max(0, plan.span.start - 22), plan.span.start)
    if match is None or (match.start("a") and text[match.start("a") - 1].isdigit()):
        return
    first, last = int(match["a"]), int(match["b"])
    # Part of a plan (2021—2023年), and a plan with its outlook (2021—2035年), are other matters.
    whole = (behind and plan.word != "期间") or _WHOLE.match(text, plan.span.end, plan.span.end + 8)
    missing = whole and last - first == _LENGTH - 2
    inside = plan.first <= first and last <= plan.last and not (missing and plan.last - plan.first > last - first)
    span = Span(match.start("a"), match.end("b"))
    if inside or last - first > _LENGTH or last < first or any(mask.span.overlaps(span) for mask in masks(document)):
        return
    yield Finding(
        span,
        Text(
            f"“{_name(plan)}”为{plan.first}—{plan.last}年，文中为{first}—{last}年，请核实。",
            f"The plan {_name(plan)} runs from {plan.first} to {plan.last}, not from {first} to {last}: check it.",
        ),
        related=(Related(plan.span, Text("所说的规划", "the plan")),),
    )


def _word(document: Document, plan: PlanMention) -> Iterator[Finding]:
    """计划, where it is surely a noun, for a plan that is called 规划."""
    text = document.text
    if plan.number < _FIRST_NAMED_GUIHUA or not text.endswith("计划", plan.span.start, plan.span.end):
        return
    full = text.startswith("第", plan.span.start)
    if full or _PROPER.match(text, plan.span.end, plan.span.end + 6):
        yield Finding(
            Span(plan.span.end - 2, plan.span.end),
            Text("“十一五”起五年“计划”改称“规划”。", "From the eleventh on five-year plans are called 规划."),
            severity=Severity.WARNING if full else Severity.INFO,
            confidence=Confidence.HIGH if full else Confidence.MEDIUM,
        )


def _name(plan: PlanMention) -> str:
    """The short name of a plan: 十四五."""
    ten = "十" if plan.number >= _TEN else ""
    rest = plan.number - _TEN if ten else plan.number
    return f"{ten}{_HAN[rest] if rest else ''}五"
