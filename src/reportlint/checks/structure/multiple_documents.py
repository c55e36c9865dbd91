"""Several reports in one file."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Finding, Meta, Related, Severity, Span, Text
from reportlint.facts.compilation import members

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_LENGTH = 40


class MultipleDocuments(Check):
    """一份文件里有几篇稿子。

    ## 为什么

    从网上汇编材料里复制的稿子常把几篇连在一起：单位、届次、数字互相矛盾。应当分开保存、分别审核（实务）。
    只在标题里写“汇编”、正文只有一篇的不在这里报。

    ## 反例

        工作报告范文
        篇一
        一年来，主席团组织代表视察三次，督办建议十二件。一年来，主席团组织代表视察三次，督办建议十二件，取得明显成效。一年来，主席团坚持党的领导，认真学习贯彻上级会议精神，全年组织集中学习十二次，开展专题调研五次，听取专项工作报告三项，督促解决群众反映强烈的突出问题二十余个，有力推动了各项事业发展。一年来，主席团坚持服务大局，围绕产业发展、乡村振兴、环境整治等重点工作开展视察调研，提出意见建议六十余条，为党委政府科学决策提供了重要参考。一年来，主席团坚持以民为本，组织代表接待选民三百余人次，收集意见建议一百二十余条，办结率和满意率均达到百分之九十五以上，群众获得感不断增强，代表作用得到充分发挥。
        篇二
        上半年，我局围绕中心工作，扎实开展各项业务，取得明显成效。上半年，我局坚持党建引领，全面加强机关作风建设，组织集中学习十二次，开展专题党课四次，党员干部的宗旨意识明显增强。上半年，我局扎实推进重点项目建设，建立周调度、月通报机制，协调解决用地、资金、审批等方面的困难三十余个，二十个项目全部开工建设，完成投资六亿元，超过时序进度十个百分点。上半年，我局持续优化营商环境，压减审批时限四成，减少申报材料三十六份，企业群众办事更加便捷，满意度稳步提升。上半年，我局扎实开展安全生产检查，出动检查人员六百余人次，检查企业三百余家，督促整改隐患二百一十处，全系统未发生安全事故，保持了平稳态势。

    ## 正例

        工作报告
        一年来，主席团组织代表视察三次，督办建议十二件，第一篇章圆满收官，各项工作取得明显成效。

    ## English

    Marks of a collection (篇一, 第二篇) with a text after each, or a second salutation with opening words far below.
    Split the file and check each report on its own.
    """

    meta = Meta(
        title=Text("一份文件里有多篇稿子", "Several reports in one file"),
        severity=Severity.ERROR,
        confidence=Confidence.HIGH,
        since="0.1",
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Report once, at the beginning of the second report."""
        found = members(document)
        if len(found) > 1:
            yield Finding(
                _short(document, found[1]),
                Text(
                    f"这份文件里有{len(found)}篇稿子，第二篇从这里开始：请拆开分别审核。",
                    f"This file holds {len(found)} reports; the second begins here: split them.",
                ),
                related=tuple(
                    Related(_short(document, span), Text("另一篇的开头", "where another begins"))
                    for span in (found[0], *found[2:6])
                ),
            )


def _short(document: Document, span: Span) -> Span:
    words = document.text[span.start : min(span.end, span.start + _LENGTH)]
    start = span.start + len(words) - len(words.lstrip(" 　\n"))
    return Span(start, max(start, span.start + len(words.rstrip())))
