"""A real name in a report that hides its own."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Finding, Meta, Severity, Text
from reportlint.facts.gazetteer import gazetteer
from reportlint.facts.leaks import leaks
from reportlint.facts.masks import masks
from reportlint.facts.village_names import village_town

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_TYPES = frozenset("镇乡县市区村省")
_WHAT = {
    "place": Text("地名", "a place"),
    "village": Text("村组、片区名", "a village"),
    "road": Text("道路、工程名", "a road or work"),
    "firm": Text("单位名称", "a firm"),
    "person": Text("人名", "a person"),
}


class MaskLeak(Check):
    """本文把地名遮成 XX、** 等，这里却留着真实的地名或人名。

    ## 为什么

    一份稿子里本地名称已经遮住，别处又露出真名：或者脱敏不彻底，泄露了单位和个人；或者是从别处抄来，没有换成本地的名称。
    《党政机关公文处理工作条例》第二十条要求审核人名、地名。考察学习、对口帮扶等有缘由的外地地名不报，人名只报有职务、
    称呼为证的，把握较小。几个村名同在一个镇时，会指出是哪个镇。

    ## 反例

        我受XX镇人大主席团的委托，向大会报告工作。一年来，为XX高质量发展贡献力量。
        在丰城市人大常委会的指导下，XX镇人大圆满完成各项任务。

    ## 正例

        我受XX镇人大主席团的委托，向大会报告工作。一年来，为XX高质量发展贡献力量。
        在市人大常委会的指导下，XX镇人大组织代表赴浙江省考察学习。

    ## English

    The report hides the name of its own place (XX镇), but real names of places, villages, roads, firms or persons were
    left: either it was not made anonymous throughout, or they are another place's. Names of persons are less certain.
    """

    meta = Meta(
        Text("遮名文稿中留有真名", "Real name in a masked text"),
        Severity.WARNING,
        Confidence.MEDIUM,
        since="0.1",
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Report each name; the message quotes the mask that stands most often for the own place."""
        found = leaks(document)
        if not found:
            return
        mask = _usual_mask(document)
        town, villages = village_town(document)
        where = gazetteer().full_name(town) if town else ""
        for leak in found:
            name, what = document.slice(leak.span), _WHAT[leak.kind]
            known = f"（{'、'.join(villages)}同在{where}）" if where and leak.kind == "village" else ""
            yield Finding(
                leak.span,
                Text(
                    f"本文以“{mask}”遮去本地名称，此处却留有{what.zh}“{name}”{known}：请统一遮去，或换成本地真实名称。",
                    f"This text hides its own place as {mask}, but here stands {what.en}, {name}: hide it, or put in "
                    f"the own names.",
                ),
                severity=Severity.ERROR if leak.kind == "place" else None,
                confidence=Confidence.LOW if leak.kind == "person" or not leak.sure else None,
                group=f"{leak.kind} {name}",
            )


def _usual_mask(document: Document) -> str:
    """The mask of a place that stands most often, with the type behind it: XX镇."""
    text = document.text
    counts: dict[str, int] = {}
    for mask in masks(document):
        if mask.kind == "place":
            typed = text[mask.span.end : mask.span.end + 1] in _TYPES
            words = text[mask.span.start : mask.span.end + typed]
            counts[words] = counts.get(words, 0) + 1
    return max(counts, key=lambda words: counts[words], default="XX")
