"""Parts that are more than their whole, and rates of more than a hundred per cent."""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.amount_rows import amount_rows
from reportlint.facts.intervals import interval, printed, total
from reportlint.facts.numerals import ONE
from reportlint.facts.part_cues import EACH, separator
from reportlint.facts.part_lists import part_lists
from reportlint.facts.part_sums import exceeds
from reportlint.facts.part_words import alike
from reportlint.facts.parts import PartList, addable
from reportlint.facts.quantities import quantities
from reportlint.text import Pattern
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportlint.facts.amount_rows import Amount
    from reportlint.facts.quantities import Quantity

_HUNDRED = 100 * ONE
_AMONG = frozenset(("其中", "中", "分别", "包括", "含", "bracket", "即", "colon", "status", "votes"))
_ANOTHER = Pattern(r"带动|撬动|拉动|吸引|惠及|受益|服务|辐射|覆盖|最高|最大|最多|平均|单|标准|比|超过|人均|户均")
_MEAN = Pattern(r"[均每]|平均|标准|单价|最高|最大|目标|计划|任务")
_CARRIED = Pattern(r"上年|去年|往年|历年|结转|遗留|存量|积案|积存|旧存|连同|上一年|年前|跨年|累计|历史")
_PAIRS = (
    (r"应到|应出席|应参会|应参加", r"实到|实际出席|实际到会|实际参加|出席|到会|参会"),
    (r"收到|收集|受理|接收|接到|承办|交办|办理|征集|征求|提出", r"办结|办复|答复|回复|办理完毕|解决|采纳|落实|化解"),
    (r"选民|登记选民|选民登记", r"参加选举投票|参加投票|实际投票|参加选举|投票|参选"),
    (r"发出选票|发出|发放选票|印发选票", r"收回|收回选票"),
    (r"收回选票|收回|投票|实到|到会|出席|有效票", r"赞成|同意|反对|弃权|有效票|无效票|废票"),
    (r"(?:发放|发出|印发|派发|下发)[^，,；;。]{0,8}(?:问卷|[表票卡函卷信])", r"收回|回收|返还"),
    (r"抽检|抽查|抽样|检测|检验|监测|送检|检查", r"合格|达标"),
    (r"参加|报名|应考|应试|报考|参训|培训|考试|测试|竞聘|鉴定", r"合格|及格|结业|过关|录用|录取|通过|获证|取得"),
    (r"申报|推荐|上报|报送|推选", r"获批|入选|立项|获评|通过|批准|采用|录用|刊发|采纳"),
    (r"调解|调处|排查", r"调解成功|调处成功|成功调解|成功调处|成功化解"),
    (r"应[检测训缴收征种查评考保]", r"[实已][检测训缴收征种查评考保]"),
    (r"排查|查出|发现|梳理", r"整改|整改完成|整改到位|销号|已整改|完成整改|整治|化解|调处|治理"),
)
_COMPILED = tuple((Pattern(rf"(?:{whole})"), Pattern(rf"(?:{part})")) for whole, part in _PAIRS)
_ANY_PART = Pattern("|".join(part for _, part in _PAIRS))
_REACH = 8
_AFTER = Pattern(r"[^，,；;。、：:（(]{0,14}")
_SENT = ("组织", "选派", "派出", "安排", "共有", "有")
_SUBSET = Pattern(
    r"[^，,；;。]{2}的(?:已?有|达到?|共有?|为)$|^(?:发现|查出|存在|符合|属于|有)[^，,；;。]{2,12}的$", ("的",)
)
_COUNTED = Pattern(r"共|现有|总|[检抽排巡核]查|走访|[调摸]|评估|监测|登记", ())
_ALREADY = Pattern(r"^[^，,；;。]{1,12}[，,](?:截至[^，,；;。]{1,8}?[，,]?|目前|现|其中)?已经?有$", ("已",))
_PLANNED = Pattern(r"确定|安排|计划|实施|承担|谋划|列入|共|全[省市州县区镇乡村]|的$")
_PLACE = Pattern(r"[省市州县区旗镇乡村]的|其余|[超过高多]于|新增|上年|去年", ())
_FILLING = str.maketrans(
    "", "", "已经共全部均为有是了的到达得人数票其中完成会议大本次选民代表举名实际成功 　张“”被效调查绩考试证书"
)
_BALLOTS = frozenset(("票", "张", "份", "人", "名", "位"))
_RATE = Pattern(
    r"(?P<rate>办结|办复|答复|回复|满意|参选|参投|投票|覆盖|到位|合格|达标|普及|入学|就业|出席|到会|参会|解决|落实|整改|采纳"
    r"|见面|走访|签约|知晓|优良|通过|及格|巩固|处置|处理|化解|调解|调处|调解成功|破案|绿化|城镇化|入户|知情|上线|入住|出勤|受训|参训"
    r"|无害化处理|清运|收集|集中处理|供水|入园|销号|率先)(?P<word>率|度)"
    r"(?:(?:和|及|与|、)[^，。；;、]{2,10}率)?(?:均|都|已|也|分别|平均|仍|高|稳定|保持|提高|提升|上升)?"
    r"(?:达到了?|达|为|是|在|到|至|：|:)?$",
    ("率", "度"),
)
_PORTION = Pattern(
    r"占[^，。；;、]{0,12}(?:总[人户件票社]?[数口]|总量|总面积|全部[^，。；;、]{2,6}|(?<=收入占)[^，。；;、]{0,8}收入"
    r"|(?<=面积占)[^，。；;、]{0,8}面积|(?<=支出占)[^，。；;、]{0,8}支出|(?<=产业占)(?:地区生产总值|GDP))"
    r"的?(?P<rate>比重|比例|占?比)?(?P<word>)(?:已?达到?|为|是|约|超过|高达)?$",
    ("占",),
)
_JOINED = Pattern(r"(?<=[别达为到])(?:\d{1,3}(?:\.\d{1,2})?[%％][、和及]){1,4}$", ("%", "％"))
_OTHER_RATES = Pattern(r"拨备|流动性|毛入|增长|完成|计划|目标|偿债|利息|资金覆盖|保障倍|同比|超额|提前|年初|上年|去年")
_CLAUSE = 2
_WINDOW = 40
_NEAREST = 14


@frozen
class Excess:
    """A part and the whole it is more than."""

    whole: Quantity
    part: Quantity


@fact
def excesses(document: Document) -> tuple[Excess, ...]:
    """Parts that are certainly more than their whole, one finding for each part."""
    found: dict[int, Excess] = {}
    for known in part_lists(document):
        over = [part for part in known.parts if _is_excess(known, part)]
        # Of a list with several parts too large, the total is wrong or the reading: then the first part must be one.
        if over and (len(over) == 1 or over[0] is known.parts[0]):
            part = max(over, key=printed)
            found.setdefault(part.span.start, Excess(known.whole, part))
    for row in amount_rows(document):
        for index, one in enumerate(row.amounts):
            whole = _counterpart(document.slice(row.span), row.amounts[:index], one)
            if whole is not None:
                found.setdefault(one.quantity.span.start, Excess(whole, one.quantity))
    return tuple(found.values())


@fact
def impossible_rates(document: Document) -> tuple[tuple[Quantity, str], ...]:
    """Amounts of more than 100 % of a rate that ends there, each with the name of the rate."""
    found: list[tuple[Quantity, str]] = []
    for quantity in quantities(document):
        if quantity.unit.kind != "ratio" or (quantity.low or 0) <= _HUNDRED or quantity.change:
            continue
        bounds = interval(quantity)
        start = _first_of_several(document, quantity)
        words = document.text[max(start - _WINDOW, 0) : start]
        for mark in "，,；;。\n：:（(":
            words = words.rpartition(mark)[2]
        match = _RATE.search(words) or _PORTION.search(words)
        if match and bounds and bounds.low > _HUNDRED and not _OTHER_RATES.search(words):
            found.append((quantity, (match["rate"] or "占比") + match["word"]))
    return tuple(found)


def _first_of_several(document: Document, quantity: Quantity) -> int:
    """Where the shares begin that stand joined to this one: 办结率、满意率分别为98%、102%."""
    start = quantity.span.start
    window = document.text[max(0, start - _WINDOW) : start]
    match = _JOINED.search(window)
    return start - len(match[0]) if match else start


def _is_excess(known: PartList, part: Quantity) -> bool:
    """Whether a part of a list exceeds every amount that may be its whole."""
    if known.cue == "behind":
        sure = len(known.parts) > 1 and not known.uneven
        return sure and exceeds(part, known.whole) and known.parts[-1] is not part
    if known.cue not in _AMONG or (known.cue == "分别" and "其中" not in known.words):
        return False
    if part is not known.parts[0] and (known.uneven or (known.level > 1 and not alike(known.labels))):
        return False
    if not exceeds(part, known.whole) or not _same_thing(known.whole, part):
        return False
    words = known.words.rpartition("#")[0] or known.words
    if EACH.search(words) or _ANOTHER.search(words) or _MEAN.search(known.whole.label):
        return False
    wholes = [bounds for bounds in map(interval, (*known.wholes, known.whole)) if bounds is not None]
    bounds = interval(part)
    return bounds is not None and bounds.low > total(wholes).high


def _same_thing(whole: Quantity, part: Quantity) -> bool:
    """Whether the units are near enough: 个 counts anything, and a whole in 个 may consist of 件."""
    loose = {"个", "项", "次"}
    return whole.unit.name == part.unit.name or not {whole.unit.name, part.unit.name} & loose


def _counterpart(sentence: str, before: Sequence[Amount], one: Amount) -> Quantity | None:
    """The amount before that must not be less than this one by its name: 应到 for 实到, 收到 for 办结."""
    part = one.quantity
    words = _own_words(one.before) or _clause_after(one)
    if _ALREADY.search(one.before) and before and _PLANNED.search(_own_words(before[-1].before)):
        whole = before[-1].quantity
        return whole if whole.unit.name == part.unit.name and exceeds(part, whole) and not whole.change else None
    if _SUBSET.search(words):
        return _counted_whole(before, one)
    if not _ANY_PART.search(words):
        return None
    before = before[-_REACH:]
    for whole_words, part_words in _COMPILED:
        match = part_words.search(words)
        if match is None or part.change:
            continue
        named = [other for other in before if _is_named(other, whole_words, part_words)]
        if not named:
            continue
        other = named[-1]
        # What is settled must be named like what was received: 收到建议, but 办结提案, are two things.
        rest = (words[: match.start()] + words[match.end() :]).translate(_FILLING)
        same = rest in _named(other)[-_NEAREST:].translate(_FILLING)
        apart = bool(rest) and _crosses_items(before, other, one)
        fits = all(_may_hold(one.quantity, part) and exceeds(part, one.quantity) for one in named)
        return other.quantity if same and fits and not apart and not _CARRIED.search(sentence) else None
    return None


def _counted_whole(before: Sequence[Amount], one: Amount) -> Quantity | None:
    """All households in 共有农户1850户，加入合作社的有1872户."""
    part, other = one.quantity, before[-1] if before else None
    if other is None or other.quantity.unit.name != part.unit.name or other.quantity.change or part.change:
        return None
    total = _COUNTED.search(_own_words(other.before)) and not _PLACE.search(one.before)
    near = "。" not in one.before and separator(one.before) <= _CLAUSE and not _ANOTHER.search(one.before)
    return other.quantity if total and near and exceeds(part, other.quantity) else None


def _named(other: Amount) -> str:
    """What an amount is called before its number; of 组织377人参加考试 also what follows."""
    words = _own_words(other.before)
    return words + _clause_after(other) if words.endswith(_SENT) else words


def _clause_after(one: Amount) -> str:
    """The clause behind a number, no longer than a name."""
    match = _AFTER.match(one.after)
    return match[0] if match else ""


def _is_named(other: Amount, whole_words: Pattern, part_words: Pattern) -> bool:
    """Whether an amount is called 应到, 收到 and so on, and not 实到 or 办结 at the same time."""
    named = _named(other)[-_NEAREST:]
    expected = whole_words.search(named)
    if expected is None or other.quantity.change:
        return False
    return not part_words.search(named[: expected.start()] + named[expected.end() :])


def _may_hold(whole: Quantity, part: Quantity) -> bool:
    """Whether the units allow that one is part of the other; ballots are counted in 票, 张 and persons."""
    voted = {whole.unit.name, part.unit.name} <= _BALLOTS
    return voted or (addable(whole.unit, part.unit) and _same_thing(whole, part))


def _crosses_items(before: Sequence[Amount], other: Amount, one: Amount) -> bool:
    """Whether a semicolon stands between two amounts."""
    return any(separator(amount.before) > _CLAUSE for amount in (*before[before.index(other) + 1 :], one))


def _own_words(words: str) -> str:
    """The clause before a number."""
    for mark in "，,；;。：:、（(":
        words = words.rpartition(mark)[2]
    return words
