"""Numbers written partly in one kind of numerals and partly in another, or with letters among the digits."""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.number_phrases import in_name
from reportlint.facts.numerals import HAN, ONE, parse
from reportlint.facts.quantities import quantities
from reportlint.facts.units import unit_at
from reportlint.facts.zones import in_zone
from reportlint.text import Pattern, Span
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from typing import Literal

    Mixture = Literal[
        "thousand",
        "million",
        "han-year",
        "circle-year",
        "digit-year",
        "letter-year",
        "letter",
        "short-year",
        "few",
        "comma",
        "clock",
        "noon",
        "styles",
    ]

_FULL = str.maketrans("０１２３４５６７８９", "0123456789")
_O = "OoＯｏОо"
_THOUSAND = Pattern(
    r"[千百](?<=[0-9０-９].)(?P<million>万)?(?P<more>[余多来几])?(?=[\u4e00-\u9fff])",
    ("千", "百"),
)
_DIGITS_BEFORE = Pattern(r"(?:[0-9０-９]{1,3}万)?[0-9０-９]{1,2}(?:[.．][0-9０-９]{1,2})?$")
_KILO = frozenset("瓦克米伏卡帕赫焦兆欧安字")
_HAN_YEAR = Pattern(
    rf"[一二](?=[零〇○0０{_O}一二三四五六七八九]{{3}}年)(?=.{{0,2}}[零○0０{_O}])(?<![{HAN}0-9].).{{3}}(?=年(?!级|龄))",
    ("零", "○", "0", "０", *_O),
)
_LETTER_YEAR = Pattern(
    rf"(?<![A-Za-z0-9])[12][0-9{_O}]{{3}}(?=[年—\-～至])",
    tuple(_O),
)
_LETTER = Pattern(
    rf"(?:[lI|][0-9{_O}lI]{{1,4}}|[0-9][0-9]{{0,4}}[{_O}lI][0-9{_O}lI]{{0,3}})(?=[余多]?[万亿]?[\u4e00-\u9fff%％])"
)
_SHORT_YEAR = Pattern(
    r"年(?<=[0-9]{2}.)(?:(?=度(?![假过日量角]))|(?=初(?![心衷中一二三期步级次试审选稿衍见现具]))|(?=[底末](?![蕴气色线层子座片位端梢价]))"
    r"|(?=(?:1[0-2]|[1-9])月(?:[0-9]|份|底|初|[，。；、至—]))|(?=[上下]半年))"
)
_WORDS = {"度", "初", "底", "末"}
_SHORT_BEFORE = Pattern(
    r"(?<![0-9０-９.．'’年近约过满超达第每这前后逾余整—\-～来任刑了])(?<![0-9][至到])(?:[0-3][0-9]|9[0-9])$"
)
_TENURE = Pattern(
    r"(?:徒刑|任职|工龄|工作|党龄|教龄|连续|坚持|历时|累计|扎根|坚守|服役|近|约|过去|最近|整整|已有|超过|奋斗)"
    r"[了的]?[0-9]{2}$"
)
_FEW = Pattern(r"几(?<=[0-9０-９].)(?=[\u4e00-\u9fff])", ("几",))
_COMMA = Pattern(
    r"、(?<=[一二两三四五六七八].)(?=[二三四五六七八九][十百千万个天人名次户倍家])(?<![第章节条款年级季].{2})", ("、",)
)
_PAIRS = frozenset(("一二", "二三", "两三", "三四", "四五", "五六", "六七", "七八", "八九", "三五"))
_AFTER_COMMA = "级年季组村期届楼"
_CLOCK = Pattern(
    # 晚上20:00 and 夜间22:00 are usual; only the words for the two halves of the day count to twelve.
    r"(?P<part>上午|早上|清晨|早晨|下午|午后)[ 　]?"
    r"(?P<hour>1[3-9]|2[0-3])(?=[:：][0-5][0-9]|时(?![间段])|点(?![位多]))",
    ("上午", "早", "清晨", "下午", "午后"),
)
_MORNING = frozenset(("上午", "早上", "清晨", "早晨"))
_LEAST_MIXED = 10 * ONE


@frozen
class MixedNumeral:
    """A number in mixed writing.

    Attributes:
        span: the number, and with it the unit, 年 or hour that makes it one.
        kind: "thousand" 3千余人; "million" 3千万元; "han-year" 二零二一; "circle-year" 二○二一; "digit-year" 二0二一;
            "letter-year" 2O21; "letter" l2人; "short-year" 23年度; "few" 20几; "comma" 三、四百; "clock" 下午14:30;
            "noon" 上午14:30; "styles" both kinds of numerals in one sentence.
        place: what is to be replaced.
        better: what would stand there; empty when that is not known.
    """

    span: Span
    kind: Mixture
    place: Span
    better: str


@fact
def mixed_numerals(document: Document) -> tuple[MixedNumeral, ...]:
    """All of them but "styles", in reading order; names in quotation marks and titles are spared."""
    text = document.text
    found = [
        mixed
        for pattern, look in _KINDS
        for match in pattern.finditer(text)
        if (mixed := look(text, match)) is not None
        if not in_name(text, mixed.span.start, mixed.span.end) and not in_zone(document, mixed.span)
    ]
    return tuple(sorted(found, key=lambda mixed: (mixed.span.start, mixed.span.end)))


@fact
def mixed_styles(document: Document) -> tuple[MixedNumeral, ...]:
    """Amounts in Chinese numerals beside amounts of the same unit in digits, in one sentence."""
    found: list[MixedNumeral] = []
    by_sentence: dict[tuple[int, str], list[int]] = {}
    amounts = quantities(document)
    for index, quantity in enumerate(amounts):
        if quantity.numeral and quantity.numeral.value >= _LEAST_MIXED and not quantity.vague:
            by_sentence.setdefault((quantity.sentence.start, quantity.unit.name), []).append(index)
    for indexes in by_sentence.values():
        chinese = [amounts[i] for i in indexes if amounts[i].style == "chinese"]
        if chinese and len(chinese) < len(indexes):
            found += [MixedNumeral(quantity.span, "styles", quantity.number, "") for quantity in chinese]
    return tuple(sorted(found, key=lambda mixed: mixed.span.start))


def _thousand(text: str, match: re.Match[str]) -> MixedNumeral | None:
    """3千余人, 5百户, 3千万元."""
    at = match.start()
    before = _DIGITS_BEFORE.search(text, max(0, at - 9), at)
    if before is None or text[match.end() : match.end() + 1] in _KILO or text[at + 1 : at + 2] in _KILO:
        return None
    previous = text[before.start() - 1 : before.start()] if before.start() else ""
    if text.startswith(("分点", "分之"), at + 1):
        return None
    if previous and (previous in "第.．-—～~至到、,，万亿" or (previous.isascii() and previous.isalnum())):
        return None
    unit = unit_at(text, match.end())
    if unit is None and not match["more"]:
        return None
    known = parse(before[0] + match[0][0] + (match["million"] or ""))
    if known is None or known.value % ONE:
        return None
    whole = known.value // ONE
    if match["million"]:
        better = f"{whole // 10000}万"
    else:
        better = f"{whole / 10000:g}万" if "万" in before[0] and not match["more"] else str(whole)
    place = Span(before.start(), match.end() - (1 if match["more"] else 0))
    kind: Mixture = "million" if match["million"] else "thousand"
    return MixedNumeral(Span(before.start(), match.end() + len(unit.name if unit else "")), kind, place, better)


def _han_year(text: str, match: re.Match[str]) -> MixedNumeral | None:
    year = match[0]
    if "年" in year or text[match.start() - 1 : match.start()] in {"第", "近", "约"}:
        return None
    better = year
    for odd in ("零", "○", "0", "０", *_O):
        better = better.replace(odd, "〇")
    place = Span(*match.span())
    kind: Mixture = "digit-year" if "0" in year or "０" in year else "circle-year" if "○" in year else "han-year"
    return MixedNumeral(Span(place.start, place.end + 1), kind, place, better)


def _letter_year(text: str, match: re.Match[str]) -> MixedNumeral | None:
    year = match[0]
    if year.isdecimal() or year[:2] not in {"19", "20", *(f"2{letter}" for letter in _O)}:
        return None
    better = year
    for letter in _O:
        better = better.replace(letter, "0")
    at = Span(*match.span())
    return MixedNumeral(Span(at.start, at.end + (text[at.end] == "年")), "letter-year", at, better)


def _letter(text: str, match: re.Match[str]) -> MixedNumeral | None:
    """l2人, 1O0户, 3O%."""
    before = text[match.start() - 1 : match.start()] if match.start() else ""
    if before and (before in "-—_/.#+" or (before.isascii() and before.isalnum())):
        return None
    end = match.end()
    while text[end : end + 1] and text[end] in "余多万亿":
        end += 1
    unit = unit_at(text, end)
    if unit is None or unit.kind not in {"count", "money", "ratio", "area"}:
        return None
    better = match[0]
    for letter, digit in (*((o, "0") for o in _O), ("l", "1"), ("I", "1"), ("|", "1")):
        better = better.replace(letter, digit)
    return MixedNumeral(Span(match.start(), end + len(unit.name)), "letter", Span(*match.span()), better)


def _short_year(text: str, match: re.Match[str]) -> MixedNumeral | None:
    """23年度, 23年底, 22年12月15日; 10年初心 and 20年底蕴 are none."""
    at = match.start()
    before = _SHORT_BEFORE.search(text, max(0, at - 3), at)
    if before is None or _TENURE.search(text[max(0, at - 8) : at]):
        return None
    end = match.end() + (text[match.end() : match.end() + 1] in _WORDS)
    century = "19" if before[0][0] == "9" else "20"
    return MixedNumeral(Span(before.start(), end), "short-year", Span(before.start(), at), century + before[0])


def _few(text: str, match: re.Match[str]) -> MixedNumeral | None:
    at = match.start()
    start = at
    while start > 0 and at - start < 6 and text[start - 1].isdecimal():  # noqa: PLR2004 - a longer number is a code
        start -= 1
    unit = unit_at(text, match.end()) or unit_at(text, match.end() + 1)
    digits = text[start:at].translate(_FULL)
    if unit is None or not digits.endswith("0") or text[start - 1 : start] in {"第", ".", "-"}:
        return None
    tens = int(digits)
    better = "十" if tens == 10 else f"{'一二三四五六七八九'[tens // 10 - 1]}十" if tens in range(20, 100, 10) else ""  # noqa: PLR2004 - tens
    return MixedNumeral(Span(start, match.end() + len(unit.name)), "few", Span(start, at), better)


def _comma(text: str, match: re.Match[str]) -> MixedNumeral | None:
    """三、四百人; a list mark at the head of a line (三、四个…) and lists (三、四年级) are none."""
    at = match.start()
    start = at - 1
    if text[start] + text[at + 1] not in _PAIRS or start == 0:
        return None
    before = text[start - 1]
    if before in "\n 　。；：:（(第、" or before in HAN:
        return None
    end = at + 2
    while text[end : end + 1] and text[end] in "十百千万":
        end += 1
    unit = unit_at(text, end)
    if unit is None or unit.kind not in {"count", "duration", "money", "times"}:
        return None
    if text[end + len(unit.name) : end + len(unit.name) + 2] in {"方面", "阶段", "季度", "批次"}:
        return None
    return MixedNumeral(Span(start, end + len(unit.name)), "comma", Span(at, at + 1), "")


def _clock(text: str, match: re.Match[str]) -> MixedNumeral | None:
    del text
    hour = Span(*match.span("hour"))
    if match["part"] in _MORNING:
        return MixedNumeral(Span(match.start(), match.end()), "noon", hour, "")
    return MixedNumeral(Span(match.start(), match.end()), "clock", Span(*match.span("part")), "")


_KINDS = (
    (_THOUSAND, _thousand),
    (_HAN_YEAR, _han_year),
    (_LETTER_YEAR, _letter_year),
    (_LETTER, _letter),
    (_SHORT_YEAR, _short_year),
    (_FEW, _few),
    (_COMMA, _comma),
    (_CLOCK, _clock),
)
