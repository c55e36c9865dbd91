"""Numbers in mixed writing: 3千余人, 二零二一年, 2O21年, l2人, 下午14:30."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Edit, Finding, Fix, Meta, Safety, Severity, Text, frozen
from reportlint.facts.mixed_numerals import mixed_numerals, mixed_styles

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.facts.mixed_numerals import MixedNumeral

_SAFE = frozenset(("han-year", "letter-year"))
_INFO = frozenset(("million", "comma", "circle-year", "styles"))
_WHY = {
    "thousand": Text(
        "阿拉伯数字后面只能跟“万”“亿”，不跟“千”“百”", "digits are followed by 万 or 亿 only, not by 千 or 百"
    ),
    "million": Text("数值里只用“万”“亿”，不用“千万”“百万”", "only 万 and 亿 follow digits, not 千万 or 百万"),
    "digit-year": Text("汉字年份里的零写作“〇”", "the zero of a year in Chinese numerals is 〇"),
    "han-year": Text("汉字年份里的零写作“〇”", "the zero of a year in Chinese numerals is 〇"),
    "circle-year": Text("汉字年份里的零写作“〇”", "the zero of a year in Chinese numerals is 〇"),
    "letter-year": Text("年份里混进了字母", "a letter stands among the digits of the year"),
    "letter": Text("数字里混进了字母", "a letter stands among the digits"),
    "short-year": Text("年份要写四位", "years are written with four digits"),
    "few": Text("带“几”的概数用汉字", "numbers with 几 are written in Chinese numerals"),
    "comma": Text("相邻两数连用表示概数，中间不用顿号", "two numbers in a row, meaning roughly so many, take no 、"),
    "clock": Text("24小时制前面不再写“下午”", "hours counted to 24 need no 下午"),
    "noon": Text("钟点与“上午”“早上”矛盾", "the hour does not lie in the morning"),
    "styles": Text("同一句里同类数字有汉字有阿拉伯数字，宜统一", "one sentence writes like numbers in two ways"),
}


@frozen
class MixedNumeralsOptions:
    """How far it goes.

    Attributes:
        same_sentence: whether Chinese numerals beside digits of the same unit in one sentence are reported too.
    """

    same_sentence: bool = False


class MixedNumerals(Check):
    """一个数里混用了汉字数字、阿拉伯数字或字母，或者年份、钟点写法不当。

    ## 为什么

    《出版物上数字用法》（GB/T 15835—2011）：阿拉伯数字可以与“万”“亿”连用，不与“千”“百”连用（3000余人、三千余人，
    不写3千余人）；汉字年份的零用“〇”；年份不简写成两位；带“几”的概数和相邻两数连用的概数用汉字，中间不加顿号。
    字母O、l冒充数字，查找和统计时会漏掉。5千克、5千瓦、5万元、十八届、八九个都是对的。

    ## 反例

        二零二一年，全镇培育新型农民3千余人。
        2O21年召开会议l2次。

    ## 正例

        二〇二一年，全镇培育新型农民3000余人，用电5千瓦时，投入5万元，八九个村受益，2023年度考核合格。

    ## English

    Digits go with 万 and 亿 but not with 千 and 百 (3千余人), the zero of a year in Chinese numerals is 〇, years have
    four digits, and letters are no digits (2O21年, l2人). Hours such as 下午14:30 are reported as well.
    """

    meta = Meta(
        Text("数字形式混用", "Mixed numerals"),
        Severity.WARNING,
        Confidence.HIGH,
        since="0.1",
    )
    Options = MixedNumeralsOptions
    options: MixedNumeralsOptions

    def run(self, document: Document) -> Iterator[Finding]:
        """Report each number in mixed writing."""
        for mixed in mixed_numerals(document):
            yield _finding(document, mixed)
        if self.options.same_sentence:
            for mixed in mixed_styles(document):
                yield _finding(document, mixed)


def _finding(document: Document, mixed: MixedNumeral) -> Finding:
    words, why = document.slice(mixed.span), _WHY[mixed.kind]
    fix = None
    advice = Text("，请核对。", "; please check.")
    if mixed.better or mixed.kind in {"comma", "clock"}:
        better = document.slice(mixed.span)
        start, end = mixed.place.start - mixed.span.start, mixed.place.end - mixed.span.start
        better = better[:start] + mixed.better + better[end:]
        advice = Text(f"，请写成“{better}”。", f"; write “{better}”.")
        fix = Fix((Edit(mixed.place, mixed.better),), Safety.SAFE if mixed.kind in _SAFE else Safety.SHOWN)
    return Finding(
        mixed.span,
        Text(f"“{words}”：{why.zh}{advice.zh}", f"“{words}”: {why.en}{advice.en}"),
        fix=fix,
        severity=Severity.INFO if mixed.kind in _INFO else None,
        group=mixed.kind,
    )
