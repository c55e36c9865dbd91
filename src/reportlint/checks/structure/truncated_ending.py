"""The report breaks off."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from reportlint.api import Check, Confidence, Document, Finding, Meta, Pattern, Severity, Text
from reportlint.facts.identity import identity
from reportlint.facts.outline import is_salutation, outline
from reportlint.facts.planning import closing, last_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportlint.api import Block
    from reportlint.facts.outline import Heading

_ENDS = "。！？!?.”）)》」』】]…~"
_OPEN_ENDS = "，、；：,;:"
_BROKEN_OFF = Pattern(
    r"(?:…|\.{3}|。{3}|（(?:未完|待续|略|下略)[^）]{0,8}）|\(未完\))[”’]?$", ("…", "...", "。。。", "（", "(未")
)
_NO_PROSE = Pattern(
    r"健康|顺利|愉快|幸福|如意|敬礼|此致|谢谢|感谢|祝|电话|联系|地址|邮箱|https?|www|抄送|印发|附件|来源|作者|编辑|责编|签名|报告人|述职人|特此|完毕"
    r"|^[\s（(]{0,8}完[\s）)]{0,8}$"
    r"|请[^。，\n]{0,12}(?:审议|审查|评议|批评|指正|审阅)|以上(?:报告|总结|汇报|述职|意见)|无正文"
)
_FINISHED = Pattern(
    r"(?:奋斗|前进|奋进|前行|努力|贡献|篇章|局面|辉煌|胜利|明天|未来|台阶|成绩|业绩|答卷|谢谢(?:大家|各位)?|指正|审议|评议|报告|总结|汇报|述职|红火|新征程|新跨越|新作为)[”’）)]?$"
)
_FALSE_FINISH = Pattern(r"(?:听取|审议|提交|完成|撰写|专项|取得|在)[^，。；\n]{0,20}$")
_OF_A_MODEL = Pattern(r"如需|随时(?:告诉|联系)我|希望(?:以上|这[份篇些]|对[您你])|供[您你]?参考|[您你]可以?|模板|范文")
"""Words of a language model to its reader; they stand after the report and are no part of it."""
_DELIVERED = Pattern(r"各位(?:代表|委员)|请予审议|向大会", ("各位代表", "各位委员", "请予审议", "向大会"))
_SHORTEST = 400
_PROSE = 30
_SURE = 0.8
_FRAGMENT = 10
_LONGEST_ITEM = 50
_ALIKE = 2
_START = attrgetter("span.start")


class TruncatedEnding(Check):
    """结尾残缺：文章没有写完就断了。

    ## 为什么

    复制、合并或者网页截取时，文末最容易丢。念到半句停下，或者安排只讲了两条就没有下文，当场就会出丑。实务：当面宣读的报告都有
    号召、祝愿一类的结束语（2026年31份省级政府工作报告全部如此）；《党政机关公文处理工作条例》第二十条要求复核内容完整。
    落款、附件、名词解释不算正文；以“谢谢大家”“身体健康、工作顺利”收尾的不报。

    ## 反例

        各位代表：
        我受镇人大主席团委托，向大会报告工作，请予审议。
        一年来，主席团组织代表视察三次，督办建议十二件，各项工作取得新的进展，但工作中还存在一些不足，下一步将继续加强代表

    ## 正例

        各位代表：
        我受镇人大主席团委托，向大会报告工作，请予审议。
        一年来，主席团组织代表视察三次，督办建议十二件。让我们团结一心，奋力开创人大工作新局面！
        谢谢大家！

    ## English

    The text stops in mid-sentence, ends with an ellipsis, or (for reports that are read out) has no closing words.
    Signature, attachments and glossary are not part of the text; wishes and thanks are fine endings.
    """

    meta = Meta(
        title=Text("结尾残缺", "Text breaks off"),
        severity=Severity.ERROR,
        confidence=Confidence.MEDIUM,
        since="0.1",
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Look at the last sentence of the text itself."""
        main = outline(document).main
        blocks = [block for block in document.blocks if main.covers(block.span)]
        if len(blocks) < 2:  # noqa: PLR2004 - a single line is a fragment, not a report
            return
        span = last_sentence(document)
        who = identity(document)
        if _stops(document, blocks[-1]):
            yield Finding(
                span,
                Text(
                    "正文到这里突然中断，句子没有写完：请核对原稿，补齐下文。",
                    "The text stops in mid-sentence here: check the original and restore the rest.",
                ),
                severity=None if who.report else Severity.WARNING,
                confidence=Confidence.HIGH,
                scope="document",
            )
        elif (
            who.kind in {"npc-presidium", "government"}
            and len(main) >= _SHORTEST
            and not who.extract
            and _prose(document.slice(span))
            and not _OF_A_MODEL.search(document.slice(span))
            and closing(document) is None
            and (who.confidence > _SURE or _DELIVERED.search(document.text))
        ):
            yield Finding(
                span,
                Text(
                    "正文到这里就结束了，没有号召、祝愿一类的结束语：请核对是否漏了后文。",
                    "The report ends here without closing words: check whether the rest is missing.",
                ),
                scope="document",
            )


def _prose(words: str) -> bool:
    return words[-1:] in "。；.;" or len(words) >= _PROSE


def _stops(document: Document, block: Block) -> bool:
    """Whether the last paragraph is prose that does not end."""
    if block.kind in {"cell", "item", "heading"}:
        return False
    words = document.slice(block.span).strip()
    if _BROKEN_OFF.search(words):
        return True
    if _finished(document, block, words):
        return False
    headings = outline(document).headings
    if headings and headings[-1].block.end >= block.span.end and not headings[-1].run_in:
        return _bare(document, headings)
    if words[-1:] in _OPEN_ENDS or len(words) >= _PROSE or any(mark in words for mark in "，。；"):
        return True
    under_heading = bool(headings) and not document.text[headings[-1].block.end : block.span.start].strip()
    return identity(document).report and (under_heading or len(words) >= _FRAGMENT) and " " not in words


def _bare(document: Document, headings: tuple[Heading, ...]) -> bool:
    """Whether the last line is a numbered heading without its text, though the one of its kind before it has text."""
    last = headings[-1]
    before = [heading for heading in headings[:-1] if heading.style == last.style]
    if not last.number or not before:
        return False
    after = headings[headings.index(before[-1]) + 1]
    return before[-1].run_in or bool(document.text[before[-1].block.end : after.block.start].strip())


def _finished(document: Document, block: Block, words: str) -> bool:
    """Whether a last line ends as it should, or is of a kind that needs no full stop."""
    return (
        words[-1:] in _ENDS
        or is_salutation(document.text, block.span)
        or (len(words) <= _PROSE and _NO_PROSE.search(words) is not None)
        or _is_listed(document, block)
        or ("，" in words and _FINISHED.search(words) is not None and not _listing(words))
    )


def _listing(words: str) -> bool:
    """Whether the last clause only speaks of a report or of results, as in the middle of a sentence."""
    return _FALSE_FINISH.search(words[words.rfind("，") + 1 :]) is not None


def _is_listed(document: Document, block: Block) -> bool:
    """Whether a line is a row of a table or one of several lines that all do without a full stop."""
    words = document.slice(block.span).strip()
    if "\t" in words or "|" in words or words.count("  ") + words.count("　") > 1:
        return True
    if words[-1:] in _OPEN_ENDS or len(words) > _LONGEST_ITEM:
        return False
    at = bisect_left(document.blocks, block.span.start, key=_START)
    before = [document.slice(other.span).strip() for other in document.blocks[max(0, at - _ALIKE) : at]]
    return len(before) == _ALIKE and all(len(line) <= _LONGEST_ITEM and line[-1:] not in _ENDS for line in before)
