"""Characters nobody sees."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Edit, Finding, Fix, Meta, Pattern, Safety, Severity, Span, Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_ZERO_WIDTH = (
    "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2028\u2029\u2061\u2062\u2063"
)
_CONTROL = "".join(map(chr, (*range(1, 9), 11, 12, *range(14, 32), 127, *range(128, 160))))
# A joiner between two emoji is right; nothing else in a report needs one.
_INVISIBLE = Pattern(f"[{_ZERO_WIDTH}]{{1,200}}|[{_CONTROL}]{{1,200}}", tuple(_ZERO_WIDTH + _CONTROL))
_NAMES = {
    "\u200b": "零宽空格",
    "\u200c": "零宽不连字",
    "\u200d": "零宽连字",
    "\u2060": "零宽连接符",
    "\ufeff": "字节序标记",
    "\u00ad": "软连字符",
    "\u2028": "行分隔符",
    "\u2029": "段分隔符",
}


class ControlCharacter(Check):
    """文稿里有看不见的控制字符、零宽字符。

    ## 为什么
    从网页、PDF、聊天软件复制的文字常夹带零宽空格、软连字符、方向控制符等看不见的字符。查找、统计、排版、转换格式时
    会出错，同一个词会查不到。
    依据：实务。

    ## 反例

        镇人大\u200b主席团依法履职。

    ## 正例

        镇人大主席团依法履职。

    ## English
    Zero-width and control characters, brought along from web pages and PDF files, break searching, counting and layout
    though nobody sees them. They can be deleted safely.
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
            code = f"U+{ord(first):04X}"
            name = _NAMES.get(first, "控制字符")
            yield Finding(
                Span(*match.span()),
                Text(
                    f"这里有看不见的{name}（{code}），会妨碍查找和排版，请删去。",
                    f"An invisible character ({code}) stands here and breaks searching and layout; delete it.",
                ),
                fix=Fix((Edit(Span(*match.span()), ""),), Safety.SAFE),
                group="invisible",
            )
