"""同一段里某个词用得太多。"""

from collections.abc import Iterator

from reportlint.api import Check, Document, Finding, Meta, Span, Text, find_all

WORD = "进一步"
MOST = 3


class Overused(Check):
    """同一段里“进一步”用得太多。

    ## 为什么

    一段话里反复出现“进一步”，读来空泛；四次以上请删改。

    ## 反例

        进一步加强领导，进一步压实责任，进一步完善机制，进一步改进作风。

    ## 正例

        进一步加强领导，压实责任，完善机制，改进作风。
    """

    meta = Meta(Text("用词过多"))

    def run(self, document: Document) -> Iterator[Finding]:
        """Report the first occurrence too many of each paragraph."""
        for block in document.blocks:
            places = list(find_all(document.slice(block.span), WORD))
            if len(places) > MOST:
                start = block.span.start + places[MOST]
                message = Text(f"本段“{WORD}”出现 {len(places)} 次，请删改。")
                yield Finding(Span(start, start + len(WORD)), message)
