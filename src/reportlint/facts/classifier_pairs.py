"""Amounts of the very same things that are counted with two classifiers: 38条意见…其余37件."""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.quantities import Quantity, quantities
from reportlint.text import Pattern
from reportlint.text.frozen import frozen

_MATTERS = (
    *(
        "建议",
        "意见",
        "议案",
        "提案",
        "问题",
        "线索",
        "事项",
        "诉求",
        "案件",
        "纠纷",
        "隐患",
        "投诉",
        "来信",
        "信访",
        "信访件",
    ),
    *("工单", "批评", "矛盾", "心愿", "难题", "举报", "案"),
)
_REST = Pattern(r"(?:其余|剩余|余下|剩下)的?(?:还有|有|仅有|仅剩)?$")
_SETTLED = Pattern(
    r"[，,；;：:、（(](?:其中|目前|现|截至目前|现在|至今|年内|均|并)?[，,]?(?:已经|已|均已|已全部|正在|未|尚未|全部|被|共|其中)?"
    r"(?:办结|办复|办理完毕|办理|答复|解决|采纳|落实|整改到位|整改|整改完成|化解|调处|处置|查处|交办|转办|销号|列入计划(?:解决)?|留作参考"
    r"|办成|兑现|吸纳|完成|结案|受理|回复|未办结)(?:的)?(?:了|有|达|共|数为)?$"
)
_TOPIC = Pattern(
    r"其中[，,：:]?(?:(?:涉及|关于|属于|反映)[^，。；、\n]{1,14}|[^，。；、\n]{1,10}(?:方面|类|层面|领域)的?(?:有)?)$"
)
_NOTHING_NEW = Pattern(
    r"[，,。；;：:、！!\n）)]|$|(?:[均已正都全还尚未也仍在因由将列被的需待]|年[底内末]|预计|计划|力争|进展|推进|办理|整改|明年|下半年|列|留作|转)[^，。；]{0,40}"
)
_NAMES_BEHIND = Pattern(r"[^，,。；;：:、！!\n）)]{1,24}")
_REACH = 90
_WINDOW = 30
_MOST_BETWEEN = 4


@frozen
class ClassifierPair:
    """The first amount of some things, and a later amount of some of them with another classifier."""

    first: Quantity
    second: Quantity


@fact
def classifier_pairs(document: Document) -> tuple[ClassifierPair, ...]:
    """Pairs in which the second amount refers back to the first beyond doubt, in reading order."""
    known = quantities(document)
    found: list[ClassifierPair] = []
    for index, second in enumerate(known):
        if second.unit.group and not second.change and second.numeral is not None and second.ends is None:
            first = _refers_to(document.text, known, index)
            if first is not None:
                found.append(ClassifierPair(first, second))
    return tuple(found)


def _refers_to(text: str, known: tuple[Quantity, ...], index: int) -> Quantity | None:
    second = known[index]
    start = second.span.start
    before = text[max(0, start - _WINDOW) : start]
    rest = _REST.search(before) is not None
    if not rest and (second.unit.group != "matter" or not (_SETTLED.search(before) or _TOPIC.search(before))):
        return None
    group: list[Quantity] = []
    for other in reversed(known[max(0, index - _MOST_BETWEEN) : index]):
        if start - other.span.end > _REACH or "\n" in text[other.span.end : start]:
            break
        if other.unit.group == second.unit.group:
            group.append(other)
    # What the sentence itself counts goes before what another sentence counts.
    group = [other for other in group if other.sentence == second.sentence] or group
    if not group or any(other.unit.name == second.unit.name for other in group):
        return None
    first = max(group, key=lambda other: other.high or 0)
    if first.high is None or second.high is None or second.high > first.high or first.change or first.vague:
        return None
    if len({other.unit.name for other in group}) > 1:
        return None
    named = _matter(text, first)
    if not rest and not named:
        return None
    return first if _bound(text, second, named) else None


def _matter(text: str, quantity: Quantity) -> str:
    """What is counted when it is one of the things that reports settle: 意见建议, 问题; empty for all else."""
    behind = _NAMES_BEHIND.compiled.match(text, quantity.span.end)
    for words in (behind[0] if behind else "", quantity.label):
        for noun in _MATTERS:
            if words.endswith(noun):
                return noun
    return ""


def _bound(text: str, second: Quantity, named: str) -> bool:
    """Whether no other thing is named behind the second amount."""
    if _NOTHING_NEW.compiled.match(text, second.span.end):
        return True
    behind = _NAMES_BEHIND.compiled.match(text, second.span.end)
    return behind is not None and named != "" and named in behind[0]


@fact
def unusual_classifiers(document: Document) -> tuple[ClassifierPair, ...]:
    """Amounts of a thing that the draft elsewhere counts with another classifier, mostly or to the same number.

    Only names of things that leave no doubt (代表建议, 议案) are compared.
    """
    uses: dict[str, list[Quantity]] = {}
    for quantity in quantities(document):
        if quantity.unit.group == "matter" and quantity.numeral is not None:
            name = _formal_name(document.text, quantity)
            if name:
                uses.setdefault(name, []).append(quantity)
    found: list[ClassifierPair] = []
    for group in uses.values():
        names = [quantity.unit.name for quantity in group]
        usual = max(sorted(set(names)), key=names.count)
        others = [quantity for quantity in group if quantity.unit.name != usual]
        if not others:
            continue
        dominant = names.count(usual) >= 3 * len(others)
        for quantity in others:
            first = next(other for other in group if other.unit.name == usual)
            same = next((o for o in group if o.unit.name == usual and o.low == quantity.low and o.exact), None)
            if dominant or (same and quantity.exact):
                found.append(ClassifierPair(same or first, quantity))
    return tuple(sorted(found, key=lambda pair: pair.second.span))


_FORMAL = ("代表书面意见", "书面意见", "代表建议", "委员提案", "政协提案", "议案", "人民建议", "意见建议")


def _formal_name(text: str, quantity: Quantity) -> str:
    behind = text[quantity.span.end : quantity.span.end + 8]
    for name in _FORMAL:
        if quantity.label.endswith(name) or behind.startswith((name, "人大" + name)):
            return name
    return ""
