"""Amounts of the very same things that are counted with two classifiers: 38条意见…其余37件."""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.classifier_words import (
    DONE_BY,
    EXCEPT,
    KINDS,
    MATTERS,
    MERGED,
    NAMED_BEHIND,
    OF_THEM,
    PARTLY,
    PREDICATE,
    REST,
    SUBJECT,
)
from reportlint.facts.quantities import Quantity, quantities
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reportlint.facts.classifier_words import Kind

_REACH = 90
_WINDOW = 36
_MOST_BETWEEN = 5
_PAPERS = "份"
_STOPS = frozenset("，,。；;：:、！!\n）)")


@frozen
class ClassifierPair:
    """The first amount of some things, and a later amount of some of them with another classifier."""

    first: Quantity
    second: Quantity


@fact
def classifier_pairs(document: Document) -> tuple[ClassifierPair, ...]:
    """Pairs in which the second amount refers back to the first beyond doubt, in reading order.

    Of several amounts that refer to the same with the same classifier only the first is told.
    """
    known = quantities(document)
    found: list[ClassifierPair] = []
    for index, second in enumerate(known):
        if second.unit.name in MATTERS and not second.change and second.numeral is not None and second.ends is None:
            first = _refers_to(document.text, known, index)
            told = any(pair.first is first and pair.second.unit == second.unit for pair in found[-_MOST_BETWEEN:])
            if first is not None and not told:
                found.append(ClassifierPair(first, second))
    return tuple(found)


def _refers_to(text: str, known: tuple[Quantity, ...], index: int) -> Quantity | None:
    """The whole of which an amount is a part, when it is counted with another classifier."""
    second = known[index]
    cue = _cue(text, second)
    first = _whole(text, known, index) if cue else None
    if first is None or first.unit.name == second.unit.name or MERGED.search(text, first.span.end, second.span.start):
        return None
    if first.high is None or second.high is None or second.high > first.high or first.change or first.vague:
        return None
    name, kind = _thing(text, first)
    if kind is None:
        # 其余 alone leaves no doubt, whatever is counted.
        return first if cue == "rest" and _bare(text, second, name) else None
    if second.unit.name not in kind.classifiers or (cue == "subject" and not kind.told):
        return None
    return first if _bare(text, second, name) else None


def _cue(text: str, second: Quantity) -> str:
    """How the words before an amount refer back; empty when they do not."""
    start = second.span.start
    before = text[max(0, start - _WINDOW) : start]
    if REST.search(before):
        return "rest"
    if PARTLY.search(before) or DONE_BY.search(before) or EXCEPT.search(before):
        return "done"
    if OF_THEM.search(before):
        # 其中5项为首次制定 says what they are; 其中5项， says nothing.
        behind = text[second.span.end : second.span.end + 1]
        return "" if not behind or behind in _STOPS else "of"
    return "subject" if SUBJECT.search(before) else ""


def _whole(text: str, known: tuple[Quantity, ...], index: int) -> Quantity | None:
    """The amount before it that it can be a part of: the nearest thing known, or the largest counted like that.

    None when things between the two, or things before them, may be meant as well, unless all parts make up the whole.
    """
    second = known[index]
    group: list[Quantity] = []
    parts = second.high or 0
    for other in reversed(known[max(0, index - _MOST_BETWEEN) : index]):
        if second.span.start - other.span.end > _REACH or "\n" in text[other.span.end : second.span.start]:
            break
        if other.unit.name in MATTERS or other.unit.name == _PAPERS:
            if not _is_part(text, other):
                group.append(other)
            elif not group:
                parts += other.high or 0
    # What the sentence itself counts goes before what another sentence counts.
    group = [other for other in group if other.sentence == second.sentence] or group
    nearest = next((place for place, other in enumerate(group) if _thing(text, other)[1]), len(group) - 1)
    if not group or len({other.unit.name for other in group[: nearest + 1]}) > 1:
        return None
    first = group[nearest]
    if nearest == 0 and parts == first.high and second.high != first.high:
        return first
    if any(other.unit.name == second.unit.name for other in group):
        return None
    return max((other for other in group if other.unit.name == first.unit.name), key=lambda other: other.high or 0)


def _is_part(text: str, quantity: Quantity) -> bool:
    """Whether an amount says itself that it is a part of one before it: 除5件, 已办结50件."""
    return _cue(text, quantity) in {"done", "rest", "of"} and _bare(text, quantity, "")


def _thing(text: str, quantity: Quantity) -> tuple[str, Kind | None]:
    """What is counted, by the end of its name, and its kind; empty and None when it is none of the known things."""
    behind = NAMED_BEHIND.compiled.match(text, quantity.span.end)
    for words in (behind["name"].rstrip("中里") if behind else "", quantity.label):
        for kind in KINDS:
            if words.endswith(kind.nouns):
                return words[-2:], kind
    return "", None


def _bare(text: str, second: Quantity, named: str) -> bool:
    """Whether no other thing is named behind the second amount."""
    if PREDICATE.compiled.match(text, second.span.end):
        return True
    behind = NAMED_BEHIND.compiled.match(text, second.span.end)
    return behind is not None and named != "" and named in behind["name"]


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
