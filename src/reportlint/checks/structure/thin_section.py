"""A heading with nothing under it."""

from __future__ import annotations

from reportlint.api import Check, Confidence, Document, Finding, Meta, Severity, Text
from reportlint.facts.numbering import slips
from reportlint.facts.outline import Heading, outline
from reportlint.facts.sequences import sequences

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_STYLES = {"part", "han", "han-paren"}
_LENGTH = 30


class ThinSection(Check):
    """标题下面没有内容。

    ## 为什么

    只有标题没有内容，多半是稿子没有写完，或者内容移走以后忘了删标题。《党政机关公文处理工作条例》第二十条要求复核内容完整。
    同级标题大都没有正文的（如只列题目的事项清单）不报；标题下先列下一级标题的不报；标题重复或者序号错乱的，由那两项检查来说。

    ## 反例

        一、坚持党的领导
        牢牢把握正确政治方向，认真落实重大事项请示报告制度。
        二、依法履行监督职责
        三、加强自身建设
        组织代表学习培训四次，规范代表活动阵地六个。

    ## 正例

        一、坚持党的领导
        （一）加强理论武装
        全年组织集中学习六次，代表政治素质明显提高。
        （二）落实请示报告制度
        重要事项及时向党委请示报告。
        二、加强自身建设
        组织代表学习培训四次，规范代表活动阵地六个。

    ## English

    A heading followed at once by a heading of the same or a higher level while its siblings have text.
    Lists of bare titles are fine; a heading that is a repeat or out of sequence is left to those checks.
    """

    meta = Meta(
        title=Text("标题下无内容", "Heading without text"),
        severity=Severity.ERROR,
        confidence=Confidence.HIGH,
        since="0.1",
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Find headings without text among headings with text."""
        empty = _without_text(document)
        if not empty:
            return
        for run in sequences(document):
            bare = [heading for heading in run if heading in empty]
            if bare and _told_elsewhere(document, run, bare):
                continue
            if run[0].style not in _STYLES or not bare or len(bare) * 2 >= len(run):
                continue
            for heading in bare:
                words = heading.marker + heading.title
                shown = words if len(words) <= _LENGTH else words[: _LENGTH - 1] + "…"
                yield Finding(
                    heading.span,
                    Text(
                        f"标题“{shown}”下面没有内容：请补充，或者删去标题。",
                        f"Nothing stands under “{shown}”: add text or drop it.",
                    ),
                    severity=Severity.WARNING if len(bare) > 1 else None,
                )


def _told_elsewhere(document: Document, run: tuple[Heading, ...], bare: list[Heading]) -> bool:
    """Whether an empty heading repeats another or its number is out of step: that is the fault then."""
    titles = ["".join(heading.title.split()) for heading in outline(document).headings]
    if any(titles.count("".join(heading.title.split())) > 1 for heading in bare if heading.title):
        return True
    at_fault = [slip.index for slip in slips([heading.number for heading in run])]
    empty = [run.index(heading) for heading in bare]
    return any(abs(index - other) <= 1 for index in at_fault for other in empty)


def _without_text(document: Document) -> set[Heading]:
    """Headings on lines of their own followed at once by a heading of their level or a higher one."""
    sketch = outline(document)
    found: set[Heading] = set()
    for index, heading in enumerate(sketch.headings):
        if heading.run_in:
            continue
        after = sketch.headings[index + 1] if index + 1 < len(sketch.headings) else None
        if after is None or (after.level > heading.level and after.number):
            continue
        if not document.text[heading.block.end : after.block.start].strip(" 　\n>#*"):
            found.add(heading)
    return found
