"""placeholder.template-marker."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Finding, Meta, Pattern, Severity, Span, Text
from reportlint.facts.residue import in_residue
from reportlint.facts.zones import in_zone

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_FIELD = (
    "(?:单位|部门|公司|企业|姓名|职务|时间|日期|地点|地名|年份|年度|月份|数字|数据|金额|人数|数量|百分比|项目|会议|领导|标题|正文|内容|乡镇|"
    "街道|县|市|镇|村)(?:名称|全称|姓名|数)?"
)
_SURE = (
    Pattern(r"\{\{[^{}\n]{1,30}\}\}|\$\{[^{}\n]{1,30}\}", ("{{", "${")),
    Pattern(
        rf"[<＜〈#%](?:{_FIELD}|[\u4e00-\u9fff]{{1,6}}(?:名称|姓名|全称|日期|数字|金额))[>＞〉#%]",
        ("<", "＜", "〈", "#", "%"),
    ),
    Pattern(
        r"(?<![A-Za-z0-9_])(?:TODO|TBD|FIXME|TBC|undefined|NaN|NULL|null)(?![A-Za-z0-9_值])",
        ("TODO", "TBD", "FIXME", "TBC", "undefined", "NaN", "NULL", "null"),
    ),
    Pattern(
        r"#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NUM!|NULL!)", ("#REF", "#N/A", "#VALUE", "#DIV", "#NAME", "#NUM", "#NULL")
    ),
    Pattern(
        r"错误[!！](?:未定义书签|未找到引用源|链接无效|文档中没有指定样式的文字)[。.]?"
        r"|Error! (?:Bookmark|Reference|No text)[A-Za-z ]{0,40}\.?"
        r"|(?:\\\* )?MERGEFORMAT|\bPAGEREF\b|HYPERLINK \"",
        ("错误!", "错误！", "Error!", "MERGEFORMAT", "PAGEREF", "HYPERLINK"),
    ),
    Pattern(
        r"[Ll]orem ipsum|测试文本|示例文[字本]|这里是(?:正文|标题|内容)"
        r"|(?:单击|点击|双击)此处(?:可)?(?:添加|编辑|输入)(?:标题|文本|文字|内容|正文)?"
        r"|请在此(?:处)?(?:输入|填写|添加)(?:标题|文本|文字|内容|正文)?",
        ("orem ipsum", "测试文本", "示例文", "这里是", "此处", "请在此"),
    ),
    Pattern(r"[（(][?？]{1,3}[）)]|(?<![0-9?？])[?？]{2,4}(?=[件个名次项条人户家元亩%％万亿])", ("?", "？")),
)
_OPEN = Pattern(
    r"(?<![有亟尚仍还急])(?:待补充|待填写?|待统计|待完善数据|数据暂无|暂无数据)(?=[，。；、,;\n）)]|$)"
    r"|(?:数据|数字|金额|人数|名单|产值|占比)(?:暂缺|待定|待核实|另行补充|后补)(?=[，。；、,;\n）)]|$)",
    ("待补充", "待填", "待统计", "待完善数据", "暂无", "暂缺", "待定", "待核实", "另行补充", "后补"),
)
_QUESTIONS = Pattern(r"[?？]{3,12}", ("???", "？？？"))
_ASKING = (
    "什么",
    "怎么",
    "如何",
    "为何",
    "谁",
    "哪",
    "吗",
    "呢",
    "么",
    "多少",
    "几",
    "何",
    "是否",
    "能否",
    "吧",
    "啊",
    "怎",
)


class TemplateMarker(Check):
    """模板变量、待办标记、公式或域错误、示例文字留在正文里。

    ## 为什么
    {{单位}}、TODO、#REF!、“错误!未找到引用源”等是模板、表格或文字处理软件的内部标记，不是正文（实务），
    出现在送审稿里说明内容没有补全或引用已失效。

    ## 反例
        {{单位名称}}全年完成投资#DIV/0!，详见错误!未找到引用源。社会事业投入待统计。

    ## 正例
        全年完成投资2350万元，具体办法另行制定，机制有待补充完善。群众反映的问题怎么解决？

    ## English
    A template variable, a to-do mark, a formula or field error, or sample text stands in the report. Replace it.
    """

    meta = Meta(
        title=Text("模板标记残留", "Template marker left in the text"),
        severity=Severity.ERROR,
        confidence=Confidence.HIGH,
        since="0.1",
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Yield markers, then words that say something is to be supplied."""
        text = document.text
        for pattern in _SURE:
            for match in pattern.finditer(text):
                yield from _found(document, Span(*match.span()), None)
        for match in _OPEN.finditer(text):
            if _bracketed(text, match.start(), match.end()):
                continue
            yield from _found(document, Span(*match.span()), Severity.WARNING)
        for match in _QUESTIONS.finditer(text):
            before = text[max(0, match.start() - 12) : match.start()].rpartition("\n")[2]
            if not any(word in before for word in _ASKING) and text[match.end() : match.end() + 1] != "年":
                yield from _found(document, Span(*match.span()), Severity.WARNING)


def _bracketed(text: str, start: int, end: int) -> bool:
    """A remark in brackets is the matter of placeholder.bracket-field."""
    before = text[max(0, start - 16) : start]
    return text[end : end + 1] in set("）)】]") and any(mark in before for mark in "（(【[")


def _found(document: Document, span: Span, severity: Severity | None) -> Iterator[Finding]:
    if in_residue(document, span) or in_zone(document, span):
        return
    words = document.slice(span)[:40]
    yield Finding(
        span,
        Text(
            f"“{words}”是模板或软件留下的标记，请换成实际内容。",
            f"“{words}” was left by a template or program; replace it.",
        ),
        severity=severity,
    )
