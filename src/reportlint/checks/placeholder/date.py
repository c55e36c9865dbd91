"""placeholder.date."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Finding, Meta, Pattern, Severity, Span, Text
from reportlint.facts.mask_lookalikes import in_signature
from reportlint.facts.masks import anonymised, reportable_masks
from reportlint.facts.residue import in_residue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_BLANK = "[ \\u3000\\u00a0]"
_NO_MONTH = "(?![报刊度历末底初均份饼光季嫂])"
_BLANKS = (
    Pattern(
        rf"(?:(?<!\d)(?:19|20)\d{{2}}|(?<![\u4e00-\u9fff]))年{_BLANK}{{1,12}}月{_NO_MONTH}(?:{_BLANK}{{1,12}}日(?![常前益均夜子]))?",
        ("年 ", "年\u3000", "年\u00a0"),
    ),
    Pattern(rf"(?<!\d)\d{{1,2}}月{_BLANK}{{1,12}}日(?![常前益均夜子])", ("月 ", "月\u3000", "月\u00a0")),
    Pattern(
        rf"(?<![\d近约过满超第.])20(?:{_BLANK}{{2,6}}年(?![来前后间多])|{_BLANK}年(?=度|工作|上半年|下半年))",
        ("20 ", "20\u3000", "20\u00a0"),
    ),
    Pattern(r"(?<!\d)(?:19|20)(?:\d[?？]|[?？]{2})\s?年", ("?", "？")),
)


class Date(Check):
    """年、月、日用符号占位或留空，没有填上。

    ## 为什么
    成文日期和工作时间须准确到日（《党政机关公文处理工作条例》第九条、第二十条）；模板里的“20XX年”“ 年 月 日”
    忘记填写，读者无从知道说的是哪一年。

    ## 反例
        20XX年工作总结。x月xx日，召开镇二届人大四次会议。落款2024年  月  日。

    ## 正例
        2023年工作总结。11月18日，召开镇二届人大四次会议。到二○三五年基本实现现代化，今年 月均增长2%。

    ## English
    A year, month or day is masked or left blank: 20XX年, 20_年, YYYY年MM月, 2024年  月  日. Put the date in.
    """

    meta = Meta(
        title=Text("日期未填", "Date not filled in"),
        severity=Severity.ERROR,
        confidence=Confidence.HIGH,
        since="0.1",
        aliases=("placeholder.masked-date",),
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Yield masked dates, then blank ones."""
        hidden = anonymised(document)
        for mask in reportable_masks(document):
            if mask.kind == "date":
                yield Finding(mask.span, _message(document.slice(mask.span)), group=mask.form if hidden else "")
        for pattern in _BLANKS:
            for match in pattern.finditer(document.text):
                span = Span(*match.span())
                if not in_residue(document, span) and not in_signature(document.text, span.start):
                    yield Finding(span, _message(match[0]), severity=Severity.WARNING)


def _message(words: str) -> Text:
    return Text(
        f"日期未填：“{words}”，请填上准确的年月日。", f"“{words}” is a date not filled in; write the actual one."
    )
