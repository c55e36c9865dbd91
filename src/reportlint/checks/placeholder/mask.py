"""placeholder.mask."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Finding, Meta, Severity, Text
from reportlint.facts.masks import anonymised, reportable_masks
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_ELSEWHERE = {"leader", "party-character", "date"}
_WHAT = {
    "place": Text("地名", "a place name"),
    "quantity": Text("数字", "a number"),
    "person": Text("人名", "a person's name"),
    "name": Text("名称", "a name"),
    "ordinal": Text("序数", "an ordinal"),
    "period": Text("规划期名称", "the name of a planning period"),
    "document-number": Text("发文字号", "a document number"),
    "contact": Text("联系方式", "contact details"),
    "field": Text("栏目", "a form field"),
    "unknown": Text("内容", "words"),
}
_FORM = 3


@frozen
class Options:
    """Options of placeholder.mask.

    Attributes:
        allow: literal strings, each with the mask in it, that this office writes on purpose (“X项行动”); a mask inside
            one of them is not reported, elsewhere it is.
    """

    allow: tuple[str, ...] = ()


class Mask(Check):
    """XX、××、**、__、○○ 等符号占着地名、数字、名称的位置，没有换成实际内容。

    ## 为什么
    审核公文须核对人名、地名、时间、数字（《党政机关公文处理工作条例》第二十条）。占位符多半来自模板、脱敏或网站屏蔽，
    照念出来，这句话就不成立。领导人姓名、日期和“党”字被遮另有检查。确属专名的，写进选项 allow。

    ## 反例
        我受XX镇第十八届人大主席团的委托，共收到建议xx件，解决率为xx.x%。

    ## 正例
        我受石桥镇第十八届人大主席团的委托，打造“1+N”服务体系，实施“数据要素×”行动，购置X光机2台。

    ## English
    A sign such as XX, ××, **, __ or ○○ stands where a name or a number belongs. The message says what is missing.
    In a text anonymised throughout with one sign, equal masks are grouped.
    """

    meta = Meta(
        title=Text("占位符未替换", "Mask left in the text"),
        severity=Severity.ERROR,
        confidence=Confidence.HIGH,
        since="0.1",
        aliases=(
            "placeholder.x-run",
            "placeholder.x-single",
            "placeholder.star-run",
            "placeholder.underscore",
            "placeholder.symbol-run",
            "placeholder.partial-number",
        ),
    )
    Options = Options

    def run(self, document: Document) -> Iterator[Finding]:
        """Yield masks of names and numbers."""
        masks = [mask for mask in reportable_masks(document) if mask.kind not in _ELSEWHERE]
        hidden = anonymised(document)
        form_page = sum(mask.kind == "field" for mask in masks) >= _FORM
        for mask in masks:
            start, end = mask.span.start, mask.span.end
            words = document.slice(mask.span)
            if any(_within(document.text, start, end, allowed) for allowed in self.options.allow):
                continue
            severity = None
            if mask.kind == "field" and form_page:
                severity = Severity.INFO
            elif mask.style == "letter":
                severity = Severity.WARNING
            yield Finding(
                mask.span,
                _message(words[:20], _WHAT[mask.kind], hidden=hidden),
                severity=severity,
                confidence=Confidence.MEDIUM if mask.style == "letter" else None,
                group=mask.form if hidden else "",
            )


def _within(text: str, start: int, end: int, allowed: str) -> bool:
    """Whether a place lies inside an allowed string."""
    return bool(allowed) and text.find(allowed, max(0, end - len(allowed)), start + len(allowed)) >= 0


def _message(words: str, what: Text, *, hidden: bool) -> Text:
    if hidden:
        # One message for many places: what each of them stands for would be wrong at the others.
        return Text(
            f"本文以“{words}”代替真实内容，请换成实际内容。",
            f"“{words}” stands for what was left out; put the real words in.",
        )
    return Text(
        f"{what.zh}未填：“{words}”是占位符，请换成实际内容。",
        f"“{words}” stands for {what.en} that is still missing; fill it in.",
    )
