"""Page numbers that came along with the text."""

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
from reportlint.facts.residue import in_residue
from reportlint.facts.residue_lines import matches, short_lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_OF = Pattern(
    r"第[ ]?\d{1,3}[ ]?页[ ]?[/／，,、（(]?[ ]?[共总][ ]?\d{1,3}[ ]?页[）)]?|"
    r"共[ ]?\d{1,3}[ ]?页[，,、 ]?[ ]?第[ ]?\d{1,3}[ ]?页(?![起至到的列为所载记])|"
    r"(?<![A-Za-z])[Pp]age[ ]?\d{1,3}[ ]?(?:of|/)[ ]?\d{1,3}",
    ("页", "Page", "page"),
)
_LINE = Pattern(
    r"^[ \t\u3000]{0,60}(?P<at>[-—–－―~]{1,2}[ ]?\d{1,3}[ ]?[-—–－―~]{1,2}|第[ ]?\d{1,3}[ ]?页|"
    r"[·•][ ]?\d{1,3}[ ]?[·•])[ \t\u3000]{0,60}$",
    ("-", "—", "–", "－", "―", "~", "页", "·", "•"),
    MULTILINE,
)
# The head of a page repeats the title and ends with the number; an entry of a table of contents is numbered itself.
_HEADER = Pattern(
    r"^[ \t\u3000]{0,20}(?![一二三四五六七八九十]{1,3}[、.．]|[（(第附]|\d)"
    r"(?P<at>[^\n。，；：]{4,40}(?:[ \t\u3000]{2,40}第[ ]?\d{1,3}[ ]?页|[ \t\u3000]{1,40}\d{1,3} / \d{1,3}))"
    r"[ \t\u3000]{0,20}$",
    ("页", " / "),
    MULTILINE,
)
_INSIDE = Pattern(r"-[ ]\d{1,3}[ ]-[ ]?|—[ ]?\d{1,3}[ ]?—[ ]?", ("- ", "—"))
_BEFORE = Pattern(r"[\u4e00-\u9fff，、][ ]?")
_AFTER = Pattern(r"[\u4e00-\u9fff]")


class PageNumber(Check):
    """正文里夹着页码。

    ## 为什么
    从 PDF、扫描件复制文字会把每页的页码（“- 3 -”“第 1 页 共 15 页”）带进正文，夹在段落甚至句子中间。
    依据：实务。

    ## 反例

        一年来，镇人大主席团依法履职第 1 页 共 15 页，成效明显。
        - 2 -

    ## 正例

        会议材料第3页列有数据，共印发15页。
        2023年3-5月，走访- 般农户。

    ## English
    Page numbers that were copied along from a PDF file or a scan and now stand among the lines or inside a sentence.
    """

    meta = Meta(
        title=Text("页码残留", "page numbers in the text"),
        severity=Severity.WARNING,
        confidence=Confidence.HIGH,
        since="0.1",
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Yield each page number outside page furniture."""
        text = document.text
        short = short_lines(document)
        spans = {Span(*match.span()) for match in matches(document, _OF)}
        spans |= {Span(*match.span("at")) for pattern in (_LINE, _HEADER) for match in short.beginning(pattern)}
        spans |= {_with_blank(text, *match.span()) for match in matches(document, _INSIDE) if _is_inside(text, match)}
        last, limit = -1, document.end_of_body()  # in a header or footer a page number is in its place
        for span in sorted(spans):
            if span.start < last or span.start >= limit or in_residue(document, span):
                continue
            last = span.end
            yield Finding(
                span,
                Text(
                    f"“{document.slice(span).strip()}”是复制时带进来的页码，请删去。",
                    f"“{document.slice(span).strip()}” is a page number copied along with the text; delete it.",
                ),
                fix=Fix((Edit(_extent(text, span), ""),), Safety.UNSAFE),
                group="page number",
            )


def _is_inside(text: str, match: re.Match[str]) -> bool:
    """Whether words stand on both sides, as where the pages of a sentence meet."""
    before = text[max(0, match.start() - 2) : match.start()]
    return bool(_BEFORE.fullmatch(before[-1:]) or _BEFORE.fullmatch(before)) and bool(_AFTER.match(text, match.end()))


def _with_blank(text: str, start: int, end: int) -> Span:
    return Span(start - 1 if text[start - 1 : start] == " " else start, end)


def _extent(text: str, span: Span) -> Span:
    """The whole line when the number stands alone on it, else the number."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    stop = end if end >= 0 else len(text)
    if text[start : span.start].strip() or text[span.end : stop].strip():
        return span
    return Span(start, stop + 1) if end >= 0 else Span(max(0, start - 1), stop)
