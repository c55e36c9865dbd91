"""Amounts: numbers with their units, between which bounds they lie, and what they say they count."""

from __future__ import annotations

from functools import cache

from reportlint.document import Document, fact
from reportlint.facts.approximations import AFTER, BEFORE, INSIDE, bounds, word_after, word_before
from reportlint.facts.number_phrases import in_name, is_phrase
from reportlint.facts.numerals import DIGITS, HAN, MULTIPLES, ONE, Numeral, parse
from reportlint.facts.quantity_labels import is_change, label
from reportlint.facts.sentences import clause_of, sentence_of
from reportlint.facts.units import Unit, first_characters, unit_at
from reportlint.facts.vague_numbers import vague_number
from reportlint.text import Pattern, Span
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

    from reportlint.facts.numerals import Style

_LONGEST = 40
_RUN = rf"[{DIGITS}{HAN}]++(?:[.．点,，][{DIGITS}{HAN}]++)*+"
_MASK = "xXＸ×*＊_＿○□"
_PERCENT = {"百": "%", "千": "‰"}
_DASHES = "-—–~～－"
_RANGE = Pattern(
    rf"(?<![{DIGITS}{HAN}.．])([{DIGITS}{HAN}]{{1,12}}(?:[.．][{DIGITS}]{{1,6}})?)([{_DASHES}]{{1,2}}|[至到])"
)
_JOINING = _DASHES + "至到"
_JOINTS = frozenset(_JOINING)
_BEFORE_KILO = frozenset("0123456789０１２３４５６７８９万亿")
_FROM = "从由自"
_SPREAD = ("不等", "之间", "的范围", "的区间")
"""Behind a unit: 从5元到10元不等 is a range, 从5元到10元 a change."""


@frozen
class Quantity:
    """An amount as it is printed and what it means.

    Attributes:
        span: from the approximation before it to the unit or the approximation behind it.
        number: the digits, with 万 or 亿; of a range both numbers.
        low: least it can be, in millionths of the base unit of its class; None without a lower bound or when unknown.
        high: most it can be; equal to `low` when the amount is exact.
        ends: of a range (3至5个) the two numbers in printed order, in millionths of the base unit; else None.
        numeral: the number alone, without its unit; None for vague, masked and unclear ones.
        unit: what is counted or measured.
        approximation: 近, 约, 余, 多, 超, 以上, 左右, 不足, 至少, 至多, 以内, 以下 or 上; empty when there is none.
        marks: all approximations around it, in reading order; two of them may disagree (近5万余元).
        style: digits alone are "arabic", 百分之五 "chinese", 5万 "mixed".
        vague: whether it names no number at all (数十, 几, 若干, 三五); it may have bounds nevertheless.
        label: words to its left that say what is counted; may be empty.
        change: whether it says by how much something changed (增长5%), not how much there is.
        clause: the clause it stands in.
        sentence: the sentence it stands in.
    """

    span: Span
    number: Span
    low: int | None
    high: int | None
    ends: tuple[int, int] | None
    numeral: Numeral | None
    unit: Unit
    approximation: str
    marks: tuple[Span, ...]
    style: Style
    vague: bool
    label: str
    change: bool
    clause: Span
    sentence: Span

    @property
    def exact(self) -> bool:
        """Whether it is one known number."""
        return self.low is not None and self.low == self.high


@fact
def quantities(document: Document) -> tuple[Quantity, ...]:
    """All amounts in reading order. Ordinals, dates, codes, fixed phrases and names are none."""
    found: list[Quantity] = []
    for match in _candidate().finditer(document.text):
        quantity = _look(document, match, found[-1] if found else None)
        if quantity is None:
            continue
        if quantity.ends is not None and found and found[-1].span.end > quantity.number.start:
            found.pop()
        found.append(quantity)
    return tuple(found)


@cache
def _candidate() -> Pattern:
    unit = "".join(sorted({*first_characters(), "千"} - {"-", "]", "\\", "^"}))
    return Pattern(
        # A set in front lets the search skip what begins no number; what may not stand before it is asked afterwards.
        rf"[{DIGITS}{HAN}数几若](?<![{DIGITS}{HAN}].)(?<![{DIGITS}{HAN}][.．点,，].)"
        rf"(?:(?<=[百千])分之(?P<shared>{_RUN})"
        rf"|(?:(?<=若)干|(?<=[数几])[十百千万亿]*+|(?<![若数几])[{DIGITS}{HAN}]*+(?:[.．点,，][{DIGITS}{HAN}]++)*+)"
        rf"(?:(?<=[{DIGITS}{HAN}])(?P<more>[余多几来](?=[万亿千百]{{0,2}}+[{unit}]))(?P<multiple>[万亿千百]{{1,2}}+)?)?+"
        rf"(?P<gap>[ 　]?)(?=[{unit}]|(?<=千)[瓦克米伏]))"
    )


def _look(document: Document, match: re.Match[str], last: Quantity | None) -> Quantity | None:
    """A closer look at a number with something like a unit behind it."""
    text = document.text
    read = _read(text, match) if match.end() - match.start() <= _LONGEST else None
    if read is None:
        return None
    start, stop, unit, end, numeral, vague = read
    written = text[start:stop]
    if is_phrase(text, start, end, written, unit) or in_name(text, start, end):
        return None
    masked = start > 0 and text[start - 1] in _MASK
    ends = None
    lower = None
    if numeral is not None and not masked and text[start - 1 : start] in _JOINTS:
        lower = _range(text, start, stop, numeral, unit, last)
    if lower is not None and numeral is not None:
        start, first = lower
        ends = (first, numeral.value * unit.factor // ONE)
    marks, words = _approximations(text, start, match, end)
    low, high = (min(ends), max(ends)) if ends else _bounds(numeral, vague, words, unit)
    span = Span(min(start, marks[0].start) if marks else start, max(end, marks[-1].end) if marks else end)
    clause = clause_of(document, span)
    begin = max(clause.start, last.span.end) if last and not ends else clause.start
    left = text[begin : span.start]
    name = label(left)
    change = (
        unit.kind in {"points", "doublings"}
        or is_change(left, counted=unit.kind == "count" and unit.name != "位")
        or _shares_change(text, span, last, unit, name)
    )
    unclear = masked or text[end : end + 1] == "半"
    return Quantity(
        span,
        Span(start, stop) if marks or stop != end else span,
        None if unclear else low,
        None if unclear else high,
        ends,
        None if unclear else numeral,
        unit,
        words[0] if words else "",
        marks,
        _style(numeral, written),
        numeral is None,
        name,
        change,
        clause,
        sentence_of(document, span),
    )


def _read(
    text: str, match: re.Match[str]
) -> tuple[int, int, Unit, int, Numeral | None, tuple[int | None, int | None] | None] | None:
    """Start and end of the number, unit, end of the unit, value, bounds of a vague number; None for no amount."""
    start, at = match.span()
    if match["shared"]:
        known = Numeral(100 * ONE, 0, ONE, "chinese") if match["shared"] == "百" else parse(match["shared"])
        unit = unit_at(_PERCENT[text[start]], 0)
        return (start, at, unit, at, known, None) if known and unit else None
    more = match.start("more")
    stop = match.start("gap")
    written = text[start : more if more >= 0 else stop]
    if written[-1] == "千" and more < 0 and text[at : at + 1] in {"瓦", "克", "米", "伏"}:
        # 万千瓦 and 5千瓦 measure in 千瓦; 三千米 may be three thousand of one or three of the other.
        if written[-2:-1] not in _BEFORE_KILO:
            return None
        stop, at, written = stop - 1, at - 1, written[:-1]
    unit = unit_at(text, at)
    if unit is None:
        return None
    end = at + len(unit.name)
    known = _with_inside(written, match["multiple"] or "") if more >= 0 else parse(written)
    if known is None and more < 0 and ("," in written or "，" in written):
        written = written.replace("，", ",").rpartition(",")[2]
        start, known = stop - len(written), parse(written)
    if known is not None:
        return start, stop, unit, end, known, None
    before = text[start - 1 : start] if start else ""
    vague = vague_number(written + ("余" if more >= 0 else "") + (match["multiple"] or ""), before)
    return (start, stop, unit, end, None, vague) if vague else None


def _with_inside(written: str, multiple: str) -> Numeral | None:
    """30余万: the number before 余 takes part in the multiple."""
    known = parse(written)
    factor = MULTIPLES.get(multiple)
    if known is None or factor is None:
        return None
    return Numeral(known.value * factor, known.decimals, known.place * factor, known.style)


def _approximations(text: str, start: int, match: re.Match[str], end: int) -> tuple[tuple[Span, ...], tuple[str, ...]]:
    """Words that make the number inexact, and how each is read."""
    before, after = word_before(text, start), word_after(text, end)
    more = match["more"]
    if not (before or after or more):
        return (), ()
    marks = (
        *((before,) if before else ()),
        *((Span(*match.span("more")),) if more else ()),
        *((after,) if after else ()),
    )
    words = (
        BEFORE[text[before.start : before.end]] if before else "",
        INSIDE[more] if more else "",
        AFTER[text[after.start : after.end]] if after else "",
    )
    return marks, tuple(word for word in words if word)


def _bounds(
    numeral: Numeral | None, vague: tuple[int | None, int | None] | None, words: tuple[str, ...], unit: Unit
) -> tuple[int | None, int | None]:
    if numeral is None:
        low, high = vague or (None, None)
    elif words or numeral.place != ONE:
        low, high = bounds(numeral.value, numeral.place, words)
    else:
        low = high = numeral.value
    if unit.factor == ONE:
        return low, high
    return None if low is None else low * unit.factor // ONE, None if high is None else high * unit.factor // ONE


def _range(  # noqa: PLR0913, PLR0917 - what was read of the second number
    text: str, start: int, stop: int, numeral: Numeral, unit: Unit, last: Quantity | None
) -> tuple[int, int] | None:
    """Where a range begins whose second number this is, and its first number in millionths of the base unit."""
    if last and last.numeral and 0 < start - last.span.end <= 2 and not text[last.span.end : start].strip(_JOINING):  # noqa: PLR2004 - ——
        changing = text[last.clause.start : last.span.start]
        if last.unit != unit or last.ends:
            return None
        if any(word in changing for word in _FROM) and not text.startswith(_SPREAD, stop + len(unit.name)):
            return None
        return last.number.start, last.numeral.value * unit.factor // ONE
    window = max(0, start - 24)
    found = [match for match in _RANGE.finditer(text, window, start) if match.end() == start]
    lower = parse(found[0][1]) if found else None
    before = text[found[0].start() - 1 : found[0].start()] if found else ""
    spread = text.startswith(_SPREAD, stop + len(unit.name))
    if lower is None or before == "第" or (before in _FROM and before and not spread):
        return None
    value = lower.value
    bare = text[start:stop].rstrip("十百千万亿")
    shared = MULTIPLES.get(text[start + len(bare) : stop], 1)
    if shared > 1 and lower.place <= ONE and value * shared <= numeral.value:
        value *= shared
    return found[0].start(), value * unit.factor // ONE


def _shares_change(text: str, span: Span, last: Quantity | None, unit: Unit, name: str) -> bool:
    """In 分别增长10.6%、9% the second number is a change as well."""
    if last is None or not last.change or name or last.unit.kind != unit.kind:
        return False
    return text[last.span.end : span.start] in {"、", "和", "及", "与", "，", ","}


def _style(numeral: Numeral | None, written: str) -> Style:
    if numeral is None:
        return "arabic" if written[:1].isdigit() else "chinese"
    return "mixed" if numeral.style == "arabic" and written.endswith(("万", "亿", "千", "百")) else numeral.style
