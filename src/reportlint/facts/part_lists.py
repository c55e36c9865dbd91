"""A whole and its listed parts: 共41件，其中生态12件、社会管理15件、民生14件; or the parts first, and 共41件 behind.

What is no list of parts, or may be read in several ways of which one agrees with the numbers, is left out or marked.
"""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.amount_rows import amount_rows
from reportlint.facts.intervals import interval, printed, total
from reportlint.facts.numerals import ONE
from reportlint.facts.part_cues import BEHIND, EACH, MAINLY, OPEN, OTHER, VIEWED, cue, label_of, names_together
from reportlint.facts.part_gathering import gather
from reportlint.facts.part_offices import offices
from reportlint.facts.part_shapes import KINDS, behind, increase, is_vote, votes
from reportlint.facts.part_words import alike, feature, numbered
from reportlint.facts.parts import NEVER_ADDED, PartList, addable, same_kind
from reportlint.text import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlint.facts.amount_rows import Amount, Row
    from reportlint.facts.part_gathering import Gathering

_STRICT = frozenset(("colon", "bracket", "即", "由", "包括"))
_FORMED = Pattern(r"^.{0,10}[组构]成", ("组成", "构成"))
_AS_VIEWED = Pattern(VIEWED, ("看", "分", "统计", "具体"))
_MANIFOLD = frozenset(("education", "age", "work", "rank", "role", "need", "mark", "party"))
_THAT_IS = Pattern(r"^[^，,；;。]{0,10}[，,]即", ("即",))
_JOINED = Pattern(r"^[^，,；;。]{0,6}(?:共计?|合计|总计|一共|总共)[^，,；;。]{0,6}$", ("共", "计"))
_DIVIDED = Pattern(r"(?:分为|分成|划分为|归为|归成|分)$", ("分", "归"))
_KINDS_LISTED = Pattern(r"^[^，,；;。]{0,6}[：:]", ("：", ":"))
_SUMMED = Pattern(r"(?:合计|共计|总计|共)[^，,；;。]{0,4}$", ("计", "共"))
_NAME = Pattern(r"[^，,、；;：:。（(]{0,12}")
_NEAR = 12
_MANY = 3
_FAR = 12


@fact
def part_lists(document: Document) -> tuple[PartList, ...]:
    """All lists of parts, in order of their first part."""
    found: list[PartList] = []
    for row in amount_rows(document):
        voted = votes(row)
        if voted:
            found.append(voted)
            continue
        known = (_at(row, first) for first in range(1, len(row.amounts)))
        found += [one for one in known if one is not None]
    return tuple(found)


def _at(row: Row, at: int) -> PartList | None:
    """The list that begins or ends at an amount."""
    return _ahead(row, at) or increase(row, at) or behind(row, at) or offices(row, at)


def _ahead(row: Row, first: int) -> PartList | None:
    """The list that begins at an amount, its whole before it."""
    amounts = row.amounts
    kind, rest = cue(amounts[first].before, bracket=row.bracket and first == 1)
    start = amounts[first].quantity
    if not kind or start.change or start.unit.kind in NEVER_ADDED or is_vote(label_of(rest)):
        return None
    before = [
        one
        for one in amounts[max(0, first - _FAR) : first]
        if addable(one.quantity.unit, start.unit) and not one.quantity.change
    ]
    if not before or EACH.search(before[-1].before[-6:]):
        return None
    whole = before[-1]
    if kind == "status" and (whole is not amounts[first - 1] or not _may_be_status(amounts[first : first + 2])):
        return None
    if kind in _STRICT and not same_kind(whole.quantity.unit, start.unit):
        return None
    gathered = gather(amounts, first, rest, whole)
    if _AS_VIEWED.search(amounts[first].before):
        later = amounts[gathered.end + 1 : gathered.end + 2]
        if whole is not amounts[first - 1] or any(BEHIND.search(one.before) for one in later):
            return None
    kind = _kind(kind, whole, gathered, amounts[gathered.end].after)
    return _list(amounts, first, kind, rest, before, gathered) if kind else None


def _goes_on(whole: Amount, gathered: Gathering) -> bool:
    """Whether the amount before a list without a cue is named like its parts: 一季度12件，二季度15件，三季度18件."""
    names = (label_of(whole.before), *gathered.labels)
    return alike(tuple(name[-3:] for name in names)) or numbered(tuple(name[-3:] for name in names))


def _kind(kind: str, whole: Amount, gathered: Gathering, after: str) -> str:
    """The cue as it is understood with the whole list known; empty when it is none."""
    if kind == "由":
        return kind if _FORMED.search(after) else ""
    if kind != "status" or _is_status(gathered.labels):
        return kind
    if _goes_on(whole, gathered):
        return ""
    even = (gathered.level == 1 or numbered(gathered.labels)) and alike(gathered.labels) and not gathered.uneven
    return "even" if even and len(gathered.parts) >= _MANY else ""


def _list(  # noqa: PLR0913, PLR0917 - what was read of the list
    amounts: Sequence[Amount], first: int, kind: str, rest: str, before: Sequence[Amount], gathered: Gathering
) -> PartList:
    whole, after = before[-1], amounts[gathered.end].after
    within = amounts[amounts.index(whole) + 1 : gathered.end + 1]
    return PartList(
        whole=whole.quantity,
        parts=tuple(gathered.parts),
        labels=tuple(_labels(amounts, first, gathered, rest)),
        cue=kind,
        before=whole.before,
        words="".join(f"{one.before}#" for one in within) + after[:_NEAR],
        level=gathered.level,
        open=OPEN.match(rest) is not None
        or MAINLY.search(_before_cue(amounts[first].before, rest)) is not None
        or OTHER.match(after) is not None
        or gathered.foreign
        or _are_summed_apart(amounts, gathered)
        or _is_survey(amounts[first].before, whole, gathered)
        or _kinds_told(amounts, first, kind, whole) not in {0, len(gathered.parts)},
        complete=not gathered.uneven and _are_all(amounts, first, kind, whole, len(gathered.parts)),
        uneven=gathered.uneven,
        rest=gathered.rest,
        more=tuple(gathered.more),
        wholes=tuple(one.quantity for one in before[:-1]),
    )


def _are_all(amounts: Sequence[Amount], first: int, kind: str, whole: Amount, count: int) -> bool:
    """Whether the sentence says in so many words that a number of parts are all."""
    if _AS_VIEWED.search(amounts[first].before) or (kind == "由" and whole is amounts[first - 1]):
        return True
    if kind == "即" and _THAT_IS.match(amounts[first].before):
        return True
    return _kinds_told(amounts, first, kind, whole) == count


def _kinds_told(amounts: Sequence[Amount], first: int, kind: str, whole: Amount) -> int:
    """How many kinds there are by the words of the sentence (分为三类); 0 when it does not say."""
    kinds = amounts[first - 1]
    divided = _DIVIDED.search(kinds.before) or _KINDS_LISTED.search(amounts[first].before)
    if divided and kinds is not whole and kinds.quantity.unit.name in KINDS:
        return printed(kinds.quantity) // ONE
    return _number_of_names(amounts, whole) if kind == "分别" else 0


def _is_survey(words: str, whole: Amount, gathered: Gathering) -> bool:
    """Whether only some of persons are told of: 从学历看，大专以上120名，高中156名."""
    people = whole.quantity.unit.group == "person"
    return (
        people and _AS_VIEWED.search(words) is not None and bool(_MANIFOLD.intersection(map(feature, gathered.labels)))
    )


def _before_cue(words: str, rest: str) -> str:
    """The words up to the cue, without what follows it: 主要 of 主要包括."""
    cue_words = words.removesuffix(rest)
    for word in ("包括了", "包括", "涉及", "涵盖", "包含", "含", "有", "为", "是"):
        cue_words = cue_words.removesuffix(word)
    return cue_words


def _number_of_names(amounts: Sequence[Amount], whole: Amount) -> int:
    """The number before the whole in 文艺演出、理论宣讲两类共25场，分别为10场、15场; 0 when there is none."""
    at = amounts.index(whole)
    kinds = amounts[at - 1].quantity if at and _JOINED.search(whole.before) else None
    return printed(kinds) // ONE if kinds is not None and kinds.unit.name in KINDS else 0


def _are_summed_apart(amounts: Sequence[Amount], gathered: Gathering) -> bool:
    """Whether the parts have a total of their own behind them: 其中前三位12件、15件、18件，合计45件."""
    later = amounts[gathered.end + 1 : gathered.end + 2]
    known = [bounds for bounds in map(interval, gathered.parts) if bounds is not None]
    bounds = interval(later[0].quantity) if later and _SUMMED.search(later[0].before) else None
    return bounds is not None and bool(known) and total(known).meets(bounds)


def _labels(amounts: Sequence[Amount], first: int, gathered: Gathering, rest: str) -> list[str]:
    """Names of the parts: before the numbers, behind them (12件生态类建议), or all together before 分别."""
    together = names_together(rest or amounts[first].before)
    if together is not None:
        return together if len(together) == len(gathered.labels) else [""] * len(gathered.labels)
    if any(gathered.labels):
        return gathered.labels
    matches = [_NAME.match(one.after) for one in amounts[first : first + len(gathered.labels)]]
    after = [match[0] if match else "" for match in matches]
    return after if all(after) else gathered.labels


def _may_be_status(two: Sequence[Amount]) -> bool:
    """Whether the first two of a list can begin one that has no cue but the manner of its names."""
    labels = [label_of(one.before) for one in two]
    return len(labels) > 1 and ((feature(labels[0]) == "done") != (feature(labels[1]) == "done") or alike(labels))


def _is_status(labels: Sequence[str]) -> bool:
    """已办结…、正在办理…: one thing that is done, and others that are not."""
    known = [feature(label) for label in labels]
    return known[0] == "done" and known.count("done") == 1 and "pending" in known and "" not in known
