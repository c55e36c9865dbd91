"""A whole and its listed parts: 共41件，其中生态12件、社会管理15件、民生14件; or the parts first, and 共41件 behind.

What is no list of parts, or may be read in several ways of which one agrees with the numbers, is left out or marked.
"""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.amount_rows import amount_rows
from reportlint.facts.part_cues import EACH, OPEN, OTHER, cue, label_of, names_together
from reportlint.facts.part_gathering import gather
from reportlint.facts.part_shapes import behind, is_vote, votes
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
        known = (_ahead(row, first) or behind(row, first) for first in range(1, len(row.amounts)))
        found += [one for one in known if one is not None]
    return tuple(found)


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
    kind = _kind(kind, gathered, amounts[gathered.end].after)
    return _list(amounts, first, kind, rest, before, gathered) if kind else None


def _kind(kind: str, gathered: Gathering, after: str) -> str:
    """The cue as it is understood with the whole list known; empty when it is none."""
    if kind == "由":
        return kind if _FORMED.search(after) else ""
    if kind != "status" or _is_status(gathered.labels):
        return kind
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
        open=OPEN.match(rest) is not None or OTHER.match(after) is not None or gathered.foreign,
        uneven=gathered.uneven,
        rest=gathered.rest,
        more=tuple(gathered.more),
        wholes=tuple(one.quantity for one in before[:-1]),
    )


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
