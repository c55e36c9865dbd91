"""Which numbered headings belong together, so that their numbers can be compared."""

from __future__ import annotations

from bisect import bisect_right

from reportlint.document import Document, fact
from reportlint.facts.numbering import han
from reportlint.facts.outline import LONGEST_TITLE, Heading, outline
from reportlint.text import Pattern

_NEW_PART = Pattern(
    r"(?:20[0-9_Xx×*]{0,2}年|今后|下一?步|下一?阶段|来年|明年|新的一年|[上下]半年|今年|未来|接下来|下面|第[一二三四]|“十)"
)
_RESTARTING = {"arabic", "arabic-paren", "circled", "han-paren"}
_PAIRS = (("（", "）"), ("(", ")"), ("（", ")"), ("(", "）"), ("〔", "〕"))
_REACH = 60
"""How many headings or paragraphs back the context of a heading is looked for."""
_FAR = 20_000
_CLAUSE_START = "\n。；;：:！？!?　 "


@fact
def sequences(document: Document) -> tuple[tuple[Heading, ...], ...]:
    """Runs of headings of one style that should count up by one, each from its first heading, in order of their start.

    A run ends where the numbers begin at one again and something allows it: a higher heading or one without number
    stands between, or (below the first level) any paragraph. A run may go on under the next higher heading.
    """
    runs: list[list[Heading]] = []
    open_runs: dict[str, list[Heading]] = {}
    fresh: set[str] = set()
    for heading in outline(document).headings:
        fresh |= {style for style, run in open_runs.items() if run[-1].level > heading.level}
        if not heading.number:
            fresh |= set(open_runs)
            continue
        run = open_runs.get(heading.style)
        if run is None or _begins(document, run, heading, heading.style in fresh):
            run = []
            runs.append(run)
            open_runs[heading.style] = run
        run.append(heading)
        fresh.discard(heading.style)
    return tuple(tuple(run) for run in runs)


def written(heading: Heading, number: int) -> str:
    """A number in the style of a heading: （三）, 3. …"""
    if heading.style == "circled":
        return chr(ord("①") + number - 1) if number <= 20 else str(number)  # noqa: PLR2004 - ⑳ is the last
    numeral = str(number) if heading.style.startswith("arabic") else han(number)
    if heading.style == "part":
        return f"第{numeral}{heading.marker.rstrip('：:、，, 　')[-1:] if '部分' not in heading.marker else '部分'}"
    opening, closing = ("（", "）") if heading.style.endswith("paren") else ("", "")
    return opening + numeral + (closing or heading.marker[-1:])


def elsewhere(document: Document, before: Heading | None, heading: Heading, number: int) -> bool:
    """Whether a number missing before `heading` stands in the text above it after all, where no heading was seen."""
    start = max(before.span.end if before else outline(document).main.start, heading.span.start - _FAR)
    text = document.text[start : heading.span.start]
    seen = {known.span.start - start for known in outline(document).headings}
    for mark in _marks(heading.style, number):
        at = text.find(mark)
        while at >= 0:
            if at not in seen and (at == 0 or text[at - 1] in _CLAUSE_START):
                return True
            at = text.find(mark, at + 1)
    return False


@fact
def mixed(document: Document) -> tuple[tuple[Heading, Heading], ...]:
    """Headings that go on counting in another style (一、二、（三）), each with the heading it goes on from."""
    found: list[tuple[Heading, Heading]] = []
    headings = outline(document).headings
    place_of = {heading.span.start: index for index, heading in enumerate(headings)}
    for run in sequences(document):
        first = run[0]
        if first.number == 1:
            continue
        at = place_of[first.span.start]
        last_of: dict[str, Heading] = {}
        for heading in reversed(headings[max(0, at - _REACH) : at]):
            if not heading.number:
                break
            last_of.setdefault(heading.style, heading)
            if heading.level < first.level:
                break
        for style, last in last_of.items():
            above = last.level > first.level or first.number > 2  # noqa: PLR2004 - a lost first heading leaves two
            if style != first.style and last.number == first.number - 1 and above:
                found.append((first, last))
                break
    return tuple(found)


def _marks(style: str, number: int) -> tuple[str, ...]:
    """How a number of this style may be written where it is not seen as a heading."""
    numerals = [str(number), _wide(number)] if style.startswith("arabic") else [han(number)]
    if style.endswith("paren"):
        return tuple(opening + numeral + closing for numeral in numerals for opening, closing in _PAIRS)
    if style == "part":
        return (f"第{han(number)}部分", f"第{han(number)}章", f"第{han(number)}，")
    if style == "circled":
        return (chr(ord("①") + number - 1),) if number <= 20 else ()  # noqa: PLR2004 - ⑳ is the last
    closings = (
        ("、", "．", ".", "，", ",", "：", ":", " ", "　") if style == "han" else ("、", "．", "，", ". ", " ", "　")
    )
    return tuple(numeral + closing for numeral in numerals for closing in closings)


def _wide(number: int) -> str:
    """A number in full-width digits."""
    return "".join(chr(ord("０") + int(digit)) for digit in str(number))


def _begins(document: Document, run: list[Heading], heading: Heading, fresh: bool) -> bool:
    """Whether a heading begins a run of its own."""
    last = run[-1].number
    if heading.number == last + 1:
        return False
    if fresh:
        # Under a new parent the numbers start again; a number that fits neither way is compared with its own kind only.
        return True
    if heading.number != 1:
        return False
    return _new_part_between(document, run[-1], heading)


def _new_part_between(document: Document, last: Heading, heading: Heading) -> bool:
    """Whether a line between two headings opens another part: a short line, a lead-in, or the name of a period."""
    after = bisect_right(document.blocks, last.block.end, key=lambda block: block.span.start)
    for block in document.blocks[after : after + _REACH]:
        if block.span.start >= heading.block.start:
            break
        words = document.slice(block.span).strip()
        short = len(words) <= LONGEST_TITLE and words[-1:] not in "。；！？，"
        if heading.style in _RESTARTING or short or words[-1:] in "：:" or _NEW_PART.search(words[:40]):
            return True
    return False
