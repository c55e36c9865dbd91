"""What kind of place a report is of: a 镇, a 乡, a 街道, a 县, a 市…, whether or not its name is masked.

Votes are counted: the title and the lines under it, the mandate (受…镇人大主席团委托), the signature, how the draft
speaks of itself (我镇, 本镇, 全镇), and the organs without a name (镇党委) of that tier. A report names organs above
its own all the time, so organs decide between types of one tier (乡, 镇) and hardly ever the tier.
"""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.compilation import members
from reportlint.facts.organ_words import TIERS, begins
from reportlint.facts.organs import organs
from reportlint.facts.outline import outline
from reportlint.facts.own_type_words import (
    LOWER,
    MANDATE,
    SELF,
    SPEAKER,
    STREET,
    SUBORDINATE,
    TOWNS,
    is_place,
    is_ranked,
    type_in_line,
)
from reportlint.text import Span
from reportlint.text.frozen import frozen

_SHARE = 0.8
_SHARE_IF_SAID = 0.6
"""Where title, mandate and signature name one type twice, and no other, the rest may be half adapted."""
_USES = 3
_ORGANS_ALONE = 5
"""How many organs of one type it takes where nothing else tells."""

_TITLE, _MANDATE, _SIGNATURE, _SELF, _ALL, _ORGAN = 4.0, 4.0, 3.0, 2.0, 1.0, 1.0
_HEAD = 700
_FEW, _MANY = 2, 3
_CLAUSE_ENDS = frozenset("，。；：！？、）\n 　”")
_MUNICIPALITIES = ("北京市", "上海市", "天津市", "重庆市")


@frozen
class OwnType:
    """What kind of place a report is of. A bureau's place is its county, a deputy head's is the town.

    Attributes:
        type: "镇", "乡" (民族乡 too), "街道", "苏木", "县" (自治县 too), "区", "旗", "市", "州", "盟", "地区", "省",
            "自治区", "村", "社区", "开发区"; empty when unknown.
        tier: "township", "county", "prefecture", "province" or "village"; empty when unknown, as it may be of a 市.
        evidence: the words that say so, in reading order: the type alone in a title, 全镇, 镇党委.
        share: the share of the votes for the type, 0.0 to 1.0; also when it was too low to tell.
        formal: whether the title, the mandate or the signature is among the evidence.
    """

    type: str
    tier: str
    evidence: tuple[Span, ...]
    share: float
    formal: bool


UNKNOWN = OwnType("", "", (), 0.0, formal=False)


@frozen
class _Vote:
    span: Span
    type: str
    weight: float


@fact
def own_type(document: Document) -> OwnType:
    """The type of place the report is of: with at least four fifths of the votes, and three mentions.

    A collection of several reports is of no place.
    """
    if members(document):
        return UNKNOWN
    formal = _formal(document)
    votes = [*formal, *_selves(document, {vote.type for vote in formal})]
    named = _named(document, {vote.type for vote in formal})
    if votes:
        leading = _winner(votes)
        tier = TIERS.get(leading)
        votes += [vote for vote in named if vote.type == leading or (tier and TIERS.get(vote.type) == tier)]
    elif len(named) >= _ORGANS_ALONE:
        votes = named
    return _count(document, votes, formal)


def _count(document: Document, votes: list[_Vote], formal: list[_Vote]) -> OwnType:
    if not votes:
        return UNKNOWN
    best = _winner(votes)
    own = {vote.span: vote for vote in votes if vote.type == best}
    share = sum(vote.weight for vote in votes if vote.type == best) / sum(vote.weight for vote in votes)
    said = len(formal) > 1 and all(vote.type == best for vote in formal)
    if share < (_SHARE_IF_SAID if said else _SHARE) or len(own) < _USES:
        return OwnType("", "", (), share, formal=False)
    tier = TIERS.get(best) or (_tier_of_city(document) if best == "市" else "")
    return OwnType(best, tier, tuple(sorted(own)), share, formal=any(vote.type == best for vote in formal))


def _winner(votes: list[_Vote]) -> str:
    """The type with most votes, the first of several."""
    sums: dict[str, float] = {}
    for vote in votes:
        sums[vote.type] = sums.get(vote.type, 0.0) + vote.weight
    return max(sums, key=sums.__getitem__)


def _named(document: Document, formal: set[str]) -> list[_Vote]:
    """Organs without a name, and what streets and villages call themselves."""
    text = document.text
    votes = [_Vote(organ.span, _own_word(organ.level, organ.word), _ORGAN) for organ in organs(document) if organ.bare]
    known = {vote.span.start for vote in votes}
    votes += [
        _Vote(Span(*match.span()), match["type"] or match["village"], _ORGAN)
        for match in LOWER.finditer(text)
        if match.start() not in known and begins(text, match.start())
    ]
    if formal == {"街道"}:
        known |= {vote.span.start for vote in votes}
        votes += [
            _Vote(Span(*match.span()), "街道", _ORGAN)
            for match in STREET.finditer(text)
            if match.start() not in known and text[match.start() - 1 : match.start()] in _CLAUSE_ENDS
        ]
    return votes


def _own_word(level: str, word: str) -> str:
    """The type of the place an organ belongs to."""
    return "街道" if word in {"办事处", "党工委", "纪工委"} and TIERS.get(level) == "township" else level


def _formal(document: Document) -> list[_Vote]:
    """What title, mandate and signature say."""
    text, sketch = document.text, outline(document)
    front = [block.span for block in document.blocks if sketch.front.covers(block.span)]
    if sketch.title and sketch.title.start >= sketch.front.end:
        front.append(sketch.title)
    found = [(_TITLE, type_in_line(text, line)) for line in front if len(line)]
    found += [(_SIGNATURE, type_in_line(text, line)) for line in sketch.signature]
    main = sketch.main
    end = min(main.end, main.start + _HEAD)
    mandate = MANDATE.search(text, main.start, end) or SPEAKER.search(text, main.start, end)
    if mandate:
        # 受区人大常委会永兴街道工作委员会委托: the street speaks.
        street = mandate.start() + mandate[0].find("街道")
        said = (
            (Span(street, street + 2), "街道")
            if "街道" in mandate[0]
            else (Span(*mandate.span("type")), mandate["type"])
        )
        found.append((_MANDATE, said))
    return [_Vote(place[0], place[1], weight) for weight, place in found if place]


def _selves(document: Document, formal: set[str]) -> list[_Vote]:
    """How the draft speaks of itself: 我镇, 本镇, 全镇."""
    text = document.text
    tiers = {TIERS.get(type_, type_) for type_ in formal}
    votes: list[_Vote] = []
    for match in SELF.finditer(text):
        type_ = match["type"]
        # In front of the type stands 我, 本 or 全: only what follows can make another word of it.
        if not is_place(text, match.start("type"), type_, match.end()):
            continue
        if type_ == "区" and formal & {"自治区", "开发区"}:
            type_ = "自治区" if "自治区" in formal else "开发区"
        if match["who"] != "全":
            votes.append(_Vote(Span(*match.span()), type_, _SELF))
        # Once the title says 镇, 全县 and 全村 are what is around it and in it.
        elif not is_ranked(text, match.start(), match.end()) and (
            len(tiers) != 1 or TIERS.get(type_, type_) in tiers or type_ in formal
        ):
            votes.append(_Vote(Span(*match.span()), type_, _ALL))
    return votes


def _tier_of_city(document: Document) -> str:
    """The tier of a 市: told by its name, or by what it has below it; empty when unsure."""
    text, sketch = document.text, outline(document)
    head = text[sketch.front.start : max(sketch.front.end, sketch.title.end if sketch.title else 0)]
    if any(name in head for name in _MUNICIPALITIES):
        return "province"
    below = len(SUBORDINATE.findall(text))
    if below >= _MANY:
        return "prefecture"
    return "county" if not below and len(TOWNS.findall(text)) >= _FEW else ""
