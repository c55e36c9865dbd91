"""placeholder.unnamed-congress."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Finding, Meta, Pattern, Severity, Span, Text
from reportlint.facts.masks import anonymised
from reportlint.facts.residue import in_residue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_CONGRESS = Pattern(
    r"(?<=贯彻|落实|学习|宣传|结合|围绕|按照|传达|宣讲|领会|根据|遵循|践行|对照|聚焦)党代会(?=精神|报告|决策|部署|确定的)",
    ("党代会精神", "党代会报告", "党代会决策", "党代会部署", "党代会确定"),
)
_NAMED = Pattern(
    r"(?:[省市县区旗州盟镇乡级次届国]|街道)(?:党代会|第[一二三四五六七八九十\d]{1,4}次党(?:员)?代表大会)|第[一二三四五六七八九十\d]{1,4}次党代会",
    ("党代会", "代表大会"),
)


class UnnamedCongress(Check):
    """脱敏文稿里的“党代会”没有写明是哪一级、哪一次。

    ## 为什么
    文稿网站隐去年份届次时，常把“党的二十大”一并改成“党代会”（实务）。照此成文，“贯彻落实党代会精神的开局之年”
    不知所指。只在全文有同一种占位符、且别处没有写明级别届次时提示。

    ## 反例
        我受xx市xx镇第x届人大主席团委托报告工作，召开会议x次，审议报告xx项。今年是全面贯彻落实党代会精神的开局之年。

    ## 正例
        我受石桥镇第二届人大主席团委托报告工作。今年是全面贯彻落实市第八次党代会精神的开局之年。

    ## English
    In an anonymised text 党代会 names neither level nor ordinal; it often replaced the twentieth national congress.
    Say which congress is meant.
    """

    meta = Meta(
        title=Text("“党代会”未写明届次", "Party congress without level or ordinal"),
        severity=Severity.WARNING,
        confidence=Confidence.MEDIUM,
        since="0.1",
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Yield congresses without a name, in a text that hides names."""
        if not _CONGRESS.possible(document.text) or not anonymised(document) or _NAMED.search(document.text):
            return
        for match in _CONGRESS.finditer(document.text):
            span = Span(*match.span())
            if not in_residue(document, span):
                yield Finding(
                    span,
                    Text(
                        "“党代会”没有写明级别和届次，疑由“党的二十大”等改成，请写明。",
                        "“党代会” names neither level nor ordinal, and may hide a national congress; say which.",
                    ),
                )
