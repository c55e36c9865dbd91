"""Levels of government named before their number: 省市县三级, 市、县（区）、乡镇三级."""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.level_words import BEFORE, EITHER, OTHER_LEVELS, PAIRS
from reportlint.facts.numerals import DIGITS
from reportlint.facts.outline import number_of
from reportlint.text import Pattern, Span
from reportlint.text.frozen import frozen

# The search for one character is many times faster than for any of the numbers before it.
_COUNT = Pattern(
    rf"级(?<=([两二三四五六七2-7２-７])级)(?<![{DIGITS}零〇一十百第].级)",
    ("级",),
)
_ALWAYS_TWO = ("市县", "村组")
_BOUND = frozenset("包联挂驻帮")
_MINISTRY = "部"
_SINGLE = (
    *("自治区", "自治州", "中央", "国家", "全国", "街道", "社区", "小组", "网格"),
    *("国", "部", "省", "市", "州", "盟", "县", "区", "旗", "乡", "镇", "村", "组", "户", "街"),
)
_TOKENS = "|".join(sorted((*PAIRS, *EITHER, *_SINGLE), key=len, reverse=True))
_LEVEL = Pattern(
    rf"(?:(?P<mask>[xXＸ×*＊○〇_某]{{1,12}})(?:{_TOKENS})?|(?P<token>{_TOKENS}))"
    r"(?:党工委|党委|党支部|党总支|支部|政府|人大|政协|纪委|级|委|直|属|域)?(?P<note>[（(][^（）()\n]{0,14}[）)])?\Z"
)
_PLACE = Pattern(rf"(?<=[、和与及])(?!时)(?!(?:{_TOKENS}))[一-鿿]{{1,6}}\Z")
_WORDS = Pattern(r"[一-鿿]{1,6}\Z")
_JOINERS = ("以及", "暨", "、", "和", "与", "及", "—", "－", "-", "/", "／", "·", " ", "　", "至", "到")
_TOWARDS = ("至", "到")
_ALSO = ("以及", "暨", "和", "与", "及")
_REACH = 60
_LONGEST, _LONGEST_NOTED = 16, 32


@frozen
class Levels:
    """Levels that are named, and how many there are said to be.

    Attributes:
        span: from the first level to 级.
        figure: the number in it.
        said: the number.
        named: how many levels are named; more than one when it can be counted in several ways.
        names: where the levels stand, in reading order.
    """

    span: Span
    figure: Span
    said: int
    named: tuple[int, ...]
    names: tuple[Span, ...]


@fact
def levels(document: Document) -> tuple[Levels, ...]:
    """All numbers of levels with at least two names right before them, in reading order."""
    text = document.text
    found = (_look(text, match.start(1), match.end()) for match in _COUNT.finditer(text))
    return tuple(known for known in found if known)


def _look(text: str, start: int, end: int) -> Levels | None:
    if text.startswith(OTHER_LEVELS, end):
        return None
    figure = text[start]
    said = 2 if figure == "两" else number_of(figure)
    names, least, most, joined = _chain(text, start - (text[start - 1 : start] == "”"))
    if not names or most < 2 or not said:  # noqa: PLR2004 - one name tells nothing
        return None
    first = names[0].start
    if text[first - 1 : first] in _BOUND:
        return None  # 干部包户、党员联户四级: the list names more than levels
    if not joined and not _begins(text, first):
        least -= 1  # in 江西省市县三级 the first may belong to a name
    return Levels(Span(first, end), Span(start, start + 1), said, tuple(range(max(1, least), most + 1)), tuple(names))


def _chain(text: str, end: int) -> tuple[list[Span], int, int, bool]:
    """Names of levels before an offset, how many at least and at most, and whether a mark divides them."""
    names: list[Span] = []
    least = most = 0
    divided, glued, apart = False, 0, len(text)
    at, floor = end, max(0, end - _REACH)
    while (level := _level(text, at, floor)) is not None:
        name, more = level
        names.insert(0, name)
        least, most, at = least + 1, most + 1 + more, name.start
        joint = next((joint for joint in _JOINERS if text.endswith(joint, floor, at)), "")
        at -= len(joint)
        if joint in _ALSO and most > 1:
            apart = max(2, len(names))  # 省委和市、县两级: the number may be that of the last two alone
        divided = divided or joint not in {"", " ", "　"}
        glued += joint == "" and _level(text, at, floor) is not None
        if joint in _TOWARDS and _level(text, at, floor) is None:
            return names, least - glued, most, True  # 落实到市级、县级
        if joint and _level(text, at, floor) is None:
            # 岳阳、XX、XX三级: perhaps a level, perhaps the end of other words.
            words = _WORDS.compiled.search(text, floor, at)
            if words is None:
                return [], 0, 0, False
            others = text.count("、", max(floor, text.rfind("，", floor, at)), at)
            return [Span(*words.span()), *names], least - glued, most + 1 + others, True
    if divided:
        least = min(apart, least - glued)
    elif names:
        # Without marks 市县 and 村组 are always two.
        least += sum(text.count(two, names[0].start, end) for two in _ALWAYS_TWO)
    return names, least, most, divided


def _level(text: str, at: int, floor: int) -> tuple[Span, int] | None:
    """The level whose name ends at an offset, and how many more it may be (市区: one)."""
    longest = _LONGEST_NOTED if text[at - 1 : at] in {"）", ")"} else _LONGEST
    match = _LEVEL.compiled.search(text, max(floor, at - longest), at)
    if match is None:
        return None
    level, start = match["token"], match.start()
    if level is None:
        return Span(start, at), 0
    if level == _MINISTRY and not _begins(text, start):
        return None  # 干部
    if level in EITHER:
        return Span(start, at), 0 if match["note"] else len(level) - 1
    place = _PLACE.compiled.search(text, max(floor, start - 7), start)
    return Span(place.start() if place else start, at), 0


def _begins(text: str, first: int) -> bool:
    """Whether the words before the first level cannot belong to its name."""
    before = text[first - 1 : first] if first else "\n"
    return not "一" <= before <= "鿿" or text.endswith(BEFORE, max(0, first - 2), first)
