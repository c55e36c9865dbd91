"""What a mask stands for, told by the words on both sides of it."""

from __future__ import annotations

from reportlint.facts.mask_words import words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Literal

    MaskKind = Literal[
        "leader",
        "party-character",
        "date",
        "period",
        "document-number",
        "ordinal",
        "quantity",
        "place",
        "person",
        "name",
        "contact",
        "field",
        "unknown",
    ]
    """What stood, or should stand, in a masked place; `name` is an organ, firm or work, `field` a line of a form."""

_PARTY_BYTES = 2
"""Filters put one star for each byte of 党 in GBK."""
_DATED = ("年", "月", "日")
_NOT_DATED = ("日常", "年轻", "月饼", "年货")
_SESSIONS = tuple(f"届{word}" for word in "人常一二三四五六七八")
_NUMBERED_THINGS = ("附件", "附表", "附图", "见图", "见表")
_YEAR_OPENED = ("〔", "〔20", "〔202", "〔201", "[20", "(20", "（20")


class Around:
    """A run of signs and its surroundings in its paragraph.

    Attributes:
        text: the reading text.
        start: offset of the first sign.
        end: offset after the last one.
        sign: family of the sign: "X", "*", "_" or "○".
        before: up to twelve characters left of it, signs and digits folded; empty at the head of a paragraph.
        after: up to 48 characters right of it, likewise.
        length: how many signs.
        character: the first sign as written.
        left: the character before, or nothing.
        right: the character after, or nothing.
        digits: the digits that end right before the signs.
    """

    __slots__ = ("after", "before", "character", "digits", "end", "left", "length", "right", "sign", "start", "text")

    def __init__(self, text: str, start: int, end: int, fold: dict[int, int]) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.length = end - start
        self.character = text[start]
        self.sign = self.character.translate(fold)
        self.before = before = text[max(0, start - 12) : start].translate(fold).rpartition("\n")[2]
        self.after = text[end : end + 48].translate(fold).partition("\n")[0]
        self.left = before[-1:]
        self.right = self.after[:1]
        self.digits = before[len(before.rstrip("0123456789")) :]


def is_han(character: str) -> bool:
    """Whether it is a Chinese character; the empty string is none."""
    return "\u4e00" <= character <= "\u9fff"


def is_counted(after: str) -> bool:
    """Whether a unit or classifier follows, and not just a word that begins like one."""
    return after.startswith(words("unit")) and not after.startswith(words("no-unit"))


def kind_of(around: Around) -> MaskKind:
    """What a mask stands for, by the first rule that holds."""
    for kind, holds in _RULES:
        if holds(around):
            return kind
    return "unknown"


def _is_leader(around: Around) -> bool:
    """***总书记, XXX关于……的重要论述; but 视察XX重要讲话 masks the place."""
    if around.sign == "○":
        return False
    if around.after.startswith("关于"):
        return any(teaching in around.after for teaching in words("teaching"))
    return around.after.startswith(words("leader")) and not around.before.endswith(("视察", "考察", "调研"))


def _is_party(around: Around) -> bool:
    """Whether the sign stands for 党, or for the ordinal of a party congress."""
    before, after = around.before, around.after
    if around.sign != "○" and before.endswith("从严治"):
        return True
    if after.startswith(words("party-congress")) or (
        after.startswith("届") and before.endswith(("党的", "市委", "区委", "县委", "镇委", "省委", "中共"))
    ):
        return True
    if around.length == 1:
        unit = after.startswith("委") and around.left in set("镇乡县市区村社支校")
        filtered = around.sign == "*" and not after.startswith("委") and _is_filtered(around)
        return unit or filtered or after.startswith(words("party-after-single"))
    if around.sign != "*" or around.length != _PARTY_BYTES:
        return after.startswith(words("party-after-run"))
    unit = after.startswith("委") and before.endswith(("中共", "向", "受"))
    if unit or after.startswith(words("party-not-after-stars")):
        return False
    return after.startswith(words("party-after-stars"))


def _is_filtered(around: Around) -> bool:
    """*员, *风廉政: a filter that puts one star for a character; but *组织建设* is emphasis."""
    after = around.after
    if after.startswith("规") and around.before.endswith("*章"):
        return True
    if not after.startswith(words("party-after-stars")) or after.startswith(words("party-not-after-stars")):
        return False
    partner = after[:12].find("*")
    return partner < 0 or after.startswith((*words("party-after-stars"), "规"), partner + 1)


def _is_period(around: Around) -> bool:
    """“XX五”规划, 十X五规划: the name of a five-year period."""
    before, after = around.before, around.after
    rest = after.removeprefix("五")
    if before.endswith(("“", "‘")) and rest.startswith(("”", "’")):
        return rest[1:].lstrip("的").startswith(words("period"))
    return before.endswith("十") and after.startswith("五") and after[1:].lstrip("”").startswith(words("period"))


def _is_document_number(around: Around) -> bool:
    """X政发〔20XX〕X号."""
    before, after, head = around.before, around.after, around.after[:9]
    if around.right in set("政府委办人党组纪发函字教") and any(
        mark in head for mark in ("发〔", "函〔", "字〔", "发[", "办〔")
    ):
        return True
    if before.endswith(_YEAR_OPENED):
        return around.right in set("〕])）") and "号" in head
    return after.startswith("号") and before.endswith(("〕", "]", "〕第"))


def _is_ordinal(around: Around) -> bool:
    if around.before.endswith("第") or around.after.startswith(_SESSIONS):
        return True
    return around.before.endswith(_NUMBERED_THINGS) and not around.right.isalnum()


def _is_contact(around: Around) -> bool:
    known = around.digits if around.digits == "1" else ""
    return around.before.removesuffix(known).endswith(words("contact"))


def _is_date(around: Around) -> bool:
    if around.after.startswith("号"):
        return around.before.endswith("月")
    return around.after.startswith(_DATED) and not around.after.startswith(_NOT_DATED)


def _is_quantity(around: Around) -> bool:
    return is_counted(around.after)


def _is_person(around: Around) -> bool:
    return around.after.startswith(words("person"))


def _is_place(around: Around) -> bool:
    whole = around.length > 1 or not around.after.startswith(words("no-place"))
    return whole and around.after.startswith(words("place"))


def _is_name(around: Around) -> bool:
    return around.after.startswith(words("organ"))


def _is_titled(around: Around) -> bool:
    return around.before.rstrip(":：").endswith(words("title"))


def _is_field(around: Around) -> bool:
    return around.left in {":", "："} and not around.after.strip(" \u3000\t")[:1].isalnum()


_RULES: tuple[tuple[MaskKind, Callable[[Around], bool]], ...] = (
    ("leader", _is_leader),
    ("party-character", _is_party),
    ("period", _is_period),
    ("document-number", _is_document_number),
    ("ordinal", _is_ordinal),
    ("contact", _is_contact),
    ("date", _is_date),
    ("quantity", _is_quantity),
    ("person", _is_person),
    ("place", _is_place),
    ("name", _is_name),
    ("person", _is_titled),
    ("field", _is_field),
)
