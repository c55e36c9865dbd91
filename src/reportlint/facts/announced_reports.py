"""Titles of collections that promise more reports than the file holds: 工作报告汇编(4篇)."""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.compilation import members
from reportlint.facts.numerals import ONE, parse
from reportlint.facts.outline import outline
from reportlint.facts.residue import in_residue
from reportlint.facts.sequences import sequences
from reportlint.text import Pattern, Span
from reportlint.text.frozen import frozen

_PROMISE = Pattern(
    r"[（(【\[]?(?:共|精选|通用|合集|范文|汇编|集锦|最新|推荐)?\s?(?P<number>[0-9０-９]{1,2}|[二三四五六七八九十两]{1,3})\s?篇(?=[）)】\]]|(?:范文|汇编|合集)?\s*$)",
    ("篇",),
)
_HEAD = Pattern(
    r"(?m)^[\s　>#*]{0,12}[【\[（(《“]?(?:(?:篇|范文|样本|范例|例文|材料|报告|总结)\s?"
    r"(?P<behind>[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})(?![年月日、.．度季0-9])"
    r"|(?P<alone>[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})[）)】.、．]?[\s　]{0,6}$"
    r"|第\s?(?P<before>[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})\s?[篇部份](?![章幅]))"
)
_TITLE = Pattern(
    r"(?m)^[\s　>#*【《]{0,12}[^。；，：:\n]{4,45}(?:报告|总结|汇报|材料|讲话|发言|述职|计划|体会|方案)"
    r"[一二三四五六七八九十0-9]{0,2}(?:[（(【][^）)】\n]{0,16}[）)】])?[\s　》】*]{0,6}$"
)
"""A line that may be the title of one more report."""

_COLLECTION = ("汇编", "范文", "合集", "精选", "集锦", "大全", "模板", "汇总", "样本", "通用", "（", "(", "【")
_LINES = 6
_LONGEST = 60


@frozen
class Promise:
    """How many reports a title promises.

    Attributes:
        span: the number with 篇.
        number: how many are promised.
        held: how many the file holds, at least one.
        repeated: the same promise in further lines of the heading.
    """

    span: Span
    number: int
    held: int
    repeated: tuple[Span, ...]


@fact
def broken_promise(document: Document) -> Promise | None:
    """The promise in the title when the file holds fewer reports; None when it is kept or all is unclear."""
    text = document.text
    main = outline(document).main
    found: list[tuple[Span, int]] = []
    for block in document.blocks[:_LINES]:
        line = text[block.span.start : block.span.end]
        if "篇" not in line or len(line) > _LONGEST or not any(word in line for word in _COLLECTION):
            continue
        for match in _PROMISE.finditer(line.rstrip()):
            known = parse(match["number"])
            if known:
                at = block.span.start
                found.append(
                    (
                        Span(at + match.start("number"), at + line.index("篇", match.end("number")) + 1),
                        known.value // ONE,
                    )
                )
    if not found or found[0][1] < 2 or any(number != found[0][1] for _, number in found):  # noqa: PLR2004 - one is no collection
        return None
    number, behind = found[0][1], found[-1][0].end
    held = max(1, len(members(document)), _heads(document.text, behind), _titles(document, behind))
    if held >= number or _beginnings(document, main) >= number:
        return None
    return Promise(found[0][0], number, held, tuple(span for span, _ in found[1:]))


def _heads(text: str, start: int) -> int:
    """How far the numbers of the heads 篇一, 第二篇, 【范文3】 count up from one behind an offset."""
    count = 0
    for match in _HEAD.finditer(text, start):
        known = parse(match["behind"] or match["before"] or match["alone"])
        if known and known.value // ONE == count + 1:
            count += 1
    return count


def _titles(document: Document, start: int) -> int:
    """How many lines behind an offset may be titles of reports."""
    main = outline(document).main
    lines = _TITLE.finditer(document.text, max(start, main.start), main.end)
    return sum(not in_residue(document, Span(*line.span())) for line in lines)


def _beginnings(document: Document, main: Span) -> int:
    """How often headings of the first level begin to count anew: reports that follow each other without a mark."""
    runs = [run for run in sequences(document) if run[0].number == 1 and main.covers(run[0].span)]
    if not runs:
        return 1
    top = min(run[0].level for run in runs)
    return sum(run[0].level == top for run in runs)
