"""The cut-off summary a web page shows above a text."""

from __future__ import annotations

from reportlint.api import (
    Check,
    Confidence,
    Document,
    Edit,
    Finding,
    Fix,
    Meta,
    Pattern,
    Related,
    Safety,
    Severity,
    Span,
    Text,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_MARK = Pattern(
    r"(?:\.{3,6}|…{1,3}|。{3,6})(?=[ \t\u3000\]】]{0,4}(?:\[?详细\]?)?[ \t\u3000]{0,4}\Z)", ("...", "…", "。。。")
)
_BLOCKS = 8  # a summary stands at the head, before or just after the title
_AHEAD = 4  # how many blocks later its paragraph may begin: headings may stand between
_LEAST = 12  # code points that both must share


class TruncatedSummary(Check):
    """开头留有网页上被截断的摘要。

    ## 为什么
    文稿网站常在正文上方放一段摘要，以“...”截断，随后正文又从头说起。复制时把摘要也带下来，开头就成了说了半句又重来。
    依据：实务。

    ## 反例

        过去的一年，在镇党委的正确领导下，镇人大主席团认真履行职责，全镇四万人...
        过去的一年，在镇党委的正确领导下，镇人大主席团认真履行职责，全镇四万人民齐心协力。

    ## 正例

        过去的一年，在镇党委的正确领导下，修路、架桥、建校……
        成绩来之不易，镇人大主席团将继续认真履行职责。

    ## English
    A first paragraph that breaks off with an ellipsis while a paragraph after it begins with the same words is the
    summary a web page shows above the text. Delete it.
    """

    meta = Meta(
        title=Text("网页摘要被截断", "cut-off summary of a web page"),
        severity=Severity.WARNING,
        confidence=Confidence.HIGH,
        since="0.1",
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Yield the mark at which the summary was cut."""
        if not _MARK.possible(document.text):
            return
        for index, block in enumerate(document.blocks[:_BLOCKS]):
            words = document.slice(block.span)
            mark = _MARK.compiled.search(words, max(0, len(words) - 20))
            if mark is None:
                continue
            start = words[: mark.start()].strip().rstrip(".…。")
            if len(start) < _LEAST:
                continue
            for later in document.blocks[index + 1 : index + 1 + _AHEAD]:
                text = document.slice(later.span)
                if text.strip().startswith(start) and len(text.strip()) > len(start) + 1:
                    yield _finding(
                        document,
                        block.span,
                        Span(block.span.start + mark.start(), block.span.start + mark.end()),
                        later.span,
                    )
                    return


def _finding(document: Document, summary: Span, mark: Span, whole: Span) -> Finding:
    end = min(len(document.text), summary.end + 1)
    return Finding(
        mark,
        Text(
            "这一段是网页上被截断的摘要，后面的正文从头重复了它，请删去整段。",
            "This paragraph is the cut-off summary of a web page, and the text below begins anew; delete it.",
        ),
        related=(Related(whole, Text("正文从这里开始", "the text itself begins here")),),
        fix=Fix((Edit(Span(summary.start, end), ""),), Safety.UNSAFE),
    )
