"""The same things counted with two classifiers."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Finding, Meta, Related, Severity, Text
from reportlint.facts.classifier_pairs import classifier_pairs, unusual_classifiers
from reportlint.facts.residue import in_residue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.facts.classifier_pairs import ClassifierPair


class Classifier(Check):
    """同一批事物，前面用一个量词，后面换成另一个量词。

    ## 为什么

    “意见建议38条……其余37件均已办结”：38与37说的是同一批意见，前面论条、后面论件，听的人会以为是两回事，
    汇总时也容易加错。代表建议按件、群众意见按条，各有习惯，一处之内统一即可（实务）。
    只比较“其余”“其中”“已办结”这样没有另点名的后数；另有名目的（“立案12件”“措施30条”）、“议案3件、建议38条”说的是不同的事物，“人”与“人次”、“户”说的是不同的数，不算。

    ## 反例

        共收集意见建议38条，除1条未办结外，其余37件均已办结。
        排查隐患64处，已整改到位58项；年初票决的9件民生实事，已有7项全面完成。

    ## 正例

        共收到议案3件、建议38条，除1条未办结外，其余37条均已办结，接待群众56人次。
        收到建议38条，立案12件；梳理问题12个，制定措施30条，已完成28条。

    ## English

    The same things are counted with two classifiers: 38条 … 其余37件. Only amounts that refer back to each other beyond
    doubt (其余, 已办结, 其中涉及) are compared; a classifier that differs from the usual one of a draft is a hint.
    """

    meta = Meta(
        Text("同一事物量词不一", "Two classifiers for the same things"),
        Severity.WARNING,
        Confidence.MEDIUM,
        since="0.1",
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Report the later amount, with the earlier as related place."""
        told = set()
        for pair in classifier_pairs(document):
            if not in_residue(document, pair.second.span):
                told.add(pair.second.span)
                yield _finding(document, pair, None)
        for pair in unusual_classifiers(document):
            if pair.second.span not in told and not in_residue(document, pair.second.span):
                yield _finding(document, pair, Severity.INFO)


def _finding(document: Document, pair: ClassifierPair, severity: Severity | None) -> Finding:
    first, second = document.slice(pair.first.span), document.slice(pair.second.span)
    there = "别处" if severity else "前面"
    return Finding(
        pair.second.span,
        Text(
            f"{there}写作“{first}”，这里写作“{second}”，说的是同一类事物：量词宜统一为“{pair.first.unit.name}”。",
            f"“{first}” and “{second}” count the same things: use one classifier.",
        ),
        related=(Related(pair.first.span, Text("另一个量词", "the other classifier")),),
        severity=severity,
    )
