"""Characters nobody sees."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Edit, Finding, Fix, Meta, Pattern, Safety, Severity, Span, Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2061\u2062\u2063"
_CONTROL = "".join(map(chr, (*range(1, 9), *range(14, 32), 127, *range(128, 133), *range(134, 160))))
_BREAKS = "\v\f\x85\u2028\u2029"
"""What word processors and pages break lines with: deleting one would join two paragraphs."""
# A joiner between two emoji is right; nothing else in a report needs one.
_INVISIBLE = Pattern(
    f"[{_BREAKS}]{{1,200}}|\x1b\\[[0-9;]{{0,12}}[A-Za-z]|[{_ZERO_WIDTH}]{{1,200}}|[{_CONTROL}]{{1,200}}",
    tuple(_BREAKS + _ZERO_WIDTH + _CONTROL),
)
_NAMES = {
    "\u200b": "零宽空格",
    "\u200c": "零宽不连字",
    "\u200d": "零宽连字",
    "\u2060": "零宽连接符",
    "\ufeff": "字节序标记",
    "\u00ad": "软连字符",
    "\v": "手动换行符",
    "\f": "分页符",
    "\x85": "换行符",
    "\x1b": "终端控制码",
    "\u2028": "行分隔符",
    "\u2029": "段分隔符",
}


class ControlCharacter(Check):
    """文稿里有看不见的控制字符、零宽字符。

    ## 为什么
    从网页、PDF、聊天软件复制的文字常夹带零宽空格、软连字符、方向控制符等看不见的字符。查找、统计、排版、转换格式时
    会出错，同一个词会查不到。手动换行符（U+000B）等在别的程序里不换行，会把两段连成一段，应改为回车。
    依据：实务。

    ## 反例

        镇人大\u200b主席团依法履职。

    ## 正例

        镇人大主席团依法履职。

    ## English
    Zero-width and control characters, brought along from web pages and PDF files, break searching, counting and layout
    though nobody sees them. They can be deleted safely; line breaks of word processors become real ones.
    """

    meta = Meta(
        title=Text("不可见字符", "invisible characters"),
        severity=Severity.WARNING,
        confidence=Confidence.HIGH,
        since="0.1",
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Yield each run of invisible characters."""
        for match in _INVISIBLE.finditer(document.text):
            first = match[0][0]
            if first == "\u200d" and max(document.text[match.start() - 1 : match.start()], default="") >= "\u2600":
                following = document.text[match.end() : match.end() + 1]
                if following > "\uffff" or "\u2600" <= following <= "\u27bf":
                    continue
            yield _finding(Span(*match.span()), first)


def _finding(span: Span, first: str) -> Finding:
    code, name = f"U+{ord(first):04X}", _NAMES.get(first, "控制字符")
    if first in _BREAKS:
        message = Text(
            f"这里有看不见的{name}（{code}），程序不认作换行，请改用回车分段。",
            f"A line break that programs do not know ({code}) stands here; begin a new line instead.",
        )
        return Finding(span, message, fix=Fix((Edit(span, "\n"),), Safety.SAFE), group="break")
    message = Text(
        f"这里有看不见的{name}（{code}），会妨碍查找和排版，请删去。",
        f"An invisible character ({code}) stands here and breaks searching and layout; delete it.",
    )
    return Finding(span, message, fix=Fix((Edit(span, ""),), Safety.SAFE), group="invisible")
