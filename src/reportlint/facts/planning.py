"""Where a report turns to what comes next, and how it ends."""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.identity import title_year, years
from reportlint.facts.outline import outline
from reportlint.text import Pattern, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reportlint.facts.outline import Heading

_YEAR = r"(?:20[0-9_Xx×*]{0,2}|[Xx×*_]{2,4}|二[〇○零]..)年"
_SOON = (
    r"(?:今后|往后|后续|下一?步|下一?阶段|来年|明年|新的一年|新一年|新年度|新学[年期]|下学期|下半年|下一年度?|未来|接下来|第[二三四]季度|下一?季度"
    r"|“?十[三四五六七]五”?(?:时期|期间))"
)
_HEADING = Pattern(
    rf"{_SOON}[^。]{{0,14}}(?:工作|任务|安排|打算|计划|规划|目标|思路|重点|举措|措施|展望|建议|方向|设想|谋划|要点|改进|的?事|怎[么样]|干|[办走做]$|前景|愿景)"
    rf"|{_YEAR}[^。]{{0,14}}(?:安排|展望|规划|打算|思路|计划|目标|部署|设想|谋划|要点|怎[么样]|干|建议|的?事$)"
    r"|(?:工作|今后)?(?:安排|打算|规划|思路|计划|努力方向|下一步|接下来|目标任务|目标和任务|整改措施|改进措施|设想|愿景)$"
    r"|努力方向|(?:主要|预期)目标|奋斗目标|改进(?:的|工作的?)?(?:方向|措施|办法|思路|打算)|展望|整改(?:方向|打算|思路|提高)"
)
_YEAR_HEADING = Pattern(rf"(?:{_YEAR}|时期)[^。]{{0,14}}(?:工作|任务|重点|目标)")
_FORWARD = Pattern(r"安排|打算|展望|计划|设想")
_REVIEW = Pattern(r"回顾|总结|完成情况|落实情况|执行情况|开展情况|进展情况|推进情况|工作情况|成效|成绩|主要做法|已经")
_PARAGRAPH = Pattern(
    rf"(?:各位代表[，！,!]|同志们[，！,!])?(?:在|面向|展望)?(?:{_SOON}|(?P<year>20[0-9]{{2}})年|{_YEAR}|今年(?!以来|上半年))[^。\n]{{0,90}}"
    r"(?:将|要|计划|拟|打算|准备|继续|着力|力争|重点|进一步|努力|总体要求|目标|思路|开局之年|关键之?年|收官之年|起步之年|做好|抓好)"
    r"|(?:针对|对照|围绕)?(?:以上|上述|这些)[^。，\n]{0,12}(?:问题|不足|差距|短板)，[^。\n]{0,8}(?:将|要|拟|打算|准备)[^。\n]{0,60}"
    r"|为此，[^。\n]{0,8}(?:将(?:从|进一步|重点|继续|着力|采取|在)|要|打算|准备)|(?:我们?|本人|村里|村委会|社区|公司|学校)(?:打算|准备)(?=[从在把办抓做重继])"
)
_ANSWER = Pattern(
    r"(?:这些|上述|以上|存在的)[^。]{0,10}(?:问题|不足|困难|差距)|加以(?:解决|改进|克服)|认真(?:研究|加以)"
)
_LATE = 0.3
_SHORTEST = 40
_DETAILED = 50
_SHARE = 0.08
_CEILING = 600

_CLOSING = Pattern(
    r"让我们|[！!][”’）)]{0,2}$|谢谢|祝(?:愿|福|各位|大家|全|您)?|(?:团结|努力|不懈|接续|拼搏|砥砺|勇毅|共同)[^。]{0,6}(?:奋斗|奋进|前行)"
    r"|奋力|(?:作|做)出[^。]{0,16}贡献|贡献[^。]{0,16}(?:力量|智慧)|新(?:局面|篇章|辉煌|胜利|征程|业绩|跨越|贡献)"
    r"|提供[^。]{0,12}(?:保障|支撑|保证|服务)|优异(?:的)?成绩|而[^。]{0,8}(?:奋斗|努力)|保驾护航|献礼|迎接[^。]{0,20}召开|新的更大"
    r"|请[^。]{0,10}(?:审议|审查|评议|批评|指正|指导|审阅)|特此|完毕|(?:以上|我的|述职|汇报|报告)[^。]{0,16}(?:报告|述职|汇报|总结)"
    r"|团结在[^。]{2,40}周围|坚信|相信|一定(?:能|会)|必将|定能|更加美好|新(?:作为|提升)|再上新|迈上新|再上[^。]{0,4}台阶|再创|开创|满意的?(?:答卷|成绩)|不负|辜负|重托|厚望|明天|答卷|越[过来]越|红火|一起(?:干|拼|努力)|恳请|敬请|欢迎[^。]{0,12}(?:批评|指正|监督)|画上[^。]{0,8}句号"
)
_CALL = Pattern(r"让我们|谢谢|各位(?:代表|委员)[，,！!]|同志们[，,！!]|最后，祝")
_LAST = 260


@fact
def plan(document: Document) -> Span | None:
    """The heading or the paragraph that opens the plan for the time to come, or None."""
    main = outline(document).main
    late = main.start + int(len(main) * _LATE)
    headings = outline(document).headings
    for heading in headings:
        if _plans(heading, late, first=heading is headings[0]) and _weighty(main, heading.span.start):
            return heading.span
    for match in _paragraphs(document, main):
        if match.start >= late and _weighty(main, match.start):
            return match
    return None


def _plans(heading: Heading, late: int, *, first: bool) -> bool:
    """Whether a heading opens a plan; “2024年重点工作” does so only where it cannot be the review."""
    title = heading.title
    reviews = _REVIEW.search(title) is not None
    if _HEADING.search(title):
        return not reviews or (heading.span.start > late and _FORWARD.search(title) is not None)
    return not first and heading.span.start > late and not reviews and _YEAR_HEADING.search(title) is not None


def _paragraphs(document: Document, main: Span) -> list[Span]:
    found: list[Span] = []
    text = document.text
    review, _ = years(document)
    earliest = review + 1 if review else title_year(document) or 0
    for match in _PARAGRAPH.finditer(text, main.start, main.end):
        if match["year"] and int(match["year"]) < earliest:
            continue
        block = document.block_at(match.start())
        if block is None:
            continue
        opens = not text[block.span.start : match.start()].strip()
        after_stop = text[match.start() - 1 : match.start()] in "。！？"
        length = block.span.end - match.start()
        sentence = text[match.start() : (text.find("。", match.end()) + 1 or block.span.end)]
        if (opens or after_stop) and length >= _SHORTEST and not _answers(sentence):
            found.append(Span(*match.span()))
    return found


def _answers(sentence: str) -> bool:
    """Whether a sentence only promises to see to the faults, without saying how."""
    detailed = len(sentence) >= _DETAILED and any(mark in sentence for mark in "：；")
    return _ANSWER.search(sentence) is not None and not detailed


def _weighty(main: Span, start: int) -> bool:
    """Whether enough text follows for a plan: a closing call of two sentences is none."""
    return main.end - start >= min(_CEILING, int(len(main) * _SHARE))


@fact
def closing(document: Document) -> Span | None:
    """The words at the very end that close a report (a call, a wish, a request), or None when it simply stops."""
    main = outline(document).main
    end = main.start + len(document.text[main.start : main.end].rstrip())
    start = max(main.start, end - _LAST)
    begin = _last_sentence(document.text, start, end)
    call = _CALL.search(document.text, max(start, document.text.rfind("\n", start, end) + 1), end)
    if call:
        return Span(*call.span())
    match = _CLOSING.search(document.text[begin:end])
    return Span(begin + match.start(), begin + match.end()) if match else None


def last_sentence(document: Document) -> Span:
    """The last sentence of the report itself."""
    main = outline(document).main
    end = main.start + len(document.text[main.start : main.end].rstrip())
    begin = _last_sentence(document.text, main.start, end)
    words = document.text[begin:end]
    return Span(begin + len(words) - len(words.lstrip(" 　\n")), max(end, begin)) if words.strip() else Span(begin, end)


def _last_sentence(text: str, start: int, end: int) -> int:
    """Start of the last sentence between two offsets."""
    marks = [text.rfind(mark, start, max(start, end - 1)) for mark in "。！？!?\n"]
    return max([start - 1, *marks]) + 1
