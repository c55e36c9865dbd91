"""Places where a sign stands for words: XX镇, x月x日, ***总书记, 20_年, ○○县."""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.emphasis import emphasis_starts
from reportlint.facts.mask_context import Around, kind_of
from reportlint.facts.mask_lookalikes import LONG, is_drawn, is_lookalike
from reportlint.facts.mask_numbers import in_product, masked_number, masked_year
from reportlint.facts.mask_singles import single_kind
from reportlint.facts.residue import in_residue
from reportlint.facts.zones import in_zone
from reportlint.text import Pattern, Span
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reportlint.facts.mask_context import MaskKind

_X = "xXＸｘⅩⅹ×✕✖╳☓хХχΧ"
_STAR = "*＊∗﹡"
_LINE = "_＿ˍ▁﹍﹎﹏‗"
_CIRCLE = "○◯〇●□■△▲◇◆☆★◎※█▇▓▒"
_FOLD = str.maketrans(
    _X + _STAR + _LINE + _CIRCLE + "０１２３４５６７８９．％",
    "X" * len(_X) + "*" * len(_STAR) + "_" * len(_LINE) + "○" * len(_CIRCLE) + "0123456789.%",
)
_STYLES = {"X": "x", "*": "star", "_": "underscore", "○": "circle"}
# One class first: places without any sign are passed over at the speed of a search for it.
_CANDIDATE = Pattern(
    f"[{_X}{_STAR}{_LINE}{_CIRCLE}](?:(?<=[{_X}])[{_X}]*|(?<=[{_STAR}])[{_STAR}]*|(?<=[{_LINE}])[{_LINE}]*|[{_CIRCLE}]*)"
)
_LETTERS = Pattern(
    r"(?<![A-Za-z])(?:YYYY|yyyy|YY|Y)年(?:(?:MM?|mm?)月)?(?:(?:DD?|dd?)日)?|(?<![A-Za-z])(?:MM?|mm?)月(?:(?:DD?|dd?)日)"
    r"|(?<![A-Za-z])(?:YYYY|yyyy)[-/.](?:MM|mm)(?:[-/.](?:DD|dd))?(?![A-Za-z])",
    ("YYYY", "yyyy", "Y年", "M月", "m月"),
)
_NUMBER = Pattern(r"[Nn](?<![A-Za-z0-9+＋“‘第].)(?=[个项次届家名](?![0-9一]|人化|性化)|位代表)", ("N", "n"))
_RARE = Pattern(
    r"[….\-—#＃OoＯｏ口]{1,6}"
    r"(?=[省市县镇乡](?:人大|党委|政府|委|纪委|第)|[省市县镇乡村][，、。])",
    ("…", "...", "--", "——", "##", "＃＃", "OO", "oo", "ＯＯ", "ｏｏ", "口口"),
)
_WANTS_NAME = {*"受在向到赴由、"}
_ROUND = "OoＯｏ口"
_ROUND_BEFORE = {*_WANTS_NAME, "", "\n"}
_USUAL = 5
"""With fewer masks it cannot be told whether the writer hid names on purpose."""


@frozen
class Mask:
    """Words left out.

    Attributes:
        span: exactly the signs, with the digits around them that belong to the same year or number.
        style: family of the sign: "x", "star", "underscore", "circle", "letter" (YYYY年, N次) or
            "other" (……镇, ##镇).
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
    emphasis = emphasis_starts(document)
    done = 0
    for match in _CANDIDATE.finditer(text):
        start, end = match.span()
        if start < done or start in emphasis:
            continue
        mask = _look(Around(text, start, end, _FOLD))
        if mask is not None and mask.span.start >= done and not in_zone(document, mask.span):
            found.append(mask)
            done = mask.span.end
    # Where “1+14+N” is explained, N stands for as many as there are.
    patterns = (_LETTERS,) if "+N" in text or "＋N" in text else (_LETTERS, _NUMBER)
    letters = (_letters(text, *match.span()) for pattern in patterns for match in pattern.finditer(text))
    # They hold none of the signs and digits of the others, so nothing is found twice.
    found += [mask for mask in letters if mask]
    found += [
        Mask(Span(*match.span()), "other", "place", match[0])
        for match in _RARE.finditer(text)
        if len(set(match[0])) == 1
        and (len(match[0]) > 1 or match[0] == "…")
        and text[match.start() - 1 : match.start()] in (_ROUND_BEFORE if match[0][0] in _ROUND else _WANTS_NAME)
    ]
    return tuple(sorted(found, key=lambda mask: mask.span.start))


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


def _look(around: Around) -> Mask | None:
    """A closer look at a run of signs."""
    year = masked_year(around)
    if is_lookalike(around) and (year is None or not year.end > around.end):
        return None
    if year is not None:
        return _mask(around, year, "date")
    if around.sign == "X":
        if in_product(around):
            return None
        number = masked_number(around)
        if number is not None:
            return _mask(around, *number)
    kind = single_kind(around) if around.length == 1 else _run_kind(around)
    return _mask(around, Span(around.start, around.end), kind) if kind else None


def _run_kind(around: Around) -> MaskKind | None:
    kind = kind_of(around)
    if kind == "unknown" and (around.length >= LONG or around.digits):
        return None
    return None if around.sign == "○" and is_drawn(around, kind) else kind


def _mask(around: Around, span: Span, kind: MaskKind) -> Mask:
    return Mask(span, _STYLES[around.sign], kind, around.text[span.start : span.end].translate(_FOLD))


def _letters(text: str, start: int, end: int) -> Mask | None:
    """YYYY年MM月DD日 and N次, unless a date format is explained."""
    before = text[max(0, start - 16) : start]
    if "格式" in before or text[end : end + 4].lstrip("”）)").startswith("格式"):
        return None
    words = text[start:end]
    return Mask(Span(start, end), "letter", "quantity" if words in {"N", "n"} else "date", words.upper())
