"""The outline of a draft: title, salutations, headings, signature, attachments.

Plain text marks none of them, so they are known by how they look: a number in front, a short line without a full stop,
a date at the end. Lines that look like nothing are ordinary paragraphs.
"""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.facts.residue import body
from reportlint.facts.signing import signature
from reportlint.text import Pattern, Span
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

    from reportlint.document import Block

STYLES = ("division", "part", "han", "han-paren", "arabic", "arabic-paren", "circled")
"""Kinds of numbering, from the highest level down; `division` is a heading without a number."""

LONGEST_TITLE = 60
_LONGEST_DIVISION = 26
_FRONT = 10

_HAN = "一二三四五六七八九十"
_LEAD = r"[\s　>#]{0,40}(?:\*\*(?=[一二三四五六七八九十第（(0-9０-９①-⑳]))?"
_MARKER = Pattern(
    rf"(?P<part>第[{_HAN}]{{1,3}}(?:部分|章|篇|编))[：:、，,\s　]{{0,2}}"
    rf"|(?P<han>[{_HAN}]{{1,3}})\s?[、．.](?!\s?[{_HAN}]{{1,2}}[、产类级批期季号月])"
    rf"|(?P<hanparen>[（(〔][{_HAN}]{{1,3}}[）)〕])[、.．]?"
    r"|(?P<arabic>[0-9０-９]{1,2})[.．、](?![0-9０-９])"
    r"|(?P<arabicparen>[（(][0-9０-９]{1,2}[）)])[、.．]?"
    r"|(?P<circled>[①-⑳])"
)
_STYLE_OF = {
    "part": "part",
    "han": "han",
    "hanparen": "han-paren",
    "arabic": "arabic",
    "arabicparen": "arabic-paren",
    "circled": "circled",
}
_LEAD_IN = Pattern(_LEAD)
_STOP = Pattern(r"[。！？；!?;]")
_TITLE_END = Pattern(r"[。！？：!?:]")
_YEAR = r"(?:20[0-9_Xx×*]{0,2}|[Xx×*_]{2,4}|二[〇○零]..)年"
_TIME = rf"(?:{_YEAR}|过去|今后|下一?步|下一?阶段|来年|明年|新的一年|[上下]半年|本年|今年|一年来|五年|时期|未来)"
_WORK = r"(?:回顾|总结|展望|安排|打算|规划|计划|任务|思路|目标|要求|工作|情况|成效|重点|成绩|举措|措施|部署)"
_DIVISION = Pattern(
    rf"(?:关于)?[^。！？；：，]{{0,6}}{_TIME}[^。！？；：]{{0,16}}{_WORK}[^。！？；：，]{{0,6}}"
    r"|(?:存在|面临|工作|主要|取得|基本|自身)[^。！？；：，]{0,8}(?:回顾|情况|做法|成效|成绩|问题|不足|差距|困难|经验|体会|打算|安排|思路)"
    r"|(?:不足之处|努力方向|附件[0-9一二三四五]{0,2}|名词解释)"
)
_GENRE = Pattern(
    r"(?:报\s?告|总\s?结|汇报|讲话|述职|述廉|通知|方案|纪要|计划|要点|意见|决议|主持词|发言|请示|提纲|公报|规划|办法|致辞|演讲|体会|简报"
    r"|小结|材料|打算|倡议书|规定|通报|公告|函)"
)
_SALUTATION = Pattern(
    r"(?:(?:尊敬的|各位|同志们|主任|主席团?|朋友们|代表们)[^。；\n]{0,40}?[：:！!]"
    r"|(?:尊敬的|各位|同志们|朋友们)[^。；，,\n]{0,12}[，,]?)[\s　]{0,4}",
    ("尊敬的", "各位", "同志们", "主任", "主席", "朋友们", "代表们"),
)
_ATTACHMENT = Pattern(r"附(?:件|表|录|注|：|:)|名词解释|注[：:]|有关名词", ("附", "名词", "注"))


@frozen
class Heading:
    """A heading, numbered or not.

    Attributes:
        span: marker and title, without indentation; of a run-in heading without the text that follows it.
        block: the whole line it stands in.
        style: one of STYLES.
        level: index of the style in STYLES; a division of a format that knows levels has its own.
        number: what the marker says, 0 without one.
        marker: the marker as written, empty without one.
        title: the words after the marker, without white space at the ends; empty when it cannot be told from the text.
        run_in: whether text follows in the same line.
    """

    span: Span
    block: Span
    style: str
    level: int
    number: int
    marker: str
    title: str
    run_in: bool


@frozen
class Outline:
    """The skeleton of a draft.

    Attributes:
        title: the line that names the report, or None.
        front: everything before the salutation or the first paragraph; empty at the start of the body without it.
        salutations: lines that only address the audience.
        headings: in reading order, attachments excluded.
        signature: lines at the end with the organ, the person, the date, and notes of dispatch.
        attachments: from the first line of attachments and glossaries to the end of the body, or None.
        main: the text that is read out: body without signature and attachments.
    """

    title: Span | None
    front: Span
    salutations: tuple[Span, ...]
    headings: tuple[Heading, ...]
    signature: tuple[Span, ...]
    attachments: Span | None
    main: Span


@fact
def outline(document: Document) -> Outline:
    """Title, salutations, headings, signature and attachments of the report itself, page residue left out."""
    text, limits = document.text, body(document)
    blocks = [block for block in document.blocks if limits.covers(block.span)]
    attachments = _attachments(text, blocks, limits)
    if attachments:
        blocks = [block for block in blocks if block.span.start < attachments.start]
    signed = signature(text, blocks)
    if signed:
        blocks = [block for block in blocks if block.span.end <= signed[0].start]
    front = _front(text, blocks)
    title = _title(text, blocks[:front])
    headings = [h for index, block in enumerate(blocks) if (h := _heading(text, block, index < front))]
    end = blocks[-1].span.end if blocks else limits.start
    return Outline(
        title,
        Span(blocks[0].span.start, blocks[front - 1].span.end) if front else Span(limits.start, limits.start),
        tuple(_trim(text, block.span) for block in blocks if is_salutation(text, block.span)),
        tuple(headings),
        signed,
        attachments,
        Span(min(limits.start, end), end),
    )


def is_salutation(text: str, span: Span) -> bool:
    """Whether a line only addresses the audience."""
    if len(span) > 80 or not _SALUTATION.possible(text[span.start : span.end]):  # noqa: PLR2004 - no address is longer
        return False
    inside = _trim(text, span)
    match = _SALUTATION.compiled.fullmatch(text, inside.start, inside.end)
    return match is not None and "，" not in text[inside.start : inside.end - 1].replace("，各位", "").replace(
        "，同志", ""
    )


def number_of(numeral: str) -> int:
    """Value of a Chinese or Arabic (also full-width or circled) number up to 99; 0 when it is none."""
    digits = numeral.strip("（()）〔〕 ")
    if len(digits) == 1 and "①" <= digits <= "⑳":
        return ord(digits) - ord("①") + 1
    if digits.isdecimal():
        return int(digits)
    tens, ten, ones = digits.rpartition("十")
    if (tens and tens not in _HAN) or (ones and ones not in _HAN) or len(tens) > 1 or len(ones) > 1:
        return 0
    if not ten:
        return _HAN.find(ones) + 1 if ones else 0
    return (_HAN.index(tens) + 1 if tens else 1) * 10 + (_HAN.index(ones) + 1 if ones else 0)


def _trim(text: str, span: Span) -> Span:
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))


def _heading(text: str, block: Block, in_front: bool) -> Heading | None:
    if block.kind in {"cell", "item"}:
        return None
    lead = _LEAD_IN.compiled.match(text, block.span.start, block.span.end)
    start = lead.end() if lead else block.span.start
    line = Span(start, max(start, _trim(text, block.span).end))
    match = _MARKER.compiled.match(text, line.start, line.end)
    if match:
        return _numbered(text, line, match)
    if block.kind == "heading" or (not in_front and _is_division(text, line)):
        level = block.level if block.kind == "heading" and block.level > 1 else 0
        return Heading(line, line, "division", level, 0, "", text[line.start : line.end], run_in=False)
    return None


def _numbered(text: str, line: Span, match: re.Match[str]) -> Heading | None:
    group = match.lastgroup or "han"
    numeral = match[group]
    if group == "part":
        numeral = numeral[1:].rstrip("部分章篇编")
    style = _STYLE_OF[group]
    level = STYLES.index(style)
    number = number_of(numeral)
    if not number:
        return None
    stop = _STOP.compiled.search(text, match.end(), line.end)
    after = text[stop.end() : line.end].strip("”’）)*") if stop else ""
    if line.end - match.end() <= LONGEST_TITLE and not after:
        title = text[match.end() : line.end].strip(" 　*")
        return Heading(line, line, style, level, number, match[0].strip(), title, run_in=False)
    end = _TITLE_END.compiled.search(text, match.end(), min(line.end, match.end() + LONGEST_TITLE))
    title = text[match.end() : end.start()].strip(" 　*") if end else ""
    span = Span(line.start, end.end() if end else match.end())
    return Heading(span, line, style, level, number, match[0].strip(), title, run_in=True)


def _is_division(text: str, line: Span) -> bool:
    return 4 <= len(line) <= _LONGEST_DIVISION and bool(_DIVISION.compiled.fullmatch(text, line.start, line.end))  # noqa: PLR2004 - 附件 alone is no division


def _front(text: str, blocks: list[Block]) -> int:
    """How many blocks stand before the salutation or the first paragraph."""
    for index, block in enumerate(blocks[:_FRONT]):
        line = _trim(text, block.span)
        if (
            len(line) > LONGEST_TITLE
            or is_salutation(text, block.span)
            or text[line.end - 1 : line.end] in "。！；，：:"
            or _MARKER.compiled.match(text, line.start, line.end)
            or (_is_division(text, line) and not _GENRE.compiled.search(text, line.start, line.end))
        ):
            return index
    return 1 if len(blocks) > _FRONT and _GENRE.search(text, blocks[0].span.start, blocks[0].span.end) else 0


def _title(text: str, front: list[Block]) -> Span | None:
    for block in front:
        if block.kind == "heading" or _GENRE.compiled.search(text, block.span.start, block.span.end):
            return _trim(text, block.span)
    return None


def _attachments(text: str, blocks: list[Block], limits: Span) -> Span | None:
    half = limits.start + len(limits) // 2
    for block in blocks:
        if block.span.start > half:
            line = _trim(text, block.span)
            if _ATTACHMENT.compiled.match(text, line.start, line.end):
                return Span(block.span.start, limits.end)
    return None
