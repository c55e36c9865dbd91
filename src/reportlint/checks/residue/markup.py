"""Marks of web pages and of other programs in the text."""

from __future__ import annotations

from reportlint.api import (
    MULTILINE,
    Check,
    Confidence,
    Document,
    Edit,
    Finding,
    Fix,
    Meta,
    Pattern,
    Safety,
    Severity,
    Span,
    Text,
)
from reportlint.facts.residue_lines import line_begins
from reportlint.facts.zones import in_zone

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_ENTITIES = {
    "nbsp": " ", "ensp": " ", "emsp": "\u3000", "thinsp": " ", "lt": "<", "gt": ">", "amp": "&", "quot": '"',
    "apos": "'", "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’", "mdash": "—", "ndash": "–", "hellip": "…",
    "middot": "·", "bull": "•", "times": "×", "divide": "÷", "copy": "©", "reg": "®", "deg": "°", "permil": "‰",
    "sect": "§", "laquo": "«", "raquo": "»", "le": "≤", "ge": "≥",
}  # fmt: skip
_SURROGATES = (0xD800, 0xDFFF)  # no characters
_ENTITY = Pattern(
    rf"&(?:(?P<name>{'|'.join(_ENTITIES)})|#(?P<decimal>\d{{2,5}})|#[xX](?P<hex>[0-9a-fA-F]{{2,5}}));|"
    rf"&nbsp(?![A-Za-z;])",
    ("&",),
)
# Marks of one kind side by side are one finding.
_ENTITY_RUN = Pattern(
    rf"(?:&(?:{'|'.join(_ENTITIES)}|#\d{{2,5}}|#[xX][0-9a-fA-F]{{2,5}});|&nbsp(?![A-Za-z;])){{1,200}}", ("&",)
)
_TAG = Pattern(
    r"(?:</?(?:p|br|div|span|b|strong|i|em|u|s|a|table|tbody|thead|tr|td|th|font|img|h[1-6]|ul|ol|li|o:p|center|"
    r"sup|sub|hr|"
    r"section|article|style|script|input|blockquote|button|iframe|video|st1:[a-z]{1,20}|v:[a-z]{1,20}|w:[a-z]{1,20})"
    r"(?:[ \t/][^<>\n]{0,300})?>){1,200}",
    ("<",),
)
_ESCAPE = Pattern(
    r"_x000[DdAa]_|(?<![0-9A-Za-z])x0d(?:x0a)?|(?:\\r)?\\[nrt](?![A-Za-z])|(?:\\u[0-9a-fA-F]{4}){1,80}",
    ("_x000", "x0d", "\\"),
)
# “>60岁” compares; “>2023年工作回顾” was quoted.
_QUOTE = Pattern(
    r"^[ \t\u3000\xa0]{0,20}(?P<at>[>＞]{1,3})(?=[ \t\u3000]{0,3}[\u4e00-\u9fff\d（(“《_])"
    r"(?![ ]?\d[\d.,]{0,12}(?:年以[上下]|[%％‰岁周分万亿元亩人户个项℃米吨天小公平件条次倍度家名]))",
    (">", "＞"),
    MULTILINE,
)
_DASH = Pattern(
    r"(?:(?<=[：:。；;，,])|^[ \t\u3000]{0,20})(?P<at>-{1,2}[ ]?)(?=[一二三四五六七八九十]{1,2}是|"
    r"[一二三四五六七八九十]{1,3}、|"
    r"[（(][一二三四五六七八九十]{1,3}[）)])",
    ("-",),
    MULTILINE,
)
_OBJECT = Pattern(
    r"\[(?:图片|图像|表格|视频|音频|语音|表情|链接|文件|动画表情|微笑|强|抱拳|玫瑰|鼓掌|OK)\]|【(?:图片|图像|"
    r"表情|此处图片)】",
    ("[", "【"),
)


_FIELD = Pattern(
    r"错误[!！][ ]?(?:未找到引用源|未定义书签|文档中没有指定样式的文字|超链接引用无效|不能识别的开关参数)[。.]?"
    r"|Error! (?:Reference source not found|Bookmark not defined)\.?"
    r"|\{[ ]{0,2}(?:PAGEREF|PAGE|NUMPAGES|TOC|REF|SEQ|HYPERLINK|MERGEFIELD|EMBED|STYLEREF|FORMTEXT)(?![a-z])"
    r"[^{}\n]{0,120}\}"
    r"|\\\* MERGEFORMAT|(?:单击|双击|点击)(?:或(?:点击|轻触))?此处(?:以?输入|编辑|添加|键入)[^。\n]{0,10}。?|"
    r"[\[［【](?:在此处?)?键入[^\]］】\n]{0,16}[\]］】]",
    ("错误!", "错误！", "Error! ", "{", "MERGEFORMAT", "单击", "双击", "点击此处", "点击或", "键入"),
)


class Markup(Check):
    r"""文稿里留有网页标签、转义符、列表符等标记。

    ## 为什么
    从网页、聊天软件、其他程序复制文字，常带下 HTML 标签和实体（&nbsp;）、转义符（_x000D_、\n）、行首的引用符“>”、
    “一是”前的列表符“-”、“[图片]”等。这些不是正文，会原样印出来。
    依据：实务。

    ## 反例

        >2023年工作回顾
        <p>一年来，镇人大&nbsp;依法履职。</p>

    ## 正例

        2023年工作回顾
        入户走访>60岁老人，R&D投入增长5%，a<b。

    ## English
    HTML tags and entities, escape sequences, quotation marks “>” at the begin of a line, list dashes before 一是, and
    stand-ins for pictures, brought along from other programs. Comparisons such as “>60岁” are left alone.
    """

    meta = Meta(
        title=Text("标记残留", "leftovers of markup"),
        severity=Severity.WARNING,
        confidence=Confidence.HIGH,
        since="0.1",
        aliases=("residue.html",),
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Yield each mark; the same kind of mark is one group."""
        text = document.text
        for match in _ENTITY_RUN.finditer(text):
            if not in_zone(document, Span(*match.span())):
                edit = Edit(Span(*match.span()), _ENTITY.sub(_character, match[0]))
                yield _finding(document, edit, "HTML 实体", "an HTML entity", Safety.SAFE, Severity.ERROR)
        for match in _TAG.finditer(text):
            yield _finding(
                document, Edit(Span(*match.span()), ""), "HTML 标签", "an HTML tag", Safety.UNSAFE, Severity.ERROR
            )
        for match in _ESCAPE.finditer(text):
            if not in_zone(document, Span(*match.span())) and not _in_path(text, match.start()):
                edit = Edit(Span(*match.span()), _unescaped(match[0]))
                yield _finding(document, edit, "转义符", "an escape sequence", Safety.UNSAFE)
        begins = line_begins(document)
        if document.format != "md":
            for match in begins.beginning(_QUOTE):
                yield _finding(
                    document, Edit(Span(*match.span("at")), ""), "行首引用符", "a quotation mark", Safety.SAFE
                )
        for match in _DASH.finditer(text):
            yield _finding(document, Edit(Span(*match.span("at")), ""), "列表符", "a list dash", Safety.SAFE)
        yield from _stand_ins(document)


def _stand_ins(document: Document) -> Iterator[Finding]:
    """Fields of word processors and the words that stand for pictures."""
    for match in _FIELD.finditer(document.text):
        edit = Edit(Span(*match.span()), "")
        yield _finding(document, edit, "域代码或模板提示", "a field of a word processor", Safety.UNSAFE, Severity.ERROR)
    for match in _OBJECT.finditer(document.text):
        edit = Edit(Span(*match.span()), "")
        yield _finding(document, edit, "图片等的替代文字", "a stand-in for a picture", Safety.UNSAFE)


def _finding(  # noqa: PLR0913, PLR0917 - what varies between marks
    document: Document, edit: Edit, zh: str, en: str, safety: Safety, severity: Severity | None = None
) -> Finding:
    quote = document.slice(edit.span)[:30]
    return Finding(
        edit.span,
        Text(
            f"“{quote}”是复制时带下来的{zh}，不是正文，请{'改正' if edit.text.strip() else '删去'}。",
            f"“{quote}” is {en} left over from copying; remove it.",
        ),
        fix=Fix((edit,), safety),
        severity=severity,
        group=zh,
    )


def _character(match: re.Match[str]) -> str:
    if match["name"]:
        return _ENTITIES[match["name"]]
    number = int(match["decimal"]) if match["decimal"] else int(match["hex"], 16) if match["hex"] else 0
    return chr(number) if number > ord(" ") and not _SURROGATES[0] <= number <= _SURROGATES[1] else " "


def _unescaped(words: str) -> str:
    r"""The characters of \uXXXX; nothing for line ends and tabs."""
    if not words.startswith("\\u"):
        return ""
    return words.encode("ascii").decode("unicode_escape").encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _in_path(text: str, at: int) -> bool:
    """Whether a backslash belongs to a Windows path: a drive stands a little before it."""
    before = text[max(0, at - 40) : at + 1]
    return ":\\" in before or before.endswith(("\\\\",))
