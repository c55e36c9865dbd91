"""Slips in the fixed words a report opens with."""

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
from reportlint.facts.identity import identity
from reportlint.facts.outline import outline

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_MISSPELT = Pattern(
    r"请(?:与|于|预|予以?以|语|子)(?=审[议查])|(?<=请予)(?:审仪|审义|审以)|情予(?=审[议查])",
    ("请与审", "请于审", "请预审", "请语审", "请子审", "请予以以", "审仪", "审义", "审以", "情予审"),
)
_MANDATE = Pattern(r"(?:受|代表)[^。\n]{2,60}报告工作", ("报告工作",))
_EXAMINE = Pattern(r"请予审查", ("请予审查",))
_MONEY = Pattern(r"预算|决算|计划|草案|财政", ("预算", "决算", "计划", "草案", "财政"))
_MEETING = {"npc-presidium", "government"}
_HEAD = 900


class OpeningFormula(Check):
    """开头程式有误：“请予审议”写错、称谓后没有冒号、称谓排在报告语之后。

    ## 为什么

    称谓、委托语、“请予审议”是向会议提出报告的程式，写错一个字当场就听得出来。审议工作报告用“请予审议”，审查计划、预算用
    “请予审查”（《全国人民代表大会议事规则》和地方人大议事规则的用语）。称谓后用全角冒号（GB/T 15834—2011 冒号的用法）。
    没有写称谓、委托语的不在这里报。

    ## 反例

        各位代表：
        我受镇人大主席团委托，向大会报告工作，请与审议，并请列席人员提出意见。

    ## 正例

        各位代表：
        我受镇人大主席团委托，向大会报告工作，请予审议，并请列席人员提出意见。

    ## English

    Slips in the opening formula: 请予审议 misspelt, a salutation line without its colon, a salutation after the
    mandate, 审查 where a work report is to be deliberated (审议). Missing formulas are not reported here.
    """

    meta = Meta(
        title=Text("开头程式有误", "Slip in the opening formula"),
        severity=Severity.WARNING,
        confidence=Confidence.HIGH,
        since="0.1",
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Look at the first lines."""
        main = outline(document).main
        end = min(main.end, main.start + _HEAD)
        for match in _MISSPELT.finditer(document.text, main.start, main.end):
            right = "审议" if match[0].startswith("审") else "请予"
            span = Span(*match.span())
            yield Finding(
                span,
                Text(f"“{match[0]}”应为“{right}”。", f"“{match[0]}” should read “{right}”."),
                fix=Fix((Edit(span, right),), Safety.UNSAFE),
                severity=Severity.ERROR,
            )
        yield from _salutation(document, end)
        if identity(document).kind in _MEETING and not _MONEY.search(document.text, main.start, end):
            for match in _EXAMINE.finditer(document.text, main.start, end):
                yield Finding(
                    Span(*match.span()),
                    Text(
                        "提请大会听取的工作报告用“请予审议”，“请予审查”用于计划、预算报告。",
                        "A work report is submitted for 审议; 审查 is for plans and budgets.",
                    ),
                )


def _salutation(document: Document, end: int) -> Iterator[Finding]:
    lines = [line for line in outline(document).salutations if line.start < end]
    if not lines:
        return
    first = lines[0]
    last = document.slice(first)[-1]
    if last not in "：:！!":
        comma = last in "，,"
        edit = Edit(Span(first.end - 1, first.end), "：") if comma else Edit(Span(first.end, first.end), "：")
        yield Finding(
            first,
            Text("称谓独占一行，后面应加冒号。", "A salutation on its own line ends with a colon."),
            fix=Fix((edit,), Safety.UNSAFE),
        )
    mandate = _MANDATE.search(document.text, 0, end)
    if mandate and mandate.end() <= first.start and last in "：:":
        yield Finding(
            first,
            Text("称谓应在“受……委托，向大会报告工作”之前。", "The salutation should stand before the mandate."),
            related=(Related(Span(*mandate.span()), Text("报告语", "the mandate")),),
            confidence=Confidence.MEDIUM,
        )
