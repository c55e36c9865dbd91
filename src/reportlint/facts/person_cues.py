"""Words beside which names of persons stand: titles, trades, 等……代表, 选举……为, 出席：."""

from __future__ import annotations

from reportlint.text import Pattern

_OFFICES = (
    *("代表", "委员", "书记", "支书", "主任", "主席", "镇长", "乡长", "县长", "市长", "区长", "省长", "州长", "局长"),
    *("院长", "校长", "园长", "部长", "厅长", "处长", "科长", "股长", "所长", "站长", "队长", "组长", "社长", "会长"),
    *("村长", "厂长", "场长", "行长", "庭长", "班长", "团长", "理事长", "董事长", "经理", "检察长", "秘书长", "常委"),
    *("乡贤", "教授", "老师", "医生", "护士", "医师", "律师", "工程师", "院士", "法官", "检察官", "民警", "辅警"),
    *("警官", "村医", "教练", "导师", "同学"),
)
"""What stands before a name and after it."""
_TRADES = (
    *("村民", "居民", "党员", "教师", "农民", "农户", "贫困户", "脱贫户", "低保户", "五保户", "大户", "监测户", "户主"),
    *(
        "养牛户",
        "养羊户",
        "养猪户",
        "养鸡户",
        "养蜂户",
        "养殖户",
        "种植户",
        "经营户",
        "商户",
        "示范户",
        "搬迁户",
        "困难户",
    ),
    *("带头人", "负责人", "联系人", "责任人", "报告人", "述职人", "汇报人", "述廉人", "主持人", "记录人", "经办人"),
    *("代表人", "法人", "当事人", "申请人", "传承人", "创始人", "创业者", "志愿者", "企业家", "能人", "乡友", "业主"),
    *("职工", "工人", "干部", "学生", "学员", "队员", "选民", "战士", "军人", "记者", "通讯员", "网格员", "店主"),
    *("护林员", "护河员", "辅导员", "指导员", "调解员", "宣传员", "联络员", "信息员", "技术员", "保洁员", "特派员"),
    *("联防员", "安全员", "监督员", "交通员", "驾驶员", "司机", "农艺师", "会计", "选手", "运动员", "标兵", "模范"),
    *("楷模", "烈士", "工匠", "研究员", "组织员", "专干", "干事", "组员", "老板", "姓名", "老人", "孤儿", "残疾人"),
    *("候选人", "发言人", "召集人", "理事", "监事", "好人", "好媳妇", "好婆婆", "好青年", "车工", "焊工", "电工"),
)
"""What stands before a name only."""
_BEHIND = ("同志", "先生", "女士", "夫妇", "一家", "一行", "二人", "三人", "两人", "两位", "三位", "四位")
"""What stands after a name only."""

BEFORE = frozenset((*_OFFICES, *_TRADES))
AFTER = frozenset((*_OFFICES, *_BEHIND, "老人"))
STRONG = frozenset({"同志", "先生", "女士", "夫妇", "二人", "两人", "三人", "两位", "三位", "四位"})
"""What hardly ever stands after anything but a name."""

_ALL = tuple(sorted({*_OFFICES, *_TRADES, *_BEHIND}, key=lambda word: (word != "代表", -len(word), word)))
_BY_FIRST = "|".join(
    f"{first}(?:{'|'.join(word[1:] for word in _ALL if word[0] == first)})" for first in sorted({w[0] for w in _ALL})
)
"""Grouped by their first character, so that only few are tried at one place."""

# A title that goes on as another word is none: 代表团, 委员会, 教师节.
CUE = Pattern(rf"(?:{_BY_FIRST})(?!们|团|大会|会(?!计)|队伍|节|之家|性|处|作|权)", _ALL)
RANKS = ("常务副", "第一", "副", "老", "原")
"""What stands between a name and its title."""
GATHERED = Pattern(
    r"等(?<=[\u4e00-\u9fff）)]等)"
    r"(?![0-9一二两三四五六七八九十多]{0,4}个?(?:村|镇|乡|县|市|区|街道|社区|地|企业|公司|品牌|景区))"
    r"(?=[^，。；：！？\n（(]{0,14}?"
    r"(?:代表|委员|同志|书记|主任|主席|干部|党员|村民|教师|医生|乡贤|能人|大户)"
    r"|人(?![大民才社员均次居口力])|[0-9０-９〇一二两三四五六七八九十数多]{1,4}余?(?:名|位|人(?![次均大民])))",
    ("等",),
)
"""等 behind names, where persons follow."""
LABEL = Pattern(
    r"[：:](?<=(?:出席|列席|缺席|请假|主持|记录|整理|审核|签发|拟稿|校对|成员|组长|委员|人员|摄影|供稿|撰稿|作者)[：:])",
    ("：", ":"),
)
"""End of a label before a list of persons."""
CHOSEN = Pattern(
    r"(?:选举|补选|推选|增选|改选|选出|任命|聘任|免去|罢免|提名|推荐)(?:了|产生)?",
    ("选举", "选出", "任命", "免去", "推荐", "补选", "推选", "增选", "改选", "聘任", "罢免", "提名"),
)
"""Verbs that take a name."""
CHOSEN_END = Pattern(r"、|等|同志|为|任|担任|的[\u4e00-\u9fff]{2,12}职务|[0-9一二两三四五六七八九十]{1,3}人")
"""What must follow the names behind such a verb."""
EXAMPLE_END = Pattern(r"(?:等)?(?:同志)?(?:为榜样|学习|先进事迹|精神)")
"""What follows the name of a model to learn from."""
