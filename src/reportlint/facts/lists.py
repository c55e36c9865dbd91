"""Lists written into the running text: 一是…二是…, 一要…二要…, 第一，…第二，…, （1）…；（2）….

An item may be a paragraph of its own, and ordinary paragraphs may stand between two items; items may hold lists.
"""

from __future__ import annotations

from bisect import bisect_right

from reportlint.document import Document, fact
from reportlint.facts.outline import number_of, outline
from reportlint.text import Pattern, Span
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_HAN = "一二三四五六七八九十"
# What stands before a marker is looked at after its first character: an expression that begins with the character is
# sought many times faster than one that begins with a look behind.
_FIRST = rf"[{_HAN}](?<![\u4e00-\u9fffA-Za-z0-9“‘「《（(、．.].)[{_HAN}]?"
_STOPPED = r"(?:(?<![^\n。；;：:！？!?].)|(?<=[\n。；;：:！？!?][ 　].)|(?<=[　 ][　 ].))"
_PATTERNS = {
    "是": Pattern(rf"({_FIRST})是(?!否|非)", ("一是", "二是", "三是", "四是", "五是")),
    "要": Pattern(rf"({_FIRST})要(?!务|求|点|素|件|害|闻|领)", ("一要", "二要", "三要", "四要")),
    "第": Pattern(rf"第{_STOPPED}([{_HAN}]{{1,2}})(?:[，,：:]|、(?![{_HAN}]))", ("第一", "第二", "第三", "第四")),
    "其": Pattern(rf"其{_STOPPED}([一二三四五])[，,、：:]?(?![{_HAN}])", ("其一", "其二", "其三")),
    "（）": Pattern(r"(?<=[。；;：:])[ 　]?[（(]([0-9]{1,2})[）)]", ("（1", "(1", "（2", "(2", "（3", "(3")),
    "○": Pattern(r"(?<=[。；;：:，,])[ 　]?([①-⑳])", ("①", "②", "③")),
}
_DEPTH = 4
_CLOSING = {"division", "part", "han", "han-paren"}


@frozen
class Marker:
    """The number of one item: its place, its value, whether it opens its paragraph, and the index of that paragraph."""

    span: Span
    number: int
    opens: bool
    block: int


@frozen
class Run:
    """One list: its style (a key of the marker, as 是 in 一是) and its markers in reading order, faulty ones included.

    `until` is where the text of the list can reach at most: the next heading or the end of the text.
    """

    style: str
    markers: tuple[Marker, ...]
    until: int


@fact
def runs(document: Document) -> tuple[Run, ...]:
    """All lists, in order of their first marker; every 一是 begins one, and no list goes on past a numbered heading."""
    main = outline(document).main
    text = document.text
    limits = [h.span.start for h in outline(document).headings if h.style in _CLOSING]
    found: list[Run] = []
    for style, pattern in _PATTERNS.items():
        section: list[Marker] = []
        last = -1
        for match in pattern.finditer(text, main.start, main.end):
            number = number_of(match[1])
            at = bisect_right(limits, match.start())
            if at != last and section:
                found += _group(style, section, _until(limits, last, main.end))
                section = []
            last = at
            if number:
                section.append(_marker(document, match.start(), match.end(), number))
        if section:
            found += _group(style, section, _until(limits, last, main.end))
    return tuple(sorted(found, key=lambda run: run.markers[0].span))


def _until(limits: list[int], index: int, end: int) -> int:
    return limits[index] if 0 <= index < len(limits) else end


def _marker(document: Document, start: int, end: int, number: int) -> Marker:
    text = document.text
    while text[start] in " 　":
        start += 1
    index = bisect_right(document.blocks, start, key=lambda block: block.span.start) - 1
    block = document.blocks[max(0, index)]
    opens = not text[block.span.start : start].strip(" 　-—–>*")
    return Marker(Span(start, end), number, opens, index)


def _group(style: str, markers: Iterable[Marker], until: int) -> list[Run]:
    """Sort the markers of one section into lists; lists inside items close before the outer list goes on."""
    done: list[list[Marker]] = []
    stack: list[list[Marker]] = []
    for marker in markers:
        if not stack or _begins(stack, marker):
            stack = [*stack[-_DEPTH:], [marker]]
            done.append(stack[-1])
            continue
        depth = next((i for i in range(len(stack) - 1, -1, -1) if _continues(stack, i, marker)), len(stack) - 1)
        del stack[depth + 1 :]
        stack[depth].append(marker)
    return [Run(style, tuple(run), until) for run in done]


def _begins(stack: list[list[Marker]], marker: Marker) -> bool:
    """Whether a marker opens a list: every one does; a later number too, far from a list of another shape."""
    if marker.number == 1:
        return True
    last = stack[-1][-1]
    if any(_continues(stack, i, marker) for i in range(len(stack))):
        return False
    return marker.number <= last.number and last.block != marker.block and not (marker.opens or last.opens)


def _continues(stack: list[list[Marker]], depth: int, marker: Marker) -> bool:
    """Whether a marker is the next item of the list at `depth`, and no open list inside would be left broken."""
    run = stack[depth]
    last = run[-1]
    if marker.number != last.number + 1:
        return False
    inner = stack[depth + 1 :]
    if not inner:
        return marker.opens == last.opens or marker.block == last.block or last.opens or marker.opens
    if any(len(other) == 1 for other in inner):
        return False
    if marker.opens:
        return last.opens and not inner[-1][-1].opens
    return last.block == marker.block
