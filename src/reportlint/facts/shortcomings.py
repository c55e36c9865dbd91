"""Where a report says what is not yet good enough.

The words 问题 and 短板 alone prove nothing: achievements solve problems, and plans close gaps. What counts is a
statement that the gap is still there, so each paragraph is weighed: one plain statement is enough,
weak signs must come together.
"""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.outline import outline
from reportlint.text import Pattern, Span
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_NOUN = r"(?:不足|问题|差距|短板|薄弱|困难|欠缺|距离|弱项|弱点|矛盾|瓶颈|改进的地方|改进之处|缺点|制约)"
_SOME = (
    r"(?:一些|不少|一定|诸多|许多|明显|较大|较多|以下|如下|很多|某些|这样那样|主要|突出"
    r"|[一二三四五六几]个?方面|[一二三四五六几]点)"
)
_STILL = r"(?:还|仍|尚|依然|依旧|也|均|但|都|工作中|自身|同时)(?:然|旧|是|都)?(?:客观|不同程度地?)?"
_STATEMENTS = (
    Pattern(
        r"(?:清醒|深刻|清楚|充分|客观|深)(?:地|的)?(?:认识|看|意识|知|感)(?:到|，|,)?[^。！？\n]{0,90}?"
        r"(?:存在|面临|差距|不足|不够|有待|短板|不少(?:困难|问题)|问题(?:仍|依)|突出|薄弱)",
        ("清醒", "深刻", "清楚", "充分", "客观", "深知", "深感"),
    ),
    Pattern(
        rf"{_STILL}(?:存在|面临|有)(?:着|较多|较大)?(?!的)[^。；;，,\n]{{0,16}}{_NOUN}(?!的?(?:企业|地方|单位|村|群众|人员|项目|学生))",
        ("存在", "面临", "有"),
    ),
    Pattern(
        r"(?:与|同|和|离|距|对照|相比|比)[^。；;\n]{2,60}?(?:有|存在)(?!的)[^。；;，,\n]{0,8}(?:差距|距离|不足)",
        ("差距", "距离", "不足"),
    ),
    Pattern(rf"存在(?:着|的)?{_SOME}的?[^。，,；;\n]{{0,12}}{_NOUN}", ("存在",)),
    Pattern(
        r"(?:问题|不足|差距|短板|薄弱环节|困难|弱项)(?:之处)?(?:主要|具体|集中)?(?:表现|体现|反映|是|有)(?:在|为|：|:|一是)",
        ("在", "为", "：", ":", "一是"),
    ),
    Pattern(r"不足之处|美中不足|(?:需要|有待)改进的(?:地方|方面)|(?:以上|上述)(?:不足|差距)", ("不足", "差距", "改进")),
)
_HINTS = (
    (1.4, Pattern(r"清醒(?:地)?(?:认识|看|意识)到", ("清醒",))),
    (
        1.0,
        Pattern(
            r"(?:看到|肯定|总结|取得)[^。，,\n]{0,6}(?:成绩|成效)[^。，,\n]{0,4}的同时|成绩面前", ("的同时", "面前")
        ),
    ),
    (
        1.0,
        Pattern(
            r"(?:自己|本人|我|我们|个别|少数|部分|有些|有的)[^。\n，,；;]{0,24}(?:不够|不足|不深|不强|不高|欠缺|有待|简单|急躁|偏低|偏少|滞后|较弱|薄弱)",
            ("自己", "本人", "我", "个别", "少数", "部分", "有些", "有的"),
        ),
    ),
    (
        1.0,
        Pattern(
            r"(?:有待|亟待|亟需|尚需|仍需|还需要?)(?!解决的)[^。；;，,\n]{0,14}",
            ("有待", "亟待", "亟需", "仍需", "尚需", "还需"),
        ),
    ),
    (1.0, Pattern(r"不容(?:忽视|乐观|回避)", ("不容",))),
    (
        0.7,
        Pattern(
            r"(?:不够|还不|不)(?:足|高|强|深|深入|实|扎实|到位|充分|完善|平衡|均衡|明显|健全|全面|及时|主动|牢|严|精|广|新|优|多|大|紧密|规范|丰富|理想"
            r"|平衡不充分|透|细|快|足够|经常|彻底|够)(?=[，。；、：\n,;：]|的(?:问题|现象|情况)|，|问题)"
            r"|(?:不够|欠缺|薄弱|偏低|偏弱|偏少|滞后|乏力|较弱|较慢|较少|较低|缺乏|单一|简单|陈旧|短缺|匮乏|吃紧|欠账|老化)",
            (
                "不",
                "欠",
                "薄弱",
                "偏",
                "滞后",
                "乏力",
                "较",
                "缺乏",
                "单一",
                "陈旧",
                "短缺",
                "匮乏",
                "吃紧",
                "简单",
                "欠账",
                "老化",
            ),
        ),
    ),
)
_HEADING = Pattern(
    rf"(?:存在|面临|主要|自身|当前)的?(?:主要|突出|困难|一些)?[^。]{{0,6}}{_NOUN}|不足之处|问题(?:和|与|及|、)(?:不足|差距|困难)|困难(?:和|与|及|、)问题"
    r"|(?:不足|差距|困难)(?:和|与|及|、)(?:问题|差距|不足)|(?:存在|工作)不足|短板弱项|薄弱环节",
    ("不足", "问题", "差距", "短板", "薄弱", "困难", "弱项"),
)
_SOLVED = Pattern(
    r"(?:解决|整改|破解|化解|消除|补齐|补足|扭转|针对|围绕|聚焦|直面|查找|查摆|梳理|排查|剖析|发现|指出|反馈|反映|改变|克服|协调|督促|纠正|攻克"
    r"|治理|督办|整治|缓解|检视|查出|对于?|走访|摸清|了解|要求)[^。；;\n]{0,30}$"
)
_SOLVED_AFTER = Pattern(
    r"(?:得到|全部|已经?|均已?|逐[一项]|及时|限期|予以|有效)[^。；;，,\n]{0,6}(?:解决|整改|化解|处理|改善|破解|纠正)"
)
_ABOUT_SOLVING = Pattern(r"整改|解决|破解|化解|治理|清零|排查|专项|查摆")
_OTHERS = Pattern(
    r"(?:检查|视察|调研|督查|审议|评议|监督|走访|抽查|排查)[^。；;\n]{0,20}(?:发现|指出|认为|了解到|查出|反映)"
)
_ENOUGH = 2.0


@frozen
class _Weight:
    span: Span
    points: float


@fact
def shortcomings(document: Document) -> Span | None:
    """The first heading or paragraph that states what is still wanting, or None."""
    for heading in outline(document).headings:
        if _HEADING.search(heading.title) and not _ABOUT_SOLVING.search(heading.title):
            return heading.span
    main = outline(document).main
    points: dict[int, float] = {}
    for weight in _weights(document.text, main):
        block = document.block_at(weight.span.start)
        if block is None:
            continue
        points[block.span.start] = points.get(block.span.start, 0.0) + weight.points
        if points[block.span.start] >= _ENOUGH:
            return block.span
    return None


def _weights(text: str, main: Span) -> Iterator[_Weight]:
    for pattern in _STATEMENTS:
        for match in pattern.finditer(text, main.start, main.end):
            if not _spared(text, match.start(), match.end()):
                yield _Weight(Span(*match.span()), _ENOUGH)
    for points, pattern in _HINTS:
        for match in pattern.finditer(text, main.start, main.end):
            if not _spared(text, match.start(), match.end()):
                yield _Weight(Span(*match.span()), points)


def _spared(text: str, start: int, end: int) -> bool:
    """Whether the words around a sign say that the fault was solved, or is someone else's."""
    begin = max(text.rfind("。", 0, start), text.rfind("\n", 0, start), text.rfind("；", 0, start), start - 60) + 1
    before, after = text[begin:start], text[end : end + 24]
    return bool(
        _SOLVED.search(before) or _SOLVED.search(text[begin:end][: len(before) + 4]) or _OTHERS.search(text[begin:end])
    ) or bool(_SOLVED_AFTER.search(after.partition("。")[0]))
