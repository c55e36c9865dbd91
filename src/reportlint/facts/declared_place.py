"""A place as a user writes it down, “广东省茂名市高州市镇江镇”, weighed against what the gazetteer knows."""

from __future__ import annotations

from reportlint.facts.gazetteer import COUNTY, PREFECTURE, PROVINCE, TOWN, gazetteer, level, within
from reportlint.facts.place_chain import level_of
from reportlint.facts.place_types import bare_name
from reportlint.text import Pattern
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    State = Literal["known", "new", "unknown", "ambiguous", "bare", "contrary", "longer", "village", "words"]

_BLANK = Pattern(r"[\s/>,，、·-]+")
_BETWEEN = Pattern("市辖区(?=.)|(?:省|自治区)直辖县级行政(?:区划|单位)(?=.)")
_WORDS = Pattern("[\u4e00-\u9fff〇]{2,60}")
_TYPE = Pattern("自治区|自治州|自治县|自治旗|特别行政区|街道|苏木|地区|新区|[省市县区镇乡旗盟州]")
_AREA = Pattern(
    "(?:[农林牧渔茶]场|开发区|管理区|示范区|园区|景区|新城|团场|(?:[一二三四五六七八九十]|第.{1,6})[师团])$"
)
"""Places that have a report of their own, but are in no list of administrative places."""
_VILLAGE = Pattern("(?:村|社区)(?:村民委员会|居民委员会|村委会|居委会|委会)?$")
_SHORTEST = 2
_PREFECTURE = 100_000
_MUNICIPALITIES = frozenset((110_000_000, 120_000_000, 310_000_000, 500_000_000))
_RISE = {"县": 1, "旗": 1, "市": 2, "区": 3}
"""Counties become cities, and both become districts, hardly ever the other way round."""
_FREE_BELOW = {TOWN: 1, COUNTY: 1000, PREFECTURE: 100_000}
_FREE_FROM = {TOWN: 999, COUNTY: 99, PREFECTURE: 99}


@frozen
class DeclaredPlace:
    """What the gazetteer makes of a user's words.

    Attributes:
        state: "known"; "village" (the town it lies in is known); "new" (only the place above is known); "unknown" (not
            even that); or what cannot be used: "ambiguous" (several have that name), "bare" (the type is missing),
            "contrary" (it lies elsewhere), "longer" (words follow the name), "words" (no name of a place at all).
        name: the last name, with its type where it has one: 镇江镇.
        level: PROVINCE to TOWN, 0 when unknown.
        codes: of the places it may be. A new place has a number that is free under the place above it, so that all
            above is above it, and its neighbours are not part of it.
        above: the lowest place above that is known, or 0.
        known: codes of the places the gazetteer knows instead, or of that name elsewhere.
        rest: what was written behind the known part.
    """

    state: State
    name: str
    level: int = 0
    codes: tuple[int, ...] = ()
    above: int = 0
    known: tuple[int, ...] = ()
    rest: str = ""


def read_declared(words: str) -> DeclaredPlace:
    """Read a place as a user writes it: with or without the places above, of which the province needs no type."""
    text = _BETWEEN.sub("", _BLANK.sub("", words))
    if not _WORDS.fullmatch(text):
        return DeclaredPlace("words", text)
    reached: dict[int, tuple[int, ...]] = {}
    whole = _follow(text, 0, (), reached)
    if whole is not None:
        start, codes = whole
        state: State = "known" if len(codes) == 1 else "ambiguous"
        return DeclaredPlace(state, text[start:], min(map(level, codes)), codes, gazetteer().parent(codes[0]))
    end = max(reached, default=0)
    above = reached.get(end, ())
    rest = text[end:]
    bare = _follow(text, 0, (), {}, bare=True)
    if bare is not None:
        start, codes = bare
        codes = tuple(sorted(codes, key=level))
        return DeclaredPlace("bare", text[start:], level(codes[0]), codes, known=codes)
    if len(above) > 1:
        return DeclaredPlace("ambiguous", text[:end], level(above[0]), above, rest=rest)
    if above and level(above[0]) == TOWN:
        return _under_town(text, end, above[0])
    return _beyond(rest, above[0] if above else 0)


def _follow(
    text: str, start: int, above: tuple[int, ...], reached: dict[int, tuple[int, ...]], *, bare: bool = False
) -> tuple[int, tuple[int, ...]] | None:
    """Where the last name begins and the places it may be, if from `start` on each name lies in the one before it.

    What is known up to some offset is noted in `reached`, for the case that the rest is not known. With `bare`, all
    names may lack their type.
    """
    known = gazetteer()
    for end in range(len(text), start + 1, -1):
        name = text[start:end]
        codes = _below(known.codes(name), above)
        sure = bool(codes)
        if not codes and (bare or end < len(text)):
            # 内蒙古呼伦贝尔市; lower places only in a row that began with a province: 广东茂名高州市镇江镇.
            codes = _below(known.bare_codes(name), above)
            codes = codes if bare or above else tuple(code for code in codes if level(code) == PROVINCE)
            sure = not above
        if not codes:
            continue
        if end == len(text):
            return start, codes
        found = _follow(text, end, codes, reached, bare=bare)
        if found is not None:
            return found
        if sure:
            reached.setdefault(end, codes)
    return None


def _below(codes: tuple[int, ...], above: tuple[int, ...]) -> tuple[int, ...]:
    """Those of some places that lie in one of others; all when there are no others."""
    if not above:
        return codes
    return tuple(code for code in codes if any(code != upper and within(code, upper) for upper in above))


def _under_town(text: str, end: int, town: int) -> DeclaredPlace:
    """A village of a town, or words behind the town's name."""
    rest = text[end:]
    state: State = "village" if _VILLAGE.search(rest) else "longer"
    return DeclaredPlace(state, gazetteer().name(town), TOWN, (town,), gazetteer().parent(town), (town,), rest)


def _beyond(rest: str, above: int) -> DeclaredPlace:
    """What to make of words that are no place in `above`, or that begin with no place at all when that is 0."""
    known = gazetteer()
    first = _first_name(rest)
    if not first:
        return DeclaredPlace("longer" if above else "words", rest, above=above, rest=rest)
    elsewhere = known.codes(first) if above else ()
    last = first == rest
    if _must_mean(elsewhere, above) or (elsewhere and not last and _whole(rest)):
        return DeclaredPlace("contrary", rest, known=_whole(rest) or elsewhere, above=above)
    kind = _level_below(first, above)
    alike = _same_stem(first, above, kind) if above else ()
    if kind != TOWN and any(_RISE.get(known.name(code)[-1], 0) > _RISE.get(first[-1], 3) for code in alike):
        return DeclaredPlace("contrary", rest, known=alike, above=above)
    if not last:
        # What lies in a place nobody knows may have lain in another before.
        name, behind = _last_name(rest)
        return DeclaredPlace("longer" if behind else "unknown", name, level_of(name), above=above, rest=behind or rest)
    free = _free(above, kind) if above else 0
    codes = (free,) if free else ()
    name = first[first.rfind("师") + 1 :] if first.endswith("团") else first  # 第八师一四三团
    return DeclaredPlace("new" if free else "unknown", name, kind, codes, above, alike or elsewhere, rest)


def _must_mean(elsewhere: tuple[int, ...], above: int) -> bool:
    """Whether the only place of a name is meant, though it does not lie in `above`; new towns take old names."""
    if len(elsewhere) != 1:
        return False
    far = level(above) < PREFECTURE or above // _PREFECTURE != elsewhere[0] // _PREFECTURE
    return level(elsewhere[0]) < TOWN or not far


def _whole(text: str) -> tuple[int, ...]:
    """The places that a row of names may be when it is read on its own."""
    found = _follow(text, 0, (), {})
    return found[1] if found else ()


def _first_name(text: str) -> str:
    """The first name of a row: the longest that the gazetteer knows, else up to the first type; empty for no name."""
    known = gazetteer()
    for end in range(len(text), _SHORTEST - 1, -1):
        if known.codes(text[:end]):
            return text[:end]
    if _AREA.search(text):
        return text
    ends = [match.end() for match in _TYPE.finditer(text, 1)]
    end = next((end for end in ends if end > _SHORTEST), 0)
    return text if len(text) == _SHORTEST and _SHORTEST in ends else text[:end]


def _last_name(row: str) -> tuple[str, str]:
    """The last name of a row of which not all is known, and what stands behind it."""
    name = ""
    while row and (first := _first_name(row)):
        name, row = first, row[len(first) :]
    return name, row


def _level_below(name: str, above: int) -> int:
    """The level a name has by its type; areas within a county are towns here."""
    kind = level_of(name)
    if not kind or (above and kind <= level(above)):
        return TOWN
    return kind


def _same_stem(name: str, above: int, kind: int) -> tuple[int, ...]:
    """Places in `above` of that level that have the same name but for its type."""
    stem, known = bare_name(name), gazetteer()
    return tuple(code for code in known.children(above) if level(code) == kind and bare_name(known.name(code)) == stem)


def _free(above: int, kind: int) -> int:
    """A number that no place has directly below `above`; 0 where a place of that level does not lie directly below."""
    known = gazetteer()
    below = known.children(above)
    direct = level(above) == kind - 1 or (above in _MUNICIPALITIES and kind == COUNTY)
    if kind == TOWN and level(above) == PREFECTURE:
        direct = all(level(code) == TOWN for code in below)
    if not direct or kind not in _FREE_BELOW:
        return 0
    step = _FREE_BELOW[kind]
    # Counties of 北京 have numbers that look as if there were a prefecture between.
    base = above + 100_000 if above in _MUNICIPALITIES else above
    numbers = (base + number * step for number in range(_FREE_FROM[kind], 0, -1))
    taken = {code // step for code in below}
    return next((code for code in numbers if code // step not in taken), 0)
