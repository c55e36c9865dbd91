"""What stands around a figure in the text that a table may have as well: whether it can only be that of the table."""

from __future__ import annotations

from reportlint.document import Document, fact
from reportlint.text import Pattern, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reportlint.facts.quantities import Quantity

_OPENING = Pattern(
    r"(?:截至目前|截至(?:今|去)?年(?:末|底)|20\d\d年(?:全年|度|末|底)?|今年|本年度?|年内|全年|年末|(?:过去)?一年来"
    r"|[全我本](?:省|市|县|区|旗|镇|乡|街道|村|社区|院|局|校|系统)|共计?|总计|完成|实现|的)*"
)
"""What may stand before the label in its clause: it narrows nothing down."""

_PLACE = Pattern(r"[\u4e00-\u9fff]{2,4}?(?:省|市|县|区|旗|镇|乡|街道|村|社区)")
_WHOLE_OF = Pattern(r"[全我本](?P<type>[省市县区旗镇乡村])")
_SENTENCE = Pattern(r"[。；，！？]")
_TYPES = "省市县区旗镇乡村"
_PART = Pattern(
    r"[\u4e00-\u9fff](?<![全我本各农城乡小])(?:村|社区|乡|镇|街道|公司|企业|合作社|园区|基地|小组|片区)|其中|户均|人均|各[镇乡村]"
)
"""A smaller whole than that of the table."""

_ELSEWHEN = Pattern(
    r"计划|目标|力争|预计|预期|同比|环比|上年|去年|前年|明年|同期|比|年均|累计|增长|增加(?!值)|减少|下降|提高|增幅|今后|下一步|将|(?<![主重])要"
    r"|[“”]?十[一二三四五]五|季度|半年|[0-9一二三四五六七八九十][-—至~～]?月|[两二三四五六七八九十]年来|以来|此前|曾|原(?:有|来|先)"
)
"""Another time, a plan, a change: then the figure need not be that of the table."""

_INDIVISIBLE = Pattern(r"总(?:产量|产值|值|额|量|人口|户数|收入|面积)|增加值|可支配收入|预算收入|财政收入|[存贷]款余额")
"""Names of what a place has one of; all else may be only what was done by what the sentence says before."""

_DIVIDED = Pattern(r"[，,、：:]")
_SENTENCE_END = "。！？；!?;\n"
_LONGEST_BEFORE = 200
_LONGEST_TITLE = 60


def is_unnarrowed(document: Document, name: Span, quantity: Quantity) -> bool:
    """Whether nothing before a name and its figure, nor behind them in the clause, narrows down what they mean."""
    text = document.text
    if name.start - quantity.sentence.start > _LONGEST_BEFORE:
        return False
    if not _opens(document, quantity.clause.start, name.start):
        return False
    before = text[quantity.sentence.start : quantity.clause.start]
    words = text[name.start : name.end]
    if not _INDIVISIBLE.search(words) and not all(map(_OPENING.fullmatch, _DIVIDED.split(before))):
        return False
    around = f"{text[quantity.sentence.start : name.start]}，{text[name.end : quantity.clause.end]}"
    return not is_elsewhen(around) and not is_part(document, f"{_said_before(document, quantity)}，{around}")


def is_elsewhen(words: str) -> bool:
    """Whether words speak of another time, of a plan or of a change."""
    return _ELSEWHEN.search(words) is not None


def is_part(document: Document, words: str) -> bool:
    """Whether words speak of a part, or of another place than the draft's own."""
    title = _title(document)
    if any(words[max(0, match.start() - 1) : match.end()] not in title for match in _PART.finditer(words)):
        return True
    types = {match["type"] for match in _WHOLE_OF.finditer(words)}
    return any(kind in title for kind in _TYPES) and not all(kind in title for kind in types)


def _opens(document: Document, start: int, end: int) -> bool:
    """Whether what stands before a name in its clause leaves it as wide as it is."""
    words = document.text[start:end]
    place = _PLACE.match(words)
    return _OPENING.fullmatch(words[place.end() :] if place and place[0] in _title(document) else words) is not None


def _said_before(document: Document, quantity: Quantity) -> str:
    """The sentence before, and the first words of the paragraph: they may be about one village."""
    block = document.block_at(quantity.span.start)
    if block is None or block.span.start >= quantity.sentence.start:
        return ""
    start, end = block.span.start, quantity.sentence.start
    last = max(document.text.rfind(mark, max(start, end - _LONGEST_BEFORE), end - 1) for mark in _SENTENCE_END)
    first = _DIVIDED.split(document.text[start : min(end, start + _LONGEST_TITLE)])[0]
    return f"{first}，{document.text[max(start, last + 1, end - _LONGEST_BEFORE) : end]}"


@fact
def _title(document: Document) -> str:
    """The first paragraph where it is no sentence: it names the place of the whole draft."""
    first = document.slice(document.blocks[0].span) if document.blocks else ""
    return "" if len(first) > _LONGEST_TITLE or _SENTENCE.search(first) else first
