"""Organs and words of another type of place than the report is of: 乡党委 in the report of a 镇."""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.gazetteer import TOWN, gazetteer, within
from reportlint.facts.home import home
from reportlint.facts.organ_context import is_elsewhere, is_in_list_of_levels, names_place, was_renamed
from reportlint.facts.organ_words import TIERS, around, begins, in_quotes
from reportlint.facts.organs import organs
from reportlint.facts.own_type import OwnType, own_type
from reportlint.facts.own_type_words import SELF, is_place
from reportlint.text import Pattern, Span
from reportlint.text.find import find_all
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


_OTHERS = {
    "镇": ("乡", "街道", "苏木"),
    "乡": ("镇", "街道", "苏木"),
    "街道": ("镇", "乡", "苏木"),
    "苏木": ("镇", "乡", "街道"),
    "县": ("区", "旗"),
    "区": ("县", "旗"),
    "旗": ("县",),
    "市": ("县",),
}
"""Types of the same tier that cannot be meant: a 市 may stand above a 县, so it is none of them."""

_HEADS = Pattern(
    r"[乡镇]长(?![期效大辈远廊征者久势江河城沙春制])|[乡镇]机关|[乡镇]财政(?=收入|支出|所|工作|预算)", ("乡", "镇")
)
_WORDS = {
    ("街道", "人大"): "人大工委",
    ("街道", "政府"): "办事处",
    ("街道", "党委"): "党工委",
    ("街道", "纪委"): "纪工委",
}
"""Organs of a street, and the organs of a town in their place."""
_TOWN_WORDS = {"党委": "党委", "政府": "政府", "人大": "人大", "纪委": "纪委", "政协": "政协"}

_AUTONOMOUS = Pattern(
    r"自治区|内蒙古|广西|宁夏|新疆|西藏|(?:开发|高新|经开|产业|工业|集聚|示范|保税|新|园|景|矿|库|林|牧|灌)区",
    ("区", "内蒙古", "广西", "宁夏", "新疆", "西藏"),
)
"""Where 全区 need not be that of a district."""

_LAW = Pattern(r"依法治(?P<type>[乡镇县市区旗])(?!委|办|工作领导|领导|规划|[县市区]委)", ("依法治",))
_LAWS = Pattern(r"依法治[省市县区旗镇乡村]", ("依法治",))
_LAW_ABOVE = Pattern(r"(?:全面|助力|服务|融入|参与|支持|配合|[省市县区]委|全[省市县区]|推动[省市县区])[^，。；]{0,6}\Z")
_FORMAL = frozenset(("title", "session", "mandate", "declared"))
_TOWN_TYPES, _COUNTY_TYPES = ("街道", "苏木", "镇", "乡"), ("县", "区")
_SHORTEST, _RARELY = 2, 3
_LAW_REACH = 12


@frozen
class Mixed:
    """A word for another type of place.

    Attributes:
        span: the word: 乡党委, 全乡, 依法治区.
        instead: what the report's own type would make of it, empty when it cannot be told.
        sure: whether it can be nothing else than a slip.
    """

    span: Span
    instead: str
    sure: bool


@fact
def reported_type(document: Document) -> OwnType:
    """The type of place by the votes of `own_type`; where they are divided, by a town's name in title or mandate."""
    own, place = own_type(document), home(document)
    if own.type or place.level != TOWN or not any(known.source in _FORMAL for known in place.evidence):
        return own
    type_ = next((known for known in _TOWN_TYPES if place.name.endswith(known)), "")
    evidence = tuple(known.span for known in place.evidence)
    return OwnType(type_, TIERS[type_], evidence, own.share, formal=True) if type_ else own


def _own_name(document: Document, own: OwnType) -> Iterator[Mixed]:
    """石桥乡 in the report of 石桥镇, where there is no such place nearby."""
    place = home(document)
    if place.level != TOWN or not place.stem or not place.name.endswith(own.type or "-") or len(place.stem) < _SHORTEST:
        return
    above = {gazetteer().parent(code) for code in place.codes}
    # 石桥县 could only be a county of the same city, and its own county may well be called as the town is.
    near = above | {gazetteer().parent(code) for code in above}
    for type_ in (*_TOWN_TYPES, *_COUNTY_TYPES):
        other = place.stem + type_
        if type_ == own.type or other == place.name or own.type not in _TOWN_TYPES:
            continue
        spans = [Span(at, at + len(other)) for at in find_all(document.text, other)]
        there = any(within(code, county) for code in gazetteer().codes(other) for county in near)
        if there or len(spans) * _RARELY > place.count:
            continue
        yield from (
            Mixed(span, place.name, sure=True) for span in spans if document.text[span.start - 1 : span.start] != "原"
        )


@fact
def mixed(document: Document) -> tuple[Mixed, ...]:
    """All words for another type of place of the same tier, in reading order; none where the own type is unknown."""
    own = reported_type(document)
    others = _other_types(document, own)
    found: list[Mixed] = list(_own_name(document, own))
    if others:
        found += [slip for slip in _candidates(document, own, others) if not _is_meant(document, slip, own)]
    if own.tier in {"township", "county"} and own.type not in {"街道", "苏木"}:
        found += _laws(document, own)
    return tuple(sorted(found, key=lambda slip: slip.span))


def _other_types(document: Document, own: OwnType) -> tuple[str, ...]:
    """The types that cannot be meant in this report."""
    if own.type not in _OTHERS:
        return ()
    if own.type == "市":
        return _OTHERS["市"] if own.tier == "county" and own.formal else ()
    tier = TIERS[own.type]
    # A county named by its bureaus alone might be a district of a region; only title, mandate or signature are sure.
    if was_renamed(document, tier) or (tier == "county" and not own.formal):
        return ()
    if own.type == "县" and _AUTONOMOUS.search(document.text):
        return ("旗",)
    return _OTHERS[own.type]


def _candidates(document: Document, own: OwnType, others: tuple[str, ...]) -> Iterator[Mixed]:
    text = document.text
    for match in SELF.finditer(text):
        type_, start = match["type"], match.start("type")
        if type_ in others and is_place(text, start, type_, match.end()):
            yield Mixed(Span(*match.span()), match["who"] + own.type, sure=True)
    for organ in organs(document):
        if organ.bare and organ.level in others and text[organ.span.start - 1 : organ.span.start] not in {"我", "本"}:
            yield Mixed(organ.span, _organ_of(own.type, organ.level, organ.word, organ.kind), sure=True)
    if TIERS[own.type if own.type in TIERS else "县"] == "township":
        for match in _HEADS.finditer(text):
            if match[0][0] in others and begins(text, match.start()):
                instead = "" if own.type == "街道" else own.type + match[0][1:]
                yield Mixed(Span(*match.span()), instead, sure=True)


def _organ_of(own: str, level: str, word: str, kind: str) -> str:
    """The organ of the report's own place in place of another's."""
    if own == "街道":
        word = _WORDS.get((own, kind), "")
    elif level == "街道":
        word = _TOWN_WORDS[kind]
    return own + word if word else ""


def _is_meant(document: Document, slip: Mixed, own: OwnType) -> bool:
    """Whether the other type may well be meant."""
    text, span = document.text, slip.span
    if is_in_list_of_levels(text, span, own.type) or in_quotes(document, span):
        return True
    words = document.slice(span)
    type_ = next(name for name in ("街道", "苏木", *"乡镇县区旗") if name in words)
    if is_elsewhere(document, span, type_):
        return True
    if TIERS[type_] != "county":
        return False
    block = document.block_at(span.start)
    return block is not None and names_place(text, block.span.start, block.span.end, type_)


def _laws(document: Document, own: OwnType) -> Iterator[Mixed]:
    """依法治区 in the report of a 镇, unless what the district does is told."""
    text = document.text
    wrong = {"township": "乡镇县市区旗", "county": "县区旗"}[own.tier].replace(own.type, "")
    for match in _LAW.finditer(text):
        span = Span(*match.span())
        if match["type"] not in wrong or in_quotes(document, span):
            continue
        sentence = around(document, span)
        alone = len(_LAWS.findall(text, sentence.start, sentence.end)) == 1
        floor = max(sentence.start, span.start - _LAW_REACH)
        if alone and not _LAW_ABOVE.compiled.search(text, floor, span.start):
            yield Mixed(span, f"依法治{own.type}", sure=False)
