"""Villages named in a draft, and the one town in which they lie together."""

from __future__ import annotations

from collections import Counter
from math import prod

from reportlint.document import Document, fact
from reportlint.facts.gazetteer import Postings, villages
from reportlint.facts.lexicon import lexicon
from reportlint.facts.places import stands_alone
from reportlint.facts.residue import in_residue
from reportlint.text import Pattern, Span
from reportlint.text.find import find_all
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_TYPE = Pattern(
    "村(?![民干居集容规级级庄落镇组里两上务支党务账财务医貌情头口史])|社区(?![服矫卫居工治团党教文])|片区|集镇|屋场|自然村|组(?=[、，。])|居委会|村委会"
)
_LENGTHS = (4, 3, 2)
_NAMED_TYPES = frozenset(("集镇", "屋场"))
_COMMON = 60
"""How often a word stands in the lexicon's corpus from which on it is no name without more evidence."""
_NO_NAME = Pattern(
    "(?:贫困|示范|行政|自然|中心|所有|重点|特色|商贸|旅游|历史|试点|帮扶|美丽|[各全本该我某此每几多和的在与及第一二三四五六七八九十个两有无新老空农乡镇县市区省])$"
    "|^[各全本该我某此每几多有的在与和及第对从到向由为个是]"
)
_FAMOUS = Pattern(
    "(?:小岗|华西|大寨|十八洞|梁家河|滕头|鲁家|塘约|西沟|南街|下姜|下党|军埔|赤溪|岳家寨|张庄|沙集|西柏坡|花茂|战旗|何斯路|东梓关)$"
)
"""Villages that reports all over the country name as examples."""
_LEADS = Pattern("[，、。；：“（\n 　在到和与及对从于至赴往由向村户造建]")
_ENOUGH = 2
_ALL_TOWNS = 38_723
_CHANCE = 0.02
"""How many towns may be expected to have the same villages by chance."""
_LETTERS = 4


@frozen
class Village:
    """A village named in the draft.

    Attributes:
        span: its name with what is written of its type: 西长村, 群玉片区; or the name alone.
        stem: the name alone.
        towns: codes of the towns that have a village of that name.
    """

    span: Span
    stem: str
    towns: tuple[int, ...]


@fact
def named_villages(document: Document) -> tuple[Village, ...]:
    """Villages named with their type, in reading order; none where the list of villages is not installed."""
    known = villages()
    if known is None:
        return ()
    found = []
    done = 0
    for match in _TYPE.finditer(document.text):
        village = _village(document, known, match.start(), match.end(), done)
        if village is not None and not in_residue(document, village.span):
            found.append(village)
            done = village.span.end
    return tuple(found)


def _village(document: Document, known: Postings, end: int, whole: int, done: int) -> Village | None:
    text = document.text
    for length in _LENGTHS:
        start = end - length
        stem = text[start:end] if start >= done else ""
        if not stem or _FAMOUS.match(stem) or _NO_NAME.search(stem):
            continue
        towns = known.of(stem)
        sure = text[end:whole] in _NAMED_TYPES or lexicon().frequency(stem) < _COMMON
        if towns and sure and (stands_alone(text, start, end) or stands_alone(text, start, whole)):
            return Village(Span(start, whole), stem, towns)
    return None


@fact
def village_town(document: Document) -> tuple[int, tuple[str, ...]]:
    """The only town that has at least two of the villages named, and more than any other, with their names; (0, ())."""
    return common_town(named_villages(document))


def common_town(named: tuple[Village, ...]) -> tuple[int, tuple[str, ...]]:
    """The only town with most of some villages, at least two, where that can hardly be chance; (0, ()) otherwise."""
    stems = {village.stem: village.towns for village in named}
    counts = Counter(town for towns in stems.values() for town in towns)
    best = counts.most_common(2)
    if not best or best[0][1] < _ENOUGH or (len(best) > 1 and best[1][1] == best[0][1]):
        return 0, ()
    town = best[0][0]
    shared = {stem: towns for stem, towns in stems.items() if town in towns}
    chance = _ALL_TOWNS * prod(len(towns) / _ALL_TOWNS for towns in shared.values())
    return (town, tuple(shared)) if chance < _CHANCE else (0, ())


@fact
def bare_villages(document: Document) -> tuple[Village, ...]:
    """Names of villages of `village_town` where they stand without their type: 西长百果采摘园."""
    town, _ = village_town(document)
    known = villages()
    if not town or known is None:
        return ()
    return tuple(_bare(document, known, town))


def _bare(document: Document, known: Postings, town: int) -> Iterator[Village]:
    """Names told with their type elsewhere, wherever they stand; others of the town near one of these."""
    text, done = document.text, 0
    named = named_villages(document)
    stems = {village.stem for village in named}
    near = {block.span for village in named if (block := document.block_at(village.span.start))}
    starts = {at for stem in stems for at in find_all(text, stem)}
    # Elsewhere only behind a mark or a word that leads to a place: a name may begin there.
    starts.update(match.end() for span in near for match in _LEADS.finditer(text, span.start, span.end))
    for at in sorted(starts):
        if not done <= at < len(text) or not "\u4e00" <= text[at] <= "\u9fff":
            continue
        for stem in reversed(known.trie.prefixes(text[at : at + _LETTERS])):
            end = at + len(stem)
            typed = text.startswith(("村", "社区"), end)
            sure = stem in stems or typed or lexicon().frequency(stem) < _COMMON
            if len(stem) < _ENOUGH or not sure or town not in (towns := known.of(stem)):
                continue
            if (typed or stands_alone(text, at, end)) and not in_residue(document, Span(at, end)):
                yield Village(Span(at, end), stem, towns)
                done = end
                break
