"""Whether what is said to be left is all that is left, or the list goes on, or it is counted outside the total."""

from __future__ import annotations

from reportlint.facts.part_cues import cue, separator
from reportlint.facts.parts import addable, same_kind
from reportlint.text import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlint.facts.amount_rows import Amount
    from reportlint.facts.quantities import Quantity

_CLOSING = Pattern(r"(?:其余|剩余|剩下|余下|尚余)[^，,；;。、：:]{0,8}$", ("其余", "剩", "余"))
_SUMMED = Pattern(r"[合共总]计|[一总]共|累计|占", ("计", "共", "占"))
_WAITING = Pattern(r"^[^，,；;。]{0,10}(?:正在|未|尚待|待)", ("正在", "未", "待"))
_PLANNED = Pattern(r"^[^，,；;。]{0,16}(?:列入|纳入|明年|下一?年|计划)", ("入", "年", "计划"))
_NOT_BEGUN = Pattern(r"^[^，,；;。]{0,20}未[^，,；;。]{0,3}(?:开工|动工|启动|开始|开建|实施)", ("未",))
_BEGUN = Pattern(r"开工|动工|启动|开始|开建|实施")
_ADDED = frozenset(("另有", "另外"))
_AMONG = frozenset(("其中", "中"))
_ITEM = 3
_NEAR = 12


def left_together(amounts: Sequence[Amount], at: int) -> tuple[Quantity, ...]:
    """The amount that is left, with those the list goes on with up to 其余; none when it goes on without an end."""
    rest = amounts[at].quantity
    together = [rest]
    for one in amounts[at + 1 :]:
        if separator(one.before) == _ITEM or "其中" in one.before or _SUMMED.search(one.before):
            break
        if (
            one.quantity.change
            or not addable(one.quantity.unit, rest.unit)
            or not same_kind(one.quantity.unit, rest.unit)
        ):
            continue
        together.append(one.quantity)
        if _CLOSING.search(one.before):
            return tuple(together)
    return () if len(together) > 1 else (rest,)


def is_outside(word: str, whole: Amount, taken: Amount, rest: Amount) -> bool:
    """Whether 还有, 仍有, 另有 may add something that is no part of the whole."""
    if separator(rest.before) == _ITEM:
        return True
    if word in _ADDED:
        among = cue(taken.before, bracket=False)[0] in _AMONG or "中" in whole.after[:_NEAR]
        return not (among and _WAITING.search(rest.after))
    begun = _BEGUN.search(taken.before[-_NEAR:]) or _BEGUN.search(taken.after[:_NEAR])
    return bool(_PLANNED.search(rest.after) or (_NOT_BEGUN.search(rest.after) and not begun))
