"""One organ under two names in one draft: 镇委 beside 镇党委, 县卫健委 beside 县卫健局; and names no organ has."""

from __future__ import annotations

from itertools import islice

from reportlint.document import Document, fact
from reportlint.facts.compilation import members
from reportlint.facts.organ_words import begins, in_quotes
from reportlint.facts.organs import organs
from reportlint.facts.own_type import own_type
from reportlint.text import Pattern, Span
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reportlint.facts.organs import Organ

_ENOUGH = 50
"""More of one name that no organ has would be no slip."""
_MOST, _TIMES = 3, 3
"""How often the usual name stands at least, and how many times as often as the other."""

_COMMITTEES = (("镇", "委", "党委"), ("乡", "委", "党委"), ("街道", "党委", "党工委"))
# In such pairs and titles 镇委 is customary where the organ is otherwise called 镇党委.
_CUSTOMARY = Pattern(
    r"[、，和与及]?(?:[镇乡]?(?:人民)?政府|[镇乡]人大|[镇乡]纪委)|书记|副书记|委员|班子|会议|扩大会|理论|中心组|办|党政|领导班子|[一二三四五六七八九十]届|第"
)
_DEFINED = Pattern(r"简称[：:]?[“”‘’]?[^“”‘’，。）)]{0,8}委", ("简称",))

_NO_ORGAN = Pattern(
    r"(?:[省市县区旗州镇乡](?P<deputies>人大代表)(?:主席团(?!成员)|常委会(?!委员|组成)))|[省市县区旗州镇乡](?P<persons>人民代表)主席团(?!成员)",
    ("人大代表主席团", "人大代表常委会", "人民代表主席团"),
)
_OFFICES = (
    (
        Pattern(
            r"(?<![一-鿿])市场所(?=[、，。；等和及与的牵负联]|工作|开展|对)|(?<=[镇乡、由和])市场所(?=[、，。；等和及与的牵负联]|工作|开展|对)",
            ("市场所",),
        ),
        Pattern(r"市场监管所|市场监督管理所", ("市场监管所", "市场监督管理所")),
        "市场监管所",
    ),
    (Pattern(r"市场监督所", ("市场监督所",)), Pattern(r"市场监管所|市场监督管理所", ("市场监",)), "市场监管所"),
    (
        Pattern(r"退役军人事务(?=站)", ("退役军人事务站",)),
        Pattern(r"退役军人服务站", ("退役军人服务站",)),
        "退役军人服务",
    ),
)
_BUREAU = Pattern(
    r"(?P<level>[县区旗])(?P<stem>卫健|卫生健康|发改|发展改革|发展和改革|工信|工业和信息化|经信|商务|住建|城管|民宗|国资)"
    r"(?P<kind>局|委(?:员会)?(?!员|主任委))",
    ("卫", "发改", "发展", "工", "经信", "商务", "住建", "城管", "民宗", "国资"),
)
_STEMS = {"卫生健康": "卫健", "发展改革": "发改", "发展和改革": "发改", "工业和信息化": "工信"}


@frozen
class Variant:
    """The rarer name of an organ.

    Attributes:
        span: the rarer name.
        usual: the name this draft uses, or the right one.
        places: where that stands, at most two; empty when it does not stand in the draft.
        count: how often it does.
    """

    span: Span
    usual: str
    places: tuple[Span, ...]
    count: int


@fact
def variants(document: Document) -> tuple[Variant, ...]:
    """All rarer names in reading order; none in a collection of reports, each of which has its own."""
    if members(document):
        return ()
    found = (*_committees(document), *_no_organs(document), *_offices(document), *_bureaus(document))
    return tuple(sorted(found, key=lambda variant: variant.span))


def _committees(document: Document) -> Iterator[Variant]:
    """镇委 where the draft says 镇党委, 街道党委 where it says 街道党工委."""
    text = document.text
    if _DEFINED.search(text):
        return
    for level, rare, usual in _COMMITTEES:
        mine = [organ for organ in organs(document) if organ.level == level]
        rarer = [organ for organ in mine if organ.word == rare]
        often = [organ for organ in mine if organ.word == usual]
        if not rarer or not _outweighs(often, rarer):
            continue
        for organ in rarer:
            customary = rare == "委" and _CUSTOMARY.match(text, organ.span.end)
            if organ.bare and not customary and not in_quotes(document, organ.span):
                yield _variant(organ.span, level + usual, [one.span for one in often])


def _no_organs(document: Document) -> Iterator[Variant]:
    """镇人大代表主席团: deputies have no presidium, their congress has."""
    text = document.text
    for match in islice(_NO_ORGAN.finditer(text), _ENOUGH):
        span = Span(*match.span())
        name = "deputies" if match["deputies"] else "persons"
        usual = match[0].replace(match[name], "人大", 1)
        first = text.find(usual)
        places = (Span(first, first + len(usual)),) if first >= 0 else ()
        yield Variant(span, usual, places, text.count(usual))


def _offices(document: Document) -> Iterator[Variant]:
    text = document.text
    for rare, usual, name in _OFFICES:
        rarer = [Span(*match.span()) for match in rare.finditer(text)]
        often = [Span(*match.span()) for match in usual.finditer(text)] if rarer else []
        if rarer and len(often) > len(rarer):
            yield from (_variant(span, name, often) for span in rarer if not in_quotes(document, span))


def _bureaus(document: Document) -> Iterator[Variant]:
    """A county has a 卫健局 or a 卫健委; of 区 the region may be meant, unless the report is of a district."""
    text, own = document.text, own_type(document).type
    if own not in {"县", "区", "旗"} or (own == "区" and "自治区" in text):
        return
    kinds: dict[str, dict[str, list[Span]]] = {}
    for match in _BUREAU.finditer(text):
        if match["level"] == own and begins(text, match.start()):
            stem = _STEMS.get(match["stem"], match["stem"])
            kinds.setdefault(stem, {}).setdefault(match["kind"][0], []).append(Span(*match.span()))
    for both in kinds.values():
        rarer, often = sorted((both.get("局", []), both.get("委", [])), key=len)
        if rarer and _outweighs(often, rarer):
            for span in rarer:
                yield _variant(span, document.slice(often[0]), often)


def _outweighs(often: Sequence[Organ | Span], rarer: Sequence[Organ | Span]) -> bool:
    return len(often) >= max(_MOST, _TIMES * len(rarer))


def _variant(span: Span, usual: str, places: list[Span]) -> Variant:
    return Variant(span, usual, tuple(places[:2]), len(places))
