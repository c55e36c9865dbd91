"""Words that say why a report names a place that is not its own: a visit, a partner, a road, a firm, a comparison."""

from __future__ import annotations

from reportlint.document import Document
from reportlint.text import Pattern, Span

_STRONG = Pattern(
    "取经|配合(?=[\u4e00-\u9fff]{2,4}[市县区镇乡])|招商|客商|对口|帮扶|协作|结对|援建|驰援|援助|援派|支援|援[疆藏青川]|毗邻|接壤|交界|邻近|相邻|(?<=与)周边|邻[省市县区乡镇]|兄弟|跨(?:省|市|县|区|界|流域)"
    "|合作(?!社)|协同|共建(?!美丽|幸福|平安|法治|清廉|和谐|文明|诚信|生态|宜居|数字|和美|共享)|联动|都市圈|城市群|经济圈|经济带|湾区|三角|自贸港|自由贸易港|友城|对接|承接|务工|劳务|返乡|商会|同乡|籍|故里|故居|出生|挂职|跟班|跟岗|外地|外省|外市|外县"
    "|灾区|地震|感谢信|抗疫|冬奥|亚运|世博|进博会|博览会|交易会|推介|参展|展会|峰会|洽谈|全运会"
    "|先进(?:地区|经验)|标杆|赶超|追赶|看齐|对标|典型案例|通报|案例|事故|教训|警示|涉嫌|诈骗|火灾|爆炸"
    "|受贿|行贿|贪污|判处|徒刑|依法留置|行政诉讼|行政案件|管辖|纠纷案|职务犯罪|(?:委|政府|政协|人大(?:常委会)?)原(?:副)?(?:书记|市长|县长|区长|镇长|乡长|主席|主任|常委)|加油"
    "|划归|划入|撤并|曾(?:用|称|属)|古称|历史上|长征|抗战|红军|烈士|战役|会师|发源地|发祥地|暴雨|台风|洪涝|致敬|捐款|捐赠|捐物|声援"
    "|曾任|历任|时任|调任|转任|任职|[东西南北]邻|[东西南北]接|一带|驻(?=[\u4e00-\u9fff]{2,6}(?:流动|办事处|联络处|商会))",
)
_GUESTS = Pattern(
    "接待|邀请|会见|一行|带队|代表团|考察团|调研组|来访|交流|授课|座谈|发言|转来|同步(?:实施|推进)|来[我赣湘鄂皖浙闽粤桂琼川黔滇陕甘青宁新藏蒙晋冀鲁豫苏沪京津辽吉黑渝]|[到在]我|我[省市县区镇乡会院]"
    "|联合(?=印发|发文|开展|行动|举办|视察|执法|[\u4e00-\u9fff]{1,4}(?:街道|[镇乡县区市]))|会同"
)
"""What is said of visits and joint work, in which the organs of another place have their part."""
_OUTSIDE = Pattern(
    "的(?:经验|做法|模式)|作了?(?:典型|交流|经验)?发言|取经|对口|援建|援助|援派|驰援|支援|援[疆藏青川]|毗邻|接壤|交界|相邻|友城|商会|同乡|挂职|外地|都市圈|结对|捐[款赠物]|来[我访省市县区镇乡州旗街村院局校团]|派员|派代表|双方|[到在与向同]我|介绍|授课|移送|选派|跟岗|观摩|提案|闻讯|认领|感谢信|发来|应邀|提供(?:了)?[\u4e00-\u9fff]{0,2}(?:资料|技术|场地)|我[省市县区镇乡会院]|一行|带队|考察团|代表团"
    "|调研组|会同|联合(?=印发|发文|开展|行动|举办|视察|执法)|转来|予以配合|移交|同步(?:实施|推进)|提供资料|两地|双方|划归|划入|撤并|原属|曾任|历任|时任|调任|转任|任职"
    "|受贿|行贿|贪污|判处|徒刑|依法留置|行政诉讼|行政案件|管辖|纠纷案|职务犯罪|原(?:副)?(?:书记|市长|县长|区长|镇长|乡长|主席|主任|常委)"
)
"""What is said of an organ that acts, and that is not the report's own, though its name opens the clause."""
_BOTH = Pattern(
    "双方|对方|共同|我[省市县区镇乡院局委]|[与向和同]我|我们(?:则|表示|妥善|随后)|两[省市县区镇乡地](?!级)|各自|协议|[致来回去发复]函|函[告请复]|协查|勘界|争[执议]|跨界|交界|界河|各方|互通"
)
"""Words of a sentence in which two parties have to do with each other."""
_OPENS = Pattern(r"[\s　（）()一二三四五六七八九十0-9〇.、：年来是]*(?:中共|全体|广大|各)?")
_UNDER = Pattern("[^，。；\n]{0,30}(?:领导|指导|关心|支持|监督|配合)[^，。；\n]{0,6}下")
_ASKED = Pattern("(?:争取|委托|商请|函请|恳请|涉及|途经|流经|穿越|毗连|承办|查办)$")
_ASKING = Pattern("[^，。；\n]{0,20}(?:争取|移交|商请|推荐|通报|致谢|表示感谢|取经|请教|采购|捐)")
_NEAR = Pattern(
    "高速|铁路|高铁|公路|国道|省道|快速路|班列|航线|机场|港口|专列|动车|列车|输电|管道|管线|调水|引水|流域|上游|下游|沿线|直达|通往|开往|飞往|发往|运往|途经|贯通|连接|至|往返|[一-龥]线"
    "|赴|前往|来自|到访|来访|去(?!年)|销往|出口|外销|畅销|销售|引进|注册|总部|企业|集团|公司|股份|客源|游客|旅客|市场|就读|毕业|大学|学院|医院|专家|教授|团队|院士|研究院|研究所|党校|干部学院"
    "|培训|法院|检察院|移送|管辖|联合|位居|首位|百强|率先"
    "|高于|低于|超过|多于|少于|仅次于|排名|相比|比较|不及|领先|落后|持平|与|同|跟|从"
    "|座谈会|会上|召开|举办|举行|荣获|获奖|经验|模式|做法|友好|移民|搬迁|原属|等地|等省|等市|等县|各地",
)
_LEARNING = Pattern(
    "学习(?!贯彻|领会|宣传|落实|传达)|借鉴|参照|参考|对标|看齐|观摩|赴|前往|参观|走进|(?<!过)去(?![年世])",
    ("学习", "借鉴", "参照", "参考", "对标", "看齐", "观摩", "赴", "前往", "参观", "走进", "去"),
)
_LEARNT = Pattern(
    "[\u4e00-\u9fff、]{0,12}(?:考察|参观|观摩|学习|取经|招商)(?![\u4e00-\u9fff]{0,6}(?:时|期间|重要讲话|重要指示))"
)
_EXPERIENCE = Pattern("[\u4e00-\u9fff”、]{0,10}(?:经验|做法|模式|探索)(?!交流)")
_WITH = Pattern(
    "(?:与|(?<![共协陪合不相])同|跟)(?![时志步样心等期])(?!全国同步)|上游|下游", ("与", "同", "跟", "上游", "下游")
)
_ADJACENT = 8
_NAME_AFTER = Pattern(
    "[^的至到和与及在，。、；（）“”《》\n 0-9]{0,6}?(?:路(?![径线演子])|街(?!道)|大道|大街|高速|铁路|高铁|公路|机场"
    "|港(?!口岸)|大桥|隧道|运河|电厂|大学|学院|医院|中学|小学|党校"
    "|中心支行|分行|支行|特派办|海关|银行|日报|晚报|电视台|公司|集团|股份|有限|研究院|研究所|商会|饭店|酒店|宾馆|商城|商贸"
    "|棚改|新村|电气|重工|汽车|钢铁|石油|化工|建工|药业|战役|会战|起义|分会场|自贸|三农学院)"
    "|[\u4e00-\u9fff]{0,3}(?:小区|片区|组团)|[\u4e00-\u9fff]{0,2}(?:(?:[河湖岛寺塔段楼]|(?<!联络)站(?![在稳位]))|江(?![苏西])|湾(?!区))|[菜酒茶时]|小吃|方向|时间|龙井|烤鸭|火锅|火腿|大闸蟹|[黄黑白水][牛羊猪鸡]|特产"
)
_ORIGIN = Pattern("(?:原|原属|旧|古)$")
_ROAD = frozenset("—-–~～至")
"""Between two names they make a road or a line of both."""
_MARKS = "，,。；;！？：:\n"
_AID = Pattern("捐款|捐物|捐赠|驰援|支援|援助|声援|致敬|慰问|加油", ("捐", "援", "致敬", "慰问", "加油"))
_PEOPLE = Pattern("人民(?!政府|法院|检察|代表)|群众|广大")
_FAR, _TITLE = 60, 12


def inside_name(document: Document, span: Span) -> bool:
    """Whether the name belongs to that of a road, a firm, a school, a river or a product."""
    return _NAME_AFTER.match(document.text, span.end, span.end + 10) is not None


def is_learnt_from(document: Document, span: Span) -> bool:
    """Whether its clause speaks of learning from it, as it may even of 平安浙江."""
    text, (start, end) = document.text, _clause(document.text, span)
    if _LEARNING.search(text, start, span.start) and "习近平" not in text[start : span.start]:
        return True
    visited = text[span.start - 1 : span.start] in {"到", "往"} or text[start : span.start].endswith("前往")
    return (visited and _LEARNT.match(text, span.end, end) is not None) or _EXPERIENCE.match(
        text, span.end, end
    ) is not None


def is_partner(document: Document, span: Span) -> bool:
    """Whether its clause says outright that it is somebody else: a partner, a neighbour, the place of an event."""
    start, end = _clause(document.text, span)
    text = document.text
    if _ORIGIN.search(text, max(0, span.start - 2), span.start):
        return True
    joined = _WITH.search(text, start, span.start)
    # 与石桥人民的期望相比 compares with what the own people want.
    own = joined is not None and joined.end() == span.start and _PEOPLE.match(text, span.end) is not None
    return _STRONG.search(text, start, end) is not None or (joined is not None and not own)


def acts(document: Document, span: Span) -> bool:
    """Whether its organ opens the clause, or leads what the clause tells, as the report's own does."""
    text, (start, end) = document.text, _clause(document.text, span)
    opening = _OPENS.match(text, start, span.start)
    if opening is not None and opening.end() == span.start:
        return True
    return text[span.start - 1 : span.start] == "在" and _UNDER.match(text, span.end, end) is not None


def is_outside(document: Document, span: Span) -> bool:
    """Whether its clause says of an acting organ that it is somebody else's, or its sentence tells of two parties."""
    text, (start, end) = document.text, _clause(document.text, span)
    before = text[max(0, start - _FAR) : span.start].rpartition("\n")[2].rpartition("。")[2]
    behind = text[span.end : end + _FAR].partition("\n")[0].partition("。")[0]
    return (
        _OUTSIDE.search(text, start, end) is not None
        or _BOTH.search(before) is not None
        or _BOTH.search(behind) is not None
    )


def is_asked(document: Document, span: Span) -> bool:
    """Whether something is asked of its organ, 争取南京市政府支持, or only reaches into it: 途经石桥镇."""
    text = document.text
    if _ASKED.search(text, max(0, span.start - 4), span.start):
        return True
    return text[span.start - 1 : span.start] == "向" and _ASKING.match(text, span.end) is not None


def is_honoured(document: Document, span: Span) -> bool:
    """Whether people of elsewhere are helped or saluted, or a book about a leader is named after the place."""
    text = document.text
    stops = [at for mark in "。；\n" if (at := text.find(mark, span.end, span.end + _FAR)) >= 0]
    return _in_title(text, span) or _AID.search(text, span.end, min(stops, default=span.end)) is not None


def is_guest(document: Document, span: Span) -> bool:
    """Whether an organ of another place has its part in what is told: it visits, is invited, joins."""
    start, end = _clause(document.text, span)
    return _GUESTS.search(document.text, start, end) is not None


def _in_title(text: str, span: Span) -> bool:
    """Whether the name stands in the title of a book about a leader: 《习近平在福建》."""
    start = text.rfind("《", max(0, span.start - _TITLE), span.start)
    return start >= 0 and "》" not in text[start : span.start] and text.startswith("习近平", start + 1)


def relation(document: Document, span: Span) -> str:
    """The words near a name that say why it is there; empty when nothing does."""
    text = document.text
    if text[span.start - 1 : span.start] in _ROAD or text[span.end : span.end + 1] in _ROAD:
        return "—"
    if _ORIGIN.search(text, max(0, span.start - 2), span.start):
        return text[span.start - 1 : span.start]
    if is_learnt_from(document, span) or is_guest(document, span) or _in_title(text, span):
        return "学习"
    start, end = _clause(text, span)
    for pattern, first, last in (
        (_STRONG, start, end),
        (_NEAR, max(start, span.start - _ADJACENT), span.start),
        (_NEAR, span.end, min(end, span.end + _ADJACENT)),
    ):
        match = pattern.search(text, first, last)
        if match:
            return match[0]
    return ""


def is_explained(document: Document, row: Span) -> bool:
    """Whether anything near a row of names says why it is there: what `relation` finds, or a partner."""
    return bool(relation(document, row)) or is_partner(document, row)


def _clause(text: str, span: Span) -> tuple[int, int]:
    """The words around a name between two marks that are no 、: names in a list share what is said behind it."""
    start = max(text.rfind(mark, max(0, span.start - _FAR), span.start) for mark in _MARKS) + 1
    ends = [at for mark in _MARKS if (at := text.find(mark, span.end, span.end + _FAR)) >= 0]
    return start or max(0, span.start - _FAR), min([*ends, span.end + _FAR, len(text)])
