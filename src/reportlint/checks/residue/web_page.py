"""Furniture of the web page a report was copied from."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Edit, Finding, Fix, Meta, Safety, Severity, Span, Text
from reportlint.facts.residue import furniture, in_residue, traces
from reportlint.facts.residue_cues import Hit
from reportlint.facts.zones import in_zone

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_NAMED = 3  # how many cues a message names
_QUOTE = 24


class WebPage(Check):
    """文稿里留有网页、文库的栏目、列表、水印。

    ## 为什么
    从网上下载的稿子常把网页上的“相关文章”“上一篇”“责任编辑”“点击数”等一并带下来，还有“（5篇）”“范文”之类
    文稿站的标题。这些不是报告的内容，印发或宣读时一眼就看出是照抄的。首尾连成片的只报一处，正文里的逐处报。
    依据：实务；《党政机关公文处理工作条例》要求公文结构完整、表述准确。

    ## 反例

        人大主席团工作报告（精选5篇）
        各位代表：
        现在，我向大会报告工作，请予审议。
        您可能感兴趣的文稿
        - 11-14水利局工作总结汇编(4篇)
        - 11-14教师队伍建设工作总结材料汇编(13篇)

    ## 正例

        镇人大主席团工作报告
        各位代表：
        一年来，推行“扫码入企”，依托微信公众号推送信息30条，网站点击率明显提高，会议材料汇编成册。
        XX镇人大主席团

    ## English
    Navigation, link lists, counters, notices and watermarks of the site a draft was copied from. A run of them at the
    head or the end is one finding; those inside the report are reported one by one. Words such as “download” or
    “official account” in a sentence are left alone.
    """

    meta = Meta(
        title=Text("网页残留", "leftovers of a web page"),
        severity=Severity.ERROR,
        confidence=Confidence.HIGH,
        since="0.1",
        aliases=("residue.watermark",),
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Runs at the edges first, then single traces outside them."""
        for run in furniture(document):
            names = "、".join(f"“{name}”" for name in run.names[:_NAMED])
            more_zh, more_en = ("等", ", …") if len(run.names) > _NAMED else ("", "")
            yield Finding(
                run.span,
                Text(
                    f"这{run.lines}行是网页残留（{names}{more_zh}），不是报告内容，请删去。"
                    if run.lines > 1
                    else f"这一行是网页残留（{names}），不是报告内容，请删去。",
                    f"{run.lines} line{'s' if run.lines > 1 else ''} left over from a web page ({names}{more_en}); "
                    "delete what is no part of the report.",
                ),
                fix=Fix((Edit(_whole_lines(document.text, run.span), ""),), Safety.UNSAFE),
                severity=Severity.ERROR if run.certain else Severity.WARNING,
                confidence=Confidence.HIGH if run.certain else Confidence.MEDIUM,
            )
        last = 0
        for hit in traces(document):
            if hit.cue.where == "edge" or hit.span.start < last or in_residue(document, hit.span):
                continue
            if hit.cue.kind != "watermark" and in_zone(document, hit.span):
                continue
            last = hit.span.end
            yield _single(document, hit)


def _single(document: Document, hit: Hit) -> Finding:
    quote = document.slice(hit.span)
    quote = quote if len(quote) <= _QUOTE else quote[: _QUOTE - 1] + "…"
    if hit.cue.kind == "title":
        message = Text(
            f"“{quote}”是文稿网站合集、范文的标题用语，不是报告的标题，请删去。",
            f"“{quote}” belongs to the title of a collection on a document site; delete it.",
        )
    elif hit.cue.kind == "sign":
        message = Text(
            f"“{quote}”把单位名和网页式日期连写，像网站的发布信息；如是落款，请分行并写作“X年X月X日”。",
            f"“{quote}” joins an office and a numeric date, as web pages do; a sign-off has them on two lines.",
        )
    else:
        message = Text(
            f"“{quote}”是网页残留（{hit.cue.name}），请删去。",
            f"“{quote}” is left over from a web page; delete it.",
        )
    strong = hit.cue.strength == "strong"
    return Finding(
        hit.span,
        message,
        fix=Fix((Edit(hit.span, ""),), Safety.UNSAFE) if hit.cue.kind in {"title", "watermark"} else None,
        severity=Severity.ERROR if strong else Severity.WARNING,
        confidence=Confidence.HIGH if strong else Confidence.MEDIUM,
        group=hit.cue.name,
    )


def _whole_lines(text: str, span: Span) -> Span:
    """The lines a span stands in: with the line end after them, or at the end of the text with the one before."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    if end >= 0:
        return Span(start, end + 1)
    return Span(max(0, start - 1), len(text))
