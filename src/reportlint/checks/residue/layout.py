"""Line ends of another page inside sentences."""

from __future__ import annotations

from reportlint.api import (
    Check,
    Confidence,
    Document,
    Edit,
    Finding,
    Fix,
    Meta,
    Pattern,
    Related,
    Safety,
    Severity,
    Span,
    Text,
)
from reportlint.facts.residue import in_residue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_ENDS = "。！？；：…!?;:”’』」）》】)—-.~～"
_PAIRS = (("“", "”"), ("（", "）"), ("《", "》"), ("(", ")"))
_NEXT = Pattern(r"[\u4e00-\u9fffA-Za-z0-9“‘《（(]")
_FRESH = Pattern(
    r"[一二三四五六七八九十]{1,3}[、.．是]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、．]|第.{1,3}[条章节项部]|"
    r"各位|同志们|附[件表：]|(?:二[〇○零]|20\d\d年).{0,12}日$|——"
)
_VERSE = 20  # code points; lines this short are set as verse, or as a salutation
_LEAST_OPEN = 8  # an opened quotation in a line shorter than this is a heading
_WRAPPED_LINES = 8
_SHARE = 0.5  # of all lines
_NARROW, _WIDE = 16, 60  # code points a wrapped line holds
_SLACK = 3
_SHOWN = 5
_LEAST_PROSE = 5  # paragraphs; fewer do not tell how paragraphs are set
_MOST = 0.75

_REFLOWED = frozenset({"md", "pdf"})
"""Formats in which the end of a line says nothing about the paragraph."""


class Layout(Check):
    """句子被硬换行切断。

    ## 为什么
    从网页、PDF 复制文字，常把原来版面上的换行也带下来，一句话、一对引号被切成两段，重新排版后就成了两个自然段。
    全文都是这样时只报一处。诗句、称谓、结尾祝词分行是有意的，不报。
    依据：实务；GB/T 9704—2012 7.3.3（每个自然段左空二字，回行顶格）。

    ## 反例

        一是深入开展党史学习教育。紧紧围绕“学党史、悟思想、
        办实事、开新局”的要求，组织学习12次。

    ## 正例

        最后，祝各位代表、同志们：
        身体健康、工作顺利！

    ## English
    Line ends of the page a text was copied from, inside a sentence or a quotation. A text wrapped throughout is one
    finding. Verse, salutations and good wishes are set in lines on purpose and left alone.
    """

    meta = Meta(
        title=Text("硬换行", "hard line breaks"),
        severity=Severity.WARNING,
        confidence=Confidence.MEDIUM,
        since="0.1",
        aliases=("residue.hard-wrap",),
    )

    def run(self, document: Document) -> Iterator[Finding]:
        """Yield one finding for a text wrapped throughout, else one for each sentence that is cut."""
        if document.format in _REFLOWED:
            return
        blocks = [block for block in document.blocks if block.kind == "paragraph" and block.part == "body"]
        lines = [_content(document, block.span) for block in blocks]
        wrapped = _wrapped(document.text, lines)
        if wrapped:
            yield _throughout(document, lines, wrapped)
            return
        apart = _set_apart(document.text, lines)
        for index in range(len(lines) - 1):
            cut = _cut(document.text, lines, index, apart)
            if cut is not None and not in_residue(document, lines[index]):
                yield Finding(
                    cut,
                    Text(
                        "句子在行末被切断，下一行接着说；多半是复制带来的换行，请接成一段。",
                        "The sentence breaks off at the line end and goes on below; join the lines.",
                    ),
                    related=(
                        Related(_begin(document.text, lines[index + 1]), Text("下文接在这里", "it goes on here")),
                    ),
                    fix=Fix((_join(document.text, lines[index], lines[index + 1]),), Safety.UNSAFE),
                )


def _content(document: Document, span: Span) -> Span:
    words = document.slice(span)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def _wrapped(text: str, lines: list[Span]) -> list[int]:
    """Indexes of the lines that end at the right margin in mid-sentence, when the whole text is set so."""
    if len(lines) < _WRAPPED_LINES:
        return []
    lengths = sorted(len(line) for line in lines)
    margin = lengths[len(lengths) * 9 // 10]
    if not _NARROW <= margin <= _WIDE:
        return []
    cut = [
        index
        for index in range(len(lines) - 1)
        if margin - _SLACK <= len(lines[index]) <= margin + _SLACK
        and text[lines[index].end - 1] not in _ENDS
        and _NEXT.compiled.match(text, lines[index + 1].start)
        and not _FRESH.compiled.match(text, lines[index + 1].start, lines[index + 1].end)
    ]
    return cut if len(cut) >= _WRAPPED_LINES and len(cut) >= len(lines) * _SHARE else []


def _throughout(document: Document, lines: list[Span], wrapped: list[int]) -> Finding:
    text = document.text
    edits = tuple(_join(text, lines[index], lines[index + 1]) for index in wrapped)
    return Finding(
        _last_clause(text, lines[wrapped[0]]),
        Text(
            f"全文有{len(wrapped)}处句子在行末被切断，像是从 PDF 或网页复制的，请接成段落。",
            f"{len(wrapped)} sentences break off at the line end, as in a copy from PDF or a web page; join the lines.",
        ),
        related=tuple(
            Related(_last_clause(text, lines[index]), Text("同样被切断", "cut likewise"))
            for index in wrapped[1 : _SHOWN + 1]
        ),
        fix=Fix(edits, Safety.UNSAFE),
        confidence=Confidence.HIGH,
    )


def _set_apart(text: str, lines: list[Span]) -> str:
    """How paragraphs are told apart: "indent" when they are indented, "blank" when blank lines divide them, else ""."""
    prose = [index for index, line in enumerate(lines) if len(line) > _VERSE]
    if len(prose) < _LEAST_PROSE:
        return ""
    if sum(_is_indented(text, lines[index]) for index in prose) >= len(prose) * _MOST:
        return "indent"
    divided = sum(
        text.count("\n", lines[index].end, lines[index + 1].start) > 1 for index in prose if index + 1 < len(lines)
    )
    return "blank" if divided >= (len(prose) - 1) * _MOST else ""


def _is_indented(text: str, line: Span) -> bool:
    return line.start > 0 and text[line.start - 1] in " \t\u3000\xa0"


def _runs_on(text: str, line: Span, following: Span, apart: str) -> bool:
    """Whether a sentence without end is followed by a line that begins no paragraph and ends one."""
    if not ("\u4e00" <= text[line.end - 1] <= "\u9fff" and "\u4e00" <= text[following.start] <= "\u9fff"):
        return False
    if len(line) <= _VERSE or text[following.end - 1] not in "。；！":
        return False
    if not any(mark in text[line.start : line.end] for mark in "，。；"):
        return False
    if apart == "indent":
        return not _is_indented(text, following)
    return apart == "blank" and text.count("\n", line.end, following.start) == 1


def _cut(text: str, lines: list[Span], index: int, apart: str) -> Span | None:
    """The last words of a line that the next one goes on with, or None when the line may well end there."""
    line, following = lines[index], lines[index + 1]
    last = text[line.end - 1]
    if last in _ENDS or text[following.end - 1] in "：:" or not _NEXT.compiled.match(text, following.start):
        return None
    if _FRESH.compiled.match(text, following.start, following.end):
        return None
    opened = _open_pair(text, line, following)
    if opened >= 0 and len(line) >= _LEAST_OPEN:
        return Span(max(opened, line.end - 40), line.end)
    if _runs_on(text, line, following, apart):
        return _last_clause(text, line)
    if last in "、，," and len(line) > _VERSE and not _is_verse(text, lines, index):
        return _last_clause(text, line)
    return None


def _open_pair(text: str, line: Span, following: Span) -> int:
    """Where a quotation or bracket opens that the line leaves open and the next line closes, or -1."""
    for opening, closing in _PAIRS:
        at = text.rfind(opening, line.start, line.end)
        if at < 0 or text.find(closing, at, line.end) >= 0:
            continue
        close = text.find(closing, following.start, following.end)
        again = text.find(opening, following.start, following.end)
        if close >= 0 and (again < 0 or close < again):
            return at
    return -1


def _is_verse(text: str, lines: list[Span], index: int) -> bool:
    """Whether the line above or below is as short and ends alike: a peroration set in lines on purpose."""
    neighbours = [lines[i] for i in (index - 1, index + 1) if 0 <= i < len(lines)]
    ends = "，,、" if text[lines[index].end - 1] == "、" else "，,、！!。"
    return len(lines[index]) <= 2 * _VERSE and any(
        len(line) <= 2 * _VERSE and text[line.end - 1] in ends for line in neighbours
    )


def _last_clause(text: str, line: Span) -> Span:
    start = max(text.rfind(mark, line.start, line.end - 1) for mark in "。；，：！？,;:")
    return Span(max(line.start, start + 1, line.end - 40), line.end)


def _begin(text: str, line: Span) -> Span:
    end = min((at for mark in "，。；、：" if (at := text.find(mark, line.start, line.end)) >= 0), default=line.end)
    return Span(line.start, max(line.start + 1, min(end, line.start + 30)))


def _join(text: str, line: Span, following: Span) -> Edit:
    """Nothing between the lines, or a blank between two words in Latin letters."""
    last, first = text[line.end - 1], text[following.start]
    latin = (last == "," or (last.isascii() and last.isalnum())) and first.isascii() and first.isalpha()
    return Edit(Span(line.end, following.start), " " if latin else "")
