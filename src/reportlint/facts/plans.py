"""What was planned and what was done: 完成X，为年度任务Y的p%; 计划Y，实际完成X，超额完成; X，比计划Y超p%."""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.arithmetic import decimal
from reportlint.facts.change_sums import Sum, difference, plain
from reportlint.facts.intervals import Interval, growth, interval, printed, share
from reportlint.facts.numerals import ONE
from reportlint.facts.quantities import Quantity, quantities
from reportlint.facts.units import compatible
from reportlint.text import Pattern, Span
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Kind = Literal["share", "more", "less", "none"]
    """完成计划的95%; 超计划5% or 20家; 比计划少5% or 20家; 超额完成 without a rate."""

_PLAN = "计划|目标|任务|预算|指标|预期"
_ANCHORS = ("计划", "目标", "任务", "预算", "指标", "预期")
_NAME = rf"[^，,。；;：:\d]{{0,8}}?(?:{_PLAN})(?:任务|目标|指标|数|总数|人数|总额|投资)?"
_DONE = "实际|完成|实现|达到|实有|建成|到位|收到|执行"
_BEHIND = Pattern(
    rf"[\u4e00-\u9fff]{{0,6}}?[，,（(]?(?P<than>比|较|为|占|是|达到?|相当于|(?:圆满|全面|超额)?完成了?|超过?了?|超额)"
    rf"{_NAME}(?:的|为|是)?[（(]?",
    _ANCHORS,
)
"""Between what was done and the plan printed behind it."""
_AHEAD = Pattern(
    rf"[\u4e00-\u9fff]{{0,8}}?[，,、；;](?:全年|年内|目前|已|共|现已|今年|截至[^，,。；\d]{{0,4}})?"
    rf"(?:{_DONE})[^，,。；;\d]{{0,8}}",
    ("实际", "完成", "实现", "达到", "实有", "建成", "到位", "收到", "执行"),
)
"""Between a plan and what was done printed behind it."""
_BEYOND = Pattern(
    r"[\u4e00-\u9fff]{0,6}?[，,（(]?(?:圆满|全面)?(?P<than>超额完成了?|超过了?|超出了?)[^，,。；;：:\d]{0,10}",
    ("超额完成", "超过", "超出"),
)
"""Between what was done and the amount of 超额完成县下达的1500亩任务."""
_NAMED = Pattern(rf"的?(?:年度|目标)?(?:{_PLAN})", _ANCHORS)
_LEFT = Pattern(rf"(?:{_PLAN})[^，,。；;：:\d]{{0,8}}$", _ANCHORS)
_SHARE = Pattern(rf"[\u4e00-\u9fff]{{0,6}}?[，,、（(]?(?:为|是|完成了?|达到?了?|相当于){_NAME}的", _ANCHORS)
_SHARE_OF_YEAR = Pattern(rf"[，,]占{_NAME}的", _ANCHORS)
_RATE = Pattern(r"[\u4e00-\u9fff]{0,4}[，,、（(](?:任务|计划|目标|指标)?完成率(?:为|达到?了?|高达|是)?", ("完成率",))
_MORE = Pattern(
    rf"[\u4e00-\u9fff]{{0,6}}?[）)]?[，,、（(]?(?:(?:比|较){_NAME}|{_NAME})?的?"
    r"(?P<verb>超额完成了?|超额|超出|超收|超支|超|多于|多|高出|高于|高|增加|增长|短收|少于|少|低于|低|减少)(?:了|出|达|完成)?"
    rf"(?:{_NAME})?的?"
)
_OF = Pattern("的")
_OVER = Pattern(
    rf"超额完成|超(?:过|出)?(?:了)?(?:{_PLAN})|(?:{_PLAN})超额完成", ("超额完成", "超过", "超出", "超计划", "超目标")
)
_LESS = frozenset(("短收", "少", "低", "减少", "少于", "低于"))
_SILENT = ("上年", "去年", "同比", "累计", "一期", "五年", "三年", "总投资")
_NO_AMOUNTS = frozenset(("points", "times", "doublings"))
_WINDOW = 40


@frozen
class Plan:
    """A plan and what was done of it.

    Attributes:
        done: what was done.
        planned: what was planned.
        rate: the printed rate of fulfilment, or None.
        kind: what the rate says.
        over: 超额完成, or 多 with an amount, when it is said.
        under: 少 with an amount, when it is said.
    """

    done: Quantity
    planned: Quantity
    rate: Quantity | None
    kind: Kind
    over: Span | None
    under: Span | None = None


@fact
def plans(document: Document) -> tuple[Plan, ...]:
    """Plans and what was done of them, both known amounts of one unit in one sentence, in reading order."""
    text = document.text
    if not _LEFT.possible(text):
        return ()
    known = quantities(document)
    found = [_read(text, known, index) for index in range(len(known) - 1)]
    return tuple(plan for plan in found if plan)


def _read(text: str, known: tuple[Quantity, ...], index: int) -> Plan | None:
    one, other = known[index], known[index + 1]
    gap = other.span.start - one.span.end
    if not 0 < gap <= _WINDOW or one.sentence.start != other.sentence.start or not compatible(one.unit, other.unit):
        return None
    if one.unit.kind in _NO_AMOUNTS or one.change or other.change or not (_usable(one) and _usable(other)):
        return None
    words = text[one.span.end : other.span.start]
    left = text[max(one.sentence.start, one.span.start - 16) : one.span.start]
    if any(word in words or word in left for word in _SILENT):
        return None
    behind = _BEHIND.fullmatch(words) or (
        _BEYOND.fullmatch(words) if _NAMED.match(text, other.span.end, other.span.end + 8) else None
    )
    if behind and not _LEFT.search(left):
        return _behind(text, known, index, behind["than"])
    ahead = _LEFT.search(left) and _AHEAD.fullmatch(words) and not any(word in words for word in _ANCHORS)
    return _ahead(text, known, index) if ahead else None


def _behind(text: str, known: tuple[Quantity, ...], index: int, than: str) -> Plan | None:
    """完成X，为年度任务Y的p%; X，比计划Y超p%; X，超额完成年度任务Y."""
    done, planned = known[index], known[index + 1]
    over = None
    if than.startswith("超"):
        start = text.index(than, done.span.end)
        over = Span(start, start + len(than))
    if "超额完成" in text[done.span.end : planned.span.start]:
        start = text.index("超额完成", done.span.end)
        over = Span(start, start + 4)
    rate = _next(known, index + 1)
    if rate is None:
        return Plan(done, planned, None, "none", over) if over else None
    words = text[planned.span.end : rate.span.start]
    if _OF.fullmatch(words) and than not in {"比", "较", "超", "超过", "超过了", "占"}:
        return Plan(done, planned, rate, "share", over)
    verb = _verb(words)
    if verb and (than in {"比", "较"} or verb.startswith("超")):
        return Plan(done, planned, rate, "less" if verb in _LESS else "more", over)
    return Plan(done, planned, None, "none", over) if over else None


def _ahead(text: str, known: tuple[Quantity, ...], index: int) -> Plan | None:
    """计划Y，实际完成X，超额完成 or 完成计划的p% or 超计划p%."""
    planned, done = known[index], known[index + 1]
    rate = _next(known, index + 1)
    if rate is not None:
        words = text[done.span.end : rate.span.start]
        beyond = printed(done) > printed(planned) and _RATE.fullmatch(words)
        yearly = _SHARE_OF_YEAR.fullmatch(words) and "实际" in text[planned.span.end : done.span.start]
        if _SHARE.fullmatch(words) or beyond or yearly:
            return Plan(done, planned, rate, "share", _over(text, done.span.end, rate.span.start))
        verb = _verb(words)
        if verb and ("超" in verb or any(word in words for word in _ANCHORS)):
            return Plan(
                done, planned, rate, "less" if verb in _LESS else "more", _over(text, done.span.end, rate.span.start)
            )
    apart = _apart(text, known, index)
    if apart:
        return apart
    stop = text.find("，", done.span.end + 1, done.sentence.end)
    over = _over(text, done.span.end, done.sentence.end if stop < 0 else stop)
    # 完成X，超额完成…: the words follow at once, or no other amount stands between.
    return Plan(done, planned, None, "none", over) if over else None


def _apart(text: str, known: tuple[Quantity, ...], index: int) -> Plan | None:
    """计划Y，实际完成X，比计划少D."""
    planned, done = known[index], known[index + 1]
    apart = known[index + 2] if index + 2 < len(known) else None
    if apart is None or apart.sentence.start != done.sentence.start or apart.span.start - done.span.end > _WINDOW:
        return None
    match = _MORE.fullmatch(text[done.span.end : apart.span.start])
    if not match or not any(word in match[0] for word in _ANCHORS):
        return None
    if not compatible(apart.unit, planned.unit) or not _usable(apart):
        return None
    word = Span(done.span.end + match.start("verb"), done.span.end + match.end("verb"))
    if match["verb"] in _LESS:
        return Plan(done, planned, apart, "less", None, word)
    return Plan(done, planned, apart, "more", word)


def _next(known: tuple[Quantity, ...], index: int) -> Quantity | None:
    """The amount in per cent behind another one."""
    if index + 1 >= len(known):
        return None
    one, rate = known[index], known[index + 1]
    if rate.unit.kind != "ratio" or one.unit.kind == "ratio" or rate.sentence.start != one.sentence.start:
        return None
    return rate if rate.span.start - one.span.end <= _WINDOW and rate.numeral and not rate.ends else None


def _verb(words: str) -> str:
    match = _MORE.fullmatch(words)
    return match["verb"] if match else ""


def _over(text: str, start: int, end: int) -> Span | None:
    match = _OVER.search(text, start, end)
    return Span(*match.span()) if match and not text[start : match.start()].strip("，,、（( 圆满全面") else None


def _usable(quantity: Quantity) -> bool:
    bounds = interval(quantity)
    return bounds is not None and quantity.numeral is not None and not quantity.ends and bounds.low > 0


def wrong_plan(plan: Plan) -> Sum | None:
    """Why the rate of fulfilment is not what the two amounts come to; None when it may be right."""
    done, planned = interval(plan.done), interval(plan.planned)
    said = interval(plan.rate) if plan.rate else None
    if done is None or planned is None or said is None:
        return None
    if plan.rate and plan.rate.unit.kind != "ratio":
        # Which of the two is more is told by its own word.
        gap = done - planned if printed(plan.done) >= printed(plan.planned) else planned - done
        wrong = difference(plan.planned, plan.done, plan.rate)
        return None if gap.meets(said) else Sum(wrong, (plan.done, plan.planned))
    model = plan.planned if printed(plan.planned) <= printed(plan.done) else plan.done
    first, last = printed(plan.planned), printed(plan.done)
    if plan.kind == "share":
        real = share(done, planned)
        words = f"{plain(last, model)} ÷ {plain(first, model)} = {decimal(last * 100 * ONE // first, 1)}%"
    else:
        real = growth(planned, done)
        if real and plan.kind == "less":
            real = Interval(-real.high, -real.low)
        more, less = (last, first) if last >= first else (first, last)
        top = f"({plain(more, model)} - {plain(less, model)})"
        words = f"{top} ÷ {plain(first, model)} = {decimal((more - less) * 100 * ONE // first, 1)}%"
    return None if real is None or real.meets(said) else Sum(words, (plan.done, plan.planned))
