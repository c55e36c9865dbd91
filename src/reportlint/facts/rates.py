"""Rates that are shares of a hundred per cent, and by how many points they are said to have moved."""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.intervals import printed
from reportlint.facts.numerals import ONE
from reportlint.facts.quantities import quantities
from reportlint.text import Pattern, Span
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    from reportlint.facts.quantities import Quantity

_SHARES = (
    "(?:"
    "(?:办结|办复|办理|解决|答复|落实|满意|覆盖|合格|达标|参保|参合|续保|普及|入学|升学|巩固|就业|完成|到位|开工|竣工|投产|入统"
    "|参与|参选|投票|参会|到会|出勤|知晓|签约|履约|建档|接种|检测|检验|抽检|绿化|覆绿|城镇化|城市化|入户|调解|调处|化解|破案"
    "|处置|处理|治理|整改|收集|回收|供热|供水|通达|通畅|硬化|净化|亮化|自给|机械化|入园|毛入园|毛入学|优良|优秀|及格|上线|在线|录取"
    "|回访|兑现|入库|出租|入住|上座|空置|审结|结案|执结|息诉|调撤|成活|治愈|规范化|标准化|信息化|数字化|电气化|良种|成功|占有|贡献"
    "|按期|按时|限时|签收|反馈|受理|响应|保障|安全|有效|脱贫|返贫|不良贷款|资产负债|贫困发生|辍学|失业|复耕|连片|流转|保有|受教育|巡查|检查|公开|公示|网办"
    "|即办|可办|上网|入网|普查|筛查|管理|随访|服务|登记|持证|在岗|识别|清洁|清运|收运|无害化处理|污水处理|垃圾处理|秸秆还田)率"
    "|(?:满意|知晓|认可|支持|公认)度|安全感|占比|比重|(?<![按同等正成])比例|(?<!降)(?:增|涨|跌)幅|降幅|增速"
    ")"
)
"""Ends of the names of shares of a hundred; 效率 and 利率 are none, nor are rates that fall by a part of themselves."""

_SINCE = (
    r"(?:(?:同比|环比|年均|平均|均|分别|已|又|再|也|还|进一步|明显|显著|大幅|稳步|持续|逐年|逐步|将|预计|要|力争|累计|每年)"
    r"|[比较](?:上年|去年|前年|上一年|上一?季度|上月|上年末|上年底|年初|年均|改革前|整治前|创建前|往年|前|同期|上届|20[0-9]{2}年|去年同期|上年同期|上半年)(?:同期)?){0,3}"
)
_MOVES = "(?:增长|提高|提升|上升|上涨|下降|降低|下滑|减少|增加|回落|回升|攀升|收窄|扩大|放缓|加快|下跌)"
_LAST_OF_MOVES = frozenset("高升涨降低滑少加落窄大缓快跌长")
_COMPARING = ("高", "低", "快", "慢")
_MOVED = Pattern(rf"(?P<name>{_SHARES}){_SINCE}(?:{_MOVES})了?(?:约|近|超过?)?$")
_MOVED_ALONE = Pattern(rf"^[又并且再]?{_SINCE}(?:{_MOVES})了?(?:约|近|超过?)?$")
_AGAINST = (
    r"(?:比[^，。；]{1,12}(?:高出?|低|快|慢)|(?:[高低快慢]于|高出|高过)了?"
    r"(?:(?:全[国省市县区州]|[省市县区州]|同期|上年|上届|去年|平均|序时)[^，。；0-9目任计要标]{0,10}"
    r"|[^，。；0-9目任计要标]{1,8}(?:增速|增幅|涨幅|平均水平)))了?(?:约|近)?$"
)
_COMPARED = Pattern(rf"(?P<name>{_SHARES})(?:分别|同比|均)?{_AGAINST}")
_ROW = 4
"""Amounts after a rate among which percentage points may follow in the same row."""
_COMPARED_ALONE = Pattern(rf"^(?:分别|均|并|且)?{_AGAINST}")
_NAMED = Pattern(
    rf"{_SHARES}(?:为|达到?|已达|约|约为|是|均达|分别达到?|分别为"
    r"|(?:提高|提升|上升|增加|下降|降低|降|升|攀升|稳定|保持)(?:至|到|在)了?)?$"
)
_SHARE_OF = Pattern(r"(?:占比|比重|比例)[^，。；率]{0,6}$", ("占比", "比重", "比例"))
_NAMED_FROM = Pattern(rf"{_SHARES}[已均分别]{{0,2}}[由从](?:[^，。；0-9]{{0,8}}的)?$")
_VOLUMES = Pattern(
    r"(?:收入|产值|总值|投资|投资额|零售额|零售总额|销售额|交易额|贸易额|面积|人数|人次|户数|件数|起数|余额|存款|贷款|税收|支出|利润|增加值"
    r"|件次|批次|次数|用电|进出口|进出口额|出口额|消费额|总额|案件|GDP|总产|发案数|立案数|(?<![质力含剂重])量)"
    rf"(?P<move>{_SINCE}(?:增长|增加|下降|减少|增收)了?(?:约|近|超过?)?)$"
)
_GROWN_ALONE = Pattern(
    rf"^[又并且再 　]?(?P<move>{_SINCE}(?:净|实现|实际|可比|名义)?"
    r"(?:增长|增加|下降|减少|增收|增产|减产|下滑|下跌|上涨|降低|回落)了?(?:约|近|超过?)?)$"
)
_AMOUNTS = frozenset(("money", "count", "area", "mass", "volume", "energy", "power", "length"))
_RATE_WORDS = Pattern(r"率|占|比[重例]|[增涨降]幅|增速|指数")
_CLOSING = 8
_SPARED = Pattern(r"拉动|带动|推动|贡献|影响|占|弹性|高于|快于|低于|增速|增幅|目标|预期")
_LEVEL_AFTER = ("的平均", "的水平", "的目标", "的标准", "的比例", "的速度", "的增速", "水平", "目标", "标准")
_FROM_TO = Pattern(
    r"^[左右多余以上]{0,2}[^，。；0-9]{0,6}(?:至|到)了?(?:[0-9]{4}年[度底末]?的?|[^，。；0-9]{0,6}的)?(?:约|近)?$"
)
_MOST = 60 * ONE
_LOOK_BACK = 30


@frozen
class PointFault:
    """A change of a rate in per cent that must be in percentage points, or one of an amount the other way about.

    Attributes:
        span: the change, with its verb.
        quantity: the number of it.
        kind: "rate": per cent for points; "shown": the same, and both rates are given; "volume": points for per cent.
        operands: of "shown" the two rates.
    """

    span: Span
    quantity: Quantity
    kind: Literal["rate", "shown", "volume"]
    operands: tuple[Quantity, ...] = ()


@fact
def point_faults(document: Document) -> tuple[PointFault, ...]:
    """All places in reading order where per cent and percentage points are taken for each other."""
    found: list[PointFault] = []
    amounts = quantities(document)
    faulty = -2
    for index, quantity in enumerate(amounts):
        kind = quantity.unit.kind
        if kind == "points":
            fault = _volume(document.text, amounts, index)
        elif kind == "ratio" and quantity.unit.name != "成" and quantity.numeral is not None and not quantity.ends:
            fault = _rate(document.text, amounts, index)
            if fault is None and faulty == index - 1 and _listed(document.text, amounts[index - 1], quantity):
                fault = PointFault(quantity.span, quantity, "rate")
        else:
            continue
        if fault is not None:
            found.append(fault)
            faulty = index if fault.kind == "rate" else -2
    return tuple(found)


def _listed(text: str, last: Quantity, quantity: Quantity) -> bool:
    """提高5%、3%: the second number shares the verb of the first."""
    return text[last.span.end : quantity.span.start] in {"、", "和", "及", "与"}


def _rate(text: str, amounts: tuple[Quantity, ...], index: int) -> PointFault | None:
    quantity = amounts[index]
    if text.startswith(_LEVEL_AFTER, quantity.span.end) or printed(quantity) >= _MOST:
        return None
    if _among_points(amounts, index):
        return None
    left = text[max(quantity.clause.start, quantity.span.start - _LOOK_BACK) : quantity.span.start]
    moved = left.rstrip("了约近超过")[-1:] in _LAST_OF_MOVES
    if not moved and not any(word in left for word in _COMPARING):
        return None
    whole = quantity.span.start - len(left) == quantity.clause.start
    if whole and index and ((moved and _MOVED_ALONE.search(left)) or _COMPARED_ALONE.search(left)):
        return _after_levels(text, amounts, index, quantity.clause.start + _leading(left))
    match = _MOVED.search(left) or _COMPARED.search(left)
    if match is None or _holds_from(left[match.end("name") :]):
        return None
    return PointFault(Span(quantity.span.start - (len(match[0])), quantity.span.end), quantity, "rate")


def _among_points(amounts: tuple[Quantity, ...], index: int) -> bool:
    """件数、结案率分别上升8.3%和0.7个百分点: who knows both notations has used each for what it is."""
    sentence = amounts[index].sentence
    return any(
        other.sentence == sentence and other.unit.kind == "points" for other in amounts[index + 1 : index + 1 + _ROW]
    )


def _leading(left: str) -> int:
    return len(left) - len(left.lstrip("又并且再 　"))


def _holds_from(words: str) -> bool:
    return "由" in words or "从" in words


def _after_levels(text: str, amounts: tuple[Quantity, ...], index: int, start: int) -> PointFault | None:
    """办结率由80%提高到85%，提高5%; 满意率达98%，比上年提高2%."""
    quantity, last = amounts[index], amounts[index - 1]
    if last.unit != quantity.unit or last.sentence != quantity.sentence or last.ends or last.numeral is None:
        return None
    if start - last.span.end > 2:  # noqa: PLR2004 - a comma and a space
        return None
    span = Span(start, quantity.span.end)
    base = amounts[index - 2] if index > 1 else None
    if base and _is_from(text, base, last):
        shown = _shows_points(text, base, last, quantity)
        return PointFault(span, quantity, "shown", (base, last)) if shown else None
    if last.change:
        return None
    before = text[max(last.clause.start, last.span.start - _LOOK_BACK) : last.span.start]
    # 服务业增加值占比达45%，增长9% is growth of the value.
    of_value = _SHARE_OF.search(before) and "增长" in text[start : quantity.span.start]
    if of_value or _holds_from(before[-8:]) or not _NAMED.search(before):
        return None
    return PointFault(span, quantity, "rate", (last,))


def _is_from(text: str, base: Quantity, last: Quantity) -> bool:
    if base.unit != last.unit or base.clause.start != last.clause.start or base.numeral is None:
        return False
    left = text[max(base.clause.start, base.span.start - 12) : base.span.start]
    return (
        _holds_from(left)
        and _FROM_TO.search(text[base.span.end : min(last.span.start, base.span.end + _LOOK_BACK)]) is not None
    )


def _shows_points(text: str, base: Quantity, last: Quantity, quantity: Quantity) -> bool:
    """Whether the number is the difference of two rates, and not as well the growth of the one over the other.

    The growth of a share of a hundred is never told, so there the difference is enough.
    """
    first, second, said = printed(base), printed(last), printed(quantity)
    if first <= 0 or abs(second - first) != said or quantity.numeral is None:
        return False
    if _NAMED_FROM.search(text[max(base.clause.start, base.span.start - _LOOK_BACK) : base.span.start]):
        return True
    return abs(abs(second - first) * 100 * ONE // first - said) > quantity.numeral.place


def _volume(text: str, amounts: tuple[Quantity, ...], index: int) -> PointFault | None:
    quantity = amounts[index]
    left = text[max(quantity.clause.start, quantity.span.start - _LOOK_BACK) : quantity.span.start]
    match = _VOLUMES.search(left)
    if match is not None and not _SPARED.search(left):
        return PointFault(Span(quantity.span.start - len(match["move"]), quantity.span.end), quantity, "volume")
    grown = _GROWN_ALONE.search(left)
    if (
        grown is None
        or not index
        or text.startswith("的", quantity.span.end)
        or quantity.span.start - len(left) != quantity.clause.start
    ):
        return None
    start = quantity.clause.start + grown.start("move")
    return (
        PointFault(Span(start, quantity.span.end), quantity, "volume")
        if _is_amount(text, amounts[index - 1], start)
        else None
    )


def _is_amount(text: str, last: Quantity, start: int) -> bool:
    """Whether the clause right before ends with an amount that is no rate: 接待游客200万人次，增长…."""
    if last.unit.kind not in _AMOUNTS or last.change or start - last.span.end > _CLOSING:
        return False
    before = text[max(last.clause.start, last.span.start - _LOOK_BACK) : last.span.start]
    return _RATE_WORDS.search(before) is None and "，" in text[last.span.end : start].replace(",", "，")
