"""placeholder.bracket-field."""

from __future__ import annotations

from bisect import bisect_right

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
_ASKED = (
    "姓名|名称|全称|简称|数字|数据|数额|金额|人数|数量|比例|百分比|时间|日期|地点|地址|地名|年份|月份|职务|职称|电话|号码|编号|文号"
    "|届次|会次|期限"
)
_LABELLED = "名称?|全称|简称|姓名|负责人|数|内容|X{1,4}|x{1,4}"
_PAIRS = {
    "（": "）",
    "(": ")",
    "【": "】",
    "[": "]",
    "［": "］",
    "〔": "〕",
    "《": "》",
    "“": "”",
    "「": "」",
    "{": "}",
    "｛": "｝",
}
_BLANKS = " \u3000\u00a0"
_BRACKET = Pattern(
    "[（(【\\[［〔《“「{｛](?:(?<=[（(])[^（）()\n]{0,24}[）)]|(?<=[【\\[［])[^【】\\[\\]［］\n]{0,24}[】\\]］]"
    "|(?<=[〔《“「{｛])[ \\u3000\\u00a0\\u4e00-\\u9fff]{0,12}[〕》”」}｝])"
)
_HINT = Pattern(_HINTS, ("填", "此处", "待", "请", "补充", "具体", "插入", "实际", "酌情", "暂"))
_WIDEST = 12
"""Wider gaps are layout."""
_TITLE_FIELD = 3
_FIRST = 14
"""A hint begins within so many characters of its bracket."""
_FIELD = Pattern(
    rf"(?:具体|本|某|责任|主管|承办|牵头|实施|XX|xx|XXX)?(?:{_FIELDS})(?:{_LABELLED})?"
    # A role or a kind with what is asked of it: 镇长姓名, 制度名称, 会议时间.
    rf"|[\u4e00-\u9fff]{{1,8}}(?:{_ASKED})"
)
_ROUND_FIELD = Pattern(rf"(?:具体)?(?:数字|{_ASKED}|地名|[省市县区镇乡村]名)")
_AFTER_FIELD = (
    *("个", "项", "件", "条", "名", "人", "户", "家", "次", "届", "年", "%", "％", "万元", "亿元", "元"),
    *("同志", "镇", "县", "乡", "村", "市", "党委", "政府"),
)
_OPTIONS = ("A.", "A、", "A．", "a.", "(A)", "（A）", "A ")
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
        """Yield hints, field names and empty brackets in reading order."""
        taken = [mask.span for mask in masks(document)]
        for match in _BRACKET.finditer(document.text):
            words = match[0]
            inner = words[1:-1]
            if _PAIRS[words[0]] != words[-1]:
                continue
            empty = not inner.strip(_BLANKS)
            if not (_is_empty(document, match) if empty else _is_field(document, match, inner)):
                continue
            span = Span(*match.span())
            # A mask in the bracket has been reported as a mask.
            index = bisect_right(taken, span.start, key=lambda mask: mask.start)
            if index < len(taken) and taken[index].start < span.end:
                continue
            if not in_residue(document, span) and not in_zone(document, span):
                yield Finding(span, _message(words, empty=empty))


def _is_field(document: Document, match: Match[str], inner: str) -> bool:
    """Whether a bracket with words in it holds a hint or the name of a field."""
    text, opening = document.text, match[0][0]
    if opening in "〔“「" or _is_code(text, match):
        return False
    hint = None if opening in "《{｛" else _HINT.search(inner)
    if hint and hint.start() <= _FIRST and len(inner) > 1:
        return True
    if opening in "（(":
        return bool(_ROUND_FIELD.fullmatch(inner)) and text.startswith(_AFTER_FIELD, match.end())
    if not _FIELD.fullmatch(inner):
        return False
    if opening == "《":
        return len(inner) > _TITLE_FIELD and inner.endswith(("名称", "全称"))
    return not _is_label(document, match)


def _is_code(text: str, match: Match[str]) -> bool:
    """Whether a bracket belongs to a link, a picture or a variable, which is the matter of another check."""
    before = text[match.start() - 1 : match.start()]
    if match[0][0] == "[":
        return before == "!" or text.startswith("(", match.end())
    return match[0][0] in "{｛" and before in {"{", "$", "#"}


def _is_empty(document: Document, match: Match[str]) -> bool:
    """Whether an empty bracket should hold something."""
    if len(match[0]) > _WIDEST + 2 or match[0][0] in "{｛［":
        return False
    before = document.text[match.start() - 1 : match.start()]
    if match[0][0] == "(" and before.isascii() and (before.isalnum() or before == "_"):
        return False
    return not (match[0][0] == "[" and document.text.startswith("(", match.end())) and not _is_form(document, match)


def _is_label(document: Document, match: Match[str]) -> bool:
    """【时间】 at the head of a line labels what follows."""
    if match[0][0] == "[":
        return False
    if document.text.startswith(("：", ":"), match.end()):
        return True
    head = _line_before(document.text, match.start())
    return head.lstrip().startswith("【") or not head.strip() or head.rstrip()[-1] in "。；】"


def _is_form(document: Document, match: Match[str]) -> bool:
    """A vote, a tick box, or talk about the marks themselves."""
    text = document.text
    line = _line_before(text, match.start())
    if match[0][0] in "[(（" and (not line.strip(" \u3000-*·") or _is_question(text, match.end(), line)):
        return True
    before, after = text[max(0, match.start() - 4) : match.start()], text[match.end() : match.end() + 3]
    if match[0][0] in "（(" and before.endswith(_VOTES):
        return True
    return after.startswith(_SIGNS) or before.endswith(("书名号", "引号", "括号", "》和", "使用"))


def _line_before(text: str, offset: int) -> str:
    """What stands before an offset in its line, the nearest characters of it."""
    return text[max(0, offset - 80) : offset].rpartition("\n")[2]


def _is_question(text: str, end: int, line: str) -> bool:
    """A question to be answered: options follow, or the bracket is the last thing after the full stop."""
    rest, _, below = text[end : end + 80].partition("\n")
    if below.strip().startswith(_OPTIONS) or any(f" {option}" in f" {rest}" for option in _OPTIONS[:3]):
        return True
    return not rest.strip(" \u3000。") and line.rstrip(_BLANKS)[-1:] in set("。？！；")


def _message(words: str, *, empty: bool) -> Text:
    if empty:
        return Text(f"“{words}”里没有内容，请补上或删去。", f"“{words}” holds nothing; fill it in or remove it.")
    return Text(
        f"{words}是待填的提示，请换成实际内容。", f"{words} is an instruction left in the text; put the content in."
    )
