"""What looks like the name of a person and is none, or is none of those that are meant."""

from __future__ import annotations

from reportlint.facts.surnames import is_listed

_LEADERS = frozenset(
    (
        *("习近平", "毛泽东", "邓小平", "江泽民", "胡锦涛", "周恩来", "刘少奇", "朱德", "陈云", "赵乐际", "王沪宁"),
        *("蔡奇", "丁薛祥", "李希", "韩正", "李克强", "温家宝", "栗战书", "汪洋", "孙中山", "马克思", "列宁", "恩格斯"),
    )
)
"""They are named in every report, as teachers and leaders, and tell nothing about where it was written."""
_EXAMPLES = frozenset(
    (
        *("雷锋", "焦裕禄", "孔繁森", "谷文昌", "杨善洲", "黄文秀", "张桂梅", "廖俊波", "黄大年", "王进喜", "张富清"),
        *("袁隆平", "钱学森", "邓稼先", "屠呦呦", "钟南山", "南仁东", "李保国", "郑培民", "任长霞", "牛玉儒", "沈浩"),
        *("张思德", "白求恩", "刘胡兰", "董存瑞", "黄继光", "邱少云", "王杰", "郭明义", "罗阳", "邹碧华", "李大钊"),
        *("方志敏", "杨靖宇", "赵一曼", "江竹筠", "时传祥", "吴运铎", "麦贤得", "王继才", "张定宇", "杜富国", "陈祥榕"),
    )
)
"""Models whom the whole country is called to learn from."""
_SAMPLES = frozenset({"张三", "李四", "王五", "赵六"})
"""Names that stand for nobody; another check knows them."""
_PREMIER, _PREMIER_TITLE = "李强", ("总理", "、赵乐际")
_NEVER = frozenset("某的了们各每其这那是不我你他她它等或及被把将对从到在都就还也很更最该此与并且所之以让使令")
"""Characters no given name has, or next to none."""
_PLACES = frozenset(
    "村镇乡县市区省州盟旗组屯户局委办站所厅处科院校厂店社部场街路桥坪湾沟坡坳垭塘冲坝庄堡铺寨洼峪岔畈墩圩窑沱屋垸埠亩"
)
"""Last characters of names of places and bodies."""
_HOUSEHOLD = "家"
_HOUSE_PLACES = frozenset("山岭河溪洲滩川江湖海园岗台洞井渡口港营集门洋村角头边嘴咀岩石关")
"""After a surname and 家 these make the name of a village: 王家坪, 李家山."""
_TITLE_ENDS = (
    *("书记", "主任", "主席", "局长", "县长", "镇长", "乡长", "部长", "院长", "校长", "站长", "队长", "组长", "会长"),
    *("委员", "代表", "同志", "老师", "先生", "女士", "师傅", "大姐", "大哥", "大爷", "大妈", "大娘", "大叔", "大伯"),
    *("阿姨", "奶奶", "爷爷", "老汉", "婆婆", "夫人", "太太", "小姐", "教授", "医生", "经理", "老板", "老人", "干部"),
    *("群众", "党员", "村民", "职工", "班子", "成员", "人员", "部门", "单位", "公司", "企业", "学校", "机关"),
)
_UNUSUAL = frozenset("节奖杯网性率度量库戏型式类费点线期表制机器件款票证照号")
"""Last characters of words for things and measures, that next to no given name ends with."""
_SHORT_TITLES = frozenset("总工老局处科队站所主书姓家氏大小")
"""After a surname alone these are a manner of address: 王总, 李工."""
_KINDS = frozenset("鸡鸭鹅牛羊猪鱼虾蟹蜂菜瓜果薯稻豆茶药芪芩芍术柚橙橘柑梨枣桃李杏杉榆柏樟竹树")
"""Last characters of what is grown or raised: 黄牛, 白鹅; together with a surname that says how it looks."""
_LOOKS = frozenset("黄白金红青蓝黑花乌马毛水山石牛柳杨柏梅江甘")


def is_no_person(text: str, start: int, end: int, surname: int) -> bool:
    """Whether `text[start:end]`, a surname of so many characters and more, is surely no name, or none that is meant."""
    name, given = text[start:end], text[start + surname : end]
    if name in _LEADERS or name in _EXAMPLES or name in _SAMPLES or is_listed(name) or not _NEVER.isdisjoint(given):
        return True
    if name == _PREMIER and text.startswith(_PREMIER_TITLE, end):
        return True
    last = given[-1]
    if (
        last in _PLACES
        or last in _UNUSUAL
        or given in _TITLE_ENDS
        or (len(given) > 1 and text.startswith(_TITLE_ENDS, end - 1))
    ):
        return True
    if len(given) == 1:
        return last in _SHORT_TITLES or (last in _KINDS and name[0] in _LOOKS)
    return (given[0] == _HOUSEHOLD and last in _HOUSE_PLACES) or (last in _KINDS and name[0] in _LOOKS)
