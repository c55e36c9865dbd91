"""placeholder.leader."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Finding, Meta, Pattern, Severity, Span, Text
from reportlint.facts.masks import anonymised, reportable_masks
from reportlint.facts.residue import in_residue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_THOUGHT = "新时代中国特色社会主义思想"
_BLANK = "[ \\u3000\\u00a0]{0,4}"
# Each begins with a literal and looks back from its end: searching for a literal is many times faster.
_EMPTY = (
    # A word that goes on into the phrase; after 了, 的, 即, 称, 为 and 某 it may be told of as a phrase.
    Pattern(rf"{_THOUGHT}(?<=[、《\u4e00-\u9fff]{_THOUGHT})(?<![平了的即称为某]{_THOUGHT})", (_THOUGHT,)),
    Pattern(rf"以(?:{_BLANK}同志{_BLANK}为核心|(?:总书记)?为核心的(?=党中央))", ("为核心",)),
    Pattern(r"某{2,3}(?=新时代中国特色社会主义思想|同志为核心|总书记)", ("某某",)),
)
_TEACHINGS = Pattern("(?:法治|经济|生态文明|强军|外交|文化)思想", ("思想",))
_STUDY = ("学习贯彻", "贯彻落实", "深入贯彻", "全面贯彻", "认真贯彻", "深入践行", "认真学习", "深入学习", "学习领会")


class Leader(Check):
    """领导人姓名被符号遮住，或被删去后句子留下空缺。

    ## 为什么
    “习近平新时代中国特色社会主义思想”“以习近平同志为核心的党中央”是固定表述，不得缺字（实务；姓名须核对见
    《党政机关公文处理工作条例》第二十条）。网站常把姓名屏蔽成XXX、***，或整个删去，照抄即成严重差错。
    姓名须由起草人补写，这里不代填。

    ## 反例
        以XXX新时代中国特色社会主义思想为指导，自觉维护以同志为核心的党中央权威。

    ## 正例
        以习近平新时代中国特色社会主义思想为指导，自觉维护以习近平同志为核心的党中央权威，建设新时代中国特色社会主义。

    ## English
    The leader's name is masked (XXX, ***) or was deleted from a fixed phrase. Restore the name; it is never inserted
    automatically.
    """

    meta = Meta(
        title=Text("领导人姓名缺失", "Leader's name masked or deleted"),
        severity=Severity.ERROR,
        confidence=Confidence.HIGH,
        since="0.1",
        aliases=("placeholder.masked-leader",),
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Yield masked names, then phrases that lack one."""
        hidden = anonymised(document)
        for mask in reportable_masks(document):
            if mask.kind == "leader":
                words = document.slice(mask.span)
                yield Finding(
                    mask.span,
                    Text(
                        f"领导人姓名被“{words}”代替，请补写姓名全称。",
                        f"“{words}” hides the name of the leader; write it in full.",
                    ),
                    group=mask.form if hidden else "",
                )
        for pattern in _EMPTY:
            for match in pattern.finditer(document.text):
                yield from _nameless(document, Span(*match.span()), None)
        for match in _TEACHINGS.finditer(document.text):
            # 学习贯彻法治思想 is the title of a body of thought; 树立法治思想 are two words of every day.
            if document.text.endswith(_STUDY, 0, match.start()):
                yield from _nameless(document, Span(*match.span()), Severity.WARNING)


def _nameless(document: Document, span: Span, severity: Severity | None) -> Iterator[Finding]:
    if in_residue(document, span):
        return
    words = document.slice(span)
    yield Finding(
        span,
        Text(
            f"“{words}”缺领导人姓名，疑被屏蔽或误删，请补写。",
            f"“{words}” lacks the name of the leader, probably filtered out; restore it.",
        ),
        severity=severity,
    )
