"""place.level-repeat."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Finding, Meta, Severity, Text
from reportlint.facts.organ_repeated import repeated
from reportlint.facts.residue import in_residue
from reportlint.facts.zones import in_zone

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.facts.organ_repeated import Repeated

_SAYS = {
    "level": ("同一级写了两遍（{words}）", "One level stands twice ({words})"),
    "glued": ("层级字写了两遍（{words}）", "The level is written twice ({words})"),
    "organ": ("同一机构写了两遍（{words}）", "One organ stands twice ({words})"),
    "order": ("所列层级忽高忽低（{words}）", "The levels go up and down ({words})"),
    "cities": ("两个“市”读者分不清（{words}）", "It cannot be told which 市 is which ({words})"),
}
_MEND = {
    "level": (
        "多是批量替换地名留下的，请核对是否应为上下两级",
        "probably left by a replacement of names; name both levels",
    ),
    "glued": ("请删去一个", "delete one"),
    "organ": (
        "多是批量替换地名留下的，请核对是否应为上下两级",
        "probably left by a replacement of names; name both levels",
    ),
    "order": ("请按从高到低或从低到高排列", "put them in order"),
    "cities": ("请写出市名，或删去一个", "name them, or delete one"),
}


class LevelRepeat(Check):
    """同一级叠用：“市、市人大”“镇、镇两级”“市人大和市人大”。

    ## 为什么
    批量替换地名、层级（把“县”换成“市”，把市名删掉）会留下这样的叠用，读出来不知所指。《党政机关公文处理工作条例》第二十条要求复核
    地名、机构。“茂名市、高州市”点了名的两级、“市、市辖区”“县、县级市”“各市、市直部门”“市市场监管局”不报。

    ## 反例
        积极配合市、市人大开展工作，组织镇、镇两级人大代表视察。

    ## 正例
        积极配合省、市人大开展工作，组织市、镇两级人大代表视察，指导县、县级市、市、市辖区和市市场监管局落实责任。

    ## English
    A level or an organ stands twice (市、市人大), mostly left by a replacement of names. Named cities of two tiers,
    市、市辖区, and words such as 市市场监管局 are spared.
    """

    meta = Meta(
        Text("同级叠用", "A level of government twice"),
        Severity.ERROR,
        Confidence.HIGH,
        since="0.1",
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Report levels and organs that stand twice."""
        for known in repeated(document):
            if in_residue(document, known.span) or in_zone(document, known.span):
                continue
            yield _finding(known, document.slice(known.span))


def _finding(known: Repeated, words: str) -> Finding:
    (says, says_en), (mend, mend_en) = _SAYS[known.kind], _MEND[known.kind]
    sure = known.kind != "cities"
    return Finding(
        known.span,
        Text(f"{says.format(words=words)}：{mend}。", f"{says_en.format(words=words)}: {mend_en}."),
        severity=None if sure else Severity.WARNING,
        confidence=None if sure else Confidence.MEDIUM,
    )
