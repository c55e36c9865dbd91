"""Whether a name stands where a report speaks of its own place: before its organs, behind praise, as its subject."""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.gazetteer import PLAIN, WORD, gazetteer, level
from reportlint.facts.places import Mention, mentions, stands_alone
from reportlint.text import Pattern, Span

_ORGAN_AFTER = Pattern(
    "(?:第[^届期次\n]{1,6}[届次]|(?:新一|本)届)?(?:党委|党工委|党组|人大(?!代表大会)|人民代表大会|人民政府|政府|主席团|纪委|纪工委|委(?![托屈派员])|办事处|政协|党代会|人代会|工委"
    "|镇长|乡长|县长|市长|区长|省长|书记|人武部|教育局|财政局|国民经济)|(?:20|二〇)[0-9〇一二三四五六七八九]{2}年"
)
_PRAISE = (
    "美丽|幸福|平安|法治|数字|文明|和谐|活力|魅力|实力|生态|宜居|宜业|健康|诚信|信用|智慧|创新|清廉|小康|富裕|富强|现代化|富美|秀美|美好|绿色|文化|书香|清新|安心|善治|开放|海上|水运|航运|投资"
    "|创业|爱心|电动"
    "|和美|共富|温情|温馨|温暖|暖心|善美|德善|清风|云上|山水|好运|崇文|尚德|品质|品牌|红色|诗画|锦绣|醉美|大美|壮美|康养|工业|制造|质量|满意|安全|公平|正义|效能|教育|人才|好客|厚道|新时代新"
    "|新时代|新"
)
_BEFORE = Pattern(
    f"(?:(?:{_PRAISE})的?|今天的|整个|中国式现代化|全面建设|来到|走进|热爱|讲好|扮靓|扎根|造福|留给|亲临|莅临|[视考]察|时期，?是|的一年，也?是|全)$"
)
_OF_OWN = (
    "(?:的)?(?:人民(?!医院|路|币|法院|检察|广场|公园|大街)|儿女|大地|篇章|实践|新?篇章|特色|速度|答卷|样板|质造|画卷|底色|新局面|新貌|新形象|新面貌|明天|未来|家乡|干群|干部群众|力量"
    "|担当|故事|形象|振兴|崛起|腾飞|精神家园|骄傲"
    "|经济社会|高质量|各项事业|国民经济|经济和社会|发展(?:大局|进程|历程|史|新|优势|基础|迈|取得|环境|位势|活力|蓝图|的)|工作的?(?:系列)?(?:重要|实际)|健儿|所[需能]|标识|一[道张](?:最?[亮靓]丽|金|闪亮|崭新)|重要(?:讲话|指示)|人大工作|数字人大|新一届|全域|行动(?=[，。；、])"
    "|辖区|境内|全境|建设(?:取得|迈|新|更|中|而|的|[，。；、]))"
)
_ROW = frozenset("、和与及")
_ORGAN_LENGTH = 8
_ORGAN_NAME = Pattern("人大常委会|人大|人民代表大会|人民政府|政府|党委|市委|县委|区委|镇委|委|政协|纪委|主席团")
_ORGAN_END = Pattern("(?:人大|常委会|政府|委|政协|[省市县区镇乡])$")
_OWN_LAND = Pattern("镇区|镇域|辖区|境内|全境|县城|县域|城区|[市区]内")
_ABOUT_OWN = Pattern(
    "位于|地处|辖|下辖|现有|现辖|总面积|幅员|全年|今年|去年|完成|实现|累计|始终|坚持|紧[紧扣密]|认真|深入|全面|着力|大力|切实|扎实|积极|先后|上下|将|要|正|已|以|围绕|立足|聚焦|牢牢"
    "|山高|地[势形]|属|是(?:一个)?(?:典型|传统|农业|山区|全[省市县])|的?(?:经济|发展|工作|干部|群众|老百姓)"
)
_AFTER = Pattern(f"{_OF_OWN}|在[省市区县镇乡州旗盟](?:委|党委)")
_HERE = Pattern("(?:落户|落地|花落)$", ("落",))
_OURS = Pattern(
    "见行动|有礼|(?:的)?实际|特点|标识|工匠|贡献|改革发展历程|发展(?:极不|战略|进程中)|在中国式现代化建设|稳居|站在|健儿|制造”"
)
_VISIT = Pattern("(?:考察|调研|视察)时|工作期间")
_JOURNEY = Pattern("(?:[视考]察|亲临|莅临)$")
_QUOTED = Pattern("[“‘·][\u4e00-\u9fff·]{1,8}$", ("“", "‘", "·"))
_HELP = Pattern(
    "(?:助推|助力|推动|推进|促进|加快|服务|支持|关心|建设|展示|展现|树立|维护了?|提升|打造|振兴|共同创造|为|对|向|让|使|把|将|开创|谱写|实现)$"
)
_HELPED = Pattern(
    "(?:更好|加快|全面|全力|奋力)?(?:夺取|打赢|发展(?=[，。；、！”\n的和与]|大局|行稳|迈|再|取得|壮大|进步|提速|作|做|出|献|贡献|服务|尽|凝聚)|建设(?!集团|银行|工程|兵团|局)|工作(?!人员|组|站|者)|改革|转型|现代化建设|乡村全面振兴"
    "|跨越|更加|打造成?|作出|做出|做|经济|新)"
)
_HELPERS = (
    "助推|助力|推动|推进|促进|加快|服务|支持|关心|建设|展示|展现|维护|提升|打造|振兴|共同创造|开创|谱写|为|让|把|将"
)
# Plain words only, in one row: only then does the engine skip to where one of them may begin.
_OPENER = Pattern(f"{_PRAISE}|中国式现代化|{_HELPERS}")
_HELPING = frozenset(_HELPERS.split("|"))
# Names between a mark and what is said of the own place; the first character of that is looked at first.
_BETWEEN = Pattern(
    "[，。；：、！？“（《\n 　是在对向使](?=([\u4e00-\u9fff]{2,5}?)"
    f"(?=[的人儿大篇实新特速答样质画底明未家干力担故形振崛腾精骄经高各国发工重数全辖境建])(?:{_OF_OWN}))"
)
_ENDS = frozenset("。，；、！”》")
_CLOSER = Pattern("作出|做出|更加|更好|而(?:努力|不懈|团结)|努力|奋力|奋斗|不懈|贡献|品牌")


@fact
def slots(document: Document) -> tuple[Mention, ...]:
    """Bare names, those of towns too, where the own name belongs: 建设美丽石桥, 助推石桥高质量发展."""
    text, beginning = document.text, gazetteer().beginning
    found: dict[Span, Mention] = {}
    for match in _OPENER.finditer(text):
        start = match.end()
        praised = match[0] not in _HELPING
        start += text.startswith("的" if praised else "了", start)
        for name in beginning(text, start):
            if _is_slot(text, start, name, praised=praised) and _closes(text, name[0], praised=praised):
                found[Span(start, name[0])] = _mention(start, name)
                break
    for match in _BETWEEN.finditer(text):
        start, end = match.span(1)
        for name in beginning(text, start):
            if name[0] == end and _is_slot(text, start, name, praised=False):
                found[Span(start, end)] = _mention(start, name)
    return tuple(found.values())


def _mention(start: int, name: tuple[int, int, tuple[int, ...]]) -> Mention:
    end, _, codes = name
    return Mention(Span(start, end), codes, min(map(level, codes)), full=False, weakness=PLAIN)


def _is_slot(text: str, start: int, name: tuple[int, int, tuple[int, ...]], *, praised: bool) -> bool:
    """Whether a name is more than a word; between praise and what is said of the own place a noun may be one."""
    end, weakness, _ = name
    if weakness > (WORD if praised and _AFTER.match(text, end, end + 10) else PLAIN):
        return False
    return stands_alone(text, start, end)


def _closes(text: str, end: int, *, praised: bool) -> bool:
    """Whether what follows a bare name shows, together with what stands before it, that the name is the own place's."""
    if _AFTER.match(text, end, end + 10) or _CLOSER.match(text, end, end + 4):
        return True
    return text[end : end + 1] in _ENDS if praised else _HELPED.match(text, end, end + 6) is not None


def is_owner(document: Document, span: Span) -> bool:
    """Whether an organ, a session or a year of the place follows: 石桥镇党委, 石桥镇第十届, 石桥镇2021年."""
    return _ORGAN_AFTER.match(document.text, span.end, span.end + 12) is not None


def is_own_role(document: Document, span: Span) -> bool:
    """Whether the name stands where a report speaks of its own place: 建设美丽石桥, 石桥人民, 助推石桥发展."""
    text, start, end = document.text, span.start, span.end
    if is_owner(document, span) or _BEFORE.search(text, max(0, start - 8), start) or _AFTER.match(text, end, end + 10):
        return True
    if _QUOTED.search(text, max(0, start - 10), start) and text[end : end + 1] in {"”", "’"}:
        return True
    return _HELP.search(text, max(0, start - 4), start) is not None and _HELPED.match(text, end, end + 6) is not None


def is_subject(document: Document, span: Span) -> bool:
    """Whether a sentence is about the place, and not about what it has to do with the report's own."""
    text = document.text
    if _OWN_LAND.match(text, span.end, span.end + 4):
        return True
    before = text[max(0, span.start - 40) : span.start].rstrip(" 　\t")
    begins = before[-1:] in {"", "。", "\n", "；"} or before.endswith(("年，", "来，"))
    if begins and _ABOUT_OWN.match(text, span.end, span.end + 8):
        return True
    return (
        _HERE.search(text, max(0, span.start - 3), span.start) is not None
        or _OURS.match(text, span.end, span.end + 8) is not None
    )


def is_journey(document: Document, span: Span) -> bool:
    """Whether a leader is said to have visited the place: 考察浙江重要讲话, 在福建考察时."""
    text = document.text
    if _JOURNEY.search(text, max(0, span.start - 4), span.start):
        return True
    return text[span.start - 1 : span.start] == "在" and _VISIT.match(text, span.end, span.end + 8) is not None


@fact
def _edges(document: Document) -> tuple[frozenset[int], frozenset[int]]:
    """Where mentions start, and where they end."""
    spans = [mention.span for mention in mentions(document)]
    return frozenset(span.start for span in spans), frozenset(span.end for span in spans)


def is_in_row(document: Document, span: Span) -> bool:
    """Whether an organ of the place stands in a row with those of others: 长沙市委、株洲市委联合印发."""
    text = document.text
    organ = _ORGAN_NAME.match(text, span.end, span.end + 14)
    end = organ.end() if organ else span.end
    starts, ends = _edges(document)
    behind = text[end : end + 1] in _ROW and (end + 1 in starts or text[end + 1 : end + 2] in {"我", "本"})
    named = not ends.isdisjoint(range(span.start - _ORGAN_LENGTH, span.start))
    before = (
        named
        and text[span.start - 1 : span.start] in _ROW
        and _ORGAN_END.search(text, max(0, span.start - _ORGAN_LENGTH), span.start - 1)
    )
    return behind or bool(before)


def is_listed(document: Document, span: Span) -> bool:
    """Whether the name stands in a list of names: 三元区、沙县区、永安市."""
    text = document.text
    return text[span.start - 1 : span.start] in {"、", "和", "与", "及"} or text[span.end : span.end + 1] in {
        "、",
        "和",
        "与",
        "及",
        "等",
    }
