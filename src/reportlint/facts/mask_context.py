"""What a mask stands for, told by the words on both sides of it."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    MaskKind = Literal[
        "leader", "party-character", "date", "period", "document-number", "ordinal", "quantity", "place", "person",
        "name", "contact", "field", "unknown",
    ]  # fmt: skip
    """What stood, or should stand, in a masked place; `name` is an organ, firm or work, `field` a line of a form."""

LEADER = (
    "新时代中国特色社会主义", "同志为核心", "总书记", "系列重要讲话", "一系列重要讲话", "一系列讲话", "一系列重要论述",
    "重要讲话", "重要指示", "重要思想", "法治思想", "生态文明思想", "经济思想", "强军思想", "外交思想", "文化思想",
)  # fmt: skip
"""What follows the masked name of the leader."""
_TEACHINGS = ("重要论述", "重要思想", "重要讲话", "重要指示", "重要批示")
SURE_UNITS = (
    "万元", "亿元", "千元", "百元", "元", "万人", "人次", "%", "％", "‰", "个百分点", "百分点", "平方米", "平方公里", "公里", "千米", "亩",
    "公顷", "吨", "万吨", "千瓦", "立方米", "亿", "万", "余", "小时", "分钟", "周岁", "人参加", "人以上", "千伏", "度电",
)  # fmt: skip
"""Units that follow nothing but a number."""
UNITS = (
    *SURE_UNITS,
    "个", "名", "次", "项", "件", "条", "场", "人", "户", "家", "期", "批", "种", "类", "处", "所", "多", "倍", "台", "套", "栋",
    "座", "支", "位", "篇", "册", "份", "岁", "天", "轮", "组", "宗", "起", "例", "笔", "辆", "米", "斤", "头", "只", "部", "门", "间",
    "张", "盏", "口", "眼", "棵", "株", "本", "周", "千", "百", "届", "级以上", "段", "块", "艘", "幢", "枚", "周年", "成以上", "成左右",
    "处室", "分，", "分。", "步", "班", "梯次", "站点", "餐", "床", "幅", "把", "根", "道闸", "面", "架", "瓶", "盒", "袋", "箱", "包",
)  # fmt: skip
"""Units and classifiers that follow a number."""
NO_UNIT = (
    "人大", "人民", "人才", "人社", "人武", "人居", "人文", "人事", "人员", "人工", "人力", "人均", "人口", "人行", "人像",
    "项目", "条例", "条件", "条线", "件数", "家居", "家园", "家庭", "家电", "家具", "家政", "家长", "家站点", "户外", "户籍", "户籍",
    "场景", "场馆", "场所", "场地", "个性", "个体", "名城", "名品", "名企", "名师", "名单", "名称", "名特", "期货", "期间", "批发", "批复",
    "种业", "种植", "种子", "种养", "类型", "处方", "处置", "处理", "处级", "所有", "所属", "所长", "多元", "多种", "多式", "台湾",
    "台账", "套餐", "座谈", "支部", "支书", "支队", "支行", "支撑", "支持", "支线", "位于", "位置", "份额", "天然", "天气", "组织", "组长", "组建", "起来",
    "起诉", "起到", "例如", "例会", "米粉", "米业", "头部", "只有", "部门", "部分", "部长", "部署", "部队", "门户", "门诊", "门店", "间接",
    "张家", "口岸", "口碑", "口腔", "本地", "本级", "本土", "本次", "周边", "周围", "周期", "千村", "千年", "百村", "百货", "段落",
    "块状", "步骤", "步行", "班子", "班组", "床位", "把握", "把关", "根据", "面对", "面积", "面向", "架构", "包装", "包联", "包括", "次要", "次生", "次日",
    "万达", "万象", "万亩果", "亿达", "余家", "级别", "届满", "届中", "届时", "届内", "度假", "元宵", "元旦", "元宇宙", "元素",
)  # fmt: skip
"""Words that only begin like a unit."""
PLACES = (
    "省", "市", "州", "盟", "旗", "县", "区", "镇", "乡", "村", "街道", "社区", "居委", "屯", "路", "大道", "街", "巷", "桥", "水库",
    "河", "湖", "山", "岛", "港", "沟", "组团", "片区", "开发区", "园区", "小区", "国道", "高速", "铁路", "干渠", "流域", "城",
)  # fmt: skip
NO_PLACE = (
    "市场", "市民", "市值", "市域", "市容", "市直", "市级", "省级", "区级", "县级", "镇级", "乡级", "村级", "省直", "区域", "区块",
    "区间", "区别", "区位", "县域", "县直", "镇域", "镇村", "镇街", "村民", "村庄", "村居", "村组", "村镇", "乡村", "乡贤", "乡土",
    "乡愁", "乡镇", "省份", "省道", "县道", "乡道", "村道", "州府", "旗帜", "旗舰", "路径", "路线", "路演", "街区", "河长", "湖长",
    "山水", "城乡", "城市", "城镇", "港口", "港澳", "桥梁", "区县", "市县", "县区", "市区", "省市", "林长", "路段",
)  # fmt: skip
"""Words that only begin like the last part of a place name; after two signs or more they still tell of a place."""
PERSONS = (
    "同志", "书记", "副书记", "主席", "副主席", "主任", "副主任", "镇长", "副镇长", "乡长", "副乡长", "县长", "副县长", "市长", "副市长",
    "区长", "副区长", "局长", "副局长", "部长", "秘书长", "常委", "委员", "先生", "女士", "代表提出", "组长", "村主任", "支书", "等同志",
    "等人", "任组长", "任职", "院长", "校长", "厅长", "处长", "科长", "所长", "站长", "经理", "董事长", "教授", "老师",
)  # fmt: skip
TITLES = (
    "书记", "主席", "主任", "镇长", "乡长", "县长", "市长", "区长", "局长", "部长", "秘书长", "报告人", "主持人", "汇报人", "述职人",
    "联系人", "姓名", "组长", "负责人", "代表", "同志", "报告人：", "主持人：", "汇报人：", "述职人：", "联系人：", "姓名：", "记录人：",
)  # fmt: skip
ORGANS = (
    "局", "委", "办", "公司", "集团", "企业", "小学", "中学", "大学", "学院", "幼儿园", "学校", "医院", "卫生院", "单位", "部门", "银行",
    "中心", "站", "院", "协会", "商会", "合作社", "项目", "工程", "广场", "公园", "基地", "产业园", "品牌", "厂", "科", "股", "系统",
    "行动", "活动", "计划", "会议", "制度", "人大", "政府", "党委", "党组", "法院", "检察院", "派出所", "司法所", "农场", "林场", "景区",
)  # fmt: skip
PERIODS = ("规划", "开局", "圆满", "良好开局", "时期", "期间", "末", "初", "收官", "发展", "以来", "目标")
_PARTY_RUN = ("建工作", "建引领", "建带", "建品牌", "建联", "员干部", "风廉政", "性修养", "性教育", "内政治", "史学习", "校培训")
_PARTY_STAR = (
    "建", "员", "风", "性", "委", "组织", "章", "史", "课", "费", "龄", "支部", "总支", "群", "中央", "内", "纪国法", "政同责",
)  # fmt: skip
_PARTY_STAR_NOT = (
    "建设", "建立", "建成", "建筑", "建造", "建议", "建档", "建行", "建投", "员工", "群众", "群岛", "委托", "性质", "性能", "风景", "风力",
    "风电", "内外", "内部", "费用", "章节", "章程修",
)  # fmt: skip
_PARTY_OF = ("的十五大", "的十六大", "的十七大", "的十八大", "的十九大", "的二十大", "的十八届", "的十九届", "的二十届", "的群众路线")
_PARTY_SINGLE = (
    "委书记", "委、政府", "委政府", "委、镇政府", "委、市政府", "委、县政府", "委、区政府", "委副书记", "委委员", "委班子", "委会议",
    "委的坚强", "委的正确", "委的领导", "员干部", "员教育", "员大会", "风廉政", "支部", "章党规", "组织书记", "建引领", "建工作",
    "委统一领导", "委和政府", "委中心工作", "委决策", "委坚强", "委正确", "委领导下",
    "的领导", "的建设", "的组织", "的纪律", "的路线", "的创新理论", "的政治建设",
)  # fmt: skip
_LEVELS = "镇乡县市区省村社支会校"


def masked_party(before: str, after: str, sign: str, length: int) -> bool:
    """Whether the sign stands for the character 党 (or for the ordinal of a party congress)."""
    if after.startswith("届") and before.endswith(("党的", "市委", "区委", "县委", "镇委", "省委", "县党的", "中共")):
        return True
    if after.startswith(_PARTY_OF):
        return True
    if sign == "*" and length == 2:  # noqa: PLR2004 - filters put one star for each byte of 党 in GBK
        if after.startswith("委") and before.endswith(("中共", "向", "受")):
            return False
        return after.startswith(_PARTY_STAR) and not after.startswith(_PARTY_STAR_NOT)
    if length > 1:
        return after.startswith(_PARTY_RUN)
    if after.startswith(_PARTY_SINGLE):
        return True
    return after.startswith("委") and before[-1:] in _LEVELS


def kind_of(before: str, after: str, sign: str, length: int) -> MaskKind:
    """What a mask stands for.

    Args:
        before: a few characters left of it, signs and digits folded to half width.
        after: the same on its right.
        sign: "X", "*", "_" or "○".
        length: how many signs.
    """
    if sign != "○" and _leader(before, after):
        return "leader"
    if masked_party(before, after, sign, length):
        return "party-character"
    if _period(before, after):
        return "period"
    if _document_number(before, after):
        return "document-number"
    if before.endswith("第") or after.startswith(("届人", "届常", "届三", "届四", "届二", "届一")):
        return "ordinal"
    if before.endswith(("附件", "附表", "附图", "见图", "见表")) and not after[:1].isalnum():
        return "ordinal"
    if before.endswith(("电话:", "电话：", "电话", "手机：", "手机:", "手机号", "联系方式：", "联系方式:", "邮箱：", "账号：")):
        return "contact"
    if (after.startswith(("年", "月", "日")) and not after.startswith(("日常", "年轻", "月饼", "年货"))) or (
        after.startswith("号") and before.endswith("月")
    ):
        return "date"
    if after.startswith(UNITS) and not after.startswith(NO_UNIT):
        return "ordinal" if after.startswith("届") else "quantity"
    if after.startswith(PERSONS):
        return "person"
    if after.startswith(PLACES) and (length > 1 or not after.startswith(NO_PLACE)):
        return "place"
    if after.startswith(ORGANS):
        return "name"
    if before.endswith(TITLES):
        return "person"
    if before.endswith((":", "：")) and not after.strip(" \u3000\t")[:1].isalnum():
        return "field"
    return "unknown"


def _leader(before: str, after: str) -> bool:
    """***总书记, XXX关于……的重要论述; but 视察XX重要讲话 masks the place."""
    if after.startswith("关于"):
        return any(teaching in after for teaching in _TEACHINGS)
    return after.startswith(LEADER) and not before.endswith(("视察", "考察", "调研"))


def _period(before: str, after: str) -> bool:
    """“XX五”规划, 十X五规划: the name of a five-year period."""
    rest = after[1:] if after.startswith("五") else after
    if before.endswith(("“", "‘")) and rest.startswith(("”", "’")):
        return rest[1:].lstrip("的").startswith(PERIODS)
    return before.endswith("十") and after.startswith("五") and after[1:].lstrip("”").startswith(PERIODS)


def _document_number(before: str, after: str) -> bool:
    """X政发〔20XX〕X号."""
    if after.startswith(("政发", "府发", "委发", "政办发", "人大发", "政函", "办发", "发〔", "字〔")):
        return True
    if before.endswith(("〔", "〔20", "〔202", "[20", "(20", "（20", "〔201")):
        return after[:1] in "〕])）" and "号" in after[1:9]
    return after.startswith("号") and before.endswith(("〕", "]", "〕第"))
