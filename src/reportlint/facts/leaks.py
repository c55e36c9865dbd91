"""Real names left in a report that hides the name of its own place."""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.gazetteer import COUNTY, PLAIN, gazetteer
from reportlint.facts.home import home
from reportlint.facts.lexicon import lexicon
from reportlint.facts.masks import masks
from reportlint.facts.own_names import is_own_name
from reportlint.facts.person_names import person_names
from reportlint.facts.place_relations import inside_name, is_guest, is_learnt_from, is_partner, relation
from reportlint.facts.place_roles import is_own_role, is_owner, slots
from reportlint.facts.places import chain_of, mentions, stands_alone
from reportlint.facts.residue import in_residue
from reportlint.facts.village_names import bare_villages, named_villages, village_town
from reportlint.text import Pattern, Span
from reportlint.text.find import find_all
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Literal

    LeakKind = Literal["place", "village", "road", "firm", "person"]

_EVERYWHERE = frozenset((11, 81, 82))
_PROVINCE = 10_000_000
_ROAD = Pattern("线(?![上下路索性程条段损缆装])|大道|公路|水库|大桥")
_ROAD_LEFT = frozenset("、，。；及和与在对到沿建修")
_ROAD_LENGTHS = (2, 3)
_FIRM = Pattern(
    "驾校|有限(?:责任)?公司|股份公司|专业合作社|家庭农场|采摘园|养殖场",
    ("驾校", "公司", "合作社", "农场", "采摘园", "养殖场"),
)
_FIRM_START = Pattern("[^\u4e00-\u9fff]|[的了在与和由向对将把被经到为至从及等各该本全多某个家]")
_GENERIC = Pattern(
    "农民|专业|农业|股份|经济|村级|集体|龙头|国有|民营|上市|乡镇|本地|新型|农机|种植|养殖|辖区|城区|机动车|规模|大型|生猪|畜禽|相关|有关|驾|负责|督促|关停|检查"
    "|[一二两三四五六七八九十百]"
)
_VERB = Pattern(
    "走访|支持|引进|发展|协调|督促|帮助|服务|组织|联系|指导|推动|建设|打造|培育|扶持|依托|成立|投资|新建|视察|检查|调研|监督|鼓励|引导|带动|化解|处理|整治|关停|对接|参观"
)
_LONGEST_FIRM = 12


@frozen
class Leak:
    """A real name.

    Attributes:
        span: the name.
        kind: what it names; `firm` is any enterprise.
        sure: whether it can hardly be anything else.
    """

    span: Span
    kind: LeakKind
    sure: bool


@fact
def leaks(document: Document) -> tuple[Leak, ...]:
    """In reading order, none overlapping another; none where the report does not hide its place."""
    if not home(document).masked:
        return ()
    found: list[Leak] = []
    taken: set[int] = set()
    for leak in (
        *_places(document),
        *_towns(document),
        *_villages(document),
        *_persons(document),
        *_roads(document),
        *_firms(document),
    ):
        places = range(leak.span.start, leak.span.end)
        spared = is_own_name(document, leak.span) or in_residue(document, leak.span)
        if taken.isdisjoint(places) and not spared:
            taken.update(places)
            found.append(leak)
    return tuple(sorted(found, key=lambda leak: leak.span.start))


def _places(document: Document) -> Iterator[Leak]:
    sure = {code // 100_000 for mention in mentions(document) if mention.full for code in mention.codes}
    town, _ = village_town(document)
    sure.update({town // 100_000} if town else ())
    hidden = {at for mask in masks(document) for at in (mask.span.start, mask.span.end)}
    for mention in (*mentions(document), *slots(document)):
        span, row = mention.span, chain_of(document, mention.span)
        role = is_owner(document, span) or is_own_role(document, span)
        among = span.start - 1 in hidden or span.end + 1 in hidden  # 岳阳、XX、XX三级
        if not (role or among):
            if any(code // _PROVINCE in _EVERYWHERE for code in mention.codes) or relation(document, row):
                continue
            if not mention.full and not _is_near(mention.codes, sure):
                continue
        guest = is_owner(document, span) and is_guest(document, row)
        if not (guest or is_learnt_from(document, row) or (is_partner(document, row) and not among)):
            yield Leak(span, "place", sure=role or among or mention.full)


def _towns(document: Document) -> Iterator[Leak]:
    """Towns of a county that is named in full, where they stand without their type."""
    known, text = gazetteer(), document.text
    counties = {m.codes[0] for m in mentions(document) if m.full and m.level == COUNTY and len(m.codes) == 1}
    stems = {known.stem(code) for county in counties for code in known.children(county)}
    for stem in sorted(stem for stem in stems if len(stem) > 1 and _is_plain(stem)):
        for at in find_all(text, stem):
            span = Span(at, at + len(stem))
            if stands_alone(text, span.start, span.end) and not (
                relation(document, span) or inside_name(document, span)
            ):
                yield Leak(span, "place", sure=False)


def _is_plain(stem: str) -> bool:
    return any(len(stem) == end and weakness == PLAIN for end, weakness, _ in gazetteer().beginning(stem, 0))


def _is_near(codes: tuple[int, ...], sure: set[int]) -> bool:
    """Whether a place lies in, or holds, a prefecture of which something is named in full."""
    return any(code // 100_000 in sure or any(known // 100 * 10_000_000 == code for known in sure) for code in codes)


def _villages(document: Document) -> Iterator[Leak]:
    for village in (*named_villages(document), *bare_villages(document)):
        yield Leak(village.span, "village", sure=len(village.span) > len(village.stem))


def _persons(document: Document) -> Iterator[Leak]:
    for person in person_names(document):
        yield Leak(person.span, "person", sure=person.confidence == "high")


def _roads(document: Document) -> Iterator[Leak]:
    """湘慧线: two or three characters that are no words, between a mark and the type of a road or work."""
    words, text = lexicon(), document.text
    for match in _ROAD.finditer(text):
        for length in _ROAD_LENGTHS:
            start = match.start() - length
            stem = text[start : match.start()] if start > 0 and text[start - 1] in _ROAD_LEFT else ""
            if not stem or min(stem) < "\u4e00" or words.contains(stem) or len(words.best(stem)[1]) == 1:
                continue
            if length in words.best(text[start : match.end()])[1] and stands_alone(text, start, match.end()):
                yield Leak(Span(start, match.end()), "road", sure=False)
                break


def _firms(document: Document) -> Iterator[Leak]:
    text = document.text
    for match in _FIRM.finditer(text):
        start = match.start()
        while start > match.start() - _LONGEST_FIRM and start and not _FIRM_START.match(text, start - 1, start):
            start -= 1
        name = text[start : match.start()]
        ends = lexicon().best(name)[1] if name else []
        # A verb may stand before the name; of 驾校 and the like only the last word belongs to it.
        last = len(match[0]) == 2 and len(ends) > 1  # noqa: PLR2004
        verb = _VERB.match(name)
        start += ends[-2] if last else verb.end() if verb and verb.end() in ends else 0
        name = text[start : match.start()]
        if len(name) > 1 and not _GENERIC.search(name) and stands_alone(text, match.start(), match.end()):
            yield Leak(Span(start, match.end()), "firm", sure=False)
