"""Announced numbers beside the numbered items that follow them: 一是…二是…, 1.…2.…, or headings."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from reportlint.document import Document, fact
from reportlint.facts.announcement_words import is_general, is_near, may_follow
from reportlint.facts.announcements import Announcement, announcements
from reportlint.facts.lists import Run, runs
from reportlint.facts.numbering import han
from reportlint.facts.outline import Heading, number_of, outline
from reportlint.facts.residue import in_residue
from reportlint.text import Pattern, Span
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reportlint.document import Block

_BRIDGE = Pattern(
    r"[，,。；;：:—–\s]{0,4}(?:(?:主要|具体|分别|集中|突出|也)?(?:表现|体现|反映|概括|归纳|总结)(?:来说|起来|如下|在|为|是|说)?"
    r"|主要(?:是|有|包括|做法是)|具体(?:是|来说|而言|为|做法是)|分别(?:是|为)|概括起来[是说]?|就是|即|重点是|可以说)?[，,：:。\s—–]{0,4}"
)
_INTERVENING = Pattern(r"[，,][^，,。；;：:！？\n0-9（“]{2,22}[。：:，,]\s{0,3}")
_ORDINAL = Pattern(
    r"(?:(?<=[：:；;。，,])|(?<=[：:；;。] ))"
    r"(?:第([一二三四五六七八九十])(?:阶段|步|类|批|件|项|个|方面|轮|种|层|条)(?![一-鿿]?[届次])"
    r"|[（(]([0-9一二三四五六七八九十]{1,2})[）)]|([1-9])[.．、](?![0-9])|([①-⑩]))"
)
_SPOKEN = Pattern(
    r"(?:(?<=[：:；;。，,\n])|(?<=[：:；;。] ))"
    r"(?:(?P<first>首先|一方面)|(?P<next>其次|再次|再者|接着|然后|[另再又]一方面)|(?P<last>最后))(?=[，,是要、：:]|[\u4e00-\u9fff])",
    ("首先", "一方面"),
)
_HEADED = Pattern(r"(?:方面|方面工作|方面的工作|项工作|项重点工作|件实事|件大事)[：:。]?$")
_FAR = 3000
_TAIL = 6
_NEIGHBOURS = 20
_MOST = 30


@frozen
class Announced:
    """An announced number that is not the number of its items.

    Attributes:
        announcement: the number.
        items: the marks of the items (一是, 1., a heading).
        certain: whether numbered items were counted; else they stand in a row.
    """

    announcement: Announcement
    items: tuple[Span, ...]
    certain: bool = True


@fact
def announced_items(document: Document) -> tuple[Announced, ...]:
    """Announcements whose numbered items are more or fewer."""
    found: list[Announced] = []
    known = [one for one in announcements(document) if not in_residue(document, one.span)]
    lists = runs(document)
    starts = [run.markers[0].span.start for run in lists]
    headings = outline(document).headings
    for index, one in enumerate(known):
        upper = known[index + 1].span.start if index + 1 < len(known) else len(document.text)
        at = _items_start(document.text, one, starts, upper)
        if at is not None:
            place = bisect_left(starts, at)
            items = _run_items(document, one, lists[place], lists[max(0, place - _NEIGHBOURS) : place])
        else:
            items = _below(document, one, headings) or _inline_items(document.text, one)
        if items and len(items) != one.number and is_near(one, len(items)) and not _some_of(document.text, one, items):
            found.append(Announced(one, items))
    return tuple(found)


def _some_of(text: str, one: Announcement, items: tuple[Span, ...]) -> bool:
    """Whether only some may be told of what is counted behind its name: 提出建议5条：一是…二是…."""
    if one.classifier not in {"条", "件", "项", "个"}:
        return False
    return not one.noun and text[one.span.start].isdecimal() and len(items) < one.number


def _items_start(text: str, one: Announcement, starts: list[int], upper: int) -> int | None:
    """Where the list begins that directly follows an announcement."""
    index = bisect_left(starts, one.end)
    if index >= len(starts) or starts[index] > min(upper, one.end + 60):
        return None
    at = starts[index]
    between = text[one.end : at]
    if between.count("\n") > 2 or not may_follow(text, one):  # noqa: PLR2004 - one empty line
        return None
    if _BRIDGE.compiled.fullmatch(between):
        if "。" in between and not (one.quoted or is_general(one)):
            return None
        return at if between.strip() or "\n" in between else None
    return at if is_general(one) and _INTERVENING.compiled.fullmatch(between) else None


def _run_items(document: Document, one: Announcement, run: Run, before: tuple[Run, ...]) -> tuple[Span, ...]:
    """The items of a list, none when its own numbers are in doubt."""
    numbers = [marker.number for marker in run.markers]
    items = tuple(marker.span for marker in run.markers)
    count = len(numbers)
    if count < 2 or numbers != list(range(1, count + 1)):  # noqa: PLR2004 - a lone 一是 is told elsewhere
        return ()
    last = run.markers[-1].span
    following = count + 1
    if one.number > count:
        rest = document.text[last.end : min(run.until, last.end + _FAR)]
        if any(mark in rest for mark in _glued(run.style, following)):
            return ()
    else:
        # The items too many may belong to a list around this one: 一是…：一是…二是…三是….
        for other in before:
            end = other.markers[-1]
            begins_inside = end.span.start < run.markers[0].span.start < end.span.start + _FAR
            if other.style == run.style and end.number == one.number and begins_inside:
                return ()
    return items


def _glued(style: str, number: int) -> tuple[str, ...]:
    if style == "（）":
        return (f"（{number}）", f"({number})")
    if style == "○":
        return (chr(ord("①") + number - 1),)
    word = han(number)
    return (style + word,) if style in {"第", "其"} else (word + style, word + ("要" if style == "是" else "是"))


def _below(document: Document, one: Announcement, headings: tuple[Heading, ...]) -> tuple[Span, ...]:
    """Numbered headings or list items below an announcement that ends its paragraph."""
    block = document.block_at(one.span.start)
    if block is None or block.span.end - one.end > _TAIL or not may_follow(document.text, one):
        return ()
    tail = document.text[one.end : block.span.end].strip()
    if tail not in {"", "：", ":", "。", "：——", "。”", "，"}:
        return ()
    whole = document.text[one.span.start : one.end]
    index = bisect_right(headings, block.span.end, key=lambda heading: heading.span.start)
    own = next((heading for heading in headings[max(0, index - 1) : index] if heading.span.covers(one.span)), None)
    if (own is None and tail[:1] not in {"：", ":"} and not is_general(one)) or (own and not _HEADED.search(whole)):
        return ()
    if tail[:1] in {"：", ":"} and block.kind == "paragraph" and (items := _list_items(document, block)):
        return items
    return _children(document.text, block.span.end, headings[index:], own)


def _list_items(document: Document, block: Block) -> tuple[Span, ...]:
    """Items that the format marks as such right below a paragraph; none when some lie in others."""
    index = bisect_right(document.blocks, block.span.start, key=lambda known: known.span.start)
    found: list[Span] = []
    for known in document.blocks[index : index + 2 * _MOST]:
        if known.kind != "item":
            break
        found.append(known.span)
    columns = {document.start_place(span).column for span in found}
    if len(found) < 2 or len(columns) > 1:  # noqa: PLR2004 - one item is no list
        return ()
    return tuple(Span(span.start, min(span.end, span.start + 24)) for span in found)


def _children(text: str, end: int, headings: tuple[Heading, ...], own: Heading | None) -> tuple[Span, ...]:
    """The numbered headings that begin right behind an offset; none when their numbers are in doubt."""
    first = headings[0] if headings else None
    if first is None or first.number != 1 or text[end : first.block.start].strip():
        return ()
    if own and own.level >= first.level:
        return ()
    found: list[Heading] = []
    for heading in headings:
        if heading.level < first.level or (heading.style == first.style and heading.number == 1 and found):
            break
        if heading.style == first.style:
            found.append(heading)
    numbers = [heading.number for heading in found]
    if numbers != list(range(1, len(numbers) + 1)) or len(numbers) < 2:  # noqa: PLR2004 - one heading is no list
        return ()
    return tuple(_short(heading) for heading in found)


def _short(heading: Heading) -> Span:
    """Marker and title, at most as much as is worth showing."""
    return Span(heading.span.start, min(heading.span.end, heading.span.start + 24))


def _inline_items(text: str, one: Announcement) -> tuple[Span, ...]:
    """Items in one paragraph that are numbered 1. 2. 3., (1) (2), ① ② or 第一阶段, 第二阶段."""
    match = _BRIDGE.compiled.match(text, one.end)
    at = match.end() if match else one.end
    if at == one.end or not may_follow(text, one):
        return ()
    limit = min(len(text), at + _FAR)
    end = text.find("\n", at, limit)
    end = limit if end < 0 else end
    first = _ORDINAL.compiled.match(text, at, end)
    if first is None:
        return _spoken_items(text, at, end)
    group = first.lastindex or 1
    found: list[Span] = []
    for item in _ORDINAL.finditer(text, at, end):
        if item.lastindex == group and number_of(item[group]) == len(found) + 1:
            found.append(Span(*item.span()))
    return tuple(found) if len(found) > 1 else ()


def _spoken_items(text: str, start: int, end: int) -> tuple[Span, ...]:
    """Items that are counted in words: 首先…其次…再次…最后…; none without all of them, or when they begin anew."""
    found: list[Span] = []
    closing = "last" if text.startswith("首先", start) else "next"
    kind = ""
    for match in _SPOKEN.finditer(text, start, end):
        kind = match.lastgroup or ""
        # Words of a first item anywhere but at the beginning begin another list.
        if (kind == "first") != (match.start() == start):
            return ()
        found.append(Span(*match.span()))
        if kind == "last":
            break
    return tuple(found) if kind == closing and len(found) > 2 else ()  # noqa: PLR2004 - two may go on unmarked
