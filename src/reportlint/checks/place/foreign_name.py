"""A place that is neither the report's own, nor above or below it, nor named for a reason."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Finding, Meta, Related, Severity, Text
from reportlint.facts.foreign_places import foreign_places
from reportlint.facts.gazetteer import gazetteer
from reportlint.facts.home import home
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.facts.foreign_places import ForeignPlace
    from reportlint.facts.home import Home

_SHOWN = 1
_NAMED = 4
_SOURCES = {
    "declared": "配置",
    "title": "标题",
    "session": "会次",
    "mandate": "委托语",
    "opening": "开头",
    "signature": "落款",
    "mention": "机构名称",
}


@frozen
class Options:
    """Options of place.foreign-name.

    Attributes:
        allow: names that this office rightly has in its reports (partners, places nearby), with or without 镇, 县…
    """

    allow: tuple[str, ...] = ()


class ForeignName(Check):
    """出现与本地无关的外地地名，多是照搬他处稿件留下的。

    ## 为什么

    草稿常从别处的报告改来，地名漏改一处，念出来就成了别人的报告。《党政机关公文处理工作条例》第二十条要求审核地名。
    先从标题、会次、委托语、落款和出现次数认出本报告是哪里的；认不准就不查。上级、下辖地名，考察学习、对口帮扶、毗邻、
    招商、公路铁路、企业院校等有缘由的外地地名不报；确属本单位常用的，写进选项 allow。

    ## 反例

        石桥镇2023年人大工作报告
        石桥镇人大主席团认真履行职责。石桥镇党委高度重视人大工作。
        一年来，助推庙镇经济社会高质量发展。

    ## 正例

        石桥镇2023年人大工作报告
        石桥镇人大主席团认真履行职责。石桥镇党委高度重视人大工作。
        组织代表赴庙镇考察学习，助推石桥镇经济社会高质量发展。

    ## English

    A place stands in the report that is neither its own nor above or below it, and nothing says why: it was copied from
    another place's report. Visits, partners, neighbours, roads, firms and schools are spared; where the own place is
    not known for sure, nothing is said.
    """

    meta = Meta(
        Text("出现外地地名", "Name of another place"),
        Severity.WARNING,
        Confidence.MEDIUM,
        since="0.1",
    )
    Options = Options

    def run(self, document: Document) -> Iterator[Finding]:
        """Report each foreign name, how loudly by what it stands for."""
        own = home(document)
        for mention in foreign_places(document):
            name = document.slice(mention.span)
            if any(allowed in name or allowed.startswith(name) for allowed in self.options.allow if len(allowed) > 1):
                continue
            yield Finding(
                mention.span,
                _message(own, name, mention),
                related=tuple(
                    Related(known.span, Text("本报告的地名", "the report's own place"))
                    for known in own.evidence[:_SHOWN]
                ),
                severity=_severity(mention),
                confidence=Confidence.LOW if _severity(mention) is Severity.INFO else None,
            )


def _severity(mention: ForeignPlace) -> Severity | None:
    """In the own place's role an error; one of several names of one place, or what a sentence is about, a warning."""
    if mention.own_role:
        return Severity.ERROR
    return None if mention.source or mention.subject else Severity.INFO


def _message(own: Home, name: str, mention: ForeignPlace) -> Text:
    known, codes = gazetteer(), mention.codes
    where = known.full_name(codes[0]) if len(codes) == 1 else ""
    source = mention.source
    parts = _distinct(source.parts) if source else []
    if source and len(parts) > 1:
        is_at = f"（{'、'.join(parts[:_NAMED])}同属{known.full_name(source.code)}）"
    else:
        is_at = f"（{where}）" if where and where != name else ""
    advice = (
        "疑为沿用他处稿件，请核对；确应写此地的，请写明缘由"
        if _severity(mention) is not Severity.INFO
        else "与本地无关，请核对是否沿用他处稿件"
    )
    return Text(
        f"本文为{full_name(own)}（{evidence(own)}），此处为“{name}”{is_at}：{advice}。",
        f"This report is of {full_name(own)}, but here it says {name}: probably left from another report.",
    )


def _distinct(names: tuple[str, ...]) -> list[str]:
    """Names without those that another one begins with: 石头咀 beside 石头咀镇."""
    return [name for name in names if not any(other != name and other.startswith(name) for other in names)]


def full_name(own: Home) -> str:
    """The own place with the one above it, where that is known."""
    if len(own.codes) != 1:
        return own.name
    known = gazetteer()
    above = known.parent(own.codes[0])
    return known.name(above) + own.name if above else own.name


def evidence(own: Home) -> str:
    """Where the report says whose it is: 标题、落款，全文6次."""
    sources = dict.fromkeys(_SOURCES[known.source] for known in own.evidence)
    if own.declared:
        sources = {"配置": None}
    return "、".join(sources) + (f"，全文{own.count}次" if own.count else "")
