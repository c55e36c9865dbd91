"""Words that bind a part, a whole and the rate between them: 占总数的, 办结率, 应到, 其中."""

from __future__ import annotations

from reportlint.text import Pattern

PARTS = {
    "办结": ("办结", "办理完毕", "办完", "已办理", "已办"),
    "办复": ("办复", "答复", "回复"),
    "答复": ("答复", "回复", "办复"),
    "办理": ("办理", "办结"),
    "解决": ("解决",),
    "出席": ("实到", "到会", "出席", "实际出席", "参会"),
    "到会": ("实到", "到会", "出席", "参会"),
    "参会": ("实到", "到会", "出席", "参会"),
    "出勤": ("实到", "出勤"),
    "参选": ("投票", "参选", "参加选举"),
    "投票": ("投票", "参选", "参加选举"),
    "参投": ("投票", "参选", "参加选举"),
    "结案": ("结案", "审结", "办结"),
    "审结": ("审结", "结案"),
    "破案": ("破案", "破获", "侦破"),
    "化解": ("化解", "调解成功", "成功调解", "成功化解"),
    "调解": ("调解成功", "成功调解", "调解"),
    "调处": ("调处", "化解", "调解成功"),
    "调成": ("调解成功", "成功调解"),
    "成功": ("成功",),
    "收回": ("收回", "回收"),
    "回收": ("收回", "回收"),
    "参保": ("参保", "参加", "已参保"),
    "得票": ("赞成", "得票"),
    "赞成": ("赞成", "同意"),
    "到位": ("到位",),
    "不捕": ("不批准逮捕", "不予批准逮捕", "不批捕", "不捕"),
    "批捕": ("批准逮捕", "批捕"),
    "不诉": ("不起诉", "不诉"),
    "反馈": ("反馈", "回复"),
    "入户": ("入户", "走访"),
    "销号": ("销号",),
    "通硬化路": ("硬化",),
    "覆盖": ("覆盖", "建成", "建立", "设立", "开通", "配备", "安装", "实现", "接入", "通上"),
}
"""By the name of a rate, what may be said of the part; of all others the name itself is said."""

DECIDED = frozenset(("不捕", "批捕", "不诉", "不起诉"))
"""Rates of one of two decisions, in which those not yet decided may be left out of the whole."""

HIDDEN_WHOLE = frozenset(("参保", "参合", "接种", "入学", "就业", "城镇化", "续保", "升学"))
"""Rates whose whole is seldom the number printed beside them: those who could be insured, not all inhabitants."""

DUE = ("应", "需", "符合", "适龄", "任务", "计划", "登记", "毕业生", "对象", "共有", "有意愿")
"""Words of a whole for those rates."""

NO_SHARES = frozenset(
    (
        *(
            "增长",
            "下降",
            "上升",
            "降低",
            "提高",
            "周转",
            "死亡",
            "发生",
            "出生",
            "失业",
            "发病",
            "发案",
            "利用",
            "贡献",
            "返贫",
            "人口增",
        ),
        *(
            "回报",
            "收益",
            "利润",
            "资产负债",
            "负债",
            "杠杆",
            "毛利",
            "净利",
            "生产",
            "万人",
            "案发",
            "自然增长",
            "容积",
            "绿地",
            "覆盖",
            "森林覆盖",
        ),
    )
) - {"覆盖"}
"""Rates that are not a part of what is counted beside them."""

WHOLE_LEFT = Pattern(
    r"共|总|应|收到|收集|受理|接到|接收|提出|登记|选民|发放|发出|抽查|抽检|检查|排查|梳理|摸排|计划|任务|目标|全部|现有|全[镇县市乡区村校院局省]"
    r"|辖|征集|交办|承办|转办|办理|确定|列入|查出|发现|受案|立案|监测|调处|调解|合计|累计|投放|安排|设立|报名|核定|拥有|有"
)
"""Words before a whole."""

WHOLE_RIGHT = Pattern(r"[\u4e00-\u9fff]{0,6}?(?:之?中|里|以?内)(?![的共心小学央医])|[\u4e00-\u9fff]{0,6}?(?=已)")
"""Words behind a whole: 29件中, 41件建议已."""

ALL_THERE_IS = Pattern(
    r"(?:[全我本该][国省市县区镇乡村校州旗局]|现有|共有|辖|总)(?:现有|共有|共|有|总计|总|辖)*"
    r"(?:农户|住户|居民|村民|家庭|户籍|常住|人口|[户人]数)*(?:为|是|达)?$"
)
"""Words before a number of all there is in a place; of 全镇现有贫困户 there are fewer."""

EARLIER = Pattern("上年|去年|上届|往年|前年|上一年|同期|历年")
"""Words of another time."""

PLANNED = Pattern("计划|任务|目标")
"""Words of an amount that is to be reached, of which 完成率 speaks."""

NOT_NOW = Pattern(
    r"确保|力争|预计|目标|要求|争取|保持在|不低于|提高|提升|上升|下降|比|较|上年|去年|同期|平均|均|都|各|双双|分别|连续|历年"
)
"""Words before a rate that is planned, of another time or of several things."""

SHARE_OF = Pattern(
    r"(?:^|[，,、；;：:（(）)])(?P<subject>[^，,、；;：:（(）)]{0,12}?)(?P<verb>分别占|各占|占)"
    r"(?:到|了)?(?:比重?|比例|(?P<base>[^，,、；;：:（(）)\d]{0,18}?)(?:的(?:比例|比重)?|比例|比重)?)(?:分别)?(?:为|达到?|约为|是|仅为?|高达|约|近)?(?:了)?$"
)
"""占 and its base at the end of the words before a rate."""

RATE_OF = Pattern(
    r"(?P<prefix>[\u4e00-\u9fff“”]{0,16}?)(?P<stem>[\u4e00-\u9fff]{2})[率度](?:为|达到了?|达|是|约为|约|仅为?|高达|[：:])?(?:了)?$"
)
"""The name of a rate at the end of the words before it."""

IDLE = Pattern(
    r"(?:其|约|共|合计|就|便|已|总|则|又|实际|大约|仅|只|其总|总体|综合|整体|的|目前|最终|现|全年|本年度|今年|建议|代表|议案)*"
)
"""Words before 占 or before the name of a rate that name nothing else."""

PLACES = ("全国", "全省", "全市", "全县", "全区", "全镇", "全乡", "全村", "全街道", "全校", "全州", "全旗")
GENERAL = Pattern(
    r"全[国省市县区镇乡村校州旗]|[我本][镇县市乡区村校局]|总人数|总户数|总件数|总数量|总数|总量|总额|总(?!人口|投资|收入|支出|产值|面积)|人数|户数|数量|件数|人次|数|的|全年|年度|全部|其|全体"
)
"""What is left out of the name of a base before it is compared."""
