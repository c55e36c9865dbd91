"""Where a draft names administrative places: with their type (石桥镇), or without it (宜春) where that is safe."""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.gazetteer import COMMON, LONGEST, PLAIN, PREFECTURE, TOWN, VERB, gazetteer, level, within
from reportlint.facts.lexicon import lexicon
from reportlint.facts.residue import in_residue
from reportlint.facts.zones import in_zone
from reportlint.text import Pattern, Span
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_TYPE = Pattern("[省市县区镇乡旗盟州道木]")
_BEFORE_LAST = {"道": "街", "木": "苏"}
"""The last character of a type of two, with the first: a class of single characters is searched for much faster."""
_NO_END = Pattern(
    "市场|市值|市容|市政(?!府|协)|市井|市面|市民生|镇压|镇静|镇痛|镇定|乡村|乡土|乡亲|乡情|乡愁|乡贤|乡音|乡镇|乡风|乡间|乡规"
    "|区块|区间|区位|区别|区分|区划|区域|旗帜|旗舰|旗下|旗袍|旗手|旗号|州长期|道路|盟友|盟约|盟员|省级|省心|省力|省事|省钱|省时|县处"
)
"""A type with the character behind it that begin another word, so that no place ends there."""
_ORGAN = Pattern(
    "(?<=[省市县区镇乡旗州盟道])(?:党[委工组政代]|人大|人民|人代|政府|政协|纪委|纪工|委|长|级|直|域|属|府|城|村|街|区|民|机关|干部|工委|办事)"
)
"""What may follow a type, though the lexicon takes both for one word."""
_VERB_LEFT = frozenset("《“\n受")
_SHORT_LEFT = frozenset("，、。；：（(《“ 　\t\n受于在向到为由是将把使让从至")
_NUMERALS = frozenset("一二三四五六七八九十百千万")
_AFTER_PERSON = frozenset("、等同")
_BEFORE_PERSON = frozenset("和与及由请向长任席记员")
_JOINING = frozenset("和与及同跟共各全成应兴义")
"""Words in “市和县”, “形成县”, which are names of one character, too."""
_CLEAR = frozenset("，。；：、（(《“ 　\t\n于在至赴往")
"""Behind these a name of three characters and more begins that is no common word."""
_NO_COUNTY = frozenset("委政级乡城区直里域长市镇内外上下处")
_OWNS = Pattern("20[0-9]{2}年|党委|人大|人民|政府|第[^届\n]{1,5}届|经济|的|，|、|。|主席团")
_SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
_LONGEST_ROW = 6
"""Names from a province down to a village, with one to spare."""
_NEAR = 6
_AHEAD = 4
_LAST = frozenset("省市县区镇乡旗盟州道木")


@frozen
class Mention:
    """A place named in the draft.

    Attributes:
        span: the name, with its type if that is written.
        codes: of all places it may mean (see `gazetteer`).
        level: of these, the highest.
        full: whether it is written with its type.
        weakness: how much it looks like ordinary words: PLAIN, WORD or VERB.
    """

    span: Span
    codes: tuple[int, ...]
    level: int
    full: bool
    weakness: int


@fact
def mentions(document: Document) -> tuple[Mention, ...]:
    """All mentions in reading order, none overlapping another; page residue, addresses and file names left out."""
    text = document.text
    found = list(_full(text))
    taken = {at for mention in found for at in range(mention.span.start, mention.span.end)}
    found += [mention for mention in _bare(text) if mention.span.start not in taken]
    found.sort(key=lambda mention: mention.span.start)
    return tuple(m for m in found if not in_residue(document, m.span) and not in_zone(document, m.span))


@fact
def _chains(document: Document) -> dict[int, Span]:
    """By the start of each mention, the whole row of names that it stands in: 江苏省江阴市华士镇."""
    rows: list[list[Mention]] = []
    for mention in mentions(document):
        if rows and len(rows[-1]) < _LONGEST_ROW and mention.span.start == rows[-1][-1].span.end:
            rows[-1].append(mention)
        else:
            rows.append([mention])
    return {part.span.start: Span(row[0].span.start, row[-1].span.end) for row in rows for part in row}


def chain_of(document: Document, span: Span) -> Span:
    """The whole row of names in which a name stands; the name itself where it stands alone."""
    return _chains(document).get(span.start, span)


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether dividing the words around a stretch by dictionary cuts at both its ends."""
    first, last = start, end
    while first > max(0, start - _NEAR) and "\u4e00" <= text[first - 1] <= "\u9fff":
        first -= 1
    while last < min(len(text), end + _NEAR) and "\u4e00" <= text[last] <= "\u9fff":
        last += 1
    if first == start and last == end:
        return True
    cuts = {0, *lexicon().best(text[first:last])[1]}
    right = end - first in cuts or _ORGAN.match(text, end, end + 3) is not None
    return start - first in cuts and right


def _full(text: str) -> Iterator[Mention]:
    """Names with their type."""
    known = gazetteer()
    last: Mention | None = None
    for match in _TYPE.finditer(text):
        end = match.end()
        done = last.span.end if last else 0
        first = _BEFORE_LAST.get(match[0], "")
        if end - 2 < done or not text.startswith(first, end - 2):
            continue
        if _NO_END.match(text, end - 1, end + 2) and not _begins_name(text, end):
            continue
        for start, weakness, codes in known.ending(text, end):
            if start < done:
                continue
            if _goes_on(text, start, end):
                break
            # Right behind the name of a place in which it lies, a name can mean nothing else.
            inside = tuple(code for code in codes if last and start == done and _fits(code, last.codes))
            chosen = inside or codes
            behind = done == start > 0 and weakness == PLAIN
            if inside or behind or _is_name(text, start, end, weakness, min(map(level, codes))):
                last = Mention(Span(start, end), chosen, min(map(level, chosen)), full=True, weakness=weakness)
                yield last
                break


def _begins_name(text: str, start: int) -> bool:
    """Whether a name begins here: 井陉县 behind 石家庄市, where 市井 is a word."""
    known = gazetteer()
    ends = (end for end in range(start + 2, min(len(text), start + LONGEST) + 1) if text[end - 1] in _LAST)
    return bool(known.beginning(text, start)) or any(
        first == start for end in ends for first, _, _ in known.ending(text, end)
    )


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether a longer name begins at the same place: 沙县区 for 沙县, 嘉定镇街道 for 嘉定镇."""
    known = gazetteer()
    return any(
        text[later - 1] in _LAST and any(first <= start for first, _, _ in known.ending(text, later))
        for later in range(end + 1, min(len(text), end + _AHEAD) + 1)
    )


def _fits(code: int, above: tuple[int, ...]) -> bool:
    return any(code != upper and within(code, upper) for upper in above)


def _is_name(text: str, start: int, end: int, weakness: int, highest: int) -> bool:
    """Whether a string that is the name of a place is meant as one."""
    if weakness == COMMON:
        return False
    if weakness == VERB:
        # 庙镇 and 和县 are no words, but stand inside other words; 联合镇 is two.
        short = end - start == 2  # noqa: PLR2004 - one character and its type
        left = _SHORT_LEFT if short else _VERB_LEFT
        told = _OWNS.match(text, end, end + 8) or (
            short and text[end - 1] == "县" and text[end : end + 1] not in _NO_COUNTY
        )
        loose = short and text[start] not in _JOINING
        if not told or (start and not loose and text[start - 1] not in left):
            return False
    if weakness == PLAIN and (highest <= PREFECTURE or (end - start > 2 and start and text[start - 1] in _CLEAR)):  # noqa: PLR2004
        return True
    return stands_alone(text, start, end)


def _bare(text: str) -> Iterator[Mention]:
    """Names of provinces, prefectures and counties without their type."""
    known = gazetteer()
    done = 0
    for start in known.starts(text):
        if start < done:
            continue
        for end, weakness, codes in known.beginning(text, start):
            above = tuple(code for code in codes if level(code) < TOWN)
            if weakness != PLAIN or not above:
                continue
            village = text.startswith(("村", "社区"), end)
            if not village and stands_alone(text, start, end) and not _is_person(text, start, end):
                yield Mention(Span(start, end), above, min(map(level, above)), full=False, weakness=weakness)
                done = end
            break


def _is_person(text: str, start: int, end: int) -> bool:
    """Whether what looks like a place is the given name of a person, 王建德, or part of a number, 九万山."""
    before = text[start - 1 : start] if start else ""
    if before in _NUMERALS:
        return True
    if before not in _SURNAMES:
        return False
    # 健康河南: 康 is the end of a word.
    if start > 1 and lexicon().contains(text[start - 2 : start]) and stands_alone(text, start - 2, start):
        return False
    if text[end : end + 1] in _AFTER_PERSON and not lexicon().contains(text[start - 2 : start]):
        return True
    alone = start == 1 or not "\u4e00" <= text[start - 2] <= "\u9fff" or text[start - 2] in _BEFORE_PERSON
    return (alone and before != "于") or not stands_alone(text, start - 1, start)
