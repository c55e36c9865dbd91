"""Paragraphs, sentences and clauses that stand twice in one draft.

Each is looked for only where the larger one is not repeated already. Everything is found through tables of what was
read before, so that time grows with the length of the text and not with its square.
"""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter

from reportlint.document import Document, fact
from reportlint.facts.residue import in_residue
from reportlint.text import Pattern, Span
from reportlint.text.frozen import frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Literal

    from reportlint.document import Block

    Slice = tuple[int, int]
    """Start and end; most are never reported, and a Span costs more than the rest of the search."""
    Likeness = Literal["same", "near", "truncated", "numbers", "places"]

_MARKS = str.maketrans(
    "", "", " \t\n\u3000\xa0，。；：、！？…—·～“”‘’（）《》〈〉【】〔〕「」『』,.;:!?'\"()[]<>{}-~%％/\\|+＋=＝#&@"
)
"""What is left out when passages are compared; the signs of masks stay."""
_ORDINAL = Pattern(
    r"\s*(?:各位代表[，,：:！!]|同志们[，,：:！!]|[一二三四五六七八九十]{1,3}[、是要]|第[一二三四五六七八九十]{1,3}[，、]?"
    r"|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、]|[-—·●>\s]){1,3}"
)
_NUMBER = Pattern(r"[\d０-９.．%％]+|[xX×*○_]+")
_PLACE = Pattern(r"[镇乡村县市区]|街道|社区")
_NAME = 4
_ORDINAL_BEGINS = frozenset("各同第一二三四五六七八九十（(-—·●>0123456789０１２３４５６７８９")
_SENTENCE = Pattern(r"[^。！？!?；;\n]+[。！？!?；;]?")
_CLAUSE = Pattern(r"[^。！？!?；;，,：:\n]+")
_FORMULA = Pattern(r"请予审议|列席|谨代表|在肯定成绩的同时|清醒地?[认看]|谢谢大家|以上报告|请审议|请审查")
# Adverbials, names and formulas may come again in one paragraph.
_MAY_RETURN = Pattern(
    r"[在以按从对与和向].{0,60}(?:下|中|上|时|后|前|方面|之际|为指导|为主题|为抓手|为契机|为重点|为目标|要求|来看)\Z"
    r"|(?:指出|强调|要求|表示|提出|认为|规定|明确|如下)\Z"
    r"|(?:公司|委员会|常委会|主席团|人民政府|办公室|领导小组|代表大会|全会|会议|同志|代表|有关部门|单位|学校|医院|中心|先生|女士)\Z"
    r"|习近平|社会主义思想|《|中华人民共和国"
    # Slogans (做到“两个维护”) and what is nothing but a quotation.
    r"|“[一二两三四五六七八九十][^“”]{0,20}”\Z|\A[^“]{0,3}“[^“]{0,60}”\Z"
)

_START = attrgetter("start")
_MARGINS = frozenset({"header", "footer"})  # they repeat the title, and each other
_LEAST_PARAGRAPH = 40
_LEAST_SENTENCE = 14
_LEAST_FORM = 22
_LEAST_CLAUSE = 9
_SHINGLE = 5
_NEAR = 0.8
_EXACT = 0.95
_MEMORY = 4
"""How many paragraphs a clause is remembered for; formulas that stand in more prove nothing."""
_TWICE = 2
_APART = 2
"""Blocks between two sentences that differ in numbers only; nearer ones are items of a list."""


@frozen
class Repeat:
    """A passage that stands twice.

    Attributes:
        copy: the place to mend: the later one, or the truncated one.
        original: the other place.
        likeness: "same"; "near" (paragraphs); "truncated" (a beginning that ends with …);
            "numbers" or "places": the same but for these.
    """

    copy: Span
    original: Span
    likeness: Likeness = "same"


@fact
def _clauses(document: Document) -> tuple[list[tuple[str, int, int]], ...]:
    """For each block, its clauses of nine characters and more: what is said, start and end."""
    text, find = document.text, _CLAUSE.compiled.finditer
    found: list[list[tuple[str, int, int]]] = []
    for block in document.blocks:
        places = [match.span() for match in find(text, block.span.start, block.span.end)]
        clauses = [(_bare(text[start:end]), start, end) for start, end in places if end - start >= _LEAST_CLAUSE]
        found.append([clause for clause in clauses if len(clause[0]) >= _LEAST_CLAUSE])
    return tuple(found)


@fact
def repeated_paragraphs(document: Document) -> tuple[Repeat, ...]:
    """Paragraphs of forty characters and more that come again, in the same or nearly the same words."""
    found: list[Repeat] = []
    seen: dict[str, Span] = {}
    clauses: dict[str, list[int]] = {}
    kept: list[tuple[Span, str]] = []
    for block, parts in zip(document.blocks, _clauses(document), strict=True):
        if block.kind in ("cell", "quote") or block.part in _MARGINS or len(block.span) < _LEAST_PARAGRAPH:
            continue
        words = _bare(document.slice(block.span))
        if len(words) < _LEAST_PARAGRAPH or in_residue(document, block.span):
            continue
        span = _trim(document, block.span)
        if words in seen:
            found.append(Repeat(span, seen[words]))
            continue
        seen[words] = span
        shared: dict[int, int] = {}
        for part in {part for part, _, _ in parts}:
            paragraphs = clauses.setdefault(part, [])
            for index in paragraphs:
                shared[index] = shared.get(index, 0) + len(part)
            if len(paragraphs) < _MEMORY:
                paragraphs.append(len(kept))
        best = max(shared, key=lambda index: (shared[index], -index), default=None)
        if best is not None and (repeat := _compare(document, kept[best], (span, words), shared[best])):
            found.append(repeat)
        kept.append((span, words))
    return tuple(sorted(found, key=_place))


def _is_prose(block: Block) -> bool:
    return block.kind in {"paragraph", "item"} and block.part not in _MARGINS


@fact
def repeated_sentences(document: Document) -> tuple[Repeat, ...]:
    """Sentences of fourteen characters and more that come again anywhere in the draft."""
    skip = _Covered(repeat.copy for repeat in repeated_paragraphs(document))
    found: list[Repeat] = []
    seen: dict[str, tuple[Slice, bool]] = {}
    alike: dict[str, tuple[Slice, int, str]] = {}
    for number, block in enumerate(document.blocks):
        if not _is_prose(block) or skip.covers(block.span) or in_residue(document, block.span):
            continue
        sentences = list(_SENTENCE.finditer(document.text, block.span.start, block.span.end))
        # A line of one sentence may be a heading, and review and plan share their headings.
        alone = len(sentences) == 1 and len(block.span) < _LEAST_PARAGRAPH
        for match in sentences:
            begin, end = _after_ordinal(document.text, *match.span()), match.end()
            if end - begin < _LEAST_SENTENCE or len(words := _bare(document.text[begin:end])) < _LEAST_SENTENCE:
                continue
            place = begin, end
            if words in seen:
                original, also_alone = seen[words]
                if not (alone and also_alone) and not _FORMULA.search(document.text, begin, end):
                    found.append(_repeat(document, place, original))
                continue
            seen[words] = (place, alone)
            if alone or (form := _form(words)) is None:
                continue
            if form not in alike:
                alike[form] = (place, number, _NUMBER.sub("#", words))
            elif number - alike[form][1] >= _APART and not _FORMULA.search(document.text, begin, end):
                likeness: Likeness = "numbers" if alike[form][2] == _NUMBER.sub("#", words) else "places"
                found.append(_repeat(document, place, alike[form][0], likeness))
    return tuple(sorted(found, key=_place))


def _form(words: str) -> str | None:
    """A sentence without its figures and place names, or None when it has none or too little is left to know it by."""
    plain = words.isalpha() and "x" not in words and "X" not in words
    form = words if plain else _NUMBER.sub("#", words)
    if len(parts := _PLACE.split(form)) > 1:
        # The two to four characters before 镇, 村… are the name.
        *named, last = parts
        form = "@".join([*(part[: -min(_NAME, len(part))] for part in named), last])
    return form if form != words and len(form) - form.count("#") - form.count("@") >= _LEAST_FORM else None


def _after_ordinal(text: str, start: int, end: int) -> int:
    """Where a sentence or clause begins after 一是, 各位代表，and the like."""
    if text[start] not in _ORDINAL_BEGINS and not text[start].isspace():
        return start
    marker = _ORDINAL.match(text, start, end)
    return marker.end() if marker else start


@fact
def repeated_clauses(document: Document) -> tuple[Repeat, ...]:
    """Clauses of nine characters and more that come again in the same paragraph; neighbours are one passage."""
    skip = _Covered(repeat.copy for repeat in (*repeated_paragraphs(document), *repeated_sentences(document)))
    found: list[Repeat] = []
    for block, clauses in zip(document.blocks, _clauses(document), strict=True):
        if len(clauses) < _TWICE or block.kind not in ("paragraph", "item"):
            continue
        seen = _by_words(document, clauses)
        if (
            all(len(places) == 1 for places in seen.values())
            or skip.covers(block.span)
            or in_residue(document, block.span)
        ):
            continue
        pairs = [_repeat(document, again, first) for first, again in _twice(seen.values())]
        pairs = [
            pair
            for pair in pairs
            if not skip.covers(pair.copy) and not _MAY_RETURN.search(document.slice(pair.original))
        ]
        pairs.sort(key=_place)
        found += _joined(document, pairs)
    return tuple(found)


def _by_words(document: Document, clauses: list[tuple[str, int, int]]) -> dict[str, list[Slice]]:
    """Where each clause stands, without the marker before it."""
    seen: dict[str, list[Slice]] = {}
    for words, start, end in clauses:
        begin = _after_ordinal(document.text, start, end)
        said = words if begin == start else _bare(document.text[begin:end])
        if len(said) >= _LEAST_CLAUSE:
            seen.setdefault(said, []).append((begin, end))
    return seen


def _twice(places: Iterable[list[Slice]]) -> Iterator[tuple[Slice, Slice]]:
    """Those of exactly two places: what comes three times is a refrain."""
    for spans in places:
        match spans:
            case [first, again]:
                yield first, again


def _joined(document: Document, repeats: list[Repeat]) -> list[Repeat]:
    """Clauses that follow each other in both places, as one passage."""
    found: list[Repeat] = []
    for repeat in repeats:
        last = found[-1] if found else None
        if last and _adjoin(document, last.copy, repeat.copy) and _adjoin(document, last.original, repeat.original):
            found[-1] = Repeat(Span(last.copy.start, repeat.copy.end), Span(last.original.start, repeat.original.end))
        else:
            found.append(repeat)
    return found


def _adjoin(document: Document, first: Span, second: Span) -> bool:
    """Whether nothing but punctuation stands between two clauses."""
    return first.end <= second.start and not _bare(document.text[first.end : second.start])


def _compare(document: Document, first: tuple[Span, str], second: tuple[Span, str], shared: int) -> Repeat | None:
    """Whether two paragraphs that share clauses are one and the same, nearly the same, or the head of the other."""
    (one, one_words), (two, two_words) = first, second
    shorter, longer = (first, second) if len(one_words) <= len(two_words) else (second, first)
    if document.slice(shorter[0]).endswith(("…", "...")) and longer[1].startswith(shorter[1]):
        return Repeat(shorter[0], longer[0], "truncated")
    if shared * 3 < len(shorter[1]):
        return None
    a, b = _shingles(one_words), _shingles(two_words)
    contained = len(a & b) / min(len(a), len(b))
    if contained < _NEAR:
        return None
    return Repeat(two, one, "same" if contained >= _EXACT else "near")


def _shingles(words: str) -> set[str]:
    return {words[at : at + _SHINGLE] for at in range(len(words) - _SHINGLE + 1)}


def _repeat(document: Document, copy: Slice, original: Slice, likeness: Likeness = "same") -> Repeat:
    return Repeat(_trim(document, Span(*copy)), _trim(document, Span(*original)), likeness)


def _trim(document: Document, span: Span) -> Span:
    """A span without white space at its ends."""
    raw = document.slice(span)
    start = span.start + len(raw) - len(raw.lstrip())
    return Span(start, start + len(raw.strip()))


def _place(repeat: Repeat) -> tuple[Span, Span]:
    return repeat.copy, repeat.original


class _Covered:
    """Passages, none inside another, asked whether one of them holds a place."""

    __slots__ = ("spans",)

    def __init__(self, spans: Iterable[Span]) -> None:
        self.spans = sorted(spans)

    def covers(self, span: Span) -> bool:
        """Whether the middle of a span lies in one of the passages."""
        middle = (span.start + span.end) // 2
        index = bisect_right(self.spans, middle, key=_START) - 1
        return index >= 0 and middle < self.spans[index].end


def _bare(text: str) -> str:
    """Only what is said: letters, digits, masks; no punctuation, no space."""
    return text if text.isalnum() else text.translate(_MARKS)
