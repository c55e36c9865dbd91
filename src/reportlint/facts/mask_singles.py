"""One sign alone: X次会议 and 第*届, but not 数据要素×, X光, 3+X or a tick box."""

from __future__ import annotations

from reportlint.facts.mask_context import NO_PLACE, NO_UNIT, ORGANS, PERSONS, PLACES, SURE_UNITS, UNITS, kind_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reportlint.facts.mask_context import MaskKind

_TIMES = "×✕✖╳☓"
_VERB_ENDS = "第至达到增长降共计约近有过开展召收成办理批取受审议访占为是年月日届次各余超及在于今了出提交立完毕名"
_NAME_STARTS = "在受向对由与和及是到于从经至赴我给把让全以省市县区镇乡党、"
_CIRCLE_AFTER = ("届", "次会议", "县", "市委", "市人", "市政府", "镇人", "镇党", "镇政府", "乡人", "乡党", "年", "月", "日", "号")


def single(character: str, sign: str, before: str, after: str) -> MaskKind | None:
    """What one sign stands for; None when nothing around it shows that it is a mask.

    Args:
        character: the sign as written.
        sign: its family: "X", "*", "_" or "○".
        before: what stands left of it in its paragraph, folded; empty at the start.
        after: what stands right of it, folded.
    """
    left = before[-1:]
    if left in {"+", "＋", "/"} or not after:
        return None
    kind = kind_of(before, after, sign, 1)
    if sign == "X":
        return _x(character, before, after, kind)
    han = "\u4e00" <= left <= "\u9fff"
    if sign == "○":
        if before.endswith("第") or (left in set(_NAME_STARTS) and after.startswith(_CIRCLE_AFTER)):
            return kind if after.startswith(_CIRCLE_AFTER) else None
        return None
    if sign == "_":
        return _underscore(before, after, kind)
    if not han:
        return None
    if left == "第" or kind in {"date", "ordinal", "leader", "party-character"}:
        return kind if kind != "unknown" else None
    return kind if kind in {"quantity", "place", "person"} and _bounded(before, after, kind) else None


def _x(character: str, before: str, after: str, kind: MaskKind) -> MaskKind | None:
    times = character in _TIMES
    left = before[-1:]
    if before.endswith(("[", "【")) and after[:1] in {"]", "】"}:
        return "unknown"
    if kind in {"leader", "party-character", "period", "document-number"}:
        return kind
    if kind == "ordinal":
        return kind if after.startswith(_ORDINAL_AFTER) or before.endswith(("附件", "附表", "附图", "见图", "见表")) else None
    han = "\u4e00" <= left <= "\u9fff"
    if kind == "date":
        return None if times and han and left not in _VERB_ENDS else kind
    if kind == "quantity":
        if before.endswith(("（", "(")) and after[:1] in {"）", ")"}:
            return kind
        sure = after.startswith(SURE_UNITS)
        return None if times and han and not sure and left not in _VERB_ENDS else kind
    if kind in {"place", "person", "name"}:
        if kind == "name" and not after.startswith(("人大常", "人大主席", "政府", "局", "公司", "小学", "中学", "医院", "村委")):
            return None
        return kind if _bounded(before, after, kind) and not (times and han and left not in _NAME_STARTS) else None
    if before.endswith(("（", "(")) and after[:1] in {"）", ")"} and after[1:].startswith(UNITS):
        return "quantity"
    return None


_ORDINAL_AFTER = (
    "届", "次", "期", "号", "批", "季度", "选区", "条", "章", "部分", "代表团", "页", "轮", "组", "名", "版", "支部", "代表小组", "网格",
)  # fmt: skip


def _bounded(before: str, after: str, kind: MaskKind) -> bool:
    """Whether the masked word can begin here and the word after it is whole."""
    if kind == "quantity":
        return after.startswith(UNITS) and not after.startswith(NO_UNIT)
    left = before[-1:]
    starts = not ("\u4e00" <= left <= "\u9fff") or left in _NAME_STARTS
    whole = (after.startswith(PLACES[:12]) and not after.startswith(NO_PLACE)) or after.startswith((*PERSONS, *ORGANS))
    return starts and whole


def _underscore(before: str, after: str, kind: MaskKind) -> MaskKind | None:
    left = before[-1:]
    if not ("\u4e00" <= left <= "\u9fff" or left.isdigit()):
        return None
    figures = len(before) - len(before.rstrip("0123456789"))
    if figures >= 4:  # noqa: PLR2004 - 2023_年度总结 is a file name
        return None
    if kind == "date" or before.endswith("第"):
        return kind if kind != "unknown" else None
    return kind if kind in {"quantity", "place"} and not figures and _bounded(before, after, kind) else None
