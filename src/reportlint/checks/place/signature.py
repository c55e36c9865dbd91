"""Signed by an organ that the report is not from."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Finding, Meta, Pattern, Related, Severity, Span, Text
from reportlint.facts.identity import identity
from reportlint.facts.outline import outline

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_ORGANS = (
    ("人大", Pattern(r"人大|人民代表大会|主席团|常务?委(?:员)?会")),
    ("政府", Pattern(r"政府")),
    ("党委", Pattern(r"党委|中共[^\n]{1,16}委员会|[镇乡县市区]委(?!员|会)")),
    ("法院", Pattern(r"人民法院")),
    ("检察院", Pattern(r"人民检察院")),
    ("政协", Pattern(r"政协|政治协商")),
)
_SUBJECT = {"npc-presidium": "人大", "government": "政府"}
_NOT_OWN = Pattern(
    r"来源|发布|转载|供稿|抄送|主办|承办|网站|：|:",
    ("来源", "发布", "转载", "供稿", "抄送", "主办", "承办", "网站", "：", ":"),
)
_NAME = Pattern(r"[（(]?([\u4e00-\u9fff、 　]{2,36})")
_SURE = 0.8


class Signature(Check):
    """落款机关与报告主体不符。

    ## 为什么

    人大的报告署政府的名，是发文主体错误：GB/T 9704—2012 第7.3.5条要求署发文机关名称，人大与政府是监督与被监督的关系。
    也可能是网页发布单位的残留。联合行文（几个机关同署）、“来源：某某政府”不报。

    ## 反例

        永安镇2023年人大工作报告
        一年来，镇人大主席团认真履行职责，较好完成了各项任务。
        永安镇人民政府
        2023年12月20日

    ## 正例

        永安镇2023年人大工作报告
        一年来，镇人大主席团认真履行职责，较好完成了各项任务。
        永安镇人民代表大会主席团
        2023年12月20日

    ## English

    A report of a people's congress signed by the government, and the like. Joint signatures and source lines are fine.
    """

    meta = Meta(
        title=Text("落款机关与报告主体不符", "Signed by another organ"),
        severity=Severity.ERROR,
        confidence=Confidence.HIGH,
        since="0.1",
        aliases=("structure.signature-mismatch",),
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Compare the organ in the signature with the one that speaks."""
        sketch, who = outline(document), identity(document)
        own = _SUBJECT.get(who.kind)
        if own is None or who.confidence < _SURE or who.evidence is None:
            return
        lines = [line for line in sketch.signature if not _NOT_OWN.search(document.slice(line))]
        organs = [(line, _organ(document.slice(line))) for line in lines]
        if any(organ == own for _, organ in organs):
            return
        for line, organ in organs:
            if organ and not (own == "政府" and organ == "党委"):
                match = _NAME.compiled.match(document.text, line.start, line.end)
                yield Finding(
                    Span(line.start, match.end(1)) if match else line,
                    Text(
                        f"这是{own}的报告，落款却是“{document.slice(line)}”：请核对署名机关，或删去网页发布单位。",
                        f"This report is from another organ ({own}) than the one that signs: check the signature.",
                    ),
                    related=(Related(who.evidence, Text("报告主体", "who reports")),),
                )


def _organ(words: str) -> str:
    """Which organ a line names; empty for none or several."""
    found = [name for name, pattern in _ORGANS if pattern.search(words)]
    if "办公室" in words or len(found) != 1:
        return ""
    return found[0]
