"""Words that say that something became more or less, and since when."""

from __future__ import annotations

from functools import cache

from reportlint.facts.numerals import parse_digits
from reportlint.text import Pattern

RISING = (
    *("增加", "增长", "提高", "提升", "上升", "扩大", "上涨", "攀升", "跃升", "回升", "拓展", "延长", "发展", "壮大"),
    *("加快", "提速", "猛增", "激增", "递增", "扩增", "扩充", "增多", "跃", "增", "升", "涨", "扩"),
)
"""Verbs of becoming more, before 到 or before an amount."""

FALLING = (
    *("减少", "下降", "降低", "回落", "下滑", "下跌", "缩短", "缩小", "压缩", "压减", "缩减", "收窄", "精简", "递减"),
    *("放缓", "放慢", "趋缓", "减缓", "锐减", "骤降", "压降", "调减", "削减", "减", "降", "跌", "缩"),
)
"""Verbs of becoming less."""

_MORE_BY = (
    "净增加",
    "净增长",
    "净增",
    "新增",
    "增收",
    "增产",
    "增支",
    "多办",
    "多收",
    "多完成",
    "增幅",
    "涨幅",
    "升幅",
    "增长率",
    "增长幅度",
    "提高幅度",
    "增量",
    "多",
)
_LESS_BY = (
    "净减少",
    "净减",
    "减收",
    "减产",
    "减支",
    "少办",
    "少收",
    "降幅",
    "减幅",
    "跌幅",
    "下降率",
    "下降幅度",
    "降低幅度",
    "减量",
    "少",
)
_NEUTRAL = ("调整", "变化", "转变")
_YEAR = r"(?:[12]\d{3}|[一二][零〇○一二三四五六七八九]{3})年(?:度|末|底|初|同期)?"
_LAST = r"(?:上一?年度?|去年|上届|上期)(?:同期|末|底)?"
_THIS = r"(?:今年|本年度?|当年|本期|本届|目前|现在|如今|现|年末|年底)"
_FIRST = r"(?:年初|期初|五年前|换届前|原来|原先|最初|起初|当初|当时|那时|此前|[\u4e00-\u9fff]{2,4}之初)"
DATE = rf"(?:{_YEAR}|{_LAST}|{_THIS}|{_FIRST}|“[^”]{{1,6}}”(?:初期|时期|期)?末?)"
"""Words of time before an amount, for the inside of an expression."""

OPENING = "[（(]"
_REMARK = r"(?:[（(][^（()）]{0,24}[)）])?"
_PER = r"(?:(?:[/／]|每)[\u4e00-\u9fff]{1,4}?)?"
_NOUN = r"[\u4e00-\u9fff]{0,8}?"


def _any(words: tuple[str, ...]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


@cache
def from_to() -> Pattern:
    """What stands between the earlier and the later amount of 由A增加到B; group "verb" is empty in 由A到B."""
    verbs = _any((*RISING, *FALLING, *_NEUTRAL))
    return Pattern(
        rf"{_PER}{_REMARK}(?P<noun>的?{_NOUN}[，,、]?)(?:(?:到|至)?{DATE}的?)?"
        rf"(?:(?P<verb>{verbs})了?(?:到了?|至|为|成)|变为|变成|调为|改为|到了?|至|→|—>|->)(?:{DATE}的?)?"
    )


@cache
def by_how_much() -> Pattern:
    """What stands between an amount and by how much it is more (，比上年增长, 、年均提高, （增幅为).

    Groups: "base" is what it is compared with, "annual" is not empty for a yearly mean, "verb" is the word of change,
    "multiple" stands before N倍 when all of it is meant (是上年的N倍).
    """
    verbs = _any((*RISING, *FALLING, *_MORE_BY, *_LESS_BY))
    period = r"(?:(?:[一二三四五六七八九十两\d]{1,2}年|“[^”]{1,6}”时期)(?:来|间|内|期间)?|期间|其间)?"
    comment = (
        r"(?:[，,](?:再?创(?:下|造)?(?:了)?(?:历史)?(?:新高|最好水平)|实现了?[^，,。；\d]{0,10}(?:突破|跨越|目标|大关)"
        r"|[居位][^，,。；]{0,10}(?:第[一二三四五六七八九十\d]{1,2}位?|前列|前茅|首位)|稳步(?:增长|提升|提高)|成效(?:明显|显著)))?"
    )
    return Pattern(
        rf"{_PER}{_REMARK}(?:{_NOUN}{_REMARK}(?=[，,、；;：:（(）)]))?{comment}[）)]?[，,、；;：:（(]?(?:{DATE})?{period}"
        r"(?:(?P<base>同比|环比|(?:比|较|与)[^，,。；\d]{0,4}?(?:[12]\d{3}年)?[^，,。；\d]{0,8}?)(?:相比|相较)?[，,]?)?"
        rf"(?:累计|合计|总计|总共|总体|整体|共计|共|直接|又|再|也|即|就|则|还|实现|完成|全年|年内|大幅|净|均|其|逐步|稳步|明显|显著|同步)?"
        r"(?P<annual>年均(?:复合)?|年平均|平均每年|每年平均)?"
        rf"(?:(?P<verb>{verbs})(?:了|为|高?达到?了?|是|约|近|超过?|幅度(?:为|达到?|是)?|比例(?:为|达到?|是)?)?"
        r"|(?P<turn>翻了?|实现翻?)"
        rf"|(?P<multiple>(?:是|为|相当于|达到?|增[加长]到|扩大到|提高到|上升到)了?(?:{DATE}(?:同期)?)?的?))"
    )


@cache
def before_levels() -> Pattern:
    """What stands between a rate and the earlier amount when the rate comes first (增长71.4%，由A增加到B)."""
    return Pattern(rf"[，,、（(]?(?:即|已)?[由从自](?:{DATE}的?)?")


def rising(word: str) -> bool | None:
    """Whether a word of change says more (True) or less (False); None when it says neither."""
    if word in _NEUTRAL:
        return None
    if word in RISING or word in _MORE_BY or word == "翻":
        return True
    return False if word in FALLING or word in _LESS_BY else None


@cache
def earlier_behind() -> Pattern:
    """What stands between the later amount and the earlier one printed behind it (X，上年同期为A; X，比上年的A)."""
    return Pattern(
        rf"{_PER}[，,（(]?(?:而|(?P<than>比|较))?(?P<time>{_LAST}|{_YEAR}|“[^”]{{1,6}}”末)(?:的|完成了?|实现|达到?|收到|为|是|仅为?|只有)?"
    )


@cache
def multiple_of() -> Pattern:
    """What stands between the later amount and the earlier one of X，是上年A的N倍."""
    return Pattern(
        rf"{_PER}[）)]?[，,]?(?:是|为|相当于|达到?)(?P<time>{DATE})[^，,。；;：:（）()\d]{{0,6}}?(?:的|[（(])?"
    )


@cache
def later_behind() -> Pattern:
    """What stands between 上年A and 今年B; group "noun" names what B is."""
    return Pattern(
        rf"{_PER}[，,；;、](?:而)?(?P<time>{_YEAR}|今年|本年度?|当年|本期|本届)[，,]?(?P<noun>[\u4e00-\u9fff]{{0,12}}?)"
    )


@cache
def outcome() -> Pattern:
    """What stands behind two amounts and only says that the later is more or less (，明显减少。 or ，呈上升趋势。)."""
    verbs = _any((*RISING, *FALLING))
    degrees = (
        "有所|有了?较大幅度的?|较大幅度|大幅度?|明显|显著|略有|略微|小幅|稳步|逐步|逐年|持续|不断|进一步|同比|呈现?出?"
    )
    return Pattern(
        rf"{_PER}[）)]?[，,、](?:比上年|较上年|比去年|较去年|同比)?(?:均|也|已|都|又|实现了?)?(?:{degrees}){{1,2}}"
        rf"(?P<verb>{verbs})了?(?:明显|较多|较快|[的之]?(?:趋势|态势|势头))?(?=[，,。；;、！）)\n]|$)"
    )


@cache
def reaching() -> Pattern:
    """What stands between by how much something grew and what it came to (增加320万元，达到2350万元)."""
    return Pattern(
        r"[，,]?(?:今年|本年度?|目前|现|已|也)?(?:总[数量额])?(?:达到?了?|增至|升至|增加到|提高到|增长到|降至|减至|下降到|减少到)"
    )


@cache
def than_before() -> Pattern:
    """What stands before the earlier amount of 比上年的A增长p，达到B."""
    return Pattern(rf"[比较]{DATE}[^，,。；;：:\d]{{0,4}}$")


@cache
def set_against() -> Pattern:
    """What stands before the earlier amount of 与上年的A相比 (group "time")."""
    return Pattern(rf"(?:与|同|跟|和|较|比)(?P<time>{_LAST}|{_YEAR})[^，,。；;：:\d]{{0,8}}$")


@cache
def base_in_brackets() -> Pattern:
    """What stands between by how much something grew and the earlier amount in brackets (（上年为); group "noun"."""
    return Pattern(
        rf"[（(](?P<time>{_LAST}|{_YEAR})(?P<noun>[\u4e00-\u9fff]{{0,8}}?)(?:基数|数)?(?:为|是|完成了?|实现|达到?|仅为?|只有|收到|：|:)?"
    )


@cache
def verb_before() -> Pattern:
    """A word of change at the end of a stretch."""
    verbs = _any((*RISING, *FALLING, *_MORE_BY, *_LESS_BY))
    return Pattern(rf"(?P<verb>{verbs})(?:了|为|达到?)?$")


@cache
def time_before() -> Pattern:
    """A word of time (group "time") and at most a noun at the end of a stretch: 上年收到建议, 由2017年的."""
    return Pattern(rf"(?:.*(?P<from>[由从自])|.*)(?P<time>{DATE})[，,]?的?(?P<noun>[^，,。；;：:\d]{{0,12}})$")


@cache
def from_before() -> Pattern:
    """由 or 从 at the end of a stretch, a word of time or a noun behind it."""
    return Pattern(r"(?:由(?![于此])|从(?![事而业严优快])|自(?![来主然治身动愿筹行建我]))[^，,。；;、]{0,14}$")


def year_of(words: str) -> int | None:
    """The year a word of time begins with, or None."""
    digits = words[:4]
    return parse_digits(digits) if words[4:5] == "年" else None
