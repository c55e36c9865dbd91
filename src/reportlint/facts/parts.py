"""A whole with its listed parts, and which amounts may be parts of which."""

from __future__ import annotations

from reportlint.facts.units import compatible
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reportlint.facts.quantities import Quantity
    from reportlint.facts.units import Unit

NEVER_ADDED = frozenset(("ratio", "points", "times", "doublings", "duration", "age", "score", "temperature"))
"""Classes of units in which a whole is not the sum of its parts."""

_MATTERS = frozenset(("件", "条", "项", "起", "宗"))
_PEOPLE = "person"


@frozen
class PartList:
    """A whole and what is listed as its parts.

    Attributes:
        whole: the amount that should be the sum.
        parts: in reading order; at least one.
        labels: the names of the parts; empty where none is written.
        cue: what makes them parts: "其中", "中", "分别", "包括", "即", "由", "colon", "bracket", "behind" (the whole
            comes last), "status" (已办结…、正在办理… without another word), "even" (three parts or
            more of one manner), "votes".
        before: the words before the whole.
        words: all that is written from the whole to the last part, and a little more.
        level: strength of the marks between the parts: 1 for 、, 2 for ，, 3 for ；; 0 for a single part.
        open: whether the list itself says that it is not complete (等, 主要).
        complete: whether the sentence says in so many words that these are all (分为三类, 从类别看, 三项合计).
        uneven: whether it is not written evenly: other amounts in it, or marks of different strength between its parts.
        rest: what is left over according to the sentence (其余5件), which the parts then lack.
        more: other amounts that may belong to it, in reading order.
        wholes: other amounts that may be the whole, or make up the whole together.
    """

    whole: Quantity
    parts: tuple[Quantity, ...]
    labels: tuple[str, ...]
    cue: str
    before: str
    words: str
    level: int
    open: bool
    complete: bool
    uneven: bool
    rest: Quantity | None
    more: tuple[Quantity, ...]
    wholes: tuple[Quantity, ...]


def addable(one: Unit, other: Unit) -> bool:
    """Whether amounts in two units may be parts of one whole."""
    return one.kind not in NEVER_ADDED and compatible(one, other)


def same_kind(one: Unit, other: Unit) -> bool:
    """Whether two units certainly count the same: 10件实事：公园2个 lists things of which one 件 may consist."""
    return one.kind != "count" or one.name == other.name or {one.name, other.name} <= _MATTERS or one.group == _PEOPLE
