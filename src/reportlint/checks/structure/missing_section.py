"""A part that a report of its kind should have is not there."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Finding, Meta, Severity, Span, Text, frozen
from reportlint.facts.compilation import members
from reportlint.facts.identity import identity
from reportlint.facts.kinds import missing_parts
from reportlint.facts.outline import outline
from reportlint.facts.planning import last_sentence, plan

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.declared import Part
    from reportlint.facts.identity import Identity

_SURE = 0.8
_SHOWN = 4
_LENGTH = 18


@frozen
class MissingSectionOptions:
    """What to ask for.

    Attributes:
        minimum: shorter texts (in characters) are taken for notes and not asked.
        skip: ids of parts that need not be there: title, salutation, mandate, request, review, shortcomings, plan…
    """

    minimum: int = 600
    skip: tuple[str, ...] = ()


class MissingSection(Check):
    """缺少这类报告必备的部分（如存在的不足、下一步安排）。

    ## 为什么

    工作报告以“回顾—不足—安排”为骨架：只讲成绩不讲差距、只有总结没有打算，审议和评议就失去对象。依据：《党政机关公文处理
    工作条例》第十九条（全面、准确、实事求是）；政府工作报告和人大工作报告的通行体例；2026年31份省级政府工作报告全部写有不足和安排。
    不足写成一段话、不单列标题，同样算有；“解决了存在的问题”不算。称谓、委托语、请予审议等是否需要，视是否当面宣读而定，只作提示。
    通知、方案、计划、讲话、节选和不足六百字的短文不查。

    ## 反例

        某某局2023年工作总结
        一、主要工作情况
        一年来，全局上下坚持党建引领，扎实开展主题教育，组织集中学习二十四次、专题党课八次、志愿服务活动三十余场，党员干部的宗旨意识明显增强。
        紧盯年度目标任务，健全责任清单和周调度机制，全年受理各类业务申请一万二千余件，按期办结率达到百分之九十九，群众满意度稳步提升。
        深入推进审批制度改革，将八项高频事项纳入一网通办，平均办理时限压缩四成，减少申报材料三十六份，企业群众办事更加便捷。
        扎实开展安全生产大检查，组织检查组四十个，检查企业三百余家，督促整改隐患二百一十处，有效解决了长期存在的问题，全年未发生安全事故。
        加强干部队伍建设，举办业务培训班六期，选派十二名年轻干部到基层锻炼，完善考核激励办法，干事创业氛围日益浓厚。
        严格落实全面从严治党责任，开展廉政谈话九十余人次，组织警示教育四次，修订财务和采购管理制度七项，政治生态持续向好。
        主动服务中心工作，抽调骨干力量参与重点项目征迁和信访维稳，协调解决群众诉求一百五十余件，受到上级通报表扬。
        做好结对帮扶，帮助联系村修建道路三公里、安装路灯六十盏、发展特色种植二百亩，村集体收入突破三十万元。
        强化宣传引导，在各级媒体刊发稿件八十余篇，及时回应社会关切，营造了良好的舆论环境，树立了部门良好形象。
        持续抓好档案、保密、后勤、老干部服务等工作，机关运转规范有序，各项保障更加有力，圆满完成了全年各项目标任务。
        二、2024年工作安排
        2024年，我局将坚持稳中求进，重点抓好审批提速、安全监管、队伍建设三项工作，健全长效机制，压实工作责任，推动各项任务落地见效。

    ## 正例

        某某局2023年工作总结
        一年来，全局上下坚持党建引领，扎实开展主题教育，较好完成了各项任务。
        （短于六百字的简要总结不查。）

    ## English

    Work reports state what is still wanting and what comes next. A part is found by its words anywhere suitable, not by
    its heading only; solving problems in a list of achievements is no statement of shortcomings. Formulas of address
    and mandate are hints. Notices, plans, speeches, extracts and short notes are not asked.
    """

    meta = Meta(
        title=Text("缺少必备部分", "Required part missing"),
        severity=Severity.ERROR,
        confidence=Confidence.MEDIUM,
        since="0.1",
    )
    Options = MissingSectionOptions
    options: MissingSectionOptions

    def run(self, document: Document) -> Iterator[Finding]:
        """Report each required part that is missing, and the customary ones together."""
        who = identity(document)
        # A report that names its kind and goes on to plans is whole, however short it is.
        whole = who.confidence > _SURE and plan(document) is not None
        least = self.options.minimum // 2 if whole else self.options.minimum
        if len(outline(document).main) < least or who.extract or not _is_asked(who) or members(document):
            return
        missing = [part for part in missing_parts(document) if part.id not in self.options.skip]
        for part in missing:
            severity = _severity(part, who.confidence)
            if severity:
                yield _finding(document, part, severity)
        custom = [part for part in missing if part.need == "may"]
        if custom:
            yield _customs(document, custom)


def _is_asked(who: Identity) -> bool:
    """Whether the kind is known; `generic` counts only when the user said so."""
    return who.report or who.confidence == 1


def _severity(part: Part, confidence: float) -> Severity | None:
    if part.need == "must":
        return Severity.ERROR if confidence > _SURE else Severity.WARNING
    if part.need == "should" and confidence > _SURE:
        return Severity.WARNING
    return None


def _finding(document: Document, part: Part, severity: Severity) -> Finding:
    ahead = plan(document)
    span = ahead if ahead and part.id != "plan" else last_sentence(document)
    present = _present(document)
    return Finding(
        span,
        Text(
            f"全文未见“{part.zh}”{present and f'（已有：{present}）'}。{part.advice_zh}",
            f"No {part.en or part.zh} found{present and f' (present: {present})'}. {part.advice_en}",
        ),
        severity=severity,
        scope="document",
    )


def _customs(document: Document, parts: list[Part]) -> Finding:
    text, main = document.text, outline(document).main
    start = next((b.span for b in document.blocks if main.covers(b.span)), main)
    words = text[start.start : start.end]
    begin = start.start + len(words) - len(words.lstrip())
    return Finding(
        Span(begin, max(begin, min(start.end, begin + _LENGTH * 2))),
        Text(
            f"未见{'、'.join(part.zh for part in parts)}。{parts[0].advice_zh}",
            f"Not found: {', '.join(part.en or part.zh for part in parts)}. {parts[0].advice_en}",
        ),
        severity=Severity.INFO,
        confidence=Confidence.LOW,
        scope="document",
    )


def _present(document: Document) -> str:
    """The headings of the first level, for the reader to compare."""
    headings = [h for h in outline(document).headings if h.title]
    top = min((h.level for h in headings), default=0)
    names = [h.marker + h.title for h in headings if h.level == top]
    shown = [name if len(name) <= _LENGTH else name[: _LENGTH - 1] + "…" for name in names[:_SHOWN]]
    return "；".join(shown) + ("等" if len(names) > _SHOWN else "")
