"""An announced number that is not the number of the things listed."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Finding, Meta, Related, Severity, Text
from reportlint.facts.announced_items import announced_items
from reportlint.facts.announced_reports import broken_promise
from reportlint.facts.announced_rows import announced_rows
from reportlint.facts.numbering import han

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.facts.announced_items import Announced

_SHOWN = 6
_LONGEST = 8


class AnnouncedCount(Check):
    """说有几项，后面列出来的却不是几项。

    ## 为什么

    加减内容以后最容易忘记改前面的数目：“三个方面”列了“一是”到“四是”，“五项制度”只写出四项。
    《党政机关公文处理工作条例》第二十条要求复核数字和段落顺序；听报告的人会跟着数。
    “A、B、C等五项”只举其中几项，不算；地名、单位与数目合计的（“桥梁、涵洞5座”）不算；可以有几种数法的不报。
    “一是”“1.”和标题能数清楚，按错误报；用顿号并列的按警告报。汇编标题写“4篇”而正文不够4篇的，也在这里报。

    ## 反例

        存在的问题主要有三个方面：一是学习不够；二是调研不深；三是监督不力；四是办理不快。
        建立健全四项制度：学习制度、例会制度、述职制度。

    ## 正例

        存在的问题主要有三个方面：一是学习不够；二是调研不深；三是监督不力。
        先后制定了学习制度、例会制度、述职制度等五项制度，新建桥梁、涵洞5座。

    ## English

    The number announced (三个方面, 五项制度, “三资”) is not the number of things listed next to it: numbered items and
    headings count as errors, rows of items as warnings. Open rows (等), collective amounts and rows that can be read in
    several ways are spared. A collection that promises four reports and holds one is told here too.
    """

    meta = Meta(
        Text("宣布的数目与所列不符", "Announced number differs from the list"),
        Severity.ERROR,
        Confidence.HIGH,
        since="0.1",
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Report the announced number, with the items as related places."""
        anchored = announced_items(document)
        told = {one.announcement.span for one in anchored}
        yield from (_finding(document, one) for one in anchored)
        yield from (_finding(document, one) for one in announced_rows(document) if one.announcement.span not in told)
        promise = broken_promise(document)
        if promise:
            yield Finding(
                promise.span,
                Text(
                    f"标题写明{promise.number}篇，正文只有{promise.held}篇：请删去篇数，或者补齐。",
                    f"The title promises {promise.number} reports; the text holds {promise.held}.",
                ),
                related=tuple(Related(span, Text("同样的篇数", "the same number")) for span in promise.repeated),
                severity=Severity.WARNING,
            )


def _finding(document: Document, announced: Announced) -> Finding:
    one = announced.announcement
    count = len(announced.items)
    words = document.slice(one.span)
    if document.text[one.span.start - 1 : one.span.start] == "“" and one.classifier:
        words += one.noun
    names = [_shortened(document.slice(span)) for span in announced.items[:_SHOWN]]
    shown = "、".join(names) + ("……" if count > _SHOWN else "")
    figure = str(count) if any(character in "0123456789" for character in words) else _written(count)
    behind = announced.items[0].start > one.span.start
    return Finding(
        one.span,
        Text(
            f"宣布{words}，{'后面' if behind else '前面'}列了{figure}项（{shown}）：请核对。",
            f"“{words}” announces {one.number}; {count} are listed {'after' if behind else 'before'} it: check.",
        ),
        related=tuple(
            Related(span, Text(f"第{number}项", f"item {number}")) for number, span in enumerate(announced.items, 1)
        ),
        severity=None if announced.certain else Severity.WARNING,
        confidence=None if announced.certain else Confidence.MEDIUM,
    )


def _written(count: int) -> str:
    return "两" if count == 2 else han(count)  # noqa: PLR2004 - before a classifier two is 两


def _shortened(words: str) -> str:
    words = words.strip("，。：:；、 　")
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
