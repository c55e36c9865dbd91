"""Whether a sentence tells of what was done or of what is to come."""

from __future__ import annotations

from reportlint.text import Pattern, Span

_RECEIVED = (
    r"获评|荣获|荣膺|获得|斩获|喜获|获批|[被获]评为|获授|入选|当选|被[^，。；]{0,16}(?:授予|评为|命名|确定为|列[为入]|评定|表彰)"
    r"|获[^，。；]{0,6}(?:奖|称号|表彰|先进)"
)
_STAGE = (
    r"(?:全[面线部]|正式|主体|如期|均|分别|先后|胜利|隆重|同步|整体|建成并|一次性|竣工并|已|已经|顺利|成功|提前|率先|高标准|高质量|高分)"
    r"(?:完工|竣工|投产|建成|通车|投用|投入(?:使用|运营|生产|运行)|开工|封顶|贯通|启用|挂牌|揭牌|交付|运营|上线|落户|签约|开业|开园|开馆|成立|组建"
    r"|启动|销号|摘帽|出列|通过|举行|举办|召开|获批|落成)"
)
_FINISHED = (
    r"成功(?!经验|做法|案例|模式|典型|率|与否|的|之|人士)[\u4e00-\u9fff]{2}|"
    r"(?:建成|修建|改造|扩建|竣工)(?:投用|投产|通水|通车|通气|通电|开放|启用|完工|竣工|并投|[，。])"
    r"|(?:竣工|完工|投产|通车|通水|投用|启用|开园|揭牌|挂牌|交付使用|投入使用|投入运[营行])(?=[，。；]|$)"
    r"|通过[^，。；]{0,10}(?:验收|评审|审定|认定|评估|考核|复核|命名)"
)
_COUNTED = (
    r"(?:完成|实现|新增|新建|建成|投入|争取|落实|发放|救助|培训|化解|调解|办理|走访|慰问|整治|拆除|硬化|安装|栽植|带动|组织|开展|举办|召开|查处|排查|整改|清理|签约|引进"
    r"|审议|视察|收集|提出|受理|捐赠|筹集|募集|出动|评选|表彰|发展|转移|改造|修建|修复|疏浚|接待|吸引|销售|挽回)"
    r"(?:了|各类|投资|资金|群众|村民|代表|委员|党员|干部|问题|隐患|意见|建议|矛盾|纠纷|案件|[^，。；、0-9]{0,6}?)[0-9０-９]"
)
_DONE = Pattern(
    rf"(?:{_RECEIVED}|(?:顺利|成功|圆满|全面|如期|率先|提前)(?:完成|召开|举办|举行|通过|实现|创建|建成|入选|申报|承办|达到|投产|竣工)"
    rf"|{_STAGE}|{_FINISHED}|[作做](?:了)?(?:经验|典型|交流|表态|大会|书面|先进)[^，。；]{{0,4}}(?:交流|发言|介绍|分享)"
    r"|[\u4e00-\u9fff]{2}了(?=[\u4e00-\u9fff0-9０-９《“])(?!解)|已(?:经)?(?:全[面部])?(?:完成|建成|启动|开工|竣工|投[入产]|通过|实现|办[结理])|得到了|取得了|达到了?[0-9０-９])"
)
_COUNTS = Pattern(_COUNTED)
_HELD = Pattern(
    r"[^，。；、：\n]{0,14}?(?:召开|举办|举行|承办|开展|听取|印发|出台|组织(?!部|机构|建设|振兴|法|生活|体系)[^，。；]{2,16})"
    r"|(?:镇人大|县人大|区人大|主席团|镇人大主席团)?(?:先后|集中|联合|共|依法|又|还)?"
    r"(?:审议|视察|表彰|揭牌|成立|选举|补选|走访|慰问|调研|评议|测评|作出)"
)
_AHEAD = Pattern(
    r"拟(?!定了|订了|写|态)|计划(?!生育|完成率|安排了|指标|投资)|预计|(?<![于过出合])预期|力争|争取(?!到|了)|即将|打算|定于|有望|确保|目标(?!责任|管理|考核|绩效|完成)|届时|安排在|推迟|延期|倒排|(?<![接招对等期看款])待|年底前"
    r"|将(?!近|军|来之|[\u4e00-\u9fff“”]{1,12}(?:纳入|作为|列[为入]|转[变化为]|送|落到|评为|交|写入|打造成|变[成为]))"
    r"|(?<![重主需首必只想简摘纪不提扼])要(?![求素点闻件务领案])|继续|下一步|下阶段|下半年(?:要|将)"
    r"|(?<![许认宁])可(?:正式|全部|全面|全线|基本|如期)?(?:投用|投产|投入|完工|竣工|建成|通车|通水|通气|交付|运营|开业|入住)"
)
_PLANS_AHEAD = Pattern(
    r"将(?=继续|进一步|全面|深入|认真|坚持|以|着力|重点|努力|紧紧|更加|切实|紧扣|围绕|始终|持续|奋力|全力|大力|聚焦|积极|不断|按照|从|做[好实]|抓[好实]|突出|牢牢|主动"
    r"|迎来|召开|开展|实施|推进|完成|实现|贯彻|严格|组织|加强|强化|加快|深化|健全|完善|统筹|建设|新[建增]|争取|力争|锚定|立足|高举|高质量|高标准|充分|依法|扎实|团结|一如既往|对标|牢记|把|是)"
    r"|力争|争取(?!到|了)|打算|拟(?=[新投建在于对从召开])|计划(?=在|于|完成|实施|新|投入|召开|开展|建设|用)|(?<=[，们团会局委镇乡县区市村院年])要(?=继续|进一步|坚持|以|紧|全|着|深|认|切|突|牢|围|聚|大|加|抓|做|重点|统筹|完成|确保|实现|力争|奋力|再)"
    r"|(?:将|要)?(?:重点|着重|着力)(?:抓好|做好|推进|抓|做|实施|开展)(?:以下|如下|好以下|下列|[三四五六七八九]个方面|[三四五六七八九]项)"
    r"|将(?=重点|在|从|建|投|争|再|打造|启动|做|抓|推|整|发|持)|计划(?=完成|投|建|开|新|再|改|引|发|启)"
    r"|主要预期目标|工作的?(?:总体|指导)(?:要求|思路|思想)|(?<=年)[，,]?是[^。]{0,40}(?:关键|开局|收官|攻坚|起步|重要|之年|周年|[的第][一二三四五]年)"
)
_STOPS = "。；！？;!?\n"
_REACH = 80


def sentence_around(text: str, span: Span) -> Span:
    """The sentence a span stands in, its closing mark left out; no more than some eighty characters to either side."""
    low = max(0, span.start - _REACH)
    start = max(text.rfind(mark, low, span.start) for mark in _STOPS) + 1
    high = min(len(text), span.end + _REACH)
    ends = [at for mark in _STOPS if (at := text.find(mark, span.end, high)) >= 0]
    return Span(max(start, low), min(ends, default=high))


def tells_of_result(text: str, start: int, end: int) -> bool:
    """Whether words tell of something received or finished: 获评…, 成功召开, 召开了, 已完成."""
    return _DONE.search(text, start, end) is not None


def tells_of_counts(text: str, start: int, end: int) -> bool:
    """Whether words count what was done or is to be done: 培训干部300人次."""
    return _COUNTS.search(text, start, end) is not None


def begins_with_event(text: str, start: int, end: int) -> bool:
    """Whether words begin with something held: 召开…, 镇人大组织…, with or without 了."""
    return _HELD.match(text, start, end) is not None


def looks_ahead(text: str, start: int, end: int) -> bool:
    """Whether words may tell of something to come, if only of an aim."""
    return _AHEAD.search(text, start, end) is not None


def promises(text: str, start: int, end: int) -> bool:
    """Whether words surely tell of something to come: 将继续…, 力争…, 要坚持…."""
    return _PLANS_AHEAD.search(text, start, end) is not None
