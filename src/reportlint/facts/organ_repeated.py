"""A level or an organ that stands twice (市、市人大, 市人大和市人大, 镇镇党委), and levels out of order."""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.organ_words import begins
from reportlint.text import Pattern, Span
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_ORGAN = r"(?:人大|人民代表大会|委(?![员托派以任])|人民政府|政府|党委|党工委|纪委|政协|党代会|人代会|[两二三四]级)"
_JOINED = r"(?:、|和|与|及|以及)"
# The joining mark first: it is rare before a level that also stands behind it.
_TWICE = Pattern(rf"(?P<level>[省市州县区旗镇乡])(?P<joint>{_JOINED})(?P=level)(?={_ORGAN})")
_GLUED = Pattern(
    rf"(?P<level>[省市州县区旗镇乡])(?P=level)(?={_ORGAN})",
    tuple(2 * level for level in "省市州县区旗镇乡"),
)
_ORGANS = Pattern(
    rf"(?P<organ>[省市州县区旗镇乡](?:人大常委会|人大|委|人民政府|政府|党委|纪委|政协)){_JOINED}(?P=organ)"
    r"(?=的|[，。；、：:！\n]|开展|领导|指导|决策|部署|要求|安排|交办|支持|关心|监督|高度|联合|等|分别|汇报|报告|请示|\Z)"
)
_RANKS: dict[str, tuple[int, ...]] = {
    **dict.fromkeys(("中央", "国家", "全国", "部"), (0,)),
    **dict.fromkeys(("省", "自治区"), (1,)),
    **dict.fromkeys(("州", "盟", "地区"), (2,)),
    "市": (2, 3),
    **dict.fromkeys(("县", "区", "旗"), (3,)),
    **dict.fromkeys(("乡", "镇", "乡镇", "镇街", "街道", "街", "苏木"), (4,)),
    **dict.fromkeys(("村", "社区", "村居"), (5,)),
    **dict.fromkeys(("组", "小组", "网格"), (6,)),
}
_NAMES = "|".join(sorted(_RANKS, key=len, reverse=True))
_LEVELS = Pattern(
    rf"(?P<chain>(?:{_NAMES})(?:、(?:{_NAMES})){{2,5}})[两二三四五六]级",
    ("级",),
)
_QUALIFIED = frozenset("的是了为")
_LEAST = 3
_TOO_FAR = 6
_UPPER = "省州区央家国部"


@frozen
class Repeated:
    """Something that stands twice.

    Attributes:
        span: both, with what joins them; of 市、市人大 the levels alone.
        kind: "level" (市、市人大), "glued" (镇镇党委), "organ" (市人大和市人大), "order" (县、村、镇三级), or "cities"
            (省、市、市: perhaps a city and the one below it).
    """

    span: Span
    kind: str


@fact
def repeated(document: Document) -> tuple[Repeated, ...]:
    """All of them in reading order, none overlapping another."""
    text = document.text
    found = sorted((*_twice(text), *_organs(text), *_disordered(text)), key=lambda known: known.span)
    out: list[Repeated] = []
    for known in found:
        if not out or known.span.start >= out[-1].span.end:
            out.append(known)
    return tuple(out)


def _twice(text: str) -> Iterator[Repeated]:
    for match in _TWICE.finditer(text):
        if not begins(text, match.start()) or text[match.start() - 1 : match.start()] in _QUALIFIED:
            continue  # 茂名市、市委; 各市、市委; 靠后的镇、镇党委书记: a name, or many, or one that is told more of
        listed = text[match.start() - 1 : match.start()] == "、"
        if not listed:
            yield Repeated(Span(*match.span()), "level")
        elif match["joint"] == "、":
            above = text[match.start() - 2 : match.start() - 1] in _UPPER
            yield Repeated(Span(*match.span()), "cities" if above and match["level"] == "市" else "level")
    for match in _GLUED.finditer(text):
        # 我镇镇党委 and 石桥镇镇党委 are heavy but not wrong.
        if begins(text, match.start()) and text[match.start() - 1 : match.start()] not in {"我", "本", *_QUALIFIED}:
            yield Repeated(Span(*match.span()), "glued")


def _organs(text: str) -> Iterator[Repeated]:
    for match in _ORGANS.finditer(text):
        if begins(text, match.start()):
            yield Repeated(Span(*match.span()), "organ")


def _disordered(text: str) -> Iterator[Repeated]:
    """Chains such as 县、村、镇三级, whichever tier a 市 is of."""
    for match in _LEVELS.finditer(text):
        names = match["chain"].split("、")
        if len(names) >= _LEAST and not _is_ordered(names):
            yield Repeated(Span(*match.span("chain")), "order")


def _is_ordered(names: list[str]) -> bool:
    """Whether levels can be read as going down, or as going up."""
    ranks = [_RANKS[name] for name in names]
    down, up = 0, _TOO_FAR
    goes_down = goes_up = True
    for rank in ranks:
        lower = [one for one in rank if one >= down]
        higher = [one for one in rank if one <= up]
        goes_down, goes_up = goes_down and bool(lower), goes_up and bool(higher)
        down, up = min(lower, default=down), max(higher, default=up)
    return goes_down or goes_up
