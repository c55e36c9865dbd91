"""What looks like a mask and is something else: X光, ★★★★☆, 138****1234, a line drawn with signs."""

from __future__ import annotations

from reportlint.facts.mask_context import is_counted, is_han
from reportlint.facts.mask_words import words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reportlint.facts.mask_context import Around, MaskKind

LONG = 6
"""So many signs and nothing that tells what they stand for: a line drawn, not words left out."""
_SHORT = 2
_LINE = 40
_PAGE = 2000
"""A footnote stands at most so many characters below its mark."""
_SCIENCE = ("染色体", "光", "射线", "线片", "轴")
_ABOUT_SIGNS = ("代替", "表示", "代指", "指代", "标示", "替代", "隐去")
_FORMAT_CUES = ("格式为", "格式是", "格式应", "写作", "应写", "写成", "标注为", "样式", "占位符")
_QUOTES = {"“", "‘", "「"}
_HAN_DIGITS = set("一二三四五六七八九十百千零")


def is_lookalike(around: Around) -> bool:
    """Whether the signs are no mask, whatever they would stand for."""
    return (
        _is_line(around)
        or _is_latin(around)
        or _hides_digits(around)
        or _is_science(around)
        or _is_footnote(around)
        or _is_definition(around)
        or _is_signed(around)
    )


def in_signature(text: str, offset: int) -> bool:
    """Whether a line is signed or stamped before an offset: its blanks are meant for a pen."""
    line = text[max(0, offset - _LINE) : offset].rpartition("\n")[2]
    return any(label in line for label in words("signature")) and "。" not in line


def is_drawn(around: Around, kind: MaskKind) -> bool:
    """Whether circles, squares or stars are figures, ratings, ticks, bullets or Chinese numerals."""
    if around.left in _HAN_DIGITS or around.right in _HAN_DIGITS or around.right == "后":
        return True
    if around.character in "☆★" and (kind != "place" or around.after.startswith(words("no-place"))):
        return True
    if kind == "field" or (kind == "unknown" and not around.before.strip(" \t\u3000")):
        return True
    return kind == "unknown" and not (is_han(around.left) and around.after.startswith(words("place")))


def _is_line(around: Around) -> bool:
    """A paragraph of nothing but signs."""
    alone = not around.before.strip(" \t\u3000>") and not around.after.strip(" \t\u3000")
    return alone and (around.sign != "X" or around.length >= LONG)


def _is_latin(around: Around) -> bool:
    """Part of a word or a product in an alphabet: XXL, iPhone X, ⅩⅣ, √××."""
    left, right = around.left, around.right
    if _letter(left) or (_letter(right) and around.sign in "X_"):
        return True
    if right == "_" and around.after[1:2].isalnum() and not is_han(around.after[1:2]):
        return True
    if around.length == 1 and left.isspace() and _letter(around.before.rstrip()[-1:]):
        return True
    if around.character in "Ⅹⅹ" and (right in set("卷章册篇节") or _roman(left) or _roman(right)):
        return True
    return left in set("√∨✓") or (around.sign == "X" and around.before.endswith("第") and right == "卷")


def _hides_digits(around: Around) -> bool:
    """138****1234 protects a person; 3××4 is a product."""
    if around.sign == "X" and around.length == 1:
        return False
    if around.left.isdigit() and around.right.isdigit():
        return True
    return around.sign == "*" and around.left.isdigit() and around.right != "年" and not is_counted(around.after)


def _is_science(around: Around) -> bool:
    return around.length <= _SHORT and around.after.startswith(_SCIENCE)


def _is_footnote(around: Around) -> bool:
    """A star after a word, and a line that begins with the same star."""
    if around.sign != "*":
        return False
    if not around.before and (around.length == 1 or around.right.isspace() or around.right == "注"):
        return True
    if around.after and around.after[0] not in "，。；、）":
        return False
    run = around.text[around.start : around.end]
    notes = (f"{run} ", f"{run}注")
    return any(around.text.find(f"\n{note}", around.end, around.end + _PAGE) >= 0 for note in notes)


def _is_definition(around: Around) -> bool:
    """A sentence about the signs themselves: 用XX代替真实名称; 格式为“XX政发〔20XX〕X号”."""
    if around.after.lstrip("”’等").startswith(_ABOUT_SIGNS):
        return True
    if around.left in _QUOTES and around.after[1:].startswith(("为", "是", "指", "即", "代表")):
        return True
    before = around.text[max(0, around.start - 30) : around.start]
    before = before[max(before.rfind("\n"), before.rfind("。")) + 1 :]
    return "“" in before and any(cue in before for cue in _FORMAT_CUES)


def _is_signed(around: Around) -> bool:
    """签名：____ is filled in by hand after printing."""
    return around.sign == "_" and in_signature(around.text, around.start)


def _letter(character: str) -> bool:
    """Whether it is a letter of an alphabet: Han characters, kana and signs are none."""
    return character.isalpha() and (character < "\u2c00" or "\uff21" <= character <= "\uff5a")


def _roman(character: str) -> bool:
    return "\u2160" <= character <= "\u217f"
