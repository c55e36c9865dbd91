"""Places where a sign stands for words: XX镇, x月x日, ***总书记, 20_年, ○○县."""

from __future__ import annotations

from dataclasses import dataclass

from reportlint.document import Document, fact
from reportlint.facts.emphasis import mask_runs
from reportlint.facts.mask_context import NO_UNIT, PLACES, SURE_UNITS, UNITS, kind_of
from reportlint.facts.mask_singles import single
from reportlint.facts.residue import in_residue
from reportlint.facts.zones import in_zone
from reportlint.text import Pattern, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reportlint.facts.mask_context import MaskKind

_X = "xXＸｘⅩⅹ×✕✖╳☓хХχΧ"
_STAR = "*＊∗﹡"
_LINE = "_＿ˍ▁"
_CIRCLE = "○◯〇●□■△▲◇◆☆★"
_FOLD = str.maketrans(
    _X + _STAR + _LINE + _CIRCLE + "０１２３４５６７８９．％",
    "X" * len(_X) + "*" * len(_STAR) + "_" * len(_LINE) + "○" * len(_CIRCLE) + "0123456789.%",
)
_CANDIDATE = Pattern(f"[{_X}]+|[{_STAR}]+|[{_LINE}]+|[{_CIRCLE}]+", tuple(_X + _STAR + _LINE + _CIRCLE))
_LETTERS = Pattern(
    r"(?<![A-Za-z])(?:YYYY|yyyy|YY|Y)年(?:(?:MM?|mm?)月)?(?:(?:DD?|dd?)日)?|(?<![A-Za-z])(?:MM?|mm?)月(?:(?:DD?|dd?)日)"
    r"|(?<![A-Za-z])(?:YYYY|yyyy)[-/.](?:MM|mm)(?:[-/.](?:DD|dd))?(?![A-Za-z])"
    r"|(?<![A-Za-z0-9+＋“‘第])N(?=[个项次届家名](?![0-9一]|人化|性化)|位代表)",
    ("YYYY", "yyyy", "Y年", "M月", "m月", "N个", "N项", "N次", "N届", "N家", "N名", "N位"),
)
_NUMBER_TAIL = Pattern(r"\.?[X\d]{0,6}(?:\.[X\d]{1,4})?%?")
_YEAR_TAIL = ("年", "度", "学年", "-", "—", "~", "至", "〕", "]", "/", "级")
_LONG = 6
"""So many signs and nothing that tells what they stand for: a line drawn, not words left out."""
_USUAL = 5
_WINDOW = 48


@dataclass(frozen=True, slots=True)
class Mask:
    """Words left out.

    Attributes:
        span: exactly the signs, with the digits around them that belong to the same year or number.
        style: family of the sign: "x", "star", "underscore", "circle" or "letter" (YYYY年, N次).
        kind: what it stands for.
        form: the signs in one writing, so that equal masks compare equal.
    """

    span: Span
    style: str
    kind: MaskKind
    form: str


@fact
def masks(document: Document) -> tuple[Mask, ...]:
    """All masks in reading order, none overlapping another."""
    text = document.text
    found: list[Mask] = []
    if _CANDIDATE.possible(text):
        emphasis = _emphasis(document)
        done = 0
        for match in _CANDIDATE.finditer(text):
            start, end = match.span()
            if start < done or start in emphasis:
                continue
            mask = _look(text, start, end)
            if mask is not None and not in_zone(document, mask.span):
                found.append(mask)
                done = mask.span.end
    letters = [_letters(text, *match.span()) for match in _LETTERS.finditer(text)]
    found += [mask for mask in letters if mask and not any(mask.span.overlaps(other.span) for other in found)]
    return tuple(sorted(found, key=lambda mask: mask.span))


@fact
def anonymised(document: Document) -> bool:
    """Whether one sign stands for all that was left out, and often: the writer meant to hide, and did not forget."""
    styles = [mask.style for mask in masks(document)]
    return len(styles) >= _USUAL and len(set(styles)) == 1


@fact
def reportable_masks(document: Document) -> tuple[Mask, ...]:
    """The masks worth a word: those in page residue only where they belong to an anonymised text."""
    if anonymised(document):
        return masks(document)
    return tuple(mask for mask in masks(document) if not in_residue(document, mask.span))


def _emphasis(document: Document) -> frozenset[int]:
    """Starts of the runs that are emphasis; a reader of Markdown has dropped them already."""
    text = document.text
    if document.format == "md" or not ("**" in text or "__" in text):
        return frozenset()
    spans = [block.span for block in document.blocks]
    paragraphs = [document.slice(span) for span in spans]
    starts: set[int] = set()
    for span, words, kept in zip(spans, paragraphs, mask_runs(paragraphs), strict=True):
        at = 0
        for sign in ("**", "__"):
            at = words.find(sign)
            while at >= 0:
                if at not in kept:
                    starts.add(span.start + at)
                at += 2
                while words[at : at + 1] == sign[0]:
                    at += 1
                at = words.find(sign, at)
    return frozenset(starts)


def _look(text: str, start: int, end: int) -> Mask | None:
    """A closer look at a run of signs."""
    sign = text[start].translate(_FOLD)
    before = text[max(0, start - 12) : start].translate(_FOLD)
    after = text[end : end + _WINDOW].translate(_FOLD)
    before = before[before.rfind("\n") + 1 :]
    after = after.partition("\n")[0]
    length = end - start
    if _is_spared(text, start, end, sign, before, after):
        return None
    left = len(before) - len(before.rstrip("0123456789"))
    digits = before[len(before) - left :]
    if left and sign != "○" and _year(digits, after, sign, length):
        return _mask(text, start - left, end, sign, "date")
    if sign in "X○" and after.startswith("年") and before.endswith(_HAN_YEARS) and length < 4:  # noqa: PLR2004 - digits of a year
        head = len(before) - len(before.rstrip("二〇○零O一三"))
        return _mask(text, start - head, end, sign, "date") if "二" in before[-head:] else None
    if sign == "X":
        numeric = _number(text, start, end, before, after, digits)
        if numeric is not None:
            return numeric if isinstance(numeric, Mask) else None
    if length == 1:
        kind = single(text[start], sign, before, after)
    else:
        kind = kind_of(before, after, sign, length)
        if kind == "unknown" and (length >= _LONG or digits or (sign == "○" and not _amid_words(before, after))):
            return None
        if sign == "○" and _drawn(before, after, kind):
            return None
    return _mask(text, start, end, sign, kind) if kind else None


_HAN_YEARS = ("二〇", "二○", "二零", "二O", "二〇二", "二○二", "二〇一", "二○一", "二零一", "二零二")


def _mask(text: str, start: int, end: int, sign: str, kind: MaskKind) -> Mask:
    styles = {"X": "x", "*": "star", "_": "underscore", "○": "circle"}
    return Mask(Span(start, end), styles[sign], kind, text[start:end].translate(_FOLD))


def _year(digits: str, after: str, sign: str, length: int) -> bool:
    """20XX, 202X, 20__年: the digits before the signs are the head of a year."""
    if digits not in {"19", "20"} and not (len(digits) == 3 and digits[:2] in {"19", "20"}):  # noqa: PLR2004 - 202X
        return False
    if after.startswith("年"):
        return sign == "_" or len(digits) + length <= 5  # noqa: PLR2004 - 20***年 is met, more is not
    return len(digits) + length == 4 and sign == "X" and (after.startswith(_YEAR_TAIL) or (length > 1 and not after[:1].isdigit() and not after.startswith(UNITS)))  # noqa: PLR2004


def _number(text: str, start: int, end: int, before: str, after: str, digits: str) -> Mask | bool | None:
    """A number of which some digits are masked. None: no such thing; False: a code or a product, leave it alone."""
    length = end - start
    tail = _NUMBER_TAIL.compiled.match(after)
    rest = tail[0] if tail else ""
    if digits and rest[:1].isdigit():
        return False
    left = start - len(digits)
    if before.endswith(".") and before[-2:-1].isdigit():
        whole = before[:-1]
        left = start - 1 - (len(whole) - len(whole.rstrip("0123456789")))
        return _mask(text, left, end + rest.endswith("%"), "X", "quantity") if _counted(after) else False
    if before[-1:].isascii() and before[-1:].isalpha():
        return False
    if rest.startswith(".") and len(rest) > 1 and rest != ".%":
        known = after[len(rest) :]
        if "X" in rest or rest.endswith("%") or _counted(known):
            return _mask(text, left if len(digits) < 4 else start, end + len(rest), "X", "quantity")  # noqa: PLR2004
        return False
    if after[:1] in set("-—–~～至到") and after[1:2] == "X" and after[1:]:
        second = 1 + len(after[1:]) - len(after[1:].lstrip("X"))
        further = after[second:]
        if further.startswith(("月", "日", "年")) or _counted(further):
            kind: MaskKind = "date" if further[0] in "月日年" else "quantity"
            return _mask(text, start, end + second, "X", kind)
    if rest and rest[0].isdigit():
        if length == 1 or before.endswith(("型号", "编号", "代码")):
            return False
        figures = rest.rstrip("%")
        if not (len(figures) == 4 and figures[:2] in {"19", "20"}) and after[len(rest) - rest.endswith("%") :].startswith(  # noqa: PLR2004
            ("元", "%", "亿", "万元")
        ):
            return _mask(text, start, end + len(rest), "X", "quantity")
        return _mask(text, start, end, "X", "unknown")
    if digits and _counted(after):
        if length == 1 and text[start] not in "xXＸｘ":
            return False
        year = len(digits) == 4 and digits[:2] in {"19", "20"}  # noqa: PLR2004
        if length == 1 and len(digits) > 2:  # noqa: PLR2004 - 415X is the name of a scheme
            return False
        return _mask(text, start if year else left, end, "X", "quantity")
    return False if digits and length == 1 else None


def _counted(after: str) -> bool:
    return after.startswith(SURE_UNITS) or (after.startswith(UNITS) and not after.startswith(NO_UNIT))


def _is_spared(text: str, start: int, end: int, sign: str, before: str, after: str) -> bool:
    """What looks like a mask and is something else, whatever stands around it."""
    left, right = before[-1:], after[:1]
    if not before.strip(" \t\u3000>") and not after.strip(" \t\u3000") and (sign != "X" or end - start >= _LONG):
        return True
    if _letter(left) or (_letter(right) and sign in "X_"):
        return True
    if left.isspace() and before.rstrip()[-1:].isascii() and before.rstrip()[-1:].isalpha() and end - start == 1:
        return True
    if sign != "X" or end - start > 1:
        if left.isdigit() and right.isdigit():
            return True
        if sign == "*" and (left.isdigit() and not after.startswith("年")) and not _counted(after):
            return True
    if after.startswith(("染色体", "光", "射线", "线片", "轴")) or left in set("√∨✓"):
        return end - start < 3  # noqa: PLR2004 - XY and XX chromosomes, X-rays; XXX光伏 is a firm
    if text[start] in "Ⅹⅹ" and (right in set("卷章册篇节") or "\u2160" <= left <= "\u217f" or "\u2160" <= right <= "\u217f"):
        return True
    if sign == "X" and before.endswith("第") and right == "卷":
        return True
    if sign == "*" and _footnote(text, start, end, after):
        return True
    return _defines(text, start, end)


def _letter(character: str) -> bool:
    """Whether it is a letter of an alphabet: Han characters, kana and signs are none."""
    return character.isalpha() and (character < "\u2c00" or "\uff21" <= character <= "\uff5a")


def _defines(text: str, start: int, end: int) -> bool:
    """A sentence about the signs themselves: 用XX代替真实名称; 格式为“XX政发〔20XX〕X号”."""
    after = text[end : end + 8].lstrip("”’等")
    if after.startswith(("代替", "表示", "代指", "指代", "标示", "替代", "隐去")):
        return True
    before = text[max(0, start - 30) : start]
    before = before[max(before.rfind("\n"), before.rfind("。")) + 1 :]
    return "“" in before and any(cue in before for cue in ("格式为", "格式是", "格式应", "写作", "应写", "写成", "标注为", "样式", "占位符"))


def _footnote(text: str, start: int, end: int, after: str) -> bool:
    """A star after a word, and a line that begins with the same star."""
    run = text[start:end]
    if text[start - 1 : start] in {"\n", ""}:
        return True
    return (not after or after[0] in "，。；、）") and f"\n{run}" in text


def _drawn(before: str, after: str, kind: MaskKind) -> bool:
    """Circles, squares and stars as figures, ratings, ticks, bullets and Chinese numerals."""
    if before[-1:] in set("一二三四五六七八九十百千零") or after[:1] in set("一二三四五六七八九十%后"):
        return True
    if not before.strip(" \t\u3000") and kind in {"unknown", "field"}:
        return True
    return kind == "unknown" and not _amid_words(before, after)


def _amid_words(before: str, after: str) -> bool:
    """Whether a word goes on at both sides."""
    return "\u4e00" <= before[-1:] <= "\u9fff" and after.startswith(("县", "市", "镇", "乡", "村", *PLACES[:8]))


def _letters(text: str, start: int, end: int) -> Mask | None:
    """YYYY年MM月DD日 and N次, unless a date format is explained."""
    before = text[max(0, start - 16) : start]
    if "格式" in before or text[end : end + 4].lstrip("”）)").startswith("格式"):
        return None
    words = text[start:end]
    return Mask(Span(start, end), "letter", "quantity" if words == "N" else "date", words.upper())
