"""Words around organs of a level of government: 镇党委, 县人大; and what can stand before one that no name precedes."""

from __future__ import annotations

from reportlint.facts.sentences import sentence_of
from reportlint.text import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reportlint.document import Document

TIERS = {
    **dict.fromkeys(("镇", "乡", "街道", "苏木"), "township"),
    **dict.fromkeys(("县", "区", "旗"), "county"),
    **dict.fromkeys(("州", "盟", "地区"), "prefecture"),
    **dict.fromkeys(("省", "自治区"), "province"),
    **dict.fromkeys(("村", "社区"), "village"),
}
"""The tier of each type of place; of a 市 it depends, and a 开发区 has none."""

BODIES = (
    ("党委", ("党工委", "党委")),
    ("纪委", ("纪工委", "纪委")),
    ("人大", ("人民代表大会", "人大")),
    ("政府", ("人民政府", "政府", "办事处")),
    ("政协", ("政协",)),
)
"""Kinds of organs, and the words for them, the longer first."""

# 市委 but not 市委托, 镇委员会: 委 alone is the party committee only where it is the end of a word.
COMMITTEE = r"委(?![员托派以任曲婉屈靡])(?!会(?!议))"

_WORDS_BEFORE = (
    # None of them ends the name of a place, but for the exceptions below.
    *"在受由向对为经把被将让使给请从到以据按与及是了的我",
    *("围绕", "贯彻", "落实", "执行", "按照", "根据", "遵照", "依据", "紧扣", "服从", "服务", "配合", "协助", "支持"),
    *("督促", "听取", "审议", "完成", "报经", "提请", "报请", "报告", "请示", "汇报", "听从", "接受", "坚持", "维护"),
    *("依靠", "紧跟", "紧贴", "对标", "聚焦", "助力", "助推", "推动", "推进", "促进", "加强", "开展", "组织", "召开"),
    *("参加", "参与", "出席", "成立", "纳入", "通过", "作为", "协同", "配齐", "传达", "学习", "选举", "依法", "健全"),
    *("建立", "优化", "提高", "提升", "增强", "强化", "密切", "监督", "评议", "视察", "检查", "报送", "提交", "反映"),
    *("转交", "交由", "责成", "建议", "要求", "征得", "取得", "得到", "获得", "争取", "直接", "主动", "及时", "定期"),
    *("积极", "认真", "全力", "切实", "始终", "严格", "坚决", "自觉", "紧紧", "动员", "带动", "带领", "引领", "覆盖"),
    *("实现", "确保", "凝聚", "惠及", "涉及", "辐射", "深入", "遍布", "掌握", "摸清", "统筹", "号召", "成为", "位居"),
    *("发动", "保障", "指导", "领导", "离不开", "归功于", "得益于", "来自于", "服务于", "服从于", "由于", "对于"),
    *("关于", "至于", "以及"),
    *("委和", "政府和", "人大和", "常委会和", "主席团和", "政协和", "部门和", "代表和", "领导和", "指导和", "支持和"),
    *("一年来", "以来", "现任", "担任", "时任", "就任", "负责", "协调", "发挥", "体现", "代表", "团结带领"),
)
_NAME_ENDS = ("无为", "自在", "自由", "太和", "大将", "固本", "西向", "东向", "南向", "北向", "大从")
"""Ends of names of places that look like such words: 无为市, 大将镇, 西向镇."""
_LIST = "、和与及或/／"
_PAIRS = {"“": "”", "《": "》", "‘": "’"}
_REACH = 80
_SENTENCE = 160


def begins(text: str, start: int) -> bool:
    """Whether what stands before an offset cannot belong to a name: no 大冲 before 乡党委."""
    before = text[start - 1 : start] if start else "\n"
    if not "一" <= before <= "鿿":
        return before not in MASK_SIGNS
    floor = max(0, start - 4)
    if text.endswith(_WORDS_BEFORE, floor, start):
        return not text.endswith(_NAME_ENDS, floor, start)
    # 本镇党委, but 固本乡党委.
    return before == "本" and not "一" <= text[start - 2 : start - 1] <= "鿿"


MASK_SIGNS = frozenset("xXＸｘ×✕*＊_＿○〇◯●□■△某")
"""Signs that stand for a name."""


def is_listed(text: str, start: int) -> bool:
    """Whether a mark or a word of a list stands before an offset."""
    return text[start - 1 : start] in _LIST if start else False


def around(document: Document, span: Span) -> Span:
    """The sentence of a span, of a very long one the stretch around it: the cost must not grow with its length."""
    sentence = sentence_of(document, span)
    return Span(max(sentence.start, span.start - _SENTENCE), min(sentence.end, span.end + _SENTENCE))


def in_quotes(document: Document, span: Span) -> bool:
    """Whether a span stands in quotation marks or in the title of a law or paper, within its paragraph."""
    text = document.text
    floor = max(0, span.start - _REACH)
    floor = max(floor, text.rfind("\n", floor, span.start))
    for opening, closing in _PAIRS.items():
        begin = text.rfind(opening, floor, span.start)
        if begin >= 0 and text.rfind(closing, begin, span.start) < 0:
            return True
    return False
