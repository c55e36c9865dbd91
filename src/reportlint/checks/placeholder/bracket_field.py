"""placeholder.bracket-field."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Finding, Meta, Pattern, Severity, Span, Text
from reportlint.facts.masks import masks
from reportlint.facts.residue import in_residue
from reportlint.facts.zones import in_zone

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from re import Match

_HINTS = (
    "此处|填写具体|填写数据|填写单位|填写内容|填写姓名|填写名称|请填|待填|填入|请输入|请插入|请替换|待替换|请补充|待补充?|需补充|补充具体|补充数据"
    "|补充说明具体|插入数据|插入图|插入表|具体数据|具体数字|具体内容|具体时间|具体名称|具体金额|具体人数|数据来源待|待核实|待核对|待确认|请核实|请确认"
    "|请修改|根据实际|按实际情况|视情况填|自行填|自行补充|酌情|待统计|数据暂缺|人数暂缺|名单暂缺|金额暂缺|数据暂无|数据待定"
)
_FIELDS = (
    "单位|部门|公司|企业|姓名|职务|时间|日期|地点|地名|年份|月份|数字|数据|金额|人数|数量|百分比|比例|项目"
    "|会议|领导|机构|乡镇|村|镇|县|市|街道"
)
_LABELLED = "名称?|全称|简称|姓名|负责人|数|内容|X{1,4}|x{1,4}"
_HINT = Pattern(
    rf"(?:（(?=[^（）()\n]{{0,14}}(?:{_HINTS}))[^（）()\n]{{2,24}}）|\((?=[^（）()\n]{{0,14}}(?:{_HINTS}))[^（）()\n]{{2,24}}\)"
    rf"|【(?=[^【】\n]{{0,14}}(?:{_HINTS}))[^【】\n]{{2,24}}】|(?<!\!)\[(?=[^\[\]\n]{{0,14}}(?:{_HINTS}))[^\[\]\n]{{2,24}}\](?!\())",
    ("填", "此处", "待", "请", "补充", "具体", "插入", "实际", "酌情", "暂"),
)
_FIELD = Pattern(
    rf"[【\[［](?:具体|本|某|责任|主管|承办|牵头|实施|XX|xx|XXX)?(?:{_FIELDS})(?:{_LABELLED})?[】\]］](?!\()",
    ("【", "[", "［"),
)
_EMPTY = Pattern(
    "（[ \\u3000\\u00a0]{0,12}）|(?<![A-Za-z0-9_])\\([ \\u3000\\u00a0]{0,12}\\)|〔[ \\u3000]{0,8}〕|【[ \\u3000]{0,8}】"
    "|\\[[ \\u3000]{0,8}\\](?!\\()|《[ \\u3000]{0,8}》|“[ \\u3000]{0,8}”|「[ \\u3000]{0,8}」",
    tuple(
        f"{left}{middle}"
        for left, right in ("（）", "()", "〔〕", "【】", "[]", "《》", "“”", "「」")
        for middle in (right, " ", "\u3000", "\u00a0")
    ),
)
_VOTES = (
    "赞成",
    "反对",
    "弃权",
    "同意",
    "是",
    "否",
    "优秀",
    "称职",
    "满意",
    "基本满意",
    "不满意",
    "合格",
    "良好",
    "一般",
)
_SIGNS = ("号", "标", "符", "和《》", "、《》", "或")


class BracketField(Check):
    """括号里是填写提示、字段名，或空着。

    ## 为什么
    “（此处填写具体数据）”“【待补充】”“[单位名称]”是模板或写作软件留下的空位，“《》”“（  ）”里少了内容，
    定稿前须补齐（《党政机关公文处理工作条例》第二十条：内容须核对）。

    ## 反例
        全年收集建议（  ）条，办结率（此处填写具体数据），制定了《》，由[单位名称]负责。

    ## 正例
        审议了《预算（草案）》（征求意见稿），签订补充协议（补充协议见附件），通过“两个联系”制度[1]。

    ## English
    A bracket holds an instruction, the name of a field, or nothing. Fill it in or remove it.
    """

    meta = Meta(
        title=Text("括号内容待填", "Bracket to be filled in"),
        severity=Severity.ERROR,
        confidence=Confidence.HIGH,
        since="0.1",
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Yield hints, field names and empty brackets."""
        taken = {mask.span.start for mask in masks(document)}
        for pattern in (_HINT, _FIELD, _EMPTY):
            for match in pattern.finditer(document.text):
                span = Span(*match.span())
                # A mask in the bracket has been reported as a mask, a hint that is a field name as a hint.
                if (
                    not taken.isdisjoint(range(span.start, span.end))
                    or in_residue(document, span)
                    or in_zone(document, span)
                ):
                    continue
                if (pattern is _FIELD and _is_label(document, match)) or (
                    pattern is _EMPTY and _is_form(document, match)
                ):
                    continue
                taken.add(span.start)
                yield Finding(span, _message(match[0], empty=pattern is _EMPTY))


def _is_label(document: Document, match: Match[str]) -> bool:
    """【时间】 at the head of a line labels what follows."""
    if match[0][0] == "[":
        return False
    block = document.block_at(match.start())
    head = document.text[block.span.start if block else 0 : match.start()]
    return not head.strip() or head.rstrip()[-1] in "。；】"


def _is_form(document: Document, match: Match[str]) -> bool:
    """A vote, a tick box, or talk about the marks themselves."""
    text = document.text
    block = document.block_at(match.start())
    at_head = not text[block.span.start if block else 0 : match.start()].strip(" -*·")
    if at_head and match[0][0] in "[(（":
        return True
    before, after = text[max(0, match.start() - 4) : match.start()], text[match.end() : match.end() + 3]
    if match[0][0] in "（(" and before.endswith(_VOTES):
        return True
    return after.startswith(_SIGNS) or before.endswith(("书名号", "引号", "括号", "》和", "使用"))


def _message(words: str, *, empty: bool) -> Text:
    if empty:
        return Text(f"“{words}”里没有内容，请补上或删去。", f"“{words}” holds nothing; fill it in or remove it.")
    return Text(
        f"{words}是待填的提示，请换成实际内容。", f"{words} is an instruction left in the text; put the content in."
    )
