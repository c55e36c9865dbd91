"""Shares of one whole that are all listed, and so make up a hundred per cent."""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.amount_rows import amount_rows
from reportlint.facts.intervals import Interval, interval, printed, total
from reportlint.facts.numerals import ONE, parse
from reportlint.facts.part_cues import label_of, separator
from reportlint.facts.part_words import complete_by_name, exclude_each_other
from reportlint.text import Pattern, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reportlint.facts.amount_rows import Amount, Row
    from reportlint.facts.quantities import Quantity

_HUNDRED = Interval(100 * ONE, 100 * ONE)
_SHARE = Pattern(r"占比|比重|比例|占|构成|满意")
_TOGETHER = Pattern(
    r"(?P<names>[^，,；;。：:]{2,60}?)(?:(?:所)?占[^，,；;。、]{0,12}?(?:比例|比重|的)?|比重|比例|占比|三者之比)?"
    r"(?:的?(?:比例|比重))?分别[为是占达到]{0,2}$",
    ("分别",),
)
_NAMED_SHARE = Pattern(r"(?:占比?|比重|比例)[^，,；;。、]{0,8}$")
_CHANGE = Pattern(r"提高|下降|增长|上升|增加|降低|减少|提升|达到?以上")
_LOW, _HIGH = 90 * ONE, 110 * ONE
_FARTHEST = 45 * ONE
_MANY = 3
_FAR = 40
_SECTORS = Pattern(r"产业(?:结构|比例|比重|占比|增加值)[^。；;\n]{0,40}$", ("产业",))
_PROPORTION = Pattern(
    r"(?<![\d.:：∶])(\d{1,2}(?:\.\d{1,2})?) ?[:：∶] ?(\d{1,2}(?:\.\d{1,2})?) ?[:：∶] ?(\d{1,2}(?:\.\d{1,2})?)"
    r"(?![\d.:：∶])",
    ("产业结构", "产业比", "产业占比", "产业增加值比"),
)
_OLDEST = Pattern(r"岁(?:及|（含）|\(含\))?以上", ("岁",))
_SECTOR = Pattern(r"^(?:第?[一二三]次?产业?)$", ("产",))
_OPEN = ("等", "以上", "左右")


@fact
def wrong_shares(document: Document) -> tuple[tuple[Quantity, ...], ...]:
    """Lists of shares that must make up 100 % and do not, each in reading order."""
    if not _SHARE.possible(document.text):
        return ()
    found: list[tuple[Quantity, ...]] = []
    for row in amount_rows(document):
        run: list[Amount] = []
        for one in (*row.amounts, None):
            if one and one.quantity.unit.name in {"%", "％"} and (not run or _goes_on(one)):
                run.append(one)
                continue
            if len(run) > 1 and _is_wrong(row, run):
                found.append(tuple(amount.quantity for amount in run))
            run = [one] if one and one.quantity.unit.name in {"%", "％"} else []
    return tuple(found)


@fact
def wrong_proportions(document: Document) -> tuple[tuple[Span, tuple[int, ...]], ...]:
    """Proportions of the three sectors (12.1:40.2:47.7) that do not make up 100, with the numbers in millionths."""
    found: list[tuple[Span, tuple[int, ...]]] = []
    for match in _PROPORTION.finditer(document.text):
        if not _SECTORS.search(document.text, max(0, match.start() - _FAR), match.start()):
            continue
        numerals = [parse(written) for written in match.groups()]
        known = [numeral for numeral in numerals if numeral is not None]
        away = abs(sum(numeral.value for numeral in known) - 100 * ONE)
        if len(known) == _MANY and sum(numeral.place for numeral in known) < away < _FARTHEST:
            found.append((Span(*match.span()), tuple(numeral.value for numeral in known)))
    return tuple(found)


def _goes_on(one: Amount) -> bool:
    return separator(one.before) > 0 and len(one.before) <= 20 and not _CHANGE.search(one.before)  # noqa: PLR2004 - a name


def _is_wrong(row: Row, run: list[Amount]) -> bool:
    shares = [one.quantity for one in run]
    bounds = [interval(one) for one in shares]
    known = [one for one in bounds if one is not None]
    if len(known) < len(bounds) or any(one.change or one.approximation or one.ends for one in shares):
        return False
    parts = total(known)
    names = _names(run)
    sectors = len(run) == _MANY and all(_SECTOR.search(name) for name in names) and len(names) == _MANY
    near = Interval(_HUNDRED.low - _FARTHEST, _HUNDRED.high + _FARTHEST) if sectors else Interval(_LOW, _HIGH)
    if parts.meets(_HUNDRED) or run[-1].after.startswith(_OPEN) or not parts.meets(near):
        return False
    if _are_counted(row, run) or _are_ages(row, run):
        return True
    if not names or not exclude_each_other(names, people=True):
        return False
    return len(run) >= _MANY or complete_by_name(names)


def _are_counted(row: Row, run: list[Amount]) -> bool:
    """三类建议占比分别为: as many kinds are announced as there are shares."""
    at = row.amounts.index(run[0])
    words = run[0].before
    if at == 0 or "分别" not in words or not _SHARE.search(words) or len(words) > 20:  # noqa: PLR2004 - a name
        return False
    kinds = row.amounts[at - 1].quantity
    return kinds.unit.name in {"类", "种", "项", "个", "个方面", "部分"} and printed(kinds) == len(run) * ONE


def _are_ages(row: Row, run: list[Amount]) -> bool:
    """Whether the shares are those of ages: 35岁以下、36岁至55岁、56岁以上占比分别为."""
    at = row.amounts.index(run[0])
    words = run[0].before
    told = "分别" in words and _OLDEST.search(words) is not None and _SHARE.search(words) is not None
    ages = [one for one in row.amounts[max(0, at - len(run)) : at] if one.quantity.unit.kind == "age"]
    return told and len(ages) == len(run) - 1


def _names(run: list[Amount]) -> list[str]:
    """Names of the shares; empty when these are no shares of one whole."""
    first = run[0].before
    match = _TOGETHER.search(first)
    if match and _SHARE.search(first):
        names = match["names"].replace("以及", "、").replace("和", "、").replace("及", "、").split("、")
        return names if len(names) == len(run) else []
    labels = [label_of(one.before) for one in run]
    if all("占" in one.before or "比重" in one.before for one in run):
        return [label.partition("占")[0] or label for label in labels]
    names = [label.removesuffix("率") for label in labels]
    return names if complete_by_name(names) and any("满意" in name for name in names) else []
