"""What a web page left around the report: lists of links, counters, page furniture.

Lines are furniture when they carry a cue. At the end of a draft the short lines of a list under a heading such as
“相关文章” are furniture too, whatever their words. Sentences, sign-offs, dates, annexes, glossaries and good wishes are
never taken in: a run of furniture ends at them.
"""

from __future__ import annotations

from bisect import bisect_right

from reportlint.document import Document, fact
from reportlint.facts.residue_cues import Hit, cue_hits
from reportlint.text import Pattern, Span

_HEAD_LINES = 40
_LIST_LINES = 60  # how long a list of links under its heading may be
_LOOSE_LINES = 2  # how many lines without a cue may stand between two that have one
_LINKS = 3  # dated titles without any heading are a list from this many on
_LONG = 60  # code points; no title or menu entry is longer
_SHORT = 30

_PROTECTED = Pattern(
    r"附[件表录：:]|名词解释|注释?[：:]|谢谢|最后|此致|敬礼|各位|同志们|抄送|主题词|印发|特此|专此|以上(?:报告|汇报)|"
    r"(?:报告|述职|汇报|述廉|申请)人[：:]|.{0,40}(?:顺利|愉快|幸福|如意|健康|吉祥|安康|奋斗|前进)[！!。]?$|"
    r".{1,40}(?:政府|委员会|主席团|办公室|支部|党委|党组|人大|委|局|镇|乡|街道|村|院|校|公司|中心)$|"
    r"(?:二[〇○Ｏ0O零]|20\d\d年|[Xx×*＊_]{1,6}年).{0,20}[日号月]$|"
    r".{0,12}(?:省长|市长|县长|区长|镇长|乡长|主席|主任|书记|局长|部长|院长|"
    r"检察长)[ \u3000]{1,4}\S{1,4}(?:[ \u3000]\S)?$"
)
_NUMBERED = Pattern(
    r"[一二三四五六七八九十]{1,3}[、.．是]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,3}[.、．]|第.{1,3}[条章节项部]"
)
_TITLE = Pattern(r"报告|总结|述职|汇报|讲话|发言|致辞|要点|计划|体会|方案|规划|纲要|公报|材料|情况|——")
_SALUTATION = Pattern(r"(?:尊敬的)?(?:各位|主任|主席|同志们|代表们)[^。]{0,40}[：:！!]$")
_SENTENCE_END = ("。", "！", "？", "；", "!", "?", ";", "。”", "！”", "。）")


_NEWS = Pattern(
    r"(?:新闻)?(?:通讯|新闻|通)稿[：:]?$|(?:新闻简讯|工作简讯|新闻报道)$|"
    r"(?:[\u4e00-\u9fff]{1,12}(?:报|网|社|台|客户端|融媒)[\u4e00-\u9fff\d]{0,12}|[\u4e00-\u9fff]{2,8}\d{1,2}月\d{1,2}日)"
    r"(?:讯|电)(?:[ \u3000]|[（(](?:[^）)\n]{0,12})?(?:记者|通讯员))"
)
_REPORT = Pattern(r"(?:报告|总结|述职|汇报|要点|讲话|发言|计划)(?:[（(][^）)]{0,12}[）)])?$")
_BYLINES = {"byline", "media"}
_NEWS_LINES = 5  # a news item says so in its first lines


class Furniture:
    """A run of lines that belong to a page, not to the report.

    Attributes:
        span: from the first character of the first line to the last of the last.
        lines: how many.
        names: of the cues in it, in order, each once.
        certain: whether one of them proves it.
    """

    __slots__ = ("certain", "lines", "names", "span")

    def __init__(self, span: Span, lines: int, hits: list[Hit]) -> None:
        self.span = span
        self.lines = lines
        self.names = tuple(dict.fromkeys(hit.cue.name for hit in hits))
        self.certain = any(hit.cue.strength == "strong" for hit in hits)


@fact
def traces(document: Document) -> tuple[Hit, ...]:
    """Every place of a cue; in a news item without what its own authors put there, as bylines and “本报讯”."""
    hits = cue_hits(document)
    if any(hit.cue.kind in _BYLINES for hit in hits) and _is_news(document):
        return tuple(hit for hit in hits if hit.cue.kind not in _BYLINES)
    return hits


def _is_news(document: Document) -> bool:
    """Whether a draft is a news item: its first lines say so, and none of them is the title of a report."""
    words = [document.slice(block.span).strip() for block in document.blocks[:_NEWS_LINES]]
    return any(_NEWS.match(line) for line in words) and not any(_REPORT.search(line) for line in words[:2])


@fact
def furniture(document: Document) -> tuple[Furniture, ...]:
    """Runs of page furniture at the head and the end, in order."""
    limit = document.end_of_body()
    hits = [hit for hit in traces(document) if hit.cue.where != "alone" and hit.span.end <= limit]
    if not hits:
        return ()
    lines = _Lines(document.text[:limit], hits)
    head_end = lines.head_end()
    tail = lines.tail_start()
    head = lines.head_runs(head_end)
    found: list[Furniture] = []
    for first, last in [*head, *lines.tail_runs(max(tail, head[-1][1] + 1 if head else 0))]:
        inside = [hit for line in range(first, last + 1) for hit in lines.hits.get(line, ())]
        if _is_enough(inside, lines, first, last):
            found.append(Furniture(Span(lines.spans[first].start, lines.spans[last].end), last - first + 1, inside))
    return tuple(found)


@fact
def page_residue(document: Document) -> tuple[Span, ...]:
    """Whole blocks at the head or the end that are no part of the report, in order; runs of them are one span."""
    return tuple(run.span for run in furniture(document))


@fact
def body(document: Document) -> Span:
    """The report itself, without page residue at its head and its end, notes, headers and footers."""
    start, end = 0, document.end_of_body()
    residue = page_residue(document)
    for span in residue:
        if not document.text[start : span.start].strip():
            start = span.end
    for span in reversed(residue):
        if span.start >= start and not document.text[span.end : end].strip():
            end = span.start
    return Span(start, max(start, end))


def in_residue(document: Document, span: Span) -> bool:
    """Whether a span touches page residue, which is reported once and as a whole."""
    return any(residue.overlaps(span) for residue in page_residue(document))


def _is_enough(hits: list[Hit], lines: _Lines, first: int, last: int) -> bool:
    """Whether a run holds a cue that proves something, or a list of links too long to be chance."""
    if any(hit.cue.strength != "weak" for hit in hits):
        return True
    links = sum(any(hit.cue.kind == "list" for hit in lines.hits.get(line, ())) for line in range(first, last + 1))
    return links >= _LINKS and not (first and lines.text(first - 1).startswith(("附", "目录")))


class _Lines:
    """The lines of a draft that are not blank, and the cues in each."""

    def __init__(self, text: str, hits: list[Hit]) -> None:
        self.source = text
        self.spans: list[Span] = []
        start = 0
        for line in text.split("\n"):
            words = line.strip()
            if words:
                begin = start + line.index(words[0])
                self.spans.append(Span(begin, begin + len(words)))
            start += len(line) + 1
        self.hits: dict[int, list[Hit]] = {}
        starts = [span.start for span in self.spans]
        for hit in hits:
            index = bisect_right(starts, max(hit.span.start, hit.span.end - 1)) - 1
            self.hits.setdefault(max(0, index), []).append(hit)

    def text(self, line: int) -> str:
        return self.source[self.spans[line].start : self.spans[line].end]

    def _length(self, line: int) -> int:
        return len(self.spans[line])

    def _is_cue(self, line: int) -> bool:
        """Whether a line is furniture by its own words: a long sentence is not, for one watermark in it."""
        hits = self.hits.get(line)
        if not hits:
            return False
        longest = max(len(hit.span) for hit in hits)
        return self._length(line) <= _LONG or longest * 2 > self._length(line) or self._is_notice(hits)

    @staticmethod
    def _is_notice(hits: list[Hit]) -> bool:
        return any(hit.cue.kind in {"copyright", "wenku", "media"} for hit in hits)

    def _is_filler(self, line: int, longest: int) -> bool:
        """Whether a line might be a menu entry or a headline: short, no sentence, nothing a report ends with."""
        words = self.text(line)
        if len(words) > longest or words.endswith(("：", ":")) or self._is_sentence(line):
            return False
        return not _PROTECTED.compiled.match(words)

    def head_end(self) -> int:
        """Index of the first line that is surely the report: a sentence, or the salutation."""
        for line in range(min(_HEAD_LINES, len(self.spans))):
            words = self.text(line)
            if self._is_cue(line):
                continue
            if len(words) > _LONG or words.endswith(_SENTENCE_END) or _SALUTATION.compiled.match(words):
                return line
        return min(_HEAD_LINES, len(self.spans))

    def tail_start(self) -> int:
        """Index after the last sentence of the report. A sign-off or an annex may still follow it."""
        line = len(self.spans)
        while line and (self._is_cue(line - 1) or not self._is_sentence(line - 1)):
            line -= 1
        return line

    def _is_sentence(self, line: int) -> bool:
        words = self.text(line)
        return (
            len(words) > _LONG
            or words.endswith(("。", "；", ";"))
            or (len(words) > _SHORT and words.endswith(_SENTENCE_END))
        )

    def head_runs(self, end: int) -> list[tuple[int, int]]:
        """Runs of cue lines above the salutation; above the title, menu entries between them belong to the run."""
        title = next((i for i in range(end) if not self._is_cue(i) and _TITLE.compiled.search(self.text(i))), end)
        runs: list[tuple[int, int]] = []
        for line in range(end):
            if not self._is_cue(line):
                continue
            gap = range(runs[-1][1] + 1, line) if runs else range(0)
            if runs and (not gap or (line < title and all(self._is_filler(i, _SHORT) for i in gap))):
                runs[-1] = (runs[-1][0], line)
            else:
                runs.append((line, line))
        return runs

    def tail_runs(self, start: int) -> list[tuple[int, int]]:
        """Runs of furniture from line `start` on, where no sentence of the report stands any more."""
        runs: list[tuple[int, int]] = []
        first = last = -1
        in_list = False
        for line in range(start, len(self.spans)):
            if self._is_cue(line):
                if first < 0:
                    first = line
                    in_list = False
                last = line
                in_list = in_list or any(hit.cue.kind in {"nav", "list"} for hit in self.hits[line])
            elif first >= 0 and not self._may_follow(line, line - last, in_list=in_list):
                runs.append((first, last))
                first = -1
        if first >= 0:
            runs.append((first, len(self.spans) - 1 if in_list else last))
        return runs

    def _may_follow(self, line: int, distance: int, *, in_list: bool) -> bool:
        """Whether a line without a cue may stand in a run, `distance` lines after the last one with a cue."""
        if in_list:
            return distance <= _LIST_LINES and self._is_filler(line, _LONG)
        return (
            distance <= _LOOSE_LINES and self._is_filler(line, _SHORT) and not _NUMBERED.compiled.match(self.text(line))
        )
