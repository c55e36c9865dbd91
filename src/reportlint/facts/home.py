"""Whose report it is: the place it speaks for, with the words that say so."""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.gazetteer import TOWN, gazetteer, level, within
from reportlint.facts.home_codes import resolve
from reportlint.facts.lexicon import lexicon
from reportlint.facts.masks import masks
from reportlint.facts.outline import outline
from reportlint.facts.place_chain import Part, read_chain
from reportlint.facts.place_roles import is_own_role
from reportlint.facts.place_types import bare_name
from reportlint.facts.places import mentions
from reportlint.facts.residue import in_residue
from reportlint.facts.village_names import named_villages
from reportlint.text import MULTILINE, Pattern, Span
from reportlint.text.find import find_all
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_LEAD = Pattern(
    "[ 　\t>#*—\\-（(《]{0,8}(?:(?:关于|中国共产党|中共|在|[0-9〇○一二三四五六七八九十]{1,4}(?:年度?|月|日)(?:至|[—-])?"
    "|[0-9]{4}[.-][0-9]{1,2}[.-][0-9]{1,2}|上半年|下半年|政府工作报告)[ 　，,在]{0,2}){0,5}"
)
_ROLES = (
    ("session", Pattern("在(?=[\u4e00-\u9fff]{2,28}第[^届次\n]{1,6}届)", ("届",))),
    (
        "mandate",
        Pattern(
            "(?:受|代表)(?=[\u4e00-\u9fff]{2,24}(?:人大|人民|主席团|党委|政府|委员会|党工委|街道|办事处|常委会|局|院|委))"
        ),
    ),
    (
        "opening",
        Pattern(
            "(?:[年度期]来?，|以来，|^[ 　]{0,4})"
            "(?=[\u4e00-\u9fff]{2,16}(?:街道|[省镇乡县区市旗])(?:在|坚持|始终|认真|深入|全面|紧|以|人大|党委))",
            flags=MULTILINE,
        ),
    ),
    ("mandate", Pattern("(?:担任|现任|[我是任])(?=[\u4e00-\u9fff]{2,16}(?:镇长|乡长|县长|书记|主任|局长|主席|副))")),
)
_OPENING = 900
_MASKED = frozenset(("place", "unknown", "name"))
_FORMAL = frozenset(("title", "session", "mandate"))
_RARE = 60
"""A village name that more towns have tells nothing about which of them it is."""
_NO_PLACE = Pattern("[\u4e00-\u9fff]{0,6}(?:商会|同乡会|校友|联络处)")
_FEWEST_MASKS = 3
_FEWEST = 2
_OFTEN = 3
_CLOSE = 0.6
_WEIGHT = {"title": 3.0, "session": 3.0, "mandate": 3.0, "signature": 2.0, "opening": 2.0}
_MOST = 6


@frozen
class Evidence:
    """Words that say whose report it is.

    Attributes:
        span: the name.
        source: "title", "session" (在…第十届…), "mandate" (受…委托), "opening" (2024年，…镇坚持), "signature" or
            "mention".
    """

    span: Span
    source: str


@frozen
class Home:
    """The place a report speaks for. What cannot be told is empty.

    Attributes:
        name: with its type: 镇江镇.
        codes: of the places it may be (see `gazetteer`); none for a place nobody knows, such as a new town.
        level: PROVINCE to TOWN, 0 when unknown.
        masked: whether the report hides its own name: XX镇.
        evidence: in reading order.
        count: how often the full name stands in the report.
        declared: whether the user said so.
    """

    name: str
    codes: tuple[int, ...]
    level: int
    masked: bool
    evidence: tuple[Evidence, ...] = ()
    count: int = 0
    declared: bool = False

    @property
    def stem(self) -> str:
        """The name without its type: 镇江."""
        return (gazetteer().stem(self.codes[0]) if self.codes else "") or bare_name(self.name)

    def is_related(self, codes: tuple[int, ...]) -> bool:
        """Whether any of some places lies in this one, or this one in it."""
        return any(within(code, own) or within(own, code) for own in self.codes for code in codes)


@fact
def home(document: Document) -> Home:
    """The place of the report; its name is empty when there are several candidates, or only a single mention."""
    declared = _declared(document)
    if declared:
        return declared
    hidden = _is_masked(document)
    chosen = _choose(_candidates(document))
    if chosen is None or (hidden and not chosen.formal):
        return Home("", (), 0, masked=hidden)
    codes = resolve(document, chosen.parts)
    evidence = tuple(Evidence(part.span, source) for part, source in zip(chosen.parts, chosen.sources, strict=True))
    lowest = min(map(level, codes)) if codes else chosen.parts[0].level
    count = document.text.count(chosen.name)
    return Home(chosen.name, codes, lowest, masked=False, evidence=evidence, count=count)


@frozen
class Candidate:
    """A place that may be the report's own.

    Attributes:
        name: with its type.
        parts: where it stands as one.
        sources: what each of these is, as in `Evidence`.
        count: how often it is named, with its type or in its own role without.
        villages: how many of its villages are named.
    """

    name: str
    parts: tuple[Part, ...]
    sources: tuple[str, ...]
    count: int
    villages: int

    @property
    def formal(self) -> int:
        """How many times title, session and mandate say that the report is of this place."""
        return sum(source in _FORMAL for source in self.sources)

    @property
    def is_borne_out(self) -> bool:
        """Whether they say so twice, or once and the opening too, or villages of the place are named."""
        opened = "opening" in self.sources or self.villages >= _FEWEST
        return self.formal + opened >= _FEWEST and self.formal > 0

    @property
    def score(self) -> float:
        """How much speaks for it; nothing for what is named once only."""
        if self.count < _FEWEST and not self.is_borne_out:
            return 0.0
        # A signature is what is forgotten most.
        if not (self.formal or "opening" in self.sources) and self.count < _OFTEN:
            return 0.0
        return sum(_WEIGHT.get(source, 0.0) for source in set(self.sources)) + min(self.count + self.villages, _MOST)


def _choose(candidates: list[Candidate]) -> Candidate | None:
    """The only one that can be meant: what the head of a report says twice is what a drafter changes first."""
    ranked = sorted((one for one in candidates if one.score), key=lambda one: (-one.score, one.name))
    if not ranked:
        return None
    borne_out = [one for one in ranked if one.is_borne_out]
    best = (borne_out or ranked)[0]
    rivals = [other for other in candidates if other is not best and _rival(best.parts[0], other.parts[0])]
    if borne_out:
        return None if any(other.is_borne_out for other in rivals) else best
    # A title that names another place, though once only, leaves it open, unless all the rest speaks of this one.
    told = "opening" in best.sources and best.count >= _OFTEN + 1
    open_ = any(
        (other.formal > best.formal and not (told and other.count < _FEWEST)) or other.score > best.score * _CLOSE
        for other in rivals
    )
    return None if open_ else best


def _candidates(document: Document) -> list[Candidate]:
    found: dict[str, list[tuple[Part, str]]] = {}
    for part, source in _anchors(document):
        found.setdefault(part.name, []).append((part, source))
    for part in _frequent(document):
        found.setdefault(part.name, []).append((part, "mention"))
    return [
        Candidate(
            name,
            tuple(part for part, _ in places),
            tuple(source for _, source in places),
            sum(1 for _ in _places_of(document, name)) + _bare_count(document, name, places[0][0]),
            _village_count(document, places[0][0]),
        )
        for name, places in found.items()
    ]


def _village_count(document: Document, part: Part) -> int:
    """How many villages of a town are named that few other towns have."""
    if part.level != TOWN or not part.codes:
        return 0
    villages = {village.stem: village.towns for village in named_villages(document)}
    return sum(len(towns) <= _RARE and not set(part.codes).isdisjoint(towns) for towns in villages.values())


def _anchors(document: Document) -> Iterator[tuple[Part, str]]:
    """Names in title, session, mandate and signature: the last of each row, with where it stands."""
    text, sketch = document.text, outline(document)
    seen: set[int] = set()
    front = [block.span for block in document.blocks if sketch.front.covers(block.span)]
    for line in front:
        match = _LEAD.match(text, line.start, line.end)
        yield from _new(document, seen, read_chain(text, match.end() if match else line.start, line.end), "title")
    main_start = sketch.front.start
    for source, pattern in _ROLES:
        for match in pattern.finditer(text, main_start, min(len(text), main_start + _OPENING)):
            yield from _new(document, seen, read_chain(text, match.end(), match.end() + 30), source)
    for line in sketch.signature:
        match = _LEAD.match(text, line.start, line.end)
        yield from _new(document, seen, read_chain(text, match.end() if match else line.start, line.end), "signature")


def _new(document: Document, seen: set[int], chain: tuple[Part, ...], source: str) -> Iterator[tuple[Part, str]]:
    if chain and chain[-1].span.start not in seen and not _is_of_fellows(document, chain):
        seen.add(chain[-1].span.start)
        yield chain[-1], source


def _is_of_fellows(document: Document, chain: tuple[Part, ...]) -> bool:
    """Whether it is people from a place who speak, elsewhere: 深圳市湘潭商会."""
    end = chain[-1].span.end
    return _NO_PLACE.match(document.text, end, end + 12) is not None


_OWN = Pattern("党委|党工委|人大|人民政府|政府|主席团|纪委|人民代表大会|人民|干部群众|经济社会")


def _frequent(document: Document) -> list[Part]:
    """Names that stand often before organs of their own."""
    counts: dict[str, list[Part]] = {}
    for mention in mentions(document):
        if mention.full and _OWN.match(document.text, mention.span.end, mention.span.end + 6):
            name = document.slice(mention.span)
            counts.setdefault(name, []).append(Part(mention.span, name, mention.codes, mention.level))
    return [parts[0] for parts in counts.values() if len(parts) >= _OFTEN]


def _bare_count(document: Document, name: str, part: Part) -> int:
    """How often the name stands without its type where only a place can stand."""
    stem = Home(name, part.codes, part.level, masked=False).stem
    if len(stem) < _FEWEST or stem == name:
        return 0
    unknown = not lexicon().contains(stem) or (part.level < TOWN and gazetteer().starts(stem)[:1] == [0])
    spans = [Span(at, at + len(stem)) for at in _places_of(document, stem) if not document.text.startswith(name, at)]
    return sum(1 for span in spans if unknown or is_own_role(document, span))


def _places_of(document: Document, name: str) -> Iterator[int]:
    return (at for at in find_all(document.text, name) if not in_residue(document, Span(at, at + len(name))))


def _rival(one: Part, other: Part) -> bool:
    """Whether two candidates exclude each other: neither can lie in the other."""
    if one.codes and other.codes:
        return not any(within(a, b) or within(b, a) for a in one.codes for b in other.codes)
    return one.level == other.level


def _is_masked(document: Document) -> bool:
    """Whether names of places are hidden, and not only one left open."""
    hidden = [mask for mask in masks(document) if mask.kind in _MASKED]
    return len(hidden) >= _FEWEST_MASKS and any(mask.kind == "place" for mask in hidden)


def _declared(document: Document) -> Home | None:
    name = document.declared.home
    if not name:
        return None
    from reportlint.facts.declared_place import read_declared  # only where somebody declares something

    place = read_declared(name)
    count = document.text.count(place.name)
    return Home(place.name, place.codes, place.level, masked=False, count=count, declared=True)
