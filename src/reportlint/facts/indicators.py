"""What a figure of the whole place, office or year is a figure of, so that two of them can be compared."""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.intervals import Interval, interval
from reportlint.facts.outline import outline
from reportlint.facts.quantities import Quantity, quantities
from reportlint.facts.quantity_periods import Time, clause_after, time_of
from reportlint.text import Pattern
from reportlint.text.frozen import frozen

_SCOPE = Pattern(
    r"(?:20[0-9]{2}年度?|今年|去年|全年|一年来|年度|年内|[上下]半年)?(?P<scope>(?:全|我|本)[省市州县区旗镇乡村局办院校系]|全街道|我街道|辖区|全国)?"
    r"的?(?:全年)?(?:(?:累计|总共|共计|合计|共|先后|现|已|实)?(?:拥有|建有|设有|配有|共有|现有|实有|有)|累计|总共|共计|合计|共|现|已)?"
)
_HEAD_WORDS = Pattern(r"(?:完成|实现|取得|达到|预计|初步|核算)")
_TAIL_WORDS = Pattern(r"(?:完成|实现|达到?|为|是|有|共|了|突破|超过|稳定在|保持在|增加到|增长到|提高到)+$")
_STOCK = (
    *("财政收入", "财政总收入", "预算收入", "预算支出", "税收收入", "税收", "可支配收入", "纯收入", "经济收入"),
    *("生产总值", "总产值", "增加值", "投资额", "固定资产投资", "零售总额", "进出口总额", "存款余额", "贷款余额"),
    *("常住人口", "户籍人口", "总人口", "选民人数", "选民总数", "代表总数", "登记选民", "参加投票选民"),
    *("总户数", "总面积", "耕地面积", "覆盖率", "绿化率", "失业率", "城镇化率", "参保率", "满意率", "办结率", "参选率"),
    *("旅游收入", "接待游客", "粮食产量", "粮食总产量", "播种面积", "旅游总收入", "新增就业", "债务余额", "总里程"),
)
"""Names of indicators that have one value in a year."""
_OWNED = Pattern(
    r"(?:(?:市|县|区|镇|乡)?(?:人大)?代表|党员|行政村|自然村|村|社区|村民小组|党支部|党组织|选区|选民|网格|网格员|联络站|代表之家|代表小组"
    r"|在编人员|在职人员|编制|工作人员|干部职工|委员|人口|企业|常住人口|户籍人口)$"
)
"""What a place or an office has so many of."""
_HAVING = Pattern(r"(?:[现共实]有|辖|总数(?:为|达)?|设有)[^，。；：、]{0,10}$", ("有", "辖", "总数"))
_WHOLE = Pattern(
    r"(?:(?<![公中一])共(?![同产和享青识建])|累计|总计|合计|全年|一年来|总共|年内|20[0-9]{2}年(?:度)?(?![初末底中1一])|上半年|半年来)",
    ("共", "累计", "总计", "合计", "全年", "一年来", "年内", "年", "半年"),
)
_ACT = Pattern(
    r"^(?:召开|举行|组织召开|组织开展|组织|开展|举办|收到|办理|办结|听取|审议|听取和审议|听取审议|作出|依法作出|任免|补选|选举|走访|接待"
    r"|提出|征集|化解|调解|受理|排查|查处|审结|审议通过|通过|检查|视察|调研|培训|慰问|救助|发放|新建|新修|硬化|改造|建成|接访|督办|交办|解决)"
)
"""Things done in a year, which can be counted."""
_TARGET = Pattern(
    r"目标|计划|任务|力争|预计|预期|预算(?![收支])|确保|争取|拟|规划|到20[0-9]{2}年|以内|不低于|不少于|至少|将达|上年|去年|同期|此前|原来",
    (
        "目标",
        "计划",
        "任务",
        "力争",
        "预",
        "确保",
        "争取",
        "拟",
        "规划",
        "到20",
        "以内",
        "不",
        "至少",
        "将达",
        "年",
        "同期",
        "此前",
        "原来",
    ),
)
_PART = Pattern(
    r"其中|每[年月季周次人村个]|人均|户均|平均|分别|各|以上|以下|年均|中有|含|包括|除|由|从|比|较|占|净增|又|另|还|再|(?:第|首)[一二三四五六七八九十0-9]"
)
"""Words after which an amount is no longer of the whole."""
_LOCAL = Pattern(
    r"(?<![全各农乡市县镇级])(?:村|公司|合作社|园区|基地|片区|支部|小组|工程|学校|小学|中学|医院|企业|小区|社区|(?<=[一二三四五六七八九十0-9])组)(?![民级镇两委里和、个])"
)
_SHORTEST = 3
_TAIL = 8


@frozen
class Stated:
    """A figure of a whole.

    Attributes:
        quantity: the figure.
        bounds: between what it lies.
        indicator: what it is a figure of, in one wording whatever the order of words was (召开会议4次, 召开4次会议).
        scope: 全镇, 我县…; empty when not said.
        time: of which time.
        total: whether words say that it is the figure of the whole time (共, 累计, 全年), and not of one occasion.
    """

    quantity: Quantity
    bounds: Interval
    indicator: str
    scope: str
    time: Time
    total: bool


@fact
def stated_figures(document: Document) -> tuple[Stated, ...]:
    """Figures of what was achieved that stand for the whole, in reading order; no targets, parts or comparisons."""
    main = outline(document).main
    return tuple(
        stated
        for quantity in quantities(document)
        if main.start <= quantity.span.start < main.end
        and not quantity.vague
        and not quantity.change
        and quantity.ends is None
        and (stated := _stated(document, quantity)) is not None
    )


def _stated(document: Document, quantity: Quantity) -> Stated | None:
    text = document.text
    left = text[quantity.clause.start : quantity.span.start]
    right = _noun(clause_after(document, quantity, _TAIL))
    match = _SCOPE.match(left)
    whole = [found.end() for found in _WHOLE.finditer(left)]
    rest = left[max([match.end() if match else 0, *whole]) :]
    words = _bare(rest) + right
    total = bool(whole)
    stock = words.endswith(_STOCK)
    owned = not stock and _HAVING.search(left) is not None and _OWNED.search(words) is not None
    act = not (stock or owned) and len(words) > _SHORTEST and _ACT.match(words) is not None
    if not (stock or owned or act) or len(words) < _SHORTEST:
        return None
    lead = text[quantity.sentence.start : quantity.clause.start]
    if act and not total:
        opening = lead[:_TAIL]
        if not opening or _WHOLE.search(opening) is None or "，" in lead[_TAIL:]:
            return None
    if _TARGET.search(left) or _PART.search(left) or "其中" in lead[-_TAIL:] or _LOCAL.search(lead + left):
        return None
    bounds = interval(quantity)
    time = time_of(document, quantity)
    if bounds is None or time.planned or (time.said and time.year is None):
        return None
    thing = _OWNED.search(words) if owned else None
    words = thing[0] if thing else words
    return Stated(quantity, bounds, words, (match["scope"] or "") if match else "", time, total or stock or owned)


def _bare(words: str) -> str:
    """Without verbs of reaching and marks at either end."""
    words = words.strip(" 　“”（()）了的")
    tail = _TAIL_WORDS.search(words)
    words = words[: tail.start()] if tail else words
    head = _HEAD_WORDS.match(words)
    return words[head.end() :] if head else words


def _noun(words: str) -> str:
    """What stands behind the unit, if it is no remark."""
    words = words.strip(" 　").removeprefix("的")
    return (
        "" if words.startswith(("，", "以上", "左右", "（", "(", "和", "及", "至", "到", "、", "。", "；")) else words
    )
