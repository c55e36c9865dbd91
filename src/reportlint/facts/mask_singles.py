"""One sign alone: X次会议 and 第*届, but not 数据要素×, X光, 3+X or a tick box."""

from __future__ import annotations

from reportlint.facts.mask_context import is_counted, is_han, kind_of
from reportlint.facts.mask_words import words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reportlint.facts.mask_context import Around, MaskKind

_TIMES = "×✕✖╳☓"
_VERB_ENDS = set("第至达到增长降共计约近有过开展召收成办理批取受审议访占为是年月日届次各余超及在于今了出提交立完毕名")
_STOPS = {"", *"，。；、）,;"}
_NAME_STARTS = set("在受向对由与和及是到于从经至赴我给把让全以省市县区镇乡党、")
_BREAKS = set("，、；。“（：")
_ORDINAL_BEFORE = ("附件", "附表", "附图", "见图", "见表")
_PLAIN: set[MaskKind] = {"leader", "party-character", "period", "document-number"}
_NAMED: set[MaskKind] = {"place", "person", "name"}
_YEAR = 4


def single_kind(around: Around) -> MaskKind | None:
    """What one sign stands for; None when nothing around it shows that it is a mask."""
    if around.left in {"+", "＋", "/"} or not around.after:
        return None
    kind = kind_of(around)
    judged = {"X": _letter, "*": _star, "_": _low_line, "○": _circle}[around.sign](around, kind)
    return kind if judged else _boxed(around)


def _boxed(around: Around) -> MaskKind | None:
    """[X], 【X】, （X）件."""
    if around.sign != "X" or not around.before:
        return None
    if around.left + around.right in {"[]", "【】"}:
        return "unknown"
    counted = around.left + around.right in {"（）", "()"} and is_counted(around.after[1:])
    return "quantity" if counted else None


def _letter(around: Around, kind: MaskKind) -> bool:
    if kind in _PLAIN:
        return True
    if kind == "ordinal":
        return around.after.startswith(words("after-ordinal")) or around.before.endswith(_ORDINAL_BEFORE)
    # A sign of multiplication joins two words: 数据要素×家居, 文旅×乡村.
    joined = around.character in _TIMES and is_han(around.left)
    if kind in {"date", "quantity"}:
        sure = around.after.startswith(words("sure-unit")) or around.after[1:2] in _STOPS
        # No trade or craft begins with 个, 家 or 条, but for the words that `is_counted` knows; quoted slogans may.
        counted = around.after.startswith(words("joined-unit")) and "“" not in around.before
        return not joined or sure or counted or around.left in _VERB_ENDS
    if kind == "name" and not around.after.startswith(words("sole-organ")):
        return False
    return kind in _NAMED and _bounded(around) and not (joined and around.left not in _NAME_STARTS)


def _star(around: Around, kind: MaskKind) -> bool:
    if kind == "unknown" or not (is_han(around.left) or (kind == "party-character" and around.left in _BREAKS)):
        return False
    if around.left == "第" or kind in {"date", "ordinal", "leader", "party-character"}:
        return True
    return is_counted(around.after) if kind == "quantity" else kind in {"place", "person"} and _bounded(around)


def _low_line(around: Around, kind: MaskKind) -> bool:
    """20_年 never comes here; 2023_年度总结 and PM_2.5 are names."""
    if not (is_han(around.left) or around.left.isdigit()) or len(around.digits) >= _YEAR:
        return False
    if kind == "date" or around.left == "第":
        return kind != "unknown"
    return not around.digits and (kind == "quantity" or (kind == "place" and _bounded(around)))


def _circle(around: Around, kind: MaskKind) -> bool:
    """A circle is a bullet or a tick box unless a title goes on at both sides."""
    named = around.left == "第" or around.left in _NAME_STARTS
    return kind != "unknown" and named and around.after.startswith(words("after-circle"))


def _bounded(around: Around) -> bool:
    """Whether the masked name can begin here and the word after it is whole."""
    starts = not is_han(around.left) or around.left in _NAME_STARTS
    place = around.after.startswith(words("level")) and not around.after.startswith(words("no-place"))
    return starts and (place or around.after.startswith((*words("person"), *words("organ"))))
